// SPDX-License-Identifier: Apache-2.0

// Codes: National Center for Education Statistics, Financial Accounting for Local and State School Systems, 2014 edition
// (resources/data/accounts/nces.json; a test holds the two together). Which cost belongs to which code is a reading of their
// titles, to be changed by accounts in the plan.

#include "tco/engine/accounts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tco {
namespace {

constexpr std::string_view instructionTechnology = "2230", administrativeTechnology = "2580", staffTraining = "2213", buildings = "2620", debtService = "5000";

/// By what a position does: for the classroom, or for the whole district.
std::string_view functionOf(LabourFunction labour) {
    switch (labour) {
    case LabourFunction::HelpDesk:
    case LabourFunction::Devices:
    case LabourFunction::Training: return instructionTechnology;
    default: return administrativeTechnology;
    }
}

std::string_view functionOf(const Posting& posting) {
    switch (posting.element) {
    case Element::Principal:
    case Element::Interest: return debtService;
    case Element::Training: return staffTraining;
    case Element::Energy: return buildings;
    case Element::Proceeds:
    case Element::Recover: return otherFinancingSource;
    default: break;
    }
    switch (posting.category) {
    case CostCategory::Devices:
    case CostCategory::Software: return instructionTechnology;
    case CostCategory::Staff: return functionOf(posting.function);
    default: return administrativeTechnology;
    }
}

std::string_view objectOf(const Posting& posting) {
    switch (posting.element) {
    case Element::Acquire:
    case Element::EquipmentDiscount: return "734"; // Technology-Related Hardware
    case Element::Principal: return "831";         // Redemption of Principal
    case Element::Interest: return "832";          // Interest on Long-Term Debt
    case Element::Lease: return "443";             // Rentals of Computers and Related Equipment
    case Element::Deploy:
    case Element::Outsource:
    case Element::Control: return "352";      // Other Technical Services
    case Element::Subscription: return "351"; // Data-Processing and Coding Services
    case Element::Connect:
    case Element::ServiceDiscount: return "530"; // Communications
    case Element::Support:
    case Element::Repair: return "432";  // Technology-Related Repairs and Maintenance
    case Element::Consult: return "340"; // Other Professional Services
    case Element::Licence:
    case Element::Loss:
    case Element::Supplies:
    case Element::SmallEquipment: return "650"; // Supplies–Technology Related
    case Element::Energy: return "622";         // Electricity
    case Element::Insurance: return "520";      // Insurance (Other Than Employee Benefits)
    case Element::Training: return "330";       // Employee Training and Development Services
    case Element::Labour: return ruleCode(posting.rule) == "benefits" ? "200" : "100";
    case Element::Return:
    case Element::Dispose: return "490";        // Other Purchased Property Services
    case Element::ContractAsset: return "750";  // Intangible Assets
    case Element::Depreciation: return "790";   // Depreciation and Amortization
    case Element::DisposalResult: return "940"; // Losses on the Sale of Capital Assets
    case Element::Proceeds:
    case Element::Recover: return otherFinancingSource;
    case Element::IncidentLoss:
    case Element::UserTraining:
    case Element::UserSupport:
    case Element::Downtime: break;
    }
    return {};
}

/// How special an account is; nothing where it does not fit.
int specialty(const Account& account, const Posting& posting) {
    if (!account.scope.covers(posting.category, posting.element) || !covers(account.element, posting.element)) return -1;
    return 4 * (account.element != anyElement) + 2 * (account.scope.category != CategoryScope::Any) + (account.scope.use != UseScope::Any);
}

bool isKnown(std::string_view code, std::span<const std::string> codes) {
    return code.empty() || code == otherFinancingSource || std::ranges::find(codes, code) != codes.end();
}

} // namespace

Charge accountOf(const Plan& plan, const Posting& posting) {
    if (!posting.direct) return {};
    const Account* found = nullptr;
    int most = -1;
    for (const auto& account : plan.accounts) {
        const int special = specialty(account, posting);
        if (special > most || (special >= 0 && special == most && account.id < found->id)) {
            most = special;
            found = &account;
        }
    }
    Charge charge;
    if (found) charge = {found->function, found->object};
    if (charge.function.empty()) charge.function = functionOf(posting);
    if (charge.object.empty()) charge.object = objectOf(posting);
    return charge;
}

ChargedAmounts chargedAmounts(const Plan& plan, const CostLedger& ledger) {
    ChargedAmounts amounts;
    for (std::size_t i = 0; i < ledger.size(); ++i)
        if (const auto posting = ledger.at(i); posting.direct) amounts[{posting.year, accountOf(plan, posting)}] += posting.amount;
    return amounts;
}

Findings accountFindings(const Plan& plan, std::span<const std::string> functions, std::span<const std::string> objects) {
    Findings findings;
    const auto look = [&](ItemRef item, std::string_view what, const std::string& code, std::span<const std::string> codes) {
        if (isKnown(code, codes)) return;
        const auto name = nameOf(plan, item);
        findings.push_back(
            {Severity::Warning, "unknown_account",
             fmt::format("{}: the chart of accounts has no {} {}; choose a code that it has, or add it to the state’s practice file.", name, what, code),
             fmt::format("{} “{}”", infoOf(item.kind).singular, name)});
    };
    for (const auto& account : plan.accounts) {
        look({Kind::Account, account.id.value}, "function", account.function, functions);
        look({Kind::Account, account.id.value}, "object", account.object, objects);
    }
    for (const auto& line : plan.budgetLines) {
        look({Kind::BudgetLine, line.id.value}, "function", line.function, functions);
        look({Kind::BudgetLine, line.id.value}, "object", line.object, objects);
    }
    return findings;
}

} // namespace tco
