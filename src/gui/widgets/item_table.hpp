// SPDX-License-Identifier: Apache-2.0
#pragma once

// A spreadsheet-like table of one kind of item with everything around it: Add, Remove, Import… or Paste, a
// filter line, the totals at the foot, copy and paste, and one sentence instead of an empty table.

#include <memory>
#include <vector>

#include <QWidget>

#include "gui/models/item_table_model.hpp"

class QLabel;

namespace tco {

class FieldDelegate;
class ItemSortModel;
class Session;
namespace Ui {
class ItemTable;
}

class ItemTable : public QWidget {
    Q_OBJECT
  public:
    explicit ItemTable(QWidget* parent = nullptr);
    ~ItemTable() override;

    struct Import {
        QString what = {};      ///< "Chromebook inventory"; empty = there is nothing to import
        bool makesRows = false; ///< else it only fills the rows that are there
    };
    struct Words {
        QString heading;       ///< may be empty where the page has its own
        QString emptySentence; ///< says what belongs here
        Import imports = {};
    };
    /// Must be called once before the table is shown.
    void setUp(Session& session, ItemScope scope, Words words);

    ItemTableModel& model() { return *m_model; }
    ItemRef currentItem() const; ///< id 0 = none
    void select(ItemRef item);

  public slots:
    void addRow();
    void removeRows();
    void copy();
    void paste();
    void focusFilter();

  signals:
    void currentItemChanged(tco::ItemRef item);
    void importRequested();

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;

  private:
    void showHint(const QRect& cell, const QString& sentence);
    void hideHint();
    void updateState();
    std::vector<ItemRef> selectedItems() const;

    std::unique_ptr<Ui::ItemTable> m_ui;
    Session* m_session = nullptr;
    ItemTableModel* m_model = nullptr;
    ItemSortModel* m_rows = nullptr;
    FieldDelegate* m_delegate = nullptr;
    QLabel* m_hint = nullptr;
    Words m_words;
};

} // namespace tco
