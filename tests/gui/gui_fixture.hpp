// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of the desktop program share: one offscreen application, a temporary folder, sample files,
// and the keys a person presses.

#include <memory>

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QWidget>

#include "gui/app/main_window.hpp"

namespace tco::test {

/// The only QApplication of the test program; the settings it writes go to a temporary folder.
QApplication& application();

class GuiTest {
  public:
    GuiTest();
    ~GuiTest(); ///< waits for work on other threads, which must not outlive the program's statics

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A .tco file made from a plan of resources/samples.
    QString sampleFile(const QString& sample) const;
    /// A copy of a file, named copy.tco, in which Ben Ruiz gave the first model of devices another price.
    QString copyWithPrice(const QString& file, std::int64_t dollars) const;
    /// A session with the sample open.
    void open(Session& session, const QString& sample = QStringLiteral("rural")) const;

  private:
    QTemporaryDir m_folder;
};

/// The first model of devices, and its price.
ItemRef firstModel(const Plan& plan);
void setPrice(Session& session, std::int64_t dollars);

void press(QWidget& widget, int key, const QString& text = {});
void type(QWidget& widget, const QString& text);
/// Lets queued events and short timers run.
void settle(int milliseconds = 0);
/// Waits until `done` says so; fails the test after a minute.
void waitUntil(const std::function<bool()>& done);

/// The child (a widget, an action) of this type and name; the test fails when there is none.
template <class Child> Child& childOf(QWidget& parent, const char* name) {
    auto* found = parent.findChild<Child*>(QLatin1String(name));
    if (!found) throw std::runtime_error(std::string("there is no widget named ") + name);
    return *found;
}

} // namespace tco::test
