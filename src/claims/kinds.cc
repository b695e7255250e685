#include "claims/kinds.h"

#include "base/strings.h"

namespace claimscope {

Result<NounClasses> KindRules::Classes(std::string_view list, const Lexicon& lexicon) const {
  NounClasses classes = 0;
  for (std::string_view name : SplitTrimmed(list, '|')) {
    if (name == "@place")
      classes |= kPlaceClass;
    else if (name == "@number")
      classes |= kNumberClass;
    else if (name == "@capital")
      classes |= kCapitalClass;
    else if (name.empty() || name[0] != '@')
      return Status::Invalid("a class begins with @");
    else if (const int index = lexicon.NounClass(name.substr(1)); index >= 0)
      classes |= Lexicon::BitOf(index);
    else
      return Status::Invalid("no noun has the class " + std::string(name));
  }
  return classes;
}

namespace {
bool IsPreposition(const Token& token, const Vocabulary& words) {
  return token.kind == TokenKind::kWord && words.Has(token.word, Is::kPreposition);
}
}  // namespace

Status KindRules::Load(const FileBundle& bundle, Lexicon* lexicon) {
  constexpr std::string_view kName = "lexicon/kinds.tsv";
  const Result<Table> table = ReadTable(bundle, kName);
  if (!table.ok()) return table.status();
  by_class_.resize(kMaxNounClasses);
  for (size_t row = 0; row < table->rows(); ++row) {
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
                             Part{"not", &rule.without}}) {
      const Result<NounClasses> classes = Classes(table->At(row, part.column), *lexicon);
      if (!classes.ok()) return TableError(kName, *table, row, classes.status().message() + ".");
      *part.out = *classes;
    }
    const std::string_view actor = table->At(row, "actor");
    rule.actor = actor == "object"  ? ActorRole::kObject
                 : actor == "other" ? ActorRole::kOther
                                    : ActorRole::kSubject;
    const int index = static_cast<int>(rules_.size());
    const auto triggers = SplitTrimmed(table->At(row, "trigger"), '|');
    if (triggers.empty()) return TableError(kName, *table, row, "a rule needs a trigger.");
    const auto AddPhrase = [this, index](const std::vector<WordId>& words) {
      const auto fresh = static_cast<uint32_t>(by_phrase_.size());
      const uint32_t value = phrases_.Add(words, fresh);
      if (value == fresh) by_phrase_.emplace_back();
      by_phrase_[value].push_back(index);
    };
    for (std::string_view trigger : triggers) {
      if (trigger[0] == '@') {
        const int noun_class = lexicon->NounClass(trigger.substr(1));
        if (noun_class < 0)
          return TableError(kName, *table, row,
                            "no noun has the class " + std::string(trigger) + ".");
        by_class_[static_cast<size_t>(noun_class)].push_back(index);
        continue;
      }
      if (trigger[0] == '"') {
        if (trigger.size() < 3 || trigger.back() != '"')
          return TableError(kName, *table, row, "a phrase ends with a quotation mark.");
        AddPhrase(PhraseWords(trigger.substr(1, trigger.size() - 2), &lexicon->words));
        continue;
      }
      std::vector<WordId> words = PhraseWords(trigger, &lexicon->words);
      if (lexicon->FormsOf(words[0]).empty()) {
        return TableError(kName, *table, row,
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
    rules_.push_back(std::move(rule));
  }
  return Status::Ok();
}

void KindRules::Consider(int index, uint32_t at, bool by_verb, NounClasses object,
                         NounClasses subject, NounClasses nearest, KindFinding* best) const {
  const KindRule& rule = rules_[static_cast<size_t>(index)];
  if (rule.weight <= best->weight) return;
  if (rule.object != 0 && (rule.object & object) == 0) return;
  if (rule.subject != 0 && (rule.subject & subject) == 0) return;
  if ((rule.without & nearest) != 0) return;
  *best = {rule.kind, rule.weight, index, at, by_verb};
}

KindFinding KindRules::Judge(const Tokens& tokens, const std::vector<TagInfo>& tags,
                             const std::vector<NounClasses>& classes, const Vocabulary& words,
                             uint32_t begin, uint32_t end) const {
  KindFinding best;
  // before[i]: what stands before token begin + i.
  NounClasses all = 0;
  for (uint32_t i = begin; i < end; ++i) all |= classes[i];
  NounClasses before = 0, subject_noun = 0;
  bool after_preposition = false;
  for (uint32_t i = begin; i < end; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::kWord) {
      const TagInfo& tag = tags[i];
      const WordId lemma = words.Info(token.word).lemma;
      if (tag.tag != Tag::kNone && tag.tag != Tag::kAuxiliary && lemma != 0 &&
          lemma < by_lemma_.size() && !by_lemma_[lemma].empty()) {
        NounClasses after = 0, nearest = 0;
        for (uint32_t j = i + 1; j < end; ++j) {
          // A verb's object ends where the next clause's verb begins.
          if (tags[j].tag == Tag::kFinite && j > i + 2) break;
          after |= classes[j];
          if (nearest == 0) nearest = classes[j] & ~kNumberClass;
        }
        const bool passive = tag.passive;
        if (passive) nearest = subject_noun;
        for (int rule : by_lemma_[lemma]) {
          Consider(rule, i, true, passive ? before : after, passive ? after : before, nearest,
                   &best);
        }
      }
      if (phrases_.Starts(token.word)) {
        if (const auto match = phrases_.Longest(tokens.data(), end, i)) {
          for (int rule : by_phrase_[match.value]) Consider(rule, i, false, all, all, 0, &best);
        }
      }
      NounClasses here = classes[i] & (kPlaceClass - 1);
      for (size_t c = 0; here != 0; ++c, here >>= 1) {
        if ((here & 1) == 0 || by_class_[c].empty()) continue;
        for (int rule : by_class_[c]) Consider(rule, i, false, all, all, 0, &best);
      }
    }
    before |= classes[i];
    // The head of the last noun phrase that no preposition leads: what a passive verb is said of.
    if (token.mark == ',' || IsPreposition(token, words)) after_preposition = token.mark != ',';
    if ((classes[i] & ~kNumberClass) != 0 && !after_preposition)
      subject_noun = classes[i] & ~kNumberClass;
    if (tags[i].tag == Tag::kFinite) after_preposition = false;
  }
  return best;
}

KindFinding KindRules::JudgeObject(const Tokens& tokens, const Vocabulary& words, uint32_t verb,
                                   NounClasses object) const {
  KindFinding best;
  const WordId lemma = words.Info(tokens[verb].word).lemma;
  if (lemma == 0 || lemma >= by_lemma_.size()) return best;
  for (int rule : by_lemma_[lemma]) Consider(rule, verb, true, object, 0, object, &best);
  return best;
}

}  // namespace claimscope
