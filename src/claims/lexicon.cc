#include "claims/lexicon.h"

#include <algorithm>

#include "base/strings.h"
#include "claims/lexicon_names.h"

namespace claimscope {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool EndsInSibilant(std::string_view w) {
  return EndsWith(w, "s") || EndsWith(w, "x") || EndsWith(w, "z") || EndsWith(w, "ch") ||
         EndsWith(w, "sh");
}
bool EndsInConsonantY(std::string_view w) {
  return w.size() > 2 && w.back() == 'y' && !IsVowel(w[w.size() - 2]);
}

std::string SForm(std::string_view w) {
  if (EndsInSibilant(w)) return std::string(w) + "es";
  if (EndsInConsonantY(w)) return std::string(w.substr(0, w.size() - 1)) + "ies";
  if (EndsWith(w, "go") || EndsWith(w, "do") || EndsWith(w, "to")) {
    return std::string(w) + (w.size() <= 4 || EndsWith(w, "eto") ? "es" : "s");
  }
  return std::string(w) + "s";
}
std::string EdForm(std::string_view w) {
  if (EndsWith(w, "e")) return std::string(w) + "d";
  if (EndsInConsonantY(w)) return std::string(w.substr(0, w.size() - 1)) + "ied";
  return std::string(w) + "ed";
}
std::string IngForm(std::string_view w) {
  if (EndsWith(w, "ie")) return std::string(w.substr(0, w.size() - 2)) + "ying";
  if (EndsWith(w, "e") && !EndsWith(w, "ee") && !EndsWith(w, "ye") && !EndsWith(w, "oe")) {
    return std::string(w.substr(0, w.size() - 1)) + "ing";
  }
  return std::string(w) + "ing";
}

constexpr Name<Is> kWordClasses[] = {
    {"article", Is::kArticle},
    {"possessive", Is::kPossessive},
    {"preposition", Is::kPreposition},
    {"and", Is::kAnd},
    {"but", Is::kBut},
    {"subordinator", Is::kSubordinator},
    {"relative", Is::kRelative},
    {"pronoun", Is::kPronoun},
    {"auxiliary", Is::kAuxiliary},
    {"modal", Is::kModal},
    {"negation", Is::kNegation},
    {"adverb", Is::kAdverb},
    {"adjective", Is::kAdjective},
    {"title", Is::kTitle},
    {"abbreviation", Is::kAbbreviation},
    {"question", Is::kQuestion},
    {"be", Is::kBeForm},
    {"have", Is::kHaveForm},
    {"to", Is::kTo},
    {"plain_noun", Is::kNounMostly},
    {"designation", Is::kDesignation},
    {"region_word", Is::kRegionWord},
    {"district_word", Is::kDistrictWord},
    {"place_lead", Is::kPlaceLead},
    {"country_lead", Is::kCountryLead},
    {"motion", Is::kMotion},
    {"where", Is::kWhere},
    {"beyond", Is::kBeyond},
    {"water", Is::kWater},
    {"occasion", Is::kOccasion},
    {"circumstance", Is::kCircumstance},
    {"leaving", Is::kLeaving},
    {"urban", Is::kUrban},
    {"given", Is::kGiven},
    {"analyst", Is::kAnalyst},
    {"reply", Is::kReply},
    {"nationality", Is::kNationality},
    {"change", Is::kChange},
    {"first_person", Is::kFirstPerson},
    {"issued", Is::kIssued},
    {"meanwhile", Is::kMeanwhile},
    {"tally", Is::kTally},
    {"partisan", Is::kPartisan},
    {"sector", Is::kSector},
};

}  // namespace

std::string PluralOf(std::string_view phrase) {
  const size_t space = phrase.find_last_of(" -");
  const size_t at = space == std::string_view::npos ? 0 : space + 1;
  return std::string(phrase.substr(0, at)) + SForm(phrase.substr(at));
}

Result<Table> ReadTable(const FileBundle& rules, std::string_view name) {
  if (!rules.Has(name)) return Status::NotFound("The table " + std::string(name) + " is missing.");
  return Table::Parse(name, rules.Find(name));
}

Status TableError(std::string_view name, const Table& table, size_t row, std::string_view what) {
  return Status::Invalid(std::string(name) + " line " + std::to_string(table.Line(row)) + ": " +
                         std::string(what));
}

int Lexicon::NounClass(std::string_view name) const {
  for (size_t i = 0; i < noun_classes.size(); ++i) {
    if (noun_classes[i] == name) return static_cast<int>(i);
  }
  return -1;
}

