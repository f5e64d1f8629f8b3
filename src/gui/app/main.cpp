// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include "gui/app/main_window.hpp"
#include "gui/app/text.hpp"
#include "tco/base/log.hpp"

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("district-tco"));
    QApplication::setApplicationDisplayName(QStringLiteral("District TCO"));
    QApplication::setOrganizationName(QStringLiteral("District TCO"));
    QApplication::setApplicationVersion(QStringLiteral(TCO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.district_tco.DistrictTco"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/district-tco.png")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "What a school district’s technology costs over the years."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption verbose(QStringLiteral("verbose"), QApplication::translate("main", "Write a detailed log, also to standard error."));
    parser.addOption(verbose);
    parser.addPositionalArgument(QStringLiteral("file"), QApplication::translate("main", "District to open (.tco)."), QStringLiteral("[FILE.tco]"));
    parser.process(application);

    tco::startLogging("district-tco", {.verbose = parser.isSet(verbose), .folder = {}});
    tco::MainWindow window;
    window.show();
    const auto files = parser.positionalArguments();
    if (files.isEmpty())
        window.offerLeftBehind();
    else
        window.openFile(files.front());
    return QApplication::exec();
}
