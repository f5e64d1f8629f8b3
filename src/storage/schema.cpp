// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace tco::sqlite {
namespace {

std::vector<std::string> schemaOf(const Connection& connection) {
    std::vector<std::string> objects;
    Statement query(connection, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    while (query.step()) objects.push_back(query.text(0));
    return objects;
}

} // namespace

void migrate(Connection& connection, int target) {
    for (auto version = connection.number("PRAGMA user_version"); version < target; ++version) {
        Transaction transaction(connection);
        connection.execute(schemaSteps[version]);
        connection.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", applicationId, version + 1));
        transaction.commit();
    }
}

namespace {

/// An empty database of the present version; made once, because making the tables takes longer than all else that a small plan needs.
const std::string& emptyDatabase() {
    static const auto content = [] {
        Connection made;
        migrate(made);
        return made.content();
    }();
    return content;
}

/// Of every version, from 1 on; made once.
const std::vector<std::vector<std::string>>& schemas() {
    static const auto all = [] {
        std::vector<std::vector<std::string>> made;
        Connection connection;
        for (int version = 1; version <= currentVersion; ++version) {
            migrate(connection, version);
            made.push_back(schemaOf(connection));
        }
        return made;
    }();
    return all;
}

} // namespace

Connection emptyInMemory() { return Connection::inMemory(emptyDatabase()); }

void makeTables(Connection& empty) { empty.copyFrom(emptyInMemory()); }

std::string whatIsNewSince(int version) {
    // What a person gets with each step, from the one to version 2 on.
    constexpr std::string_view gains[currentVersion - 1] = {"who changed what and when, adopted plans and closed years"};
    std::string words;
    for (int step = std::max(version, 1); step < currentVersion; ++step) words += fmt::format("{}{}", words.empty() ? "" : ", ", gains[step - 1]);
    return words;
}

bool hasExactSchema(const Connection& connection) {
    const auto version = connection.number("PRAGMA user_version");
    return version >= 1 && version <= currentVersion && schemaOf(connection) == schemas()[std::size_t(version - 1)];
}

} // namespace tco::sqlite
