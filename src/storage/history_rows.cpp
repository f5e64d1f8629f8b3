// SPDX-License-Identifier: Apache-2.0
#include "history_rows.hpp"

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

EntryChange changeAt(const Connection& connection, const Statement& row) {
    try {
        auto entry = entryAt(row, 4);
        auto before = contentAt(connection, row, 2, entry), after = contentAt(connection, row, 3, entry);
        return {std::move(entry), std::move(before), std::move(after)};
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
    for (const auto& [entry, before, after] : edit.changes) {
        change.bind(1, edit.id.value);
        bindContent(connection, change, 2, entry, before);
        bindContent(connection, change, 3, entry, after);
        bindEntry(change, 4, entry);
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
    Statement row(connection, changesQuery());
    while (row.step())
        if (const auto edit = byId.find(EditId{row.number(1)}); edit != byId.end()) edit->second->changes.push_back(changeAt(connection, row));
    return history;
}

std::int64_t dropUnreadableHistory(Connection& connection) {
    return dropUnreadableRows(connection, "history_edit", editsQuery, [](const Statement& row) { editAt(row); }) +
           dropUnreadableRows(connection, "history_change", changesQuery(), [&](const Statement& row) { changeAt(connection, row); });
}

void dropNames(Connection& connection) {
    connection.execute("UPDATE history_edit SET author = ''");
    connection.execute("UPDATE provenance SET author = ''; UPDATE closed_year SET closed_by = NULL; UPDATE adoption SET adopted_by = NULL");
    dropAuthors(connection, "history_change", "before");
    dropAuthors(connection, "history_change", "after");
    dropAuthors(connection, "adopted_entry", "content");
}

} // namespace tco::sqlite
