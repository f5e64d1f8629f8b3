// SPDX-License-Identifier: Apache-2.0
#include "gui/models/item_sort_model.hpp"

#include <algorithm>

#include "gui/models/item_table_model.hpp"

namespace tco {

ItemSortModel::ItemSortModel(ItemTableModel& source, QObject* parent) : QSortFilterProxyModel(parent), m_items(source) {
    setDynamicSortFilter(false);
    setSourceModel(&source);
}

void ItemSortModel::setWords(const QString& words) {
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

ItemRef ItemSortModel::itemAt(const QModelIndex& index) const { return m_items.itemAt(mapToSource(index).row()); }

QModelIndex ItemSortModel::indexOf(ItemRef item, int column) const {
    const auto row = m_items.rowOf(item);
    return row < 0 ? QModelIndex() : mapFromSource(m_items.index(row, column));
}

bool ItemSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto* field = m_items.fieldAt(left.column());
    const bool isText = field && (field->type == FieldType::Text || field->type == FieldType::Choice || field->type == FieldType::Reference);
    if (isText) return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    return m_items.valueAt(left.row(), left.column()) < m_items.valueAt(right.row(), right.column());
}

bool ItemSortModel::filterAcceptsRow(int row, const QModelIndex&) const {
    return std::ranges::all_of(m_words, [&](const QString& word) {
        for (int column = 0; column < m_items.columnCount(); ++column)
            if (m_items.index(row, column).data().toString().contains(word, Qt::CaseInsensitive)) return true;
        return false;
    });
}

} // namespace tco
