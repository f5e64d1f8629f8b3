// SPDX-License-Identifier: Apache-2.0

// Bars that lie, for labels that are too long to stand below upright bars.

#include "chart_sheet.hpp"

#include <algorithm>

namespace tco {
namespace {

class HorizontalLayout : public ChartSheet {
  public:
    using ChartSheet::ChartSheet;

    ChartScene run() {
        const auto rows = double(m_spec.xLabels.size());
        const double top = placeHead(rows * 1.3 * m_font, m_spec.series.size() > 1);
        m_plot = {0, top + 0.4 * m_font, m_scene.width, m_scene.height};
        if (m_spec.xLabels.empty() || m_spec.series.empty() || m_plot.height() < m_font || m_plot.width() < 4 * m_font) return std::move(m_scene);
        m_withTexts = m_plot.height() / rows >= 1.3 * m_font;
        placeColumns();
        add(Shape::Line, InkRole::Axis, {xOf(0), xOf(0)}, {m_plot.top, m_plot.bottom}, 1.0);
        for (std::size_t x = 0; x < m_spec.xLabels.size(); ++x) drawRow(x);
        return std::move(m_scene);
    }

  private:
    /// Labels, then room for figures left of the longest credit and right of the longest bar.
    void placeColumns() {
        double labels = 0, figures = 0;
        for (const auto& label : m_spec.xLabels) labels = std::max(labels, textWidth(label, m_small));
        for (const auto& series : m_spec.series)
            for (const auto value : series.values) {
                m_low = std::min(m_low, value.cents());
                m_high = std::max(m_high, value.cents());
                figures = std::max(figures, textWidth(compact(value.cents()), m_small) + 6);
            }
        if (m_low == m_high) m_high = 1;
        m_labelWidth = m_withTexts ? std::min(labels, 0.45 * m_scene.width) : 0;
        m_plot.left = m_labelWidth + (m_withTexts ? 8 : 0);
        m_withFigures = m_withTexts && rowHeight() / double(m_spec.series.size()) >= 0.9 * m_font && m_plot.width() >= 3 * figures;
        if (m_withFigures && m_low < 0) m_plot.left += figures;
        if (m_withFigures && m_high > 0) m_plot.right -= figures;
        m_plot.left = std::min(m_plot.left, m_scene.width);
        m_plot.right = std::max(m_plot.right, m_plot.left);
    }

    double rowHeight() const { return m_plot.height() / double(m_spec.xLabels.size()); }
    double xOf(std::int64_t cents) const { return m_plot.left + (double(cents) - double(m_low)) / (double(m_high) - double(m_low)) * m_plot.width(); }

    void drawRow(std::size_t x) {
        const double top = m_plot.top + double(x) * rowHeight(), gap = 0.12 * rowHeight();
        const double barHeight = (rowHeight() - 2 * gap) / double(m_spec.series.size());
        if (m_withTexts) {
            const auto label = elided(m_spec.xLabels[x], m_labelWidth, m_small);
            if (!label.empty()) text(InkRole::Text, 0, top + rowHeight() / 2 + 0.3 * m_small, label, m_small, TextAlign::Left);
        }
        for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
            const auto value = m_spec.series[s].values[x];
            if (value.isZero()) continue;
            const double barTop = top + gap + double(s) * barHeight, zero = xOf(0), end = xOf(value.cents());
            datum(Shape::Rect, m_spec.series[s], int(s), x, {std::min(zero, end), std::max(zero, end)}, {barTop, barTop + barHeight});
            if (!m_withFigures) continue;
            const double size = std::min(m_small, barHeight / 1.05);
            text(InkRole::Text, value.isNegative() ? end - 3 : end + 3, barTop + barHeight / 2 + 0.3 * size, compact(value.cents()), size,
                 value.isNegative() ? TextAlign::Right : TextAlign::Left);
        }
    }

    ChartBox m_plot;
    std::int64_t m_low = 0, m_high = 0;
    double m_labelWidth = 0;
    bool m_withTexts = false, m_withFigures = false;
};

} // namespace

ChartScene layoutHorizontalBars(const ChartSpec& spec, double width, double height, double fontSize) {
    return HorizontalLayout(spec, width, height, fontSize).run();
}

} // namespace tco
