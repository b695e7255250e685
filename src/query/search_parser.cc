// The grammar of searches.
#include <utility>

#include "base/strings.h"
#include "query/search.h"
#include "query/search_scanner.h"

namespace claimscope {
namespace {

constexpr int kMostBrackets = 50;
constexpr uint32_t kUsualDistance = 10;
constexpr uint32_t kMostDistance = 1000;

bool IsNothing(const SearchNode& node) { return node.is == SearchNode::Is::kNothing; }

// Parts joined by AND or OR: what says nothing is left out, one alone stands for itself.
class Joined {
 public:
  explicit Joined(SearchNode::Is is) : is_(is) {}
  void Add(SearchNode&& part) {
    if (IsNothing(part)) return;
    if (++count_ == 1) {
      node_ = std::move(part);
      return;
    }
    if (count_ == 2) {
      SearchNode first = std::exchange(node_, {});
      node_.is = is_;
      node_.parts.push_back(std::move(first));
    }
    node_.parts.push_back(std::move(part));
  }
  SearchNode Take() { return std::move(node_); }

 private:
  SearchNode::Is is_;
  SearchNode node_;
  size_t count_ = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  Search Parse() {
    Joined parts(SearchNode::Is::kAnd);
    for (;;) {
      parts.Add(ParseOr(0));
      if (in_.at_end()) break;
      in_.Complain(in_.at(), 1, "No bracket is open here.");
      in_.Skip(1);
    }
    return {parts.Take(), in_.TakeProblems()};
  }

 private:
  SearchNode ParseOr(int depth) {
    SearchNode first = ParseAnd(depth);
    if (!in_.SeesOperator("OR")) return first;
    Joined parts(SearchNode::Is::kOr);
    parts.Add(std::move(first));
    while (in_.TakeOperator("OR")) {
      const size_t begin = in_.at();
      SearchNode part = ParseAnd(depth);
      if (IsNothing(part) && !in_.has_problems()) {
        in_.Complain(begin, 0, "A word should follow OR.");
      }
      parts.Add(std::move(part));
    }
    return parts.Take();
  }

  SearchNode ParseAnd(int depth) {
    Joined parts(SearchNode::Is::kAnd);
    for (bool is_first = true;; is_first = false) {
      in_.SkipSpace();
      const size_t begin = in_.at();
      if (in_.at_end() || in_.Sees(')')) break;
      if (in_.SeesOperator("OR")) {
        if (is_first) in_.Complain(begin, 2, "A word should stand before OR.");
        break;
      }
      if (in_.TakeOperator("AND")) {
        if (is_first) in_.Complain(begin, 3, "A word should stand before AND.");
        in_.SkipSpace();
        if (in_.at_end()) in_.Complain(in_.at(), 0, "A word should follow AND.");
        continue;
      }
      parts.Add(ParseUnary(depth));
    }
    return parts.Take();
  }

  SearchNode ParseUnary(int depth) {
    const size_t begin = in_.at();
    bool is_not = false;
    while (in_.TakeOperator("NOT") || in_.TakeMinus()) is_not = !is_not;
    const bool missing = in_.at_end() || in_.Sees(')');
    if (missing) in_.Complain(begin, in_.at() - begin, "A word should follow NOT.");
    SearchNode part = missing ? SearchNode{} : ParsePrimary(depth);
    if (!is_not || IsNothing(part)) return part;
    SearchNode node;
    node.is = SearchNode::Is::kNot;
    node.parts.push_back(std::move(part));
    return node;
  }

  SearchNode ParsePrimary(int depth) {
    if (in_.Sees('(')) return ParseBrackets(depth);
    const size_t begin = in_.at();
    uint32_t distance = 0;
    if (TakeNear(&distance)) return ParseNear(begin, distance);
    SearchField field = SearchField::kText;
    if (!in_.TakeField(&field)) return ValueNode(field, in_.TakeValue());
    if (in_.at_end() || in_.SeesSpace() || in_.Sees(')')) {
      in_.Complain(begin, in_.at() - begin, "A value should follow the colon.");
      return {};
    }
    if (!in_.Sees('(')) return ValueNode(field, in_.TakeValue());
    // field:(a b) is field:a field:b
    Joined parts(SearchNode::Is::kAnd);
    ForEachInBrackets([&](const SearchValue& value) { parts.Add(ValueNode(field, value)); });
    return parts.Take();
  }

