// SPDX-License-Identifier: Apache-2.0

// The pages about who pays and where it is charged: leases in three views, funds and their gap, budget levels, E-Rate.

#include <catch2/catch_all.hpp>

#include <set>

#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

#include "gui/app/text.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/calculated_sections.hpp"
#include "gui/widgets/figure_table.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui_fixture.hpp"
#include "support/samples.hpp"
#include "tco/engine/books.hpp"
#include "tco/engine/funding.hpp"
#include "tco/report/books.hpp"

using namespace tco;
using namespace tco::test;

namespace {

QTabWidget& tabsOf(MainWindow& window) { return childOf<QTabWidget>(*window.currentPage(), "tabs"); }

/// Opens a part of the page in view; its sections are calculated when this returns.
/// Of the page Leases.
constexpr int changesPart = 1, quotesPart = 2, threeViewsPart = 3, schedulesPart = 4, entriesPart = 5;

QWidget& openPart(MainWindow& window, int index) {
    auto& tabs = tabsOf(window);
    tabs.setCurrentIndex(index);
    auto& part = *tabs.currentWidget();
    if (qobject_cast<CalculatedSections*>(&part)) waitUntil([&] { return childOf<QLabel>(part, "workingText").isHidden(); });
    return part;
}

FigureTable* tableIn(QWidget& part, const QString& words) {
    for (auto* table : part.findChildren<FigureTable*>())
        if (table->accessibleName().contains(words)) return table;
    return nullptr;
}

QString cellOf(const FigureTable& table, int row, int column) { return table.model()->index(row, column).data().toString(); }

/// The cell in the row and column of these titles; the test fails where there is none.
QString cellOf(const FigureTable& table, const QString& row, const QString& column) {
    const auto* model = table.model();
    for (int r = 0; r < model->rowCount(); ++r)
        for (int c = 1; c < model->columnCount(); ++c)
            if (cellOf(table, r, 0).startsWith(row) && model->headerData(c, Qt::Horizontal).toString() == column) return cellOf(table, r, c);
    throw std::runtime_error("there is no row " + row.toStdString() + " with a column " + column.toStdString());
}

Money amountIn(const QString& cell) {
    if (cell.isEmpty() || cell == QStringLiteral("–")) return {};
    const auto amount = parseMoney(cell.toStdString());
    if (!amount) throw std::runtime_error("no amount: " + cell.toStdString());
    return *amount;
}

Money columnSum(const FigureTable& table, int column) {
    Money sum;
    for (int row = 0; row < table.model()->rowCount(); ++row) sum += amountIn(cellOf(table, row, column));
    return sum;
}

bool isFound(const Session& session, const QString& words) {
    return std::ranges::any_of(session.findings(), [&](const Finding& finding) { return toQString(finding.message).contains(words); });
}

void openAt(MainWindow& window, const GuiTest& gui, const QString& page) {
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    window.session().setShown(window.session().plan().scenarios[1].id); // “4-year lease”
    window.showPage(page);
}

} // namespace

TEST_CASE("a fund, a rule, and the gap is seen: in the table by year and among the findings") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("funds"));
    auto& session = window.session();
    auto& nothing = openPart(window, 2);
    auto& button = childOf<QPushButton>(nothing, "emptyButton");
    REQUIRE(button.isVisible());
    button.click(); // leads to where funds are entered
    REQUIRE(tabsOf(window).currentIndex() == 0);

    window.currentPage()->itemTable()->addRow();
    REQUIRE(session.plan().funds.size() == 1);
    const ItemRef fund{Kind::Fund, session.plan().funds.front().id.value};
    REQUIRE(session.setField(fund, *findField(Kind::Fund, "name"), Value(std::string("Technology levy"))));
    REQUIRE(session.setField(fund, *findField(Kind::Fund, "amounts"), Value(Series<Money>({Money::fromDollars(5000)}))));
    openPart(window, 1);
    window.currentPage()->itemTable()->addRow(); // all costs, from the only fund
    REQUIRE(session.plan().fundingRules.size() == 1);

    auto& part = openPart(window, 2);
    const auto* table = tableIn(part, QStringLiteral("Who pays"));
    REQUIRE(table);
    const auto funding = fundingOf(*session.calculation());
    const auto& first = funding.years.front();
    const auto year = toQString(first.year.shortLabel());
    CHECK(first.unfunded > Money());
    CHECK(first.assigned + first.unfunded == first.cost);
    CHECK(cellOf(*table, QStringLiteral("Technology levy"), year) == moneyText(first.assigned));
    CHECK(cellOf(*table, QStringLiteral("Without money"), year) == moneyText(first.unfunded));
    waitUntil([&] { return isFound(session, QStringLiteral("Technology levy")); });
    CHECK(childOf<QPushButton>(window, "findingsButton").text().contains(QStringLiteral("finding")));

    REQUIRE(session.setField(fund, *findField(Kind::Fund, "amounts"), Value(std::monostate{}))); // as much as is needed
    waitUntil([&] { return !isFound(session, QStringLiteral("Technology levy")); });
    auto& again = openPart(window, 2);
    CHECK_THROWS(cellOf(*tableIn(again, QStringLiteral("Who pays")), QStringLiteral("Without money"), year));
}

