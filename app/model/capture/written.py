"""A captured touchpoint written as a line that is read as the same again."""

from __future__ import annotations

from app.model.capture.feelings import feeling_word, read_feeling
from app.model.capture.known import Known
from app.model.capture.line import CHANNEL_MARK, INSIGHT_MARKS, TRUTH_MARK, is_channel, is_insight, read_line
from app.model.capture.parts import Captured, CapturedChannel, CapturedInsight, CapturedRole
from app.model.capture.times import is_number, is_week_word, read_length, read_time, time_words
from app.model.capture.words import escaped, quoted

_MARK_OF = {kind: mark for mark, kind in INSIGHT_MARKS.items()}


def written(captured: Captured, known: Known) -> str:
    """Return the line. Names are put in quotes, and words escaped, where they would be read as something else."""
    parts: list[str] = []
    if captured.roles:
        parts.append(", ".join(_role(role, known) for role in captured.roles) + ":")
    parts += _title(captured, known)
    if captured.channel is not None:
        parts.append(channel_word(captured.channel, bool(captured.title), known))
    parts += time_words(captured.start, captured.duration, known.info)
    if captured.feeling is not None:
        parts.append(feeling_word(captured.feeling))
    if captured.is_moment_of_truth:
        parts.append(TRUTH_MARK)
    parts += map(_insight, captured.insights)
    return " ".join(parts)


def role_word(role: CapturedRole, known: Known) -> str:
    """Write a role's name as it stands before the colon."""
    for word in (role.name, quoted(role.name)):
        read = read_line(f"{word}: x", known)
        if read == Captured(roles=(role._replace(feeling=None),), title="x"):
            return word
    return quoted(role.name)


def channel_word(channel: CapturedChannel, has_title: bool, known: Known) -> str:
    """Write a channel's name behind its mark."""
    before = "x " if has_title else ""
    for word in (channel.name, quoted(channel.name)):
        read = read_line(f"{before}{CHANNEL_MARK}{word}", known)
        if read == Captured(title=before.strip(), channel=channel):
            return CHANNEL_MARK + word
    return CHANNEL_MARK + quoted(channel.name)


def _role(role: CapturedRole, known: Known) -> str:
    word = role_word(role, known)
    return word if role.feeling is None else f"{word} {feeling_word(role.feeling)}"


def _title(captured: Captured, known: Known) -> list[str]:
    words = captured.title.split(" ") if captured.title else []
    behind = f'{captured.title} +1 x"'  # a quote that is left open would keep what follows
    if (
        words
        and read_line(captured.title, known) == Captured(title=captured.title)
        and read_line(behind, known) == Captured(title=f'{captured.title} x"', feeling=1)
    ):
        return words
    kept = [escaped(word) if _would_be_a_mark(word, known) else word for word in words]
    if kept and not captured.roles and kept[0] == words[0]:
        kept[0] = escaped(kept[0])  # what begins like this has no head
    return kept


def _would_be_a_mark(word: str, known: Known) -> bool:
    text = word.rstrip(",;")
    return (
        word[0] in '\\"'
        or text == TRUTH_MARK
        or is_insight(word)
        or is_channel(word)
        or text[:1].isdigit()
        or is_number(text)
        or is_week_word(text)
        or read_feeling(text) is not None
        or read_time(text, known.info) is not None
        or read_length(text, known.info.unit) is not None
    )


def _insight(insight: CapturedInsight) -> str:
    words = insight.text.split(" ")
    kept = [escaped(word) if word[:1] in ('"', "\\") or is_insight(word) else word for word in words]
    mark = _MARK_OF[insight.kind]  # type: ignore[index]
    if kept[0] == words[0] and not is_insight(mark + kept[0]):
        kept[0] = escaped(kept[0])
    return mark + " ".join(kept)
