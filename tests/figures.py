"""Prints what tests measured, below the results of the run, also where several processes ran."""

from collections.abc import Callable

import pytest

_NAME = "measured"


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Called with one sentence that says what was counted or measured and what is allowed."""
    return lambda sentence: record_property(_NAME, sentence)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print every sentence under the name of its test."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
    ]
    lines = [
        f"{report.nodeid.removeprefix('tests/')}: {sentence}"
        for report in sorted(reports, key=lambda report: report.nodeid)
        for name, sentence in report.user_properties
        if name == _NAME
    ]
    if lines:
        terminalreporter.section("measured")
        for line in lines:
            terminalreporter.line(line)
