// SPDX-License-Identifier: Apache-2.0
#include "plan_file.hpp"

#include <fmt/format.h>

#include "adopted_rows.hpp"
#include "history_rows.hpp"
#include "schema.hpp"

namespace tco::sqlite {
namespace {

// Offsets in the header of a SQLite file (sqlite.org/fileformat2.html, section 1.3); numbers are big-endian.
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t headerSize = 100, pageSizeAt = 16, pageCountAt = 28, userVersionAt = 60, applicationIdAt = 68;

std::uint32_t bigEndian(std::string_view content, std::size_t at, int bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < bytes; ++i) number = number << 8 | static_cast<unsigned char>(content[at + std::size_t(i)]);
    return number;
}

Expected<void> checkHeader(std::string_view content, std::string_view fileName) {
    if (content.empty()) return fail(ErrorCode::Damaged, fmt::format("“{}” is empty; it holds no plan.", fileName));
    if (!content.starts_with(magic.substr(0, std::min(magic.size(), content.size()))))
        return fail(ErrorCode::Damaged, fmt::format("“{}” is not a District TCO file.", fileName));
    const auto incomplete = [&] {
        return fail(ErrorCode::Damaged, fmt::format("“{}” is incomplete: part of the file is missing; use a backup copy.", fileName));
    };
    if (content.size() < headerSize) return incomplete();
    if (bigEndian(content, applicationIdAt, 4) != applicationId)
        return fail(ErrorCode::Damaged, fmt::format("“{}” belongs to another program; it is not a District TCO file.", fileName));
    if (bigEndian(content, userVersionAt, 4) > std::uint32_t{currentVersion})
        return fail(ErrorCode::NewerVersion, fmt::format("“{}” was written by a newer District TCO; update this program to open it.", fileName));
    const std::uint64_t shortSize = bigEndian(content, pageSizeAt, 2);
    const std::uint64_t pageSize = shortSize == 1 ? 65536 : shortSize;
    if (content.size() < pageSize * bigEndian(content, pageCountAt, 4)) return incomplete();
    return {};
}

/// Takes out what does not count any more: devices of imports that were taken back and of cohorts that are gone, changes of edits
/// and contents of adoptions that were taken back.
void purgeOrphans(Connection& connection) {
    connection.execute("DELETE FROM device WHERE batch NOT IN (SELECT id FROM import_batch) OR cohort NOT IN (SELECT id FROM cohort)");
    purgeHistory(connection);
    purgeAdoptedPlans(connection);
}

bool devicesAreReadable(const Connection& connection) {
    return connection.number("SELECT count(*) FROM device WHERE date(in_service) IS NOT in_service OR in_service NOT BETWEEN '1900-01-01' AND '2199-12-31'") ==
           0;
}

} // namespace

Expected<Connection> readPlanFile(std::string_view content, std::string_view fileName) {
    if (auto checked = checkHeader(content, fileName); !checked) return failFrom(checked);
    const auto damaged = [&](std::string context) {
        return fail(ErrorCode::Damaged, fmt::format("“{}” is damaged and cannot be opened; use a backup copy.", fileName), std::move(context));
    };
    Connection file;
    file.attachReadOnly(content);
    if (file.number("PRAGMA user_version") < 1) return damaged("no schema version");
    if (!hasExactSchema(file)) return damaged("the schema is not that of a plan");
    {
        Statement check(file, "PRAGMA quick_check(1)");
        if (!check.step() || check.text(0) != "ok") return damaged(check.text(0));
    }
    Connection working;
    working.copyFrom(file);
    migrate(working);
    purgeOrphans(working);
    if (!devicesAreReadable(working)) return damaged("a device has an impossible date");
    return working;
}

std::string planFileBytes(const Connection& working) {
    Connection copy;
    copy.copyFrom(working);
    purgeOrphans(copy);
    copy.execute("VACUUM"); // what was removed is really gone
    return copy.bytes();
}

} // namespace tco::sqlite
