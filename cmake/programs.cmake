# The programs: the command line natively, the page's module under emcc.

if(EMSCRIPTEN)
  include(web)
  return()
endif()

file(GLOB cli_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/host/cli/*.cc)
if(cli_sources)
  add_executable(claimscope ${cli_sources})
  target_link_libraries(claimscope PRIVATE claimscope_exports claimscope_view claimscope_zlib claimscope_assets claimscope_version
    claimscope_options claimscope_no_exceptions)
endif()
