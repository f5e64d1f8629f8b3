// SPDX-License-Identifier: Apache-2.0

// Account codes and state practices: the files that ship, and what a fault in a file is answered with.

#include <catch2/catch_all.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "tco/base/file.hpp"
#include "tco/exchange/practice.hpp"

using namespace tco;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr int newest = 2100, oldest = 1980;

void checkEvidence(const Evidence& evidence, const std::string& what) {
    INFO(what << ": " << evidence.source);
    CHECK(evidence.unconfirmed != evidence.source.starts_with("http")); // an address, or said to be unconfirmed
    CHECK(evidence.year > oldest);
    CHECK(evidence.year < newest);
}

void checkCodes(const CodeLists& codes, const std::string& what) {
    for (const auto* list : {&codes.functions, &codes.objects, &codes.funds, &codes.balanceSheet})
        for (const auto& code : *list) {
            INFO(what << ", " << code.code);
            CHECK(std::ranges::all_of(code.code, [](unsigned char c) { return std::isdigit(c) != 0; }));
            CHECK(!(code.title.empty() && code.use.empty()));
            checkEvidence(code.evidence, what);
        }
}

/// A whole file with everything in it, or with one piece of it replaced.
std::string file(const std::string& piece = {}, const std::string& replacement = {}) {
    std::string text = R"({
  "format": "district-tco-practice", "version": 1, "state": "IL", "name": "Fairmont Schools",
  "fiscal_year": { "first_months": [7, 9], "source": "Board policy 4", "year": 2025 },
  "account_style": { "example": "10-2230-650", "source": "Chart", "year": 2025 },
  "functions": [{ "codes": [{ "code": "2231", "title": "Supervision" }], "source": "Chart", "year": 2025, "unconfirmed": true }],
  "objects": [{ "codes": [{ "code": "650", "title": "Technology supplies" }], "source": "Chart", "year": 2025 }],
  "funds": [{ "codes": [{ "code": "10", "title": "Education" }], "source": "Chart", "year": 2025 }],
  "leases": [{ "applies_to": "devices", "longest_months": 48, "source": "Policy", "year": 2025,
               "conditions": [{ "need": "approval", "text": "The county agrees.", "from_months": 36 }] }],
  "thresholds": [{ "kind": "track", "applies_to": "devices", "amount": "500.00", "source": "Policy", "year": 2025, "note": "By item" }],
  "notes": [{ "text": "Ask first.", "source": "Policy", "year": 2025 }]
})";
    if (!piece.empty()) {
        const auto at = text.find(piece);
        REQUIRE(at != std::string::npos);
        text.replace(at, piece.size(), replacement);
    }
    return text;
}

std::string faultIn(const std::string& piece, const std::string& replacement) {
    const auto practice = readPractice(file(piece, replacement), "ours.json");
    REQUIRE_FALSE(practice);
    return practice.error().message;
}

} // namespace

TEST_CASE("Every practice that ships can be read, and every fact in it has its source and year") {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(TCO_SOURCE_DIR "/resources/data/states")) {
        const auto name = entry.path().filename().string();
        INFO(name);
        const auto text = readFile(entry.path());
        REQUIRE(text);
        const auto practice = readPractice(*text, name);
        if (!practice) FAIL(practice.error().message);
        CHECK(practice->state + ".json" == name);
        CHECK(practiceText(practice->state) == *text);
        names.insert(practice->state);

        if (practice->fiscalYear) checkEvidence(practice->fiscalYear->evidence, name + ", fiscal year");
        if (practice->accountStyle) checkEvidence(practice->accountStyle->evidence, name + ", account style");
        checkCodes(practice->codes, name);
        for (const auto& lease : practice->leases) {
            CHECK((lease.longestMonths || !lease.conditions.empty())); // else it says nothing
            checkEvidence(lease.evidence, name + ", leases");
        }
        for (const auto& threshold : practice->thresholds) checkEvidence(threshold.evidence, name + ", thresholds");
        for (const auto& note : practice->notes) checkEvidence(note.evidence, name + ", notes");
    }
    CHECK(names.size() == statePractices().size());
    CHECK(std::ranges::is_sorted(statePractices(), {}, &StatePractice::state));
}

TEST_CASE("The account codes of NCES: titles, edition, sources; the funds are not confirmed") {
    const auto& nces = accountCodes();
    CHECK(nces.edition == 2014);
    checkCodes(nces.codes, "nces.json");
    const auto titleOf = [](const std::vector<AccountCode>& codes, std::string_view code) {
        const auto found = std::ranges::find(codes, code, &AccountCode::code);
        return found == codes.end() ? std::string() : found->title;
    };
    CHECK(titleOf(nces.codes.functions, "2230") == "Instruction-Related Technology");
    CHECK(titleOf(nces.codes.functions, "2580") == "Administrative Technology Services");
    CHECK(titleOf(nces.codes.objects, "443") == "Rentals of Computers and Related Equipment");
    CHECK(titleOf(nces.codes.objects, "831") == "Redemption of Principal");
    for (const auto* codes : {&nces.codes.functions, &nces.codes.objects, &nces.codes.funds})
        for (const auto& code : *codes) CHECK_FALSE(code.title.empty());
    CHECK(nces.codes.funds.size() == 8);
    for (const auto& fund : nces.codes.funds) CHECK(fund.evidence.unconfirmed);
}

