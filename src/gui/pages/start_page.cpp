// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/start_page.hpp"

#include <QFileInfo>

#include "gui/app/plain_text.hpp"
#include "ui_start_page.h"

namespace tco {
namespace {

constexpr int pathRole = Qt::UserRole;

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::StartPage>()) {
    m_ui->setupUi(this);
    connect(m_ui->newButton, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(m_ui->openButton, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_ui->recentList, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { emit fileChosen(item->data(pathRole).toString()); });
}

StartPage::~StartPage() = default;

void StartPage::showRecent(const QStringList& paths) {
    m_ui->recentList->clear();
    for (const auto& path : paths) {
        auto* item = new QListWidgetItem(QFileInfo(path).fileName(), m_ui->recentList);
        item->setData(pathRole, path);
        item->setToolTip(plainToolTip(path));
    }
    m_ui->recentLabel->setVisible(!paths.isEmpty());
    m_ui->recentList->setVisible(!paths.isEmpty());
}

} // namespace tco
