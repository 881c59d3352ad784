"""The folders of this user: settings, data and state, each where the platform has such things.

`TUIREADER_CONFIG_DIR`, `TUIREADER_DATA_DIR` and `TUIREADER_STATE_DIR` name other ones; platformdirs
heeds the XDG variables. No folder is made here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("tuireader", appauthor=False)


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where `config.toml` and `themes/` lie."""
    return _own("TUIREADER_CONFIG_DIR", environ) or _DIRS.user_config_path


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where what the user makes is kept."""
    return _own("TUIREADER_DATA_DIR", environ) or _DIRS.user_data_path


def state_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where is kept what can be lost without harm: the last place in a pair of texts."""
    return _own("TUIREADER_STATE_DIR", environ) or _DIRS.user_state_path


def _own(name: str, environ: Mapping[str, str]) -> Path | None:
    folder = environ.get(name)
    return Path(folder) if folder else None
