// SPDX-License-Identifier: Apache-2.0

// From numbers to ink: axis, bars or lines, labels.

#include "tco/report/chart.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "chart_axis.hpp"
#include "chart_sheet.hpp"
#include "words.hpp"

namespace tco {
namespace {

using Box = ChartBox;

class ChartLayout : public ChartSheet {
  public:
    ChartLayout(const ChartSpec& spec, double width, double height, double fontSize)
        : ChartSheet(spec, width, height, fontSize), m_range(rangeOf(spec)), m_cut(cutOf(spec)) {}

    ChartScene run() {
        const bool single = m_spec.series.size() == 1 && !m_spec.outline && m_spec.kind != ChartKind::StackedBars;
        const double top = placeHead(belowPlot() + abovePlot() + 5 * m_font, !single && !labelsLinesDirectly());
        if (placePlot(top)) {
            drawGrid();
            drawXLabels();
            switch (m_spec.kind) {
            case ChartKind::GroupedBars: drawGroups(); break;
            case ChartKind::StackedBars: drawStacks(); break;
            case ChartKind::Lines: drawLines(); break;
            case ChartKind::Waterfall: drawWaterfall(); break;
            case ChartKind::HorizontalBars: break; // has a layout of its own
            }
        }
        return std::move(m_scene);
    }

  private:
    // --- Frame ---
    double abovePlot() const { return 1.3 * m_font; }
    double belowPlot() const { return 1.8 * m_font + (m_range.low < 0 ? 1.3 * m_font : 0) + 1.2 * m_font * double(labelLines() - 1); }
    /// Years are short; the causes of a waterfall are words.
    std::size_t labelLines() const { return m_spec.kind == ChartKind::Waterfall ? 3 : 1; }

    bool labelsLinesDirectly() const {
        return m_spec.kind == ChartKind::Lines && m_spec.series.size() > 1 && m_spec.series.size() <= 4 && m_scene.width >= 30 * m_font &&
               m_scene.height >= 9 * m_font;
    }

    /// Finds the plot's box and the axis; false when there is no room or nothing to show.
    bool placePlot(double top) {
        m_plot = {0, top + abovePlot(), m_scene.width, m_scene.height - belowPlot()};
        if (m_spec.xLabels.empty() || m_plot.height() < 2 * m_font || m_plot.width() < 2 * m_font) return false;
        m_axis = axisFor(m_range, m_plot.height(), m_font);
        double widest = 0;
        for (const auto tick : m_axis.ticks()) widest = std::max(widest, textWidth(tickLabel(tick), m_small));
        m_tickLabels = m_axis.spacing(m_plot.height()) >= 1.2 * m_font && widest + 4 <= m_scene.width / 3;
        if (m_tickLabels) m_plot.left = widest + 4;
        if (labelsLinesDirectly()) m_plot.right = m_scene.width - lineLabelWidth() - 1.2 * m_font;
        return m_plot.width() >= 2 * m_font;
    }

    std::string tickLabel(std::int64_t cents) const { return compact(m_cut + cents); }

    double yOf(std::int64_t cents) const {
        return m_plot.bottom - (double(cents) - double(m_axis.low)) / (double(m_axis.high) - double(m_axis.low)) * m_plot.height();
    }
    double bandWidth() const { return m_plot.width() / double(m_spec.xLabels.size()); }
    double bandCenter(std::size_t x) const { return m_plot.left + (double(x) + 0.5) * bandWidth(); }

    void drawGrid() {
        for (const auto tick : m_axis.ticks()) {
            const double y = yOf(tick);
            const bool isAxis = tick == 0;
            add(Shape::Line, isAxis ? InkRole::Axis : InkRole::Grid, {m_plot.left, m_plot.right}, {y, y}, isAxis ? 1.0 : 0.5);
            if (m_tickLabels) text(InkRole::MutedText, m_plot.left - 4, y + 0.3 * m_small, tickLabel(tick), m_small, TextAlign::Right);
        }
    }

    void drawXLabels() {
        if (labelLines() > 1) return drawWrappedLabels();
        double widest = 0;
        for (const auto& label : m_spec.xLabels) widest = std::max(widest, textWidth(label, m_small));
        const auto every = std::clamp<std::size_t>(std::size_t(std::ceil((widest + 4) / bandWidth())), 1, m_spec.xLabels.size());
        const double baseline = m_scene.height - 0.3 * m_font;
        for (std::size_t x = 0; x < m_spec.xLabels.size(); x += every) {
            const double center = bandCenter(x);
            const double room = std::min(double(every) * bandWidth() - 4, 2 * std::min(center, m_scene.width - center));
            const auto label = elided(m_spec.xLabels[x], room, m_small);
            if (!label.empty()) text(InkRole::MutedText, center, baseline, label, m_small, TextAlign::Center);
        }
    }

