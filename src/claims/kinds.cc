#include "claims/kinds.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr std::string_view kName = "lexicon/kinds.tsv";

bool IsPreposition(const Token& token) {
  return token.kind == TokenKind::kWord && token.Has(Is::kPreposition);
}

}  // namespace

Status KindRules::LoadTraits(const FileBundle& bundle, const Lexicon& lexicon) {
  constexpr std::string_view kList = "lexicon/kind_list.tsv";
  const Result<Table> table = ReadTable(bundle, kList);
  if (!table.ok()) return table.status();
  struct Trait {
    std::string_view name;
    bool KindTraits::*flag;
  };
  constexpr Trait kTraits[] = {
      {"event", &KindTraits::event},       {"each", &KindTraits::each},
      {"report", &KindTraits::report},     {"participle", &KindTraits::participle},
      {"figure", &KindTraits::figure},     {"list", &KindTraits::list},
      {"politics", &KindTraits::politics}, {"arms", &KindTraits::arms},
      {"times", &KindTraits::times},       {"rest", &KindTraits::rest}};
  for (size_t row = 0; row < table->rows() && row < kKindCount; ++row) {
    KindTraits& traits = traits_[row];
    traits.unit = std::string(table->At(row, "unit"));
    for (std::string_view name : SplitTrimmed(table->At(row, "counts"), '|')) {
      if (name == "@measure") {
        traits.measure = true;
        continue;
      }
      const Result<NounClasses> classes = ParseClasses(name, lexicon);
      if (!classes.ok()) return TableError(kList, *table, row, classes.status().message() + ".");
      traits.counts |= *classes;
    }
    for (std::string_view name : SplitTrimmed(table->At(row, "traits"), '|')) {
      bool known = false;
      for (const Trait& trait : kTraits) {
        if (trait.name != name) continue;
        traits.*trait.flag = known = true;
      }
      if (!known)
        return TableError(kList, *table, row, "no such trait: " + std::string(name) + ".");
    }
    rest_ = static_cast<Kind>(row);
  }
  politics_ = arms_ = rest_;
  for (size_t i = 0; i < kKindCount; ++i) {
    if (traits_[i].politics) politics_ = static_cast<Kind>(i);
    if (traits_[i].arms) arms_ = static_cast<Kind>(i);
  }
  return Status::Ok();
}

// A word trigger: a verb of verbs.tsv in any form, alone or at the head of a phrase.
Status KindRules::AddTriggers(const Table& table, size_t row, int index, Lexicon* lexicon) {
  const auto AddPhrase = [this, index](const std::vector<WordId>& words) {
    const auto fresh = static_cast<uint32_t>(by_phrase_.size());
    const uint32_t value = phrases_.Add(words, fresh);
    if (value == fresh) by_phrase_.emplace_back();
    by_phrase_[value].push_back(index);
  };
  const auto triggers = SplitTrimmed(table.At(row, "trigger"), '|');
  if (triggers.empty()) return TableError(kName, table, row, "a rule needs a trigger.");
  for (std::string_view trigger : triggers) {
    if (trigger[0] == '@') {
      const int noun_class = lexicon->NounClass(trigger.substr(1));
      if (noun_class < 0)
        return TableError(kName, table, row, "no noun has the class " + std::string(trigger) + ".");
      by_class_[static_cast<size_t>(noun_class)].push_back(index);
      continue;
    }
    if (trigger[0] == '"') {
      if (trigger.size() < 3 || trigger.back() != '"')
        return TableError(kName, table, row, "a phrase ends with a quotation mark.");
      AddPhrase(PhraseWords(trigger.substr(1, trigger.size() - 2), &lexicon->words));
      continue;
    }
    std::vector<WordId> words = PhraseWords(trigger, &lexicon->words);
    if (lexicon->FormsOf(words[0]).empty()) {
      return TableError(kName, table, row,
                        "the verb " + std::string(trigger) + " is not in verbs.tsv.");
    }
    if (words.size() > 1) {
      for (WordId form : lexicon->FormsOf(words[0])) {
        words[0] = form;
        AddPhrase(words);
      }
      continue;
    }
    if (by_lemma_.size() <= words[0]) by_lemma_.resize(words[0] + 1);
    by_lemma_[words[0]].push_back(index);
  }
  return Status::Ok();
}

