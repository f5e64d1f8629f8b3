// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/scenarios_page.hpp"

#include <algorithm>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/item_table.hpp"
#include "tco/base/person.hpp"
#include "tco/document/milestones.hpp"
#include "ui_scenarios_page.h"

namespace tco {
namespace {

constexpr int kindRole = Qt::UserRole, idRole = Qt::UserRole + 1, fieldRole = Qt::UserRole + 2;

Date dateOf(const QDate& day) { return Date::of(day.year(), day.month(), day.day()); }

} // namespace

ScenariosPage::ScenariosPage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::ScenariosPage>()) {
    m_ui->setupUi(this);
    m_ui->itemTable->setUp(
        session, {Kind::Scenario, {}},
        {tr("Scenarios"), tr("A scenario is a variant of the plan, for example “4-year lease”. Add one for each choice the board has."), {}});
    m_ui->hintText->setText(
        tr("To change something for one scenario only: show it (list above, “Scenario”), select a row on any page, press the mark ●◐○ beside "
           "a value in the selection panel and tick “Only in the scenario shown”."));
    connect(m_ui->itemTable, &ItemTable::currentItemChanged, this, [this](ItemRef item) {
        const ScenarioId scenario{item.id};
        if (scenario && std::exchange(m_followed, scenario) != scenario) refreshAdopting(scenario);
        refresh();
        emit itemSelected(item);
    });
    connect(m_ui->removeChangeButton, &QPushButton::clicked, this, &ScenariosPage::removeChange);
    connect(m_ui->showButton, &QPushButton::clicked, this, [this] { this->session().setShown(selected()); });
    connect(m_ui->adoptButton, &QPushButton::clicked, this, &ScenariosPage::adopt);
    connect(m_ui->adoptedList, &QListWidget::currentItemChanged, this,
            [this](const QListWidgetItem* item) { m_ui->sinceButton->setEnabled(item && item->data(idRole).isValid()); });
    connect(m_ui->sinceButton, &QPushButton::clicked, this, [this] {
        m_since = {m_ui->adoptedList->currentItem()->data(idRole).toLongLong()};
        showSince();
    });
    connect(m_ui->adoptionNameEdit, &QLineEdit::returnPressed, this, &ScenariosPage::adopt);
    connect(m_ui->adoptionNameEdit, &QLineEdit::textChanged, this, &ScenariosPage::refreshAdoptButton);
    connect(m_ui->adoptedBox, &QComboBox::activated, this, &ScenariosPage::refreshAdopted);
    m_ui->adoptedOnEdit->setDate(QDate::currentDate());
    m_ui->adoptedByEdit->setText(toQString(personHere()));
    connect(m_ui->changesList, &QListWidget::currentRowChanged, this, [this](int row) { m_ui->removeChangeButton->setEnabled(row >= 0); });
}

ScenariosPage::~ScenariosPage() = default;

ItemTable* ScenariosPage::itemTable() { return m_ui->itemTable; }

ScenarioId ScenariosPage::selected() const { return {m_ui->itemTable->currentItem().id}; }

void ScenariosPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (!selected() && session().shown()) m_ui->itemTable->select({Kind::Scenario, session().shown().value});
    emit itemSelected(m_ui->itemTable->currentItem());
}

ScenarioId ScenariosPage::adopting() const { return {m_ui->adoptedBox->currentData().toLongLong()}; }

void ScenariosPage::refresh() {
    const auto scenario = selected();
    refreshChanges(scenario);
    m_ui->showButton->setEnabled(bool(scenario) && scenario != session().shown());
    refreshAdopting(adopting());
    refreshAdopted();
}

void ScenariosPage::refreshChanges(ScenarioId scenario) {
    const auto& plan = session().plan();
    m_ui->changesList->clear();
    m_ui->changesLabel->setText(scenario ? tr("What “%1” chan&ges").arg(withoutKey(session().scenarioName(scenario)))
                                         : tr("Select a scenario to see what it chan&ges"));
    for (auto at = plan.overrides.lower_bound({scenario, FieldRef{}}); scenario && at != plan.overrides.end() && at->first.first == scenario; ++at) {
        const auto& target = at->first.second;
        const auto* field = findField(target.item.kind, target.field);
        if (!contains(plan, target.item) || !field) continue;
        const auto text = [&](const Value& value) {
            const auto shown = coreText(displayText(plan, *field, value));
            return shown.isEmpty() ? tr("blank") : shown;
        };
        auto* item = new QListWidgetItem(
            tr("%1, %2: %3 instead of %4")
                .arg(toQString(nameOf(plan, target.item)), coreText(field->label).toLower(), text(at->second), text(valueOf(plan, target.item, target.field))),
            m_ui->changesList);
        item->setData(kindRole, int(target.item.kind));
        item->setData(idRole, qlonglong(target.item.id));
        item->setData(fieldRole, toQString(target.field));
    }
    if (scenario && m_ui->changesList->count() == 0) {
        auto* none = new QListWidgetItem(tr("Nothing of its own."), m_ui->changesList);
        none->setFlags(Qt::NoItemFlags);
    }
    m_ui->removeChangeButton->setEnabled(m_ui->changesList->currentRow() >= 0);
}

