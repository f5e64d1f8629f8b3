// SPDX-License-Identifier: Apache-2.0
#include "gui/app/main_window.hpp"

#include <algorithm>

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

#include "gui/app/item_commands.hpp"
#include "gui/app/recent_files.hpp"
#include "gui/app/text.hpp"
#include "gui/dialogs/import_dialog.hpp"
#include "gui/dialogs/new_district_dialog.hpp"
#include "gui/pages/compare_page.hpp"
#include "gui/pages/district_page.hpp"
#include "gui/pages/history_page.hpp"
#include "gui/pages/item_table_page.hpp"
#include "gui/pages/merge_page.hpp"
#include "gui/pages/money_pages.hpp"
#include "gui/pages/overview_page.hpp"
#include "gui/pages/report_page.hpp"
#include "gui/pages/scenarios_page.hpp"
#include "gui/pages/start_page.hpp"
#include "gui/widgets/explanation_panel.hpp"
#include "gui/widgets/inspector.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui/widgets/scenario_bar.hpp"
#include "tco/render/pdf.hpp"
#include "ui_main_window.h"

namespace tco {
namespace {

constexpr int keyRole = Qt::UserRole;

/// The pages that people go to most: Ctrl+1 to Ctrl+9.
constexpr QLatin1String quickPages[] = {QLatin1String("overview"),   QLatin1String("district"), QLatin1String("devices"),
                                        QLatin1String("price_book"), QLatin1String("staff"),    QLatin1String("agreements"),
                                        QLatin1String("scenarios"),  QLatin1String("compare"),  QLatin1String("report")};

QMessageBox::StandardButton askUnsaved(QWidget* parent, const QString& fileName) {
    QMessageBox box(QMessageBox::Question, MainWindow::tr("Unsaved changes"), MainWindow::tr("Save the changes to “%1”?").arg(fileName),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setDefaultButton(QMessageBox::Save);
    return QMessageBox::StandardButton(box.exec());
}

QString withExtension(const QString& path, const QString& extension) { return QFileInfo(path).suffix().isEmpty() ? path + extension : path; }

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::MainWindow>()), m_startPage(new StartPage), m_inspector(new Inspector),
      m_explanation(new ExplanationPanel), m_findingsButton(new QPushButton), m_savedText(new QLabel),
      m_askUnsaved([this](const QString& fileName) { return askUnsaved(this, fileName); }) {
    m_ui->setupUi(this);
    auto* scenarioBar = new ScenarioBar;
    scenarioBar->setUp(m_session);
    m_ui->scenarioToolBar->addWidget(scenarioBar);
    m_ui->scenarioToolBar->toggleViewAction()->setVisible(false); // always there
    m_inspector->setUp(m_session);
    m_explanation->setUp(m_session);
    m_ui->inspectorDock->setWidget(m_inspector);
    m_ui->explanationDock->setWidget(m_explanation);
    m_ui->explanationDock->hide();
    resizeDocks({m_ui->inspectorDock}, {412}, Qt::Horizontal);
    resizeDocks({m_ui->explanationDock}, {240}, Qt::Vertical);

    m_findingsButton->setObjectName(QStringLiteral("findingsButton"));
    m_findingsButton->setFlat(true);
    m_findingsButton->setToolTip(tr("Show all findings"));
    statusBar()->addWidget(m_findingsButton);
    statusBar()->addPermanentWidget(m_savedText);
    connect(m_findingsButton, &QPushButton::clicked, this, [this] {
        showPage(QStringLiteral("overview"));
        if (auto* overview = qobject_cast<OverviewPage*>(currentPage())) overview->focusFindings();
    });

    m_ui->pageStack->addWidget(m_startPage);
    connect(m_startPage, &StartPage::newRequested, this, &MainWindow::newDistrict);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::open);
    connect(m_startPage, &StartPage::fileChosen, this, [this](const QString& path) {
        if (mayDiscard()) openFile(path);
    });
    listPages();
    connectActions();
    connect(scenarioBar, &ScenarioBar::explainRequested, this, &MainWindow::explain);
    connect(m_inspector, &Inspector::explainRequested, this, &MainWindow::explain);
    connect(&m_session, &Session::documentReplaced, this, [this] {
        m_ui->messageBar->hide();
        showPage(QStringLiteral("overview"));
        tellState();
    });
    connect(&m_session, &Session::changed, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::findingsChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::fileStateChanged, this, &MainWindow::refreshState);
    m_startPage->showRecent(recentFiles());
    refreshActions();
    refreshState();
}

MainWindow::~MainWindow() = default;

// --- Pages -----------------------------------------------------------------------------------------

void MainWindow::listPages() {
    addPage(QStringLiteral("overview"), tr("Overview"), [this] { return new OverviewPage(m_session); });
    addPage(QStringLiteral("district"), tr("District & assumptions"), [this] { return new DistrictPage(m_session); });
    addHeading(tr("What we have"));
    addItemPage(QStringLiteral("devices"), tr("Devices"), Kind::Cohort, AssetCategory::Devices,
                tr("Groups of devices: so many of one model at one site, in service since one day. Import your Chromebook inventory or add a group."),
                {.what = tr("Chromebook inventory"), .makesRows = true}, &MainWindow::importInventory);
    addItemPage(QStringLiteral("network"), tr("Network"), Kind::Cohort, AssetCategory::Network,
                tr("Access points, switches, firewalls, cabling and other network equipment, by model, site and year."));
    addItemPage(QStringLiteral("servers"), tr("Servers"), Kind::Cohort, AssetCategory::Servers,
                tr("Servers and storage. Cloud services stand under agreements; to move one there, give the servers a last day."));
    addItemPage(QStringLiteral("price_book"), tr("Price book"), Kind::AssetModel, {},
                tr("What one unit of each model costs over its life: price, licenses, support, repairs, resale."));
    addItemPage(QStringLiteral("sites"), tr("Sites"), Kind::Site, {}, tr("Schools and other buildings. They are optional: a plan works without them."));
    addItemPage(QStringLiteral("staff"), tr("Staff"), Kind::Position, {}, tr("Technology positions with salary, benefits and what they do."));
    addItemPage(QStringLiteral("user_time"), tr("User time"), Kind::UserGroup, {},
                tr("Hours that technology takes from teachers and others. They are indirect cost: shown beside the budget, never in it."),
                {.what = tr("survey of user time")}, &MainWindow::importSurvey);
    addItemPage(QStringLiteral("risks"), tr("Security incidents"), Kind::Incident, {},
                tr("What may go wrong, how likely, and what insurance would pay. Security controls and premiums stand under agreements."));
    addHeading(tr("How we pay"));
    addPage(QStringLiteral("leases"), tr("Leases"), [this] { return makeLeasesPage(m_session); });
    addItemPage(QStringLiteral("agreements"), tr("Agreements"), Kind::Agreement, {},
                tr("Circuits, cloud, software, services, insurance, security: what is paid every year, in total or per student, employee or device."));
    addPage(QStringLiteral("funds"), tr("Funds"), [this] { return makeFundsPage(m_session); });
    addPage(QStringLiteral("budget"), tr("Accounts and budget"), [this] { return makeBudgetPage(m_session); });
    addPage(QStringLiteral("erate"), tr("E-Rate"), [this] { return makeEratePage(m_session); });
    addHeading(tr("What if"));
    addPage(QStringLiteral("scenarios"), tr("Scenarios"), [this] { return new ScenariosPage(m_session); });
    addPage(QStringLiteral("compare"), tr("Compare"), [this] { return new ComparePage(m_session); });
    addHeading(tr("What for"));
    addItemPage(QStringLiteral("goals"), tr("Goals"), Kind::Goal, {}, tr("Goals of the district that technology serves, and how much each matters."));
    addItemPage(QStringLiteral("benefits"), tr("Benefits"), Kind::Benefit, {},
                tr("What gets better, for which goal, and by how much: the value of the investment, beside the money."));
    addHeading(tr("Tell"));
    addPage(QStringLiteral("report"), tr("Report"), [this] {
        auto* page = new ReportPage(m_session);
        connect(page, &ReportPage::exportRequested, this, &MainWindow::exportAsking);
        return page;
    });
    addPage(QStringLiteral("history"), tr("History"), [this] { return new HistoryPage(m_session); });
    connect(m_ui->navigationList, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item && m_session.hasDocument()) showPage(item->data(keyRole).toString());
    });
    m_ui->navigationList->viewport()->setAutoFillBackground(false);
    // Just wide enough for the longest title.
    m_ui->navigationPanel->setFixedWidth(std::max(168, m_ui->navigationList->sizeHintForColumn(0) + 32));
    colorHeadings();
}

