#!/usr/bin/env python3
"""One table of every figure the reading of articles is to reach, with the limit beside it.

    evaluate.py SHARED_FOLDER PROGRAM            the table
    evaluate.py SHARED_FOLDER PROGRAM WHICH      the mistakes on the half that is developed on:
                                                 attribution, dates, quantities, own, forms, made, places, pages or copies

The sets belong to others and are no part of the project; they are read from SHARED_FOLDER/sets and
unpacked into a folder that is deleted afterwards. Every set is halved by a hash of its cases: rules
were written looking at one half, the other tells how they do on what nobody looked at.
"""

import os
import sys
import tempfile

import attribution
import claims
import copies
import dates
import forms
import made
import own
import pages
import places
import quantities
from sets import Lab, Missing


def shown(figure):
    if figure is None:
        return "-"
    return f"{figure:.3f}" if figure < 2 else f"{figure:.1f}"


def print_row(what, where, figures, limit):
    looked_at, kept_apart = figures
    judged = kept_apart if kept_apart is not None else looked_at
    mark = "" if limit is None or judged is None else "reached" if judged >= limit else "BELOW"
    cells = [f"{what:<36}", f"{where:<40}", f"{shown(looked_at):>9}", f"{shown(kept_apart):>9}",
             f"{'-' if limit is None else f'{limit:g}':>8}", mark]
    print("  ".join(cells).rstrip(), flush=True)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    shared, program = sys.argv[1], os.path.abspath(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="claimscope-eval-") as folder:
        lab = Lab(shared, program, folder)
        if len(sys.argv) == 4:
            modules = {"attribution": attribution, "dates": dates, "quantities": quantities,
                       "own": own, "forms": forms, "made": made, "places": places,
                       "pages": pages, "copies": copies}
            for line in modules[sys.argv[3]].mistakes(lab):
                print(line)
            return
        head = ["what".ljust(36), "on".ljust(40), "looked at", "kept apart", "to reach"]
        print("  ".join(head))
        for part in (dates.rows, quantities.rows, own.rows, forms.rows, made.rows, attribution.rows,
                     places.rows, claims.rows, claims.speed, pages.rows, copies.rows):
            try:
                for row in part(lab):
                    print_row(*row)
            except Missing as missing:
                print(f"SKIPPED, {missing} is not there: {part.__module__} cannot be measured")


main()
