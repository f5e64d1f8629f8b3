// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/figure_button.hpp"

#include <algorithm>

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include "gui/app/plain_text.hpp"

namespace tco {
namespace {
constexpr int padding = 4;
}

FigureButton::FigureButton(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void FigureButton::setLarge(bool large) {
    m_large = large;
    updateGeometry();
}

void FigureButton::setFigure(const QString& caption, const QString& value, const QString& toolTip) {
    m_caption = caption;
    m_value = value;
    setAccessibleName(QStringLiteral("%1: %2").arg(caption, value));
    if (!toolTip.isEmpty()) setToolTip(plainToolTip(toolTip));
    updateGeometry();
    update();
}

QFont FigureButton::captionFont() const {
    auto result = font();
    if (!m_large) result.setPointSizeF(std::max(7.0, result.pointSizeF() - 1));
    return result;
}

QFont FigureButton::valueFont() const {
    auto result = font();
    result.setPointSizeF(m_large ? result.pointSizeF() * 2.1 : result.pointSizeF() * 1.15);
    result.setBold(true);
    return result;
}

QSize FigureButton::sizeHint() const {
    const QFontMetrics caption(captionFont()), value(valueFont());
    return {std::max(caption.horizontalAdvance(m_caption), value.horizontalAdvance(m_value)) + 2 * padding + 2,
            caption.height() + value.height() + 2 * padding};
}

void FigureButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto inside = rect().adjusted(padding, padding, -padding, -padding);
    auto muted = palette().color(QPalette::WindowText);
    muted.setAlphaF(0.7F);
    painter.setFont(captionFont());
    painter.setPen(muted);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, m_caption);
    painter.setFont(valueFont());
    painter.setPen(palette().color(underMouse() ? QPalette::Link : QPalette::WindowText));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, m_value);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(1, 1, -1, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void FigureButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace tco
