from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from textual.widgets import Static

from tuireader.compare.model import Relation, Side
from tuireader.themes.loader import ThemeError, bundled_theme
from tuireader.tui.app import ReaderApp
from tuireader.tui.glyphs import ASCII, UNICODE
from tuireader.tui.keymap import PLACES
from tuireader.tui.screens.help import HelpScreen
from tuireader.tui.widgets.status import StatusLine
from tuireader.tui.widgets.why import Why

WIDE = (140, 40)


async def ready(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def why(app) -> str:
    return str(app.screen.query_one(Why).query_one(Static).content)


def status(app) -> str:
    return str(app.screen.query_one(StatusLine).render())


def chosen(app, side: Side) -> frozenset[str]:
    return app.screen.panes[side]._chosen


@pytest.mark.parametrize(
    ("keys", "a", "b"),
    [
        (["j"], "a1", "b1"),
        (["down", "j"], "a2", "b2"),
        (["j", "j", "k"], "a1", "b1"),
        (["j", "down", "up"], "a1", "b1"),
        (["c"], "a1", "b1"),
        (["c", "c"], "a3", "b3"),
        (["c", "c", "C"], "a1", "b1"),
        (["d", "d"], "a2", "b2"),
        (["d", "d", "d", "D"], "a2", "b2"),
        (["tab", "j", "j", "j", "j"], "a6", "b4"),
        (["j"] * 9, "a6", "b4"),
    ],
)
async def test_keys_step_through_pairs_in_the_order_of_the_side(bridge, read, keys, a, b):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        assert chosen(app, Side.A) & {a}
        assert chosen(app, Side.B) & {b}


async def test_unmatched_claims_have_their_own_keys(bridge, read):
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("u")
        assert chosen(app, Side.A) == {"a4"}
        assert "only in City" in why(app)
        await pilot.press("u")
        assert chosen(app, Side.A) == {"a7"}
        await pilot.press("U")
        assert chosen(app, Side.A) == {"a4"}


async def test_the_panel_says_why(bridge, read):
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("c")
        text = why(app)
        for part in ("≠ conflict", "bridge works", "80%", "status:", "open on one side",
                     "A “reopen”", "B “stays closed”"):  # fmt: skip
            assert part in text


async def test_w_hides_and_shows_the_panel(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("w")
        assert not app.screen.query_one(Why).display
        await pilot.press("w")
        assert app.screen.query_one(Why).display


async def test_the_status_line_counts(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert "5 pairs" in status(app)
        await pilot.press("tab", "j", "j", "j", "j", "j")
        assert "pair 5/5" in status(app)
        assert "conflict" in status(app)


async def test_tab_goes_to_the_other_text_and_back(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert app.screen.pane.side is Side.A
        await pilot.press("tab")
        assert app.screen.pane.side is Side.B
        await pilot.press("tab")
        assert app.screen.pane.side is Side.A


async def test_pages_and_ends(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        pane = app.screen.pane
        page = pane.size.height - 2
        await pilot.press("space")
        assert pane.top == page
        await pilot.press("ctrl+f")
        assert pane.top == 2 * page
        await pilot.press("ctrl+b")
        assert pane.top == page
        await pilot.press("G")
        assert pane.top == pane.index.total - pane.size.height
        await pilot.press("g")
        assert pane.top == 0
        await pilot.press("ctrl+e", "ctrl+e", "ctrl+y")
        assert pane.top == 1


async def test_the_panes_scroll_together_until_told_otherwise(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        a, b = app.screen.panes.values()
        await pilot.press("space", "space")
        assert b.top > 0
        await pilot.press("G")
        assert b.top == b.index.total - b.size.height
        await pilot.press("g", "l", "space")
        assert a.top > 0
        assert b.top == 0
        await pilot.press("l")
        assert b.top > 0


async def test_a_step_brings_the_counterpart_level(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*["j"] * 25)
        a, b = app.screen.panes.values()
        pair = long.pairs[24]
        left = a.row_of(long.claim(pair.a[0]).span.start) - a.top
        right = b.row_of(long.claim(pair.b[0]).span.start) - b.top
        assert 0 <= left < a.size.height
        assert left == right


async def test_after_reading_on_the_next_pair_is_the_next_on_the_screen(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("j", "space", "space", "space")
        place = app.screen.pane.window[0]
        await pilot.press("j")
        (claim,) = (long.claim(each) for each in chosen(app, Side.A) if each.startswith("a"))
        assert claim.span.start >= place


async def test_the_other_text_follows_to_a_claim_without_counterpart(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*"u" * 60)
        a, b = app.screen.panes.values()
        assert a.top > 0
        assert abs(a.top - b.top) < a.size.height // 2


async def test_enter_brings_the_counterpart_even_when_unlinked(long, read):
    app = read(long)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("l", *["j"] * 30)
        b = app.screen.panes[Side.B]
        assert b.top == 0
        await pilot.press("enter")
        place = long.claim(long.pairs[29].b[0]).span.start
        assert b.window[0] <= place < b.window[1]


async def test_t_goes_round_the_themes(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        seen = [app.theme]
        while len(seen) < 20:
            await pilot.press("t")
            if app.theme == seen[0]:
                break
            seen.append(app.theme)
        assert len(set(seen)) == len(seen) >= 5


async def test_help_names_every_key_and_closes(bridge, read):
    app = read(bridge)
    async with app.run_test(size=(140, 60)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        text = str(app.screen.query_one(Static).content)
        for part in ("Pairs", "Go to the next conflict.", "conflict: both can't be true"):
            assert part in text
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_help_is_as_high_as_its_text_or_as_the_screen_allows(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        shown, text = app.screen.query_one("#help"), app.screen.query_one(Static)
        assert shown.outer_size.height == WIDE[1] * 9 // 10
        for size in ((60, 20), (120, 200)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            lines = str(text.content).count("\n") + 1
            assert text.size.height == lines
            assert shown.size.height == min(lines, size[1] * 9 // 10 - 2)


async def test_q_leaves_with_nought(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize(("key", "expected"), [
    ("y", "Engineers replaced 240 bolts in the main span."),
    ("Y", "City: Engineers replaced 240 bolts in the main span.\nWatch: Some 240 bolts in the main "
          "span have been replaced, and a further 60 are on order.\ndiverge:\n- quantity: 240 = "
          "240, but B adds 60 more"),
])  # fmt: skip
async def test_copying(bridge, read, key, expected, monkeypatch):
    monkeypatch.setattr("tuireader.tui.terminal.copying.to_system", lambda text: True)
    app = read(bridge, labels=("City", "Watch"))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("j", "j", key)
        assert app.clipboard == expected
        await pilot.press("ctrl+c")
        assert app.clipboard.startswith("City: ")


async def test_a_click_on_a_claim_selects_its_pair(bridge, read):
    app = read(bridge)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        pane = app.screen.panes[Side.B]
        place = bridge.claim("b3").span.start + 8
        row = pane.row_of(place) - pane.top
        await pilot.click(pane, offset=(3 + 8, row))
        assert chosen(app, Side.A) & {"a3"}
        assert app.screen.pane is pane


async def test_keys_move_by_lines_while_there_is_no_comparison(long):
    def fails(a, b, progress):
        raise ValueError("no luck")

    app = ReaderApp(*long.documents, fails)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("j", "j", "j", "k")
        assert app.screen.pane.top == 2
        assert "no luck" in why(app)


def test_relations_have_signs_in_both_alphabets():
    for glyphs in (UNICODE, ASCII):
        assert len({glyphs.relations[each] for each in (*Relation, None)}) == 4


async def test_keys_can_be_changed_by_the_ids_of_commands(bridge, read):
    app = read(bridge, keymap={"reader.next-pair": "x", "reader.next-conflict": "j"})
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("x", "x")
        assert chosen(app, Side.A) == {"a2", "b2"}
        await pilot.press("j")
        assert chosen(app, Side.A) == {"a3", "b3"}
        await pilot.press("question_mark")
        assert "x" in str(app.screen.query_one(Static).content).split()


def test_every_command_has_an_id_of_its_own_and_a_sentence():
    commands = [command for place in PLACES.values() for command in place]
    assert len({command.id for command in commands}) == len(commands)
    assert all(command.tooltip.endswith(".") and command.group for command in commands)


async def test_own_themes_stand_beside_the_others(bridge, read):
    own = bundled_theme("paper")._replace(name="mine")
    app = read(bridge, theme="mine", themes=[own])
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert app.theme == "mine"
        await pilot.press("t")
        assert app.theme == "ink"


def test_an_unknown_theme_is_refused(bridge, read):
    with pytest.raises(ThemeError, match="no theme is called 'plaid'"):
        read(bridge, theme="plaid")


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        (["c", "c", "c", "c"], "no further conflict"),
        (["j", "k"], "no earlier pair"),
        (["G", *"jjjjjj"], "no further pair"),
        (["u", "u", "u"], "no further claim without a counterpart"),
        (["d", "D"], "no earlier difference"),
        (["o", "o"], "no further pair of a watched topic"),
        (["n"], "nothing is looked for yet"),
        (["t"], "theme ansi"),
    ],
)
async def test_a_key_that_does_nothing_says_why_until_the_next(bridge, read, keys, hint):
    app = read(bridge, theme="ink")
    async with app.run_test(size=(160, 40)) as pilot:
        await ready(pilot)
        await pilot.press(*keys)
        assert hint in status(app)
        await pilot.press("tab")
        assert hint not in status(app)


async def test_titles_tell_the_day_of_a_text(bridge, read):
    dated = dataclasses.replace(bridge.documents[0], date=dt.date(2024, 3, 4))
    app = read(dataclasses.replace(bridge, documents=(dated, bridge.documents[1])))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        a, b = (str(title.content) for title in app.screen.query(".side--title"))
        assert a.endswith("·  4 March 2024")
        assert "·" not in b
