// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <set>

#include <catch2/catch_all.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "tco/base/file.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "tco/model/defaults.hpp"

using namespace tco;

namespace {

constexpr std::string_view header =
    "serialNumber,annotatedAssetId,model,status,orgUnitPath,annotatedLocation,annotatedUser,firstEnrollmentTime,manufactureDate,"
    "autoUpdateThrough\n";

Plan planFrom2027() {
    Plan plan;
    plan.district.firstYear = 2027;
    return plan;
}

InventoryImport read(const std::string& csv, const Plan& plan = planFrom2027(), std::vector<std::string> known = {}) {
    IdSource ids(1000);
    auto inventory = readChromeosInventory(csv, "devices.csv", plan, known, ids);
    INFO((inventory ? "" : inventory.error().message));
    REQUIRE(inventory);
    CHECK(inventory->rowsRead == std::int64_t(inventory->devices.size()) + inventory->alreadyKnown + inventory->outOfService + inventory->refused);
    return *inventory;
}

/// One row below the usual header.
InventoryImport readRow(const std::string& row, const Plan& plan = planFrom2027()) { return read(std::string(header) + row + "\n", plan); }

/// The finding of a row that is refused.
std::string refusal(const std::string& row) {
    const auto inventory = readRow(row);
    CHECK(inventory.refused == 1);
    CHECK(inventory.cohorts.empty());
    REQUIRE(inventory.findings.size() == 1);
    CHECK(inventory.findings[0].severity == Severity::Error);
    return inventory.findings[0].message;
}

Date serviceDate(const std::string& firstEnrollment) {
    const auto inventory = readRow(fmt::format("S1,,M,ACTIVE,,,,{},,", firstEnrollment));
    REQUIRE(inventory.devices.size() == 1);
    return inventory.devices[0].inService;
}

std::optional<Date> supportEnd(const std::string& text) { return readRow(fmt::format("S1,,M,ACTIVE,,,,2022-08-01,,{}", text)).assetModels.at(0).supportEnd; }

/// The site that the row's organizational unit and location lead to; blank for none.
std::string siteName(const std::string& path, const std::string& location, const Plan& plan = planFrom2027()) {
    const auto inventory = readRow(fmt::format("S1,,M,ACTIVE,{},{},,2022-08-01,,", path, location), plan);
    const auto id = inventory.cohorts.at(0).site;
    if (const auto* site = findById(plan.sites, id)) return site->name;
    const auto* site = findById(inventory.sites, id);
    return site ? site->name : "";
}

} // namespace

TEST_CASE("The sample inventory becomes cohorts by model, site and fiscal year") {
    const auto csv = readFile(TCO_SOURCE_DIR "/resources/samples/chromebooks.csv");
    REQUIRE(csv);
    const auto inventory = read(*csv);
    CHECK(inventory.rowsRead == 60);
    CHECK(inventory.outOfService == 2);
    CHECK(inventory.refused == 0);
    CHECK(inventory.devices.size() == 58);
    CHECK(inventory.sites.size() == 4);
    CHECK(inventory.assetModels.size() == 3);
    CHECK(inventory.findings.empty());

    std::int64_t units = 0;
    std::set<std::tuple<RawId, RawId, int>> keys;
    for (const auto& cohort : inventory.cohorts) {
        units += cohort.quantity;
        CHECK(keys.insert({cohort.model.value, cohort.site.value, FiscalCalendar().yearOf(cohort.inService).value}).second);
        std::int64_t devices = 0;
        auto earliest = inventory.devices[0].inService.addMonths(1000);
        for (const auto& device : inventory.devices)
            if (device.cohort == cohort.id) {
                ++devices;
                earliest = std::min(earliest, device.inService);
            }
        CHECK(devices == cohort.quantity);
        CHECK(earliest == cohort.inService);
    }
    CHECK(units == 58);
}

