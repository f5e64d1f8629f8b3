// SPDX-License-Identifier: Apache-2.0

// The rules of this format, for people: docs/import-chromeos.md.

#include "tco/exchange/chromeos_inventory.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "cell_text.hpp"
#include "chromeos_cells.hpp"
#include "tco/exchange/csv.hpp"
#include "tco/model/defaults.hpp"

namespace tco {
namespace {

using namespace chromeos;

/// A device whose row is in order, before its cohort is known.
struct Row {
    Device device;
    ItemRef model;
    SiteId site;
};

class InventoryReader {
  public:
    InventoryReader(const CsvTable& table, std::string_view source, const Plan& plan, const std::vector<std::string>& knownSerials, IdSource& ids)
        : m_table(table), m_columns(table.header), m_source(source), m_plan(plan), m_knownSerials(knownSerials), m_ids(ids) {
        for (const auto& site : plan.sites) m_sites.emplace(nameKey(site.name), site.id);
        for (const auto& model : plan.assetModels) m_models.emplace(nameKey(model.name), ItemRef{Kind::AssetModel, model.id.value});
        m_new.district = plan.district;
    }

    Expected<InventoryImport> read() {
        if (auto usable = checkColumns(); !usable) return failFrom(usable);
        m_import.source = m_source;
        m_import.format = "gam-chromeos";
        m_import.droppedColumns = m_columns.namingPeople();
        for (const auto& row : m_table.rows) readRow(row);
        m_import.rowsRead = std::int64_t(m_table.rows.size());
        noteSupport();
        noteUnitsAlreadyThere();
        makeCohorts();
        m_import.sites = std::move(m_new.sites);
        m_import.assetModels = std::move(m_new.assetModels);
        m_import.provenance = std::move(m_new.provenance);
        return std::move(m_import);
    }

  private:
    Expected<void> checkColumns() const {
        const auto missing = [&](std::string_view what) {
            return fail(ErrorCode::InvalidInput, fmt::format("{}: there is no column {}; export the devices with “gam print cros full”.", m_source, what));
        };
        if (!m_columns.has(Column::Serial)) return missing("“serialNumber”");
        if (!m_columns.has(Column::Model)) return missing("“model”");
        if (!m_columns.has(Column::FirstEnrollment) && !m_columns.has(Column::Manufactured)) return missing("“firstEnrollmentTime” or “manufactureDate”");
        return {};
    }

    void add(Severity severity, std::string_view code, std::string message, std::string where = {}) {
        m_import.findings.push_back({severity, code, std::move(message), std::move(where)});
    }

    void refuse(const CsvRow& row, Column column, std::string_view code, std::string_view sentence) {
        ++m_import.refused;
        auto where = fmt::format("{}, line {}, column {}", m_source, row.line, m_columns.nameOf(column));
        add(Severity::Error, code, fmt::format("{}: {}", where, sentence), where);
    }

    std::string_view cell(const CsvRow& row, Column column) const { return m_columns.cell(row, column); }

    void readRow(const CsvRow& row) {
        const auto serial = cell(row, Column::Serial);
        if (row.cells.size() > m_table.header.size())
            return refuse(row, Column::Serial, "row_too_long", "the line has more cells than there are columns; look for a missing quotation mark.");
        if (serial.empty()) return refuse(row, Column::Serial, "serial_missing", "the serial number is missing.");
        if (isMangledNumber(serial))
            return refuse(
                row, Column::Serial, "serial_mangled",
                fmt::format("“{}” is what a spreadsheet made of a serial number; export the file again and do not save it from a spreadsheet.", serial));
        if (!isInService(cell(row, Column::Status))) {
            ++m_import.outOfService;
            return;
        }
        if (!m_seen.insert(std::string(serial)).second)
            return refuse(row, Column::Serial, "serial_twice", fmt::format("the serial number “{}” is in the file twice; this line is left out.", serial));
        if (std::ranges::binary_search(m_knownSerials, serial)) {
            ++m_import.alreadyKnown;
            return;
        }
        readNewDevice(row, serial);
    }

