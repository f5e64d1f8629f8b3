// SPDX-License-Identifier: Apache-2.0
#pragma once

// A page of the window. It looks again after each change, but only while it can be seen.

#include <QWidget>

#include "gui/models/figure_table_model.hpp"
#include "tco/model/value.hpp"

namespace tco {

class ItemTable;
class Session;

class Page : public QWidget {
    Q_OBJECT
  public:
    Page(Session& session, QWidget* parent);

    /// The table that menu commands (add, remove, copy, find) go to; null = none.
    virtual ItemTable* itemTable() { return nullptr; }

  signals:
    void explainRequested(const tco::FigureSource& source);
    void itemSelected(tco::ItemRef item);
    void itemTableChanged(); ///< another table, or none, is in view
    void pageRequested(const QString& key);
    void importRequested();
    void historyRequested(const QString& words); ///< of a field (field_row.hpp)

  protected:
    virtual void refresh() {}
    void showEvent(QShowEvent* event) override;
    Session& session() const { return m_session; }

  private:
    Session& m_session;
    bool m_outdated = true;
};

} // namespace tco
