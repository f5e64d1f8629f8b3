// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/item_table.hpp"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QToolTip>

#include "gui/app/item_commands.hpp"
#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/delegates/field_delegate.hpp"
#include "gui/models/item_sort_model.hpp"
#include "ui_item_table.h"

namespace tco {
namespace {

/// Wide enough for the header and the first rows; QHeaderView's own measure looks at every row.
void fitColumns(QTableView& view) {
    constexpr int rowsLookedAt = 50;
    constexpr int widest = 360;
    const QFontMetrics metrics(view.font());
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        int width = metrics.horizontalAdvance(view.model()->headerData(column, Qt::Horizontal).toString()) + 28; // room for the sort arrow
        for (int row = 0; row < std::min(rowsLookedAt, view.model()->rowCount()); ++row)
            width = std::max(width, metrics.horizontalAdvance(view.model()->index(row, column).data().toString()) + 16);
        view.setColumnWidth(column, std::min(width, widest));
    }
}

} // namespace

ItemTable::ItemTable(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ItemTable>()) { m_ui->setupUi(this); }

ItemTable::~ItemTable() = default;

void ItemTable::setUp(Session& session, ItemScope scope, Words words) {
    m_session = &session;
    m_words = std::move(words);
    m_model = new ItemTableModel(session, scope, this);
    m_rows = new ItemSortModel(*m_model, this);
    m_delegate = new FieldDelegate(session, this);

    auto* view = m_ui->itemView;
    view->setModel(m_rows);
    view->setItemDelegate(m_delegate);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 10);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    view->setAccessibleName(m_words.heading.isEmpty() ? kindWords(scope.kind) : m_words.heading);
    view->installEventFilter(this);
    fitColumns(*view);

    m_ui->headingText->setText(m_words.heading);
    m_ui->headingText->setVisible(!m_words.heading.isEmpty());
    m_ui->emptyText->setText(m_words.emptySentence);
    const auto importText = tr("Import a %1").arg(m_words.imports.what);
    m_ui->importButton->setToolTip(plainToolTip(importText));
    m_ui->emptyImportButton->setText(tr("%1…", "opens a dialog").arg(importText));
    for (auto* button : {m_ui->importButton, m_ui->emptyImportButton}) button->setAccessibleName(importText);
    m_ui->importButton->setVisible(!m_words.imports.what.isEmpty());
    m_ui->emptyImportButton->setVisible(m_words.imports.makesRows);
    m_ui->emptyPasteButton->setVisible(!m_words.imports.makesRows);

    m_hint = makeLabel({}, view->viewport());
    m_hint->setObjectName(QStringLiteral("refusalHint"));
    m_hint->setWordWrap(true);
    m_hint->setMargin(8);
    m_hint->setAutoFillBackground(true);
    m_hint->setBackgroundRole(QPalette::ToolTipBase);
    m_hint->setForegroundRole(QPalette::ToolTipText);
    m_hint->setFrameShape(QFrame::Box);
    m_hint->setPalette(QToolTip::palette());
    m_hint->hide();

    for (auto* button : {m_ui->addButton, m_ui->emptyAddButton}) connect(button, &QPushButton::clicked, this, &ItemTable::addRow);
    for (auto* button : {m_ui->importButton, m_ui->emptyImportButton}) connect(button, &QPushButton::clicked, this, &ItemTable::importRequested);
    connect(m_ui->emptyPasteButton, &QPushButton::clicked, this, &ItemTable::paste);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ItemTable::removeRows);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_rows->setWords(text);
        updateState();
    });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        hideHint();
        emit currentItemChanged(currentItem());
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ItemTable::updateState);
    connect(m_model, &ItemTableModel::inputRefused, this,
            [this](const QModelIndex& index, const QString& sentence) { showHint(m_ui->itemView->visualRect(m_rows->mapFromSource(index)), sentence); });
    connect(m_delegate, &FieldDelegate::closeEditor, this, [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
        if (hint == QAbstractItemDelegate::RevertModelCache) hideHint(); // Esc: what was wrong is gone
    });
    connect(m_delegate, &FieldDelegate::refused, this, [this](QWidget* editor, const QString& sentence) { showHint(editor->geometry(), sentence); });
    connect(m_delegate, &FieldDelegate::typed, this, &ItemTable::hideHint);
    connect(&session, &Session::documentReplaced, this, [this] {
        m_ui->filterEdit->clear();
        fitColumns(*m_ui->itemView);
    });
    connect(&session, &Session::changed, this, &ItemTable::updateState);
    updateState();
}

ItemRef ItemTable::currentItem() const {
    const auto index = m_ui->itemView->currentIndex();
    return index.isValid() ? m_rows->itemAt(index) : ItemRef{m_model->scope().kind, 0};
}

void ItemTable::select(ItemRef item) {
    if (!m_rows->indexOf(item).isValid()) m_ui->filterEdit->clear();
    if (const auto index = m_rows->indexOf(item); index.isValid()) {
        m_ui->itemView->setCurrentIndex(index);
        m_ui->itemView->scrollTo(index);
    }
}

void ItemTable::addRow() {
    const bool wasEmpty = m_model->rowCount() == 0;
    const auto added = addItem(*m_session, m_model->scope());
    if (!added) return showHint({}, toQString(added.error().message));
    if (wasEmpty) fitColumns(*m_ui->itemView);
    select(*added);
    m_ui->itemView->setFocus();
    if (const auto index = m_rows->indexOf(*added); index.isValid()) m_ui->itemView->edit(index);
}

