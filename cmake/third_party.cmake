# Libraries we use but do not keep. `make setup` puts them where the defaults below point; whoever
# has them elsewhere says so with -DCLAIMSCOPE_..._DIR=PATH.

set(deps ${CMAKE_SOURCE_DIR}/.deps)
set(CLAIMSCOPE_IMGUI_DIR ${deps}/src/imgui CACHE PATH "Dear ImGui 1.92 sources, with backends/")
set(CLAIMSCOPE_ZLIB_DIR ${deps}/src/zlib CACHE PATH "zlib sources")
set(CLAIMSCOPE_GUMBO_DIR ${deps}/src/gumbo/gumbo-parser CACHE PATH "Nokogiri's gumbo-parser")
set(CLAIMSCOPE_SIMDJSON_DIR ${CMAKE_SOURCE_DIR}/node_modules/@nozbe/simdjson/src
    CACHE PATH "Folder with simdjson.h and simdjson.cpp")
set(CLAIMSCOPE_ZSTD_DIR ${deps}/src/zstd CACHE PATH "zstd sources")
set(CLAIMSCOPE_DOCTEST_DIR /usr/include CACHE PATH "Folder with doctest/doctest.h")
set(CLAIMSCOPE_FONT_DIR ${deps}/fonts CACHE PATH "Subset fonts made by emscripten/fonts.sh")
set(CLAIMSCOPE_SDL2_DIR ${deps}/web/sdl2 CACHE PATH "SDL2 built for wasm, with include/ and lib/")

function(claimscope_require what file variable)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "${what} not found: ${file} is missing.\n"
      "Run `make setup`, or point CMake at your own copy with -D${variable}=PATH.")
  endif()
endfunction()

claimscope_require("Dear ImGui" ${CLAIMSCOPE_IMGUI_DIR}/imgui.cpp CLAIMSCOPE_IMGUI_DIR)
claimscope_require("zlib" ${CLAIMSCOPE_ZLIB_DIR}/inflate.c CLAIMSCOPE_ZLIB_DIR)
claimscope_require("simdjson" ${CLAIMSCOPE_SIMDJSON_DIR}/simdjson.cpp CLAIMSCOPE_SIMDJSON_DIR)
claimscope_require("gumbo" ${CLAIMSCOPE_GUMBO_DIR}/src/parser.c CLAIMSCOPE_GUMBO_DIR)
claimscope_require("zstd" ${CLAIMSCOPE_ZSTD_DIR}/lib/zstd.h CLAIMSCOPE_ZSTD_DIR)
claimscope_require("doctest" ${CLAIMSCOPE_DOCTEST_DIR}/doctest/doctest.h CLAIMSCOPE_DOCTEST_DIR)

