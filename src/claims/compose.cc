// The claims layer: pieces of sentences become claims, with all that the other layers know of them.
#include <algorithm>

#include "base/strings.h"
#include "claims/analysis.h"
#include "claims/clauses.h"

namespace claimscope {
namespace {

constexpr int kClear = 6;  // a rule of this weight makes a claim of its kind beyond doubt
constexpr int kStrong = 7;

struct Draft {
  Claim claim;
  uint32_t begin, end;  // tokens
  uint32_t sentence;
  bool headline = false;
  bool own_place = false;
  std::vector<uint32_t> words;  // hashes of content words, for folding headlines
};

class Composer {
 public:
  Composer(const Article& article, const Analysis& a, const RulePack& pack)
      : article_(article), a_(a), pack_(pack), words_(pack.lexicon.words), text_(article.text) {
    people_ = Class("people");
    weapon_ = Class("weapon");
    territory_ = Class("ground") | Class("settlement");
    target_ = Class("target");
  }

  std::vector<Claim> Run() {
    Classify();
    on_topic_ = OnTopic();
    size_t quantity = 0, date = 0, place = 0, attribution = 0;
    for (uint32_t s = 0; s < a_.sentences.size(); ++s) {
      const Sentence& sentence = a_.sentences[s];
      s_ = s;
      quantity_begin_ = Advance(a_.quantities, sentence.begin, &quantity);
      quantity_end_ = Upto(a_.quantities, sentence.end, quantity);
      date_begin_ = Advance(a_.dates, sentence.begin, &date);
      date_end_ = Upto(a_.dates, sentence.end, date);
      place_begin_ = Advance(a_.places, sentence.begin, &place);
      place_end_ = Upto(a_.places, sentence.end, place);
      while (attribution < a_.attributions.size() && a_.attributions[attribution].sentence < s)
        ++attribution;
      attribution_begin_ = attribution;
      attribution_end_ = attribution;
      while (attribution_end_ < a_.attributions.size() &&
             a_.attributions[attribution_end_].sentence == s)
        ++attribution_end_;
      FindReport();
      ReadSentence(sentence);
    }
    FoldHeadlines();
    std::vector<Claim> claims;
    claims.reserve(drafts_.size());
    for (Draft& draft : drafts_) claims.push_back(std::move(draft.claim));
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& x, const Claim& y) {
      if (x.span.begin != y.span.begin) return x.span.begin < y.span.begin;
      if (x.span.end != y.span.end) return x.span.end < y.span.end;
      return x.kind < y.kind;
    });
    return claims;
  }

 private:
  NounClasses Class(std::string_view name) const {
    const int index = pack_.lexicon.NounClass(name);
    return index < 0 ? 0 : Lexicon::BitOf(index);
  }
  std::string_view Text(uint32_t at) const {
    return at < a_.tokens.size()
               ? text_.substr(a_.tokens[at].begin, a_.tokens[at].end - a_.tokens[at].begin)
               : std::string_view();
  }
  bool Has(uint32_t at, Is is) const { return words_.Has(a_.tokens[at].word, is); }

  template <typename T>
  static size_t Advance(const std::vector<T>& mentions, uint32_t token, size_t* at) {
    while (*at < mentions.size() && mentions[*at].begin < token) ++*at;
    return *at;
  }
  template <typename T>
  static size_t Upto(const std::vector<T>& mentions, uint32_t token, size_t at) {
    while (at < mentions.size() && mentions[at].begin < token) ++at;
    return at;
  }

  // What begins at every token: noun classes, places, numbers.
  void Classify() {
    classes_.assign(a_.tokens.size(), 0);
    const size_t count = a_.tokens.size();
    for (uint32_t at = 0; at < count; ++at) {
      const Token& token = a_.tokens[at];
      if (token.kind == TokenKind::kNumber) classes_[at] |= kNumberClass;
      if (token.kind != TokenKind::kWord || !pack_.lexicon.noun_phrases.Starts(token.word))
        continue;
      const auto match = pack_.lexicon.noun_phrases.Longest(a_.tokens.data(), count, at);
      if (!match) continue;
      // A verb is no noun: "attacks the town".
      if (match.length == 1 && a_.tags[at].tag != Tag::kNone) continue;
      classes_[at] |= pack_.lexicon.nouns[match.value].classes;
      at += match.length - 1;
    }
    // A figure without a noun counts what the one before it counts: "53 in Oryol", "of which 13".
    counted_.assign(a_.quantities.size(), 0);
    for (size_t q = 0; q < a_.quantities.size(); ++q) {
      const QuantityMention& mention = a_.quantities[q];
      counted_[q] = mention.classes;
      if (mention.classes == 0 && mention.noun_end == 0 && !mention.measured && q > 0 &&
          mention.begin < a_.quantities[q - 1].end + 40) {
        counted_[q] = counted_[q - 1];
        classes_[mention.number] |= counted_[q];
      }
    }
    for (const PlaceFinding& place : a_.places) {
      if (place.kind == PlaceKind::kDemonym) continue;
      classes_[place.begin] |=
          place.kind == PlaceKind::kCapital || place.kind == PlaceKind::kCountry
              ? (place.located ? kPlaceClass : kCapitalClass)
              : kPlaceClass;
    }
  }

