// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of a .tco file and how a file of an older version is brought up to date.

#include <cstdint>
#include <string>

#include "sqlite.hpp"

namespace tco::sqlite {

inline constexpr std::uint32_t applicationId = 0x54434F31; ///< "TCO1"
inline constexpr int currentVersion = 2;                   ///< of the schema; PRAGMA user_version

/// A table whose rows count only with those of another one, which alone the undo journal watches: single devices, changes of the
/// history, adopted plans. They can be many, and are taken out when the file is saved or opened.
struct DependentTable {
    std::string_view name, isOrphan; ///< isOrphan: condition of rows that do not count
};
inline constexpr DependentTable dependentTables[] = {
    {"device", "batch NOT IN (SELECT id FROM main.import_batch) OR cohort NOT IN (SELECT id FROM main.cohort)"},
    {"history_change", "edit NOT IN (SELECT id FROM main.history_edit)"},
    {"adopted_entry", "adoption NOT IN (SELECT id FROM main.adoption)"},
};

/// The step at index n leads from version n to n + 1.
extern const char* const schemaSteps[currentVersion];

/// Runs the migrations from the version of the database (0: empty) up to `target`.
void migrate(Connection& connection, int target = currentVersion);

/// A database of the present version with nothing in its tables.
Connection emptyInMemory();
/// The same in an empty file.
void makeTables(Connection& empty);

/// What a file of this older version gains when it is brought up to date, in words that follow “it also keeps”; empty when nothing.
std::string whatIsNewSince(int version);

/// True when the database has exactly the tables and indexes that belong to its version: no triggers,
/// no views, nothing of its own.
bool hasExactSchema(const Connection& connection);

} // namespace tco::sqlite
