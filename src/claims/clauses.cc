#include "claims/clauses.h"

#include <algorithm>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "claims/clause_figures.h"

namespace claimscope {
namespace {

constexpr uint32_t kSubjectReach = 14;
constexpr uint32_t kItem = 5;  // words of what is enumerated
constexpr uint32_t kSaid = 8;  // words of the subject of what is said

class Splitter : TaggedSentence {
 public:
  Splitter(std::string_view text, const Tokens& tokens, const Sentence& sentence,
           const std::vector<TagInfo>& tags, const std::vector<QuantityMention>& quantities,
           size_t quantity_begin, size_t quantity_end, const Lexicon& lexicon)
      : TaggedSentence(text, tokens, tags, sentence.begin, sentence.end),
        quantities_(quantities),
        quantity_begin_(quantity_begin),
        quantity_end_(quantity_end),
        lexicon_(lexicon),
        words_(lexicon.words) {}

  std::vector<Piece> Run() {
    pieces_.push_back({begin_, end_, Joint::kStart, -1});
    FindWords();
    FindFigureCuts(*this, quantities_, quantity_begin_, quantity_end_, lexicon_.known, &cuts_);
    StableSort(&cuts_, [](const Piece& a, const Piece& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.joint < b.joint;
    });
    for (const Piece& cut : cuts_) {
      if (cut.begin <= pieces_.back().begin) continue;
      // "were killed and | 12 others fled": a clause, whatever it counts first
      if (cut.joint == Joint::kFigure && pieces_.back().joint == Joint::kClauses &&
          cut.begin == pieces_.back().begin + 1 && tags_[cut.begin - 2].passive)
        continue;
      pieces_.back().end = cut.begin;
      pieces_.push_back(cut);
    }
    return std::move(pieces_);
  }

 private:
  void Cut(uint32_t at, Joint joint, int quantity = -1) {
    cuts_.push_back({at, end_, joint, quantity});
  }

