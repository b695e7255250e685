"""Attribution, on the development part of PolNeAR (research use).

A sentence (as our own first layer parts the text) holds an attribution when any part of one, source,
cue or content, stands in it; F1 of saying so. Content: F1 over the characters that are said to be
content, white space left out.
"""

import glob
import os

from sets import Missing, Score


def cases(lab):
    folder = os.path.join(lab.unpack("polnear-dev"), "polnear/data/dev")
    texts = sorted(glob.glob(folder + "/text/*.txt"))
    if not texts:
        raise Missing(folder)
    for path in texts:
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        annotations = glob.glob(f"{folder}/attributions/{name}*.ann")
        parts = []
        for annotation in annotations:
            with open(annotation, encoding="utf-8") as file:
                parts += [part for line in file for part in read_line(line)]
        yield name, text, parts


def read_line(line):
    """brat: "T1<tab>Cue 33 47;50 52<tab>words"."""
    fields = line.rstrip("\n").split("\t")
    if not fields[0].startswith("T"):
        return
    kind, spans = fields[1].split(" ", 1)
    if kind not in ("Source", "Cue", "Content"):
        return
    for span in spans.split(";"):
        begin, end = map(int, span.split())
        yield kind, begin, end


def holders(sentences, spans):
    return {i for i, s in enumerate(sentences)
            if any(b < s["end"] and e > s["begin"] for b, e in spans)}


def characters(text, spans):
    return {i for b, e in spans for i in range(b, e) if not text[i].isspace()}


def rows(lab):
    all_cases = list(cases(lab))
    inputs = [(name, None, text) for name, text, _ in all_cases]
    sentences = lab.annotate("sentences", inputs)
    found = lab.annotate("attribution", list(inputs))
    holds, content = Score(), Score()
    for name, text, parts in all_cases:
        gold = holders(sentences[name], [(b, e) for _, b, e in parts])
        spans = [span for f in found[name]
                 for span in [f["source"], f["cue"], *f["content"]] if span]
        ours = holders(sentences[name], spans)
        holds.add(name, len(gold & ours), len(gold), len(ours))
        gold = characters(text, [(b, e) for kind, b, e in parts if kind == "Content"])
        ours = characters(text, [span for f in found[name] for span in f["content"]])
        content.add(name, len(gold & ours), len(gold), len(ours))
    where = f"polnear-dev, {len(all_cases)} articles"
    yield "sentence holds an attribution, F1", where, holds.row(), 0.88
    yield "content of attributions, overlap F1", where, content.row(), 0.84


def mistakes(lab):
    """What a developer looks at: only the half that is developed on."""
    from sets import developed_on
    all_cases = [case for case in cases(lab) if developed_on(case[0])]
    inputs = [(name, None, text) for name, text, _ in all_cases]
    sentences = lab.annotate("sentences", inputs)
    found = lab.annotate("attribution", list(inputs))
    for name, text, parts in all_cases:
        spans = [span for f in found[name]
                 for span in [f["source"], f["cue"], *f["content"]] if span]
        gold = holders(sentences[name], [(b, e) for _, b, e in parts])
        ours = holders(sentences[name], spans)
        for i in sorted(gold ^ ours):
            s = sentences[name][i]
            around = " ".join(text[s["begin"]:s["end"]].split())
            cues = [text[b:e] for kind, b, e in parts
                    if kind == "Cue" and b < s["end"] and e > s["begin"]] if i in gold else \
                [text[f["cue"][0]:f["cue"][1]] for f in found[name]
                 if f["cue"] and f["cue"][0] < s["end"] and f["cue"][1] > s["begin"]]
            yield f"{'missed' if i in gold else 'extra '} {name[:40]} {cues} {around!r}"