  SearchNode ParseBrackets(int depth) {
    const size_t begin = in_.at();
    in_.Skip(1);
    if (depth == kMostBrackets) {
      in_.Complain(begin, 1, "Brackets stand too deep in each other here.");
      in_.SkipAll();
      return {};
    }
    SearchNode node = ParseOr(depth + 1);
    if (!in_.at_end()) {
      in_.Skip(1);
      if (IsNothing(node)) {
        in_.Complain(begin, in_.at() - begin, "Words should stand in the brackets.");
      }
    } else if (!in_.has_problems()) {
      in_.Complain(begin, 1, "This bracket should be closed.");
    }
    return node;
  }

  // near( or near/5( up to the bracket.
  bool TakeNear(uint32_t* distance) {
    const std::string_view rest = in_.rest();
    if (!StartsWithIgnoreAsciiCase(rest, "near")) return false;
    size_t size = 4;
    int64_t wanted = kUsualDistance;
    if (size < rest.size() && rest[size] == '/') {
      const size_t digits = ++size;
      while (size < rest.size() && IsAsciiDigit(rest[size])) ++size;
      if (!ParseInt(rest.substr(digits, size - digits), &wanted)) wanted = 0;
    }
    if (size == rest.size() || rest[size] != '(') return false;
    if (wanted < 1 || wanted > kMostDistance) {
      in_.Complain(in_.at(), size,
                   "The distance should be a number from 1 to 1000, as in near/5(a b).");
      wanted = kUsualDistance;
    }
    *distance = static_cast<uint32_t>(wanted);
    in_.Skip(size);
    return true;
  }

  SearchNode ParseNear(size_t begin, uint32_t distance) {
    SearchNode node;
    node.distance = distance;
    ForEachInBrackets([&](const SearchValue& value) {
      for (WordPattern& word : PatternsOf(value)) node.words.push_back(std::move(word));
    });
    if (node.words.size() < 2) {
      in_.Complain(begin, in_.at() - begin, "Two words or more should stand in the brackets.");
    }
    if (!node.words.empty()) {
      node.is = node.words.size() < 2 ? SearchNode::Is::kValue : SearchNode::Is::kNear;
    }
    return node;
  }

  template <typename F>
  void ForEachInBrackets(F f) {
    const size_t begin = in_.at();
    in_.Skip(1);
    for (in_.SkipSpace(); !in_.at_end() && !in_.Sees(')'); in_.SkipSpace()) {
      if (in_.Sees('(')) {
        in_.Complain(in_.at(), 1, "Only words and phrases can stand here.");
        in_.Skip(1);
      } else {
        f(in_.TakeValue());
      }
    }
    if (!in_.at_end()) {
      in_.Skip(1);
    } else {
      in_.Complain(begin, 1, "This bracket should be closed.");
    }
  }

  SearchNode ValueNode(SearchField field, const SearchValue& value) {
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
    in_.Complain(value.begin, in_.at() - value.begin, std::move(problem));
    return {};
  }

  SearchScanner in_;
};

void CollectWords(const SearchNode& node, std::vector<WordPattern>* words) {
  if (node.is == SearchNode::Is::kNot) return;
  const bool is_text = node.is == SearchNode::Is::kNear ||
                       (node.is == SearchNode::Is::kValue && node.field <= SearchField::kTitle);
  if (is_text) {
    const size_t first = words->size();
    words->insert(words->end(), node.words.begin(), node.words.end());
    for (size_t i = first + 1; i < words->size(); ++i)
      (*words)[i].follows = node.is == SearchNode::Is::kValue;
  }
  for (const SearchNode& part : node.parts) CollectWords(part, words);
}

}  // namespace

Search ParseSearch(std::string_view text) { return Parser(text).Parse(); }

std::vector<SearchProblem> CheckSearch(std::string_view text) { return ParseSearch(text).problems; }

std::vector<WordPattern> WordsOf(const SearchNode& root) {
  std::vector<WordPattern> words;
  CollectWords(root, &words);
  return words;
}

std::vector<WordPattern> WordsSearched(std::string_view text) {
  return WordsOf(ParseSearch(text).root);
}

}  // namespace claimscope
