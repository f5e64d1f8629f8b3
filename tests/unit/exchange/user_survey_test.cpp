// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "tco/exchange/user_survey.hpp"
#include "tco/money/text.hpp"

using namespace tco;

namespace {

Plan planWithGroups() {
    Plan plan;
    for (const char* name : {"Teachers", "Office, and “other” staff"}) {
        UserGroup group;
        group.id.value = 60 + plan.userGroups.size();
        group.name = name;
        plan.userGroups.push_back(group);
    }
    return plan;
}

SurveyImport read(const std::string& csv, int weeks = defaultSchoolWeeks) {
    auto survey = readUserSurvey(csv, "answers.csv", planWithGroups(), weeks);
    INFO((survey ? "" : survey.error().message));
    REQUIRE(survey);
    return *survey;
}

/// The finding of the one row that is refused, where the other counts.
std::string refusal(const std::string& row) {
    const auto survey = read("group,Downtime,Files\nTeachers,10,\n" + row + "\n");
    CHECK(survey.refused == 1);
    REQUIRE(survey.findings.size() == 1);
    CHECK(survey.findings[0].severity == Severity::Error);
    REQUIRE(survey.results.size() == 1);
    CHECK(survey.results[0].mean == Decimal(10));
    return survey.findings[0].message;
}

/// Hours per year that a person's answer in a column with this title is worth.
Decimal hours(const std::string& title, const std::string& answer, int weeks = defaultSchoolWeeks) {
    const auto survey = read(fmt::format("group,{}\nTeachers,\"{}\"\n", title, answer), weeks);
    REQUIRE(survey.results.size() == 1);
    return survey.results[0].mean;
}

} // namespace

TEST_CASE("The mean is that of the answers given, between the lowest and the highest, whatever their order") {
    CHECK(rc::check([] {
        const auto answers = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1, 1500))); // −1 stands for no answer
        std::string csv = "group,files\n", reversed = csv;
        std::int64_t sum = 0, count = 0;
        for (const int each : answers) {
            if (each >= 0) sum += each, ++count;
            csv += fmt::format("teachers,{}\n", each < 0 ? "" : std::to_string(each));
        }
        for (auto each = answers.rbegin(); each != answers.rend(); ++each) reversed += fmt::format("TEACHERS,{}\n", *each < 0 ? "?" : std::to_string(*each));
        const auto survey = readUserSurvey(csv, "a.csv", planWithGroups(), 36), again = readUserSurvey(reversed, "a.csv", planWithGroups(), 36);
        RC_ASSERT(survey && again);
        RC_ASSERT(survey->rowsRead == std::int64_t(answers.size()));
        RC_ASSERT(survey->withoutAnswer == std::int64_t(answers.size()) - count);
        RC_ASSERT(survey->results.size() == (count ? 1U : 0U));
        if (count == 0) return;
        const auto& result = survey->results.front();
        RC_ASSERT(result.answers == count);
        RC_ASSERT(result.mean == (Decimal(sum) / Decimal(count)).rounded(2));
        RC_ASSERT(result.lowest <= result.mean);
        RC_ASSERT(result.mean <= result.highest);
        RC_ASSERT(again->results.front().mean == result.mean);
        RC_ASSERT(again->results.front().provenance == result.provenance);
    }));
}

TEST_CASE("Any bytes are a survey or a sentence") {
    CHECK(rc::check([] {
        const auto cell = rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element(',', '\n', '1', '-', '.', '"', 'T')));
        const auto survey = readUserSurvey("group,Downtime (min/week)\nTeachers," + *cell, "x.csv", planWithGroups(), 36);
        if (!survey) {
            RC_ASSERT(survey.error().message.starts_with("x.csv"));
            return;
        }
        for (const auto& finding : survey->findings) RC_ASSERT(finding.message.starts_with("x.csv"));
        RC_ASSERT(survey->refused + survey->withoutAnswer <= survey->rowsRead);
    }));
}

TEST_CASE("A header carries its unit, and weeks of school turn it into hours a year") {
    // ASUS survey of 913 teachers, 37 minutes a week (docs/formulas.md), over a school year of 180 days.
    CHECK(hours("Downtime (min/week)", "37") == Decimal::of("22.2"));
    CHECK(hours("Downtime (min/week)", "37", 40) == Decimal::of("24.67"));
    CHECK(hours("Downtime", "12.5") == Decimal::of("12.5"));
    CHECK(hours("downtime (h/yr)", "1,200") == Decimal(1200));
    CHECK(hours("Self-support (hours per week)", "1") == Decimal(36));
    CHECK(hours("Helping others (h/month)", "13") == Decimal(108)); // 36 weeks are 36 × 12 ÷ 52 months
    CHECK(hours("peer_support (H / Month)", "1", 52) == Decimal(12));
    CHECK(hours("formal training (minutes per year)", "90") == Decimal::of("1.5"));
}

