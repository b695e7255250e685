// Who speaks and how: cues.tsv, attitudes.tsv, status.tsv, roles.tsv, given_names.tsv.
#include <algorithm>

#include "base/strings.h"
#include "claims/lexicon.h"
#include "claims/lexicon_names.h"

namespace claimscope {

static constexpr std::string_view kAttitudes = "lexicon/attitudes.tsv";
static constexpr Name<CueKind> kCueKinds[] = {
    {"say", CueKind::kSay},     {"weak", CueKind::kWeak}, {"vow", CueKind::kVow},
    {"think", CueKind::kThink}, {"hold", CueKind::kHold}, {"source", CueKind::kSource},
    {"noun", CueKind::kNoun},   {"name", CueKind::kName}, {"be", CueKind::kBe},
    {"whose", CueKind::kWhose}, {"rate", CueKind::kRate}, {"cites", CueKind::kCites}};

std::string_view NameOf(CueKind kind) {
  const auto* const named = std::find_if(std::begin(kCueKinds), std::end(kCueKinds),
                                         [&](const auto& name) { return name.value == kind; });
  return named != std::end(kCueKinds) ? named->name : std::string_view();
}

Status Lexicon::LoadCues(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/cues.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  const bool attitudes = rules.Has(kAttitudes);
  for (size_t row = 0; row < table->rows(); ++row) {
    const CueKind* kind = Find(kCueKinds, table->At(row, "kind"));
    if (kind == nullptr) return TableError(kName, *table, row, "no such kind of cue.");
    const std::string_view back = table->At(row, "back");
    const std::string_view tells = table->At(row, "tells");
    Cue cue{*kind,           ClaimStatus::kAsserted, back == "yes",
            tells == "yes",  back == "always",       tells == "clause",
            tells == "asks", tells == "infinitive"};
    if (!tells.empty() && tells != "yes" && !cue.clause && !cue.asks && !cue.infinitive)
      return TableError(kName, *table, row, "no such word under tells.");
    const std::string_view status = table->At(row, "status");
    if (!status.empty() && !FromName(status, &cue.status)) {
      return TableError(kName, *table, row, "no such status.");
    }
    const auto value = static_cast<uint32_t>(cues.size());
    cues.push_back(cue);
    const std::string_view phrase = table->At(row, "cue");
    std::vector<WordId> phrase_words = PhraseWords(phrase, &words);
    if (phrase_words.empty()) return TableError(kName, *table, row, "a cue needs words.");
    cue_phrases.Add(phrase_words, value);
    if (*kind == CueKind::kNoun) {
      cue_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
      if (attitudes) AddAttitude(phrase, AttitudeKind::kNoun);
    }
    if (*kind == CueKind::kSource || *kind == CueKind::kCites || *kind == CueKind::kNoun ||
        *kind == CueKind::kBe || *kind == CueKind::kWhose)
      continue;
    const WordId lemma = phrase_words[0];
    const std::vector<WordId> forms = FormsOf(lemma);
    if (forms.empty()) return TableError(kName, *table, row, "the verb is not in verbs.tsv.");
    for (WordId form : forms) {
      phrase_words[0] = form;
      cue_phrases.Add(phrase_words, value);
      if (attitudes) attitude_verbs.Add(phrase_words, 0);
      if (*kind == CueKind::kSay && phrase_words.size() == 1) {
        words.Info(form).classes |= Bit(Is::kSpeech);
      }
    }
  }
  return Status::Ok();
}

// False when a verb is none of verbs.tsv.
bool Lexicon::AddAttitude(std::string_view phrase, AttitudeKind kind) {
  std::vector<WordId> phrase_words = PhraseWords(phrase, &words);
  if (phrase_words.empty()) return false;
  if (kind != AttitudeKind::kVerb) {
    const auto value = static_cast<uint32_t>(kind);
    attitude_words.Add(phrase_words, value);
    if (kind == AttitudeKind::kNoun)
      attitude_words.Add(PhraseWords(PluralOf(phrase), &words), value);
    return true;
  }
  const std::vector<WordId> forms = FormsOf(phrase_words[0]);
  for (WordId form : forms) {
    phrase_words[0] = form;
    attitude_verbs.Add(phrase_words, 0);
  }
  return !forms.empty();
}

Status Lexicon::LoadAttitudes(const FileBundle& rules) {
  if (!rules.Has(kAttitudes)) return Status::Ok();  // the page has it not: nothing there shows them
  constexpr Name<AttitudeKind> kKinds[] = {{"verb", AttitudeKind::kVerb},
                                           {"noun", AttitudeKind::kNoun},
                                           {"adjective", AttitudeKind::kAdjective},
                                           {"adverb", AttitudeKind::kAdverb}};
  const Result<Table> table = ReadTable(rules, kAttitudes);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const AttitudeKind* kind = Find(kKinds, table->At(row, "kind"));
    if (kind == nullptr) return TableError(kAttitudes, *table, row, "no such kind of word.");
    if (!AddAttitude(table->At(row, "word"), *kind))
      return TableError(kAttitudes, *table, row, "the verb is not in verbs.tsv.");
  }
  return Status::Ok();
}

