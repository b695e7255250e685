// Quotations without a cue of their own belong to the speaker nearby.
#include "claims/attributor.h"

namespace claimscope {

// More than half of it between quotation marks?
bool Attributor::Quoted(uint32_t from, uint32_t to) const {
  if (from >= to) return false;
  bool quoted = from == begin_ && sentences_[sentence_].begins_in_quote;
  uint32_t inside = 0;
  for (uint32_t i = from; i < to; ++i) {
    if (Open(i)) quoted = true;
    if (Close(i)) quoted = false;
    inside += quoted;
  }
  return inside * 2 > to - from;
}

// Quotations without a cue of their own, and text after "X wrote:", belong to the speaker nearby.
void Attributor::Carry() {
  std::vector<Attribution> all;
  all.reserve(found_.size() * 2);
  size_t next = 0;
  const Attribution* last = nullptr;
  Attribution block;  // "Here is what the General Staff posted:"
  uint32_t block_paragraphs = 0;
  bool block_open = false;
  Attribution label;  // of an interview: who is speaking
  bool labelled = false;
  uint32_t reached = UINT32_MAX;  // the sentence into which a quotation was carried last
  bool dash =
      false;  // the paragraph is a quotation behind a dash, as Polish and Ukrainian print them
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    const Sentence& sentence = sentences_[s];
    begin_ = sentence.begin;
    end_ = sentence.end;
    sentence_ = s;
    const size_t own = next;
    while (next < found_.size() && found_[next].sentence == s) ++next;
    // "- We repeat that we see no reasons. ... - said the envoy": no paper says "we" there.
    const bool dashed = end_ > begin_ && DashQuote();
    if (dashed) {
      for (size_t i = own; i < next; ++i) {
        if (found_[i].claimant == "outlet") found_[i].kind = CueKind::kThink;
      }
    }
    const bool has_say = SayIn(own, next);
    if (end_ > begin_ && tokens_[begin_].paragraph) {
      dash = dashed;
    } else if (!dash && !has_say && dashed) {
      Attribution ahead;  // inside a paragraph only what a tag ends
      dash = Ahead(s, next, &ahead) && DashBefore(ahead);
    }
    if (interview_ && own < next && Mark(found_[own].cue_begin, ':') && Label(begin_)) {
      label = found_[own];
      labelled = true;
    }
    const bool opens =
        sentence.begins_in_quote || (end_ > begin_ && Open(begin_)) || (dash && !has_say);
    if (labelled && own == next && !sentence.dateline) {
      if (label.sentence + kMaxAnswer < s) labelled = false;
      Attribution carried = label;
      CarryInto(s, end_, &carried, true);
      if (labelled) all.push_back(carried);
    } else if (opens && !CoversStart(own, next)) {
      Attribution carried;
      if (Ahead(s, next, &carried) ||
          (last != nullptr && Near(*last, s, reached + 1 == s) && (carried = *last, true))) {
        CarryInto(s, has_say ? found_[own].cue_begin : end_, &carried, true);
        if (carried.content_begin < carried.content_end) all.push_back(carried);
        reached = s;
      }
    } else if (!has_say && block_open && !sentence.dateline) {
      if (sentence.begin < tokens_.size() && tokens_[sentence.begin].paragraph) ++block_paragraphs;
      if (block_paragraphs > 2) {
        block_open = false;
      } else if (own == next) {
        Attribution carried = block;
        CarryInto(s, end_, &carried, true);
        all.push_back(carried);
      }
    }
    if (has_say) block_open = false;
    for (size_t i = own; i < next; ++i) {
      if (found_[i].back) CarryBack(found_[i], s, &all);
    }
    for (size_t i = own; i < next; ++i) all.push_back(found_[i]);
    for (size_t i = own; i < next; ++i) {
      const bool vowing =
          found_[i].kind == CueKind::kVow && tags_[found_[i].cue_begin].tag != Tag::kIng;
      // Who is quoted goes on, not the agency that relays it.
      const bool relays = found_[i].relays || (found_[i].media && last != nullptr &&
                                               last->sentence == s && !last->media);
      if (!relays &&
          (found_[i].kind == CueKind::kSay || vowing || found_[i].kind == CueKind::kSource))
        last = &found_[i];
    }
    if (end_ > begin_ && Mark(end_ - 1, ':') && own < next) {
      block = found_[own];
      for (size_t i = own; i < next; ++i) {
        if (found_[i].kind == CueKind::kSay) {
          block = found_[i];
          break;
        }
      }
      block_open = true;
      block_paragraphs = 0;
    }
  }
  found_.swap(all);
}