  // A finite verb before the next comma or coordination?
  bool ClauseAfter(uint32_t at, bool* own_subject) const {
    *own_subject = false;
    for (uint32_t i = at; i < end_ && i < at + kSubjectReach; ++i) {
      if (Mark(i, '(')) {
        while (i < end_ && !Mark(i, ')')) ++i;
        continue;
      }
      if (i > at && Conditional(i)) return false;
      if (i > at && Contact(at, i)) {
        i = MainVerb(i);
        if (i < end_ && Cue(i) && Verb(i + 1)) i = MainVerb(i + 1);  // "they think was used"
        continue;
      }
      // "a united and great people and together we will": the verb is of the last.
      if (i > at && Has(i, Is::kAnd) && PronounVerb(i + 1)) return false;
      if (Verb(i)) {
        *own_subject = i > at && !OnlyAdverbs(at, i);
        return true;
      }
      if (Mark(i, ';') || Mark(i, ':') || tokens_[i].kind == TokenKind::kCloseQuote) return false;
      if (Dash(i)) return *own_subject = VerbBehindAside(i);
      // "a matter of economies and democracy, she said": a noun alone begins no clause.
      if (Mark(i, ',') && (i > at + 1 || (i == at + 1 && NounAlone(at)))) return false;
      if (i > at && (Has(i, Is::kBut))) return false;
      // "and 12 hurt when a drone hit a bus": the verb is of another clause.
      if (i > at + 1 && (Text(i) == "when" || Text(i) == "because")) return false;
      // "in default or arrears or are at school": whose verb it is stands before.
      if (i > at && Has(i, Is::kAnd) && Verb(i + 1)) return false;
      // "the personal and historical into a story that speaks": the verb of a noun before it.
      if ((i > at + 1 || (i > at && (Text(at) == "those" || NounAlone(at)))) &&
          Has(i, Is::kRelative) && (i > at + 2 || !Has(i - 1, Is::kPreposition)))
        return false;
      if (i > at && Text(i) == "that" && Verb(i + 1) && tokens_[i - 1].kind == TokenKind::kWord &&
          !Verb(i - 1))
        return false;  // "and the choir that sings", "around Norway and Sweden that would"
    }
    return false;
  }
  uint32_t MainVerb(uint32_t at) const {
    while (at < end_ && tags_[at].tag != Tag::kFinite) ++at;
    return at;
  }
  // "measures should they need any"
  bool Conditional(uint32_t at) const {
    return Text(at) == "should" && at + 1 < end_ && !Verb(at + 1) && !Has(at + 1, Is::kAdverb) &&
           !Has(at + 1, Is::kNegation) && !Has(at + 1, Is::kVerbBase);
  }
  // "we will", "together they have"
  bool PronounVerb(uint32_t at) const {
    while (at < end_ && Has(at, Is::kAdverb)) ++at;
    return Has(at, Is::kPronoun) && !Has(at, Is::kPossessive) && !Has(at, Is::kArticle) &&
           Verb(at + 1);
  }
  // "the process he was due", "havoc in any town the gang works in": a clause beside the noun
  // before it.
  bool Contact(uint32_t from, uint32_t at) const {
    constexpr WordClasses kNoNoun =
        Bit(Is::kAdverb) | Bit(Is::kSubordinator) | Bit(Is::kPreposition) | Bit(Is::kPronoun) |
        Bit(Is::kTo) | Bit(Is::kWeekday) | Bit(Is::kMonth) | Bit(Is::kAdjective) |
        Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kQuestion) | Bit(Is::kAnd) |
        Bit(Is::kBut) | Bit(Is::kAuxiliary) | Bit(Is::kNegation);
    const Token& noun = tokens_[at - 1];
    const bool he = PronounVerb(at) && Has(at, Is::kPronoun) && !Has(at, Is::kQuestion) &&
                    !Has(at, Is::kRelative) && !tokens_[at].all_caps;
    const bool the = Text(at) == "the" && at + 2 < end_ && Verb(at + 2);
    if (!(he || the) || noun.kind != TokenKind::kWord || noun.capital || tokens_[at - 1].glued ||
        (noun.classes & kNoNoun) != 0 || tags_[at - 1].tag != Tag::kNone)
      return false;
    if (Has(from, Is::kPreposition) || Has(from, Is::kSubordinator) ||
        words_.Info(noun.word).unit != TimeUnit::kNone || EndsWith(Text(at - 1), "ly"))
      return false;
    for (uint32_t i = from; i < at; ++i) {
      if (Has(i, Is::kArticle) || Has(i, Is::kPossessive) || Has(i, Is::kPreposition) ||
          Has(i, Is::kPronoun))
        return true;
    }
    return false;
  }
  bool Dash(uint32_t at) const { return Mark(at, '~') || (Mark(at, '-') && !tokens_[at].glued); }
  // "while the envoy - eyeing a fourth term - has left"; not "the coast and the whole north - said
  // the envoy".
  bool VerbBehindAside(uint32_t dash) const {
    uint32_t next = dash + 1;
    while (next < end_ && next < dash + kSubjectReach && !Dash(next)) ++next;
    if (next >= end_ || !Dash(next)) return false;
    ++next;
    while (next < end_ && Has(next, Is::kAdverb)) ++next;
    return next < end_ && Verb(next) && !Cue(next);
  }
  bool NounAlone(uint32_t at) const {
    constexpr WordClasses kLeads = Bit(Is::kAdverb) | Bit(Is::kSubordinator) |
                                   Bit(Is::kPreposition) | Bit(Is::kBut) | Bit(Is::kPronoun) |
                                   Bit(Is::kRelative);
    return tokens_[at].kind == TokenKind::kWord && (tokens_[at].classes & kLeads) == 0 &&
           Text(at) != "that";
  }
  bool OnlyAdverbs(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      // "there were no losses": a subject
      if ((!Has(i, Is::kAdverb) || Has(i, Is::kPronoun)) && !Mark(i, ',')) return false;
    }
    return true;
  }

