// SPDX-License-Identifier: Apache-2.0

// Two people, one file: history, merge, adoption, closed years, a second opener and what a crash left behind, as a person sees them.

#include <catch2/catch_all.hpp>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include "gui/app/text.hpp"
#include "gui/pages/history_page.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/field_row.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui_fixture.hpp"
#include "support/sqlite_file.hpp"
#include "support/state_folder.hpp"
#include "tco/base/clock.hpp"
#include "tco/base/file.hpp"

using namespace tco;
using namespace tco::test;

namespace {

QPushButton& action(MainWindow& window, const char* name) { return childOf<QPushButton>(window, name); }

/// Waits until what differs is told with these words.
bool shows(QWidget& historyPage, const QString& words) {
    waitUntil([&] {
        const auto labels = childOf<QWidget>(historyPage, "sinceView").findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    });
    return true;
}

/// A program dies on a file before it saved another name of the district.
void leaveBehind(const QString& file, const char* name) {
    REQUIRE(dies([&] {
        auto document = Document::open(toPath(file), {.locking = true, .recovery = true, .user = "Ann"});
        if (document && document->edit("Rename", [&](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string(name)); })) die();
    }));
}

} // namespace

TEST_CASE("what differs from another file is told for the scenario shown, and stays while another one is looked at") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    REQUIRE(window.openFile(file));
    auto& session = window.session();
    window.showPage(QStringLiteral("history"));
    auto* page = qobject_cast<HistoryPage*>(window.currentPage());
    REQUIRE(page);
    REQUIRE(page->compareWith(gui.copyWithPrice(file, 433)));
    CHECK(shows(*page, session.scenarioName(session.shown())));
    session.setShown(session.plan().scenarios.back().id);
    CHECK(shows(*page, session.scenarioName(session.shown())));
}

TEST_CASE("the history page tells edits by day, finds them, and says what they did to the total") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    auto& session = window.session();
    session.setPerson(QStringLiteral("Ann Lee"));
    setPrice(session, 411);
    setPrice(session, 422);
    window.showPage(QStringLiteral("history"));
    auto& tree = childOf<QTreeWidget>(*window.currentPage(), "historyTree");
    REQUIRE(tree.topLevelItemCount() >= 1);
    auto* day = tree.topLevelItem(0);
    REQUIRE(day->childCount() >= 2);
    auto* edit = day->child(0);
    CHECK(edit->text(0).contains(QStringLiteral("Change price")));
    CHECK(edit->text(1) == QStringLiteral("Ann Lee"));
    edit->setExpanded(true);
    REQUIRE(edit->childCount() == 1);
    CHECK(edit->child(0)->text(0).contains(QStringLiteral("411")));
    CHECK(edit->child(0)->text(0).contains(QStringLiteral("422")));

    childOf<QLineEdit>(*window.currentPage(), "filterEdit").setText(QStringLiteral("411"));
    CHECK(tree.topLevelItem(0)->childCount() == 2); // to 411, and from it
    const auto file = gui.path(QStringLiteral("history.csv"));
    auto* page = qobject_cast<HistoryPage*>(window.currentPage());
    REQUIRE(page);
    REQUIRE(page->exportTo(file));
    CHECK(readFile(toPath(file))->find("Ann Lee") != std::string::npos);

    REQUIRE(session.undo());
    CHECK(tree.topLevelItem(0)->childCount() == 1); // what was undone is not in the history
}

TEST_CASE("what changed on a day is shown from its beginning on, also on the first day of all") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    setPrice(window.session(), 411);
    window.showPage(QStringLiteral("history"));
    auto& page = *window.currentPage();
    auto& tree = childOf<QTreeWidget>(page, "historyTree");
    tree.setCurrentItem(tree.topLevelItem(0));
    auto& until = childOf<QComboBox>(page, "untilBox");
    REQUIRE(until.count() == 2);
    CHECK(until.currentText() == QStringLiteral("now"));
    childOf<QPushButton>(page, "sinceButton").click();
    CHECK(shows(page, QStringLiteral("the beginning of ") + toQString(today().display())));
    CHECK(shows(page, QStringLiteral("now")));
    until.setCurrentIndex(1);
    emit until.activated(1);
    CHECK(shows(page, QStringLiteral("and the end of ") + toQString(today().display())));
}