TEST_CASE("Columns that name people are named and not read") {
    const auto csv = readFile(TCO_SOURCE_DIR "/resources/samples/chromebooks.csv");
    REQUIRE(csv);
    const auto inventory = read(*csv);
    CHECK(inventory.droppedColumns == std::vector<std::string>{"annotatedUser", "recentUsers.0.email", "lastKnownNetwork.0.ipAddress", "notes"});
    const auto clean = [](std::string_view text) { return text.find("example.org") == text.npos && text.find("student0") == text.npos; };
    for (const auto& device : inventory.devices) CHECK((clean(device.assetTag) && clean(device.status) && clean(device.orderNumber)));
    for (const auto& site : inventory.sites) CHECK(clean(site.name));
    for (const auto& [field, provenance] : inventory.provenance) CHECK((clean(provenance.source) && clean(provenance.note)));
}

TEST_CASE("A new model takes the usual values and says so") {
    const auto inventory = readRow("S1,T1,HP G8,ACTIVE,,,,2022-08-01,,2029-06");
    REQUIRE(inventory.assetModels.size() == 1);
    const auto& model = inventory.assetModels[0];
    CHECK(model.name == "HP G8");
    CHECK(model.unitPrice == Money::fromDollars(400));
    CHECK(model.usefulLife == 5);
    CHECK(model.licenceOnce == Money::fromDollars(38));
    CHECK(model.supportEnd == Date::of(2029, 6, 30));
    for (const auto& entry : chromebookDefaults) {
        const auto& provenance = inventory.provenance.at({{Kind::AssetModel, model.id.value}, std::string(entry.field)});
        CHECK(provenance.source == entry.source);
        CHECK(provenance.confidence == entry.confidence);
    }
    CHECK(inventory.provenance.at({{Kind::AssetModel, model.id.value}, "support_end"}) ==
          Provenance{"devices.csv", "end of automatic updates", Confidence::Record});
}

TEST_CASE("Known models and sites are found by name") {
    auto plan = planFrom2027();
    plan.sites.push_back({SiteId{5}, "Oak Hill"});
    plan.assetModels.push_back({AssetModelId{6}, "HP Chromebook 11"});
    plan.assetModels[0].supportEnd = Date::of(2029, 6, 30);
    const auto same = readRow("S1,T1, hp  CHROMEBOOK 11,ACTIVE,,oak hill,,2022-08-01,,2029-06", plan);
    CHECK(same.assetModels.empty());
    CHECK(same.sites.empty());
    CHECK(same.cohorts[0].model == AssetModelId{6});
    CHECK(same.cohorts[0].site == SiteId{5});
    CHECK(same.findings.empty());

    const auto other = readRow("S1,T1,HP Chromebook 11,ACTIVE,,,,2022-08-01,,2031-06", plan);
    REQUIRE(other.findings.size() == 1);
    CHECK(other.findings[0].message ==
          "HP Chromebook 11: the inventory says that support ends on Jun 30, 2031; the plan says Jun 30, 2029, so check the model.");

    plan.cohorts.push_back({CohortId{7}, "", AssetModelId{6}, SiteId{5}, Date::of(2022, 8, 1), 900});
    const auto twice = readRow("S1,T1,HP Chromebook 11,ACTIVE,,,,2022-08-01,,2029-06", plan);
    REQUIRE(twice.findings.size() == 1);
    CHECK(twice.findings[0].message == "HP Chromebook 11: the plan already has 900 units; remove those lines if the file lists the same devices.");
}

TEST_CASE("Devices of one model that disagree about support take the earliest") {
    const auto inventory = read(std::string(header) + "S1,,M,ACTIVE,,,,2022-08-01,,2030-06\nS2,,M,ACTIVE,,,,2022-08-01,,2029-06\n");
    CHECK(inventory.assetModels[0].supportEnd == Date::of(2029, 6, 30));
    REQUIRE(inventory.findings.size() == 1);
    CHECK(inventory.findings[0].message == "M: its devices name 2 different ends of support, Jun 30, 2029 to Jun 30, 2030; the earliest counts.");
}

TEST_CASE("Extended updates that are off are mentioned") {
    const auto inventory =
        read("serialNumber,model,manufactureDate,extendedSupportEligible,extendedSupportEnabled\nS1,M,2019-01-01,True,False\nS2,M,2019-01-01,True,True\n");
    REQUIRE(inventory.findings.size() == 1);
    CHECK(inventory.findings[0].message.starts_with("1 of the devices could get extended updates"));
}

