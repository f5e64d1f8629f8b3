// SPDX-License-Identifier: Apache-2.0

// Spreadsheet functions with known results (cases/functions.json, each with its source) rebuilt from src/finance:
// payments are negative there, money received is positive.

#include <catch2/catch_all.hpp>

#include <nlohmann/json.hpp>

#include "tco/base/file.hpp"
#include "tco/finance/time_value.hpp"

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

class Arguments {
  public:
    explicit Arguments(const json& args) : m_args(args) {}
    Decimal at(std::size_t i) const { return i < m_args.size() ? number(m_args[i]) : Decimal(0); }
    int countAt(std::size_t i) const { return m_args[i].get<int>(); }
    Due dueAt(std::size_t i) const { return at(i).isZero() ? Due::InArrears : Due::InAdvance; }
    const json& listAt(std::size_t i) const { return m_args[i]; }

  private:
    const json& m_args;
};

Decimal presentValueOf(const json& flows, const Decimal& rate, int firstTime) {
    Decimal sum;
    for (std::size_t i = 0; i < flows.size(); ++i) sum += number(flows[i]) * discountFactor(rate, int(i) + firstTime);
    return sum;
}

Decimal evaluate(const std::string& function, const Arguments& a) {
    const auto rate = a.at(0);
    if (function == "PV") return -(a.at(2) * annuityFactor(rate, a.countAt(1), a.dueAt(4)) + a.at(3) * discountFactor(rate, a.countAt(1)));
    if (function == "PMT") return -levelPayment(a.at(2), -a.at(3), rate, a.countAt(1), a.dueAt(4));
    if (function == "FV") {
        const auto present = a.at(3) + a.at(2) * annuityFactor(rate, a.countAt(1), a.dueAt(4));
        return -(present * growth(rate, a.countAt(1)));
    }
    if (function == "NPV_T0") return presentValueOf(a.listAt(1), rate, 0);
    if (function == "NPV_EXCEL") return presentValueOf(a.listAt(1), rate, 1);
    if (function == "GRADIENT_PV") {
        Decimal sum;
        for (int year = 2; year <= a.countAt(1); ++year) sum += a.at(2) * Decimal(year - 1) * discountFactor(rate, year);
        return sum;
    }
    FAIL("no such function: " << function);
    return {};
}

} // namespace

TEST_CASE("spreadsheet functions have their published results") {
    const auto cases = json::parse(readFile(TCO_SOURCE_DIR "/tests/golden/cases/functions.json").value());
    REQUIRE(cases.size() > 30);
    for (const auto& each : cases) {
        CAPTURE(each.at("id").get<std::string>());
        const auto computed = evaluate(each.at("function").get<std::string>(), Arguments(each.at("args")));
        const auto difference = computed - number(each.at("expected")), tolerance = number(each.at("tolerance"));
        CAPTURE(computed.text(), each.at("expected").get<std::string>());
        CHECK(difference <= tolerance);
        CHECK(-difference <= tolerance);
    }
}
