"""The words of a journey's lists and how they are called on the screen.

Involvement, deviation, side and the like are closed lists: the records refuse other words. Kinds of link, insight and
evidence, buying roles and glyphs are open: an unknown word is kept, drawn neutrally, and named by `check`.
Each function returns word -> name in the language chosen now, in the order in which a person is offered them.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import tr


def link_kinds() -> Mapping[str, str]:
    """Name the known kinds of link."""
    return {
        "handoff": tr("Handoff"),
        "escalation": tr("Escalation"),
        "information": tr("Information"),
        "dependency": tr("Dependency"),
        "alternative": tr("Alternative"),
    }


def insight_kinds() -> Mapping[str, str]:
    """Name the known kinds of insight."""
    return {
        "pain": tr("Pain point"),
        "gain": tr("Gain"),
        "opportunity": tr("Opportunity"),
        "idea": tr("Idea"),
        "question": tr("Question"),
    }


def evidence_kinds() -> Mapping[str, str]:
    """Name the known kinds of evidence."""
    return {
        "survey": tr("Survey"),
        "interview": tr("Interview"),
        "front_line": tr("Front-line report"),
        "workshop": tr("Workshop"),
        "analytics": tr("Analytics"),
        "ticket": tr("Ticket"),
        "assumption": tr("Assumption"),
    }


def buying_roles() -> Mapping[str, str]:
    """Name the roles of a buying centre (Webster and Wind 1972)."""
    return {
        "initiator": tr("Initiator"),
        "influencer": tr("Influencer"),
        "decider": tr("Decider"),
        "approver": tr("Approver"),
        "buyer": tr("Buyer"),
        "user": tr("User"),
        "gatekeeper": tr("Gatekeeper"),
    }


def channel_modes() -> Mapping[str, str]:
    """Name the modes of channels."""
    return {"digital": tr("Digital"), "human": tr("Human"), "self_service": tr("Self-service")}


def involvements() -> Mapping[str, str]:
    """Name the ways to take part, the most active first."""
    return {
        "leads": tr("Leads"),
        "takes_part": tr("Takes part"),
        "approves": tr("Approves"),
        "is_consulted": tr("Is consulted"),
        "is_informed": tr("Is informed"),
    }


def deviations() -> Mapping[str, str]:
    """Name how the actual journey differs from the planned one (Halvorsrud, Kvale and Følstad 2016)."""
    return {
        "as_planned": tr("As planned"),
        "ad_hoc": tr("Ad hoc"),
        "irregular": tr("Irregular sequence"),
        "failed": tr("Failed"),
        "missing": tr("Missing"),
    }


def sides() -> Mapping[str, str]:
    """Name the sides of organisations."""
    return {"customer": tr("Customer"), "supplier": tr("Supplier"), "partner": tr("Partner")}


def stages() -> Mapping[str, str]:
    """Name the stage sides of a service blueprint."""
    return {
        "customer": tr("Customer"),
        "front_stage": tr("Front stage"),
        "back_stage": tr("Back stage"),
        "support": tr("Support"),
    }


def relations() -> Mapping[str, str]:
    """Name how one role stands to another."""
    return {"works_with": tr("Works with"), "asks": tr("Asks"), "needs_approval_of": tr("Needs approval of")}


def feelings() -> Mapping[int, str]:
    """Name the feelings, the best first."""
    return {2: tr("Very good"), 1: tr("Good"), 0: tr("Neutral"), -1: tr("Bad"), -2: tr("Very bad")}


def time_units() -> Mapping[str, str]:
    """Name the units of a timeline."""
    return {
        "step": tr("Steps"),
        "hour": tr("Hours"),
        "day": tr("Days"),
        "week": tr("Weeks"),
        "month": tr("Months"),
    }


def journey_kinds() -> Mapping[str, str]:
    """Name the kinds of journey."""
    return {
        "b2c": tr("Consumer (one persona)"),
        "b2b": tr("Business (several roles)"),
        "b2b2c": tr("Business to business to consumer"),
    }


def journey_states() -> Mapping[str, str]:
    """Name the states of a journey."""
    return {"current": tr("Current state"), "future": tr("Future state")}


def service_level_kinds() -> Mapping[str, str]:
    """Name what a service level promises."""
    return {"response": tr("Response time"), "resolution": tr("Resolution time")}


def name_in(names: Mapping[str, str], word: str) -> str:
    """Return the word's name; an unknown word is shown as it was written.

    >>> name_in(link_kinds(), "handoff"), name_in(link_kinds(), "shadow_copy")
    ('Handoff', 'shadow copy')
    """
    return names.get(word) or word.replace("_", " ")
