// SPDX-License-Identifier: Apache-2.0
#pragma once

// Always visible: which scenario the pages show, what it is compared with, and what both cost.

#include <memory>

#include <QWidget>

#include "gui/models/figure_table_model.hpp"

namespace tco {

class Session;
namespace Ui {
class ScenarioBar;
}

class ScenarioBar : public QWidget {
    Q_OBJECT
  public:
    explicit ScenarioBar(QWidget* parent = nullptr);
    ~ScenarioBar() override;
    void setUp(Session& session);

  signals:
    void explainRequested(const tco::FigureSource& source);

  private:
    void refresh();
    void explain(bool onlyFirstYear);

    std::unique_ptr<Ui::ScenarioBar> m_ui;
    Session* m_session = nullptr;
};

} // namespace tco
