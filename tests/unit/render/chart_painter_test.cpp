// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <algorithm>
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QPalette>

#include "application.hpp"
#include "support/comparisons.hpp"
#include "tco/render/chart_painter.hpp"
#include "tco/report/report.hpp"

using namespace tco;

namespace {

double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, 1.4.3.
double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

ChartScene yearlyScene() { return layoutChart(yearlyChart(test::chromebookComparison()), 500, 200); }

} // namespace

TEST_CASE("A bar has its colour on the page and answers at its place") {
    test::needApplication();
    const auto scene = yearlyScene();
    QImage image(500, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintChart(painter, scene, ChartTheme::print(QFont()));
    painter.end();
    int bars = 0;
    for (std::size_t i = 0; i < scene.primitives.size(); ++i) {
        const auto& primitive = scene.primitives[i];
        if (primitive.tooltip.empty()) continue;
        const double x = (primitive.xs[0] + primitive.xs[1]) / 2, y = (primitive.ys[0] + primitive.ys[1]) / 2;
        CHECK(primitiveAt(scene, x, y) == int(i));
        CHECK(image.pixelColor(int(x), int(y)) == ChartTheme::series(primitive.colorRole));
        ++bars;
    }
    CHECK(bars == 10);
    CHECK(primitiveAt(scene, 1, 1) == -1);
}

TEST_CASE("Text on paper has contrast, and no two series share a colour") {
    test::needApplication();
    const auto theme = ChartTheme::print(QFont());
    for (const auto& color : {theme.text, theme.mutedText}) CHECK(contrast(color, theme.background) >= 4.5);
    const auto screen = ChartTheme::screen(QPalette(Qt::black, QColor(0x30, 0x30, 0x30)), QFont());
    CHECK(contrast(screen.text, screen.background) >= 3);

    std::vector<QRgb> seen;
    for (std::size_t c = 0; c < costCategoryCount; ++c) seen.push_back(ChartTheme::series("category." + std::string(key(CostCategory(c)))).rgb());
    std::ranges::sort(seen);
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
    CHECK(ChartTheme::series("scenario.0") != ChartTheme::series("scenario.1"));
}
