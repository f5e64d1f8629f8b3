// SPDX-License-Identifier: Apache-2.0
#pragma once

// A read-only table of figures, as high as its rows, so that a page scrolls as one. Double-clicking a figure,
// or Enter on it, asks to open it down to its postings; Ctrl+C copies it for a spreadsheet.

#include <QTableView>

#include "gui/models/figure_table_model.hpp"

namespace tco {

class FigureTable : public QTableView {
    Q_OBJECT
  public:
    explicit FigureTable(QWidget* parent = nullptr);

    void setTable(Table table, FigureTableModel::SourceOf sourceOf = {});
    /// For long lists: takes the height it is given and scrolls itself.
    void setScrolling(bool scrolling);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void explainRequested(const tco::FigureSource& source);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    void explain(const QModelIndex& index);
    void copy();

    FigureTableModel* m_model;
    bool m_scrolling = false;
};

} // namespace tco