TEST_CASE("a history that cannot be read is told, and the plan opens") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    REQUIRE(runSql(toPath(file), "UPDATE history_edit SET day = 'some day'").empty());
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(file));
    window.showPage(QStringLiteral("history"));
    CHECK(childOf<QLabel>(*window.currentPage(), "stateText").text().contains(QStringLiteral("cannot be read")));
}

TEST_CASE("a value says who changed it last, and from what") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    session.setPerson(QStringLiteral("Ann Lee"));
    setPrice(session, 411);
    FieldRow row(session, *findField(Kind::AssetModel, "unit_price"));
    row.setItem(firstModel(session.plan()));
    auto& changed = childOf<QLabel>(row, "changedText");
    CHECK(changed.isHidden());
    childOf<QToolButton>(row, "sourceButton").click();
    CHECK_FALSE(changed.isHidden());
    CHECK(changed.text().contains(QStringLiteral("Ann Lee")));
    CHECK(changed.accessibleName().isEmpty()); // a screen reader says the text
}

TEST_CASE("from a value the history of this value is one step away") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    setPrice(window.session(), 411);
    window.showPage(QStringLiteral("price_book"));
    window.currentPage()->itemTable()->select(firstModel(window.session().plan()));
    for (auto* button : window.findChildren<QToolButton*>(QStringLiteral("sourceButton")))
        if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Source of Price,"))) button->click();
    QToolButton* all = nullptr;
    for (auto* button : window.findChildren<QToolButton*>(QStringLiteral("historyButton")))
        if (button->isVisible()) all = button;
    REQUIRE(all);
    all->click();
    auto* history = qobject_cast<HistoryPage*>(window.currentPage());
    REQUIRE(history);
    const auto& tree = childOf<QTreeWidget>(*history, "historyTree");
    REQUIRE(tree.topLevelItemCount() == 1);
    CHECK(tree.topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("Change price")));
    CHECK(tree.topLevelItem(0)->child(0)->child(0)->text(0).contains(QStringLiteral("411")));
}

TEST_CASE("a scenario is adopted as it stands, and later changes are told beside it") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    auto& session = window.session();
    window.showPage(QStringLiteral("scenarios"));
    auto& page = *window.currentPage();
    auto& button = childOf<QPushButton>(page, "adoptButton");
    CHECK_FALSE(button.isEnabled());
    childOf<QLineEdit>(page, "adoptionNameEdit").setText(QStringLiteral("Budget FY2027"));
    REQUIRE(button.isEnabled());
    button.click();
    REQUIRE(session.plan().adoptions.size() == 1);
    auto& list = childOf<QListWidget>(page, "adoptedList");
    REQUIRE(list.count() == 1);
    const auto before = list.item(0)->text();
    CHECK(before.contains(QStringLiteral("Budget FY2027")));
    setPrice(session, 999);
    CHECK(list.item(0)->text() != before);
    CHECK(valueOf(*session.document().adoptedPlan(session.plan().adoptions.front().id), firstModel(session.plan()), "unit_price") !=
          Value(Money::fromDollars(999)));
}

TEST_CASE("the plan as entered is adopted too, with the day and the name of who decided") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    auto& session = window.session();
    window.showPage(QStringLiteral("scenarios"));
    auto& page = *window.currentPage();
    auto& what = childOf<QComboBox>(page, "adoptedBox");
    CHECK(what.currentText() == session.scenarioName(session.shown()));
    what.setCurrentIndex(what.count() - 1);
    emit what.activated(what.currentIndex());
    childOf<QLineEdit>(page, "adoptionNameEdit").setText(QStringLiteral("Budget FY2027"));
    childOf<QDateEdit>(page, "adoptedOnEdit").setDate(QDate(2026, 6, 15));
    childOf<QLineEdit>(page, "adoptedByEdit").setText(QStringLiteral("the board"));
    childOf<QPushButton>(page, "adoptButton").click();
    REQUIRE(session.plan().adoptions.size() == 1);
    const auto& adoption = session.plan().adoptions.front();
    CHECK_FALSE(adoption.scenario);
    CHECK(adoption.adoptedBy == "the board");
    CHECK(adoption.adoptedOn == Date::of(2026, 6, 15));
    CHECK(childOf<QListWidget>(page, "adoptedList").item(0)->text().contains(QStringLiteral("the board")));
    emit what.activated(what.currentIndex());
    CHECK(what.currentText() == session.scenarioName({}));
}

