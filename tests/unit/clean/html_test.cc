// HTML pages, with invented news.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/clean/clean_testing.h"

namespace claimscope {
namespace {

constexpr const char* kPage = R"(<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Bridge over the Vir reopens after spring floods | The Northern Example</title>
<link rel="canonical" href="https://example.org/2024/05/07/bridge-reopens">
<meta property="og:site_name" content="The Northern Example">
<meta name="author" content="By Jane Writer">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage",
"name":"Home"},{"@type":["NewsArticle"],"headline":"Bridge over the Vir reopens after spring floods",
"datePublished":"2024-05-06T23:30:00+03:00","author":[{"@type":"Person","name":"Jane Writer"}]}]}</script>
<script>var noise = "never shown";</script><style>p { color: red }</style></head>
<body class="page">
<nav id="top-menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-consent">We use cookies &amp; similar things. <a href="#">Accept</a></div>
<article class="story-body"><h1>Bridge over the Vir reopens after spring floods</h1>
<p class="byline">By Jane Writer</p>
<time datetime="2024-05-09">9 May 2024</time>
<p>The bridge over the river Vir was opened to lorries on Monday, the transport
ministry said, two months after floods had carried away one of its piers &ndash; the oldest of&nbsp;four.</p>
<div class="share-tools"><a href="#">Share this</a></div>
<p>Engineers laid 120&#160;metres of new road, and the mayor&rsquo;s office said that
buses, ambulances and farm vehicles would cross first, then private cars, by the weekend.</p>
<h2>What comes next</h2>
<ul><li>A second pier, planned for the autumn, the ministry said.</li><li>New lamps, paid by the district.</li></ul>
<p>Traders in the old market, who had lost two months of custom, said that they would
ask for compensation, and that the council had promised them an answer in June.</p>
</article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ten dogs that found
their way home</a></li><li><a href="/b">Rain expected at the weekend</a></li></ul></aside>
<div id="comments" class="comment-list"><p>A reader: this is long overdue, the council should be ashamed of itself.</p></div>
<footer>&copy; 2024 The Northern Example. All rights reserved.</footer>
</body></html>)";

Article CleanHtml(std::string_view html, bool is_page = true) {
  RawArticle raw;
  raw.id = "page.html";
  raw.text = html;
  raw.is_page = is_page;
  raw.is_html = true;
  return TheCleaner().Clean(std::move(raw));
}

TEST_CASE("of an HTML page the article stays, each cut has its reason") {
  const Article article = CleanHtml(kPage);
  CHECK(FateOf(article, "The bridge over the river Vir") == "kept");
  CHECK(FateOf(article, "What comes next") == "kept");
  CHECK(FateOf(article, "A second pier") == "kept");
  CHECK(FateOf(article, "Traders in the old market") == "kept");
  CHECK(FateOf(article, "Home") == "navigation");
  CHECK(FateOf(article, "We use cookies") == "navigation");
  CHECK(FateOf(article, "Share this") == "sharing");
  CHECK(FateOf(article, "Ten dogs") == "headlines");
  CHECK(FateOf(article, "this is long overdue") == "sharing");
  CHECK(FateOf(article, "By Jane Writer") == "byline");
  CHECK(article.page.find("never shown") == std::string::npos);
  CHECK(article.page.find("color") == std::string::npos);
  CHECK(article.text == TextWithoutCuts(article.page, article.cuts));
}

TEST_CASE("blocks are lines, inline elements are not, white space is as a browser shows it") {
  const Article article = CleanHtml(kPage);
  CHECK(article.text.find("the transport ministry said") != std::string::npos);
  CHECK(article.text.find("ministry said.\nNew lamps") != std::string::npos);
  const Article inline_ones = CleanHtml("<p>One <b>bold</b>er wo<i>rd</i><br>and more</p>", false);
  CHECK(inline_ones.text == "One bolder word\nand more");
}

