"""`ashore check FILE`: every finding on a household file, and what to do next."""

from shlex import quote

import click

from ashore.cli.common import BAD, FINE, answer_options, echo_json, read_file
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.terminal import wrap
from ashore.errors import Facts, Finding, Message
from ashore.household import Reading
from ashore.packs.files import jurisdictions
from ashore.packs.own import own_findings
from ashore.packs.pack import load_pack
from ashore.texts import say, say_finding
from ashore.texts.language import Language

FORMAT = "ashore-check/1"


@click.command(cls=TranslatedCommand, name="check")
@click.argument("file", type=click.Path())
@answer_options
@click.pass_context
def command(context: click.Context, file: str, *, as_json: bool, lang: Language | None) -> None:
    """What in the file needs another look, nothing else; ends with 2 when something must be mended first."""
    language = lang or language_of(context)
    reading = _with_own(read_file(file, language))
    if as_json:
        echo_json(_shape(file, reading, language))
    else:
        click.echo("\n".join(_lines(file, reading, language)))
    raise SystemExit(FINE if reading.household else BAD)


def _with_own(reading: Reading) -> Reading:
    """Return the reading with a note on each own value that is about nothing in the pack, or of another kind."""
    home = reading.household
    if home is None or home.jurisdiction not in jurisdictions():
        return reading
    return Reading(home, (*reading.findings, *own_findings(home.owns, load_pack(home.jurisdiction))))


def _lines(file: str, reading: Reading, language: Language) -> list[str]:
    stops, notes = _counts(reading)
    facts: Facts = {"stops_count": stops, "notes_count": notes}
    summary = "check-summary" if reading.findings else "check-clean"
    following = "check-next-stop" if stops else "check-next-note" if notes else "check-next-clean"
    blocks = [*show_findings(reading.findings, language), ""] if reading.findings else []
    closing = [line for code in (summary, following) for line in wrap(say(Message(code, facts), language))]
    return [*blocks, *closing, f"    ashore {'check' if stops else 'plan'} {quote(file)}"]


def _counts(reading: Reading) -> tuple[int, int]:
    stops = sum(finding.level == "stop" for finding in reading.findings)
    return stops, len(reading.findings) - stops


def _shape(file: str, reading: Reading, language: Language) -> dict[str, object]:
    stops, notes = _counts(reading)
    return {
        "format": FORMAT,
        "file": file,
        "usable": reading.household is not None,
        "stops": stops,
        "notes": notes,
        "findings": [_finding(finding, language) for finding in reading.findings],
    }


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": finding.level,
        "line": finding.place.line,
        "path": finding.place.path,
        "facts": finding.facts,
        "sentence": say_finding(finding, language),
    }
