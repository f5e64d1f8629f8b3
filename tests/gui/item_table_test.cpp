// SPDX-License-Identifier: Apache-2.0

// Laws of the item tables: every kind is a well-behaved model, an edit goes through the document and comes
// back, and input that cannot be read changes nothing.

#include <catch2/catch_all.hpp>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include "gui/app/item_commands.hpp"
#include "gui/app/text.hpp"
#include "gui/models/figure_table_model.hpp"
#include "gui/models/item_sort_model.hpp"
#include "gui/widgets/item_table.hpp"
#include "gui_fixture.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// Kinds of which a plan has many, each with a table of its own.
const std::vector<Kind> tableKinds = [] {
    std::vector<Kind> kinds(std::begin(allKinds), std::end(allKinds));
    std::erase_if(kinds, [](Kind kind) { return infoOf(kind).single || kind == Kind::Adoption; }); // a scenario is adopted, not added
    return kinds;
}();

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

int columnOf(const ItemTableModel& model, std::string_view key) {
    for (int column = 0; column < model.columnCount(); ++column)
        if (const auto* field = model.fieldAt(column); field && field->key == key) return column;
    throw std::runtime_error("no such column");
}

QString textAt(const ItemTableModel& model, int row, std::string_view key) { return model.index(row, columnOf(model, key)).data(Qt::EditRole).toString(); }

QWidget& editorOf(QTableView& view) {
    for (auto* child : view.viewport()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if ((qobject_cast<QLineEdit*>(child) || qobject_cast<QComboBox*>(child)) && child->isVisible()) return *child;
    throw std::runtime_error("no editor is open");
}

bool isEditing(QTableView& view) {
    try {
        editorOf(view);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

/// A shown table with its session on the sample “rural”.
struct ShownTable {
    explicit ShownTable(Kind kind, std::optional<AssetCategory> category = {}) {
        gui.open(session);
        widget.setUp(session, {kind, category}, {QStringLiteral("Items"), QStringLiteral("Empty."), {}});
        widget.resize(1200, 600);
        widget.show();
    }
    QTableView& view() { return childOf<QTableView>(widget, "itemView"); }
    void openEditor(int row, std::string_view key) {
        view().setCurrentIndex(view().model()->index(row, columnOf(widget.model(), key)));
        view().edit(view().currentIndex());
    }

    GuiTest gui;
    Session session;
    ItemTable widget;
};

} // namespace

TEST_CASE("every kind of item is a well-behaved model through edits, undo and redo") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const auto kind = GENERATE(from_range(tableKinds));
    ItemTableModel model(session, {kind, {}});
    const QAbstractItemModelTester tester(&model, fatal);
    ItemSortModel sorted(model);
    const QAbstractItemModelTester sortedTester(&sorted, fatal);
    for (int column = 0; column < model.columnCount(); ++column) sorted.sort(column, column % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);

    const int before = model.rowCount();
    CHECK(before == int(itemsOf(session.plan(), kind).size()));
    const auto added = addItem(session, {kind, {}});
    REQUIRE(added);
    CHECK(model.rowCount() == before + 1);
    CHECK(model.itemAt(model.rowOf(*added)) == *added);
    REQUIRE(removeItems(session, {kind, {}}, {*added}));
    CHECK(model.rowCount() == before);
    REQUIRE(session.undo());
    CHECK(model.rowCount() == before + 1);
    REQUIRE(session.undo());
    CHECK(model.rowCount() == before);
    REQUIRE(session.redo());
    CHECK(model.rowCount() == before + 1);
    gui.open(session, QStringLiteral("orange-county-2016"));
    CHECK(model.rowCount() == int(itemsOf(session.plan(), kind).size()));
}

TEST_CASE("typing back what a cell shows changes nothing") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    const auto kind = GENERATE(from_range(tableKinds));
    ItemTableModel model(session, {kind, {}});
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto index = model.index(row, column);
            if (!model.fieldAt(column)) continue;
            INFO(model.headerData(column, Qt::Horizontal).toString().toStdString() << ": " << index.data(Qt::EditRole).toString().toStdString());
            CHECK(model.setData(index, index.data(Qt::EditRole)));
        }
    CHECK_FALSE(session.document().canUndo());
}

TEST_CASE("devices and network share the cohorts between them") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    ItemTableModel devices(session, {Kind::Cohort, AssetCategory::Devices}), network(session, {Kind::Cohort, AssetCategory::Network});
    CHECK(devices.rowCount() > 0);
    CHECK(network.rowCount() > 0);
    CHECK(devices.rowCount() + network.rowCount() == int(session.plan().cohorts.size()));
    const auto added = addItem(session, {Kind::Cohort, AssetCategory::Network});
    REQUIRE(added);
    CHECK(network.rowOf(*added) >= 0);
    CHECK(devices.rowOf(*added) < 0);
}

