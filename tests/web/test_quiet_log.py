"""Whatever goes wrong, no amount, no name and no address of an entry is printed or logged.

That no page prints any either is looked at where every page is walked (`test_help_everywhere.py`).
"""

import logging

from ashore.web.quiet_log import told
from web.test_help_everywhere import LENDER, OWED, plant_debt, tells


def test_a_fault_of_the_program_is_told_by_its_kind_and_place_alone(owner, capfd, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise ValueError(f"cannot read {LENDER} {OWED}")

    plant_debt(owner)
    owner.client.raise_request_exception = False
    monkeypatch.setattr("ashore.web.views.today.today_parts", fail)
    assert owner.get("/").status == 500
    printed = capfd.readouterr()
    assert tells(printed.out + printed.err) == []
    assert "ValueError" in printed.err
    assert "today.py" in printed.err


def test_a_record_without_a_fault_has_no_words():
    record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, "of %s", (LENDER,), None)
    assert told(record) == "django.request: ERROR"
