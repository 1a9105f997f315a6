from __future__ import annotations

from app.analysis.finding import Finding


def test_a_finding_is_the_same_one_when_its_sentence_changes() -> None:
    before = Finding("waits", "It waits 3 weeks.", ("link", "touch"), 0.5)
    after = Finding("waits", "It waits 4 weeks.", ("link", "touch"), 0.6)
    assert before.identity == after.identity
    assert before.identity != Finding("absence", before.sentence, before.records, 0.5).identity


def test_a_subject_stays_when_more_records_are_concerned() -> None:
    before = Finding("absence", "One waits.", ("role", "phase", "link"), 0.5, "role phase")
    after = Finding("absence", "Two wait.", ("role", "phase", "link", "other"), 0.5, "role phase")
    assert before.identity == after.identity == "absence role phase"
