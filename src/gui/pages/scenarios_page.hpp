// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"

namespace tco {

namespace Ui {
class ScenariosPage;
}

/// The scenarios, in words what the selected one changes, and what of it was adopted.
class ScenariosPage : public Page {
    Q_OBJECT
  public:
    explicit ScenariosPage(Session& session, QWidget* parent = nullptr);
    ~ScenariosPage() override;

    ItemTable* itemTable() override;

  protected:
    void refresh() override;
    void showEvent(QShowEvent* event) override;

  private:
    ScenarioId selected() const;
    void refreshAdopted();
    void removeChange();
    void adopt();
    void showSince();

    std::unique_ptr<Ui::ScenariosPage> m_ui;
    AdoptionId m_since; ///< whose changes are shown below; none = nobody's
};

} // namespace tco
