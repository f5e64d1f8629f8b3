// SPDX-License-Identifier: Apache-2.0

// The small tools that need no plan: keys and figures of docs/cli.md, “Small tools”.

#include <catch2/catch_all.hpp>

#include <sstream>

#include <nlohmann/json.hpp>

#include "program.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> all;
    std::istringstream stream(line);
    for (std::string word; stream >> word;) all.push_back(word);
    return all;
}

json answer(const Workplace& place, const std::string& line) { return json::parse(place.done(words(line + " --json"))); }

std::vector<std::string> keys(const json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items()) all.push_back(key);
    return all; // in the alphabet’s order
}

} // namespace

TEST_CASE("lease schedule: the bank’s schedule of Orange County") {
    const Workplace place;
    const std::string line = "lease schedule --principal 2194084 --rate 1.56% --payments 4 --per-year 1 --timing arrears";
    const auto schedule = answer(place, line);
    CHECK(keys(schedule) == std::vector<std::string>{"interest", "payment", "rows", "total"});
    CHECK(schedule["payment"] == "570078.88");
    CHECK(schedule["total"] == "2280315.52");
    CHECK(schedule["interest"] == "86231.52");
    REQUIRE(schedule["rows"].size() == 4);
    CHECK(schedule["rows"][3] == json{{"n", 4}, {"payment", "570078.88"}, {"interest", "8756.63"}, {"principal", "561322.25"}, {"balance", "0.00"}});
    CHECK(answer(place, line + " --residual 0") == schedule);

    const auto text = place.done(words(line));
    CHECK_THAT(text, ContainsSubstring("$2,194,084.00 at 1.56%: 4 payments, 1 a year, in arrears"));
    CHECK_THAT(text, ContainsSubstring("$2,280,315.52"));
    CHECK(answer(place, "lease schedule --principal 13500 --residual 7500 --rate 14% --payments 36 --per-year 12 --timing advance")["payment"] == "289.19");
}

TEST_CASE("lease rate: the rate behind a quote, whatever its sign") {
    const Workplace place;
    const auto rate = answer(place, "lease rate --principal 3000000 --payment 771116.94 --payments 4 --per-year 1 --timing arrears");
    CHECK(rate == json{{"rate", "0.0111999988"}, {"periodic_rate", "0.0111999988"}});
    const auto monthly = answer(place, "lease rate --principal 13500 --payment 289.19 --residual 7500 --payments 36 --per-year 12 --timing advance");
    CHECK(std::abs(std::stod(monthly["rate"].get<std::string>()) - 0.14) < 0.00002);
    CHECK(std::abs(std::stod(monthly["periodic_rate"].get<std::string>()) - 0.14 / 12) < 0.000002);
    CHECK(answer(place, "lease rate --principal 1200 --payment 100 --payments 12 --timing arrears")["rate"] == "0");
    CHECK(answer(place, "lease rate --principal 1200 --payment 90 --payments 12 --timing arrears")["rate"].get<std::string>().starts_with("-0.0"));
    CHECK(answer(place, "lease rate --principal 100 --payment 25.54659 --payments 4 --timing advance")["rate"].get<std::string>().starts_with("0.0"));

    const auto none = place.run(words("lease rate --principal 1000 --payment 1100 --payments 4 --timing advance --json"));
    CHECK(none.exitCode == 1);
    CHECK(json::parse(none.out) == json{{"rate", nullptr}, {"periodic_rate", nullptr}});
    CHECK(none.err ==
          "tco: No interest rate makes payments of $1,100.00 (4 payments, 1 a year, in advance) worth $1,000.00; check the payment and its timing.\n");
}

TEST_CASE("lease compare: in total and in today’s money") {
    const Workplace place;
    const std::string line = "lease compare --price 500000 --payment 129000 --payments 4 --per-year 1 --timing arrears --buyout 650 --discount-rate 3%";
    const auto both = answer(place, line);
    CHECK(both["buy"] == json{{"nominal", "500000.00"}, {"present_value", "500000.00"}});
    CHECK(both["lease"] == json{{"nominal", "516650.00"}, {"present_value", "480083.21"}}); // 129,000 × 3.717098 + 650 ÷ 1.03⁴
    CHECK(both["cheaper"] == "lease");
    CHECK_THAT(place.done(words(line)),
               ContainsSubstring("At 3% leasing is cheaper by $19,916.79 in today’s money. Both cost the same at a discount rate of 1.322295%."));

    // At the break-even rate it makes no difference.
    const auto rate = both["break_even_rate"].get<std::string>();
    const auto even = answer(place, "lease compare --price 500000 --payment 129000 --payments 4 --timing arrears --buyout 650 --discount-rate " + rate);
    CHECK(even["cheaper"] == "equal");

    const auto sold = answer(place, "lease compare --price 1000 --resale 1000 --payment 300 --payments 4 --timing advance --discount-rate 0%");
    CHECK(sold["buy"] == json{{"nominal", "0.00"}, {"present_value", "0.00"}});
    CHECK(sold["cheaper"] == "buy");
    const auto never = answer(place, "lease compare --price 1000 --payment 1100 --payments 4 --timing advance --discount-rate 3%");
    CHECK(never["break_even_rate"].is_null());
}

