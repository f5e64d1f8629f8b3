// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every total opens to its postings, and every posting says how it came about.

#include <memory>
#include <string>
#include <vector>

#include "tco/engine/accounts.hpp"

namespace tco {

/// One input of a posting, as a person can check it.
struct ExplainedInput {
    FieldRef field;
    std::string label;  ///< "Price of Chromebook 14″"
    std::string value;  ///< "$399.00"
    std::string source; ///< "quote: CDW, 2026-03" or "" when no source is noted
};

/// Who pays for the cost of an item in a year, as a share of it.
struct PaidShare {
    FundId fund; ///< none: nobody
    Rate share;
};

struct PostingExplanation {
    std::string title;   ///< "Cash purchase: Chromebook 14″, Lincoln High (FY27)"
    std::string formula; ///< "1,240 units × $399.00 × 1.0609 (device prices, 2 years at 3%) = $524,887.34"
    std::vector<ExplainedInput> inputs;
    Charge account;                ///< where it is charged
    std::vector<PaidShare> paidBy; ///< in cash, where the plan has funds; with those of the same kind of cost of the item in the year
    Posting posting;
};

/// Explains postings of one view. What the rules look at is made ready once; postings of one item in a row cost one run of its
/// rules. The calculation must outlive it.
class Explainer {
  public:
    explicit Explainer(const Calculation& calculation, View view = View::Cash);
    ~Explainer();

    /// `index` must be below the size of the view’s ledger (asserted).
    PostingExplanation posting(std::size_t index);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A total opened by item: each line is one item and rule with its postings.
struct TotalLine {
    ItemRef item;
    RuleId rule{};
    std::string name; ///< "Chromebook 14″, Lincoln High (FY27)"
    Sum sum;
    std::vector<std::size_t> postings;
};

struct TotalExplanation {
    Sum total;
    std::vector<TotalLine> lines; ///< largest amount first; the sums add up to total exactly
};

/// "Account 2230 – 650, paid by Education fund (80%), without money (20%)"; blank for indirect cost.
std::string chargeWords(const Plan& plan, const PostingExplanation& explanation);

TotalExplanation explainTotal(const Calculation& calculation, const PostingFilter& filter, View view = View::Cash);

} // namespace tco