  bool OnTopic() const {
    for (size_t at = 0; at < a_.tokens.size(); ++at) {
      if (pack_.topic.Starts(a_.tokens[at].word) &&
          pack_.topic.Longest(a_.tokens.data(), a_.tokens.size(), at))
        return true;
    }
    return false;
  }

  struct Part {
    Piece piece;
    KindFinding kind;
    bool verb = false;    // a finite verb or participle of its own
    bool figure = false;  // a counted quantity
    bool dated = false, placed = false;
  };

  void ReadSentence(const Sentence& sentence) {
    if (sentence.dateline || sentence.question || sentence.end - sentence.begin < 3) return;
    const bool headline = IsHeadline(sentence);
    std::vector<Part> parts;
    for (const Piece& piece : SplitClauses(text_, a_.tokens, sentence, a_.tags, a_.quantities,
                                           quantity_begin_, quantity_end_, pack_.lexicon)) {
      parts.push_back(Look(piece));
    }
    InheritVerbs(&parts);
    Merge(&parts);
    const bool status_only = StatusSentence(sentence);
    for (size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      figures_follow_ = i + 1 < parts.size() && (parts[i + 1].piece.joint == Joint::kIncluding ||
                                                 parts[i + 1].piece.joint == Joint::kFigure);
      if ((status_only || DoubtOnly(part)) && part.kind.weight < kStrong) continue;
      Emit(part, parts.size() == 1, headline);
    }
    ReachBack();
  }

  // A first line without a full stop, or one that is the title.
  bool IsHeadline(const Sentence& sentence) const {
    const Span span = BytesOf(a_.tokens, sentence.begin, sentence.end);
    const std::string_view words = TextOf(text_, span);
    if (!article_.title.empty() && TrimAscii(article_.title) == words) return true;
    const char last = a_.tokens[sentence.end - 1].mark;
    const bool open = last != '.' && last != '!' && last != '?' && last != '"' && last != ':';
    const bool alone = a_.tokens[sentence.begin].paragraph &&
                       (sentence.end >= a_.tokens.size() || a_.tokens[sentence.end].paragraph);
    return alone && open && sentence.paragraph < 40 && sentence.end - sentence.begin < 40;
  }

  Part Look(const Piece& piece) const {
    Part part;
    part.piece = piece;
    uint32_t from = piece.begin, to = piece.end;
    // What is said decides the kind, not who says it where.
    if (const Attribution* a = AttributionOf(piece.begin, piece.end);
        a != nullptr && a->cue_end > a->cue_begin && a->content2_begin == a->content2_end) {
      const uint32_t begin = std::max(from, a->content_begin), end = std::min(to, a->content_end);
      if (end >= begin + 4 && (end - begin) * 3 >= to - from) {
        from = begin;
        to = end;
      }
    }
    part.kind = pack_.kinds.Judge(a_.tokens, a_.tags, classes_, words_, from, to);
    for (uint32_t at = piece.begin; at < piece.end; ++at) {
      const Tag tag = a_.tags[at].tag;
      part.verb = part.verb || tag == Tag::kFinite ||
                  (tag == Tag::kIng && piece.joint == Joint::kParticiple);
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
      if (a_.places[p].begin >= piece.begin && a_.places[p].begin < piece.end &&
          a_.places[p].located)
        part.placed = true;
    }
    return part;
  }

  // A figure piece has the verb of the piece that it goes on.
  void InheritVerbs(std::vector<Part>* parts) const {
    for (size_t i = 1; i < parts->size(); ++i) {
      Part& part = (*parts)[i];
      if (part.piece.joint != Joint::kFigure && part.piece.joint != Joint::kIncluding) continue;
      const Part& head = (*parts)[i - 1];
      if (part.piece.quantity < 0) continue;
      const QuantityMention& mention = a_.quantities[static_cast<size_t>(part.piece.quantity)];
      part.verb = part.verb || head.verb;
      const NounClasses counted = counted_[static_cast<size_t>(part.piece.quantity)];
      (void)mention;
      const bool own_verb = part.kind.by_verb && part.kind.weight >= kClear;
      if (own_verb) continue;
      KindFinding found;
      if (counted != 0 && head.kind.by_verb) {
        found =
            pack_.kinds.JudgeObject(a_.tokens, words_, head.kind.trigger, counted | kNumberClass);
      }
      if (found.weight == 0 && head.kind.weight > 0) found = head.kind;
      if (found.weight > 0) part.kind = found;
    }
  }

