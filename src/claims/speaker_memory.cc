// Who has spoken so far: whom "he", "the minister", a surname alone mean.
#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "claims/speakers.h"

namespace claimscope {
namespace {

constexpr size_t kMemory = 24;
constexpr uint32_t kMinisterReach = 4;   // sentences
constexpr uint32_t kPronounReach = 8;    // sentences
constexpr uint32_t kBodyReach = 4;       // sentences
constexpr uint32_t kEpithetReach = 3;    // sentences
constexpr uint32_t kMentionReach = 120;  // tokens
constexpr uint32_t kNearMention = 30;    // tokens
constexpr uint32_t kBareWords = 4;       // of a body without its name
constexpr size_t kLeastRespelt = 5;      // letters of a name
constexpr size_t kNamesLookedAt = 200;   // for one office

// Do the words name one of the offices, all of it?
bool Holds(const Lexicon::Offices& offices, const std::vector<uint32_t>& words) {
  return std::any_of(offices.begin(), offices.end(), [&](const auto& office) {
    return std::all_of(office.begin(), office.end(), [&](uint32_t word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
  });
}

}  // namespace

const Speaker* SpeakerResolver::Pronoun(std::string_view word, uint32_t at, uint32_t sentence) {
  const std::string folded = AsciiLower(word);
  const bool they =
      folded == "they" || folded == "it" || folded == "we" || folded == "them" || folded == "their";
  const char gender = folded == "she" || folded == "her"                     ? 'f'
                      : folded == "he" || folded == "him" || folded == "his" ? 'm'
                                                                             : '\0';
  if (memory_.empty()) {
    if (gender == 0) return nullptr;
    const Speaker* const known = Mentioned({}, 0, gender, at);
    return known != nullptr ? known : FirstNamed(gender, at, kMentionReach);
  }
  // "The ministry gave another account. It said": the body that the sentence before is about.
  const bool leads = at > 0 && (tokens_[at].paragraph || tokens_[at - 1].mark == '.');
  if (folded == "it" && leads && !subject_.claimant.empty() && subject_.sentence + 1 == sentence &&
      memory_.back().sentence < subject_.sentence)
    return &subject_;
  if (they) {
    for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
      if (!i->person || (i->proper && i->sentence + kEpithetReach >= sentence) ||
          (folded == "they" && Several(*i) && i->sentence + 1 >= sentence))
        return &*i;
    }
  }
  // Translated news calls an army "he", right after it has spoken.
  const Speaker& last = memory_.back();
  const bool body = !last.person && !last.media && !(last.thing && gender != 0) &&
                    !(gender != 0 && Several(last)) && last.sentence + 1 >= sentence;
  if (body && gender != 0) {
    if (const Speaker* const owner = OwnerBefore(gender, at)) return owner;
  }
  if (body && gender == 'f') {
    for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
      if (i->sentence + kPronounReach < last.sentence) break;
      if (i->gender == 'f') return &*i;
    }
  }
  if (body) return &last;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (i->sentence + kPronounReach < memory_.back().sentence) break;
    if (i->person && i->named && CanBe(*i, gender)) return &*i;
  }
  // "The guild wrote ... It was made by Petro Koval. He confirmed": no guild is "he".
  if (gender != 0 && !last.person && !memory_.empty()) {
    if (const Speaker* const near = FirstNamed(gender, at, kNearMention)) return near;
  }
  if (CanBe(last, gender) && !(last.thing && gender != 0)) return &last;
  if (gender == 0) return nullptr;
  const Speaker* const known =
      Mentioned({}, 0, gender, at, Several(last) ? kMentionReach : UINT32_MAX);
  return known != nullptr ? known : FirstNamed(gender, at, kMentionReach);
}

// "Until Koval's announcement that he was leaving": a person of the table, in the same sentence.
const Speaker* SpeakerResolver::OwnerBefore(char gender, uint32_t at) {
  bool quoted = false;
  for (uint32_t i = at; i > 1 && i + kNearMention > at; --i) {
    const Token& before = tokens_[i - 1];
    if (tokens_[i].paragraph || before.mark == '.') break;
    quoted =
        before.kind == TokenKind::kCloseQuote || (quoted && before.kind != TokenKind::kOpenQuote);
    if (quoted || !before.glued || !EndsWith(Text(i - 1), "s") || !tokens_[i - 2].capital) continue;
    if (const Speaker* known = Mentioned({}, 0, gender, at, at - (i - 2))) return known;
  }
  return nullptr;
}

