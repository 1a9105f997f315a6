"""The one style sheet of the program. It says colours and lengths and never fonts: a style sheet fakes Inter's weights."""

from __future__ import annotations

from string import Template

from app.drawing.tokens import Theme
from app.places import resource

CONTROL_PX = 34
RADIUS_PX = 6
BUTTON_RADIUS_PX = 8

_SHEET = Template("""
* { outline: none; }
QWidget#window, QMainWindow { background: $bg; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 2px 4px; }

QFrame#toolbar { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame#separator { background: $line; border: none; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${button_radius}px; padding: 3px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $phase2; }
QToolButton:checked { background: $phase; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faded; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton#eye { padding: 2px; border-radius: ${radius}px; }
QToolButton#eye:checked { background: transparent; }
QToolButton#zoom { border: 1px solid $line; background: $field; min-width: 50px; border-radius: ${radius}px; padding: 0 6px; }
QToolButton#zoom:hover { border-color: $muted; }
QToolButton#zoom:focus { border-color: $accent; }

QFrame#segments { background: $phase; border-radius: ${button_radius}px; }
QFrame#segments QToolButton { border-radius: ${radius}px; padding: 0 13px; color: $ink2; margin: 3px; border: 1px solid transparent; }
QFrame#segments QToolButton[slim="true"] { padding: 0 7px; }
QFrame#segments QToolButton:hover { color: $ink; background: $phase2; }
QFrame#segments QToolButton:pressed { background: $hover; }
QFrame#segments QToolButton:checked { background: $raised; color: $ink; border: 1px solid $line; }
QFrame#segments QToolButton:focus { border-color: $accent; }

QPushButton { background: $card; color: $ink; border: 1px solid $line; border-radius: ${button_radius}px; padding: 0 14px; min-height: ${control_inner}px; }
QPushButton:hover { background: $hover; border-color: $muted; }
QPushButton:pressed { background: $phase2; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: ${control_focus}px; }
QPushButton:disabled { color: $faded; background: $field; }
QPushButton[kind="primary"], QDialog QPushButton:default { background: $primary; color: $on_primary; border: 1px solid $primary; }
QPushButton[kind="primary"]:hover, QDialog QPushButton:default:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:pressed, QDialog QPushButton:default:pressed { background: $muted; border-color: $muted; }
QPushButton[kind="primary"]:focus, QDialog QPushButton:default:focus { border: 2px solid $accent; }
QPushButton[kind="primary"]:disabled, QDialog QPushButton:default:disabled { background: $phase2; color: $faded; border-color: $phase2; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: 22px; color: $ink; text-align: left; border-radius: ${radius}px; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="card"] { background: $card; border: 1px solid $line; border-radius: ${button_radius}px; padding: 0; text-align: left; min-height: 226px; }
QPushButton[kind="card"]:hover { border-color: $muted; background: $card; }
QPushButton[kind="card"]:focus, QPushButton[kind="card"]:checked { border: 2px solid $accent; padding: 0; min-height: 224px; }
QPushButton[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 0; min-height: 26px; text-align: left; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:checked { background: $phase; }
QPushButton[kind="row"]:focus { border: 1px solid $accent; }

QPushButton[kind="box"] { background: transparent; border: 1px solid $line; border-radius: ${radius}px; padding: 0; min-height: 20px; text-align: left; }
QPushButton[kind="box"]:hover { background: $hover; }
QPushButton[kind="box"][tone="pain"] { border-color: $pain; }
QPushButton[kind="box"][tone="opp"] { border-color: $opp; }
QPushButton[kind="box"]:focus { border: 2px solid $accent; padding: 0; min-height: 18px; }
QPushButton[kind="jump"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0; min-height: 18px; text-align: left; }
QPushButton[kind="jump"]:hover { background: $phase; }
QPushButton[kind="jump"]:focus { border: 1px solid $accent; padding: 0; min-height: 18px; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $field; color: $ink; border: 1px solid $line; border-radius: ${radius}px; padding: 0 9px; min-height: ${control_inner}px; selection-background-color: $selection; selection-color: $ink; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 8px; min-height: ${control_focus}px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $faded; }
QComboBox { padding: 0 0 0 9px; }
QComboBox:focus, QComboBox[wrong="true"] { padding: 0 0 0 8px; }
QComboBox::drop-down { border: none; width: 19px; }
QComboBox::down-arrow { image: url("$chevron"); width: 13px; height: 13px; }
QPlainTextEdit { background: $field; color: $ink; border: 1px solid $line; border-radius: ${radius}px; padding: 0 3px; selection-background-color: $selection; selection-color: $ink; }
QPlainTextEdit:hover { border-color: $muted; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 0 2px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $pain; padding: 0 8px; min-height: ${control_focus}px; }
QPlainTextEdit[wrong="true"] { padding: 0 2px; min-height: 0; }
QLineEdit[kind="dated"] { padding: 0 6px; }
QLineEdit[kind="dated"]:focus, QLineEdit[kind="dated"][wrong="true"] { padding: 0 5px; }
QLineEdit[kind="slim"] { background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: 24px; }
QLineEdit[kind="slim"]:hover { border-color: $line; }
QLineEdit[kind="slim"]:focus { border: 1px solid $accent; background: $field; padding: 0 4px; min-height: 24px; }
QLineEdit[kind="slim"][wrong="true"] { border: 1px solid $pain; padding: 0 4px; min-height: 24px; }
QPlainTextEdit[kind="slim"] { background: transparent; border: 1px solid transparent; padding: 0; }
QPlainTextEdit[kind="slim"]:hover { border-color: $line; }
QPlainTextEdit[kind="slim"]:focus { border: 1px solid $accent; background: $field; }
QPlainTextEdit[kind="slim"][wrong="true"] { border: 1px solid $pain; }
QComboBox[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $ink2; padding: 0 3px; min-height: 20px; }
QComboBox[kind="quiet"]:hover { border-color: $line; background: $field; }
QComboBox[kind="quiet"]:focus { border: 1px solid $accent; padding: 0 3px; min-height: 20px; }
QComboBox[kind="quiet"]::drop-down { width: 16px; }
QComboBox[kind="quiet"]::down-arrow { width: 11px; height: 11px; }
QToolButton#small { padding: 2px; border-radius: ${radius}px; }
QToolButton#tiny { padding: 0; border: none; border-radius: 4px; }
QToolButton#tiny:focus { border: 1px solid $accent; }
QToolButton#small:checked { background: transparent; }
QToolButton#section { padding: 3px 4px 3px 0; border-radius: ${radius}px; text-align: left; }
QToolButton#section:checked { background: transparent; }
QToolButton#section:hover { background: $hover; }
QFrame[kind="chip"] { background: $phase; border: 1px solid transparent; border-radius: 12px; }
QFrame[kind="chip"]:hover { background: $phase2; }
QFrame[kind="chip"]:focus { border-color: $accent; }
QFrame[kind="part"] { background: transparent; border: 1px solid $grid; border-radius: ${radius}px; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: 1px solid $line; selection-background-color: $phase; selection-color: $ink; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QCheckBox { color: $ink; spacing: 9px; min-height: 26px; }
QCheckBox::indicator, QTableView::indicator { width: 16px; height: 16px; border: 1.5px solid $muted; border-radius: 4px; background: $field; }
QCheckBox::indicator:hover, QTableView::indicator:hover { border-color: $ink2; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $primary; border-color: $primary; image: url("$check"); }
QCheckBox:focus { color: $ink; }
QCheckBox:disabled { color: $faded; }

QFrame#panel, QWidget#panel { background: $panel; }
QFrame#panel[edge="right"] { border: none; border-right: 1px solid $line; }
QFrame#panel[edge="left"] { border: none; border-left: 1px solid $line; }
QScrollArea, QScrollArea > QWidget > QWidget#content { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:vertical { background: $line; }
QLabel { background: transparent; color: $ink; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="second"] { color: $ink2; }
QLabel[tone="pain"] { color: $pain; }
QLabel[tone="opp"] { color: $opp; }
QLabel[tone="chip"] { background: $phase; color: $ink2; border-radius: 5px; padding: 2px 7px; }
QLabel[tone="alert"] { background: $pain; color: $on_colour; border-radius: 11px; padding: 3px 10px; }
QFrame[kind="rule"] { background: $grid; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="mark"] { background: $accent; border: none; border-radius: 1px; }
QFrame[kind="quote"] { background: $field; border: none; border-radius: ${radius}px; }
QFrame[kind="box"] { background: transparent; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[kind="box"][tone="pain"] { border-color: $pain; }
QFrame[kind="box"][tone="opp"] { border-color: $opp; }
QFrame#paper { background: $canvas; border: 1px solid $line; border-radius: ${button_radius}px; }

QFrame#bar { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame#popup { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame#timer { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame#timer[tone="over"] { border-bottom: 3px solid $pain; }
QFrame#remote { background: $card; border: 1px solid $line; border-radius: 12px; }
QLabel#foot { color: $ink2; }
QCalendarWidget, QCalendarWidget QWidget { background: $card; color: $ink; }
QCalendarWidget QTableView { border: none; border-radius: 0; selection-background-color: transparent; }
QCalendarWidget QToolButton { min-height: 24px; padding: 1px 7px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QSpinBox { min-height: 24px; min-width: 58px; padding: 0 4px; }
QFrame#capture { background: $panel; border: none; border-top: 1px solid $line; }
QListWidget#offers { background: $card; border: 1px solid $line; border-radius: ${button_radius}px; padding: 5px; }
QListWidget#offers::item { padding: 0 8px; border-radius: ${radius}px; color: $ink; }
QListWidget#offers::item:hover, QListWidget#offers::item:selected { background: $phase; color: $ink; }

QFrame#status { background: $phase; border: none; border-top: 1px solid $phase; }
QFrame#status QLabel { color: $ink2; }

QFrame#message { background: $field; border: none; border-bottom: 1px solid $line; }
QFrame#message[tone="error"] { border-bottom: 2px solid $pain; }
QFrame#message[tone="warn"] { border-bottom: 2px solid $accent; }
QFrame#message QPushButton { min-height: 26px; }
QProgressBar { background: $phase; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $ink; border-radius: 3px; }

QMenuBar { background: $panel; color: $ink; border: none; border-bottom: 1px solid $grid; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $phase; }
QToolButton#qt_menubar_ext_button { padding: 0; border: none; qproperty-icon: none; image: url("$chevron"); }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 6px; menu-scrollable: 1; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: ${radius}px; margin: 0 2px; }
QMenu::item:selected { background: $phase; }
QMenu::item:disabled { color: $faded; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $grid; margin: 6px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$tick"); }
QMenu::right-arrow { image: url("$arrow"); width: 12px; height: 12px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QDialog { background: $panel; }
QTableView, QTreeView, QListView { background: $panel; color: $ink; border: 1px solid $line; border-radius: ${radius}px; gridline-color: $grid; selection-background-color: $phase; selection-color: $ink; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px; }
QListView#plain { background: transparent; border: none; border-radius: 0; }
QTableView#sheet { border: none; border-top: 1px solid $line; border-radius: 0; }
QTableView#sheet QHeaderView { background: $canvas; border: none; }
QTableView#sheet QHeaderView::section { background: $canvas; color: $ink2; border-right: 1px solid $grid; padding: 0 8px; }
QTableView#sheet QHeaderView::section:vertical { color: $muted; border-bottom: 1px solid $grid; padding: 0; }
QTableView#sheet QTableCornerButton::section { background: $canvas; border: none; border-right: 1px solid $grid; border-bottom: 1px solid $line; }
QLineEdit[kind="cell"], QLineEdit[kind="cell"]:focus, QPlainTextEdit[kind="cell"], QPlainTextEdit[kind="cell"]:focus { background: $card; border: 2px solid $accent; border-radius: 0; padding: 0 5px; min-height: 0; selection-background-color: $selection; selection-color: $ink; }
QLineEdit[kind="small"] { min-height: 26px; }
QLineEdit[kind="small"]:focus { min-height: 24px; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet in a theme's colours."""
    dark = theme.is_dark
    mode = "dark" if dark else "light"
    return _SHEET.substitute(
        bg=theme.bg, canvas=theme.bg, card=theme.card, panel=theme.panel, ink=theme.ink, ink2=theme.ink2,
        muted=theme.muted, line=theme.line, grid=theme.grid, phase=theme.phase, phase2=theme.phase2,
        accent=theme.accent, pain=theme.pain, opp=theme.opp, on_colour=theme.on_colour,
        field="#171B1F" if dark else theme.bg,
        raised="#3A424B" if dark else theme.card,
        hover="#252C33" if dark else "#F4F1EA",
        scroll="#3F4750" if dark else "#CFCAC0",
        selection="#5A430F" if dark else "#FBE3B4",
        faded="#5D656E" if dark else "#A5A9AD",
        primary=theme.ink, on_primary=theme.bg if dark else "#FFFFFF",
        primary_hover="#FFFFFF" if dark else "#394149",
        radius=RADIUS_PX, button_radius=BUTTON_RADIUS_PX,
        control_inner=CONTROL_PX - 2, control_focus=CONTROL_PX - 4,
        chevron=_image(f"{mode}-chevron-down"), check=_image(f"{mode}-check-on-primary"),
        tick=_image(f"{mode}-check"), arrow=_image(f"{mode}-chevron-right"),
    )  # fmt: skip


def _image(name: str) -> str:
    """Return a style sheet's url of an icon with its colour written in; style sheets cannot tint."""
    return (resource("icons") / "tinted" / f"{name}.svg").as_posix()
