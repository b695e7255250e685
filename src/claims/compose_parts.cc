// Which pieces of a sentence are claims of their own, and of what kind.
#include "base/strings.h"
#include "claims/composer.h"

#include <algorithm>

namespace claimscope {

// An article is political when at least one sentence in so many clearly is.
constexpr uint32_t kPoliticalShare = 5;
constexpr uint32_t kStatement = 11;  // words of a statement of policy and who makes it
constexpr uint32_t kSupposed = 12;   // words that "if" reaches

Composer::Part Composer::Look(const Piece& piece) const {
  Part part;
  part.piece = piece;
  uint32_t from = piece.begin, to = piece.end;
  // What is said decides the kind, not who says it where.
  if (const Attribution* a = AttributionOf(piece.begin, piece.end);
      a != nullptr && a->cue_end > a->cue_begin && a->content2_begin == a->content2_end) {
    // "called on Norway to": what is asked of whom is what is told.
    const bool asks = a->kind == CueKind::kVow && !Has(a->cue_end, Is::kTo);
    const uint32_t told = asks ? a->cue_begin : a->content_begin;
    const uint32_t begin = std::max(from, told), end = std::min(to, a->content_end);
    if (end >= begin + 4 && (end - begin) * 3 >= to - from) {
      from = begin;
      to = end;
    }
  }
  const Sentence& sentence = a_.sentences[s_];
  part.kind = MainKind(from == sentence.begin && to == sentence.end ? judged_[s_] : Judge(from, to),
                       from, to);
  for (uint32_t at = piece.begin; at < piece.end; ++at) {
    const Tag tag = a_.tags[at].tag;
    part.verb =
        part.verb || tag == Tag::kFinite || (tag == Tag::kIng && piece.joint == Joint::kParticiple);
  }
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin >= piece.begin && mention.begin < piece.end && !mention.is_time &&
        (!mention.article || (mention.classes & weapon_) != 0)) {
      part.figure = true;
    }
  }
  for (size_t d = date_begin_; d < date_end_; ++d) {
    if (a_.dates[d].begin >= piece.begin && a_.dates[d].begin < piece.end &&
        a_.dates[d].days.known())
      part.dated = true;
  }
  for (size_t p = place_begin_; p < place_end_; ++p) {
    if (a_.places[p].begin >= piece.begin && a_.places[p].begin < piece.end && a_.places[p].located)
      part.placed = true;
  }
  return part;
}

KindFinding Composer::Judge(uint32_t from, uint32_t to) const {
  return pack_.kinds.Judge(a_.tokens, a_.tags, classes_, words_, scenes_, from, to);
}

// "If Norway attacks, the base is in danger", "may begin if Norway is attacked": what may be is no
// event.
bool Composer::Supposed(uint32_t from, uint32_t at) const {
  for (uint32_t i = at, steps = 0; i >= from && steps < kSupposed; --i, ++steps) {
    if (a_.tokens[i].mark == ',') return false;
    const std::string_view word = Text(i);
    if (EqualsIgnoreAsciiCase(word, "if") || EqualsIgnoreAsciiCase(word, "unless"))
      return !Has(i + 1, Is::kVerbPart) && (i == from || !Has(i - 1, Is::kSpeech));
    if (i == 0) break;
  }
  return false;
}

// The predicate of the main clause tells the kind; what stands beside it does only where that says
// nothing, and by a verb of its own.
KindFinding Composer::MainKind(const KindFinding& found, uint32_t from, uint32_t to) const {
  const bool event = pack_.kinds.Traits(found.kind).event;
  const auto aside = [&](uint32_t at) {
    return Aside(at) || Beside(at) || (event && Supposed(from, at));
  };
  if (found.weight == 0 || !aside(found.trigger)) return found;
  KindFinding main;
  main.kind = pack_.kinds.rest();
  for (uint32_t at = from; at < to;) {
    uint32_t end = at;
    while (end < to && !aside(end)) ++end;
    if (end > at) {
      const KindFinding here = Judge(at, end);
      if (here.weight > main.weight) main = here;
    }
    for (at = std::max(end, at); at < to && aside(at);) ++at;
  }
  const bool may_be = event && Supposed(from, found.trigger);
  return main.weight >= kClear || found.weight <= kTopic || may_be ? main : found;
}

// What the verb of `told` makes of what the piece counts first: of tanks that were destroyed, and
// of soldiers.
KindFinding Composer::KindOfCounted(const Part& part, const KindFinding& told) const {
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < part.piece.begin || mention.begin >= part.piece.end) continue;
    if (counted_[q] == 0) break;
    const KindFinding found = pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, told.trigger,
                                                      counted_[q] | kNumberClass);
    return found.weight > 0 ? found : told;
  }
  return told;
}

