# The layers: one static library per folder of src/, linked to exactly what it may include.
# tests/layers.mjs checks the #include lines against the same table.

function(claimscope_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
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
claimscope_module(ui base model query engine)
claimscope_module(host base model ingest clean claims copies index query engine ui assets)

claimscope_module_uses(ingest PRIVATE claimscope_simdjson claimscope_zlib)
claimscope_module_uses(ui PUBLIC claimscope_imgui_headers)
get_target_property(ui_type claimscope_ui TYPE)
if(NOT ui_type STREQUAL "INTERFACE_LIBRARY")
  target_sources(claimscope_ui PRIVATE $<TARGET_OBJECTS:claimscope_imgui>)
endif()
claimscope_module_uses(host PRIVATE claimscope_version)

add_library(claimscope_version INTERFACE)
target_compile_definitions(claimscope_version INTERFACE CLAIMSCOPE_VERSION="${PROJECT_VERSION}")
