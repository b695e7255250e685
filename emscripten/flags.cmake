# Compiler and linker flags of the web build, each with its reason. Baseline: emcc 3.1.6 (Debian 12);
# what only a newer one has is tested for, not assumed.

include(CheckCXXSourceCompiles)
include(CMakePushCheckState)

# Debian's emcc runs JavaScript tools that look for acorn where Debian keeps it, which a node that is not
# Debian's does not know. toolchain.cmake says so to the linker's tests; this, to the build.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()

# Sets VARIABLE if a program links with the given flags.
function(claimscope_emcc_takes variable)
  cmake_push_check_state(RESET)
  set(CMAKE_REQUIRED_LINK_OPTIONS ${ARGN} -Werror)
  check_cxx_source_compiles("int main() { return 0; }" ${variable})
  cmake_pop_check_state()
endfunction()

# -O2 rather than -Oz: see emscripten/README.md for what each weighs and how fast it is.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

# What is small, and what is fast. emcc's -Os keeps clang from inlining anything, so that every size() is a function and a
# call: a seventh more than with the few bytes' worth that are inlined here. -O2 inlines ten times as much, which is no
# faster than a quarter of it, measured by reading and searching.
set(claimscope_small_flags "-Os -finline-functions -mllvm -inline-threshold=5 -mllvm -inlinehint-threshold=5")
# And smaller still where the time is spent elsewhere.
string(REPLACE "-Os" "-Oz" claimscope_smallest_flags "${claimscope_small_flags}")
set(claimscope_fast_flags "-mllvm -inline-threshold=50 -mllvm -inlinehint-threshold=75")
set(claimscope_small "$<$<CONFIG:Release>:SHELL:${claimscope_small_flags}>")
set(claimscope_smallest "$<$<CONFIG:Release>:SHELL:${claimscope_smallest_flags}>")
set(claimscope_fast "$<$<CONFIG:Release>:SHELL:${claimscope_fast_flags}>")

# Compiled to bitcode, and to wasm by the linker, all as one program: a tenth faster to read with, and smaller, when no more
# is inlined across files than what is hardly larger than its call.
add_compile_options($<$<CONFIG:Release>:-flto>)
claimscope_emcc_takes(CLAIMSCOPE_EMCC_INLINES -flto -Wl,-mllvm,-inline-threshold=10)
if(CLAIMSCOPE_EMCC_INLINES)
  set(claimscope_link_inlining -flto -Wl,-mllvm,-inline-threshold=10,-mllvm,-inlinehint-threshold=20)
endif()

# 128-bit SIMD: in every current browser; the scans of the index are written for it. Without it the same answers, slower: `make
# bench-simd` shows both.
option(CLAIMSCOPE_SIMD "Use the 128-bit SIMD of WebAssembly" ON)
if(CLAIMSCOPE_SIMD)
  add_compile_options(-msimd128)
endif()

set(claimscope_web_link
  # A function instead of a global: the page and each worker make their own instance.
  -sMODULARIZE=1 -sEXPORT_NAME=createClaimscope
  -sENVIRONMENT=web,worker,node
  # Articles can be many. 4 GB is all that 32-bit wasm can address.
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  # Bytes come in and go out through exported functions; there are no files, and 60 kB less glue.
  -sFILESYSTEM=0
  # No eval in the glue, so that the page can forbid it.
  -sDYNAMIC_EXECUTION=0
  # A library with exported functions (EMSCRIPTEN_KEEPALIVE in src/host/web), no main.
  --no-entry
  "-sEXPORTED_FUNCTIONS=_malloc,_free"
  # Not to abort the page when a hash or a message is longer than expected: see the stack below.
  -sASSERTIONS=0 ${claimscope_link_inlining})

# The stack is 64 kB since emcc 3.1.25 and 5 MB before; name ours. The setting was renamed then.
claimscope_emcc_takes(CLAIMSCOPE_EMCC_STACK_SIZE -sSTACK_SIZE=1MB)
if(CLAIMSCOPE_EMCC_STACK_SIZE)
  set(claimscope_stack -sSTACK_SIZE=1MB)
else()
  set(claimscope_stack -sTOTAL_STACK=1MB)
endif()
list(APPEND claimscope_web_link ${claimscope_stack})

# Newer glue exports the heap's views only when asked; older glue always does.
claimscope_emcc_takes(CLAIMSCOPE_EMCC_EXPORTS_HEAP -sEXPORTED_RUNTIME_METHODS=HEAPU8)
if(CLAIMSCOPE_EMCC_EXPORTS_HEAP)
  list(APPEND claimscope_web_link -sEXPORTED_RUNTIME_METHODS=HEAPU8)
endif()

# The core module (web/core): the same without a canvas, as an ES module that one wrapper starts in a
# page, a worker and Node alike, always with a compiled module in hand: the glue looks for none.
set(claimscope_core_link
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sEXPORT_NAME=createClaimscopeCore
  -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB
  -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 --no-entry
  "-sEXPORTED_FUNCTIONS=_malloc,_free" -sASSERTIONS=0 ${claimscope_stack}
  ${claimscope_link_inlining})
# The stack, to be set back where memory ended within a call.
if(CLAIMSCOPE_EMCC_EXPORTS_HEAP)
  list(APPEND claimscope_core_link -sEXPORTED_RUNTIME_METHODS=HEAPU8,stackSave,stackRestore)
else()
  list(APPEND claimscope_core_link -sEXPORTED_RUNTIME_METHODS=stackSave,stackRestore)
endif()

# The unit tests run under Node and read the checkout's files as they are. Compiled synchronously,
# because older glue would fetch() its module, which Node refuses for a path.
set(claimscope_node_link
  -sENVIRONMENT=node -sWASM_ASYNC_COMPILATION=0 -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB
  -sASSERTIONS=1 ${claimscope_stack})
