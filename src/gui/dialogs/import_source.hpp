// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the import dialog can read: its words, how a file is read without changing anything, and how what was found
// is added in one edit.

#include <functional>
#include <string>

#include <QCoreApplication>
#include <QString>

#include "tco/document/document.hpp"
#include "tco/report/report.hpp"

namespace tco {

class Session;

/// What a file would bring.
struct ImportPreview {
    QString summary, notRead;                        ///< `notRead` names the columns that were not read; may be empty
    Table result;                                    ///< may have no rows
    Findings findings;                               ///< by line
    std::function<Expected<void>(Editor&)> add = {}; ///< null = there is nothing to add
};

struct ImportSource {
    Q_DECLARE_TR_FUNCTIONS(ImportSource)

  public:
    /// Devices become groups; for the page Devices.
    static ImportSource chromebookInventory(const Session& session);
    /// Answers become hours of user groups; for the page User time.
    static ImportSource userSurvey(const Session& session);

    QString title, introduction, fileName; ///< `fileName` is what a screen reader calls the file
    int weeks = 0;                         ///< of school a year, to begin with; 0 = not asked
    /// Works on the plan as it was when this was made, so that it can run on another thread.
    std::function<Expected<ImportPreview>(const std::string& content, const std::string& name, int weeks)> read = {};
};

} // namespace tco