void ScenariosPage::refreshAdopting(ScenarioId chosen) {
    auto* box = m_ui->adoptedBox;
    box->clear();
    for (const auto& scenario : session().plan().scenarios) box->addItem(toQString(scenario.name), qlonglong(scenario.id.value));
    box->addItem(session().scenarioName({}), qlonglong(0));
    box->setCurrentIndex(std::max(0, box->findData(qlonglong(chosen.value))));
}

void ScenariosPage::refreshAdoptButton() { m_ui->adoptButton->setEnabled(!m_ui->adoptionNameEdit->text().trimmed().isEmpty()); }

void ScenariosPage::refreshAdopted() {
    const auto scenario = adopting();
    refreshAdoptButton();
    m_ui->adoptedList->clear();
    m_ui->sinceButton->setEnabled(false);
    showSince();
    const auto now = session().calculation(scenario)->ledger.sum({.direct = true}).nominal;
    for (const auto& adoption : session().plan().adoptions) {
        if (adoption.scenario != scenario) continue;
        auto words = tr("“%1”").arg(toQString(adoption.name));
        if (adoption.adoptedOn) words += tr(", adopted on %1").arg(toQString(adoption.adoptedOn->display()));
        if (!adoption.adoptedBy.empty()) words += tr(" by %1").arg(toQString(adoption.adoptedBy));
        words += tr(": %1 then, %2 now").arg(moneyText(adoption.total), moneyText(now));
        if (now != adoption.total) words += tr(" (%1)").arg(differenceText(now - adoption.total));
        auto* item = new QListWidgetItem(words, m_ui->adoptedList);
        item->setData(idRole, qlonglong(adoption.id.value));
        if (adoption.id == m_since) m_ui->adoptedList->setCurrentItem(item);
    }
    if (m_ui->adoptedList->count() == 0) {
        auto* none = new QListWidgetItem(tr("None. What is adopted is kept as it stands, beside the scenario, and never changes."), m_ui->adoptedList);
        none->setFlags(Qt::NoItemFlags);
    }
}

void ScenariosPage::showSince() {
    const auto* adoption = findById(session().plan().adoptions, m_since);
    if (!adoption || adoption->scenario != adopting()) return m_ui->sinceView->clear();
    auto then = session().document().adoptedPlan(m_since);
    if (!then) return m_ui->sinceView->clear();
    m_ui->sinceView->show(session(), [then = std::move(*then), name = adoption->name, plan = session().snapshot(), scenario = adoption->scenario] {
        const auto called = scenario ? nameOf(*plan, {Kind::Scenario, scenario.value}) : std::string();
        return changeSections({name, then, called}, {"now", asAdopted(*plan, scenario), called}, {});
    });
}

void ScenariosPage::adopt() {
    const auto name = m_ui->adoptionNameEdit->text().trimmed();
    if (name.isEmpty()) return;
    const auto scenario = adopting();
    const Decision decision{m_ui->adoptedByEdit->text().trimmed().toStdString(), dateOf(m_ui->adoptedOnEdit->date())};
    const auto done = session().edit(tr("Adopt %1 as “%2”").arg(session().scenarioName(scenario), name), [&](Editor& editor) -> Expected<void> {
        const auto adopted = adoptScenario(editor, scenario, name.toStdString(), decision);
        return adopted ? Expected<void>() : failFrom(adopted);
    });
    if (!done) return refuse(done.error());
    m_ui->refusalText->hide();
    m_ui->adoptionNameEdit->clear();
}

void ScenariosPage::refuse(const Error& error) {
    m_ui->refusalText->setText(QStringLiteral("⚠ ") + toQString(error.message));
    m_ui->refusalText->show();
}

void ScenariosPage::removeChange() {
    const auto* item = m_ui->changesList->currentItem();
    if (!item || !item->data(fieldRole).isValid()) return;
    const ItemRef target{Kind(item->data(kindRole).toInt()), item->data(idRole).toLongLong()};
    if (const auto* field = findField(target.kind, item->data(fieldRole).toString().toStdString()))
        if (const auto done = session().clearOverride(selected(), target, *field); !done) refuse(done.error());
}

} // namespace tco
