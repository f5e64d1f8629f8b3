// SPDX-License-Identifier: Apache-2.0
#pragma once

// Account codes and what the states do differently, as data (docs/state-practice.md): fiscal years, codes, fund numbers,
// limits on leases, thresholds. The files of resources/data are part of the program; a district may read one of its own.
// Every fact says where it comes from; what nobody has confirmed says so and is to be shown as an assumption.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/model/cost.hpp"
#include "tco/money/money.hpp"

namespace tco {

/// Where a fact comes from.
struct Evidence {
    std::string source; ///< an address, or words when there is none
    int year = 0;       ///< of the source; where it gives none, the year in which it was read
    bool unconfirmed = false;
    std::string note; ///< may be empty
};

struct AccountCode {
    std::string code;
    std::string title;            ///< empty when it is not known
    std::string use;              ///< what it is used for in technology; may be empty
    std::vector<Element> charges; ///< the costs that are charged to it, where that is clear
    Evidence evidence;
};

struct CodeLists {
    std::vector<AccountCode> functions, objects, funds, balanceSheet;
};

/// The chart of the National Center for Education Statistics.
struct AccountCodes {
    std::string name;
    int edition = 0; ///< year
    CodeLists codes;
};

struct FiscalYearStart {
    std::vector<int> firstMonths; ///< 1–12; more than one where the district chooses
    Evidence evidence;
};

/// How an account is written, where a state or a district has a way of its own.
struct AccountStyle {
    std::string example;
    Evidence evidence;
};

enum class LeaseNeed {
    BoardVote,
    Approval,          ///< by someone other than the board
    AnnualTermination, ///< the district may leave each year
    WrittenFindings,   ///< made before it is signed
    Meetings,
    PurchasePrices, ///< the contract states the price for each year
    Coding,         ///< the accounts that it must be charged to
};

struct LeaseCondition {
    LeaseNeed need = LeaseNeed::BoardVote;
    std::string text;              ///< a sentence
    std::optional<int> fromMonths; ///< only for terms at least as long
};

struct LeaseLimit {
    std::string appliesTo;
    std::optional<int> longestMonths;
    std::vector<LeaseCondition> conditions;
    Evidence evidence;
};

enum class ThresholdKind {
    Unit,      ///< capitalize what costs as much or more by itself
    Aggregate, ///< capitalize what was bought together for as much or more
    Track,     ///< keep in the inventory, do not capitalize
};

struct CapitalizationThreshold {
    ThresholdKind kind = ThresholdKind::Unit;
    std::string appliesTo;
    Money amount;
    Evidence evidence;
};

struct PracticeNote {
    std::string text;
    Evidence evidence;
};

struct StatePractice {
    std::string state; ///< "IL"; "US" for what holds where a state has nothing of its own
    std::string name;
    std::optional<FiscalYearStart> fiscalYear;
    std::optional<AccountStyle> accountStyle;
    CodeLists codes;
    std::vector<LeaseLimit> leases;
    std::vector<CapitalizationThreshold> thresholds;
    std::vector<PracticeNote> notes;
};

std::string_view key(LeaseNeed need);     ///< "board_vote"
std::string_view key(ThresholdKind kind); ///< "unit"

/// The practices that ship with the program, by the letters of their state.
std::span<const StatePractice> statePractices();
/// The practice of a state by its letters, whatever their case. Error NotFound names the states that are there.
[[nodiscard]] Expected<StatePractice> practiceOf(std::string_view state);
/// The file of a shipped practice, to begin one’s own with. Errors as practiceOf().
[[nodiscard]] Expected<std::string_view> practiceText(std::string_view state);
/// Reads a file of the same form. Error InvalidInput names `source`, the place and what is expected there; NewerVersion.
[[nodiscard]] Expected<StatePractice> readPractice(std::string_view text, std::string_view source);

const AccountCodes& accountCodes();
/// The same for a file of the form of resources/data/accounts/nces.json.
[[nodiscard]] Expected<AccountCodes> readAccountCodes(std::string_view text, std::string_view source);
/// The codes of a practice, then those of accountCodes() whose numbers it does not use.
CodeLists codesOf(const StatePractice& practice);
/// The same for a state by its letters; accountCodes() where there is no practice of it.
CodeLists chartOf(std::string_view state);
/// The codes alone, as checks need them.
std::vector<std::string> codesIn(const std::vector<AccountCode>& list);

} // namespace tco