TEST_CASE("a lease is seen in three views, and every year of them ties together in cents") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    auto& session = window.session();
    const auto& calculation = *session.calculation();
    const auto years = reconciliationOf(calculation, booksOf(calculation));
    auto& part = openPart(window, threeViewsPart);
    const auto* ties = tableIn(part, QStringLiteral("tie together"));
    REQUIRE(ties);
    for (int row = 0; row < int(years.size()); ++row) {
        Money cash;
        for (int column = 1; column <= 4; ++column) cash += amountIn(cellOf(*ties, row, column));
        CHECK(cash == amountIn(cellOf(*ties, row, 5)));
        CHECK(cash == years[std::size_t(row)].cash);
        CHECK(cash == amountIn(cellOf(*ties, row, 6)));
    }
    CHECK(tableIn(part, QStringLiteral("three views")));

    // They follow an edit, in the same place.
    const auto before = cellOf(*ties, 0, 5);
    const ItemRef model{Kind::AssetModel, session.plan().assetModels.front().id.value};
    REQUIRE(session.setField(model, *findField(Kind::AssetModel, "unit_price"), Value(Money::fromDollars(1234))));
    waitUntil([&] { return cellOf(*ties, 0, 5) != before; });
    CHECK(tableIn(part, QStringLiteral("tie together")) == ties);
}

TEST_CASE("what changes in a contract is entered beside it, and its schedule tells what it does") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    auto& session = window.session();
    const auto paid = session.calculation()->ledger.sum().nominal;
    openPart(window, changesPart);
    window.currentPage()->itemTable()->addRow();
    REQUIRE(session.plan().contractChanges.size() == 1);
    const ItemRef change{Kind::ContractChange, session.plan().contractChanges.front().id.value};
    const auto enter = [&](std::string_view field, const Value& value) { REQUIRE(session.setField(change, *findField(Kind::ContractChange, field), value)); };
    const auto books = booksOf(*session.calculation());
    REQUIRE_FALSE(books.contracts.empty());
    const auto& contract = books.contracts.front();
    const auto* lease = leaseTermsOf(*session.calculation()->plan, *findById(session.calculation()->plan->cohorts, CohortId{contract.item.id}));
    REQUIRE(lease);
    enter("lease", Value(Link{lease->id.value}));
    enter("date", Value(contract.terms.commencement.addMonths(13)));
    enter("payment_change", Value(Rate::percent(-10)));
    CHECK(session.calculation()->ledger.sum().nominal < paid);

    auto& schedules = openPart(window, schedulesPart);
    const auto* what = tableIn(schedules, QStringLiteral("What changed"));
    REQUIRE(what);
    CHECK(amountIn(cellOf(*what, 0, 2)).isNegative()); // the liability falls
    CHECK(cellOf(*what, 0, 2) == cellOf(*what, 0, 3)); // and with it the asset
}

