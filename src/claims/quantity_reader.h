// Reads the figures of one sentence after another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/quantities.h"

namespace claimscope {

class QuantityReader {
 public:
  QuantityReader(std::string_view text, const Tokens& tokens, const std::vector<DateMention>& dates,
                 const Lexicon& lexicon, std::vector<QuantityMention>* asides);

  void ReadSentence(const Sentence& sentence, std::vector<QuantityMention>* out);

 private:
  const WordInfo& Info(uint32_t at) const { return words_.Info(at < end_ ? tokens_[at].word : 0); }
  WordId Word(uint32_t at) const { return at < end_ ? tokens_[at].word : 0; }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  bool IsMark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool IsDigits(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kNumber; }
  bool IsWord(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kWord; }
  bool Glued(uint32_t at) const { return at < end_ && tokens_[at].glued; }
  // "-" and "−"
  bool IsSign(uint32_t at) const { return IsMark(at, '-') || Text(at) == "\xE2\x88\x92"; }
  PhraseTrie::Match UnitPhrase(uint32_t at) const {
    return lexicon_.unit_phrases.Longest(tokens_.data(), end_, at);
  }
  uint32_t Size(uint32_t at) const { return tokens_[at].end - tokens_[at].begin; }
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
                     : std::string_view();
  }
  bool InDate(uint32_t at) const;
  bool CanStart(uint32_t at) const;
  Scope SentenceScope();

  // quantity_numbers.cc, quantity_words.cc: the value alone. Each gives the token after it, or
  // `at`.
  uint32_t Number(uint32_t at, double* value, bool* vague) const;
  bool DecimalComma(uint32_t at) const;
  uint32_t NumberWords(uint32_t at, double* value) const;
  uint32_t VagueNumber(uint32_t at, double* value) const;
  uint32_t Fraction(uint32_t at, double* value) const;
  uint32_t AndAHalf(uint32_t at) const;
  uint32_t Scales(uint32_t at, uint32_t begin, double* total) const;
  uint32_t Power(uint32_t at, double* value) const;
  uint32_t Margin(uint32_t at) const;
  double LetterScale(uint32_t at) const;
  bool Millions(uint32_t at) const;
  double GlyphFraction(uint32_t at) const;
  bool MoneyBefore(uint32_t at) const;
  uint32_t Range(uint32_t at, uint32_t end, Quantity* q) const;

  // quantity_asides.cc: figures that no claim counts.
  bool Aside(uint32_t at, QuantityMention* mention) const;
  bool HalfOf(uint32_t at) const;
  bool Compound(uint32_t at, QuantityMention* mention) const;
  bool Minus(uint32_t at, uint32_t end) const;

  // quantity_names.cc: figures that are no quantities.
  bool CountsNobody(uint32_t at, uint32_t end) const;
  bool PartOfName(uint32_t at, uint32_t end) const;
  bool OneOfNoFigure(uint32_t at, uint32_t end) const;
  bool PeopleState(uint32_t at) const;
  bool OfEra(uint32_t end) const;
  bool DayInBrackets(uint32_t at) const;
  bool NumberedName(uint32_t at, uint32_t end) const;
  bool Score(uint32_t at, uint32_t end) const;
  bool Clock(uint32_t end) const;
  bool Something(uint32_t end) const;
  bool Age(uint32_t at, uint32_t end) const;

  // quantity_nouns.cc: what is counted.
  bool IsModifier(uint32_t at) const;
  bool Abbreviated(uint32_t at) const;
  uint32_t OwnedBy(uint32_t at, uint32_t end) const;
  void NounAfter(uint32_t end, QuantityMention* mention, bool has_unit);
  void OfWhat(uint32_t end, QuantityMention* mention) const;
  bool TakeNoun(uint32_t* at, QuantityMention* mention) const;
  bool OfPeople(uint32_t at) const;
  bool IsPluralNoun(uint32_t at) const;
  std::string PluralText(uint32_t at) const;
  bool Article(uint32_t at, QuantityMention* mention);

  // quantities.cc
  bool Read(uint32_t at, QuantityMention* mention);
  const Unit* MoneyAt(uint32_t at, uint32_t* after) const;
  uint32_t OutOf(uint32_t end, QuantityMention* mention) const;
  void SetWhole(uint32_t begin, uint32_t end, double value, QuantityMention* mention) const;
  uint32_t Grown(uint32_t end, QuantityMention* mention) const;
  void SetUnit(const Unit& unit, QuantityMention* mention) const;
  bool UnitAfter(uint32_t end, QuantityMention* mention);
  bool PoundsOfMoney(uint32_t end, uint32_t after, double value) const;
  bool Changes(uint32_t from) const;
  void UnitBehindNext(uint32_t end, QuantityMention* mention) const;
  void SmallChange(QuantityMention* mention) const;
  void BoundBefore(QuantityMention* mention) const;
  void BoundAfter(QuantityMention* mention);
  void JoinConversion(QuantityMention* mention) const;
  uint32_t OrConversion(const QuantityMention& mention) const;

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<DateMention>& dates_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  std::vector<QuantityMention>* asides_;
  // Words that the grammar of figures is made of.
  const WordId a_, an_, and_, another_, between_, from_, more_, no_, of_, one_, or_, other_, the_,
      to_, its_, their_, than_, twice_;
  uint32_t begin_ = 0, end_ = 0, previous_end_ = 0;
  size_t date_ = 0, sentence_date_ = 0;
};

}  // namespace claimscope
