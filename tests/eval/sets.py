"""The sets of ../shared, the program's answers on them, and the arithmetic all figures share."""

import hashlib
import json
import os
import subprocess
import tarfile
import tempfile
from collections import defaultdict


class Missing(Exception):
    """A set that is not there: told, never passed over."""


class Lab:
    """Knows where the sets and the program are; unpacks and runs."""

    def __init__(self, shared, program, folder):
        self.shared, self.program, self.folder = shared, program, folder

    def unpack(self, name):
        archive = os.path.join(self.shared, "sets", name + ".tar.xz")
        if not os.path.exists(archive):
            raise Missing(archive)
        out = os.path.join(self.folder, name)
        if not os.path.isdir(out):
            os.mkdir(out)
            with tarfile.open(archive) as tar:
                tar.extractall(out)
        return out

    def annotate(self, layer, cases):
        """cases: [(id, date or None, text)] -> {id: [mention]}, begin and end being characters."""
        by_date = defaultdict(list)
        for case in cases:
            by_date[case[1]].append(case)
        found = {}
        for date, members in sorted(by_date.items(), key=str):
            folder = tempfile.mkdtemp(dir=self.folder)
            names = {}
            for number, (key, _, text) in enumerate(members):
                path = os.path.join(folder, f"{number:06}.txt")
                with open(path, "wb") as out:
                    out.write(text.encode())
                names[path] = (key, text)
                found[key] = []
            command = [self.program, "annotate", "--raw", "--layer", layer, folder]
            if date:
                command += ["--date", date]
            lines = subprocess.run(command, capture_output=True, check=True).stdout
            for line in lines.decode().splitlines():
                mention = json.loads(line)
                key, text = names[mention["article"]]
                found[key].append(in_characters(mention, text))
        return found


def in_characters(mention, text):
    if text.isascii():
        return mention
    data = text.encode()

    def at(offset):
        return len(data[:offset].decode(errors="ignore"))

    for key in ("begin", "end"):
        mention[key] = at(mention[key])
    for key in ("source", "cue"):
        if mention.get(key):
            mention[key] = [at(x) for x in mention[key]]
    if "content" in mention:
        mention["content"] = [[at(b), at(e)] for b, e in mention["content"]]
    return mention


def read_json(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def developed_on(key):
    """One half of every set was looked at while rules were written, the other was not."""
    return hashlib.sha1(str(key).encode()).digest()[0] % 2 == 0


class Score:
    """Counts of right, wanted and found, for each half."""

    def __init__(self):
        self.counts = {True: [0, 0, 0], False: [0, 0, 0]}

    def add(self, key, right, wanted, found):
        row = self.counts[developed_on(key)]
        for i, n in enumerate((right, wanted, found)):
            row[i] += n

    def figure(self, half=None):
        halves = [half] if half is not None else [True, False]
        right, wanted, found = (sum(self.counts[h][i] for h in halves) for i in range(3))
        return 2 * right / (wanted + found) if wanted + found else None

    def row(self):
        return self.figure(True), self.figure(False)


def pairs(gold, found):
    """Overlapping mentions one to one, longest overlap first; gold and found have begin and end."""
    overlaps = []
    for g, one in enumerate(gold):
        for f, other in enumerate(found):
            length = min(one["end"], other["end"]) - max(one["begin"], other["begin"])
            if length > 0:
                overlaps.append((-length, abs(one["begin"] - other["begin"]), g, f))
    used_gold, used_found, result = set(), set(), []
    for _, _, g, f in sorted(overlaps):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            result.append((gold[g], found[f]))
    return result
