// SPDX-License-Identifier: Apache-2.0
#include "gui/app/plain_text.hpp"

#include <QLabel>
#include <QTextDocument>

namespace tco {

QLabel* makeLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QString plainToolTip(const QString& text) {
    // A tool tip guesses; only as HTML is it sure to show what looks like HTML.
    return Qt::mightBeRichText(text) ? QStringLiteral("<span style=\"white-space: pre-wrap\">%1</span>").arg(text.toHtmlEscaped()) : text;
}

QString withoutKey(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

QString breakable(const QString& text) {
    constexpr int longest = 40;
    constexpr QChar breakHere(0x200B);
    QString result;
    int length = 0;
    for (const auto letter : text) {
        length = letter.isSpace() ? 0 : length + 1;
        // Never between the halves of one character.
        if (length > longest && !letter.isLowSurrogate() && !letter.isMark()) {
            result += breakHere;
            length = 1;
        }
        result += letter;
    }
    return result;
}

} // namespace tco
