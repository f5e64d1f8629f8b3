// SPDX-License-Identifier: Apache-2.0
#include "gui/app/new_district.hpp"

#include "gui/app/session.hpp"
#include "gui/app/text.hpp"

namespace tco {
namespace {

using FieldValues = std::vector<std::pair<std::string_view, Value>>;

QString words(const char* english) { return QCoreApplication::translate("NewDistrict", english); }
Value textValue(const QString& text) { return Value(text.toStdString()); }

template <class T> void put(FieldValues& fields, std::string_view key, const std::optional<T>& value) {
    if (value) fields.emplace_back(key, Value(*value));
}

Expected<void> setAll(Editor& editor, ItemRef item, const FieldValues& fields) {
    for (const auto& [key, value] : fields)
        if (auto set = editor.set(item, key, value); !set) return set;
    return {};
}

Expected<void> addDistrict(Editor& editor, const NewDistrict& input) {
    // A plan without a name does not calculate.
    const auto name = input.name.isEmpty() ? words("Our district") : input.name;
    FieldValues district{{"name", textValue(name)},
                         {"fiscal_year_start_month", Value(std::int64_t(input.fiscalYearStartMonth))},
                         {"first_year", Value(std::int64_t(input.firstYear))},
                         {"horizon", Value(std::int64_t(input.horizon))}};
    if (auto set = setAll(editor, {Kind::District, singleId}, district); !set) return set;
    if (input.discountRate)
        if (auto set = editor.set({Kind::Assumptions, singleId}, "discount_rate", Value(*input.discountRate)); !set) return set;
    if (!input.students) return {};
    const auto added = editor.add(Kind::HeadCount, {{"fiscal_year", Value(std::int64_t(input.firstYear))}, {"students", Value(*input.students)}});
    return added ? Expected<void>() : failFrom(added);
}

/// The model, where anything is known about the devices; id 0 = nothing is.
Expected<ItemRef> addDevices(Editor& editor, const NewDistrict& input) {
    if (!input.price && !input.quantity && input.model.isEmpty()) return ItemRef{Kind::AssetModel, 0};
    FieldValues fields{{"name", textValue(input.model.isEmpty() ? words("Student device") : input.model)}};
    put(fields, "unit_price", input.price);
    put(fields, "useful_life", input.usefulLife);
    const auto model = editor.add(Kind::AssetModel, fields);
    if (!model || !input.quantity) return model;
    const auto cohort =
        editor.add(Kind::Cohort, {{"model", Value(Link{model->id})}, {"in_service", Value(editor.plan().firstDay())}, {"quantity", Value(*input.quantity)}});
    return cohort ? model : cohort;
}

Expected<void> addStaff(Editor& editor, const NewDistrict& input) {
    if (!input.fte && !input.salary) return {};
    FieldValues fields{{"title", textValue(words("Technology staff"))}};
    put(fields, "fte", input.fte);
    put(fields, "salary", input.salary);
    put(fields, "benefits", input.benefits);
    const auto added = editor.add(Kind::Position, fields);
    return added ? Expected<void>() : failFrom(added);
}

Expected<void> addScenarios(Editor& editor, const NewDistrict& input, ItemRef model) {
    const auto buy = editor.add(Kind::Scenario, {{"name", textValue(words("Buy"))}, {"description", textValue(words("All devices are bought with cash."))}});
    if (!buy) return failFrom(buy);
    if (!input.paymentPerDevice || model.id == 0) return {};
    FieldValues terms{{"name", textValue(words("Lease quote"))},
                      {"pricing", Value(std::string("payment_per_device"))},
                      {"payment_per_device", Value(*input.paymentPerDevice)},
                      {"payments_per_year", Value(input.paymentsPerYear)}};
    put(terms, "payments", input.payments);
    const auto lease = editor.add(Kind::Lease, terms);
    if (!lease) return failFrom(lease);
    const auto scenario = editor.add(
        Kind::Scenario, {{"name", textValue(words("Lease"))}, {"description", textValue(words("The devices are leased on the terms of the quote."))}});
    if (!scenario) return failFrom(scenario);
    const ScenarioId id{scenario->id};
    if (auto set = editor.setOverride(id, {model, "acquisition"}, Value(std::string("lease"))); !set) return set;
    return editor.setOverride(id, {model, "lease"}, Value(Link{lease->id}));
}

} // namespace

Expected<Document> createDistrict(const NewDistrict& input) {
    auto document = Document::create(editingOptions());
    const auto created = document.edit(words("Create district").toStdString(), [&](Editor& editor) -> Expected<void> {
        if (auto added = addDistrict(editor, input); !added) return added;
        const auto model = addDevices(editor, input);
        if (!model) return failFrom(model);
        if (auto added = addStaff(editor, input); !added) return added;
        return addScenarios(editor, input, *model);
    });
    if (!created) return failFrom(created);
    return document;
}

} // namespace tco
