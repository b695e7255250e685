// Which country a claim is about that no place of its own locates.
#include "base/strings.h"
#include "claims/composer.h"

namespace claimscope {
namespace {

constexpr int kLongSince = 45;         // days
constexpr uint32_t kSinceWhat = 9;     // words from "since" to the war
constexpr uint32_t kLead = 3;          // sentences that say what an article tells of
constexpr uint32_t kSceneWeight = 10;  // a name that locates, beside one that does not
constexpr uint32_t kOverScene = 3;     // so many times the names of where it is located
constexpr uint32_t kLeastNamed = 5;  // of so many names, one at least is of the country it tells of

}  // namespace

// "The country's exports", "its attack on Norway, in the east of the country": the one named before
// it in the sentence, else the one spoken of just before.
RegionId Composer::TheCountry(uint32_t begin, uint32_t end, RegionId speaker) const {
  for (uint32_t at = begin + 1; at < end; ++at) {
    // "drones over its own territory": the speaker's
    if (Text(at) == "own" && Text(at - 1) == "its" && at + 1 < end && speaker != 0 &&
        (classes_[at + 1] & territory_) != 0)
      return speaker;
    if (Text(at) != "country" || !(Text(at - 1) == "the" || Text(at - 1) == "The")) continue;
    const PlaceFinding* before = nullptr;
    for (size_t p = place_begin_; p < place_end_ && a_.places[p].begin < at; ++p) {
      const PlaceFinding& place = a_.places[p];
      const bool land = place.kind != PlaceKind::kDemonym || TerritoryFollows(place.end);
      if (place.region != 0 && land && !OfSpeaker(place.begin)) before = &place;
    }
    // In its own land, or where most of the article is.
    if (before != nullptr && scene_ != 0 && Attacks(*before, at))
      return struck_ != 0 && struck_ != pack_.gazetteer.CountryOf(before->region) ? struck_
                                                                                  : scene_;
    if (before != nullptr) return pack_.gazetteer.CountryOf(before->region);
    bool other = false;  // "the Syrian government ... the country, Norway's minister said"
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const RegionId region = a_.places[p].region;
      other = other || (region != 0 && pack_.gazetteer.CountryOf(region) != speaker);
    }
    return speaker != 0 && !other && NationalSpeaks() ? speaker : last_spoken_;
  }
  return 0;
}

// "Norway goes on with its raids in the east of the country": does the state do so before `end`?
bool Composer::Attacks(const PlaceFinding& place, uint32_t end) const {
  const KnownClasses& known = pack_.lexicon.known;
  uint32_t verb = place.end;
  while (verb < end && verb < place.end + 3 && a_.tags[verb].tag == Tag::kAuxiliary) ++verb;
  if (place.kind != PlaceKind::kCountry || a_.tags[verb].tag != Tag::kFinite ||
      a_.tags[verb].passive)
    return false;
  for (uint32_t at = verb; at < end; ++at) {
    if ((classes_[at] & (known.operation | known.strike | known.war | weapon_)) != 0) return true;
  }
  return false;
}

// An event happens somewhere: in its sentence, near what was located last, else where the article
// is at home.
RegionId Composer::EventRegion(uint32_t begin, uint32_t end, bool afar) const {
  if (const RegionId near = NearRegion(begin)) return near;
  if (const RegionId all = CountryOfParts(end)) return all;
  // What a state's own army or minister tells anew is of all the state: "it shot down 40 drones".
  if (const RegionId carried = CarriedRegion()) {
    const bool apart = a_.sentences[last_region_sentence_].paragraph != a_.sentences[s_].paragraph;
    const bool of_all = afar || (NationalSpeaks() && TellsAnew()) || (apart && AllTold());
    return of_all ? pack_.gazetteer.CountryOf(carried) : carried;
  }
  if (home_ != 0) return home_;
  if (const RegionId spoken = SpokenOf(begin, end, true)) return spoken;
  if (const RegionId country = RecentCountry()) return country;
  return scene_;
}

