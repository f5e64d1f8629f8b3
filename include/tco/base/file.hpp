// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whole files in and out. Writing is atomic: a temporary file beside the target, flushed to the disk,
// then renamed over it, so that a full disk or a crash never leaves half a file. Large files are copied and
// stamped piece by piece and never held in memory.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "tco/base/expected.hpp"

namespace tco {

/// Reads a whole file. Errors: NotFound, Unreadable (also: larger than `maxBytes`).
[[nodiscard]] Expected<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes = std::size_t{512} << 20);

/// The first bytes of a file, fewer when it is smaller. Errors: NotFound, Unreadable.
[[nodiscard]] Expected<std::string> readHead(const std::filesystem::path& path, std::size_t bytes);

/// Writes `content` to `path` atomically. Error: Unwritable, with the reason in words.
[[nodiscard]] Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Removes temporary files that a crash left beside `path`. Only while nobody else may be writing it.
void removeLeftovers(const std::filesystem::path& path);

/// Makes a new file; nobody sees it before it is whole, where the file system has hard links. Errors: Conflict when there is one already, Unwritable.
[[nodiscard]] Expected<void> createFile(const std::filesystem::path& path, std::string_view content);

/// Lets `write` fill a temporary file beside `path`, then flushes it and renames it over `path`.
/// When `write` fails its error is passed on and the temporary file is removed. A file that was there keeps its permissions; one that
/// is write-protected is left alone (Unwritable).
[[nodiscard]] Expected<void> replaceFileAtomically(const std::filesystem::path& path, const std::function<Expected<void>(const std::filesystem::path&)>& write);

/// Tells one content of a file from another: its size and a checksum. Not a guard against forgery, and only for this machine.
struct FileStamp {
    std::uint64_t size = 0, checksum = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

FileStamp stampOf(std::string_view content);
/// Errors: NotFound, Unreadable.
[[nodiscard]] Expected<FileStamp> stampOfFile(const std::filesystem::path& path);

/// Copies a file into a new or empty one and returns the stamp of what was copied. Nothing is flushed to the disk.
/// Errors: NotFound, Unreadable (about `from`; also: larger than `maxBytes`), Unwritable (about `to`).
[[nodiscard]] Expected<FileStamp> copyFile(const std::filesystem::path& from, const std::filesystem::path& to, std::uint64_t maxBytes = std::uint64_t{4} << 30);

/// For tests: asked before each step of writing (making a file, filling it, flushing, renaming); an errno value other than 0 makes
/// that step fail. An empty function ends it.
void setWriteFaults(std::function<int()> nextFault);

/// "the disk is full", "permission denied", "the folder does not exist" … for an errno value.
std::string reasonFor(int errnoValue);

} // namespace tco
