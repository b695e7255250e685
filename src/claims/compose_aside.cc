// What a sentence says by the way, beside its main clause.
#include <algorithm>

#include "base/strings.h"
#include "claims/composer.h"

namespace claimscope {

constexpr uint32_t kAsked = 5;       // words for who is asked
constexpr uint32_t kFired = 5;       // words from what is launched to "from"
constexpr uint32_t kLeftReach = 6;   // words from a verb of leaving to "from"
constexpr uint32_t kVerbReach = 14;  // words from what leads a clause to its verb

// Where the clause ends that a relative or a subordinating word at `at` begins: at the comma after
// which the main clause begins or goes on, else with the sentence.
uint32_t Composer::AsideEnd(uint32_t at, uint32_t end) const {
  bool verb = false;
  int quotes = 0;
  for (uint32_t i = at + 1; i < end; ++i) {
    const Tag tag = a_.tags[i].tag;
    verb = verb || tag == Tag::kFinite;
    if (!verb && (i > at + kVerbReach || a_.tokens[i].mark == ';')) return at;
    quotes += a_.tokens[i].kind == TokenKind::kOpenQuote;
    if (a_.tokens[i].kind == TokenKind::kCloseQuote && quotes-- == 0) return i;
    if (a_.tokens[i].mark == ';') return i;
    if (a_.tokens[i].mark != ',' || !verb || i + 1 >= end) continue;
    uint32_t next = i + 1;
    while (next < end && Has(next, Is::kAdverb)) ++next;
    if (next >= end || Has(next, Is::kRelative) || Has(next, Is::kSubordinator) ||
        Has(next, Is::kAnd) || Has(next, Is::kBut))
      continue;
    if (a_.tags[next].OfClause()) return i;
    // A clause with a subject of its own: "When the army came, two men fled".
    for (uint32_t k = next; k < end && k < next + kVerbReach && a_.tokens[k].mark != ','; ++k) {
      if (a_.tags[k].tag == Tag::kFinite) return i;
    }
  }
  return verb ? end : at;
}

// "After the attack on Norway, ...", "unlike in Sweden", "than Sweden": places that something is
// measured by, or that came before.
void Composer::FindBeside(const Sentence& sentence) {
  beside_.assign(sentence.end - sentence.begin, false);
  compared_.assign(sentence.end - sentence.begin, false);
  // A phrase without a verb that leads the sentence, up to its comma; not "In Norway, ...".
  const uint32_t begin = sentence.begin;
  const std::string first = AsciiLower(Text(begin));
  // "In the face of Norway's threats, ..."
  const bool occasion = (first == "in" || first == "at") &&
                        (Has(begin + 1, Is::kOccasion) ||
                         (Has(begin + 1, Is::kArticle) && Has(begin + 2, Is::kOccasion)));
  if (occasion || first == "compared" || first == "following" ||
      ((Has(begin, Is::kPreposition) || Has(begin, Is::kSubordinator)) &&
       !Has(begin, Is::kWhere))) {
    uint32_t comma = begin;
    while (comma < sentence.end && comma < begin + kVerbReach && a_.tokens[comma].mark != ',' &&
           a_.tags[comma].tag != Tag::kFinite)
      ++comma;
    if (comma < sentence.end && a_.tokens[comma].mark == ',' && !NoFinite(comma, sentence.end))
      std::fill(beside_.begin(), beside_.begin() + (comma - begin), true);
  }
  // "called on Norway to leave Sweden": who is asked.
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    uint32_t to = a.cue_end;
    while (to < sentence.end && to < a.cue_end + kAsked && !Has(to, Is::kTo)) ++to;
    if (a.kind != CueKind::kVow || to >= sentence.end || !Has(to, Is::kTo)) continue;
    for (uint32_t at = std::max(a.cue_end, begin); at < to; ++at) beside_[at - begin] = true;
  }
  for (uint32_t at = begin; at + 1 < sentence.end; ++at) {
    const std::string_view text = Text(at);
    const auto Word = [text](std::string_view word) { return EqualsIgnoreAsciiCase(text, word); };
    // "missiles fired from Norway", "diplomats from Norway, Sweden and Finland"
    if (Word("from") && !Left(at)) {
      const bool fired = Fired(at);
      const auto goes_on = [&](uint32_t i) {
        return a_.tokens[i].capital || a_.tokens[i].glued || a_.tokens[i].mark == ',' ||
               Has(i, Is::kArticle) || Has(i, Is::kAnd) || Has(i, Is::kAdjective) ||
               (fired && (Has(i, Is::kRegionWord) || Text(i) == "in" || Text(i) == "from"));
      };
      // "fired from Norway, and Bergen was hit": the next clause.
      const auto clause = [&](uint32_t i) {
        if (a_.tokens[i].mark != ',' && !Has(i, Is::kAnd)) return false;
        uint32_t name = i + 1;
        while (name < sentence.end && (a_.tokens[name].capital || Has(name, Is::kAnd))) ++name;
        return name > i + 1 && name < sentence.end && a_.tags[name].OfClause();
      };
      for (uint32_t i = at + 1; i < sentence.end && goes_on(i) && !clause(i); ++i) {
        beside_[i - begin] = true;
        compared_[i - begin] = compared_[i - begin] || fired;
      }
    }
    // "grain bound for Norway": not there yet; arms and troops are what is told of.
    if (Word("for") && at > begin + 1 && (Text(at - 1) == "destined" || Text(at - 1) == "bound")) {
      const KnownClasses& known = pack_.lexicon.known;
      bool fights = false;
      for (uint32_t i = at - 1; i-- > begin && i + kFired >= at;)
        fights =
            fights || (classes_[i] & (weapon_ | known.troops | known.force | known.carrier)) != 0;
      for (uint32_t i = at + 1;
           !fights && i < sentence.end && (a_.tokens[i].capital || Has(i, Is::kAnd)); ++i)
        compared_[i - begin] = true;
    }
    if (const uint32_t end = PhraseEnd(at, sentence.end); end > at) {
      std::fill(beside_.begin() + (at - begin), beside_.begin() + (end - begin), true);
      at = end - 1;
      continue;
    }
    // "an area the size of Norway", "as large as Norway"
    const bool size = Word("of") && at > begin && Text(at - 1) == "size";
    const bool as =
        Word("as") && at > begin + 1 && Text(at - 2) == "as" && Has(at - 1, Is::kAdjective);
    const std::string_view before = at > begin ? Text(at - 1) : std::string_view();
    const bool bigger =
        Word("than") && (before == "smaller" || before == "larger" || before == "bigger");
    // Not "in places like Oslo".
    if (!Word("than") && !Word("unlike") && !size && !as &&
        !(Word("like") && (at == begin || a_.tokens[at - 1].mark == ',')))
      continue;
    for (++at; at < sentence.end &&
               (a_.tokens[at].capital || Has(at, Is::kPreposition) || Has(at, Is::kArticle) ||
                a_.tokens[at].glued || Text(at) == "one" || Text(at) == "those");
         ++at) {
      beside_[at - begin] = true;
      compared_[at - begin] = size || as || bigger;
    }
    --at;
  }
}