Status Lexicon::LoadStatuses(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/status.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  const WordId no = words.Find("not");
  std::vector<WordId> negated;
  for (WordId word = 1; word < words.size(); ++word) {
    constexpr WordClasses kBoth = Bit(Is::kNegation) | Bit(Is::kAuxiliary);
    if ((words.Info(word).classes & kBoth) == kBoth) negated.push_back(word);
  }
  for (size_t row = 0; row < table->rows(); ++row) {
    StatusWord word;
    if (!FromName(table->At(row, "status"), &word.status)) {
      return TableError(kName, *table, row, "no such status.");
    }
    const std::string_view reach = table->At(row, "reach");
    word.negated = reach == "negated";
    word.here = reach == "sentence";
    word.silent = reach == "silent";
    word.reaches_back = word.negated || word.here || word.silent || reach == "back";
    word.aside = reach == "aside";
    if (!word.reaches_back && !word.aside && reach != "own" && reach != "object" &&
        reach != "predicate") {
      return TableError(kName, *table, row, "no such reach.");
    }
    const auto value = static_cast<uint32_t>(statuses.size());
    statuses.push_back(word);
    const std::vector<WordId> phrase = PhraseWords(table->At(row, "phrase"), &words);
    if (reach == "predicate") {
      status_predicates.Add(phrase, value);
      continue;
    }
    if (!word.aside && reach != "object") {
      status_phrases.Add(phrase, value);
      if (phrase.size() < 2 || phrase[0] != no) continue;
      std::vector<WordId> contracted = phrase;  // "didn't comment"
      for (WordId short_form : negated) {
        contracted[0] = short_form;
        status_phrases.Add(contracted, value);
      }
      continue;
    }
    const std::vector<WordId> forms = phrase.size() == 1 ? FormsOf(phrase[0]) : phrase;
    if (phrase.size() != 1 || forms.empty())
      return TableError(kName, *table, row, "the verb is not in verbs.tsv.");
    for (WordId form : forms) status_verbs.Add({form}, value);
  }
  return Status::Ok();
}

Status Lexicon::LoadRoles(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/roles.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view phrase = table->At(row, "role");
    const std::string_view kind = table->At(row, "kind");
    uint32_t same = 0;
    if (const auto offices = SplitTrimmed(table->At(row, "same"), '|'); !offices.empty()) {
      same = static_cast<uint32_t>(role_offices.size()) + 1;
      role_offices.emplace_back();
      for (std::string_view office : offices) {
        std::vector<uint32_t>& hashes = role_offices.back().emplace_back();
        for (std::string_view word : SplitTrimmed(office, ' '))
          hashes.push_back(static_cast<uint32_t>(HashFolded(word)));
      }
    }
    const uint32_t value = (same << kRoleSame) |
                           (kind == "person"  ? kRolePerson
                            : kind == "voice" ? kRolePerson | kRoleVoice
                            : kind == "head"  ? kRolePerson | kRoleHead
                            : kind == "word"  ? kRoleWord
                            : kind == "paper" ? kRolePaper
                                              : 0) |
                           (table->At(row, "side") == "place"         ? kRoleLocal
                            : table->At(row, "side") == "resident"    ? kRoleLocal | kRoleCivil
                            : table->At(row, "side") == "independent" ? kRoleCivil
                                                                      : 0);
    if (kind == "head") role_heads.push_back(static_cast<uint32_t>(HashFolded(phrase)));
    role_phrases.Add(PhraseWords(phrase, &words), value);
    role_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadGivenNames(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/given_names.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view gender = table->At(row, "gender");
    const bool female = StartsWith(gender, "female");
    if (!female && !StartsWith(gender, "male"))
      return TableError(kName, *table, row, "a name is female or male.");
    for (std::string_view name : SplitTrimmed(table->At(row, "names"), '|')) {
      for (WordId id : PhraseWords(name, &words))
        words.Info(id).classes |= Bit(female ? Is::kFemale : Is::kMale);
    }
  }
  return Status::Ok();
}

}  // namespace claimscope