// "Shot down 31 drones: 14 over Akershus, nine over Buskerud": the state in which they all were.
RegionId Composer::CountryOfParts(uint32_t end) const {
  RegionId first = 0;
  bool several = false;
  for (size_t p = place_begin_; figures_follow_ && p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < end || !place.located || place.region == 0 || OfSpeaker(place.begin) ||
        Compared(place.begin))
      continue;
    const RegionId country = pack_.gazetteer.CountryOf(place.region);
    if (first != 0 && country != pack_.gazetteer.CountryOf(first)) return 0;
    several = several || (first != 0 && place.region != first);
    if (first == 0) first = place.region;
  }
  return several ? pack_.gazetteer.CountryOf(first) : RegionId{0};
}

// "along the front line", "across the entire front": "the" of it at `at`.
bool Composer::AllTheFront(uint32_t at) const {
  if (at == 0 || !(Text(at - 1) == "along" || Text(at - 1) == "across" || Text(at - 1) == "on"))
    return false;
  uint32_t noun = at + 1;
  while (Has(noun, Is::kAdjective) || Text(noun) == "entire" || Text(noun) == "whole") ++noun;
  const std::string_view front = Text(noun);
  if (front == "frontline" || front == "frontlines") return true;
  // "along the front", "on the front line"; not "on the front steps"
  const std::string_view next = Text(noun + 1);
  if (front != "front") return false;
  return next.starts_with("line") || noun + 1 >= a_.tokens.size() ||
         a_.tokens[noun + 1].kind != TokenKind::kWord || Has(noun + 1, Is::kPreposition) ||
         a_.tags[noun + 1].tag != Tag::kNone;
}

// "Since the invasion began", "since March": for longer than one event lasts.
bool Composer::SinceLong() const {
  for (size_t d = date_begin_; d < date_end_; ++d) {
    const DateMention& date = a_.dates[d];
    if (!date.days.from.known() || !article_.date.known() ||
        date.days.from + kLongSince > article_.date)
      continue;
    for (uint32_t at = date.begin + 1; at-- > a_.sentences[s_].begin && at + 2 > date.begin;) {
      if (pack_.lexicon.words.Info(a_.tokens[at].word).key == TimeKey::kSince) return true;
    }
  }
  // "since the start of the operation", of which no table tells the day
  const KnownClasses& known = pack_.lexicon.known;
  const uint32_t end = a_.sentences[s_].end;
  for (uint32_t at = a_.sentences[s_].begin; at < end; ++at) {
    if (pack_.lexicon.words.Info(a_.tokens[at].word).key != TimeKey::kSince) continue;
    for (uint32_t i = at + 1; i < end && i < at + kSinceWhat && a_.tokens[i].mark != ','; ++i) {
      if ((classes_[i] & (known.war | known.operation)) != 0) return true;
    }
  }
  return false;
}

// "Since the invasion began, 10,000 have been killed", "134 clashes along the front line".
bool Composer::AllTold() const {
  if (SinceLong()) return true;
  for (uint32_t at = a_.sentences[s_].begin; at + 1 < a_.sentences[s_].end; ++at) {
    if ((Text(at) == "the" || Text(at + 1).starts_with("front")) && AllTheFront(at)) return true;
  }
  return false;
}

