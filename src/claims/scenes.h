// Scenes: here is an article, give me which scenes it plays in (war, states), by how densely their
// words stand in it (lexicon/scenes.tsv). A rule of kinds.tsv may ask for one: "lost", "company" or
// "hit" say nothing of a war in a story on football.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "claims/lexicon.h"
#include "claims/phrases.h"
#include "claims/tokens.h"

namespace claimscope {

// Classes that code sees beside those of nouns.tsv.
constexpr NounClasses kPlaceClass = NounClasses{1} << 56;
constexpr NounClasses kNumberClass = NounClasses{1} << 57;
constexpr NounClasses kCapitalClass = NounClasses{1} << 58;
constexpr NounClasses kActorClass = NounClasses{1} << 59;  // a person of actors.tsv

// "@weapon|@place": the classes of a list; fails for a name that no noun has.
Result<NounClasses> ParseClasses(std::string_view list, const Lexicon& lexicon);

using SceneSet = uint8_t;

class Scenes {
 public:
  Status Load(const FileBundle& rules, Lexicon* lexicon);
  void MarkStarts(int bit, Vocabulary* words) { phrases_.MarkStarts(bit, words); }
  // The bit of a scene; 0: no such scene.
  SceneSet Find(std::string_view name) const;
  // `classes`: per token, what noun or place begins there.
  SceneSet Of(const Tokens& tokens, const std::vector<NounClasses>& classes) const;

 private:
  struct Scene {
    std::string name;
    uint64_t share = 0, least = 0;  // of 1,000 tokens; of the article
    NounClasses classes = 0;
  };
  std::vector<Scene> scenes_;
  PhraseTrie phrases_;
  std::vector<SceneSet> by_phrase_;
};

}  // namespace claimscope