// "Among them was Anna Berg, 34. 'We all ran,' she said": the nearest before `at` whose first name
// says that it may be her.
const Speaker* SpeakerResolver::FirstNamed(char gender, uint32_t at, uint32_t reach) {
  const Is given = gender == 'f' ? Is::kFemale : Is::kMale;
  const uint32_t least = at > reach ? at - reach : 0;
  for (uint32_t i = at; i-- > least;) {
    if (!tokens_[i].capital || !tokens_[i].NameLike() || !Has(i, given)) continue;
    uint32_t stop = i + 1;
    while (stop < at && stop < i + 4 && tokens_[stop].kind == TokenKind::kWord &&
           tokens_[stop].capital && tokens_[stop].classes == 0 && !tokens_[stop].paragraph)
      ++stop;
    if (stop == i + 1 || (i > 0 && tokens_[i - 1].capital && !Has(i - 1, Is::kArticle))) continue;
    Speaker person;
    person.claimant = Clean(i, stop);
    FindSide({}, i, stop, i, stop, tokens_[stop - 1].hash, &person);
    person.person = person.named = person.by_name = true;
    person.gender = gender;
    for (uint32_t w = i; w < stop; ++w) person.words.push_back(tokens_[w].hash);
    mentioned_ = std::move(person);
    return &mentioned_;
  }
  return nullptr;
}

// By the words that name the speaker, else by the name the table has.
char SpeakerResolver::GenderOf(const Speaker& speaker, uint32_t begin, uint32_t end) const {
  if (!speaker.person) return 0;
  const std::string folded = FoldText(speaker.claimant);
  const std::string_view names = TrimAscii(folded);
  const WordInfo& first = words_.Info(words_.Find(TrimAscii(names.substr(0, names.find(' ')))));
  if ((first.classes & Bit(Is::kFemale)) != 0) return 'f';
  if ((first.classes & Bit(Is::kMale)) != 0) return 'm';
  for (uint32_t at = begin; at < end && tokens_[at].mark != ','; ++at) {
    if (Has(at, Is::kFemale)) return 'f';
    if (Has(at, Is::kMale)) return 'm';
  }
  return 0;
}

// The person as who bears one of the offices (none: any) of that country (0: any) on the day of
// writing; null: he does not. Months overlap: of two offices in one either may be meant.
const Actor* SpeakerResolver::InOffice(uint32_t value, const Lexicon::Offices& offices,
                                       RegionId country) const {
  if (offices.empty()) {
    const Actor& actor = actors_.At(value, published_);
    return country == 0 || actor.country == country ? &actor : nullptr;
  }
  for (int row = static_cast<int>(actors_.LastRow(value)); row >= 0;) {
    const Actor& actor = actors_[static_cast<uint32_t>(row)];
    row = actor.before;
    if (country != 0 && actor.country != country) continue;
    if (StartsWith(actor.office, "former") || !actor.InOffice(published_)) continue;
    std::vector<uint32_t> words;
    AddWords(actor.office, &words);
    if (Holds(offices, words)) return &actor;
  }
  return nullptr;
}

// A person of the table whom the article names: in one of these offices, of that country (0:
// any), the nearest before `at`, else the first after it.
const Speaker* SpeakerResolver::Mentioned(const Lexicon::Offices& offices, RegionId country,
                                          char gender, uint32_t at, uint32_t reach) {
  if (!named_made_) {
    named_made_ = true;
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].capital) continue;
      const auto match = actors_.Longest(tokens_.data(), tokens_.size(), i);
      if (!match) continue;
      if (actors_[match.value].kind == ActorKind::kPerson) named_.emplace_back(i, match.value);
      i += match.length - 1;
    }
  }
  const uint32_t least = at > reach ? at - reach : 0;
  const auto is_he = [&](const std::pair<uint32_t, uint32_t>& name) {
    const Actor* const actor = InOffice(name.second, offices, country);
    if (actor == nullptr) return false;
    Speaker person;
    person.claimant = actor->name;
    person.side = actor->side;
    person.person = person.listed = person.named = person.sure_side = person.by_name = true;
    person.gender = GenderOf(person, name.first, name.first + 1);
    if (gender != 0 && person.gender != gender) return false;
    mentioned_ = std::move(person);
    return true;
  };
  const auto behind = std::lower_bound(named_.begin(), named_.end(), std::pair(at + 1, 0u));
  size_t looked = 0;
  for (auto i = behind; i != named_.begin() && looked < kNamesLookedAt; ++looked) {
    --i;
    if (i->first < least) break;
    if (is_he(*i)) return &mentioned_;
  }
  for (auto i = behind; !offices.empty() && i != named_.end() && looked < kNamesLookedAt;
       ++i, ++looked) {
    if (is_he(*i)) return &mentioned_;
  }
  return nullptr;
}

