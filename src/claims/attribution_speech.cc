// A whole text that is what one man said: "Full text of Koval's speech in Oslo. Our army will ...".
#include <algorithm>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "claims/attributor.h"

namespace claimscope {
namespace {

constexpr uint32_t kHead = 2;            // sentences that may tell whose text it is
constexpr uint32_t kTextHead = 10;       // or that may say: "the full text of his speech"
constexpr uint32_t kLeastSentences = 8;  // of a text that is a speech
constexpr uint32_t kFirstPerson = 4;     // one sentence in so many at least has "I" or "we"
constexpr uint32_t kTold = 4;            // at most one in so many is somebody's by a tag
constexpr uint32_t kOwnerWords = 4;
constexpr uint32_t kMadeReach = 8;

}  // namespace

// Whose speech, statement or letter the sentence at hand announces; an empty source: nobody's.
bool Attributor::Announced(Attribution* a) {
  for (uint32_t at = begin_ + 1; at < end_; ++at) {
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end_, at);
    if (!role || (role.value & kRoleWord) == 0) continue;
    // "Koval's speech"
    uint32_t owner = at;
    while (owner > begin_ + 1 && at - owner < kOwnerWords &&
           tokens_[owner].kind == TokenKind::kWord && !tokens_[owner].glued)
      --owner;
    if (tokens_[owner].glued && EndsWith(Text(owner), "s")) {
      a->source_end = owner;
      a->source_begin = NounPhraseStart(owner);
      return true;
    }
    // "a statement by Koval", "the speech was made by Koval"
    for (uint32_t i = at + role.length; i < end_ && i < at + kMadeReach; ++i) {
      if (tokens_[i].kind != TokenKind::kWord) break;
      if (Text(i) != "by") continue;
      a->source_begin = i + 1;
      a->source_end = NounPhraseEnd(i + 1);
      return a->source_end > a->source_begin;
    }
    // "Koval delivered a speech"
    return MainSubject(at, a) && a->source_end > a->source_begin;
  }
  return false;
}

// "I", "we", "our"; not "US".
bool Attributor::FirstPerson(const Token& token) {
  return token.Has(Is::kFirstPerson) && !token.all_caps;
}

// Such a word outside of quotation marks.
bool Attributor::InFirstPerson(const Sentence& sentence) const {
  if (sentence.begins_in_quote) return false;
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kOpenQuote) return false;
    if (FirstPerson(token)) return true;
  }
  return false;
}

// "The full text of Koval's speech follows".
bool Attributor::FullText() const {
  for (uint32_t at = begin_; at + 1 < end_; ++at) {
    if (Text(at) == "text" && Text(at + 1) == "of") return true;
  }
  return false;
}

// "The full text of his speech comes as follows: ...": what it tells of stands behind it.
bool Attributor::Follows() const {
  for (uint32_t at = begin_; at < end_; ++at) {
    if (Mark(at, ':') || Text(at) == "follows" || Text(at) == "below") return true;
  }
  return false;
}

// "his speech", "her statement": of who has spoken last before the sentence at hand.
bool Attributor::SpokeLast(Attribution* speech) const {
  bool his = false;
  for (uint32_t at = begin_; at + 1 < end_ && !his; ++at) {
    his = Has(at, Is::kPossessive) && !tokens_[at].glued && !FirstPerson(tokens_[at]) &&
          lexicon_.IsRole(tokens_, end_, at + 1, kRoleWord);
  }
  if (!his) return false;
  const Attribution* last = nullptr;
  for (const Attribution& a : found_) {
    if (a.sentence >= sentence_) break;
    if (a.named && a.kind != CueKind::kThink && a.side != Side::kOutlet) last = &a;
  }
  if (last == nullptr) return false;
  speech->claimant = last->claimant;
  speech->side = last->side;
  speech->named = true;
  return true;
}

void Attributor::OneSpeech() {
  if (sentences_.size() < kLeastSentences || interview_) return;
  Attribution speech;
  uint32_t head = 0;
  bool whole = false;  // what follows is said to be the speech
  for (; head < kTextHead && head < sentences_.size() && speech.claimant.empty(); ++head) {
    sentence_ = head;
    begin_ = sentences_[head].begin;
    end_ = sentences_[head].end;
    const bool full = FullText();
    if (head >= kHead && !full) continue;
    speech = {};
    whole = full && Follows();
    if (whole && SpokeLast(&speech)) continue;
    if (!Announced(&speech) || !speakers_.HasActor(speech.source_begin, speech.source_end, true))
      continue;
    const Speaker speaker =
        speakers_.Resolve(speech.source_begin, speech.source_end, begin_, end_, head, false);
    speech.claimant = speaker.claimant;
    speech.side = speaker.side;
    speech.named = speaker.named;
  }
  if (speech.claimant.empty() || speech.side == Side::kOutlet) return;
  // "I hope", "we say"
  const auto own = [this](const Attribution& a) {
    return a.source_end == a.source_begin + 1 && tokens_[a.source_begin].Has(Is::kFirstPerson);
  };
  size_t first_person = 0, told = 0, next = 0;
  std::vector<bool> taken(sentences_.size());
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    for (; next < found_.size() && found_[next].sentence <= s; ++next)
      taken[s] = taken[s] || (found_[next].kind != CueKind::kThink && !own(found_[next]));
    told += taken[s];
    first_person += InFirstPerson(sentences_[s]);
  }
  const bool his = first_person * kFirstPerson >= sentences_.size();
  if ((!his && !whole) || told * kTold > sentences_.size()) return;
  const auto told_by_him = [&](const Attribution& a) {
    return a.sentence >= head && a.kind != CueKind::kThink && own(a);
  };
  found_.erase(std::remove_if(found_.begin(), found_.end(), told_by_him), found_.end());
  for (uint32_t s = head; s < sentences_.size(); ++s) {
    if (taken[s] || sentences_[s].dateline) continue;
    Attribution carried = speech;
    CarryInto(s, sentences_[s].end, &carried, true);
    found_.push_back(std::move(carried));
  }
  StableSort(&found_,
             [](const Attribution& x, const Attribution& y) { return x.sentence < y.sentence; });
}

}  // namespace claimscope
