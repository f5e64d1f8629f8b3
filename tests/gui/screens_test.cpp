// SPDX-License-Identifier: Apache-2.0

// Not a test of anything: `test_gui "[.screens]"` saves a picture of each page to the folder TCO_SCREENS, to be
// looked at by people.

#include <catch2/catch_all.hpp>

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPalette>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

#include "gui/dialogs/import_dialog.hpp"
#include "gui/dialogs/new_district_dialog.hpp"
#include "gui/pages/merge_page.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui_fixture.hpp"

using namespace tco;
using namespace tco::test;

namespace {

void save(QWidget& widget, const QString& name) {
    const QDir folder(qEnvironmentVariable("TCO_SCREENS", QStringLiteral("screens")));
    QDir().mkpath(folder.path());
    settle(400);
    settle(50); // what the timers made is laid out
    REQUIRE(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

void fillNewDistrict(QWidget& dialog) {
    const std::pair<const char*, const char*> entries[] = {{"nameEdit", "Lakeview USD"}, {"studentsEdit", "3,400"}, {"modelEdit", "Chromebook 14"},
                                                           {"priceEdit", "$399"},        {"quantityEdit", "1240"},  {"lifeEdit", "4"},
                                                           {"fteEdit", "2.5"},           {"salaryEdit", "58000"},   {"benefitsEdit", "30%"},
                                                           {"paymentEdit", "112.40"},    {"paymentsEdit", "4"},     {"discountEdit", "4%"}};
    for (const auto& [name, text] : entries) {
        auto& line = childOf<QLineEdit>(dialog, name);
        line.setText(QString::fromUtf8(text));
        emit line.textEdited(line.text());
    }
}

/// Rows as “gam print cros” writes them, the last one faulty.
QString inventoryFile(const GuiTest& gui) {
    QFile file(gui.path(QStringLiteral("devices.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("deviceId,serialNumber,status,model,orgUnitPath,annotatedUser,manufactureDate,autoUpdateExpiration\n");
    for (int i = 0; i < 40; ++i)
        file.write(QByteArray::number(i) + ",5CD" + QByteArray::number(1000 + i) + ",ACTIVE,Acer 311,/High,jane@example.org,2023-05-01,2031-06-01\n");
    file.write("99,5CD9999,ACTIVE,Acer 311,/High,jim@example.org,2023-99-01,2031-06-01\n");
    return file.fileName();
}

/// Answers of three people, one of a group that the plan does not have.
QString surveyFile(const GuiTest& gui) {
    QFile file(gui.path(QStringLiteral("answers.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Name,group,Self-support (min/week),Helping others (min/week),Downtime (min/week)\n"
               "A,Teachers,20,15,30\nB,Teachers,45,?,60\nC,Pilots,1,1,1\n");
    return file.fileName();
}

/// Every part of a page, from the top; as a whole where it scrolls.
void saveParts(MainWindow& window, const QString& key, const QString& prefix) {
    window.showPage(key);
    auto& tabs = childOf<QTabWidget>(*window.currentPage(), "tabs");
    for (int part = 0; part < tabs.count(); ++part) {
        tabs.setCurrentIndex(part);
        settle(50);
        if (auto* table = window.currentPage()->itemTable(); table && table->model().rowCount() > 0) table->select(table->model().itemAt(0));
        settle(1000);
        const auto name = QStringLiteral("%1-%2-%3").arg(prefix, key).arg(part);
        save(window, name);
        auto* content = tabs.currentWidget()->findChild<QWidget*>(QStringLiteral("sectionsView"));
        if (content && content->isVisible()) save(*content, name + QStringLiteral("-whole"));
    }
}

/// The pages about money: filled, narrow, dark, and with nothing entered.
void saveMoneyPages(MainWindow& window, const QString& emptyFile) {
    window.session().setShown(window.session().plan().scenarios[1].id);
    for (const auto* key : {"leases", "funds", "budget", "erate"}) saveParts(window, QLatin1String(key), QStringLiteral("40"));
    window.resize(1000, 700);
    for (const auto* key : {"leases", "funds"}) saveParts(window, QLatin1String(key), QStringLiteral("41-narrow"));
    window.resize(1440, 900);
    const auto light = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(0x35, 0x35, 0x35), QColor(0x25, 0x25, 0x25)));
    for (const auto* key : {"leases", "erate"}) saveParts(window, QLatin1String(key), QStringLiteral("42-dark"));
    QApplication::setPalette(light);
    REQUIRE(window.openFile(emptyFile));
    for (const auto* key : {"leases", "funds", "budget", "erate"}) saveParts(window, QLatin1String(key), QStringLiteral("43-empty"));
}

} // namespace

TEST_CASE("pictures of every page", "[.screens]") {
    const GuiTest gui;
    const auto sample = qEnvironmentVariable("TCO_SCREENS_SAMPLE", QStringLiteral("suburban"));
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    save(window, QStringLiteral("00-start"));
    REQUIRE(window.openFile(gui.sampleFile(sample)));
    for (const auto* key : {"overview", "district",   "devices", "network", "servers", "price_book", "sites",   "staff", "user_time", "risks",
                            "leases",   "agreements", "funds",   "budget",  "erate",   "scenarios",  "compare", "goals", "benefits",  "report"}) {
        window.showPage(QLatin1String(key));
        settle(50);
        if (auto* table = window.currentPage()->itemTable(); table && table->model().rowCount() > 0) table->select(table->model().itemAt(0));
        settle(1000); // what is calculated beside the page is there
        save(window, QStringLiteral("10-") + QLatin1String(key));
    }
    window.showPage(QStringLiteral("compare"));
    settle(1000);
    auto& sections = childOf<QWidget>(*window.currentPage(), "sectionsView");
    sections.grab().save(QDir(qEnvironmentVariable("TCO_SCREENS", QStringLiteral("screens"))).filePath(QStringLiteral("11-compare-sections.png")));
    window.session().setShown(window.session().chosen().back());
    window.showPage(QStringLiteral("price_book"));
    settle(50);
    auto& table = *window.currentPage()->itemTable();
    table.select(table.model().itemAt(0));
    for (auto* button : window.findChildren<QToolButton*>(QStringLiteral("sourceButton")))
        if (button->isVisible() && button->accessibleName().contains(QStringLiteral("Category"))) button->click();
    childOf<QAbstractButton>(window, "yearFigure").click();
    save(window, QStringLiteral("20-scenario-and-explanation"));
    REQUIRE_FALSE(window.openFile(QStringLiteral(TCO_SOURCE_DIR "/LICENSE")));
    save(window, QStringLiteral("21-message"));

    const auto light = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(0x35, 0x35, 0x35), QColor(0x25, 0x25, 0x25)));
    window.showPage(QStringLiteral("overview"));
    save(window, QStringLiteral("22-dark"));
    QApplication::setPalette(light);

    NewDistrictDialog dialog;
    dialog.show();
    save(dialog, QStringLiteral("30-new-district-empty"));
    fillNewDistrict(dialog);
    save(dialog, QStringLiteral("31-new-district"));

    ImportDialog importing(window.session(), ImportSource::chromebookInventory(window.session()));
    importing.show();
    importing.readFile(inventoryFile(gui));
    save(importing, QStringLiteral("32-import"));

    ImportDialog survey(window.session(), ImportSource::userSurvey(window.session()));
    survey.show();
    save(survey, QStringLiteral("33-survey-empty"));
    survey.readFile(surveyFile(gui));
    save(survey, QStringLiteral("34-survey"));
}

TEST_CASE("pictures of the pages about money", "[.screens]") {
    const GuiTest gui;
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("suburban"))));
    saveMoneyPages(window, gui.sampleFile(QStringLiteral("rural")));
}

