#include "claims/scenes.h"

#include <array>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr std::string_view kName = "lexicon/scenes.tsv";
constexpr size_t kMostScenes = 8;
constexpr size_t kNote = 24;  // tokens; a text so short cannot say a word twice

}  // namespace

Result<NounClasses> ParseClasses(std::string_view list, const Lexicon& lexicon) {
  NounClasses classes = 0;
  for (std::string_view name : SplitTrimmed(list, '|')) {
    if (name == "@place")
      classes |= kPlaceClass;
    else if (name == "@number")
      classes |= kNumberClass;
    else if (name == "@capital")
      classes |= kCapitalClass;
    else if (name == "@actor")
      classes |= kActorClass;
    else if (name.empty() || name[0] != '@')
      return Status::Invalid("a class begins with @");
    else if (const int index = lexicon.NounClass(name.substr(1)); index >= 0)
      classes |= Lexicon::BitOf(index);
    else
      return Status::Invalid("no noun has the class " + std::string(name));
  }
  return classes;
}

Status Scenes::Load(const FileBundle& rules, Lexicon* lexicon) {
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Scene scene;
    scene.name = std::string(table->At(row, "scene"));
    int64_t share = 0, least = 0;
    if (scene.name.empty() || !ParseInt(table->At(row, "share"), &share) || share < 0 ||
        !ParseInt(table->At(row, "least"), &least) || least < 1) {
      return TableError(kName, *table, row, "a scene needs a name and two counts.");
    }
    if (scenes_.size() == kMostScenes) return TableError(kName, *table, row, "too many scenes.");
    scene.share = static_cast<uint64_t>(share);
    scene.least = static_cast<uint64_t>(least);
    const auto bit = static_cast<SceneSet>(1u << scenes_.size());
    for (std::string_view word : SplitTrimmed(table->At(row, "words"), '|')) {
      if (word[0] == '@') {
        // A pack may have other nouns: what it lacks is no evidence.
        if (const auto classes = ParseClasses(word, *lexicon); classes.ok())
          scene.classes |= *classes;
        continue;
      }
      for (const std::string& form : {std::string(word), PluralOf(word)}) {
        const auto fresh = static_cast<uint32_t>(by_phrase_.size());
        const uint32_t value = phrases_.Add(PhraseWords(form, &lexicon->words), fresh);
        if (value == fresh) by_phrase_.push_back(0);
        by_phrase_[value] = static_cast<SceneSet>(by_phrase_[value] | bit);
      }
    }
    scenes_.push_back(std::move(scene));
  }
  return Status::Ok();
}

SceneSet Scenes::Find(std::string_view name) const {
  for (size_t i = 0; i < scenes_.size(); ++i) {
    if (scenes_[i].name == name) return static_cast<SceneSet>(1u << i);
  }
  return 0;
}

SceneSet Scenes::Of(const Tokens& tokens, const std::vector<NounClasses>& classes) const {
  std::array<uint64_t, kMostScenes> counts = {};
  for (size_t at = 0; at < tokens.size(); ++at) {
    SceneSet here = 0;
    if (const auto match = phrases_.Longest(tokens.data(), tokens.size(), at))
      here = by_phrase_[match.value];
    if (here == 0 && classes[at] == 0) continue;
    for (size_t i = 0; i < scenes_.size(); ++i) {
      if ((here >> i & 1) != 0 || (classes[at] & scenes_[i].classes) != 0) ++counts[i];
    }
  }
  SceneSet scenes = 0;
  for (size_t i = 0; i < scenes_.size(); ++i) {
    const uint64_t least = tokens.size() < kNote ? 1 : scenes_[i].least;
    if (counts[i] >= least && counts[i] * 1000 >= scenes_[i].share * tokens.size())
      scenes = static_cast<SceneSet>(scenes | 1u << i);
  }
  return scenes;
}

}  // namespace claimscope
