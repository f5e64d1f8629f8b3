// SPDX-License-Identifier: Apache-2.0

// The merge page: what a person chooses, and that no choice is lost or made silently.

#include <catch2/catch_all.hpp>

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include "gui/app/text.hpp"
#include "gui/pages/merge_page.hpp"
#include "gui_fixture.hpp"

using namespace tco;
using namespace tco::test;

namespace {

QList<QRadioButton*> sidesOf(MainWindow& window) {
    auto* page = window.findChild<MergePage*>();
    return page ? page->findChildren<QRadioButton*>() : QList<QRadioButton*>();
}

void rename(Document& document, const std::string& name) {
    REQUIRE(document.edit("Rename", [&](Editor& editor) { return editor.set(firstModel(editor.plan()), "name", name); }));
}

} // namespace

TEST_CASE("a copy merges in after a person chose, and undo takes it back") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    const auto copy = gui.copyWithPrice(file, 433);
    REQUIRE(window.openFile(file));
    auto& session = window.session();
    session.setPerson(QStringLiteral("Ann Lee"));
    setPrice(session, 411);
    REQUIRE(window.mergeFile(copy));
    auto& merge = childOf<QPushButton>(window, "mergeButton");
    CHECK_FALSE(merge.isEnabled()); // never a silent choice
    const auto sides = sidesOf(window);
    REQUIRE(sides.size() == 2);
    CHECK(window.focusWidget() == sides[0]);
    CHECK(sides[0]->accessibleName().contains(QStringLiteral("411")));
    CHECK(sides[1]->accessibleName().contains(QStringLiteral("433")));
    CHECK(sides[1]->accessibleDescription().contains(QStringLiteral("Ben Ruiz")));
    for (auto* words : window.findChild<MergePage*>()->findChildren<QLabel*>())
        if (words->text().startsWith(QStringLiteral("Theirs"))) QTest::mouseClick(words, Qt::LeftButton);
    CHECK(sides[1]->isChecked());
    REQUIRE(merge.isEnabled());
    merge.click();
    CHECK(valueOf(session.plan(), firstModel(session.plan()), "unit_price") == Value(Money::fromDollars(433)));
    CHECK(window.message().contains(QStringLiteral("merged in")));
    REQUIRE(session.undo());
    CHECK(valueOf(session.plan(), firstModel(session.plan()), "unit_price") == Value(Money::fromDollars(411)));
}

TEST_CASE("a copy with nothing new, a file of another district and no file at all are told and change nothing") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    REQUIRE(window.openFile(file));
    const auto same = gui.path(QStringLiteral("same.tco"));
    REQUIRE(QFile::copy(file, same));
    CHECK_FALSE(window.mergeFile(same));
    CHECK(window.message().contains(QStringLiteral("nothing")));
    CHECK_FALSE(window.mergeFile(gui.sampleFile(QStringLiteral("urban"))));
    CHECK_FALSE(window.mergeFile(gui.path(QStringLiteral("none.tco"))));
    CHECK_FALSE(window.session().isModified());
}

TEST_CASE("choices stay while the page is left, another scenario is shown and something else is edited") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    const auto copy = gui.copyWithPrice(file, 433);
    REQUIRE(window.openFile(file));
    auto& session = window.session();
    setPrice(session, 411);
    REQUIRE(window.mergeFile(copy));
    sidesOf(window)[1]->click();
    session.setShown(session.plan().scenarios.back().id);
    CHECK(sidesOf(window)[1]->isChecked());
    REQUIRE(session.setField({Kind::District, singleId}, *findField(Kind::District, "name"), Value(std::string("X"))));
    CHECK(sidesOf(window)[1]->isChecked());
    REQUIRE(session.undo());
    CHECK(sidesOf(window)[1]->isChecked());

    auto& pages = childOf<QListWidget>(window, "navigationList");
    pages.setCurrentRow(0); // also the page that was in view before
    CHECK(window.currentPage() != window.findChild<MergePage*>());
    auto& command = childOf<QAction>(window, "mergeAction");
    CHECK(command.text().contains(QStringLiteral("copy.tco")));
    command.trigger();
    REQUIRE(window.currentPage() == window.findChild<MergePage*>());
    CHECK(sidesOf(window)[1]->isChecked());

    setPrice(session, 455); // what was chosen against is another value now
    CHECK_FALSE(sidesOf(window)[0]->isChecked());
    CHECK_FALSE(sidesOf(window)[1]->isChecked());
    CHECK_FALSE(childOf<QPushButton>(window, "mergeButton").isEnabled());
}

TEST_CASE("copies whose histories have nothing in common merge with the file that both are copies of") {
    const GuiTest gui;
    const auto save = [&](const char* name, std::int64_t price) {
        const auto file = gui.path(QLatin1String(name));
        REQUIRE(QFile::rename(gui.sampleFile(QStringLiteral("rural")), file)); // made anew: another history
        auto document = Document::open(toPath(file));
        REQUIRE(document);
        REQUIRE(document->edit("Change price", [&](Editor& editor) { return editor.set(firstModel(editor.plan()), "unit_price", Money::fromDollars(price)); }));
        REQUIRE(document->save());
        return file;
    };
    const auto mine = save("mine.tco", 411), theirs = save("theirs.tco", 433);
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(mine));
    CHECK_FALSE(window.mergeFile(theirs));
    CHECK(childOf<QPushButton>(window, "actionButton").text().contains(QStringLiteral("beginning")));
    CHECK_FALSE(window.mergeFile(theirs, gui.path(QStringLiteral("none.tco"))));
    REQUIRE(window.mergeFile(theirs, gui.sampleFile(QStringLiteral("rural"))));
    CHECK(sidesOf(window).size() == 2);
}

TEST_CASE("what the copies say is shown as it is, however long") {
    const GuiTest gui;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    const auto copy = gui.path(QStringLiteral("copy.tco"));
    REQUIRE(QFile::copy(file, copy));
    const auto hostile = "<img src=\"//host/x\">R&D " + std::string(300, 'x');
    auto theirs = Document::open(toPath(copy));
    REQUIRE(theirs);
    rename(*theirs, hostile);
    REQUIRE(theirs->save());
    MainWindow window;
    window.resize(900, 700);
    window.show();
    REQUIRE(window.openFile(file));
    REQUIRE(window.session().setField(firstModel(window.session().plan()), *findField(Kind::AssetModel, "name"), Value(std::string("Mine"))));
    settle(50);
    const int width = window.width();
    REQUIRE(window.mergeFile(copy));
    settle(50);
    auto* page = window.findChild<MergePage*>();
    for (const auto* label : page->findChildren<QLabel*>()) CHECK(label->textFormat() == Qt::PlainText);
    CHECK(sidesOf(window)[1]->accessibleName().contains(QStringLiteral("<img src=\"//host/x\">R&D")));
    CHECK(page->findChild<QWidget*>(QStringLiteral("conflictsPanel"))->minimumSizeHint().width() < 700);
    CHECK(window.width() == width);
}
