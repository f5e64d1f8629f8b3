// SPDX-License-Identifier: Apache-2.0
#include "gui_fixture.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

#include "gui/app/text.hpp"
#include "support/samples.hpp"

namespace tco::test {

QApplication& application() {
    static int argc = 1;
    static char name[] = "test_gui";
    static char* argv[] = {name, nullptr};
    // Never deleted: Qt's own statics go first at exit.
    static auto* app = [] {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        static const QTemporaryDir settings;
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        QStandardPaths::setTestModeEnabled(true);
        qputenv("TCO_STATE_DIR", settings.path().toLocal8Bit());
        auto* made = new QApplication(argc, argv);
        QApplication::setOrganizationName(QStringLiteral("District TCO tests"));
        QApplication::setApplicationName(QStringLiteral("test_gui"));
        return made;
    }();
    return *app;
}

GuiTest::GuiTest() { application(); }

GuiTest::~GuiTest() { QThreadPool::globalInstance()->waitForDone(); }

QString GuiTest::sampleFile(const QString& sample) const {
    const auto plan = samplePlan(sample.toStdString());
    auto document = Document::create();
    const auto filled = document.edit("Fill", [&](Editor& editor) { return editor.replacePlan(plan); });
    if (!filled) throw std::runtime_error(filled.error().message);
    const auto file = path(sample + QStringLiteral(".tco"));
    const auto saved = document.saveAs(toPath(file));
    if (!saved) throw std::runtime_error(saved.error().message);
    return file;
}

QString GuiTest::copyWithPrice(const QString& file, std::int64_t dollars) const {
    const auto copy = path(QStringLiteral("copy.tco"));
    if (!QFile::copy(file, copy)) throw std::runtime_error("the file cannot be copied");
    auto document = Document::open(toPath(copy));
    if (!document) throw std::runtime_error(document.error().message);
    document->setAuthor("Ben Ruiz");
    const auto edited =
        document->edit("Change price", [&](Editor& editor) { return editor.set(firstModel(editor.plan()), "unit_price", Money::fromDollars(dollars)); });
    const auto saved = edited ? document->save() : edited;
    if (!saved) throw std::runtime_error(saved.error().message);
    return copy;
}

void GuiTest::open(Session& session, const QString& sample) const {
    const auto opened = session.open(toPath(sampleFile(sample)));
    if (!opened) throw std::runtime_error(opened.error().message);
}

ItemRef firstModel(const Plan& plan) { return {Kind::AssetModel, plan.assetModels.front().id.value}; }

void setPrice(Session& session, std::int64_t dollars) {
    const auto set = session.setField(firstModel(session.plan()), *findField(Kind::AssetModel, "unit_price"), Value(Money::fromDollars(dollars)));
    if (!set) throw std::runtime_error(set.error().message);
}

void press(QWidget& widget, int key, const QString& text) {
    for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(kind, key, Qt::NoModifier, text);
        QApplication::sendEvent(&widget, &event);
    }
}

void type(QWidget& widget, const QString& text) {
    for (const auto letter : text) press(widget, letter.toUpper().unicode(), letter);
}

void settle(int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    do {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (clock.elapsed() < milliseconds);
}

void waitUntil(const std::function<bool()>& done) {
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < 60'000) settle(10);
    if (!done()) throw std::runtime_error("waited a minute in vain");
}

} // namespace tco::test