// The role that begins at `at`; "head of the Austrian government" is a head of government.
PhraseTrie::Match SpeakerResolver::RoleAt(uint32_t at, uint32_t end) const {
  const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
  if (!match || at + match.length >= end || (match.value & kRolePerson) == 0) return match;
  uint32_t state = at + match.length;
  if (Text(state) == "of") ++state;
  if (state < end && Has(state, Is::kArticle)) ++state;
  if (state + 1 >= end || CountryIn(state, state + 1) == 0) return match;
  std::vector<Token> plain;
  for (uint32_t i = at; i < end; ++i) {
    if (i != state && !(i + 1 == state && Has(i, Is::kArticle))) plain.push_back(tokens_[i]);
  }
  auto longer = lexicon_.role_phrases.Longest(plain.data(), plain.size(), 0);
  if (!longer || longer.length <= match.length) return match;
  longer.length += static_cast<uint32_t>(end - at - plain.size());
  return longer;
}

// "Defense", where the speaker was named with "defence".
bool SpeakerResolver::Spelled(uint32_t word, const std::vector<uint32_t>& words) {
  static const uint32_t kSpellings[] = {static_cast<uint32_t>(HashFolded("defence")),
                                        static_cast<uint32_t>(HashFolded("defense"))};
  const auto In = [](uint32_t hash, const auto& list) {
    return std::find(std::begin(list), std::end(list), hash) != std::end(list);
  };
  return In(word, kSpellings) && (In(kSpellings[0], words) || In(kSpellings[1], words));
}

// "the Russian ministry": told by the side.
bool SpeakerResolver::NamesState(uint32_t at) const {
  const auto place = FirstPlace(at);
  return place != places_.end() && place->begin == at &&
         (place->kind == PlaceKind::kDemonym || place->kind == PlaceKind::kCountry);
}

// "The ministry", of those that have spoken on that side the last whose word it is.
const Speaker* SpeakerResolver::OfState(uint32_t at, uint32_t end, Side side,
                                        uint32_t sentence) const {
  const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
  if (!role || at + role.length != end || (role.value & kRolePerson) != 0) return nullptr;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (i->side != side || i->person || i->sentence + kPronounReach < sentence) continue;
    if (std::find(i->words.begin(), i->words.end(), tokens_[end - 1].hash) != i->words.end())
      return &*i;
  }
  return nullptr;
}