  // "has not yet entered", "no decision was made yet on it": no "but".
  bool Adverb(uint32_t at) const {
    if (!Has(at, Is::kBut) || !Has(at, Is::kAdverb)) return false;
    return Has(at - 1, Is::kNegation) || Has(at - 1, Is::kAuxiliary) || Has(at - 1, Is::kModal) ||
           (tokens_[at - 1].kind == TokenKind::kWord && Has(at + 1, Is::kPreposition));
  }
  // "not only the army but also its allies should go": two subjects, or objects, of one verb.
  bool NotOnly(uint32_t at) const {
    for (uint32_t i = at; Has(at, Is::kBut) && i-- > begin_ + 1 && !Verb(i);) {
      if (Has(i, Is::kAdverb) && Text(i) == "only" && Has(i - 1, Is::kNegation)) return true;
    }
    return false;
  }
  // "not a matter of the law, but the way it is read": one thing, by what it is not.
  bool NotThis(uint32_t at) const {
    if (Text(at) != "but" || !Has(at + 1, Is::kArticle) || Has(at + 1, Is::kPronoun)) return false;
    uint32_t verb = at + 1;
    while (verb < end_ && !Verb(verb)) ++verb;
    if (verb < end_ && !Has(verb, Is::kVerbPart)) return false;  // "but the army would"
    for (uint32_t i = at - 1; i-- > begin_ && !Mark(i, ',');) {
      if (Has(i, Is::kNegation)) return Has(i + 1, Is::kArticle);
    }
    return false;
  }
  // Could a word begin a piece? Cheap: asked of every word.
  bool Joins(uint32_t at) const {
    constexpr WordClasses kJoints =
        Bit(Is::kAnd) | Bit(Is::kBut) | Bit(Is::kRelative) | Bit(Is::kSubordinator);
    return (tokens_[at].classes & kJoints) != 0 || tags_[at].tag == Tag::kIng || Verb(at);
  }

  void FindWords() {
    const bool leading =
        Has(begin_, Is::kSubordinator) || (Has(begin_, Is::kBut) && !Has(begin_, Is::kAnd));
    bool leading_open = leading;
    const uint32_t main = leading ? MainClause() : begin_;
    bool bracket = false;
    for (uint32_t at = begin_ + 1; at < end_; ++at) {
      if (tokens_[at].kind == TokenKind::kWord && !Joins(at)) continue;
      if (Mark(at, '(') || Mark(at, '[')) bracket = true;
      if (Mark(at, ')') || Mark(at, ']')) bracket = false;
      if (bracket) continue;
      bool own = false;
      if (Mark(at, ';') && at + 1 < end_) {
        if (ClauseAfter(at + 1, &own)) Cut(at + 1, Joint::kMark);
        continue;
      }
      if (leading_open && at + 1 == main) {
        Cut(main, Joint::kMain);
        leading_open = false;
        continue;
      }
      if (tokens_[at].kind != TokenKind::kWord) continue;
      if (Has(at, Is::kAnd) || Has(at, Is::kBut)) {
        if (!Adverb(at) && at >= main) Coordination(at);
      } else if (Has(at, Is::kRelative) && at + 1 < end_ &&
                 (Mark(at - 1, ',') || Has(at - 1, Is::kPreposition))) {
        at = Relative(at);
      } else if (Has(at, Is::kSubordinator)) {
        Subordination(at);
      } else if (tags_[at].tag == Tag::kIng && !Has(at, Is::kPreposition) &&
                 (Mark(at - 1, ',') || Mark(at - 1, '~'))) {
        Cut(at, Joint::kParticiple);
      } else if (Mark(at - 1, ',') && Verb(at) && VerbSince(at - 1) && !AfterRelative(at - 1) &&
                 !Has(at + 1, Is::kAnd)) {
        Cut(at,
            Joint::kVerbs);  // "went to Kursk, led a meeting"; not "killed, wounded or captured"
      }
    }
  }

