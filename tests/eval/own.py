"""Dates and quantities on sentences of our own in the manner of news (own/): whole values, as
TempEval-3 and NewsQuant count. A mention is found when it overlaps; it is right when its value is
(and, asked apart, its unit and its bound)."""

import os
import re

from sets import Score, developed_on, pairs

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own")
MARKED = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")


def sentences(name):
    """(number, day, text, [mention with begin, end and fields])."""
    day = None
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        for number, line in enumerate(file):
            line = line.rstrip("\n")
            if line.startswith("#") or not line:
                continue
            if re.fullmatch(r"\d{4}-\d\d-\d\d", line):
                day = line
                continue
            text, gold, at = "", [], 0
            for match in MARKED.finditer(line):
                text += line[at:match.start()]
                begin, at = len(text), match.end()
                text += match.group(1)
                if match.group(2):
                    gold.append({"begin": begin, "end": len(text),
                                 "fields": match.group(2).split("|")})
            text += line[at:]
            yield f"{name} {number}", day, text, gold


def figure_right(gold, found):
    low, _, high = gold["fields"][0].partition("..")
    low, high = float(low), float(high or low)
    return all(abs(a - b) <= 1e-5 * max(1, abs(a))
               for a, b in ((low, found["value"]), (high, found["value_max"])))


def unit_right(gold, found):
    return gold["fields"][1] in ("-", found["unit"])


def bound_right(gold, found):
    return found["bound"] == (gold["fields"][2] if len(gold["fields"]) > 2 else "exact")


def judged(lab, layer):
    cases = list(sentences(layer + ".txt"))
    found = lab.annotate(layer, [(key, day, text) for key, day, text, _ in cases])
    for key, day, text, gold in cases:
        yield key, day, text, gold, found[key], pairs(gold, found[key])


def rows(lab):
    value = Score()
    count = 0
    for key, _, _, gold, ours, matched in judged(lab, "dates"):
        right = sum(f["value"] in g["fields"] for g, f in matched)
        value.add(key, right, len(gold), len(ours))
        count += 1
    yield "dates, value F1", f"own news sentences, {count}", value.row(), 0.80
    scores = [Score(), Score(), Score()]
    count = 0
    for key, _, _, gold, ours, matched in judged(lab, "quantities"):
        good = [(g, f) for g, f in matched if figure_right(g, f)]
        counts = (len(good), sum(unit_right(*p) for p in good), sum(bound_right(*p) for p in good))
        for score, right in zip(scores, counts):
            score.add(key, right, len(gold), len(ours))
        count += 1
    for what, score, limit in zip(("value", "value and unit", "value and bound"), scores,
                                  (0.93, 0.86, 0.89)):
        yield f"quantities, {what} F1", f"own news sentences, {count}", score.row(), limit


def mistakes(lab):
    for layer in ("dates", "quantities"):
        for key, day, text, gold, ours, matched in judged(lab, layer):
            if not developed_on(key):
                continue
            if layer == "dates":
                bad = [p for p in matched if p[1]["value"] not in p[0]["fields"]]
            else:
                bad = [p for p in matched
                       if not (figure_right(*p) and unit_right(*p) and bound_right(*p))]
            for g, f in bad:
                yield f"wrong  {day} {text!r}: {f['text']!r} " + \
                    f"{[f.get(k) for k in ('value', 'value_max', 'unit', 'bound')]}, gold {g['fields']}"
            for g in gold:
                if all(g is not m for m, _ in matched):
                    yield f"missed {day} {text!r}: {text[g['begin']:g['end']]!r} {g['fields']}"
            for f in ours:
                if all(f is not m for _, m in matched):
                    yield f"extra  {day} {text!r}: {f['text']!r} {f['value']}"
