// SPDX-License-Identifier: Apache-2.0

// The views of each year side by side, and the balances that tie them together.

#include "tco/engine/books.hpp"

namespace tco {

Money ReconciliationYear::changeOfAssets() const {
    Money sum;
    for (std::size_t i = 0; i < balanceCount; ++i)
        if (isAsset(Balance(i))) sum += change[i];
    return sum;
}

Money ReconciliationYear::changeOfLiabilities() const {
    Money sum;
    for (std::size_t i = 0; i < balanceCount; ++i)
        if (!isAsset(Balance(i))) sum += change[i];
    return sum;
}

std::vector<ReconciliationYear> reconciliationOf(const Calculation& calculation, const Books& books) {
    std::vector<ReconciliationYear> years;
    const auto firstYear = calculation.plan->firstYear();
    for (const auto& counts : calculation.counts) years.push_back({.year = counts.year});
    if (years.empty()) return years;
    const auto yearOf = [&](FiscalYear year) -> ReconciliationYear& { return years[std::size_t(year - firstYear)]; };

    for (std::size_t i = 0; i < calculation.ledger.size(); ++i)
        if (const auto posting = calculation.ledger.at(i); posting.direct) yearOf(posting.year).cash += posting.amount;
    for (std::size_t i = 0; i < books.fund.ledger.size(); ++i) {
        const auto posting = books.fund.ledger.at(i);
        if (posting.element == Element::Proceeds)
            yearOf(posting.year).proceeds -= posting.amount;
        else
            yearOf(posting.year).expenditure += posting.amount;
    }
    for (std::size_t i = 0; i < books.governmentWide.ledger.size(); ++i) {
        const auto posting = books.governmentWide.ledger.at(i);
        yearOf(posting.year).governmentWide += posting.amount;
    }
    for (const auto& movement : books.movements) {
        auto& where = movement.year < firstYear ? years.front().opening : yearOf(movement.year).change;
        where[std::size_t(movement.balance)] += movement.amount;
    }
    for (std::size_t i = 1; i < years.size(); ++i)
        for (std::size_t balance = 0; balance < balanceCount; ++balance) years[i].opening[balance] = years[i - 1].closing(Balance(balance));
    return years;
}

} // namespace tco
