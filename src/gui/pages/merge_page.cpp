// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/merge_page.hpp"

#include <QButtonGroup>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/report/changes.hpp"
#include "ui_merge_page.h"

namespace tco {
namespace {

constexpr const char* buttonProperty = "tcoButton"; ///< of words: the button that they belong to

QString copyName(const Document& copy) { return fromPath(copy.path().filename()); }

/// "Price: $410.00; Source of Price: quote 2026".
QString contentsOf(const MergeConflict& conflict, const ChangeWords& words, std::optional<EntryContent> MergedEntry::*side) {
    QStringList parts;
    for (const auto& each : conflict.entries) parts.append(toQString(words.part(each.entry) + ": " + words.content(each.entry, each.*side)));
    return parts.join(QStringLiteral("; "));
}

QString effectOf(const ConflictSide& side, const QString& scenario) {
    const auto author =
        side.day ? MergePage::tr("last changed %1").arg(toQString(authorWords(side.author, *side.day))) : MergePage::tr("nobody knows who changed it");
    return side.total ? MergePage::tr("%1; %2 then costs %3").arg(author, scenario, moneyText(*side.total))
                      : MergePage::tr("%1; %2 is then not there").arg(author, scenario);
}

/// What their side costs more or less than mine.
QString differenceOf(const ConflictSides& sides) {
    if (!sides.mine.total || !sides.theirs.total) return {};
    return QStringLiteral(" (%1)").arg(differenceText(*sides.theirs.total - *sides.mine.total));
}

} // namespace

MergePage::MergePage(Session& session, QWidget* parent) : Page(session, parent), m_ui(std::make_unique<Ui::MergePage>()) {
    m_ui->setupUi(this);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &MergePage::merge);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, [this] {
        m_copy.reset();
        emit finished({});
    });
    connect(&session, &Session::documentReplaced, this, [this] { m_copy.reset(); });
}

MergePage::~MergePage() = default;

QString MergePage::waitingFor() const { return m_copy ? copyName(*m_copy) : QString(); }

Expected<void> MergePage::start(const std::filesystem::path& path, const std::filesystem::path& beginning) {
    m_lacksBeginning = false;
    m_beginning.reset();
    if (!beginning.empty()) {
        const auto opened = Document::open(beginning);
        if (!opened) return failFrom(opened);
        if (!haveItemsInCommon(opened->plan(), session().plan()))
            return fail(ErrorCode::InvalidInput,
                        tr("“%1” is not the beginning of this plan: they have nothing in common.").arg(copyName(*opened)).toStdString());
        m_beginning = opened->plan();
    }
    auto copy = Document::open(path);
    if (!copy) return failFrom(copy);
    m_copy = std::move(*copy);
    if (auto compared = compareCopies(); !compared) {
        m_copy.reset();
        return compared;
    }
    m_choices.clear(); // those of another copy
    showConflicts();
    return {};
}

Expected<Plan> MergePage::beginningOf(const Document& copy) {
    if (m_beginning) return *m_beginning;
    auto base = commonBaseOf(session().document(), copy);
    m_lacksBeginning = !base && base.error().code == ErrorCode::InvalidInput;
    return base;
}

Expected<void> MergePage::compareCopies() {
    auto base = beginningOf(*m_copy);
    if (!base) return failFrom(base);
    auto merged = mergeCopies(*base, session().document(), *m_copy);
    if (!merged) return failFrom(merged);
    if (merged->result.conflicts.empty() && merged->result.fromTheirs.empty())
        return fail(ErrorCode::Conflict, tr("“%1” has nothing that is not in this plan already.").arg(copyName(*m_copy)).toStdString());
    m_base = std::move(*base);
    m_merge = std::move(*merged);
    m_mine = session().snapshot();
    return {};
}

/// The open plan can change while the page waits. What was chosen between contents that are still the same stays chosen.
void MergePage::refresh() {
    if (!m_copy || m_mine == session().snapshot()) return;
    std::vector<std::pair<std::vector<MergedEntry>, int>> chosen;
    for (std::size_t i = 0; i < m_choices.size(); ++i) chosen.emplace_back(m_merge.result.conflicts[i].entries, m_choices[i]->checkedId());
    if (!compareCopies()) {
        m_copy.reset();
        return emit finished({});
    }
    showConflicts();
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        for (const auto& [entries, side] : chosen)
            if (side >= 0 && entries == m_merge.result.conflicts[i].entries) m_choices[i]->button(side)->setChecked(true);
    refreshButton();
}

