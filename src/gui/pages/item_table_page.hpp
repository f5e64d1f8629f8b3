// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"
#include "gui/widgets/item_table.hpp"

namespace tco {

namespace Ui {
class ItemTablePage;
}

/// One kind of item as a spreadsheet: devices, network, price book, sites, staff, leases.
class ItemTablePage : public Page {
    Q_OBJECT
  public:
    ItemTablePage(Session& session, ItemScope scope, ItemTable::Words words, QWidget* parent = nullptr);
    ~ItemTablePage() override;

    ItemTable* itemTable() override;

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    std::unique_ptr<Ui::ItemTablePage> m_ui;
};

} // namespace tco