TEST_CASE("the costs of the rows add up to the first year's cost of what they show") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    Money total;
    for (const auto kind : {Kind::Agreement, Kind::Cohort, Kind::Position, Kind::Incident, Kind::UserGroup}) {
        ItemTableModel model(session, {kind, {}});
        for (int row = 0; row < model.rowCount(); ++row) total += model.costOf(row);
    }
    CHECK(total == session.shownResult().figures.years.front().nominal);
}

TEST_CASE("a cell is edited through its editor, in one undo step") {
    ShownTable table(Kind::AssetModel);
    const auto before = textAt(table.widget.model(), 0, "unit_price");
    const auto total = table.session.shownResult().figures.nominal;
    table.openEditor(0, "unit_price");
    auto& line = dynamic_cast<QLineEdit&>(editorOf(table.view()));
    line.selectAll();
    type(line, QStringLiteral("$1,234.50"));
    press(line, Qt::Key_Return);
    settle();
    CHECK(textAt(table.widget.model(), 0, "unit_price") == QStringLiteral("$1,234.50"));
    CHECK(table.session.shownResult().figures.nominal != total);
    CHECK(table.session.document().undoName() == "Change price");
    REQUIRE(table.session.undo());
    CHECK(textAt(table.widget.model(), 0, "unit_price") == before);
    CHECK(table.session.shownResult().figures.nominal == total);
    CHECK_FALSE(table.session.document().canUndo());
}

TEST_CASE("a value for each year of age is typed as a list") {
    ShownTable table(Kind::AssetModel);
    auto& model = table.widget.model();
    const auto cell = model.index(0, columnOf(model, "repair_rate"));
    const auto total = table.session.shownResult().figures.nominal;
    REQUIRE(model.setData(cell, QStringLiteral("12%; 14%; 40%")));
    CHECK(cell.data(Qt::EditRole).toString() == QStringLiteral("12%; 14%; 40%"));
    CHECK(table.session.shownResult().figures.nominal != total);
    CHECK_FALSE(model.setData(cell, QStringLiteral("12%; many")));
    CHECK(cell.data(Qt::EditRole).toString() == QStringLiteral("12%; 14%; 40%"));
    REQUIRE(table.session.undo());
    CHECK(table.session.shownResult().figures.nominal == total);
}

TEST_CASE("a choice is made in a list") {
    ShownTable table(Kind::AssetModel);
    table.openEditor(0, "asset_type");
    auto& box = dynamic_cast<QComboBox&>(editorOf(table.view()));
    CHECK(box.count() == 15);
    const int network = box.findText(QStringLiteral("Access point"));
    box.setCurrentIndex(network);
    emit box.activated(network);
    settle();
    CHECK(textAt(table.widget.model(), 0, "asset_type") == QStringLiteral("Access point"));
}

TEST_CASE("bad input keeps the editor open, says why and leaves the plan as it was") {
    ShownTable table(Kind::Cohort, AssetCategory::Devices);
    const auto before = textAt(table.widget.model(), 0, "quantity");
    auto& hint = childOf<QLabel>(table.widget, "refusalHint");
    const auto* input = GENERATE("-5", "many", "1,2,3", "");
    table.openEditor(0, "quantity");
    auto& line = dynamic_cast<QLineEdit&>(editorOf(table.view()));
    line.selectAll();
    press(line, Qt::Key_Delete);
    type(line, QLatin1String(input));
    press(line, Qt::Key_Return);
    settle();
    CHECK(isEditing(table.view()));
    CHECK(hint.isVisible());
    CHECK(hint.text().startsWith(QStringLiteral("Quantity: ")));
    press(line, Qt::Key_Escape);
    settle();
    CHECK_FALSE(isEditing(table.view()));
    CHECK(textAt(table.widget.model(), 0, "quantity") == before);
    CHECK_FALSE(table.session.document().canUndo());
}

TEST_CASE("leaving a cell with bad input restores the old value and says why") {
    ShownTable table(Kind::Position);
    const auto before = textAt(table.widget.model(), 0, "salary");
    QSignalSpy refused(&table.widget.model(), &ItemTableModel::inputRefused);
    CHECK_FALSE(table.widget.model().setData(table.widget.model().index(0, columnOf(table.widget.model(), "salary")), QStringLiteral("a lot")));
    CHECK(refused.count() == 1);
    CHECK(childOf<QLabel>(table.widget, "refusalHint").isVisible());
    CHECK(textAt(table.widget.model(), 0, "salary") == before);
}

