// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dated copies of a plan, kept in a folder beside it: "NAME backups/NAME 2026-11-27.tco".

#include <filesystem>
#include <optional>

#include "tco/base/date.hpp"
#include "tco/base/expected.hpp"

namespace tco {

/// Keeps a file before it is replaced: one copy a day, the newest `limit`; 0 = none. With `beforeVersion` the copy is of a file that
/// the save brings up to that version; it says so in its name, is kept whatever the limit is, and stays. Nothing happens where
/// there is no file. Returns the copy, empty when none was to be kept. Error: Unwritable (also: the file cannot be read).
[[nodiscard]] Expected<std::filesystem::path> keepBackup(const std::filesystem::path& file, Date today, int limit, std::optional<int> beforeVersion = {});

} // namespace tco
