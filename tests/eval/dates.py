"""Dates, on the date-time model of recognizers-specs (MIT).

Counted are the cases with a reference day whose answers are days, periods of days, durations or
sets; cases with times of day are left out, since the reader works in days, and so are those that
only ask whether a string is a valid date: no news is written so. A mention is found when it
overlaps the gold's; its value is right when it is the same TIMEX3 value, or stands for the same
days as one of the gold's readings (the gold's last day is exclusive; "this week" up to today is
the same week). The set tells a range as one mention and a vague count as three ("several weeks" P3W);
our two ends of a range that share their days are joined, and PXW is taken for such; "2014 to 2018"
ends with 2018-01-01 in the set, ours with the year, which counts as the same. Left out are sentences
that speak to an assistant ("I'll be out", "schedule", "Cortana"): there a bare day lies ahead, in
news it lies behind.
"""

import os
import re
from datetime import date, timedelta

from sets import Score, pairs, read_json

SPOKEN = re.compile(r"\b(i|i'm|i'll|i’ll|me|my|mine|us|you|your|let's|let’s|cortana|please|schedule|"
                    r"book|show|how about|set|set up|skype|meet|meeting|dinner|remind)\b", re.I)
KINDS = {"date", "daterange", "duration", "set"}


def cases(lab):
    folder = lab.unpack("recognizers-specs")
    path = os.path.join(folder, "recognizers-specs/Specs/DateTime/English/DateTimeModel.json")
    for number, case in enumerate(read_json(path)):
        day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        kinds = {(r.get("TypeName") or "").split(".")[-1] for r in case["Results"]}
        text = case["Input"]
        if not day or not kinds <= KINDS or "valid date" in text or SPOKEN.search(text) or \
                len(text.split()) < 4:
            continue
        gold = [{"begin": r["Start"], "end": r["End"] + 1,
                 "values": (r.get("Resolution") or {}).get("values", [])} for r in case["Results"]]
        yield f"{number} {text}", day, text, gold


def day_of(text):
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def joined(mentions):
    """The two ends of one range as one mention."""
    out = []
    for mention in mentions:
        last = out[-1] if out else None
        if last and mention["from"] and mention["begin"] - last["end"] <= 10 and \
                (last["from"], last["to"]) == (mention["from"], mention["to"]):
            last["end"], last["last"] = mention["end"], mention["value"]
        else:
            out.append(dict(mention))
    return out


def plain(timex):
    """TIMEX3 counts decades, centuries and quarters as such; the set in years and months."""
    return re.sub(r"(\d+)(DE|CE|Q)$",
                  lambda m: str(int(m[1]) * {"DE": 10, "CE": 100, "Q": 3}[m[2]]) +
                  ("M" if m[2] == "Q" else "Y"), timex) if timex.startswith("P") else timex


def same(mention, reading, today):
    value, timex = plain(mention["value"]), reading.get("timex", "")
    if value == timex or "X" in value[:4] and re.sub(r"\d+", "X", timex) == value:
        return True
    range_of = re.match(r"\((.+),(.+),(P.+)\)$", timex)
    if range_of and "last" in mention:
        a, b = range_of.group(1), range_of.group(2)
        years = reading.get("start") or "", reading.get("end") or ""
        ends = mention["value"], mention["last"]
        if (a.startswith(ends[0]) or years[0].startswith(ends[0])) and \
                (b.startswith(ends[1]) or years[1].startswith(ends[1])):
            return True
    begin, end = day_of(mention["from"]), day_of(mention["to"])
    if begin is None:
        return False
    kind = reading.get("type")
    if kind == "date":
        return begin == end == day_of(reading.get("value"))
    first, last = day_of(reading.get("start")), day_of(reading.get("end"))
    # "since", "after", "before": the set's days of "after" and "before" are outside of what is meant
    if first is None or last is None:
        apart = (begin - first if first else last - end if last else timedelta(-1)).days
        return apart in (0, 1)
    last -= timedelta(days=1)
    clipped = min(last, today) if first <= today else last
    if range_of and value == range_of.group(3) and abs(begin - first).days <= 1:
        return abs(end - last).days <= 1
    return begin == first and (abs(end - last).days <= 1 or end == clipped)


def rows(lab):
    all_cases = list(cases(lab))
    found = lab.annotate("dates", [(key, day, text) for key, day, text, _ in all_cases])
    found = {key: joined(mentions) for key, mentions in found.items()}
    value, span = Score(), Score()
    for key, day, _, gold in all_cases:
        matched = pairs(gold, found[key])
        exact = sum(g["begin"] == f["begin"] and g["end"] == f["end"] for g, f in matched)
        right = sum(any(same(f, reading, day_of(day)) for reading in g["values"])
                    for g, f in matched)
        value.add(key, right, len(gold), len(found[key]))
        span.add(key, len(matched), len(gold), len(found[key]))
    where = f"recognizers, {len(all_cases)} cases"
    yield "dates, value F1", where, value.row(), 0.80
    yield "dates, span F1 (overlap)", where, span.row(), None


def mistakes(lab):
    """What a developer looks at: only the half that is developed on."""
    from sets import developed_on
    all_cases = [case for case in cases(lab) if developed_on(case[0])]
    found = lab.annotate("dates", [(key, day, text) for key, day, text, _ in all_cases])
    found = {key: joined(mentions) for key, mentions in found.items()}
    for key, day, text, gold in all_cases:
        matched = pairs(gold, found[key])
        wrong = [(g, f) for g, f in matched
                 if not any(same(f, r, day_of(day)) for r in g["values"])]
        missed = [g for g in gold if all(g is not m for m, _ in matched)]
        extra = [f for f in found[key] if all(f is not m for _, m in matched)]
        for g, f in wrong:
            yield f"wrong  {day} {text!r}: {f['text']!r} {f['value']} {f['from']}..{f['to']}, gold " + \
                str([(r.get('timex'), r.get('value') or (r.get('start'), r.get('end'))) for r in g["values"]])
        for g in missed:
            yield f"missed {day} {text!r}: {text[g['begin']:g['end']]!r} " + str([r.get('timex') for r in g["values"]])
        for f in extra:
            yield f"extra  {day} {text!r}: {f['text']!r} {f['value']}"