TEST_CASE("an item that others use stays, and the sentence names its users") {
    ShownTable table(Kind::AssetModel);
    table.widget.select(table.widget.model().itemAt(0));
    const int rows = table.widget.model().rowCount();
    press(table.view(), Qt::Key_Delete);
    CHECK(table.widget.model().rowCount() == rows);
    CHECK_FALSE(childOf<QLabel>(table.widget, "refusalHint").text().isEmpty());
}

TEST_CASE("what is copied can be pasted back, and a wrong cell pastes nothing") {
    ShownTable table(Kind::Position);
    table.view().selectAll();
    table.widget.copy();
    const auto copied = QGuiApplication::clipboard()->text();
    CHECK(blockToClipboard(blockFromClipboard(copied)) == copied);
    const int rows = table.widget.model().rowCount();
    table.widget.paste();
    CHECK(table.widget.model().rowCount() == rows);
    CHECK_FALSE(table.session.document().canUndo());

    SECTION("rows beyond the last one are added in the same step") {
        table.view().setCurrentIndex({});
        table.view().clearSelection();
        QGuiApplication::clipboard()->setText(QStringLiteral("Technician\t\t1.5\t$50,000\t30%\nClerk\t\t1\t$40,000\t30%\n"));
        table.widget.paste();
        CHECK(table.widget.model().rowCount() == rows + 2);
        REQUIRE(table.session.undo());
        CHECK(table.widget.model().rowCount() == rows);
    }
    SECTION("a cell that cannot be read") {
        table.view().setCurrentIndex({});
        table.view().clearSelection();
        QGuiApplication::clipboard()->setText(QStringLiteral("Technician\t\t1.5\nClerk\t\tnone\n"));
        table.widget.paste();
        CHECK(table.widget.model().rowCount() == rows);
        CHECK(childOf<QLabel>(table.widget, "messageText").text().startsWith(QStringLiteral("Nothing was pasted. Row 2")));
    }
}

TEST_CASE("a spreadsheet's quoted cells are read as it wrote them") {
    const auto block = blockFromClipboard(QStringLiteral("14\" screen\t\"two\nlines\"\t\"say \"\"hi\"\"\"\r\nx\t\r\n"));
    REQUIRE(block.size() == 2);
    CHECK(block[0] == QStringList{QStringLiteral("14\" screen"), QStringLiteral("two lines"), QStringLiteral("say \"hi\"")});
    CHECK(block[1] == QStringList{QStringLiteral("x"), QString()});
}

TEST_CASE("the filter keeps rows that hold all words") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    ItemTableModel model(session, {Kind::Position, {}});
    ItemSortModel rows(model);
    const QAbstractItemModelTester tester(&rows, fatal);
    const auto title = model.index(0, 0).data().toString();
    rows.setWords(title.toUpper());
    REQUIRE(rows.rowCount() >= 1);
    for (int row = 0; row < rows.rowCount(); ++row) CHECK(rows.index(row, 0).data().toString().contains(title.section(u' ', 0, 0)));
    rows.setWords(QStringLiteral("no such words"));
    CHECK(rows.rowCount() == 0);
    rows.setWords({});
    CHECK(rows.rowCount() == model.rowCount());
}

TEST_CASE("a cell that the shown scenario overrides shows both values, and the plan value is edited") {
    const GuiTest gui;
    Session session;
    gui.open(session);
    ItemTableModel model(session, {Kind::AssetModel, {}});
    const auto* price = findField(Kind::AssetModel, "unit_price");
    const auto item = model.itemAt(0);
    const auto own = textAt(model, 0, "unit_price");
    REQUIRE(session.setOverride(session.shown(), item, *price, Value(Money::fromDollars(123))));
    const auto index = model.index(0, columnOf(model, "unit_price"));
    CHECK(index.data().toString() == own + QStringLiteral(" → $123.00"));
    CHECK(index.data(Qt::EditRole).toString() == own);
    REQUIRE(session.clearOverride(session.shown(), item, *price));
    CHECK(index.data().toString() == own);
}

TEST_CASE("a table of figures is a well-behaved model") {
    FigureTableModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    tco::Table table;
    table.columns = {{"Year", TextAlign::Left, 1}, {"Cost", TextAlign::Right, 1}};
    table.rows = {{{{"FY27", false}, {"$1", true}}, false}, {{{"Total", false}, {"$1", false}}, true}};
    model.setTable(table);
    CHECK(model.rowCount() == 2);
    CHECK(model.index(0, 1).data().toString() == QStringLiteral("✓ $1"));
    CHECK_FALSE(model.sourceAt(model.index(0, 1)));
}
