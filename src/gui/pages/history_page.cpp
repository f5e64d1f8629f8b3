// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/history_page.hpp"

#include <ranges>
#include <set>

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QTreeWidget>

#include "gui/app/save_name.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/base/file.hpp"
#include "tco/base/person.hpp"
#include "tco/exchange/csv.hpp"
#include "tco/report/changes.hpp"
#include "ui_history_page.h"

namespace tco {
namespace {

/// Place of the edit in the history, from 0; of a day, that of its newest edit.
constexpr int placeRole = Qt::UserRole;

QString titleOf(const HistoryEdit& edit) {
    auto title = HistoryPage::tr("%1  %2").arg(toQString(edit.time).left(5), toQString(edit.name));
    if (!edit.import.empty()) title += HistoryPage::tr(" (read from %1)").arg(toQString(edit.import));
    if (edit.mergedBy) title += HistoryPage::tr(" (came with a merge)");
    return title;
}

bool isFound(const QString& wanted, const HistoryEdit& edit, const ChangeWords& words) {
    const auto contains = [&](std::string_view text) { return toQString(text).contains(wanted, Qt::CaseInsensitive); };
    return wanted.isEmpty() || contains(edit.name) || contains(edit.author) || contains(edit.import) ||
           std::ranges::any_of(edit.changes, [&](const EntryChange& change) { return contains(words.change(change)); });
}

} // namespace

HistoryPage::HistoryPage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::HistoryPage>()) {
    m_ui->setupUi(this);
    m_ui->historyTree->header()->setStretchLastSection(false);
    m_ui->historyTree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->historyTree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_ui->personEdit->setText(toQString(personHere()));
    connect(m_ui->personEdit, &QLineEdit::editingFinished, this, [this] {
        this->session().setPerson(m_ui->personEdit->text());
        m_ui->personEdit->setText(toQString(personHere()));
    });
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &HistoryPage::fill);
    connect(m_ui->historyTree, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) { addChanges(*item); });
    connect(m_ui->historyTree, &QTreeWidget::currentItemChanged, this, [this] { m_ui->sinceButton->setEnabled(selectedDay().has_value()); });
    connect(m_ui->sinceButton, &QPushButton::clicked, this, &HistoryPage::showSelected);
    connect(m_ui->untilBox, &QComboBox::activated, this, &HistoryPage::showDifferences);
    connect(m_ui->compareButton, &QPushButton::clicked, this, &HistoryPage::compareAsking);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &HistoryPage::exportAsking);
    connect(&session, &Session::documentReplaced, this, [this] {
        m_since.reset();
        m_other.reset();
        m_ui->untilBox->setCurrentIndex(0);
    });
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::refresh() {
    fill();
    fillDays();
    showDifferences();
}

void HistoryPage::find(const QString& words) {
    m_ui->filterEdit->setText(words);
    m_ui->filterEdit->setFocus();
    constexpr int fewDays = 20;
    for (int day = 0; day < std::min(fewDays, m_ui->historyTree->topLevelItemCount()); ++day) {
        auto* item = m_ui->historyTree->topLevelItem(day);
        item->setExpanded(true);
        for (int edit = 0; edit < item->childCount(); ++edit) item->child(edit)->setExpanded(true);
    }
}

void HistoryPage::fill() {
    const auto& history = session().history();
    const ChangeWords words({&session().plan()}, &history);
    const auto wanted = m_ui->filterEdit->text().trimmed();
    m_ui->historyTree->clear();
    QTreeWidgetItem* day = nullptr;
    std::optional<Date> shown;
    int found = 0;
    for (std::size_t place = history.size(); place-- > 0;) {
        const auto& edit = history[place];
        if (!isFound(wanted, edit, words)) continue;
        ++found;
        if (shown != edit.day) {
            shown = edit.day;
            day = new QTreeWidgetItem(m_ui->historyTree, {toQString(edit.day.display())});
            day->setData(0, placeRole, qulonglong(place));
            day->setExpanded(m_ui->historyTree->topLevelItemCount() == 1);
        }
        auto* item = new QTreeWidgetItem(day, {titleOf(edit), edit.author.empty() ? tr("not told") : toQString(edit.author)});
        item->setData(0, placeRole, qulonglong(place));
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    }
    const auto* fault = session().historyError();
    m_ui->stateText->setText(fault             ? toQString(fault->message)
                             : history.empty() ? tr("Nothing has been changed yet. From now on every edit is noted here.")
                                               : tr("%1 of %2").arg(found).arg(counted(std::int64_t(history.size()), tr("edit"), tr("edits"))));
    m_ui->sinceButton->setEnabled(selectedDay().has_value());
    m_ui->exportButton->setEnabled(found > 0);
}

