#include "claims/clause_figures.h"

namespace claimscope {
namespace {

class FigureCuts : TaggedSentence {
 public:
  FigureCuts(const TaggedSentence& sentence, const std::vector<QuantityMention>& quantities,
             const KnownClasses& known, std::vector<Piece>* cuts)
      : TaggedSentence(sentence), quantities_(quantities), known_(known), cuts_(cuts) {}

  void Find(size_t quantity_begin, size_t quantity_end) {
    bool first = true;
    for (size_t q = quantity_begin; q < quantity_end; ++q) {
      const QuantityMention& mention = quantities_[q];
      if (mention.is_time || (q > quantity_begin && CutComparison(mention, q)) || mention.measured)
        continue;
      if (mention.article && (mention.classes & (known_.weapon | known_.strike)) == 0) continue;
      const uint32_t from = NounOf(mention.begin);
      if (from > begin_) Look(from, q, first, q > quantity_begin ? quantities_[q - 1].classes : 0);
      first = false;
    }
  }

 private:
  void Cut(uint32_t at, Joint joint, size_t quantity) {
    cuts_->push_back({at, end_, joint, static_cast<int>(quantity)});
  }

  // ", down from 87,000 at dawn", ", up 16 per cent", "compared with 300 a year ago", ", or 3 per
  // cent of all", ", 18 per cent less than in July": what a figure is held against.
  bool CutComparison(const QuantityMention& mention, size_t quantity) {
    const uint32_t from = mention.begin;
    if (from < begin_ + 3) return false;
    const uint32_t prior = from - 1;
    const auto way = [this](uint32_t i) { return Text(i) == "up" || Text(i) == "down"; };
    const bool share = mention.quantity.unit == "%";
    uint32_t at = end_;
    if (Text(prior) == "from" && way(prior - 1) && Mark(prior - 2, ','))
      at = prior - 1;
    else if (way(prior) && Mark(prior - 1, ','))
      at = prior;
    else if ((Text(prior) == "with" || Text(prior) == "to") && Text(prior - 1) == "compared")
      at = prior - 1;
    else if (share && Text(prior) == "or" && Mark(prior - 1, ','))
      at = from;
    else if (share && Mark(prior, ',') && mention.end + 1 < end_ && Text(mention.end + 1) == "than")
      at = from;
    if (at >= end_ || !VerbBefore(at)) return false;
    Cut(at, Joint::kFigure, quantity);
    return true;
  }

  // "an attack by 20 drones" after "and": from the noun's article on.
  uint32_t NounOf(uint32_t from) const {
    if (from <= begin_ + 2 ||
        !(Text(from - 1) == "by" || Text(from - 1) == "with" || Text(from - 1) == "of"))
      return from;
    for (uint32_t back = 2; back <= 4 && from >= begin_ + back + 1; ++back) {
      const uint32_t i = from - back;
      const bool joined = Has(i - 1, Is::kAnd) || Mark(i - 1, ',');
      if ((Has(i, Is::kArticle) || back == 2) && joined && !Verb(i)) return i;
    }
    return from;
  }

  // The figure that begins at `from`; `first`: of its sentence; `before`: what the one before it
  // counts.
  void Look(uint32_t from, size_t q, bool first, NounClasses before) {
    const NounClasses people = quantities_[q].classes & known_.people;
    const uint32_t prior = from - 1;
    const bool with = Text(prior) == "with" && prior > begin_;
    const bool of_them = Text(prior) == "them" && prior > begin_ && Text(prior - 1) == "among";
    if ((Text(prior) == "including" || Text(prior) == "includes" || with || of_them) &&
        VerbBefore(prior)) {
      // "with 50 of the drones shot down"
      const uint32_t done = quantities_[q].end;
      const bool after_comma = prior > begin_ && Mark(prior - 1, ',') &&
                               (people != 0 || (done < end_ && Has(done, Is::kVerbPart)));
      if (with && !after_comma && (before & people) == 0) return;
      Cut(of_them ? prior - 1 : prior, Joint::kIncluding, q);
      return;
    }
    const bool listed = Mark(prior, ',') || Has(prior, Is::kAnd) || Mark(prior, ':') ||
                        Mark(prior, ';') ||
                        (Text(prior) == "as" && prior > begin_ && Text(prior - 1) == "well");
    if (prior > begin_ + 1 && Text(prior) == "which" && Text(prior - 1) == "of") {
      Cut(prior - 1, Joint::kFigure, q);
    } else if (listed && !first) {
      Cut(from, Joint::kFigure, q);
    }
  }

  const std::vector<QuantityMention>& quantities_;
  const KnownClasses& known_;
  std::vector<Piece>* cuts_;
};

}  // namespace

void FindFigureCuts(const TaggedSentence& sentence, const std::vector<QuantityMention>& quantities,
                    size_t quantity_begin, size_t quantity_end, const KnownClasses& known,
                    std::vector<Piece>* cuts) {
  FigureCuts(sentence, quantities, known, cuts).Find(quantity_begin, quantity_end);
}

}  // namespace claimscope
