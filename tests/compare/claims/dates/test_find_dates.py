import datetime as dt
import json
from pathlib import Path

import pytest

from tuireader.compare.claims.dates import find_dates
from tuireader.compare.values import Bound, Moment

ANCHOR = dt.date(2023, 9, 6)  # a Wednesday


def days(moment: Moment) -> str:
    if moment.first is None or moment.last is None:
        return "?"
    return str(moment.first) if moment.first == moment.last else f"{moment.first}..{moment.last}"


def found(text: str, anchor: dt.date | None = ANCHOR) -> list[tuple[str, str]]:
    return [(f.span.of(text), days(f.value)) for f in find_dates(text, anchor=anchor)]


ABSOLUTE = [
    ("It opened on July 26, 2021, in rain.", "July 26, 2021", "2021-07-26"),
    ("It opened on 26 July 2021.", "26 July 2021", "2021-07-26"),
    ("It opened on 26th July, 2021.", "26th July, 2021", "2021-07-26"),
    ("the fifteenth of June 1998", "the fifteenth of June 1998", "1998-06-15"),
    ("the 4th of July 2001", "the 4th of July 2001", "2001-07-04"),
    ("Sept. 11, 2001, changed it", "Sept. 11, 2001", "2001-09-11"),
    ("the 9/11 commission", "the 9/11", "2001-09-11"),
    ("the Sept. 11 attacks", "the Sept. 11 attacks", "2001-09-11"),
    ("dated 2021-04-14 in the log", "2021-04-14", "2021-04-14"),
    ("dated 24/04/2021 in the log", "24/04/2021", "2021-04-24"),
    ("dated 04/24/2021 in the log", "04/24/2021", "2021-04-24"),
    ("dated 03/04/2021 in the log", "03/04/2021", "2021-03-04..2021-04-03"),
    ("am 14.04.2021 unterzeichnet", "14.04.2021", "2021-04-14"),
    ("Monday, July 26, 2021", "Monday, July 26, 2021", "2021-07-26"),
    ("in May 2020 he left", "May 2020", "2020-05-01..2020-05-31"),
    ("in March of 2022", "March of 2022", "2022-03-01..2022-03-31"),
    ("in Feb. 2024", "Feb. 2024", "2024-02-01..2024-02-29"),
    ("in 2013", "2013", "2013-01-01..2013-12-31"),
    ("the 2015 accord", "the 2015", "2015-01-01..2015-12-31"),
    ("a 1986 treaty", "1986", "1986-01-01..1986-12-31"),
    ("the summer of '57", "the summer of '57", "1957-06-01..1957-09-22"),
    ("the storm (2009)", "2009", "2009-01-01..2009-12-31"),
    ("from 1999 to 2004", "from 1999 to 2004", "1999-01-01..2004-12-31"),
    ("between 1999 and 2004", "1999 and 2004", "1999-01-01..2004-12-31"),
    ("the war of 1939-45", "1939-45", "1939-01-01..1945-12-31"),
    ("the 2019–20 season", "the 2019–20", "2019-01-01..2020-12-31"),
    ("the 1990s", "the 1990s", "1990-01-01..1999-12-31"),
    ("the '80s", "the '80s", "1980-01-01..1989-12-31"),
    ("the early 1980s", "the early 1980s", "1980-01-01..1983-12-31"),
    ("the 19th century", "the 19th century", "1800-01-01..1899-12-31"),
    ("the first quarter of 2021", "the first quarter of 2021", "2021-01-01..2021-03-31"),
    ("Q3 2021", "Q3 2021", "2021-07-01..2021-09-30"),
    ("H2 2021", "H2 2021", "2021-07-01..2021-12-31"),
    ("the second half of 2025", "the second half of 2025", "2025-07-01..2025-12-31"),
    ("autumn 2020", "autumn 2020", "2020-09-01..2020-12-20"),
    ("after midsummer of 2025", "after midsummer of 2025", "2025-06-10..2025-07-20"),
    ("in early 2020", "early 2020", "2020-01-01..2020-04-30"),
    ("mid-2020", "mid-2020", "2020-05-01..2020-08-31"),
    ("late August 2019", "late August 2019", "2019-08-21..2019-08-31"),
    ("the end of 2021", "the end of 2021", "2021-11-01..2021-12-31"),
    ("March 3-5, 2021", "March 3-5, 2021", "2021-03-03..2021-03-05"),
    ("3 to 5 March 2021", "3 to 5 March 2021", "2021-03-03..2021-03-05"),
    ("from May to July 2020", "from May to July 2020", "2020-05-01..2020-07-31"),
    ("from Nov. 3, 2020, to Jan. 5", "from Nov. 3, 2020", "2020-11-03"),
    ("from Nov. 3, 2020 to Jan. 5", "from Nov. 3, 2020 to Jan. 5", "2020-11-03..2021-01-05"),
    ("the third Monday of February 2024", "the third Monday of February 2024", "2024-02-19"),
    ("the last Friday in May 2022", "the last Friday in May 2022", "2022-05-27"),
    ("the first week of May 2022", "the first week of May 2022", "2022-05-01..2022-05-07"),
    ("two days after March 3, 2020", "two days after March 3, 2020", "2020-03-05"),
    ("on the eve of May 1, 2020", "the eve of May 1, 2020", "2020-04-30"),
    ("Christmas Day 2020", "Christmas Day 2020", "2020-12-25"),
    ("Easter Monday 2024", "Easter Monday 2024", "2024-04-01"),
    ("Thanksgiving 2022", "Thanksgiving 2022", "2022-11-24"),
    ("29 February 2024", "29 February 2024", "2024-02-29"),
    ("It began in June 29, 2011.", "June 29, 2011", "2011-06-29"),
    ("In April 2019 12 people died.", "April 2019", "2019-04-01..2019-04-30"),
    ("LONDON, JULY 26, 2021", "JULY 26, 2021", "2021-07-26"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), ABSOLUTE)