TEST_CASE("What was assumed stands with the source, and only where it was needed") {
    const auto survey = read("group,Downtime (min/week),files\nTeachers,10,1\nTeachers,100,61\n", 38);
    REQUIRE(survey.results.size() == 2);
    const auto &files = survey.results[0], &downtime = survey.results[1]; // in the order of the fields
    CHECK(files.field == FieldRef{{Kind::UserGroup, 60}, "files"});
    CHECK(files.provenance == Provenance{"Survey answers.csv: 2 answers, 1–61 h", "", Confidence::Estimate});
    CHECK(downtime.provenance.source == "Survey answers.csv: 2 answers, 6.33–63.33 h");
    CHECK(downtime.provenance.note == "Answers per week or month count for 38 weeks of school a year.");
    CHECK(survey.assumption == downtime.provenance.note);
    CHECK(read("group,files\nTeachers,3\n").assumption.empty());
    CHECK(read("group,files\nTeachers,3\n").results[0].provenance.source == "Survey answers.csv: 1 answer, 3 h");
}

TEST_CASE("No answer is not zero") {
    const auto survey = read("group,Files,Downtime\nTeachers,?,8\nTeachers,Don't know,\nTeachers,don’t know,0\nTeachers, N/A ,unknown\nTeachers,,4\n");
    REQUIRE(survey.results.size() == 1);
    CHECK(survey.results[0].answers == 3);
    CHECK(survey.results[0].mean == Decimal(4)); // a zero is an answer
    CHECK(survey.withoutAnswer == 2);
    CHECK(survey.findings.empty());
}

TEST_CASE("A faulty row is named with its line and left out whole") {
    CHECK(refusal("Pilots,3,4") ==
          "answers.csv, line 3, column group: the plan has no user group “Pilots”; add it under user time, or write its name as it stands there.");
    CHECK(refusal(",3,4") == "answers.csv, line 3, column group: the group is missing.");
    CHECK(refusal("Teachers,20,an hour").starts_with("answers.csv, line 3, column Files: “an hour” is not a number;"));
    CHECK(refusal("Teachers,20,-1").starts_with("answers.csv, line 3, column Files: “-1” is negative;"));
    CHECK(refusal("Teachers,4000.01,").starts_with("answers.csv, line 3, column Downtime: “4000.01” is more than 4,000 hours a year;"));
    CHECK(refusal("Teachers,1,2,3").starts_with("answers.csv, line 3, column group: the line has more cells"));
    const auto perWeek = read("group,Files (h/week),Downtime\nTeachers,112,1\nTeachers,1,1\n"); // 112 × 36 = 4,032
    CHECK(perWeek.refused == 1);
    CHECK(perWeek.results.size() == 2);
}

TEST_CASE("A mean that the field does not take is named, the others are kept") {
    const auto survey = read("group,Files,Downtime\nTeachers,4000,5\n"); // an answer may be 4,000 hours, a mean only 2,000
    REQUIRE(survey.results.size() == 1);
    CHECK(survey.results[0].field.field == "downtime");
    REQUIRE(survey.findings.size() == 1);
    CHECK(survey.findings[0].message.starts_with("answers.csv, Teachers: the mean of the answers cannot be entered. Files"));
}

TEST_CASE("Columns that are not known, have an unknown unit or come twice are said and not read") {
    const auto survey = read("Name,E-mail,Group,Downtime,Downtime (h/week),Files (days),\nJane,jane@example.org,Teachers,2,9,9,\n");
    CHECK(survey.ignoredColumns == std::vector<std::string>{"Name", "E-mail"});
    REQUIRE(survey.findings.size() == 2);
    CHECK(survey.findings[0].message.starts_with("answers.csv, column Downtime (h/week): another column is about the same activity"));
    CHECK(survey.findings[1].message.starts_with("answers.csv, column Files (days): the unit “days” is not known"));
    REQUIRE(survey.results.size() == 1);
    CHECK(survey.results[0].mean == Decimal(2));
    for (const auto& finding : survey.findings) CHECK(finding.message.find("jane") == std::string::npos);
}

TEST_CASE("A file without anything to use says so") {
    const auto blank = read("group,Files\nTeachers,\n");
    CHECK(blank.results.empty());
    REQUIRE(blank.findings.size() == 1);
    CHECK(blank.findings[0].message == "answers.csv: there is no answer that can be used, so nothing is to be changed.");
    const auto refuse = [](std::string_view csv) { return readUserSurvey(csv, "answers.csv", planWithGroups(), 36).error().message; };
    CHECK(refuse("name,Files\nA,1\n").starts_with("answers.csv: there is no column “group”"));
    CHECK(refuse("group,name\nTeachers,A\n").starts_with("answers.csv: there is no column of answers"));
    CHECK(refuse("").starts_with("answers.csv: the file is empty"));
}

TEST_CASE("The form has a line for each group and reads back, empty and filled in") {
    const auto plan = planWithGroups();
    const auto form = userSurveyForm(plan);
    CHECK(form == "group,Formal training (h/year),Casual learning (h/month),Self-support (min/week),Helping others (min/week),Files (min/week),"
                  "Downtime (min/week)\nTeachers,,,,,,\n\"Office, and “other” staff\",,,,,,\n");
    CHECK(read(form).withoutAnswer == 2);
    auto filled = form;
    for (auto at = filled.find(",,,,,,"); at != filled.npos; at = filled.find(",,,,,,")) filled.replace(at, 6, ",1,2,3,4,5,6");
    const auto survey = read(filled);
    CHECK(survey.findings.empty());
    CHECK(survey.ignoredColumns.empty());
    CHECK(survey.results.size() == 12);
}
