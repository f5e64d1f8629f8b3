// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the payments of a contract are, for the rules that post them.

#include "fleet_costs.hpp"
#include "tco/finance/time_value.hpp"
#include "tco/model/lease_terms.hpp"

namespace tco {

inline finance::Due dueOf(PaymentTiming timing) { return timing == PaymentTiming::Advance ? finance::Due::InAdvance : finance::Due::InArrears; }

/// One payment for all units of a generation, in dollars; `number` counts from 0. The terms are fixed when the contract
/// begins: prices are those of its first year.
template <Number N> N paymentOf(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, int number);
/// How it comes about.
Formula paymentWords(const Plan& plan, const CohortLife& life, const Generation& generation, int number);

/// When payment `number` (from 0) is due. In arrears that is the last day of its period, so that it stays in that fiscal year.
Date dueDate(const Lease& lease, Date start, int number);

/// Equipment, service and licences in a payment; empty when it is all for the equipment.
template <Number N> std::vector<Part<N>> partsOf(const CohortLife& life, const Lease& lease, Element equipment);

} // namespace tco
