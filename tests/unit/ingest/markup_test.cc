// Feeds and other markup, saved pages, web archives, Markdown.
#include "ingest/markup.h"

#include "ingest/mime.h"
#include "ingest/warc.h"
#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

TEST_CASE("RSS: the full text before the summary, the feed's title as the source") {
  const Reading r = Read(
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>The Example &amp; Co</title>\n"
      "<language>en-GB</language><image><title>Logo</title></image>\n"
      "<item><title>Strikes &amp; more</title><link>https://e.example/1</link>\n"
      "<pubDate>Wed, 21 May 2025 10:00:00 +0000</pubDate><dc:creator>N. N.</dc:creator>\n"
      "<description>Short.</description><content:encoded><![CDATA[<p>Long & <b>bold</b>.</p>]]>"
      "</content:encoded><media:title>x</media:title></item>\n"
      "<item><title>B</title><description>&lt;p&gt;One.&lt;/p&gt;</description></item>\n"
      "<item><title>C</title><description>Plain.</description></item></channel></rss>");
  REQUIRE(r.articles.size() == 3);
  const RawArticle& a = r.articles[0];
  CHECK(a.id == "in#1");
  CHECK(a.title == "Strikes & more");
  CHECK(a.url == "https://e.example/1");
  CHECK(a.date == "Wed, 21 May 2025 10:00:00 +0000");
  CHECK(a.source == "The Example & Co");
  CHECK(a.author == "N. N.");
  CHECK(a.language == "en-GB");
  CHECK(a.text == "<p>Long & <b>bold</b>.</p>");
  CHECK(a.is_html);
  CHECK_FALSE(a.is_page);
  CHECK(r.articles[1].text == "<p>One.</p>");
  CHECK(r.articles[1].is_html);
  CHECK_FALSE(r.articles[2].is_html);
  CHECK(r.problems.empty());
}

TEST_CASE("Atom: links by relation, text within elements, the source of an entry") {
  const Reading r = Read(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title>\n"
      "<entry><author><name>Jo</name></author><link rel='self' href='https://e.example/self'/>"
      "<link rel=\"alternate\" href=\"https://e.example/2?a=1&amp;b=2\"/>"
      "<updated>2025-05-22</updated><published>2025-05-21T10:00:00Z</published>"
      "<title type='html'>A &amp;amp; B</title>"
      "<source><title>Other paper</title></source>"
      "<content type='xhtml'><div><p>Text.</p></div></content></entry></feed>");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].title == "A & B");
  CHECK(r.articles[0].url == "https://e.example/2?a=1&b=2");
  CHECK(r.articles[0].date == "2025-05-21T10:00:00Z");
  CHECK(r.articles[0].source == "Other paper");
  CHECK(r.articles[0].author == "Jo");
  CHECK(r.articles[0].text == "<div><p>Text.</p></div>");
  CHECK(r.articles[0].is_html);
}

TEST_CASE("stories in SGML: dateline and body, control characters left out, flashes") {
  const Reading r = Read(
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS OLDID=\"1\">\n<DATE>26-FEB-1987</DATE>\n"
      "<UNKNOWN>\n&#5;&#5;f0704&#31;reute</UNKNOWN>\n<TEXT>&#2;\n<TITLE>PORT &lt;REOPENS></TITLE>\n"
      "<DATELINE>    SANTOS, Feb 26 - </DATELINE><BODY>The port\nreopened.\n&#3;</BODY></TEXT>\n"
      "</REUTERS>\n<REUTERS>\n<TEXT TYPE=\"BRIEF\">&#2;\n<TITLE>PORT CLOSED AGAIN</TITLE></TEXT>\n"
      "</REUTERS>\n");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].title == "PORT <REOPENS>");
  CHECK(r.articles[0].text == "SANTOS, Feb 26 - The port\nreopened.\n");
  CHECK(r.articles[0].source == "Reuters");
  CHECK(r.articles[0].date == "26-FEB-1987");
  CHECK(r.articles[1].text.find("PORT CLOSED AGAIN") == 0);
}

TEST_CASE("a record that does not end does not take the next along") {
  const Reading r = Read(
      "<rss><item><title>A</title><description>One.</description>\n"
      "<item><description>Two.</description></item>\n<item><description>Three");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text == "Two.");
  REQUIRE(r.problems.size() == 2);
  CHECK(r.problems[0].record == 1);
  CHECK(r.problems[0].offset_bytes == 5);
  CHECK(r.problems[1].record == 3);
  CHECK(r.problems[1].line == 3);
}

TEST_CASE("pages and lists of articles are told apart") {
  CHECK(Read("<?xml version='1.0'?><!DOCTYPE html><html><body><p>x</p></body></html>")
            .articles.at(0)
            .is_html);
  CHECK(Read("<!-- saved --><div><article>x</article></div>").counts.format == "html");
  CHECK(Read("<?xml version='1.0'?><settings><a>1</a></settings>").articles.empty());
  CHECK(Read("<3 hours after the strike the bridge was open.").counts.format == "text");
}

