// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a quote is what it says: payments that do not add up to the total beside them, or do not fit the rate beside them.

#include "rule.hpp"

namespace tco {

void addLeaseFindings(const RuleContext<Decimal>& context, Findings& findings);

} // namespace tco
