#include "claims/headline_run.h"

namespace claimscope {
namespace {

constexpr uint32_t kLeastNames = 5;  // words with a capital
constexpr uint32_t kLongest = 40;    // tokens

// What a headline may leave without a capital.
bool Small(const Token& token) {
  constexpr WordClasses kSmall = Bit(Is::kArticle) | Bit(Is::kPreposition) | Bit(Is::kAnd) |
                                 Bit(Is::kTo) | Bit(Is::kBut) | Bit(Is::kSubordinator);
  return token.glued || (token.end - token.begin <= 4 && (token.classes & kSmall) != 0);
}

// A word that no name holds: "Won't", "Says", "Urges".
bool PlainVerb(const Token& token) {
  constexpr WordClasses kVerb =
      Bit(Is::kVerbS) | Bit(Is::kModal) | Bit(Is::kBeForm) | Bit(Is::kHaveForm);
  constexpr WordClasses kElse = Bit(Is::kNounToo) | Bit(Is::kNounMostly) | Bit(Is::kAdjective) |
                                Bit(Is::kMale) | Bit(Is::kFemale) | Bit(Is::kMonth) |
                                Bit(Is::kPreposition);
  return !token.all_caps && !token.glued && (token.classes & kElse) == 0 &&
         (token.classes & kVerb) != 0;
}

// A word that begins a sentence and is small inside a headline: "The", "On", "It".
bool Opens(const Token& token) {
  constexpr WordClasses kOpen = Bit(Is::kArticle) | Bit(Is::kPreposition) | Bit(Is::kSubordinator) |
                                Bit(Is::kPronoun) | Bit(Is::kTo);
  return token.capital && token.end - token.begin <= 3 && (token.classes & kOpen) != 0 &&
         !token.Has(Is::kAdverb);
}

// Of the words with a capital before `stop`, the one with which the sentence begins.
uint32_t SentenceBegin(const Tokens& tokens, uint32_t verb, uint32_t stop) {
  for (uint32_t i = stop; i-- > verb + 2;) {
    const bool title = tokens[i].Has(Is::kTitle) && !tokens[i - 1].Has(Is::kTitle);
    if (tokens[i].capital && !tokens[i].glued && (Opens(tokens[i]) || title)) return i;
  }
  uint32_t at = stop;
  while (at > verb + 2 && (!tokens[at].capital || tokens[at].glued)) --at;
  while (at > verb + 2 && tokens[at].NameLike() && tokens[at - 1].NameLike()) --at;
  return at;
}

}  // namespace

uint32_t HeadlineRun(const Tokens& tokens, uint32_t begin) {
  uint32_t names = 0, verb = 0, stop = begin;
  const auto end = static_cast<uint32_t>(tokens.size());
  for (; stop < end && stop < begin + kLongest; ++stop) {
    const Token& token = tokens[stop];
    if (stop > begin && token.paragraph) return begin;
    if (token.mark == '.' || token.mark == '!' || token.mark == '?') return begin;
    if (token.kind != TokenKind::kWord) continue;
    if (!token.capital && !Small(token)) break;
    if (verb == 0 && stop > begin && token.capital && PlainVerb(token)) verb = stop;
    names += token.capital && !token.glued && !token.all_caps;
  }
  if (verb == 0 || names <= kLeastNames || stop >= end || tokens[stop].paragraph) return begin;
  if (tokens[stop].kind != TokenKind::kWord || tokens[stop].capital) return begin;
  const uint32_t at = SentenceBegin(tokens, verb, stop);
  return at > verb + 1 && at < stop ? at : begin;
}

}  // namespace claimscope
