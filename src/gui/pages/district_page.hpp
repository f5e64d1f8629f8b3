// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"

namespace tco {

namespace Ui {
class DistrictPage;
}

/// The district, its head counts and the assumptions with their sources.
class DistrictPage : public Page {
    Q_OBJECT
  public:
    explicit DistrictPage(Session& session, QWidget* parent = nullptr);
    ~DistrictPage() override;

    ItemTable* itemTable() override;

  private:
    std::unique_ptr<Ui::DistrictPage> m_ui;
};

} // namespace tco
