#include "claims/analysis.h"

#include <algorithm>

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

namespace {

constexpr uint32_t kBylineWords = 24;

// "By Anna Berg Reporting from Oslo, Norway The mayor said ...": who wrote it and where, run into
// the first sentence, is a dateline of its own.
void PartBylines(std::string_view text, const Tokens& tokens, const Gazetteer& gazetteer,
                 std::vector<Sentence>* sentences) {
  std::vector<Sentence> parted;
  parted.reserve(sentences->size());
  for (const Sentence& sentence : *sentences) {
    parted.push_back(sentence);
    if (sentence.dateline) continue;
    const uint32_t limit = std::min(sentence.end, sentence.begin + kBylineWords);
    for (uint32_t at = sentence.begin; at + 2 < limit; ++at) {
      if (TextOf(text, BytesOf(tokens, at, at + 1)) != "Reporting" ||
          TextOf(text, BytesOf(tokens, at + 1, at + 2)) != "from")
        continue;
      uint32_t end = at + 2;
      for (;;) {
        const uint32_t place = tokens[end].mark == ',' ? end + 1 : end;
        if (place >= sentence.end || !tokens[place].capital) break;
        const auto match = gazetteer.Longest(tokens.data(), sentence.end, place);
        if (!match || place + match.length >= sentence.end) break;
        end = place + match.length;
        if (tokens[end].mark != ',') break;
      }
      if (end > at + 2 && tokens[end].capital) {
        parted.back().end = end;
        parted.back().dateline = true;
        parted.push_back(sentence);
        parted.back().begin = end;
      }
      break;
    }
  }
  sentences->swap(parted);
}

}  // namespace

Analysis Analyse(std::string_view text, Day published, const RulePack& pack,
                 AttitudeReader attitudes) {
  Analysis a;
  a.text = text;
  a.tokens = Tokenize(text, pack.lexicon.words);
  a.sentences = SplitSentences(text, a.tokens, pack.lexicon);
  PartBylines(text, a.tokens, pack.gazetteer, &a.sentences);
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
