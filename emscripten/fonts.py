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
from fontTools.cffLib import cffStandardStrings
from fontTools.ttLib import TTFont

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
DEJAVU = pathlib.Path("/usr/share/fonts/truetype/dejavu")
DOC = pathlib.Path("/usr/share/doc")

# What headlines and text are written in.
COMMON = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x018F, 0x018F),  # of Azerbaijani,
    (0x0218, 0x021B),  # of Romanian,
    (0x0259, 0x0259),
    (0x0300, 0x0304),  # combining marks
    (0x0306, 0x030C),
    (0x0327, 0x0328),
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x0491),  # and a letter of Ukrainian
    (0x1E9E, 0x1E9E),
    (0x2000, 0x206F),  # punctuation, spaces
    (0x20A0, 0x20BF),  # currency
    (0x2116, 0x2116),  # number, trade mark, fractions
    (0x2122, 0x2122),
    (0x2153, 0x215E),
    (0x2212, 0x2212),  # minus, about, unequal, at most, at least
    (0x2248, 0x2248),
    (0x2260, 0x2265),
    (0xFFFD, 0xFFFD),
]
# The regular weight alone; the other takes them from it.
RARE = [
    (0x01A0, 0x01B0),  # of Vietnamese
    (0x01CD, 0x01DC),  # of Pinyin
    (0x0370, 0x03FF),  # Greek: its words are whole in one weight
    (0x02BB, 0x02BC),  # apostrophes that are letters
    (0x0492, 0x04F9),  # Cyrillic of other languages than Russian and its neighbours'
    (0x2190, 0x2199),  # arrows
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, transliterations
    (0x2070, 0x2089),  # super- and subscripts
    (0x2113, 0x2126),
    (0x221E, 0x221E),
]
MARKS = [
    (0x2295, 0x2299),  # circled operators, for the status of a claim
    (0x22EE, 0x22EF),  # dots
    (0x25A0, 0x25A1),  # geometric shapes that mark lists and places
    (0x25AA, 0x25AC),
    (0x25B2, 0x25B3),
    (0x25B6, 0x25BD),
    (0x25C0, 0x25C1),
    (0x25C6, 0x25C7),
    (0x25CA, 0x25D1),
    (0x25E6, 0x25E6),
    (0x2605, 0x2606),  # stars, ballot boxes, a warning, checks and crosses
    (0x2610, 0x2612),
    (0x26A0, 0x26A0),
    (0x2713, 0x2714),
    (0x2717, 0x2718),
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


def shorten_names(font):
    """Gives glyphs the shortest names: nobody asks for them, and CFF keeps each in full.

    The names that CFF knows by heart take no room, the others two letters.
    """
    if "CFF " not in font:
        return
    old = font.getGlyphOrder()
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    short = [a + b for a in letters for b in letters if a + b not in cffStandardStrings]
    names = dict(zip(old, ["", *cffStandardStrings[1:], *short]))
    names[old[0]] = old[0]
    for table in font["cmap"].tables:
        table.cmap = {code: names[glyph] for code, glyph in table.cmap.items()}
    font["hmtx"].metrics = {names[glyph]: size for glyph, size in font["hmtx"].metrics.items()}
    top = font["CFF "].cff.topDictIndex[0]
    outlines = top.CharStrings
    outlines.charStrings = {names[glyph]: at for glyph, at in outlines.charStrings.items()}
    top.charset = [names[glyph] for glyph in old]
    font["CFF "].cff.strings.strings = []
    font.setGlyphOrder(top.charset)


def cut(source, target, wanted, prepare=None):
    font = TTFont(source)
    if prepare:
        prepare(font)
    options = subset.Options()
    options.hinting = False
    # Outlines that are written out are longer and pack smaller.
    options.desubroutinize = True
    options.layout_features = []
    options.drop_tables += ["GDEF", "GPOS", "GSUB"]  # nothing shapes text
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # names and the licence
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    shorten_names(font)
    font.save(target)


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".deps/fonts"
    out.mkdir(parents=True, exist_ok=True)
    there = set(TTFont(INTER / "Inter-Regular.otf").getBestCmap())
    common = there & codepoints(COMMON)
    inter = there & codepoints(COMMON + RARE)
    for weight, wanted in (("Regular", inter), ("SemiBold", common)):
        cut(INTER / f"Inter-{weight}.otf", out / f"Inter-{weight}.ttf", wanted, tabular_figures)
    cut(DEJAVU / "DejaVuSans.ttf", out / "Marks.ttf", codepoints(MARKS) - inter)
    # Both licences ask to go where the fonts go.
    for name, package in (("inter", "fonts-inter"), ("dejavu", "fonts-dejavu-core")):
        notice = DOC / package / "copyright"
        (out / f"{name}.txt").write_text(notice.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
