// SPDX-License-Identifier: Apache-2.0

// What a person does with the window, from opening a file to the exported PDF, and what goes wrong on the way.

#include <catch2/catch_all.hpp>

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

#include "gui/app/text.hpp"
#include "gui/dialogs/import_dialog.hpp"
#include "gui/dialogs/new_district_dialog.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/field_row.hpp"
#include "gui/widgets/figure_button.hpp"
#include "gui/widgets/figure_table.hpp"
#include "gui/widgets/inspector.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui_fixture.hpp"
#include "support/samples.hpp"
#include "tco/base/file.hpp"
#include "tco/base/person.hpp"

using namespace tco;
using namespace tco::test;

namespace {

QMessageBox::StandardButton neverAsked(const QString&) { throw std::runtime_error("nobody should be asked"); }

QString figure(MainWindow& window, const char* name) {
    for (auto* bar : window.findChildren<QWidget*>())
        if (QLatin1String(bar->metaObject()->className()) == QLatin1String("tco::ScenarioBar")) return childOf<FigureButton>(*bar, name).value();
    throw std::runtime_error("there is no scenario bar");
}

/// The table of a section of the page Compare, once it is calculated.
FigureTable& tableCalled(QWidget& page, const QString& words) {
    FigureTable* found = nullptr;
    waitUntil([&] {
        if (!childOf<QLabel>(page, "workingText").isHidden()) return false;
        for (auto* table : page.findChildren<FigureTable*>())
            if (!found && table->accessibleName().contains(words)) found = table;
        return found != nullptr;
    });
    return *found;
}

/// A district with people's time and an incident, which are no budget.
Document documentWithIndirectCost() {
    auto document = Document::create();
    auto plan = samplePlan("rural");
    UserGroup teachers;
    teachers.id = UserGroupId{900001};
    teachers.name = "Teachers";
    teachers.people = PeopleBasis::Number;
    teachers.number = 40;
    teachers.salary = Money::fromDollars(58000);
    teachers.paidHours = Decimal(1400);
    teachers.selfSupport = Decimal(25);
    plan.userGroups.push_back(teachers);
    if (const auto filled = document.edit("Fill", [&](Editor& editor) { return editor.replacePlan(plan); }); !filled)
        throw std::runtime_error(filled.error().message);
    return document;
}

void drop(QWidget& widget, const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

/// The text of a PDF with single spaces; empty where pdftotext is not installed.
QString textOfPdf(const QString& file) {
    const auto program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty()) return {};
    QProcess process;
    process.start(program, {QStringLiteral("-layout"), file, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    return QString::fromUtf8(process.readAllStandardOutput()).simplified();
}

void writeText(const QString& file, const QByteArray& text) {
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(text);
}

} // namespace

TEST_CASE("open, edit, undo, redo, compare, export: the PDF says what the screen shows") {
    const GuiTest gui;
    MainWindow window;
    window.setUnsavedQuestion(neverAsked);
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("suburban"))));
    auto& session = window.session();
    CHECK(window.windowTitle().startsWith(QStringLiteral("suburban.tco[*]")));
    CHECK_FALSE(window.isWindowModified());

    window.showPage(QStringLiteral("price_book"));
    auto& model = window.currentPage()->itemTable()->model();
    int price = 0;
    while (model.fieldAt(price) == nullptr || model.fieldAt(price)->key != "unit_price") ++price;
    const auto totalBefore = session.shownResult().figures.nominal;
    const auto shownBefore = figure(window, "totalFigure");
    REQUIRE(model.setData(model.index(0, price), QStringLiteral("$777")));
    CHECK(window.isWindowModified());
    CHECK(session.shownResult().figures.nominal > totalBefore);
    CHECK(figure(window, "totalFigure") == moneyText(session.shownResult().figures.budget.nominal, MoneyStyle::Compact));
    CHECK(figure(window, "totalFigure") != shownBefore);
    auto& undo = childOf<QAction>(window, "undoAction");
    CHECK(undo.text().contains(QStringLiteral("Change price")));
    undo.trigger();
    CHECK(figure(window, "totalFigure") == shownBefore);
    CHECK_FALSE(undo.isEnabled());
    childOf<QAction>(window, "redoAction").trigger();
    CHECK(session.shownResult().figures.nominal > totalBefore);

    window.showPage(QStringLiteral("compare"));
    auto& page = *window.currentPage();
    const auto answer = childOf<QLabel>(page, "answerText").text();
    CHECK(answer == toQString(answerSentence(session.comparison())));
    const auto& yearly = *tableCalled(page, QStringLiteral("by fiscal year")).model();
    CHECK(yearly.rowCount() == session.plan().district.horizon + 1);

    const auto pdf = gui.path(QStringLiteral("report.pdf"));
    REQUIRE(window.exportReport(pdf));
    CHECK(window.message().contains(pdf));
    const auto text = textOfPdf(pdf);
    if (text.isEmpty()) return;
    for (int row = 0; row < yearly.rowCount(); ++row)
        for (int column = 0; column < yearly.columnCount(); ++column) {
            const auto cell = yearly.index(row, column).data().toString();
            INFO(cell.toStdString());
            CHECK(text.contains(cell));
        }
    // Lines of the answer are broken elsewhere on paper.
    CHECK(text.contains(answer.section(u' ', 0, 5)));

    REQUIRE(session.saveAs(toPath(gui.path(QStringLiteral("copy.tco")))));
    CHECK_FALSE(window.isWindowModified());
    CHECK(window.close());
}

