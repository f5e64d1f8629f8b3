// SPDX-License-Identifier: Apache-2.0
#include "tco/report/chart.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "chart_axis.hpp"
#include "words.hpp"

namespace tco {
namespace {

std::string_view kindName(ChartKind kind) {
    switch (kind) {
    case ChartKind::GroupedBars: return "Bar chart";
    case ChartKind::StackedBars: return "Stacked bar chart";
    case ChartKind::Lines: return "Line chart";
    case ChartKind::Waterfall: return "Waterfall chart";
    case ChartKind::HorizontalBars: return "Bar chart";
    }
    return "Chart";
}

std::string everyValue(const ChartSpec& spec, const ChartSeries& series) {
    std::string text = series.name + ":";
    for (std::size_t x = 0; x < spec.xLabels.size(); ++x) text += fmt::format("{} {} {}", x ? "," : "", spec.xLabels[x], words::amount(series.values[x]));
    return text + ".";
}

Money totalOf(const ChartSeries& series) {
    Money total;
    for (const auto value : series.values) total += value;
    return total;
}

ChartSeries stackTotals(const ChartSpec& spec) {
    ChartSeries totals{"Total", {}, std::vector<Money>(spec.xLabels.size())};
    for (const auto& series : spec.series)
        for (std::size_t x = 0; x < spec.xLabels.size(); ++x) totals.values[x] += series.values[x];
    return totals;
}

} // namespace

std::string alternativeText(const ChartSpec& spec) {
    auto text = fmt::format("{}: {}.", kindName(spec.kind), spec.title.empty() ? "cost by year" : spec.title);
    if (spec.xLabels.empty()) return text + " There are no values yet.";
    if (spec.kind == ChartKind::StackedBars) {
        text += " " + everyValue(spec, stackTotals(spec)) + " Over all years:";
        for (std::size_t s = 0; s < spec.series.size(); ++s)
            text += fmt::format("{} {} {}", s ? "," : "", spec.series[s].name, words::amount(totalOf(spec.series[s])));
        text += ".";
        if (spec.outline) text += " For comparison, " + everyValue(spec, *spec.outline);
        return text;
    }
    for (const auto& series : spec.series) text += " " + everyValue(spec, series);
    for (const auto& mark : spec.marks)
        if (mark.x < spec.xLabels.size()) text += fmt::format(" {}: {}.", spec.xLabels[mark.x], mark.text);
    if (const auto cut = cutOf(spec)) text += fmt::format(" The axis starts at {}.", words::amount(Money::fromCents(cut)));
    return text;
}

} // namespace tco