// "12 shells, 40 mines and 9 rockets were fired": the verb behind the last is that of all.
void Composer::InheritBack(std::vector<Part>* parts) const {
  for (size_t last = 1; last < parts->size(); ++last) {
    const Part& told = (*parts)[last];
    const uint32_t begin = told.piece.begin;
    if (told.piece.joint != Joint::kFigure || !told.kind.by_verb ||
        !(Has(begin, Is::kAnd) || Has(begin - 1, Is::kAnd)))
      continue;
    uint32_t verb = begin;
    while (verb < told.piece.end && a_.tags[verb].tag != Tag::kFinite) ++verb;
    if (verb == told.piece.end || !a_.tags[verb].passive) continue;
    for (size_t i = last; i-- > 0;) {
      Part& part = (*parts)[i];
      if (!part.figure || !CountsFirst(part.piece) ||
          (part.piece.joint != Joint::kFigure && part.piece.joint != Joint::kStart))
        break;
      part.verb = true;
      part.shares = last + 1 == parts->size();  // else figures are told by region
      part.kind = KindOfCounted(part, told.kind);
      if (part.piece.joint == Joint::kStart) break;
    }
  }
}

// "Forty were killed and 20 wounded in Oslo on Monday": where and when the last of the figures is
// told, if no other is, holds for all.
void Composer::ShareTail(std::vector<Part>* parts) const {
  // "Two were killed and five were hurt when a drone hit a bus in Oslo on Monday"
  for (size_t i = parts->size(); i-- > 1;) {
    Part& part = (*parts)[i - 1];
    const Part& next = (*parts)[i];
    const bool when = next.piece.joint == Joint::kSubordinate && Text(next.piece.begin) == "when";
    const bool again = next.piece.joint == Joint::kClauses && next.kind.kind == part.kind.kind &&
                       next.figure && next.kind.weight >= kStrong && part.kind.weight >= kStrong;
    part.shares = part.shares || ((when || again) && (next.placed || next.dated || next.shares));
  }
  for (size_t last = parts->size(); last-- > 1;) {
    if ((*parts)[last].piece.joint != Joint::kFigure) continue;
    bool tail = (*parts)[last].placed || (*parts)[last].dated || (*parts)[last].shares;
    // Not with a verb of its own, nor of a part: "11 of them over Oslo".
    for (uint32_t at = (*parts)[last].piece.begin; at < (*parts)[last].piece.end && tail; ++at) {
      tail = a_.tags[at].tag != Tag::kAuxiliary && Text(at) != "them" &&
             (a_.tags[at].tag != Tag::kFinite || Has(at, Is::kVerbPart));
    }
    size_t first = last;
    bool own = false;
    while (first > 0 && (*parts)[first].piece.joint == Joint::kFigure) {
      --first;
      const Part& part = (*parts)[first];
      own = own || part.placed || part.dated;
      for (uint32_t at = part.piece.end; at-- > part.piece.begin && !own;)
        own = Text(at) == "in" || Text(at) == "near";  // "in the area of the brigade"
    }
    for (size_t i = first; i < last && tail && !own; ++i) (*parts)[i].shares = true;
    last = first + 1;
  }
}

// Does a figure stand in the piece as a subject, with no verb after it and behind no preposition?
bool Composer::CountsFirst(const Piece& piece) const {
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < piece.begin || mention.begin >= piece.end) continue;
    for (uint32_t at = mention.begin; at < piece.end; ++at) {
      if (a_.tags[at].tag == Tag::kFinite) return false;
    }
    return mention.begin == piece.begin || !Has(mention.begin - 1, Is::kPreposition);
  }
  return false;
}

// "Put their losses at 22 tanks", "killed 40 soldiers and two tanks": things are lost as things
// are, whatever the word is for people.
void Composer::LoseThings(Part* part) const {
  if (part->kind.weight == 0 || lose_word_ == 0) return;
  const uint32_t trigger = part->kind.trigger;
  const NounClasses lost =  // "losses", "enemy losses"
      classes_[trigger] | (trigger + 1 < classes_.size() ? classes_[trigger + 1] : 0);
  const bool own = trigger >= part->piece.begin && trigger < part->piece.end;
  const bool listed = part->piece.joint == Joint::kFigure && !own &&
                      !pack_.kinds.Traits(part->kind.kind).unit.empty();
  if (!listed && (part->kind.by_verb || (lost & pack_.lexicon.known.casualty) == 0)) return;
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < part->piece.begin || mention.begin >= part->piece.end) continue;
    if ((counted_[q] & weapon_) == 0 || (counted_[q] & pack_.lexicon.known.people) != 0) return;
    KindFinding found = pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, part->kind.trigger,
                                                counted_[q] | kNumberClass, lose_word_);
    found.by_verb = false;
    if (found.weight > 0) part->kind = found;
    return;
  }
}

