// SPDX-License-Identifier: Apache-2.0
#include "chart_of_accounts.hpp"

#include <algorithm>

#include "tco/engine/accounts.hpp"

namespace tco::cli {

ChartOfAccounts chartOf(const Plan& plan) { return tco::chartOf(plan.district.state); }

Findings findingsOf(const Plan& plan, const ChartOfAccounts& chart) { return accountFindings(plan, codesIn(chart.functions), codesIn(chart.objects)); }

std::string titleIn(const std::vector<AccountCode>& codes, std::string_view code) {
    if (code == otherFinancingSource) return "Other financing source";
    const auto found = std::ranges::find(codes, code, &AccountCode::code);
    return found == codes.end() ? std::string() : found->title;
}

} // namespace tco::cli
