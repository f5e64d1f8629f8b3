// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory is that of a process which only opens a file and computes its total, so the benchmark starts itself anew with this
// argument and a file.

#include <string_view>

namespace tco::bench {

inline constexpr std::string_view memoryArgument = "--open-and-total";

/// Opens argv[2] for editing, computes the total of the plan as entered and prints the most memory used, in bytes.
int printMemory(int argc, char** argv);
/// Prints the most memory that this process used, in bytes.
void printMostMemory();

} // namespace tco::bench