TEST_CASE("a page may begin with a comment or a declaration of XML") {
  const std::string body = "<p>The ferry runs again.</p></body></html>";
  for (const char* begin :
       {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 "
        "Strict//EN\" \"xhtml1-strict.dtd\">\n<html><body>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>",
        "<!-- saved -->\n<div>", "<!-- saved --><blink>", "<!-- saved -->Ferry <div>",
        "<!-- a --><!-- b -->\n<!doctype html><body>", "<?xml version='1.0'?><!-- a --><body>",
        "<font>", "<form>"}) {
    CAPTURE(begin);
    const Reading r = Read(begin + body);
    REQUIRE(r.articles.size() == 1);
    CHECK(r.articles[0].is_html);
    CHECK(r.counts.format == "html");
  }
  const Reading feed =
      Read("<!-- made --><rss><item><description>Ferry.</description></item></rss>");
  CHECK(feed.counts.format == "xml");
  CHECK(Read("<?xml version='1.0'?><?x y?><settings/>").articles.empty());
}

TEST_CASE("entities and attributes") {
  CHECK(DecodeEntities("a&amp;b &lt;c&gt; &#233; &#x41; &unknown; & &#1; &#xD800;") ==
        "a&b <c> é A &unknown; &  \uFFFD");
  CHECK(AttributeOf(" rel = 'x' href=\"a&amp;b\" n=1", "href") == "a&b");
  CHECK(AttributeOf(" n=1", "n") == "1");
  CHECK(AttributeOf(" xhref='1'", "href").empty());
}

constexpr const char* kMhtml =
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://e.example/page\r\n"
    "Subject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    "\ttype=\"text/html\";\r\n\tboundary=\"--=_b1\"\r\n\r\n\r\n----=_b1\r\n"
    "Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n"
    "Content-Location: https://e.example/page\r\n\r\n<html><body class=3D\"x\">=EC=EE=F1=F2 and a "
    "lo=\r\n"
    "ng line</body></html>\r\n----=_b1\r\nContent-Type: image/png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----=_b1--\r\n";

TEST_CASE("a saved page is the page within it") {
  const Reading r = Read(kMhtml);
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].is_html);
  CHECK(r.articles[0].url == "https://e.example/page");
  CHECK(r.articles[0].text == "<html><body class=\"x\">мост and a long line</body></html>\r");
  CHECK(r.problems.empty());
}

TEST_CASE("base64 and chunks") {
  CHECK(DecodeBase64("SGVs\r\nbG8=") == "Hello");
  CHECK(DecodeBase64("SGk") == "Hi");
  ChunkedDecoder whole, bytes;
  const std::string text = "5\r\nhello\r\n6;x=1\r\n world\r\n0\r\n\r\n";
  CHECK(whole.Push(text) == "hello world");
  std::string out;
  for (char c : text) out += bytes.Push({&c, 1});
  CHECK(out == "hello world");
}

std::string WarcRecord(const std::string& type, const std::string& content_type,
                       const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://e.example/" + type +
         "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST_CASE("a web archive gives its pages") {
  const std::string http = "application/http; msgtype=response";
  const std::string page = "<!DOCTYPE html><p>A page.</p>";
  const std::string warc =
      WarcRecord("warcinfo", "application/warc-fields", "software: x\r\n") +
      WarcRecord("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      WarcRecord("response", http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page) +
      WarcRecord(
          "response", http,
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
          "Content-Encoding: gzip\r\n\r\n" +
              [&] {
                const std::string packed = Gzip(page);
                char size[20];
                std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
                return size + packed + "\r\n0\r\n\r\n";
              }()) +
      WarcRecord("response", http, "HTTP/1.1 404 Not Found\r\n\r\n" + page) +
      WarcRecord("response", http,
                 "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n") +
      WarcRecord("resource", "text/plain", "A text.");
  const Reading r = Read(warc);
  REQUIRE(r.articles.size() == 3);
  CHECK(r.articles[0].id == "in#3");
  CHECK(r.articles[0].url == "https://e.example/response");
  CHECK(r.articles[0].is_html);
  CHECK(r.articles[1].text == page);
  CHECK(r.articles[2].id == "in#7");
  CHECK(r.articles[2].text == "A text.");
  CHECK(r.problems.empty());
  // Damage in the middle, and a cut.
  std::string broken = warc;
  broken.insert(broken.find("WARC-Type: response") - 10, "garbage ");
  CHECK(Read(broken).articles.size() == 3);
  CHECK(Read(broken).problems.size() == 1);
  CHECK(Read(warc.substr(0, warc.size() - 8)).problems.size() == 1);
}

TEST_CASE("Markdown: front matter, marks taken away") {
  const Reading r = Read(
      "---\ntitle: \"The bridge: open\"\ndate: 2025-05-21 # a day\nauthors:\n  - Jo\n"
      "summary: >\n  Folded\n  text.\nnested:\n  title: no\nsource: ['Example', 'Other']\n---\n\n"
      "# The bridge\n\nThe **bridge** is [open](https://e.example), _it seems_; snake_case "
      "stays.\n\n"
      "![Picture](x.png)\n> Quoted 3 * 4.\n- item\n");
  REQUIRE(r.articles.size() == 1);
  const RawArticle& a = r.articles[0];
  CHECK(a.title == "The bridge: open");
  CHECK(a.date == "2025-05-21");
  CHECK(a.source == "Example");
  CHECK(a.author == "Jo");
  CHECK_FALSE(a.is_page);
  CHECK(
      a.text ==
      "\nThe bridge\n\nThe bridge is open, it seems; snake_case stays.\n\n\nQuoted 3 * 4.\nitem\n");
  CHECK(Read("+++\ntitle = \"T\"\n+++\nText.\n").articles.at(0).title == "T");
  CHECK(Read("# Head\n\n**Bold** text.\n").articles.at(0).title == "Head");
  CHECK(Read("---\nA text with a line above.\n").articles.at(0).text.find("---") == 0);
}

}  // namespace
}  // namespace claimscope
