// SPDX-License-Identifier: Apache-2.0
#pragma once

// Opens a figure: by item, down to each posting, its formula in words and the sources of its inputs.

#include <memory>
#include <optional>

#include <QWidget>

#include "gui/models/figure_table_model.hpp"

class QTreeWidgetItem;

namespace tco {

class Explainer;
class Session;
struct Calculation;
namespace Ui {
class ExplanationPanel;
}

class ExplanationPanel : public QWidget {
    Q_OBJECT
  public:
    explicit ExplanationPanel(QWidget* parent = nullptr);
    ~ExplanationPanel() override;

    void setUp(Session& session);
    void explain(const FigureSource& source);

  private:
    void refresh();
    void openPosting(QTreeWidgetItem& item, Explainer& explainer);

    std::unique_ptr<Ui::ExplanationPanel> m_ui;
    Session* m_session = nullptr;
    std::optional<FigureSource> m_source;
    std::shared_ptr<const Calculation> m_calculation;
};

} // namespace tco