TEST_CASE("a contract is chosen once for its schedule and its entries, whose debits are its credits") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    auto& schedules = openPart(window, schedulesPart);
    auto& box = childOf<QComboBox>(schedules, "choiceBox");
    const auto books = booksOf(*window.session().calculation());
    REQUIRE(books.contracts.size() > 1);
    REQUIRE(box.count() == int(books.contracts.size()));
    std::set<QString> choices;
    for (int i = 0; i < box.count(); ++i) choices.insert(box.itemText(i));
    CHECK(int(choices.size()) == box.count()); // each reads differently
    const auto caption = [](QWidget& part) { return part.findChild<FigureTable*>()->accessibleName(); };

    press(box, Qt::Key_Down);
    CHECK(box.currentIndex() == 1);
    waitUntil([&] { return childOf<QLabel>(schedules, "workingText").isHidden(); });
    CHECK(caption(schedules).contains(toQString(books.contracts[1].name)));

    auto& entries = openPart(window, entriesPart);
    CHECK(childOf<QComboBox>(entries, "choiceBox").currentIndex() == 1);
    for (const auto* view : {"government-wide", "governmental fund"}) {
        const auto* table = tableIn(entries, QLatin1String(view));
        REQUIRE(table);
        CHECK(table->accessibleName().contains(toQString(books.contracts[1].name)));
        CHECK(columnSum(*table, 3) > Money());
        CHECK(columnSum(*table, 3) == columnSum(*table, 4));
    }

    window.session().setShown(window.session().plan().scenarios.front().id); // “Buy in cash” has no contract
    waitUntil([&] { return childOf<QPushButton>(entries, "emptyButton").isVisible(); });
    CHECK_FALSE(box.isVisible());
}

TEST_CASE("quotes stand on the page Leases as they do on the page Compare") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    auto& part = openPart(window, quotesPart);
    const auto analyses = analyse(window.session().comparison());
    REQUIRE_FALSE(analyses.quotes.empty());
    const auto expected = quotesTable(window.session().comparison(), analyses.quotes.front());
    const auto* table = tableIn(part, toQString(expected.caption));
    REQUIRE(table);
    CHECK(cellOf(*table, 0, 5) == toQString(expected.rows[0].cells[5].text).prepend(expected.rows[0].cells[5].best ? QStringLiteral("✓ ") : QString()));
}

TEST_CASE("a budget line stands beside what the plan asks for") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("budget"));
    auto& session = window.session();
    window.currentPage()->itemTable()->addRow();
    REQUIRE(session.plan().budgetLines.size() == 1);
    const ItemRef line{Kind::BudgetLine, session.plan().budgetLines.front().id.value};
    REQUIRE(session.setField(line, *findField(Kind::BudgetLine, "function"), Value(std::string("2230"))));
    REQUIRE(session.setField(line, *findField(Kind::BudgetLine, "object"), Value(std::string("734"))));
    REQUIRE(session.setField(line, *findField(Kind::BudgetLine, "adopted"), Value(Money::fromDollars(12345))));
    auto& part = openPart(window, 3);
    const auto* table = tableIn(part, QStringLiteral("adopted"));
    REQUIRE(table);
    CHECK(cellOf(*table, QStringLiteral("2230 – 734"), QStringLiteral("Adopted")) == QStringLiteral("$12,345"));

    REQUIRE(session.setField(line, *findField(Kind::BudgetLine, "object"), Value(std::string("99999"))));
    waitUntil([&] { return isFound(session, QStringLiteral("99999")); }); // the chart has no such code
    REQUIRE(session.undo());
    waitUntil([&] { return !isFound(session, QStringLiteral("99999")); });
}

TEST_CASE("E-Rate says where its inputs are and leads there") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("erate"));
    auto& part = openPart(window, 0);
    CHECK_FALSE(tabsOf(window).tabBar()->isVisible()); // one part only
    auto& button = childOf<QPushButton>(part, "emptyButton");
    REQUIRE(button.isVisible());
    auto& session = window.session();
    auto& introduction = childOf<QLabel>(part, "introductionText");
    emit introduction.linkActivated(QStringLiteral("sites"));
    CHECK(window.currentPage() != nullptr);
    REQUIRE(window.currentPage()->itemTable());
    CHECK(window.currentPage()->itemTable()->model().scope().kind == Kind::Site);

    const ItemRef agreement{Kind::Agreement, session.plan().agreements.front().id.value};
    REQUIRE(session.setField(agreement, *findField(Kind::Agreement, "erate"), Value(std::string("category_one"))));
    REQUIRE(session.setField({Kind::Assumptions, singleId}, *findField(Kind::Assumptions, "erate_discount"), Value(Rate::percent(Decimal(60)))));
    window.showPage(QStringLiteral("erate"));
    auto& filled = openPart(window, 0);
    CHECK(tableIn(filled, QStringLiteral("E-Rate")));
}