const Speaker* SpeakerResolver::BareRole(uint32_t begin, uint32_t end, uint32_t sentence) {
  uint32_t at = begin;
  of_minister_ = Side::kUnknown;
  const std::string first = AsciiLower(Text(at));
  const bool pointed = first == "the" || first == "his" || first == "her" || first == "their" ||
                       first == "this" || first == "its";
  // "Lithuania's top diplomat": of that state, if he has been named.
  const bool owned = !pointed && begin + 2 < end && tokens_[begin + 1].glued &&
                     EndsWith(Text(begin + 1), "s") && CountryIn(begin, begin + 1) != 0;
  // "According to preliminary information": of whoever spoke last.
  const auto bare = lexicon_.role_phrases.Longest(tokens_.data(), end, begin);
  if (bare && bare.length > 1 && begin + bare.length == end && (bare.value & kRoleWord) != 0)
    return !memory_.empty() && memory_.back().sentence + kPronounReach >= sentence ? &memory_.back()
                                                                                   : nullptr;
  if (!pointed && !owned) return Analysts(begin, end, sentence);
  at += owned ? 2 : 1;
  // "The UN Refugee Agency" is no refugee.
  const auto body_named = actors_.Longest(tokens_.data(), end, at);
  if (body_named && at + body_named.length == end && body_named.length > 1 &&
      tokens_[end - 1].capital && actors_[body_named.value].kind == ActorKind::kBody)
    return nullptr;
  // "The Washington-based institute": which one was told before.
  bool based = false;
  for (uint32_t i = at; i + 1 < end && !based; ++i) {
    based = Text(i) == "based" && tokens_[i - 1].mark == '-';
    if (based) at = i + 1;
  }
  // "The ministry in Moscow"
  if (end > at + 2 && Text(end - 2) == "in" && !tokens_[at].capital) {
    const auto place = FirstPlace(end - 1);
    const bool seat = place != places_.end() && place->begin == end - 1 && place->region != 0;
    if (seat) {
      const RegionId state = gazetteer_.CountryOf(place->region);
      if (const Speaker* const body = OfState(at, end - 2, actors_.SideOfCountry(state), sentence))
        return body;
    }
  }
  // "The tycoon, who founded ...": what is told of him says no more of who he is.
  for (uint32_t i = at; i + 1 < end; ++i) {
    if (tokens_[i].mark == ',' && Has(i + 1, Is::kRelative)) end = i;
  }
  bool role = false, person = false, name = false, word = false, civil = false, other = false,
       headed = false, heads = false, generic = false, capital = false, paper = false;
  static const auto kFormer = static_cast<uint32_t>(HashFolded("former"));
  uint32_t former = 0;  // the word's hash
  uint32_t head_words = 1, head_end = end,
           head = tokens_[end - 1].hash;  // what names the office: "chairman of ..."
  Lexicon::Offices offices;
  std::vector<uint32_t> office, special_words;
  for (uint32_t i = at; i < end; ++i) {
    other = other || Text(i) == "other" || Text(i) == "unnamed";
    if (Text(i) == "former") former = tokens_[i].hash;
    capital = capital || tokens_[i].capital;
    // "the head of the Ministry of Defence": words of the office.
    const bool of_office = headed && offices.size() > 0 && i < head_end;
    if (tokens_[i].capital && CountryIn(i, i + 1) == 0 && !of_office &&
        !lexicon_.role_phrases.Starts(tokens_[i]) && !tokens_[i].all_caps)
      name = true;
    if (const auto match = RoleAt(i, end)) {
      // "The prime minister's office" is no person.
      const uint32_t after = i + match.length;
      const bool owner = after < end && tokens_[after].glued && EndsWith(Text(after), "s");
      if (!role && (match.value & kRolePerson) != 0 && !owner) {
        headed = true;
        heads = (match.value & kRoleHead) != 0;
        head_end = i + match.length;
        head_words = match.length;
        head = tokens_[head_end - 1].hash;
        if (const uint32_t same = match.value >> kRoleSame; same != 0)
          offices = lexicon_.role_offices[same - 1];
        else
          for (uint32_t k = i; k < head_end; ++k) office.push_back(tokens_[k].hash);
      }
      if ((match.value & (kRolePerson | kRoleWord | kRolePaper)) == 0) {
        for (uint32_t k = i; k + 1 < after; ++k) {
          if (!Has(k, Is::kAdjective)) special_words.push_back(tokens_[k].hash);
        }
      }
      role = true;
      person = headed || (match.value & kRolePerson) != 0;
      word = (match.value & kRoleWord) != 0;
      paper = (match.value & kRolePaper) != 0;
      civil = civil || (match.value & (kRoleCivil | kRoleLocal)) == kRoleCivil;
      generic = !person && match.value >> kRoleSame != 0;
    }
  }
  if (!role || other || end - begin > 9) return nullptr;
  const RegionId country = CountryIn(based ? at : begin, end);
  // "The Ukrainian Prosecutor General's Office" is a name, not a word for the office spoken of.
  if (!person && country != 0 && tokens_[end - 1].capital) return nullptr;
  const Side side = country != 0 ? actors_.SideOfCountry(country) : Side::kUnknown;
  if (offices.empty()) offices.push_back({head});
  // "The defence ministry", after another state's defence minister has spoken: his.
  static const auto kMinister = static_cast<uint32_t>(HashFolded("minister"));
  const bool ministry = !headed && side == Side::kUnknown && Text(end - 1).ends_with("inistry");
  Side minister = Side::kUnknown;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    // "The Norwegian journalist" speaks for no state.
    if (side != Side::kUnknown && i->side != side && !(civil && person && i->by_name)) continue;
    const auto Named = [&](uint32_t hash) {
      return std::find(i->words.begin(), i->words.end(), hash) != i->words.end();
    };
    if (ministry && i->person && i->sure_side && minister == Side::kUnknown && Named(kMinister) &&
        i->sentence + kMinisterReach >= sentence) {
      bool same_office = true;  // of defence, not of foreign affairs
      for (uint32_t own : special_words)
        same_office = same_office && (Named(own) || Spelled(own, i->words));
      if (same_office) minister = i->side;
    }
    if (name && i->person != headed) continue;
    // "The administration" is nobody who works there.
    if (!headed && !person && !word && i->person && !i->proper &&
        !EndsWith(AsciiLower(i->claimant), Text(end - 1)))
      continue;
    // "The governor of the Belgorod region" is not just any governor.
    bool same = (Holds(offices, i->words) || (heads && Heads(*i, head_end, end))) &&
                (!owned || (person && Named(tokens_[begin].hash))) &&
                (former != 0 ? Named(former) : !Named(kFormer));
    // "The State Emergency Service" is no other service.
    for (uint32_t k = name || !person ? at : head_end; same && k < end; ++k)
      same = !tokens_[k].capital || Named(tokens_[k].hash) ||
             ((side == Side::kRussia || side == Side::kUkraine) && NamesState(k));
    // "The interior ministry" is not the one of defence.
    for (uint32_t own : special_words) same = same && (Named(own) || Spelled(own, i->words));
    if (same && minister != Side::kUnknown && minister != i->side) {
      of_minister_ = minister;
      return nullptr;
    }
    if (same) return &*i;
  }
  if (name && headed && pointed) {
    if (const Speaker* known = OfBody(at, end, sentence)) return known;
  }
  if (name || Text(end - 1) == "person") return nullptr;
  if (headed && former == 0 && !civil && first != "his" && first != "her") {
    if (!office.empty()) offices = {office};
    if (const Speaker* known = Mentioned(offices, country, 0, begin)) return known;
  }
  if (owned) return nullptr;
  if (word && !memory_.empty())
    return &memory_.back();  // "the statement said": of the last speaker
  // "The document adds", after "the summit's communique reads": the same.
  if (paper && generic && end - begin == 2) {
    for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
      if (i->made && i->sentence + kPronounReach >= sentence) return &*i;
    }
    return nullptr;
  }
  // "The organisation", "the defence agency": the body that spoke last, whatever it is called.
  if (generic && !capital && country == 0 && end - begin <= kBareWords) {
    if (const Speaker* body = LastBody(tokens_[end - 1].hash, sentence)) return body;
  }
  // "The ministry", after "Norway's Foreign Ministry": a body that was only named.
  if (!person && !paper && !capital && country == 0 && end - begin == 2 && first == "the") {
    if (const Speaker* body = NamedBody(begin, sentence)) return body;
  }
  // "The experts", "the analysts", after what an institute wrote: its own.
  const std::string_view ending = Text(end - 1);
  if (person && civil && first == "the" && end - begin <= kBareWords && !capital && country == 0 &&
      former == 0 && EndsWith(ending, "s")) {
    if (const Speaker* const institute = LastInstitute(sentence)) return institute;
  }
  // "The report added", after what an agency or an institute reported.
  const bool report = paper && first == "the" && end - begin == 2;
  const bool told = !memory_.empty() && !memory_.back().person && memory_.back().named &&
                    !memory_.back().made &&  // "the army said ... according to the report"
                    (ending == "report" || ending == "bulletin" || ending == "update");
  if (!person && (paper || generic) && country == 0 && !memory_.empty() &&
      (memory_.back().media || (report && (told || Studies(memory_.back())))) &&
      memory_.back().sentence + 2 >= sentence)
    return &memory_.back();
  // "The head of its administration" heads nothing else.
  bool special = headed && head_end < end && Text(head_end) == "of";
  for (uint32_t k = head_end; k < end; ++k) special = special || tokens_[k].capital;
  special = special || head_words > 1;  // "the energy minister" is no other minister
  // "The sources" are nobody by name.
  const std::string_view last = Text(end - 1);
  if (!person || (special && !civil) || first == "his" || first == "her" ||
      (last.size() > 3 && last.back() == 's' && last[last.size() - 2] != 's'))
    return nullptr;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (former != 0 && side == Side::kUnknown) return nullptr;
    // "The expert", "the former Norwegian leader": only right after the name.
    if ((civil || former != 0) && i->sentence + kEpithetReach < sentence) return nullptr;
    if (civil && (i->listed || first != "the" || IsAsciiLower(i->claimant[0])))
      return nullptr;  // no expert but an office
    const bool other_side = side != Side::kUnknown && i->side != side && !(civil && i->by_name);
    if (!i->person || !i->named || other_side) continue;
    // "The mayor", after "local officials": none of them.
    if (!i->by_name && EndsWith(i->claimant, "s")) return nullptr;
    return &*i;
  }
  return nullptr;
}

