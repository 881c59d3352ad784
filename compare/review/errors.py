"""What can go wrong with a session: each `str` is one line that names the file and a way on."""

from __future__ import annotations


class ReviewError(Exception):
    """A session can't do what was asked; nothing that was stored is lost or changed."""


class RefusedError(ReviewError):
    """The step itself makes no sense, such as a pair that is not there; the session is sound."""


class NotASessionError(ReviewError):
    """The file is something else, or nothing."""


class DamagedError(ReviewError):
    """The file is a session with unreadable or altered parts; it is never written to."""


class LockedError(ReviewError):
    """Another process is writing to the session."""


class NewerSchemaError(ReviewError):
    """The file was written by a later tuireader."""


class NotWritableError(ReviewError):
    """The file or its folder is read-only."""


class DiskFullError(ReviewError):
    """There is no room for the step; it was not stored, and all before it is."""