# zlib: inflating is all we need; gz*.c would drag in file I/O.
set(zlib_sources adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
list(TRANSFORM zlib_sources PREPEND ${CLAIMSCOPE_ZLIB_DIR}/)
list(TRANSFORM zlib_sources APPEND .c)
add_library(claimscope_zlib STATIC ${zlib_sources})
target_include_directories(claimscope_zlib SYSTEM PUBLIC ${CLAIMSCOPE_ZLIB_DIR})
# Tables of its checksums that are made at the start weigh nothing.
target_compile_definitions(claimscope_zlib PRIVATE DYNAMIC_CRC_TABLE)
target_compile_options(claimscope_zlib PRIVATE -w)
if(EMSCRIPTEN)
  target_compile_options(claimscope_zlib PRIVATE ${claimscope_smallest})
endif()

add_library(claimscope_simdjson STATIC ${CLAIMSCOPE_SIMDJSON_DIR}/simdjson.cpp)
target_include_directories(claimscope_simdjson SYSTEM PUBLIC ${CLAIMSCOPE_SIMDJSON_DIR})
target_compile_definitions(claimscope_simdjson PUBLIC SIMDJSON_EXCEPTIONS=0)
target_compile_options(claimscope_simdjson PRIVATE -w)
target_link_libraries(claimscope_simdjson PRIVATE claimscope_no_exceptions)
# It has no kernel for WebAssembly: of itself it would read byte by byte there. Its kernel for SSE4.2 is
# five times as fast, as emcc translates the intrinsics (emscripten/simdjson/x86intrin.h has the rest).
if(EMSCRIPTEN AND CLAIMSCOPE_SIMD)
  target_include_directories(claimscope_simdjson SYSTEM BEFORE PUBLIC
    ${CMAKE_SOURCE_DIR}/emscripten/simdjson)
  target_compile_options(claimscope_simdjson PUBLIC -msse4.2)
  target_compile_definitions(claimscope_simdjson PUBLIC SIMDJSON_IMPLEMENTATION_WESTMERE=1
    SIMDJSON_IMPLEMENTATION_FALLBACK=0 SIMDJSON_BUILTIN_IMPLEMENTATION=westmere)
endif()

# zstd: its decoder alone, the small variants of it.
set(zstd_sources common/entropy_common common/error_private common/fse_decompress common/xxhash
  common/zstd_common decompress/huf_decompress decompress/zstd_ddict decompress/zstd_decompress
  decompress/zstd_decompress_block)
list(TRANSFORM zstd_sources PREPEND ${CLAIMSCOPE_ZSTD_DIR}/lib/)
list(TRANSFORM zstd_sources APPEND .c)
add_library(claimscope_zstd STATIC ${zstd_sources})
target_include_directories(claimscope_zstd SYSTEM PUBLIC ${CLAIMSCOPE_ZSTD_DIR}/lib)
target_compile_definitions(claimscope_zstd PRIVATE ZSTD_DISABLE_ASM=1 DYNAMIC_BMI2=0
  HUF_FORCE_DECOMPRESS_X1=1 ZSTD_FORCE_DECOMPRESS_SEQUENCES_SHORT=1 ZSTD_NO_INLINE=1
  ZSTD_STRIP_ERROR_STRINGS=1 ZSTD_LEGACY_SUPPORT=0 ZSTD_TRACE=0)
target_compile_options(claimscope_zstd PRIVATE -w -Os ${claimscope_smallest})

# gumbo: small rather than fast, and with a table of named characters of our own making.
find_program(CLAIMSCOPE_NODE NAMES node nodejs REQUIRED)
set(gumbo_sources ascii attribute error foreign_attrs parser string_buffer string_piece svg_attrs
    svg_tags tag tag_lookup token_buffer tokenizer utf8 util vector)
list(TRANSFORM gumbo_sources PREPEND ${CLAIMSCOPE_GUMBO_DIR}/src/)
list(TRANSFORM gumbo_sources APPEND .c)
set(char_refs ${CMAKE_BINARY_DIR}/third_party/char_refs.c)
add_custom_command(
  OUTPUT ${char_refs}
  COMMAND ${CLAIMSCOPE_NODE} ${CMAKE_SOURCE_DIR}/cmake/char_refs.mjs
          ${CLAIMSCOPE_GUMBO_DIR}/src/char_ref.rl ${char_refs}
  DEPENDS ${CMAKE_SOURCE_DIR}/cmake/char_refs.mjs ${CLAIMSCOPE_GUMBO_DIR}/src/char_ref.rl
  COMMENT "Making the table of named characters"
  VERBATIM)
add_library(claimscope_gumbo STATIC ${gumbo_sources} ${char_refs})
target_include_directories(claimscope_gumbo SYSTEM PUBLIC ${CLAIMSCOPE_GUMBO_DIR}/src)
target_compile_options(claimscope_gumbo PRIVATE -w $<$<CONFIG:Release>:-Os> ${claimscope_smallest})

# Dear ImGui and our hooks into it (src/ui) call each other, so its objects go into claimscope_ui
# rather than into an archive of their own.
add_library(claimscope_imgui_headers INTERFACE)
target_include_directories(claimscope_imgui_headers SYSTEM INTERFACE
  ${CLAIMSCOPE_IMGUI_DIR} ${CLAIMSCOPE_IMGUI_DIR}/backends)
target_compile_definitions(claimscope_imgui_headers INTERFACE
  IMGUI_ENABLE_TEST_ENGINE IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  # What nobody calls, and the linker could not know of.
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
# WebGL draws from the begin of the vertices only: without wider indices one window could not have
# more than 65,536 of them, and the map has.
if(EMSCRIPTEN)
  target_compile_definitions(claimscope_imgui_headers INTERFACE ImDrawIdx=unsigned
    # The page brings its fonts along.
    IMGUI_DISABLE_DEFAULT_FONT)
endif()
add_library(claimscope_imgui OBJECT
  ${CLAIMSCOPE_IMGUI_DIR}/imgui.cpp
  ${CLAIMSCOPE_IMGUI_DIR}/imgui_draw.cpp
  ${CLAIMSCOPE_IMGUI_DIR}/imgui_tables.cpp
  ${CLAIMSCOPE_IMGUI_DIR}/imgui_widgets.cpp)
target_link_libraries(claimscope_imgui PUBLIC claimscope_imgui_headers
  PRIVATE claimscope_no_exceptions)
target_compile_options(claimscope_imgui PRIVATE -w)

# Copied, because its usual folder, /usr/include, must not come before a cross compiler's own.
configure_file(${CLAIMSCOPE_DOCTEST_DIR}/doctest/doctest.h
  ${CMAKE_BINARY_DIR}/third_party/doctest/doctest.h COPYONLY)
