// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door for files from outside: nothing of their content is used before it is checked.

#include <string>
#include <string_view>

#include "sqlite.hpp"
#include "tco/base/expected.hpp"

namespace tco::sqlite {

/// Checks the bytes of a .tco file and copies it into a working database of the current schema version.
/// Errors: Damaged, NewerVersion. May throw SqliteError on damage that only shows while reading.
[[nodiscard]] Expected<Connection> readPlanFile(std::string_view content, std::string_view fileName);

/// The bytes of a .tco file with the content of the working database.
std::string planFileBytes(const Connection& working);

} // namespace tco::sqlite