TEST_CASE("a damaged file is said to be so, and the open plan stays") {
    const GuiTest gui;
    MainWindow window;
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    const auto district = window.session().plan().district.name;
    const auto broken = gui.path(QStringLiteral("broken.tco"));
    writeText(broken, "SQLite format 3, or is it");
    CHECK_FALSE(window.openFile(broken));
    CHECK(window.message().contains(QStringLiteral("broken.tco")));
    CHECK_FALSE(window.openFile(gui.path(QStringLiteral("missing.tco"))));
    CHECK(window.message().contains(QStringLiteral("missing.tco")));
    CHECK(window.session().plan().district.name == district);
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    CHECK(window.message().isEmpty());
}

TEST_CASE("a report that cannot be written is said to be so") {
    const GuiTest gui;
    MainWindow window;
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    CHECK_FALSE(window.exportReport(gui.path(QStringLiteral("no/such/folder/report.pdf"))));
    CHECK(window.message().contains(QStringLiteral("report.pdf")));
}

TEST_CASE("a dropped file opens") {
    const GuiTest gui;
    MainWindow window;
    drop(window, gui.sampleFile(QStringLiteral("rural")));
    CHECK(window.session().hasDocument());
    CHECK(window.windowTitle().startsWith(QStringLiteral("rural.tco")));
}

TEST_CASE("unsaved changes are not lost without asking") {
    const GuiTest gui;
    MainWindow window;
    const auto file = gui.sampleFile(QStringLiteral("rural"));
    REQUIRE(window.openFile(file));
    const auto* name = findField(Kind::District, "name");
    REQUIRE(window.session().setField({Kind::District, singleId}, *name, Value(std::string("Changed"))));
    int asked = 0;
    const auto answer = [&](QMessageBox::StandardButton button) { window.setUnsavedQuestion([&asked, button](const QString&) { return ++asked, button; }); };
    answer(QMessageBox::Cancel);
    CHECK_FALSE(window.close());
    answer(QMessageBox::Save);
    CHECK(window.close());
    CHECK(asked == 2);
    const auto saved = Document::open(toPath(file));
    REQUIRE(saved);
    CHECK(saved->plan().district.name == "Changed");
}

TEST_CASE("every page can be shown without a file's parts and with them") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    const auto keys = {"overview",   "district", "devices", "network", "servers",   "price_book", "sites", "staff",    "user_time", "risks",  "leases",
                       "agreements", "funds",    "budget",  "erate",   "scenarios", "compare",    "goals", "benefits", "report",    "history"};
    window.session().adopt(Document::create());
    for (const auto* key : keys) {
        window.showPage(QLatin1String(key));
        settle();
        CHECK(window.currentPage() != nullptr);
    }
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("urban"))));
    for (const auto* key : keys) {
        window.showPage(QLatin1String(key));
        settle();
        CHECK(window.currentPage() != nullptr);
    }
}

