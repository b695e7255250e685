// What stands before a colon, or behind the dash of a headline: who speaks, without a verb of
// speech.
#include "claims/attributor.h"

namespace claimscope {

// "KOVAL: We hold the town.": the colon after a name at the head of a paragraph; 0: none.
uint32_t Attributor::Label(uint32_t at) const {
  const auto limit = static_cast<uint32_t>(tokens_.size());
  if (!tokens_[at].paragraph) return 0;
  if (tokens_[at].kind == TokenKind::kOpenQuote) ++at;
  bool capitals = true;
  for (uint32_t i = at; i < limit && i < at + 5; ++i) {
    if (i > at && tokens_[i].paragraph) return 0;
    if (tokens_[i].mark == ':')
      return i > at && capitals && i + 1 < limit && !tokens_[i + 1].paragraph ? i : 0;
    capitals = capitals && (tokens_[i].NameLike() || tokens_[i].all_caps || tokens_[i].mark == '.');
  }
  return 0;
}

// Are most of what is printed answers and questions, each behind the name of who speaks?
void Attributor::FindInterview() {
  uint32_t labels = 0;
  std::vector<uint32_t> names;
  for (const Sentence& sentence : sentences_) {
    const uint32_t colon = sentence.begin < sentence.end ? Label(sentence.begin) : 0;
    if (colon == 0) continue;
    ++labels;
    const uint32_t name = tokens_[colon - 1].hash;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  // A speaker comes again, a heading ("Weather: ...") does not.
  interview_ = labels >= 3 && labels > names.size();
}

// `Lavrov: "..."` and `Zelensky: Russia will ...` without a verb of speech.
void Attributor::Colon() {
  if (interview_) {
    if (const uint32_t colon = Label(begin_)) {
      found_.resize(first_);
      Attribution a = Make(colon, colon + 1, CueKind::kSay);
      a.source_begin = Open(begin_) ? begin_ + 1 : begin_;
      a.source_end = colon;
      a.content_begin = colon + 1;
      a.content_end = end_;
      Push(std::move(a));
      return;
    }
  }
  if (found_.size() > first_ || Predicate()) return;
  for (uint32_t i = begin_ + 1; i < end_ && i < begin_ + 9; ++i) {
    if (tags_[i].tag == Tag::kFinite) return;
    if (!Mark(i, ':')) continue;
    const bool quote = Open(i + 1);
    if (!speakers_.HasActor(begin_, i, quote)) return;
    Attribution a = Make(i, i + 1, CueKind::kSay);
    a.source_begin = begin_;
    a.source_end = i;
    a.content_begin = i + 1;
    a.content_end = end_;
    Push(std::move(a));
    return;
  }
}

// "... — mayor", "... - Kyiv": the tag of a headline.
void Attributor::HeadlineTag() {
  if (found_.size() > first_ || end_ - begin_ < 5 || Mark(end_ - 1, '.')) return;
  for (uint32_t i = end_ - 1; i > begin_ + 2 && end_ - i < 9; --i) {
    if (!Mark(i, '~')) continue;
    if (!speakers_.HasActor(i + 1, end_, false) && !speakers_.HasRole(i + 1, end_)) return;
    Attribution a = Make(i, i + 1, CueKind::kSay);
    a.source_begin = i + 1;
    a.source_end = end_;
    a.content_begin = begin_;
    a.content_end = i;
    Push(std::move(a));
    return;
  }
}

// `The mayor was blunt: "We will not leave."`: a quotation of some length, and before the colon
// what is told of who speaks.
bool Attributor::Predicate() {
  uint32_t colon = begin_ + 2;
  while (colon < end_ && !Mark(colon, ':') && !Open(colon)) ++colon;
  if (colon + kMinQuote >= end_ || !Mark(colon, ':') || !Open(colon + 1)) return false;
  for (uint32_t i = colon + 2; i < colon + kMinQuote; ++i) {
    if (Close(i)) return false;
  }
  Attribution a = Make(colon, colon + 1, CueKind::kSay);
  if (!MainSubject(colon, &a) ||
      !speakers_.Resolve(a.source_begin, a.source_end, begin_, end_, sentence_, false).person)
    return false;
  a.content_begin = colon + 1;
  a.content_end = end_;
  Push(std::move(a));
  return found_.size() > first_;
}

}  // namespace claimscope
