// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whole files in and out. Writing is atomic: a temporary file beside the target, flushed to the disk,
// then renamed over it, so that a full disk or a crash never leaves half a file.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "tco/base/expected.hpp"

namespace tco {

/// Reads a whole file. Errors: NotFound, Unreadable (also: larger than `maxBytes`).
[[nodiscard]] Expected<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes = std::size_t{512} << 20);

/// Writes `content` to `path` atomically. Error: Unwritable, with the reason in words.
[[nodiscard]] Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Lets `write` fill a temporary file beside `path`, then flushes it and renames it over `path`.
/// When `write` fails its error is passed on and the temporary file is removed.
[[nodiscard]] Expected<void> replaceFileAtomically(const std::filesystem::path& path, const std::function<Expected<void>(const std::filesystem::path&)>& write);

/// "the disk is full", "permission denied", "the folder does not exist" … for an errno value.
std::string reasonFor(int errnoValue);

} // namespace tco
