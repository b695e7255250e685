// Who makes a claim, and who is said to have done it.
#include "claims/composer.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {

// A clause is said by whoever says at least one part in so many of it.
constexpr uint32_t kLeastShare = 4;
constexpr uint32_t kCredit = 14;         // words of a picture's credit
constexpr uint32_t kWords = 3;           // said at least, to be somebody's
constexpr uint32_t kSector = 7;          // words to the end of "In the northern sector"
constexpr uint32_t kPartisanReach = 10;  // sentences
constexpr uint32_t kReportReach = 3;

const Attribution* Composer::AttributionOf(uint32_t begin, uint32_t end) const {
  const Attribution* best = nullptr;
  uint32_t most = 0;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink) continue;
    const uint32_t overlap = Overlap(begin, end, a.content_begin, a.content_end) +
                             Overlap(begin, end, a.content2_begin, a.content2_end);
    // Two words at the end of a clause that says something else do not make it theirs: "the union
    // approved sanctions days after its chief announced plans".
    const bool at_end = a.source_begin > begin + (end - begin) / 2 && a.content_begin >= a.cue_end;
    if (at_end && overlap * kLeastShare < end - begin) continue;
    if (BesideMain(a, begin, end)) continue;
    // "..., the president said, the agency reports": who is quoted says it, not who relays it.
    const bool relayed = a.media && best != nullptr && !best->media && most > kWords;
    // "According to preliminary data, ..., the mayor reported."
    const bool vague = best != nullptr && best->kind == CueKind::kSource && !best->named &&
                       a.kind == CueKind::kSay && a.named && a.content_begin < a.cue_begin;
    const bool relay =
        (best != nullptr && best->media && !a.media && overlap > kWords) || (vague && overlap > 0);
    if (relay || (overlap > 0 && overlap >= most && !relayed)) {
      most = overlap;
      best = &a;
    }
  }
  return best;
}

// "The strike came days after Norway announced talks", "The resolutions, which the board opposed,
// were rejected": whoever speaks in a clause beside the main one does not tell that.
bool Composer::BesideMain(const Attribution& a, uint32_t begin, uint32_t end) const {
  if (a.cue_begin == a.cue_end || a.cue_begin < begin || a.cue_begin >= end ||
      !Aside(a.cue_begin) || a.content_begin < a.cue_end)
    return false;
  uint32_t lead = a.cue_begin;
  while (lead > begin && Aside(lead - 1) && !Has(lead, Is::kSubordinator) &&
         !Has(lead, Is::kRelative))
    --lead;
  const std::string word = AsciiLower(Text(lead));
  const bool timed = word == "after" || word == "before" || word == "since";
  const bool which = Has(lead, Is::kRelative) && word != "who" && word != "where";
  if (!(timed || which) || a.source_begin < lead) return false;
  for (uint32_t at = lead; timed && at < a.source_begin; ++at) {
    if (a_.tokens[at].mark == ',') return false;  // "after the meeting, Norway said"
  }
  uint32_t behind = lead;
  while (behind < end && Aside(behind)) ++behind;
  for (uint32_t at = timed ? begin : behind; at < (timed ? lead : end); ++at) {
    if (a_.tags[at].tag == Tag::kFinite && !Aside(at)) return true;
  }
  return false;
}

// What a state's voice says of states is a statement of policy.
bool Composer::PolicyStatement(uint32_t begin, uint32_t end, const Attribution* attribution) const {
  if (attribution == nullptr || attribution->media || attribution->side == Side::kOutlet ||
      attribution->side == Side::kIndependent || attribution->side == Side::kUnknown) {
    return false;
  }
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || InSource(place.begin)) continue;
    if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kCapital ||
        place.kind == PlaceKind::kDemonym)
      return true;
  }
  return false;
}

// Who tells a sentence that has no source of its own, in a communiqué told sentence by sentence.
void Composer::FindReport() {
  report_ = nullptr;
  told_whole_ = false;
  bool own = false;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink) continue;
    own = true;
    // "The army said this in its morning update": all that follows, until somebody else speaks.
    if (bulletin_ == nullptr || bulletin_->claimant != a.claimant)
      bulletin_ = a.back && OfParty(a) && NamesBulletin() ? &a : nullptr;
  }
  if (own) return;
  const Attribution* teller = Between();
  told_whole_ = teller == nullptr;
  if (teller == nullptr) teller = bulletin_;
  if (teller == nullptr) teller = Marked();
  if (teller == nullptr) teller = Counted();
  if (teller == nullptr) return;
  carried_ = Unnamed(*teller);
  report_ = &carried_;
}