TEST_CASE("pictures of what two people see", "[.screens]") {
    const GuiTest gui;
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    const auto file = gui.sampleFile(QStringLiteral("suburban"));
    const auto copy = gui.copyWithPrice(file, 433);
    REQUIRE(window.openFile(file));
    auto& session = window.session();
    session.setPerson(QStringLiteral("Ann Lee"));
    window.showPage(QStringLiteral("history"));
    save(window, QStringLiteral("50-history-fresh"));
    window.showPage(QStringLiteral("scenarios"));
    childOf<QLineEdit>(*window.currentPage(), "adoptionNameEdit").setText(QStringLiteral("Budget FY2027"));
    childOf<QPushButton>(*window.currentPage(), "adoptButton").click();
    window.showPage(QStringLiteral("history"));
    setPrice(session, 411);
    setPrice(session, 422);
    auto& tree = childOf<QTreeWidget>(*window.currentPage(), "historyTree");
    tree.topLevelItem(0)->setExpanded(true);
    tree.topLevelItem(0)->child(0)->setExpanded(true);
    tree.setCurrentItem(tree.topLevelItem(0)->child(0));
    childOf<QPushButton>(*window.currentPage(), "sinceButton").click();
    settle(3000);
    save(window, QStringLiteral("51-history"));
    window.resize(1000, 700);
    save(window, QStringLiteral("52-history-narrow"));
    window.showPage(QStringLiteral("scenarios"));
    save(window, QStringLiteral("53-adopted-narrow"));
    window.resize(1440, 900);
    save(window, QStringLiteral("53-adopted"));
    REQUIRE(window.mergeFile(copy));
    settle(1000);
    save(window, QStringLiteral("54-merge"));
    window.findChild<MergePage*>()->findChildren<QRadioButton*>()[1]->click();
    save(window, QStringLiteral("55-merge-chosen"));
    childOf<QPushButton>(window, "mergeButton").click();
    save(window, QStringLiteral("56-merged"));
    window.openFile(QStringLiteral(TCO_SOURCE_DIR "/tests/data/version-1.tco"), true);
    save(window, QStringLiteral("57-read-only"));
    const auto old = gui.path(QStringLiteral("old.tco"));
    REQUIRE(QFile::copy(QStringLiteral(TCO_SOURCE_DIR "/tests/data/version-1.tco"), old));
    REQUIRE(window.openFile(old));
    save(window, QStringLiteral("58-older-version"));
    childOf<QAction>(window, "saveAction").trigger();
    save(window, QStringLiteral("59-brought-up-to-date"));
}
