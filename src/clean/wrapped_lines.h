// Where paragraphs end that no markup tells: text whose paragraphs stand apart by a wide gap, or by
// a carriage return alone; text that was broken into lines of one width: mail, wire copy, books.
#pragma once

#include <string>

namespace claimscope {

// Writes a line break for the first blank of every gap within a line that is four blanks wide, a
// carriage return as two of them, but for one in the middle of a sentence. Linear in the page.
void PartWideGaps(std::string* page);

// Writes a line break for the first of two blanks between sentences of a long line in which most
// stand one blank apart: "It is shut. The port said so.  It rains." Linear in the page.
void PartDoubleBlanks(std::string* page);

// Writes a space for every line break inside a paragraph, byte for byte, when the page is such
// text; else leaves it alone. It is when its lines are short, most of them stop where the next
// word would not have fit, and most of those in the middle of a sentence. A paragraph begins
// after an empty line, at an indented one, and after one that had room for more. Linear in the
// page.
void JoinWrappedLines(std::string* page);

}  // namespace claimscope