// `"We hold it," he said. We will not leave.`: no paper says "we" behind a quotation in one
// paragraph with it. After OneSpeech, which asks how many sentences have tags.
void Attributor::CarryOwnWords() {
  std::vector<Attribution> all;
  all.reserve(found_.size());
  Attribution last;
  size_t next = 0;
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    begin_ = sentences_[s].begin;
    end_ = sentences_[s].end;
    const size_t own = next;
    while (next < found_.size() && found_[next].sentence == s) ++next;
    const bool near = last.direct && !last.claimant.empty() && last.claimant != "outlet" &&
                      last.sentence + kMaxBack >= s &&
                      sentences_[last.sentence].paragraph == sentences_[s].paragraph;
    if (near && !SayIn(own, next) && !sentences_[s].dateline && OwnWords()) {
      Attribution carried = last;
      CarryInto(s, end_, &carried, true);
      all.push_back(std::move(carried));
    }
    for (size_t i = own; i < next; ++i) {
      if (found_[i].kind == CueKind::kSay && !found_[i].relays) last = found_[i];
      all.push_back(std::move(found_[i]));
    }
  }
  found_.swap(all);
}

// Does the sentence begin with "I", "we", "our"?
bool Attributor::OwnWords() const {
  uint32_t first = begin_;
  while (first < end_ &&
         (tokens_[first].kind != TokenKind::kWord || Has(first, Is::kBut) || Has(first, Is::kAnd)))
    ++first;
  return first < end_ && FirstPerson(tokens_[first]);
}

// "X said this in an interview.", "That is according to X.": the sentences of the paragraph before,
// or the one before, as far as nobody else says them.
void Attributor::CarryBack(const Attribution& told, uint32_t s, std::vector<Attribution>* all) {
  uint32_t paragraph = UINT32_MAX;
  for (uint32_t t = s; t-- > 0 && t + kMaxBack >= s;) {
    if (sentences_[t].dateline || sentences_[t].end <= sentences_[t].begin) return;
    if (paragraph == UINT32_MAX) paragraph = sentences_[t].paragraph;
    if (sentences_[t].paragraph != paragraph) return;
    const auto from = std::partition_point(all->begin(), all->end(),
                                           [t](const Attribution& a) { return a.sentence < t; });
    for (auto i = from; i != all->end(); ++i) {
      if (i->sentence == t && i->kind != CueKind::kThink && i->kind != CueKind::kSource) return;
    }
    Attribution carried = told;
    CarryInto(t, sentences_[t].end, &carried, false);
    carried.mode = Mode::kIndirect;
    carried.back = false;
    all->insert(from, std::move(carried));
  }
}

// Do paragraphs behind dashes list things ("- Rockets hit Oslo ... - Norway said ...") rather than
// quote? Then few have another dash before their tag.
bool Attributor::DashesList() const {
  uint32_t dashed = 0, closed = 0;
  uint32_t paragraph = UINT32_MAX;
  bool open = false;
  for (const Sentence& sentence : sentences_) {
    if (sentence.end <= sentence.begin) continue;
    const char first = tokens_[sentence.begin].mark;
    if (sentence.paragraph != paragraph) {
      paragraph = sentence.paragraph;
      open = (first == '-' || first == '~') && sentence.begin + 1 < sentence.end &&
             !tokens_[sentence.begin + 1].glued;
      dashed += open;
    }
    for (uint32_t i = sentence.begin + 1; open && i < sentence.end; ++i) {
      const bool dash = tokens_[i].mark == '~' || (tokens_[i].mark == '-' && !tokens_[i].glued);
      if (!dash) continue;
      ++closed;
      open = false;
    }
  }
  return dashed >= kListed && closed * 2 < dashed;
}

