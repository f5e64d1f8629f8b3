# SPDX-License-Identifier: Apache-2.0
# tco_add_library(<layer> SOURCES … USES <layers …> LINK <libraries …>)
#   One static library per layer, target tco_<layer>. USES follows the table in docs/architecture.md; what is
#   not linked cannot be included by accident, and the lint checks the rest. Linked libraries are private
#   to the layer unless its public headers need them (LINK_PUBLIC). A layer on Qt compiles with other flags and
#   brings its own precompiled header (PCH).
function(tco_add_library layer)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINK;LINK_PUBLIC;PCH" ${ARGN})
  add_library(tco_${layer} STATIC ${ARG_SOURCES})
  target_include_directories(tco_${layer} PUBLIC "${PROJECT_SOURCE_DIR}/include")
  list(TRANSFORM ARG_USES PREPEND tco_)
  target_link_libraries(tco_${layer} PUBLIC ${ARG_USES} ${ARG_LINK_PUBLIC} PRIVATE ${ARG_LINK})
  if(ARG_PCH)
    target_precompile_headers(tco_${layer} PRIVATE ${ARG_PCH})
  elseif(NOT layer STREQUAL "base" AND NOT layer STREQUAL "money")
    target_precompile_headers(tco_${layer} REUSE_FROM tco_money)
  endif()
endfunction()

# tco_add_test(<name> SOURCES … LINK <libraries …>)  →  program test_<name>, one CTest entry per test case
function(tco_add_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE tco_test_main ${ARG_LINK})
  target_precompile_headers(test_${name} REUSE_FROM tco_test_main)
  catch_discover_tests(test_${name} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
                       PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen" TIMEOUT 300)
endfunction()
