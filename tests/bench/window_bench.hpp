// SPDX-License-Identifier: Apache-2.0
#pragma once

// The time to the first window counts from the start of a process, so the benchmark starts itself anew with this
// argument and a file.

#include <string>
#include <string_view>

namespace tco::bench {

inline constexpr std::string_view firstWindowArgument = "--show-first-window";
inline std::string programPath; ///< argv[0]

#ifdef TCO_HAS_GUI
/// Opens argv[2] in the program's main window and ends as soon as it has been painted.
int showFirstWindow(int argc, char** argv);
#else
inline int showFirstWindow(int, char**) { return 1; }
#endif

} // namespace tco::bench
