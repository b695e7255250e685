"""Sentences of our own, form by form (own/forms.tsv): of each field the share that is read right.
All of them were looked at; they tell what is lost again, not how unseen articles are read."""

import json
import os
import subprocess

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own")
DAY = "2025-05-21"
BEFORE = {
    "-": "",
    "war": "Russian troops shelled Lyman and Ukraine lost two villages. NATO sent weapons to Kyiv.\n",
    "town": "A new bridge was opened in Oslo on Monday. The mayor cut the ribbon.\n",
    "front": "Russian troops shelled Lyman and Ukraine lost two villages on the front. NATO sent weapons "
             "to Kyiv. The army said its soldiers held the line.\n",
    "shops": "Prices in Norway rose last month. Shops in Oslo were full. The bank said the economy grew.\n",
    "fighting": "Fighting goes on in the Donetsk region of Ukraine. Russian troops shelled Sumy.\n",
}


def cases():
    with open(os.path.join(FOLDER, "forms.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                field, before, text, wanted = line.rstrip("\n").split("\t")
                yield field, BEFORE[before], text.replace(" \u00b6 ", "\n"), wanted.split("|")


def right(field, wanted, claims):
    if not claims:
        return False
    if field == "claimant":
        names = [claim["claimant"].lower() for claim in claims]
        return len(names) >= len(wanted) and all(w.lower() in n for w, n in zip(wanted, names))
    if field == "kind":
        return all(claim["kind"] in wanted for claim in claims)
    if field == "status":
        return claims[0]["status"] in wanted
    last = claims[-1]
    if field == "time":
        time = last["time"]
        told = "publication" if time["basis"] == "publication" else f"{time['from']}..{time['to']}"
        return told == wanted[0]
    return last.get(field, "-") == wanted[0]


def judged(lab):
    every = list(cases())
    path = os.path.join(lab.folder, "forms.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        for _, before, text, _ in every:
            record = {"title": "", "date": DAY, "source": "example.org", "text": before + text}
            file.write(json.dumps(record) + "\n")
    claims = {}
    told = subprocess.run([lab.program, "extract", path], capture_output=True, text=True, check=True)
    for line in told.stdout.splitlines():
        claim = json.loads(line)
        number = int(claim["article"].rsplit("#", 1)[1]) - 1
        if claim["span"][0] >= len(every[number][1]):
            claims.setdefault(number, []).append(claim)
    for number, (field, _, text, wanted) in enumerate(every):
        found = claims.get(number, [])
        yield field, text, wanted, found, right(field, wanted, found)


def rows(lab):
    counts = {}
    for field, _, _, _, good in judged(lab):
        count = counts.setdefault(field, [0, 0])
        count[0] += good
        count[1] += 1
    for field, (good, every) in counts.items():
        yield f"forms of our own, right {field}", f"{every} invented sentences", (good / every, None), None


def mistakes(lab):
    for field, text, wanted, found, good in judged(lab):
        if not good:
            keys = [claim["time"] if field == "time" else claim.get(field) for claim in found]
            yield f"{field}: {text!r} wanted {'|'.join(wanted)}, told {keys}"