TEST_CASE("lease gasb: the copier of EZLease by fiscal year") {
    const Workplace place;
    const std::string line = "lease gasb --payment 209 --payments 36 --per-year 12 --rate 4% --timing advance --start 2022-07-01 --fiscal-year-start 7";
    const auto books = answer(place, line);
    CHECK(keys(books) == std::vector<std::string>{"asset", "liability", "present_value", "years"});
    CHECK(books["present_value"] == "7102.59");
    CHECK(books["liability"] == "6893.59");
    CHECK(books["asset"] == "7102.59");
    REQUIRE(books["years"].size() == 3);
    CHECK(books["years"][1] == json{{"fiscal_year", 2024},
                                    {"principal", "2358.41"},
                                    {"interest_paid", "149.59"},
                                    {"interest_expense", "141.73"},
                                    {"liability_end", "2454.49"},
                                    {"accrued_interest_end", "8.19"},
                                    {"amortization", "2367.53"}});
    CHECK(answer(place, line + " --direct-costs 0 --incentives 0 --prepaid 0") == books);
    const auto text = place.done(words(line));
    CHECK_THAT(text, ContainsSubstring("All payments are worth $7,102.59 at the start. Opening liability: $6,893.59; opening asset: $7,102.59."));
    CHECK_THAT(text, ContainsSubstring("Still to be paid after Jun 30, 2023"));
    CHECK_THAT(text, ContainsSubstring("$53.51"));
}

TEST_CASE("lease gasb: a subscription with implementation, and any day and month") {
    const Workplace place;
    const auto subscription = answer(place, "lease gasb --payment 20000 --payments 2 --rate 4% --timing advance --start 2023-01-01 --fiscal-year-start 1 "
                                            "--direct-costs 3000");
    CHECK(subscription["present_value"] == "39230.77"); // EZLease, GASB 96
    CHECK(subscription["asset"] == "42230.77");
    CHECK(answer(place, "lease gasb --payment 1 --payments 600 --per-year 12 --rate -1% --timing arrears --start 2024-02-29 --fiscal-year-start 10")["years"]
              .back()["liability_end"] == "0.00");
    CHECK(answer(place, "lease gasb --payment 10000000 --payments 600 --per-year 1 --rate 1,000% --timing arrears --start 2199-12-31")["liability"] ==
          "1000000.00");
    CHECK_THAT(place.done(words("lease gasb --payment 100 --payments 12 --per-year 12 --rate 3% --timing arrears --start 2026-07-01")),
               ContainsSubstring("nothing of this is recorded"));
}

