// SPDX-License-Identifier: Apache-2.0
#include "adopted_rows.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "entry_rows.hpp"

namespace tco::sqlite {
namespace {

/// The content stands at `column`, the entry behind it.
std::vector<EntryChange> changesAt(EntryStatements& statements, const Statement& row, int column) {
    auto entry = entryAt(row, column + 1);
    entry.after = row.optionalText(column);
    return changesIn(statements, entry);
}

} // namespace

void writeAdoptedPlan(Connection& connection, AdoptionId adoption, const Plan& plan) {
    Statement(connection, "DELETE FROM adopted_entry WHERE adoption = ?").run(adoption.value); // left by a merge that was taken back
    Statement insert(connection, fmt::format("INSERT INTO adopted_entry (adoption, content, {}) VALUES (?, ?, ?, ?, ?, ?, ?)", entryColumns));
    EntryStatements statements(connection);
    for (const auto& row : rowsFor(statements, everythingIn(plan))) {
        insert.bind(1, adoption.value);
        insert.bindOptional(2, row.after);
        bindEntry(insert, 3, row);
        insert.step();
        insert.reset();
    }
}

std::optional<Plan> readAdoptedPlan(const Connection& connection, AdoptionId adoption) {
    std::vector<EntryChange> entries;
    EntryStatements statements(connection);
    Statement row(connection, fmt::format("SELECT content, {} FROM adopted_entry WHERE adoption = ? ORDER BY id", entryColumns));
    row.bind(1, adoption.value);
    while (row.step()) {
        std::ranges::move(changesAt(statements, row, 0), std::back_inserter(entries));
    }
    if (entries.empty()) return {};
    Plan plan;
    applyChanges(plan, entries);
    return plan;
}

std::int64_t dropUnreadableAdoptedRows(Connection& connection) {
    EntryStatements statements(connection);
    return dropUnreadableRows(connection, "adopted_entry", fmt::format("SELECT id, content, {} FROM adopted_entry", entryColumns),
                              [&](const Statement& row) { changesAt(statements, row, 1); });
}

} // namespace tco::sqlite
