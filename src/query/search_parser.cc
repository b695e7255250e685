#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "query/search.h"

namespace claimscope {
namespace {

constexpr int kMostBrackets = 50;
constexpr uint32_t kUsualDistance = 10;
constexpr uint32_t kMostDistance = 1000;

struct FieldName {
  std::string_view name;
  SearchField field;
};
constexpr FieldName kFieldNames[] = {
    {"title", SearchField::kTitle},   {"source", SearchField::kSource},
    {"who", SearchField::kWho},       {"side", SearchField::kSide},
    {"kind", SearchField::kKind},     {"place", SearchField::kPlace},
    {"region", SearchField::kRegion}, {"status", SearchField::kStatus},
    {"date", SearchField::kDate},     {"qty", SearchField::kAmount},
    {"lang", SearchField::kLanguage}};

bool IsNothing(const SearchNode& node) { return node.is == SearchNode::Is::kNothing; }

// Neither of one part nor with a part that says nothing.
SearchNode Joined(SearchNode::Is is, std::vector<SearchNode> parts) {
  std::erase_if(parts, IsNothing);
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts[0]);
  SearchNode node;
  node.is = is;
  node.parts = std::move(parts);
  return node;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Search Parse() {
    std::vector<SearchNode> parts;
    for (;;) {
      parts.push_back(ParseOr(0));
      if (at_ == text_.size()) break;
      Complain(at_, 1, "No bracket is open here.");
      ++at_;
    }
    Search search;
    search.root = Joined(SearchNode::Is::kAnd, std::move(parts));
    search.problems = std::move(problems_);
    return search;
  }

 private:
  // A value as it stands: its text, and where.
  struct Value {
    std::string_view text;
    size_t begin = 0;
    bool quoted = false;
    bool is_open = false;  // the search ends with it
    WordPattern::Kind kind = WordPattern::Kind::kExact;
  };

  SearchNode ParseOr(int depth) {
    std::vector<SearchNode> parts;
    do {
      const size_t begin = at_;
      parts.push_back(ParseAnd(depth));
      if (IsNothing(parts.back()) && parts.size() > 1 && problems_.empty()) {
        Complain(begin, 0, "A word should follow OR.");
      }
    } while (TakeOperator("OR"));
    return Joined(SearchNode::Is::kOr, std::move(parts));
  }

  SearchNode ParseAnd(int depth) {
    std::vector<SearchNode> parts;
    for (;;) {
      SkipSpace();
      const size_t begin = at_;
      if (at_ == text_.size() || text_[at_] == ')') break;
      if (SeesOperator("OR")) {
        if (parts.empty()) Complain(begin, 2, "A word should stand before OR.");
        break;
      }
      if (TakeOperator("AND")) {
        if (parts.empty()) Complain(begin, 3, "A word should stand before AND.");
        SkipSpace();
        if (at_ == text_.size()) Complain(at_, 0, "A word should follow AND.");
        continue;
      }
      parts.push_back(ParseUnary(depth));
    }
    return Joined(SearchNode::Is::kAnd, std::move(parts));
  }

  SearchNode ParseUnary(int depth) {
    const size_t begin = at_;
    bool is_not = false;
    for (;;) {
      SkipSpace();
      if (TakeOperator("NOT")) {
        is_not = !is_not;
      } else if (at_ + 1 < text_.size() && text_[at_] == '-' && !IsAsciiSpace(text_[at_ + 1])) {
        ++at_;
        is_not = !is_not;
      } else {
        break;
      }
    }
    const bool missing = at_ == text_.size() || text_[at_] == ')';
    if (missing) Complain(begin, at_ - begin, "A word should follow NOT.");
    SearchNode part = missing ? SearchNode{} : ParsePrimary(depth);
    if (!is_not || IsNothing(part)) return part;
    SearchNode node;
    node.is = SearchNode::Is::kNot;
    node.parts.push_back(std::move(part));
    return node;
  }

  SearchNode ParsePrimary(int depth) {
    if (text_[at_] == '(') return ParseBrackets(depth);
    SearchNode near;
    if (ParseNear(&near)) return near;
    const size_t begin = at_;
    SearchField field = SearchField::kText;
    const bool named = TakeField(&field);
    if (!named) return ValueNode(field, TakeValue());
    if (at_ == text_.size() || IsAsciiSpace(text_[at_]) || text_[at_] == ')') {
      Complain(begin, at_ - begin, "A value should follow the colon.");
      return {};
    }
    if (text_[at_] != '(') return ValueNode(field, TakeValue());
    // field:(a b) is field:a field:b
    std::vector<SearchNode> parts;
    ForEachInBrackets([&](const Value& value) { parts.push_back(ValueNode(field, value)); });
    return Joined(SearchNode::Is::kAnd, std::move(parts));
  }

