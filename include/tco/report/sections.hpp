// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a comparison that follow its first page. The report, the command line and the page Compare show the same
// ones; a part without content is left out.

#include "tco/engine/cuts.hpp"
#include "tco/report/analyses.hpp"
#include "tco/report/report.hpp"

namespace tco {

struct Section {
    std::string title;
    std::vector<Block> blocks;
};

std::vector<Section> comparisonSections(const Comparison& comparison, const Analyses& analyses);

/// Quotes side by side and what leaving a lease costs; nothing where nothing is leased.
std::vector<Section> leaseSections(const Comparison& comparison, const Analyses& analyses);
/// Who pays for the last scenario, and what moves between capital and operating cost from the first one; nothing without funds.
std::vector<Section> fundingSections(const Comparison& comparison);
/// What is asked for, adopted and spent, then what is asked for in every account.
std::vector<Section> budgetSections(const Calculation& calculation, const Budget& budget);

// --- What the sections are made of ----------------------------------------------------------------

/// Every figure of the scenarios, side by side.
Table figuresTable(const Comparison& comparison);
/// By year, what is paid beside what the year uses up; several tables where the options do not fit on one page.
std::vector<Table> paidAndUsedTables(const Comparison& comparison);

/// What the money pays for. Budget cost first, indirect cost below it and apart.
Table categoryTable(const Comparison& comparison);
Table elementTable(const Comparison& comparison);
/// The sites with the highest cost and the rest; no rows without sites.
Table siteTable(const Comparison& comparison);
/// No rows where no position is split over functions.
Table functionTable(const Comparison& comparison);

Table waterfallTable(const Comparison& comparison, const Analyses& analyses, std::size_t scenario);
ChartSpec waterfallChart(const Comparison& comparison, const Analyses& analyses, std::size_t scenario);

/// Each break-even in one sentence, that of the lease payment first.
std::vector<std::string> breakEvenSentences(const Comparison& comparison, const Analyses& analyses);
Table sensitivityTable(const Comparison& comparison, const Analyses& analyses);
ChartSpec sensitivityChart(const Comparison& comparison, const Analyses& analyses);

Table quotesTable(const Comparison& comparison, const ModelQuotes& quotes);
Table leaseExitTable(const Comparison& comparison, const LeaseInUse& lease);

/// The best number of years for each model beside the planned one.
Table cyclesTable(const Comparison& comparison, const Analyses& analyses);
/// Year by year for one model.
Table refreshTable(const Comparison& comparison, const RefreshCycle& cycle);
ChartSpec refreshChart(const Comparison& comparison, const RefreshCycle& cycle);

/// What has no money, by year, side by side; no rows for one scenario or without funds.
Table unfundedTable(const Comparison& comparison, const Analyses& analyses);
/// Who pays, by year, in parts of as many years as fit on a page: each fund, E-Rate, what has no money; their sum is the cost.
std::vector<Table> fundTables(const Calculation& calculation, const Funding& funding);
/// What each fund has, and how much of it is used.
std::vector<Table> fundMoneyTables(const Calculation& calculation, const Funding& funding);
ChartSpec fundChart(const Calculation& calculation, const Funding& funding);
/// Capital and operating cost of both sides, by year; no rows where they are the same.
Table capitalShiftTable(const Calculation& from, const Calculation& to);

/// What the plan asks for in each account, by year, in parts of as many years as fit on a page.
std::vector<Table> accountTables(const Calculation& calculation, const Budget& budget);
/// For each year with budget lines what is asked for, adopted and spent, with the causes of a difference.
std::vector<Table> budgetTables(const Calculation& calculation, const Budget& budget);
/// What a cut would force: what there is to choose from, those that reach the amount marked.
Table cutsTable(const Cuts& cuts);
/// The answer in one sentence.
std::string cutSentence(const Cuts& cuts);

Table staffingTable(const Comparison& comparison, const Analyses& analyses);
Table staffingSchemesTable(const Comparison& comparison, const Analyses& analyses);
/// What the balance of direct and indirect cost may mean.
std::vector<std::string> staffingAdvice(const Comparison& comparison);

/// Expected losses, and the hours that technology takes from people, by year; no rows without indirect cost and hours.
Table indirectTable(const Comparison& comparison);
/// Goals, benefits and their score; no rows without benefits.
Table benefitsTable(const Comparison& comparison);

/// The money by how sure its inputs are, as shares and in dollars; none where nothing costs anything.
std::vector<Table> coverageTables(const Comparison& comparison, const Analyses& analyses);

} // namespace tco
