"""The piece of a role's page with its picture: chosen from a file, cut square and made small."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QHBoxLayout, QLabel

from app.i18n import tr
from app.model.edits.attachments import remove_avatar, set_avatar
from app.model.records import Role
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.files import file_dialog
from app.widgets.docks.inspector.rows import Piece, Records
from app.widgets.docks.inspector.section_box import jump_button
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.roles import role_disc
from app.widgets.fields.wrapping import QuietButton
from app.widgets.icons import icon

AVATAR_PX = 256
_SHOWN_PX = 44


class Avatar(Piece):
    """Shows the picture or the initials; takes the image of a file, or none."""

    edits = ("avatar",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._role: Role | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(_SHOWN_PX, _SHOWN_PX)
        self.choose_button = QuietButton(tr("Choose a picture…"), desk.theme)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button = jump_button(desk, tr("Remove the picture"))
        self.remove_button.setIcon(icon("close", desk.theme.muted, size=16))
        self.remove_button.clicked.connect(self._remove)
        self.complaint = Complaint()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self.choose_button, 1)
        row.addWidget(self.remove_button)
        self.stack(row, self.complaint)

    def show_records(self, records: Records) -> None:
        """Show the role's picture."""
        role = records[0]
        assert isinstance(role, Role)
        if self._role is None or role.id != self._role.id:
            self.complaint.say("")
        self._role = role
        self.remove_button.setVisible(bool(role.avatar))
        shown = role_disc(self._desk.journey, role, self._desk.theme, _SHOWN_PX, self._desk.ratio)
        self._picture.setPixmap(shown)

    def is_filled(self) -> bool:
        return self._role is not None and bool(self._role.avatar)

    def use(self, path: Path) -> None:
        """Take the image of a file as the role's picture."""
        if self._role is None:
            return
        role_id = self._role.id
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        image = reader.read() if path.is_file() else QImage()  # a pipe would be waited for
        if image.isNull():
            self.complaint.say(tr("“{name}” is no image that can be read.", name=path.name))
            return
        data = _png(_square(image, min(AVATAR_PX, image.width(), image.height())))
        self.complaint.say(
            self._desk.do_step(lambda journey: set_avatar(journey, role_id, path.name, "image/png", data))
        )

    def _ask(self) -> None:
        dialog = file_dialog(self, tr("Picture of the role"))
        dialog.setNameFilters(
            [tr("Images") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.svg)", tr("All files") + " (*)"]
        )
        dialog.fileSelected.connect(lambda path: self.use(Path(path)))
        dialog.open()

    def _remove(self) -> None:
        if self._role is not None:
            role_id = self._role.id
            self.complaint.say(self._desk.do_step(lambda journey: remove_avatar(journey, role_id)))


def _square(image: QImage, side: int) -> QImage:
    """Return the middle of the image, `side` px a side."""
    least = min(image.width(), image.height())
    cut = image.copy((image.width() - least) // 2, (image.height() - least) // 2, least, least)
    return cut.scaled(
        QSize(side, side), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
