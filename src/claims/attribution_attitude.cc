// What people think, want or feel, where no claim stands on it: read for the layer of attributions
// alone, after all that is said has been found.
#include "claims/attributor.h"

namespace claimscope {

void ReadAttitudes(Attributor* attributor) { attributor->Attitudes(); }

void Attributor::Attitudes() {
  std::vector<Attribution> all;
  all.reserve(found_.size() * 2);
  size_t next = 0;
  std::vector<bool> taken;
  bool inside = false;
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    begin_ = sentences_[s].begin;
    end_ = sentences_[s].end;
    sentence_ = s;
    taken.assign(end_ - begin_, false);
    const auto Take = [&](uint32_t from, uint32_t to) {
      for (uint32_t i = std::max(from, begin_); i < std::min(to, end_); ++i)
        taken[i - begin_] = true;
    };
    first_ = all.size();
    for (; next < found_.size() && found_[next].sentence == s; ++next) {
      const Attribution& a = found_[next];
      Take(a.source_begin, a.source_end);
      Take(a.cue_begin, a.cue_end);
      Take(a.content_begin, a.content_end);
      Take(a.content2_begin, a.content2_end);
      all.push_back(a);
    }
    if (!sentences_[s].dateline) AttitudesIn(taken, &all);
    inside = LooseQuote(inside, next, &all);
    LooseBetween(next, &all);
  }
  found_.swap(all);
}

void Attributor::AttitudesIn(const std::vector<bool>& taken, std::vector<Attribution>* out) {
  bool quoted = sentences_[sentence_].begins_in_quote;
  uint32_t from = begin_;
  if (const uint32_t colon = sentence_ == 0 ? Label(begin_) : 0; colon != 0 && !taken[0]) {
    Attribution a = Make(colon, colon + 1, CueKind::kThink);
    a.source_begin = begin_;
    a.source_end = colon;
    a.content_begin = colon + 1;
    a.content_end = from = end_;
    out->push_back(std::move(a));
  }
  for (uint32_t at = begin_; at < end_; ++at) {
    if (Open(at)) quoted = true;
    if (Close(at)) quoted = false;
    if (quoted || at < from || taken[at - begin_] || tokens_[at].kind != TokenKind::kWord) continue;
    Attribution a;
    bool found = false;
    uint32_t cue_end = at;
    if (const auto verb = lexicon_.attitude_verbs.Longest(tokens_.data(), end_, at);
        verb && tags_[at].tag != Tag::kNone) {
      cue_end = at + verb.length;
      a = Make(at, cue_end, CueKind::kThink);
      found = AttitudeVerb(at, cue_end, &a);
    } else if (const auto word = lexicon_.attitude_words.Longest(tokens_.data(), end_, at);
               word && (tags_[at].tag == Tag::kNone || tags_[at].passive)) {
      cue_end = at + word.length;
      a = Make(at, cue_end, CueKind::kThink);
      found = AttitudeWord(at, cue_end, static_cast<AttitudeKind>(word.value), &a);
    }
    if (!found || a.content_begin >= a.content_end) continue;
    if (a.source_end > a.source_begin) {
      const Speaker speaker =
          speakers_.Resolve(a.source_begin, a.source_end, begin_, end_, sentence_, false);
      a.claimant = speaker.claimant;
      a.side = speaker.side;
      a.named = speaker.named;
    }
    from = std::max(cue_end, std::max(a.content_end, a.content2_end));
    out->push_back(std::move(a));
  }
}

// Where a thought that begins at `from` ends: at a mark, at "but" and the like, or, for one told
// with "that", as what is said does.
uint32_t Attributor::ThoughtEnd(uint32_t from) const {
  if (IsThat(from)) {
    const uint32_t end = ContentEnd(from);
    return Mark(end - 1, '.') ? end - 1 : end;
  }
  for (uint32_t i = from; i < end_; ++i) {
    if (Open(i)) {
      while (i < end_ && !Close(i)) ++i;
      continue;
    }
    if (Mark(i, ';') || Mark(i, '~') || Mark(i, ':') || Has(i, Is::kBut)) return i;
    if (Mark(i, '.') && i + 1 >= end_) return i;
    if (Mark(i, ',') && !NameList(i)) return i;
    if (i > from && Has(i, Is::kSubordinator) && !Has(i, Is::kPreposition) &&
        !Has(i, Is::kQuestion) && !IsThat(i))
      return i;
  }
  return end_;
}

// "... by X" after a passive.
void Attributor::ByWhom(Attribution* a) const {
  for (uint32_t i = a->cue_end; i < end_ && i < a->cue_end + kMaxNounPhrase; ++i) {
    if (Mark(i, ',') || Mark(i, ';')) return;
    if (Text(i) != "by") continue;
    const uint32_t stop = NounPhraseEnd(i + 1);
    if (stop == i + 1) return;
    a->source_begin = i + 1;
    a->source_end = stop;
    return;
  }
}