TEST_CASE("lease gasb: what makes no sense is refused in one sentence") {
    const Workplace place;
    const auto refused = [&](const std::string& change) {
        const auto outcome = place.run(words("lease gasb --payment 100 --payments 3 --timing arrears " + change));
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK(refused("--rate 4% --start 2026-07-01 --per-year 5") == "tco: --per-year: give 1, 2, 3, 4, 6 or 12 payments per year.\n");
    CHECK(refused("--rate -99% --start 2026-07-01") == "tco: With these payments and this rate the amounts are too large to work out.\n");
    CHECK(refused("--rate 4% --start 2026-07-01 --incentives 1000") == "tco: --incentives: they may not be more than everything that the contract is worth.\n");
    CHECK(refused("--rate 4% --start 2026-02-30") == "tco: --start: The date “2026-02-30” does not exist.\n");
    CHECK(refused("--rate 4% --start 2026-07-01 --fiscal-year-start 13") == "tco: --fiscal-year-start: the number must be from 1 to 12; 13 is not.\n");
}

TEST_CASE("cashflow: present value, internal rate, payback") {
    const Workplace place;
    const auto flow = answer(place, "cashflow --flows -100,39,59,55,20 --rate 8%");
    CHECK(
        flow ==
        json{{"npv", "45.06"}, {"irr", "0.2809484212"}, {"equivalent_annual", "13.60"}, {"payback", "2.0363636364"}, {"roots", json::array({"0.2809484212"})}});
    CHECK(answer(place, "cashflow --flows -100,121 --rate 21% --timing mid")["npv"] == "10.00");
    CHECK(answer(place, "cashflow --flows -100,121 --rate 21% --timing start")["npv"] == "21.00");
    CHECK(answer(place, "cashflow --flows=-100,121 --rate -1%")["npv"] == "22.22");

    // Microsoft’s example of XNPV and XIRR
    const auto dated = answer(place, "cashflow --flows -10000,2750,4250,3250,2750 --rate 9% --dates 2008-01-01,2008-03-01,2008-10-30,2009-02-15,2009-04-01");
    CHECK(dated["npv"] == "2086.65");
    CHECK(dated["irr"].get<std::string>().starts_with("0.37336253"));
}

TEST_CASE("cashflow: no internal rate, or several, is said with all of them") {
    const Workplace place;
    const auto several = place.run(words("cashflow --flows -1600,10000,-10000 --rate 10% --json"));
    CHECK(several.exitCode == 0);
    CHECK(json::parse(several.out)["roots"] == json::array({"0.25", "4"}));
    CHECK(json::parse(several.out)["irr"] == "0.25");
    CHECK(several.err == "tco: There are 2 internal rates of return, 25%, 400%; do not rely on one of them.\n");

    const auto none = place.run(words("cashflow --flows -1,-2,-3 --rate 10% --json"));
    CHECK(none.exitCode == 0);
    CHECK(json::parse(none.out)["irr"].is_null());
    CHECK(json::parse(none.out)["payback"].is_null());
    CHECK(json::parse(none.out)["roots"].empty());
    CHECK_THAT(none.err, ContainsSubstring("There is no internal rate of return"));
}

TEST_CASE("refresh: the years at the lowest cost per year") {
    const Workplace place;
    const std::string line = "refresh --price 30000 --values 22500,16875,12750 --expenses 3000,4500,7000 --rate 10%";
    const auto life = answer(place, line);
    CHECK(life["best_years"] == 3);
    CHECK(life["rows"][0] == json{{"years", 1}, {"equivalent_annual_cost", "13500.00"}, {"marginal_cost", "13500.00"}});
    CHECK(life["rows"][2] == json{{"years", 3}, {"equivalent_annual_cost", "12918.43"}, {"marginal_cost", "12812.50"}});
    CHECK_THAT(place.done(words(line)), ContainsSubstring("Keeping each one for 3 years costs least."));
}

TEST_CASE("staffing: every scheme with its source, and no recommendation") {
    const Workplace place;
    const auto schemes = answer(place, "staffing --workstations 3,000 --users 2600 --students 4500")["schemes"];
    CHECK(schemes.size() == 9);
    for (const auto& scheme : schemes) CHECK(keys(scheme) == std::vector<std::string>{"formula", "high", "low", "missing", "name", "source", "year"});
    CHECK(schemes[0]["low"] == "8.6");
    CHECK(schemes[0]["missing"] == json::array({"clusters", "applications", "operating_systems", "licenses"}));
    CHECK(schemes[2]["low"] == "4.5");
    CHECK_THAT(place.done(words("staffing --operating-systems 2 --other-staff 1")), ContainsSubstring("Athena Project, MIT (1983–91): 2 full-time positions"));
}

TEST_CASE("erate category2: the budget and who pays what of it") {
    const Workplace place;
    const std::string line = "erate category2 --schools 420,310,95,60 --cycle 2026";
    CHECK(answer(place, line) == json{{"budget", "207496.10"}, {"basis", "school by school"}, {"erate_share", nullptr}, {"district_cost", nullptr}});
    CHECK(answer(place, line + " --discount 80% --spend 100000") ==
          json{{"budget", "207496.10"}, {"basis", "school by school"}, {"erate_share", "80000.00"}, {"district_cost", "20000.00"}});
    CHECK(answer(place, line + " --discount 80%")["erate_share"] == "165996.88"); // the whole budget
    CHECK(answer(place, line + " --discount 80% --spend 300000")["district_cost"] == "134003.12");
    CHECK(answer(place, "erate category2 --schools 529,576,247,371 --cycle 2023")["basis"] == "students");
    CHECK(answer(place, "erate category2 --schools 149 --cycle 2021") ==
          json{{"budget", "25000.00"}, {"basis", "floors"}, {"erate_share", nullptr}, {"district_cost", nullptr}});

    const auto highest = place.run(words(line + " --discount 90% --spend 100000 --json"));
    CHECK(highest.exitCode == 0);
    CHECK(json::parse(highest.out)["erate_share"] == "85000.00");
    CHECK(highest.err == "tco: Category two pays 85% at most, so 85% is used instead of 90%.\n");

    const auto text = place.done(words(line + " --discount 80% --spend 300000"));
    CHECK_THAT(text, ContainsSubstring("Category two, funding years 2026 to 2030: 4 schools, 885 students"));
    CHECK_THAT(text, ContainsSubstring("$178,389.45") && ContainsSubstring("$120,700.00") && ContainsSubstring("together is $207,496.10."));
    CHECK_THAT(text, ContainsSubstring("Of $300,000.00 E-Rate pays $165,996.88, 80% of $207,496.10; the district pays $134,003.12.\n"
                                       "$92,503.90 of it lies above the budget of $207,496.10 and gets no discount."));
    CHECK_THAT(text, ContainsSubstring("Source: https://"));
}

TEST_CASE("erate discount and pilot: the matrix and the cap") {
    const Workplace place;
    CHECK(answer(place, "erate discount --nslp 62% --rural yes") ==
          json{{"eligible", "0.62"}, {"category_one", "0.8"}, {"category_two", "0.8"}, {"rounding_lifts", false}});
    CHECK(answer(place, "erate discount --directly-certified 50% --rural no") ==
          json{{"eligible", "0.8"}, {"category_one", "0.9"}, {"category_two", "0.85"}, {"rounding_lifts", false}});
    CHECK_THAT(place.done(words("erate discount --nslp 34.6% --rural no")),
               ContainsSubstring("With 34.6% of the students eligible an urban district has a discount of 50% in category one and 50% in category two.\n"
                                 "Rounded to a whole percent"));
    CHECK(answer(place, "erate pilot --students 1103") == json{{"cap_per_year", "15000.80"}, {"basis", "students"}});
    CHECK_THAT(place.done(words("erate pilot --students 500")), ContainsSubstring("at most $15,000.00 a year for 500 students (the floor)."));
}

TEST_CASE("practice: what a state does differently, with sources, and a file of one’s own") {
    const Workplace place;
    const auto practices = answer(place, "practice list")["practices"];
    CHECK(practices[0] == json{{"state", "AL"}, {"name", "Alabama"}});
    CHECK_THAT(place.done(words("practice list")), ContainsSubstring("TX  Texas\n"));

    const auto illinois = place.done(words("practice show il"));
    CHECK_THAT(illinois, ContainsSubstring("FY2027 (Jul 2026 – Jun 2027)\n    NOT CONFIRMED. "));
    CHECK_THAT(illinois, ContainsSubstring("at most 60 months. Two thirds of the board must vote for it.\n    https://"));
    CHECK_THAT(place.done(words("practice show TX")), ContainsSubstring("(Jul 2026 – Jun 2027) or FY2027 (Sep 2026 – Aug 2027)"));
    CHECK_THAT(place.done(words("practice show CA")), ContainsSubstring("Keep in the inventory from $500.00 a unit: technology supplies\n"));
    CHECK_THAT(place.done(words("practice accounts")), ContainsSubstring("  443   Rentals of Computers and Related Equipment – "));

    auto ours = answer(place, "practice show IL");
    ours["name"] = "Fairmont";
    ours["leases"][0]["longest_months"] = 48;
    place.write("ours.json", ours.dump());
    CHECK_THAT(place.done(words("practice show ours.json")), ContainsSubstring("Fairmont (IL)") && ContainsSubstring("at most 48 months."));
    ours["leases"][0]["longest_months"] = "four years";
    place.write("ours.json", ours.dump());
    const auto wrong = place.run(words("practice show ours.json"));
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.out.empty());
    CHECK(wrong.err == "tco: ours.json, leases, entry 1, longest_months: a whole number from 1 to 1200 is expected here, not “four years”.\n");
    CHECK(place.run(words("practice show ZZ")).exitCode == 3);
    CHECK(place.run(words("practice show missing.json")).exitCode == 3);
}

