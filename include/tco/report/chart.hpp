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
    std::string colorRole;     ///< "category.devices" …, "scenario.0" …, "change.more", "change.less"
    std::vector<Money> values; ///< one per x label
};

enum class ChartKind {
    GroupedBars,    ///< series side by side per x label (scenarios by year)
    StackedBars,    ///< series stacked (categories by year), with an optional outline series
    Lines,          ///< one line per series, with marks at places of note
    Waterfall,      ///< one series: the total to start from, changes as floating bars, the total they lead to
    HorizontalBars, ///< series one below the other per label, labels on the left (changes by input)
};

/// A place of note on the first line of a chart.
struct ChartMark {
    std::size_t x = 0;
    std::string text;
};

struct ChartSpec {
    ChartKind kind = ChartKind::GroupedBars;
    std::string title;                ///< the finding, as a sentence
    std::string xTitle = "Year";      ///< what the labels are, for the data table
    std::vector<std::string> xLabels; ///< "FY27" …; what the bars of a Waterfall or of HorizontalBars are
    std::vector<ChartSeries> series;
    std::optional<ChartSeries> outline; ///< StackedBars only: total of the compared scenario
    std::vector<ChartMark> marks;       ///< Lines only
};

/// Who the ink belongs to; the painter maps roles to colours of the screen theme or of print.
enum class InkRole { Text, MutedText, Axis, Grid, Series, Outline, Paper };
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
