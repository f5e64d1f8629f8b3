// SPDX-License-Identifier: Apache-2.0
#pragma once

// The time to the first window counts from the start of a process, and its memory is that of one, so the benchmark starts itself
// anew with one of these arguments and a file.

#include <string>
#include <string_view>

namespace tco::bench {

inline constexpr std::string_view firstWindowArgument = "--show-first-window", windowMemoryArgument = "--window-memory";
inline std::string programPath; ///< argv[0]

#ifdef TCO_HAS_GUI
/// Opens argv[2] in the program's main window and ends as soon as it has been painted.
int showFirstWindow(int argc, char** argv);
/// The same, but looks at the largest pages before it ends, and prints the most memory used, in bytes.
int printWindowMemory(int argc, char** argv);
#else
inline int showFirstWindow(int, char**) { return 1; }
inline int printWindowMemory(int, char**) { return 1; }
#endif

} // namespace tco::bench