void ItemTable::removeRows() {
    const auto items = selectedItems();
    if (items.empty()) return;
    const auto row = m_ui->itemView->currentIndex().row();
    if (const auto removed = removeItems(*m_session, m_model->scope(), items); !removed)
        return showHint(m_ui->itemView->visualRect(m_ui->itemView->currentIndex()), toQString(removed.error().message));
    if (m_rows->rowCount() > 0) m_ui->itemView->setCurrentIndex(m_rows->index(std::clamp(row, 0, m_rows->rowCount() - 1), 0));
}

std::vector<ItemRef> ItemTable::selectedItems() const {
    std::vector<ItemRef> items;
    for (const auto& index : m_ui->itemView->selectionModel()->selectedIndexes()) items.push_back(m_rows->itemAt(index));
    std::ranges::sort(items);
    const auto repeated = std::ranges::unique(items);
    items.erase(repeated.begin(), repeated.end());
    return items;
}

void ItemTable::copy() {
    auto indexes = m_ui->itemView->selectionModel()->selectedIndexes();
    if (indexes.isEmpty()) return;
    std::ranges::sort(indexes, [](const auto& a, const auto& b) { return std::pair(a.row(), a.column()) < std::pair(b.row(), b.column()); });
    TextBlock block;
    int row = -1;
    for (const auto& index : indexes) {
        if (std::exchange(row, index.row()) != index.row()) block.emplace_back();
        block.back().append(index.data(Qt::EditRole).toString());
    }
    QGuiApplication::clipboard()->setText(blockToClipboard(block));
}

void ItemTable::paste() {
    const auto block = blockFromClipboard(QGuiApplication::clipboard()->text());
    if (block.empty()) return showHint({}, tr("Copy cells in your spreadsheet first; then paste them here. The columns must be in the order of this table."));
    auto start = m_ui->itemView->currentIndex();
    if (const auto selection = m_ui->itemView->selectionModel()->selectedIndexes(); !selection.isEmpty())
        start = *std::ranges::min_element(selection, {}, [](const auto& index) { return std::pair(index.row(), index.column()); });
    std::vector<ItemRef> rows;
    if (start.isValid())
        for (int row = start.row(); row < m_rows->rowCount(); ++row) rows.push_back(m_rows->itemAt(m_rows->index(row, 0)));
    const bool wasEmpty = m_model->rowCount() == 0;
    std::vector<const Field*> columns;
    for (int column = std::max(0, start.column()); column < m_model->columnCount(); ++column) columns.push_back(m_model->fieldAt(column));
    const auto pasted = pasteBlock(*m_session, m_model->scope(), rows, columns, block);
    if (!pasted) return showHint(start.isValid() ? m_ui->itemView->visualRect(start) : QRect(), toQString(pasted.error().message));
    if (wasEmpty) fitColumns(*m_ui->itemView);
}

void ItemTable::focusFilter() { m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason); }

bool ItemTable::eventFilter(QObject* object, QEvent* event) {
    if (object == m_ui->itemView && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) return copy(), true;
        if (key->matches(QKeySequence::Paste)) return paste(), true;
        if (key->matches(QKeySequence::Delete)) return removeRows(), true;
        // Enter opens a cell; coming from an open editor it has just been dealt with.
        if (m_ui->itemView->hasFocus() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_ui->itemView->currentIndex().isValid()) {
            m_ui->itemView->edit(m_ui->itemView->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void ItemTable::showHint(const QRect& cell, const QString& sentence) {
    m_ui->messageText->setText(sentence);
    m_ui->messageText->setVisible(!cell.isValid());
    if (!cell.isValid()) return;
    const auto* viewport = m_ui->itemView->viewport();
    m_hint->setText(sentence);
    m_hint->setFixedWidth(std::min(360, viewport->width() - 8));
    m_hint->adjustSize();
    const int below = cell.bottom() + 2;
    const int y = below + m_hint->height() <= viewport->height() ? below : std::max(0, cell.top() - m_hint->height() - 2);
    m_hint->move(std::clamp(cell.left(), 0, std::max(0, viewport->width() - m_hint->width() - 4)), y);
    m_hint->show();
    m_hint->raise();
}

void ItemTable::hideHint() {
    m_hint->hide();
    m_ui->messageText->hide();
}

void ItemTable::updateState() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_ui->stack->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->removeButton->setEnabled(m_ui->itemView->selectionModel()->hasSelection());
    m_ui->filterEdit->setEnabled(!isEmpty);

    std::int64_t units = 0;
    Money cost;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const auto source = m_rows->mapToSource(m_rows->index(row, 0)).row();
        if (m_model->scope().kind == Kind::Cohort)
            if (const auto quantity = valueOf(m_session->plan(), m_model->itemAt(source), "quantity"); !isBlank(quantity))
                units += std::get<std::int64_t>(quantity);
        if (m_model->hasCost()) cost += m_model->costOf(source);
    }
    QStringList totals;
    totals.append(m_rows->rowCount() == m_model->rowCount() ? counted(m_rows->rowCount(), tr("row"), tr("rows"))
                                                            : tr("%1 of %2 rows").arg(m_rows->rowCount()).arg(m_model->rowCount()));
    if (m_model->scope().kind == Kind::Cohort) totals.append(counted(units, tr("unit"), tr("units")));
    if (m_model->hasCost())
        totals.append(tr("%1 in %2, scenario “%3”")
                          .arg(moneyText(cost), toQString(m_session->plan().firstYear().shortLabel()), m_session->scenarioName(m_session->shown())));
    m_ui->totalsText->setText(totals.join(QStringLiteral("   ·   ")));
    m_ui->totalsText->setVisible(!isEmpty);
}

} // namespace tco