TEST_CASE("Limits on leases as the sources give them") {
    const auto illinois = *practiceOf("il");
    REQUIRE(illinois.leases.size() == 1);
    CHECK(illinois.leases[0].longestMonths == 60); // rsnlt.com, 2018
    CHECK(illinois.leases[0].conditions.at(0).need == LeaseNeed::BoardVote);
    CHECK(practiceOf("NM")->leases.at(0).longestMonths == 60);                                   // legalfix.com, 6-15A-8
    CHECK(practiceOf("NC")->leases.at(0).conditions.at(1).fromMonths == 60);                     // Orange County
    CHECK(practiceOf("MO")->leases.at(0).conditions.at(0).need == LeaseNeed::AnnualTermination); // lawserver.com
    CHECK(practiceOf("TX")->fiscalYear->firstMonths == std::vector{7, 9});                       // tea.texas.gov
    CHECK_FALSE(practiceOf("TX")->fiscalYear->evidence.unconfirmed);
    CHECK(practiceOf("IN")->fiscalYear->evidence.unconfirmed);
    CHECK(practiceOf("US")->thresholds.at(0).amount == Money::fromDollars(5000)); // nces.ed.gov, app_e_3
}

TEST_CASE("A state that is not there is not guessed") {
    const auto none = practiceOf("ZZ");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
    CHECK_THAT(none.error().message, ContainsSubstring("“ZZ”; there are AL, AR, CA") && ContainsSubstring("a file of your own"));
    CHECK_FALSE(practiceText("ZZ"));
}

TEST_CASE("The codes of a practice come before those of NCES and take the place of equal ones") {
    const auto practice = readPractice(file(), "ours.json");
    REQUIRE(practice);
    const auto codes = codesOf(*practice);
    CHECK(codes.functions.front().code == "2231");
    CHECK(codes.functions.size() == accountCodes().codes.functions.size() + 1);
    CHECK(codes.objects.front().title == "Technology supplies");
    CHECK(codes.objects.size() == accountCodes().codes.objects.size()); // 650 is theirs now
    CHECK(codes.balanceSheet.size() == 2);
}

TEST_CASE("A district’s own file is read whole") {
    const auto practice = readPractice(file(), "ours.json");
    REQUIRE(practice);
    CHECK(practice->name == "Fairmont Schools");
    CHECK(practice->accountStyle->example == "10-2230-650");
    CHECK(practice->codes.functions.at(0).evidence.unconfirmed);
    CHECK(practice->codes.funds.at(0).evidence.source == "Chart");
    CHECK(practice->leases.at(0).conditions.at(0).fromMonths == 36);
    CHECK(practice->thresholds.at(0).kind == ThresholdKind::Track);
    CHECK(practice->thresholds.at(0).evidence.note == "By item");
    CHECK(practice->notes.at(0).text == "Ask first.");
}

TEST_CASE("A fault in a file is one sentence with its place") {
    CHECK(faultIn(R"("version": 1,)", R"("version": 1;)") == "ours.json, line 2: this is not correct JSON.");
    CHECK(faultIn("district-tco-practice", "other") == "ours.json: the file must say \"format\": \"district-tco-practice\".");
    CHECK(faultIn(R"("state": "IL",)", "") == "ours.json: “state” is missing.");
    CHECK(faultIn(R"("IL")", R"("Illinois")") == "ours.json, state: “Illinois” are not the two capital letters of a state, such as IL.");
    CHECK(faultIn("[7, 9]", "[7, 13]") == "ours.json, fiscal_year, first_months: a whole number from 1 to 12 is expected here, not the number 13.");
    CHECK(faultIn("[7, 9]", "[]") == "ours.json, fiscal_year, first_months: at least one number is needed here.");
    CHECK(faultIn("[7, 9]", "7") == "ours.json, fiscal_year, first_months: a list in brackets is expected here, not the number 7.");
    CHECK(faultIn(R"("source": "Board policy 4", )", "") == "ours.json, fiscal_year: “source” is missing.");
    CHECK(faultIn(R"("source": "Board policy 4", "year": 2025)", R"("source": "Board policy 4")") == "ours.json, fiscal_year: “year” is missing.");
    CHECK(faultIn("longest_months", "longest_month") ==
          "ours.json, leases, entry 1: “longest_month” is not known here; docs/state-practice.md lists the keys.");
    CHECK(faultIn(R"("need": "approval")", R"("need": "luck")") ==
          "ours.json, leases, entry 1, conditions, entry 1, need: “luck” is not known here; write one of board_vote, approval, annual_termination, findings, "
          "meetings, purchase_prices, coding.");
    CHECK(faultIn(R"("500.00")", R"("-500.00")") == "ours.json, thresholds, entry 1, amount: the amount may not be negative.");
    CHECK(faultIn(R"("500.00")", "500") == "ours.json, thresholds, entry 1, amount: text in quotation marks is expected here, not the number 500.");
    CHECK(faultIn(R"("unconfirmed": true)", R"("unconfirmed": "yes")") ==
          "ours.json, functions, entry 1, unconfirmed: true or false is expected here, not “yes”.");
    CHECK(faultIn(R"([{ "code": "650",)", R"([{ "code": "650" }, { "code": "650",)") == "ours.json, objects: the code 650 appears twice.");
    CHECK(faultIn(R"([{ "text")", R"(["x", { "text")") == "ours.json, notes, entry 1: an object in braces is expected here, not “x”.");

    const auto newer = readPractice(file(R"("version": 1)", R"("version": 2)"), "ours.json");
    REQUIRE_FALSE(newer);
    CHECK(newer.error().code == ErrorCode::NewerVersion);
}
