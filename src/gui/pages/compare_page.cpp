// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/compare_page.hpp"

#include <algorithm>

#include <QSignalBlocker>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/chart_view.hpp"
#include "ui_compare_page.h"

namespace tco {
namespace {

constexpr std::size_t fewest = 2, most = 6;

} // namespace

ComparePage::ComparePage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::ComparePage>()) {
    m_ui->setupUi(this);
    m_ui->chosenList->setWrapping(true);
    m_ui->chosenList->setSpacing(4);
    connect(m_ui->chosenList, &QListWidget::itemChanged, this, &ComparePage::choose);
    for (auto* table : {m_ui->sideBySideTable, m_ui->yearlyTable, m_ui->categoryTable})
        connect(table, &FigureTable::explainRequested, this, &Page::explainRequested);
    connect(m_ui->chartView, &ChartView::datumClicked, this, [this](int series, int year) {
        if (series < 0 || year < 0) return;
        auto source = sourceFor(std::size_t(series));
        source.filter.year = this->session().plan().firstYear() + year;
        source.title += QStringLiteral(", ") + toQString(source.filter.year->shortLabel());
        emit explainRequested(source);
    });
}

ComparePage::~ComparePage() = default;

FigureSource ComparePage::sourceFor(std::size_t scenario) const {
    const auto& chosen = session().chosen();
    const auto id = chosen[std::min(scenario, chosen.size() - 1)];
    return {id, {}, session().scenarioName(id)};
}

void ComparePage::choose() {
    std::vector<ScenarioId> chosen;
    for (int row = 0; row < m_ui->chosenList->count(); ++row)
        if (const auto* item = m_ui->chosenList->item(row); item->checkState() == Qt::Checked) chosen.push_back({item->data(Qt::UserRole).toLongLong()});
    if (chosen.empty()) return refreshChoice(); // one always stays
    session().setChosen(std::move(chosen));
}

void ComparePage::refreshChoice() {
    const QSignalBlocker quiet(m_ui->chosenList);
    const auto& chosen = session().chosen();
    const auto current = m_ui->chosenList->currentRow();
    m_ui->chosenList->clear();
    for (const auto& scenario : session().plan().scenarios) {
        auto* item = new QListWidgetItem(toQString(scenario.name), m_ui->chosenList);
        item->setData(Qt::UserRole, qlonglong(scenario.id.value));
        const bool isChosen = std::ranges::find(chosen, scenario.id) != chosen.end();
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
        if (!isChosen && chosen.size() >= most) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        item->setToolTip(toQString(scenario.description));
    }
    m_ui->chosenList->setCurrentRow(current);
    const int rows = 1 + m_ui->chosenList->count() / 5;
    m_ui->chosenList->setFixedHeight(rows * (fontMetrics().height() + 8) + 8);
    m_ui->chosenList->setVisible(m_ui->chosenList->count() > 0);
}

void ComparePage::refresh() {
    refreshChoice();
    const auto& comparison = session().comparison();
    const bool enough = comparison.scenarios.size() >= fewest;
    m_ui->answerText->setText(
        enough ? toQString(answerSentence(comparison))
               : tr("Choose at least two scenarios. New ones are made on the page Scenarios; what they change is set in the selection panel of any row."));
    const auto breakEven = toQString(breakEvenSentence(comparison));
    m_ui->breakEvenText->setText(breakEven);
    m_ui->breakEvenText->setVisible(!breakEven.isEmpty());
    m_ui->chartView->setSpec(yearlyChart(comparison));

    const auto columns = int(comparison.scenarios.size());
    const auto inColumn = [this, columns](int column) -> std::optional<FigureSource> {
        return column >= 1 && column <= columns ? std::optional(sourceFor(std::size_t(column - 1))) : std::nullopt;
    };
    m_ui->sideBySideTable->setTable(sideBySideTable(comparison), [inColumn](int, int column) { return inColumn(column); });

    auto yearly = yearlyTable(comparison);
    const auto yearCount = session().plan().district.horizon;
    m_ui->yearlyTable->setTable(std::move(yearly), [inColumn, yearCount, first = session().plan().firstYear()](int row, int column) {
        auto source = inColumn(column);
        if (source && row < yearCount) {
            source->filter.year = first + row;
            source->title += QStringLiteral(", ") + toQString(source->filter.year->shortLabel());
        }
        return source;
    });

    auto byCategory = categoryTable(comparison);
    std::vector<std::optional<CostCategory>> categories; // of each row; the last row is the total
    for (const auto& row : byCategory.rows) {
        categories.emplace_back();
        for (std::size_t i = 0; i < costCategoryCount; ++i)
            if (row.cells.front().text == label(CostCategory(i))) categories.back() = CostCategory(i);
    }
    m_ui->categoryTable->setTable(std::move(byCategory), [inColumn, categories](int row, int column) {
        auto source = inColumn(column);
        if (source && categories[std::size_t(row)]) {
            source->filter.category = categories[std::size_t(row)];
            source->title += QStringLiteral(", ") + coreText(label(*source->filter.category));
        }
        return source;
    });
}

} // namespace tco
