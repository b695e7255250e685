// What may be typed next in a search.
#include "base/strings.h"
#include "model/names.h"
#include "query/query.h"

namespace claimscope {
namespace {

// As README.md ("Searching") has them.
constexpr SearchHint kOperators[] = {
    {"\"air defence\"", "these words one after the other"},
    {"drone OR missile", "either of them"},
    {"strike -Kharkiv", "the first word and not the second"},
    {"evacuat*", "a word that begins so"},
    {"Avdeevka~", "a word like it"},
    {"near/5(drones refinery)", "at most 5 words apart"},
    {"title:bridge", "in the title of the article"},
    {"source:\"field post\"", "the outlet"},
    {"lang:uk", "the language of the article"},
    {"who:zelensky~", "who claims it"},
    {"side:ukraine,ally", "the side that claims it"},
    {"kind:strike", "what kind of claim it is"},
    {"status:unverified", "whether anybody verified it"},
    {"place:pokrovsk*", "the place it is about"},
    {"region:sumy", "the region it is about"},
    {"date:2025-05..2025-06", "the days it is about"},
    {"date:>=2025-05-21", "from that day on"},
    {"qty:>100km2", "an amount, also in other units"},
    {"qty:5..20drones", "an amount between two"},
};
// Shown before anything is typed: the operators, not the fields.
constexpr size_t kFirstField = 6;

// The word that is being typed.
std::string_view LastWord(std::string_view text) {
  bool quoted = false;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && (IsAsciiSpace(text[i]) || text[i] == '(' || text[i] == ')')) begin = i + 1;
  }
  std::string_view word = text.substr(begin);
  if (StartsWith(word, "-")) word.remove_prefix(1);
  return word;
}

// Values that begin with what was typed of the last one.
template <typename E>
void AddValues(std::string_view typed, std::vector<SearchHint>* hints) {
  const size_t comma = typed.rfind(',');
  if (comma != std::string_view::npos) typed.remove_prefix(comma + 1);
  ForEachNamed<E>([&](E value) {
    const std::string_view name = NameOf(value);
    if (StartsWithIgnoreAsciiCase(name, typed) && name.size() > typed.size())
      hints->push_back({name, MeaningOf(value)});
  });
}

// Where the field or value that a hint names ends: "status:", "near/5(".
size_t EndOfName(std::string_view hint) {
  const size_t end = hint.find_first_of(":(");
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

std::span<const SearchHint> SearchExamples() { return kOperators; }

std::string Completed(std::string_view text, const SearchHint& hint) {
  const std::string_view word = LastWord(text);
  if (word.empty()) return std::string(text);
  const size_t colon = word.find(':');
  const size_t name = EndOfName(hint.text);
  std::string done(text);
  if (colon == std::string_view::npos) {
    done.resize(text.size() - word.size());
    return done.append(hint.text.substr(0, name));
  }
  if (name > 0) return done;
  done.resize(text.rfind(word.rfind(',') == std::string_view::npos ? ':' : ',') + 1);
  return done.append(hint.text).append(" ");
}

std::vector<SearchHint> HintsFor(std::string_view text) {
  std::vector<SearchHint> hints;
  const std::string_view word = LastWord(text);
  if (word.empty()) {
    if (text.empty()) hints.assign(std::begin(kOperators), std::begin(kOperators) + kFirstField);
    return hints;
  }
  const size_t colon = word.find(':');
  const std::string_view typed = colon == std::string_view::npos ? word : word.substr(0, colon + 1);
  for (size_t i = kFirstField - 1; i < std::size(kOperators); ++i) {
    if (StartsWithIgnoreAsciiCase(kOperators[i].text, typed)) hints.push_back(kOperators[i]);
  }
  if (colon == std::string_view::npos || hints.empty()) return hints;
  const std::string_view value = word.substr(colon + 1);
  const auto is = [&](std::string_view field) { return EqualsIgnoreAsciiCase(typed, field); };
  if (is("side:")) AddValues<Side>(value, &hints);
  if (is("kind:")) AddValues<Kind>(value, &hints);
  if (is("status:")) AddValues<ClaimStatus>(value, &hints);
  return hints;
}

}  // namespace claimscope
