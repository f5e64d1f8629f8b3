// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes of a plan in rows: part, item_kind, item_id, field, scenario, and contents as canonical text ('' for a blank value, NULL for an
// entry that is not there; a source is a JSON list). For the history and for adopted plans.

#include <functional>

#include "sqlite.hpp"
#include "tco/model/plan_difference.hpp"

namespace tco::sqlite {

/// Part of a row that holds an item that comes or goes with all its values and sources, so that a new plan does not fill its file with
/// its own history: the content is a JSON list of its name (null where it is the value of “name”), an object of field and canonical text, and one of field and
/// source.
inline constexpr std::string_view wholeItem = "whole";

struct EntryRow {
    std::string part; ///< key of an EntryPart, or wholeItem
    ItemRef item;
    std::string field;
    ScenarioId scenario{};
    std::optional<std::string> before, after;
};

/// What reading and writing rows asks of SQLite; made once for many rows. The connection must outlive it.
struct EntryStatements {
    explicit EntryStatements(const Connection& of);

    const Connection& connection;
    Statement sourceAsJson, sourceParts, itemName, itemEntries;
};

/// The rows of what one edit changes.
std::vector<EntryRow> rowsFor(EntryStatements& statements, const std::vector<EntryChange>& changes);
/// What a row says. Throws DamagedRow, SqliteError.
std::vector<EntryChange> changesIn(EntryStatements& statements, const EntryRow& row);

inline constexpr std::string_view entryColumns = "part, item_kind, item_id, field, scenario";

/// Binds them from `index` on.
void bindEntry(Statement& statement, int index, const EntryRow& row);
/// Reads them from `column` on; contents are not among them. Throws DamagedRow.
EntryRow entryAt(const Statement& row, int column);

/// Deletes the rows at which `read` throws; `query` begins with the column “id”. Returns how many.
std::int64_t dropUnreadableRows(Connection& connection, std::string_view table, std::string_view query, const std::function<void(const Statement&)>& read);

/// Blanks who noted a source, closed a year or adopted a plan, as a table says it in a column of contents.
void dropAuthors(Connection& connection, std::string_view table, std::string_view column);

} // namespace tco::sqlite
