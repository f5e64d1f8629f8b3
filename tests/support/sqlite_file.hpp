// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looks into SQLite files and spoils them, past the program's own code.

#include <filesystem>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace tco::test {

/// Runs SQL on a file (made when it is not there) and returns the rows, columns joined by "|".
inline std::vector<std::string> runSql(const std::filesystem::path& path, const std::string& sql) {
    std::vector<std::string> rows;
    sqlite3* database = nullptr;
    sqlite3_open(path.string().c_str(), &database);
    const auto collect = [](void* out, int count, char** values, char**) {
        std::string row;
        for (int i = 0; i < count; ++i) row += (i ? "|" : "") + std::string(values[i] ? values[i] : "NULL");
        static_cast<std::vector<std::string>*>(out)->push_back(row);
        return 0;
    };
    if (sqlite3_exec(database, sql.c_str(), collect, &rows, nullptr) != SQLITE_OK) rows = {std::string("SQL error: ") + sqlite3_errmsg(database)};
    sqlite3_close(database);
    return rows;
}

/// Every row of every table.
inline std::string dumpOf(const std::filesystem::path& path) {
    std::string dump;
    for (const auto& table : runSql(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
        for (const auto& row : runSql(path, "SELECT * FROM \"" + table + "\" ORDER BY id")) dump += table + ": " + row + '\n';
    return dump;
}

} // namespace tco::test
