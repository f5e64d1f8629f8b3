// SPDX-License-Identifier: Apache-2.0
#include "plan_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "edit_log.hpp"
#include "history_rows.hpp"
#include "schema.hpp"
#include "tco/base/file.hpp"

namespace tco::sqlite {
namespace {

// Offsets in the header of a SQLite file (sqlite.org/fileformat2.html, section 1.3); numbers are big-endian.
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t headerSize = 100, pageSizeAt = 16, journalModeAt = 18, pageCountAt = 28, textEncodingAt = 56, userVersionAt = 60, applicationIdAt = 68;
constexpr std::uint32_t rollbackJournal = 0x0101; // a part of the content may stand in another file otherwise

std::uint32_t bigEndian(std::string_view content, std::size_t at, int bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < bytes; ++i) number = number << 8 | static_cast<unsigned char>(content[at + std::size_t(i)]);
    return number;
}

/// `head`: the first bytes of a file of this size.
Expected<void> checkHeader(std::string_view head, std::uint64_t size, std::string_view fileName) {
    if (head.empty()) return fail(ErrorCode::Damaged, fmt::format("“{}” is empty; it holds no plan.", fileName));
    if (!head.starts_with(magic.substr(0, std::min(magic.size(), head.size()))))
        return fail(ErrorCode::Damaged, fmt::format("“{}” is not a District TCO file.", fileName));
    const auto incomplete = [&] {
        return fail(ErrorCode::Damaged,
                    fmt::format("“{}” is incomplete: part of the file is missing; use a backup copy, or read what is left with “tco recover”.", fileName));
    };
    if (head.size() < headerSize) return incomplete();
    if (bigEndian(head, applicationIdAt, 4) != applicationId)
        return fail(ErrorCode::Damaged, fmt::format("“{}” belongs to another program; it is not a District TCO file.", fileName));
    const std::uint64_t shortSize = bigEndian(head, pageSizeAt, 2);
    const std::uint64_t pageSize = shortSize == 1 ? 65536 : shortSize;
    if (size < pageSize * bigEndian(head, pageCountAt, 4)) return incomplete();
    constexpr std::uint32_t utf8 = 1;
    if (bigEndian(head, journalModeAt, 2) != rollbackJournal || bigEndian(head, textEncodingAt, 4) != utf8)
        return fail(ErrorCode::Damaged, fmt::format("“{}” was changed by another database program; close it there, or use a backup copy.", fileName));
    return {};
}

// Small pages waste less in small tables, large ones take less time in large tables.
constexpr std::int64_t largeFile = 8 << 20;
constexpr int largePage = 4096;

/// Takes out what does not count any more.
void purgeOrphans(Connection& connection) {
    for (const auto& [table, isOrphan] : dependentTables) connection.execute(fmt::format("DELETE FROM \"{}\" WHERE {}", table, isOrphan));
}

/// Tables of the same form are copied page by page, but only whole.
void copyTable(Connection& working, const std::string& table) {
    auto copy = fmt::format("INSERT INTO saved.\"{0}\" SELECT * FROM main.\"{0}\"", table);
    if (const auto dependent = std::ranges::find(dependentTables, table, &DependentTable::name); dependent != std::end(dependentTables))
        if (working.number(fmt::format("SELECT EXISTS (SELECT 1 FROM main.\"{}\" WHERE {})", table, dependent->isOrphan)) != 0)
            copy += fmt::format(" WHERE NOT ({})", dependent->isOrphan);
    working.execute(copy);
}

bool devicesAreReadable(const Connection& connection) {
    return connection.number("SELECT count(*) FROM device WHERE date(in_service) IS NOT in_service OR in_service NOT BETWEEN '1900-01-01' AND '2199-12-31'") ==
           0;
}

/// The columns of a table, with their types: "name TEXT".
std::vector<std::string> columnsOf(const Connection& connection, const std::string& table) {
    std::vector<std::string> columns;
    Statement query(connection, "SELECT name || ' ' || type FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid"); // none that is calculated
    query.bind(1, std::string_view(table));
    while (query.step()) columns.push_back(query.text(0));
    return columns;
}

std::vector<std::string> tablesOf(const Connection& connection) {
    std::vector<std::string> tables;
    Statement query(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rootpage");
    while (query.step()) tables.push_back(query.text(0));
    return tables;
}

/// A database of a later version can be read where it has every table and column that this version knows, and nothing that would run.
bool canBeRead(const Connection& newer) {
    constexpr const char* runs = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR coalesce(rootpage, 0) < 1 "
                                 "OR replace(replace(replace(sql, ' ', ''), char(9), ''), char(10), '') LIKE 'CREATEVIRTUAL%')";
    if (newer.number(runs)) return false;
    const auto known = emptyInMemory();
    for (const auto& table : tablesOf(known)) {
        const auto there = columnsOf(newer, table);
        for (const auto& column : columnsOf(known, table))
            if (std::ranges::find(there, column) == there.end()) return false;
    }
    return true;
}

/// What this version knows of a database of a later one, in memory.
Connection asCurrentVersion(const Connection& newer) {
    auto known = emptyInMemory();
    known.execute("PRAGMA foreign_keys = OFF");
    for (const auto& table : tablesOf(known)) {
        std::string names, marks;
        std::vector<bool> isWhole;
        for (const auto& column : columnsOf(known, table)) {
            const auto space = column.rfind(' ');
            names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column.substr(0, space));
            marks += marks.empty() ? "?" : ", ?";
            isWhole.push_back(column.substr(space + 1) == "INTEGER");
        }
        Transaction transaction(known);
        Statement insert(known, fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table, names, marks));
        Statement row(newer, fmt::format("SELECT {} FROM \"{}\"", names, table));
        while (row.step()) {
            for (int i = 0; i < int(isWhole.size()); ++i) {
                if (row.isNull(i))
                    insert.bind(i + 1, nullptr);
                else if (isWhole[std::size_t(i)])
                    insert.bind(i + 1, row.number(i));
                else
                    insert.bind(i + 1, std::string_view(row.text(i)));
            }
            insert.step();
            insert.reset();
        }
        transaction.commit();
    }
    known.execute("PRAGMA foreign_keys = ON");
    return known;
}

