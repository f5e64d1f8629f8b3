// SPDX-License-Identifier: Apache-2.0
#pragma once

// A row of amounts at known times: what it is worth today, at which rates it is worth nothing, when it has
// paid for itself. Money received is positive and money paid negative, or the other way round throughout.

#include <optional>
#include <span>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/finance/time_value.hpp"

namespace tco::finance {

struct Flow {
    int period = 0; ///< from 0, counted in parts of a year
    Decimal amount;
};

/// Times are whole periods, so that powers stay exact: years, half-years or days ÷ 365.
struct CashFlow {
    std::vector<Flow> flows; ///< in order of time
    int periodsPerYear = 1;
    Decimal years; ///< over which an equivalent annual amount is spread
};

/// When the amount of a year falls.
enum class YearTiming { Start, Middle, End };

/// The first amount today, each later one in its year: the second in the first year and so on.
CashFlow yearlyCashFlow(std::span<const Decimal> amounts, YearTiming timing);
/// Days from the first date ÷ 365, as Excel’s XNPV. An error when the lists differ in length, are empty or a date
/// lies before the first one.
[[nodiscard]] Expected<CashFlow> datedCashFlow(std::span<const Decimal> amounts, std::span<const Date> dates);
/// Level payments or any other, each at the end (in arrears) or start (in advance) of its period, with
/// `now` at the start and `atEnd` at the end of the last period. Rates of it are per period.
CashFlow paymentCashFlow(const Decimal& now, std::span<const Decimal> payments, const Decimal& atEnd, Due due);

/// Σ amount × (1 + rate)^−time; rate per year, above −100 %.
Decimal presentValue(const CashFlow& cashFlow, const Decimal& rate);

/// All rates per year at which the present value is zero, ascending; from 10^−15 above −100 % to 10^15. None is
/// missed: Descartes’ rule of signs says how often the derivative must be taken to isolate them.
std::vector<Decimal> internalRates(const CashFlow& cashFlow);
/// “The” internal rate: the smallest positive one, else the largest of the others; nothing when there is none.
std::optional<Decimal> preferredRate(std::span<const Decimal> rates);

/// Years until the sum of the flows, not discounted, first comes back to zero, each amount spread evenly over the time since
/// the one before. Nothing when it never comes back.
std::optional<Decimal> payback(const CashFlow& cashFlow);

/// Level amount at the end of each year with the same present value; nothing when all flows are at once.
std::optional<Decimal> equivalentAnnual(const CashFlow& cashFlow, const Decimal& rate);

/// The rate per period that `price` and these payments imply: what is paid is worth the price. Zero and
/// negative rates are found too; nothing when no rate fits. `residual` is due at the end of the last period.
std::optional<Decimal> implicitRate(const Decimal& price, std::span<const Decimal> payments, const Decimal& residual, Due due);
/// The same for level payments.
std::optional<Decimal> implicitRate(const Decimal& price, const Decimal& payment, int payments, const Decimal& residual, Due due);

} // namespace tco::finance
