"""Names of two documents: one bearer or two, and one key for both."""

from __future__ import annotations

import pytest

from tuireader.compare.claims.names import link_names, same_name
from tuireader.compare.values import Name, NameType

_KINDS = {
    "p": NameType.PERSON,
    "o": NameType.ORGANISATION,
    "l": NameType.PLACE,
    "?": NameType.OTHER,
}

_SAME = (
    ("p mustafa al-kadhimi", "p mustafa al-kadhemi"),
    ("p mustafa al-kadhimi", "p kadhemi"),
    ("p rashid karami", "p rasheed karami"),
    ("p yusuf salem", "p yousef salim"),
    ("p inacio cordova", "p cordova"),
    ("p muhammad zaki", "p mohammed zaki"),
    ("p mohamed zaki", "p mohammad zaki"),
    ("p hussein amir", "p hussain amir"),
    ("p volodymyr zelenskyy", "p zelensky"),
    ("p sergei orlov", "p sergey orlov"),
    ("p dmitry orlov", "p dimitri orlov"),
    ("p aleksei petrov", "p alexei petrov"),
    ("p j. velling", "p john velling"),
    ("p mark t velling", "p mark velling"),
    ("p bob harrow", "p robert harrow"),
    ("p bill asher", "p will asher"),
    ("p nadia al-hadid", "p nadia el-hadid"),
    ("p nadia al-hadid", "p hadid"),
    ("p fernando gonzalez", "p fernando gonzales"),
    ("p kim jong-un", "p kim jong un"),
    ("? velling", "p mark velling"),
    ("? un", "o united nations"),
    ("o iaea", "o international atomic energy agency"),
    ("o wfc", "o world fisheries council"),
    ("? isis", "? islamic state"),
    ("o islamic state of iraq and syria", "? islamic state"),
    ("o nato", "o north atlantic treaty organization"),
    ("o orrin", "o orrin foods"),
    ("o red cross", "o international committee of the red cross"),
    ("o kurdistan workers party", "o pkk"),
    ("p abdel nasser", "p abdul naser"),
    ("? us", "l us"),
)

_APART = (
    ("p barack obama", "p osama bin laden"),
    ("? obama", "? osama"),
    ("l ir", "l iq"),
    ("l at", "l au"),
    ("l ne", "l ng"),
    ("l sk", "l si"),
    ("l kp", "l kr"),
    ("? iran", "? iraq"),
    ("? austria", "? australia"),
    ("? slovakia", "? slovenia"),
    ("p john smith", "p jane smith"),
    ("p ruth green", "p tom green"),
    ("p lars hansen", "p lars hanson"),
    ("p anna miller", "p anna muller"),
    ("p bashar qasim", "p bashir qasim"),
    ("p maria lopez", "p mario lopez"),
    ("p george w tull", "p george h tull"),
    ("p j. velling", "p robert velling"),
    ("p marino", "p moreno"),
    ("p burton", "p barton"),
    ("p ford", "o ford motor"),
    ("o ministry of health", "o ministry of defence"),
    ("o bank of tarsk", "o bank of velm"),
    ("? un", "p ursula noor"),
    ("l is", "? islamic state"),
    ("p khamenei", "p khomeini"),
)


def _name(text: str) -> Name:
    kind, _, key = text.partition(" ")
    return Name(key, _KINDS[kind])


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_one_bearer(one: str, other: str) -> None:
    assert same_name(_name(one), _name(other))
    assert same_name(_name(other), _name(one))


@pytest.mark.parametrize(("one", "other"), _APART)
def test_two_bearers(one: str, other: str) -> None:
    assert not same_name(_name(one), _name(other))
    assert not same_name(_name(other), _name(one))


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_one_bearer_gets_one_key(one: str, other: str) -> None:
    a, b = _name(one), _name(other)
    shared = link_names([a], [b])
    assert shared[a.key] == shared[b.key]


@pytest.mark.parametrize(("one", "other"), _APART)
def test_two_bearers_keep_two_keys(one: str, other: str) -> None:
    a, b = _name(one), _name(other)
    shared = link_names([a], [b])
    assert shared[a.key] != shared[b.key]


def test_an_ambiguous_surname_is_linked_to_nobody() -> None:
    shared = link_names([_name("p ruth green"), _name("p tom green")], [_name("p green")])
    assert len(set(shared.values())) == 3


def test_the_better_match_takes_the_link() -> None:
    shared = link_names([_name("p ruth green"), _name("p green")], [_name("p ruth greene x")])
    assert shared["ruth green"] != shared["green"]
    shared = link_names([_name("p rashid karami")], [_name("p karami"), _name("p rasheed karami")])
    assert shared["rashid karami"] == shared["rasheed karami"] != shared["karami"]


def test_the_longer_key_is_shared() -> None:
    assert link_names([_name("? un")], [_name("o united nations")])["un"] == "united nations"