TEST_CASE("choosing the compared scenario swaps the two") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const auto first = session.shown();
    REQUIRE(session.compared());
    const auto second = *session.compared();
    const auto difference = session.shownResult().nominalDifference;
    session.setShown(second);
    CHECK(session.shown() == second);
    CHECK(session.compared() == std::optional(first));
    CHECK(session.shownResult().nominalDifference == -difference);
}

TEST_CASE("a value can hold in one scenario only, from the selection panel") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const ItemRef item{Kind::AssetModel, session.plan().assetModels.front().id.value};
    const auto* life = findField(Kind::AssetModel, "useful_life");
    FieldRow row(session, *life);
    row.setItem(item);
    auto& check = childOf<QCheckBox>(row, "onlyHereCheck");
    check.click();
    auto& line = dynamic_cast<QLineEdit&>(*row.editor());
    line.selectAll();
    type(line, QStringLiteral("9"));
    press(line, Qt::Key_Return);
    const auto planned = valueOf(session.plan(), item, "useful_life");
    CHECK(planned != Value(std::int64_t{9}));
    CHECK(session.overrideOf(item, "useful_life") == std::optional(Value(std::int64_t{9})));
    CHECK(valueOf(*session.calculation()->plan, item, "useful_life") == Value(std::int64_t{9}));
    check.click();
    CHECK_FALSE(session.overrideOf(item, "useful_life"));
}

TEST_CASE("a form says what it cannot read and Esc restores the value") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    FieldRow row(session, *findField(Kind::District, "horizon"));
    row.setItem({Kind::District, singleId});
    row.show();
    auto& line = dynamic_cast<QLineEdit&>(*row.editor());
    const auto before = line.text();
    line.selectAll();
    type(line, QStringLiteral("99"));
    press(line, Qt::Key_Return);
    CHECK(childOf<QLabel>(row, "refusalText").isVisible());
    CHECK_FALSE(session.document().canUndo());
    press(line, Qt::Key_Escape);
    CHECK(line.text() == before);
    CHECK_FALSE(childOf<QLabel>(row, "refusalText").isVisible());
}

TEST_CASE("a source is noted beside its value") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    FieldRow row(session, *findField(Kind::District, "horizon"));
    row.setItem({Kind::District, singleId});
    CHECK(childOf<QToolButton>(row, "sourceButton").text() == confidenceMark(nullptr));
    auto& source = childOf<QLineEdit>(row, "sourceEdit");
    type(source, QStringLiteral("Board policy"));
    press(source, Qt::Key_Return);
    row.refresh();
    const auto found = session.plan().provenance.find({{Kind::District, singleId}, "horizon"});
    REQUIRE(found != session.plan().provenance.end());
    CHECK(found->second.source == "Board policy");
    CHECK(found->second.author == personHere());
    CHECK(found->second.noted == today());
    CHECK(childOf<QToolButton>(row, "sourceButton").text() == confidenceMark(&found->second));
}

TEST_CASE("a figure opens down to its postings, whose amounts add up to it") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    childOf<FigureButton>(window, "totalFigure").click();
    auto& tree = childOf<QTreeWidget>(window, "tree");
    REQUIRE(tree.topLevelItemCount() > 0);
    Money sum;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const auto amount = parseMoney(tree.topLevelItem(i)->text(1).toStdString());
        REQUIRE(amount);
        sum += *amount;
    }
    CHECK(sum == window.session().shownResult().figures.budget.nominal);
    auto* line = tree.topLevelItem(0);
    line->setExpanded(true);
    REQUIRE(line->childCount() > 0);
    CHECK(line->child(0)->childCount() > 0);
    CHECK_FALSE(line->child(0)->child(0)->text(0).isEmpty());
}

TEST_CASE("indirect cost stands apart from the budget and opens to its own postings") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    window.session().adopt(documentWithIndirectCost());
    const auto& figures = window.session().shownResult().figures;
    REQUIRE(figures.indirect > Money());
    auto& page = *window.currentPage();
    CHECK(childOf<FigureButton>(page, "totalFigure").value() == moneyText(figures.direct, MoneyStyle::Compact));
    auto& indirect = childOf<FigureButton>(page, "indirectFigure");
    CHECK(indirect.isVisible());
    CHECK(indirect.value() == moneyText(figures.indirect, MoneyStyle::Compact));
    indirect.click();
    CHECK(childOf<QLabel>(window, "titleText").text().contains(moneyText(figures.indirect, MoneyStyle::Cents)));
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("orange-county-2016"))));
    CHECK(childOf<FigureButton>(page, "indirectFigure").isHidden());
}