// "- We hold the town. They will not pass - said the commander.": a dash before the first word.
bool Attributor::DashQuote() const {
  return !bullets_ && (Mark(begin_, '-') || Mark(begin_, '~')) && begin_ + 1 < end_ &&
         !tokens_[begin_ + 1].glued;
}

// "... - she added.": does a dash stand between what is said and its tag?
bool Attributor::DashBefore(const Attribution& tag) const {
  const uint32_t first =
      tag.source_end > tag.source_begin ? std::min(tag.source_begin, tag.cue_begin) : tag.cue_begin;
  const uint32_t begin = sentences_[tag.sentence].begin;
  return first > begin + 1 && (tokens_[first - 1].mark == '-' || tokens_[first - 1].mark == '~');
}

bool Attributor::SayIn(size_t from, size_t to) const {
  for (size_t i = from; i < to; ++i) {
    if (found_[i].kind != CueKind::kThink) return true;
  }
  return false;
}

// Does one of the sentence's own attributions take its first words?
bool Attributor::CoversStart(size_t from, size_t to) const {
  for (size_t i = from; i < to; ++i) {
    if (found_[i].kind != CueKind::kThink && found_[i].content_begin <= begin_ + 1) return true;
  }
  return false;
}

// The tag after the quotation's end, some sentences on: `..." the governor wrote.`
bool Attributor::Ahead(uint32_t s, size_t next, Attribution* out) const {
  // The tag behind a dash has a line of its own.
  if (next < found_.size() && found_[next].sentence == s + 1 &&
      found_[next].kind == CueKind::kSay) {
    const uint32_t first = sentences_[s + 1].begin;
    if ((Mark(first, '~') || Mark(first, '-')) && found_[next].cue_begin <= first + 2) {
      *out = found_[next];
      return true;
    }
  }
  if (sentences_[s].end > sentences_[s].begin && ClosesHere(s)) {
    return false;
  }
  size_t at = next;
  for (uint32_t i = s + 1; i < sentences_.size() && i < s + kMaxQuoteSentences; ++i) {
    if (tokens_[sentences_[i].begin].paragraph) return false;
    while (at < found_.size() && found_[at].sentence < i) ++at;
    for (size_t k = at; k < found_.size() && found_[k].sentence == i; ++k) {
      if (found_[k].kind == CueKind::kSay &&
          (found_[k].content_begin <= sentences_[i].begin + 1 || DashBefore(found_[k]))) {
        *out = found_[k];
        return true;
      }
    }
    if (ClosesHere(i)) return false;
  }
  return false;
}

bool Attributor::ClosesHere(uint32_t s) const {
  // Inside a quotation, `such "deals" fail` opens and closes another.
  const uint32_t begin = sentences_[s].begin;
  int depth = tokens_[begin].kind == TokenKind::kOpenQuote ? 0 : 1;
  for (uint32_t i = begin; i < sentences_[s].end; ++i) {
    if (tokens_[i].kind == TokenKind::kOpenQuote) ++depth;
    if (tokens_[i].kind == TokenKind::kCloseQuote) --depth;
  }
  return depth <= 0;
}

// `goes_on`: the sentence before is a part of the same quotation.
bool Attributor::Near(const Attribution& last, uint32_t s, bool goes_on) const {
  if (goes_on) return last.sentence + kMaxAnswer > s;
  return last.sentence + kMaxQuoteSentences > s &&
         sentences_[s].paragraph <= sentences_[last.sentence].paragraph + kMaxQuoteSentences;
}

void Attributor::CarryInto(uint32_t s, uint32_t until, Attribution* a, bool direct) const {
  a->sentence = s;
  a->carried = true;
  a->direct = direct;
  a->mode = Mode::kDirect;
  a->content_begin = sentences_[s].begin;
  a->content_end = std::max(until, sentences_[s].begin);
  a->content2_begin = a->content2_end = 0;
  a->source_begin = a->source_end = 0;
  a->cue_begin = a->cue_end = 0;
}

}  // namespace claimscope
