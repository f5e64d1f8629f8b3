// SPDX-License-Identifier: Apache-2.0

// What Qt reads into text: HTML, and keys behind “&”.

#include <catch2/catch_all.hpp>

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenuBar>

#include "gui/app/plain_text.hpp"
#include "gui/pages/page.hpp"
#include "gui_fixture.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// The keys that are pressed with Alt, with the words they stand in.
std::map<QString, QStringList> keysIn(MainWindow& window) {
    std::map<QString, QStringList> keys;
    const auto note = [&](const QString& text) {
        if (const auto key = QKeySequence::mnemonic(text); !key.isEmpty()) keys[key.toString()].append(text);
    };
    for (const auto* action : window.menuBar()->actions()) note(action->text());
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible()) note(button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible() && label->buddy()) note(label->text());
    return keys;
}

} // namespace

TEST_CASE("a tool tip shows what looks like HTML, and leaves other text alone") {
    CHECK(plainToolTip(QStringLiteral("R&D < 5")) == QStringLiteral("R&D < 5"));
    CHECK(plainToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("&lt;img src=x&gt;")));
}

TEST_CASE("a name in a command names no key") {
    CHECK(withoutKey(QStringLiteral("R&D")) == QStringLiteral("R&&D"));
    const GuiTest gui;
    MainWindow window;
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("rural"))));
    REQUIRE(window.session().edit(QStringLiteral("Adopt R&D"), [](Editor& editor) {
        return editor.set({Kind::District, singleId}, "name", std::string("X"));
    }));
    CHECK(childOf<QAction>(window, "undoAction").text().contains(QStringLiteral("R&&D")));
}

TEST_CASE("a line can break inside a long word, and nothing else is changed") {
    CHECK(breakable(QStringLiteral("short words only")) == QStringLiteral("short words only"));
    const auto broken = breakable(QString(100, u'x'));
    CHECK(broken.count(QChar(0x200B)) == 2);
    CHECK(QString(broken).remove(QChar(0x200B)) == QString(100, u'x'));
}

TEST_CASE("a key opens one thing: pages leave the menu bar and the scenario bar theirs") {
    const GuiTest gui;
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    REQUIRE(window.openFile(gui.sampleFile(QStringLiteral("suburban"))));
    for (const auto* page : {"overview", "district", "devices", "price_book", "sites", "staff", "user_time", "risks", "leases", "agreements", "funds", "budget",
                             "erate", "scenarios", "compare", "goals", "benefits", "report", "history"}) {
        window.showPage(QLatin1String(page));
        settle(20);
        for (const auto& [key, texts] : keysIn(window)) {
            INFO(page << ", " << key.toStdString() << ": " << texts.join(QStringLiteral(" | ")).toStdString());
            CHECK(texts.size() == 1);
        }
    }
}
