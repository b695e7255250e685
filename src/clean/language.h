// The language of a text by its letters and its commonest words.
// Method: counting function words and letters that one language alone uses; enough to tell the
// languages of this tool apart, not to name every language.
#pragma once

#include <string_view>

namespace claimscope {

// ISO 639-1: "en", "uk", "ru", "de", "fr" or "es"; empty when it is none of these or there is too
// little text. What is `stated`, unless that is one of these and the text has many more words of
// another: feeds state one language for every article.
std::string_view DetectLanguage(std::string_view text, std::string_view stated = {});

}  // namespace claimscope