// Nothing in the sentence points to what was told before: "the building", "it was", "there".
bool Composer::TellsAnew() const {
  const auto [begin, end] = std::pair(a_.sentences[s_].begin, a_.sentences[s_].end);
  // "40 have been killed so far", "since the war began", "to date": all there have been
  bool all = SinceLong();
  for (uint32_t at = begin; at + 1 < end; ++at)
    all = all || (Text(at) == "so" && Text(at + 1) == "far");
  for (uint32_t at = begin; at < end; ++at) {
    if (InSource(at) || a_.tokens[at].kind != TokenKind::kWord) continue;
    const std::string word = AsciiLower(Text(at));
    const KnownClasses& known = pack_.lexicon.known;  // "12 people were hurt": there, then
    const bool people = (classes_[at] & known.people) != 0 && (classes_[at] & known.troops) == 0;
    if (people && !all) return false;
    // "in its morning report", "for its part": the speaker's
    const std::string_view led = at > begin ? Text(at - 1) : std::string_view();
    const bool report = word == "its" && at > begin &&
                        (EqualsIgnoreAsciiCase(led, "in") || led == "within" || led == "for");
    if (word == "this" || word == "these" || word == "those" || word == "there" || word == "both" ||
        (word == "its" && !report))
      return false;
    const bool subject = word == "it" || word == "they";
    if (subject && at > begin && !Has(at - 1, Is::kSpeech)) return false;
    if (word != "the" || at + 1 >= end) continue;
    const bool time = pack_.lexicon.words.Info(a_.tokens[at + 1].word).key != TimeKey::kNone ||
                      Has(at + 1, Is::kTimeUnit) || Has(at + 1, Is::kTimeWord) ||
                      Text(at + 1) == "previous" || Text(at + 1) == "preceding" ||
                      Text(at + 1) == "country";
    if (!time && !all && !a_.tokens[at + 1].capital && !AllTheFront(at)) return false;
  }
  return true;
}

// The state that the clause says something of, when it is no place of an event: its subject, the
// only state that it names, of several the one that the article is about.
RegionId Composer::SpokenOf(uint32_t begin, uint32_t end, bool event) const {
  RegionId first = 0, actor = 0;
  bool several = false, of_article = false, does = false;
  const RegionId article = topic_;
  bool beside = false, main = false;  // "Compared with Norway, Sweden has few": of Sweden
  const auto Skipped = [&](const PlaceFinding& place) {
    return place.begin < begin || place.begin >= end || place.region == 0 ||
           Elsewhere(place.begin, begin);
  };
  for (size_t p = place_begin_; p < place_end_; ++p) {
    if (Skipped(a_.places[p])) continue;
    (Beside(a_.places[p].begin) ? beside : main) = true;
  }
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (Skipped(place) || (beside && main && Beside(place.begin))) continue;
    if (place.begin > 1 && Text(place.begin - 1) == "with" && Text(place.begin - 2) == "border")
      continue;
    if (Attacker(place) || OfNational(place) || (event && OfPerson(place))) continue;
    const RegionId country = pack_.gazetteer.CountryOf(place.region);
    of_article = of_article || country == article;
    if (first == 0) {
      // Right before the verb, or whose something it is.
      uint32_t at = place.end;
      while (at < end && at < place.end + 4 && a_.tags[at].tag == Tag::kNone &&
             a_.tokens[at].kind == TokenKind::kWord && !Has(at, Is::kPreposition))
        ++at;
      const bool subject = at < end && a_.tags[at].OfClause();
      uint32_t clause = begin;  // "the army said Norway launched"
      for (size_t i = attribution_begin_; struck_ != 0 && i < attribution_end_; ++i) {
        const Attribution& a = a_.attributions[i];
        if (a.kind != CueKind::kThink && a.content_begin >= a.cue_end &&
            a.content_begin <= place.begin)
          clause = std::max(clause, a.content_begin);
      }
      if (subject && NoVerb(clause, place.begin)) {
        // "Norway was hit": it happened there.
        uint32_t verb = at;
        while (verb < end && a_.tags[verb].tag == Tag::kAuxiliary) ++verb;
        if (!event || (verb < end && a_.tags[verb].passive)) return country;
        // "Russia pushed Ukrainian forces back": whoever does it is not where it happens.
        if (actor == 0) {
          actor = country;
          does = !pack_.lexicon.cue_phrases.Starts(a_.tokens[at]);  // not "Norway expects that"
          continue;
        }
      }
      first = country;
    }
    several = several || (country != first && country != actor);
  }
  // "Norway took two towns": where the sentence before was, rather than in Norway.
  if (first == 0 && does && last_country_ != 0 &&
      last_country_sentence_ + (last_country_ == scene_ ? kCountryReach : 2) >= s_)
    return last_country_;
  if (first == 0 && event && does && struck_ != 0 && struck_ != actor) return struck_;
  if (first == 0) first = actor;
  if (several) return of_article ? article : first;
  for (uint32_t at = begin; at < end && first == 0; ++at) {
    if (!OfSpeaker(at)) first = actor_countries_[at];
  }
  return first;
}

