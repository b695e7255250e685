# `format` rewrites our sources, `format-check` only looks, `tidy` runs clang-tidy over them.

file(GLOB_RECURSE style_files CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/src/*.cc ${CMAKE_SOURCE_DIR}/src/*.h ${CMAKE_SOURCE_DIR}/assets/*.h
  ${CMAKE_SOURCE_DIR}/tests/*.cc ${CMAKE_SOURCE_DIR}/tests/*.h)
set(tidy_files ${style_files})
list(FILTER tidy_files INCLUDE REGEX "/src/.*\\.cc$")
list(FILTER tidy_files EXCLUDE REGEX "/src/host/web/")

find_program(CLAIMSCOPE_CLANG_FORMAT clang-format)
find_program(CLAIMSCOPE_CLANG_TIDY clang-tidy)
mark_as_advanced(CLAIMSCOPE_CLANG_FORMAT CLAIMSCOPE_CLANG_TIDY)
if(CLAIMSCOPE_CLANG_FORMAT AND style_files)
  add_custom_target(format COMMAND ${CLAIMSCOPE_CLANG_FORMAT} -i ${style_files} VERBATIM)
  add_custom_target(format-check
    COMMAND ${CLAIMSCOPE_CLANG_FORMAT} --dry-run -Werror ${style_files} VERBATIM)
endif()
if(CLAIMSCOPE_CLANG_TIDY AND tidy_files)
  add_custom_target(tidy
    COMMAND ${CLAIMSCOPE_CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${tidy_files} VERBATIM)
endif()
