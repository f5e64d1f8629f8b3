# SPDX-License-Identifier: Apache-2.0
# One configuration for every target: C++20, warnings as on the developer's machine, sanitizers on demand.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(TCO_CCACHE ccache)
if(TCO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A clone in another folder finds what was compiled here; precompiled headers need the allowances (ccache manual).
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${PROJECT_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;${TCO_CCACHE}")
endif()

if(MSVC)
  add_compile_options(/W4 /utf-8 /permissive-)
else()
  add_compile_options(-fPIC) # Qt asks for it; the same setting everywhere lets all targets share precompiled headers
  add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fpch-preprocess)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      # False alarms inside std::string in optimized builds (GCC bug 105329).
      add_compile_options(-Wno-restrict -Wno-stringop-overflow $<$<CONFIG:Release>:-Wno-array-bounds>)
    endif()
  endif()
endif()

if(TCO_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized) # GCC 12 reports the standard library's own code when sanitizing
  endif()
endif()

if(TCO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