bool Attributor::AttitudeVerb(uint32_t at, uint32_t cue_end, Attribution* a) {
  const TagInfo& tag = tags_[at];
  uint32_t follow = cue_end;
  if (Mark(follow, ':') || (Mark(follow, ',') && Open(follow + 1))) ++follow;
  a->content_begin = follow;
  a->content_end = ThoughtEnd(follow);
  switch (tag.tag) {
    case Tag::kFinite: {
      const uint32_t group = GroupStart(at);
      if (group == begin_) return false;
      Attribution subject;
      if (!Subject(group, &subject) && !MainSubject(group, &subject) && tag.passive) return false;
      if (!tag.passive) {
        a->source_begin = subject.source_begin;
        a->source_end = subject.source_end;
        // "The region is divided, other studies have shown."
        if (a->content_begin >= a->content_end && a->source_begin > begin_ + 1 &&
            (Mark(a->source_begin - 1, ',') || Text(a->source_begin - 1) == "as")) {
          a->content_begin = begin_;
          a->content_end = a->source_begin - 1;
        }
        return true;
      }
      a->content2_begin = a->content_begin;
      a->content2_end = a->content_end;
      a->content_begin = subject.source_begin;
      a->content_end = subject.source_end;
      ByWhom(a);
      if (a->source_begin < a->source_end) {
        if (a->source_begin == a->cue_end + 1)
          a->content2_begin = a->content2_end = 0;
        else if (a->content2_end > a->source_begin)
          a->content2_end = a->source_begin - 1;
      }
      return true;
    }
    case Tag::kInfinitive:
    case Tag::kIng:
      if (at == begin_) return tag.tag == Tag::kIng;
      MainSubject(at, a);
      return true;
    case Tag::kParticiple:
      if (Text(cue_end) != "by") return false;
      ByWhom(a);
      if (a->source_begin >= a->source_end) return false;
      a->content_end = at;
      a->content_begin = NounPhraseStart(at);
      return true;
    default:
      return false;
  }
}

// "the president's plan", "their hope": whose it is.
void Attributor::OwnerBefore(uint32_t at, Attribution* a) const {
  for (uint32_t i = at; i-- > begin_ && i + 4 > at;) {
    if (tokens_[i].kind != TokenKind::kWord || tags_[i].tag != Tag::kNone) return;
    if (Text(i) == "'s" || Text(i) == "’s") {
      a->source_begin = NounPhraseStart(i);
      a->source_end = i;
      return;
    }
    if (Has(i, Is::kPossessive) && !Has(i, Is::kRelative)) {
      a->source_begin = i;
      a->source_end = i + 1;
      return;
    }
    if (Has(i, Is::kArticle) || Has(i, Is::kPreposition)) return;
  }
}

bool Attributor::AttitudeWord(uint32_t at, uint32_t cue_end, AttitudeKind kind, Attribution* a) {
  const bool to =
      Has(cue_end, Is::kTo) && tags_[cue_end + 1 < end_ ? cue_end + 1 : at].tag == Tag::kInfinitive;
  const std::string_view next = Text(cue_end);
  if (kind == AttitudeKind::kAdverb) {
    a->content_begin = cue_end;
    a->content_end = ThoughtEnd(cue_end);
    return true;
  }
  const bool opens = IsThat(cue_end) || to || next == "about" || next == "of" || next == "over" ||
                     next == "on" || next == "for" || next == "against" || next == "with" ||
                     next == "at" || next == "in";
  // "Her hope is that ...": what she hopes stands behind the verb.
  const bool is = kind == AttitudeKind::kNoun && Has(cue_end, Is::kBeForm) &&
                  (IsThat(cue_end + 1) || Has(cue_end + 1, Is::kTo));
  if (!opens && !is) return false;
  if (kind == AttitudeKind::kAdjective) {
    // It follows "is", "seems": "is afraid that", "were willing to".
    uint32_t verb = at;
    while (verb > begin_ && (Has(verb - 1, Is::kAdverb) || Has(verb - 1, Is::kNegation))) --verb;
    if (verb == begin_ ||
        !(Finite(verb - 1) || tags_[verb - 1].tag == Tag::kAuxiliary || tags_[at].passive))
      return false;
    MainSubject(at, a);
  } else {
    OwnerBefore(at, a);
  }
  a->content_begin = is ? cue_end + 1 : cue_end;
  a->content_end = ThoughtEnd(a->content_begin);
  return true;
}

}  // namespace claimscope