// A figure piece has the verb of the piece that it goes on.
void Composer::InheritVerbs(std::vector<Part>* parts) const {
  InheritBack(parts);
  for (size_t i = 1; i < parts->size(); ++i) {
    Part& part = (*parts)[i];
    if (part.piece.joint != Joint::kFigure && part.piece.joint != Joint::kIncluding) continue;
    const Part& head = (*parts)[i - 1];
    if (part.piece.quantity < 0) continue;
    part.verb = part.verb || head.verb;
    const NounClasses counted = counted_[static_cast<size_t>(part.piece.quantity)];
    // "with 50 of them shot down" has a verb of its own.
    const bool own_verb =
        (part.kind.by_verb || Text(part.piece.begin) == "with") && part.kind.weight >= kClear;
    if (own_verb) continue;
    KindFinding found;
    if (counted != 0 && head.kind.by_verb) {
      found = pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, head.kind.trigger,
                                      counted | kNumberClass);
    }
    if (found.weight == 0 && head.kind.weight > 0) found = head.kind;
    if (found.weight > 0) part.kind = found;
  }
  for (Part& part : *parts) LoseThings(&part);
}

void Composer::Merge(std::vector<Part>* parts) const {
  size_t kept = 0;
  for (Part& part : *parts) {
    if (kept > 0 && !Apart((*parts)[kept - 1], part)) {
      Part& last = (*parts)[kept - 1];
      last.piece.end = part.piece.end;
      last.verb = last.verb || part.verb;
      last.figure = last.figure || part.figure;
      last.dated = last.dated || part.dated;
      last.placed = last.placed || part.placed;
      if (!Cites(part) &&
          part.kind.weight > last.kind.weight + (part.piece.joint == Joint::kMain ? 0 : 2))
        last.kind = part.kind;
      continue;
    }
    // "retook two villages and moved ten kilometres": what no rule knows goes on with what was
    // said.
    if (kept > 0 && part.kind.weight == 0 && (part.piece.joint == Joint::kVerbs || Adds(part)))
      part.kind = (*parts)[kept - 1].kind;
    (*parts)[kept++] = part;
  }
  parts->resize(kept);
}

// Does the piece make a claim of its own, beside the one before?
bool Composer::Apart(const Part& before, const Part& part) const {
  const int weight = part.kind.weight;
  const bool other_kind = part.kind.kind != before.kind.kind;
  const KindTraits& traits = pack_.kinds.Traits(part.kind.kind);
  const bool both = before.verb && part.verb && Words(before) >= 4 && Words(part) >= 4;
  // "killing three people | and wounding four"
  const bool counted = before.piece.joint == Joint::kParticiple && before.figure && part.figure;
  switch (part.piece.joint) {
    case Joint::kFigure:
      return part.piece.quantity >= 0 && FigureApart(before, part);
    case Joint::kIncluding:
      return part.figure && weight >= kClear && before.kind.weight >= kClear;
    case Joint::kClauses:
    case Joint::kMark:
      return before.verb && part.verb && Words(part) >= 4 && Words(before) >= 4 && Stands(part);
    case Joint::kVerbs:
      if (!before.verb || Words(before) < 4 || Words(part) < 4) return false;
      return Another(before, part) && !Alternative(part);
    case Joint::kMain:
      if (Conditional(before) || !before.verb || !part.verb || Words(before) < 5) return false;
      return (weight >= 4 && before.kind.weight >= 4) || Concedes(before, part);
    case Joint::kSubordinate:
      return !Conditional(part) && before.verb && Words(before) >= 4 && before.kind.weight >= 3 &&
             weight >= kStrong &&
             (other_kind || (part.figure && before.figure) || (part.dated && part.placed));
    case Joint::kRelative:
      return both && (Another(before, part) || (part.piece.place && weight >= kClear));
    case Joint::kParticiple:
      if (Adds(part)) return before.verb && Words(before) >= 4;
      return !Cites(part) && before.verb && Words(before) >= (counted ? 3 : 4) &&
             before.kind.weight >= 3 && weight >= kStrong &&
             (traits.participle || (traits.figure && part.figure)) &&
             (!SaysOn(part) || part.figure) && (other_kind || (part.figure && before.figure));
    case Joint::kStart:
      break;
  }
  return false;
}

