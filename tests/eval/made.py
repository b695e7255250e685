"""Sentences made of parts (own/made.tsv): who says what in every order of tag and clause, and what
happened where, when and how often in every voice. They tell which plain forms are not read, not how
unseen articles are."""

import json
import os
import random
import subprocess

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own")
DAY = "2025-05-21"
SENTENCES = 6000  # of each sort
SEED = 20251130


def parts():
    slots = {}
    with open(os.path.join(FOLDER, "made.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            slot, text, wanted = (line.rstrip("\n") + "\t").split("\t")[:3]
            slots.setdefault(slot, []).append(("" if text == "-" else text, wanted))
    return slots


def capital(text):
    return text[0].upper() + text[1:]


def filled(frame, **fields):
    for name, text in fields.items():
        frame = frame.replace("{" + name + "}", text)
        frame = frame.replace("{" + capital(name) + "}", capital(text) if text else "")
    return frame


def speech(slots, pick):
    who, wanted = pick(slots["who"])
    says, when, event = pick(slots["says"])[0], pick(slots["when"])[0], pick(slots["event"])[0]
    frame = pick(slots["frame"])[0]
    closed = who + "," if ", " in who or frame.startswith("According") else who
    one = "said" if " " in says else says
    text = filled(frame, **{"who,": closed, "who": closed if when and ", " in who else who,
                            "says": says, "when": when, "event": event, "one": one})
    return text, {"claimant": wanted}


def told(slots, pick):
    number, value = pick(slots["number"])
    place, region = pick(slots["place"])
    time, days = pick(slots["time"])
    act, kinds = pick(slots["act"])
    where = place + time if pick([True, True, False]) else time + place
    act = act.replace("{number}", number).replace("{where}", where)
    return filled(pick(slots["voice"])[0], act=act), {
        "kind": kinds, "value": value, "region": region, "time": days}


def right(wanted, claims):
    """Of each field, whether the claims of a sentence have it right."""
    for field, want in wanted.items():
        if not claims:
            yield field, False
        elif field == "claimant":
            yield field, all(want in claim["claimant"].lower() for claim in claims)
        elif field == "value":
            yield field, any(q["value"] == float(want) for q in claims[0]["quantities"])
        elif field == "time":
            time = claims[0]["time"]
            days = "-" if time["basis"] == "publication" else f"{time['from']}..{time['to']}"
            yield field, days == want
        else:
            yield field, claims[0][field] in want.split("|")


def judged(lab):
    slots, chance = parts(), random.Random(SEED)
    made = [sort(slots, chance.choice) for sort in (speech, told) for _ in range(SENTENCES)]
    path = os.path.join(lab.folder, "made.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        for text, _ in made:
            record = {"title": "", "date": DAY, "source": "example.org", "text": text}
            file.write(json.dumps(record) + "\n")
    claims = {}
    out = subprocess.run([lab.program, "extract", path], capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        claim = json.loads(line)
        claims.setdefault(int(claim["article"].rsplit("#", 1)[1]) - 1, []).append(claim)
    for number, (text, wanted) in enumerate(made):
        found = claims.get(number, [])
        for field, good in right(wanted, found):
            yield field, text, wanted[field], found, good


def rows(lab):
    counts = {}
    for field, _, _, _, good in judged(lab):
        count = counts.setdefault(field, [0, 0])
        count[0] += good
        count[1] += 1
    for field, (good, every) in counts.items():
        yield f"made of parts, right {field}", f"{every} sentences", (good / every, None), None


def mistakes(lab):
    for field, text, wanted, found, good in judged(lab):
        if not good:
            yield f"{field}: {text!r} wanted {wanted}, told {[claim.get(field) for claim in found]}"
