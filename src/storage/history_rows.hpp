// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows ⇄ History.

#include "sqlite.hpp"
#include "tco/model/history.hpp"

namespace tco::sqlite {

/// Of the last edit; 0 when there is none.
std::int64_t lastPosition(const Connection& connection);
/// Adds an edit; `position` is behind those of all others.
void writeHistoryEdit(Connection& connection, const HistoryEdit& edit, std::int64_t position);
/// Throws DamagedRow.
History readHistory(const Connection& connection);
/// Takes out what readHistory() would throw at. Returns how many rows.
std::int64_t dropUnreadableHistory(Connection& connection);
/// Blanks who made an edit, noted a source, closed a year or adopted a plan, now, in the history and in adopted plans.
void dropNames(Connection& connection);

} // namespace tco::sqlite
