// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sorts an ItemTableModel by values (not by their text) and keeps the rows in which any cell holds the words
// of the filter line. Rows do not jump while they are edited; they are sorted when a header is clicked.

#include <QSortFilterProxyModel>

#include "tco/model/value.hpp"

namespace tco {

class ItemTableModel;

class ItemSortModel : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit ItemSortModel(ItemTableModel& source, QObject* parent = nullptr);

    void setWords(const QString& words);
    ItemRef itemAt(const QModelIndex& index) const;
    QModelIndex indexOf(ItemRef item, int column = 0) const; ///< invalid when it is filtered out

  protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    ItemTableModel& m_items;
    QStringList m_words;
};

} // namespace tco
