#include "tests/unit/ui/demo_corpus.h"

#include <array>
#include <random>
#include <string_view>

#include "index/segment.h"

namespace claimscope {
namespace {

constexpr std::array<std::string_view, 16> kRegions = {
    "UA-59", "UA-59",  "UA-63",  "UA-63", "UA-14", "UA-14", "UA-14", "UA-65",
    "UA-23", "RU-KRS", "RU-BEL", "UA-12", "UA-43", "UA-30", "UA-09", "-"};
constexpr std::array<std::string_view, 6> kSources = {
    "The Morning Ledger", "Northern Wire",   "Daily Chronicle of the Eastern Provinces",
    "Harbour Post",       "Київський Огляд", "agency"};
struct Speaker {
  std::string_view name;
  Side side;
};
constexpr std::array<Speaker, 8> kSpeakers = {
    {{"General Staff of the Armed Forces of Ukraine", Side::kUkraine},
     {"Ministry of Defence of Russia", Side::kRussia},
     {"Oleh Synyehubov", Side::kUkraine},
     {"Pentagon", Side::kAlly},
     {"Foreign Ministry of Türkiye", Side::kThird},
     {"Institute for the Study of Fronts", Side::kIndependent},
     {"outlet", Side::kOutlet},
     {"Vyacheslav Gladkov", Side::kRussia}}};
struct Template {
  std::string_view text;  // "#": the figure
  Kind kind;
  std::string_view unit, of;
  int most;
};
constexpr std::array<Template, 9> kTemplates = {
    {{"said its brigades had taken back # square kilometres of fields and two villages near the "
      "border in a week of fighting",
      Kind::kTerritory, "km2", "land", 900},
     {"said that at least # soldiers had been killed or wounded since the beginning of the "
      "operation",
      Kind::kCasualties, "people", "soldiers", 40000},
     {"reported # tanks and armoured vehicles destroyed along the line of contact",
      Kind::kEquipment, "vehicles", "", 120},
     {"said # drones had been launched overnight and most of them shot down before they reached "
      "the city",
      Kind::kStrike, "drones", "", 300},
     {"said a missile had hit a grain store in the port, leaving a crater but no victims",
      Kind::kStrike, "", "", 0},
     {"said up to # troops stood ready behind the river, the largest gathering of the year",
      Kind::kForce, "people", "troops", 90000},
     {"announced a further package of # million euros for air defence", Kind::kDiplomacy, "eur", "",
      900},
     {"said # families had left the district by train since Monday", Kind::kHumanitarian, "people",
      "families", 2000},
     {"said the town had been held through the night in spite of heavy shelling", Kind::kTerritory,
      "", "", 0}}};
constexpr std::array<std::string_view, 4> kFillers = {
    "The road along the valley has been closed to civilian traffic since the spring. ",
    "Residents described a long night of sirens, then a morning so quiet that the bells of the "
    "monastery could be heard. ",
    "It was the third such statement this month. ",
    "Officials in the neighbouring district declined to comment before a meeting planned for the "
    "afternoon. "};

class Maker {
 public:
  explicit Maker(int seed) : random_(static_cast<unsigned>(seed)) {}

  Article NewArticle(int number) {
    Article article;
    article.id = "demo/" + std::to_string(number) + ".txt";
    article.title =
        number % 17 == 3
            ? "A headline that goes on for longer than anybody would think wise, naming three "
              "towns, two ministries and a river, and still has not come to the point"
            : "Fighting on the river enters its " + std::to_string(2 + number % 30) + "th week";
    article.source = Pick(kSources);
    article.url = number % 3 == 0 ? "https://example.org/news/" + std::to_string(number) : "";
    article.language = "en";
    article.date = number % 23 == 7 ? Day{} : DayOf({2025, 5, 1}) + Int(0, 60);
    article.date_basis = article.date.known()
                             ? (number % 2 == 0 ? DateBasis::kField : DateBasis::kText)
                             : DateBasis::kNone;
    return article;
  }

