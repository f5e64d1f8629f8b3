// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/import_source.hpp"

#include <QStringList>

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "tco/exchange/user_survey.hpp"
#include "tco/report/survey.hpp"

namespace tco {
namespace {

QString count(std::int64_t number) { return toQString(displayCount(number)); }

QString listed(const std::vector<std::string>& names) {
    QStringList list;
    for (const auto& name : names) list.append(toQString(name));
    return list.join(QStringLiteral(", "));
}

ImportPreview preview(InventoryImport found) {
    using Words = ImportSource;
    ImportPreview preview;
    preview.summary = Words::tr("%1 read: %2 in %3, %4, %5. Left out: %6 already in the plan, %7 out of service, %8 faulty.")
                          .arg(counted(found.rowsRead, Words::tr("row"), Words::tr("rows")),
                               counted(std::int64_t(found.devices.size()), Words::tr("device"), Words::tr("devices")),
                               counted(std::int64_t(found.cohorts.size()), Words::tr("group"), Words::tr("groups")),
                               counted(std::int64_t(found.assetModels.size()), Words::tr("new model"), Words::tr("new models")),
                               counted(std::int64_t(found.sites.size()), Words::tr("new site"), Words::tr("new sites")), count(found.alreadyKnown),
                               count(found.outOfService), count(found.refused));
    if (!found.droppedColumns.empty()) preview.notRead = Words::tr("Columns about people that were not read: %1.").arg(listed(found.droppedColumns));
    preview.findings = found.findings;
    if (!found.devices.empty()) preview.add = [found = std::move(found)](Editor& editor) { return editor.addInventory(found); };
    return preview;
}

ImportPreview preview(const Plan& plan, SurveyImport found) {
    using Words = ImportSource;
    ImportPreview preview;
    preview.summary = Words::tr("%1 read: %2 without an answer, %3 faulty.")
                          .arg(counted(found.rowsRead, Words::tr("row"), Words::tr("rows")), count(found.withoutAnswer), count(found.refused));
    if (!found.assumption.empty()) preview.summary += QLatin1Char(' ') + toQString(found.assumption);
    if (!found.ignoredColumns.empty()) preview.notRead = Words::tr("Columns that were not read: %1.").arg(listed(found.ignoredColumns));
    preview.result = surveyTable(plan, found);
    preview.findings = found.findings;
    if (!found.results.empty()) preview.add = [found = std::move(found)](Editor& editor) { return editor.addSurvey(found); };
    return preview;
}

} // namespace

ImportSource ImportSource::chromebookInventory(const Session& session) {
    ImportSource source;
    source.title = tr("Import a Chromebook inventory");
    source.introduction = tr("Choose the CSV file that “gam print cros” wrote, or drop it here. Devices become groups by model, site and year of service. "
                             "Columns about students and users are not read.");
    source.fileName = tr("Inventory file");
    source.read = [plan = session.snapshot(), serials = session.document().deviceSerials()](const std::string& content, const std::string& name,
                                                                                            int) -> Expected<ImportPreview> {
        IdSource ids;
        auto found = readChromeosInventory(content, name, *plan, serials, ids);
        if (!found) return failFrom(found);
        return preview(std::move(*found));
    };
    return source;
}

ImportSource ImportSource::userSurvey(const Session& session) {
    ImportSource source;
    source.title = tr("Import a survey of user time");
    source.introduction =
        tr("Choose the CSV file with the answers, one row a person, or drop it here. For each user group and activity the mean is entered, with the "
           "number of answers as its source. A blank cell, “?” or “don’t know” is no answer. Only groups and hours are read, no names.");
    source.fileName = tr("File with the answers");
    source.weeks = defaultSchoolWeeks;
    source.read = [plan = session.snapshot()](const std::string& content, const std::string& name, int weeks) -> Expected<ImportPreview> {
        auto found = readUserSurvey(content, name, *plan, weeks);
        if (!found) return failFrom(found);
        return preview(*plan, std::move(*found));
    };
    return source;
}

} // namespace tco
