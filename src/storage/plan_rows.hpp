// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows ⇄ Plan, driven by the field tables: no code per kind of item.

#include "sqlite.hpp"
#include "tco/storage/plan_store.hpp"

namespace tco::sqlite {

/// A row that cannot be understood: "row 7 of table “cohort”: …".
struct DamagedRow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Throws DamagedRow.
Plan readPlan(const Connection& connection);
/// Rows of the touched items, provenance and overrides; not the devices.
void writeChange(Connection& connection, const PlanChange& change);
/// Writes the row of a single item with its defaults, which must not be there yet.
void writeSingleItem(Connection& connection, Kind kind);
/// The same for all of them.
void writeSingleItems(Connection& connection);

} // namespace tco::sqlite