// "Norway's invasion", "the Norwegian attacks": whose it is is not where it is, nor what it is of.
bool Composer::Attacker(const PlaceFinding& place) const {
  const KnownClasses& known = pack_.lexicon.known;
  // "an invasion by Norway"
  if (place.begin > 1 && Text(place.begin - 1) == "by" &&
      (classes_[place.begin - 2] & (known.operation | known.strike | known.war)) != 0)
    return true;
  const bool owner = place.end < classes_.size() && a_.tokens[place.end].glued;
  if (place.kind != PlaceKind::kDemonym && !owner) return false;  // "the Norway war"
  for (uint32_t at = place.end; at < classes_.size() && at < place.end + 5; ++at) {
    if (a_.tokens[at].kind != TokenKind::kWord || Has(at, Is::kPreposition) ||
        a_.tags[at].tag == Tag::kFinite)
      return false;
    if ((classes_[at] & (known.operation | known.strike | known.war)) != 0) return true;
  }
  return false;
}

// "a Norwegian national", "the Norwegian citizen Petro Koval"; not "the Norwegian national team".
bool Composer::OfNational(const PlaceFinding& place) const {
  const uint32_t next = place.end + 1;
  if (place.kind != PlaceKind::kDemonym || place.end >= a_.tokens.size() ||
      !Has(place.end, Is::kNationality) || a_.tokens[place.end].capital)
    return false;
  return next >= a_.tokens.size() || a_.tokens[next].kind != TokenKind::kWord ||
         a_.tokens[next].capital || Has(next, Is::kPreposition) || Has(next, Is::kAnd) ||
         Has(next, Is::kRelative) || a_.tags[next].tag != Tag::kNone;
}

// "a Norwegian suspect", "two Norwegian citizens", in an article on another state: whose they are.
bool Composer::OfPerson(const PlaceFinding& place) const {
  if (OfNational(place)) return true;
  const RegionId country = pack_.gazetteer.CountryOf(place.region);
  if (place.kind != PlaceKind::kDemonym || scene_ == 0 || scene_ == country ||
      (place.begin > 0 && EqualsIgnoreAsciiCase(Text(place.begin - 1), "the")))
    return false;
  for (uint32_t at = place.end; at < classes_.size() && at < place.end + 3; ++at) {
    if ((classes_[at] & pack_.lexicon.known.troops) != 0) return false;
    if ((classes_[at] & pack_.lexicon.known.people) != 0) return true;
  }
  return false;
}

// Where a speaker comes from: his name in the table, or a state or region named with him; known for
// what he says next, too.
RegionId Composer::SpeakerCountry(const Attribution* attribution, const std::string& claimant) {
  if (attribution == nullptr) return 0;
  const auto known = speakers_.find(claimant);
  if (known != speakers_.end()) return known->second;
  RegionId country = 0;
  for (uint32_t at = attribution->source_begin; at < attribution->source_end; ++at) {
    if (country == 0) country = actor_countries_[at];
  }
  for (size_t p = place_begin_; p < place_end_ && country == 0; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin >= attribution->source_begin && place.begin < attribution->source_end &&
        place.region != 0)
      country = pack_.gazetteer.CountryOf(place.region);
  }
  if (country != 0) speakers_.emplace(claimant, country);
  return country;
}

// "in Norway", "the floods of Norway", "near Bergen"; but "exports to Norway".
bool Composer::IsScene(const PlaceFinding& place) const {
  if (!place.located || place.kind == PlaceKind::kDemonym) return false;
  if (place.kind == PlaceKind::kSettlement || place.kind == PlaceKind::kRegion) return true;
  uint32_t at = place.begin;
  if (at > 1 && Has(at - 1, Is::kArticle)) --at;
  const std::string_view word = at > 0 ? Text(at - 1) : std::string_view();
  return word != "to" && word != "from" && word != "with";
}