TEST_CASE("the sections of the page Compare open to the postings of their view, and follow an edit") {
    const GuiTest gui;
    MainWindow window;
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    window.showPage(QStringLiteral("compare"));
    auto& page = *window.currentPage();
    auto& table = tableCalled(page, QStringLiteral("used up in the year"));
    const auto cell = table.model()->index(table.model()->rowCount() - 1, 2);
    emit table.doubleClicked(cell);
    const auto& calculation = *window.session().comparison().scenarios.front().calculation;
    const auto used = calculation.annualised.sum({.direct = true}).nominal;
    CHECK(cell.data().toString() == moneyText(used, MoneyStyle::Dollars));
    CHECK(childOf<QLabel>(window, "titleText").text().contains(moneyText(used, MoneyStyle::Cents)));
    CHECK_FALSE(childOf<QLabel>(window, "titleText").text().contains(QStringLiteral("present value")));

    auto& session = window.session();
    const ItemRef model{Kind::AssetModel, session.plan().assetModels.front().id.value};
    REQUIRE(session.setField(model, *findField(Kind::AssetModel, "unit_price"), Value(Money::fromDollars(1234))));
    auto& same = tableCalled(page, QStringLiteral("used up in the year"));
    CHECK(&same == &table); // its place on the page and the focus stay
    CHECK(same.model()->index(same.model()->rowCount() - 1, 2).data().toString() != moneyText(used, MoneyStyle::Dollars));
}

TEST_CASE("a chart speaks: name, role, alternative text, and its data as a table") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    ChartView view;
    const auto spec = yearlyChart(session.comparison());
    view.setSpec(spec);
    view.resize(700, 300);
    view.show();
    auto* canvas = view.findChild<ChartCanvas*>();
    REQUIRE(canvas);
    auto* speech = QAccessible::queryAccessibleInterface(canvas);
    REQUIRE(speech);
    CHECK(speech->role() == QAccessible::Chart);
    CHECK(speech->text(QAccessible::Name) == toQString(spec.title));
    CHECK(speech->text(QAccessible::Description) == toQString(alternativeText(spec)));
    press(*canvas, Qt::Key_T);
    const auto* table = view.findChild<FigureTable*>();
    REQUIRE(table);
    CHECK(table->isVisible());
    CHECK(table->model()->rowCount() == int(spec.xLabels.size()));
}

TEST_CASE("a new district answers from the first numbers on") {
    const GuiTest gui;
    NewDistrictDialog dialog;
    dialog.show();
    const auto enter = [&](const char* name, const char* text) {
        auto& line = childOf<QLineEdit>(dialog, name);
        line.setText(QString::fromUtf8(text));
        emit line.textEdited(line.text());
        settle(200);
    };
    const auto answer = [&] { return childOf<QLabel>(dialog, "answerText").text(); };
    CHECK_FALSE(answer().contains(u'$'));
    enter("priceEdit", "$400");
    enter("quantityEdit", "100");
    INFO(answer().toStdString() << childOf<QLabel>(dialog, "refusalText").text().toStdString());
    CHECK(answer().contains(QStringLiteral("$40,000")));
    enter("paymentEdit", "110");
    CHECK(answer().contains(QStringLiteral("“Lease”")));
    enter("quantityEdit", "-3");
    CHECK(childOf<QLabel>(dialog, "refusalText").isVisible());
    enter("quantityEdit", "100");
    dialog.accept();
    REQUIRE(dialog.result() == QDialog::Accepted);

    MainWindow window;
    window.session().adopt(dialog.takeDocument());
    CHECK(window.session().plan().scenarios.size() == 2);
    CHECK(window.session().document().undoName() == "Create district");
    REQUIRE(window.session().undo());
    CHECK_FALSE(window.session().document().canUndo());
}

