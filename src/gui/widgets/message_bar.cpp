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
    // A copy: what it does may show the next message.
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        if (const auto run = m_first) run();
    });
    connect(m_ui->otherButton, &QPushButton::clicked, this, [this] {
        if (const auto run = m_second) run();
    });
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::present(const QString& sentence, const Action& first, const Action& second) {
    m_ui->messageText->setText(sentence);
    m_first = first.run;
    m_second = second.run;
    for (const auto& [button, action] : {std::pair(m_ui->actionButton, &first), std::pair(m_ui->otherButton, &second)}) {
        button->setText(action->text);
        button->setAccessibleName(QString(action->text).remove(u'&'));
        button->setVisible(bool(action->run));
    }
    setAccessibleName(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showError(const Error& error) {
    if (!error.context.empty()) spdlog::warn("{} ({})", error.message, error.context);
    showError(toQString(error.message));
}

void MessageBar::showError(const QString& sentence) { present(QStringLiteral("⚠  ") + sentence, {}, {}); }

void MessageBar::showNotice(const QString& sentence, const Action& first, const Action& second) { present(sentence, first, second); }

QString MessageBar::text() const { return m_ui->messageText->text(); }

} // namespace tco
