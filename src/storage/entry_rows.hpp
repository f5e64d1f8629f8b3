// SPDX-License-Identifier: Apache-2.0
#pragma once

// Entries of a plan in rows: part, item_kind, item_id, field, scenario, and contents as canonical text ('' for a blank value, NULL for an
// entry that is not there; a source is a JSON list). For the history and for adopted plans.

#include <functional>

#include "sqlite.hpp"
#include "tco/model/plan_difference.hpp"

namespace tco::sqlite {

inline constexpr std::string_view entryColumns = "part, item_kind, item_id, field, scenario";
inline constexpr int entryColumnCount = 5;

/// Binds them from `index` on.
void bindEntry(Statement& statement, int index, const PlanEntry& entry);
void bindContent(const Connection& connection, Statement& statement, int index, const PlanEntry& entry, const std::optional<EntryContent>& content);

/// Reads them from `column` on. Both throw DamagedRow.
PlanEntry entryAt(const Statement& row, int column);
std::optional<EntryContent> contentAt(const Connection& connection, const Statement& row, int column, const PlanEntry& entry);

/// Deletes the rows at which `read` throws; `query` begins with the column “id”. Returns how many.
std::int64_t dropUnreadableRows(Connection& connection, std::string_view table, std::string_view query, const std::function<void(const Statement&)>& read);

/// Blanks who noted a source, closed a year or adopted a plan, as a table says it in a column of contents.
void dropAuthors(Connection& connection, std::string_view table, std::string_view column);

} // namespace tco::sqlite