void MainWindow::addHeading(const QString& title) {
    auto* item = new QListWidgetItem(title.toUpper(), m_ui->navigationList);
    item->setFlags(Qt::NoItemFlags); // the arrow keys step over it
    auto font = item->font();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    font.setBold(true);
    item->setFont(font);
    item->setSizeHint({0, fontMetrics().height() + 20});
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

/// Muted, but not as faint as a disabled item would be.
void MainWindow::colorHeadings() {
    auto muted = palette().color(QPalette::Text);
    muted.setAlphaF(0.7F);
    for (int row = 0; row < m_ui->navigationList->count(); ++row)
        if (auto* item = m_ui->navigationList->item(row); item->flags() == Qt::NoItemFlags) item->setForeground(muted);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colorHeadings();
}

void MainWindow::addPage(const QString& key, const QString& title, std::function<Page*()> make, ImportSlot import) {
    auto* item = new QListWidgetItem(title, m_ui->navigationList);
    item->setData(keyRole, key);
    item->setSizeHint({0, fontMetrics().height() + 12});
    m_entries.push_back(std::make_unique<PageEntry>(PageEntry{key, title, std::move(make), import}));
    auto* action = m_ui->viewMenu->addAction(title, this, [this, key] { showPage(key); });
    if (const auto found = std::find(std::begin(quickPages), std::end(quickPages), key); found != std::end(quickPages))
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(1 + (found - std::begin(quickPages)))));
}

