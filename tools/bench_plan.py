"""Plans of synthetic households against a plain solver.

`bench_plan.py write FAMILY D H SEED > file.toml`: an instance as a household file, to be planned with `--months H`.
`bench_plan.py ours|plain|punctual FAMILY D H SEED SECONDS`: one plan, as JSON, within so many CPU seconds.
`bench_plan.py fast FAMILY D H SEED FOLDER`: the plan of the compiled fast tier (`make batch`).
`bench_plan.py asks DEBTS MONTHS SEEDS`: how often asks are proved smallest within 5 CPU seconds, for lists of numbers
of debts and months and a range of seeds, as in `asks 3,8,15 36,60 500..520`; households of every family whose contracts
alone do not work.
`bench_plan.py run [--quick] [--resume] [--debts 3,8] [--months 36] [--seeds 1]`: writes `docs/benchmarks/plan.md`.
"""

import sys
from resource import RLIMIT_CPU, setrlimit

from benching.asks_rows import asks_row, bench_asks, row_json
from benching.converting import converted, file_text
from benching.plan_page import bench
from benching.plan_rows import as_json, fast, ours, plain


def main(arguments: list[str]) -> int:
    """Do what the first word says and return the exit code."""
    match arguments:
        case ["write", family, debts, months, seed]:
            household = converted(family, int(debts), int(months), int(seed))
            sys.stdout.write(file_text(household, int(months)))
        case ["ours", family, debts, months, seed, seconds]:
            setrlimit(RLIMIT_CPU, (int(seconds), int(seconds) + 5))
            print(as_json(ours(converted(family, int(debts), int(months), int(seed)), int(months))))
        case ["fast", family, debts, months, seed, folder]:
            print(as_json(fast(converted(family, int(debts), int(months), int(seed)), int(months), folder)))
        case [("plain" | "punctual") as stage, family, debts, months, seed, seconds]:
            household = converted(family, int(debts), int(months), int(seed))
            row = plain(household, int(months), float(seconds), punctual=stage == "punctual")
            print(as_json(row))
        case ["ask", family, debts, months, seed, seconds]:
            setrlimit(RLIMIT_CPU, (int(seconds), int(seconds) + 5))
            print(row_json(asks_row(converted(family, int(debts), int(months), int(seed)), int(months))))
        case ["asks", debts, months, seeds]:
            return bench_asks(debts, months, seeds)
        case ["run", *words]:
            return bench(words)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
