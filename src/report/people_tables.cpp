// SPDX-License-Identifier: Apache-2.0

// Staff beside published schemes, people's time and expected losses beside the budget, benefits beside the money, and how
// sure the money is.

#include <algorithm>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

constexpr int ratioDecimals = 1;

std::string numberText(const std::optional<Decimal>& number, int decimals = ratioDecimals) {
    return number ? display(number->rounded(decimals)) : std::string("not known");
}

std::string rangeText(const StaffingEstimate& estimate) {
    if (!estimate.low || !estimate.high) return "not known";
    const auto low = numberText(estimate.low), high = numberText(estimate.high);
    return low == high ? low : low + " to " + high;
}

/// Same estimates in all options fit in one column.
bool isSameForAll(const std::vector<Staffing>& staffing) {
    const auto texts = [](const Staffing& each) {
        std::string all;
        for (const auto& scheme : each.schemes) all += rangeText(scheme) + "|";
        return all;
    };
    return std::ranges::all_of(staffing, [&](const auto& each) { return texts(each) == texts(staffing.front()); });
}

Money sumOf(const Figures& figures, std::initializer_list<Element> elements) {
    Money sum;
    for (const auto element : elements) sum += figures.byElement[std::size_t(element)];
    return sum;
}

Money ownSupport(const Figures& figures) { return sumOf(figures, {Element::UserSupport}); }
Money supportStaff(const Figures& figures) { return figures.byCategory[std::size_t(CostCategory::Staff)] + sumOf(figures, {Element::Outsource}); }

} // namespace

Table staffingTable(const Comparison& comparison, const Analyses& analyses) {
    Table table;
    const auto& staffing = analyses.staffing;
    if (staffing.empty() || std::ranges::all_of(staffing, [](const auto& each) { return each.counts.technologyFte.isZero(); })) return table;
    table.caption = fmt::format("Staffing in {}, the last plan year", staffing.front().counts.year.shortLabel());
    table.columns = scenarioColumns(comparison, "Measure", 1.8);
    const auto add = [&](std::string header, const std::function<std::optional<Decimal>(const Staffing&)>& valueOf, int decimals = ratioDecimals) {
        auto row = rowOf(std::move(header));
        for (const auto& each : staffing) row.cells.push_back({numberText(valueOf(each), decimals)});
        if (std::ranges::any_of(staffing, [&](const auto& each) { return valueOf(each).has_value(); })) table.rows.push_back(std::move(row));
    };
    const auto& years = comparison.scenarios.front().figures.years;
    auto before = rowOf(fmt::format("Technology positions in {}", years.front().year.shortLabel()));
    for (const auto& scenario : comparison.scenarios) before.cells.push_back({numberText(scenario.figures.years.front().technologyFte, 2)});
    if (years.size() > 1) table.rows.push_back(std::move(before));
    add(
        "Technology positions (full-time equivalents)", [](const auto& each) { return std::optional(each.counts.technologyFte); }, 2);
    add(
        "Of these, support: help desk, devices, not assigned", [](const auto& each) { return std::optional(each.counts.supportFte); }, 2);
    add("Devices per support position", [](const auto& each) { return each.ratios.devicesPerTechnician; });
    add("Client computers per support position", [](const auto& each) { return each.ratios.clientsPerTechnician; });
    add("Students per support position", [](const auto& each) { return each.ratios.studentsPerTechnician; });
    add("Users per support position", [](const auto& each) { return each.ratios.usersPerTechnician; });
    add("Sites per support position", [](const auto& each) { return each.ratios.sitesPerTechnician; });
    add(
        "Students per student device", [](const auto& each) { return each.ratios.studentsPerDevice; }, 2);
    add("Client computers per server", [](const auto& each) { return each.ratios.clientsPerServer; });
    return table;
}