// The nearest name before "the ministry" at `at` that has that word: "Norway's Foreign Ministry".
const Speaker* SpeakerResolver::NamedBody(uint32_t at, uint32_t sentence) {
  const uint32_t head = tokens_[at + 1].hash;
  const uint32_t least = at > kMentionReach ? at - kMentionReach : 0;
  for (uint32_t i = at; i-- > least + 1;) {
    if (tokens_[i].hash != head || !tokens_[i].capital || tokens_[i].all_caps) continue;
    uint32_t begin = i;
    while (begin > least && !tokens_[begin].paragraph &&
           (tokens_[begin - 1].capital || tokens_[begin - 1].glued) &&
           tokens_[begin - 1].kind == TokenKind::kWord && !Has(begin - 1, Is::kPreposition))
      --begin;
    if (Has(begin, Is::kArticle)) ++begin;
    // "the Ministry of Defence"
    uint32_t end = i + 1;
    if (Text(end) == "of" || Text(end) == "for") {
      while (end + 1 < at && tokens_[end + 1].kind == TokenKind::kWord &&
             (tokens_[end + 1].capital || Has(end + 1, Is::kAnd)))
        ++end;
      if (++end <= i + 2) return nullptr;
    }
    if (end == begin + 1) return nullptr;
    mentioned_ = Resolve(begin, end, begin, end, sentence, false);
    return mentioned_.claimant.empty() ? nullptr : &mentioned_;
  }
  return nullptr;
}

