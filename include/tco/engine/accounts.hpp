// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a cost is charged: function and object of the chart of accounts. The accounts of the plan come first; what they do not
// say follows the table in accounts.cpp, by the codes of NCES (docs/formulas.md, “Accounts”). Indirect cost is charged nowhere.

#include <compare>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "tco/engine/calculation.hpp"

namespace tco {

/// Not an expenditure: the proceeds of leases, loans and sales. No code of NCES’s expenditure functions and objects fits.
inline constexpr std::string_view otherFinancingSource = "OFS";

struct Charge {
    std::string function, object; ///< codes; both blank for indirect cost

    friend auto operator<=>(const Charge&, const Charge&) = default;
};

/// Of a posting in any view. The most special account that fits holds: one that names the element, then the category, then
/// capital or operating; of equal ones the first. Its blank codes are those of the table.
Charge accountOf(const Plan& plan, const Posting& posting);

/// Direct cost of a ledger by year and account.
using ChargedAmounts = std::map<std::pair<FiscalYear, Charge>, Money>;
ChargedAmounts chargedAmounts(const Plan& plan, const CostLedger& ledger);

/// Accounts and budget lines with a code that is in none of the lists, which the caller has from the state’s practice.
Findings accountFindings(const Plan& plan, std::span<const std::string> functions, std::span<const std::string> objects);

} // namespace tco
