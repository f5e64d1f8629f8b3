// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/figure_table.hpp"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include "gui/app/item_commands.hpp"

namespace tco {

FigureTable::FigureTable(QWidget* parent) : QTableView(parent), m_model(new FigureTableModel(this)) {
    setModel(m_model);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; arrows move inside it
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableView::doubleClicked, this, &FigureTable::explain);
}

void FigureTable::setTable(Table table, FigureTableModel::SourceOf sourceOf) {
    const auto current = currentIndex();
    m_model->setTable(std::move(table), std::move(sourceOf));
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) setColumnWidth(column, std::max(columnWidth(column) + 8, 88));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const auto lines = m_model->linesIn(row); lines > 1)
            setRowHeight(row, verticalHeader()->defaultSectionSize() + (lines - 1) * fontMetrics().lineSpacing());
    if (current.isValid()) setCurrentIndex(m_model->index(current.row(), current.column()));
    if (!m_scrolling) setMaximumWidth(sizeHint().width());
    updateGeometry();
}

void FigureTable::setScrolling(bool scrolling) {
    m_scrolling = scrolling;
    setSizePolicy(QSizePolicy::Expanding, scrolling ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(scrolling ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

QSize FigureTable::sizeHint() const {
    if (m_scrolling) return QTableView::sizeHint();
    int width = 2 * frameWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) width += columnWidth(column);
    const int bar = horizontalScrollBar()->sizeHint().height();
    const int height = horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth();
    return {width, height + (width > this->width() ? bar : 2)};
}

QSize FigureTable::minimumSizeHint() const { return m_scrolling ? QTableView::minimumSizeHint() : QSize(120, sizeHint().height()); }

void FigureTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    updateGeometry(); // too narrow, it needs room for its scroll bar below the last row
}

void FigureTable::explain(const QModelIndex& index) {
    if (const auto source = m_model->sourceAt(index)) emit explainRequested(*source);
}

void FigureTable::copy() {
    auto indexes = selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, [](const auto& a, const auto& b) { return std::pair(a.row(), a.column()) < std::pair(b.row(), b.column()); });
    TextBlock block;
    int row = -1;
    for (const auto& index : indexes) {
        if (std::exchange(row, index.row()) != index.row()) block.emplace_back();
        block.back().append(index.data().toString());
    }
    QGuiApplication::clipboard()->setText(blockToClipboard(block));
}

void FigureTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return explain(currentIndex());
    QTableView::keyPressEvent(event);
}

void FigureTable::wheelEvent(QWheelEvent* event) {
    // The page scrolls, not the table, which shows all of its rows.
    if (m_scrolling)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

} // namespace tco
