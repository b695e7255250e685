#include "ingest/records.h"

#include <utility>

#include "base/find_byte.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr const char* kNoText = "The record has no text.";
constexpr const char* kUnknownText = "No field of the record is known to hold its text.";
constexpr const char* kBroken = "Broken characters were replaced by the sign \xEF\xBF\xBD.";

// No text holds NUL; other programs end there.
size_t ReplaceNuls(std::string* text) {
  if (FindByte(*text, '\0') == std::string::npos) return 0;
  size_t count = 0;
  std::string out;
  for (char c : *text) {
    if (c != '\0') {
      out += c;
      continue;
    }
    AppendUtf8(kReplacementCharacter, &out);
    ++count;
  }
  *text = std::move(out);
  return count;
}

}  // namespace

std::string* SlotOf(Field field, RawArticle* article) {
  switch (field) {
    case Field::kTitle:
      return &article->title;
    case Field::kDate:
      return &article->date;
    case Field::kSource:
      return &article->source;
    case Field::kUrl:
      return &article->url;
    case Field::kAuthor:
      return &article->author;
    case Field::kLanguage:
      return &article->language;
    case Field::kText:
      return &article->text;
  }
  return nullptr;
}

bool LooksLikeHtml(std::string_view text) {
  text = TrimAscii(text);
  if (text.size() < 7 || text[0] != '<') return false;
  const char next = AsciiLower(text[1]);
  if (!IsAsciiAlpha(next) && next != '!') return false;
  const std::string_view rest = text.substr(0, 4096);
  return rest.find("</") != std::string_view::npos || rest.find("/>") != std::string_view::npos ||
         rest.find("<p>", 1) != std::string_view::npos;
}

void Records::KnowSeveral() {
  is_several_ = true;
  if (!first_) return;
  first_->id += "#1";
  intake_->Give(std::move(*first_));
  first_.reset();
}

void Records::Take(RawArticle&& article, const RecordPlace& place, Repairs repairs,
                   std::vector<std::string> fields) {
  if (TrimAscii(article.text).empty()) {
    const char* const reason = fields.empty() ? kNoText : kUnknownText;
    Skip(place, reason, std::move(fields));
    return;
  }
  for (Field field : {Field::kTitle, Field::kDate, Field::kSource, Field::kUrl, Field::kAuthor,
                      Field::kLanguage, Field::kText}) {
    repairs.characters += ReplaceNuls(SlotOf(field, &article));
  }
  if (!repairs.note.empty()) Repaired(place, std::move(repairs.note));
  if (repairs.characters > 0) Repaired(place, kBroken);
  if (!article.is_page && !article.is_html) article.is_html = LooksLikeHtml(article.text);
  if (article.url.empty()) article.url = url_;
  article.id = is_several_ ? path_ + "#" + std::to_string(place.number) : path_;
  article.offset_bytes = SourceOffset(place.offset_bytes);
  ++count_;
  if (is_several_) {
    intake_->Give(std::move(article));
  } else {
    first_ = std::move(article);
  }
}

void Records::Skip(const RecordPlace& place, std::string reason, std::vector<std::string> fields) {
  Tell(Problem::Kind::kSkipped, place, std::move(reason), std::move(fields));
}

void Records::Refuse(const RecordPlace& place, std::string reason,
                     std::vector<std::string> fields) {
  is_refused_ = true;
  Skip(place, std::move(reason), std::move(fields));
}

void Records::Repaired(const RecordPlace& place, std::string reason) {
  Tell(Problem::Kind::kRepaired, place, std::move(reason), {});
}

void Records::Tell(Problem::Kind kind, const RecordPlace& place, std::string reason,
                   std::vector<std::string> fields) {
  ++count_;
  intake_->Tell({kind, path_, place.number, place.line, SourceOffset(place.offset_bytes),
                 std::move(reason), std::move(fields)});
}

void Records::Finish() {
  if (first_) intake_->Give(std::move(*first_));
  first_.reset();
}

void Records::SetCharset(Charset charset, bool is_declared) {
  charset_ = charset;
  is_declared_ = is_declared;
  intake_->NoteCharset(NameOf(charset));
}

std::string_view Records::Decode(std::string_view bytes, std::string* storage,
                                 Repairs* repairs) const {
  if (FindInvalidUtf8(bytes) == std::string_view::npos) return bytes;
  const Charset charset =
      is_declared_ && charset_ != Charset::kUtf8 ? charset_ : GuessCharset(bytes, charset_);
  *storage = ToUtf8(bytes, charset, &repairs->characters);
  if (charset != charset_ && charset != Charset::kUtf8) {
    repairs->note = "It is written in " + std::string(NameOf(charset)) + ", not in " +
                    std::string(NameOf(charset_)) + " as the rest, and was converted.";
  }
  return *storage;
}

}  // namespace claimscope
