// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <set>

#include "tco/model/plan.hpp"

using namespace tco;

TEST_CASE("Every field of every kind says what a form and a file need to know") {
    for (const Kind kind : allKinds) {
        std::set<std::string_view> keys;
        for (const auto& field : fieldsOf(kind)) {
            INFO(infoOf(kind).key << "." << field.key);
            CHECK(keys.insert(field.key).second);
            CHECK(field.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
            CHECK_FALSE(field.label.empty());
            CHECK(field.help.ends_with('.'));
            CHECK((field.type == FieldType::Choice) == !field.choices.empty());
            const bool isNumber =
                field.type != FieldType::Text && field.type != FieldType::Choice && field.type != FieldType::Day && field.type != FieldType::Reference;
            CHECK(isNumber == field.limits.has_value());
        }
        CHECK(kindFromKey(infoOf(kind).key) == kind);
    }
}

TEST_CASE("Input is read as people type it, and refused with the field's name") {
    Plan plan;
    plan.sites.push_back({.id = SiteId{3}, .name = "Lincoln High"});
    const auto read = [&](Kind kind, std::string_view key, std::string_view text) { return valueFromInput(plan, *findField(kind, key), text); };

    CHECK(read(Kind::AssetModel, "unit_price", "$399") == Value(Money::fromDollars(399)));
    CHECK(read(Kind::AssetModel, "warranty_share", "12%") == Value(Rate::percent(12)));
    CHECK(read(Kind::AssetModel, "repair_rate", "12%") == Value(Series<Rate>(Rate::percent(12))));
    CHECK(read(Kind::AssetModel, "repair_rate", " 8%; 12% ;15%") == Value(Series<Rate>({Rate::percent(8), Rate::percent(12), Rate::percent(15)})));
    CHECK(read(Kind::Lease, "missing_charge", "$1,300; 225") == Value(Series<Money>({Money::fromDollars(1300), Money::fromDollars(225)})));
    CHECK(read(Kind::Lease, "payment_list", "$51.09318; 60") == Value(Series<Decimal>({Decimal::of("51.09318"), Decimal(60)})));
    CHECK(read(Kind::AssetModel, "asset_type", "ups") == Value(std::string("ups")));
    CHECK(read(Kind::AssetModel, "asset_type", "access Point") == Value(std::string("access_point")));
    CHECK(read(Kind::Cohort, "site", "lincoln high") == Value(Link{3}));
    CHECK(read(Kind::Cohort, "site", "") == Value());
    CHECK(read(Kind::Cohort, "quantity", "1,240") == Value(std::int64_t{1240}));
    CHECK(read(Kind::Lease, "payment_per_device", "$51.09318") == Value(Decimal::of("51.09318")));

    const auto message = [&](Kind kind, std::string_view key, std::string_view text) { return read(kind, key, text).error().message; };
    CHECK(message(Kind::Cohort, "quantity", "-5") == "Quantity: a negative value is not possible here.");
    CHECK(message(Kind::Cohort, "site", "Nowhere") == "Site: there is no site named “Nowhere”.");
    CHECK(message(Kind::AssetModel, "name", " ") == "Model: this cannot be left blank.");
    CHECK(message(Kind::AssetModel, "useful_life", "0") == "Life: 0 is outside 1 to 30.");
    CHECK(message(Kind::Assumptions, "discount_rate", "99%") == "Discount rate: 99% is outside −50% to 50%.");
    CHECK(message(Kind::AssetModel, "acquisition", "steal") == "How we pay: “steal” is not one of: As its category, Buy, Lease or finance.");
    CHECK(message(Kind::AssetModel, "repair_rate", "8%;;15%") == "Repairs: a value is missing between the semicolons.");
    CHECK(message(Kind::AssetModel, "repair_rate", "8%; 900%") == "Repairs: 900% is outside 0% to 500%.");
    CHECK(message(Kind::AssetModel, "repair_rate", "8%; -1%") == "Repairs: a negative value is not possible here.");
    CHECK(message(Kind::Cohort, "in_service", "2026-02-30") == "In service since: The date “2026-02-30” does not exist.");
}

TEST_CASE("Canonical text and values are inverse") {
    const Plan plan;
    const auto roundTrip = [](Kind kind, std::string_view key, const Value& value) {
        const auto& field = *findField(kind, key);
        return valueFromCanonical(field, canonicalText(field, value)) == value;
    };
    CHECK(roundTrip(Kind::AssetModel, "unit_price", Money::fromCents(39999)));
    CHECK(roundTrip(Kind::AssetModel, "spares", Rate(Decimal::of("0.125"))));
    CHECK(roundTrip(Kind::AssetModel, "repair_rate", Series<Rate>({Rate(Decimal::of("0.125")), Rate()})));
    CHECK(roundTrip(Kind::Lease, "missing_charge", Series<Money>({Money::fromCents(1), Money::fromCents(30000)})));
    CHECK(roundTrip(Kind::Lease, "rate_factor", Decimal::of("0.26075")));
    CHECK(roundTrip(Kind::Cohort, "in_service", Date::of(2026, 7, 1)));
    CHECK(roundTrip(Kind::Cohort, "model", Link{7}));
    CHECK(roundTrip(Kind::Cohort, "model", Value()));
    for (const char* bad : {"1,000.00", "1.005", "abc", "1e5", "99999999999999999999"})
        CHECK_FALSE(valueFromCanonical(*findField(Kind::AssetModel, "unit_price"), bad).has_value());
    CHECK_FALSE(valueFromCanonical(*findField(Kind::Cohort, "model"), "0").has_value());
    CHECK_FALSE(valueFromCanonical(*findField(Kind::AssetModel, "asset_type"), "Server").has_value());
}
