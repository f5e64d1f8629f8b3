// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/item_table_page.hpp"

#include "ui_item_table_page.h"

namespace tco {

ItemTablePage::ItemTablePage(Session& session, ItemScope scope, ItemTable::Words words, QWidget* parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::ItemTablePage>()) {
    m_ui->setupUi(this);
    m_ui->itemTable->setUp(session, scope, std::move(words));
    connect(m_ui->itemTable, &ItemTable::currentItemChanged, this, &Page::itemSelected);
    connect(m_ui->itemTable, &ItemTable::importRequested, this, &Page::importRequested);
}

ItemTablePage::~ItemTablePage() = default;

ItemTable* ItemTablePage::itemTable() { return m_ui->itemTable; }

void ItemTablePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    emit itemSelected(m_ui->itemTable->currentItem());
}

} // namespace tco
