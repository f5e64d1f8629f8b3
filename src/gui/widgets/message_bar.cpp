// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/message_bar.hpp"

#include <QAccessible>

#include "gui/app/text.hpp"
#include "tco/base/log.hpp"
#include "ui_message_bar.h"

namespace tco {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::MessageBar>()) {
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_ui->messageText->setForegroundRole(QPalette::ToolTipText);
    auto colors = palette();
    colors.setColor(QPalette::ButtonText, colors.color(QPalette::ToolTipText));
    m_ui->closeButton->setPalette(colors);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        if (m_action) m_action();
    });
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::present(const QString& sentence, bool isError) {
    m_ui->messageText->setText(isError ? QStringLiteral("⚠  ") + sentence : sentence);
    m_ui->actionButton->setVisible(bool(m_action));
    setAccessibleName(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showError(const Error& error) {
    if (!error.context.empty()) spdlog::warn("{} ({})", error.message, error.context);
    showError(toQString(error.message));
}

void MessageBar::showError(const QString& sentence) {
    m_action = {};
    present(sentence, true);
}

void MessageBar::showNotice(const QString& sentence, const QString& actionText, std::function<void()> action) {
    m_action = std::move(action);
    m_ui->actionButton->setText(actionText);
    m_ui->actionButton->setAccessibleName(actionText);
    present(sentence, false);
}

QString MessageBar::text() const { return m_ui->messageText->text(); }

} // namespace tco
