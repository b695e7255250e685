#include "model/names.h"

#include <array>
#include <string>

#include "base/table.h"

namespace claimscope {
namespace {

struct Named {
  std::string name, title;
};

constexpr int kNamedSides = kSideCount - 2;  // outlet and unknown are always there

struct Names {
  std::array<Named, kKindCount> kinds{{{"territory", "Territory"},
                                       {"casualties", "Casualties"},
                                       {"equipment", "Equipment"},
                                       {"strike", "Strikes"},
                                       {"force", "Forces"},
                                       {"diplomacy", "Diplomacy"},
                                       {"humanitarian", "Humanitarian"},
                                       {"other", "Other"}}};
  std::array<Named, kSideCount> sides{{{"ukraine", "Ukraine"},
                                       {"russia", "Russia"},
                                       {"ally", "Allies of Ukraine"},
                                       {"third", "Third parties"},
                                       {"independent", "Independent"},
                                       {"outlet", "The outlet itself"},
                                       {"unknown", "Not known"}}};
};

Names& Current() {
  static Names names;
  return names;
}

// The first `most` of `out` become the rows of the table.
template <size_t N>
Status Read(const FileBundle& rules, std::string_view file, std::string_view column, size_t most,
            bool all, std::array<Named, N>* out) {
  if (!rules.Has(file)) return Status::Ok();
  const Result<Table> table = Table::Parse(file, rules.Find(file));
  if (!table.ok()) return table.status();
  const auto fail = [&](size_t row, const std::string& what) {
    return Status::Invalid(std::string(file) + " line " + std::to_string(table->Line(row)) + ": " +
                           what);
  };
  if (table->rows() > most || table->rows() == 0 || (all && table->rows() != most)) {
    return Status::Invalid(std::string(file) + " needs " + (all ? "" : "one to ") +
                           std::to_string(most) + " rows.");
  }
  for (size_t i = 0; i < most; ++i) (*out)[i] = {};
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view name = table->At(row, column);
    if (name.empty()) return fail(row, "a name is missing.");
    for (const Named& other : *out) {
      if (other.name == name) return fail(row, std::string(name) + " stands twice.");
    }
    const std::string_view title = table->At(row, "label");
    (*out)[row] = {std::string(name), std::string(title.empty() ? name : title)};
  }
  return Status::Ok();
}

template <typename E, size_t N>
bool Find(const std::array<Named, N>& names, std::string_view name, E* out) {
  for (size_t i = 0; i < N && !name.empty(); ++i) {
    if (names[i].name == name) {
      *out = static_cast<E>(i);
      return true;
    }
  }
  return false;
}

// Of the built-in kinds and sides; a pack that has others says by their titles what they are.
struct Meaning {
  std::string_view title, meaning;
};
constexpr Meaning kKindMeanings[] = {
    {"Territory", "ground taken, lost, held or fought over"},
    {"Casualties", "people killed, wounded, captured or missing"},
    {"Equipment", "weapons and vehicles destroyed, lost, captured or delivered"},
    {"Strikes", "attacks with missiles, drones, shells or bombs, and what they hit"},
    {"Forces", "what troops do, how many there are, and where"},
    {"Diplomacy", "talks, agreements, sanctions, aid, and what politicians say"},
    {"Humanitarian", "what happens to civilians and prisoners"},
    {"Other", "whatever fits none of the other kinds"}};
constexpr Meaning kSideMeanings[] = {
    {"Ukraine", "its state, army and officials"},
    {"Russia", "its state, army and officials"},
    {"Allies of Ukraine", "states and bodies of NATO and the EU"},
    {"Third parties", "all other states and international bodies"},
    {"Independent", "experts and observers who speak for no state"},
    {"The outlet itself", "the article says it in its own voice and names nobody"},
    {"Not known", "whose side the speaker is on cannot be told"}};

template <typename E, size_t N>
std::string_view MeaningIn(const Meaning (&meanings)[N], E value) {
  for (const Meaning& one : meanings) {
    if (one.title == TitleOf(value)) return one.meaning;
  }
  return {};
}

}  // namespace

Status LoadNames(const FileBundle& rules) {
  Names names;
  Status status = Read(rules, "lexicon/kind_list.tsv", "kind", kKindCount, false, &names.kinds);
  if (!status.ok()) return status;
  status = Read(rules, "lexicon/side_list.tsv", "side", kNamedSides, true, &names.sides);
  if (!status.ok()) return status;
  Current() = std::move(names);
  return Status::Ok();
}

std::string_view NameOf(Kind kind) { return Current().kinds[static_cast<size_t>(kind)].name; }
std::string_view NameOf(Side side) { return Current().sides[static_cast<size_t>(side)].name; }
std::string_view TitleOf(Kind kind) { return Current().kinds[static_cast<size_t>(kind)].title; }
std::string_view TitleOf(Side side) { return Current().sides[static_cast<size_t>(side)].title; }
std::string_view MeaningOf(Kind kind) { return MeaningIn(kKindMeanings, kind); }
std::string_view MeaningOf(ClaimStatus status) {
  static constexpr std::string_view kMeanings[kClaimStatusCount] = {
      "somebody says it; the text does not tell whether it was checked",
      "the text says that it is not verified, or doubts it", "another source confirms it",
      "another party denies it", "another party disputes it"};
  return kMeanings[static_cast<size_t>(status)];
}
std::string_view MeaningOf(Side side) { return MeaningIn(kSideMeanings, side); }
bool FromName(std::string_view name, Kind* out) { return Find(Current().kinds, name, out); }
bool FromName(std::string_view name, Side* out) { return Find(Current().sides, name, out); }

}  // namespace claimscope
