// Tags, text and entities of XML and SGML, taken as tolerantly as feeds in the wild need it: what
// is not well formed is read as far as it goes. (A strict parser refuses every tenth feed, and
// weighs ten times as much.)
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

struct MarkupToken {
  enum class Kind { kText, kCdata, kStart, kEnd, kOther, kIncomplete, kEndOfText };
  Kind kind = Kind::kEndOfText;
  std::string_view text;  // kText, kCdata: as it stands; kStart, kEnd: the name; kStart: see below
  std::string_view attributes;  // kStart: what follows the name
  bool is_empty = false;        // kStart: "<name/>"
  size_t begin = 0, end = 0;    // in the markup
};

// Up to where the ends of comments, of CDATA and of other declarations were looked for in vain, so
// that a text of many that never end is not searched through for each. Of one text, read forward.
struct MarkupSearched {
  size_t comment = 0, cdata = 0, other = 0;
};

// The token at `at`. kIncomplete: it does not end within `markup`. A tag ends at '>' or before what
// begins the next one.
MarkupToken NextToken(std::string_view markup, size_t at, MarkupSearched* searched = nullptr);

// The value of an attribute, entities decoded; empty when there is none.
std::string AttributeOf(std::string_view attributes, std::string_view name);

// &amp; &lt; &gt; &quot; &apos; &nbsp; and numbers; others stay as they are. Control characters are
// left out.
std::string DecodeEntities(std::string_view text);

}  // namespace claimscope
