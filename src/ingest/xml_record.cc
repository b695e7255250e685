#include "ingest/xml_record.h"

#include <array>
#include <string>

#include "base/strings.h"
#include "ingest/markup.h"
#include "ingest/records.h"

namespace claimscope {
namespace {

using Kind = MarkupToken::Kind;

constexpr uint8_t kWeakRank = 20;  // a "name" in a feed is the author's
// A text that holds title and body is looked into so often; each time is a reading of all of it.
constexpr int kMaxDescents = 16;

// Feeds put "atom:" before names of their own kind.
std::string_view PlainName(std::string_view name) {
  return StartsWithIgnoreAsciiCase(name, "atom:") ? name.substr(5) : name;
}

bool HoldsHtml(std::string_view text) {
  if (text.find("</") != text.npos || text.find("/>") != text.npos) return true;
  for (std::string_view tag : {"<br", "<p>", "<img", "<BR", "<P>"}) {
    if (text.find(tag) != text.npos) return true;
  }
  // Entities that outlived the decoding of XML.
  for (size_t at = 0; (at = text.find('&', at)) != text.npos; ++at) {
    const size_t end = text.substr(0, at + 10).find(';', at);
    const bool is_entity =
        at + 1 < text.size() && (IsAsciiAlpha(text[at + 1]) || text[at + 1] == '#');
    if (end != text.npos && is_entity) return true;
  }
  return false;
}

class Record {
 public:
  Record(std::string_view markup, const FieldNames& names) : markup_(markup), names_(names) {
    ranks_.fill(256);
  }

  RawArticle Read() {
    const MarkupToken outer = NextToken(markup_, 0);
    std::string loose;  // text of no known element, where there is none else
    for (size_t at = outer.end; at < markup_.size();) {
      const MarkupToken token = NextToken(markup_, at);
      at = token.end;
      if (token.kind == Kind::kEndOfText || token.kind == Kind::kIncomplete) break;
      if (token.kind == Kind::kStart) {
        at = TakeElement(token);
      } else if (token.kind == Kind::kText && descents_ > 0) {
        loose += DecodeEntities(token.text);
      }
    }
    if (TrimAscii(article_.text).empty() && !TrimAscii(loose).empty()) {
      article_.text = article_.title.empty() ? loose : article_.title + "\n" + loose;
    } else if (TrimAscii(article_.text).empty() && descents_ > 0) {
      article_.text = article_.title;  // a flash: the headline is the story
    }
    if (!TrimAscii(dateline_).empty()) {
      article_.text = std::string(TrimAscii(dateline_)) + " " + article_.text;
    }
    if (article_.source.empty()) article_.source = names_.SourceOf(outer.text);
    return std::move(article_);
  }

 private:
  // Where reading goes on: after the element when it is a field, inside it otherwise.
  size_t TakeElement(const MarkupToken& tag) {
    const std::string_view element = PlainName(tag.text);
    FieldName name{};
    const bool is_dateline = names_.IsDateline(element);
    const bool is_known = names_.Find(element, &name) && name.rank != kWeakRank;
    if (!is_known && !is_dateline) return tag.end;
    if (name.field == Field::kUrl && is_known) {
      const std::string href = AttributeOf(tag.attributes, "href");
      if (!href.empty()) {
        const std::string rel = AttributeOf(tag.attributes, "rel");
        if (rel.empty() || rel == "alternate") Set(name, href);
        return tag.end;
      }
    }
    if (tag.is_empty) return tag.end;
    const Inside inside = FindEnd(tag, markup_);
    if (is_known && name.field == Field::kText && inside.has_fields && descents_ < kMaxDescents) {
      ++descents_;
      return tag.end;
    }
    // Named parts of something else: <author><name>, <source><title>.
    if (is_known && name.field != Field::kText && inside.has_elements) {
      if (name.field == Field::kSource || name.field == Field::kAuthor) SetNamed(name, inside);
      return inside.after;
    }
    std::string value = ValueOf(inside);
    if (is_dateline) {
      dateline_ = value;
    } else {
      if (name.field != Field::kText) value = TrimAscii(DecodeEntities(value));
      Set(name, std::move(value));
    }
    return inside.after;
  }

  struct Inside {
    size_t begin = 0, end = 0, after = 0;
    bool has_elements = false;
    bool has_fields = false;  // among them a title or a text of an article
  };

  // The end of an element: its end tag, or that of what it stands in.
  Inside FindEnd(const MarkupToken& tag, std::string_view outer) const {
    Inside inside{tag.end, outer.size(), outer.size()};
    int depth = 0;
    for (size_t at = tag.end; at < outer.size();) {
      const MarkupToken token = NextToken(outer, at);
      if (token.kind == Kind::kEndOfText || token.kind == Kind::kIncomplete) break;
      const bool is_same = EqualsIgnoreAsciiCase(token.text, tag.text);
      if (token.kind == Kind::kStart) {
        FieldName name;
        inside.has_elements = true;
        inside.has_fields =
            inside.has_fields ||
            (names_.Find(token.text, &name) &&
             (name.field == Field::kTitle || (name.field == Field::kText && name.rank < 3)));
        if (is_same && !token.is_empty) ++depth;
      } else if (token.kind == Kind::kEnd && is_same && depth-- == 0) {
        inside.end = token.begin;
        inside.after = token.end;
        break;
      }
      at = token.end;
    }
    return inside;
  }

  // Text and CDATA; elements within stay as HTML.
  std::string ValueOf(const Inside& inside) const {
    if (inside.has_elements) {
      return std::string(markup_.substr(inside.begin, inside.end - inside.begin));
    }
    std::string value;
    for (size_t at = inside.begin; at < inside.end;) {
      const MarkupToken token = NextToken(markup_.substr(0, inside.end), at);
      if (token.kind == Kind::kText) value += DecodeEntities(token.text);
      if (token.kind == Kind::kCdata) value += token.text;
      at = token.kind == Kind::kIncomplete ? inside.end : token.end;
    }
    return value;
  }

  void SetNamed(const FieldName& field, const Inside& inside) {
    const std::string_view outer = markup_.substr(0, inside.end);
    for (size_t at = inside.begin; at < inside.end;) {
      const MarkupToken token = NextToken(outer, at);
      at = token.end;
      const bool is_name = EqualsIgnoreAsciiCase(PlainName(token.text), "title") ||
                           EqualsIgnoreAsciiCase(PlainName(token.text), "name");
      if (token.kind != Kind::kStart || !is_name) continue;
      const std::string value = ValueOf(FindEnd(token, outer));
      if (field.field == Field::kSource)
        article_.source = TrimAscii(DecodeEntities(value));
      else
        Set(field, std::string(TrimAscii(DecodeEntities(value))));
      return;
    }
  }

  void Set(const FieldName& name, std::string value) {
    int& rank = ranks_[static_cast<size_t>(name.field)];
    if (name.rank >= rank || TrimAscii(value).empty()) return;
    rank = name.rank;
    if (name.field == Field::kText) article_.is_html = HoldsHtml(value);
    *SlotOf(name.field, &article_) = std::move(value);
  }

  const std::string_view markup_;
  const FieldNames& names_;
  RawArticle article_;
  std::string dateline_;
  std::array<int, kFieldCount> ranks_;
  int descents_ = 0;  // into elements of text that hold title and body
};

}  // namespace

RawArticle ReadXmlRecord(std::string_view markup, const FieldNames& names) {
  return Record(markup, names).Read();
}

}  // namespace claimscope