Table staffingSchemesTable(const Comparison& comparison, const Analyses& analyses) {
    constexpr std::size_t mostOptions = 3;
    Table table;
    const auto& staffing = analyses.staffing;
    if (staffing.empty()) return table;
    const auto shown = isSameForAll(staffing) || staffing.size() > mostOptions ? 1 : staffing.size();
    table.caption = "What published schemes would give this district, in full-time positions";
    table.columns = {{"Scheme, year and origin", TextAlign::Left, 2.4}, {"Rule", TextAlign::Left, 2.4}};
    for (std::size_t i = 0; i < shown; ++i)
        table.columns.push_back({shown == 1 ? std::string("Positions") : comparison.scenarios[i].calculation->name, TextAlign::Right, 0.9});
    for (std::size_t s = 0; s < staffing.front().schemes.size(); ++s) {
        const auto& estimate = staffing.front().schemes[s];
        if (!estimate.low) continue;
        const auto& scheme = estimate.scheme;
        auto row = rowOf(fmt::format("{}, {}; {}", scheme.name, scheme.year.empty() ? "no year given" : scheme.year, scheme.source));
        std::string missing;
        for (const auto count : estimate.missing) missing += fmt::format("{}{}", missing.empty() ? "" : ", ", label(count));
        row.cells.push_back({std::string(scheme.formula) + (missing.empty() ? "" : fmt::format(" (not counted, because not known: {})", missing))});
        for (std::size_t i = 0; i < shown; ++i) row.cells.push_back({rangeText(staffing[i].schemes[s])});
        table.rows.push_back(std::move(row));
    }
    table.note = "None of these is a recommendation: the schemes are old and differ by a factor of ten. Which services a district offers and how it runs its "
                 "network decide more than any formula.";
    return table;
}

std::vector<std::string> staffingAdvice(const Comparison& comparison) {
    std::vector<std::string> advice;
    const auto& scenarios = comparison.scenarios;
    if (scenarios.empty()) return advice;
    for (const auto& scenario : scenarios) {
        const auto own = ownSupport(scenario.figures), staff = supportStaff(scenario.figures);
        if (own > staff && !own.isZero())
            advice.push_back(
                fmt::format("In {} people’s own support time costs more ({}) than technology staff and outsourced support ({}). Little direct and much "
                            "indirect labor may mean that there are too few support staff and that users fix their own machines.",
                            words::nameOf(scenario), words::amount(own), words::amount(staff)));
    }
    const auto& first = scenarios.front();
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        const auto& other = scenarios[i];
        const auto staff = supportStaff(other.figures) - supportStaff(first.figures), indirect = other.figures.indirect - first.figures.indirect;
        if (staff.isZero() || indirect.isZero() || staff.isNegative() == indirect.isNegative()) continue;
        advice.push_back(fmt::format("{} spends {} {} on support staff than {}, and indirect cost is {} {}.", words::nameOf(other),
                                     words::amount(magnitude(staff)), words::moreOrLess(staff), words::nameOf(first), words::amount(magnitude(indirect)),
                                     indirect.isNegative() ? "lower" : "higher"));
    }
    return advice;
}

Table indirectTable(const Comparison& comparison) {
    Table table;
    const auto& scenarios = comparison.scenarios;
    const auto hasHours = [](const ComparedScenario& scenario) {
        return std::ranges::any_of(scenario.figures.years, [](const auto& year) { return !year.userHours.isZero(); });
    };
    if (!words::hasIndirect(comparison) && std::ranges::none_of(scenarios, hasHours)) return table;
    table.caption = fmt::format("Indirect cost, {}: assumptions, never part of the budget", words::yearSpan(scenarios.front().figures));
    table.columns = scenarioColumns(comparison, "What", 1.8);
    auto hours = rowOf("Hours of people outside technology");
    for (const auto& scenario : scenarios) {
        Decimal sum;
        for (const auto& year : scenario.figures.years) sum += year.userHours;
        hours.cells.push_back({displayCount(sum.toInteger())});
    }
    if (std::ranges::any_of(scenarios, hasHours)) table.rows.push_back(std::move(hours));
    PostingFilter filter;
    filter.direct = false;
    const auto addRow = [&](std::string header, bool total) {
        auto row = rowOf(std::move(header), total);
        bool any = total;
        for (std::size_t i = 0; i < scenarios.size(); ++i) {
            row.cells.push_back(moneyCell(scenarios[i].calculation->ledger.sum(filter).nominal, i, filter));
            any |= scenarios[i].calculation->ledger.sum(filter).postings > 0;
        }
        if (any) table.rows.push_back(std::move(row));
    };
    for (std::size_t e = 0; e < elementCount; ++e) {
        filter.element = Element(e);
        addRow(std::string(label(Element(e))), false);
    }
    filter.element.reset();
    addRow("Indirect cost", true);
    table.note = "The hours are assumptions of the district; the price of an hour is salary and benefits ÷ paid hours. An expected loss is probability × cost "
                 "after insurance: in most years nothing happens, in a bad one it costs far more. Hours of students are counted, but not priced.";
    return table;
}