void MainWindow::addItemPage(const QString& key, const QString& title, Kind kind, std::optional<AssetCategory> category, const QString& emptySentence,
                             const ItemTable::Import& imports, ImportSlot import) {
    addPage(
        key, title,
        [=, this] {
            return new ItemTablePage(m_session, {kind, category}, {title, emptySentence, imports});
        },
        import);
}

void MainWindow::showPage(const QString& key) {
    for (const auto& entry : m_entries)
        if (entry->key == key) showEntry(*entry);
}

void MainWindow::showEntry(PageEntry& entry) {
    if (!m_session.hasDocument()) return;
    if (!entry.page) {
        entry.page = entry.make();
        m_ui->pageStack->addWidget(entry.page);
        connect(entry.page, &Page::explainRequested, this, &MainWindow::explain);
        connect(entry.page, &Page::itemSelected, m_inspector, &Inspector::setItem);
        connect(entry.page, &Page::pageRequested, this, &MainWindow::showPage);
        connect(entry.page, &Page::itemTableChanged, this, [this, &entry] {
            if (currentPage() != entry.page) return;
            showInspector(entry);
            refreshActions();
        });
        if (entry.import) connect(entry.page, &Page::importRequested, this, entry.import);
    }
    m_ui->pageStack->setCurrentWidget(entry.page);
    showInspector(entry);
    for (int row = 0; row < m_ui->navigationList->count(); ++row)
        if (m_ui->navigationList->item(row)->data(keyRole).toString() == entry.key) m_ui->navigationList->setCurrentRow(row);
    refreshActions();
}

void MainWindow::showInspector(const PageEntry& entry) {
    m_ui->inspectorDock->setVisible(entry.page->itemTable() != nullptr && entry.key != QStringLiteral("district"));
}

Page* MainWindow::currentPage() const { return qobject_cast<Page*>(m_ui->pageStack->currentWidget()); }

// --- Actions ---------------------------------------------------------------------------------------

void MainWindow::connectPageTable(void (ItemTable::*action)()) {
    if (auto* page = currentPage(); page && page->itemTable()) (page->itemTable()->*action)();
}

void MainWindow::connectActions() {
    connect(m_ui->newAction, &QAction::triggered, this, &MainWindow::newDistrict);
    connect(m_ui->openAction, &QAction::triggered, this, &MainWindow::open);
    connect(m_ui->recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    connect(m_ui->saveAction, &QAction::triggered, this, &MainWindow::save);
    connect(m_ui->saveAsAction, &QAction::triggered, this, &MainWindow::saveAs);
    connect(m_ui->mergeAction, &QAction::triggered, this, &MainWindow::mergeAsking);
    connect(m_ui->exportAction, &QAction::triggered, this, &MainWindow::exportAsking);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->undoAction, &QAction::triggered, this, [this] { report(m_session.undo()); });
    connect(m_ui->redoAction, &QAction::triggered, this, [this] { report(m_session.redo()); });
    connect(m_ui->copyAction, &QAction::triggered, this, [this] { connectPageTable(&ItemTable::copy); });
    connect(m_ui->pasteAction, &QAction::triggered, this, [this] { connectPageTable(&ItemTable::paste); });
    connect(m_ui->addAction, &QAction::triggered, this, [this] { connectPageTable(&ItemTable::addRow); });
    connect(m_ui->removeAction, &QAction::triggered, this, [this] { connectPageTable(&ItemTable::removeRows); });
    connect(m_ui->findAction, &QAction::triggered, this, [this] { connectPageTable(&ItemTable::focusFilter); });
    connect(m_ui->districtAction, &QAction::triggered, this, [this] { showPage(QStringLiteral("district")); });
    connect(m_ui->importAction, &QAction::triggered, this, &MainWindow::importInventory);
    connect(m_ui->surveyAction, &QAction::triggered, this, &MainWindow::importSurvey);
    connect(m_ui->newScenarioAction, &QAction::triggered, this, &MainWindow::newScenario);
    connect(m_ui->swapAction, &QAction::triggered, this, [this] {
        if (m_session.compared()) m_session.setShown(*m_session.compared());
    });
    connect(m_ui->compareAction, &QAction::triggered, this, [this] { showPage(QStringLiteral("compare")); });
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::about);
    m_ui->viewMenu->addSeparator();
    m_ui->viewMenu->addAction(m_ui->inspectorDock->toggleViewAction());
    m_ui->viewMenu->addAction(m_ui->explanationDock->toggleViewAction());
}

