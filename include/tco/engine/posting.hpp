// SPDX-License-Identifier: Apache-2.0
#pragma once

// A posting: one dated cost in whole cents, with everything a view can group by. The ledger keeps
// postings in columns. Every table, chart and total is a fold over postings; no total is stored.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// In the fixed order and with the fixed colours of every chart and table.
enum class CostCategory : std::uint8_t { Network, Devices, ServersAndCloud, Software, Services, Staff, Security, UserTime, Financing };
inline constexpr std::size_t costCategoryCount = 9;
std::string_view label(CostCategory category); ///< "Network", "Servers and cloud" …
std::string_view key(CostCategory category);   ///< "network", "servers_and_cloud" … for --json

/// What the money does.
enum class Element : std::uint8_t { Acquire, Lease, Deploy, Licence, Support, Repair, Loss, Labour, Return, Dispose, Recover };
inline constexpr std::size_t elementCount = 11;
std::string_view label(Element element); ///< "Purchase", "Lease payments", "Deployment" …
std::string_view key(Element element);   ///< "acquire", "lease" …

/// Index into the registry of rules (engine/rule.hpp); names are in ruleTitle().
enum class RuleId : std::uint8_t {};
std::string_view ruleCode(RuleId rule);  ///< "purchase", "lease_payment" …, stable
std::string_view ruleTitle(RuleId rule); ///< "Cash purchase"

struct Posting {
    Date date;
    FiscalYear year;
    Money amount;       ///< cost positive, credit negative; nominal
    Money presentValue; ///< at the first day of the plan, rounded to cents
    ItemRef item;       ///< cohort, position …
    RuleId rule{};
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    bool direct = true;     ///< false: indirect (time of people outside technology)
    bool recurring = false; ///< false: one-off
    SiteId site;
};

/// Nothing set = everything.
struct PostingFilter {
    std::optional<FiscalYear> year;
    std::optional<CostCategory> category;
    std::optional<Element> element;
    std::optional<ItemRef> item;
    std::optional<SiteId> site;
    std::optional<bool> direct;
};

struct Sum {
    Money nominal, presentValue;
    std::size_t postings = 0;
};

class CostLedger {
  public:
    void append(const Posting& posting);
    void reserve(std::size_t postings);
    std::size_t size() const { return m_amount.size(); }
    Posting at(std::size_t index) const;

    Sum sum(const PostingFilter& filter = {}) const;
    /// Indexes of the postings that match, in posting order.
    std::vector<std::size_t> find(const PostingFilter& filter) const;

    std::span<const std::int64_t> amountCents() const { return m_amount; }

  private:
    bool matches(std::size_t index, const PostingFilter& filter) const;

    std::vector<Date> m_date;
    std::vector<std::int16_t> m_year;
    std::vector<std::int64_t> m_amount, m_presentValue;
    std::vector<ItemRef> m_item;
    std::vector<RuleId> m_rule;
    std::vector<CostCategory> m_category;
    std::vector<Element> m_element;
    std::vector<std::uint8_t> m_direct, m_recurring;
    std::vector<SiteId> m_site;
};

} // namespace tco