TEST_CASE("somebody else has the file: it opens read-only, and nothing can be changed") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    // The lock of another computer.
    MainWindow other;
    REQUIRE(other.openFile(file));
    const auto lock = gui.path(QStringLiteral(".~lock.rural.tco#"));
    auto note = readFile(toPath(lock));
    REQUIRE(note);
    other.session().adopt(Document::create());
    const auto host = QSysInfo::machineHostName().toStdString();
    if (const auto at = note->find(host); !host.empty() && at != std::string::npos) note->replace(at, host.size(), "LAPTOP-7");
    REQUIRE(writeFileAtomically(toPath(lock), *note));

    MainWindow window;
    window.show();
    CHECK_FALSE(window.openFile(file));
    CHECK(window.message().contains(QStringLiteral("LAPTOP-7")));
    action(window, "actionButton").click(); // Open read-only
    REQUIRE(window.session().hasDocument());
    CHECK(window.session().document().isReadOnly());
    CHECK_FALSE(window.session().setField({Kind::District, singleId}, *findField(Kind::District, "name"), Value(std::string("X"))));
    CHECK(QFile::exists(lock)); // it is not ours
}

TEST_CASE("edits that a crash left behind are offered and taken up") {
    const StateFolder state;
    const GuiTest gui;
    leaveBehind(gui.sampleFile(QStringLiteral("rural")), "Unsaved");
    MainWindow window;
    window.show();
    window.offerLeftBehind();
    CHECK(window.message().contains(QStringLiteral("Rename")));
    action(window, "actionButton").click();
    REQUIRE(window.session().hasDocument());
    CHECK(window.session().plan().district.name == "Unsaved");
    CHECK(window.session().isModified());
}

TEST_CASE("edits that a crash left behind are taken up while the file is open") {
    const StateFolder state;
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    leaveBehind(file, "Unsaved");
    leaveBehind(gui.sampleFile(QStringLiteral("urban")), "Of another file");
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(file)); // as a double click does
    CHECK(window.message().contains(QStringLiteral("rural.tco")));
    action(window, "actionButton").click();
    CHECK(window.session().plan().district.name == "Unsaved");
    CHECK(window.session().document().path() == toPath(file));
    CHECK(window.message().contains(QStringLiteral("urban.tco"))); // the next one
    REQUIRE(window.session().save());

    // Put off, they come back from the menu.
    childOf<QToolButton>(window, "closeButton").click();
    auto& again = childOf<QAction>(window, "leftBehindAction");
    emit childOf<QMenu>(window, "fileMenu").aboutToShow();
    REQUIRE(again.isEnabled());
    again.trigger();
    CHECK(window.message().contains(QStringLiteral("urban.tco")));
    action(window, "actionButton").click();
    CHECK(window.session().plan().district.name == "Of another file");
    emit childOf<QMenu>(window, "fileMenu").aboutToShow();
    CHECK_FALSE(again.isEnabled());
}

TEST_CASE("edits that cannot be taken up leave the open file as it is") {
    const StateFolder state;
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    leaveBehind(file, "Unsaved");
    Session session;
    REQUIRE(session.open(toPath(file)));
    const auto name = session.plan().district.name;
    auto left = leftBehind();
    REQUIRE(left.size() == 1);
    REQUIRE(discard(left.front()));
    CHECK_FALSE(session.recover(left.front()));
    CHECK(session.plan().district.name == name);
    CHECK(session.document().path() == toPath(file));
    CHECK_FALSE(session.document().isReadOnly());
    setPrice(session, 411);
    CHECK(session.save());
}

TEST_CASE("edits that a crash left behind are thrown away after a second question") {
    const StateFolder state;
    const GuiTest gui;
    leaveBehind(gui.sampleFile(QStringLiteral("rural")), "Unsaved");
    MainWindow window;
    window.offerLeftBehind();
    action(window, "otherButton").click();
    CHECK(leftBehind().size() == 1);
    action(window, "otherButton").click(); // keep: a double click loses nothing
    CHECK(leftBehind().size() == 1);
    action(window, "otherButton").click();
    action(window, "actionButton").click();
    CHECK(leftBehind().empty());
    CHECK(window.message().isEmpty());
}