void MergePage::showConflicts() {
    const auto& result = m_merge.result;
    m_ui->headingText->setText(breakable(tr("Merge with “%1”").arg(copyName(*m_copy))));
    QString summary;
    const auto theirs = std::int64_t(withoutContents(result.fromTheirs).size()), mine = std::int64_t(withoutContents(result.fromMine).size());
    if (theirs > 0 && mine > 0)
        summary = tr("%1 of theirs, and your own %2, go together without a question. ")
                      .arg(counted(theirs, tr("change"), tr("changes")), toQString(displayCount(mine)));
    else if (theirs > 0)
        summary = tr("%1 of theirs can be taken without a question. ").arg(counted(theirs, tr("change"), tr("changes")));
    else if (mine > 0)
        summary = tr("Your own %1 stay as they are. ").arg(counted(mine, tr("change"), tr("changes")));
    summary += result.conflicts.empty() ? tr("Nothing was changed on both sides.") : tr("What was changed on both sides, you choose:");
    for (const auto& finding : m_merge.findings)
        summary += (finding.severity == Severity::Note ? QStringLiteral("\n") : QStringLiteral("\n⚠ ")) + toQString(finding.message);
    m_ui->summaryText->setText(breakable(summary));
    m_choices.clear();
    while (auto* item = m_ui->conflictsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < result.conflicts.size(); ++i) m_choices.push_back(addConflict(i));
    m_ui->conflictsLayout->addStretch();
    refreshButton();
    setFocusProxy(m_choices.empty() ? m_ui->mergeButton : m_choices.front()->button(0));
}

QButtonGroup* MergePage::addConflict(std::size_t index) {
    const auto& conflict = m_merge.result.conflicts[index];
    const auto& sides = m_merge.sides[index];
    const auto &mine = session().plan(), &theirs = m_copy->plan();
    const ChangeWords before({&m_base, &mine, &theirs}), byMe({&mine, &m_base, &theirs}), byThem({&theirs, &m_base, &mine});
    const auto name = toQString(before.item(conflict.entries.front().entry.item));
    auto* box = new QGroupBox(m_ui->conflictsPanel);
    box->setAccessibleName(name);
    auto* layout = new QVBoxLayout(box);
    const auto addText = [&](const QString& text) {
        auto* label = makeLabel(breakable(text), box);
        label->setWordWrap(true);
        layout->addWidget(label);
        return label;
    };
    auto* title = addText(name);
    auto bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    addText(tr("Before: %1").arg(contentsOf(conflict, before, &MergedEntry::base)));
    const auto scenario = sides.scenario ? tr("“%1”").arg(toQString(before.item({Kind::Scenario, sides.scenario.value}))) : tr("the plan as entered");
    auto* choice = new QButtonGroup(box);
    addSide(*layout, *choice, 0, tr("Mine: %1").arg(contentsOf(conflict, byMe, &MergedEntry::mine)), effectOf(sides.mine, scenario));
    addSide(*layout, *choice, 1, tr("Theirs: %1").arg(contentsOf(conflict, byThem, &MergedEntry::theirs)),
            effectOf(sides.theirs, scenario) + differenceOf(sides));
    connect(choice, &QButtonGroup::idClicked, this, &MergePage::refreshButton);
    m_ui->conflictsLayout->addWidget(box);
    return choice;
}

/// A button cannot break its text into lines, so the words stand beside it; a click on them chooses too.
void MergePage::addSide(QVBoxLayout& layout, QButtonGroup& choice, int id, const QString& content, const QString& effect) {
    auto* button = new QRadioButton;
    button->setAccessibleName(content);
    button->setAccessibleDescription(effect);
    choice.addButton(button, id);
    auto* words = makeLabel(breakable(content) + u'\n' + breakable(effect));
    words->setWordWrap(true);
    words->installEventFilter(this);
    words->setProperty(buttonProperty, QVariant::fromValue(button));
    auto* row = new QHBoxLayout;
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    layout.addLayout(row);
}

bool MergePage::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease)
        if (auto* button = object->property(buttonProperty).value<QRadioButton*>()) button->click();
    return Page::eventFilter(object, event);
}

void MergePage::refreshButton() {
    const auto open = std::ranges::count(m_choices, -1, &QButtonGroup::checkedId);
    m_ui->mergeButton->setEnabled(open == 0);
    m_ui->openText->setText(open == 0 ? QString() : tr("%1 left").arg(counted(open, tr("choice"), tr("choices"))));
}

void MergePage::merge() {
    if (!m_copy) return;
    std::vector<MergeSide> choices;
    for (const auto* choice : m_choices) choices.push_back(choice->checkedId() == 0 ? MergeSide::Mine : MergeSide::Theirs);
    auto copy = std::exchange(m_copy, std::nullopt); // the page does not look at it again while the plan changes
    if (const auto done = session().merge(*copy, resolved(m_merge.result, choices)); !done) {
        m_copy = std::move(copy);
        m_ui->openText->setText(toQString(done.error().message));
        return;
    }
    emit finished(tr("“%1” is merged in. Undo takes it back.").arg(copyName(*copy)));
}

} // namespace tco
