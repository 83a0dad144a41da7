"""How long things take, as ratios within this one run: each beside its named alternative, losses printed too.

CPU time of the process (pages: by the clock), both sides in turns, the best of nine rounds, the spread beside it;
of many loans at once also the ratio of the median times, by which the aims are judged.
Absolute times belong to the machine they were taken on; only the ratios are meant to be compared.
"""

from benching import commands, importers, loans_bench, month_loop, pages

if __name__ == "__main__":
    commands.bench()
    month_loop.bench()
    loans_bench.bench()
    importers.bench()
    pages.bench()
