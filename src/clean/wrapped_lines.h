// Text that was broken into lines of one width: mail, wire copy, books in plain text.
#pragma once

#include <string>

namespace claimscope {

// Writes a space for every line break inside a paragraph, byte for byte, when the page is such
// text; else leaves it alone. It is when its lines are short, most of them stop where the next
// word would not have fit, and most of those in the middle of a sentence. A paragraph begins
// after an empty line, at an indented one, and after one that had room for more. Linear in the
// page.
void JoinWrappedLines(std::string* page);

}  // namespace claimscope
