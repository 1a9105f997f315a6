from __future__ import annotations

from app.model.listed_names import in_quotes, listed

ROLES = (("IT", "a"), ("Legal, risk", "b"), ("Legal", "c"), ("Müller", "d"), ("Muller", "e"), ("it", "f"))


def test_names_stand_between_commas_whatever_their_capitals_and_blanks() -> None:
    assert listed(" muller ,, IT", ROLES) == (frozenset("eaf"), "")


def test_the_longest_name_with_commas_is_meant() -> None:
    assert listed("legal,  RISK", ROLES) == (frozenset("b"), "")
    assert listed("Legal, IT", ROLES) == (frozenset("caf"), "")


def test_a_name_spelt_just_so_is_meant_alone() -> None:
    assert listed("Müller", ROLES)[0] == frozenset("d")


def test_the_first_name_that_is_nobodys_is_told() -> None:
    assert listed("IT, CFO, CEO", ROLES)[1] == "CFO"
    assert listed("risk", ROLES)[1] == "risk"
    assert listed(" , ", ROLES) == (frozenset(), "")
    assert listed("IT", ())[1] == "IT"


def test_what_could_be_named_is_one_sentence_however_much_it_is() -> None:
    assert in_quotes(["IT", "", "Legal", "IT"]) == "“IT”, “Legal”"
    assert in_quotes(str(number) for number in range(5_000)).endswith("“29” and 4970 more")