  // "If they help, and they will, this ends": where the clause begins that the sentence is about;
  // else where the sentence does.
  uint32_t MainClause() const {
    for (uint32_t at = begin_ + 1; at + 1 < end_; ++at) {
      bool own = false;
      if (Mark(at, ',') && !Has(at + 1, Is::kAnd) && !Has(at + 1, Is::kBut) && VerbBefore(at) &&
          ClauseAfter(at + 1, &own) && own)
        return at + 1;
    }
    return begin_;
  }

  // A finite verb between the last "that" (or the like) and `at`: its clause is whole.
  bool VerbSince(uint32_t at) const {
    for (uint32_t i = at; i-- > begin_;) {
      if (Verb(i)) return true;
      if (tokens_[i].kind == TokenKind::kCloseQuote) return false;
      if (Text(i) == "that" || Has(i, Is::kRelative) || Has(i, Is::kSubordinator) || Mark(i, ','))
        return false;
    }
    return false;
  }

  // "The rules, which have stricter tests, cost ...": the relative clause stands between the
  // subject and its verb.
  bool AfterRelative(uint32_t at) const {
    for (uint32_t i = at; i-- > begin_ + 1;) {
      const bool when = Has(i, Is::kSubordinator) && i + 1 < at && Has(i + 1, Is::kVerbPart);
      if (Mark(i - 1, ',') && (Has(i, Is::kRelative) || tags_[i].tag == Tag::kParticiple || when ||
                               (Has(i, Is::kArticle) && !Has(i, Is::kPronoun)) ||
                               (Has(i, Is::kPreposition) && Has(i + 1, Is::kRelative))))
        return !VerbBefore(i);
    }
    return false;
  }

