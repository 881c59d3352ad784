from pathlib import Path

import pytest

from tuireader.compare.lenses import LensError, check_lens, load_lenses

GOOD = """id = "flood-damage"
title = "Flood damage"
about = "What a flood broke."
terms = ["flood", "dam"]
conflicts = [["held", "broke"]]

[needs]
facets = ["quantity"]
units = ["money"]

[statuses]
held = ["held|holding", "was sound"]
broke = ["broke", "was breached"]
"""


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str, name: str = "own.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_right_file_has_no_mistake(write) -> None:
    path = write(GOOD)
    assert check_lens(path) == []
    assert load_lenses([path])[-1].id == "flood-damage"


MISTAKES = [
    ('title = "Flood damage"', 'titel = "x"', ':2: titel: unknown key; write "title"'),
    ('title = "Flood damage"', 'titel = "x"', ': title: missing; add title = "..."'),
    (
        'title = "Flood damage"',
        'title = "x"\nzzz = 1',
        ":3: zzz: unknown key; use one of: id, title, about, terms, general, conflicts, needs, "
        "statuses",
    ),
    ('"Flood damage"', "3", ':2: title: must be a string, is a number; write title = "..."'),
    ('"Flood damage"', '" "', ':2: title: is empty; write title = "..."'),
    (
        '["flood", "dam"]',
        '"flood"',
        ':4: terms: must be a list of strings, is a string; write terms = ["...", "..."]',
    ),
    (
        '["flood", "dam"]',
        '["flood", 3]',
        ":4: terms: must be a list of strings, is a list of something else; "
        'write terms = ["...", "..."]',
    ),
    ('["flood", "dam"]', "[]", ":4: terms: is empty; list at least one word"),
    (
        '["flood", "dam"]',
        '[\n  "flood",\n  "floods",\n]',
        ':6: terms: "floods" has the same stem as "flood"; remove one of the two',
    ),
    ('["flood", "dam"]', '["12"]', ':4: terms: "12" has no word; remove it or write a word'),
    (
        '"flood-damage"',
        '"Flood damage"',
        ':1: id: "Flood damage" is no id; use lower-case letters, digits and hyphens, '
        'as in "flood-damage"',
    ),
    (
        '"flood-damage"',
        '"money"',
        ':1: id: "money" is taken by a lens that is shipped; choose another id',
    ),
    (
        '["quantity"]',
        '["quantitys"]',
        ':8: needs.facets: "quantitys" is no facet; write "quantity"',
    ),
    ("facets =", "facet =", ':8: needs.facet: unknown key; write "facets"'),
    (
        '["quantity"]',
        '["date"]',
        ':9: needs.units: only quantities have units; add "quantity" to facets',
    ),
    (
        '["held", "broke"]]',
        '["held", "brok"]]',
        ':5: conflicts: "brok" is no phase of [statuses]; write "broke"',
    ),
    (
        '["held", "broke"]]',
        '["held", "held"]]',
        ':5: conflicts: "held" cannot conflict with itself; name two different phases',
    ),
    (
        '["held", "broke"]]',
        '["held"]]',
        ":5: conflicts: must be a list of pairs of strings, is a list of something else; "
        'write conflicts = [["...", "..."]]',
    ),
    (
        '["held|holding", "was sound"]',
        '"held"',
        ':12: statuses.held: must be a list of strings, is a string; write held = ["...", "..."]',
    ),
    (
        '["held|holding", "was sound"]',
        "[]",
        ":12: statuses.held: is empty; list at least one wording",
    ),
    (
        '"was breached"',
        '"was *"',
        ':13: statuses.broke: "was *" is no wording; begin and end it with a word',
    ),
    (
        '"was breached"',
        '"Was  sound"',
        ':13: statuses.broke: "Was  sound" is also in statuses.held; keep it in one place',
    ),
    (
        "[needs]\n",
        "general = 1\n[needs]\n",
        ":7: general: must be true or false, is a number; write general = true",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES)
def test_a_mistake_is_told_with_line_key_and_remedy(
    write, old: str, new: str, expected: str
) -> None:
    assert old in GOOD
    path = write(GOOD.replace(old, new, 1))
    assert f"{path}{expected}" in check_lens(path)


def test_mistakes_come_in_the_order_of_the_lines(write) -> None:
    path = write('id = 3\ncolour = "red"\nterms = []\n')
    reports = check_lens(path)
    assert [report.removeprefix(str(path)).split(" ")[0] for report in reports] == [
        ":", ":", ":1:", ":2:", ":3:",
    ]  # fmt: skip


def test_needs_must_be_a_table(write) -> None:
    path = write(GOOD.replace('[needs]\nfacets = ["quantity"]\nunits = ["money"]\n', "needs = 3\n"))
    assert check_lens(path) == [
        f"{path}:7: needs: must be a table, is a number; write [needs] and its keys below it"
    ]


@pytest.mark.parametrize(
    ("text", "line"), [('id = "x"\ntitle = oh\n', 2), ('id = "x"\n\ntitle =', 3), ("[needs", 1)]
)
def test_bad_toml_names_its_line(write, text: str, line: int) -> None:
    path = write(text)
    (report,) = check_lens(path)
    assert report.startswith(f"{path}:{line}: no TOML (")
    assert report.endswith("; mend the syntax at this line")


def test_other_encodings_are_told(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes('id = "x"\ntitle = "Größe"\n'.encode("latin-1"))
    assert check_lens(path) == [f"{path}:2: byte 0xf6 is not UTF-8; save the file as UTF-8"]


def test_a_byte_order_mark_and_windows_newlines_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert check_lens(path) == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"
    assert check_lens(missing) == [
        f"{missing}: cannot be read (no such file or directory); give a TOML file"
    ]
    (report,) = check_lens(tmp_path)
    assert report.startswith(f"{tmp_path}: cannot be read (")


def test_loading_raises_the_first_mistake(write) -> None:
    path = write(GOOD.replace('"flood", "dam"', ""))
    with pytest.raises(LensError) as caught:
        load_lenses([path])
    assert str(caught.value) == check_lens(path)[0]


def test_two_own_files_with_one_id(write) -> None:
    one, other = write(GOOD, "one.toml"), write(GOOD, "other.toml")
    with pytest.raises(
        LensError, match=r'other\.toml:1: id: "flood-damage" is taken by .*one\.toml'
    ):
        load_lenses([one, other])


def test_own_lenses_follow_the_shipped_in_their_order(write) -> None:
    one = write(GOOD, "z.toml")
    other = write(GOOD.replace("flood-damage", "a-first"), "a.toml")
    assert [lens.id for lens in load_lenses([one, other])[-2:]] == ["flood-damage", "a-first"]