/// Checks all that can be checked in the database itself, and brings it up to date.
Expected<Connection> checked(Connection connection, bool isFile, std::string_view fileName) {
    const auto damaged = [&](std::string context) {
        return fail(ErrorCode::Damaged,
                    fmt::format("“{}” is damaged and cannot be opened; use a backup copy, or read what is left with “tco recover”.", fileName),
                    std::move(context));
    };
    const auto version = connection.number("PRAGMA user_version");
    if (version < 1) return damaged("no schema version");
    const bool isNewer = version > currentVersion;
    if (isNewer && !canBeRead(connection))
        return fail(ErrorCode::NewerVersion, fmt::format("“{}” was written by a newer District TCO; update this program to open it.", fileName));
    if (!isNewer && !hasExactSchema(connection)) return damaged("the schema is not that of a plan");
    {
        Statement check(connection, "PRAGMA quick_check(1)");
        if (!check.step() || check.text(0) != "ok") return damaged(check.text(0));
    }
    if (isNewer) connection = asCurrentVersion(connection);
    connection.execute("REINDEX"); // quick_check does not compare indexes with their tables
    if (isFile) connection.outliveCrashes();
    migrate(connection);
    purgeOrphans(connection);
    if (!devicesAreReadable(connection)) return damaged("a device has an impossible date");
    if (lastPosition(connection) > maxRawId) return damaged("an edit of the history has an impossible position");
    return connection;
}

/// Foreign keys off: what refers to nothing is saved as it is, for the checks of the plan to find.
class WithoutForeignKeys {
  public:
    explicit WithoutForeignKeys(Connection& connection) : m_connection(connection) { m_connection.execute("PRAGMA foreign_keys = OFF"); }
    ~WithoutForeignKeys() {
        try {
            m_connection.execute("PRAGMA foreign_keys = ON");
        } catch (const SqliteError&) { // no memory; the next edit will say so
        }
    }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

  private:
    Connection& m_connection;
};

} // namespace

int versionInHeader(const std::filesystem::path& file) {
    const auto head = readHead(file, headerSize);
    if (!head || head->size() < headerSize || !head->starts_with(magic) || bigEndian(*head, applicationIdAt, 4) != applicationId) return 0;
    return static_cast<int>(bigEndian(*head, userVersionAt, 4));
}

Expected<Connection> openContent(std::string_view content, std::string_view fileName) {
    if (auto fine = checkHeader(content.substr(0, headerSize), content.size(), fileName); !fine) return failFrom(fine);
    return checked(Connection::inMemory(content), false, fileName);
}

Expected<Connection> openCopy(const std::filesystem::path& copy, std::string_view fileName) {
    const auto head = readHead(copy, headerSize);
    if (!head) return failFrom(head);
    std::error_code error;
    if (auto fine = checkHeader(*head, std::filesystem::file_size(copy, error), fileName); !fine) return failFrom(fine);
    return checked(Connection(copy), true, fileName);
}

Expected<Connection> openLeftBehind(const std::filesystem::path& workingCopy) {
    std::error_code error;
    if (!std::filesystem::exists(workingCopy, error)) return fail(ErrorCode::NotFound, fmt::format("“{}” does not exist.", workingCopy.string()));
    Connection connection(workingCopy);
    const auto damaged = [&](std::string context) {
        return fail(ErrorCode::Damaged, fmt::format("The edits kept in “{}” are damaged and cannot be read.", workingCopy.string()), std::move(context));
    };
    {
        Transaction look(connection); // not committed
        connection.execute(fmt::format("DROP TABLE {}", editLogTable));
        if (!hasExactSchema(connection)) return damaged("the schema is not that of a plan");
    }
    {
        Statement check(connection, "PRAGMA quick_check(1)");
        if (!check.step() || check.text(0) != "ok") return damaged(check.text(0));
    }
    connection.outliveCrashes();
    migrate(connection);
    return connection;
}

void writePlanFile(Connection& working, const std::filesystem::path& file) {
    std::vector<std::string> tables;
    {
        Connection empty(file);
        empty.writeOnce();
        makeTables(empty);
        if (working.number("PRAGMA page_count") * working.number("PRAGMA page_size") > largeFile)
            empty.execute(fmt::format("PRAGMA page_size = {}; VACUUM", largePage));
        tables = tablesOf(empty);
    }
    const WithoutForeignKeys asItIs(working);
    const AttachedFile saved(working, file);
    Transaction transaction(working);
    for (const auto& table : tables) copyTable(working, table);
    transaction.commit();
}

void eraseNames(const std::filesystem::path& file) {
    Connection saved(file);
    saved.writeOnce();
    dropNames(saved);
    saved.execute("VACUUM"); // what was there is really gone
}

} // namespace tco::sqlite
