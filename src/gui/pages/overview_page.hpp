// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"

namespace tco {

namespace Ui {
class OverviewPage;
}

/// What does it cost, when, and what is doubtful.
class OverviewPage : public Page {
    Q_OBJECT
  public:
    explicit OverviewPage(Session& session, QWidget* parent = nullptr);
    ~OverviewPage() override;

    void focusFindings();

  protected:
    void refresh() override;

  private:
    void refreshFigures();
    void refreshYears();
    void refreshFindings();
    /// Of the budget, of indirect cost, or of both.
    FigureSource total(std::optional<bool> direct) const;

    std::unique_ptr<Ui::OverviewPage> m_ui;
};

} // namespace tco
