# The layers: one static library per folder of src/, linked to exactly what it may include.
# tests/layers.mjs checks the #include lines against the same table.

function(claimscope_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  list(TRANSFORM claimscope_${name}_apart PREPEND ${CMAKE_SOURCE_DIR}/src/${name}/
    OUTPUT_VARIABLE apart)
  list(REMOVE_ITEM sources ${apart})
  set(target claimscope_${name})
  list(TRANSFORM ARGN PREPEND claimscope_ OUTPUT_VARIABLE links)
  if(NOT sources)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${links})
    return()
  endif()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} PUBLIC ${links}
    PRIVATE claimscope_options claimscope_no_exceptions)
endfunction()

# What only one module may use; a module without sources yet has nothing to attach it to.
function(claimscope_module_uses name)
  get_target_property(type claimscope_${name} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(claimscope_${name} ${ARGN})
  endif()
endfunction()

claimscope_module(base)
claimscope_module(model base)
claimscope_module(ingest base model)
claimscope_module(clean base model)
claimscope_module(claims base model)
claimscope_module(copies base model)
claimscope_module(index base model)
claimscope_module(query base model index)
claimscope_module(engine base model ingest clean claims copies index query)
claimscope_module(exports base model index query engine)

# What of the interface needs no window: links, words, the chart as a picture. The command line has
# it without Dear ImGui.
set(claimscope_ui_apart arguments.cc chart_layout.cc chart_svg.cc corpus.cc date_ticks.cc
  filter_words.cc format.cc labels.cc map_counts.cc map_picture.cc map_reader.cc map_shapes.cc
  map_svg.cc session.cc state.cc query_hash.cc state_hash.cc svg.cc view.cc)
list(TRANSFORM claimscope_ui_apart PREPEND ${CMAKE_SOURCE_DIR}/src/ui/ OUTPUT_VARIABLE view_sources)
add_library(claimscope_view STATIC ${view_sources})
target_include_directories(claimscope_view PUBLIC ${CMAKE_SOURCE_DIR}/src)
claimscope_module(ui base model query engine view)
claimscope_module(host base model ingest clean claims copies index query engine exports ui assets)

claimscope_module_uses(base PRIVATE claimscope_simdjson)
claimscope_module_uses(ingest PRIVATE claimscope_zlib claimscope_zstd)
claimscope_module_uses(clean PRIVATE claimscope_gumbo)
claimscope_module_uses(ui PUBLIC claimscope_imgui_headers)
target_link_libraries(claimscope_view PUBLIC claimscope_engine
  PRIVATE claimscope_options claimscope_no_exceptions)
get_target_property(ui_type claimscope_ui TYPE)
if(NOT ui_type STREQUAL "INTERFACE_LIBRARY")
  target_sources(claimscope_ui PRIVATE $<TARGET_OBJECTS:claimscope_imgui>)
endif()
claimscope_module_uses(host PRIVATE claimscope_version)
# Small rather than fast, for every byte of the page is downloaded; fast is what every word of an article or of a search
# goes through. At -Os emcc 3.1.6 forbids clang to inline anything, even what is smaller than a call.
set(fast_files src/base/utf8.cc src/base/words.cc
  src/claims/compose_places.cc src/claims/kinds.cc src/claims/phrases.cc src/claims/sentences.cc
  src/claims/tags.cc src/claims/tokens.cc src/claims/vocabulary.cc
  src/clean/blank_cuts.cc src/clean/boilerplate_phrases.cc src/clean/page.cc
  src/index/bit_packing.cc src/index/postings.cc src/index/short_postings.cc src/index/term_reader.cc
  src/index/term_writer.cc
  src/ingest/document.cc src/ingest/json_scanner.cc src/ingest/source_window.cc
  src/query/search_parser.cc src/query/search_scanner.cc src/query/word_search.cc)
if(EMSCRIPTEN)
  target_sources(claimscope_base PRIVATE ${CMAKE_SOURCE_DIR}/emscripten/string_code.cc)
  list(APPEND fast_files emscripten/string_code.cc)
  list(TRANSFORM fast_files PREPEND ${CMAKE_SOURCE_DIR}/)
  target_compile_options(claimscope_imgui PRIVATE ${claimscope_smallest})
  foreach(name engine exports view ui)
    target_compile_options(claimscope_${name} PRIVATE ${claimscope_smallest})
  endforeach()
  # Either or: clang takes a limit of what is inlined once only.
  foreach(name base model claims index query ingest clean copies)
    get_target_property(files claimscope_${name} SOURCES)
    list(REMOVE_ITEM files ${fast_files})
    # What is read once, and what few words reach.
    set(smallest_files ${files})
    list(FILTER smallest_files INCLUDE REGEX
      "/claims/(date|lexicon|actors|annotate|gazetteer|quantity_|attribution_|place_(lists|resolve|finder)|speaker|scenes|extractor|headline|quoted|analysis|clause_figures|compose_(aside|country|figures|source|status|tallies|time))|/(ingest|model|clean)/|/index/(snapshot|segment_check|segment_open|bare_segment)|/query/(search_hints|search_values|series|similar|quote_search)|/copies/(differences|told_again|copy_index)|/base/(file_bundle|json_value|markup_text|sha256|table)")
    list(REMOVE_ITEM files ${smallest_files} "")
    set_source_files_properties(${smallest_files} PROPERTIES COMPILE_FLAGS $<$<CONFIG:Release>:${claimscope_smallest_flags}>)
    set_source_files_properties(${files} PROPERTIES COMPILE_FLAGS $<$<CONFIG:Release>:${claimscope_small_flags}>)
  endforeach()
  set_source_files_properties(${fast_files} PROPERTIES COMPILE_FLAGS $<$<CONFIG:Release>:${claimscope_fast_flags}>)
endif()

# The units of measure that a search may name, from the table that claims are read by.
set(units_tsv ${CMAKE_SOURCE_DIR}/assets/lexicon/units.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${units_tsv})
file(STRINGS ${units_tsv} unit_rows ENCODING UTF-8 REGEX "^[^#].*\tmeasure$")
set(unit_lines "// Made from assets/lexicon/units.tsv: phrase, unit, SI unit, factor.\n")
foreach(row IN LISTS unit_rows)
  string(REGEX REPLACE "^([^\t]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)\tmeasure$"
    "{\"\\1\", \"\\2\", \"\\3\", \\4},\n" line "${row}")
  string(APPEND unit_lines "${line}")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/units.inc CONTENT "${unit_lines}" @ONLY)
claimscope_module_uses(query PRIVATE claimscope_units)
add_library(claimscope_units INTERFACE)
target_include_directories(claimscope_units INTERFACE ${CMAKE_BINARY_DIR}/generated)

add_library(claimscope_version INTERFACE)
target_compile_definitions(claimscope_version INTERFACE CLAIMSCOPE_VERSION="${PROJECT_VERSION}")
