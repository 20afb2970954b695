"""Dates in the words of a sentence, resolved against the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coders.dates import find_dates

DAY = date(2022, 3, 16)  # a Wednesday


def resolved(text: str, future: bool = False, day: date = DAY) -> tuple[date, str] | None:
    """The one date of a text with its precision."""
    found = find_dates(text, day, future)
    assert len(found) <= 1, found
    return (found[0].day, found[0].precision) if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Monday.", date(2022, 3, 14)),
        ("They met on Wednesday.", DAY),
        ("They met on Thursday.", date(2022, 3, 10)),
        ("They met last Wednesday.", date(2022, 3, 9)),
        ("They meet next Friday.", date(2022, 3, 18)),
        ("They met on Saturday (12).", date(2022, 3, 12)),
        ("They met on Saturday (5).", date(2022, 3, 5)),
        ("They will meet on Saturday (19).", date(2022, 3, 19)),
        ("They met yesterday.", date(2022, 3, 15)),
        ("They met today.", DAY),
        ("They meet tomorrow.", date(2022, 3, 17)),
        ("They met last night.", date(2022, 3, 15)),
        ("They met on March 3.", date(2022, 3, 3)),
        ("They met on 3 March.", date(2022, 3, 3)),
        ("They met on the 3rd of March.", date(2022, 3, 3)),
        ("They met on Feb. 28.", date(2022, 2, 28)),
        ("They met on December 24.", date(2021, 12, 24)),
        ("They met on May 9, 2015.", date(2015, 5, 9)),
        ("They met on 9 May 2015.", date(2015, 5, 9)),
        ("They met on 2015-05-09.", date(2015, 5, 9)),
        ("They met two days ago.", date(2022, 3, 14)),
        ("They met 10 days earlier.", date(2022, 3, 6)),
    ],
)
def test_dates_of_days(text: str, day: date) -> None:
    """Weekdays, days of a month and relative days are resolved to the day."""
    assert resolved(text) == (day, "day")


@pytest.mark.parametrize(
    ("text", "day"),
    [("They will meet on Monday.", date(2022, 3, 21)), ("They will meet on Friday.", date(2022, 3, 18))],
)
def test_dates_of_weekdays_ahead(text: str, day: date) -> None:
    """In a sentence about the future a bare weekday lies ahead."""
    assert resolved(text, future=True) == (day, "day")


@pytest.mark.parametrize("text", ["They will meet on January 5.", "They will meet on 5 January."])
def test_dates_of_months_ahead(text: str) -> None:
    """In November, a meeting on January 5 is next year's."""
    assert resolved(text, future=True, day=date(2021, 11, 20)) == (date(2022, 1, 5), "day")


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("It fell last month.", date(2022, 2, 1), "month"),
        ("It fell this month.", date(2022, 3, 1), "month"),
        ("It falls next month.", date(2022, 4, 1), "month"),
        ("It fell in October.", date(2021, 10, 1), "month"),
        ("It fell in January.", date(2022, 1, 1), "month"),
        ("It fell in August 1914.", date(1914, 8, 1), "month"),
        ("It fell three months ago.", date(2021, 12, 1), "month"),
        ("It fell last week.", date(2022, 3, 7), "week"),
        ("It fell two weeks ago.", date(2022, 3, 2), "week"),
        ("It fell in 2014.", date(2014, 1, 1), "year"),
        ("It fell last year.", date(2021, 1, 1), "year"),
        ("It fell five years ago.", date(2017, 1, 1), "year"),
        ("It fell in the 1980s.", date(1980, 1, 1), "year"),
        ("It fell in the late 1990s.", date(1990, 1, 1), "year"),
        ("It fell two decades ago.", date(2002, 1, 1), "year"),
        ("It fell since 2003 and after.", date(2003, 1, 1), "year"),
    ],
)
def test_dates_of_weeks_months_and_years(text: str, day: date, precision: str) -> None:
    """Longer stretches are resolved to their beginning, with their precision."""
    assert resolved(text) == (day, precision)


@pytest.mark.parametrize(
    "text",
    [
        "They may meet again.",
        "The march drew 300.",
        "He paid 2014 crowns.",
        "It grew by March 40%.",
        "Resolution 1973 was adopted.",
        "The 2015-13-45 code failed.",
        "May said it would.",
    ],
)
def test_dates_of_words_that_are_none(text: str) -> None:
    """Modals, marches, sums and impossible days are no dates."""
    assert resolved(text) is None


@pytest.mark.parametrize("text", ["during the Cold War", "during the Second World War", "decades ago"])
def test_dates_of_periods_named_as_past(text: str) -> None:
    """A period that is named as past lies years back."""
    found = find_dates(f"It happened {text} there.", DAY)
    assert found and all((DAY - f.day).days > 365 for f in found)


def test_dates_of_earlier_centuries() -> None:
    """What happened in 1879 is dated."""
    assert resolved("They fought in 1879.") == (date(1879, 1, 1), "year")


def test_dates_of_an_impossible_day_is_the_end_of_the_month() -> None:
    """A misprinted day does not lose the month."""
    assert resolved("On February 30 they met.") == (date(2022, 2, 28), "day")


def test_dates_say_where_they_stand() -> None:
    """Offsets point at the words, and the basis is the text."""
    text = "On March 3 they fought, and on Monday they met."
    found = find_dates(text, DAY)
    assert [text[f.start : f.end] for f in found] == ["March 3", "on Monday"]
    assert {f.basis for f in found} == {"text"}


def test_dates_of_a_day_at_the_edge_of_a_year() -> None:
    """Months before January and after December are of other years."""
    assert resolved("It fell last month.", day=date(2022, 1, 9)) == (date(2021, 12, 1), "month")
    assert resolved("It falls next month.", day=date(2021, 12, 9)) == (date(2022, 1, 1), "month")
    assert resolved("They met yesterday.", day=date(2022, 1, 1)) == (date(2021, 12, 31), "day")


WORDS = st.sampled_from(
    "on in last next the Monday Saturday (8) (31) yesterday tomorrow March May Feb. February 3 29 30 31 2014 1980s 0000 12 ago years "
    "months weeks days decades 99999999999 two several week month year ; , 2020-02-30 2021-02-28 weekend winter late mid".split()
)
DAYS = st.one_of(st.dates(), st.sampled_from([date.min, date.max, date(2020, 2, 29)]))


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=10).map(" ".join)), DAYS, st.booleans())
@example("9999999 years ago", DAY, False)
@example("two months ago", date.min, False)
@example("tomorrow", date.max, False)
def test_dates_never_fail(text: str, day: date, future: bool) -> None:
    """Whatever the words and the day, dates come in order, apart, inside the text."""
    last = 0
    for found in find_dates(text, day, future):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
)
def test_dates_of_weekdays_lie_in_the_last_week(day: date, weekday: str) -> None:
    """A bare weekday is the last such day, today included."""
    answer = resolved(f"They met on {weekday}.", day=day)
    assert answer is not None
    assert f"{answer[0]:%A}" == weekday and timedelta(0) <= day - answer[0] < timedelta(7)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-9, 9))
def test_dates_of_weekday_with_day_of_month(day: date, shift: int) -> None:
    """*Saturday (8)* is the nearest day that is both."""
    near = day + timedelta(days=shift)
    assert resolved(f"They met on {near:%A} ({near.day}).", day=day) == (near, "day")
