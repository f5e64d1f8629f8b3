// SPDX-License-Identifier: Apache-2.0
#include "tco/render/chart_painter.hpp"

#include <algorithm>
#include <array>

#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QPolygonF>

#include "tco/report/text_measure.hpp"

namespace tco {
namespace {

struct NamedColor {
    const char* role;
    QRgb color;
};

// Okabe and Ito's set, safe for colour-blind readers, plus a grey; the order of the categories is fixed.
constexpr std::array<NamedColor, 9> categoryColors{{{"category.network", 0xff0072b2},
                                                    {"category.devices", 0xffe69f00},
                                                    {"category.servers_and_cloud", 0xff56b4e9},
                                                    {"category.software", 0xff009e73},
                                                    {"category.services", 0xfff0e442},
                                                    {"category.staff", 0xffcc79a7},
                                                    {"category.security", 0xffd55e00},
                                                    {"category.user_time", 0xff999999},
                                                    {"category.financing", 0xff333333}}};

// Blue and orange first: far apart in lightness too, so that a grey printout still tells them apart.
constexpr std::array<QRgb, 6> scenarioColors{0xff0072b2, 0xffe69f00, 0xff009e73, 0xffcc79a7, 0xff56b4e9, 0xffd55e00};

const QColor& inkOf(const ChartTheme& theme, InkRole role) {
    switch (role) {
    case InkRole::Text: return theme.text;
    case InkRole::MutedText: return theme.mutedText;
    case InkRole::Axis: return theme.axis;
    case InkRole::Grid: return theme.grid;
    case InkRole::Outline: return theme.outline;
    case InkRole::Paper: return theme.background;
    case InkRole::Series: break;
    }
    return theme.text;
}

QColor blend(const QColor& a, const QColor& b, double share) {
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share), float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

QRectF rectOf(const ChartPrimitive& primitive) {
    return QRectF(QPointF(primitive.xs[0], primitive.ys[0]), QPointF(primitive.xs[1], primitive.ys[1])).normalized();
}

void paintText(QPainter& painter, const ChartPrimitive& primitive, const ChartTheme& theme) {
    QFont font = theme.font;
    font.setBold(primitive.bold);
    font.setPointSizeF(primitive.fontSize);
    // One unit is one point, whatever the resolution of the device behind the painter.
    const double devicePoint = painter.device()->logicalDpiY() / 72.0;
    const auto text = QString::fromStdString(primitive.text);
    const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(text) / devicePoint;
    const double room = textWidth(primitive.text, primitive.fontSize, primitive.bold);
    const double squeeze = width > room && room > 0 ? room / width : 1.0; // a wider font on the screen must not overlap
    double x = primitive.xs[0];
    if (primitive.align == TextAlign::Right) x -= width * squeeze;
    if (primitive.align == TextAlign::Center) x -= width * squeeze / 2;
    painter.save();
    painter.setFont(font);
    painter.setPen(inkOf(theme, primitive.role));
    painter.translate(x, primitive.ys[0]);
    painter.scale(squeeze / devicePoint, 1 / devicePoint);
    painter.drawText(QPointF(0, 0), text);
    painter.restore();
}

/// With a darker edge inside: the lighter of the colours alone have too little contrast to the paper.
void paintBar(QPainter& painter, const QRectF& box, const QColor& color) {
    constexpr double edge = 0.6;
    painter.fillRect(box, color.darker(170));
    if (box.width() > 2 * edge && box.height() > 2 * edge) painter.fillRect(box.adjusted(edge, edge, -edge, -edge), color);
}

void paintPrimitive(QPainter& painter, const ChartPrimitive& primitive, const ChartTheme& theme) {
    const auto color = primitive.role == InkRole::Series ? ChartTheme::series(primitive.colorRole) : inkOf(theme, primitive.role);
    switch (primitive.shape) {
    case ChartPrimitive::Shape::Rect: paintBar(painter, rectOf(primitive), color); return;
    case ChartPrimitive::Shape::Line:
        painter.setPen(QPen(color, primitive.strokeWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(primitive.xs[0], primitive.ys[0]), QPointF(primitive.xs[1], primitive.ys[1]));
        return;
    case ChartPrimitive::Shape::Polyline: {
        QPolygonF points;
        for (std::size_t i = 0; i < primitive.xs.size(); ++i) points << QPointF(primitive.xs[i], primitive.ys[i]);
        painter.setPen(QPen(color, primitive.strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(points);
        return;
    }
    case ChartPrimitive::Shape::Text: paintText(painter, primitive, theme); return;
    }
}

} // namespace

ChartTheme ChartTheme::print(const QFont& font) {
    return {QColor(0x1f, 0x29, 0x33), QColor(0x52, 0x5f, 0x6b), QColor(0x52, 0x5f, 0x6b), QColor(0xd9, 0xde, 0xe3), QColor(0x1f, 0x29, 0x33), Qt::white, font};
}

ChartTheme ChartTheme::screen(const QPalette& palette, const QFont& font) {
    const auto base = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
    return {text, blend(text, base, 0.3), blend(text, base, 0.4), blend(text, base, 0.85), text, base, font};
}

QColor ChartTheme::series(const std::string& colorRole) {
    for (const auto& [role, color] : categoryColors)
        if (colorRole == role) return QColor(color);
    if (colorRole == "change.more") return QColor(0xd5, 0x5e, 0x00);
    if (colorRole == "change.less") return QColor(0x00, 0x9e, 0x73);
    static const std::string scenario = "scenario.";
    if (colorRole.starts_with(scenario) && colorRole.size() == scenario.size() + 1) {
        const auto index = std::size_t(colorRole.back() - '0');
        if (index < scenarioColors.size()) return QColor(scenarioColors[index]);
    }
    return QColor(0x66, 0x66, 0x66);
}

void paintChart(QPainter& painter, const ChartScene& scene, const ChartTheme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& primitive : scene.primitives) paintPrimitive(painter, primitive, theme);
    painter.restore();
}

int primitiveAt(const ChartScene& scene, double x, double y) {
    constexpr double reach = 3; // points around a thin line or a small mark
    for (int i = int(scene.primitives.size()) - 1; i >= 0; --i) {
        const auto& primitive = scene.primitives[std::size_t(i)];
        if (primitive.tooltip.empty()) continue;
        auto box = rectOf(primitive);
        const double dx = std::max(0.0, reach - box.width() / 2), dy = std::max(0.0, reach - box.height() / 2);
        if (box.adjusted(-dx, -dy, dx, dy).contains(x, y)) return i;
    }
    return -1;
}

} // namespace tco
