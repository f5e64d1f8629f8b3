// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only painter of charts: the screen, the PDF and the report preview use it.

#include <QColor>
#include <QFont>

#include "tco/report/chart.hpp"

class QPainter;
class QPalette;

namespace tco {

/// Colours and font for chart ink; from the window's palette on screen, fixed in print.
struct ChartTheme {
    QColor text, mutedText, axis, grid, outline, background;
    QFont font; ///< family only; sizes come from the primitives

    static ChartTheme print(const QFont& font);
    static ChartTheme screen(const QPalette& palette, const QFont& font);
    /// Okabe–Ito colours, fixed per category; scenarios have a second, ordered set.
    static QColor series(const std::string& colorRole);
};

/// Draws the scene with its top left corner at the painter's origin, one unit per point.
void paintChart(QPainter& painter, const ChartScene& scene, const ChartTheme& theme);

/// The primitive under a point (scene coordinates), topmost first; -1 when none reacts.
int primitiveAt(const ChartScene& scene, double x, double y);

} // namespace tco