// Where nothing near a claim says where, most articles still tell of one country: politics of the
// one that is named most, anything else of where most of it is located. What stands in the first
// sentences counts for more; what is named by the way, beside many others, tells nothing.
void Composer::CountCountries() {
  struct Count {
    RegionId country;
    uint32_t names, places,
        scenes;  // of any kind, but adjectives and persons, but what is no place
  };
  std::vector<Count> counts;
  Count all = {};
  const uint32_t lead = a_.sentences.size() > kLead ? a_.sentences[kLead].begin : 0;
  const auto add = [&](RegionId country, uint32_t at, bool named, bool scene) {
    auto same = std::find_if(counts.begin(), counts.end(),
                             [&](const Count& count) { return count.country == country; });
    if (same == counts.end()) same = counts.insert(counts.end(), {country, 0, 0, 0});
    const uint32_t weight = at < lead ? 2 : 1;
    for (Count* count : {&*same, &all}) {
      count->names += weight;
      if (named) count->places += weight;
      if (scene) count->scenes += weight;
    }
  };
  size_t place = 0, attribution = 0, sentence = 0;
  for (uint32_t at = 0; at < actor_countries_.size(); ++at) {
    while (sentence + 1 < a_.sentences.size() && a_.sentences[sentence].end <= at) ++sentence;
    if (a_.sentences[sentence].dateline) continue;  // where it was written
    while (place < a_.places.size() && a_.places[place].begin < at) ++place;
    while (attribution < a_.attributions.size() && a_.attributions[attribution].source_end <= at)
      ++attribution;
    if (attribution < a_.attributions.size() && at >= a_.attributions[attribution].source_begin)
      continue;  // where a speaker comes from
    if (place < a_.places.size() && a_.places[place].begin == at && a_.places[place].region != 0)
      add(pack_.gazetteer.CountryOf(a_.places[place].region), at,
          a_.places[place].kind != PlaceKind::kDemonym, IsScene(a_.places[place]));
    else if (actor_countries_[at] != 0)
      add(actor_countries_[at], at, false, false);
  }
  // The headline, which most texts are without.
  const Tokens headline = Tokenize(article_.title, pack_.lexicon.words);
  for (const PlaceFinding& named :
       FindPlaces(article_.title, headline, SplitSentences(article_.title, headline, pack_.lexicon),
                  pack_.lexicon, pack_.gazetteer)) {
    // In capitals any word may be a town's: "CAROLINA POWER".
    if (named.region == 0 ||
        (named.kind == PlaceKind::kSettlement && headline[named.begin].all_caps))
      continue;
    const bool scene = named.kind == PlaceKind::kSettlement || named.kind == PlaceKind::kRegion;
    add(pack_.gazetteer.CountryOf(named.region), 0, named.kind != PlaceKind::kDemonym, scene);
  }
  // One place by the way makes no scene.
  const auto Scene = [](const Count& count) {
    return count.places + kSceneWeight * (count.scenes > 0 ? count.scenes - 1 : 0);
  };
  uint32_t most = 0, most_scene = 0, scene_names = 0;
  for (const Count& count : counts) {
    if (count.scenes >= 2 && count.scenes * 3 > all.scenes * 2 && count.names * 4 > all.names)
      home_ = count.country;
    if (count.names > most && count.names * kLeastNamed > all.names) {
      most = count.names;
      topic_ = count.country;
      alone_ = count.names * 2 > all.names ? count.country : 0;
    }
    if (Scene(count) > most_scene && Scene(count) * kLeastNamed > Scene(all)) {
      most_scene = Scene(count);
      scene_ = count.country;
      scene_names = count.names;
    }
  }
  // "the war in Norway", named twice in an article on Sweden
  if (scene_ != 0 && scene_ != home_ && topic_ != 0 && most > kOverScene * scene_names)
    scene_ = topic_;
}

}  // namespace claimscope
