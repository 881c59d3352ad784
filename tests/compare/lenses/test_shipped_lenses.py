import subprocess
import sys
from pathlib import Path

import pytest

import tuireader.compare.lenses as package
from tuireader.compare.lenses import Lens, check_lens, load_lenses
from tuireader.compare.model import Claim, Facet, Span
from tuireader.compare.values import Exactness, Moment, Phase, Quantity, Status, Value

SHIPPED = (
    "casualties",
    "dates-and-deadlines",
    "mission-status",
    "money",
    "percentages",
    "troop-count",
    "votes",
)


def claim(text: str, *values: Value) -> Claim:
    span = Span(0, len(text))
    return Claim("a1", span, text, tuple(Facet(span, value) for value in values), span, 0)


def count(number: float, unit: str = "") -> Quantity:
    return Quantity(number, number, Exactness.EXACT, unit)


def lens(identity: str) -> Lens:
    return next(lens for lens in load_lenses() if lens.id == identity)


def test_seven_lenses_are_shipped_in_the_order_of_their_files() -> None:
    assert tuple(lens.id for lens in load_lenses()) == SHIPPED


@pytest.mark.parametrize("identity", SHIPPED)
def test_shipped_lenses_have_no_mistake(identity: str) -> None:
    path = Path(package.__file__).parent / f"{identity}.toml"
    assert check_lens(path) == []


@pytest.mark.parametrize("identity", SHIPPED)
def test_conflicts_are_symmetric_and_never_of_one_phase(identity: str) -> None:
    topic = lens(identity)
    for one in topic.statuses:
        assert not topic.contradicts(one, one)
        for other in topic.statuses:
            assert topic.contradicts(one, other) == topic.contradicts(other, one)


DAY = Moment(None, None, relative="day:1")
MATCHING = [
    ("troop-count", claim("About 900 soldiers are stationed in the valley.", count(900))),
    ("casualties", claim("The quake killed 41 people.", count(41))),
    ("casualties", claim("Nobody was hurt, though 30 were in the hall.", count(30))),
    ("money", claim("The bridge cost €12 million.", count(12e6, "EUR"))),
    ("money", claim("He was fined 300 francs.", count(300, "franc"))),
    ("percentages", claim("Turnout rose to 61%.", count(61, "%"))),
    ("percentages", claim("The rate fell by half a point.", count(0.5, "pp"))),
    ("dates-and-deadlines", claim("The report is due tomorrow.", DAY)),
    ("votes", claim("The bill passed by 51 votes.", count(51))),
    ("mission-status", claim("The mission is over.", Status(Phase.ENDED, "is over"))),
    ("mission-status", claim("There is no such mission any more.")),
]


@pytest.mark.parametrize(("identity", "matching"), MATCHING)
def test_a_claim_of_the_topic_matches(identity: str, matching: Claim) -> None:
    assert lens(identity).matches(matching)


OTHER = [
    ("troop-count", claim("The soldiers sang.")),
    ("troop-count", claim("The soldiers marched 30 kilometres.", count(30, "km"))),
    ("casualties", claim("The dead were mourned.")),
    ("money", claim("The bridge cost many lives.", count(40))),
    ("money", claim("The road is 12 kilometres long.", count(12, "km"))),
    ("percentages", claim("The rate was discussed.", count(12))),
    ("dates-and-deadlines", claim("The report is due.")),
    ("votes", claim("Rain fell for 3 days.", count(3, "day"))),
    ("mission-status", claim("The mission has a cook.")),
]


@pytest.mark.parametrize(("identity", "other"), OTHER)
def test_a_claim_of_another_matter_does_not(identity: str, other: Claim) -> None:
    assert not lens(identity).matches(other)


MISSION = [
    ("The government will formally end its military mission next June.", "ending"),
    ("Ending the operation in the north by spring was agreed.", "ending"),
    ("There is no longer any such operation.", "ended"),
    ("The mission has ended, the minister said.", "ended"),
    ("The mission has not ended, the minister said.", "ongoing"),
    ("There are no actual combat troops in the province.", "none"),
    ("There was no occupation.", "none"),
    ("The deployment continues.", "ongoing"),
    ("The army plans to deploy in March.", "planned"),
]


@pytest.mark.parametrize(("text", "phase"), MISSION)
def test_phases_of_a_mission(text: str, phase: str) -> None:
    found = lens("mission-status").status_of(text)
    assert found is not None
    assert found[0] == phase
    assert found[1].of(text)


@pytest.mark.parametrize(
    ("identity", "one", "other", "expected"),
    [
        ("mission-status", "ending", "none", True),
        ("mission-status", "ending", "ended", True),
        ("mission-status", "ongoing", "ended", True),
        ("mission-status", "ending", "ongoing", False),
        ("mission-status", "planned", "ended", False),
        ("casualties", "deaths", "no deaths", True),
        ("casualties", "deaths", "hurt", False),
        ("votes", "passed", "rejected", True),
        ("money", "profit", "loss", True),
        ("dates-and-deadlines", "on time", "late", True),
        ("percentages", "rising", "falling", True),
        ("troop-count", "present", "absent", True),
    ],
)
def test_conflicts_of_phases(identity: str, one: str, other: str, expected: bool) -> None:
    assert lens(identity).contradicts(one, other) is expected


def test_loading_needs_no_terminal_and_no_rapidfuzz() -> None:
    program = (
        "import sys; from tuireader.compare.lenses import load_lenses; load_lenses();"
        "sys.exit(bool({'textual', 'rich', 'typer', 'rapidfuzz'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
