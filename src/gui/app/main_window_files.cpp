// SPDX-License-Identifier: Apache-2.0

// What the window does with files: open, save, merge, and what a person should know of the file that is open.

#include "gui/app/main_window.hpp"
#include "gui/app/plain_text.hpp"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include "gui/app/recent_files.hpp"
#include "gui/app/save_name.hpp"
#include "gui/app/text.hpp"
#include "gui/dialogs/new_district_dialog.hpp"
#include "gui/pages/merge_page.hpp"
#include "gui/pages/start_page.hpp"
#include "ui_main_window.h"

namespace tco {

namespace {

bool isSameFile(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code missing; // then they are not the same
    return std::filesystem::equivalent(one, other, missing);
}

} // namespace

bool MainWindow::openFile(const QString& path, bool readOnly) {
    const auto opened = m_session.open(toPath(path), readOnly);
    if (!opened && opened.error().code == ErrorCode::InUse)
        m_ui->messageBar->showNotice(toQString(opened.error().message),
                                     {tr("Open read-onl&y"),
                                      [this, path] {
                                          if (mayDiscard()) openFile(path, true);
                                      }},
                                     {tr("Wor&k on a copy…"), [this, path] { workOnCopy(path); }});
    else if (!opened && opened.error().code == ErrorCode::Damaged)
        m_ui->messageBar->showNotice(toQString(opened.error().message), {tr("Read what is &left"), [this, path] { readWhatIsLeft(path); }});
    else
        report(opened);
    if (opened) addRecentFile(path);
    m_startPage->showRecent(recentFiles());
    return opened.has_value();
}

void MainWindow::workOnCopy(const QString& path) {
    if (mayDiscard() && openFile(path, true)) saveAs();
}

void MainWindow::readWhatIsLeft(const QString& path) {
    if (!mayDiscard()) return;
    Findings lost;
    auto document = Document::salvage(toPath(path), lost);
    if (!document) return report(failFrom(document));
    m_session.adopt(std::move(*document));
    constexpr std::size_t mostTold = 5;
    QStringList sentences{lost.empty() ? tr("All of it could be read. Save it under a new name; the damaged file stays as it is.")
                                       : tr("Look through the plan, and save it under a new name; the damaged file stays as it is. What is missing:")};
    for (std::size_t i = 0; i < std::min(lost.size(), mostTold); ++i) sentences.append(toQString(lost[i].message));
    if (lost.size() > mostTold) sentences.append(tr("and %1 more").arg(lost.size() - mostTold));
    m_ui->messageBar->showNotice(sentences.join(u'\n'), {tr("Save &as…"), [this] { saveAs(); }});
}

void MainWindow::welcome() {
    m_ui->messageBar->hide();
    showPage(QStringLiteral("overview"));
    const auto all = leftBehind();
    const auto ofThisFile = std::ranges::find_if(all, [&](const LeftBehind& left) { return isSameFile(left.planFile, m_session.document().path()); });
    if (ofThisFile != all.end())
        offer(*ofThisFile);
    else if (!tellState() && !all.empty())
        offer(all.front());
}

bool MainWindow::tellState() {
    const auto& document = m_session.document();
    QStringList sentences;
    if (document.isReadOnly()) sentences.append(toQString(document.readOnlyReason()));
    for (const auto& notice : document.notices()) sentences.append(toQString(notice.message));
    if (sentences.isEmpty()) {
        m_ui->messageBar->hide();
        return false;
    }
    // What a newer version wrote would not be whole in a copy.
    const bool canBeCopied = document.isReadOnly() && !document.isOfNewerVersion();
    m_ui->messageBar->showNotice(sentences.join(u'\n'), canBeCopied ? MessageBar::Action{tr("Save a cop&y…"), [this] { saveAs(); }} : MessageBar::Action{});
    return true;
}

void MainWindow::offerLeftBehind() {
    if (const auto all = leftBehind(); !all.empty()) offer(all.front());
}

void MainWindow::offer(const LeftBehind& left) {
    const MessageBar::Action throwAway{left.fault.empty() ? tr("Throw them awa&y…") : tr("Throw it awa&y…"), [this, left] { askToThrowAway(left); }};
    if (!left.fault.empty()) return m_ui->messageBar->showNotice(toQString(left.fault), {}, throwAway);
    const auto name = left.planFile.empty() ? tr("a new plan") : tr("“%1”").arg(fromPath(left.planFile.filename()));
    m_ui->messageBar->showNotice(tr("The program stopped on %1 before %2 was saved: %3, the last “%4”.")
                                     .arg(toQString(left.lastEdited), name, counted(std::int64_t(left.edits.size()), tr("edit"), tr("edits")),
                                          left.edits.empty() ? QString() : toQString(left.edits.back())),
                                 {tr("Take the edits &up"),
                                  [this, left] {
                                      if (mayDiscard()) report(m_session.recover(left));
                                  }},
                                 throwAway);
}

/// The button that keeps stands where the one that asked was pressed, so that a second click there loses nothing.
void MainWindow::askToThrowAway(const LeftBehind& left) {
    const auto throwAway = [this, left] {
        if (const auto done = discard(left); !done) return report(done);
        m_ui->messageBar->hide();
        offerLeftBehind();
    };
    const auto sentence =
        left.edits.empty()
            ? tr("What the program left behind is then gone for good.")
            : tr("%1 that no file has: thrown away, they are gone for good.").arg(counted(std::int64_t(left.edits.size()), tr("edit"), tr("edits")));
    m_ui->messageBar->showNotice(sentence, {tr("Throw awa&y for good"), throwAway}, {tr("&Keep"), [this, left] { offer(left); }});
}

void MainWindow::open() {
    if (!mayDiscard()) return;
    const auto path = QFileDialog::getOpenFileName(this, tr("Open a district"), {}, tr("District TCO files (*.tco);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

void MainWindow::fillRecentMenu() {
    m_ui->recentMenu->clear();
    for (const auto& path : recentFiles())
        m_ui->recentMenu
            ->addAction(withoutKey(QFileInfo(path).fileName()), this,
                        [this, path] {
                            if (mayDiscard()) openFile(path);
                        })
            ->setStatusTip(path);
    if (m_ui->recentMenu->isEmpty()) m_ui->recentMenu->addAction(tr("No files yet"))->setEnabled(false);
}

bool MainWindow::save() {
    if (m_session.document().path().empty()) return saveAs();
    const auto saved = m_session.save();
    report(saved);
    if (saved) tellState();
    return saved.has_value();
}

bool MainWindow::saveAs() {
    const auto& own = m_session.document().path();
    const auto target = askSaveName(this, tr("Save the district as"), own.empty() ? m_session.fileName() : fromPath(own), tr("District TCO files (*.tco)"),
                                    QStringLiteral("tco"));
    if (target.isEmpty()) return false;
    const auto saved = m_session.saveAs(toPath(target));
    report(saved);
    if (saved) {
        addRecentFile(target);
        tellState();
    }
    return saved.has_value();
}

QMessageBox::StandardButton MainWindow::askUnsaved(const QString& fileName) {
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to “%1”?").arg(fileName),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    return QMessageBox::StandardButton(box.exec());
}

bool MainWindow::mayDiscard() {
    if (!m_session.hasDocument() || !m_session.isModified()) return true;
    switch (m_askUnsaved(m_session.fileName())) {
    case QMessageBox::Save: return save();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

void MainWindow::closeEvent(QCloseEvent* event) { event->setAccepted(mayDiscard()); }

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) {
            event->acceptProposedAction();
            if (mayDiscard()) openFile(url.toLocalFile());
            return;
        }
}

void MainWindow::newDistrict() {
    if (!mayDiscard()) return;
    NewDistrictDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted) m_session.adopt(dialog.takeDocument());
}

// --- Merging ---------------------------------------------------------------------------------------

void MainWindow::mergeAsking() {
    if (m_mergePage && !m_mergePage->waitingFor().isEmpty()) return showMergePage();
    const auto path = QFileDialog::getOpenFileName(this, tr("Merge with a copy of this file"), {}, tr("District TCO files (*.tco);;All files (*)"));
    if (!path.isEmpty()) mergeFile(path);
}

bool MainWindow::mergeFile(const QString& path, const QString& beginning) {
    if (m_session.document().isReadOnly()) {
        m_ui->messageBar->showError(toQString(m_session.document().readOnlyReason()));
        return false;
    }
    if (!m_mergePage) makeMergePage();
    const auto started = m_mergePage->start(toPath(path), toPath(beginning));
    if (started) {
        showMergePage();
        return true;
    }
    if (m_mergePage->lacksBeginning())
        m_ui->messageBar->showNotice(toQString(started.error().message), {tr("Choose the common &beginning…"), [this, path] { chooseBeginning(path); }});
    else
        report(started);
    return false;
}

void MainWindow::chooseBeginning(const QString& path) {
    const auto beginning = QFileDialog::getOpenFileName(this, tr("The file that both are copies of"), {}, tr("District TCO files (*.tco);;All files (*)"));
    if (!beginning.isEmpty()) mergeFile(path, beginning);
}

void MainWindow::makeMergePage() {
    m_mergePage = new MergePage(m_session, this);
    m_ui->pageStack->addWidget(m_mergePage);
    connect(m_mergePage, &MergePage::finished, this, [this](const QString& sentence) {
        if (currentPage() == m_mergePage) showPage(QStringLiteral("overview"));
        refreshActions();
        if (!sentence.isEmpty()) m_ui->messageBar->showNotice(sentence);
    });
}

void MainWindow::showMergePage() {
    m_ui->messageBar->hide();
    m_ui->pageStack->setCurrentWidget(m_mergePage);
    m_ui->navigationList->setCurrentItem(nullptr); // any page can be gone to from here
    m_ui->inspectorDock->hide();
    refreshActions();
    m_mergePage->setFocus();
}

} // namespace tco