/// When an edit is opened, not for thousands nobody looks at.
void HistoryPage::addChanges(QTreeWidgetItem& item) {
    if (!item.parent() || item.childCount() > 0) return;
    const auto& history = session().history();
    const auto place = std::size_t(item.data(0, placeRole).toULongLong());
    if (place >= history.size()) return;
    const ChangeWords words({&session().plan()}, &history);
    for (const auto& change : withoutContents(history[place].changes)) new QTreeWidgetItem(&item, {toQString(words.change(change))});
    if (item.childCount() == 0) new QTreeWidgetItem(&item, {tr("Only single devices, which are not listed here.")});
}

std::optional<Date> HistoryPage::selectedDay() const {
    const auto* item = m_ui->historyTree->currentItem();
    while (item && item->parent()) item = item->parent();
    const auto& history = session().history();
    if (!item || std::size_t(item->data(0, placeRole).toULongLong()) >= history.size()) return {};
    return history[std::size_t(item->data(0, placeRole).toULongLong())].day;
}

void HistoryPage::fillDays() {
    const auto chosen = m_ui->untilBox->currentData();
    std::set<Date> days;
    for (const auto& edit : session().history()) days.insert(edit.day);
    m_ui->untilBox->clear();
    m_ui->untilBox->addItem(tr("now"));
    for (const auto day : std::views::reverse(days)) m_ui->untilBox->addItem(toQString(day.display()), day.daysSinceEpoch());
    m_ui->untilBox->setCurrentIndex(chosen.isValid() ? std::max(0, m_ui->untilBox->findData(chosen)) : 0);
}

void HistoryPage::showSelected() {
    m_other.reset();
    m_since = selectedDay();
    showDifferences();
}

void HistoryPage::showDifferences() {
    if (m_other)
        return m_ui->sinceView->show(session(), [other = m_other, plan = session().snapshot(), scenario = session().shown()] {
            return changeSections(*other, {"this plan", *plan}, {}, scenario);
        });
    if (!m_since) return m_ui->sinceView->clear();
    std::optional<Date> until;
    if (const auto chosen = m_ui->untilBox->currentData(); chosen.isValid()) until = Date().addDays(chosen.toInt());
    auto since = *m_since;
    if (until && *until < since) std::swap(*until, since);
    m_ui->sinceView->show(session(), [plan = session().snapshot(), history = session().history(), since, until, scenario = session().shown()] {
        // The day itself counts: from its beginning, which is the end of the day before it.
        return changeSections({"the beginning of " + since.display(), stateAt(*plan, history, since.addDays(-1))},
                              until ? PlanState{"the end of " + until->display(), stateAt(*plan, history, *until)} : PlanState{"now", *plan}, history,
                              scenario);
    });
}

void HistoryPage::compareAsking() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Compare with a file"), {}, tr("District TCO files (*.tco);;All files (*)"));
    if (!path.isEmpty()) compareWith(path);
}

bool HistoryPage::compareWith(const QString& path) {
    const auto other = Document::open(toPath(path));
    if (!other) {
        m_ui->stateText->setText(toQString(other.error().message));
        return false;
    }
    m_since.reset();
    m_other = std::make_shared<const PlanState>(PlanState{fromPath(toPath(path).filename()).toStdString(), other->plan()});
    showDifferences();
    return true;
}

void HistoryPage::exportAsking() {
    const auto path = askSaveName(this, tr("Export the history"), tr("History.csv"), tr("Tables (*.csv)"), QStringLiteral("csv"));
    if (!path.isEmpty()) exportTo(path);
}

bool HistoryPage::exportTo(const QString& path) {
    const auto wanted = m_ui->filterEdit->text().trimmed();
    const auto& history = session().history();
    const ChangeWords words({&session().plan()}, &history);
    History shown;
    for (const auto& edit : std::views::reverse(history))
        if (isFound(wanted, edit, words)) shown.push_back(edit);
    const auto written = writeFileAtomically(toPath(path), csvText(historyRows(shown, words)));
    m_ui->stateText->setText(written ? tr("The history is written to %1.").arg(QDir::toNativeSeparators(path)) : toQString(written.error().message));
    return written.has_value();
}

} // namespace tco