TEST_CASE("Dates as GAM and people write them") {
    CHECK(serviceDate("2016-06-10T07:56:07Z") == Date::of(2016, 6, 10));
    CHECK(serviceDate("2016-06-10T23:56:07.123-07:00") == Date::of(2016, 6, 10));
    CHECK(serviceDate("2016-06-10 07:56:07") == Date::of(2016, 6, 10));
    CHECK(serviceDate("6/10/2016 7:56") == Date::of(2016, 6, 10));
    CHECK(serviceDate("\"Jun 10, 2016\"") == Date::of(2016, 6, 10));
    CHECK(serviceDate("1465545367000") == Date::of(2016, 6, 10));
    CHECK(serviceDate("2016-06") == Date::of(2016, 6, 1));
    CHECK(supportEnd("2028-02") == Date::of(2028, 2, 29));
    CHECK(supportEnd("2028-02-01") == Date::of(2028, 2, 1));
    CHECK(supportEnd("1843430400000") == Date::of(2028, 6, 1));
    CHECK_FALSE(supportEnd("Never").has_value());
}

TEST_CASE("The date of manufacture stands in and is marked") {
    const auto inventory = readRow("S1,,M,ACTIVE,,,,Never,2021-05-20,");
    CHECK(inventory.devices[0].inService == Date::of(2021, 5, 20));
    CHECK(inventory.devices[0].inServiceEstimated);
    const auto& provenance = inventory.provenance.at({{Kind::Cohort, inventory.cohorts[0].id.value}, "in_service"});
    CHECK(provenance.confidence == Confidence::Estimate);
    CHECK(provenance.note == "date of manufacture stands in for the first use of 1 of 1 devices");
}

TEST_CASE("The site comes from the location, else from the organizational unit") {
    CHECK(siteName("/Students/Oak Hill/Grade 9", "Lincoln") == "Lincoln");
    CHECK(siteName("/Students/Oak Hill/Grade 9", "") == "Oak Hill");
    CHECK(siteName("/Oak Hill/Students/Class of 2030", "") == "Oak Hill");
    CHECK(siteName("/Oak Hill/Chromebook Carts/12", "") == "Oak Hill");
    CHECK(siteName("/Cartwright Elementary", "") == "Cartwright Elementary");
    CHECK(siteName("/Students/Grade 9", "").empty());
    CHECK(siteName("/", "").empty());
    auto plan = planFrom2027();
    plan.sites.push_back({SiteId{5}, "Oak Hill"});
    CHECK(siteName("/OAK HILL/Annex", "", plan) == "Oak Hill"); // a known site wins over a deeper unit
}

TEST_CASE("Faulty rows are refused one by one, with line and column") {
    CHECK(refusal(",T1,M,ACTIVE,,,,2022-08-01,,") == "devices.csv, line 2, column serialNumber: the serial number is missing.");
    CHECK(refusal("3.01043E+13,T1,M,ACTIVE,,,,2022-08-01,,").starts_with("devices.csv, line 2, column serialNumber: “3.01043E+13” is what a spreadsheet made"));
    CHECK(refusal("S1,T1,,ACTIVE,,,,2022-08-01,,") == "devices.csv, line 2, column model: the model is missing.");
    CHECK(refusal("S1,T1,M,ACTIVE,,,,2022-02-30,,") == "devices.csv, line 2, column firstEnrollmentTime: The date “2022-02-30” does not exist.");
    CHECK(refusal("S1,T1,M,ACTIVE,,,,soon,,").starts_with("devices.csv, line 2, column firstEnrollmentTime: “soon” is not a date"));
    CHECK(refusal("S1,T1,M,ACTIVE,,,,,2022-13,") == "devices.csv, line 2, column manufactureDate: the month “2022-13” does not exist.");
    CHECK(refusal("S1,T1,M,ACTIVE,,,,9999999999999,,").find("outside the years") != std::string::npos);
    CHECK(refusal("S1,T1,M,ACTIVE,,,,2022-08-01,,2029-06-31") == "devices.csv, line 2, column autoUpdateThrough: The date “2029-06-31” does not exist.");
    CHECK(refusal("S1,T1,M,ACTIVE,,,,,,") ==
          "devices.csv, line 2, column firstEnrollmentTime: there is neither a date of first enrollment nor a date of manufacture.");
    CHECK(refusal("S1,T1,M,ACTIVE,,,,2022-08-01,,,surplus").find("more cells than there are columns") != std::string::npos);
}

