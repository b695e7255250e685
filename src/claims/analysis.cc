#include "claims/analysis.h"

#include "base/strings.h"
#include "claims/quoted_names.h"
#include "model/names.h"

namespace claimscope {

Status RulePack::Load(const FileBundle& rules) {
  if (Status status = LoadNames(rules); !status.ok()) return status;
  if (Status status = lexicon.Load(rules); !status.ok()) return status;
  if (Status status = gazetteer.Load(rules, &lexicon); !status.ok()) return status;
  if (Status status = actors.Load(rules, &lexicon, &gazetteer); !status.ok()) return status;
  if (Status status = scenes.Load(rules, &lexicon); !status.ok()) return status;
  if (Status status = kinds.Load(rules, scenes, &lexicon); !status.ok()) return status;
  const Result<Table> table = ReadTable(rules, "lexicon/topic.tsv");
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    for (std::string_view phrase : SplitTrimmed(table->At(row, "words"), '|')) {
      topic.Add(PhraseWords(phrase, &lexicon.words), 0);
    }
  }
  MarkStarts();
  return Status::Ok();
}

void RulePack::MarkStarts() {
  int bit = 0;
  Vocabulary* const words = &lexicon.words;
  for (PhraseTrie* phrases :
       {&lexicon.noun_phrases, &lexicon.unit_phrases, &lexicon.bound_phrases, &lexicon.cue_phrases,
        &lexicon.status_phrases, &lexicon.status_verbs, &lexicon.status_predicates,
        &lexicon.role_phrases, &lexicon.event_phrases, &lexicon.moment_phrases, &topic}) {
    phrases->MarkStarts(bit++, words);
  }
  gazetteer.MarkStarts(bit++, words);
  scenes.MarkStarts(bit++, words);
  kinds.MarkStarts(bit, words);
  actors.MarkStarts(bit + 3, bit + 4, words);
}

Analysis Analyse(std::string_view text, Day published, const RulePack& pack,
                 AttitudeReader attitudes) {
  Analysis a;
  a.text = text;
  a.tokens = Tokenize(text, pack.lexicon.words);
  a.sentences = SplitSentences(text, a.tokens, pack.lexicon);
  UnquoteMedia(pack.actors, &a.tokens);
  a.tags = TagVerbs(text, a.tokens, a.sentences, pack.lexicon);
  a.dates = FindDates(text, a.tokens, a.sentences, pack.lexicon, published);
  a.quantities = FindQuantities(text, a.tokens, a.sentences, a.dates, pack.lexicon, &a.asides);
  a.places = FindPlaces(text, a.tokens, a.sentences, pack.lexicon, pack.gazetteer);
  a.attributions = FindAttributions(text, a.tokens, a.sentences, a.tags, a.places, pack.lexicon,
                                    pack.gazetteer, pack.actors, published, attitudes);
  return a;
}

}  // namespace claimscope
