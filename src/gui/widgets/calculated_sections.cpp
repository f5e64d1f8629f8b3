// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/calculated_sections.hpp"

#include <QEvent>
#include <QSignalBlocker>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "ui_calculated_sections.h"

namespace tco {

CalculatedSections::CalculatedSections(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::CalculatedSections>()) {
    m_ui->setupUi(this);
    auto keepsItsPlace = m_ui->workingText->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_ui->workingText->setSizePolicy(keepsItsPlace);
}

CalculatedSections::~CalculatedSections() = default;

void CalculatedSections::setUp(Session& session, Source source) {
    m_session = &session;
    m_source = std::move(source);
    showIntroduction();
    m_ui->introductionText->setVisible(!m_source.introduction.isEmpty());
    m_ui->choiceLabel->setText(m_source.choiceLabel);
    m_ui->emptyText->setText(m_source.emptySentence);
    m_ui->emptyButton->setText(m_source.emptyButton);
    connect(m_ui->introductionText, &QLabel::linkActivated, this, &CalculatedSections::linkActivated);
    connect(m_ui->emptyButton, &QPushButton::clicked, this, [this] { emit linkActivated(m_source.emptyTarget); });
    connect(m_ui->sectionsView, &SectionsView::explainRequested, this, &CalculatedSections::explainRequested);
    connect(m_ui->choiceBox, &QComboBox::currentTextChanged, this, [this](const QString& choice) {
        choose(choice);
        emit choiceMade(choice);
    });
    connect(&session, &Session::changed, this, [this] {
        m_outdated = true;
        if (isVisible()) refresh();
    });
}

/// Links in the color of the text: that of the palette is unreadable on a dark window where a theme leaves it as it is.
void CalculatedSections::showIntroduction() {
    const auto color = palette().color(QPalette::WindowText).name();
    m_ui->introductionText->setText(QString(m_source.introduction).replace(QStringLiteral("<a "), QStringLiteral("<a style=\"color: %1\" ").arg(color)));
}

void CalculatedSections::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showIntroduction();
}

void CalculatedSections::choose(const QString& choice) {
    if (choice == m_choice) return;
    m_choice = choice;
    m_outdated = true;
    if (isVisible()) refresh();
}

void CalculatedSections::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_outdated) refresh();
}

void CalculatedSections::refresh() {
    m_outdated = false;
    m_ui->workingText->show();
    const auto comparison = m_source.scenarios(*m_session);
    m_job = startJob(
        this, [=, make = m_source.make, choice = m_choice.toStdString()] { return make(comparison, choice); },
        [=, this](const CalculatedContent& content) { showContent(content, comparison); });
}

void CalculatedSections::showContent(const CalculatedContent& content, const Comparison& comparison) {
    m_ui->workingText->hide();
    showChoices(content);
    m_ui->sectionsView->setSections(content.sections, comparison);
    m_ui->stack->setCurrentWidget(content.sections.empty() ? m_ui->emptyPage : static_cast<QWidget*>(m_ui->sectionsScroll));
}

void CalculatedSections::showChoices(const CalculatedContent& content) {
    const QSignalBlocker quiet(m_ui->choiceBox);
    QStringList choices, shown;
    for (const auto& choice : content.choices) choices.append(toQString(choice));
    for (int i = 0; i < m_ui->choiceBox->count(); ++i) shown.append(m_ui->choiceBox->itemText(i));
    if (choices != shown) { // else an open list stays open
        m_ui->choiceBox->clear();
        m_ui->choiceBox->addItems(choices);
    }
    m_ui->choiceBox->setCurrentIndex(choices.isEmpty() ? -1 : int(content.chosen));
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->choiceLabel, m_ui->choiceBox}) widget->setVisible(!choices.isEmpty());
}

} // namespace tco
