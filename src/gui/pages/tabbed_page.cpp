// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/tabbed_page.hpp"

#include <QShortcut>

#include "gui/widgets/item_table.hpp"
#include "ui_tabbed_page.h"

namespace tco {
namespace {

constexpr int gapBelowTabs = 12;

} // namespace

TabbedPage::TabbedPage(Session& session, const QString& heading, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::TabbedPage>()) {
    m_ui->setupUi(this);
    m_ui->headingText->setText(heading);
    m_ui->tabs->setAccessibleName(heading);
    // Also out of a table, where the key would go to the next cell.
    new QShortcut(QKeySequence::NextChild, this, [this] { step(1); });
    new QShortcut(QKeySequence::PreviousChild, this, [this] { step(-1); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        emit itemTableChanged();
        tellSelection();
    });
}

TabbedPage::~TabbedPage() = default;

void TabbedPage::addItems(const QString& title, ItemScope scope, const QString& emptySentence) {
    auto* table = new ItemTable;
    table->setUp(session(), scope, {{}, emptySentence, {}});
    table->setContentsMargins(0, gapBelowTabs, 0, 0);
    connect(table, &ItemTable::currentItemChanged, this, [this, table](ItemRef item) {
        if (table == itemTable()) emit itemSelected(item);
    });
    m_ui->tabs->addTab(table, title);
}

void TabbedPage::addSections(const QString& title, CalculatedSections::Source source) {
    auto* part = new CalculatedSections;
    part->setUp(session(), std::move(source));
    part->setContentsMargins(0, gapBelowTabs, 0, 0);
    connect(part, &CalculatedSections::explainRequested, this, &Page::explainRequested);
    connect(part, &CalculatedSections::linkActivated, this, &TabbedPage::follow);
    connect(part, &CalculatedSections::choiceMade, this, [this](const QString& choice) {
        for (auto* other : findChildren<CalculatedSections*>()) other->choose(choice);
    });
    m_ui->tabs->addTab(part, title);
}

ItemTable* TabbedPage::itemTable() { return qobject_cast<ItemTable*>(m_ui->tabs->currentWidget()); }

void TabbedPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    tellSelection();
}

void TabbedPage::step(int by) {
    const int count = m_ui->tabs->count();
    m_ui->tabs->setCurrentIndex((m_ui->tabs->currentIndex() + by + count) % count);
    m_ui->tabs->tabBar()->setFocus();
}

void TabbedPage::tellSelection() {
    if (const auto* table = itemTable()) emit itemSelected(table->currentItem());
}

void TabbedPage::follow(const QString& target) {
    if (!target.startsWith(u'#')) return emit pageRequested(target);
    m_ui->tabs->setCurrentIndex(target.mid(1).toInt());
    m_ui->tabs->currentWidget()->setFocus();
}

} // namespace tco
