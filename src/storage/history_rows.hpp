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

} // namespace tco::sqlite