  void Coordination(uint32_t at) {
    uint32_t next = at + 1;
    if (next >= end_ || !VerbBefore(at)) return;
    // "53 artillery and rocket strikes": inside of what is counted
    for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
      if (at > quantities_[q].noun && at < quantities_[q].noun_end) return;
    }
    // "a short while", "in and out of work"
    if (Has(at - 1, Is::kArticle) ||
        (at >= begin_ + 2 && Has(at - 2, Is::kArticle) && Text(at) == "while"))
      return;
    if (Has(at - 1, Is::kPreposition) && Has(at + 1, Is::kPreposition)) return;
    if (HalfPhrase(at) || NotOnly(at) || NotThis(at)) return;
    // "could directly or indirectly support them"
    if (EndsWith(Text(at - 1), "ly") && EndsWith(Text(at + 1), "ly") && Has(at, Is::kAnd)) return;
    // "that they would, and we would not, hold": the verb of both is behind.
    const uint32_t last = at - 1 - (Mark(at - 1, ',') && at > begin_ + 2);
    if (Has(last, Is::kModal) && Text(last) != "can" && !tokens_[last].capital && Has(at, Is::kAnd))
      return;
    // "based on rules, and what deals they make": one more object.
    if (Has(next, Is::kQuestion) && !Verb(next) && !Cue(next)) return;
    // "because of the tariffs and of the rise in taxes"
    if (Text(at + 1) == "of" && Has(at, Is::kAnd)) return;
    // "which has failed and for which it must pay"
    if (Has(at + 1, Is::kPreposition) && Has(at + 2, Is::kRelative)) return;
    while (next < end_ && (Has(next, Is::kAdverb) || Mark(next, ','))) {
      if (Verb(next) || (Has(next, Is::kPronoun) && Verb(next + 1))) break;  // "there is"
      ++next;
    }
    // "and occupied areas": no verb.
    const bool adjective = Has(next, Is::kAdjective) && next + 1 < end_ &&
                           tokens_[next + 1].kind == TokenKind::kWord &&
                           (!tokens_[next + 1].capital || NamesBoth(at)) &&
                           !Has(next + 1, Is::kArticle) && !Has(next + 1, Is::kPossessive) &&
                           !Has(next + 1, Is::kPreposition) && !Has(next + 1, Is::kPronoun);
    if (Verb(next) && !adjective && !(Has(at, Is::kAnd) && ToDo(at, next))) {
      if (Cue(next) || !OfRelative(at)) Cut(at, Joint::kVerbs);
      return;
    }
    // "was taken in May and retaken in June"
    if (Has(at, Is::kAnd) && next == at + 1 && Has(next, Is::kVerbPart) &&
        Has(next + 1, Is::kPreposition) && PassiveBefore(at)) {
      Cut(at, Joint::kVerbs);
      return;
    }
    // "and, according to the agency, it has lost 40 ships"
    bool own = false;
    if (Text(next) == "according") {
      uint32_t comma = next;
      while (comma < end_ && comma < next + kSubjectReach && !Mark(comma, ',')) ++comma;
      if (comma + 1 < end_ && Mark(comma, ',') && ClauseAfter(comma + 1, &own) && own)
        Cut(at, Joint::kClauses);
      return;
    }
    if (next < end_ && tags_[next].tag == Tag::kIng && tags_[next].tag != Tag::kNone) {
      if (IngBefore(at)) Cut(at, Joint::kParticiple);
      return;
    }
    const bool strong = Mark(at - 1, ',') || Has(at, Is::kBut);
    // "to push back, and to challenge what was law"
    if (Has(next, Is::kTo) && next + 1 < end_ && tags_[next + 1].tag == Tag::kInfinitive) return;
    if (!strong && (OfNoun(at) || LedName(at))) return;
    if (!strong && (FiredOnes(at) || Text(at) == "or")) return;
    // "and on Monday, a judge said"
    uint32_t from = at + 1;
    for (uint32_t i = from; strong && Has(from, Is::kPreposition) && i < end_ && i <= at + kItem;
         ++i) {
      if (Verb(i)) break;
      if (Mark(i, ',')) from = i + 1;
    }
    if (!ClauseAfter(from, &own) || !own) return;
    if (Enumerated(at) || (!strong && SaidOf(at)) || (!strong && OneSubject(at))) return;
    // "Ukraine and Russia said": two names before one verb are no two clauses; "said the plant was
    // hit and that people fled" are.
    if (!strong && !ClauseLeft(at) && !(Text(at + 1) == "that" && ToldBefore(at))) return;
    Cut(at, Joint::kClauses);
  }
  // "from Kursk and occupied Crimea": a name behind a preposition goes on with another one.
  bool NamesBoth(uint32_t at) const {
    return at > begin_ + 2 && tokens_[at - 1].capital && Has(at - 2, Is::kPreposition);
  }
  // Is the last verb before `at` a passive one?
  bool PassiveBefore(uint32_t at) const {
    while (at > begin_ && !Verb(at - 1)) --at;
    return at > begin_ && tags_[at - 1].passive;
  }
  // "to spare fuel and help the port", "to have fled and have lost two men": one "to" for both.
  bool ToDo(uint32_t at, uint32_t next) const {
    const auto base = [this](uint32_t i) { return Has(i, Is::kVerbBase) || Text(i) == "have"; };
    if (!base(next) || Has(next, Is::kVerbPast) || Has(next, Is::kModal)) return false;
    for (uint32_t i = at, steps = 0; i-- > begin_ + 1 && steps < kItem * 2; ++steps) {
      if (Has(i - 1, Is::kTo) && base(i)) return Text(next) != "have" || Text(i) == "have";
      if (Verb(i) && tags_[i].tag != Tag::kAuxiliary && !Has(i, Is::kVerbPart)) return false;
      if (Mark(i, ',') || Has(i, Is::kAnd) || Has(i, Is::kRelative) || Text(i) == "that")
        return false;
    }
    return false;
  }
  // "a message to the army and its allies by making sure that they win": what "and" joins has no
  // verb of its own, but one behind "by".
  bool OfNoun(uint32_t at) const {
    for (uint32_t i = at + 1; i + 1 < end_ && i < at + kItem; ++i) {
      if (Verb(i) || tokens_[i].kind != TokenKind::kWord) return false;
      if (i > at + 1 && Has(i, Is::kPreposition) && tags_[i + 1].tag == Tag::kIng) return true;
    }
    return false;
  }
  // "downed 32 drones and two missiles launched from the sea": arms counted before and behind, and
  // what was done with the latter.
  bool FiredOnes(uint32_t at) const {
    const auto arms = [this](size_t q) {
      return (quantities_[q].classes & lexicon_.known.weapon) != 0;
    };
    for (size_t q = quantity_begin_ + 1; q < quantity_end_; ++q) {
      const QuantityMention& mention = quantities_[q];
      const uint32_t verb = mention.end;
      if (mention.begin != at + 1) continue;
      return quantities_[q - 1].end == at && arms(q - 1) && arms(q) && Has(verb, Is::kVerbPart) &&
             Has(verb + 1, Is::kPreposition);
    }
    return false;
  }
  // "under Oslo and EU sanctions over the war": two names, and a noun.
  bool LedName(uint32_t at) const {
    return at > begin_ + 2 && at + 2 < end_ && tokens_[at - 1].capital && tokens_[at + 1].capital &&
           Has(at - 2, Is::kPreposition) && Has(at + 2, Is::kNounToo) && Has(at + 2, Is::kVerbS) &&
           Has(at + 3, Is::kPreposition);
  }
  // "those who took the town and burnt it": both verbs are of the relative clause.
  bool OfRelative(uint32_t at) const {
    uint32_t verb = at;
    while (verb > begin_ && !Verb(verb - 1)) --verb;
    if (verb < begin_ + 2) return false;
    uint32_t who = verb - 2;
    while (who > begin_ && (Verb(who) || Has(who, Is::kAdverb))) --who;
    const bool relative = Has(who, Is::kRelative) || Text(who) == "that";
    return relative && who > begin_ && tokens_[who - 1].kind == TokenKind::kWord &&
           !Verb(who - 1) && !Has(who - 1, Is::kPreposition) && !Mark(at - 1, ',');
  }
  // "severe and lasting damage", "again and again", "intercepted and destroyed 30 drones": what
  // stands before "and" goes on behind it.
  bool HalfPhrase(uint32_t at) const {
    if (Mark(at - 1, ',') || Has(at, Is::kBut)) return false;
    const Token& last = tokens_[at - 1];
    if (last.hash == tokens_[at + 1].hash || Has(at - 1, Is::kQuestion)) return true;
    uint32_t next = at + 1;
    while (next + 1 < end_ && Has(next, Is::kAdverb)) ++next;
    const bool verbs = (Verb(at - 1) || tags_[at - 1].tag == Tag::kParticiple) &&
                       (Verb(next) || tags_[next].tag == Tag::kParticiple) && !Cue(next);
    const bool adjective = Has(at - 1, Is::kAdjective) && !last.capital &&
                           (last.classes & Bit(Is::kNounMostly)) == 0 && !Predicate(at - 1);
    // "a British and Canadian monarch"
    const bool of_both = at >= begin_ + 2 && (Text(at - 2) == "a" || Text(at - 2) == "an") &&
                         last.capital && at + 2 < end_ && tokens_[at + 1].capital &&
                         tokens_[at + 2].kind == TokenKind::kWord && !tokens_[at + 2].capital &&
                         !Verb(at + 2);
    return verbs || adjective || of_both;
  }
  bool Cue(uint32_t at) const {
    return bool(lexicon_.cue_phrases.Longest(tokens_.data(), end_, at));
  }
  // "is severe", "became very severe": an adjective that no noun need follow.
  bool Predicate(uint32_t at) const {
    uint32_t i = at;
    while (i > begin_ && Has(i - 1, Is::kAdverb)) --i;
    return i > begin_ && Verb(i - 1);
  }
  // "Japan, India, and Taiwan sell them": the comma is one of an enumeration.
  bool Enumerated(uint32_t at) const {
    if (!Mark(at - 1, ',') || Has(at + 1, Is::kPronoun) || Text(at + 1) == "that") return false;
    for (uint32_t i = at - 1, words = 0; i-- > begin_ && words < kItem; ++words) {
      if (Verb(i)) return false;
      if (Mark(i, ',')) return words > 0;
    }
    return false;
  }
  // "should Norway and Sweden join", "neither Norway nor Sweden can": the verb agrees with both.
  bool OneSubject(uint32_t at) const {
    if (Text(at) == "nor") return true;
    uint32_t verb = at + 1;
    while (verb < end_ && tokens_[verb].capital) ++verb;
    return verb > at + 1 && tokens_[at - 1].capital && Has(verb, Is::kVerbBase) &&
           !Has(verb, Is::kVerbPast) && tags_[verb].tag == Tag::kFinite;
  }
  // "said Norway and Sweden will": the names are the subject of what is said.
  bool SaidOf(uint32_t at) const {
    const bool anew = Has(at + 1, Is::kPronoun) || Has(at + 1, Is::kPreposition);
    for (uint32_t i = at, words = 0; i-- > begin_ && words < (anew ? kItem : kSaid); ++words) {
      if (Verb(i)) return !tags_[i].passive && Cue(i);
      // "said the majority of its soldiers and civilians lack", "a 71-year-old man and a boy"
      const bool figure = tokens_[i].kind == TokenKind::kNumber || tokens_[i].glued;
      if ((tokens_[i].kind != TokenKind::kWord && !figure) || Has(i, Is::kTo) ||
          (Has(i, Is::kPreposition) && (Text(i) != "of" || anew)))
        return false;
    }
    return false;
  }
  // A verb that reports, and a verb of what it reports.
  bool ToldBefore(uint32_t at) const {
    uint32_t verbs = 0;
    for (uint32_t i = at; i-- > begin_;) {
      if (Verb(i) && verbs++ > 0 && Cue(i)) return true;
    }
    return false;
  }
  bool IngBefore(uint32_t at) const {
    for (uint32_t i = at; i-- > begin_;) {
      if (tags_[i].tag == Tag::kIng && i > begin_ && Mark(i - 1, ',')) return true;
      if (Verb(i)) return false;
    }
    return false;
  }
  // Between the last verb and `at` stands its object, not a new subject.
  bool ClauseLeft(uint32_t at) const {
    uint32_t i = at;
    uint32_t words = 0;
    while (i > begin_ && !Verb(i - 1)) {
      --i;
      // "and she and her aides will"
      if (at - i == 2 && Has(i, Is::kAnd) && Has(i + 1, Is::kPronoun)) return false;
      // "unclear what Norway and its allies will do"
      if (Has(i, Is::kQuestion) && !Has(i, Is::kAuxiliary)) return false;
      if (Mark(i, ',') || Has(i, Is::kSubordinator) || Has(i, Is::kRelative) || Text(i) == "that" ||
          Text(i) == "between" || Text(i) == "both") {
        return false;
      }
      ++words;
    }
    // "a woman was killed and two men were wounded"
    const bool done = words == 0 && i > begin_ && tags_[i - 1].passive &&
                      (Has(at + 1, Is::kNumber) || Has(at + 1, Is::kArticle) ||
                       tokens_[at + 1].kind == TokenKind::kNumber);
    return i > begin_ && (words >= 1 || done);
  }

  // Where what it leads ends, if no piece ends there.
  uint32_t Relative(uint32_t at) {
    bool own = false;
    if (!ClauseAfter(at + 1, &own)) return at;
    if (OfWhichNumber(at)) return at;
    uint32_t from = at;
    if (at > begin_ && Has(at - 1, Is::kPreposition)) --from;
    if (from > begin_ && !Mark(from - 1, ',')) return at;
    if (const uint32_t verb = InsideClause(from, at)) return verb;
    Cut(from, Joint::kRelative);
    cuts_.back().place = own && (from < at || Has(at, Is::kSubordinator));
    return at;
  }
  // "The fires, which rockets had set, were a warning": the verb of what the relative clause is
  // about, if it comes after it.
  uint32_t InsideClause(uint32_t from, uint32_t at) const {
    const bool subject = !Verb(from - 1);
    for (uint32_t i = at + 1; subject && i + 1 < end_; ++i) {
      if (Mark(i, ';') || tokens_[i].kind == TokenKind::kCloseQuote) return 0;
      if (!Mark(i, ',')) continue;
      uint32_t verb = i + 1;
      while (verb < end_ && Has(verb, Is::kAdverb)) ++verb;
      if (verb < end_ && Verb(verb) && !Cue(verb)) return verb;
    }
    return 0;
  }

  // "of which 13 were shot down": a figure, see FindFigures.
  bool OfWhichNumber(uint32_t at) const {
    return at + 1 < end_ && Text(at) == "which" && at > begin_ && Text(at - 1) == "of" &&
           (tokens_[at + 1].kind == TokenKind::kNumber || Has(at + 1, Is::kNumber));
  }

  void Subordination(uint32_t at) {
    if (Has(at, Is::kRelative) && !Mark(at - 1, ',')) return;
    const std::string_view word = Text(at);
    if (word == "than" || word == "so" || word == "lest") return;
    if (word == "as" && at + 1 < end_) {
      const std::string_view next = Text(at + 1);
      if (at > begin_ + 1 && Text(at - 2) == "as") return;  // "as long as"
      if (Text(at - 1) == "well" || next == "long" || next == "well" || next == "many" ||
          next == "much" || next == "part" || next == "a" || next == "an" || next == "of" ||
          next == "if")
        return;
    }
    // "The visit comes as ...": no claim without it.
    const bool bare = Verb(at - 1) && !Cue(at - 1) &&
                      !(tags_[at - 1].passive && (word == "when" || word == "after"));
    if (!VerbBefore(at) || bare) return;
    uint32_t next = at + 1;
    while (next < end_ && Has(next, Is::kAdverb) && !Verb(next)) ++next;
    if (next < end_ && tags_[next].tag == Tag::kIng) {
      Cut(at, Joint::kSubordinate);
      return;
    }
    bool own = false;
    if (!ClauseAfter(at + 1, &own)) return;
    uint32_t from = at;
    if (from > begin_ + 1 && Has(from - 1, Is::kAdverb) && (Mark(from - 2, ',')))
      --from;  // ", even as"
    // "two days after": by how much goes along.
    if ((word == "after" || word == "before") && from > begin_ + 2 &&
        words_.Info(tokens_[from - 1].word).unit != TimeUnit::kNone) {
      --from;
      while (from > begin_ + 2 && (Has(from - 1, Is::kNumber) || Has(from - 1, Is::kArticle) ||
                                   Has(from - 1, Is::kAdjective) || Has(from - 1, Is::kVague) ||
                                   tokens_[from - 1].kind == TokenKind::kNumber))
        --from;
      // "more than two hours after", "less than a day after"
      if (Has(from - 1, Is::kPreposition) || Has(from - 1, Is::kAdverb) || Text(from - 1) == "than")
        from = at;
    }
    Cut(from, Joint::kSubordinate);
  }

  const std::vector<QuantityMention>& quantities_;
  size_t quantity_begin_, quantity_end_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  std::vector<Piece> pieces_, cuts_;
};

}  // namespace

std::vector<Piece> SplitClauses(std::string_view text, const Tokens& tokens,
                                const Sentence& sentence, const std::vector<TagInfo>& tags,
                                const std::vector<QuantityMention>& quantities,
                                size_t quantity_begin, size_t quantity_end,
                                const Lexicon& lexicon) {
  return Splitter(text, tokens, sentence, tags, quantities, quantity_begin, quantity_end, lexicon)
      .Run();
}

}  // namespace claimscope
