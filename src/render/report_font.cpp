// SPDX-License-Identifier: Apache-2.0
#include "report_font.hpp"

#include <algorithm>
#include <cmath>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>
#include <QtGlobal>

static void loadFontResource() { Q_INIT_RESOURCE(fonts); } // a static library's resources do not register themselves

namespace tco {
namespace {

QString loadFamily() {
    loadFontResource();
    QString family;
    for (const char* file : {":/tco/fonts/DistrictTCOSans-Regular.ttf", ":/tco/fonts/DistrictTCOSans-Bold.ttf"}) {
        const int id = QFontDatabase::addApplicationFont(QString::fromLatin1(file));
        Q_ASSERT(id >= 0);
        family = QFontDatabase::applicationFontFamilies(id).value(0);
    }
    return family;
}

QFont fontOf(const TextStyle& style) {
    QFont font = reportFont();
    font.setPixelSize(int(std::lround(style.size * fontScale)));
    font.setBold(style.bold);
    return font;
}

QString withoutEndSpace(QString text) {
    while (text.endsWith(QLatin1Char(' '))) text.chop(1);
    return text;
}

} // namespace

QFont reportFont() {
    static const QString family = loadFamily();
    QFont font(family);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

QString printable(const std::string& text) {
    static const QRawFont glyphs = QRawFont::fromFont(fontOf({}));
    QString out;
    for (const char32_t c : QString::fromStdString(text).toUcs4()) {
        switch (QChar::category(c)) {
        case QChar::Separator_Space:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Other_Control: out += QLatin1Char(' '); continue;
        case QChar::Other_Format: continue; // soft hyphen, joiners, marks of direction
        default: break;
        }
        if (c >= 0xFE00 && c <= 0xFE0F) continue; // variation selectors
        out += glyphs.supportsCharacter(c) ? QString::fromUcs4(&c, 1) : QStringLiteral("?");
    }
    return out;
}

double widthOf(const QString& text, const TextStyle& style) { return QFontMetricsF(fontOf(style)).horizontalAdvance(text) / fontScale; }

double widestWord(const QString& text, const TextStyle& style) {
    double widest = 0;
    for (const auto& word : text.split(QLatin1Char(' '))) widest = std::max(widest, widthOf(word, style));
    return widest;
}

std::vector<TextLine> breakLines(const QString& text, const TextStyle& style, double width) {
    if (const double natural = widthOf(text, style); natural <= width) return {{text, natural}};
    QTextLayout layout(text, fontOf(style));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    std::vector<TextLine> lines;
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0) * fontScale);
        const auto part = text.mid(line.textStart(), line.textLength());
        lines.push_back({part, widthOf(withoutEndSpace(part), style)});
    }
    layout.endLayout();
    return lines;
}

void paintLine(QPainter& painter, QPointF at, const QString& text, const TextStyle& style) {
    painter.save();
    painter.setFont(fontOf(style));
    painter.setPen(style.color);
    painter.translate(at);
    painter.scale(1 / fontScale, 1 / fontScale);
    painter.drawText(QPointF(0, 0), text);
    painter.restore();
}

} // namespace tco
