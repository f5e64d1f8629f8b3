// SPDX-License-Identifier: Apache-2.0
#pragma once

// The money axis of a chart: ticks at round amounts, always with zero but for a waterfall whose changes would be too small
// to see beside its totals.

#include <cstdint>
#include <vector>

#include "tco/report/chart.hpp"

namespace tco {

/// What has to fit, in cents; low ≤ 0 ≤ high.
struct ChartRange {
    std::int64_t low = 0, high = 0;
};

/// Of all values, or of all stacks; of a waterfall above its cut.
ChartRange rangeOf(const ChartSpec& spec);
/// Round amount at which the axis of a waterfall starts, in cents; zero for all other charts.
std::int64_t cutOf(const ChartSpec& spec);

/// Whole multiples of the step, in cents; low < high.
struct ChartAxis {
    std::int64_t low = 0, high = 100, step = 100;

    std::int64_t steps() const { return (high - low) / step; }
    double spacing(double height) const { return height / double(steps()); }
    std::vector<std::int64_t> ticks() const;
};

/// The smallest of the steps 1, 2, 5, 10 … dollars that leaves the tick labels room and has at most five of them.
ChartAxis axisFor(const ChartRange& range, double height, double fontSize);

} // namespace tco
