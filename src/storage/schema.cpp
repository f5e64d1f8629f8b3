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

bool hasExactSchema(const Connection& connection) {
    Connection reference;
    migrate(reference, static_cast<int>(connection.number("PRAGMA user_version")));
    return schemaOf(connection) == schemaOf(reference);
}

} // namespace tco::sqlite
