// SPDX-License-Identifier: Apache-2.0
#include "tco/exchange/practice.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include <fmt/format.h>

#include "practice_data.hpp"
#include "tco/base/ascii.hpp"

namespace tco {
namespace {

/// Those of `others` whose numbers are not in `codes` come after them.
void addMissing(std::vector<AccountCode>& codes, const std::vector<AccountCode>& others) {
    const auto own = codes.size();
    for (const auto& code : others)
        if (std::none_of(codes.begin(), codes.begin() + std::ptrdiff_t(own), [&](const AccountCode& known) { return known.code == code.code; }))
            codes.push_back(code);
}

} // namespace

std::string_view key(LeaseNeed need) {
    constexpr std::array<std::string_view, 7> keys{"board_vote", "approval", "annual_termination", "findings", "meetings", "purchase_prices", "coding"};
    return keys.at(std::size_t(need));
}

std::string_view key(ThresholdKind kind) {
    constexpr std::array<std::string_view, 3> keys{"unit", "aggregate", "track"};
    return keys.at(std::size_t(kind));
}

std::span<const StatePractice> statePractices() {
    static const auto all = [] {
        std::vector<StatePractice> practices;
        for (const auto& file : practiceFiles()) {
            auto practice = readPractice(file.text, file.name);
            assert(practice); // a test reads each of them
            if (practice) practices.push_back(*std::move(practice));
        }
        return practices;
    }();
    return all;
}

Expected<StatePractice> practiceOf(std::string_view state) {
    const auto wanted = lowerCase(state);
    std::string known;
    for (const auto& practice : statePractices()) {
        if (lowerCase(practice.state) == wanted) return practice;
        known += (known.empty() ? "" : ", ") + practice.state;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("There is no practice of a state “{}”; there are {}. Take US, which holds everywhere, or a file of your own.", state, known));
}

Expected<std::string_view> practiceText(std::string_view state) {
    const auto practice = practiceOf(state);
    if (!practice) return failFrom(practice);
    return std::ranges::find(practiceFiles(), practice->state + ".json", &DataFile::name)->text; // a test holds the names to the states
}

const AccountCodes& accountCodes() {
    static const auto codes = readAccountCodes(accountCodesFile.text, accountCodesFile.name);
    assert(codes); // a test reads it
    return *codes;
}

CodeLists codesOf(const StatePractice& practice) {
    auto codes = practice.codes;
    const auto& nces = accountCodes().codes;
    addMissing(codes.functions, nces.functions);
    addMissing(codes.objects, nces.objects);
    addMissing(codes.funds, nces.funds);
    addMissing(codes.balanceSheet, nces.balanceSheet);
    return codes;
}

CodeLists chartOf(std::string_view state) {
    const auto practice = practiceOf(state);
    return practice ? codesOf(*practice) : accountCodes().codes;
}

std::vector<std::string> codesIn(const std::vector<AccountCode>& list) {
    std::vector<std::string> codes;
    for (const auto& entry : list) codes.push_back(entry.code);
    return codes;
}

} // namespace tco