// The same speaker, where neither he nor what tells that he speaks stands in the words.
Attribution Composer::Unnamed(Attribution a) {
  a.source_begin = a.source_end = a.cue_begin = a.cue_end = 0;
  a.mode = Mode::kIndirect;
  a.status = ClaimStatus::kAsserted;
  return a;
}

// A named voice of a state at war.
bool Composer::OfParty(const Attribution& a) const {
  return a.named && !a.media && (a.side == Side::kRussia || a.side == Side::kUkraine);
}

// "in its morning update": a paper that somebody made.
bool Composer::NamesBulletin() const {
  const Sentence& sentence = a_.sentences[s_];
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (Has(at, Is::kPreposition)) continue;
    if (pack_.lexicon.IsRole(a_.tokens, sentence.end, at, kRolePaper)) return true;
  }
  return false;
}

// What stands between two sentences of one official body is still that body's report.
const Attribution* Composer::Between() const {
  size_t from = attribution_begin_, to = attribution_end_;
  const size_t count = a_.attributions.size();
  const auto thought = [&](size_t i) {  // and not too far away
    const Attribution& a = a_.attributions[i];
    return a.kind == CueKind::kThink && a.sentence + kReportReach >= s_ &&
           a.sentence <= s_ + kReportReach;
  };
  while (from > 0 && thought(from - 1)) --from;
  while (to < count && thought(to)) ++to;
  if (from == 0 || to >= count) return nullptr;
  const Attribution& before = a_.attributions[from - 1];
  const Attribution& after = a_.attributions[to];
  const uint32_t paragraph = a_.sentences[s_].paragraph;
  // Both in its paragraph, or one of them in the next one to it.
  const uint32_t above = paragraph - a_.sentences[before.sentence].paragraph;
  const uint32_t below = a_.sentences[after.sentence].paragraph - paragraph;
  const bool near = above + below <= 1 && before.sentence + kReportReach >= s_ &&
                    after.sentence <= s_ + kReportReach;
  const bool same = near && before.kind != CueKind::kThink && after.kind != CueKind::kThink &&
                    before.claimant == after.claimant && before.named;
  return same && (before.side == Side::kRussia || before.side == Side::kUkraine) ? &before
                                                                                 : nullptr;
}

// "The enemy attacked": no paper speaks so, but a party to the war does, the last that spoke. "In
// the northern sector", "As of 8 am": an army's report, right behind another sentence of it.
const Attribution* Composer::Marked() const {
  const Sentence& sentence = a_.sentences[s_];
  bool partisan = false, quoted = sentence.begins_in_quote;
  Side other = Side::kUnknown;  // whom the word is for: he does not use it
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (a_.tokens[at].kind == TokenKind::kOpenQuote) quoted = true;
    if (a_.tokens[at].kind == TokenKind::kCloseQuote) quoted = false;
    // "an invader", "the German invaders", "behind enemy lines" is anybody's word
    const std::string_view lead = at > sentence.begin ? Text(at - 1) : std::string_view();
    const bool own = !quoted && at > sentence.begin + 1 && !a_.tokens[at - 1].capital &&
                     lead != "an" && lead != "a" && Text(at + 1) != "lines";
    const bool begins =
        !quoted && (at == sentence.begin || (at == sentence.begin + 1 && lead == "The"));
    if (!Has(at, Is::kPartisan) || (!own && !begins)) continue;
    partisan = true;
    if (const auto word = pack_.actors.SideWord(a_.tokens.data(), sentence.end, at))
      other = static_cast<Side>(word.value);
  }
  const std::string_view first = Text(sentence.begin);
  bool report =
      first == "As" && Text(sentence.begin + 1) == "of" && !a_.tokens[sentence.begin].paragraph;
  for (uint32_t at = sentence.begin + 2; first == "In" && at < sentence.begin + kSector; ++at) {
    if (at >= sentence.end || a_.tokens[at].mark == ',') break;
    report = report || (Has(at, Is::kSector) && a_.tokens[at - 1].capital);
  }
  if (!partisan && !report) return nullptr;
  for (size_t i = attribution_begin_; i-- > 0;) {
    const Attribution& a = a_.attributions[i];
    if (a.sentence + (partisan ? kPartisanReach : kReportReach) < s_) break;
    if (a.kind == CueKind::kThink || a.media) continue;
    if (OfParty(a) && a.side != other) return &a;
    if (report && !partisan) break;
  }
  return nullptr;
}