void MainWindow::refreshActions() {
    const bool isOpen = m_session.hasDocument();
    const auto& document = m_session.document();
    const auto* page = currentPage();
    const bool hasTable = isOpen && page && const_cast<Page*>(page)->itemTable();
    m_ui->undoAction->setEnabled(document.canUndo());
    m_ui->undoAction->setText(document.canUndo() ? tr("&Undo: %1").arg(toQString(document.undoName())) : tr("&Undo"));
    m_ui->redoAction->setEnabled(document.canRedo());
    m_ui->redoAction->setText(document.canRedo() ? tr("&Redo: %1").arg(toQString(document.redoName())) : tr("&Redo"));
    for (auto* action : {m_ui->saveAction, m_ui->saveAsAction, m_ui->mergeAction, m_ui->exportAction, m_ui->districtAction, m_ui->importAction,
                         m_ui->surveyAction, m_ui->newScenarioAction, m_ui->compareAction})
        action->setEnabled(isOpen);
    for (auto* action : {m_ui->copyAction, m_ui->pasteAction, m_ui->addAction, m_ui->removeAction, m_ui->findAction}) action->setEnabled(hasTable);
    m_ui->swapAction->setEnabled(isOpen && m_session.compared());
    m_ui->navigationPanel->setVisible(isOpen);
    m_ui->scenarioToolBar->setVisible(isOpen);
    if (!isOpen) m_ui->inspectorDock->hide();

    m_findingsButton->setVisible(isOpen);
    if (!isOpen) return;
    const auto findings = m_session.findings();
    m_findingsButton->setText(findings.empty() ? tr("No findings")
                                               : tr("%1 ▸ %2").arg(counted(std::int64_t(findings.size()), tr("finding"), tr("findings")),
                                                                   fontMetrics().elidedText(toQString(findings.front().message), Qt::ElideRight, 640)));
}

void MainWindow::refreshState() {
    const bool isOpen = m_session.hasDocument();
    setWindowTitle(isOpen ? tr("%1[*] – District TCO").arg(m_session.fileName()) : tr("District TCO"));
    setWindowModified(isOpen && m_session.isModified());
    setWindowFilePath(fromPath(m_session.document().path()));
    if (!isOpen)
        m_savedText->clear();
    else if (m_session.document().isReadOnly())
        m_savedText->setText(tr("read-only"));
    else if (m_session.isModified())
        m_savedText->setText(tr("not saved yet"));
    else
        m_savedText->setText(m_session.savedAt().isNull() ? tr("saved") : tr("saved %1").arg(m_session.savedAt().toString(QStringLiteral("HH:mm"))));
}

void MainWindow::report(const Expected<void>& result) {
    if (!result) m_ui->messageBar->showError(result.error());
}

QString MainWindow::message() const { return m_ui->messageBar->isHidden() ? QString() : m_ui->messageBar->text(); }

// --- Files -----------------------------------------------------------------------------------------

bool MainWindow::openFile(const QString& path, bool readOnly) {
    const auto opened = m_session.open(toPath(path), readOnly);
    if (!opened && opened.error().code == ErrorCode::InUse)
        m_ui->messageBar->showNotice(toQString(opened.error().message), {tr("Open &read-only"), [this, path] { openFile(path, true); }},
                                     {tr("Work on a cop&y…"), [this, path] { workOnCopy(path); }});
    else
        report(opened);
    if (opened) addRecentFile(path);
    m_startPage->showRecent(recentFiles());
    return opened.has_value();
}

void MainWindow::workOnCopy(const QString& path) {
    if (openFile(path, true)) saveAs();
}

/// What a person should know of the file that has just been opened.
void MainWindow::tellState() {
    const auto& document = m_session.document();
    if (document.isReadOnly())
        m_ui->messageBar->showNotice(toQString(document.readOnlyReason()), {tr("Save a cop&y…"), [this] { saveAs(); }});
    else if (!document.notices().empty())
        m_ui->messageBar->showNotice(toQString(document.notices().front().message));
}