Status KindRules::AddIdioms(const Table& table, size_t row, Lexicon* lexicon) {
  for (std::string_view idiom : SplitTrimmed(table.At(row, "trigger"), '|')) {
    if (idiom.size() > 2 && idiom[0] == '"' && idiom.back() == '"') {
      idioms_.Add(PhraseWords(idiom.substr(1, idiom.size() - 2), &lexicon->words), 0);
      continue;
    }
    std::vector<WordId> words = PhraseWords(idiom, &lexicon->words);
    const std::vector<WordId> forms = lexicon->FormsOf(words[0]);
    if (forms.empty()) {
      return TableError(kName, table, row,
                        "the verb of " + std::string(idiom) + " is not in verbs.tsv.");
    }
    for (WordId form : forms) {
      words[0] = form;
      idioms_.Add(words, 0);
    }
  }
  return Status::Ok();
}

Status KindRules::Load(const FileBundle& bundle, const Scenes& scenes, Lexicon* lexicon) {
  const Result<Table> table = ReadTable(bundle, kName);
  if (!table.ok()) return table.status();
  if (Status status = LoadTraits(bundle, *lexicon); !status.ok()) return status;
  by_class_.resize(kMaxNounClasses);
  of_ = lexicon->words.Add("of");
  that_ = lexicon->words.Add("that");
  for_ = lexicon->words.Add("for");
  per_ = lexicon->words.Add("per");
  for (size_t row = 0; row < table->rows(); ++row) {
    if (table->At(row, "kind") == "-") {
      if (Status status = AddIdioms(*table, row, lexicon); !status.ok()) return status;
      continue;
    }
    KindRule rule;
    rule.id = std::string(table->At(row, "rule"));
    int64_t weight = 0;
    if (!FromName(table->At(row, "kind"), &rule.kind))
      return TableError(kName, *table, row, "no such kind.");
    if (!ParseInt(table->At(row, "weight"), &weight) || weight < 1 || weight > 100) {
      return TableError(kName, *table, row, "the weight is a number from 1 to 100.");
    }
    rule.weight = static_cast<int>(weight);
    struct Part {
      std::string_view column;
      NounClasses* out;
    };
    for (const Part& part : {Part{"object", &rule.object}, Part{"subject", &rule.subject},
                             Part{"not", &rule.without}, Part{"unless", &rule.unless}}) {
      const Result<NounClasses> classes = ParseClasses(table->At(row, part.column), *lexicon);
      if (!classes.ok()) return TableError(kName, *table, row, classes.status().message() + ".");
      *part.out = *classes;
    }
    for (std::string_view name : SplitTrimmed(table->At(row, "scene"), '|')) {
      const SceneSet scene = scenes.Find(name);
      if (scene == 0)
        return TableError(kName, *table, row, "no such scene: " + std::string(name) + ".");
      rule.scenes = static_cast<SceneSet>(rule.scenes | scene);
    }
    SceneSet& topic = topic_scenes_[static_cast<size_t>(rule.kind)];
    if (rule.weight <= kTopic) topic = static_cast<SceneSet>(topic | rule.scenes);
    rule.near = table->At(row, "reach") == "near";
    rule.afar = table->At(row, "where") == "afar";
    rule.apart = rule.afar || table->At(row, "where") == "apart";
    rule.whole = table->At(row, "whole") == "yes";
    const std::string_view actor = table->At(row, "actor");
    rule.actor = actor == "object"  ? ActorRole::kObject
                 : actor == "other" ? ActorRole::kOther
                                    : ActorRole::kSubject;
    if (Status status = AddTriggers(*table, row, static_cast<int>(rules_.size()), lexicon);
        !status.ok())
      return status;
    rules_.push_back(std::move(rule));
  }
  return Status::Ok();
}

