// The functions of std::string, compiled as ours are. emcc compiles its C++ library with -Os, by
// which it inlines nothing: push_back() was six calls, and a seventh of all time went into such.
// What is instantiated here is linked before the library: reading is a tenth quicker, searching two
// fifths.
#include <string>

template class std::basic_string<char>;
