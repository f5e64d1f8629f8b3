// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/scenario_bar.hpp"

#include <QComboBox>
#include <QSignalBlocker>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/figure_button.hpp"
#include "ui_scenario_bar.h"

namespace tco {
namespace {

constexpr qint64 comparedWithNothing = -1;

void fill(QComboBox& box, const Plan& plan, bool withNothing, qint64 current) {
    const QSignalBlocker quiet(box);
    box.clear();
    if (withNothing) box.addItem(ScenarioBar::tr("nothing"), comparedWithNothing);
    if (plan.scenarios.empty() || current == 0) box.addItem(ScenarioBar::tr("Plan as entered"), qint64{0});
    for (const auto& scenario : plan.scenarios) box.addItem(toQString(scenario.name), qint64(scenario.id.value));
    box.setCurrentIndex(box.findData(current));
}

} // namespace

ScenarioBar::ScenarioBar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ScenarioBar>()) { m_ui->setupUi(this); }

ScenarioBar::~ScenarioBar() = default;

void ScenarioBar::setUp(Session& session) {
    m_session = &session;
    connect(m_ui->shownBox, &QComboBox::activated, this, [this] { m_session->setShown({m_ui->shownBox->currentData().toLongLong()}); });
    connect(m_ui->comparedBox, &QComboBox::activated, this, [this] {
        const auto id = m_ui->comparedBox->currentData().toLongLong();
        m_session->setCompared(id == comparedWithNothing ? std::nullopt : std::optional(ScenarioId{id}));
    });
    connect(m_ui->yearFigure, &QAbstractButton::clicked, this, [this] { explain(true); });
    for (auto* figure : {m_ui->totalFigure, m_ui->presentFigure, m_ui->differenceFigure})
        connect(figure, &QAbstractButton::clicked, this, [this] { explain(false); });
    connect(&session, &Session::changed, this, &ScenarioBar::refresh);
    refresh();
}

void ScenarioBar::explain(bool onlyFirstYear) {
    FigureSource source{m_session->shown(), {}, m_session->scenarioName(m_session->shown())};
    source.filter.direct = true;
    if (onlyFirstYear) {
        source.filter.year = m_session->plan().firstYear();
        source.title += QStringLiteral(", ") + toQString(m_session->plan().firstYear().shortLabel());
    }
    emit explainRequested(source);
}

void ScenarioBar::refresh() {
    if (!m_session->hasDocument()) return;
    const auto& plan = m_session->plan();
    fill(*m_ui->shownBox, plan, false, m_session->shown().value);
    fill(*m_ui->comparedBox, plan, true, m_session->compared() ? m_session->compared()->value : comparedWithNothing);

    const auto& shown = m_session->shownResult();
    const auto exact = [](Money amount) { return moneyText(amount, MoneyStyle::Cents); };
    // The bar shows the budget; what is not in it stands in the tooltip of the total.
    const auto& budget = shown.figures.budget;
    const auto firstYear = shown.figures.years.empty() ? Money() : shown.figures.years.front().direct;
    const auto span = counted(plan.district.horizon, tr("year"), tr("years"));
    const bool indirect = !shown.figures.indirect.isZero();
    m_ui->yearFigure->setFigure(toQString(plan.firstYear().shortLabel()), moneyText(firstYear, MoneyStyle::Compact),
                                tr("%1: %2").arg(toQString(plan.calendar().fullLabel(plan.firstYear())), exact(firstYear)));
    m_ui->totalFigure->setFigure(indirect ? tr("Budget, %1").arg(span) : span, moneyText(budget.nominal, MoneyStyle::Compact),
                                 indirect ? tr("%1; indirect cost outside the budget: %2").arg(exact(budget.nominal), exact(shown.figures.indirect))
                                          : exact(budget.nominal));
    m_ui->presentFigure->setFigure(tr("Present value"), moneyText(budget.presentValue, MoneyStyle::Compact),
                                   tr("%1 in money of %2").arg(exact(budget.presentValue), toQString(plan.firstDay().display())));
    const auto* compared = m_session->comparedResult();
    m_ui->differenceFigure->setVisible(compared != nullptr);
    if (!compared) return;
    const auto nominal = budget.nominal - compared->figures.budget.nominal, present = budget.presentValue - compared->figures.budget.presentValue;
    m_ui->differenceFigure->setFigure(
        tr("Difference"), differenceText(nominal, MoneyStyle::Compact),
        tr("“%1” less “%2”: %3; present value %4")
            .arg(m_session->scenarioName(m_session->shown()), toQString(compared->calculation->name), exact(nominal), exact(present)));
}

} // namespace tco
