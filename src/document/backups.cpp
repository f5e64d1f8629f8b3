// SPDX-License-Identifier: Apache-2.0
#include "backups.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "tco/base/file.hpp"

namespace tco {
namespace {

Expected<void> copyTo(const std::filesystem::path& backup, const std::filesystem::path& file) {
    return replaceFileAtomically(backup, [&](const std::filesystem::path& temporary) -> Expected<void> {
        if (const auto copied = copyFile(file, temporary); !copied) return fail(ErrorCode::Unwritable, copied.error().message, copied.error().context);
        std::error_code ignored; // no more people may read it than the file itself
        std::filesystem::permissions(temporary, std::filesystem::status(file, ignored).permissions() | std::filesystem::perms::owner_write, ignored);
        return {};
    });
}

/// The dated copies in the folder, oldest first; those with more in their names are not among them.
std::vector<std::filesystem::path> datedCopies(const std::filesystem::path& folder, const std::string& stem, const std::string& ending) {
    std::vector<std::filesystem::path> copies;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; entry != end && !error; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        constexpr std::size_t dateLength = 10;
        if (name.size() != stem.size() + 1 + dateLength + ending.size() || !name.starts_with(stem + " ") || !name.ends_with(ending)) continue;
        const auto date = name.substr(stem.size() + 1, dateLength);
        if (const auto day = Date::parse(date); day && day->iso() == date) copies.push_back(entry->path());
    }
    std::ranges::sort(copies); // dates in their names sort as the days do
    return copies;
}

} // namespace

Expected<std::filesystem::path> keepBackup(const std::filesystem::path& file, Date today, int limit, std::optional<int> beforeVersion) {
    std::error_code error;
    if ((limit <= 0 && !beforeVersion) || !std::filesystem::is_regular_file(file, error)) return std::filesystem::path();
    const auto stem = file.stem().string(), ending = file.extension().string();
    const auto folder = file.parent_path() / (stem + " backups");
    std::filesystem::create_directory(folder, error);
    if (error) return fail(ErrorCode::Unwritable, fmt::format("“{}” cannot be made: {}.", folder.string(), reasonFor(error.value())));
    const auto remark = beforeVersion ? fmt::format(" before version {}", *beforeVersion) : std::string();
    const auto backup = folder / fmt::format("{} {}{}{}", stem, today.iso(), remark, ending);
    if (std::filesystem::exists(backup, error)) return backup;
    if (auto copied = copyTo(backup, file); !copied) {
        std::filesystem::remove(folder, error); // when it was made in vain; one with copies in it stays
        return failFrom(copied);
    }
    if (beforeVersion) return backup;
    const auto copies = datedCopies(folder, stem, ending);
    for (std::size_t i = 0; i + std::size_t(limit) < copies.size(); ++i) std::filesystem::remove(copies[i], error);
    return backup;
}

} // namespace tco