// "Although prices rose, the minister said the harbour would stay open": what is granted is not
// what he says.
bool Composer::Concedes(const Part& before, const Part& part) const {
  const std::string word = AsciiLower(Text(before.piece.begin));
  const bool grants = word == "although" || word == "though" || word == "while" ||
                      word == "whereas" || word == "even";
  // "while he was in Oslo" tells when, "even the mayor" grants nothing
  const std::string next = AsciiLower(Text(before.piece.begin + 1));
  const bool other = (word == "while" && Has(before.piece.begin + 1, Is::kPronoun)) ||
                     (word == "even" && next != "though" && next != "if" && next != "as");
  if (!grants || other || Words(part) < 5) return false;
  const Attribution* said = AttributionOf(part.piece.begin, part.piece.end);
  return said != nullptr && said->source_begin >= part.piece.begin &&
         said->source_begin <= part.piece.begin + 3 && said->cue_begin > said->source_begin &&
         said->content_begin >= said->cue_end && said->content_begin < part.piece.end;
}

// Does it say enough to be a claim beside the one it goes on from?
bool Composer::Stands(const Part& part) const {
  if (part.kind.weight > 0 || part.figure || part.dated) return true;
  for (uint32_t at = part.piece.begin; at < part.piece.end; ++at) {
    if (a_.tokens[at].capital && a_.tokens[at].kind == TokenKind::kWord) return true;
  }
  return AttributionOf(part.piece.begin, part.piece.end) != nullptr;
}

// What has no subject of its own tells another thing only where it plainly does: "took the town and
// lost 20 men".
bool Composer::Another(const Part& before, const Part& part) const {
  const bool kinds = part.kind.kind != before.kind.kind && part.kind.weight >= kClear &&
                     before.kind.weight >= kClear;
  const bool event = part.piece.joint == Joint::kVerbs && part.kind.weight >= kStrong &&
                     part.kind.by_verb && pack_.kinds.Traits(part.kind.kind).each;
  return kinds || event || (part.figure && before.figure) || (part.dated && before.dated) ||
         TurnsAround(before, part);
}

// "denied any losses and said two were wounded": what the one word does to what is said, the other
// does not.
bool Composer::TurnsAround(const Part& before, const Part& part) const {
  const uint32_t cue = part.piece.begin + 1;
  if (!pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), part.piece.end, cue)) return false;
  for (uint32_t at = before.piece.begin; at < before.piece.end; ++at) {
    const StatusWord* word = nullptr;
    bool own = false;
    if (pack_.lexicon.status_phrases.Longest(a_.tokens.data(), before.piece.end, at) ||
        Doubted(at, before.piece.end, &word, &own) != 0)
      return true;
  }
  return false;
}

// ", noting that ...": the speaker goes on.
bool Composer::SaysOn(const Part& part) const {
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    if (a_.attributions[i].cue_begin == part.piece.begin) return true;
  }
  return false;
}

// ", adding that two bridges had burnt": another thing that the speaker says.
bool Composer::Adds(const Part& part) const {
  return Text(part.piece.begin) == "adding" && Words(part) >= 6 && SaysOn(part) && part.verb &&
         !NoFinite(part.piece.begin + 1, part.piece.end) && Stands(part);
}

// ", citing the war in the east": whatever is cited is no claim beside what it backs.
bool Composer::Cites(const Part& part) const {
  const auto cue =
      pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), part.piece.end, part.piece.begin);
  return cue && pack_.lexicon.cues[cue.value].kind == CueKind::kCites && !SaysOn(part);
}

// "if Norway agrees": what may be is part of what it is the condition of.
bool Composer::Conditional(const Part& part) const {
  const std::string_view word = Text(part.piece.begin);
  return EqualsIgnoreAsciiCase(word, "if") || EqualsIgnoreAsciiCase(word, "unless");
}

// "have withdrawn or will do so": one assertion.
bool Composer::Alternative(const Part& part) const {
  const std::string_view word = Text(part.piece.begin);
  return word == "or" || word == "nor";
}

bool Composer::FigureApart(const Part& before, const Part& part) const {
  const QuantityMention& mention = a_.quantities[static_cast<size_t>(part.piece.quantity)];
  if (mention.article) {
    return pack_.kinds.Traits(before.kind.kind).list && part.kind.weight >= kClear;
  }
  if (part.kind.weight < kClear) return false;
  return before.figure || before.kind.kind != part.kind.kind;
}

