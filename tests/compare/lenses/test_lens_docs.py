import re
from pathlib import Path

from tuireader.compare.lenses import check_lens, load_lenses
from tuireader.compare.model import Claim, Facet, Span
from tuireader.compare.values import Exactness, Quantity

PAGE = (Path(__file__).parents[3] / "docs" / "lenses.md").read_text("utf-8")


def example(tmp_path: Path) -> Path:
    (toml,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "dams.toml"
    path.write_text(toml, "utf-8")
    return path


def test_the_example_of_the_page_is_a_lens(tmp_path: Path) -> None:
    path = example(tmp_path)
    assert check_lens(path) == []
    dams = load_lenses([path])[-1]
    text = "The upper dam held, but 3 dykes burst."
    span = Span(0, len(text))
    count = Facet(Span(20, 21), Quantity(3, 3, Exactness.EXACT))
    assert dams.matches(Claim("a1", span, text, (count,), span, 0))
    assert dams.status_of("The dam was sound.") == ("held", Span(8, 17))
    assert dams.status_of("The levee has not burst.") == ("held", Span(10, 23))
    assert dams.contradicts("broke", "held")


def test_the_mistakes_of_the_page_are_those_of_the_check(tmp_path: Path) -> None:
    path = example(tmp_path)
    text = path.read_text("utf-8")
    wrong = text.replace("terms =", "term =").replace('"broke"]]', '"brok"]]')
    path.write_text(wrong, "utf-8")
    reports = [report.replace(str(path), "dams.toml") for report in check_lens(path)]
    shown = re.findall(r"^    (dams\.toml:\d.*)$", PAGE, re.MULTILINE)
    assert len(shown) == 2
    assert set(shown) <= set(reports)


def test_the_page_lists_every_shipped_lens() -> None:
    table = PAGE.partition("| id |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE) == [
        lens.id for lens in load_lenses()
    ]
