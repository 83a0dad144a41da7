"""What is compiled for columns of loans: `bind(*KERNEL)` of `ashore.simulation.binding`."""

from typing import Final

from ashore.loans.batch.curve import solve_rows
from ashore.loans.batch.instalments import write_instalments, write_schedules

KERNEL: Final = (solve_rows, write_instalments, write_schedules)
