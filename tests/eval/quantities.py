"""Quantities, on the sentences of quantulum3 (MIT), the currency, dimension and per cent cases of
recognizers-specs (MIT), and, for bounds, on the figures of the annotated articles.

Counted are the cases whose units are of everyday life (the tables below): a news reader need not
know attometres or femtobarns; and of recognizers those its reference implementation answers. Of a
range the middle counts, as in quantulum3. A year is a figure to quantulum3 and a date to us: where
the gold's bare number is a date of ours it is left out. A bare number may have any counted noun for
a unit. The annotated articles tell one figure of a claim: asked is which share of these is found
with the right value, unit and bound.
"""

import glob
import os
import re

from sets import Missing, Score, pairs, read_json

UNITS = {
    "dimensionless": None, "percentage": "%", "dollar": "usd", "euro": "eur", "pound sterling": "gbp",
    "cent": "cent", "penny": "penny", "dime": "dime",
    "metre": "m", "kilometre": "km", "mile": "mi", "inch": "in", "foot": "ft", "yard": "yd",
    "millimetre": "mm", "centimetre": "cm", "square kilometre": "km2", "square mile": "mi2",
    "square metre": "m2", "cubic kilometre": "km3", "cubic metre": "m3", "acre": "acre",
    "hectare": "ha", "kilogram": "kg", "gram": "g", "tonne": "t", "ton": "t", "pound-mass": "lb",
    "ounce": "oz", "litre": "l", "gallon": "gal", "barrel": "barrel", "cup": "cup",
    "kilometre per hour": "km/h", "mile per hour": "mph", "degree Celsius": "C",
    "degree Fahrenheit": "F", "second": "s", "minute": "min", "hour": "h", "day": "day",
    "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
    "megawatt": "MW", "kilowatt": "kW", "gigawatt": "GW", "megawatt hour": "MWh",
    "kilowatt hour": "kWh", "byte": "bytes", "megabyte": "MB", "gigabyte": "GB"}
OTHER_NAMES = {
    "Dollar": "usd", "United States dollar": "usd", "Euro": "eur", "Pound": "gbp",
    "British pound": "gbp", "Cent": "cent", "Chinese yuan": "cny", "Japanese yen": "jpy",
    "Canadian dollar": "cad", "Australian dollar": "aud", "Swiss franc": "chf", "Franc": "chf",
    "Turkish lira": "try", "Rupee": "inr", "Mexican peso": "mxn", "Hong Kong dollar": "hkd",
    "New Zealand dollar": "nzd", "Percentage": "%",
    "Foot": "ft", "Meter": "m", "Mile": "mi", "Gallon": "gal", "Ton": "t", "Metric ton": "t",
    "Kilometer per hour": "km/h", "Mile per hour": "mph", "Kilogram": "kg", "Gram": "g",
    "Inch": "in", "Square meter": "m2", "Kilometer": "km", "Millimeter": "mm", "Barrel": "barrel",
    "Ounce": "oz", "Acre": "acre", "Square kilometer": "km2", "Cubic foot": "ft3",
    "Megabyte": "MB"}


def quantulum(lab):
    folder = lab.unpack("quantulum3-tests") + "/quantulum3-tests/quantulum3/_lang/en_US/tests/"
    for case in read_json(folder + "quantities.json"):
        text, gold, at = case["req"], [], 0
        if any(r["unit"] not in UNITS for r in case["res"]):
            continue
        for r in case["res"]:
            begin = text.find(r["surface"], at)
            if begin < 0:
                break
            at = begin + len(r["surface"])
            gold.append({"begin": begin, "end": at, "value": r["value"], "unit": UNITS[r["unit"]]})
        else:
            yield "q " + text, text, gold


def recognizers(lab):
    folder = lab.unpack("recognizers-specs") + "/recognizers-specs/Specs/"
    for name, names in (("NumberWithUnit/English/CurrencyModel", OTHER_NAMES),
                        ("NumberWithUnit/English/DimensionModel", {**OTHER_NAMES, "Pound": "lb"}),
                        ("Number/English/PercentModel", OTHER_NAMES)):
        for case in read_json(folder + name + ".json"):
            gold, known = [], "NotSupported" not in case and bool(case["Results"])
            for r in case["Results"]:
                resolution = r.get("Resolution") or {}
                value = (resolution.get("value") or "").rstrip("%").replace(",", "")
                unit = "%" if "Percent" in name else names.get(resolution.get("unit"))
                try:
                    gold.append({"begin": r["Start"], "end": r["End"] + 1, "value": float(value),
                                 "unit": unit})
                except ValueError:
                    known = False
                known = known and unit is not None
            if known:
                yield "r " + case["Input"], case["Input"], gold


