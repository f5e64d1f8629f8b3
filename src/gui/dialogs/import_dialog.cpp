// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/import_dialog.hpp"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/base/file.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "ui_import_dialog.h"

namespace tco {
namespace {

Table findingsTable(const Findings& findings) {
    Table table;
    table.columns = {{ImportDialog::tr("Line and cell").toStdString(), TextAlign::Left, 1}};
    for (const auto& finding : findings) table.rows.push_back({{{finding.message, false}}, false}); // the message names the place
    return table;
}

QString count(std::int64_t number) { return toQString(displayCount(number)); }

} // namespace

ImportDialog::ImportDialog(Session& session, QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_session(session) {
    m_ui->setupUi(this);
    m_ui->findingsTable->setScrolling(true);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->findingsTable->setWordWrap(true);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    for (auto* widget : std::initializer_list<QWidget*>{m_ui->findingsLabel, m_ui->findingsTable, m_ui->droppedText}) widget->hide();
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->browseButton->setFocus();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::browse() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Choose the inventory"), {}, tr("Comma-separated values (*.csv);;All files (*)"));
    if (!path.isEmpty()) readFile(path);
}

void ImportDialog::readFile(const QString& path) {
    m_inventory.reset();
    m_ui->fileEdit->setText(path);
    m_ui->summaryText->setText(tr("Reading…"));
    m_ui->readingBar->show();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_reading = startJob(
        this,
        [file = toPath(path), plan = m_session.snapshot(), serials = m_session.document().deviceSerials()]() -> Expected<InventoryImport> {
            const auto content = tco::readFile(file);
            if (!content) return failFrom(content);
            IdSource ids;
            const auto name = fromPath(file.filename()).toStdString();
            return readChromeosInventory(*content, name, *plan, serials, ids);
        },
        [this](Expected<InventoryImport> result) { showResult(std::move(result)); });
}

void ImportDialog::showResult(Expected<InventoryImport> result) {
    m_ui->readingBar->hide();
    const bool hasFindings = result && !result->findings.empty();
    m_ui->findingsLabel->setVisible(hasFindings);
    m_ui->findingsTable->setVisible(hasFindings);
    m_ui->droppedText->setVisible(result && !result->droppedColumns.empty());
    if (!result) {
        m_ui->summaryText->setText(QStringLiteral("⚠ ") + toQString(result.error().message));
        emit fileRead();
        return;
    }
    m_inventory = std::move(*result);
    const auto& found = *m_inventory;
    m_ui->summaryText->setText(tr("%1 read: %2 in %3, %4, %5. Left out: %6 already in the plan, %7 out of service, %8 faulty.")
                                   .arg(counted(found.rowsRead, tr("row"), tr("rows")),
                                        counted(std::int64_t(found.devices.size()), tr("device"), tr("devices")),
                                        counted(std::int64_t(found.cohorts.size()), tr("group"), tr("groups")),
                                        counted(std::int64_t(found.assetModels.size()), tr("new model"), tr("new models")),
                                        counted(std::int64_t(found.sites.size()), tr("new site"), tr("new sites")), count(found.alreadyKnown),
                                        count(found.outOfService), count(found.refused)));
    QStringList dropped;
    for (const auto& column : found.droppedColumns) dropped.append(toQString(column));
    m_ui->droppedText->setText(tr("Columns about people that were not read: %1.").arg(dropped.join(QStringLiteral(", "))));
    m_ui->findingsTable->setTable(findingsTable(found.findings));
    constexpr std::size_t quicklyMeasured = 500;
    if (found.findings.size() <= quicklyMeasured) m_ui->findingsTable->resizeRowsToContents();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!found.devices.empty());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setDefault(true);
    emit fileRead();
}

void ImportDialog::accept() {
    if (!m_inventory) return;
    const auto done = m_session.edit(tr("Import %1").arg(toQString(m_inventory->source)), [&](Editor& editor) { return editor.addInventory(*m_inventory); });
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
