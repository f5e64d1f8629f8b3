// SPDX-License-Identifier: Apache-2.0
#include "history_rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "entry_rows.hpp"
#include "plan_rows.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

constexpr std::string_view editsQuery = "SELECT id, day, time, author, name, import, merged_by FROM history_edit ORDER BY position, id";

HistoryEdit editAt(const Statement& row) {
    const auto day = Date::parse(row.text(1));
    HistoryEdit edit{EditId{row.number(0)}, day.value_or(Date()), row.text(2), row.text(3), row.text(4), row.text(5), EditId{row.number(6)}, {}};
    if (!day || !isText(edit.time) || !isText(edit.author) || !isText(edit.name) || !isText(edit.import))
        throw DamagedRow(fmt::format("row {} of table “history_edit” is not readable", edit.id.value));
    return edit;
}

std::string changesQuery() { return fmt::format("SELECT id, edit, before, after, {} FROM history_change ORDER BY id", entryColumns); }

std::vector<EntryChange> changesAt(EntryStatements& statements, const Statement& row) {
    try {
        auto entry = entryAt(row, 4);
        entry.before = row.optionalText(2);
        entry.after = row.optionalText(3);
        return changesIn(statements, entry);
    } catch (const std::exception& fault) {
        throw DamagedRow(fmt::format("row {} of table “history_change”: {}", row.number(0), fault.what()));
    }
}

} // namespace

std::int64_t lastPosition(const Connection& connection) { return connection.number("SELECT coalesce(max(position), 0) FROM history_edit"); }

void writeHistoryEdit(Connection& connection, const HistoryEdit& edit, std::int64_t position) {
    Statement insert(connection,
                     "INSERT INTO history_edit (id, position, day, time, author, name, import, merged_by) VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, 0))");
    insert.run(edit.id.value, position, std::string_view(edit.day.iso()), std::string_view(edit.time), std::string_view(edit.author),
               std::string_view(edit.name), std::string_view(edit.import), edit.mergedBy.value);
    Statement change(connection, fmt::format("INSERT INTO history_change (edit, before, after, {}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entryColumns));
    EntryStatements statements(connection);
    for (const auto& row : rowsFor(statements, edit.changes)) {
        change.bind(1, edit.id.value);
        change.bindOptional(2, row.before);
        change.bindOptional(3, row.after);
        bindEntry(change, 4, row);
        change.step();
        change.reset();
    }
}

History readHistory(const Connection& connection) {
    History history;
    Statement editRow(connection, editsQuery);
    while (editRow.step()) history.push_back(editAt(editRow));
    std::map<EditId, HistoryEdit*> byId;
    for (auto& edit : history) byId[edit.id] = &edit;
    EntryStatements statements(connection);
    Statement row(connection, changesQuery());
    while (row.step())
        if (const auto edit = byId.find(EditId{row.number(1)}); edit != byId.end())
            std::ranges::move(changesAt(statements, row), std::back_inserter(edit->second->changes));
    return history;
}

std::int64_t dropUnreadableHistory(Connection& connection) {
    EntryStatements statements(connection);
    return dropUnreadableRows(connection, "history_edit", editsQuery, [](const Statement& row) { editAt(row); }) +
           dropUnreadableRows(connection, "history_change", changesQuery(), [&](const Statement& row) { changesAt(statements, row); });
}

void dropNames(Connection& connection) {
    connection.execute("UPDATE history_edit SET author = ''");
    connection.execute("UPDATE provenance SET author = ''");
    for (const auto& [kind, field] : fieldsNamingPersons()) connection.execute(fmt::format("UPDATE \"{}\" SET \"{}\" = NULL", infoOf(kind).key, field->key));
    dropAuthors(connection, "history_change", "before");
    dropAuthors(connection, "history_change", "after");
    dropAuthors(connection, "adopted_entry", "content");
}

} // namespace tco::sqlite
