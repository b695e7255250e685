# Finds the Emscripten in use, an activated emsdk or the distribution's, and hands over to its own
# CMake toolchain.

find_program(CLAIMSCOPE_EMCC emcc)
if(NOT CLAIMSCOPE_EMCC)
  message(FATAL_ERROR "emcc not found. Run `make setup`, or activate an emsdk (source emsdk_env.sh).")
endif()

# See flags.cmake; this is for the linker's tests while configuring.
if(EXISTS /usr/share/nodejs/acorn)
  set(ENV{NODE_PATH} /usr/share/nodejs)
endif()

get_filename_component(emcc_real ${CLAIMSCOPE_EMCC} REALPATH)
get_filename_component(emcc_folder ${emcc_real} DIRECTORY)
set(emscripten_toolchain ${emcc_folder}/cmake/Modules/Platform/Emscripten.cmake)
if(NOT EXISTS ${emscripten_toolchain})
  message(FATAL_ERROR "${CLAIMSCOPE_EMCC} has no CMake toolchain beside it (${emscripten_toolchain}).")
endif()
include(${emscripten_toolchain})