// "The army said it shot down 30 drones. Another 20 were lost from radars." "Nine of them fell":
// whoever counted goes on.
const Attribution* Composer::Counted() const {
  const Sentence& sentence = a_.sentences[s_];
  if (a_.tokens[sentence.begin].paragraph || attribution_begin_ == 0) return nullptr;
  const Attribution& before = a_.attributions[attribution_begin_ - 1];
  if (before.sentence + 1 != s_ || before.kind == CueKind::kThink || before.media) return nullptr;
  const std::string_view first = Text(sentence.begin), second = Text(sentence.begin + 1);
  const bool figure = quantity_begin_ < quantity_end_;
  bool goes_on =
      first == "Another" ||
      (first == "The" && (second == "rest" || second == "other" || second == "remaining"));
  goes_on = goes_on || ((first == "Of" || first == "Among") &&
                        (second == "them" || second == "these" || second == "those"));
  if (!goes_on && figure && a_.quantities[quantity_begin_].number == sentence.begin) {
    const uint32_t next = a_.quantities[quantity_begin_].number_end;
    const std::string_view word = Text(next + 1);
    goes_on = Text(next) == "more" || Text(next) == "others" ||
              (Text(next) == "of" &&
               (word == "them" || word == "these" || word == "those" || word == "the"));
  }
  return goes_on && figure ? &before : nullptr;
}

// "Anna Berg reported from Oslo.", "Petro Bily contributed reporting.": who wrote the article.
bool Composer::WrittenBy(uint32_t begin, uint32_t end) const {
  if (!a_.tokens[begin].NameLike()) return false;
  uint32_t at = begin;
  while (at < end && (a_.tokens[at].capital || Has(at, Is::kAnd) || a_.tokens[at].mark == ',' ||
                      a_.tokens[at].mark == '.' || a_.tokens[at].mark == '-'))
    ++at;
  const std::string_view word = Text(at), next = Text(at + 1);
  return at > begin + 1 && at < end && NoFinite(at + 1, end) &&
         ((word == "reported" && next == "from" && a_.tokens[at + 2].kind == TokenKind::kWord) ||
          (word == "contributed" && (next == "reporting" || next == "to")));
}

// "A rescuer works at the site in Oslo, Norway, July 24, 2024.", "Smoke over the port, on June 3,
// 2025. (Anna Berg/Telegram)": a paragraph that shows and does not tell, with its day or its
// credit.
bool Composer::Caption() const {
  const Sentence& sentence = a_.sentences[s_];
  const uint32_t count = static_cast<uint32_t>(a_.tokens.size());
  if (!a_.tokens[sentence.begin].paragraph || sentence.end < sentence.begin + 5 ||
      attribution_begin_ != attribution_end_)
    return false;
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (a_.tags[at].tag == Tag::kFinite && (Has(at, Is::kVerbPast) || Has(at, Is::kVerbPart)))
      return false;
    if (a_.tags[at].tag == Tag::kAuxiliary || a_.tags[at].modal) return false;
  }
  uint32_t last = sentence.end;
  while (last > sentence.begin && a_.tokens[last - 1].mark == '.') --last;
  const bool alone = sentence.end >= count || a_.tokens[sentence.end].paragraph;
  bool dated = false;  // its last words are a day, with its year
  for (size_t d = date_begin_; d < date_end_; ++d) {
    dated = dated ||
            (a_.dates[d].end == last && a_.dates[d].basis == TimeBasis::kExplicit &&
             a_.dates[d].days.from == a_.dates[d].days.to &&
             a_.tokens[last - 1].kind == TokenKind::kNumber &&
             a_.tokens[last - 1].end - a_.tokens[last - 1].begin == 4 &&
             a_.dates[d].begin > sentence.begin &&
             (a_.tokens[a_.dates[d].begin - 1].mark == ',' || Text(a_.dates[d].begin - 1) == "on"));
  }
  if (dated && alone) return true;
  // the credit
  if (sentence.end >= count || a_.tokens[sentence.end].mark != '(') return false;
  uint32_t close = sentence.end + 1;
  bool credit = false;
  while (close < count && close < sentence.end + kCredit && a_.tokens[close].mark != ')') {
    credit = credit || a_.tokens[close].mark == '/' || Text(close) == "via";
    ++close;
  }
  return credit && close < count && a_.tokens[close].mark == ')' &&
         (close + 1 >= count || a_.tokens[close + 1].paragraph);
}

// "General Petro Koval (L) speaks beside the envoy (R)": what a picture shows.
bool Composer::OfPicture(uint32_t begin, uint32_t end) const {
  if (Caption()) return true;
  for (uint32_t at = begin; at + 2 < end; ++at) {
    if (a_.tokens[at].mark != '(' || a_.tokens[at + 2].mark != ')') continue;
    const std::string_view where = Text(at + 1);
    if (where == "L" || where == "R" || where == "C") return true;
  }
  return false;
}

