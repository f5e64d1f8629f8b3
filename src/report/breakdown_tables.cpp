// SPDX-License-Identifier: Apache-2.0

// What the money pays for: by category, element, site and function of the staff. The budget comes first; indirect cost
// stands below it with a total of its own, so that it never looks like budget.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

struct Part {
    std::string name;
    PostingFilter filter;
    std::vector<Money> direct = {}, indirect = {}; ///< one per scenario
    bool opens = true;                             ///< whether the filter is all there is to it
};

/// The parts with any cost, from the ledgers: `partOf` names the part of a posting, as an index into `parts`.
template <class PartOf> void addPostings(const Comparison& comparison, std::vector<Part>& parts, PartOf partOf) {
    const auto count = comparison.scenarios.size();
    for (auto& part : parts) part.direct.resize(count), part.indirect.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& ledger = comparison.scenarios[i].calculation->ledger;
        for (std::size_t p = 0; p < ledger.size(); ++p) {
            const auto posting = ledger.at(p);
            if (const std::optional<std::size_t> at = partOf(posting)) (posting.direct ? parts[*at].direct : parts[*at].indirect)[i] += posting.amount;
        }
    }
}

bool isAllZero(const std::vector<Money>& amounts) { return std::ranges::all_of(amounts, &Money::isZero); }

class BreakdownTable {
  public:
    BreakdownTable(const Comparison& comparison, std::string caption, std::string header) : m_comparison(comparison) {
        m_table.caption = std::move(caption);
        m_table.columns = scenarioColumns(comparison, std::move(header), 1.4);
        addDifferenceColumns(m_table, comparison);
    }

    /// `whole` restricts the totals as the parts are restricted.
    Table from(const std::vector<Part>& parts, const PostingFilter& whole = {}) {
        const bool indirect = std::ranges::any_of(parts, [](const auto& part) { return !isAllZero(part.indirect); });
        auto direct = addParts(parts, &Part::direct, true, "");
        if (m_table.rows.empty() && !indirect) return {};
        addRow(rowOf(indirect ? "Budget (direct) cost" : "Total", true), direct, filterOf(whole, true));
        if (!indirect) return std::move(m_table);
        const auto apart = addParts(parts, &Part::indirect, false, "Indirect: ");
        for (std::size_t i = 0; i < direct.size(); ++i) direct[i] += apart[i];
        addRow(rowOf("Budget and indirect cost", true), direct, whole);
        return std::move(m_table);
    }

  private:
    static PostingFilter filterOf(PostingFilter filter, bool direct) {
        filter.direct = direct;
        return filter;
    }

    /// Returns their sum.
    std::vector<Money> addParts(const std::vector<Part>& parts, std::vector<Money> Part::*amounts, bool direct, std::string_view prefix) {
        std::vector<Money> sum(m_comparison.scenarios.size());
        for (const auto& part : parts) {
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += (part.*amounts)[i];
            if (!isAllZero(part.*amounts)) addRow(rowOf(fmt::format("{}{}", prefix, part.name)), part.*amounts, filterOf(part.filter, direct), part.opens);
        }
        return sum;
    }

    void addRow(Table::Row row, const std::vector<Money>& amounts, const PostingFilter& filter, bool opens = true) {
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            row.cells.push_back(moneyCell(amounts[i], i, filter));
            if (!opens) row.cells.back().origin.reset();
        }
        if (withDifferences(m_comparison))
            for (std::size_t i = 1; i < amounts.size(); ++i) row.cells.push_back({displayCell(amounts[i] - amounts[0])});
        m_table.rows.push_back(std::move(row));
    }

    const Comparison& m_comparison;
    Table m_table;
};

/// "Cost by site, FY27 to FY31, in dollars paid"; people's time and expected losses are not paid.
std::string captionOf(const Comparison& comparison, std::string_view by) {
    return fmt::format("{}, {}, in dollars", by, words::yearSpan(comparison.scenarios.front().figures));
}

constexpr std::size_t mostSites = 8;

