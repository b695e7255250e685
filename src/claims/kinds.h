// Kinds: here is a clause, give me what kind of claim it makes, and the rule that says so
// (lexicon/kinds.tsv).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "base/table.h"
#include "claims/lexicon.h"
#include "claims/scenes.h"
#include "claims/tags.h"
#include "claims/tokens.h"
#include "model/claim.h"

namespace claimscope {

constexpr int kTopic = 3;  // a rule up to this weight only names a topic

enum class ActorRole : uint8_t { kSubject, kObject, kOther };

struct KindRule {
  std::string id;
  Kind kind = Kind::kOther;
  int weight = 0;
  NounClasses object = 0, subject = 0, without = 0;
  NounClasses unless = 0;  // must not stand anywhere in the clause
  bool near = false;       // the object stands before the next preposition
  SceneSet scenes = 0;     // the article must play in one of them; 0: in any
  ActorRole actor = ActorRole::kSubject;
  bool afar = false;   // takes its place from nothing that was told before
  bool apart = false;  // what is told later does not happen there
  bool whole = false;  // done to a part: the whole is told, too
};

struct KindFinding {
  Kind kind = Kind::kOther;
  int weight = 0;  // 0: no rule fits
  int rule = -1;
  uint32_t trigger = 0;  // token
  bool by_verb = false;
};

// What kind_list.tsv says of a kind.
struct KindTraits {
  std::string unit;        // of a figure without a noun; empty: that of the figure before
  NounClasses counts = 0;  // of the figure that the claim is about; 0: the first one
  bool measure = false;    // or a measure
  bool event = false, each = false, report = false, participle = false, figure = false,
       list = false, politics = false, arms = false, times = false, rest = false;
};

class KindRules {
 public:
  Status Load(const FileBundle& rules, const Scenes& scenes, Lexicon* lexicon);
  // Three bits from `bit` on: phrases, idioms, forms of verbs that a rule asks for.
  void MarkStarts(int bit, Vocabulary* words);
  const KindRule& operator[](int rule) const { return rules_[static_cast<size_t>(rule)]; }

  const KindTraits& Traits(Kind kind) const { return traits_[static_cast<size_t>(kind)]; }
  // The kind of what no rule knows; of what statesmen and armies say without one (the same when the
  // pack has none).
  Kind rest() const { return rest_; }
  Kind politics() const { return politics_; }
  Kind arms() const { return arms_; }
  // May what has no kind of its own take this one from what stands around it, in an article that
  // plays in these scenes: those that the rules which only name a topic ask for?
  bool FromContext(Kind kind, SceneSet scenes) const {
    const SceneSet wanted = topic_scenes_[static_cast<size_t>(kind)];
    return wanted == 0 || (wanted & scenes) != 0;
  }

  // `classes`: per token of the text, what noun or place begins there; `scenes`: of the article.
  // Looks at the tokens [begin, end).
  KindFinding Judge(const Tokens& tokens, const std::vector<TagInfo>& tags,
                    const std::vector<NounClasses>& classes, const Vocabulary& words,
                    SceneSet scenes, uint32_t begin, uint32_t end) const;
  // The same verb with another object: "lost 210 troops and two tanks"; `lemma`: another verb, 0
  // for its own.
  KindFinding JudgeObject(const Tokens& tokens, const Vocabulary& words, SceneSet scenes,
                          uint32_t verb, NounClasses object, WordId lemma = 0) const;

 private:
  // What stands around a trigger.
  struct Sides {
    NounClasses object = 0, direct = 0, subject = 0, nearest = 0, all = 0;
    SceneSet scenes = 0;
  };
  void Consider(int rule, uint32_t at, bool by_verb, const Sides& sides, KindFinding* best) const;
  Status AddTriggers(const Table& table, size_t row, int index, Lexicon* lexicon);
  Status AddIdioms(const Table& table, size_t row, Lexicon* lexicon);
  Sides AroundVerb(const Tokens& tokens, const std::vector<TagInfo>& tags,
                   const std::vector<NounClasses>& classes, uint32_t verb, uint32_t end) const;
  bool Theme(const Tokens& tokens, const std::vector<TagInfo>& tags, uint32_t begin,
             uint32_t noun) const;
  static NounClasses SubjectNoun(const Tokens& tokens, const std::vector<TagInfo>& tags,
                                 const std::vector<NounClasses>& classes, uint32_t begin,
                                 uint32_t verb);
  Status LoadTraits(const FileBundle& rules, const Lexicon& lexicon);

  std::array<KindTraits, kKindCount> traits_;
  std::array<SceneSet, kKindCount> topic_scenes_ = {};
  Kind rest_ = Kind::kOther, politics_ = Kind::kOther, arms_ = Kind::kOther;
  std::vector<KindRule> rules_;
  std::vector<std::vector<int>> by_lemma_;  // by word id
  std::vector<std::vector<int>> by_class_;  // by class index
  PhraseTrie phrases_;
  std::vector<std::vector<int>> by_phrase_;
  WordId of_ = 0, that_ = 0, for_ = 0, per_ = 0;
  NounClasses class_triggers_ = 0;  // classes that have a rule
  WordStarts verbs_bit_ = 0, idioms_bit_ = 0;
  WordStarts trigger_bits_ = 0;  // of verbs and phrases
  PhraseTrie idioms_;            // words that say something else: "take place"
};

}  // namespace claimscope
