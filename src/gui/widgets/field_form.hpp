// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fields of one item as a form, generated from the field table of its kind, under the titles of their groups.

#include <vector>

#include <QWidget>

#include "tco/model/plan.hpp"

class QLabel;

namespace tco {

class FieldRow;
class Session;

class FieldForm : public QWidget {
    Q_OBJECT
  public:
    explicit FieldForm(QWidget* parent = nullptr);

    /// Longer labels are broken into lines; a narrow panel needs the value more. Before the first setItem().
    void setWidestLabel(int pixels) { m_widestLabel = pixels; }
    void setUp(Session& session);
    /// Shows this item; its rows are made anew only where the kind is another.
    void setItem(ItemRef item);

  signals:
    void historyRequested(const QString& words); ///< of a field (field_row.hpp)

  private:
    void makeRows(Kind kind);

    Session* m_session = nullptr;
    ItemRef m_item;
    int m_widestLabel = 132;
    std::vector<FieldRow*> m_rows;
    std::vector<QLabel*> m_groupTitles;
};

} // namespace tco