TEST_CASE("Each tool explains itself with an example") {
    const Workplace place;
    for (const char* tool :
         {"lease schedule", "lease rate", "lease compare", "cashflow", "refresh", "staffing", "erate category2", "erate discount", "erate pilot"}) {
        INFO(tool);
        CHECK_THAT(place.done(words(std::string(tool) + " --help")), ContainsSubstring(std::string("  tco ") + tool + " --"));
    }
}

TEST_CASE("Input that makes no sense is refused in one sentence") {
    const Workplace place;
    const std::string schedule = "lease schedule --timing arrears --payments 4 --principal 100 ", flow = "cashflow --rate 5% ";
    const std::pair<std::string, std::string> wrong[] = {
        {"lease", "A subcommand is required.\nSee “tco lease --help”."},
        {"lease rate", "--principal is required.\nSee “tco lease rate --help”."},
        {schedule + "--rate -100%", "--rate: a rate must be from −99% to 1,000% a year; −100% is not."},
        {schedule + "--rate 1.56", "--rate: “1.56” needs a percent sign; write it like 1.56%."},
        {schedule + "--rate low", "--rate: “low” is not a rate; write it like 3.5%."},
        {schedule + "--rate 1% --residual 101", "--residual: what is left at the end may not be more than the principal."},
        {schedule + "--rate 1% --residual -1", "--residual: the amount must be from $0.00 to $10,000,000,000."},
        {schedule + "--rate 1% --per-year 0", "--per-year: the number must be from 1 to 366; 0 is not."},
        {"lease schedule --timing arrears --payments 0 --principal 100 --rate 1%", "--payments: the number must be from 1 to 600; 0 is not."},
        {"lease schedule --timing arrears --payments 9000 --principal 100 --rate 1%", "--payments: the number must be from 1 to 600; 9,000 is not."},
        {"lease schedule --timing arrears --payments 2.5 --principal 100 --rate 1%", "--payments: “2.5” is not a whole number."},
        {"lease schedule --timing arrears --payments 4 --principal 0 --rate 1%", "--principal: the amount must be from $0.01 to $10,000,000,000."},
        {"lease schedule --timing later --payments 4 --principal 100 --rate 1%", "--timing"},
        {"lease rate --timing arrears --payments 4 --principal 100 --payment much", "--payment: “much” is not an amount of money; write it like 1,234.50."},
        {flow + "--flows -1,000,500", "--flows: “000” looks like part of a larger number; write amounts in a list without thousands separators."},
        {flow + "--flows -100,,5", "--flows: “” is not an amount of money"},
        {flow + "--flows -100,5 --dates 2026-07-01", "There are 2 amounts and 1 dates; each amount needs one date."},
        {flow + "--flows -100,5 --dates 2026-07-01,2026-06-01", "Jun 1, 2026 lies before the first date, Jul 1, 2026; begin with the earliest date."},
        {flow + "--flows -100,5 --dates 2026-07-01,2027-02-30", "--dates: "},
        {flow + "--flows -100,5 --dates 2026-07-01,2027-07-01 --timing end", "Give either --timing or --dates, not both."},
        {"refresh --price 1 --values 1,2 --expenses 1 --rate 1%", "There are 2 resale values and 1 expense; give one of each for every year of age."},
        {"erate category2 --schools 420 --cycle 2031",
         "--cycle: No category two budget is known for E-Rate funding year 2031, only for 2015–2019, 2020, 2021–2025 and 2026–2030."},
        {"erate category2 --schools 420,0 --cycle 2026", "--schools: the number must be from 1 to 1,000,000; 0 is not."},
        {"erate category2 --schools 420,many --cycle 2026", "--schools: “many” is not a whole number."},
        {"erate category2 --schools 1,000 --cycle 2026",
         "--schools: “000” looks like part of a larger number; write numbers in a list without thousands separators."},
        {"erate category2 --schools 420 --cycle 2026 --discount 80", "--discount: “80” needs a percent sign; write it like 80%."},
        {"erate category2 --schools 420 --cycle 2026 --discount 120%", "--discount: a share must be from 0% to 100%; 120% is not."},
        {"erate category2 --schools 420 --cycle 2026 --spend -5", "--spend: the amount must be from $0.00 to $10,000,000,000."},
        {"erate discount --rural yes", "Give either --nslp or --directly-certified."},
        {"erate pilot --students 0", "--students: the number must be from 1 to 100,000,000; 0 is not."},
        {"staffing", "Give at least one count, for example --workstations 3000."},
        {"staffing --users -5", "--users: the number must be from 0 to 1,000,000,000; −5 is not."},
    };
    for (const auto& [line, sentence] : wrong) {
        const auto outcome = place.run(words(line));
        INFO(line);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Catch::Matchers::StartsWith("tco: " + sentence));
    }
}