// A body with a name that speaks for no state.
bool SpeakerResolver::Studies(const Speaker& body) {
  return !body.claimant.empty() && !IsAsciiLower(body.claimant[0]) && !body.person && !body.media &&
         body.side == Side::kIndependent;
}

// Whose experts "the experts" are.
const Speaker* SpeakerResolver::LastInstitute(uint32_t sentence) const {
  const auto Near = [&](const Speaker& body) {
    return Studies(body) && body.sentence + kBodyReach >= sentence;
  };
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (Near(*i)) return &*i;
    if (i->person) break;
  }
  return Near(subject_) ? &subject_ : nullptr;
}

// "... analysts said": of the institute that has spoken, when nobody else has; null: of none.
const Speaker* SpeakerResolver::Analysts(uint32_t begin, uint32_t end, uint32_t sentence) const {
  if (end != begin + 1 || !Has(begin, Is::kAnalyst) || memory_.empty()) return nullptr;
  const Speaker* const institute = LastInstitute(sentence);
  if (institute == nullptr) return nullptr;
  const bool others = std::any_of(memory_.begin(), memory_.end(), [&](const Speaker& s) {
    return s.sentence + kBodyReach >= sentence && s.claimant != institute->claimant && !s.media;
  });
  return others ? nullptr : institute;
}

// "The Kremlin adviser", after "Kremlin aide Petro Koval": the last person named with that body.
const Speaker* SpeakerResolver::OfBody(uint32_t begin, uint32_t end, uint32_t sentence) const {
  const auto body = actors_.Longest(tokens_.data(), end, begin);
  if (!body || begin + body.length >= end || !tokens_[begin].capital ||
      actors_[body.value].kind != ActorKind::kBody)
    return nullptr;
  for (uint32_t t = begin + body.length; t < end; ++t) {
    if (tokens_[t].capital) return nullptr;  // names a person
  }
  for (auto i = memory_.rbegin(); i != memory_.rend() && i->sentence + kBodyReach >= sentence;
       ++i) {
    if (i->by_name &&
        std::find(i->words.begin(), i->words.end(), tokens_[begin].hash) != i->words.end())
      return &*i;
  }
  return nullptr;
}

// "The head of the Norwegian intelligence", after "Koval, director of the Norwegian Intelligence
// Service": does the speaker head what the tokens from "of" on name?
bool SpeakerResolver::Heads(const Speaker& speaker, uint32_t of, uint32_t end) const {
  if (of >= end || Text(of) != "of" || !speaker.person) return false;
  const auto named = [&](uint32_t hash) {
    return std::find(speaker.words.begin(), speaker.words.end(), hash) != speaker.words.end();
  };
  bool whose = false;
  for (uint32_t i = of + 1; i < end; ++i) {
    if (tokens_[i].kind != TokenKind::kWord || Has(i, Is::kArticle) || Has(i, Is::kPreposition))
      continue;
    if (!named(tokens_[i].hash)) return false;
    whose = true;
  }
  return whose && std::any_of(lexicon_.role_heads.begin(), lexicon_.role_heads.end(), named);
}

// The last person of whom the sentences told by name.
const Speaker* SpeakerResolver::LastPerson(uint32_t sentence) const {
  for (auto i = memory_.rbegin(); i != memory_.rend() && i->sentence + kEpithetReach >= sentence;
       ++i) {
    if (i->person && i->named) return &*i;
  }
  return nullptr;
}

// The last body that spoke and has a name.
const Speaker* SpeakerResolver::LastBody(uint32_t head, uint32_t sentence) const {
  // "The Reserve Bank cut rates ... the bank said": what the sentences were about, by that name.
  const auto& words = subject_.words;
  if (!subject_.claimant.empty() && subject_.sentence + kBodyReach >= sentence &&
      std::find(words.begin(), words.end(), head) != words.end())
    return &subject_;
  for (auto i = memory_.rbegin(); i != memory_.rend() && i->sentence + kBodyReach >= sentence;
       ++i) {
    // "Users in Norway": no company.
    const bool plain = !i->voice && !i->claimant.empty() && IsAsciiLower(i->claimant[0]);
    if (!i->media && !plain && (i->voice || i->proper || (i->named && !i->person))) return &*i;
  }
  return nullptr;
}

void SpeakerResolver::Remember(Speaker speaker) {
  // "..., Koval said, the agency reports": who is quoted stays the last.
  if (speaker.media && !memory_.empty() && memory_.back().sentence == speaker.sentence &&
      !memory_.back().media)
    return;
  memory_.push_back(std::move(speaker));
  if (memory_.size() > kMemory) memory_.pop_front();
}