/// The sites with the highest cost in any scenario; without a site, and all others, come last.
std::vector<Part> siteParts(const Comparison& comparison, std::map<SiteId, std::size_t>& places) {
    std::map<SiteId, Money> highest;
    for (const auto& scenario : comparison.scenarios) {
        std::map<SiteId, Money> sums;
        const auto& ledger = scenario.calculation->ledger;
        for (std::size_t p = 0; p < ledger.size(); ++p) sums[ledger.at(p).site] += ledger.at(p).amount;
        for (const auto& [site, sum] : sums) highest[site] = std::max(highest[site], sum);
    }
    std::vector<std::pair<Money, SiteId>> ranked;
    for (const auto& [site, sum] : highest)
        if (site) ranked.emplace_back(-sum, site);
    std::ranges::sort(ranked);
    std::vector<Part> parts;
    const auto& plan = *comparison.scenarios.front().calculation->plan;
    const bool all = ranked.size() <= mostSites + 1;
    for (std::size_t i = 0; i < (all ? ranked.size() : mostSites); ++i) {
        const auto site = ranked[i].second;
        places[site] = parts.size();
        PostingFilter filter;
        filter.site = site;
        parts.push_back({nameOf(plan, {Kind::Site, site.value}), filter});
    }
    if (!all) parts.push_back({.name = fmt::format("{} other sites", ranked.size() - mostSites), .filter = {}, .opens = false});
    PostingFilter none;
    none.site = SiteId{};
    if (highest.contains(SiteId{})) places[SiteId{}] = parts.size(), parts.push_back({"Whole district", none});
    return parts;
}

} // namespace

Table categoryTable(const Comparison& comparison) {
    if (comparison.scenarios.empty()) return {};
    std::vector<Part> parts;
    for (std::size_t c = 0; c < costCategoryCount; ++c) {
        Part part{std::string(label(CostCategory(c))), {}};
        part.filter.category = CostCategory(c);
        for (const auto& scenario : comparison.scenarios) {
            part.direct.push_back(scenario.figures.directByCategory[c]);
            part.indirect.push_back(scenario.figures.byCategory[c] - scenario.figures.directByCategory[c]);
        }
        parts.push_back(std::move(part));
    }
    return BreakdownTable(comparison, captionOf(comparison, "Cost by category"), "Category").from(parts);
}

Table elementTable(const Comparison& comparison) {
    if (comparison.scenarios.empty()) return {};
    std::vector<Part> parts;
    for (std::size_t e = 0; e < elementCount; ++e) {
        parts.push_back({std::string(label(Element(e))), {}});
        parts.back().filter.element = Element(e);
    }
    addPostings(comparison, parts, [](const Posting& posting) { return std::size_t(posting.element); });
    return BreakdownTable(comparison, captionOf(comparison, "Cost by what it pays for"), "What it pays for").from(parts);
}

Table siteTable(const Comparison& comparison) {
    if (comparison.scenarios.empty() || comparison.scenarios.front().calculation->plan->sites.empty()) return {};
    std::map<SiteId, std::size_t> places;
    auto parts = siteParts(comparison, places);
    if (parts.size() < 2) return {};
    const auto rest = std::ranges::find_if(parts, [](const Part& part) { return !part.filter.site; });
    addPostings(comparison, parts, [&](const Posting& posting) {
        const auto place = places.find(posting.site);
        return place != places.end() ? place->second : std::size_t(rest - parts.begin());
    });
    return BreakdownTable(comparison, captionOf(comparison, "Cost by site"), "Site").from(parts);
}

Table functionTable(const Comparison& comparison) {
    std::vector<Part> parts;
    for (std::size_t f = 0; f < labourFunctionCount; ++f) {
        parts.push_back({std::string(label(LabourFunction(f))), {}});
        parts.back().filter.function = LabourFunction(f);
        parts.back().filter.category = CostCategory::Staff;
    }
    addPostings(comparison, parts,
                [](const Posting& posting) { return posting.category == CostCategory::Staff ? std::optional(std::size_t(posting.function)) : std::nullopt; });
    const auto isSplit = [](const Part& part) {
        return part.filter.function != LabourFunction::Unassigned && !(isAllZero(part.direct) && isAllZero(part.indirect));
    };
    if (std::ranges::none_of(parts, isSplit)) return {};
    PostingFilter staff;
    staff.category = CostCategory::Staff;
    return BreakdownTable(comparison, captionOf(comparison, "Labor of the technology staff by function"), "Function").from(parts, staff);
}

} // namespace tco
