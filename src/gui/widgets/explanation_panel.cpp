// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/explanation_panel.hpp"

#include <QHeaderView>
#include <QTreeWidget>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/report/changes.hpp"
#include "ui_explanation_panel.h"

namespace tco {
namespace {

constexpr int postingRole = Qt::UserRole;

QTreeWidgetItem* row(const QString& what, const QString& amount = {}) {
    auto* item = new QTreeWidgetItem({what, amount});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignTop);
    return item;
}

} // namespace

ExplanationPanel::ExplanationPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ExplanationPanel>()) {
    m_ui->setupUi(this);
    m_ui->tree->header()->setStretchLastSection(false);
    m_ui->tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_ui->tree, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) {
        if (!m_calculation || item->parent()) return; // postings stand one level down
        Explainer explainer(*m_calculation, m_source->view);
        for (int i = 0; i < item->childCount(); ++i) openPosting(*item->child(i), explainer);
    });
}

ExplanationPanel::~ExplanationPanel() = default;

void ExplanationPanel::setUp(Session& session) {
    m_session = &session;
    connect(&session, &Session::documentReplaced, this, [this] { m_source.reset(); });
    connect(&session, &Session::changed, this, &ExplanationPanel::refresh);
}

void ExplanationPanel::explain(const FigureSource& source) {
    m_source = source;
    refresh();
    m_ui->tree->setFocus();
}

void ExplanationPanel::refresh() {
    m_ui->tree->clear();
    // The scenario or the item may be gone since.
    const auto& plan = m_session->plan();
    if (m_source &&
        ((m_source->scenario && !findById(plan.scenarios, m_source->scenario)) || (m_source->filter.item && !contains(plan, *m_source->filter.item))))
        m_source.reset();
    if (!m_source) {
        m_calculation.reset();
        m_ui->titleText->setText(tr("Choose a figure: double-click it, or press Enter on it."));
        return;
    }
    m_calculation = m_session->calculation(m_source->scenario);
    const auto explanation = explainTotal(*m_calculation, m_source->filter, m_source->view);
    auto title = tr("%1: %2 from %3")
                     .arg(m_source->title, moneyText(explanation.total.nominal, MoneyStyle::Cents),
                          counted(std::int64_t(explanation.total.postings), tr("posting"), tr("postings")));
    if (m_source->view == View::Cash) title += tr("; present value %1").arg(moneyText(explanation.total.presentValue, MoneyStyle::Cents));
    m_ui->titleText->setText(title);
    for (const auto& line : explanation.lines) {
        auto* item = row(tr("%1: %2").arg(coreText(ruleTitle(line.rule)), toQString(line.name)), moneyText(line.sum.nominal, MoneyStyle::Cents));
        for (const auto index : line.postings) {
            const auto posting = m_calculation->in(m_source->view).at(index);
            auto* child =
                row(tr("%1, %2").arg(toQString(posting.date.display()), toQString(posting.year.shortLabel())), moneyText(posting.amount, MoneyStyle::Cents));
            child->setData(0, postingRole, qulonglong(index));
            item->addChild(child);
        }
        m_ui->tree->addTopLevelItem(item);
    }
    if (explanation.lines.size() == 1) m_ui->tree->topLevelItem(0)->setExpanded(true);
}

/// Adds formula and inputs when a line is opened, not for thousands of postings nobody looks at.
void ExplanationPanel::openPosting(QTreeWidgetItem& item, Explainer& explainer) {
    const auto index = item.data(0, postingRole);
    if (!index.isValid() || item.childCount() > 0) return;
    const auto explained = explainer.posting(std::size_t(index.toULongLong()));
    item.addChild(row(toQString(explained.formula)));
    if (const auto charged = chargeWords(*m_calculation->plan, explained); !charged.empty()) item.addChild(row(toQString(charged)));
    InputEdits edits(m_session->plan(), m_source->scenario, m_session->history());
    for (const auto& input : explained.inputs) {
        const auto origin = edits.origin(input);
        const auto source = origin.empty() ? tr("no source noted") : toQString(origin);
        item.addChild(row(tr("%1: %2 (%3)").arg(toQString(input.label), toQString(input.value), source)));
    }
}

} // namespace tco
