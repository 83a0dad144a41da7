"""The rules of every test run: one locale, one day, fresh catalogues, Hypothesis profiles, no silent skip."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import day
import open_book
from compile_messages import compile_catalogues
from needs import ROOT
from planned_once import keep_plans

assert open_book.PORT  # importing it sets Django up, before any test imports the store
CI = bool(os.environ.get("CI"))
OPTIONAL = "optional:"

# A slow machine is no finding, so there is no deadline.  Only `soak` draws new examples each time.
settings.register_profile(
    "default", max_examples=50, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=100, print_blob=True)
settings.register_profile("check", settings.get_profile("ci"), max_examples=450)
settings.register_profile("soak", settings.get_profile("check"), max_examples=50_000, derandomize=False)
settings.load_profile("ci" if CI else "default")


def pytest_configure(config: pytest.Config) -> None:
    """Give every run the same locale and the same day, and compile the catalogues once, before the workers start."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    day.pin()
    keep_plans()
    if not hasattr(config, "workerinput"):
        compile_catalogues()


def should_have_run(reason: str) -> bool:
    """Return whether a skip with this reason is a failure: with CI set, unless it is optional."""
    return CI and not reason.removeprefix("Skipped: ").startswith(OPTIONAL)


def _refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip that should have run into a failure."""
    if not report.skipped or hasattr(report, "wasxfail") or not isinstance(report.longrepr, tuple):
        return
    path, line, reason = report.longrepr
    if should_have_run(reason):
        report.outcome = "failed"
        report.longrepr = f"{path}:{line}: with CI set this should have run. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Refuse a skipped test."""
    report = yield
    _refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """Refuse a skipped module."""
    report = yield
    _refuse(report)
    return report


@pytest.fixture(scope="session")
def python() -> str:
    """Return the Python that runs the tests; the product is installed in it."""
    return sys.executable


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root."""
    return ROOT
