from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.files import preferences
from app.files.catalogue import open_journey
from app.model.edits.roles import rename_role
from app.model.records import Role
from app.model.view import Filter
from app.widgets.dialogs.export import ExportDialog
from app.widgets.main_window import MainWindow
from tests.widgets.conftest import Program, small


def dialog_of(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    window.action_set["export"].trigger()
    dialog = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
    qtbot.waitUntil(lambda: dialog.preview.proof is not None)
    return dialog


def choose(qtbot: QtBot, dialog: ExportDialog, field: str, value: str) -> None:
    segments = getattr(dialog.choices, field)
    qtbot.mouseClick(segments.buttons[value], Qt.MouseButton.LeftButton)


def export(qtbot: QtBot, dialog: ExportDialog, path: Path) -> None:
    dialog.path_edit.setText(str(path))
    with qtbot.waitSignal(dialog.exported):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)


def test_an_exported_picture_opens_again_as_the_journey(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    export(qtbot, dialog_of(window, qtbot), tmp_path / "map.svg")
    assert open_journey(tmp_path / "map.svg") == small()
    assert "map.svg" in window.messages.text


def test_a_png_is_as_wide_as_was_asked(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(program.open(small_file), qtbot)
    choose(qtbot, dialog, "format", "png")
    dialog.choices.sizing.setCurrentIndex(dialog.choices.sizing.findData("width_px"))
    dialog.choices.sizing.activated.emit(dialog.choices.sizing.currentIndex())
    dialog.choices.size_value.setValue(1500)
    qtbot.waitUntil(lambda: dialog.size_label.text().startswith("1500 ×"))
    export(qtbot, dialog, tmp_path / "map.png")
    assert QImage(str(tmp_path / "map.png")).width() == 1500


def test_hidden_roles_and_the_journey_stay_out_where_so_chosen(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    dialog = dialog_of(window, qtbot)
    dialog.choices.roles["role-cfo"].setChecked(False)
    export(qtbot, dialog, tmp_path / "slice.svg")
    assert [role.name for role in open_journey(tmp_path / "slice.svg").all(Role)] == [
        "IT manager",
        "Account manager",
    ]
    dialog = dialog_of(window, qtbot)
    dialog.choices.source.setChecked(False)
    export(qtbot, dialog, tmp_path / "bare.svg")
    assert b"<metadata" not in (tmp_path / "bare.svg").read_bytes()


def test_however_long_a_role_is_called_all_choices_are_in_sight(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    name = "Senior Vice President & Head of " + "Procurement " * 12
    window.document.do(rename_role(window.document.journey, "role-cfo", name))
    choices = dialog_of(window, qtbot).choices
    content = choices.widget()
    assert content.minimumSizeHint().width() <= choices.viewport().width()
    box = choices.roles["role-cfo"]
    assert box.text().startswith("Senior Vice President && Head")
    assert box.text().endswith("…")
    assert box.toolTip() == name


def test_a_pdf_says_its_pages(program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = dialog_of(program.open(small_file), qtbot)
    choose(qtbot, dialog, "format", "pdf")
    qtbot.waitUntil(lambda: dialog.size_label.text().startswith("One page of"))
    choose(qtbot, dialog, "page", "a4")
    qtbot.waitUntil(lambda: "of 297 × 210 mm" in dialog.size_label.text())
    export(qtbot, dialog, tmp_path / "map.pdf")
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_replacing_a_file_is_said_before_it_happens(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "map.svg").write_text("old", encoding="utf-8")
    dialog = dialog_of(program.open(small_file), qtbot)
    dialog.path_edit.setText(str(tmp_path / "other.svg"))
    assert dialog.export_button.text() == "Export"
    dialog.path_edit.setText(str(tmp_path / "map"))
    assert dialog.export_button.text() == "Replace"
    assert "map.svg" in dialog.error_label.text()


def test_where_nothing_can_be_written_the_dialog_stays_and_says_why(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(program.open(small_file), qtbot)
    dialog.path_edit.setText(str(tmp_path / "no" / "such" / "folder" / "map.svg"))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "map.svg" in dialog.error_label.text())
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()


def test_the_preview_has_the_shape_of_the_picture(program: Program, small_file: Path, qtbot: QtBot) -> None:
    dialog = dialog_of(program.open(small_file), qtbot)
    proof = dialog.preview.proof
    assert proof is not None
    image = proof.image
    assert image.width() / image.height() == pytest.approx(proof.width / proof.height, rel=0.02)
    assert image.width() <= dialog.preview.room().width() * image.devicePixelRatio() + 1


def test_choices_are_remembered(program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    dialog = dialog_of(window, qtbot)
    choose(qtbot, dialog, "format", "png")
    choose(qtbot, dialog, "theme", "dark")
    export(qtbot, dialog, tmp_path / "map.png")
    kept = preferences.load().export
    assert (kept.format, kept.theme, kept.folder) == ("png", "dark", str(tmp_path))
    again = dialog_of(window, qtbot)
    assert again.choices.format.value == "png"
    assert again.path() == tmp_path / "small.png"


@pytest.mark.parametrize("typed", ["/", "~", "~nobody-of-this-name/map", "/root/../", "x" * 400, "."])
def test_no_name_that_is_typed_makes_anything_go_wrong(
    program: Program, small_file: Path, qtbot: QtBot, typed: str
) -> None:
    window = program.open(small_file)
    dialog = dialog_of(window, qtbot)
    dialog.path_edit.selectAll()
    qtbot.keyClicks(dialog.path_edit, typed)
    assert dialog.path().suffix == ".svg"
    assert window.messages.text == ""


@pytest.mark.parametrize("extension", ["png", "pdf"])
def test_a_typed_extension_chooses_the_format(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot, extension: str
) -> None:
    dialog = dialog_of(program.open(small_file), qtbot)
    dialog.path_edit.selectAll()
    qtbot.keyClicks(dialog.path_edit, str(tmp_path / f"map.{extension}"))
    assert dialog.choices.format.value == extension
    with qtbot.waitSignal(dialog.exported):
        qtbot.keyClick(dialog.path_edit, Qt.Key.Key_Return)
    assert (tmp_path / f"map.{extension}").read_bytes()[:4] in (b"\x89PNG", b"%PDF")


def test_what_a_filter_leaves_out_is_faint_in_the_picture_unless_that_is_not_wanted(
    program: Program, small_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    dialog = dialog_of(window, qtbot)
    assert not dialog.choices.fade.isVisible()
    export(qtbot, dialog, tmp_path / "all.svg")
    window.document.view_state.set_filter(Filter(text="kick"))
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in window.findChildren(ExportDialog)))
    dialog = dialog_of(window, qtbot)
    assert dialog.choices.fade.isVisible()
    export(qtbot, dialog, tmp_path / "faded.svg")
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in window.findChildren(ExportDialog)))
    dialog = dialog_of(window, qtbot)
    QTest.mouseClick(
        dialog.choices.fade, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.choices.fade.height() // 2)
    )
    assert not dialog.choices.fade.isChecked()
    export(qtbot, dialog, tmp_path / "whole.svg")
    assert (tmp_path / "whole.svg").read_bytes() == (tmp_path / "all.svg").read_bytes()
    assert b' opacity="0.3"' in (tmp_path / "faded.svg").read_bytes()
    assert open_journey(tmp_path / "faded.svg") == small()


def test_the_folder_is_shown_without_detours(program: Program, small_file: Path, qtbot: QtBot) -> None:
    (small_file.parent / "drafts").mkdir()
    window = program.open(small_file.parent / "drafts" / ".." / small_file.name)
    dialog = dialog_of(window, qtbot)
    assert Path(dialog.path_edit.text()).parent == small_file.parent.resolve()
    dialog.reject()
