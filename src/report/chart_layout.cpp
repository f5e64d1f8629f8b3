// SPDX-License-Identifier: Apache-2.0

// From numbers to ink: title, key, axis, bars or lines, labels. Doubles are for places on paper only.
// When the scene is small, parts go in this order: title, key, tick labels.

#include "tco/report/chart.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "chart_axis.hpp"
#include "tco/report/text_measure.hpp"
#include "words.hpp"

namespace tco {
namespace {

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool overlaps(const Box& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
};

using Shape = ChartPrimitive::Shape;

class ChartLayout {
  public:
    ChartLayout(const ChartSpec& spec, double width, double height, double fontSize)
        : m_spec(spec), m_font(fontSize), m_small(fontSize * 0.9), m_scene{width, height, {}}, m_range(rangeOf(spec)) {}

    ChartScene run() {
        const auto key = keyLines(m_scene.width);
        const auto title = wrapped(m_spec.title, m_scene.width, titleSize(), true, 3);
        const double frame = belowPlot() + abovePlot() + 5 * m_font;
        const double titleHeight = double(title.size()) * 1.3 * titleSize() + 0.3 * m_font, keyHeight = double(key.size()) * keyLineHeight();
        const bool withKey = frame + keyHeight <= m_scene.height;
        const bool withTitle = frame + keyHeight + titleHeight <= m_scene.height;
        double top = 0;
        if (withTitle)
            for (const auto& line : title) {
                text(InkRole::Text, 0, top + titleSize() * textAscent, line, titleSize(), TextAlign::Left, true);
                top += 1.3 * titleSize();
            }
        if (withTitle && !title.empty()) top += 0.3 * m_font;
        if (withKey) top = placeKey(key, top);
        if (placePlot(top)) {
            drawGrid();
            drawXLabels();
            switch (m_spec.kind) {
            case ChartKind::GroupedBars: drawGroups(); break;
            case ChartKind::StackedBars: drawStacks(); break;
            case ChartKind::Lines: drawLines(); break;
            }
        }
        return std::move(m_scene);
    }

  private:
    // --- Ink ---
    ChartPrimitive& add(Shape shape, InkRole role, std::vector<double> xs, std::vector<double> ys, double stroke = 0) {
        ChartPrimitive primitive;
        primitive.shape = shape;
        primitive.role = role;
        primitive.xs = std::move(xs);
        primitive.ys = std::move(ys);
        primitive.strokeWidth = stroke;
        m_scene.primitives.push_back(std::move(primitive));
        return m_scene.primitives.back();
    }

    ChartPrimitive& text(InkRole role, double x, double baseline, const std::string& words, double size, TextAlign align, bool bold = false) {
        auto& primitive = add(Shape::Text, role, {x}, {baseline});
        primitive.text = words;
        primitive.fontSize = size;
        primitive.bold = bold;
        primitive.align = align;
        return primitive;
    }

    ChartPrimitive& datum(Shape shape, const ChartSeries& series, int seriesIndex, std::size_t x, std::vector<double> xs, std::vector<double> ys,
                          double stroke = 0) {
        auto& primitive = add(shape, InkRole::Series, std::move(xs), std::move(ys), stroke);
        primitive.colorRole = series.colorRole;
        primitive.seriesIndex = seriesIndex;
        primitive.xIndex = int(x);
        primitive.tooltip = fmt::format("{}, {}: {}", m_spec.xLabels[x], series.name, words::amount(series.values[x]));
        return primitive;
    }

    // --- Frame ---
    double titleSize() const { return 1.2 * m_font; }
    double keyLineHeight() const { return 1.5 * m_font; }
    double abovePlot() const { return 1.3 * m_font; }
    double belowPlot() const { return 1.8 * m_font + (m_range.low < 0 ? 1.3 * m_font : 0); }

    struct KeyItem {
        const ChartSeries* series;
        bool outline;
        std::string name;
        double width;
    };

    bool labelsLinesDirectly() const {
        return m_spec.kind == ChartKind::Lines && m_spec.series.size() <= 4 && m_scene.width >= 30 * m_font && m_scene.height >= 9 * m_font;
    }

    std::vector<std::vector<KeyItem>> keyLines(double width) const {
        std::vector<std::vector<KeyItem>> lines;
        const bool single = m_spec.series.size() == 1 && !m_spec.outline && m_spec.kind != ChartKind::StackedBars;
        if (single || labelsLinesDirectly()) return lines;
        double used = width;
        const auto place = [&](const ChartSeries& series, bool outline) {
            const double swatch = 1.3 * m_font;
            const auto name = elided(series.name, width - swatch, m_small);
            const double itemWidth = swatch + textWidth(name, m_small) + 1.5 * m_font;
            if (lines.empty() || used + itemWidth - 1.5 * m_font > width) {
                lines.emplace_back();
                used = 0;
            }
            lines.back().push_back({&series, outline, name, itemWidth});
            used += itemWidth;
        };
        for (const auto& series : m_spec.series) place(series, false);
        if (m_spec.outline) place(*m_spec.outline, true);
        return lines;
    }

    double placeKey(const std::vector<std::vector<KeyItem>>& lines, double top) {
        for (const auto& line : lines) {
            double x = 0;
            const double baseline = top + m_font;
            for (const auto& item : line) {
                const double side = std::min(0.8 * m_font, m_scene.width);
                if (item.outline)
                    add(Shape::Line, InkRole::Outline, {x, x + side}, {baseline - 0.35 * m_font, baseline - 0.35 * m_font}, 1.5);
                else
                    add(Shape::Rect, InkRole::Series, {x, x + side}, {baseline - 0.75 * m_font, baseline + 0.05 * m_font}).colorRole = item.series->colorRole;
                if (!item.name.empty()) text(InkRole::Text, x + 1.3 * m_font, baseline, item.name, m_small, TextAlign::Left);
                x += item.width;
            }
            top += keyLineHeight();
        }
        return top;
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

    static std::string tickLabel(std::int64_t cents) { return display(Money::fromCents(cents), MoneyStyle::Compact); }

    double yOf(std::int64_t cents) const {
        return m_plot.bottom - (double(cents) - double(m_axis.low)) / (double(m_axis.high) - double(m_axis.low)) * m_plot.height();
    }
    double bandWidth() const { return m_plot.width() / double(m_spec.xLabels.size()); }
    double bandCenter(std::size_t x) const { return m_plot.left + (double(x) + 0.5) * bandWidth(); }

    void drawGrid() {
        for (const auto tick : m_axis.ticks()) {
            const double y = yOf(tick);
            add(Shape::Line, tick ? InkRole::Grid : InkRole::Axis, {m_plot.left, m_plot.right}, {y, y}, tick ? 0.5 : 1.0);
            if (m_tickLabels) text(InkRole::MutedText, m_plot.left - 4, y + 0.3 * m_small, tickLabel(tick), m_small, TextAlign::Right);
        }
    }

    void drawXLabels() {
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

    // --- Data ---
    static std::string valueLabel(Money money) { return display(money, MoneyStyle::Compact); }

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

    const ChartSpec& m_spec;
    double m_font, m_small;
    ChartScene m_scene;
    ChartRange m_range;
    ChartAxis m_axis;
    Box m_plot;
    bool m_tickLabels = false;
};

} // namespace

ChartScene layoutChart(const ChartSpec& spec, double width, double height, double fontSize) {
    for ([[maybe_unused]] const auto& series : spec.series) assert(series.values.size() == spec.xLabels.size());
    assert(!spec.outline || spec.outline->values.size() == spec.xLabels.size());
    return ChartLayout(spec, width, height, fontSize).run();
}

} // namespace tco