void KindRules::MarkStarts(int bit, Vocabulary* words) {
  phrases_.MarkStarts(bit, words);
  idioms_.MarkStarts(bit + 1, words);
  verbs_bit_ = WordStarts{1} << (bit + 2);
  trigger_bits_ = WordStarts{1} << bit | verbs_bit_;
  idioms_bit_ = WordStarts{1} << (bit + 1);
  for (WordId word = 1; word < words->size(); ++word) {
    WordInfo& info = words->Info(word);
    if (info.lemma < by_lemma_.size() && !by_lemma_[info.lemma].empty()) info.starts |= verbs_bit_;
  }
  for (size_t c = 0; c < by_class_.size(); ++c) {
    if (!by_class_[c].empty()) class_triggers_ |= Lexicon::BitOf(static_cast<int>(c));
  }
}

void KindRules::Consider(int index, uint32_t at, bool by_verb, const Sides& sides,
                         KindFinding* best) const {
  const KindRule& rule = rules_[static_cast<size_t>(index)];
  if (rule.weight <= best->weight) return;
  if (rule.scenes != 0 && (rule.scenes & sides.scenes) == 0) return;
  if (rule.object != 0 && (rule.object & (rule.near ? sides.direct : sides.object)) == 0) return;
  if (rule.subject != 0 && (rule.subject & sides.subject) == 0) return;
  if ((rule.without & sides.nearest) != 0 || (rule.unless & sides.all) != 0) return;
  *best = {rule.kind, rule.weight, index, at, by_verb};
}

// A verb's object ends where the next clause's verb begins; its direct object at a preposition
// (its own particle and "of" aside).
KindRules::Sides KindRules::AroundVerb(const Tokens& tokens, const std::vector<TagInfo>& tags,
                                       const std::vector<NounClasses>& classes, uint32_t verb,
                                       uint32_t end) const {
  Sides sides;
  bool direct = true;
  for (uint32_t j = verb + 1; j < end; ++j) {
    if (tags[j].tag == Tag::kFinite && j > verb + 2) break;
    // "launched 40 drones, the most since the start of the invasion"
    if (tokens[j].Has(Is::kCircumstance) && (sides.object & ~kNumberClass) != 0) break;
    // "controlled about 95 per cent of the town": no preposition.
    const bool about =
        tokens[j].word == per_ || (j + 1 < end && (classes[j + 1] & kNumberClass) != 0);
    if (direct && j > verb + 1 && !about &&
        (tokens[j].word == for_ || (IsPreposition(tokens[j]) && tokens[j].word != of_)))
      direct = false;
    // "warned that Moscow would ...", not "controlled that area"
    if (j == verb + 1 && tokens[j].word == that_ && j + 1 < end &&
        (tokens[j + 1].capital || tokens[j + 1].Has(Is::kArticle)))
      direct = false;
    sides.object |= classes[j];
    if (direct) sides.direct |= classes[j];
    if (sides.nearest == 0) sides.nearest = classes[j] & ~kNumberClass;
  }
  return sides;
}