// A person met before, whose surname this is.
bool SpeakerResolver::Again(uint32_t surname, Speaker* speaker) const {
  const auto known = people_.find(surname);
  if (known == people_.end()) return false;
  speaker->claimant = known->second.claimant;
  speaker->side = known->second.side;
  speaker->gender = known->second.gender;
  speaker->sure_side = known->second.sure_side;
  speaker->person = speaker->by_name = true;
  return true;
}

// "Chernea" and "Cernea": does one have a letter that the other lacks? Of long words that begin
// alike.
bool SpeakerResolver::OneLetterOff(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (one.size() < kLeastRespelt || one.size() + 1 != other.size() || one[0] != other[0])
    return false;
  size_t at = 0;
  while (at < one.size() && one[at] == other[at]) ++at;
  return one.substr(at) == other.substr(at + 1);
}

// "Dhilon", after "Harmeet Dhillon": somebody met before, with a letter once for twice.
bool SpeakerResolver::Respelt(uint32_t name, Speaker* speaker) const {
  const auto Once = [](std::string_view word) {
    std::string letters = AsciiLower(word);
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return letters;
  };
  const std::string own = Once(Text(name));
  if (own.size() < kLeastRespelt || tokens_[name].classes != 0) return false;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    const std::string_view known = i->claimant;
    if (!i->by_name || known.find(' ') == known.npos) continue;
    const std::string once = Once(known);
    if (!EndsWith(once, " " + own) && !OneLetterOff(once.substr(once.rfind(' ') + 1), own))
      continue;
    *speaker = SpeaksAgain(*i, speaker->sentence);
    return true;
  }
  return false;
}

// "Customs data", after "Chinese customs data": all its words named a source before.
bool SpeakerResolver::SamePaper(const Phrase& phrase, Speaker* speaker) const {
  if (phrase.words.size() < 2) return false;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (i->person || i->words.size() <= phrase.words.size()) continue;
    const bool all = std::all_of(phrase.words.begin(), phrase.words.end(), [&](uint32_t word) {
      return std::find(i->words.begin(), i->words.end(), word) != i->words.end();
    });
    if (!all) continue;
    speaker->claimant = i->claimant;
    speaker->side = i->side;
    speaker->sure_side = i->sure_side;
    return true;
  }
  return false;
}

// Is the word at `at` written with a capital where no sentence begins?
bool SpeakerResolver::Proper(uint32_t at) {
  for (const auto& [hash, where] : MentionsOf(tokens_[at].hash)) {
    if (where == at || where == 0 || tokens_[where].paragraph) continue;
    const Token& before = tokens_[where - 1];
    if (before.kind == TokenKind::kWord || before.mark == ',' || before.mark == '-') return true;
  }
  return false;
}

// "Signed"; "contrasted", which no table knows.
bool SpeakerResolver::Past(uint32_t at) const {
  return Has(at, Is::kVerbPast) || (tokens_[at].classes == 0 && EndsWith(Text(at), "ed"));
}

// A person of the table, named by the tokens [begin, end).
Speaker SpeakerResolver::OfTable(const Actor& person, uint32_t begin, uint32_t end,
                                 uint32_t sentence) const {
  Speaker speaker;
  speaker.claimant = person.name;
  speaker.side = person.side;
  speaker.person = speaker.listed = speaker.by_name = speaker.named = true;
  speaker.sentence = sentence;
  for (uint32_t i = begin; i < end; ++i) speaker.words.push_back(tokens_[i].hash);
  AddWords(actors_.OfficesOf(person, published_), &speaker.words);
  speaker.gender = GenderOf(speaker, begin, end);
  return speaker;
}

