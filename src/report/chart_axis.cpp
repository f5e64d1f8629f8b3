// SPDX-License-Identifier: Apache-2.0
#include "chart_axis.hpp"

#include <algorithm>

namespace tco {
namespace {

void include(ChartRange& range, std::int64_t cents) {
    range.low = std::min(range.low, cents);
    range.high = std::max(range.high, cents);
}

/// The heights that a waterfall passes through, its totals included.
std::vector<std::int64_t> heightsOf(const ChartSpec& waterfall) {
    std::vector<std::int64_t> heights;
    if (waterfall.series.empty()) return heights;
    const auto& values = waterfall.series.front().values;
    for (std::size_t x = 0; x < values.size(); ++x)
        heights.push_back(x == 0 || x + 1 == values.size() ? values[x].cents() : heights.back() + values[x].cents());
    return heights;
}

} // namespace

std::int64_t cutOf(const ChartSpec& spec) {
    if (spec.kind != ChartKind::Waterfall) return 0;
    const auto heights = heightsOf(spec);
    if (heights.empty()) return 0;
    const auto [low, high] = std::ranges::minmax(heights);
    const auto span = high - low;
    if (low <= 0 || span == 0 || 4 * span > high) return 0;
    std::int64_t unit = 100;
    while (unit * 10 <= span) unit *= 10;
    return std::max<std::int64_t>((low - span / 2) / unit * unit, 0);
}

ChartRange rangeOf(const ChartSpec& spec) {
    ChartRange range;
    if (spec.kind == ChartKind::Waterfall) {
        for (const auto height : heightsOf(spec)) include(range, height - cutOf(spec));
        return range;
    }
    for (std::size_t x = 0; x < spec.xLabels.size(); ++x) {
        std::int64_t up = 0, down = 0;
        for (const auto& series : spec.series) {
            const auto cents = series.values[x].cents();
            include(range, cents);
            (cents < 0 ? down : up) += cents;
        }
        if (spec.kind == ChartKind::StackedBars) {
            include(range, up);
            include(range, down);
        }
        if (spec.outline) include(range, spec.outline->values[x].cents());
    }
    return range;
}

std::vector<std::int64_t> ChartAxis::ticks() const {
    std::vector<std::int64_t> all;
    for (std::int64_t i = 0; i <= steps(); ++i) all.push_back(low + i * step);
    return all;
}

ChartAxis axisFor(const ChartRange& range, double height, double fontSize) {
    constexpr std::int64_t mostSteps = 5, largestStep = 1'000'000'000'000'000'000;
    ChartAxis axis;
    for (std::int64_t decade = 100; decade < largestStep / 10; decade *= 10)
        for (const std::int64_t factor : {1, 2, 5}) {
            const auto step = decade * factor;
            const auto below = (-range.low + step - 1) / step, above = (range.high + step - 1) / step;
            axis = {-below * step, std::max<std::int64_t>(above, below ? 0 : 1) * step, step};
            if (axis.steps() == 1 || (axis.steps() <= mostSteps && axis.spacing(height) >= 2.2 * fontSize)) return axis;
            if (below <= 1 && above <= 1) return axis; // both signs: two steps at least
        }
    return axis;
}

} // namespace tco
