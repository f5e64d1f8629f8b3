// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <QMainWindow>
#include <QMessageBox>

#include "gui/app/session.hpp"
#include "gui/models/figure_table_model.hpp"
#include "gui/widgets/item_table.hpp"

class QLabel;
class QPushButton;

namespace tco {

class ExplanationPanel;
struct ImportSource;
class Inspector;
class MergePage;
class Page;
class StartPage;
namespace Ui {
class MainWindow;
}

/// The window: pages, scenario bar, selection and explanation panels, menus.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }

    /// Opens a file; what is wrong with it stands in the message bar, and the open plan stays.
    bool openFile(const QString& path, bool readOnly = false);
    /// Shows what a copy brings, and what is to be chosen. `beginning` is the file that both are copies of, where that is not known.
    bool mergeFile(const QString& path, const QString& beginning = {});
    /// Offers edits that an earlier run of the program could not save.
    void offerLeftBehind();
    bool exportReport(const QString& path);
    void showPage(const QString& key);
    Page* currentPage() const;
    QString message() const; ///< of the message bar; empty when it is hidden

    /// Asks whether changes are saved before they would be lost; tests answer in its place.
    using UnsavedQuestion = std::function<QMessageBox::StandardButton(const QString& fileName)>;
    void setUnsavedQuestion(UnsavedQuestion question) { m_askUnsaved = std::move(question); }

  protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    using ImportSlot = void (MainWindow::*)();
    struct PageEntry {
        QString key, title;
        std::function<Page*()> make;
        ImportSlot import = nullptr; ///< of pages that something can be imported into
        Page* page = nullptr;        ///< made when it is first shown
    };

    void listPages();
    void addPage(const QString& key, const QString& title, std::function<Page*()> make, ImportSlot import = nullptr);
    void addItemPage(const QString& key, const QString& title, Kind kind, std::optional<AssetCategory> category, const QString& emptySentence,
                     const ItemTable::Import& imports = {}, ImportSlot import = nullptr);
    void addHeading(const QString& title);
    void colorHeadings();
    void showEntry(PageEntry& entry);
    void showInspector(const PageEntry& entry);
    void connectActions();
    void connectPageTable(void (ItemTable::*action)());

    void newDistrict();
    void open();
    bool save();
    bool saveAs();
    void mergeAsking();
    void chooseBeginning(const QString& path);
    void makeMergePage();
    void showMergePage();
    void workOnCopy(const QString& path);
    void readWhatIsLeft(const QString& path); ///< of a damaged file
    void welcome();                           ///< what a person should see first of a document that has just come into view
    bool tellState();                         ///< what a person should know of the file, in the message bar; false where that is nothing
    void offer(const LeftBehind& left);
    void askToThrowAway(const LeftBehind& left);
    void exportAsking();
    void importInventory();
    void importSurvey();
    void importFile(const ImportSource& source, const QString& pageKey);
    void newScenario();
    void explain(const FigureSource& source);
    void showHistoryOf(const QString& words);
    void about();
    QMessageBox::StandardButton askUnsaved(const QString& fileName);
    bool mayDiscard(); ///< true when nothing unsaved would be lost

    void refreshActions();
    void refreshState();
    void fillRecentMenu();
    void report(const Expected<void>& result);

    Session m_session;
    std::unique_ptr<Ui::MainWindow> m_ui;
    std::vector<std::unique_ptr<PageEntry>> m_entries;
    StartPage* m_startPage;
    MergePage* m_mergePage = nullptr; ///< made when it is first needed
    Inspector* m_inspector;
    ExplanationPanel* m_explanation;
    QPushButton* m_findingsButton;
    QLabel* m_savedText;
    UnsavedQuestion m_askUnsaved;
};

} // namespace tco