Table benefitsTable(const Comparison& comparison) {
    Table table;
    if (comparison.scenarios.empty()) return table;
    const auto& base = *comparison.scenarios.front().calculation->plan;
    table.caption = "Value of investment: benefits for the district’s goals (importance × influence)";
    table.columns = {{"Benefit", TextAlign::Left, 1.8}, {"Goal and its importance", TextAlign::Left, 1.6}, {"How it will be seen", TextAlign::Left, 1.6}};
    for (const auto& scenario : comparison.scenarios) table.columns.push_back({scenario.calculation->name, TextAlign::Right, 0.8});
    for (const auto& benefit : base.benefits) {
        const auto* goal = findById(base.goals, benefit.goal);
        auto row = rowOf(nameOf(base, {Kind::Benefit, benefit.id.value}));
        row.cells.push_back({goal ? fmt::format("{} ({})", goal->name, display(goal->importance)) : std::string("no goal")});
        row.cells.push_back({benefit.measure.empty() ? std::string("–") : benefit.measure});
        for (const auto& scenario : comparison.scenarios) {
            const auto& plan = *scenario.calculation->plan;
            const auto* mine = findById(plan.benefits, benefit.id);
            const auto* itsGoal = mine ? findById(plan.goals, mine->goal) : nullptr;
            const bool counts = itsGoal && mine->included == Included::Yes;
            row.cells.push_back(
                {counts ? fmt::format("{} × {} = {}", display(itsGoal->importance), display(mine->influence), display(itsGoal->importance * mine->influence))
                        : std::string("–")});
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return {};
    auto total = rowOf("Score", true);
    total.cells.insert(total.cells.end(), {{"–"}, {"–"}});
    for (const auto& scenario : comparison.scenarios) total.cells.push_back({display(scenario.figures.benefitScore)});
    table.rows.push_back(std::move(total));
    return table;
}

std::vector<Table> coverageTables(const Comparison& comparison, const Analyses& analyses) {
    const auto& all = analyses.coverage;
    if (std::ranges::all_of(all, [](const auto& coverage) { return coverage.total.isZero(); })) return {};
    Table shares, amounts;
    shares.caption = "Share of the costs by the least sure of their inputs";
    amounts.caption = "The same in dollars, credits by their size";
    shares.columns = {{"Option", TextAlign::Left, 1.6}};
    for (std::size_t c = 0; c < confidenceCount; ++c) {
        std::string name(label(Confidence(c)));
        name[0] = char(name[0] & ~0x20);
        shares.columns.push_back({std::move(name)});
    }
    shares.columns.push_back({"No source noted"});
    amounts.columns = shares.columns;
    amounts.columns.push_back({"All costs"});
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto share = rowOf(comparison.scenarios[i].calculation->name), amount = share;
        const auto add = [&](Money part) {
            share.cells.push_back({part.isZero() ? "–" : words::share(part, all[i].total)});
            amount.cells.push_back({displayCell(part)});
        };
        for (const auto part : all[i].byConfidence) add(part);
        add(all[i].noSource);
        amount.cells.push_back({displayCell(all[i].total)});
        shares.rows.push_back(std::move(share));
        amounts.rows.push_back(std::move(amount));
    }
    return {std::move(shares), std::move(amounts)};
}

} // namespace tco
