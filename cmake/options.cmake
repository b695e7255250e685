# What every file is compiled with, ours and others', and what only ours is.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# -g1: the sanitizers' stack traces need lines, nothing here needs variables; it links twice as fast.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")

find_program(CLAIMSCOPE_CCACHE ccache)
mark_as_advanced(CLAIMSCOPE_CCACHE)
if(CLAIMSCOPE_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CLAIMSCOPE_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CLAIMSCOPE_CCACHE})
endif()

if(CLAIMSCOPE_SANITIZE)
  # vptr needs RTTI, which our code is built without.
  add_compile_options(-fsanitize=${CLAIMSCOPE_SANITIZE} -fno-sanitize=vptr
                      -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CLAIMSCOPE_SANITIZE} -fno-sanitize=vptr)
  # What a vector holds ready but has not begun to use is its own memory to the sanitizer: a read behind
  # its end is found by these alone.
  add_compile_definitions(_GLIBCXX_ASSERTIONS _GLIBCXX_SANITIZE_VECTOR)
endif()
if(CLAIMSCOPE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  include(${CMAKE_SOURCE_DIR}/emscripten/flags.cmake)
endif()

# Linked by our own code only. Left out: signs (indices and differences mix all over), a format string
# in a variable (a lookup table's), fields that an initialiser leaves empty on purpose.
add_library(claimscope_options INTERFACE)
target_compile_options(claimscope_options INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wimplicit-fallthrough
  -Wvla -Wformat=2 -Wno-format-nonliteral -Wno-missing-field-initializers
  $<$<BOOL:${CLAIMSCOPE_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Wrong about std::string and std::optional at -O2 in GCC 12.
  target_compile_options(claimscope_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

if(EMSCRIPTEN)
  # No threads: statics of functions need no lock.
  target_compile_options(claimscope_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics>)
  # size_t has 32 bits here: offsets of 64 bits narrow to it all over, after they were checked against
  # the size of what they point into. Real narrowing shows in the native builds.
  target_compile_options(claimscope_options INTERFACE -Wno-shorten-64-to-32)
endif()

# doctest reports a failed REQUIRE by throwing; everything else is without exceptions and RTTI.
add_library(claimscope_no_exceptions INTERFACE)
target_compile_options(claimscope_no_exceptions INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
