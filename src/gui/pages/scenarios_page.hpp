// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"

namespace tco {

namespace Ui {
class ScenariosPage;
}

/// The scenarios, in words what the selected one changes, and what of it, or of the plan as entered, was adopted.
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
    ScenarioId adopting() const; ///< none = the plan as entered
    void refreshChanges(ScenarioId scenario);
    void refreshAdopting(ScenarioId chosen);
    void refreshAdopted();
    void refreshAdoptButton();
    void removeChange();
    void adopt();
    void showSince();
    void refuse(const Error& error);

    std::unique_ptr<Ui::ScenariosPage> m_ui;
    ScenarioId m_followed; ///< the selected row that the choice of what is adopted went along with
    AdoptionId m_since;    ///< whose changes are shown below; none = nobody's
};

} // namespace tco