  SearchNode ParseBrackets(int depth) {
    const size_t begin = at_++;
    if (depth == kMostBrackets) {
      Complain(begin, 1, "Brackets stand too deep in each other here.");
      at_ = text_.size();
      return {};
    }
    SearchNode node = ParseOr(depth + 1);
    if (at_ < text_.size()) {
      ++at_;
      if (IsNothing(node)) Complain(begin, at_ - begin, "Words should stand in the brackets.");
    } else if (problems_.empty()) {
      Complain(begin, 1, "This bracket should be closed.");
    }
    return node;
  }

  // near(a b), near/5(a b)
  bool ParseNear(SearchNode* node) {
    const std::string_view rest = text_.substr(at_);
    if (!StartsWithIgnoreAsciiCase(rest, "near")) return false;
    size_t size = 4;
    int64_t distance = kUsualDistance;
    if (size < rest.size() && rest[size] == '/') {
      const size_t digits = ++size;
      while (size < rest.size() && IsAsciiDigit(rest[size])) ++size;
      if (!ParseInt(rest.substr(digits, size - digits), &distance)) distance = 0;
    }
    if (size == rest.size() || rest[size] != '(') return false;
    const size_t begin = at_;
    at_ += size;
    if (distance < 1 || distance > kMostDistance) {
      Complain(begin, size, "The distance should be a number from 1 to 1000, as in near/5(a b).");
      distance = kUsualDistance;
    }
    node->distance = static_cast<uint32_t>(distance);
    ForEachInBrackets([&](const Value& value) {
      for (WordPattern& word : PatternsOf(value)) node->words.push_back(std::move(word));
    });
    if (node->words.size() < 2) {
      Complain(begin, at_ - begin, "Two words or more should stand in the brackets.");
    }
    if (!node->words.empty()) {
      node->is = node->words.size() < 2 ? SearchNode::Is::kValue : SearchNode::Is::kNear;
    }
    return true;
  }

  template <typename F>
  void ForEachInBrackets(F f) {
    const size_t begin = at_++;
    for (SkipSpace(); at_ < text_.size() && text_[at_] != ')'; SkipSpace()) {
      if (text_[at_] == '(') {
        Complain(at_, 1, "Only words and phrases can stand here.");
        ++at_;
      } else {
        f(TakeValue());
      }
    }
    if (at_ < text_.size()) {
      ++at_;
    } else {
      Complain(begin, 1, "This bracket should be closed.");
    }
  }

  // title: and so on; an unknown name is told, and what it names searched as words.
  bool TakeField(SearchField* field) {
    size_t end = at_;
    while (end < text_.size() && IsAsciiAlpha(text_[end])) ++end;
    if (end == at_ || end == text_.size() || text_[end] != ':') return false;
    const std::string_view name = text_.substr(at_, end - at_);
    for (const FieldName& known : kFieldNames) {
      if (!EqualsIgnoreAsciiCase(name, known.name)) continue;
      *field = known.field;
      at_ = end + 1;
      return true;
    }
    // An address or a label that was pasted is no field.
    const bool has_value = end + 1 < text_.size() && IsWordStart(end + 1);
    if (!has_value) return false;
    std::string names;
    for (const FieldName& known : kFieldNames) {
      names.append(names.empty() ? "" : ", ").append(known.name).append(":");
    }
    Complain(at_, end + 1 - at_, "There is no such field. There are " + names + ".");
    return false;
  }

  bool IsWordStart(size_t at) const { return IsWordCodePoint(DecodeUtf8(text_, at).value); }

  // Of anything but space and brackets at at_.
  Value TakeValue() {
    Value value;
    value.begin = at_;
    if (text_[at_] == '"') {
      value.quoted = true;
      const size_t end = text_.find('"', ++at_);
      value.text = text_.substr(at_, end - at_);
      value.is_open = end == std::string_view::npos;
      if (value.is_open) Complain(value.begin, 1, "This quotation mark should be closed.");
      at_ = value.is_open ? text_.size() : end + 1;
    } else {
      while (at_ < text_.size() && !IsAsciiSpace(text_[at_]) && text_[at_] != '(' &&
             text_[at_] != ')' && text_[at_] != '"') {
        ++at_;
      }
      value.text = text_.substr(value.begin, at_ - value.begin);
      value.is_open = at_ == text_.size();
    }
    TakeMark(&value);
    return value;
  }

