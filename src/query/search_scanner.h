// The text of a search as its parser sees it: operators, names of fields, values, and a place to
// point at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "query/search.h"

namespace claimscope {

// A value as it stands: its text, and where.
struct SearchValue {
  std::string_view text;
  size_t begin = 0;
  bool quoted = false;
  bool is_open = false;  // the search ends with it
  WordPattern::Kind kind = WordPattern::Kind::kExact;
};

// The words of a value; star and tilde belong to the last one, the tilde of names to all.
std::vector<WordPattern> PatternsOf(const SearchValue& value);

class SearchScanner {
 public:
  explicit SearchScanner(std::string_view text) : text_(text) {}

  size_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  // At the end or not this character.
  bool Sees(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool SeesSpace() const { return at_ < text_.size() && IsAsciiSpace(text_[at_]); }
  std::string_view rest() const { return text_.substr(at_); }
  void Skip(size_t size) { at_ += size; }
  void SkipSpace() {
    while (SeesSpace()) ++at_;
  }
  void SkipAll() { at_ = text_.size(); }

  // OR, AND, NOT: words that something follows.
  bool SeesOperator(std::string_view word) const;
  bool TakeOperator(std::string_view word);
  // A hyphen before a word.
  bool TakeMinus();
  // title: and so on; an unknown name is told, and what it names searched as words.
  bool TakeField(SearchField* field);
  // Of anything but space and brackets, at at().
  SearchValue TakeValue();

  void Complain(size_t begin, size_t size, std::string message);
  bool has_problems() const { return !problems_.empty(); }
  std::vector<SearchProblem> TakeProblems() { return std::move(problems_); }

 private:
  void TakeMark(SearchValue* value);

  std::string_view text_;
  size_t at_ = 0;
  std::vector<SearchProblem> problems_;
};

}  // namespace claimscope