// "Read the original article": the paper asks its readers to do something.
bool Composer::Asks(uint32_t begin, uint32_t end) const {
  const Token& first = a_.tokens[begin];
  constexpr WordClasses kElse = Bit(Is::kNounToo) | Bit(Is::kNounMostly) | Bit(Is::kAdjective) |
                                Bit(Is::kAdverb) | Bit(Is::kPreposition) | Bit(Is::kAuxiliary) |
                                Bit(Is::kModal) | Bit(Is::kMale) | Bit(Is::kFemale) |
                                Bit(Is::kSubordinator);
  if (begin != a_.sentences[s_].begin || !first.Has(Is::kVerbBase) ||
      (first.classes & kElse) != 0 || first.all_caps || begin + 1 >= end)
    return false;
  const Token& next = a_.tokens[begin + 1];
  return next.kind == TokenKind::kWord && a_.tags[begin + 1].tag == Tag::kNone && !next.glued &&
         !next.capital;
}

// `"How many are left?" the envoy asked`: all that is quoted is a question.
bool Composer::Question(uint32_t begin, uint32_t end, const Attribution& a) const {
  if (a.cue_begin < begin || a.cue_end > end || a.content_begin < begin ||
      a.content_end > a.cue_begin || a.content2_end > a.content2_begin)
    return false;
  uint32_t last = a.content_end;
  while (last > a.content_begin &&
         (a_.tokens[last - 1].kind == TokenKind::kCloseQuote || a_.tokens[last - 1].mark == ','))
    --last;
  if (last == a.content_begin || a_.tokens[last - 1].mark != '?') return false;
  for (uint32_t at = a.content_begin; at < last; ++at) {
    if (a_.tokens[at].mark == '.' || a_.tokens[at].mark == ';') return false;
  }
  return true;
}

// "he said in a video.": a tag without content.
bool Composer::EmptyTag(uint32_t begin, uint32_t end, const Attribution* attribution) const {
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.back) return true;
    if (a.cue_begin < begin || a.cue_end > end || a.cue_begin == a.cue_end) continue;
    if (attribution == &a || attribution == nullptr) {
      const uint32_t content = Overlap(begin, end, a.content_begin, a.content_end) +
                               Overlap(begin, end, a.content2_begin, a.content2_end);
      if (content < 2) return true;
    }
  }
  return false;
}

// "tass.com" and "TASS": one begins as the other, letters alone compared.
static bool SameOutlet(std::string_view source, std::string_view name) {
  const auto Letters = [](std::string_view text) {
    std::string letters;
    for (char c : FoldText(text)) {
      if (IsAsciiAlpha(c)) letters += c;
    }
    return letters;
  };
  const std::string a = Letters(source), b = Letters(name);
  return !a.empty() && !b.empty() && (StartsWith(a, b) || StartsWith(b, a));
}

void Composer::Attribute(const Attribution* a, Claim* claim) const {
  if (a == nullptr) {
    claim->claimant = "outlet";
    claim->side = Side::kOutlet;
    claim->mode = Mode::kOutlet;
    return;
  }
  claim->claimant = a->claimant;
  // "TASS reports", in TASS.
  if (a->media && !article_.source.empty() && SameOutlet(article_.source, a->claimant)) {
    claim->claimant = "outlet";
    claim->side = Side::kOutlet;
    claim->mode = a->mode;
    return;
  }
  claim->side = a->side == Side::kUnknown ? Side::kThird : a->side;
  claim->mode = a->mode;
  if (a->source_end > a->source_begin)
    claim->claimant_span = BytesOf(a_.tokens, a->source_begin, a->source_end);
  if (a->cue_end > a->cue_begin) claim->cue = BytesOf(a_.tokens, a->cue_begin, a->cue_end);
}

// The side of the first name before the trigger (or after it, in the passive).
void Composer::SetActor(const Part& part, uint32_t begin, uint32_t end, Claim* claim) const {
  if (part.kind.rule < 0 || !part.kind.by_verb) return;
  const uint32_t trigger = std::clamp(part.kind.trigger, begin, end - 1);
  const bool passive = a_.tags[trigger].passive;
  const uint32_t from = passive ? trigger : begin, to = passive ? end : trigger;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < from || place.begin >= to || place.region == 0 || InSource(place.begin))
      continue;
    if (place.located && place.kind != PlaceKind::kDemonym) continue;
    claim->actor = pack_.actors.SideOfCountry(pack_.gazetteer.CountryOf(place.region));
    return;
  }
  // "Our brigade", "its forces": the speaker's own.
  if (claim->side == Side::kOutlet || claim->side == Side::kIndependent) return;
  for (uint32_t at = from; at < to; ++at) {
    const std::string_view word = Text(at);
    if (word == "our" || word == "Our" || word == "we" || word == "We" || word == "its") {
      claim->actor = claim->side;
      return;
    }
  }
}

}  // namespace claimscope
