// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file ".~lock.NAME.tco#" beside a plan says who works on it, as office programs do it. It is advice for people: what keeps
// two of them from overwriting each other in the end is that Save compares the file with what was opened.

#include <filesystem>

#include "tco/base/expected.hpp"
#include "tco/base/presence.hpp"

namespace tco {

class FileLock {
  public:
    /// Errors: InUse while somebody else works on the file; Unwritable where the folder takes no lock file.
    /// A lock whose process is gone is taken over.
    [[nodiscard]] static Expected<FileLock> take(const std::filesystem::path& planFile, const Presence& owner);

    FileLock(FileLock&& other) noexcept : m_file(std::exchange(other.m_file, {})), m_owner(std::move(other.m_owner)) {}
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock(); ///< removes the lock file if it is still this one

  private:
    FileLock(std::filesystem::path file, Presence owner) : m_file(std::move(file)), m_owner(std::move(owner)) {}

    std::filesystem::path m_file; ///< empty when moved from
    Presence m_owner;
};

/// Where the lock of a plan lies.
std::filesystem::path lockFileOf(const std::filesystem::path& planFile);

} // namespace tco