  // A star or a tilde, behind the quotation mark or the last one of the word.
  void TakeMark(Value* value) {
    char mark = 0;
    if (value->quoted) {
      if (at_ < text_.size() && (text_[at_] == '*' || text_[at_] == '~')) mark = text_[at_++];
    } else if (EndsWith(value->text, "*") || EndsWith(value->text, "~")) {
      mark = value->text.back();
      value->text.remove_suffix(1);
    }
    if (mark == 0) return;
    value->is_open = false;
    value->kind = mark == '*' ? WordPattern::Kind::kBeginning : WordPattern::Kind::kSimilar;
  }

  // The words of a value; star and tilde belong to the last one, the tilde of names to all.
  std::vector<WordPattern> PatternsOf(const Value& value) {
    std::vector<WordPattern> words;
    size_t end = 0;
    for (WordReader reader(value.text); reader.Next(); end = reader.end()) {
      words.push_back({std::string(reader.folded()), WordPattern::Kind::kExact});
      if (value.kind == WordPattern::Kind::kSimilar) words.back().kind = value.kind;
    }
    if (words.empty()) return words;
    const CodePoint first = DecodeUtf8(words[0].word, 0);
    if (words.size() == 1 && first.size_bytes == words[0].word.size() && IsUnspaced(first.value)) {
      words[0].kind = WordPattern::Kind::kHolding;
      return words;
    }
    if (value.kind == WordPattern::Kind::kBeginning) words.back().kind = value.kind;
    if (value.is_open && end == value.text.size()) {
      words.back().kind = WordPattern::Kind::kBeginning;
    }
    return words;
  }

  SearchNode ValueNode(SearchField field, const Value& value) {
    SearchNode node;
    node.is = SearchNode::Is::kValue;
    node.field = field;
    node.text = std::string(value.text);
    node.words = PatternsOf(value);
    std::string problem;
    switch (field) {
      case SearchField::kSide:
      case SearchField::kKind:
      case SearchField::kStatus:
        problem = ReadChoice(value.text, &node);
        break;
      case SearchField::kDate:
        problem = ReadDays(value.text, &node);
        break;
      case SearchField::kAmount:
        problem = ReadAmount(value.text, &node);
        break;
      default:
        if (node.words.empty() && !(field == SearchField::kRegion && value.text == "-")) {
          if (field != SearchField::kText) problem = "Words should stand here.";
          node = {};
        }
        break;
    }
    if (problem.empty()) return node;
    Complain(value.begin, at_ - value.begin, std::move(problem));
    return {};
  }

  void SkipSpace() {
    while (at_ < text_.size() && IsAsciiSpace(text_[at_])) ++at_;
  }
  bool SeesOperator(std::string_view word) const {
    if (text_.substr(at_, word.size()) != word) return false;
    const size_t end = at_ + word.size();
    return end < text_.size() && (IsAsciiSpace(text_[end]) || text_[end] == '(');
  }
  bool TakeOperator(std::string_view word) {
    SkipSpace();
    if (!SeesOperator(word)) return false;
    at_ += word.size();
    return true;
  }
  void Complain(size_t begin, size_t size, std::string message) {
    if (problems_.size() >= 20) return;
    problems_.push_back(
        {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size), std::move(message)});
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<SearchProblem> problems_;
};

void CollectWords(const SearchNode& node, std::vector<WordPattern>* words) {
  if (node.is == SearchNode::Is::kNot) return;
  const bool is_text = node.is == SearchNode::Is::kNear ||
                       (node.is == SearchNode::Is::kValue && node.field <= SearchField::kTitle);
  if (is_text) words->insert(words->end(), node.words.begin(), node.words.end());
  for (const SearchNode& part : node.parts) CollectWords(part, words);
}

}  // namespace

Search ParseSearch(std::string_view text) { return Parser(text).Parse(); }

std::vector<SearchProblem> CheckSearch(std::string_view text) { return ParseSearch(text).problems; }

std::vector<WordPattern> WordsSearched(std::string_view text) {
  std::vector<WordPattern> words;
  CollectWords(ParseSearch(text).root, &words);
  return words;
}

}  // namespace claimscope
