// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/field_row.hpp"

#include <tuple>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include "gui/app/plain_text.hpp"
#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "gui/widgets/field_editor.hpp"
#include "tco/base/clock.hpp"
#include "tco/base/person.hpp"
#include "tco/report/changes.hpp"
#include "ui_field_row.h"

namespace tco {
namespace {

constexpr Confidence confidences[] = {Confidence::Quote, Confidence::Record, Confidence::PriceBook, Confidence::Estimate, Confidence::Guess};

const Provenance* provenanceOf(const Plan& plan, const FieldRef& ref) {
    const auto found = plan.provenance.find(ref);
    return found == plan.provenance.end() ? nullptr : &found->second;
}

} // namespace

QString confidenceMark(const Provenance* provenance) {
    if (!provenance) return QStringLiteral("◌");
    switch (provenance->confidence) {
    case Confidence::Quote:
    case Confidence::Record: return QStringLiteral("●");
    case Confidence::PriceBook: return QStringLiteral("◐");
    case Confidence::Estimate:
    case Confidence::Guess: break;
    }
    return QStringLiteral("○");
}

FieldRow::FieldRow(Session& session, const Field& field, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::FieldRow>()), m_session(session), m_field(field) {
    m_ui->setupUi(this);
    m_editor = makeFieldEditor(session.plan(), field, m_ui->editorHolder);
    m_editor->setToolTip(plainToolTip(coreText(field.help)));
    m_editor->installEventFilter(this);
    auto* holder = new QHBoxLayout(m_ui->editorHolder);
    holder->setContentsMargins(0, 0, 0, 0);
    holder->addWidget(m_editor);
    m_ui->nameLabel->setText(withoutKey(titleOf(field)));
    m_ui->nameLabel->setToolTip(plainToolTip(coreText(field.help)));
    m_ui->nameLabel->setBuddy(m_editor);
    for (const auto confidence : confidences) m_ui->confidenceBox->addItem(coreText(label(confidence)));

    if (auto* box = qobject_cast<QComboBox*>(m_editor))
        connect(box, &QComboBox::activated, this, &FieldRow::commitValue);
    else if (auto* line = qobject_cast<QLineEdit*>(m_editor))
        connect(line, &QLineEdit::editingFinished, this, &FieldRow::commitValue);
    connect(m_ui->sourceButton, &QToolButton::toggled, m_ui->detailsPanel, &QWidget::setVisible);
    connect(m_ui->sourceButton, &QToolButton::toggled, this, &FieldRow::refreshHistory);
    for (auto* line : {m_ui->sourceEdit, m_ui->noteEdit}) connect(line, &QLineEdit::editingFinished, this, &FieldRow::commitSource);
    connect(m_ui->confidenceBox, &QComboBox::activated, this, &FieldRow::commitSource);
    connect(m_ui->historyButton, &QToolButton::clicked, this, [this] {
        const ChangeWords words({&m_session.plan()});
        emit historyRequested(toQString(words.entry({EntryPart::FieldValue, m_item, std::string(m_field.key)})));
    });
    connect(m_ui->onlyHereCheck, &QCheckBox::clicked, this, &FieldRow::commitOnlyHere);
    setTabOrder(m_editor, m_ui->sourceButton);
}

FieldRow::~FieldRow() = default;

QWidget* FieldRow::lastFocus() const { return m_ui->onlyHereCheck; }
int FieldRow::labelWidth() const { return m_ui->nameLabel->fontMetrics().horizontalAdvance(m_ui->nameLabel->text()) + 4; }
void FieldRow::setLabelWidth(int width) { m_ui->nameLabel->setFixedWidth(width); }

bool FieldRow::isThere() const { return contains(m_session.plan(), m_item); }

void FieldRow::setItem(ItemRef item) {
    if (item == m_item) return refresh();
    m_item = item;
    m_ui->sourceButton->setChecked(false);
    if (auto* line = qobject_cast<QLineEdit*>(m_editor)) line->setModified(false);
    refresh();
}

void FieldRow::refresh() {
    if (!isThere()) return;
    const auto& plan = m_session.plan();
    updateChoices(plan, m_field, *m_editor);
    const auto override = m_session.overrideOf(m_item, m_field.key);
    const auto value = override ? *override : valueOf(plan, m_item, m_field.key);
    // What is being typed stays until it is committed or given up.
    const auto* line = qobject_cast<QLineEdit*>(m_editor);
    if (!line || !line->hasFocus() || !line->isModified()) {
        setEditorText(*m_editor, coreText(displayText(plan, m_field, value)));
        m_ui->refusalText->hide();
    }
    refreshSource();
    refreshScenario();
    refreshHistory();
}

void FieldRow::refreshSource() {
    const auto* provenance = provenanceOf(m_session.plan(), ref());
    m_ui->sourceButton->setText(confidenceMark(provenance));
    auto description = provenance ? tr("%1: %2").arg(coreText(label(provenance->confidence)), toQString(provenance->source)) : tr("no source noted");
    if (provenance && !authorWords(*provenance).empty()) description += QStringLiteral(", ") + toQString(authorWords(*provenance));
    m_ui->sourceButton->setToolTip(plainToolTip(description));
    m_ui->sourceButton->setAccessibleName(tr("Source of %1, %2").arg(coreText(m_field.label), description));
    for (auto* line : {m_ui->sourceEdit, m_ui->noteEdit}) {
        const auto text = provenance ? toQString(line == m_ui->sourceEdit ? provenance->source : provenance->note) : QString();
        if (line->text() != text) line->setText(text);
        line->setCursorPosition(0);
    }
    m_ui->confidenceBox->setCurrentIndex(int(provenance ? provenance->confidence : Confidence::Estimate));
}

/// Who changed the value last: only where somebody asks for its details.
void FieldRow::refreshHistory() {
    const bool isAsked = m_ui->sourceButton->isChecked() && isThere();
    const auto& history = m_session.history();
    const auto* edit = isAsked ? lastEditOf(history, entryBehind(m_session.plan(), m_session.shown(), ref())) : nullptr;
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->changedText, m_ui->historyButton}) widget->setVisible(edit != nullptr);
    if (!edit) return;
    const auto change = std::ranges::find(edit->changes, entryBehind(m_session.plan(), m_session.shown(), ref()), &EntryChange::entry);
    const ChangeWords words({&m_session.plan()}, &history);
    m_ui->changedText->setText(
        tr("Changed %1 from %2 (%3).")
            .arg(toQString(authorWords(edit->author, edit->day)), toQString(words.content(change->entry, change->before)), toQString(edit->name)));
}

