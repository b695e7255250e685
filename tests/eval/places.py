"""Settlements to the right first-level region in context, on wikipedia-war-articles (CC BY-SA).

The truth is in the texts themselves: where one says "X, Donetsk Oblast" or "the village of X in
Donetsk Oblast", X means a place in that region through the whole article. Every mention of X in the article is asked for,
except that statement; X found nowhere, or in another region, is wrong. A name told of two regions
in one article is left out, and so is one that is also the name of a region there.
"""

import glob
import os
import re

from sets import Missing, Score

OBLASTS = {
    "Cherkasy": "UA-71", "Chernihiv": "UA-74", "Chernivtsi": "UA-77", "Dnipropetrovsk": "UA-12",
    "Donetsk": "UA-14", "Ivano-Frankivsk": "UA-26", "Kharkiv": "UA-63", "Kherson": "UA-65",
    "Khmelnytskyi": "UA-68", "Kirovohrad": "UA-35", "Kyiv": "UA-32", "Luhansk": "UA-09",
    "Lviv": "UA-46", "Mykolaiv": "UA-48", "Odesa": "UA-51", "Poltava": "UA-53", "Rivne": "UA-56",
    "Sumy": "UA-59", "Ternopil": "UA-61", "Vinnytsia": "UA-05", "Volyn": "UA-07",
    "Zakarpattia": "UA-21", "Zaporizhzhia": "UA-23", "Zhytomyr": "UA-18", "Belgorod": "RU-BEL",
    "Bryansk": "RU-BRY", "Kursk": "RU-KRS", "Rostov": "RU-ROS", "Voronezh": "RU-VOR"}
NAME = r"([A-Z][a-z'’]+(?:[ -](?:[A-Z][a-z'’]+|\d+))?)"
OBLAST = "(" + "|".join(OBLASTS) + ")"
STATEMENTS = [
    re.compile(NAME + r"(?:,| in|, in)(?: [A-Z][a-z]+ Raion,)? (?:the )?(?:[a-z]+ )?" + OBLAST + r" (?:[Oo]blast|[Rr]egion|[Pp]rovince)\b"),
    re.compile(r"(?:city|town|village|settlement) of " + NAME + r",? in (?:the )?" + OBLAST +
               r" (?:[Oo]blast|[Rr]egion|[Pp]rovince)\b")]


def plain(markdown):
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"[*_`]|\[\d+\]", "", text)


NO_PLACE = re.compile(
    r"\b(?:Oblast|River|Ukraine|Russia|War|Killed|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Republic|Army|Forces|Raion|Battle|Region|The|In|On|Of)\b")


def truths(text):
    """{name: (region, [spans of the statements])}"""
    said = {}
    for pattern in STATEMENTS:
        for match in pattern.finditer(text):
            name, region = match.group(1), OBLASTS[match.group(2)]
            regions, spans = said.setdefault(name, (set(), []))
            regions.add(region)
            spans.append((match.start(1), match.end()))
    return {name: (next(iter(regions)), spans) for name, (regions, spans) in said.items()
            if len(regions) == 1 and name not in OBLASTS and not NO_PLACE.search(name)}


def texts(lab, which):
    folder = lab.unpack(which)
    paths = sorted(p for ending in ("md", "txt")
                   for p in glob.glob(f"{folder}/**/articles/*.{ending}", recursive=True))
    if not paths:
        raise Missing(folder)
    for path in paths:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            yield os.path.basename(path), plain(file.read())


def wanted(text):
    for name, (region, statements) in truths(text).items():
        for match in re.finditer(r"\b" + re.escape(name) + r"\b", text):
            inside = any(b <= match.start() < e for b, e in statements)
            longer = re.match(r"(?: [A-Z]|-[A-Z]| [Oo]blast| [Rr]aion| [Rr]egion| [Dd]istrict)",
                              text[match.end():match.end() + 10])
            before = re.search(r"[A-Z][a-z]+[ -]$", text[max(0, match.start() - 20):match.start()])
            if not inside and not longer and not before:
                yield {"begin": match.start(), "end": match.end(), "region": region, "name": name}


def rows(lab):
    for which in ("wikipedia-war-articles",):
        everything = list(texts(lab, which))
        found = lab.annotate("places", [(key, None, text) for key, text in everything])
        score, count = Score(), 0
        for key, text in everything:
            gold = list(wanted(text))
            count += len(gold)
            right = sum(is_right(g, found[key]) for g in gold)
            score.add(key, right, len(gold), len(gold))
        yield "settlement to right region", f"{which}, {count} mentions", score.row(), 0.95


def is_right(gold, found):
    return any(f["begin"] < gold["end"] and f["end"] > gold["begin"] and
               f["region"] == gold["region"] for f in found)


def mistakes(lab):
    from sets import developed_on
    for which in ("wikipedia-war-articles",):
        everything = [(key, text) for key, text in texts(lab, which) if developed_on(key)]
        found = lab.annotate("places", [(key, None, text) for key, text in everything])
        for key, text in everything:
            for g in wanted(text):
                if is_right(g, found[key]):
                    continue
                near = [(f["text"], f["region"], f["sure"]) for f in found[key]
                        if f["begin"] < g["end"] and f["end"] > g["begin"]]
                around = text[max(0, g["begin"] - 60):g["end"] + 40].replace("\n", " / ")
                yield f"{g['name']} {g['region']} got {near} in {around!r}"