void SpeakerResolver::NoteSubject(uint32_t begin, uint32_t end, uint32_t sentence) {
  const uint32_t limit = std::min(end, begin + 8);
  for (uint32_t at = begin; at < limit; ++at) {
    // "Koval compared Biden with him": the subject stands before the verb.
    if (!tokens_[at].capital &&
        (Has(at, Is::kAuxiliary) || (Past(at) && !Has(at, Is::kPreposition))))
      break;
    if (!tokens_[at].capital) continue;
    const auto match = actors_.Longest(tokens_.data(), end, at);
    if (!match) continue;
    const Actor& actor = actors_.At(match.value, published_);
    if (actor.kind != ActorKind::kPerson) continue;
    const uint32_t stop = at + match.length;
    if (stop < end && tokens_[stop].kind == TokenKind::kWord &&
        !IsAsciiAlpha(text_[tokens_[stop].begin]) && !(stop + 1 < end && Has(stop + 1, Is::kReply)))
      return;
    if (!memory_.empty() && memory_.back().sentence == sentence) return;
    Remember(OfTable(actor, begin, stop, sentence));
    return;
  }
  // A name that no table knows, at the head of the sentence: "Koval, who leads ...", "Petro Koval
  // left".
  uint32_t stop = begin;
  // "Mariana Oliveira", "Petro Bergen": behind a name a town's may be a surname.
  const bool given = Has(begin, Is::kFemale) || Has(begin, Is::kMale);
  while (stop < limit && tokens_[stop].kind == TokenKind::kWord &&
         (tokens_[stop].NameLike() ||
          ((given || stop > begin) && tokens_[stop].capital && tokens_[stop].classes == 0)) &&
         !tokens_[stop].all_caps) {
    ++stop;
  }
  if (stop == begin || stop >= end || stop - begin > 3 || CountryIn(begin, stop) != 0) return;
  if (!memory_.empty() && memory_.back().sentence == sentence) return;
  const bool subject =
      tokens_[stop].mark == ',' || Past(stop) || Has(stop, Is::kVerbS) || Has(stop, Is::kAuxiliary);
  if (!subject) return;
  const uint32_t surname = tokens_[stop - 1].hash;
  Phrase name;
  name.name_begin = begin;
  name.name_end = stop;
  if (const Actor* person = stop - begin > 1 ? Romanised(name) : nullptr) {
    Remember(OfTable(*person, begin, stop, sentence));
    return;
  }
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (!i->person || std::find(i->words.begin(), i->words.end(), surname) == i->words.end())
      continue;
    Remember(SpeaksAgain(*i, sentence));
    return;
  }
  if (stop - begin < 2 && tokens_[stop].mark != ',' && !Has(stop, Is::kAuxiliary)) return;
  // "Smoke was seen": any word may begin a sentence; a name has its capital elsewhere, too.
  if (stop - begin < 2 && !Proper(begin)) return;
  // "Indeed, no one ..." is no name: a comma after one must open what says who that is.
  if (stop - begin < 2 && tokens_[stop].mark == ',' &&
      !(stop + 1 < end && (Has(stop + 1, Is::kRelative) ||
                           (Has(stop + 1, Is::kArticle) && !Has(stop + 1, Is::kNegation)))))
    return;
  Speaker speaker;
  speaker.claimant = Clean(begin, stop);
  Phrase phrase;
  FindSide(phrase, begin, stop, begin, end, surname, &speaker);
  speaker.person = speaker.by_name = true;
  speaker.named = true;
  speaker.sentence = sentence;
  for (uint32_t at = begin; at < stop; ++at) speaker.words.push_back(tokens_[at].hash);
  speaker.gender = GenderOf(speaker, begin, stop);
  if (stop - begin > 1) people_.insert_or_assign(surname, speaker);
  Remember(std::move(speaker));
}

void SpeakerResolver::NotePhrase(uint32_t begin, uint32_t end, uint32_t sentence_begin,
                                 uint32_t sentence_end, uint32_t sentence) {
  if (begin >= end || (!memory_.empty() && memory_.back().sentence == sentence)) return;
  if (end - begin == 1 && !tokens_[begin].capital) return;
  if (const Speaker* known = BareRole(begin, end, sentence); known != nullptr && known->person) {
    Remember(SpeaksAgain(*known, sentence));
    return;
  }
  of_minister_ = Side::kUnknown;
  const Phrase phrase = Scan(begin, end);
  const bool all = phrase.name_begin <= begin + 1 || phrase.name_end == end;
  const bool named = phrase.unknown_person && all && (phrase.role_person || phrase.title);
  const bool person =
      phrase.actor != nullptr && !(named && phrase.actor->kind != ActorKind::kOffice)
          ? phrase.actor->kind == ActorKind::kPerson
          : named;
  if (person) Resolve(begin, end, sentence_begin, sentence_end, sentence, true);
  if (person || phrase.role_person || phrase.paper) return;
  // "The company will cut 40 jobs, it said": nobody has spoken yet whom "it" may mean.
  if (memory_.empty() && Has(begin, Is::kArticle)) {
    const auto bare = lexicon_.role_phrases.Longest(tokens_.data(), end, begin + 1);
    if (bare && begin + 1 + bare.length == end)
      Resolve(begin, end, sentence_begin, sentence_end, sentence, true);
  }
  bool capital = false;  // past the article and the first word of the sentence
  for (uint32_t i = begin + 1; i < end; ++i) capital = capital || tokens_[i].capital;
  const bool body = phrase.actor != nullptr ? phrase.actor->kind == ActorKind::kBody ||
                                                  phrase.actor->kind == ActorKind::kGroup
                                            : phrase.role && capital;
  if (body) subject_ = Resolve(begin, end, sentence_begin, sentence_end, sentence, false);
}

}  // namespace claimscope