KindFinding KindRules::Judge(const Tokens& tokens, const std::vector<TagInfo>& tags,
                             const std::vector<NounClasses>& classes, const Vocabulary& words,
                             SceneSet scenes, uint32_t begin, uint32_t end) const {
  KindFinding best;
  best.kind = rest_;
  Sides any;
  any.scenes = scenes;
  WordStarts starts = 0;
  for (uint32_t i = begin; i < end; ++i) {
    any.all |= classes[i];
    starts |= tokens[i].starts;
  }
  if ((starts & trigger_bits_) == 0 && (any.all & class_triggers_) == 0) return best;
  any.object = any.direct = any.subject = any.all;
  uint32_t idiom_end = begin;
  for (uint32_t i = begin; i < end; ++i) {
    const Token& token = tokens[i];
    const NounClasses nouns = classes[i] & class_triggers_;
    if ((token.starts & (trigger_bits_ | idioms_bit_)) == 0 && nouns == 0) continue;
    if (token.kind != TokenKind::kWord) continue;
    if (idioms_.Starts(token)) {
      if (const auto idiom = idioms_.Longest(tokens.data(), end, i))
        idiom_end = std::max(idiom_end, i + idiom.length);
    }
    if (i < idiom_end) continue;
    const TagInfo& tag = tags[i];
    if ((token.starts & verbs_bit_) != 0 && tag.tag != Tag::kNone && tag.tag != Tag::kAuxiliary) {
      Sides sides = AroundVerb(tokens, tags, classes, i, end);
      sides.all = any.all;
      sides.scenes = scenes;
      for (uint32_t j = begin; j < i; ++j) sides.subject |= classes[j];
      // "the weapons captured there" were captured.
      if (tag.passive || (tag.tag == Tag::kParticiple && i > begin && classes[i - 1] != 0)) {
        std::swap(sides.subject, sides.object);
        sides.direct = sides.object;
        sides.nearest = SubjectNoun(tokens, tags, classes, begin, i);
      }
      for (int rule : by_lemma_[words.Info(token.word).lemma])
        Consider(rule, i, true, sides, &best);
    }
    if (const auto match = phrases_.Longest(tokens.data(), end, i)) {
      for (int rule : by_phrase_[match.value]) Consider(rule, i, false, any, &best);
    }
    const bool theme = nouns != 0 && Theme(tokens, tags, begin, i);
    for (NounClasses here = nouns; here != 0; here &= here - 1) {
      const auto c = static_cast<size_t>(__builtin_ctzll(here));
      for (int rule : by_class_[c]) {
        if (!theme || rules_[static_cast<size_t>(rule)].weight > kTopic)
          Consider(rule, i, false, any, &best);
      }
    }
  }
  return best;
}

// "since the start of the invasion": a noun behind a preposition is not what the clause is about;
// what something is done with is, what a verb takes, and what a noun is of ("the supply of arms").
bool KindRules::Theme(const Tokens& tokens, const std::vector<TagInfo>& tags, uint32_t begin,
                      uint32_t noun) const {
  for (uint32_t i = noun; i-- > begin;) {
    if (tokens[i].kind != TokenKind::kWord || tags[i].tag == Tag::kFinite) return false;
    if (tokens[i].word == of_) continue;
    if (!IsPreposition(tokens[i]) && !(tokens[i].Has(Is::kSubordinator) && i > begin)) continue;
    uint32_t verb = i;  // "is at war", "is running out of shells": the verb's own
    while (verb > begin && (IsPreposition(tokens[verb]) || tokens[verb].Has(Is::kAdverb))) --verb;
    return !tokens[i].Has(Is::kBeyond) && tags[verb].tag == Tag::kNone;
  }
  return false;
}

// The head of the last noun phrase before `verb` that no preposition leads: what a passive verb is
// said of.
NounClasses KindRules::SubjectNoun(const Tokens& tokens, const std::vector<TagInfo>& tags,
                                   const std::vector<NounClasses>& classes, uint32_t begin,
                                   uint32_t verb) {
  NounClasses noun = 0;
  bool after_preposition = false;
  for (uint32_t i = begin; i < verb; ++i) {
    if (tokens[i].mark == ',' || IsPreposition(tokens[i]))
      after_preposition = tokens[i].mark != ',';
    if ((classes[i] & ~kNumberClass) != 0 && !after_preposition) noun = classes[i] & ~kNumberClass;
    if (tags[i].tag == Tag::kFinite) after_preposition = false;
  }
  return noun;
}

KindFinding KindRules::JudgeObject(const Tokens& tokens, const Vocabulary& words, SceneSet scenes,
                                   uint32_t verb, NounClasses object, WordId lemma) const {
  KindFinding best;
  if (lemma == 0) lemma = words.Info(tokens[verb].word).lemma;
  if (lemma == 0 || lemma >= by_lemma_.size()) return best;
  const Sides sides = {object, object, 0, object, object, scenes};
  for (int rule : by_lemma_[lemma]) Consider(rule, verb, true, sides, &best);
  return best;
}

}  // namespace claimscope
