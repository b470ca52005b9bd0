"""Runs the benches: python bench/run.py [--scale] [--json FILE] [NAME ...]; BASELINE names an older checkout."""

import argparse
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

from bench.report import Figure, line, write

# What each bench is called, and the module and function that give its figures.
SHORT = {
    "move_sqlite_*": "bench.moves:on_sqlite",
    "move_postgresql_*": "bench.moves:on_postgresql",
    "moves_http*": "bench.moves_http:figures",
    "list_page": "bench.pages:of_list",
    "text_page": "bench.pages:of_text",
    "check_cpu": "bench.check:figures",
    "paper_*": "bench.papers:figures",
    "job_of_papers": "bench.paper_jobs:figures",
}
LONG = {
    "growth_*": "bench.growth:figures",
    "table_memory": "bench.table:figures",
    "pieces_*": "bench.pieces:figures",
    "reminders_scan": "bench.reminders:figures",
}


def main() -> None:
    """Run the benches asked for, all of the short or of the long ones where none is, and print a line each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME")
    asked.add_argument("--scale", action="store_true", help="the long ones, at N texts")
    asked.add_argument("--json", type=Path, metavar="FILE")
    given = asked.parse_args()
    figures: list[Figure] = []
    for pattern, place in (LONG if given.scale else SHORT).items():
        if given.names and not any(fnmatch(name, pattern) for name in given.names):
            continue
        for figure in _bench(place)():
            print(line(figure), flush=True)
            figures.append(figure)
            if given.json:  # after each, so that a bench that fails loses no figure of the others
                write(figures, given.json)


def _bench(place: str) -> Callable[[], Iterator[Figure]]:
    module, _colon, name = place.partition(":")
    found: Callable[[], Iterator[Figure]] = getattr(import_module(module), name)
    return found


if __name__ == "__main__":
    main()
