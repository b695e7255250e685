"""Sentences made of parts (own/made.tsv): who says what in every order of tag and clause, who goes
on, whose side that is; what happened where, when and how often in every voice, what goes on there,
and what the next sentence says of how sure it is. They tell which plain forms are not read, not how
unseen articles are."""

import json
import os
import random
import subprocess

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own")
DAY = "2025-05-21"
EACH = 4000  # of each sort
NAMES = {"speech": "who says what", "told": "what happened", "goes_on": "who goes on",
         "side": "whose side", "status": "what stands behind", "where": "where it goes on"}
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


def closed(who, frame):
    """With the comma that ends what is told of a speaker, or the phrase that names him."""
    return who + "," if ", " in who or frame.startswith("According") else who


def speech(slots, pick):
    who, wanted = pick(slots["who"])
    says, when, event = pick(slots["says"])[0], pick(slots["when"])[0], pick(slots["event"])[0]
    frame = pick(slots["frame"])[0]
    one = "said" if " " in says else says
    apart = closed(who, frame)
    text = filled(frame, **{"who,": apart, "who": apart if when and ", " in who else who,
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


def goes_on(slots, pick):
    who, about = pick(slots["speaker"])
    wanted, sort, role = about.split("|")
    frame, between = pick(slots["first"])[0], pick(slots["between"])[0]
    before = filled(frame, **{"who,": closed(who, frame), "who": who, "e": pick(slots["said first"])[0]})
    before += pick([" ", "\n\n"]) + (between + " " if between else "")
    frames = slots[{"m": "he", "f": "she", "b": "it", "p": "they"}[sort]]
    after = filled(pick(frames)[0], e=pick(slots["said next"])[0], role=role)
    return before + after, {"claimant": wanted}, before


def side(slots, pick):
    state, wanted = pick(slots["state"])
    demonym, country, city = state.split("|")
    who = filled(pick(slots["office"])[0], demonym=demonym, country=country, capital=city)
    frame = pick(slots["words"])[0]
    return filled(frame, **{"who,": closed(who, frame), "who": who}), {"side": wanted}


def status(slots, pick):
    behind, wanted = pick(slots["behind"])
    return pick(slots["claim"])[0] + pick([" ", "\n\n"]) + behind, {"status": wanted}


def where(slots, pick):
    place, region = pick(slots["place"])
    before = pick(slots["happened"])[0].replace(" {place}", place) + pick([" ", "\n\n"])
    if pick([True, True, False]):
        return before + pick(slots["there"])[0], {"region": region}, before
    after, region = pick(slots["elsewhere"])
    return before + after, {"region": region}, before


def right(wanted, claims):
    """Of each field, whether the claims of what is made have it right."""
    for field, want in wanted.items():
        if not claims:
            yield field, False
        elif field == "claimant":
            yield field, all(want in claim["claimant"].lower() for claim in claims)
        elif field == "status":
            same = {want, "disputed"} if want == "denied" else {want}
            yield field, claims[0]["status"] in same
        elif field == "side" or (field == "region" and "|" not in want and len(claims) > 1):
            yield field, all(claim[field] in want.split("|") for claim in claims)
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
    sorts = (speech, told, goes_on, side, status, where)
    made = [(sort.__name__, *sort(slots, chance.choice)) for sort in sorts for _ in range(EACH)]
    path = os.path.join(lab.folder, "made.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        for _, text, *_ in made:
            record = {"title": "", "date": DAY, "source": "example.org", "text": text}
            file.write(json.dumps(record) + "\n")
    claims = {}
    out = subprocess.run([lab.program, "extract", path], capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        claim = json.loads(line)
        claims.setdefault(int(claim["article"].rsplit("#", 1)[1]) - 1, []).append(claim)
    for number, (sort, text, wanted, *before) in enumerate(made):
        # What is told before the sentence that is judged.
        begin = len(before[0].encode()) - 2 if before else 0  # an empty line may be none
        found = [claim for claim in claims.get(number, []) if claim["span"][0] >= begin]
        if sort == "where" and not found:
            continue  # no claim, no place
        for field, good in right(wanted, found):
            yield sort, field, text, wanted[field], found, good


def rows(lab):
    counts = {}
    for sort, field, _, _, _, good in judged(lab):
        count = counts.setdefault((NAMES[sort], field), [0, 0])
        count[0] += good
        count[1] += 1
    for (name, field), (good, every) in counts.items():
        yield f"made, {name}: {field}", f"{every} made of parts", (good / every, None), None


def mistakes(lab):
    for sort, field, text, wanted, found, good in judged(lab):
        if not good:
            yield f"{sort} {field}: {text!r} wanted {wanted}, told {[claim.get(field) for claim in found]}"