void FieldRow::refreshScenario() {
    const auto& plan = m_session.plan();
    const auto shown = m_session.shown();
    const auto name = m_session.scenarioName(shown);
    const bool possible = shown && canDifferByScenario(m_item.kind);
    const bool isOverridden = possible && m_session.overrideOf(m_item, m_field.key).has_value();
    const bool isOwn = plan.overrides.contains({shown, ref()});
    m_ui->onlyHereCheck->setVisible(possible);
    m_ui->onlyHereCheck->setEnabled(isOwn || !isOverridden);
    m_ui->onlyHereCheck->setChecked(isOverridden);
    m_ui->onlyHereCheck->setToolTip(plainToolTip(tr("The value holds in the scenario “%1” and those based on it; the plan keeps its own.").arg(name)));
    m_ui->scenarioText->setVisible(isOverridden);
    if (!isOverridden) return;
    const auto planText = coreText(displayText(plan, m_field, valueOf(plan, m_item, m_field.key)));
    m_ui->scenarioText->setText((isOwn ? tr("→ Only in “%1”. The plan says: %2.") : tr("→ Set by a scenario that “%1” is based on. The plan says: %2."))
                                    .arg(name, planText.isEmpty() ? tr("blank") : planText));
}

void FieldRow::commitValue() {
    if (!isThere()) return;
    auto* line = qobject_cast<QLineEdit*>(m_editor);
    if (line && !line->isModified()) return;
    const auto typed = valueFromInput(m_session.plan(), m_field, editorText(*m_editor).toStdString());
    if (!typed) return showRefusal(typed.error()); // what was typed stays, to be mended
    if (line) line->setModified(false);
    const bool isOverridden = m_session.overrideOf(m_item, m_field.key).has_value();
    report(isOverridden ? m_session.setOverride(m_session.shown(), m_item, m_field, *typed) : m_session.setField(m_item, m_field, *typed));
}

/// What the plan refuses is not shown as if it held: the row goes back to what the plan says.
void FieldRow::report(const Expected<void>& result) {
    if (result) return m_ui->refusalText->hide();
    refresh();
    showRefusal(result.error());
}

void FieldRow::showRefusal(const Error& error) {
    m_ui->refusalText->setText(QStringLiteral("⚠ ") + toQString(error.message));
    m_ui->refusalText->show();
}

void FieldRow::commitSource() {
    if (!isThere()) return;
    const auto* before = provenanceOf(m_session.plan(), ref());
    Provenance after{m_ui->sourceEdit->text().trimmed().toStdString(), m_ui->noteEdit->text().trimmed().toStdString(),
                     confidences[m_ui->confidenceBox->currentIndex()]};
    const auto words = [](const Provenance& provenance) { return std::tie(provenance.source, provenance.note, provenance.confidence); };
    if (words(before ? *before : Provenance{}) == words(after)) return;
    after.author = personHere();
    after.noted = today();
    const bool isEmpty = after.source.empty() && after.note.empty() && (before || sender() != m_ui->confidenceBox);
    report(m_session.edit(tr("Note the source of %1").arg(coreText(m_field.label).toLower()),
                          [&](Editor& editor) { return isEmpty ? editor.clearProvenance(ref()) : editor.setProvenance(ref(), after); }));
}

void FieldRow::commitOnlyHere(bool only) {
    if (!isThere()) return;
    report(only ? m_session.setOverride(m_session.shown(), m_item, m_field, valueOf(m_session.plan(), m_item, m_field.key))
                : m_session.clearOverride(m_session.shown(), m_item, m_field));
}

bool FieldRow::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        auto* line = qobject_cast<QLineEdit*>(object);
        if ((line && line->isModified()) || !m_ui->refusalText->isHidden()) {
            if (line) line->setModified(false);
            refresh();
            return true;
        }
    }
    // Turning the wheel over a form scrolls it; it never changes a choice by accident.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(object)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace tco
