// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows ⇄ History.

#include "sqlite.hpp"
#include "tco/model/history.hpp"

namespace tco::sqlite {

/// Adds an edit at the end.
void writeHistoryEdit(Connection& connection, const HistoryEdit& edit);
/// Throws DamagedRow.
History readHistory(const Connection& connection);
/// Blanks who made an edit and who noted a source, now, in the history and in adopted plans.
void dropNames(Connection& connection);

} // namespace tco::sqlite
