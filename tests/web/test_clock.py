"""The person's day is that of where their machine stands, for pages and commands alike."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from ashore.cli.common import own_day
from ashore.web import clock
from day import TODAY, real_now

NIGHT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


@pytest.fixture
def zone(monkeypatch, request) -> Iterator[str]:
    """Let this machine stand somewhere else for a while."""
    with monkeypatch.context() as there:
        there.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Shanghai", date(2027, 1, 1)),
        ("America/Los_Angeles", date(2026, 12, 31)),
        ("Pacific/Kiritimati", date(2027, 1, 1)),
        ("UTC", date(2026, 12, 31)),
    ],
    indirect=["zone"],
)
def test_at_midnight_it_is_the_day_of_the_place(zone, day, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NIGHT)
    assert clock.today() == own_day() == day
    assert clock.old_days(date(2026, 12, 20)) == (day - date(2026, 12, 20)).days


@pytest.mark.parametrize(
    "zone", ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"], indirect=True
)
def test_the_tests_have_one_day_wherever_they_run(zone):
    assert clock.today() == own_day() == TODAY


def test_out_of_tests_it_is_this_machines_clock():
    assert abs(real_now().timestamp() - time.time()) < 60
