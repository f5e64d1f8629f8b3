// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/merge_page.hpp"

#include <QButtonGroup>
#include <QGroupBox>
#include <QRadioButton>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/report/changes.hpp"
#include "ui_merge_page.h"

namespace tco {
namespace {

QString copyName(const Document& copy) { return fromPath(copy.path().filename()); }

/// "Price: $410.00; Source of Price: quote 2026".
QString contentsOf(const MergeConflict& conflict, const ChangeWords& words, std::optional<EntryContent> MergedEntry::*side) {
    QStringList parts;
    for (const auto& each : conflict.entries) parts.append(toQString(words.part(each.entry) + ": " + words.content(each.entry, each.*side)));
    return parts.join(QStringLiteral("; "));
}

QString authorOf(const ConflictSide& side) {
    return side.day ? MergePage::tr("last changed %1").arg(toQString(authorWords(side.author, *side.day))) : MergePage::tr("nobody knows who changed it");
}

} // namespace

MergePage::MergePage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::MergePage>()) {
    m_ui->setupUi(this);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &MergePage::merge);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, [this] {
        m_copy.reset();
        emit finished({});
    });
}

MergePage::~MergePage() = default;

Expected<void> MergePage::start(const std::filesystem::path& path) {
    auto copy = Document::open(path);
    if (!copy) return failFrom(copy);
    m_copy = std::move(*copy);
    if (auto compared = compareCopies(); !compared) {
        m_copy.reset();
        return compared;
    }
    showConflicts();
    return {};
}

Expected<void> MergePage::compareCopies() {
    const auto& mine = session().document();
    auto base = commonBaseOf(mine, *m_copy);
    if (!base) return failFrom(base);
    auto merged = mergeCopies(*base, mine, *m_copy);
    if (!merged) return failFrom(merged);
    if (merged->result.conflicts.empty() && merged->result.fromTheirs.empty())
        return fail(ErrorCode::Conflict, tr("“%1” has nothing that is not in this plan already.").arg(copyName(*m_copy)).toStdString());
    m_base = std::move(*base);
    m_merge = std::move(*merged);
    return {};
}

/// The open plan can change while the page waits.
void MergePage::refresh() {
    if (!m_copy) return;
    if (compareCopies()) return showConflicts();
    m_copy.reset();
    emit finished({});
}

void MergePage::showConflicts() {
    const auto& result = m_merge.result;
    m_ui->headingText->setText(tr("Merge with “%1”").arg(copyName(*m_copy)));
    auto summary =
        tr("%1 of theirs, and your own %2, go together without a question. %3")
            .arg(counted(std::int64_t(result.fromTheirs.size()), tr("change"), tr("changes")), toQString(displayCount(std::int64_t(result.fromMine.size()))),
                 result.conflicts.empty() ? tr("Nothing was changed on both sides.") : tr("What was changed on both sides, you choose:"));
    for (const auto& finding : m_merge.findings) summary += QStringLiteral("\n⚠ ") + toQString(finding.message);
    m_ui->summaryText->setText(summary);
    m_choices.clear();
    while (auto* item = m_ui->conflictsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < result.conflicts.size(); ++i) addConflict(i);
    m_ui->conflictsLayout->addStretch();
    refreshButton();
}

void MergePage::addConflict(std::size_t index) {
    const auto& conflict = m_merge.result.conflicts[index];
    const auto& sides = m_merge.sides[index];
    const auto &mine = session().plan(), &theirs = m_copy->plan();
    const ChangeWords before({&m_base, &mine, &theirs}), byMe({&mine, &m_base, &theirs}), byThem({&theirs, &m_base, &mine});
    auto* box = new QGroupBox(toQString(before.item(conflict.entries.front().entry.item)), m_ui->conflictsPanel);
    auto* layout = new QVBoxLayout(box);
    auto* was = new QLabel(tr("Before: %1").arg(contentsOf(conflict, before, &MergedEntry::base)), box);
    was->setWordWrap(true);
    layout->addWidget(was);
    auto* choice = new QButtonGroup(box);
    const auto add = [&](int id, const QString& text, const ConflictSide& side) {
        auto* button = new QRadioButton(text, box);
        auto* who = new QLabel(tr("%1; the plan then costs %2").arg(authorOf(side), moneyText(side.total)), box);
        who->setIndent(24);
        who->setWordWrap(true);
        button->setAccessibleDescription(who->text());
        choice->addButton(button, id);
        layout->addWidget(button);
        layout->addWidget(who);
    };
    add(0, tr("Mine: %1").arg(contentsOf(conflict, byMe, &MergedEntry::mine)), sides.mine);
    add(1, tr("Theirs: %1").arg(contentsOf(conflict, byThem, &MergedEntry::theirs)), sides.theirs);
    connect(choice, &QButtonGroup::idClicked, this, &MergePage::refreshButton);
    m_ui->conflictsLayout->addWidget(box);
    m_choices.push_back(choice);
}

void MergePage::refreshButton() {
    const auto open = std::ranges::count(m_choices, -1, &QButtonGroup::checkedId);
    m_ui->mergeButton->setEnabled(open == 0);
    m_ui->openText->setText(open == 0 ? QString() : tr("%1 left").arg(counted(open, tr("choice"), tr("choices"))));
}

void MergePage::merge() {
    std::vector<MergeSide> choices;
    for (const auto* choice : m_choices) choices.push_back(choice->checkedId() == 0 ? MergeSide::Mine : MergeSide::Theirs);
    const auto copy = std::exchange(m_copy, std::nullopt);
    if (const auto done = session().merge(*copy, resolved(m_merge.result, choices)); !done) {
        m_ui->openText->setText(toQString(done.error().message));
        return;
    }
    emit finished(tr("“%1” is merged in. Undo takes it back.").arg(copyName(*copy)));
}

} // namespace tco
