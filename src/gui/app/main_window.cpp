// SPDX-License-Identifier: Apache-2.0
#include "gui/app/main_window.hpp"

#include <algorithm>

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>

#include "gui/app/item_commands.hpp"
#include "gui/app/plain_text.hpp"
#include "gui/app/recent_files.hpp"
#include "gui/app/save_name.hpp"
#include "gui/app/text.hpp"
#include "gui/dialogs/import_dialog.hpp"
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

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_ui(std::make_unique<Ui::MainWindow>()), m_startPage(new StartPage), m_inspector(new Inspector),
      m_explanation(new ExplanationPanel), m_findingsButton(new QPushButton), m_savedText(makeLabel()),
      m_askUnsaved([this](const QString& fileName) { return askUnsaved(fileName); }) {
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
    m_findingsButton->setToolTip(plainToolTip(tr("Show all findings")));
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
    connect(m_inspector, &Inspector::historyRequested, this, &MainWindow::showHistoryOf);
    connect(&m_session, &Session::documentReplaced, this, &MainWindow::welcome);
    connect(&m_session, &Session::changed, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::findingsChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::fileStateChanged, this, &MainWindow::refreshState);
    connect(&m_session, &Session::fileStateChanged, this, &MainWindow::refreshActions);
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
    auto* action = m_ui->viewMenu->addAction(withoutKey(title), this, [this, key] { showPage(key); });
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
        connect(entry.page, &Page::historyRequested, this, &MainWindow::showHistoryOf);
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
    connect(m_ui->fileMenu, &QMenu::aboutToShow, this, [this] { m_ui->leftBehindAction->setEnabled(!leftBehind().empty()); });
    connect(m_ui->leftBehindAction, &QAction::triggered, this, &MainWindow::offerLeftBehind);
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
    m_ui->undoAction->setText(document.canUndo() ? tr("&Undo: %1").arg(withoutKey(toQString(document.undoName()))) : tr("&Undo"));
    m_ui->redoAction->setEnabled(document.canRedo());
    m_ui->redoAction->setText(document.canRedo() ? tr("&Redo: %1").arg(withoutKey(toQString(document.redoName()))) : tr("&Redo"));
    for (auto* action : {m_ui->saveAction, m_ui->saveAsAction, m_ui->exportAction, m_ui->districtAction, m_ui->importAction, m_ui->surveyAction,
                         m_ui->newScenarioAction, m_ui->compareAction})
        action->setEnabled(isOpen);
    m_ui->mergeAction->setEnabled(isOpen && !document.isReadOnly());
    const auto waiting = m_mergePage ? m_mergePage->waitingFor() : QString();
    m_ui->mergeAction->setText(waiting.isEmpty() ? tr("&Merge with a copy…") : tr("Go on &merging with “%1”").arg(withoutKey(waiting)));
    for (auto* action : {m_ui->copyAction, m_ui->pasteAction, m_ui->addAction, m_ui->removeAction, m_ui->findAction}) action->setEnabled(hasTable);
    m_ui->swapAction->setEnabled(isOpen && m_session.compared());
    m_ui->navigationPanel->setVisible(isOpen);
    m_ui->scenarioToolBar->setVisible(isOpen);
    if (!isOpen) m_ui->inspectorDock->hide();

    m_findingsButton->setVisible(isOpen);
    if (!isOpen) return;
    const auto findings = m_session.findings();
    m_findingsButton->setText(findings.empty()
                                  ? tr("No findings")
                                  : tr("%1 ▸ %2").arg(counted(std::int64_t(findings.size()), tr("finding"), tr("findings")),
                                                      withoutKey(fontMetrics().elidedText(toQString(findings.front().message), Qt::ElideRight, 640))));
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

// --- Plan ------------------------------------------------------------------------------------------

void MainWindow::exportAsking() {
    const QFileInfo file(fromPath(m_session.document().path()));
    const auto proposed = file.absolutePath() + u'/' + QFileInfo(m_session.fileName()).completeBaseName() + tr(" comparison.pdf");
    const auto path = askSaveName(this, tr("Export the report"), proposed, tr("PDF files (*.pdf)"), QStringLiteral("pdf"));
    if (!path.isEmpty()) exportReport(path);
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

void MainWindow::showHistoryOf(const QString& words) {
    showPage(QStringLiteral("history"));
    if (auto* history = qobject_cast<HistoryPage*>(currentPage())) history->find(words);
}

void MainWindow::about() {
    QMessageBox::about(this, tr("About District TCO"),
                       tr("<p><b>District TCO %1</b></p><p>What a school district’s technology costs over the years, and what changes if it leases instead of "
                          "buys.</p><p>Open source under the Apache License 2.0.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace tco