    void drawWrappedLabels() {
        const double first = m_scene.height - 0.3 * m_font - 1.2 * m_font * double(labelLines() - 1);
        for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) {
            const auto lines = wrapped(m_spec.xLabels[x], bandWidth() - 4, m_small, false, labelLines());
            for (std::size_t line = 0; line < lines.size(); ++line)
                text(InkRole::MutedText, bandCenter(x), first + 1.2 * m_font * double(line), lines[line], m_small, TextAlign::Center);
        }
    }

    // --- Data ---
    static std::string valueLabel(Money money) { return compact(money.cents()); }

    /// The box of a value label above (or, for a credit, below) the end of a bar.
    Box valueBox(double center, double end, bool below, double width) const {
        const double baseline = below ? end + m_font : end - 0.3 * m_font;
        return {center - width / 2, baseline - textAscent * m_small, center + width / 2, baseline + textDescent * m_small};
    }

    void drawValueLabel(double center, double end, Money value, bool strong = false) {
        const bool below = value.isNegative();
        text(InkRole::Text, center, below ? end + m_font : end - 0.3 * m_font, valueLabel(value), m_small, TextAlign::Center, strong);
    }

    struct Bar {
        Box box;
        Money value;
        double end = 0;
    };

    void drawGroups() {
        const auto count = double(std::max<std::size_t>(m_spec.series.size(), 1));
        const double slot = std::min(0.8 * bandWidth() / count, 60.0);
        const double barWidth = slot * (slot > 6 ? 0.92 : 1.0);
        std::vector<std::vector<Bar>> bars(m_spec.series.size());
        double widest = 0;
        for (std::size_t s = 0; s < m_spec.series.size(); ++s)
            for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) {
                const auto value = m_spec.series[s].values[x];
                const double left = bandCenter(x) + (double(s) - count / 2) * slot + (slot - barWidth) / 2;
                const double zero = yOf(0), end = yOf(value.cents());
                bars[s].push_back({{left, std::min(zero, end), left + barWidth, std::max(zero, end)}, value, end});
                if (value.isZero()) continue;
                datum(Shape::Rect, m_spec.series[s], int(s), x, {left, left + barWidth}, {bars[s][x].box.top, bars[s][x].box.bottom});
                widest = std::max(widest, textWidth(valueLabel(value), m_small));
            }
        if (widest + 2 <= slot) {
            for (const auto& series : bars)
                for (const auto& bar : series)
                    if (!bar.value.isZero()) drawValueLabel((bar.box.left + bar.box.right) / 2, bar.end, bar.value);
        } else {
            labelPeaks(bars);
        }
    }

    /// Where not every bar can have its figure: the highest of each series, as far as it covers nothing.
    void labelPeaks(const std::vector<std::vector<Bar>>& bars) {
        std::vector<Box> taken;
        for (const auto& series : bars) {
            if (series.empty()) continue;
            const auto peak = std::ranges::max_element(series, {}, [](const Bar& bar) { return bar.value; });
            if (peak->value <= Money()) continue;
            const double width = textWidth(valueLabel(peak->value), m_small);
            if (width > m_plot.width()) continue;
            const double center = std::clamp((peak->box.left + peak->box.right) / 2, m_plot.left + width / 2, m_plot.right - width / 2);
            const auto box = valueBox(center, peak->end, false, width);
            const auto hitsBar = [&](const auto& others) { return std::ranges::any_of(others, [&](const Bar& bar) { return bar.box.overlaps(box); }); };
            if (std::ranges::any_of(bars, hitsBar) || std::ranges::any_of(taken, [&](const Box& other) { return other.overlaps(box); })) continue;
            drawValueLabel(center, peak->end, peak->value);
            taken.push_back(box);
        }
    }

