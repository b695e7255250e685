#include "ingest/xml_reader.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "ingest/xml_record.h"

namespace claimscope {
namespace {

using Kind = MarkupToken::Kind;

constexpr uint64_t kMaxOutsideBytes = 1 << 20;  // of a comment or tag between records
constexpr const char* kNoEnd = "The record does not end before the next one begins.";
constexpr const char* kCutOff = "The record does not end: the file was cut off here.";

}  // namespace

void XmlReader::Push(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() < wanted_) return;
  Run(false);
  DropConsumed();
}

// What is too long is told by its own length and never by how much of it is there, so that every
// cut gives the same.
void XmlReader::Run(bool is_last) {
  for (;;) {
    MarkupToken token = NextToken(buffer_, scan_, &searched_);
    if (token.kind == Kind::kEndOfText) break;
    const bool is_open = token.kind == Kind::kIncomplete ||
                         (token.kind == Kind::kText && token.end == buffer_.size());
    const bool is_inside = !record_name_.empty();
    const uint64_t limit = is_inside ? records_->intake().max_record_bytes() : kMaxOutsideBytes;
    const bool is_too_long = token.end - (is_inside ? begin_ : scan_) > limit;
    if (is_open && !is_too_long && !is_last) {
      // Looked at again only when a good deal longer, so that the whole takes linear time.
      wanted_ = buffer_.size() + (buffer_.size() - scan_) / 2;
      return;
    }
    if (is_too_long && is_inside) LeaveOut(records_->intake().TooLarge("The record"));
    if (is_too_long && token.kind == Kind::kText) {
      field_.clear();  // no title is so long, and what follows is the rest of it
      scan_ = token.end;
      continue;
    }
    if (is_too_long || token.kind == Kind::kIncomplete) {
      ++scan_;  // as if this '<' began nothing
      continue;
    }
    scan_ = record_name_.empty() ? TakeOutside(token) : TakeInside(token);
  }
  wanted_ = 0;
}

size_t XmlReader::TakeOutside(const MarkupToken& token) {
  if (token.kind == Kind::kStart && records_->intake().names().IsRecord(token.text)) {
    BeginRecord(token);
  } else if (token.kind == Kind::kStart) {
    field_ = AsciiLower(token.text);
  } else if (token.kind == Kind::kText || token.kind == Kind::kCdata) {
    std::string* slot = field_ == "title"      ? &feed_title_
                        : field_ == "language" ? &feed_language_
                                               : nullptr;
    if (slot != nullptr && slot->empty()) *slot = TrimAscii(DecodeEntities(token.text));
  } else if (token.kind == Kind::kEnd) {
    field_.clear();
  }
  return token.end;
}

void XmlReader::BeginRecord(const MarkupToken& token) {
  place_ = PlaceOf(token.begin);
  place_.number = ++number_;
  begin_ = token.begin;
  record_name_ = token.text;
  field_.clear();
  if (token.is_empty) EndRecord(token.end);
}

size_t XmlReader::TakeInside(const MarkupToken& token) {
  const bool is_same = EqualsIgnoreAsciiCase(token.text, record_name_);
  if (token.kind == Kind::kStart && is_same && !token.is_empty) {
    LeaveOut(kNoEnd);
    return token.begin;  // begins the next one
  }
  if (token.kind == Kind::kEnd && is_same) EndRecord(token.end);
  return token.end;
}

void XmlReader::EndRecord(size_t end) {
  record_name_.clear();
  std::string storage;
  Repairs repairs;
  const std::string_view bytes = std::string_view(buffer_).substr(begin_, end - begin_);
  RawArticle article =
      ReadXmlRecord(records_->Decode(bytes, &storage, &repairs), records_->intake().names());
  if (article.source.empty()) article.source = feed_title_;
  if (article.language.empty()) article.language = feed_language_;
  records_->Take(std::move(article), place_, std::move(repairs));
}

void XmlReader::LeaveOut(std::string reason) {
  record_name_.clear();
  records_->Skip(place_, std::move(reason));
}

void XmlReader::Finish() {
  Run(true);
  if (!record_name_.empty()) LeaveOut(kCutOff);
  if (records_->count() == 0) records_->Skip({}, "The file holds no records.");
}

void XmlReader::DropConsumed() {
  const size_t consumed = record_name_.empty() ? scan_ : begin_;
  if (consumed * 2 < buffer_.size()) return;
  PlaceOf(consumed);
  buffer_.erase(0, consumed);
  base_ += consumed;
  scan_ -= consumed;
  counted_to_ -= consumed;
  for (size_t* searched : {&searched_.comment, &searched_.cdata, &searched_.other}) {
    *searched -= std::min(*searched, consumed);
  }
  begin_ -= std::min(begin_, consumed);
  wanted_ -= std::min(wanted_, consumed);
}

RecordPlace XmlReader::PlaceOf(size_t at) {
  if (at > counted_to_) {
    const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(counted_to_);
    lines_ += static_cast<uint64_t>(
        std::count(begin, buffer_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted_to_ = at;
  }
  return {number_, lines_ + 1, base_ + at};
}

}  // namespace claimscope
