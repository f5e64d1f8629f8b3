// SPDX-License-Identifier: Apache-2.0
#pragma once

// What all layouts of charts share: ink, title and key. Doubles are for places on paper only. When the scene is small,
// parts go in this order: title, key, tick labels.

#include <vector>

#include "tco/report/chart.hpp"
#include "tco/report/text_measure.hpp"

namespace tco {

struct ChartBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool overlaps(const ChartBox& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
};

class ChartSheet {
  public:
    ChartSheet(const ChartSpec& spec, double width, double height, double fontSize)
        : m_spec(spec), m_font(fontSize), m_small(fontSize * 0.9), m_scene{width, height, {}} {}

  protected:
    using Shape = ChartPrimitive::Shape;

    ChartPrimitive& add(Shape shape, InkRole role, std::vector<double> xs, std::vector<double> ys, double stroke = 0);
    ChartPrimitive& text(InkRole role, double x, double baseline, const std::string& words, double size, TextAlign align, bool bold = false);
    ChartPrimitive& datum(Shape shape, const ChartSeries& series, int seriesIndex, std::size_t x, std::vector<double> xs, std::vector<double> ys,
                          double stroke = 0);

    /// Title and key, as far as `frame` points are left below them. Returns where the rest starts.
    double placeHead(double frame, bool withKey);

    static std::string compact(std::int64_t cents);
    double titleSize() const { return 1.2 * m_font; }

    const ChartSpec& m_spec;
    double m_font, m_small;
    ChartScene m_scene;

  private:
    struct KeyItem {
        const ChartSeries* series;
        bool outline;
        std::string name;
        double width;
    };
    std::vector<std::vector<KeyItem>> keyLines() const;
    double placeKey(const std::vector<std::vector<KeyItem>>& lines, double top);
    double keyLineHeight() const { return 1.5 * m_font; }
};

/// Bars that lie: labels on the left, zero as a line, figures at the ends of the bars.
ChartScene layoutHorizontalBars(const ChartSpec& spec, double width, double height, double fontSize);

} // namespace tco