TEST_CASE("the pages work by keyboard alone") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    window.activateWindow();
    waitUntil([&] { return window.isActiveWindow(); });
    auto& tabs = tabsOf(window);
    auto& items = childOf<QTableView>(*tabs.currentWidget(), "itemView");
    items.setFocus();
    waitUntil([&] { return items.hasFocus(); });
    QTest::keyClick(&items, Qt::Key_Tab, Qt::ControlModifier);
    CHECK(tabs.currentIndex() == 1);
    CHECK(tabs.tabBar()->hasFocus());
    QTest::keyClick(tabs.tabBar(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(tabs.currentIndex() == 0);
    QTest::keyClick(&window, Qt::Key_N, Qt::AltModifier);
    CHECK(tabs.currentIndex() == entriesPart);
    tabs.tabBar()->setFocus();
    QTest::keyClick(tabs.tabBar(), Qt::Key_Left);
    CHECK(tabs.currentIndex() == schedulesPart);
    auto& part = openPart(window, schedulesPart);

    // Tab goes from the bar to the choice and on to the tables, in the order in which they stand.
    const auto* tables = part.findChild<FigureTable*>();
    REQUIRE(tables);
    waitUntil([&] { return !tables->isHidden(); }); // new widgets are shown by an event of their own
    QStringList visited;
    auto* widget = static_cast<QWidget*>(tabs.tabBar());
    for (int i = 0; i < 6 && widget != tables; ++i) {
        QTest::keyClick(widget, Qt::Key_Tab);
        widget = QApplication::focusWidget();
        REQUIRE(widget);
        visited.append(widget->objectName());
    }
    INFO(visited.join(QStringLiteral(", ")).toStdString());
    CHECK(widget == tables);
    CHECK(visited.first() == QStringLiteral("choiceBox"));
}

TEST_CASE("no two keys are the same on a page about money, and every part has a name") {
    const GuiTest gui;
    MainWindow window;
    openAt(window, gui, QStringLiteral("leases"));
    for (const auto* key : {"leases", "funds", "budget", "erate"}) {
        window.showPage(QLatin1String(key));
        for (int part = 0; part < tabsOf(window).count(); ++part) {
            openPart(window, part);
            if (auto* table = window.currentPage()->itemTable(); table && table->model().rowCount() == 0) table->addRow();
            settle(20);
            std::set<QString> keys;
            const auto add = [&](const QString& text) {
                const auto mnemonic = QKeySequence::mnemonic(text);
                INFO(key << ", part " << part << ": " << text.toStdString());
                CHECK((mnemonic.isEmpty() || keys.insert(mnemonic.toString()).second));
            };
            for (const auto* action : window.menuBar()->actions()) add(action->text());
            if (tabsOf(window).tabBar()->isVisible())
                for (int i = 0; i < tabsOf(window).count(); ++i) add(tabsOf(window).tabText(i));
            for (const auto* button : window.findChildren<QAbstractButton*>())
                if (button->isVisible()) add(button->text());
            for (const auto* label : window.findChildren<QLabel*>())
                if (label->isVisible() && label->buddy()) add(label->text());
            CHECK_FALSE(tabsOf(window).tabText(part).isEmpty());
            for (const auto* table : tabsOf(window).currentWidget()->findChildren<QTableView*>()) CHECK_FALSE(table->accessibleName().isEmpty());
        }
    }
}

TEST_CASE("a cell of several lines is shown whole") {
    application();
    FigureTable table;
    Table figures;
    figures.columns = {{"What"}, {"How much"}};
    figures.rows = {{{{"one line"}, {"1"}}}, {{{"one\ntwo\nthree"}, {"2"}}}};
    table.setTable(figures);
    CHECK(table.rowHeight(1) >= table.rowHeight(0) + 2 * table.fontMetrics().height());
    CHECK(table.sizeHint().height() >= table.rowHeight(0) + table.rowHeight(1));
}
