"""A line of text read as a touchpoint. Every line can be read; what is nothing else is the title.

CFO, IT manager: budget review @video call w12-13 +1 !late numbers
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.model.capture.feelings import read_feeling
from app.model.capture.head import Head, read_head
from app.model.capture.known import Known
from app.model.capture.parts import Captured, CapturedChannel, CapturedInsight, CapturedRole, Piece, PieceKind
from app.model.capture.times import When, is_number, read_day, read_length, read_number, read_time, read_week
from app.model.capture.words import Word, is_space, next_word, read_quoted
from app.model.record import Duration

INSIGHT_MARKS: dict[str, PieceKind] = {"!": "pain", "?": "question", "+": "opportunity"}
TRUTH_MARK = "*"
CHANNEL_MARK = "@"
_LOOSE_END = ",;"


def read_line(line: str, known: Known) -> Captured:
    """Return what the line says."""
    reading = _Reading(line, known)
    at = 0
    for _ in range(2):  # a head of nothing but a time may stand before the one with the roles
        head = read_head(line, known, at)
        if head is None:
            break
        reading.take_head(head)
        at = head.end
        if head.roles:
            break
    while (word := next_word(line, at)) is not None:
        at = reading.take(word)
    return reading.captured()


def is_insight(word: str) -> bool:
    """Tell whether an insight begins with this word: `!`, `?` or, before a letter, `+`."""
    if len(word) < 2 or word[0] not in INSIGHT_MARKS or word[1] == word[0]:
        return False
    return word[0] != "+" or word[1].isalpha() or word[1] in '\\"'


@dataclass
class _Reading:
    """The parts found so far."""

    line: str
    known: Known
    roles: tuple[CapturedRole, ...] = ()
    title: list[str] = field(default_factory=list)
    channel: CapturedChannel | None = None
    start: float | None = None
    duration: Duration | None = None
    feeling: int | None = None
    is_moment_of_truth: bool = False
    insights: list[CapturedInsight] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    has_mark: bool = False

    def captured(self) -> Captured:
        """Return all parts."""
        title = " ".join(self.title).rstrip(_LOOSE_END + " ")
        return Captured(
            self.roles, title, self.channel, self.start, self.duration, self.feeling, self.is_moment_of_truth,
            tuple(self.insights), tuple(self.pieces),
        )  # fmt: skip

    def take_head(self, head: Head) -> None:
        """Take over what the head says."""
        self.roles = head.roles
        if self.start is None and head.when is not None:
            self.start, self.duration = head.when
        self.duration = self.duration or head.duration
        self.pieces += head.pieces

    def take(self, word: Word) -> int:
        """Understand the word, and others that belong to it; return where the next one is looked for."""
        if not word.is_kept:
            for reader in (
                self._insight,
                self._channel,
                self._sign,
                self._time,
                self._day,
                self._week,
                self._number,
            ):
                end = reader(word)
                if end is not None:
                    return end
        self._add_title(word)
        return word.end

    def _insight(self, word: Word) -> int | None:
        if not is_insight(word.text):
            return None
        kind = INSIGHT_MARKS[word.text[0]]
        in_quotes = read_quoted(self.line, word.start + 1)
        if in_quotes is not None:
            text, end = in_quotes
        else:
            words: list[str] = []
            end = word.start + 1
            following = next_word(self.line, end)
            while following is not None and not (
                words and not following.is_kept and is_insight(following.text)
            ):
                words.append(following.text)
                end = following.end
                following = next_word(self.line, end)
            text = " ".join(words)
        self.insights.append(CapturedInsight(kind, text))
        return self._mark(kind, word.start, end)

    def _channel(self, word: Word) -> int | None:
        if self.channel is not None or not is_channel(word.text):
            return None
        in_quotes = read_quoted(self.line, word.start + 1)
        if in_quotes is not None:
            text, end = in_quotes
            self.channel = self.known.exact_channel(text) or CapturedChannel(text)
            return self._mark_channel(word.start, end)
        words = self._channel_words(word)
        names = [each.text.rstrip(_LOOSE_END) for each in words]
        found = self.known.channel(names)
        if found is None:
            count = len(words) if self.title else 1
            found = CapturedChannel(" ".join(names[:count])), count
        self.channel, count = found
        return self._mark_channel(word.start, words[count - 1].end)

    def _channel_words(self, word: Word) -> list[Word]:
        """Return the words that may be the channel's name: those up to the next mark."""
        words = [Word(word.text[1:], word.start + 1, word.end)]
        while words[-1].text[-1] not in _LOOSE_END:
            following = next_word(self.line, words[-1].end)
            if following is None or following.is_kept or self._is_mark(following):
                break
            if not following.text.strip(_LOOSE_END):
                break
            words.append(following)
        return words

    def _sign(self, word: Word) -> int | None:
        text = word.text.rstrip(_LOOSE_END)
        if text == TRUTH_MARK and not self.is_moment_of_truth:
            self.is_moment_of_truth = True
            return self._mark("truth", word.start, word.end)
        feeling = read_feeling(text)
        if feeling is None or self.feeling is not None:
            return None
        self.feeling = feeling
        return self._mark("feeling", word.start, word.end)

    def _time(self, word: Word) -> int | None:
        text = word.text.rstrip(_LOOSE_END)
        when = read_time(text, self.known.info, is_month_first=self.known.is_month_first)
        if when is not None and self.start is None and not (when.duration and self.duration):
            return self._mark_time(when, word.start, word.end)
        length = read_length(text, self.known.info.unit)
        if length is None or self.duration is not None:
            return None
        self.duration = length
        return self._mark("length", word.start, word.end)

    def _day(self, word: Word) -> int | None:
        if self.start is not None or not word.text[0].isdigit():
            return None
        words = [word]
        while len(words) < 3 and (following := next_word(self.line, words[-1].end)) is not None:
            words.append(following)
        found = read_day([each.text.rstrip(_LOOSE_END) for each in words], self.known.info)
        if found is None:
            return None
        when, count = found
        return self._mark_time(when, word.start, words[count - 1].end)

    def _week(self, word: Word) -> int | None:
        following = next_word(self.line, word.end) if self.start is None else None
        if following is None or following.is_kept:
            return None
        when = read_week([word.text, following.text.rstrip(_LOOSE_END)], self.known.info)
        return None if when is None else self._mark_time(when, word.start, following.end)

    def _number(self, word: Word) -> int | None:
        """A bare number is a time when it stands among the marks, and is a part of the title before them."""
        text = word.text.rstrip(_LOOSE_END)
        if self.start is not None or not self.has_mark or not is_number(text):
            return None
        following = next_word(self.line, word.end)
        if following is not None and (following.is_kept or not self._is_mark(following)):
            return None
        when = read_number(text, self.known.info)
        return None if when is None else self._mark_time(when, word.start, word.end)

    def _is_mark(self, word: Word) -> bool:
        text, info = word.text.rstrip(_LOOSE_END), self.known.info
        return (
            is_insight(word.text)
            or is_channel(word.text)
            or text == TRUTH_MARK
            or read_feeling(text) is not None
            or read_time(text, info) is not None
            or read_length(text, info.unit) is not None
        )

    def _mark_time(self, when: When, start: int, end: int) -> int:
        self.start = when.start
        self.duration = self.duration or when.duration
        return self._mark("time", start, end)

    def _mark_channel(self, start: int, end: int) -> int:
        return self._mark("channel" if self.channel and self.channel.id else "new_channel", start, end)

    def _mark(self, kind: PieceKind, start: int, end: int) -> int:
        self.has_mark = True
        self.pieces.append(Piece(kind, start, end))
        return end

    def _add_title(self, word: Word) -> None:
        self.title.append(word.text)
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.kind == "title":
            self.pieces[-1] = Piece("title", last.start, word.end)
        else:
            self.pieces.append(Piece("title", word.start, word.end))


def is_channel(word: str) -> bool:
    """Tell whether a channel begins with this word."""
    return len(word) > 1 and word[0] == CHANNEL_MARK and word[1] not in "@,;" and not is_space(word[1])