// Is most of what the article says, beyond doubt, politics?
bool Composer::Political() {
  uint32_t clear = 0, political = 0;
  judged_.reserve(a_.sentences.size());
  for (const Sentence& sentence : a_.sentences) {
    const KindFinding found = pack_.kinds.Judge(a_.tokens, a_.tags, classes_, words_, scenes_,
                                                sentence.begin, sentence.end);
    judged_.push_back(found);
    if (found.weight < kClear - 1) continue;
    ++clear;
    political += found.kind == pack_.kinds.politics();
  }
  return political * 2 > clear && political * kPoliticalShare >= a_.sentences.size();
}

// How many states a clause names.
uint32_t Composer::States(uint32_t begin, uint32_t end) const {
  RegionId first = 0;
  uint32_t count = 0;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || place.region == 0) continue;
    const RegionId country = pack_.gazetteer.CountryOf(place.region);
    if (country == first) continue;
    if (first == 0) first = country;
    ++count;
  }
  return count;
}

// Is a state the subject of the clause, or of what is said in it?
bool Composer::StateSubject(uint32_t begin, uint32_t end, const Attribution* attribution) const {
  const bool tells = attribution != nullptr && attribution->cue_begin >= begin &&
                     attribution->content_begin >= attribution->cue_end &&
                     attribution->content_begin < end;
  const uint32_t from = tells ? attribution->content_begin : begin;
  uint32_t verb = from;
  while (verb < end && a_.tags[verb].tag != Tag::kFinite) ++verb;
  return NamesState(from, verb);
}

// A state, its people or its capital that stands for it: not a town, nor where somebody is.
bool Composer::NamesState(uint32_t begin, uint32_t end) const {
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    const bool state = place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kDemonym ||
                       (place.kind == PlaceKind::kCapital && !place.located);
    if (state && place.begin >= begin && place.begin < end) return true;
  }
  return false;
}

// Somebody of the table who speaks for a state, and of no region of it.
bool Composer::Statesman(const Attribution* attribution) const {
  if (attribution == nullptr || attribution->carried) return false;
  bool person = false;
  for (uint32_t at = attribution->source_begin; at < attribution->source_end; ++at)
    person = person || (classes_[at] & kActorClass) != 0;
  return person && pack_.actors.LocalRegion(attribution->claimant, article_.date) == 0;
}

// What a clause without a clear kind is about: politics where statesmen or states speak or are
// spoken of, arms where those at war speak of them.
void Composer::KindFromContext(const Part& part, uint32_t begin, uint32_t end,
                               const Attribution* attribution, Claim* claim) const {
  const KnownClasses& known = pack_.lexicon.known;
  // A state that is no more than mentioned makes no politics; what is said of it does.
  const bool warring = claim->side == Side::kUkraine || claim->side == Side::kRussia;
  NounClasses here = 0;
  bool predicate = false;
  for (uint32_t at = begin; at < end; ++at) {
    predicate = predicate || a_.tags[at].tag == Tag::kFinite;
    if (InSource(at)) continue;
    // A plane, a boat alone are no arms.
    if (!warring && (classes_[at] & known.carrier) != 0) continue;
    here |= predicate && part.kind.weight == 0 ? classes_[at] & ~kCapitalClass : classes_[at];
  }
  const bool arms = (here & (weapon_ | known.troops | known.force)) != 0;
  const bool state = (here & (kActorClass | kCapitalClass | known.state)) != 0 ||
                     PolicyStatement(begin, end, attribution);
  const bool statesman = claim->side == Side::kAlly || claim->side == Side::kThird;
  const bool topic_only = part.kind.weight < kTopic;
  // Prices and shops are no politics, whatever the article is about.
  const bool speaks =
      political_ && (statesman || warring || StateSubject(begin, end, attribution) ||
                     (attribution == nullptr && NamesState(begin, end)));
  const bool politics = (state && !arms) || speaks;
  const bool abroad = pack_.kinds.FromContext(pack_.kinds.politics(), scenes_) ||
                      (PolicyStatement(begin, end, attribution) && States(begin, end) > 1);
  if (topic_only ? politics && abroad : political_ && claim->kind != pack_.kinds.arms()) {
    claim->kind = pack_.kinds.politics();
    claim->rule = "context.politics";
    return;
  }
  if (part.kind.weight > 0 || attribution == nullptr) return;
  if (!arms && end - begin >= kStatement && Statesman(attribution) &&
      pack_.kinds.FromContext(pack_.kinds.politics(), scenes_)) {
    claim->kind = pack_.kinds.politics();
    claim->rule = "context.statesman";
    return;
  }
  if (arms && (warring || statesman) && pack_.kinds.FromContext(pack_.kinds.arms(), scenes_)) {
    claim->kind = pack_.kinds.arms();
    claim->rule = "context.arms";
  }
}

}  // namespace claimscope
