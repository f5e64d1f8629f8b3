// SPDX-License-Identifier: Apache-2.0
#pragma once

// The selected item: its values with their sources, and what it costs by year.

#include <memory>
#include <optional>

#include <QWidget>

#include "gui/models/figure_table_model.hpp"

namespace tco {

class Session;
namespace Ui {
class Inspector;
}

class Inspector : public QWidget {
    Q_OBJECT
  public:
    explicit Inspector(QWidget* parent = nullptr);
    ~Inspector() override;

    void setUp(Session& session);
    void setItem(ItemRef item); ///< id 0 = nothing selected

  signals:
    void explainRequested(const tco::FigureSource& source);
    void historyRequested(const QString& words); ///< of a field (field_row.hpp)

  private:
    void refresh();
    std::optional<FigureSource> costSource() const;

    std::unique_ptr<Ui::Inspector> m_ui;
    Session* m_session = nullptr;
    ItemRef m_item;
};

} // namespace tco
