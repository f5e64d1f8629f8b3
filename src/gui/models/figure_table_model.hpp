// SPDX-License-Identifier: Apache-2.0
#pragma once

// A table of figures (a report Table) for the screen. A figure knows where it comes from, so that it can be
// opened down to its postings.

#include <functional>
#include <optional>

#include <QAbstractTableModel>

#include "tco/report/report.hpp"

namespace tco {

/// What a figure on the screen is the sum of.
struct FigureSource {
    ScenarioId scenario;
    PostingFilter filter;
    QString title; ///< "4-year lease, FY27"
    View view = View::Cash;
};

class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    /// Says what the figure at row and column of the table (column 0 is the row's header) is the sum of.
    using SourceOf = std::function<std::optional<FigureSource>(int row, int column)>;

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(Table table, SourceOf sourceOf = {});
    std::optional<FigureSource> sourceAt(const QModelIndex& index) const;

    int linesIn(int row) const; ///< of its highest cell

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What the cells of a report table say they are the sums of.
    static SourceOf originsOf(const Table& table, const Comparison& comparison);

  private:
    Table m_table;
    SourceOf m_sourceOf;
};

} // namespace tco
