// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows ⇄ what an adopted plan said.

#include "sqlite.hpp"
#include "tco/model/plan.hpp"

namespace tco::sqlite {

void writeAdoptedPlan(Connection& connection, AdoptionId adoption, const Plan& plan);
/// Nothing when the file does not hold it. Throws DamagedRow.
std::optional<Plan> readAdoptedPlan(const Connection& connection, AdoptionId adoption);
/// Takes out what readAdoptedPlan() would throw at. Returns how many rows.
std::int64_t dropUnreadableAdoptedRows(Connection& connection);

} // namespace tco::sqlite