void MainWindow::offerLeftBehind() {
    const auto all = leftBehind();
    if (all.empty()) return;
    const auto& left = all.front();
    const auto next = [this] {
        m_ui->messageBar->hide();
        offerLeftBehind();
    };
    const auto throwAway = [this, left, next] {
        if (const auto done = discard(left))
            return next();
        else
            report(done);
    };
    if (!left.fault.empty()) return m_ui->messageBar->showNotice(toQString(left.fault), {tr("&Throw it away"), throwAway});
    const auto name = left.planFile.empty() ? tr("a new plan") : tr("“%1”").arg(fromPath(left.planFile.filename()));
    m_ui->messageBar->showNotice(tr("The program stopped on %1 before %2 was saved: %3, the last “%4”.")
                                     .arg(toQString(left.lastEdited), name, counted(std::int64_t(left.edits.size()), tr("edit"), tr("edits")),
                                          left.edits.empty() ? QString() : toQString(left.edits.back())),
                                 {tr("Take the edits &up"),
                                  [this, left] {
                                      if (mayDiscard()) report(m_session.recover(left));
                                  }},
                                 {tr("&Throw them away"), throwAway});
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
            ->addAction(QFileInfo(path).fileName(), this,
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
    const auto path = QFileDialog::getSaveFileName(this, tr("Save the district as"), m_session.fileName(), tr("District TCO files (*.tco)"));
    if (path.isEmpty()) return false;
    const auto target = withExtension(path, QStringLiteral(".tco"));
    const auto saved = m_session.saveAs(toPath(target));
    report(saved);
    if (saved) {
        addRecentFile(target);
        tellState();
    }
    return saved.has_value();
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

void MainWindow::mergeAsking() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Merge with a copy of this file"), {}, tr("District TCO files (*.tco);;All files (*)"));
    if (!path.isEmpty()) mergeFile(path);
}

bool MainWindow::mergeFile(const QString& path) {
    if (!m_mergePage) {
        m_mergePage = new MergePage(m_session, this);
        m_ui->pageStack->addWidget(m_mergePage);
        connect(m_mergePage, &MergePage::finished, this, [this](const QString& sentence) {
            showPage(QStringLiteral("overview"));
            if (!sentence.isEmpty()) m_ui->messageBar->showNotice(sentence);
        });
    }
    const auto started = m_mergePage->start(toPath(path));
    report(started);
    if (!started) return false;
    m_ui->pageStack->setCurrentWidget(m_mergePage);
    m_ui->inspectorDock->hide();
    refreshActions();
    return true;
}

// --- Plan ------------------------------------------------------------------------------------------

void MainWindow::exportAsking() {
    const QFileInfo file(fromPath(m_session.document().path()));
    const auto proposed = file.absolutePath() + u'/' + QFileInfo(m_session.fileName()).completeBaseName() + tr(" comparison.pdf");
    const auto path = QFileDialog::getSaveFileName(this, tr("Export the report"), proposed, tr("PDF files (*.pdf)"));
    if (!path.isEmpty()) exportReport(withExtension(path, QStringLiteral(".pdf")));
}

bool MainWindow::exportReport(const QString& path) {
    const auto written = writePdf(currentReport(m_session), toPath(path));
    if (written)
        m_ui->messageBar->showNotice(tr("The report is written to %1.").arg(QDir::toNativeSeparators(path)),
                                     {tr("Open it"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }});
    else
        m_ui->messageBar->showError(written.error());
    return written.has_value();
}

void MainWindow::importFile(const ImportSource& source, const QString& pageKey) {
    ImportDialog dialog(m_session, source, this);
    if (dialog.exec() == QDialog::Accepted) showPage(pageKey);
}

void MainWindow::importInventory() { importFile(ImportSource::chromebookInventory(m_session), QStringLiteral("devices")); }
void MainWindow::importSurvey() { importFile(ImportSource::userSurvey(m_session), QStringLiteral("user_time")); }

void MainWindow::newScenario() {
    showPage(QStringLiteral("scenarios"));
    connectPageTable(&ItemTable::addRow);
}

void MainWindow::explain(const FigureSource& source) {
    m_ui->explanationDock->show();
    m_explanation->explain(source);
}

void MainWindow::about() {
    QMessageBox::about(this, tr("About District TCO"),
                       tr("<p><b>District TCO %1</b></p><p>What a school district’s technology costs over the years, and what changes if it leases instead of "
                          "buys.</p><p>Open source under the Apache License 2.0.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace tco
