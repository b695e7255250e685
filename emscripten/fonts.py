#!/usr/bin/python3
"""Cuts the interface's fonts out of Debian's, into .deps/fonts (or the folder given).

Inter for text, regular and semibold; DejaVu Sans for the marks that Inter lacks. The full files
are 700 kB each; what a Latin, Greek or Cyrillic text needs is a tenth of it. Dear ImGui applies no
OpenType features, so Inter's figures of equal width are made its normal ones here. The files keep
Debian's kind of outlines (CFF in Inter); the reader does not mind the ending.

The interpreter is named in full because Debian's fonttools belongs to Debian's Python.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
DEJAVU = pathlib.Path("/usr/share/fonts/truetype/dejavu")
DOC = pathlib.Path("/usr/share/doc")

TEXT = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x036F),  # modifier letters, combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic with its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x209F),  # punctuation, spaces, super- and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x215F),  # letter-like, fractions
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0xFFFD, 0xFFFD),
]
MARKS = [
    (0x2190, 0x21FF),  # arrows
    (0x2295, 0x229D),  # circled operators, for the status of a claim
    (0x22EE, 0x22F1),  # dots
    (0x2300, 0x232F),  # technical
    (0x23E9, 0x23FA),
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x2639),  # sun, stars, ballot boxes, trigram for menu
    (0x263C, 0x263E),
    (0x26A0, 0x26A1),
    (0x2710, 0x271A),  # pencils, checks, crosses
    (0x27F2, 0x27F3),
]


def codepoints(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def tabular_figures(font):
    """Maps the characters 0-9 to the glyphs that the feature `tnum` would put in their place."""
    gsub = font["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = swaps.get(table.cmap[code], table.cmap[code])
    cmap = font.getBestCmap()
    figures = [cmap[code] for code in range(ord("0"), ord("9") + 1)]
    widths = [font["hmtx"][glyph][0] for glyph in figures]
    # One figure of the semibold is a thousandth narrower than the others.
    if max(widths) - min(widths) > 8:
        raise SystemExit("fonts.py: Inter's figures are not of equal width; is `tnum` gone?")
    for glyph in figures:
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])


def cut(source, target, wanted, prepare=None):
    font = TTFont(source)
    if prepare:
        prepare(font)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # names and the licence
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(target)


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".deps/fonts"
    out.mkdir(parents=True, exist_ok=True)
    text = codepoints(TEXT)
    inter = set(TTFont(INTER / "Inter-Regular.otf").getBestCmap()) & text
    for weight in ("Regular", "SemiBold"):
        cut(INTER / f"Inter-{weight}.otf", out / f"Inter-{weight}.ttf", inter, tabular_figures)
    cut(DEJAVU / "DejaVuSans.ttf", out / "Marks.ttf", codepoints(MARKS) - inter)
    # Both licences ask to go where the fonts go.
    for name, package in (("inter", "fonts-inter"), ("dejavu", "fonts-dejavu-core")):
        notice = DOC / package / "copyright"
        (out / f"{name}.txt").write_text(notice.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
