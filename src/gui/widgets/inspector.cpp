// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/inspector.hpp"

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "ui_inspector.h"

namespace tco {

Inspector::Inspector(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::Inspector>()) { m_ui->setupUi(this); }

Inspector::~Inspector() = default;

void Inspector::setUp(Session& session) {
    m_session = &session;
    m_ui->fieldForm->setUp(session);
    connect(m_ui->fieldForm, &FieldForm::historyRequested, this, &Inspector::historyRequested);
    connect(&session, &Session::documentReplaced, this, [this] { setItem({}); });
    connect(&session, &Session::changed, this, &Inspector::refresh);
    connect(m_ui->costTable, &FigureTable::explainRequested, this, &Inspector::explainRequested);
    connect(m_ui->explainButton, &QPushButton::clicked, this, [this] {
        if (const auto source = costSource()) emit explainRequested(*source);
    });
    refresh();
}

void Inspector::setItem(ItemRef item) {
    m_item = item;
    if (item.id != 0) m_ui->fieldForm->setItem(item);
    refresh();
}

std::optional<FigureSource> Inspector::costSource() const {
    FigureSource source{m_session->shown(), {}, toQString(nameOf(m_session->plan(), m_item))};
    switch (m_item.kind) {
    case Kind::Agreement:
    case Kind::Cohort:
    case Kind::Position:
    case Kind::Incident:
    case Kind::UserGroup: source.filter.item = m_item; return source;
    case Kind::Site: source.filter.site = SiteId{m_item.id}; return source;
    case Kind::District:
    case Kind::Assumptions:
    case Kind::HeadCount:
    case Kind::Lease:
    case Kind::ContractChange:
    case Kind::AssetModel:
    case Kind::Goal:
    case Kind::Benefit:
    case Kind::Fund:
    case Kind::FundingRule:
    case Kind::Account:
    case Kind::BudgetLine:
    case Kind::ClosedYear:
    case Kind::Scenario:
    case Kind::Adoption: break; // cost nothing by themselves
    }
    return {};
}

void Inspector::refresh() {
    const auto& plan = m_session->plan();
    if (m_item.id != 0 && !contains(plan, m_item)) m_item = {};
    const bool isSomething = m_item.id != 0;
    m_ui->contentPanel->setVisible(isSomething);
    m_ui->nameText->setText(isSomething ? toQString(nameOf(plan, m_item)) : tr("Nothing selected"));
    m_ui->kindText->setText(isSomething ? kindWord(m_item.kind) : tr("Select a row to see its values, sources and cost."));
    const auto source = isSomething ? costSource() : std::nullopt;
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->costLabel, m_ui->explainButton, m_ui->costTable}) widget->setVisible(source.has_value());
    if (!source) return;

    const auto calculation = m_session->calculation();
    Table table{.caption = tr("Cost by year").toStdString(),
                .columns = {{tr("Year").toStdString(), TextAlign::Left, 1}, {tr("Cost").toStdString(), TextAlign::Right, 1}},
                .rows = {},
                .note = {}};
    for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
        auto filter = source->filter;
        filter.year = year;
        table.rows.push_back({{{year.shortLabel(), false}, {displayCell(calculation->ledger.sum(filter).nominal), false}}, false});
    }
    table.rows.push_back({{{tr("All years").toStdString(), false}, {display(calculation->ledger.sum(source->filter).nominal), false}}, true});
    m_ui->costTable->setTable(std::move(table), [source = *source, first = plan.firstYear(), years = plan.district.horizon](int row, int) {
        auto opened = source;
        if (row < years) {
            opened.filter.year = first + row;
            opened.title += QStringLiteral(", ") + toQString(opened.filter.year->shortLabel());
        }
        return std::optional(opened);
    });
}

} // namespace tco
