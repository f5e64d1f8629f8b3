// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door between .tco files and working copies: nothing of a file's content is used before it is checked, and SQLite never
// opens the file itself, only a copy that is the program's own.

#include <filesystem>
#include <string_view>

#include "sqlite.hpp"
#include "tco/base/expected.hpp"

namespace tco::sqlite {

/// Schema version that the header of a file names; 0 when it is not a .tco file.
int versionInHeader(const std::filesystem::path& file);

/// Checks the bytes of a .tco file and makes a working copy in memory, of the current schema version.
/// Of a file of a later version it holds what this version knows; it must not be saved. NewerVersion where that cannot be told.
/// Errors: Damaged, NewerVersion; they name `fileName`. May throw SqliteError on damage that only shows while reading.
[[nodiscard]] Expected<Connection> openContent(std::string_view content, std::string_view fileName);

/// The same for a copy of a .tco file that lies on the disk; it becomes the working copy itself.
[[nodiscard]] Expected<Connection> openCopy(const std::filesystem::path& copy, std::string_view fileName);

/// Opens a working copy that a crash left behind. Errors: NotFound, Damaged. May throw SqliteError.
[[nodiscard]] Expected<Connection> openLeftBehind(const std::filesystem::path& workingCopy);

/// Makes `file` a .tco file with everything that counts in the working copy, and nothing that was removed. Throws SqliteError.
void writePlanFile(Connection& working, const std::filesystem::path& file);

/// Takes the names of those who made edits or noted sources out of a plan file.
void eraseNames(const std::filesystem::path& file);

} // namespace tco::sqlite
