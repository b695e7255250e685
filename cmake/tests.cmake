# Everything that tests is an entry of ctest. tests/README.md says what each is for.

set(tests ${CMAKE_SOURCE_DIR}/tests)

add_library(claimscope_test_support INTERFACE)
target_include_directories(claimscope_test_support SYSTEM INTERFACE
  ${CMAKE_BINARY_DIR}/third_party)
target_compile_definitions(claimscope_test_support INTERFACE
  CLAIMSCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" DOCTEST_CONFIG_NO_POSIX_SIGNALS)
target_link_libraries(claimscope_test_support INTERFACE claimscope_options claimscope_assets)
if(EMSCRIPTEN)
  target_link_libraries(claimscope_test_support INTERFACE claimscope_no_exceptions)
  # There is no debugger to break into, and the signal.h for it defines macros with short names.
  target_compile_definitions(claimscope_test_support INTERFACE
    DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
  target_compile_options(claimscope_test_support INTERFACE
    "-DDOCTEST_BREAK_INTO_DEBUGGER()=((void)0)")
endif()

add_library(claimscope_test_main OBJECT ${tests}/unit/main.cc)
target_link_libraries(claimscope_test_main PRIVATE claimscope_test_support)

# One binary of all unit tests; and, for work on one module, unit_MODULE of its tests alone, linked
# to that module alone (`ninja unit_clean`), so that it builds while other modules do not.
add_executable(claimscope_tests)
target_link_libraries(claimscope_tests PRIVATE claimscope_test_main claimscope_host
  claimscope_test_support)
file(GLOB test_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${tests}/unit/* ${tests}/golden)
foreach(folder IN LISTS test_folders)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cc)
  if(NOT sources)
    continue()
  endif()
  get_filename_component(name ${folder} NAME)
  set(links claimscope_host)
  if(TARGET claimscope_${name})
    set(links claimscope_${name})
  endif()
  add_library(unit_objects_${name} OBJECT ${sources})
  target_include_directories(unit_objects_${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(unit_objects_${name} PRIVATE claimscope_test_support ${links})
  target_link_libraries(claimscope_tests PRIVATE unit_objects_${name})
  add_executable(unit_${name} EXCLUDE_FROM_ALL)
  target_link_libraries(unit_${name} PRIVATE claimscope_test_main unit_objects_${name} ${links}
    claimscope_test_support)
endforeach()

# Speed, measured and not judged: `make bench`; as wasm, `node claimscope_bench.js` in the web build.
file(GLOB bench_sources CONFIGURE_DEPENDS ${tests}/bench/*.cc)
if(bench_sources)
  add_executable(claimscope_bench EXCLUDE_FROM_ALL ${bench_sources})
  target_include_directories(claimscope_bench PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(claimscope_bench PRIVATE claimscope_engine claimscope_assets
    claimscope_options claimscope_no_exceptions)
endif()

# Our side of `make bench`: as wasm, called from JavaScript; the loop that brushes are held against,
# native alone.
if(EMSCRIPTEN)
  add_executable(claimscope_bench_peers EXCLUDE_FROM_ALL ${tests}/bench/peers/bench_abi.cc
    ${CMAKE_SOURCE_DIR}/src/host/web/abi.cc)
  set_target_properties(claimscope_bench_peers PROPERTIES SUFFIX .mjs)
  target_include_directories(claimscope_bench_peers PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(claimscope_bench_peers PRIVATE claimscope_query claimscope_ingest
    claimscope_version claimscope_options claimscope_no_exceptions)
  target_link_options(claimscope_bench_peers PRIVATE ${claimscope_core_link})
  # Run under Node by the native build's ctest, which knows both builds.
  target_link_options(claimscope_tests PRIVATE ${claimscope_node_link} -Wl,--lto-O0)
  if(bench_sources)
    target_link_options(claimscope_bench PRIVATE ${claimscope_node_link} ${claimscope_link_inlining})
  endif()
  return()
endif()
add_executable(claimscope_bench_loop EXCLUDE_FROM_ALL ${tests}/bench/peers/native_loop.cc)
target_link_libraries(claimscope_bench_loop PRIVATE claimscope_options claimscope_no_exceptions)

add_test(NAME unit COMMAND claimscope_tests)
add_test(NAME layers COMMAND ${CLAIMSCOPE_NODE} ${tests}/layers.mjs ${CMAKE_SOURCE_DIR}/src)
add_test(NAME tables COMMAND ${CLAIMSCOPE_NODE} ${CMAKE_SOURCE_DIR}/assets/tools/check_tables.mjs
  ${CMAKE_SOURCE_DIR}/node_modules)

# Tests written as scripts for `node --test`; a test whose subject was not built is skipped, and ctest
# says so. CLAIMSCOPE_WEB_DIR is where the web build lies, beside this one in the presets.
get_filename_component(default_web ${CMAKE_BINARY_DIR}/../web ABSOLUTE)
set(CLAIMSCOPE_WEB_DIR ${default_web} CACHE PATH "Build folder of the web preset")
set(CLAIMSCOPE_DIST_DIR ${CMAKE_SOURCE_DIR}/dist CACHE PATH "Finished pages, for the browser tests")

function(claimscope_node_test name subject)
  add_test(NAME ${name} COMMAND sh -c
    "test -e \"$0\" || { echo \"SKIPPED: $0 is not built\"; exit 77; }; exec \"$@\""
    ${subject} ${CLAIMSCOPE_NODE} ${ARGN})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600 ENVIRONMENT
    "CLAIMSCOPE_DIST=${CLAIMSCOPE_DIST_DIR};CLAIMSCOPE_WEB_DIR=${CLAIMSCOPE_WEB_DIR};CLAIMSCOPE_CLI=${CMAKE_BINARY_DIR}/claimscope")
endfunction()

claimscope_node_test(unit_wasm ${CLAIMSCOPE_WEB_DIR}/claimscope_tests.js
  ${CLAIMSCOPE_WEB_DIR}/claimscope_tests.js --no-colors)

function(claimscope_node_tests prefix subject)
  foreach(script IN LISTS ARGN)
    get_filename_component(name ${script} NAME_WE)
    claimscope_node_test(${prefix}_${name} ${subject} --test ${script})
  endforeach()
endfunction()

file(GLOB tool_tests CONFIGURE_DEPENDS ${tests}/tools/*test.mjs)
claimscope_node_tests(tools ${CLAIMSCOPE_NODE} ${tool_tests})
file(GLOB cli_tests CONFIGURE_DEPENDS ${tests}/golden/*test.mjs
  ${tests}/cli/*test.mjs)
claimscope_node_tests(cli ${CMAKE_BINARY_DIR}/claimscope ${cli_tests})
file(GLOB core_tests CONFIGURE_DEPENDS ${tests}/core/*test.mjs)
claimscope_node_tests(core ${CLAIMSCOPE_DIST_DIR}/core/claimscope.mjs ${core_tests})
# In a browser, which takes both cores: one at a time.
file(GLOB web_tests CONFIGURE_DEPENDS ${tests}/web/*test.mjs)
claimscope_node_tests(web ${CLAIMSCOPE_DIST_DIR}/claimscope.html ${web_tests})
foreach(script IN LISTS web_tests)
  get_filename_component(name ${script} NAME_WE)
  set_tests_properties(web_${name} PROPERTIES RUN_SERIAL ON)
endforeach()

# Fuzzing. With libFuzzer each target is a fuzzer; otherwise the same function is run over its seeds.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${tests}/fuzz/*_fuzz.cc)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" short ${name})
  set(seeds ${tests}/fuzz/seeds/${short})
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE claimscope_host claimscope_assets claimscope_options
    claimscope_no_exceptions)
  if(CLAIMSCOPE_FUZZ)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    # New finds go to the build folder, the first of the two; the seeds stay as they are.
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/corpus/${short})
    add_test(NAME fuzz_${short} COMMAND ${name} -max_total_time=20 -max_len=16384
      ${CMAKE_BINARY_DIR}/corpus/${short} ${seeds})
  else()
    target_sources(${name} PRIVATE ${tests}/fuzz/replay_main.cc)
    add_test(NAME fuzz_${short} COMMAND ${name} ${seeds})
  endif()
endforeach()

# Pictures of the interface without a screen, to judge it by eye: `ninja claimscope_shot`.
file(GLOB shot_sources CONFIGURE_DEPENDS ${tests}/ui_shot/*.cc)
if(shot_sources)
  add_executable(claimscope_shot EXCLUDE_FROM_ALL ${shot_sources}
    ${tests}/unit/ui/demo_corpus.cc)
  target_include_directories(claimscope_shot PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(claimscope_shot PRIVATE claimscope_ui claimscope_assets claimscope_zlib
    claimscope_options claimscope_no_exceptions)
endif()
