from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tuireader.tui.changes.watching import AGAIN, Glance, Watch, Watcher
from tuireader.tui.opening.request import stamps_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("one")
    return path


def changed(glance: Glance) -> bool:
    return bool(glance.changed)


def test_what_stays_is_not_told(file):
    watch = Watch(stamps_of([file]))
    assert [watch.look() for _ in range(3)] == [Glance()] * 3


def test_a_change_counts_once_the_file_is_at_rest(file):
    watch = Watch(stamps_of([file]))
    for size in range(2, 5):
        file.write_text("x" * 10 * size)
        assert not changed(watch.look()), "still being written"
    assert watch.look().changed == {file}
    assert not changed(watch.look()), "it was told; reading it may take a while"
    watch.saw(stamps_of([file]))
    assert not changed(watch.look())


def test_a_new_file_in_the_place_of_the_old_one_is_a_change(file):
    watch = Watch(stamps_of([file]))
    before = file.stat()
    draft = file.with_suffix(".part")
    draft.write_text("two")  # as long as the old one
    os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
    draft.replace(file)
    watch.look()
    assert watch.look().changed == {file}


def test_a_file_may_go_and_come_back(file):
    watch = Watch(stamps_of([file]))
    kept = file.rename(file.with_suffix(".kept"))
    assert watch.look() == Glance(gone=frozenset({file}))
    assert watch.look() == Glance(gone=frozenset({file}))
    kept.write_text("changed meanwhile")
    kept.rename(file)
    assert watch.look() == Glance(), "perhaps it is not all there yet"
    assert watch.look().changed == {file}


def test_what_could_not_be_read_is_tried_again(file):
    watch = Watch(stamps_of([file]))
    watch.saw(stamps_of([file]), well=False)
    looks = [changed(watch.look()) for _ in range(AGAIN)]
    assert looks == [False] * (AGAIN - 1) + [True]
    watch.saw(stamps_of([file]))
    assert not any(changed(watch.look()) for _ in range(2 * AGAIN))


def test_a_change_of_rights_is_a_change(file):
    watch = Watch(stamps_of([file]))
    file.chmod(0o400)
    watch.look()
    assert changed(watch.look())


def test_the_watcher_tells_until_it_is_stopped(file):
    told, heard = [], threading.Event()

    def tell(glance: Glance) -> None:
        told.append(glance)
        heard.set()

    watcher = Watcher(Watch(stamps_of([file])), tell, pause=0.001)
    watcher.start()
    file.unlink()
    assert heard.wait(20)
    watcher.stop()
    assert told[0] == Glance(gone=frozenset({file}))