    void readNewDevice(const CsvRow& row, std::string_view serial) {
        const auto model = cell(row, Column::Model);
        if (model.empty()) return refuse(row, Column::Model, "model_missing", "the model is missing.");

        Device device;
        const auto dateColumn = cell(row, Column::FirstEnrollment).empty() ? Column::Manufactured : Column::FirstEnrollment;
        if (cell(row, dateColumn).empty())
            return refuse(row, m_columns.has(Column::FirstEnrollment) ? Column::FirstEnrollment : dateColumn, "date_missing",
                          "there is neither a date of first enrollment nor a date of manufacture.");
        const auto inService = readDay(cell(row, dateColumn), Month::FirstDay);
        if (!inService) return refuse(row, dateColumn, "date_impossible", inService.error().message);
        const auto supportColumn = m_columns.firstFilled(row, {Column::UpdateThrough, Column::UpdateExpiration, Column::SupportEnd});
        Expected<Date> supportEnd = Date();
        if (supportColumn) {
            supportEnd = readDay(cell(row, *supportColumn), Month::LastDay);
            if (!supportEnd) return refuse(row, *supportColumn, "date_impossible", supportEnd.error().message);
        }

        device.serial = serial;
        device.assetTag = cell(row, Column::AssetTag);
        device.status = cell(row, Column::Status);
        device.orderNumber = cell(row, Column::OrderNumber);
        device.inService = *inService;
        device.inServiceEstimated = dateColumn == Column::Manufactured;
        device.sourceLine = row.line;
        const auto modelRef = modelNamed(model);
        if (supportColumn) m_supportEnds[modelRef.id].insert(*supportEnd);
        if (isTrue(cell(row, Column::ExtendedEligible)) && !isTrue(cell(row, Column::ExtendedEnabled))) ++m_extendable;
        m_rows.push_back({std::move(device), modelRef, siteOf(row)});
    }

    ItemRef modelNamed(std::string_view name) {
        const auto [place, added] = m_models.try_emplace(nameKey(name));
        if (added) {
            place->second = {Kind::AssetModel, m_ids.next()};
            addItem(m_new, place->second);
            setValue(m_new, place->second, "name", std::string(name));
            applyDefaults(m_new, place->second, chromebookDefaults);
        }
        return place->second;
    }

    SiteId siteOf(const CsvRow& row) {
        auto name = cell(row, Column::Location);
        if (name.empty()) name = siteInPath(cell(row, Column::OrgUnitPath), [&](std::string_view segment) { return m_sites.contains(nameKey(segment)); });
        if (name.empty()) return {};
        const auto [place, added] = m_sites.try_emplace(nameKey(name));
        if (added) {
            place->second = SiteId{m_ids.next()};
            const ItemRef item{Kind::Site, place->second.value};
            addItem(m_new, item);
            setValue(m_new, item, "name", std::string(name));
        }
        return place->second;
    }

    Provenance recorded(std::string note = {}) const { return {m_import.source, std::move(note), Confidence::Record}; }

    /// The end of support of new models, and what the file says differently about known ones.
    void noteSupport() {
        for (const auto& [id, dates] : m_supportEnds) {
            const ItemRef model{Kind::AssetModel, id};
            const auto earliest = *dates.begin();
            const bool isNew = contains(m_new, model);
            const auto name = nameOf(isNew ? m_new : m_plan, model);
            if (dates.size() > 1)
                add(Severity::Warning, "support_ends_differ",
                    fmt::format("{}: its devices name {} different ends of support, {} to {}; the earliest counts.", name, dates.size(), earliest.display(),
                                dates.rbegin()->display()));
            if (isNew) {
                setValue(m_new, model, "support_end", earliest);
                m_new.provenance[{model, "support_end"}] = recorded("end of automatic updates");
            } else if (const auto now = valueOf(m_plan, model, "support_end"); now != Value(earliest)) {
                add(Severity::Warning, "support_end_changed",
                    fmt::format("{}: the inventory says that support ends on {}; the plan {}, so check the model.", name, earliest.display(),
                                isBlank(now) ? "has no date" : "says " + std::get<Date>(now).display()));
            }
        }
        if (m_extendable > 0)
            add(Severity::Note, "extended_support_off",
                fmt::format("{} of the devices could get extended updates that are not switched on in the Admin console; with them support ends later.",
                            m_extendable));
    }

