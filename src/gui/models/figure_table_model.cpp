// SPDX-License-Identifier: Apache-2.0
#include "gui/models/figure_table_model.hpp"

#include <algorithm>

#include <QFont>

#include "gui/app/plain_text.hpp"
#include "gui/app/text.hpp"

namespace tco {
namespace {

Qt::Alignment toQt(TextAlign align) {
    switch (align) {
    case TextAlign::Left: return Qt::AlignLeft | Qt::AlignVCenter;
    case TextAlign::Center: return Qt::AlignCenter;
    case TextAlign::Right: break;
    }
    return Qt::AlignRight | Qt::AlignVCenter;
}

} // namespace

void FigureTableModel::setTable(Table table, SourceOf sourceOf) {
    beginResetModel();
    m_table = std::move(table);
    m_sourceOf = std::move(sourceOf);
    endResetModel();
}

std::optional<FigureSource> FigureTableModel::sourceAt(const QModelIndex& index) const {
    return index.isValid() && m_sourceOf ? m_sourceOf(index.row(), index.column()) : std::nullopt;
}

FigureTableModel::SourceOf FigureTableModel::originsOf(const Table& table, const Comparison& comparison) {
    std::map<std::pair<int, int>, FigureSource> sources;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column) {
            const auto& origin = table.rows[row].cells[column].origin;
            if (!origin) continue;
            const auto& calculation = *comparison.scenarios[origin->scenario].calculation;
            const auto title = tr("%1, %2", "scenario, figure").arg(toQString(calculation.name), toQString(table.rows[row].cells.front().text));
            sources[{int(row), int(column)}] = {calculation.scenario, origin->filter, title, origin->view};
        }
    return [sources = std::move(sources)](int row, int column) {
        const auto found = sources.find({row, column});
        return found == sources.end() ? std::nullopt : std::optional(found->second);
    };
}

int FigureTableModel::linesIn(int row) const {
    std::ptrdiff_t breaks = 0;
    for (const auto& cell : m_table.rows[std::size_t(row)].cells) breaks = std::max(breaks, std::ranges::count(cell.text, '\n'));
    return 1 + int(breaks);
}

int FigureTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_table.rows.size()); }
int FigureTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_table.columns.size()); }

QVariant FigureTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& row = m_table.rows[std::size_t(index.row())];
    if (std::size_t(index.column()) >= row.cells.size()) return {};
    const auto& cell = row.cells[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return cell.best ? tr("✓ %1", "the better value").arg(toQString(cell.text)) : toQString(cell.text);
    case Qt::TextAlignmentRole: return QVariant::fromValue(toQt(m_table.columns[std::size_t(index.column())].align));
    case Qt::FontRole:
        if (row.total || cell.best) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::ToolTipRole: {
        const bool opens = m_sourceOf && m_sourceOf(index.row(), index.column());
        return plainToolTip(opens ? tr("Double-click, or press Enter, to see how this figure comes about.") : QString());
    }
    default: return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (std::size_t(section) >= m_table.columns.size()) return {};
    const auto& column = m_table.columns[std::size_t(section)];
    if (role == Qt::DisplayRole) return toQString(column.title);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(toQt(column.align));
    return {};
}

} // namespace tco
