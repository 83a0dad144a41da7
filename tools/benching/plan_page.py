"""The benchmark of plans from the command line: which instances, what is run, where the table goes."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from benching.generator import FAMILIES
from benching.plan_run import OURS_LIMIT, Row, instances, run
from benching.plan_table import fast_table, losses, table

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "benchmarks" / "plan.md"
ROWS: Final = ROOT / "build" / "bench-plan.jsonl"
BEGIN, END = "<!-- table: written by make bench-plan -->", "<!-- end of table -->"
SEED_MAX: Final = 10_000


def bench(words: Sequence[str]) -> int:
    """Plan the instances asked for and write the table into the page.  Returns the exit code."""
    asked = _parser().parse_args(words)
    sizes, months, seeds = ((3, 8), (36,), (1,)) if asked.quick else (asked.debts, asked.months, asked.seeds)
    if max(seeds) >= SEED_MAX:
        raise SystemExit(f"seeds from {SEED_MAX} on are kept unseen")
    seconds = 5.0 if asked.quick else asked.seconds
    ROWS.parent.mkdir(exist_ok=True)
    if not asked.resume:
        ROWS.unlink(missing_ok=True)
    rows = run(instances(sizes, months, seeds), seconds, ROWS)
    text = _text(rows, seconds)
    if asked.quick:
        print(text)
    else:
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="bench_plan.py run", description=bench.__doc__)
    parser.add_argument("--quick", action="store_true", help="12 small instances, printed and not written")
    parser.add_argument(
        "--resume", action="store_true", help="take over what an interrupted run has measured"
    )
    parser.add_argument("--debts", type=_numbers, default=(3, 8, 15, 30))
    parser.add_argument("--months", type=_numbers, default=(36, 60, 120))
    parser.add_argument("--seeds", type=_numbers, default=(1, 2))
    parser.add_argument("--seconds", type=float, default=20.0, help="of the plain solver, for each stage")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split(","))


def _text(rows: Sequence[Row], seconds: float) -> str:
    head = (
        f"{datetime.now(UTC).date()}: {_what(rows)}; {len(FAMILIES)} families each. HiGHS: {seconds:g} s for each"
        f" stage; ours: given up after {OURS_LIMIT} s. Two figures in a cell: median; worst."
    )
    behind = "Furthest behind (instances outside max(¥100, 0.1 % of the debt), the first 20):"
    fast = (
        "The fast tier, compiled, warm, one thread. Two figures in a cell: median; least for the ratios, worst for"
        " yuan. *Search*: from the lists to a policy; *all of it*: from the household, exact replay included."
    )
    return "\n\n".join([head, table(rows), behind, losses(rows), fast, fast_table(rows)])


def _what(rows: Sequence[Row]) -> str:
    """Return which sizes and seeds the rows are of."""
    sizes = sorted({(row.instance.debts, row.instance.months, row.instance.seed) for row in rows})
    parts = [
        f"D {debts} H {months} seeds {', '.join(str(seed) for _, _, seed in group)}"
        for (debts, months), group in groupby(sizes, key=lambda one: one[:2])
    ]
    return "; ".join(parts)