  void Merge(std::vector<Part>* parts) const {
    std::vector<Part> kept;
    for (Part& part : *parts) {
      if (!kept.empty() && !Apart(kept.back(), part)) {
        Part& last = kept.back();
        last.piece.end = part.piece.end;
        last.verb = last.verb || part.verb;
        last.figure = last.figure || part.figure;
        last.dated = last.dated || part.dated;
        last.placed = last.placed || part.placed;
        if (part.kind.weight > last.kind.weight + (part.piece.joint == Joint::kMain ? 0 : 2))
          last.kind = part.kind;
        continue;
      }
      kept.push_back(part);
    }
    parts->swap(kept);
  }

  // Does the piece make a claim of its own, beside the one before?
  bool Apart(const Part& before, const Part& part) const {
    const int weight = part.kind.weight;
    const bool other_kind = part.kind.kind != before.kind.kind;
    switch (part.piece.joint) {
      case Joint::kFigure:
        return part.piece.quantity >= 0 && FigureApart(before, part);
      case Joint::kIncluding:
        return part.figure && weight >= kClear && before.kind.weight >= kClear;
      case Joint::kClauses:
      case Joint::kMark:
        return before.verb && part.verb && (weight > 0 || before.kind.weight > 0 || true) &&
               Words(part) >= 4 && Words(before) >= 4;
      case Joint::kVerbs:
        if (!before.verb || Words(before) < 4 || Words(part) < 4) return false;
        if (weight < 4 || before.kind.weight < 4) return false;
        if (!other_kind && !part.figure && !part.dated &&
            (part.kind.kind == Kind::kDiplomacy || part.kind.kind == Kind::kForce ||
             part.kind.kind == Kind::kHumanitarian || part.kind.kind == Kind::kOther)) {
          return false;
        }
        return true;
      case Joint::kMain:
        return before.verb && part.verb && weight >= 4 && before.kind.weight >= 4 &&
               Words(before) >= 5;
      case Joint::kSubordinate:
        return before.verb && Words(before) >= 4 && before.kind.weight >= 3 && weight >= kStrong &&
               (other_kind || (part.figure && before.figure) || (part.dated && part.placed));
      case Joint::kRelative:
        return before.verb && Words(before) >= 4 && weight >= kStrong && before.kind.weight >= 3 &&
               (part.figure || (other_kind && part.kind.kind != Kind::kTerritory));
      case Joint::kParticiple:
        return before.verb && Words(before) >= 4 && before.kind.weight >= 3 && weight >= kStrong &&
               (part.kind.kind == Kind::kCasualties || part.kind.kind == Kind::kHumanitarian ||
                part.kind.kind == Kind::kStrike || part.kind.kind == Kind::kEquipment ||
                (part.kind.kind == Kind::kTerritory && part.figure)) &&
               (!SaysOn(part) || part.figure) && (other_kind || (part.figure && before.figure));
      case Joint::kStart:
        break;
    }
    return false;
  }
  // ", noting that ...": the speaker goes on.
  bool SaysOn(const Part& part) const {
    for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
      if (a_.attributions[i].cue_begin == part.piece.begin) return true;
    }
    return false;
  }
  uint32_t Words(const Part& part) const { return part.piece.end - part.piece.begin; }

  bool FigureApart(const Part& before, const Part& part) const {
    const QuantityMention& mention = a_.quantities[static_cast<size_t>(part.piece.quantity)];
    if (mention.article) {
      return (before.kind.kind == Kind::kEquipment || before.kind.kind == Kind::kCasualties ||
              before.kind.kind == Kind::kStrike) &&
             part.kind.weight >= kClear;
    }
    if (part.kind.weight < kClear) return false;
    return before.figure || before.kind.kind != part.kind.kind;
  }

  // A piece that only says how sure another claim is: "The figures have not been verified".
  bool DoubtOnly(const Part& part) const {
    const Span span = BytesOf(a_.tokens, part.piece.begin, part.piece.end);
    if (part.piece.end - part.piece.begin > 26) return false;
    for (const Reach& reach : reaches_) {
      if (span.Contains(reach.span)) return true;
    }
    return false;
  }

  // A sentence that only says how sure another claim is: "Kyiv has not commented."
  bool StatusSentence(const Sentence& sentence) {
    bool reaches = false;
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at].word)) continue;
      const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), sentence.end, at);
      if (!match) continue;
      const StatusWord& word = pack_.lexicon.statuses[match.value];
      if (!word.reaches_back) continue;
      const Span span = BytesOf(a_.tokens, at, at + match.length);
      reaches = true;
      reaches_.push_back({word.status, span});
      at += match.length - 1;
    }
    return reaches && sentence.end - sentence.begin < 12;
  }
  // Doubts about what somebody claimed just before: in this sentence, else in the one before it.
  void ReachBack() {
    for (const Reach& reach : reaches_) {
      uint32_t target = s_;
      bool own = false;
      for (const Draft& draft : drafts_) {
        own = own || (draft.sentence == s_ && draft.claim.span.end <= reach.span.begin + 1);
      }
      if (!own) --target;
      const std::string* claimant =
          nullptr;  // the doubt is about one speaker's word, the last one's
      for (size_t i = drafts_.size(); i-- > 0;) {
        Draft& draft = drafts_[i];
        Claim& claim = draft.claim;
        if (draft.sentence < target || target == UINT32_MAX) break;
        if (draft.sentence != target || (own && claim.span.end > reach.span.begin + 1)) continue;
        if (claim.mode == Mode::kOutlet && claim.status == ClaimStatus::kAsserted) continue;
        if (claim.kind == Kind::kDiplomacy || claim.kind == Kind::kOther) continue;
        if (claim.status != ClaimStatus::kAsserted && reach.status == ClaimStatus::kUnverified)
          continue;
        if (claimant == nullptr) claimant = &claim.claimant;
        if (*claimant != claim.claimant) continue;
        claim.status = reach.status;
        claim.status_span = reach.span;
      }
    }
    reaches_.clear();
  }

  const Attribution* AttributionOf(uint32_t begin, uint32_t end) const {
    const Attribution* best = nullptr;
    uint32_t most = 0;
    for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
      const Attribution& a = a_.attributions[i];
      if (a.kind == CueKind::kThink) continue;
      const uint32_t overlap = Overlap(begin, end, a.content_begin, a.content_end) +
                               Overlap(begin, end, a.content2_begin, a.content2_end);
      if (overlap > 0 && overlap >= most) {
        most = overlap;
        best = &a;
      }
    }
    return best;
  }
  static uint32_t Overlap(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    const uint32_t from = std::max(a, c), to = std::min(b, d);
    return from < to ? to - from : 0;
  }

  void Emit(const Part& part, bool whole, bool headline) {
    uint32_t begin = part.piece.begin, end = part.piece.end;
    // The joint word and the marks at the edges are no part of the claim.
    while (begin < end && (a_.tokens[begin].mark == ',' || a_.tokens[begin].mark == ';' ||
                           a_.tokens[begin].mark == '~' ||
                           (part.piece.joint != Joint::kStart &&
                            (Has(begin, Is::kAnd) || (Text(begin) == "but"))))) {
      ++begin;
    }
    while (end > begin && (a_.tokens[end - 1].mark == ',' || a_.tokens[end - 1].mark == ';' ||
                           a_.tokens[end - 1].mark == ':' || a_.tokens[end - 1].mark == '~' ||
                           (Has(end - 1, Is::kAnd) && !whole))) {
      --end;
    }
    TrimQuotes(&begin, &end);
    if (end < begin + 2) return;
    if (a_.tokens[a_.sentences[s_].end - 1].mark == ':' && end - begin < 30)
      return;  // what follows says it
    const Attribution* attribution = AttributionOf(begin, end);
    if (attribution == nullptr && Reported(part.kind.kind)) attribution = report_;
    const bool figure_piece =
        part.piece.joint == Joint::kFigure || part.piece.joint == Joint::kIncluding;
    if (!part.verb && !figure_piece && !headline && part.kind.weight < 8) return;
    if (!part.verb && !figure_piece && headline && part.kind.weight < 5) return;
    if (part.kind.weight == 0 && !OtherClaim(part, begin, end, attribution, headline)) return;
    if (EmptyTag(begin, end, attribution)) return;
    Draft draft;
    draft.begin = begin;
    draft.end = end;
    draft.sentence = s_;
    draft.headline = headline;
    Claim& claim = draft.claim;
    claim.span = BytesOf(a_.tokens, begin, end);
    claim.kind = part.kind.kind;
    claim.rule = part.kind.rule >= 0 ? pack_.kinds[part.kind.rule].id : "other.statement";
    if (part.kind.rule < 0 && PolicyStatement(begin, end, attribution)) {
      claim.kind = Kind::kDiplomacy;
      claim.rule = "diplomacy.statement";
    }
    Attribute(attribution, &claim);
    SetQuantities(part, begin, end, &claim);
    SetPlaces(begin, end, &draft);
    SetTime(begin, end, attribution, &claim);
    SetStatus(begin, end, attribution, &claim);
    SetActor(part, begin, end, &claim);
    for (uint32_t at = begin; at < end; ++at) {
      const Token& token = a_.tokens[at];
      if (token.kind == TokenKind::kWord && token.end - token.begin > 3 &&
          !Has(at, Is::kPreposition) && !Has(at, Is::kAuxiliary) && !Has(at, Is::kPronoun)) {
        const WordId lemma = words_.Info(token.word).lemma;
        draft.words.push_back(lemma != 0 ? lemma : token.hash | 0x80000000u);
      }
    }
    drafts_.push_back(std::move(draft));
  }

  // A quotation mark at the edge whose partner stands elsewhere.
  void TrimQuotes(uint32_t* begin, uint32_t* end) const {
    int depth = 0;
    bool closes_outside = false;
    for (uint32_t at = *begin; at < *end; ++at) {
      if (a_.tokens[at].kind == TokenKind::kOpenQuote) ++depth;
      if (a_.tokens[at].kind == TokenKind::kCloseQuote) {
        closes_outside = closes_outside || depth == 0;
        if (depth > 0) --depth;
      }
    }
    if (closes_outside && a_.tokens[*end - 1].kind == TokenKind::kCloseQuote && depth == 0) --*end;
    if (depth > 0 && *end > *begin && a_.tokens[*begin].kind == TokenKind::kOpenQuote) ++*begin;
  }

  // A statement that no rule knows: kept when somebody makes it, or it names somebody or something.
  bool OtherClaim(const Part& part, uint32_t begin, uint32_t end, const Attribution* attribution,
                  bool headline) const {
    if (!on_topic_ || headline || !part.verb || end - begin < 5) return false;
    if (attribution != nullptr && !attribution->carried) return true;
    bool named = false;
    for (uint32_t at = begin + 1; at < end; ++at)
      named = named || (a_.tokens[at].capital && a_.tokens[at].kind == TokenKind::kWord);
    return named || part.figure || part.dated || end - begin >= 7;
  }

  // What a state's voice says of states is a statement of policy.
  bool PolicyStatement(uint32_t begin, uint32_t end, const Attribution* attribution) const {
    if (attribution == nullptr || attribution->side == Side::kOutlet ||
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

  // A communiqué told sentence by sentence: what stands between two sentences of one official body,
  // with no source of its own, is still that body's report.
  void FindReport() {
    report_ = nullptr;
    size_t from = attribution_begin_, to = attribution_end_;
    for (size_t i = from; i < to; ++i) {
      if (a_.attributions[i].kind != CueKind::kThink) return;
    }
    while (from > 0 && a_.attributions[from - 1].kind == CueKind::kThink) --from;
    while (to < a_.attributions.size() && a_.attributions[to].kind == CueKind::kThink) ++to;
    if (from == 0 || to >= a_.attributions.size()) return;
    const Attribution& before = a_.attributions[from - 1];
    const Attribution& after = a_.attributions[to];
    const uint32_t paragraph = a_.sentences[s_].paragraph;
    const bool near = a_.sentences[before.sentence].paragraph == paragraph &&
                      a_.sentences[after.sentence].paragraph == paragraph &&
                      before.sentence + 3 >= s_ && after.sentence <= s_ + 3;
    if (!near || before.claimant != after.claimant || !before.named) return;
    if (before.side != Side::kRussia && before.side != Side::kUkraine) return;
    carried_ = before;
    carried_.source_begin = carried_.source_end = carried_.cue_begin = carried_.cue_end = 0;
    carried_.mode = Mode::kIndirect;
    carried_.status = ClaimStatus::kAsserted;
    report_ = &carried_;
  }
  bool Reported(Kind kind) const {
    return report_ != nullptr && (kind == Kind::kCasualties || kind == Kind::kEquipment ||
                                  kind == Kind::kStrike || kind == Kind::kTerritory);
  }

  // "he said in a video.": a tag without content.
  bool EmptyTag(uint32_t begin, uint32_t end, const Attribution* attribution) const {
    for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
      const Attribution& a = a_.attributions[i];
      if (a.cue_begin < begin || a.cue_end > end || a.cue_begin == a.cue_end) continue;
      if (attribution == &a || attribution == nullptr) {
        const uint32_t content = Overlap(begin, end, a.content_begin, a.content_end) +
                                 Overlap(begin, end, a.content2_begin, a.content2_end);
        if (content < 2) return true;
      }
    }
    return false;
  }

  void Attribute(const Attribution* a, Claim* claim) const {
    if (a == nullptr) {
      claim->claimant = "outlet";
      claim->side = Side::kOutlet;
      claim->mode = Mode::kOutlet;
      return;
    }
    claim->claimant = a->claimant;
    claim->side = a->side == Side::kUnknown ? Side::kThird : a->side;
    claim->mode = a->mode;
    if (a->source_end > a->source_begin)
      claim->claimant_span = BytesOf(a_.tokens, a->source_begin, a->source_end);
    if (a->cue_end > a->cue_begin) claim->cue = BytesOf(a_.tokens, a->cue_begin, a->cue_end);
  }

  void SetQuantities(const Part& part, uint32_t begin, uint32_t end, Claim* claim) {
    size_t first = 0;
    bool chosen = false;
    for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
      const QuantityMention& mention = a_.quantities[q];
      if (mention.begin < begin || mention.number >= end || mention.is_time) continue;
      if (mention.article && !(claim->kind == Kind::kEquipment && (mention.classes & weapon_) != 0))
        continue;
      Quantity quantity = mention.quantity;
      if (quantity.unit.empty()) InheritUnit(claim->kind, q, &quantity);
      if (part.piece.quantity == static_cast<int>(q) && !chosen) {
        first = claim->quantities.size();
        chosen = true;
      } else if (!chosen && Preferred(claim->kind, mention)) {
        first = claim->quantities.size();
        chosen = true;
      }
      claim->quantities.push_back(std::move(quantity));
    }
    if (chosen && first > 0)
      std::rotate(claim->quantities.begin(),
                  claim->quantities.begin() + static_cast<std::ptrdiff_t>(first),
                  claim->quantities.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  }
  // Of several figures, the one that the kind is about.
  bool Preferred(Kind kind, const QuantityMention& mention) const {
    switch (kind) {
      case Kind::kCasualties:
        return (mention.classes & people_) != 0 || mention.noun_end == 0;
      case Kind::kEquipment:
        return (mention.classes & weapon_) != 0 || mention.noun_end == 0;
      case Kind::kTerritory:
        return mention.measured || (mention.classes & territory_) != 0;
      default:
        return true;
    }
  }
  // "wounded four", "including 53 in Oryol": the noun stands before, or is plain from the kind.
  void InheritUnit(Kind kind, size_t q, Quantity* quantity) const {
    if (kind != Kind::kCasualties) {
      for (size_t i = q; i-- > 0 && i + 4 >= q;) {
        const QuantityMention& before = a_.quantities[i];
        if (before.measured || before.is_time || before.quantity.unit.empty()) continue;
        quantity->unit = before.quantity.unit;
        quantity->of = before.quantity.of;
        return;
      }
    }
    quantity->unit = kind == Kind::kCasualties ? "people" : "items";
  }
  void SetPlaces(uint32_t begin, uint32_t end, Draft* draft) {
    Claim& claim = draft->claim;
    RegionId region = 0, country = 0, demonym = 0;
    int best = 0;
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      const bool inside = place.begin >= begin && place.begin < end;
      if (inside) {
        if (place.kind != PlaceKind::kDemonym)
          claim.places.push_back(ToMention(place, text_, a_.tokens, pack_.gazetteer));
      }
      if (!inside || place.region == 0 || InSource(place.begin)) continue;
      const bool first_level = pack_.gazetteer.CountryOf(place.region) != place.region;
      if (place.kind == PlaceKind::kDemonym) {
        if (TerritoryFollows(place.end)) demonym = demonym == 0 ? place.region : demonym;
        continue;
      }
      if (!place.located) {
        if (first_level && region == 0 && best < 1) region = place.region;
        if (!first_level && TerritoryFollows(place.end))
          demonym = demonym == 0 ? place.region : demonym;
        continue;
      }
      if (!first_level) {
        if (country == 0) country = place.region;
        continue;
      }
      int weight = Locative(place.begin) ? 3 : 2;
      if (place.kind == PlaceKind::kRegion) ++weight;
      if (weight > best) {
        best = weight;
        region = place.region;
      }
    }
    if (region == 0 && last_region_ != 0 && last_region_sentence_ + 3 >= s_ &&
        SaysTheRegion(begin, end))
      region = last_region_;
    if (region == 0) region = country;
    if (region == 0) region = demonym;
    draft->own_place = region != 0;
    const bool event = claim.kind != Kind::kDiplomacy && claim.kind != Kind::kOther;
    if (region == 0 && event) region = NearRegion(begin);
    if (region != 0 && pack_.gazetteer.CountryOf(region) != region) {
      last_region_ = region;
      last_region_sentence_ = s_;
    }
    claim.region = region == 0 ? "-" : std::string(pack_.gazetteer.Code(region));
  }
  // "the region", "this city": the one spoken of before.
  bool SaysTheRegion(uint32_t begin, uint32_t end) const {
    for (uint32_t at = begin + 1; at < end; ++at) {
      const std::string_view word = Text(at);
      if (word != "region" && word != "area" && word != "city" && word != "town" &&
          word != "village" && word != "oblast" && word != "district" && word != "province") {
        continue;
      }
      for (uint32_t i = at, steps = 0; i-- > begin && steps < 3; ++steps) {
        const std::string_view before = Text(i);
        if (before == "the" || before == "The" || before == "this" || before == "that" ||
            before == "This")
          return true;
        if (!Has(i, Is::kAdjective) && !Has(i, Is::kVerbPart)) break;
      }
    }
    return false;
  }
  // Inside the words that name the source, a place is part of an office.
  bool InSource(uint32_t at) const {
    for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
      if (at >= a_.attributions[i].source_begin && at < a_.attributions[i].source_end) return true;
    }
    return false;
  }
  bool Locative(uint32_t at) const {
    if (at == 0) return false;
    uint32_t i = at - 1;
    while (i > 0 && at - i < 4 &&
           (Has(i, Is::kArticle) || Has(i, Is::kAdjective) || Has(i, Is::kPossessive) ||
            Text(i) == "’s" || Text(i) == "'s" || a_.tokens[i].capital))
      --i;
    const std::string_view word = Text(i);
    return word == "in" || word == "near" || word == "over" || word == "of" || word == "into" ||
           word == "at" || word == "across" || word == "around" || word == "on" || word == "In" ||
           word == "Near";
  }
  // "Ukrainian territory", "Russia's border areas", "Russian civilian infrastructure".
  bool TerritoryFollows(uint32_t at) const {
    for (uint32_t i = at; i < at + 4 && i < classes_.size(); ++i) {
      if ((classes_[i] & (territory_ | target_)) != 0) return true;
      if (a_.tokens[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) ||
          a_.tags[i].tag == Tag::kFinite)
        return false;
    }
    return false;
  }
  // Without a place of its own an event takes that of its sentence, then of the sentence before it
  // in the paragraph.
  RegionId NearRegion(uint32_t begin) const {
    RegionId region = 0;
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      if (!place.located || place.region == 0 || place.begin >= begin || InSource(place.begin))
        continue;
      if (pack_.gazetteer.CountryOf(place.region) != place.region) return place.region;
      region = place.region;
    }
    if (region != 0) return region;
    // A governor speaks of his region.
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      if (place.region != 0 && InSource(place.begin) && place.kind != PlaceKind::kCapital &&
          pack_.gazetteer.CountryOf(place.region) != place.region) {
        return place.region;
      }
    }
    // A region named later in the sentence holds for all of it, unless figures are told by region.
    if (!figures_follow_) {
      for (size_t p = place_begin_; p < place_end_; ++p) {
        const PlaceFinding& place = a_.places[p];
        if (place.located && place.region != 0 && place.begin >= begin && !InSource(place.begin) &&
            pack_.gazetteer.CountryOf(place.region) != place.region) {
          return place.region;
        }
      }
    }
    const bool same_paragraph =
        a_.sentences[last_region_sentence_].paragraph == a_.sentences[s_].paragraph;
    if (last_region_ != 0 && last_region_sentence_ + (same_paragraph ? 8 : 2) >= s_)
      return last_region_;
    return 0;
  }

  void SetTime(uint32_t begin, uint32_t end, const Attribution* attribution, Claim* claim) const {
    const DateMention* best = nullptr;
    int best_score = 0;
    for (size_t d = date_begin_; d < date_end_; ++d) {
      const DateMention& date = a_.dates[d];
      if (!date.days.known() || date.form == DateMention::Form::kSet ||
          date.form == DateMention::Form::kDuration)
        continue;
      if (OfSpeech(date)) continue;
      const bool inside = date.begin >= begin && date.begin < end;
      int score = inside ? 4 : 2;
      if (article_.date.known() && date.days.from > article_.date) --score;
      if (!inside && !SharedTime(date, begin)) continue;
      if (score > best_score) {
        best_score = score;
        best = &date;
      }
    }
    (void)attribution;
    if (best != nullptr) {
      claim->time = best->days;
      claim->time_basis = best->basis;
      claim->time_span = BytesOf(a_.tokens, best->begin, best->end);
      return;
    }
    claim->time = {article_.date, article_.date};
    claim->time_basis = TimeBasis::kPublication;
  }
  // A time at the head of the sentence, or of the figure's own list, holds for its other pieces
  // too.
  bool SharedTime(const DateMention& date, uint32_t begin) const {
    const Sentence& sentence = a_.sentences[s_];
    if (date.begin <= sentence.begin + 1) return true;
    if (date.begin < begin && date.form != DateMention::Form::kTimeOfDay &&
        date.days.from <= article_.date)
      return true;
    return date.form == DateMention::Form::kPeriod &&
           (date.basis == TimeBasis::kRelative || date.open_start);
  }
  // A day beside the cue dates the speaking: "said on Monday".
  bool OfSpeech(const DateMention& date) const {
    for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
      const Attribution& a = a_.attributions[i];
      if (a.cue_begin == a.cue_end || a.kind == CueKind::kSource) continue;
      if (date.form == DateMention::Form::kPeriod && (date.open_start)) continue;
      const uint32_t lead = Has(date.begin, Is::kPreposition) ? 0 : 1;
      // Right after the cue, "on"/"in" and commas aside.
      if (date.begin >= a.cue_end && date.begin <= a.cue_end + 2 &&
          OnlyLinks(a.cue_end, date.begin))
        return true;
      if (date.begin >= a.source_end && a.source_begin >= a.cue_end &&
          date.begin <= a.source_end + 2 && OnlyLinks(a.source_end, date.begin))
        return true;
      // Between the source and the cue: "Russia on Sunday announced".
      if (date.begin >= a.source_begin && date.end <= a.cue_begin + 1 &&
          a.source_begin < a.cue_begin && date.end > a.source_end && a.source_end <= a.cue_begin)
        return true;
      // After an addressee or a place of speaking: "told a news conference Monday", "said on his
      // channel on Wednesday".
      if (date.begin > a.cue_end && date.begin <= a.cue_end + 12 && a.content_end <= a.cue_begin &&
          NoVerb(a.cue_end, date.begin))
        return true;
      (void)lead;
      // "On Monday evening, the director ... published": before the source at the sentence's head,
      // weekday only.
    }
    return false;
  }
  bool OnlyLinks(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (!Has(i, Is::kPreposition) && a_.tokens[i].mark != ',' && !Has(i, Is::kAdverb))
        return false;
    }
    return true;
  }
  bool NoVerb(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (a_.tags[i].tag != Tag::kNone || a_.tokens[i].mark == ',') return false;
    }
    return true;
  }

  void SetStatus(uint32_t begin, uint32_t end, const Attribution* attribution, Claim* claim) const {
    if (attribution != nullptr && attribution->status != ClaimStatus::kAsserted) {
      claim->status = attribution->status;
      claim->status_span = claim->cue;
    }
    for (uint32_t at = begin; at < end; ++at) {
      if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at].word)) continue;
      const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), end, at);
      if (!match) continue;
      claim->status = pack_.lexicon.statuses[match.value].status;
      claim->status_span = BytesOf(a_.tokens, at, at + match.length);
      break;
    }
  }

  // The side of the first name before the trigger (or after it, in the passive).
  void SetActor(const Part& part, uint32_t begin, uint32_t end, Claim* claim) const {
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
  }

  // A headline or standfirst that the body tells again is no claim of its own.
  void FoldHeadlines() {
    std::vector<Draft> kept;
    kept.reserve(drafts_.size());
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      bool told = false;
      for (size_t j = 0; draft.headline && j < drafts_.size() && !told; ++j) {
        if (drafts_[j].headline || j == i) continue;
        told = SameClaim(draft, drafts_[j]);
      }
      if (!told) kept.push_back(std::move(draft));
    }
    drafts_.swap(kept);
  }
  static bool SameClaim(const Draft& a, const Draft& b) {
    size_t shared = 0;
    for (uint32_t word : a.words)
      shared += std::find(b.words.begin(), b.words.end(), word) != b.words.end();
    const size_t size = std::max<size_t>(1, a.words.size());
    return shared * (a.claim.kind == b.claim.kind ? 3 : 2) >= size;
  }

  const Article& article_;
  const Analysis& a_;
  const RulePack& pack_;
  const Vocabulary& words_;
  std::string_view text_;
  std::vector<NounClasses> classes_;
  std::vector<NounClasses> counted_;  // per quantity: what it counts
  NounClasses people_ = 0, weapon_ = 0, territory_ = 0, target_ = 0;
  Attribution carried_;
  const Attribution* report_ = nullptr;  // of the sentence at hand
  bool on_topic_ = false;
  bool figures_follow_ = false;  // the next piece of the sentence is another figure
  uint32_t s_ = 0;
  size_t quantity_begin_ = 0, quantity_end_ = 0, date_begin_ = 0, date_end_ = 0;
  size_t place_begin_ = 0, place_end_ = 0, attribution_begin_ = 0, attribution_end_ = 0;
  RegionId last_region_ = 0;
  uint32_t last_region_sentence_ = 0;
  std::vector<Draft> drafts_;
  struct Reach {
    ClaimStatus status;
    Span span;
  };
  std::vector<Reach> reaches_;
};

}  // namespace

std::vector<Claim> ComposeClaims(const Article& article, const Analysis& analysis,
                                 const RulePack& pack) {
  return Composer(article, analysis, pack).Run();
}

}  // namespace claimscope