TEST_CASE("an inventory is looked at first and then imported in one step") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const auto csv = gui.path(QStringLiteral("devices.csv"));
    writeText(csv, "deviceId,serialNumber,status,model,orgUnitPath,annotatedUser,manufactureDate,autoUpdateExpiration\n"
                   "1,5CD001,ACTIVE,Acer 311,/High,jane@example.org,2023-05-01,2031-06-01\n"
                   "2,5CD002,ACTIVE,Acer 311,/High,joe@example.org,2023-05-01,2031-06-01\n"
                   "3,5CD003,ACTIVE,Acer 311,/High,jim@example.org,2023-99-01,2031-06-01\n");
    ImportDialog dialog(session, ImportSource::chromebookInventory(session));
    bool isRead = false;
    QObject::connect(&dialog, &ImportDialog::fileRead, [&] { isRead = true; });
    dialog.readFile(csv);
    waitUntil([&] { return isRead; });
    const auto before = session.plan().cohorts.size();
    INFO(childOf<QLabel>(dialog, "summaryText").text().toStdString());
    CHECK(childOf<QLabel>(dialog, "summaryText").text().startsWith(QStringLiteral("3 rows read")));
    CHECK(childOf<QLabel>(dialog, "notReadText").text().contains(QStringLiteral("annotatedUser")));
    CHECK_FALSE(session.document().canUndo());
    dialog.accept();
    CHECK(session.plan().cohorts.size() > before);
    CHECK(session.document().deviceSerials().size() >= 2);
    REQUIRE(session.undo());
    CHECK(session.plan().cohorts.size() == before);
    CHECK_FALSE(session.document().canUndo());
}

TEST_CASE("a file that is no inventory is said to be so") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const auto csv = gui.path(QStringLiteral("lunch.csv"));
    writeText(csv, "day,meal\nMonday,soup\n");
    ImportDialog dialog(session, ImportSource::chromebookInventory(session));
    bool isRead = false;
    QObject::connect(&dialog, &ImportDialog::fileRead, [&] { isRead = true; });
    dialog.readFile(csv);
    waitUntil([&] { return isRead; });
    CHECK(childOf<QLabel>(dialog, "summaryText").text().contains(QStringLiteral("lunch.csv")));
    dialog.accept();
    CHECK_FALSE(session.document().canUndo());
}

TEST_CASE("a survey is looked at first and then entered in one step") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    REQUIRE(session.edit(QStringLiteral("Add group"), [](Editor& editor) -> Expected<void> {
        const auto added = editor.add(Kind::UserGroup, {{"name", std::string("Coaches")}, {"downtime", Decimal(9)}});
        return added ? Expected<void>() : failFrom(added);
    }));
    const auto downtime = [&] { return session.plan().userGroups.back().downtime; };
    const auto csv = gui.path(QStringLiteral("answers.csv"));
    writeText(csv, "name,group,Downtime (min/week)\nJane,coaches,60\nJoe,Coaches,30\nJim,Pilots,30\n");
    ImportDialog dialog(session, ImportSource::userSurvey(session));
    dialog.show();
    int timesRead = 0;
    QObject::connect(&dialog, &ImportDialog::fileRead, [&] { ++timesRead; });
    dialog.readFile(csv);
    waitUntil([&] { return timesRead == 1; });
    CHECK(childOf<QLabel>(dialog, "summaryText").text().startsWith(QStringLiteral("3 rows read: 0 without an answer, 1 faulty.")));
    CHECK(childOf<QLabel>(dialog, "notReadText").text().contains(QStringLiteral("name")));
    const auto* result = childOf<QTableView>(dialog, "resultTable").model();
    REQUIRE(result->rowCount() == 1);
    CHECK(result->index(0, 2).data().toString() == QStringLiteral("27")); // 45 minutes in 36 weeks
    QApplication::processEvents();
    const auto& resultTable = childOf<QTableView>(dialog, "resultTable");
    CHECK(resultTable.height() >= resultTable.minimumHeight());
    CHECK(resultTable.geometry().bottom() < childOf<QLabel>(dialog, "findingsLabel").geometry().top()); // nothing lies over anything
    childOf<QSpinBox>(dialog, "weeksSpin").setValue(40);
    waitUntil([&] { return timesRead == 2; });
    CHECK(downtime() == Decimal(9));
    dialog.accept();
    CHECK(downtime() == Decimal(30));
    CHECK(session.plan().provenance.at({{Kind::UserGroup, session.plan().userGroups.back().id.value}, "downtime"}).source ==
          "Survey answers.csv: 2 answers, 20–40 h");
    REQUIRE(session.undo());
    CHECK(downtime() == Decimal(9));
}
