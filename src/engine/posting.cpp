// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/posting.hpp"

namespace tco {
namespace {

constexpr Choice functionWords[labourFunctionCount] = {{"unassigned", "Not assigned"}, {"help_desk", "Help desk"}, {"devices", "Devices"},
                                                       {"network", "Network"},         {"servers", "Servers"},     {"data", "Data"},
                                                       {"security", "Security"},       {"training", "Training"},   {"management", "Management"}};

} // namespace

std::string_view label(LabourFunction function) { return functionWords[std::size_t(function)].label; }
std::string_view key(LabourFunction function) { return functionWords[std::size_t(function)].key; }

void CostLedger::append(const Posting& posting) {
    m_date.push_back(posting.date);
    m_year.push_back(static_cast<std::int16_t>(posting.year.value));
    m_amount.push_back(posting.amount.cents());
    m_presentValue.push_back(posting.presentValue.cents());
    m_item.push_back(posting.item);
    m_rule.push_back(posting.rule);
    m_category.push_back(posting.category);
    m_element.push_back(posting.element);
    m_function.push_back(posting.function);
    m_direct.push_back(posting.direct);
    m_recurring.push_back(posting.recurring);
    m_site.push_back(posting.site);
}

void CostLedger::append(const CostLedger& other, std::size_t first, std::size_t last) {
    const auto copy = [&](auto& to, const auto& from) { to.insert(to.end(), from.begin() + std::ptrdiff_t(first), from.begin() + std::ptrdiff_t(last)); };
    copy(m_date, other.m_date);
    copy(m_year, other.m_year);
    copy(m_amount, other.m_amount);
    copy(m_presentValue, other.m_presentValue);
    copy(m_item, other.m_item);
    copy(m_rule, other.m_rule);
    copy(m_category, other.m_category);
    copy(m_element, other.m_element);
    copy(m_function, other.m_function);
    copy(m_direct, other.m_direct);
    copy(m_recurring, other.m_recurring);
    copy(m_site, other.m_site);
}

void CostLedger::reserve(std::size_t postings) {
    const auto grow = [&](auto&... columns) { (columns.reserve(postings), ...); };
    grow(m_date, m_year, m_amount, m_presentValue, m_item, m_rule, m_category, m_element, m_function, m_direct, m_recurring, m_site);
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
            m_function[i],
            m_direct[i] != 0,
            m_recurring[i] != 0,
            m_site[i]};
}

bool CostLedger::matches(std::size_t i, const PostingFilter& f) const {
    return (!f.year || m_year[i] == f.year->value) && (!f.category || m_category[i] == *f.category) && (!f.element || m_element[i] == *f.element) &&
           (!f.item || m_item[i] == *f.item) && (!f.site || m_site[i] == *f.site) && (!f.direct || (m_direct[i] != 0) == *f.direct) &&
           (!f.function || m_function[i] == *f.function) && (!f.capital || isCapital(m_element[i]) == *f.capital);
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
