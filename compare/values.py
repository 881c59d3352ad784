"""What a facet can say: one frozen dataclass a kind, comparable across two documents.

A value is normalised (units converted, names folded, dates resolved where a date to start from is
known), so that two values can be held against each other without their texts.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from tuireader.compare.nouns import noun


class FacetKind(StrEnum):
    """The kinds of facet a claim can have; the word is the one in the JSON."""

    QUANTITY = "quantity"
    DATE = "date"
    NAME = "name"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    STATUS = "status"
    ATTRIBUTION = "attribution"


class Exactness(StrEnum):
    """How exactly a quantity is meant, after the words around the number."""

    EXACT = "exact"
    ROUNDED = "rounded"  # a bare round number: half of its last non-zero place either way
    ABOUT = "about"  # about, some, around, roughly: ten per cent either way
    NEARLY = "nearly"  # nearly, almost, close to: [0.9 n, n)
    AT_LEAST = "at least"  # [n, inf)
    MORE_THAN = "more than"  # (n, inf)
    UP_TO = "up to"  # up to, at most, no more than: [0, n]
    LESS_THAN = "less than"  # [0, n)
    RANGE = "range"  # between 30 and 40
    VAGUE = "vague"  # dozens, hundreds, several


class Role(StrEnum):
    """What a number does in its sentence; only numbers of one role are rivals."""

    AMOUNT = "amount"
    INCREMENT = "increment"  # 3 more dead, a rise of 2 points: not a total
    AGE = "age"
    SCORE = "score"  # one side of 6-3, 44 votes to 38


@noun
class Quantity:
    """A number with its unit, as the interval that its words allow.

    Attributes:
        low: Smallest value meant, in `unit`; `-inf` where unbounded.
        high: Largest value meant, in `unit`; `inf` where unbounded.
        exactness: How the words bound the number.
        unit: Canonical unit: "" for a plain count, an ISO 4217 code for money, "%" for shares and
            per cent, "pp" for percentage points, else one base unit a dimension ("km", "kg",
            "day", "celsius", ...), to which the stated figure has been converted.
        counted: Stems of the noun phrase that is counted, head noun first; empty where unknown.
        stated: The numbers as they are said, before conversion: one, two for a range, none for
            a vague word such as "dozens".
        role: What the number does in the sentence.
    """

    kind: ClassVar[FacetKind] = FacetKind.QUANTITY
    low: float
    high: float
    exactness: Exactness
    unit: str = ""
    counted: tuple[str, ...] = ()
    stated: tuple[float, ...] = ()
    role: Role = Role.AMOUNT


class Bound(StrEnum):
    """How a claim stands to the date it names."""

    ON = "on"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"


@noun
class Moment:
    """A date or time: an inclusive interval of days, or relative where no date anchors it.

    Attributes:
        first: First day that may be meant; None where the text gives no date to start from.
        last: Last day that may be meant, inclusive; None together with `first`.
        bound: Whether the matter lies on, by, before, since, after or until this date.
        grain: What was named: "minute", "day", "week", "month", "season", "quarter", "half",
            "year", "decade", ... A coarser grain never contradicts a finer one inside it.
        relative: Normal form of a relative date ("weekday:mon", "day:-1", "month:3"), equal for
            equal wordings; "" for an absolute one. Kept also when the date could be resolved.
        clock: Minutes after midnight, first and last, local to the text unless `zone` is given.
        zone: Time zone as written, upper case ("GMT", "EST"), or "".
    """

    kind: ClassVar[FacetKind] = FacetKind.DATE
    first: dt.date | None
    last: dt.date | None
    bound: Bound = Bound.ON
    grain: str = "day"
    relative: str = ""
    clock: tuple[int, int] | None = None
    zone: str = ""


class NameType(StrEnum):
    """What bears the name, as far as the text or a table tells."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@noun
class Name:
    """A person, place or organisation, folded so that variants within one text are equal.

    Attributes:
        key: Canonical form: the longest variant in the document, case-folded, without titles and
            diacritics; for a country or its capital, demonym or seat of government the ISO 3166
            code in lower case ("us" for America, U.S. and the White House).
        type: What bears the name.
        by_reference: True where the text has no name here but a pronoun or a noun phrase
            ("he", "the frigate") that stands for one.
    """

    kind: ClassVar[FacetKind] = FacetKind.NAME
    key: str
    type: NameType = NameType.OTHER
    by_reference: bool = False


class Stance(StrEnum):
    """Whether a claim says that something is so."""

    NEGATED = "negated"  # not, no, never, failed to, without
    DENIED = "denied"  # somebody denies it


@noun
class Polarity:
    """A negation or denial and what it reaches. A claim without one is affirmative.

    Attributes:
        stance: Plain negation, or a denial by somebody.
        cue: The word or words that negate, case-folded ("not", "no evidence that").
        scope: Stems of the content words that the negation reaches, in order.
    """

    kind: ClassVar[FacetKind] = FacetKind.POLARITY
    stance: Stance
    cue: str
    scope: tuple[str, ...] = ()


class Likelihood(StrEnum):
    """How sure the claim is of itself; a claim without the facet is flat assertion."""

    CERTAIN = "certain"  # certainly, without doubt, confirmed
    EXPECTED = "expected"  # will, is to, is expected to, plans to
    LIKELY = "likely"
    POSSIBLE = "possible"  # may, might, could
    UNLIKELY = "unlikely"
    REPORTED = "reported"  # reportedly, is said to, alleged


@noun
class Certainty:
    """A hedge or a stress on how sure something is."""

    kind: ClassVar[FacetKind] = FacetKind.CERTAINTY
    likelihood: Likelihood
    cue: str


class Phase(StrEnum):
    """Where an event stands in its course."""

    PLANNED = "planned"
    BEGUN = "begun"
    ONGOING = "ongoing"
    ENDING = "ending"  # to end at a time to come
    ENDED = "ended"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    NEVER = "never"  # there is none, there was none


@noun
class Status:
    """Where the event of a claim stands.

    Attributes:
        phase: The phase that the cue names.
        cue: The words that say so, case-folded.
        event: Stems of the event's noun phrase, head first ("mission", "combat"); empty where the
            sentence names none.
    """

    kind: ClassVar[FacetKind] = FacetKind.STATUS
    phase: Phase
    cue: str
    event: tuple[str, ...] = ()


class Mode(StrEnum):
    """In what form a source is given."""

    SAID = "said"  # said, told, announced, according to
    CLAIMED = "claimed"  # claimed, alleged: the writer keeps a distance
    QUOTED = "quoted"  # in quotation marks


@noun
class Attribution:
    """Who says it.

    Attributes:
        source: Key of the name, or stems of the noun ("police", "offici"); "" for a quotation
            whose speaker is not named in the sentence.
        mode: In what form.
    """

    kind: ClassVar[FacetKind] = FacetKind.ATTRIBUTION
    source: str
    mode: Mode = Mode.SAID


Value = Quantity | Moment | Name | Polarity | Certainty | Status | Attribution
