// SPDX-License-Identifier: Apache-2.0

// Spreadsheet functions with known results (cases/functions.json, each with its source) rebuilt from src/finance:
// payments are negative there, money received is positive. cases/README.md says which functions are left out.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "tco/base/file.hpp"
#include "tco/finance/cash_flow.hpp"
#include "tco/money/allocate.hpp"

using namespace tco;
using namespace tco::finance;
using nlohmann::json;

namespace {

/// 12, "0.08" or "0.08/12".
Decimal number(const json& value) {
    const auto text = value.is_string() ? value.get<std::string>() : value.dump();
    const auto slash = text.find('/');
    if (slash == std::string::npos) return Decimal::of(text);
    return Decimal::of(text.substr(0, slash)) / Decimal::of(text.substr(slash + 1));
}

std::vector<Decimal> numbers(const json& list) {
    std::vector<Decimal> all;
    for (const auto& each : list) all.push_back(number(each));
    return all;
}

class Arguments {
  public:
    explicit Arguments(const json& args) : m_args(args) {}
    Decimal at(std::size_t i) const { return i < m_args.size() ? number(m_args[i]) : Decimal(0); }
    int countAt(std::size_t i) const { return m_args[i].get<int>(); }
    Due dueAt(std::size_t i) const { return at(i).isZero() ? Due::InArrears : Due::InAdvance; }
    CashFlow flowsAt(std::size_t i) const { return yearlyCashFlow(numbers(m_args[i]), YearTiming::End); }
    CashFlow datedAt(std::size_t amounts, std::size_t dates) const {
        std::vector<Date> days;
        for (const auto& each : m_args[dates]) days.push_back(Date::parse(each.get<std::string>()).value());
        return datedCashFlow(numbers(m_args[amounts]), days).value();
    }

  private:
    const json& m_args;
};

/// The loan behind IPMT, PPMT, CUMIPMT and CUMPRINC: (rate, …, payments, principal).
struct Loan {
    Decimal rate, principal, payment;
    Due due;

    Loan(const Decimal& perPeriod, int payments, const Decimal& present, const Decimal& future, Due timing)
        : rate(perPeriod), principal(present), payment(levelPayment(present, -future, perPeriod, payments, timing)), due(timing) {}

    Decimal repaid(int from, int to) const { return balanceAfter(principal, payment, rate, from - 1, due) - balanceAfter(principal, payment, rate, to, due); }
    Decimal interest(int from, int to) const {
        Decimal sum;
        for (int n = due == Due::InAdvance ? std::max(from, 2) : from; n <= to; ++n) sum += balanceAfter(principal, payment, rate, n - 1, due) * rate;
        return sum;
    }
};

std::optional<Decimal> loanFunction(const std::string& function, const Arguments& a) {
    if (function == "IPMT" || function == "PPMT") {
        const Loan loan(a.at(0), a.countAt(2), a.at(3), a.at(4), a.dueAt(5));
        return function == "IPMT" ? -loan.interest(a.countAt(1), a.countAt(1)) : -loan.repaid(a.countAt(1), a.countAt(1));
    }
    if (function == "CUMIPMT" || function == "CUMPRINC") {
        const Loan loan(a.at(0), a.countAt(1), a.at(2), Decimal(0), a.dueAt(5));
        return function == "CUMIPMT" ? -loan.interest(a.countAt(3), a.countAt(4)) : -loan.repaid(a.countAt(3), a.countAt(4));
    }
    if (function == "RATE") {
        const std::vector<Decimal> payments(std::size_t(a.countAt(0)), a.at(1));
        return preferredRate(internalRates(paymentCashFlow(a.at(2), payments, a.at(3), a.dueAt(4))));
    }
    FAIL("no such function: " << function);
    return {};
}

std::optional<Decimal> evaluate(const std::string& function, const Arguments& a) {
    if (function == "IRR") return preferredRate(internalRates(a.flowsAt(0)));
    if (function == "XIRR") return preferredRate(internalRates(a.datedAt(0, 1)));
    const auto rate = a.at(0);
    if (function == "PV") return -(a.at(2) * annuityFactor(rate, a.countAt(1), a.dueAt(4)) + a.at(3) * discountFactor(rate, a.countAt(1)));
    if (function == "PMT") return -levelPayment(a.at(2), -a.at(3), rate, a.countAt(1), a.dueAt(4));
    if (function == "FV") return -(balanceAfter(a.at(3), -a.at(2), rate, a.countAt(1), a.dueAt(4)) * (a.at(4).isZero() ? Decimal(1) : Decimal(1) + rate));
    if (function == "NPV_T0") return presentValue(a.flowsAt(1), rate);
    if (function == "NPV_EXCEL") return presentValue(a.flowsAt(1), rate) * discountFactor(rate, 1);
    if (function == "XNPV") return presentValue(a.datedAt(1, 2), rate);
    if (function == "EFFECT") return effectiveRate(rate, a.countAt(1));
    if (function == "NOMINAL") return nominalRate(rate, a.countAt(1));
    if (function == "GRADIENT_PV") {
        std::vector<Decimal> growing{Decimal(0)};
        for (int year = 1; year <= a.countAt(1); ++year) growing.push_back(a.at(2) * Decimal(year - 1));
        return presentValue(yearlyCashFlow(growing, YearTiming::End), rate);
    }
    if (function == "RRI") return implicitRate(a.at(1), Decimal(0), a.countAt(0), a.at(2), Due::InArrears);
    return loanFunction(function, a);
}

json casesOf(const std::string& name) { return json::parse(readFile(TCO_SOURCE_DIR "/tests/golden/cases/" + name).value()); }

} // namespace

TEST_CASE("spreadsheet functions have their published results") {
    const auto cases = casesOf("functions.json");
    REQUIRE(cases.size() > 100);
    for (const auto& each : cases) {
        const auto expected = each.at("expected").get<std::string>(), function = each.at("function").get<std::string>();
        CAPTURE(each.at("id").get<std::string>(), expected);
        const auto computed = evaluate(function, Arguments(each.at("args")));
        if (expected == "NaN") {
            CHECK_FALSE(computed);
            continue;
        }
        REQUIRE(computed);
        CAPTURE(computed->text());
        const auto difference = *computed - Decimal::of(expected), tolerance = number(each.at("tolerance"));
        CHECK(difference <= tolerance);
        CHECK(-difference <= tolerance);
    }
}

TEST_CASE("amounts are split as published: RND-A") {
    const auto cases = casesOf("allocations.json");
    REQUIRE(cases.size() == 16);
    for (const auto& each : cases) {
        CAPTURE(each.at("id").get<std::string>());
        std::vector<std::int64_t> parts;
        for (const auto part : allocate(Money::fromCents(each.at("cents").get<std::int64_t>()), numbers(each.at("weights")))) parts.push_back(part.cents());
        CHECK(parts == each.at("parts").get<std::vector<std::int64_t>>());
    }
}
