// SPDX-License-Identifier: Apache-2.0
#include "window_bench.hpp"

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <benchmark/benchmark.h>

#include "big_district.hpp"
#include "gui/app/main_window.hpp"
#include "support/temporary_folder.hpp"

namespace tco::bench {
namespace {

/// Ends the program once the watched window has been painted.
class EndAfterPaint : public QObject {
  public:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return false;
    }
};

/// From the start of the process to its end, so a little too long.
void first_window(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const auto path = folder / "big.tco";
    if (!makeFile(path, 20000)) state.SkipWithError("the file could not be made");
    const QStringList arguments{QString::fromUtf8(firstWindowArgument.data(), qsizetype(firstWindowArgument.size())), QString::fromStdString(path.string())};
    for (auto _ : state) {
        QProcess process;
        process.start(QString::fromStdString(programPath), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0) state.SkipWithError("the window did not come up");
    }
}
BENCHMARK(first_window)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int showFirstWindow(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("district-tco-bench")); // its own settings
    MainWindow window;
    EndAfterPaint watcher;
    window.installEventFilter(&watcher);
    window.show();
    window.openFile(QString::fromUtf8(argv[2]));
    return QApplication::exec();
}

} // namespace tco::bench
