"""What the reader does to show its comparison in another form, or to save it."""

from __future__ import annotations

import os
from functools import partial
from io import StringIO
from pathlib import Path

from textual import on

from tuireader.compare.model import Comparison
from tuireader.tui.screens.refreshed import Refreshed
from tuireader.tui.widgets.namebar import NameBar

NAME = "comparison.html"  # of a saved comparison, until the user gives another
SHOWN = 8  # seconds that the place of a written file is shown


class Reporting(Refreshed):
    """A screen whose comparison can be read elsewhere."""

    _saved_as = NAME

    def action_page_text(self) -> None:
        """Show the comparison as text in the user's pager."""
        from tuireader.tui import forms  # noqa: PLC0415 - quick start
        from tuireader.tui.terminal.leaving import LeavingError, leave_to  # noqa: PLC0415

        comparison = self._named()
        if comparison is None:
            return
        try:
            words, colour = forms.pager(os.environ)
            text = forms.as_text(
                comparison, width=self.size.width, colour=colour, ascii_only=self._ascii
            )
            leave_to(self.app, words, text, LESS="R", LESSCHARSET="utf-8")
        except (forms.FormError, LeavingError) as error:
            self.notify(str(error), severity="warning", markup=False)

    def action_web_page(self) -> None:
        """Open the comparison as a web page in the user's browser."""
        from tuireader.tui import forms  # noqa: PLC0415 - quick start

        comparison = self._named()
        if comparison is None:
            return
        if self.app.is_web:
            page = StringIO(forms.as_page(comparison))
            self.app.deliver_text(page, open_method="browser", mime_type="text/html")
            return
        try:
            show = forms.opener(os.environ)
        except forms.FormError as error:
            self.notify(str(error), severity="warning", markup=False)
            return

        def work() -> None:
            try:
                path = forms.put_aside(forms.as_page(comparison))
                show(path)
            except OSError as error:
                tell = partial(self.notify, severity="warning", markup=False)
                self.call_later(tell, f"The web page can't be opened: {error.strerror}.")
            else:
                told = f"Opened as a web page: {path} is there until you leave."
                self.call_later(partial(self.notify, markup=False, timeout=SHOWN), told)

        self.run_worker(work, thread=True, exit_on_error=False)

    def action_save(self) -> None:
        """Ask for the name of a file to save the comparison in."""
        if self._named() is None:
            return
        if self.app.is_web:
            # Whoever can see the page could fill this machine's disk.
            self.notify("In a browser nothing is saved: h opens the web page.", markup=False)
            return
        bars = self.query(NameBar)
        if bars:
            bars.first().call()
        else:
            self.mount(NameBar(self._saved_as), before=self.status)

    @on(NameBar.Left)
    def _on_name_bar_left(self) -> None:
        self.query_one(NameBar).display = False
        self.pane.focus()

    @on(NameBar.Given)
    def _on_name_given(self, message: NameBar.Given) -> None:
        from tuireader.tui import forms  # noqa: PLC0415 - quick start

        comparison = self._named()
        if comparison is None:
            return
        try:
            path = forms.save(comparison, message.name, ascii_only=self._ascii)
        except forms.FormError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self._on_name_bar_left()
        self.notify(f"Saved as {_short(path)}.", markup=False, timeout=SHOWN)

    @property
    def _ascii(self) -> bool:
        return self.has_class("-ascii")

    def _named(self) -> Comparison | None:
        """The comparison, its sides called as the reader calls them; None before it is known."""
        from tuireader.tui.forms import named  # noqa: PLC0415 - quick start

        if self.comparison is None:
            self.notify("There is no comparison yet.", markup=False)
            return None
        return named(self.comparison, self.refreshing.reading.labels)


def _short(path: Path) -> str:
    """A path from the working directory where it lies in it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)
