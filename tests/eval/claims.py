"""Claims and their fields on the articles annotated by hand, as score.py of ../shared counts; speed."""

import os
import re
import subprocess

from sets import Missing

FIELDS = {"side": 0.95, "claimant": 0.90, "region": 0.93, "time": 0.88, "value": 0.97,
          "unit": 0.95, "bound": 0.93, "status": 0.90}


def rows(lab):
    gold, score = os.path.join(lab.shared, "gold"), os.path.join(lab.shared, "score.py")
    if not os.path.isdir(gold) or not os.path.exists(score):
        raise Missing(gold)
    corpus = os.path.join(lab.shared, "corpus")
    folders = [os.path.join(corpus, name) for name in ("seeds", "dev")]
    predicted = os.path.join(lab.folder, "claims.ndjson")
    subprocess.run([lab.program, "extract", *folders, "-o", predicted], check=True,
                   capture_output=True)
    out = subprocess.run(["python3", score, gold, predicted, "--corpus", corpus], check=True,
                         capture_output=True, text=True).stdout
    where = "gold, 17 articles"
    f1 = re.search(r"F1 ([\d.]+)", out)
    yield "claims, F1", where, (float(f1.group(1)), None), 0.85
    for field, limit in FIELDS.items():
        match = re.search(rf"\b{field} ([\d.]+) \(", out)
        yield f"  of the matched, right {field}", where, (float(match.group(1)), None), limit


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
