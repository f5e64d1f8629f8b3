// SPDX-License-Identifier: Apache-2.0
#include "edit_log.hpp"

#include <fmt/format.h>

namespace tco::sqlite {

EditLog::EditLog(Connection& connection) : m_connection(connection) {
    m_connection.execute(fmt::format("CREATE TABLE IF NOT EXISTS {} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, made TEXT NOT NULL) STRICT", editLogTable));
}

void EditLog::note(std::string_view name) {
    Statement(m_connection, fmt::format("INSERT INTO {} (name, made) VALUES (?, datetime('now', 'localtime'))", editLogTable)).run(name);
}

std::int64_t EditLog::last() const { return m_connection.number(fmt::format("SELECT max(id) FROM {}", editLogTable)); }

std::vector<LoggedEdit> EditLog::since(std::int64_t number) const {
    std::vector<LoggedEdit> edits;
    Statement query(m_connection, fmt::format("SELECT name, made FROM {} WHERE id > ? ORDER BY id", editLogTable));
    query.bind(1, number);
    while (query.step()) edits.push_back({query.text(0), query.text(1)});
    return edits;
}

} // namespace tco::sqlite
