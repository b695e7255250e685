// A segment without its words, and the whole again.
#include "index/segment.h"
#include "index/segment_format.h"
#include "index/term_writer.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file writes that format

namespace {

// Where the words of the whole begin, as its section table has it; 0 when that is cut off.
uint64_t ColumnsSizeOf(std::string_view bytes) {
  const size_t at = sizeof(Header) + kFirstWordSection * sizeof(SectionEntry);
  if (bytes.size() < at + sizeof(SectionEntry)) return 0;
  SectionEntry entry;
  std::memcpy(&entry, bytes.data() + at, sizeof entry);
  return entry.offset <= bytes.size() ? entry.offset : 0;
}

std::string WordsOf(const Segment& segment) {
  TermWriter terms;
  for (uint32_t i = 0; i < segment.article_count(); ++i) {
    const ArticleView article = segment.ArticleAt(i);
    terms.AddArticle(article.title,
                     TextWithoutCuts(article.page, {article.cuts.begin(), article.cuts.end()}));
  }
  TermWriter::Sections made = terms.Write();
  std::string words;
  for (const std::string* section :
       {&made.blocks, &made.terms, &made.postings, &made.positions, &made.article_words}) {
    words.append(*section);
    words.resize(AlignUp(words.size()));
  }
  return words;
}

}  // namespace

std::string WithoutWords(const Segment& segment) {
  std::string bare(segment.BytesOf(Segment::Part::kColumns));
  bare.append(segment.BytesOf(Segment::Part::kText));
  return bare;
}

Result<std::string> WithWords(std::string_view bare) {
  const auto columns_size = static_cast<size_t>(ColumnsSizeOf(bare));
  Result<Segment> segment = Segment::OpenColumns(std::string(bare.substr(0, columns_size)));
  if (!segment.ok()) return segment.status();
  const std::string_view text = bare.substr(columns_size);
  if (const Status status = segment->AttachText(std::string(text)); !status.ok()) return status;
  const std::string words = WordsOf(*segment);
  std::string whole(bare.substr(0, columns_size));
  whole.append(words);
  whole.append(text);
  return whole;
}

}  // namespace claimscope
