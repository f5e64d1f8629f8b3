// SPDX-License-Identifier: Apache-2.0
#pragma once

// One scenario as the books show it, and what E-Rate pays, as sections: for the report, the pages Leases and E-Rate, and the command
// line. In dollars and cents, because an auditor looks.

#include "tco/engine/books.hpp"
#include "tco/report/sections.hpp"

namespace tco {

/// The three views by year and how they tie together; balances; the contracts; what falls due after the first plan year.
std::vector<Section> bookSections(const Calculation& calculation, const Books& books);
/// Schedule, three views by year, and maturity of one contract.
std::vector<Section> contractSections(const Calculation& calculation, const BookedContract& contract);
/// Its journal entries, government-wide and in the fund.
std::vector<Section> entrySections(const Calculation& calculation, const BookedContract& contract);
/// Discount, budgets by cycle, and who asks for what and gets what; nothing where nobody asks.
std::vector<Section> erateSections(const Calculation& calculation);

// --- What the sections are made of ----------------------------------------------------------------

Table threeViewsTable(const Calculation& calculation, const std::vector<ReconciliationYear>& years);
Table reconciliationTable(const Calculation& calculation, const std::vector<ReconciliationYear>& years);
/// At the end of each year; no rows without balances.
Table balancesTable(const std::vector<ReconciliationYear>& years);
/// How liabilities changed, with what is due within one year; no rows without liabilities.
Table rollForwardTable(const Calculation& calculation, const Books& books);
/// No rows without contracts.
Table contractsTable(const Calculation& calculation, const Books& books);
/// Principal and interest of all contracts that fall due after a fiscal year: five single years, then bands of five.
Table maturityTable(const Calculation& calculation, const std::vector<BookedContract>& contracts, FiscalYear asOf);
/// What falls due after the plan; blank when nothing does.
std::string tailSentence(const Calculation& calculation, const Books& books);

std::string_view label(Treatment treatment); ///< "Lease", "Subscription" …
std::string_view key(Treatment treatment);   ///< "lease" … for --json

} // namespace tco
