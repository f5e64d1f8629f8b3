// SPDX-License-Identifier: Apache-2.0
#pragma once

// The font that ships with the program, so that a report looks the same on every machine, and text set in it.
// Pages count in points; QFont takes whole pixels, so fonts are made larger by fontScale and painted smaller.

#include <string>
#include <vector>

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace tco {

inline constexpr double fontScale = 20;

/// The family to give to a ChartTheme. Needs a QGuiApplication.
QFont reportFont();

struct TextStyle {
    double size = 9; ///< points
    bool bold = false;
    QColor color = Qt::black;

    double lineHeight() const { return 1.35 * size; }
    double ascent() const { return 1.05 * size; } ///< from the top of a line to its baseline
};

/// Text that the report font can show: odd spaces become plain ones, and a character without a glyph
/// becomes “?”, so that no other font ever gets into the PDF.
QString printable(const std::string& text);

/// One line of text. A broken line keeps the space at its end, so that text read back has it.
struct TextLine {
    QString text;
    double width = 0; ///< points, without the space at the end
};

double widthOf(const QString& text, const TextStyle& style);
/// The widest word: a column narrower than this breaks inside words.
double widestWord(const QString& text, const TextStyle& style);
/// Breaks at spaces, inside a word only where the word alone is too wide. At least one line.
std::vector<TextLine> breakLines(const QString& text, const TextStyle& style, double width);

/// Paints one line with its baseline at `at`, in points.
void paintLine(QPainter& painter, QPointF at, const QString& text, const TextStyle& style);

} // namespace tco