TEST_CASE("a plan that is open read-only stays in view when the file cannot be opened for editing") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    MainWindow other;
    REQUIRE(other.openFile(file));
    MainWindow window;
    REQUIRE(window.openFile(file, true));
    const auto name = window.session().plan().district.name;
    CHECK_FALSE(window.openFile(file));
    CHECK(window.session().plan().district.name == name);
    CHECK(window.session().document().path() == toPath(file));
    CHECK(window.session().document().isReadOnly());
}

TEST_CASE("a name without an ending gets it before the question about writing over a file") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    const auto endingAsked = [&](const char* command) {
        QString ending;
        QTimer::singleShot(0, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            ending = dialog->defaultSuffix();
            dialog->reject();
        });
        childOf<QAction>(window, command).trigger();
        return ending;
    };
    CHECK(endingAsked("saveAsAction") == QStringLiteral("tco"));
    CHECK(endingAsked("exportAction") == QStringLiteral("pdf"));
}

TEST_CASE("what the plan refuses goes back to what it says, with the reason beside it") {
    const GuiTest gui;
    Session session;
    REQUIRE(session.open(toPath(gui.sampleFile(QStringLiteral("rural"))), true));
    FieldRow price(session, *findField(Kind::AssetModel, "unit_price"));
    price.show();
    price.setItem(firstModel(session.plan()));
    auto& line = dynamic_cast<QLineEdit&>(*price.editor());
    const auto before = line.text();
    line.selectAll();
    type(line, QStringLiteral("411"));
    press(line, Qt::Key_Return);
    auto& refusal = childOf<QLabel>(price, "refusalText");
    CHECK(line.text() == before);
    CHECK(refusal.isVisible());
    CHECK(refusal.text().contains(QStringLiteral("read-only")));
    press(line, Qt::Key_Escape);
    CHECK_FALSE(refusal.isVisible());

    FieldRow type(session, *findField(Kind::AssetModel, "asset_type"));
    type.show();
    type.setItem(firstModel(session.plan()));
    auto& box = dynamic_cast<QComboBox&>(*type.editor());
    const int chosen = box.currentIndex();
    box.setCurrentIndex(chosen == 0 ? 1 : 0);
    emit box.activated(box.currentIndex());
    CHECK(box.currentIndex() == chosen);
    CHECK(childOf<QLabel>(type, "refusalText").isVisible());
    auto& only = childOf<QCheckBox>(type, "onlyHereCheck");
    only.click();
    CHECK_FALSE(only.isChecked());
}

TEST_CASE("a plan that is saved as a copy is not called read-only any more") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural")), true));
    CHECK(window.message().contains(QStringLiteral("read-only")));
    CHECK_FALSE(childOf<QAction>(window, "mergeAction").isEnabled());
    const auto copy = gui.path(QStringLiteral("mine.tco"));
    QTimer::singleShot(0, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->selectFile(copy);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    action(window, "actionButton").click(); // Save a copy
    CHECK(window.session().document().path() == toPath(copy));
    CHECK(window.message().isEmpty());
    CHECK(childOf<QAction>(window, "mergeAction").isEnabled());
}

TEST_CASE("a file of a newer version is shown without an offer that would be refused") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    auto content = readFile(toPath(file));
    REQUIRE(content);
    constexpr std::size_t lastByteOfUserVersion = 63; // https://sqlite.org/fileformat2.html#the_database_header
    ++content->at(lastByteOfUserVersion);
    REQUIRE(writeFileAtomically(toPath(file), *content));
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(file));
    CHECK(window.message().contains(QStringLiteral("newer")));
    CHECK_FALSE(action(window, "actionButton").isVisible());
}

TEST_CASE("a damaged file gives back what is left of it, as a plan without a file") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    auto content = *readFile(toPath(file));
    for (std::size_t i = content.size() / 2; i < content.size() / 2 + 4096; ++i) content[i] = char(0xA5);
    REQUIRE(writeFileAtomically(toPath(file), content));
    MainWindow window;
    window.show();
    REQUIRE_FALSE(window.openFile(file));
    CHECK(window.message().contains(QStringLiteral("is damaged")));
    action(window, "actionButton").click();
    auto& session = window.session();
    REQUIRE(session.hasDocument());
    CHECK(session.document().path().empty());
    CHECK(session.isModified());
    CHECK_FALSE(session.plan().district.name.empty());
    CHECK(window.message().contains(QStringLiteral("the damaged file stays as it is")));
    CHECK(*readFile(toPath(file)) == content);
}
