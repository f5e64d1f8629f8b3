// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/compare_page.hpp"

#include <algorithm>

#include <QSignalBlocker>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/sections_view.hpp"
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
    connect(m_ui->sideBySideTable, &FigureTable::explainRequested, this, &Page::explainRequested);
    connect(m_ui->sectionsView, &SectionsView::explainRequested, this, &Page::explainRequested);
    connect(m_ui->chartView, &ChartView::datumClicked, this, [this](int series, int year) {
        if (series < 0 || year < 0) return;
        const auto& calculation = *this->session().comparison().scenarios[std::size_t(series)].calculation;
        FigureSource source{calculation.scenario, {}, {}};
        source.filter.direct = true;
        source.filter.year = this->session().plan().firstYear() + year;
        source.title = toQString(calculation.name + ", " + source.filter.year->shortLabel());
        emit explainRequested(source);
    });
}

ComparePage::~ComparePage() = default;

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
        item->setToolTip(plainToolTip(toQString(scenario.description)));
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
    m_ui->chartView->setSpec(yearlyChart(comparison));
    auto table = sideBySideTable(comparison);
    auto sources = FigureTableModel::originsOf(table, comparison);
    m_ui->sideBySideTable->setTable(std::move(table), std::move(sources));
    refreshSections();
}

/// The analyses take longer than a person waits while typing; until they are there, the old ones stay, greyed.
void ComparePage::refreshSections() {
    m_ui->workingText->show();
    m_ui->sectionsView->setEnabled(false);
    const auto work = [comparison = session().comparison()] { return comparisonSections(comparison, analyse(comparison)); };
    m_job = startJob(this, work, [this, comparison = session().comparison()](const std::vector<Section>& sections) {
        m_ui->sectionsView->setSections(sections, comparison);
        m_ui->sectionsView->setEnabled(true);
        m_ui->workingText->hide();
    });
}

} // namespace tco