def value_right(gold, found):
    middle = (found["value"] + found["value_max"]) / 2
    return abs(middle - gold["value"]) <= 1e-6 * max(1, abs(gold["value"]))


def measured(lab, cases, only_units):
    """`only_units`: gold lists figures with units alone, so ours without one do not count."""
    inputs = [(key, None, text) for key, text, _ in cases]
    found, dates = lab.annotate("quantities", inputs), lab.annotate("dates", list(inputs))
    value, unit = Score(), Score()
    wrong = []
    for key, text, gold in cases:
        years = [d for d in dates[key] if d["value"][:4].isdigit()]
        gold = [g for g in gold if g["unit"] is not None or not pairs([g], years)]
        ours = found[key]
        if only_units:
            kinds = {g["unit"] for g in gold}
            ours = [f for f in ours if f["unit"] in kinds or pairs([f], gold)]
        # A conversion in brackets belongs to the figure before it and is none of its own.
        gold = [g for i, g in enumerate(gold) if i == 0 or text[:g["begin"]][-1:] != "(" or not any(
            f["begin"] < gold[i - 1]["end"] and f["end"] >= g["end"] for f in ours)]
        matched = pairs(gold, ours)
        good = [(g, f) for g, f in matched if value_right(g, f)]
        full = [(g, f) for g, f in good if g["unit"] in (None, f["unit"])]
        value.add(key, len(good), len(gold), len(ours))
        unit.add(key, len(full), len(gold), len(ours))
        if len(full) < max(len(gold), len(ours)):
            wrong.append((key, gold, ours))
    return value, unit, wrong


def gold_claims(lab):
    paths = sorted(glob.glob(os.path.join(lab.shared, "gold", "*.json")))
    if not paths:
        raise Missing(os.path.join(lab.shared, "gold"))
    for path in paths:
        for number, claim in enumerate(read_json(path)["claims"]):
            figure = claim.get("quantity")
            # "a tank" is one tank to the claim, no figure to the layer.
            told = figure and (figure["value"] != 1 or re.search(r"\bone\b|\b1\b", claim["quote"]))
            if told:
                yield f"{os.path.basename(path)} {number}", claim["quote"], claim["quantity"]


def rows(lab):
    for name, cases, only_units in (("quantulum3", list(quantulum(lab)), False),
                                    ("recognizers", list(recognizers(lab)), True)):
        value, unit, _ = measured(lab, cases, only_units)
        where = f"{name}, {len(cases)} cases"
        yield "quantities, value F1", where, value.row(), 0.93
        yield "quantities, value and unit F1", where, unit.row(), 0.86
    yield from bounds(lab)


def bounds(lab):
    cases = list(gold_claims(lab))
    found = lab.annotate("quantities", [(key, None, quote) for key, quote, _ in cases])
    scores = {"value": Score(), "unit": Score(), "bound": Score()}
    for key, _, gold in cases:
        same = [f for f in found[key] if f["value"] == gold["value"]]
        fits = {what: any(is_one_of(f[what], gold[what]) for f in same) for what in scores}
        for what, score in scores.items():
            score.add(key, fits[what], 1, 1)
    where = f"gold claims, {len(cases)} figures"
    yield "quantities, value found", where, scores["value"].row(), 0.93
    yield "quantities, value and unit found", where, scores["unit"].row(), 0.86
    yield "quantities, value and bound found", where, scores["bound"].row(), 0.89


def is_one_of(ours, gold):
    return ours in gold if isinstance(gold, list) else ours == gold


def mistakes(lab):
    from sets import developed_on
    for cases, only_units in ((list(quantulum(lab)), False), (list(recognizers(lab)), True)):
        cases = [case for case in cases if developed_on(case[0])]
        for key, gold, ours in measured(lab, cases, only_units)[2]:
            yield f"{key[:300]!r}\n    gold {[(g['value'], g['unit']) for g in gold]}\n    ours " + \
                str([(f['text'], f['value'], f['value_max'], f['unit']) for f in ours])