@pytest.mark.parametrize("anchor", [None, ANCHOR], ids=["undated", "dated"])
def test_absolute_dates_need_no_anchor(
    text: str, quote: str, expected: str, anchor: dt.date | None
) -> None:
    assert (quote, expected) in found(text, anchor)


RELATIVE = [
    ("He spoke on Monday.", "Monday", "2023-09-04"),
    ("He spoke on Wednesday.", "Wednesday", "2023-09-06"),
    ("He spoke on Thursday.", "Thursday", "2023-08-31"),
    ("They will meet on Thursday.", "Thursday", "2023-09-07"),
    ("Talks are to open on Monday.", "Monday", "2023-09-11"),
    ("The hearing will be held on Sunday.", "Sunday", "2023-09-10"),
    ("The service is on Saturday at 10 a.m.", "Saturday at 10 a.m.", "2023-09-09"),
    ("She won in Sunday's run-off.", "Sunday", "2023-09-03"),
    ("They won't meet on Sunday.", "Sunday", "2023-09-10"),
    ("The talks begin on Monday.", "Monday", "2023-09-11"),
    ("Tours are booked out until June.", "June", "2024-06-01..2024-06-30"),
    ("They have called a strike for Nov. 1.", "Nov. 1", "2023-11-01"),
    ("He said on Monday that it would open on Friday.", "Friday", "2023-09-08"),
    ("They met last Tuesday.", "last Tuesday", "2023-09-05"),
    ("They meet next Tuesday.", "next Tuesday", "2023-09-12"),
    ("the Tuesday of last week", "the Tuesday of last week", "2023-08-29"),
    ("Monday's vote", "Monday", "2023-09-04"),
    ("on Sunday, Sept. 3", "Sunday, Sept. 3", "2023-09-03"),
    ("It rained yesterday.", "yesterday", "2023-09-05"),
    ("It rains today.", "today", "2023-09-06"),
    ("a speech tonight", "tonight", "2023-09-06"),
    ("It rained last night.", "last night", "2023-09-05"),
    ("It opens tomorrow.", "tomorrow", "2023-09-07"),
    ("the day after tomorrow", "the day after tomorrow", "2023-09-08"),
    ("the day before yesterday", "the day before yesterday", "2023-09-04"),
    ("They met last week.", "last week", "2023-08-28..2023-09-03"),
    ("this week", "this week", "2023-09-04..2023-09-10"),
    ("next week", "next week", "2023-09-11..2023-09-17"),
    ("early next week", "early next week", "2023-09-11..2023-09-13"),
    ("over the weekend fighting stopped", "the weekend", "2023-09-02..2023-09-03"),
    ("last month", "last month", "2023-08-01..2023-08-31"),
    ("this year", "this year", "2023-01-01..2023-12-31"),
    ("earlier this year", "earlier this year", "2023-01-01..2023-09-06"),
    ("later this month", "later this month", "2023-09-06..2023-09-30"),
    ("last year", "last year", "2022-01-01..2022-12-31"),
    ("late last year", "late last year", "2022-09-01..2022-12-31"),
    ("in March last year", "March last year", "2022-03-01..2022-03-31"),
    ("last spring", "last spring", "2023-03-01..2023-06-20"),
    ("next spring", "next spring", "2024-03-01..2024-06-20"),
    ("last August", "last August", "2023-08-01..2023-08-31"),
    ("last October", "last October", "2022-10-01..2022-10-31"),
    ("It will report in the autumn.", "the autumn", "2023-09-01..2023-12-20"),
    ("three days ago", "three days ago", "2023-09-03"),
    ("a week ago", "a week ago", "2023-08-27..2023-09-02"),
    ("two years ago", "two years ago", "2021-03-07..2022-03-08"),
    ("eleven years ago", "eleven years ago", "2011-07-31..2013-10-14"),
    ("eighteen months ago", "eighteen months ago", "2022-01-11..2022-04-29"),
    ("a year and a half ago", "a year and a half ago", "2022-01-11..2022-04-29"),
    ("a few days ago", "a few days ago", "2023-08-31..2023-09-04"),
    ("up 5% from a year earlier", "a year earlier", "2022-03-07..2023-03-08"),
    ("The vote is three months off.", "three months off", "2023-11-21..2023-12-21"),
    ("It will be ready in three months.", "three months", "2023-11-21..2023-12-21"),
    ("It will sit in two weeks' time.", "two weeks' time", "2023-09-17..2023-09-23"),
    ("The firm must answer within 30 days.", "within 30 days", "2023-10-06"),
    ("in the past two years", "the past two years", "2021-09-06..2023-09-06"),
    ("over the next three weeks", "the next three weeks", "2023-09-06..2023-09-27"),
    ("He died on July 26.", "July 26", "2023-07-26"),
    ("He died on Nov. 3.", "Nov. 3", "2022-11-03"),
    ("He will retire on Nov. 3.", "Nov. 3", "2023-11-03"),
    ("She will speak on 6 April.", "6 April", "2024-04-06"),
    ("They agreed to leave in December.", "December", "2023-12-01..2023-12-31"),
    ("They left in December.", "December", "2022-12-01..2022-12-31"),
    ("In April 12 people died.", "April", "2023-04-01..2023-04-30"),
    ("In January two bombers struck.", "January", "2023-01-01..2023-01-31"),
    ("It will be shown at a fair in July.", "July", "2024-07-01..2024-07-31"),
    ("in late June they struck", "late June", "2023-06-21..2023-06-30"),
    ("mid-January brought snow", "mid-January", "2023-01-11..2023-01-21"),
    ("It filed in the third quarter.", "the third quarter", "2023-07-01..2023-09-30"),
    ("a third-quarter loss", "third-quarter", "2023-07-01..2023-09-30"),
    ("by the end of the year", "by the end of the year", "2023-12-31"),
    ("by year's end", "by year's end", "2023-12-31"),
    ("by the end of August it was over", "by the end of August", "2023-08-31"),
    ("the second half of the year", "the second half of the year", "2023-07-01..2023-12-31"),
    ("It must go before the New Year.", "before the New Year", "2024-01-01"),
    ("They met on New Year's Day.", "New Year's Day", "2023-01-01"),
    ("The riot of Jan. 6 was filmed.", "Jan. 6", "2023-01-06"),
    ("It ends on the ninth of next month.", "the ninth of next month", "2023-10-09"),
    ("They met on the 4th.", "the 4th", "2023-09-04"),
    ("They will meet on the 4th.", "the 4th", "2023-10-04"),
    ("They came between March 3 and March 5.", "March 3 and March 5", "2023-03-03..2023-03-05"),
    ("on the third Monday of February", "the third Monday of February", "2023-02-20"),
    ("the week of April 5", "the week of April 5", "2023-04-03..2023-04-09"),
    ("from the evening of Feb. 19 to the evening of Feb. 22",
     "from the evening of Feb. 19 to the evening of Feb. 22", "2023-02-19..2023-02-22"),
    ("They met on May 3 and again a week later.", "a week later", "2023-05-07..2023-05-13"),
    ("It came on May 3; the following day it went.", "the following day", "2023-05-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "expected"), RELATIVE)
def test_relative_dates_are_counted_from_the_anchor(text: str, quote: str, expected: str) -> None:
    answers = found(text)
    assert expected in [answer for words, answer in answers if quote in words], answers


BOUNDS = [
    ("by the end of 2021", Bound.BY),
    ("no later than Friday", Bound.BY),
    ("They must pay within 30 days", Bound.BY),
    ("before March 3", Bound.BEFORE),
    ("ahead of Christmas", Bound.BEFORE),
    ("pre-2014", Bound.BEFORE),
    ("since January", Bound.SINCE),
    ("ever since October 7, 2001", Bound.SINCE),
    ("from July on", Bound.SINCE),
    ("after midsummer", Bound.AFTER),
    ("until July", Bound.UNTIL),
    ("through next year", Bound.UNTIL),
    ("on Monday", Bound.ON),
    ("from Monday to Friday", Bound.ON),
    ("in 2013", Bound.ON),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_bound_words_are_kept(text: str, bound: Bound) -> None:
    (facet,) = find_dates(text, anchor=ANCHOR)
    assert facet.value.bound is bound


GRAINS = [
    ("July 26, 2021", "day"),
    ("at 9:40 p.m. on Monday", "minute"),
    ("last week", "week"),
    ("May 2020", "month"),
    ("autumn 2020", "season"),
    ("the first quarter of 2021", "quarter"),
    ("the second half of 2025", "half"),
    ("in 2013", "year"),
    ("the 1990s", "decade"),
    ("the 19th century", "century"),
]


@pytest.mark.parametrize(("text", "grain"), GRAINS)
def test_grain_is_what_was_named(text: str, grain: str) -> None:
    (facet,) = find_dates(text, anchor=ANCHOR)
    assert facet.value.grain == grain


EQUAL_UNDATED = [
    ("He spoke on Monday.", "Monday's speech was short."),
    ("It rained yesterday.", "Yesterday brought rain."),
    ("two weeks ago", "fourteen days ago"),
    ("eighteen months ago", "a year and a half ago"),
    ("a year ago", "twelve months ago"),
    ("a year ago", "a year earlier"),
    ("the vote is three months off", "the vote is three months away"),
    ("by the end of the year", "by year's end"),
    ("on July 26", "on the 26th of July"),
    ("in the third quarter", "third-quarter profit"),
    ("next fall", "next autumn"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL_UNDATED)
def test_undated_texts_agree_by_the_normal_form(one: str, other: str) -> None:
    (a,), (b,) = find_dates(one), find_dates(other)
    assert a.value.first is None
    assert a.value.relative
    assert a.value.relative == b.value.relative


DIFFERENT_UNDATED = [
    ("on Monday", "on Tuesday"),
    ("three days ago", "three weeks ago"),
    ("three months ago", "three months off"),
    ("next Monday", "Monday"),
    ("last spring", "next spring"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT_UNDATED)
def test_different_relative_dates_differ(one: str, other: str) -> None:
    (a,), (b,) = find_dates(one), find_dates(other)
    assert a.value.relative != b.value.relative


@pytest.mark.parametrize(
    ("one", "other"), [("weekday:mon", "on Monday"), ("month:3", "three months off")]
)
def test_normal_forms_are_those_of_the_model(one: str, other: str) -> None:
    (facet,) = find_dates(other)
    assert facet.value.relative == one


TRAPS = [
    "38,000 units of the H2 model were recalled",
    "The talks may fail and Theresa May lost the vote.",
    "May I come in? May said so.",
    "protesters march on the capital",
    "the Women's March drew crowds",
    "the second suspect sat in the sun",
    "He sat. The sun shone.",
    "April Ryan and June Osborne spoke to August Wilson",
    "an August body of men by April Ryan",
    "in 2,021 cases",
    "in 2000 cases",
    "killed 1500 people",
    "a 20-year war",
    "more than 18 years",
    "2,500 troops",
    "won 52-48 in the Senate",
    "won 3-2 on penalties",
    "3:1 odds",
    "the 12th flight of the year",
    "at $19.99 a share, up from $1,999",
    "near Fourth Avenue and Second Street",
    "sales of 1.2 to 1.5 million",
    "crested at 21.4 feet",
    "the 17th floor",
    "the third quarterback",
    "three quarters of voters",
    "a quarter of the budget",
    "an industrial quarter of the city",
    "the F-2000 and the 2000-strong crowd",
    "Windows 2000 crashed",
    "ten to twelve people",
    "at 20 million",
    "from 10 to 12 soldiers",
    "in five of six regions",
    "She has 10 days of leave",
    "the first half ended 2-1",
    "they fall from grace",
    "water from the spring",
    "Route 15 and Highway 2020",
    "ten minutes later",
    "the day job",
    "I am 40",
    "the Sunday Times reported",
    "USA Today said",
    "a Christmas tree",
    "every Monday",
    "on Mondays",
    "one day he will come",
    "day after day",
    "Jan Egeland and Dec McManus",
    "a night shift and the morning paper",
    "two hours away from home",
    "for three years",
    "prices rose in three months",
    "aged 20 to 30",
    "call 2020 5555",
    "24/7 service",
    "the Golden Dawn party",
    "this time, next door, last minute",
    "two weeks of talks",
    "a 1,000-day siege",
    "at the end of the road",
    "the start of the trial",
    "early voting and late arrivals",
    "mid-size firms",
    "a couple of days",
    "a second-half goal",
    "Gen. Mark A. Milley said",
    "Climber Killed In Fall",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == []


LABELLED = [
    json.loads(line)
    for line in (Path(__file__).parent / "labelled_dates.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", LABELLED, ids=[case["text"] for case in LABELLED])
def test_labelled_dates_are_met(case: dict[str, object]) -> None:
    intervals = case["intervals"]
    assert isinstance(intervals, list)
    moments = [facet.value for facet in find_dates(str(case["text"]), anchor=dt.date(2021, 4, 14))]
    assert len(moments) == len(intervals)
    for moment, (first, last) in zip(moments, intervals, strict=True):
        assert moment.first is not None
        assert moment.last is not None
        assert moment.first <= dt.date.fromisoformat(last)
        assert dt.date.fromisoformat(first) <= moment.last
