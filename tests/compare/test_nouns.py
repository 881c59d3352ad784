"""A noun is to its users what `dataclasses.dataclass(frozen=True)` makes of the same class."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import operator
import pickle
import subprocess
import sys
from functools import partial
from importlib.util import find_spec, module_from_spec
from typing import Generic, TypeVar, get_type_hints

import pytest

from tuireader.compare import model, nouns, values
from tuireader.compare.model import Comparison, Document, Side, Span
from tuireader.compare.nouns import noun

T = TypeVar("T")


def standard(cls=None, /, *, slots=True, order=False):
    """The decorator as the standard library has it."""
    decorate = partial(dataclasses.dataclass, frozen=True, slots=slots, order=order)
    return decorate(cls) if cls else decorate


def couples() -> list[tuple[type, type]]:
    """Each noun, and the dataclass that its source is with the standard decorator."""
    found = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(nouns, "noun", standard)
        for module in (model, values):
            spec = find_spec(module.__name__)
            again = module_from_spec(spec)
            spec.loader.exec_module(again)
            for name, cls in vars(module).items():
                if hasattr(cls, "__dataclass_fields__") and cls.__module__ == module.__name__:
                    found.append((cls, vars(again)[name]))
    return found


COUPLES = couples()
ALL = pytest.mark.parametrize(("ours", "theirs"), COUPLES, ids=lambda cls: cls.__name__)


def objects(cls: type) -> tuple[object, object, object]:
    """Two that are equal and one that is less; any values will do."""
    count = len(cls.__match_args__)
    return cls(*range(1, count + 1)), cls(*range(1, count + 1)), cls(*range(count))


def what(call, *given: object) -> object:
    """What a call gives, or what it raises and says."""
    try:
        return call(*given)
    except (AttributeError, NameError, TypeError) as error:
        return type(error), str(error)


def test_all_nouns_of_the_engine_are_held_against_the_standard() -> None:
    assert {Span, Document, Comparison, values.Quantity} <= {ours for ours, _ in COUPLES}
    assert len(COUPLES) > 15
    assert all(isinstance(vars(theirs)["__dataclass_fields__"], dict) for _, theirs in COUPLES)


@ALL
def test_the_class_is_the_same(ours: type, theirs: type) -> None:
    for name in ("__doc__", "__match_args__", "__qualname__", "__module__", "__annotations__"):
        assert getattr(ours, name) == getattr(theirs, name)
    assert vars(ours).get("__slots__") == vars(theirs).get("__slots__")
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")
    assert inspect.signature(ours) == inspect.signature(theirs)
    assert ours.__init__.__qualname__ == theirs.__init__.__qualname__
    assert ours.__init__.__annotations__ == theirs.__init__.__annotations__
    assert what(get_type_hints, ours.__init__) == what(get_type_hints, theirs.__init__)
    assert {*vars(theirs)} - {*vars(ours)} == set()


@ALL
def test_dataclasses_takes_it_as_one_of_its_own(ours: type, theirs: type) -> None:
    assert dataclasses.is_dataclass(ours)
    assert repr(dataclasses.fields(ours)) == repr(dataclasses.fields(theirs))
    assert repr(ours.__dataclass_params__) == repr(theirs.__dataclass_params__)
    mine, its = objects(ours)[0], objects(theirs)[0]
    assert dataclasses.asdict(mine) == dataclasses.asdict(its)
    name = ours.__match_args__[0]
    assert repr(dataclasses.replace(mine, **{name: 9})) == repr(
        dataclasses.replace(its, **{name: 9})
    )
    assert getattr(dataclasses.replace(mine, **{name: 9}), name) == 9


@ALL
def test_its_objects_behave_the_same(ours: type, theirs: type) -> None:
    assert list(map(repr, objects(ours))) == list(map(repr, objects(theirs)))
    assert list(map(hash, objects(ours))) == list(map(hash, objects(theirs)))
    for compare in map(vars(operator).get, ("eq", "ne", "lt", "le", "gt", "ge")):
        for other in (0, 1, 2):
            mine, its = objects(ours), objects(theirs)
            assert what(compare, mine[0], mine[other]) == what(compare, its[0], its[other])
    assert what(ours) == what(theirs)
    assert what(ours, *range(30)) == what(theirs, *range(30))
    assert objects(ours)[0] != objects(theirs)[0] != ()


@ALL
def test_its_objects_are_frozen(ours: type, theirs: type) -> None:
    mine, its = objects(ours)[0], objects(theirs)[0]
    name = ours.__match_args__[0]
    assert what(setattr, mine, name, 1) == what(setattr, its, name, 1)
    assert what(delattr, mine, name) == what(delattr, its, name)
    # The standard has a TypeError here where there are slots, by a mistake of its own.
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'unheard"):
        mine.unheard_of = 1
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'unheard"):
        del mine.unheard_of


@ALL
def test_its_objects_can_be_copied_and_sent(ours: type, theirs: type) -> None:
    one = objects(ours)[0]
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert type(other) is ours


def test_a_derived_dataclass_has_its_fields() -> None:
    @dataclasses.dataclass(frozen=True)
    class Labelled(Span):
        label: str = ""

    assert repr(Labelled(1, 2, "x")).endswith("Labelled(start=1, end=2, label='x')")
    assert len(Labelled(1, 4)) == 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        Labelled(1, 2).label = "y"


def test_a_derived_plain_class_may_have_more() -> None:
    class Noted(Document):
        pass

    noted = Noted(Side.A, "a.txt", "It fell.", ())
    noted.note = "mine"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'text'"):
        noted.text = ""
    del noted.note


def test_what_a_class_says_itself_stays() -> None:
    @noun
    class Loud:
        word: str

        def __repr__(self) -> str:
            return self.word.upper()

    assert repr(Loud("hear")) == "HEAR"


def test_it_may_be_generic() -> None:
    @noun
    class Box(Generic[T]):
        """A box."""

        held: T

    assert Box[int](3) == Box(3)
    assert Box.__parameters__ == (T,)


def test_a_match_statement_takes_it_apart() -> None:
    match Span(3, 8):
        case Span(start, end):
            assert (start, end) == (3, 8)


def test_they_are_made_without_dataclasses() -> None:
    code = "import sys, tuireader.compare.values; sys.exit('dataclasses' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
