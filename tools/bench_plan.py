"""Plans of synthetic households against a plain solver: `bench_plan.py write FAMILY D H SEED > file.toml`."""

import sys

from benching.converting import converted, file_text


def main(arguments: list[str]) -> int:
    """Do what the first word says and return the exit code."""
    match arguments:
        case ["write", family, debts, months, seed]:
            household = converted(family, int(debts), int(months), int(seed))
            sys.stdout.write(file_text(household, int(months)))
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
