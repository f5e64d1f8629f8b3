// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/overview_page.hpp"

#include <algorithm>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/figure_button.hpp"
#include "ui_overview_page.h"

namespace tco {
namespace {

QString severityWord(Severity severity) {
    switch (severity) {
    case Severity::Error: return OverviewPage::tr("Error");
    case Severity::Warning: return OverviewPage::tr("Warning");
    case Severity::Note: break;
    }
    return OverviewPage::tr("Note");
}

Table::Row countRow(const QString& header, const std::vector<YearFigures>& years, std::int64_t YearFigures::*count) {
    Table::Row row{{{header.toStdString(), false}}, false};
    for (const auto& year : years) row.cells.push_back({year.*count == 0 ? "–" : displayCount(year.*count), false});
    return row;
}

} // namespace

OverviewPage::OverviewPage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::OverviewPage>()) {
    m_ui->setupUi(this);
    for (auto* figure : {m_ui->yearFigure, m_ui->totalFigure, m_ui->indirectFigure, m_ui->studentFigure}) figure->setLarge(true);
    connect(m_ui->yearFigure, &QAbstractButton::clicked, this, [this] {
        auto source = total(true);
        source.filter.year = this->session().plan().firstYear();
        source.title += QStringLiteral(", ") + toQString(source.filter.year->shortLabel());
        emit explainRequested(source);
    });
    connect(m_ui->totalFigure, &QAbstractButton::clicked, this, [this] { emit explainRequested(total(true)); });
    connect(m_ui->indirectFigure, &QAbstractButton::clicked, this, [this] { emit explainRequested(total(false)); });
    connect(m_ui->studentFigure, &QAbstractButton::clicked, this, [this] { emit explainRequested(total({})); });
    connect(m_ui->yearTable, &FigureTable::explainRequested, this, &Page::explainRequested);
    connect(&session, &Session::findingsChanged, this, &OverviewPage::refreshFindings);
    connect(m_ui->chartView, &ChartView::datumClicked, this, [this](int, int year) {
        const auto& years = this->session().shownResult().figures.years;
        if (year < 0 || year >= int(years.size())) return;
        auto source = total(true);
        source.filter.year = years[std::size_t(year)].year;
        source.title += QStringLiteral(", ") + toQString(source.filter.year->shortLabel());
        emit explainRequested(source);
    });
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::focusFindings() {
    m_ui->findingsList->setFocus();
    m_ui->pageScroll->ensureWidgetVisible(m_ui->findingsList);
}

FigureSource OverviewPage::total(std::optional<bool> direct) const {
    FigureSource source{session().shown(), {}, session().scenarioName(session().shown())};
    source.filter.direct = direct;
    if (direct) source.title += *direct ? tr(", budget") : tr(", indirect");
    return source;
}

void OverviewPage::refresh() {
    refreshFigures();
    refreshYears();
    refreshFindings();
}

void OverviewPage::refreshFigures() {
    const auto& plan = session().plan();
    const auto& shown = session().shownResult();
    const auto& figures = shown.figures;
    const auto scenario = session().scenarioName(session().shown());
    m_ui->headingText->setText(toQString(nameOf(plan, {Kind::District, singleId})));
    m_ui->answerText->setText(toQString(answerSentence(session().view())));
    const auto firstYear = figures.years.empty() ? Money() : figures.years.front().direct;
    const auto span = tr("%1–%2").arg(toQString(plan.firstYear().shortLabel()), toQString(plan.lastYear().shortLabel()));
    const bool indirect = !figures.indirect.isZero();
    m_ui->yearFigure->setFigure(tr("%1, %2").arg(toQString(plan.firstYear().shortLabel()), scenario), moneyText(firstYear, MoneyStyle::Compact),
                                moneyText(firstYear, MoneyStyle::Cents));
    m_ui->totalFigure->setFigure(indirect ? tr("Budget, %1").arg(span) : span, moneyText(figures.direct, MoneyStyle::Compact),
                                 moneyText(figures.direct, MoneyStyle::Cents));
    m_ui->indirectFigure->setVisible(indirect);
    m_ui->indirectFigure->setFigure(tr("Indirect, not in the budget"), moneyText(figures.indirect, MoneyStyle::Compact),
                                    tr("%1: people’s time and expected losses").arg(moneyText(figures.indirect, MoneyStyle::Cents)));
    m_ui->studentFigure->setFigure(indirect ? tr("Per student and year, both") : tr("Per student and year"),
                                   figures.perStudentYear ? moneyText(*figures.perStudentYear, MoneyStyle::Cents) : tr("not known"),
                                   figures.perStudentYear ? tr("Plan total divided by the students of all years")
                                                          : tr("Enter the number of students on the page District & assumptions."));
    m_ui->chartView->setSpec(categoryChart(shown, session().comparedResult()));
}

void OverviewPage::refreshYears() {
    const auto& shown = session().shownResult();
    const auto& years = shown.figures.years;
    const auto* compared = session().comparedResult();
    Table table;
    table.columns.push_back({std::string(), TextAlign::Left, 2});
    for (const auto& year : years) table.columns.push_back({year.year.shortLabel(), TextAlign::Right, 1});
    const auto moneyRow = [&](const QString& header, const std::function<std::optional<Money>(std::size_t)>& amountOf, MoneyStyle style = MoneyStyle::Dollars) {
        Table::Row row{{{header.toStdString(), false}}, false};
        for (std::size_t i = 0; i < years.size(); ++i) {
            const auto amount = amountOf(i);
            row.cells.push_back({amount ? displayCell(*amount, style) : std::string("–"), false});
        }
        table.rows.push_back(std::move(row));
    };
    const bool indirect = !shown.figures.indirect.isZero();
    const auto name = toQString(shown.calculation->name);
    moneyRow(indirect ? tr("Budget, %1").arg(name) : tr("Cost, %1").arg(name), [&](std::size_t i) { return years[i].direct; });
    if (indirect) moneyRow(tr("Indirect, not in the budget"), [&](std::size_t i) { return years[i].indirect; });
    if (compared && compared->figures.years.size() == years.size())
        moneyRow(indirect ? tr("Budget less that of %1").arg(toQString(compared->calculation->name))
                          : tr("Difference to %1").arg(toQString(compared->calculation->name)),
                 [&](std::size_t i) { return years[i].direct - compared->figures.years[i].direct; });
    table.rows.push_back(countRow(tr("Units put into service"), years, &YearFigures::refreshed));
    table.rows.push_back(countRow(tr("Devices in service at year end"), years, &YearFigures::devices));
    table.rows.push_back(countRow(tr("Students"), years, &YearFigures::students));
    moneyRow(
        tr("Per student"), [&](std::size_t i) { return years[i].perStudent; }, MoneyStyle::Cents);
    moneyRow(
        tr("Per device"), [&](std::size_t i) { return years[i].perDevice; }, MoneyStyle::Cents);
    const auto sourceOf = [=, this, first = session().plan().firstYear()](int row, int column) -> std::optional<FigureSource> {
        if (row > (indirect ? 1 : 0) || column == 0) return {};
        auto opened = total(row == 0);
        opened.filter.year = first + (column - 1);
        opened.title += QStringLiteral(", ") + toQString(opened.filter.year->shortLabel());
        return opened;
    };
    m_ui->yearTable->setTable(std::move(table), sourceOf);
}

void OverviewPage::refreshFindings() {
    m_ui->findingsList->clear();
    for (const auto& finding : session().findings())
        m_ui->findingsList->addItem(tr("%1: %2", "severity, sentence").arg(severityWord(finding.severity), toQString(finding.message)));
    m_ui->findingsList->setVisible(m_ui->findingsList->count() > 0);
    m_ui->findingsLabel->setText(m_ui->findingsList->count() > 0 ? tr("Findin&gs") : tr("No findings: nothing in the plan looks wrong."));
}

} // namespace tco
