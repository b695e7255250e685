#include "ingest/page_reader.h"

#include <utility>

#include "base/strings.h"
#include "ingest/markdown.h"

namespace claimscope {

void PageReader::Push(std::string_view bytes) {
  if (is_too_large_) return;
  if (text_.size() + bytes.size() <= records_->intake().max_record_bytes()) {
    text_.append(bytes);
    return;
  }
  is_too_large_ = true;
  std::string().swap(text_);
  records_->Refuse({}, records_->intake().TooLarge("The text"));
}

void PageReader::Finish() {
  if (is_too_large_) return;
  std::string storage;
  Repairs repairs;
  const std::string_view text = records_->Decode(text_, &storage, &repairs);
  if (TrimAscii(text).empty()) {
    records_->Skip(place_, "The file has no text.");
    return;
  }
  RawArticle article;
  article.is_page = true;
  article.is_html = format_ == Format::kHtml;
  if (format_ == Format::kMarkdown) {
    article.text = ReadMarkdown(text, records_->intake().names(), &article);
  } else {
    article.text = storage.empty() ? std::move(text_) : std::move(storage);
  }
  records_->Take(std::move(article), place_, std::move(repairs));
}

}  // namespace claimscope
