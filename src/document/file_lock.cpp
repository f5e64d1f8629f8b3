// SPDX-License-Identifier: Apache-2.0
#include "file_lock.hpp"

#include <random>
#include <utility>

#include <fmt/format.h>

#include "tco/base/clock.hpp"
#include "tco/base/file.hpp"

namespace tco {
namespace {

/// An empty owner when there is no lock, or none that says whose it is.
Presence ownerOf(const std::filesystem::path& lock) {
    const auto text = readFile(lock);
    return text ? presenceIn(noteFromText(*text)) : Presence();
}

tl::unexpected<Error> inUse(const std::filesystem::path& planFile, const Presence& owner) {
    if (isHere(owner)) return fail(ErrorCode::InUse, fmt::format("“{}” is open in this program already.", planFile.string()));
    return fail(ErrorCode::InUse, fmt::format("“{}” is in use by {}; open it read-only or work on a copy.", planFile.string(), inWords(owner, today())));
}

/// Removes the lock of somebody who is gone. False when another was quicker and the lock is theirs by now.
bool takeAway(const std::filesystem::path& lock, const Presence& gone) {
    auto aside = lock;
    aside += fmt::format(".{:08x}", std::random_device{}());
    std::error_code error, ignored;
    std::filesystem::rename(lock, aside, error); // only one of two can
    if (error) return true;                      // another has just done it
    const bool isTheirs = ownerOf(aside) == gone;
    if (!isTheirs) std::filesystem::create_hard_link(aside, lock, ignored);
    std::filesystem::remove(aside, ignored);
    return isTheirs;
}

} // namespace

std::filesystem::path lockFileOf(const std::filesystem::path& planFile) {
    std::error_code error;
    const auto real = std::filesystem::weakly_canonical(planFile, error); // beside the file, not beside a link to it
    const auto& file = error ? planFile : real;
    auto name = std::filesystem::path(".~lock.");
    name += file.filename();
    name += "#";
    return file.parent_path() / name;
}

Expected<FileLock> FileLock::take(const std::filesystem::path& planFile, const Presence& owner) {
    const auto lock = lockFileOf(planFile);
    NoteLines note;
    write(note, owner);
    auto made = createFile(lock, noteText(note));
    if (!made && made.error().code == ErrorCode::Conflict) {
        const auto other = ownerOf(lock);
        if (!isGone(other)) return inUse(planFile, other);
        if (!takeAway(lock, other)) return inUse(planFile, ownerOf(lock));
        made = createFile(lock, noteText(note));
        if (!made && made.error().code == ErrorCode::Conflict) return inUse(planFile, ownerOf(lock)); // another was quicker
    }
    if (!made) return failFrom(made);
    return FileLock(lock, owner);
}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_file, other.m_file);
    std::swap(m_owner, other.m_owner);
    return *this;
}

FileLock::~FileLock() {
    std::error_code ignored;
    if (!m_file.empty() && ownerOf(m_file) == m_owner) std::filesystem::remove(m_file, ignored);
}

} // namespace tco