TEST_CASE("paragraphs that a page sets apart by blanks that do not break are paragraphs") {
  const std::string html =
      "<p>The port is shut.&nbsp;&nbsp;&nbsp; &nbsp;Two ferries sank&nbsp; there.</p>";
  const Article article = CleanHtml(html, false);
  CHECK(article.text == "The port is shut.\nTwo ferries sank\u00A0 there.");
  const auto two = static_cast<uint32_t>(article.page.find("Two"));
  CHECK(html.substr(SourceOffset(article.source_runs, two), 3) == "Two");
}

TEST_CASE("every byte of the text leads back to the HTML") {
  const std::string html = kPage;
  const Article article = CleanHtml(html);
  for (const char* piece : {"The bridge over", "the oldest of", "four.", "metres of new road",
                            "s office said", "buses, ambulances", "New lamps"}) {
    const size_t at = article.text.find(piece);
    REQUIRE(at != std::string::npos);
    const uint32_t page = PageOffset(article.cuts, static_cast<uint32_t>(at));
    const uint32_t source = SourceOffset(article.source_runs, page);
    const size_t size = std::min<size_t>(std::string_view(piece).size(), 6);
    CHECK(html.substr(source, size) == std::string(piece).substr(0, size));
  }
  const size_t dash = article.page.find("\u2013");
  CHECK(html.substr(SourceOffset(article.source_runs, static_cast<uint32_t>(dash)), 7) ==
        "&ndash;");
}

TEST_CASE("a page tells its title, day, author, outlet, address and language") {
  const Article article = CleanHtml(kPage);
  CHECK(article.title == "Bridge over the Vir reopens after spring floods");
  CHECK(FormatIsoDay(article.date) == "2024-05-06");
  CHECK(article.date_basis == DateBasis::kField);
  CHECK(article.author == "Jane Writer");
  CHECK(article.source == "The Northern Example");
  CHECK(article.url == "https://example.org/2024/05/07/bridge-reopens");
  CHECK(article.language == "en");
}

TEST_CASE(
    "without a field the day comes from <time>, then the address; the headline from the title") {
  const std::string body =
      "<p>The council of the valley met for the third time this month, and agreed, as expected, on "
      "a budget for roads, schools and the harbour, its speaker said.</p>";
  const std::string head =
      "<html><head><title>Council agrees on a budget for its roads - "
      "Valley News</title>";
  const Article timed = CleanHtml(head +
                                  "</head><body><h1>Council agrees on a budget for its roads"
                                  "</h1><time datetime='2023-11-02T08:00Z'>2 Nov</time>" +
                                  body);
  CHECK(timed.title == "Council agrees on a budget for its roads");
  CHECK(FormatIsoDay(timed.date) == "2023-11-02");
  CHECK(timed.date_basis == DateBasis::kText);
  const Article addressed = CleanHtml(
      head + "<meta property='og:url' content='https://example.org/2023/11/03/x'></head>" + body);
  CHECK(FormatIsoDay(addressed.date) == "2023-11-03");
  CHECK(addressed.date_basis == DateBasis::kUrl);
  const Article changed = CleanHtml(
      head + "<meta property='article:modified_time' content='2023-11-05T08:00Z'></head>" + body);
  CHECK(FormatIsoDay(changed.date) == "2023-11-05");
  CHECK_FALSE(CleanHtml(head + "</head>" + body).date.known());
}

TEST_CASE("broken and hostile HTML: text is kept, nothing crashes") {
  CHECK(CleanHtml("").text.empty());
  CHECK(CleanHtml("<p").text.empty());
  CHECK(CleanHtml("<p>One &am p; &#xZZ; &unknown; two", false).text ==
        "One &am p; &#xZZ; &unknown; two");
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<div>";
  const Article nested = CleanHtml(deep + "At the bottom of it all", false);
  CHECK(nested.text.find("At the bottom of it all") != std::string::npos);
  CHECK(CleanHtml(std::string("<p>a\0b \xFF\xC3 c</p>", 15), false).text.find("c") !=
        std::string::npos);
  const Article json = CleanHtml(
      "<script type='application/ld+json'>{\"@type\":\"Article\",</script>"
      "<script type='application/ld+json'>[[[]]</script><p>Text.</p>");
  CHECK_FALSE(json.date.known());
}

}  // namespace
}  // namespace claimscope
