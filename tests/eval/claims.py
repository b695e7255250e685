"""Claims and their fields on the articles annotated by hand, as score.py of ../shared counts; speed."""

import os
import re
import subprocess

import annotated
from sets import Missing

FIELDS = {"side": 0.95, "claimant": 0.90, "region": 0.93, "time": 0.88, "value": 0.97,
          "unit": 0.95, "bound": 0.93, "status": 0.90}


def scored(lab, name, gold, corpus, folders):
    """What score.py prints: {claims' F1 and the fields' shares}."""
    score = os.path.join(lab.shared, "score.py")
    if not os.path.isdir(gold) or not os.path.exists(score):
        raise Missing(gold)
    predicted = os.path.join(lab.folder, name + ".ndjson")
    subprocess.run([lab.program, "extract", *folders, "-o", predicted], check=True,
                   capture_output=True)
    out = subprocess.run(["python3", score, gold, predicted, "--corpus", corpus], check=True,
                         capture_output=True, text=True).stdout
    shares = {"F1": float(re.search(r"F1 ([\d.]+)", out).group(1))}
    for field in FIELDS:
        shares[field] = float(re.search(rf"\b{field} ([\d.]+) \(", out).group(1))
    return shares


def gold_rows(lab):
    corpus = os.path.join(lab.shared, "corpus")
    shares = scored(lab, "gold", os.path.join(lab.shared, "gold"), corpus,
                    [os.path.join(corpus, name) for name in ("seeds", "dev")])
    where = "gold, 17 articles"
    yield "claims, F1", where, (shares["F1"], None), 0.85
    for field, limit in FIELDS.items():
        yield f"  of the matched, right {field}", where, (shares[field], None), limit


def other_rows(lab):
    """Articles of other outlets and years, one part never looked at by who wrote the rules."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotated")
    shares, counts = [], []
    for name in ("looked_at", "kept_apart"):
        out = os.path.join(lab.folder, name)
        counts.append(annotated.unpack(lab.shared, os.path.join(folder, name + ".json"), out))
        text = os.path.join(out, "text")
        shares.append(scored(lab, name, os.path.join(out, "gold"), text, [text]))
    where = f"other outlets, {counts[0]} + {counts[1]} articles"
    yield "claims, F1", where, tuple(s["F1"] for s in shares), 0.75
    for field, limit in FIELDS.items():
        yield f"  of the matched, right {field}", where, tuple(s[field] for s in shares), limit


def rows(lab):
    yield from gold_rows(lab)
    yield from other_rows(lab)


def speed(lab):
    news = os.path.join(lab.shared, "corpus/news-2025-05-21.ndjson.gz")
    bench = os.path.join(os.path.dirname(lab.program), "claimscope_bench")
    if not os.path.exists(news):
        raise Missing(news)
    if not os.path.exists(bench):
        raise Missing(bench)
    out = subprocess.run([bench, "--stages", news], check=True, capture_output=True, text=True).stdout
    rate = re.search(r"^ *clean \+ extract .* ([\d.]+) MB/s", out, re.M)
    yield "clean + extract, MB/s of text", "759 articles, one core", (float(rate.group(1)), None), 40
