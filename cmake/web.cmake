# The web module, and from it the one-file page and the hosted site.

claimscope_require("SDL2 for wasm" ${CLAIMSCOPE_SDL2_DIR}/lib/libSDL2.a CLAIMSCOPE_SDL2_DIR)

# The finished pages. Only the preset's build folder writes into the checkout.
set(default_dist ${CMAKE_BINARY_DIR}/dist)
if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build/web")
  set(default_dist ${CMAKE_SOURCE_DIR}/dist)
endif()
set(CLAIMSCOPE_DIST_DIR ${default_dist} CACHE PATH "Where the finished pages go")

add_library(claimscope_sdl2 INTERFACE)
# BEFORE: emcc's own include path holds the headers of SDL 1 under the same names.
target_include_directories(claimscope_sdl2 SYSTEM BEFORE INTERFACE ${CLAIMSCOPE_SDL2_DIR}/include)
target_link_libraries(claimscope_sdl2 INTERFACE ${CLAIMSCOPE_SDL2_DIR}/lib/libSDL2.a)

add_library(claimscope_imgui_backends STATIC
  ${CLAIMSCOPE_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp
  ${CLAIMSCOPE_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp
  ${CMAKE_SOURCE_DIR}/emscripten/sscanf.c)
target_compile_definitions(claimscope_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3
  PRIVATE glGetIntegerv=claimscope_gl_get)  # src/host/web/gl_functions.cc
# emcc 3.1.6 lacks a header that imgui_impl_sdl2.cpp relies on.
target_compile_options(claimscope_imgui_backends PRIVATE ${claimscope_smallest} -w
  "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include emscripten.h>")
target_link_libraries(claimscope_imgui_backends
  PUBLIC claimscope_imgui_headers claimscope_sdl2 PRIVATE claimscope_no_exceptions)

file(GLOB web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/host/web/*.cc)
if(NOT web_sources)
  return()
endif()
add_executable(claimscope_web ${web_sources})
target_compile_options(claimscope_web PRIVATE ${claimscope_smallest})
set_target_properties(claimscope_web PROPERTIES OUTPUT_NAME claimscope SUFFIX .js)
# claimscope_assets_page first: its bundles, not the whole ones that the host's other programs have.
target_link_libraries(claimscope_web PRIVATE claimscope_imgui_backends claimscope_assets_page
  claimscope_host claimscope_version claimscope_options claimscope_no_exceptions)
# -Os: for binaryen, which then shortens what the compilers left. Not -Oz: it links a C library that copies byte by byte.
target_link_options(claimscope_web PRIVATE ${claimscope_web_link} -Os)

set(page_folder ${CMAKE_SOURCE_DIR}/web)
if(EXISTS ${page_folder}/index.html)
  file(GLOB page_sources CONFIGURE_DEPENDS
    ${page_folder}/*.js ${page_folder}/*.mjs ${page_folder}/*.css ${page_folder}/*.html
    ${page_folder}/*.svg ${page_folder}/*.webmanifest ${page_folder}/files.txt
    ${page_folder}/demo/*)
  set(packer ${CMAKE_SOURCE_DIR}/emscripten/pack_html.mjs)
  set(sample_scripts_names core.js line_cuts.js wire.js unpack.js reader.js)
  set(page_stamp ${CMAKE_BINARY_DIR}/page.stamp)
  set(sample_maker ${CMAKE_SOURCE_DIR}/emscripten/sample.mjs)
  set(sample ${CMAKE_BINARY_DIR}/sample.section)
  list(TRANSFORM sample_scripts_names PREPEND ${page_folder}/ OUTPUT_VARIABLE sample_scripts)
  add_custom_command(
    OUTPUT ${sample}
    COMMAND ${CLAIMSCOPE_NODE} ${sample_maker} ${page_folder} ${CMAKE_BINARY_DIR}
            ${claimscope_wire} ${CMAKE_SOURCE_DIR}/assets/sample ${sample}
    DEPENDS claimscope_web ${sample_maker} ${claimscope_wire} ${sample_scripts} ${sample_files}
    COMMENT "Reading the sample"
    VERBATIM)
  add_custom_command(
    OUTPUT ${page_stamp}
    COMMAND ${CLAIMSCOPE_NODE} ${packer} --page ${page_folder} --build ${CMAKE_BINARY_DIR}
            --rules ${claimscope_wire} --sample ${sample} --version ${PROJECT_VERSION} --out ${CLAIMSCOPE_DIST_DIR}
    COMMAND ${CMAKE_COMMAND} -E touch ${page_stamp}
    DEPENDS claimscope_web ${packer} ${claimscope_wire} ${sample} ${page_sources}
    COMMENT "Packing the page"
    VERBATIM)
  add_custom_target(page ALL DEPENDS ${page_stamp})
endif()

# The core module, dist/core/: everything but the interface, for pages, workers and Node.
file(GLOB core_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/host/core/*.cc)
add_executable(claimscope_core ${core_sources} ${CMAKE_SOURCE_DIR}/src/host/web/abi.cc)
set_target_properties(claimscope_core PROPERTIES OUTPUT_NAME claimscope-glue SUFFIX .mjs)
target_include_directories(claimscope_core PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(claimscope_core PRIVATE claimscope_engine claimscope_version
  claimscope_options claimscope_no_exceptions)
target_link_options(claimscope_core PRIVATE ${claimscope_core_link} -Os)
set(core_folder ${CLAIMSCOPE_DIST_DIR}/core)
set(core_stamp ${CMAKE_BINARY_DIR}/core.stamp)
set(core_files claimscope.mjs claimscope.d.ts example.mjs notebook.html)
list(TRANSFORM core_files PREPEND ${CMAKE_SOURCE_DIR}/web/core/)
add_custom_command(
  OUTPUT ${core_stamp}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${core_folder}
  COMMAND ${CMAKE_COMMAND} -E copy ${core_files} ${CMAKE_BINARY_DIR}/claimscope-glue.mjs ${core_folder}
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/claimscope-glue.wasm ${core_folder}/claimscope.wasm
  COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/assets/rules.bundle ${core_folder}/claimscope.rules
  COMMAND ${CMAKE_COMMAND} -E touch ${core_stamp}
  DEPENDS claimscope_core claimscope_assets ${core_files}
  COMMENT "Laying out the core module"
  VERBATIM)
add_custom_target(core ALL DEPENDS ${core_stamp})
