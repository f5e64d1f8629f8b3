// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/import_dialog.hpp"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLayout>
#include <QMimeData>
#include <QPushButton>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/base/file.hpp"
#include "ui_import_dialog.h"

namespace tco {
namespace {

Table findingsTable(const Findings& findings) {
    Table table;
    table.columns = {{ImportDialog::tr("Line and cell").toStdString(), TextAlign::Left, 1}};
    for (const auto& finding : findings) table.rows.push_back({{{finding.message, false}}, false}); // the message names the place
    return table;
}

} // namespace

ImportDialog::ImportDialog(Session& session, ImportSource source, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_session(session), m_source(std::move(source)) {
    m_ui->setupUi(this);
    setWindowTitle(m_source.title);
    m_ui->introText->setText(m_source.introduction);
    m_ui->fileEdit->setAccessibleName(m_source.fileName);
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->weeksLabel, m_ui->weeksSpin}) widget->setVisible(m_source.weeks > 0);
    if (m_source.weeks > 0) m_ui->weeksSpin->setValue(m_source.weeks);
    for (auto* table : {m_ui->resultTable, m_ui->findingsTable}) table->setScrolling(true);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->findingsTable->setWordWrap(true);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->resultLabel, m_ui->resultTable, m_ui->findingsLabel, m_ui->findingsTable, m_ui->notReadText})
        widget->hide();
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_ui->weeksSpin, &QSpinBox::valueChanged, this, [this] {
        if (!m_path.isEmpty()) readFile(m_path);
    });
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->browseButton->setFocus();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::browse() {
    const auto path = QFileDialog::getOpenFileName(this, m_source.title, {}, tr("Comma-separated values (*.csv);;All files (*)"));
    if (!path.isEmpty()) readFile(path);
}

void ImportDialog::readFile(const QString& path) {
    m_found.reset();
    m_path = path;
    m_ui->fileEdit->setText(path);
    m_ui->summaryText->setText(tr("Reading…"));
    m_ui->readingBar->show();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_reading = startJob(
        this,
        [file = toPath(path), read = m_source.read, weeks = m_ui->weeksSpin->value()]() -> Expected<ImportPreview> {
            const auto content = tco::readFile(file);
            if (!content) return failFrom(content);
            return read(*content, fromPath(file.filename()).toStdString(), weeks);
        },
        [this](Expected<ImportPreview> result) { showResult(std::move(result)); });
}

void ImportDialog::showResult(Expected<ImportPreview> result) {
    m_ui->readingBar->hide();
    const bool hasFindings = result && !result->findings.empty(), hasResult = result && !result->result.rows.empty();
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->findingsLabel, m_ui->findingsTable}) widget->setVisible(hasFindings);
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->resultLabel, m_ui->resultTable}) widget->setVisible(hasResult);
    m_ui->notReadText->setVisible(result && !result->notRead.isEmpty());
    if (!result) {
        m_ui->summaryText->setText(QStringLiteral("⚠ ") + toQString(result.error().message));
        emit fileRead();
        return;
    }
    m_found = std::move(*result);
    m_ui->summaryText->setText(m_found->summary);
    m_ui->notReadText->setText(m_found->notRead);
    m_ui->resultLabel->setText(toQString(m_found->result.caption));
    m_ui->resultTable->setTable(m_found->result);
    m_ui->findingsTable->setTable(findingsTable(m_found->findings));
    constexpr std::size_t quicklyMeasured = 500;
    if (m_found->findings.size() <= quicklyMeasured) m_ui->findingsTable->resizeRowsToContents();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(m_found->add != nullptr);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setDefault(true);
    // A window does not grow by itself for text that needs more lines in its width.
    if (const int needed = layout()->minimumHeightForWidth(width()); needed > height()) resize(width(), needed);
    emit fileRead();
}

void ImportDialog::accept() {
    if (!m_found || !m_found->add) return;
    const auto done = m_session.edit(tr("Import %1").arg(QFileInfo(m_path).fileName()), m_found->add);
    if (done) return QDialog::accept();
    m_ui->summaryText->setText(QStringLiteral("⚠ ") + toQString(done.error().message));
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) readFile(urls.front().toLocalFile());
}

} // namespace tco