TEST_CASE("A serial number counts once") {
    const std::string csv =
        std::string(header) +
        "S1,,M,DEPROVISIONED,,,,2020-08-01,,\nS1,,M,ACTIVE,,,,2022-08-01,,\nS1,,M,ACTIVE,,,,2022-08-01,,\nS2,,M,DISABLED,,,,,,\nS3,,M,,,,,2022-08-01,,\n";
    const auto inventory = read(csv, planFrom2027(), {"S3"});
    CHECK(inventory.devices.size() == 1);
    CHECK(inventory.outOfService == 2);
    CHECK(inventory.alreadyKnown == 1);
    CHECK(inventory.refused == 1);
    CHECK(inventory.findings.at(0).message == "devices.csv, line 4, column serialNumber: the serial number “S1” is in the file twice; this line is left out.");
}

TEST_CASE("Files that are no such inventory are refused as a whole") {
    const auto refusedFile = [](std::string_view csv) {
        IdSource ids(1);
        const auto inventory = readChromeosInventory(csv, "devices.csv", planFrom2027(), {}, ids);
        REQUIRE_FALSE(inventory);
        return inventory.error().message;
    };
    CHECK(refusedFile("name,price\nA,1\n") == "devices.csv: there is no column “serialNumber”; export the devices with “gam print cros full”.");
    CHECK(refusedFile("Serial Number,Asset Tag\nA,1\n").find("no column “model”") != std::string::npos);
    CHECK(refusedFile("Serial_Number,MODEL\nA,1\n").find("“firstEnrollmentTime” or “manufactureDate”") != std::string::npos);
    CHECK(refusedFile("serialNumber,model\n\"A,1\n") == "devices.csv, line 2: a quotation mark opens here and is never closed.");
}

TEST_CASE("Every row is accounted for, whatever is in it") {
    CHECK(rc::check([] {
        const auto cell =
            rc::gen::oneOf(rc::gen::element<std::string>("", "S1", "S2", "S3", "ACTIVE", "DISABLED", "2022-08-01", "2022-02-30", "M", "/A/B", "1.5E+10"),
                           rc::gen::container<std::string>(rc::gen::inRange('a', 'f')));
        std::string csv(header);
        for (const auto& row : *rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::container<std::vector<std::string>>(10, cell)))
            csv += fmt::format("{}\n", fmt::join(row, ","));
        IdSource ids(1000);
        const auto inventory = readChromeosInventory(csv, "x.csv", planFrom2027(), {"S3"}, ids);
        RC_ASSERT(inventory.has_value());
        RC_ASSERT(inventory->rowsRead == std::int64_t(inventory->devices.size()) + inventory->alreadyKnown + inventory->outOfService + inventory->refused);
        std::int64_t units = 0;
        for (const auto& cohort : inventory->cohorts) units += cohort.quantity;
        RC_ASSERT(units == std::int64_t(inventory->devices.size()));
    }));
}

TEST_CASE("20,000 rows are read quickly", "[.timing]") {
    std::string csv(header);
    for (int i = 0; i < 20'000; ++i)
        csv += fmt::format("5CD{:07},TAG-{},HP Chromebook {},ACTIVE,/Students/School {},School {},student{}@example.org,202{}-08-{:02}T10:00:00Z,,2030-06-01\n",
                           i, i, i % 8, i % 40, i % 40, i, i % 6, 1 + i % 28);
    const auto start = std::chrono::steady_clock::now();
    CHECK(read(csv).devices.size() == 20'000);
    WARN(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s");
}
