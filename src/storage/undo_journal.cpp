// SPDX-License-Identifier: Apache-2.0
#include "undo_journal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "edit_log.hpp"
#include "schema.hpp"

namespace tco::sqlite {

void UndoJournal::start() {
    if (m_isWatching) return;
    Transaction all(m_connection);
    m_connection.execute("CREATE TEMP TABLE undo_journal (seq INTEGER PRIMARY KEY, statement TEXT NOT NULL)");
    std::vector<std::string> tables;
    {
        Statement query(m_connection, fmt::format("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> '{}'", editLogTable));
        while (query.step())
            if (auto name = query.text(0); std::ranges::find(dependentTables, name, &DependentTable::name) == std::end(dependentTables))
                tables.push_back(std::move(name));
    }
    for (const auto& table : tables) watch(table);
    all.commit();
    m_isWatching = true;
}

void UndoJournal::watch(const std::string& table) {
    std::string columns, oldValues, assignments, differs;
    Statement query(m_connection, fmt::format("SELECT name FROM pragma_table_info('{}')", table));
    while (query.step()) {
        const auto column = fmt::format("\"{}\"", query.text(0));
        const bool first = columns.empty();
        columns += (first ? "" : ", ") + column;
        oldValues += fmt::format("{}quote(old.{})", first ? "" : " || ', ' || ", column);
        assignments += fmt::format("{}{} = ' || quote(old.{})", first ? "'" : " || ', ", column, column);
        differs += fmt::format("{}old.{} IS NOT new.{}", first ? "" : " OR ", column, column);
    }
    const auto trigger = [&](std::string_view event, std::string_view when, const std::string& inverse) {
        m_connection.execute(
            fmt::format("CREATE TEMP TRIGGER \"undo_{}_{}\" AFTER {} ON main.\"{}\" {} BEGIN INSERT INTO undo_journal (statement) VALUES ({}); END", table,
                        event, event, table, when, inverse));
    };
    trigger("INSERT", "", fmt::format("'DELETE FROM \"{}\" WHERE id = ' || new.id", table));
    trigger("DELETE", "", fmt::format("'INSERT INTO \"{}\" ({}) VALUES (' || {} || ')'", table, columns, oldValues));
    trigger("UPDATE", fmt::format("WHEN {}", differs), fmt::format("'UPDATE \"{}\" SET ' || {} || ' WHERE id = ' || new.id", table, assignments));
}

bool UndoJournal::hasNoted() const { return m_connection.number("SELECT EXISTS (SELECT 1 FROM undo_journal)") != 0; }

std::vector<std::string> UndoJournal::takeNoted() {
    std::vector<std::string> statements;
    {
        Statement query(m_connection, "SELECT statement FROM undo_journal ORDER BY seq DESC");
        while (query.step()) statements.push_back(query.text(0));
    }
    m_connection.execute("DELETE FROM undo_journal");
    return statements;
}

void UndoJournal::push(std::string_view name, std::vector<std::string> inverse) {
    m_done.push_back({std::string(name), ++m_lastRevision, std::move(inverse)});
    m_undone.clear();
}

void UndoJournal::play(std::vector<Step>& from, std::vector<Step>& to, const std::function<void()>& note) {
    auto& step = from.back();
    Transaction transaction(m_connection);
    for (const auto& statement : step.statements) m_connection.execute(statement);
    auto inverse = takeNoted();
    note();
    transaction.commit();
    step.statements = std::move(inverse);
    to.push_back(std::move(step));
    from.pop_back();
}

} // namespace tco::sqlite
