// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a lease (GASB 87) or a subscription (GASB 96) of more than twelve months is in the financial statements: liability,
// asset, interest and amortization by fiscal year. Whether a contract is measured at all says lease_term.hpp.
//
// What is owed at a moment is the present value of the payments still to come, rounded to cents once: the liability and
// the accrued interest together, always. A payment pays accrued interest first, then liability; between payments interest
// accrues. A day’s end is the next day’s beginning, so a payment at the end of June 30 falls 12 months after July 1.
// Callers with figures of their own ask isMeasurable() first.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/finance/time_value.hpp"

namespace tco::finance {

/// One fixed payment, not negative. `months` after commencement is when it falls for the interest: k × months per period; in
/// arrears the end of its period. `due` says in which fiscal year it is paid.
struct ContractPayment {
    Date due;
    int months = 0;
    Money amount;
};

enum class ContractEventKind {
    Remeasurement,      ///< the term, a payment or the rate is judged anew; from the date it becomes known
    Modification,       ///< the contract is changed; from the date of the change
    PartialTermination, ///< a share of what is used goes back
};

std::string_view label(ContractEventKind kind); ///< "Partial termination" …
std::string_view key(ContractEventKind kind);   ///< "partial_termination" … for --json

/// From the beginning of this day on. What stays blank stays as it was.
struct ContractEvent {
    Date date; ///< after commencement
    ContractEventKind kind = ContractEventKind::Remeasurement;
    std::optional<std::vector<ContractPayment>> payments = {}; ///< all that fall due from `date` on
    std::optional<Rate> annualRate = {};
    std::optional<int> termMonths = {};         ///< from commencement
    std::optional<int> amortizationMonths = {}; ///< from commencement
    Decimal share = {}; ///< of a partial termination: what ends, 0 to 1; only `payments` counts beside it: those that are left, to the cent
};

struct ContractTerms {
    Date commencement;                          ///< a subscription: the day it is placed in service
    int termMonths = 12;                        ///< of the accounting term
    Rate annualRate = {};                       ///< nominal per year
    int periodsPerYear = 1;                     ///< compounding: 1, 2, 3, 4, 6 or 12
    std::vector<ContractPayment> payments = {}; ///< in order; with `months` 0 = at commencement
    Money prepaid = {};                         ///< paid before commencement
    Money directCosts = {};                     ///< to place it in service (ancillary charges, initial implementation)
    Money incentives = {};                      ///< received from the lessor or vendor
    std::optional<int> amortizationMonths = {}; ///< other than the term: the shorter useful life, or the useful life where a purchase is certain
    std::vector<ContractEvent> events = {};     ///< in order of their dates

    /// After all events.
    int lastTermMonths() const;
    std::optional<int> lastAmortizationMonths() const;
};

struct ContractRow {
    int number = 0;
    Date due;
    Money payment, interest, principal;
    Money liability, accrued; ///< after the payment
};

/// What an event does. gain = asset − liability.
struct ContractChange {
    Date date;
    ContractEventKind kind = ContractEventKind::Remeasurement;
    Money liability;   ///< added to it; negative: taken off
    Money asset;       ///< added to its book value
    Money accumulated; ///< added to the accumulated amortization: what goes with the asset in a partial termination, negative
    Money gain;        ///< negative: a loss
};

struct ContractYear {
    FiscalYear year;
    Money principal; ///< of the payments of the year, the one at commencement included
    Money interestPaid;
    Money interestExpense; ///< interest paid + change of accrued interest
    Money liabilityEnd, accruedInterestEnd;
    Money amortization, assetEnd;             ///< book value
    Money accumulatedEnd;                     ///< accumulated amortization, until the asset is removed at the end
    Money liabilityChange, assetChange, gain; ///< by the events of the year
};

struct ContractSchedule {
    Money presentValue; ///< of all payments, the one at commencement included
    Money liability;    ///< opening, after what is paid at commencement
    Money asset;        ///< liability + payments at or before commencement + direct costs − incentives
    std::vector<ContractRow> rows;
    std::vector<ContractChange> changes; ///< one for each event
    std::vector<ContractYear> years;     ///< from the year of commencement to the last with anything in it (also beyond any plan)

    Money paidAtCommencement() const { return presentValue - liability; }
};

/// Payments of these amounts at the start or the end of each period.
std::vector<ContractPayment> paymentsOf(Date commencement, std::span<const Money> amounts, int periodsPerYear, Due due);

/// Whether the amounts stay within what Money holds; a rate near −100% lets them grow beyond all bounds.
bool isMeasurable(const ContractTerms& terms);

ContractSchedule measure(const ContractTerms& terms, const FiscalCalendar& calendar);

/// The terms as they were known at the end of this day: without later events.
ContractTerms asKnown(ContractTerms terms, Date day);

} // namespace tco::finance