    /// Devices entered by hand and imported on top would be counted twice.
    void noteUnitsAlreadyThere() {
        if (!m_knownSerials.empty()) return;
        std::unordered_set<RawId> imported;
        for (const auto& row : m_rows) imported.insert(row.model.id);
        for (const auto& model : m_plan.assetModels) {
            std::int64_t units = 0;
            for (const auto& cohort : m_plan.cohorts)
                if (cohort.model == model.id) units += cohort.quantity;
            if (units > 0 && imported.contains(model.id.value))
                add(Severity::Warning, "units_already_entered",
                    fmt::format("{}: the plan already has {} units; remove those lines if the file lists the same devices.", model.name, units));
        }
    }

    struct CohortKey {
        RawId model;
        SiteId site;
        FiscalYear year;
        friend auto operator<=>(const CohortKey&, const CohortKey&) = default;
    };

    struct Group {
        Cohort cohort;
        std::int64_t estimatedDates = 0;
    };

    void makeCohorts() {
        std::map<CohortKey, std::size_t> places;
        std::vector<Group> groups; // in the order of the file
        const auto calendar = m_plan.calendar();
        for (auto& row : m_rows) {
            const CohortKey key{row.model.id, row.site, calendar.yearOf(row.device.inService)};
            const auto [place, added] = places.try_emplace(key, groups.size());
            if (added) {
                Cohort cohort;
                cohort.id.value = m_ids.next();
                cohort.model.value = row.model.id;
                cohort.site = row.site;
                cohort.inService = row.device.inService;
                groups.push_back({std::move(cohort)});
            }
            auto& group = groups[place->second];
            ++group.cohort.quantity;
            group.cohort.inService = std::min(group.cohort.inService, row.device.inService);
            group.estimatedDates += row.device.inServiceEstimated;
            row.device.cohort = group.cohort.id;
            m_import.devices.push_back(std::move(row.device));
        }
        for (auto& group : groups) {
            const ItemRef item{Kind::Cohort, group.cohort.id.value};
            m_new.provenance[{item, "quantity"}] = recorded();
            m_new.provenance[{item, "in_service"}] = group.estimatedDates == 0
                                                         ? recorded("first enrollment")
                                                         : Provenance{m_import.source,
                                                                      fmt::format("date of manufacture stands in for the first use of {} of {} devices",
                                                                                  group.estimatedDates, group.cohort.quantity),
                                                                      Confidence::Estimate};
            m_import.cohorts.push_back(std::move(group.cohort));
        }
    }

    const CsvTable& m_table;
    const Columns m_columns;
    const std::string_view m_source;
    const Plan& m_plan;
    const std::vector<std::string>& m_knownSerials;
    IdSource& m_ids;

    InventoryImport m_import;
    Plan m_new; ///< holds the new sites and models
    std::vector<Row> m_rows;
    std::unordered_set<std::string> m_seen;
    std::unordered_map<std::string, SiteId> m_sites;   ///< by nameKey
    std::unordered_map<std::string, ItemRef> m_models; ///< by nameKey
    std::map<RawId, std::set<Date>> m_supportEnds;     ///< by model
    std::int64_t m_extendable = 0;
};

} // namespace

Expected<InventoryImport> readChromeosInventory(std::string_view csv, std::string_view sourceName, const Plan& plan,
                                                const std::vector<std::string>& knownSerials, IdSource& ids) {
    const auto table = parseCsv(csv, sourceName);
    if (!table) return failFrom(table);
    return InventoryReader(*table, sourceName, plan, knownSerials, ids).read();
}

} // namespace tco
