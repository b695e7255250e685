#include "claims/place_spelling.h"

#include "base/utf8.h"
#include "claims/lexicon.h"

namespace claimscope {

namespace {

// Which bytes stand in a text, in 64 bits: what lacks one of them cannot hold a word that has it.
uint64_t LettersOf(std::string_view text) {
  uint64_t letters = 0;
  for (const char c : text) letters |= uint64_t{1} << (static_cast<unsigned char>(c) % 64);
  return letters;
}

}  // namespace

Status Spelling::Load(const FileBundle& rules) {
  constexpr std::string_view kName = "gazetteer/spelling.tsv";
  if (!rules.Has(kName)) return Status::Ok();
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    std::string_view from = table->At(row, "from");
    Step step;
    step.at_begin = !from.empty() && from.front() == '^';
    if (step.at_begin) from.remove_prefix(1);
    step.at_end = !from.empty() && from.back() == '$';
    if (step.at_end) from.remove_suffix(1);
    if (from.empty()) return TableError(kName, *table, row, "a spelling needs letters.");
    step.from = std::string(from);
    step.to = std::string(table->At(row, "to"));
    step.letters = LettersOf(from);
    steps_.push_back(std::move(step));
  }
  return Status::Ok();
}

// Every occurrence, from left to right; whether there was one.
bool Spelling::Apply(const Step& step, std::string* text) {
  bool found = false;
  size_t at = text->find(step.from);
  while (at != std::string::npos) {
    const size_t end = at + step.from.size();
    const bool begins = at == 0 || (*text)[at - 1] == ' ';
    const bool ends = end == text->size() || (*text)[end] == ' ';
    if ((step.at_begin && !begins) || (step.at_end && !ends)) {
      at = text->find(step.from, at + 1);
      continue;
    }
    text->replace(at, step.from.size(), step.to);
    at = text->find(step.from, at + step.to.size());
    found = true;
  }
  return found;
}

std::string Spelling::Key(std::string_view name) const {
  std::string key;
  for (size_t at = 0; at < name.size();) {
    const CodePoint c = DecodeUtf8(name, at);
    at += c.size_bytes;
    const char32_t folded = FoldCodePoint(c.value);
    if (folded == '-') {
      key += ' ';
    } else if (IsWordCodePoint(folded) || folded == ' ') {
      AppendUtf8(folded, &key);
    }
  }
  uint64_t letters = LettersOf(key);
  for (const Step& step : steps_) {
    if ((step.letters & ~letters) == 0 && Apply(step, &key)) letters = LettersOf(key);
  }
  std::string single;
  for (const char c : key) {
    if (single.empty() || single.back() != c) single += c;
  }
  return single;
}

}  // namespace claimscope