  void AddSentence(Article* article, std::vector<Claim>* claims) {
    const Template& form = kTemplates[static_cast<size_t>(Int(0, kTemplates.size() - 1))];
    const Speaker& speaker = kSpeakers[static_cast<size_t>(Int(0, kSpeakers.size() - 1))];
    Claim claim;
    claim.span.begin = static_cast<uint32_t>(article->page.size());
    const std::string_view name =
        speaker.side == Side::kOutlet ? std::string_view("This newspaper") : speaker.name;
    claim.claimant_span = {claim.span.begin, claim.span.begin + static_cast<uint32_t>(name.size())};
    const int figure = form.most > 0 ? Int(2, form.most) : 0;
    std::string text = std::string(name) + " ";
    claim.cue = {claim.span.begin + static_cast<uint32_t>(text.size()),
                 claim.span.begin + static_cast<uint32_t>(text.size()) + 4};
    const size_t mark = form.text.find('#');
    text.append(form.text.substr(0, mark));
    if (mark != std::string_view::npos)
      text.append(std::to_string(figure)).append(form.text.substr(mark + 1));
    text += '.';
    article->page += text;
    claim.span.end = static_cast<uint32_t>(article->page.size()) - 1;
    claim.kind = form.kind;
    claim.side = speaker.side;
    claim.claimant = speaker.name;
    claim.mode = speaker.side == Side::kOutlet ? Mode::kOutlet : Mode::kIndirect;
    claim.status = static_cast<ClaimStatus>(Int(0, 9) < 6 ? 0 : Int(0, kClaimStatusCount - 1));
    claim.region = kRegions[static_cast<size_t>(Int(0, kRegions.size() - 1))];
    if (article->date.known()) {
      const int back = Int(0, 20);
      claim.time = {article->date - back, article->date - back / 2};
      claim.time_basis = back == 0 ? TimeBasis::kPublication : TimeBasis::kRelative;
    }
    if (figure > 0) {
      Quantity quantity;
      quantity.value = quantity.value_max = figure;
      quantity.unit = form.unit;
      quantity.of = form.of;
      quantity.bound = static_cast<Bound>(Int(0, 3));
      quantity.scope = static_cast<Scope>(Int(0, 2));
      claim.quantities.push_back(quantity);
    }
    claim.rule = "demo.rule." + std::to_string(static_cast<int>(form.kind));
    claims->push_back(std::move(claim));
    article->page += ' ';
  }

  void AddFiller(Article* article) {
    article->page += kFillers[static_cast<size_t>(Int(0, kFillers.size() - 1))];
  }

  void AddCut(Article* article, std::string_view text, CutReason reason) {
    const auto begin = static_cast<uint32_t>(article->page.size());
    article->page += text;
    article->cuts.push_back({{begin, static_cast<uint32_t>(article->page.size())}, reason});
  }

  int Int(int from, size_t to) {
    return from + static_cast<int>(random_() %
                                   (static_cast<unsigned>(to) - static_cast<unsigned>(from) + 1));
  }

 private:
  template <typename List>
  std::string Pick(const List& list) {
    return std::string(list[static_cast<size_t>(Int(0, list.size() - 1))]);
  }

  std::mt19937 random_;
};

// Spans were noted in the page; claims count in the text without the cuts.
void Finish(Article* article, std::vector<Claim>* claims) {
  article->text = TextWithoutCuts(article->page, article->cuts);
  const auto move = [article](Span* span) {
    if (span->empty()) return;
    *span = {TextOffset(article->cuts, span->begin), TextOffset(article->cuts, span->end)};
  };
  for (Claim& claim : *claims) {
    move(&claim.span);
    move(&claim.claimant_span);
    move(&claim.cue);
  }
}

}  // namespace

std::string DemoSegment(int articles, int seed) {
  Maker maker(seed);
  SegmentBuilder builder;
  for (int i = 0; i < articles; ++i) {
    Article article = maker.NewArticle(seed * 100000 + i);
    std::vector<Claim> claims;
    maker.AddCut(&article, "Home | World | Politics | Sport\nSign in to read more\n",
                 CutReason::kNavigation);
    const int paragraphs = maker.Int(2, 6);
    for (int p = 0; p < paragraphs; ++p) {
      for (int s = maker.Int(1, 3); s > 0; --s)
        maker.Int(0, 2) == 0 ? maker.AddFiller(&article) : maker.AddSentence(&article, &claims);
      maker.AddCut(&article, " ", CutReason::kBlank);
      article.page += '\n';
      if (p == 1)
        maker.AddCut(&article,
                     "Read more: ten photographs of the week\nShare this article\nSubscribe to our "
                     "newsletter\n",
                     CutReason::kPromotion);
    }
    Finish(&article, &claims);
    builder.Add(article, claims);
  }
  return builder.Seal();
}

std::string LongArticleSegment(size_t bytes) {
  Maker maker(1);
  SegmentBuilder builder;
  Article article = maker.NewArticle(1);
  article.id = "long.txt";
  std::vector<Claim> claims;
  while (article.page.size() < bytes) {
    maker.AddSentence(&article, &claims);
    maker.AddFiller(&article);
    if (maker.Int(0, 3) == 0) article.page += '\n';
  }
  Finish(&article, &claims);
  builder.Add(article, claims);
  return builder.Seal();
}

}  // namespace claimscope
