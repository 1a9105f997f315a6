from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.drawing.tokens import THEMES
from app.model.errors import JourneyError
from app.widgets import messages
from app.widgets.messages import MessageBar, Remedy


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar(THEMES["light"])
    qtbot.addWidget(made)
    return made


def dismiss(bar: MessageBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)


def test_news_replaces_news(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("info", "One")
    bar.say("error", "Two")
    assert (bar.text, bar.kind) == ("Two", "error")
    dismiss(bar, qtbot)
    assert bar.text == ""
    assert bar.isHidden()


def test_what_stays_comes_back_after_what_was_said_later(bar: MessageBar, qtbot: QtBot) -> None:
    bar.tell(JourneyError("One is broken."), stays=True)
    bar.tell(JourneyError("Two is broken."), stays=True)
    bar.say("info", "Copied.")
    assert bar.text == "Copied."
    assert bar._more.text() == "2 more"
    dismiss(bar, qtbot)
    assert bar.text == "Two is broken."
    dismiss(bar, qtbot)
    assert bar.text == "One is broken."
    assert bar._more.isHidden()
    dismiss(bar, qtbot)
    assert bar.text == ""


def test_good_news_leaves_by_itself_and_what_stays_does_not(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "INFO_MS", 1)
    bar.say("warn", "Look at this.", stays=True)
    bar.say("info", "Saved.")
    qtbot.waitUntil(lambda: bar.text == "Look at this.")
    qtbot.wait(20)
    assert bar.text == "Look at this."


def test_a_refusal_leaves_by_itself_or_when_something_else_was_done(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.tell(JourneyError("The disk is full."), stays=True)
    bar.tell(JourneyError("“Research” is in the way."))
    bar.forget_refusal()
    assert bar.text == "The disk is full."
    bar.forget_refusal()
    assert bar.text == "The disk is full."
    monkeypatch.setattr(messages, "REFUSAL_MS", 1)
    bar.tell(JourneyError("“Research” is in the way."))
    qtbot.waitUntil(lambda: bar.text == "The disk is full.")


def test_the_same_sentence_is_not_kept_twice(bar: MessageBar, qtbot: QtBot) -> None:
    for _ in range(3):
        bar.say("error", "Broken.", stays=True)
    assert bar._more.isHidden()
    dismiss(bar, qtbot)
    assert bar.text == ""


def test_what_does_not_hold_any_more_is_withdrawn_wherever_it_is(bar: MessageBar) -> None:
    bar.say("warn", "A", stays=True)
    bar.say("warn", "B", stays=True)
    bar.withdraw("A")
    assert (bar.text, bar._more.isHidden()) == ("B", True)
    bar.withdraw("B")
    assert bar.text == ""
    bar.withdraw("C")


def test_messages_that_stay_do_not_pile_up_for_ever(bar: MessageBar) -> None:
    for number in range(50):
        bar.say("error", str(number), stays=True)
    assert len(bar._under) == messages.MOST_UNDER
    for _ in range(messages.MOST_UNDER + 1):
        bar.dismiss()
    assert bar.text == ""


def test_each_button_does_what_it_says_once_and_the_message_goes(bar: MessageBar, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for place, expected in enumerate(("reload", "keep")):
        bar.say(
            "warn", "Changed.", "Reload", lambda: pressed.append("reload"),
            other=Remedy("Keep", lambda: pressed.append("keep")), stays=True,
        )  # fmt: skip
        qtbot.mouseClick(bar.buttons[place], Qt.MouseButton.LeftButton)
        assert pressed[-1] == expected
        assert bar.text == ""
    bar.say("info", "No buttons.")
    assert all(button.isHidden() for button in bar.buttons)


@pytest.mark.parametrize("quotes", ["“{}”", "„{}“", "«\u00a0{}\u00a0»"])
def test_a_refusal_names_records_by_their_titles_alone(bar: MessageBar, quotes: str) -> None:
    title = quotes.format("Live demo (short)")
    bar.tell(JourneyError("“CFO” takes part in it already.", f"touchpoint {title} (tp-live-demo)"))
    assert bar.text == f"touchpoint {title}: “CFO” takes part in it already."
