#!/usr/bin/env python3
"""Articles annotated by hand after the gold ones, kept as places in texts that are not ours.

    annotated.py unpack SHARED KEPT.json FOLDER     writes FOLDER/text/*.txt and FOLDER/gold/*.json, as
                                                    score.py of ../shared reads them
    annotated.py pack SHARED FOLDER KEPT.json       the way back: what was annotated in such a folder

No sentence of a publisher enters the project, so a claim's quote is kept as [begin, end) characters of
the article, and an article as the name of its file in ../shared/sets/ukraine-news-gdelt (`file`) or its
row in ../shared/corpus/news-2025-05-21.ndjson.gz (`row`, from 0), with the SHA-256 of the text that was
annotated. annotated/looked_at.json is what rules are written by; annotated/kept_apart.json is for
measuring alone: who writes rules does not look into it.
"""

import gzip
import hashlib
import json
import os
import re
import sys
import tarfile

from sets import Missing

GDELT = "ukraine-news-gdelt"
NEWS = "corpus/news-2025-05-21.ndjson.gz"


class Texts:
    """The articles of ../shared by where they stand there."""

    def __init__(self, shared):
        self.files, self.rows = {}, []
        archive = os.path.join(shared, "sets", GDELT + ".tar.xz")
        for path in (archive, os.path.join(shared, NEWS)):
            if not os.path.exists(path):
                raise Missing(path)
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.name.endswith(".txt"):
                    self.files[os.path.basename(member.name)] = tar.extractfile(member).read().decode()
        with gzip.open(os.path.join(shared, NEWS), "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                body = (row.get("text") or "").strip()
                self.rows.append(f"{row['title']}\n\n{row['source']}\n{row['published']}\n\n{body}\n")

    def text(self, article):
        text = self.files[article["file"]] if "file" in article else self.rows[article["row"]]
        if sha256(text) != article["sha256"]:
            sys.exit(f"annotated.py: the text of {name(article)} is not the one that was annotated")
        return text

    def find(self, file, text):
        if file in self.files:
            return {"file": file, "sha256": sha256(text)}
        return {"row": self.rows.index(text), "sha256": sha256(text)}


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def name(article):
    return article["file"] if "file" in article else f"news-row-{article['row']:03}.txt"


def pattern(quote):
    """What finds `quote` in a text whatever white space and quotation marks it was written down with."""
    marks = {"'": "['’‘´]", '"': '["“”«»]'}
    for a, group in (("’‘´", "'"), ("“”«»", '"')):
        for c in a:
            quote = quote.replace(c, group)
    words = ["".join(marks.get(c) or re.escape(c) for c in word) for word in quote.split()]
    return re.compile(r"\s+".join(words))


def place(text, quote, nth=1):
    hits = [m.span() for m in pattern(quote).finditer(text)]
    if not hits:
        sys.exit(f"annotated.py: not in the text: {quote[:80]}")
    return list(hits[min(nth, len(hits)) - 1])


def pack(shared, folder, kept):
    texts, articles = Texts(shared), []
    for file in sorted(os.listdir(os.path.join(folder, "text"))):
        with open(os.path.join(folder, "text", file), encoding="utf-8", newline="") as source:
            text = source.read()
        with open(os.path.join(folder, "gold", file[:-4] + ".json"), encoding="utf-8") as source:
            gold = json.load(source)
        article = texts.find(file, text)
        article["boilerplate"] = [place(text, piece) for piece in gold.get("boilerplate", [])]
        article["claims"] = []
        for claim in gold["claims"]:
            row = {"span": place(text, claim["quote"], claim.get("nth", 1))}
            row.update((k, v) for k, v in claim.items() if k not in ("quote", "nth", "note", "mode") and v is not None)
            article["claims"].append(row)
        articles.append(article)
    with open(kept, "w", encoding="utf-8") as out:
        out.write("[\n")
        for i, article in enumerate(articles):
            claims = article.pop("claims")
            head = json.dumps(article, ensure_ascii=False)[:-1]
            lines = ",\n".join("  " + json.dumps(c, ensure_ascii=False) for c in claims)
            out.write(f'{head}, "claims": [\n{lines}]}}{"," if i + 1 < len(articles) else ""}\n')
        out.write("]\n")


def unpack(shared, kept, folder):
    """Returns how many articles were written."""
    texts = Texts(shared)
    with open(kept, encoding="utf-8") as source:
        articles = json.load(source)
    for part in ("text", "gold"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    for article in articles:
        text, stem = texts.text(article), name(article)[:-4]
        gold = {"boilerplate": [text[b:e] for b, e in article["boilerplate"]], "claims": []}
        for claim in article["claims"]:
            begin, end = claim["span"]
            quote = text[begin:end]
            before = sum(1 for m in pattern(quote).finditer(text) if m.start() < begin)
            row = {"quote": quote, "nth": before + 1}
            row.update((k, v) for k, v in claim.items() if k != "span")
            gold["claims"].append(row)
        with open(os.path.join(folder, "text", stem + ".txt"), "w", encoding="utf-8", newline="") as out:
            out.write(text)
        with open(os.path.join(folder, "gold", stem + ".json"), "w", encoding="utf-8") as out:
            json.dump(gold, out, ensure_ascii=False, indent=1)
    return len(articles)


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in ("pack", "unpack"):
        sys.exit(__doc__)
    (pack if sys.argv[1] == "pack" else unpack)(*sys.argv[2:])
