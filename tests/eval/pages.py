"""Saved web pages (readability-pages): main text, title, author and day against what is expected."""

import glob
import html.parser
import json
import os
import re
import subprocess
from collections import Counter

from sets import developed_on, read_json

VOID = {"br", "img", "hr", "input", "meta", "link", "source", "wbr", "col", "area", "embed"}
BLOCKS = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "td", "th", "pre",
          "blockquote", "section", "article", "figure", "figcaption", "table", "dd", "dt", "dl", "hr"}


class TextOf(html.parser.HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.parts, self.skip = [], 0
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style", "svg", "button", "textarea", "select"):
            self.skip += 1
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag in ("script", "style", "svg", "button", "textarea", "select"):
            self.skip = max(0, self.skip - 1)
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def words(text):
    return re.findall(r"\w+", text.lower())


def token_f1(expected, got):
    common = sum((Counter(expected) & Counter(got)).values())
    if not expected and not got:
        return 1.0
    return 2 * common / max(1, len(expected) + len(got))


def plain(text):
    return " ".join((text or "").split())


def measured(lab):
    """[(name, {"text", "title", "date", "byline": 0 to 1, absent where nothing is expected})]"""
    if hasattr(lab, "pages"):
        return lab.pages
    folder = lab.unpack("readability-pages")
    lab.pages = []
    for expected_path in sorted(glob.glob(f"{folder}/**/expected.html", recursive=True)):
        page = os.path.dirname(expected_path)
        line = subprocess.run([lab.program, "clean", os.path.join(page, "source.html")],
                              capture_output=True).stdout.decode().strip()
        got = json.loads(line) if line else {"text": "", "title": "", "date": None, "author": ""}
        meta = read_json(os.path.join(page, "expected-metadata.json"))
        with open(expected_path, encoding="utf-8") as file:
            expected = words("".join(TextOf(file.read()).parts))
        figures = {"text": token_f1(expected, words(got["text"]))}
        figures["title"] = float(plain(meta["title"]) == plain(got["title"]))
        if meta.get("publishedTime"):
            figures["date"] = float(str(meta["publishedTime"])[:10] == got["date"])
        if meta.get("byline"):
            figures["byline"] = token_f1(words(meta["byline"]), words(got["author"]))
        lab.pages.append((os.path.basename(page), figures, meta, got, expected))
    return lab.pages


def rows(lab):
    pages = measured(lab)
    for key, what, limit in (("text", "main text of HTML, token F1", 0.955),
                             ("title", "title of HTML, exact", None),
                             ("date", "publication day of HTML, exact", 0.93),
                             ("byline", "author of HTML, token F1", None)):
        halves = []
        for apart in (False, True):
            values = [figures[key] for name, figures, *_ in pages
                      if key in figures and developed_on(name) != apart]
            halves.append(sum(values) / len(values) if values else None)
        yield what, "readability-pages", halves, limit


def mistakes(lab):
    for name, figures, meta, got, expected in measured(lab):
        if not developed_on(name):
            continue
        if figures["text"] < 0.9:
            mine = words(got["text"])
            common = sum((Counter(expected) & Counter(mine)).values())
            yield (f"{figures['text']:.3f} {name}: recall {common / max(1, len(expected)):.2f}"
                   f" precision {common / max(1, len(mine)):.2f} of {len(expected)} words")
        if not figures["title"]:
            yield f"title {name}: {plain(meta['title'])!r} got {plain(got['title'])!r}"
        if figures.get("date") == 0:
            yield f"date {name}: {meta['publishedTime']!r} got {got['date']!r}"
        if figures.get("byline", 1) < 1:
            yield f"byline {name}: {plain(meta['byline'])!r} got {got['author']!r}"