    void drawStacks() {
        const double barWidth = std::min(0.66 * bandWidth(), 60.0);
        double widest = 0;
        std::vector<Money> totals(m_spec.xLabels.size());
        std::vector<double> ends(m_spec.xLabels.size());
        for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) {
            std::int64_t up = 0, down = 0;
            const double left = bandCenter(x) - barWidth / 2;
            for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
                const auto value = m_spec.series[s].values[x];
                if (value.isZero()) continue;
                auto& base = value.isNegative() ? down : up;
                const double from = yOf(base), to = yOf(base + value.cents());
                base += value.cents();
                totals[x] += value;
                datum(Shape::Rect, m_spec.series[s], int(s), x, {left, left + barWidth}, {std::min(from, to), std::max(from, to)});
            }
            ends[x] = yOf(up);
            widest = std::max(widest, textWidth(valueLabel(totals[x]), m_small, true));
        }
        const bool labels = widest + 4 <= bandWidth();
        for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) {
            if (m_spec.outline) ends[x] = drawOutline(x, barWidth, ends[x]);
            if (!labels || totals[x].isZero()) continue;
            text(InkRole::Text, bandCenter(x), ends[x] - 0.3 * m_font, valueLabel(totals[x]), m_small, TextAlign::Center, true);
        }
    }

    /// A mark across the bar at the other scenario's total. Returns where the bar's own label may start.
    double drawOutline(std::size_t x, double barWidth, double end) {
        const double y = yOf(m_spec.outline->values[x].cents());
        const double reach = std::min(barWidth / 2 + 3, bandWidth() / 2);
        auto& mark = add(Shape::Line, InkRole::Outline, {bandCenter(x) - reach, bandCenter(x) + reach}, {y, y}, 1.5);
        mark.xIndex = int(x);
        mark.tooltip = fmt::format("{}, {}: {}", m_spec.xLabels[x], m_spec.outline->name, words::amount(m_spec.outline->values[x]));
        return y < end && y > end - 1.4 * m_font ? y : end;
    }

    /// The totals stand on the axis, the changes float between them, tied by thin lines.
    void drawWaterfall() {
        if (m_spec.series.empty()) return;
        const auto& series = m_spec.series.front();
        const double barWidth = std::min(0.66 * bandWidth(), 60.0);
        const auto last = m_spec.xLabels.size() - 1;
        std::int64_t running = 0;
        for (std::size_t x = 0; x <= last; ++x) {
            const auto value = series.values[x];
            const bool total = x == 0 || x == last;
            const double left = bandCenter(x) - barWidth / 2;
            const auto from = total ? m_cut : running, to = total ? value.cents() : running + value.cents();
            if (x) add(Shape::Line, InkRole::Axis, {bandCenter(x - 1) + barWidth / 2, left}, {yOf(running - m_cut), yOf(running - m_cut)}, 0.5);
            const double a = yOf(from - m_cut), b = yOf(to - m_cut);
            running = to;
            if (from == to) continue;
            auto& bar = datum(Shape::Rect, series, 0, x, {left, left + barWidth}, {std::min(a, b), std::max(a, b)});
            if (!total) bar.colorRole = value.isNegative() ? "change.less" : "change.more";
            if (total && m_cut) drawBreak(left, barWidth);
            const auto label = (total || value.isNegative() ? "" : "+") + compact(value.cents());
            if (textWidth(label, m_small, total) + 2 <= bandWidth())
                text(InkRole::Text, bandCenter(x), std::min(a, b) - 0.3 * m_font, label, m_small, TextAlign::Center, total);
        }
    }

    /// Two strokes across the foot of a bar that does not start at zero.
    void drawBreak(double left, double barWidth) {
        const double y = m_plot.bottom - 0.9 * m_font;
        for (const double lower : {0.0, 0.35 * m_font})
            add(Shape::Line, InkRole::Paper, {left, left + barWidth}, {y + lower + 0.2 * m_font, y + lower - 0.2 * m_font}, 1.5);
    }

    double lineLabelWidth() const {
        double widest = 0;
        for (const auto& series : m_spec.series) widest = std::max(widest, textWidth(series.name, m_small));
        return std::min(widest, m_scene.width * 0.25);
    }

    void drawLines() {
        for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
            const auto& series = m_spec.series[s];
            std::vector<double> xs, ys;
            for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) {
                xs.push_back(bandCenter(x));
                ys.push_back(yOf(series.values[x].cents()));
            }
            auto& line = add(Shape::Polyline, InkRole::Series, xs, ys, 2);
            line.colorRole = series.colorRole;
            line.seriesIndex = int(s);
            const double half = std::min({2.5, m_font / 4, bandWidth() / 2});
            for (std::size_t x = 0; x < xs.size(); ++x) datum(Shape::Rect, series, int(s), x, {xs[x] - half, xs[x] + half}, {ys[x] - half, ys[x] + half});
        }
        if (labelsLinesDirectly()) labelLineEnds();
        labelMarks();
    }

    /// A larger dot and words above or below the line, wherever they lie on nothing else.
    void labelMarks() {
        if (m_spec.series.empty()) return;
        const auto& series = m_spec.series.front();
        std::vector<Box> taken;
        for (const auto& mark : m_spec.marks) {
            if (mark.x >= series.values.size()) continue;
            const double x = bandCenter(mark.x), y = yOf(series.values[mark.x].cents()), half = std::min({4.0, m_font / 2, bandWidth() / 2});
            datum(Shape::Rect, series, 0, mark.x, {x - half, x + half}, {std::max(y - half, 0.0), std::min(y + half, m_scene.height)});
            const double width = textWidth(mark.text, m_small, true);
            if (width > m_plot.width()) continue;
            const double center = std::clamp(x, m_plot.left + width / 2, m_plot.right - width / 2);
            for (const double baseline : {y - half - 0.4 * m_font, y + half + 1.2 * m_font}) {
                const Box box{center - width / 2, baseline - textAscent * m_small, center + width / 2, baseline + textDescent * m_small};
                const bool inside = box.top >= m_plot.top - abovePlot() && box.bottom <= m_plot.bottom;
                if (!inside || std::ranges::any_of(taken, [&](const Box& other) { return other.overlaps(box); }) || hitsLine(box)) continue;
                text(InkRole::Text, center, baseline, mark.text, m_small, TextAlign::Center, true);
                taken.push_back(box);
                break;
            }
        }
    }

    /// Whether a point of a line, or the middle between two, lies in a box.
    bool hitsLine(const Box& box) const {
        constexpr int stepsBetween = 8;
        for (const auto& series : m_spec.series)
            for (std::size_t x = 0; x + 1 < series.values.size(); ++x)
                for (int step = 0; step <= stepsBetween; ++step) {
                    const double share = double(step) / stepsBetween;
                    const double px = bandCenter(x) + share * bandWidth();
                    const double py = yOf(series.values[x].cents()) * (1 - share) + yOf(series.values[x + 1].cents()) * share;
                    if (px > box.left && px < box.right && py > box.top && py < box.bottom) return true;
                }
        return false;
    }

    /// Names at the right end of the lines, pushed apart where lines end close together.
    void labelLineEnds() {
        struct End {
            const ChartSeries* series;
            double y, labelY;
        };
        std::vector<End> ends;
        for (const auto& series : m_spec.series) ends.push_back({&series, yOf(series.values.back().cents()), 0});
        std::ranges::stable_sort(ends, {}, &End::y);
        const double step = 1.15 * m_font;
        for (std::size_t i = 0; i < ends.size(); ++i) ends[i].labelY = i ? std::max(ends[i].y, ends[i - 1].labelY + step) : ends[i].y;
        double lowest = m_scene.height - 1.6 * m_font;
        for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
            end->labelY = std::min(end->labelY, lowest);
            lowest = end->labelY - step;
        }
        const double x = bandCenter(m_spec.xLabels.size() - 1), labelX = m_scene.width - lineLabelWidth();
        for (const auto& end : ends) {
            add(Shape::Line, InkRole::Series, {x, labelX - 3}, {end.y, end.labelY}, 0.75).colorRole = end.series->colorRole;
            const auto name = elided(end.series->name, lineLabelWidth(), m_small);
            if (!name.empty()) text(InkRole::Text, labelX, end.labelY + 0.3 * m_small, name, m_small, TextAlign::Left);
        }
    }

    ChartRange m_range;
    std::int64_t m_cut; ///< cents at the foot of the axis
    ChartAxis m_axis;
    Box m_plot;
    bool m_tickLabels = false;
};

} // namespace

ChartScene layoutChart(const ChartSpec& spec, double width, double height, double fontSize) {
    for ([[maybe_unused]] const auto& series : spec.series) assert(series.values.size() == spec.xLabels.size());
    assert(!spec.outline || spec.outline->values.size() == spec.xLabels.size());
    if (spec.kind == ChartKind::HorizontalBars) return layoutHorizontalBars(spec, width, height, fontSize);
    return ChartLayout(spec, width, height, fontSize).run();
}

} // namespace tco
