// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/posting.hpp"

namespace tco {
namespace {

struct Words {
    std::string_view key, label;
};

constexpr Words categoryWords[costCategoryCount] = {{"network", "Network"},   {"devices", "Devices"},     {"servers_and_cloud", "Servers and cloud"},
                                                    {"software", "Software"}, {"services", "Services"},   {"staff", "Staff"},
                                                    {"security", "Security"}, {"user_time", "User time"}, {"financing", "Financing"}};

constexpr Words elementWords[elementCount] = {{"acquire", "Purchase"},    {"lease", "Lease payments"}, {"deploy", "Deployment"},
                                              {"licence", "Licenses"},    {"support", "Support"},      {"repair", "Repairs"},
                                              {"loss", "Loss and theft"}, {"labour", "Labor"},         {"return", "Return of leased units"},
                                              {"dispose", "Disposal"},    {"recover", "Resale"}};

} // namespace

std::string_view label(CostCategory category) { return categoryWords[std::size_t(category)].label; }
std::string_view key(CostCategory category) { return categoryWords[std::size_t(category)].key; }
std::string_view label(Element element) { return elementWords[std::size_t(element)].label; }
std::string_view key(Element element) { return elementWords[std::size_t(element)].key; }

void CostLedger::append(const Posting& posting) {
    m_date.push_back(posting.date);
    m_year.push_back(static_cast<std::int16_t>(posting.year.value));
    m_amount.push_back(posting.amount.cents());
    m_presentValue.push_back(posting.presentValue.cents());
    m_item.push_back(posting.item);
    m_rule.push_back(posting.rule);
    m_category.push_back(posting.category);
    m_element.push_back(posting.element);
    m_direct.push_back(posting.direct);
    m_recurring.push_back(posting.recurring);
    m_site.push_back(posting.site);
}

void CostLedger::reserve(std::size_t postings) {
    const auto grow = [&](auto&... columns) { (columns.reserve(postings), ...); };
    grow(m_date, m_year, m_amount, m_presentValue, m_item, m_rule, m_category, m_element, m_direct, m_recurring, m_site);
}

Posting CostLedger::at(std::size_t i) const {
    return {m_date[i],
            FiscalYear{m_year[i]},
            Money::fromCents(m_amount[i]),
            Money::fromCents(m_presentValue[i]),
            m_item[i],
            m_rule[i],
            m_category[i],
            m_element[i],
            m_direct[i] != 0,
            m_recurring[i] != 0,
            m_site[i]};
}

bool CostLedger::matches(std::size_t i, const PostingFilter& f) const {
    return (!f.year || m_year[i] == f.year->value) && (!f.category || m_category[i] == *f.category) && (!f.element || m_element[i] == *f.element) &&
           (!f.item || m_item[i] == *f.item) && (!f.site || m_site[i] == *f.site) && (!f.direct || (m_direct[i] != 0) == *f.direct);
}

Sum CostLedger::sum(const PostingFilter& filter) const {
    Sum sum;
    for (std::size_t i = 0; i < size(); ++i)
        if (matches(i, filter)) {
            sum.nominal += Money::fromCents(m_amount[i]);
            sum.presentValue += Money::fromCents(m_presentValue[i]);
            ++sum.postings;
        }
    return sum;
}

std::vector<std::size_t> CostLedger::find(const PostingFilter& filter) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < size(); ++i)
        if (matches(i, filter)) found.push_back(i);
    return found;
}

} // namespace tco
