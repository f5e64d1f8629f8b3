// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes of contracts that reach none: what the terms alone cannot tell, because they depend on when units come and go.

#include "rule.hpp"

namespace tco {

void addChangeFindings(const RuleContext<Decimal>& context, Findings& findings);

} // namespace tco
