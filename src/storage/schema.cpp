// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

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

bool hasExactSchema(const Connection& connection) {
    const auto version = connection.number("PRAGMA user_version");
    return version >= 1 && version <= currentVersion && schemaOf(connection) == schemas()[std::size_t(version - 1)];
}

} // namespace tco::sqlite
