// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can be read of a damaged .tco file.

#include "sqlite.hpp"
#include "tco/base/expected.hpp"
#include "tco/base/finding.hpp"

namespace tco::sqlite {

/// A database in memory with every row that can be understood; a value that cannot is blank. Error: Damaged when there are none.
[[nodiscard]] Expected<Connection> salvage(std::string_view content, std::string_view fileName, Findings& lost);

} // namespace tco::sqlite