// "withdraw its troops from Norway": there, so far.
bool Composer::Left(uint32_t from) const {
  const uint32_t begin = a_.sentences[s_].begin;
  // "expelled forces from Norway from the region"
  if (from + 2 < a_.sentences[s_].end && Text(from + 2) == "from") return false;
  for (uint32_t i = from; i-- > begin && i + kLeftReach >= from;) {
    if (Has(i, Is::kLeaving)) return true;
  }
  return false;
}

// "downed drones launched from Norway": where they came from.
bool Composer::Fired(uint32_t from) const {
  const uint32_t begin = a_.sentences[s_].begin;
  bool flown = false;  // "launched overnight from"
  uint32_t nouns = 0;  // "Shahed drones", "ballistic missiles": classed where they begin
  for (uint32_t at = from, steps = 0; at-- > begin && steps < kFired; ++steps) {
    if ((classes_[at] & weapon_) != 0) return flown || !NoFinite(begin, from);
    flown = flown || Has(at, Is::kVerbPart);
    const bool passed = Has(at, Is::kVerbPart) || Has(at, Is::kAdverb) || Has(at, Is::kTimeWord);
    if (!passed && (++nouns > 2 || a_.tokens[at].kind != TokenKind::kWord)) return false;
  }
  return false;
}

// "amid the war in Norway", "over its invasion of Norway": where the phrase ends that the word at
// `at` begins and that no verb makes a clause; `at`: none begins.
uint32_t Composer::PhraseEnd(uint32_t at, uint32_t end) const {
  const bool over = Text(at) == "over" && at + 1 < end && Has(at + 1, Is::kPossessive);
  if (!over && !Has(at, Is::kCircumstance)) return at;
  if (Text(at) == "ahead" && at + 1 < end && Text(at + 1) != "of") return at;  // "goes ahead"
  uint32_t joint = at;
  for (uint32_t i = at + 1; i < end; ++i) {
    const Token& token = a_.tokens[i];
    if (a_.tags[i].OfClause() || a_.tags[i].tag == Tag::kIng) return joint;
    if (token.mark == ',' || token.mark == ';' || token.kind == TokenKind::kCloseQuote) return i;
    if (Has(i, Is::kAnd)) joint = i;
  }
  return end;
}

void Composer::FindAsides(const Sentence& sentence) {
  FindBeside(sentence);
  asides_.assign(sentence.end - sentence.begin, false);
  whos_.clear();
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const bool first = at == sentence.begin;
    const bool parted = first || a_.tokens[at - 1].mark == ',' || Has(at - 1, Is::kPreposition);
    const bool relative =
        Has(at, Is::kRelative) && !Has(at, Is::kArticle) && !first &&
        (parted || a_.tags[at + 1 < sentence.end ? at + 1 : at].tag != Tag::kNone);
    if (!relative && !Has(at, Is::kSubordinator)) continue;
    // "The visit comes as ...": what is said; so is a sentence that is nothing else.
    const bool said = !first && a_.tags[at - 1].tag == Tag::kFinite && !a_.tags[at - 1].passive &&
                      !pack_.lexicon.cue_phrases.Starts(a_.tokens[at - 1]);
    const uint32_t end = AsideEnd(at, sentence.end);
    if (said || (first && end == sentence.end)) continue;
    // "Petro Koval, who visited Norway last week, said": not where what he said happens.
    const bool visits = Text(at) == "who" && at > sentence.begin + 1 &&
                        a_.tokens[at - 1].mark == ',' && a_.tokens[at - 2].capital &&
                        end < sentence.end && a_.tokens[end].mark == ',';
    if (visits) whos_.push_back({at, end});
    for (; at < end; ++at) asides_[at - sentence.begin] = true;
  }
}

}  // namespace claimscope
