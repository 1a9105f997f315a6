"""What a story has told: a journey in words, so that one that was built by hand can be compared with the sample."""

from __future__ import annotations

from app.model.journey import Journey
from app.model.records import Channel, Insight, Link, Party, Phase, Role, Touchpoint
from app.places import resource

SAMPLE = resource("samples") / "service-platform.journey"


def told(of: Journey) -> dict[str, list[object]]:
    """Return what was told of a journey, by names."""
    name, title = lambda role: of.the(Role, role).name, lambda point: of.the(Touchpoint, point).title
    return {
        "journey": [of.info.title, of.info.subject, of.info.goal],
        "organisations": [(each.name, each.side) for each in of.all(Party)],
        "roles": [(each.name, of.the(Party, each.party).name, typed(each.remit)) for each in of.all(Role)],
        "phases": [(each.name, each.start, each.end) for each in of.all(Phase)],
        "touchpoints": [
            (
                each.title, each.duration, of.the(Channel, each.channel).name if each.channel else "",
                [(name(part.role), part.feeling) for part in each.participations], each.moment_of_truth,
            )
            for each in of.all(Touchpoint)
        ],
        "links": sorted(
            (title(each.source), title(each.target), each.kind, str(each.wait), name(_end(of, each.source, each.source_role)), name(_end(of, each.target, each.target_role)))
            for each in of.all(Link)
        ),
        "insights": sorted((each.kind, each.text, title(each.refs[0].id)) for each in of.all(Insight)),
    }  # fmt: skip


def typed(text: str) -> str:
    """Return a text as it is typed on a keyboard without a middle dot."""
    return text.replace("·", "-")


def _end(of: Journey, touchpoint: str, role: str) -> str:
    """Return the role at the end of a link; where it says none, the first that takes part."""
    return role or of.the(Touchpoint, touchpoint).roles[0]
