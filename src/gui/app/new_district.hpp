// SPDX-License-Identifier: Apache-2.0
#pragma once

// A first plan from ten numbers, any of which may be missing.

#include <optional>

#include <QString>

#include "tco/document/document.hpp"

namespace tco {

struct NewDistrict {
    QString name;
    int fiscalYearStartMonth = 7;
    int firstYear = 0;
    int horizon = 5;
    std::optional<std::int64_t> students;
    QString model;
    std::optional<Money> price;
    std::optional<std::int64_t> quantity;
    std::optional<std::int64_t> usefulLife;
    std::optional<Decimal> fte;
    std::optional<Money> salary;
    std::optional<Rate> benefits;
    std::optional<Decimal> paymentPerDevice;
    std::int64_t paymentsPerYear = 1;
    std::optional<std::int64_t> payments;
    std::optional<Rate> discountRate;
};

/// The plan in one edit: with a lease quote there are the scenarios “Buy” and “Lease”, else only “Buy”.
[[nodiscard]] Expected<Document> createDistrict(const NewDistrict& input);

} // namespace tco
