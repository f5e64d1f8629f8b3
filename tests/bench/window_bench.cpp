// SPDX-License-Identifier: Apache-2.0
#include "window_bench.hpp"

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <benchmark/benchmark.h>

#include "big_district.hpp"
#include "document_bench.hpp"
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

namespace {

/// Opens argv[2] in a new main window and lets `use` have it once it runs.
template <class Use> int runWindow(int argc, char** argv, Use use) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("district-tco-bench")); // its own settings
    MainWindow window;
    use(window);
    window.show();
    if (!window.openFile(QString::fromUtf8(argv[2]))) return 1;
    return QApplication::exec();
}

} // namespace

int showFirstWindow(int argc, char** argv) {
    EndAfterPaint watcher;
    return runWindow(argc, argv, [&](MainWindow& window) { window.installEventFilter(&watcher); });
}

int printWindowMemory(int argc, char** argv) {
    const int result = runWindow(argc, argv, [](MainWindow& window) {
        const QStringList pages{QStringLiteral("devices"), QStringLiteral("price_book"), QStringLiteral("sites"), QStringLiteral("history")};
        constexpr int each = 1000; // ms; what is calculated beside a page is there then
        for (int i = 0; i < pages.size(); ++i) QTimer::singleShot((i + 1) * each, &window, [&window, page = pages[i]] { window.showPage(page); });
        QTimer::singleShot((int(pages.size()) + 1) * each, qApp, &QCoreApplication::quit);
    });
    printMostMemory();
    return result;
}

} // namespace tco::bench
