"""A round of dot-voting: its name, who votes, how many dots each has, and how the insights stand."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits.insights import vote
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Insight


@dataclass(slots=True)
class Ballot:
    """What a vote counts for. Nobody named is the whole room, which has no limit."""

    session: str = ""
    voter: str = ""
    dots_each: int = 3  # 0: no limit

    @property
    def session_name(self) -> str:
        """The name under which votes are kept."""
        return self.session.strip() or tr("Round 1")

    def cast(self, journey: Journey, insight: str, dots: int) -> Change:
        """Plan to give an insight dots, or to take some away; raises JourneyError where the voter has none left."""
        if dots < 0 and self._given_to(journey, insight) + dots < 0:
            raise self._nothing_to_take(journey.the(Insight, insight))
        left = self.left(journey)
        if left is not None and dots > left:
            who, each = self.voter.strip(), self.dots_each
            raise JourneyError(
                trn("{name} has given the only dot.", "{name} has given all {count} dots.", each, name=who),
                do=tr("Take one away elsewhere, or give more dots each."),
            )
        return vote(journey, insight, self.session_name, self.voter.strip(), dots)

    def left(self, journey: Journey) -> int | None:
        """Return how many dots the voter has left, none where there is no limit."""
        if not self.voter.strip() or not self.dots_each:
            return None
        return max(0, self.dots_each - self.given(journey))

    def status(self, journey: Journey) -> str:
        """Say how the round stands: what the voter has left, or how much was given."""
        left = self.left(journey)
        if left is not None:
            return trn(
                "{name} has {count} dot left.", "{name} has {count} dots left.", left, name=self.voter.strip()
            )
        given = sum(dots_of(insight, self.session_name) for insight in journey.all(Insight))
        return trn("{count} dot was given.", "{count} dots were given.", given)

    def given(self, journey: Journey) -> int:
        """Return how many dots the voter has given in this session."""
        key = (self.session_name, self.voter.strip())
        return sum(
            each.count
            for insight in journey.all(Insight)
            for each in insight.votes
            if (each.session, each.voter) == key
        )

    def _given_to(self, journey: Journey, insight: str) -> int:
        key = (self.session_name, self.voter.strip())
        votes = journey.the(Insight, insight).votes
        return sum(each.count for each in votes if (each.session, each.voter) == key)

    def _nothing_to_take(self, insight: Insight) -> JourneyError:
        who, session = self.voter.strip(), self.session_name
        if who:
            return JourneyError(tr("{name} has given it no dot in {round}.", name=who, round=session))
        if dots_of(insight, session):
            words = tr("Its dots in {round} were given by name.", round=session)
            return JourneyError(words, do=tr("Say among the votes who votes."))
        return JourneyError(tr("It was given no dot in {round}.", round=session))


def dots_of(insight: Insight, session: str) -> int:
    """Return the dots an insight was given in a session."""
    return sum(each.count for each in insight.votes if each.session == session)


def ranking(journey: Journey, session: str) -> tuple[tuple[Insight, int], ...]:
    """Return all insights with their dots in a session, the most voted first, else as they stand in the journey."""
    counted = [(insight, dots_of(insight, session)) for insight in journey.all(Insight)]
    return tuple(sorted(counted, key=lambda pair: -pair[1]))


def sessions_of(journey: Journey) -> tuple[str, ...]:
    """Return the names of all sessions in which somebody voted, the latest known first."""
    found = dict.fromkeys(each.session for insight in journey.all(Insight) for each in insight.votes)
    return tuple(sorted(found, reverse=True))


def voters_of(journey: Journey, session: str) -> tuple[str, ...]:
    """Return who has voted in a session."""
    found = dict.fromkeys(
        each.voter
        for insight in journey.all(Insight)
        for each in insight.votes
        if each.session == session and each.voter
    )
    return tuple(sorted(found))
