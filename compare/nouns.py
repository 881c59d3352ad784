"""Nouns: frozen dataclasses that take a tenth of the time to make.

`dataclasses.dataclass` compiles each method by itself at every start, 0.7 ms a class, and to import
it takes as long as ten classes. Here the methods of a noun are one text, compiled once a machine
(`ready.code`), and what `dataclasses` knows its own by is made when somebody asks: for `fields`,
`replace` and `asdict`, for derived classes and for type checkers a noun is a frozen dataclass.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

from tuireader.compare.ready import code

T = TypeVar("T")

_METHODS = """\
def methods({given}):
    def __init__(self, {parameters}) -> None:
        {writing}
    def __repr__(self):
        return f"{{self.__class__.__qualname__}}({shown})"
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return ({own},) == ({others},)
        return NotImplemented
    def __hash__(self):
        return hash(({own},))
    def __setattr__(self, name, value):
        if type(self) is _cls or name in _cls.__match_args__:
            _refuse("assign to", name)
        super(_cls, self).__setattr__(name, value)
    def __delattr__(self, name):
        if type(self) is _cls or name in _cls.__match_args__:
            _refuse("delete", name)
        super(_cls, self).__delattr__(name)
"""
_PICKLING = """\
    def __getstate__(self):
        return ({own},)
    def __setstate__(self, state):
        ({fields},) = state
        {writing}
"""
_ORDERING = """\
    def {name}(self, other):
        if other.__class__ is self.__class__:
            return ({own},) {sign} ({others},)
        return NotImplemented
"""
_FIELDS, _PARAMETERS = "__dataclass_fields__", "__dataclass_params__"
_SIGNS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


@overload
def noun(cls: type[T], /) -> type[T]: ...
@overload
def noun(*, slots: bool = ..., order: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True)
def noun(
    cls: type[T] | None = None, /, *, slots: bool = True, order: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class what `dataclasses.dataclass(frozen=True, slots=True)` makes of it.

    For plain fields with plain defaults, annotated as text: no `field()`, no `InitVar`, no fields
    that are another noun's.

    Args:
        cls: The class, where the decorator stands without arguments.
        slots: Whether its objects have no `__dict__`; a `cached_property` needs one.
        order: Whether they can be sorted, as the tuples of their fields can.
    """

    def decorate(cls: type[T]) -> type[T]:
        return _made(cls, slots=slots, order=order)

    return decorate if cls is None else decorate(cls)


def _made(cls: type[T], *, slots: bool, order: bool) -> type[T]:
    body = dict(vars(cls))
    kinds = {name: kind for name, kind in cls.__annotations__.items() if kind[:8] != "ClassVar"}
    made = _slotted(cls, tuple(kinds)) if slots else cls
    given = {f"_default_{name}": body[name] for name in kinds if name in body}
    given |= {f"_write_{name}": vars(made)[name].__set__ for name in kinds if slots}
    given |= {"_cls": made, "_write": object.__setattr__, "_refuse": _refuse}
    space: dict[str, Any] = {}
    text = _text(kinds, given, slots=slots, order=order)
    exec(code(text), vars(sys.modules[cls.__module__]), space)  # noqa: S102 - our own text
    for name, method in space["methods"](**given).items():
        if name not in given and name not in body:
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(made, name, method)
    known_by: dict[str, Any] = {
        "__match_args__": tuple(kinds),
        "__replace__": _replaced,
        _FIELDS: _OnDemand(made, _FIELDS, body, init=False, repr=False, eq=False),
        _PARAMETERS: _OnDemand(made, _PARAMETERS, body, frozen=True, slots=slots, order=order),
    }
    for name, attribute in known_by.items():
        setattr(made, name, attribute)
    return made


def _slotted(cls: type[T], names: tuple[str, ...]) -> type[T]:
    """The class once more: whether its objects have slots is settled when a class is made."""
    left_out = {*names, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    body |= {"__slots__": names, "__qualname__": cls.__qualname__}
    made: type[T] = type(cls.__name__, cls.__bases__, body)
    return made


def _text(kinds: Mapping[str, str], given: Collection[str], *, slots: bool, order: bool) -> str:
    """The methods of a noun with these fields, in a function that takes what they go by."""
    parameters = []
    for name, kind in kinds.items():
        default = f"_default_{name}"
        parameters.append(f"{name}: {kind!r}" + (f" = {default}" if default in given else ""))
    writing = "_write_{0}(self, {0})" if slots else "_write(self, '{0}', {0})"
    parts = {
        "given": ", ".join(given),
        "parameters": ", ".join(parameters),
        "writing": "; ".join(map(writing.format, kinds)),
        "shown": ", ".join(map("{0}={{self.{0}!r}}".format, kinds)),
        "own": ", ".join(map("self.{}".format, kinds)),
        "others": ", ".join(map("other.{}".format, kinds)),
        "fields": ", ".join(kinds),
    }
    text = (_METHODS + _PICKLING * slots).format_map(parts)
    for name, sign in _SIGNS.items() if order else ():
        text += _ORDERING.format_map({**parts, "name": name, "sign": sign})
    return text + "    return locals()\n"


def _refuse(verb: str, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - quick start

    raise FrozenInstanceError(f"cannot {verb} field {name!r}")


def _replaced(self: Any, /, **changes: Any) -> Any:  # noqa: ANN401 - of any noun
    """What `copy.replace` calls, from Python 3.13 on."""
    from dataclasses import replace  # noqa: PLC0415 - quick start

    return replace(self, **changes)


class _OnDemand:
    """An attribute by which `dataclasses` knows its own: that of a twin, made when it is wanted."""

    def __init__(self, cls: type, name: str, body: Mapping[str, Any], **options: bool) -> None:
        self._cls = cls
        self._name = name
        self._body = body
        self._options = options

    def __get__(self, instance: object, owner: type) -> Any:  # noqa: ANN401 - a dict, or private
        from dataclasses import dataclass  # noqa: PLC0415 - quick start

        cls = self._cls
        given = {name: self._body[name] for name in cls.__annotations__ if name in self._body}
        known = {"__annotations__": cls.__annotations__, "__module__": cls.__module__}
        twin: type = type(cls.__name__, (), {"__doc__": cls.__doc__, **known, **given})
        twin = dataclass(**self._options)(twin)
        found = getattr(twin, self._name)
        setattr(cls, self._name, found)
        return found
