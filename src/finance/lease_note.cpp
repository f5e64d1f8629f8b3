// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/lease_note.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace tco::finance {
namespace {

constexpr int singleYears = 5, bandYears = 5;

void add(RollForward& sum, const RollForward& part) {
    sum.begin += part.begin;
    sum.additions += part.additions;
    sum.changes += part.changes;
    sum.reductions += part.reductions;
    sum.end += part.end;
}

/// The principal of the year after `year`, as it is known when `year` ends.
Money dueAfter(const ContractTerms& terms, const ContractSchedule& schedule, FiscalYear year, const FiscalCalendar& calendar) {
    const bool isFinal = terms.events.empty() || terms.events.back().date <= calendar.lastDay(year);
    const auto& years = isFinal ? schedule.years : measure(asKnown(terms, calendar.lastDay(year)), calendar).years;
    const auto next = std::ranges::find(years, year + 1, &ContractYear::year);
    return next == years.end() ? Money() : next->principal;
}

void addContract(std::map<FiscalYear, RollForwardYear>& table, const ContractTerms& terms, const FiscalCalendar& calendar) {
    const auto schedule = measure(terms, calendar);
    Money liability, asset;
    for (const auto& year : schedule.years) {
        const bool first = &year == &schedule.years.front();
        auto& row = table[year.year];
        row.year = year.year;
        add(row.liability, {.begin = liability,
                            .additions = first ? schedule.liability : Money(),
                            .changes = year.liabilityChange,
                            .reductions = first ? year.principal - schedule.paidAtCommencement() : year.principal,
                            .end = year.liabilityEnd});
        add(row.asset, {.begin = asset,
                        .additions = first ? schedule.asset : Money(),
                        .changes = year.assetChange,
                        .reductions = year.amortization,
                        .end = year.assetEnd});
        row.dueWithinOneYear += dueAfter(terms, schedule, year.year, calendar);
        liability = year.liabilityEnd;
        asset = year.assetEnd;
    }
}

} // namespace

std::string MaturityRow::label() const { return from == to ? fmt::format("{}", from.value) : fmt::format("{}–{:02}", from.value, to.value % 100); }

std::vector<MaturityRow> maturityBands(std::span<const MaturityRow> years, FiscalYear asOf) {
    FiscalYear last = asOf;
    for (const auto& year : years)
        if (!year.principal.isZero() || !year.interest.isZero()) last = std::max(last, year.to);
    std::vector<MaturityRow> rows;
    for (FiscalYear from = asOf + 1; from <= last;) {
        const int length = from - asOf <= singleYears ? 1 : bandYears;
        MaturityRow row{from, std::min(from + (length - 1), last), {}, {}};
        for (const auto& year : years) {
            if (year.from < row.from || year.to > row.to) continue;
            row.principal += year.principal;
            row.interest += year.interest;
        }
        rows.push_back(row);
        from = from + length;
    }
    return rows;
}

std::vector<MaturityRow> maturityNote(std::span<const ContractTerms> contracts, FiscalYear asOf, const FiscalCalendar& calendar) {
    const Date end = calendar.lastDay(asOf);
    std::vector<MaturityRow> years;
    for (const auto& terms : contracts) {
        if (terms.commencement > end) continue;
        for (const auto& year : measure(asKnown(terms, end), calendar).years) years.push_back({year.year, year.year, year.principal, year.interestPaid});
    }
    return maturityBands(years, asOf);
}

std::vector<RollForwardYear> rollForward(std::span<const ContractTerms> contracts, const FiscalCalendar& calendar) {
    std::map<FiscalYear, RollForwardYear> table;
    for (const auto& terms : contracts) addContract(table, terms, calendar);
    std::vector<RollForwardYear> rows;
    for (const auto& [year, row] : table) rows.push_back(row);
    return rows;
}

} // namespace tco::finance
