// What figures count and are counted in: numbers.tsv, nouns.tsv, units.tsv, bounds.tsv.
#include <algorithm>

#include "base/strings.h"
#include "claims/lexicon.h"
#include "claims/lexicon_names.h"

namespace claimscope {

Status Lexicon::LoadNumbers(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/numbers.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    double value = 0;
    if (!ParseDouble(table->At(row, "value"), &value)) {
      return TableError(kName, *table, row, "the value is no number.");
    }
    WordInfo& info = words.Info(words.Add(table->At(row, "word")));
    const std::string_view kind = table->At(row, "kind");
    if (kind == "ordinal") {
      info.classes |= Bit(Is::kOrdinal);
      info.ordinal = static_cast<uint8_t>(value);
      continue;
    }
    if (kind == "fraction") {
      info.classes |= Bit(Is::kFraction);
      info.fraction = static_cast<uint8_t>(value);
      continue;
    }
    info.number = static_cast<float>(value);
    if (kind == "number")
      info.classes |= Bit(Is::kNumber);
    else if (kind == "scale")
      info.classes |= Bit(Is::kScale);
    else if (kind == "vague")
      info.classes |= Bit(Is::kVague);
    else
      return TableError(kName, *table, row,
                        "the kind is number, scale, vague, ordinal or fraction.");
  }
  return Status::Ok();
}

Status Lexicon::LoadNouns(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/nouns.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Noun noun;
    for (std::string_view name : SplitTrimmed(table->At(row, "class"), '|')) {
      int index = NounClass(name);
      if (index < 0) {
        index = static_cast<int>(noun_classes.size());
        if (index == kMaxNounClasses) return TableError(kName, *table, row, "too many classes.");
        noun_classes.emplace_back(name);
      }
      noun.classes |= BitOf(index);
    }
    if (noun.classes == 0) return TableError(kName, *table, row, "a noun needs a class.");
    noun.unit = std::string(table->At(row, "unit"));
    const std::string phrase(table->At(row, "phrase"));
    const auto value = static_cast<uint32_t>(nouns.size());
    nouns.push_back(std::move(noun));
    noun_phrases.Add(PhraseWords(phrase, &words), value);
    noun_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadUnits(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/units.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Unit unit;
    unit.name = std::string(table->At(row, "unit"));
    unit.si_name = std::string(table->At(row, "si_unit"));
    if (!ParseDouble(table->At(row, "factor"), &unit.factor)) {
      return TableError(kName, *table, row, "the factor is no number.");
    }
    const std::string_view kind = table->At(row, "kind");
    unit.kind = kind == "money"     ? UnitKind::kMoney
                : kind == "percent" ? UnitKind::kPercent
                : kind == "time"    ? UnitKind::kTime
                                    : UnitKind::kMeasure;
    const std::string_view phrase = table->At(row, "phrase");
    const auto value = static_cast<uint32_t>(units.size());
    units.push_back(std::move(unit));
    const std::vector<WordId> words_of = PhraseWords(phrase, &words);
    if (words_of.empty()) return TableError(kName, *table, row, "a unit needs a phrase.");
    unit_phrases.Add(words_of, value);
    if (IsAsciiAlpha(phrase.back())) unit_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadBounds(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/bounds.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    BoundWord word;
    if (!FromName(table->At(row, "bound"), &word.bound)) {
      return TableError(kName, *table, row, "no such bound.");
    }
    word.after = table->At(row, "side") == "after";
    // The same words may stand on both sides ("at least 5", "5 at least"): two values, one phrase.
    const auto value = static_cast<uint32_t>(bounds.size());
    if (bound_phrases.Add(PhraseWords(table->At(row, "phrase"), &words), value) == value) {
      bounds.push_back(word);
    }
  }
  return Status::Ok();
}

}  // namespace claimscope
