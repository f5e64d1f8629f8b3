// SPDX-License-Identifier: Apache-2.0
#include "history_rows.hpp"

#include <map>

#include <fmt/format.h>

#include "entry_rows.hpp"
#include "plan_rows.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

History readEdits(const Connection& connection) {
    History history;
    Statement row(connection, "SELECT id, day, time, author, name, import, merged_by FROM history_edit ORDER BY position, id");
    while (row.step()) {
        const auto day = Date::parse(row.text(1));
        HistoryEdit edit{EditId{row.number(0)}, day.value_or(Date()), row.text(2), row.text(3), row.text(4), row.text(5), EditId{row.number(6)}, {}};
        if (!day || !isText(edit.time) || !isText(edit.author) || !isText(edit.name) || !isText(edit.import))
            throw DamagedRow(fmt::format("row {} of table “history_edit” is not readable", edit.id.value));
        history.push_back(std::move(edit));
    }
    return history;
}

} // namespace

void writeHistoryEdit(Connection& connection, const HistoryEdit& edit) {
    Statement insert(connection, "INSERT INTO history_edit (id, position, day, time, author, name, import, merged_by) "
                                 "VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM history_edit), ?, ?, ?, ?, ?, nullif(?, 0))");
    insert.run(edit.id.value, std::string_view(edit.day.iso()), std::string_view(edit.time), std::string_view(edit.author), std::string_view(edit.name),
               std::string_view(edit.import), edit.mergedBy.value);
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
    auto history = readEdits(connection);
    std::map<EditId, HistoryEdit*> byId;
    for (auto& edit : history) byId[edit.id] = &edit;
    Statement row(connection, fmt::format("SELECT id, edit, before, after, {} FROM history_change ORDER BY id", entryColumns));
    while (row.step()) {
        const auto edit = byId.find(EditId{row.number(1)});
        if (edit == byId.end()) continue;
        try {
            auto entry = entryAt(row, 4);
            auto before = contentAt(connection, row, 2, entry), after = contentAt(connection, row, 3, entry);
            edit->second->changes.push_back({std::move(entry), std::move(before), std::move(after)});
        } catch (const std::exception& fault) {
            throw DamagedRow(fmt::format("row {} of table “history_change”: {}", row.number(0), fault.what()));
        }
    }
    return history;
}

void dropNames(Connection& connection) {
    connection.execute("UPDATE history_edit SET author = ''");
    connection.execute("UPDATE provenance SET author = ''");
    dropAuthors(connection, "history_change", "before");
    dropAuthors(connection, "history_change", "after");
    dropAuthors(connection, "adopted_entry", "content");
}

} // namespace tco::sqlite
