#include "query/search_scanner.h"

#include "base/utf8.h"
#include "base/words.h"

namespace claimscope {
namespace {

struct FieldName {
  std::string_view name;
  SearchField field;
};
constexpr FieldName kFieldNames[] = {
    {"title", SearchField::kTitle},   {"source", SearchField::kSource},
    {"who", SearchField::kWho},       {"side", SearchField::kSide},
    {"kind", SearchField::kKind},     {"place", SearchField::kPlace},
    {"region", SearchField::kRegion}, {"status", SearchField::kStatus},
    {"date", SearchField::kDate},     {"qty", SearchField::kAmount},
    {"lang", SearchField::kLanguage}};

}  // namespace

bool SearchScanner::SeesOperator(std::string_view word) const {
  if (text_.substr(at_, word.size()) != word) return false;
  const size_t end = at_ + word.size();
  // At the end it waits for what follows; alone it is a word.
  if (end == text_.size()) return at_ > 0;
  return IsAsciiSpace(text_[end]) || text_[end] == '(';
}

bool SearchScanner::TakeOperator(std::string_view word) {
  SkipSpace();
  if (!SeesOperator(word)) return false;
  at_ += word.size();
  return true;
}

bool SearchScanner::TakeMinus() {
  if (!Sees('-') || (at_ + 1 < text_.size() && IsAsciiSpace(text_[at_ + 1]))) return false;
  ++at_;
  return true;
}

bool SearchScanner::TakeField(SearchField* field) {
  size_t end = at_;
  while (end < text_.size() && IsAsciiAlpha(text_[end])) ++end;
  if (end == at_ || end == text_.size() || text_[end] != ':') return false;
  const std::string_view name = text_.substr(at_, end - at_);
  for (const FieldName& known : kFieldNames) {
    if (!EqualsIgnoreAsciiCase(name, known.name)) continue;
    *field = known.field;
    at_ = end + 1;
    return true;
  }
  // An address or a label that was pasted is no field.
  const bool has_value = IsWordCodePoint(DecodeUtf8(text_, end + 1).value);
  if (!has_value) return false;
  std::string names;
  for (const FieldName& known : kFieldNames) {
    names.append(names.empty() ? "" : ", ").append(known.name).append(":");
  }
  Complain(at_, end + 1 - at_, "There is no such field. There are " + names + ".");
  return false;
}

SearchValue SearchScanner::TakeValue() {
  SearchValue value;
  value.begin = at_;
  if (text_[at_] == '"') {
    value.quoted = true;
    const size_t end = text_.find('"', ++at_);
    value.text = text_.substr(at_, end - at_);
    value.is_open = end == std::string_view::npos;
    if (value.is_open) Complain(value.begin, 1, "This quotation mark should be closed.");
    at_ = value.is_open ? text_.size() : end + 1;
  } else {
    while (at_ < text_.size() && !IsAsciiSpace(text_[at_]) && text_[at_] != '(' &&
           text_[at_] != ')' && text_[at_] != '"') {
      ++at_;
    }
    value.text = text_.substr(value.begin, at_ - value.begin);
    value.is_open = at_ == text_.size();
  }
  TakeMark(&value);
  return value;
}

// A star or a tilde, behind the quotation mark or the last one of the word.
void SearchScanner::TakeMark(SearchValue* value) {
  char mark = 0;
  if (value->quoted) {
    if (at_ < text_.size() && (text_[at_] == '*' || text_[at_] == '~')) mark = text_[at_++];
  } else if (EndsWith(value->text, "*") || EndsWith(value->text, "~")) {
    mark = value->text.back();
    value->text.remove_suffix(1);
  }
  if (mark == 0) return;
  value->is_open = false;
  value->kind = mark == '*' ? WordPattern::Kind::kBeginning : WordPattern::Kind::kSimilar;
}

void SearchScanner::Complain(size_t begin, size_t size, std::string message) {
  if (problems_.size() >= 20) return;
  problems_.push_back(
      {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size), std::move(message)});
}

std::vector<WordPattern> PatternsOf(const SearchValue& value) {
  std::vector<WordPattern> words;
  size_t end = 0;
  for (WordReader reader(value.text); reader.Next(); end = reader.end()) {
    words.push_back({std::string(reader.folded()), WordPattern::Kind::kExact});
    if (value.kind == WordPattern::Kind::kSimilar) words.back().kind = value.kind;
  }
  if (words.empty()) return words;
  const CodePoint first = DecodeUtf8(words[0].word, 0);
  if (words.size() == 1 && first.size_bytes == words[0].word.size() && IsUnspaced(first.value)) {
    words[0].kind = WordPattern::Kind::kHolding;
    return words;
  }
  if (value.kind == WordPattern::Kind::kBeginning) words.back().kind = value.kind;
  if (value.is_open && end == value.text.size()) {
    words.back().kind = WordPattern::Kind::kBeginning;
  }
  return words;
}

}  // namespace claimscope