Status Lexicon::Load(const FileBundle& rules) {
  using Step = Status (Lexicon::*)(const FileBundle&);
  for (Step step :
       {&Lexicon::LoadWords, &Lexicon::LoadVerbs, &Lexicon::LoadNumbers, &Lexicon::LoadTime,
        &Lexicon::LoadEvents, &Lexicon::LoadMoments, &Lexicon::LoadNouns, &Lexicon::LoadUnits,
        &Lexicon::LoadBounds, &Lexicon::LoadCues, &Lexicon::LoadAttitudes, &Lexicon::LoadStatuses,
        &Lexicon::LoadRoles, &Lexicon::LoadGivenNames}) {
    if (Status status = (this->*step)(rules); !status.ok()) return status;
  }
  struct Known {
    std::string_view name;
    NounClasses KnownClasses::*out;
  };
  constexpr Known kKnown[] = {{"weapon", &KnownClasses::weapon},
                              {"carrier", &KnownClasses::carrier},
                              {"ground", &KnownClasses::ground},
                              {"settlement", &KnownClasses::settlement},
                              {"target", &KnownClasses::target},
                              {"people", &KnownClasses::people},
                              {"strike", &KnownClasses::strike},
                              {"troops", &KnownClasses::troops},
                              {"force", &KnownClasses::force},
                              {"state", &KnownClasses::state},
                              {"operation", &KnownClasses::operation},
                              {"war", &KnownClasses::war},
                              {"casualty", &KnownClasses::casualty},
                              {"world", &KnownClasses::world},
                              {"seat", &KnownClasses::seat}};
  for (const Known& entry : kKnown) {
    const int index = NounClass(entry.name);
    known.*entry.out = index < 0 ? 0 : BitOf(index);
  }
  return Status::Ok();
}

Status Lexicon::LoadWords(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/words.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const Is* is = Find(kWordClasses, table->At(row, "class"));
    if (is == nullptr) return TableError(kName, *table, row, "no such class of words.");
    for (std::string_view word : SplitTrimmed(table->At(row, "words"), '|')) {
      for (WordId id : PhraseWords(word, &words)) words.Info(id).classes |= Bit(*is);
    }
  }
  return Status::Ok();
}

void Lexicon::AddForm(std::string_view form, WordId lemma, Is is) {
  const WordId id = words.Add(form);
  WordInfo& info = words.Info(id);
  info.classes |= Bit(is);
  // A form of two verbs ("found", "ground") belongs to the one in which it is not the base.
  if (info.lemma == 0 || is != Is::kVerbBase) info.lemma = lemma;
  forms_.emplace_back(lemma, id);
}

Status Lexicon::LoadVerbs(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/verbs.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string base(table->At(row, "lemma"));
    if (base.empty()) return TableError(kName, *table, row, "a verb needs a lemma.");
    const WordId lemma = words.Add(base);
    AddForm(base, lemma, Is::kVerbBase);
    const std::string s = SForm(base);
    AddForm(s, lemma, Is::kVerbS);
    AddForm(IngForm(base), lemma, Is::kVerbIng);
    const bool doubled = table->At(row, "double") == "d";
    if (doubled) AddForm(base + base.back() + "ing", lemma, Is::kVerbIng);
    const auto past = SplitTrimmed(table->At(row, "past"), '|');
    const auto part = SplitTrimmed(table->At(row, "participle"), '|');
    for (std::string_view form : past) AddForm(form, lemma, Is::kVerbPast);
    for (std::string_view form : part) AddForm(form, lemma, Is::kVerbPart);
    const bool may_be_regular = past.empty() || EndsWith(past[0], "t");
    if (may_be_regular && (past.empty() || past[0].size() > base.size())) {
      for (const std::string& ed : {EdForm(base), base + base.back() + "ed"}) {
        if (!doubled && ed.size() > EdForm(base).size()) continue;
        AddForm(ed, lemma, Is::kVerbPast);
        AddForm(ed, lemma, Is::kVerbPart);
      }
    }
    const std::string_view noun = table->At(row, "noun");
    const Is too = noun == "N" ? Is::kNounMostly : Is::kNounToo;
    if (noun == "n" || noun == "N" || noun == "s") {
      if (noun != "s") words.Info(lemma).classes |= Bit(too);
      words.Info(words.Add(s)).classes |= Bit(too);
    }
  }
  std::sort(forms_.begin(), forms_.end());
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
  return Status::Ok();
}

std::vector<WordId> Lexicon::FormsOf(WordId lemma) const {
  std::vector<WordId> forms;
  for (auto at = std::lower_bound(forms_.begin(), forms_.end(), std::pair{lemma, WordId{0}});
       at != forms_.end() && at->first == lemma; ++at) {
    forms.push_back(at->second);
  }
  return forms;
}

}  // namespace claimscope
