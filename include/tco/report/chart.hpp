// SPDX-License-Identifier: Apache-2.0
#pragma once

// Charts as data. A ChartSpec says what to show; layoutChart() turns it into primitives with roles
// that one painter (render/) draws on screen and in the PDF. The same spec writes the alternative text
// and the data table, and the primitives answer hover and click. No Qt here.

#include <optional>
#include <string>
#include <vector>

#include "tco/money/money.hpp"

namespace tco {

struct ChartSeries {
    std::string name;
    std::string colorRole;     ///< "category.devices" …, "scenario.0" … , see ColorRole names in chart.cpp
    std::vector<Money> values; ///< one per x label
};

enum class ChartKind {
    GroupedBars, ///< series side by side per x label (scenarios by year)
    StackedBars, ///< series stacked (categories by year), with an optional outline series
    Lines,       ///< cumulative cost by year
};

struct ChartSpec {
    ChartKind kind = ChartKind::GroupedBars;
    std::string title;                ///< the finding, as a sentence
    std::vector<std::string> xLabels; ///< "FY27" …
    std::vector<ChartSeries> series;
    std::optional<ChartSeries> outline; ///< StackedBars only: total of the compared scenario
};

/// Who the ink belongs to; the painter maps roles to colours of the screen theme or of print.
enum class InkRole { Text, MutedText, Axis, Grid, Series, Outline };
enum class TextAlign { Left, Center, Right };

struct ChartPrimitive {
    enum class Shape { Rect, Line, Polyline, Text } shape = Shape::Rect;
    InkRole role = InkRole::Series;
    std::string colorRole;      ///< for Series ink
    std::vector<double> xs, ys; ///< Rect: two corners; Line: two points; Text: anchor (baseline)
    double strokeWidth = 0;     ///< 0 = filled
    std::string text;
    double fontSize = 0; ///< points
    bool bold = false;
    TextAlign align = TextAlign::Left;
    std::string tooltip;               ///< "FY27, 4-year lease: $1,420,000"; empty = does not react
    int seriesIndex = -1, xIndex = -1; ///< which datum it shows; -1 = none
};

struct ChartScene {
    double width = 0, height = 0; ///< points; y grows downwards
    std::vector<ChartPrimitive> primitives;
};

ChartScene layoutChart(const ChartSpec& spec, double width, double height, double fontSize = 9);
/// What a screen reader says instead of the picture: kind, title, the range and the notable values.
std::string alternativeText(const ChartSpec& spec);

} // namespace tco
