// SPDX-License-Identifier: Apache-2.0
#include "adopted_rows.hpp"

#include <fmt/format.h>

#include "entry_rows.hpp"

namespace tco::sqlite {

void writeAdoptedPlan(Connection& connection, AdoptionId adoption, const Plan& plan) {
    Statement(connection, "DELETE FROM adopted_entry WHERE adoption = ?").run(adoption.value); // left by a merge that was taken back
    Statement insert(connection, fmt::format("INSERT INTO adopted_entry (adoption, content, {}) VALUES (?, ?, ?, ?, ?, ?, ?)", entryColumns));
    for (const auto& [entry, before, content] : everythingIn(plan)) {
        insert.bind(1, adoption.value);
        bindContent(connection, insert, 2, entry, content);
        bindEntry(insert, 3, entry);
        insert.step();
        insert.reset();
    }
}

std::optional<Plan> readAdoptedPlan(const Connection& connection, AdoptionId adoption) {
    std::vector<EntryChange> entries;
    Statement row(connection, fmt::format("SELECT content, {} FROM adopted_entry WHERE adoption = ? ORDER BY id", entryColumns));
    row.bind(1, adoption.value);
    while (row.step()) {
        auto entry = entryAt(row, 1);
        auto content = contentAt(connection, row, 0, entry);
        entries.push_back({std::move(entry), {}, std::move(content)});
    }
    if (entries.empty()) return {};
    Plan plan;
    applyChanges(plan, entries);
    return plan;
}

std::int64_t dropUnreadableAdoptedRows(Connection& connection) {
    return dropUnreadableRows(connection, "adopted_entry", fmt::format("SELECT id, content, {} FROM adopted_entry", entryColumns),
                              [&](const Statement& row) { contentAt(connection, row, 1, entryAt(row, 2)); });
}

} // namespace tco::sqlite
