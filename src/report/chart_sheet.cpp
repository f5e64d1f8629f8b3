// SPDX-License-Identifier: Apache-2.0
#include "chart_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {

ChartPrimitive& ChartSheet::add(Shape shape, InkRole role, std::vector<double> xs, std::vector<double> ys, double stroke) {
    ChartPrimitive primitive;
    primitive.shape = shape;
    primitive.role = role;
    primitive.xs = std::move(xs);
    primitive.ys = std::move(ys);
    primitive.strokeWidth = stroke;
    m_scene.primitives.push_back(std::move(primitive));
    return m_scene.primitives.back();
}

ChartPrimitive& ChartSheet::text(InkRole role, double x, double baseline, const std::string& words, double size, TextAlign align, bool bold) {
    auto& primitive = add(Shape::Text, role, {x}, {baseline});
    primitive.text = words;
    primitive.fontSize = size;
    primitive.bold = bold;
    primitive.align = align;
    return primitive;
}

ChartPrimitive& ChartSheet::datum(Shape shape, const ChartSeries& series, int seriesIndex, std::size_t x, std::vector<double> xs, std::vector<double> ys,
                                  double stroke) {
    auto& primitive = add(shape, InkRole::Series, std::move(xs), std::move(ys), stroke);
    primitive.colorRole = series.colorRole;
    primitive.seriesIndex = seriesIndex;
    primitive.xIndex = int(x);
    primitive.tooltip = fmt::format("{}, {}: {}", m_spec.xLabels[x], series.name, words::amount(series.values[x]));
    return primitive;
}

std::string ChartSheet::compact(std::int64_t cents) { return display(Money::fromCents(cents), MoneyStyle::Compact); }

double ChartSheet::placeHead(double frame, bool withKey) {
    const auto key = withKey ? keyLines() : std::vector<std::vector<KeyItem>>();
    const auto title = wrapped(m_spec.title, m_scene.width, titleSize(), true, 3);
    const double titleHeight = double(title.size()) * 1.3 * titleSize() + 0.3 * m_font, keyHeight = double(key.size()) * keyLineHeight();
    double top = 0;
    if (frame + keyHeight + titleHeight <= m_scene.height) {
        for (const auto& line : title) {
            text(InkRole::Text, 0, top + titleSize() * textAscent, line, titleSize(), TextAlign::Left, true);
            top += 1.3 * titleSize();
        }
        if (!title.empty()) top += 0.3 * m_font;
    }
    return frame + keyHeight <= m_scene.height ? placeKey(key, top) : top;
}

std::vector<std::vector<ChartSheet::KeyItem>> ChartSheet::keyLines() const {
    const double width = m_scene.width;
    std::vector<std::vector<KeyItem>> lines;
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

double ChartSheet::placeKey(const std::vector<std::vector<KeyItem>>& lines, double top) {
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

} // namespace tco
