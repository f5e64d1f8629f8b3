// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <set>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "support/random_plan.hpp"
#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"

using namespace tco;
using nlohmann::json;

namespace {

/// A plan that says something in every part.
constexpr std::string_view sample = R"json({
  "format": "district-tco-plan",
  "version": 1,
  "district": {
    "name": "Lakeview USD",
    "fiscal_year_start_month": 7,
    "first_year": 2027,
    "horizon": 5,
    "sources": {
      "name": {
        "source": "State directory, 2026",
        "confidence": "record"
      }
    }
  },
  "assumptions": {
    "discount_rate": "0.035",
    "inflation_devices": "0.03",
    "inflation_wages": "0.035",
    "inflation_benefits": "0.05"
  },
  "head_counts": [
    {
      "id": 1,
      "fiscal_year": 2027,
      "students": 5200,
      "staff": 610
    }
  ],
  "sites": [
    {
      "id": 2,
      "name": "Lincoln “North” High",
      "site_kind": "high"
    }
  ],
  "leases": [
    {
      "id": 7,
      "name": "4-year lease",
      "pricing": "payment_per_device",
      "payment_per_device": "51.09318",
      "payments": 4,
      "payments_per_year": 1,
      "return_cost": "8.00"
    }
  ],
  "asset_models": [
    {
      "id": 3,
      "name": "Chromebook 14″",
      "asset_type": "staff_device",
      "unit_price": "399.00",
      "useful_life": 5,
      "support_end": "2033-06-30",
      "deployment": "12.50",
      "licence_once": "38.00",
      "repair_rate": "0.12",
      "repair_price": "75.00",
      "loss_rate": "0.015",
      "resale": "0.05",
      "acquisition": "purchase",
      "sources": {
        "unit_price": {
          "source": "CDW quote, 2026-03",
          "note": "valid until June",
          "confidence": "quote",
          "author": "Ann Lee",
          "noted": "2026-03-02"
        }
      }
    }
  ],
  "cohorts": [
    {
      "id": 4,
      "model": 3,
      "site": 2,
      "in_service": "2026-08-01",
      "quantity": 1240,
      "refresh_years": 1
    }
  ],
  "positions": [
    {
      "id": 5,
      "title": "Technician",
      "fte": "1.5",
      "salary": "52000.00",
      "benefits": "0.46"
    }
  ],
  "scenarios": [
    {
      "id": 6,
      "name": "Lease",
      "overrides": [
        {
          "kind": "asset_model",
          "id": 3,
          "field": "support_end",
          "value": null
        },
        {
          "kind": "asset_model",
          "id": 3,
          "field": "acquisition",
          "value": "lease"
        },
        {
          "kind": "asset_model",
          "id": 3,
          "field": "lease",
          "value": 7
        }
      ]
    }
  ]
}
)json";

/// The sample with the JSON Pointer `where` set to `value`.
std::string changed(const std::string& where, const json& value) {
    auto root = json::parse(sample);
    root[json::json_pointer(where)] = value;
    return root.dump();
}

std::string refusal(std::string_view text) {
    const auto plan = planFromJson(text, "plan.json");
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().message.ends_with('.'));
    return plan.error().message;
}

/// What a JSON Schema of ours says about names: every key is declared, every required key is there.
void checkNames(const json& value, const json& schema, const json& root, const std::string& place) {
    if (schema.contains("$ref")) return checkNames(value, root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), root, place);
    if (value.is_array() && schema.contains("items"))
        for (const auto& entry : value) checkNames(entry, schema["items"], root, place + "/*");
    if (!value.is_object()) return;
    INFO(place);
    for (const auto& name : schema.value("required", json::array())) CHECK(value.contains(name.get<std::string>()));
    for (const auto& [name, entry] : value.items()) {
        INFO(name);
        REQUIRE(schema["properties"].contains(name));
        checkNames(entry, schema["properties"][name], root, place + "/" + name);
    }
}

} // namespace

TEST_CASE("An export reads as it was written") {
    const auto plan = planFromJson(sample, "plan.json");
    REQUIRE(plan);
    // Overrides come out sorted by field, whatever order they were written in.
    auto expected = nlohmann::ordered_json::parse(sample);
    auto& overrides = expected["scenarios"][0]["overrides"];
    overrides = {overrides[1], overrides[2], overrides[0]};
    CHECK(planToJson(*plan) == expected.dump(2) + "\n");

    CHECK(plan->leases[0].paymentPerDevice == Decimal::of("51.09318"));
    CHECK(plan->assetModels[0].unitPrice == Money::fromDollars(399));
    const auto& noted = plan->provenance.at({{Kind::AssetModel, 3}, "unit_price"});
    CHECK(noted.confidence == Confidence::Quote);
    CHECK(authorWords(noted) == "noted by Ann Lee on Mar 2, 2026");
    const auto lease = applyScenario(*plan, ScenarioId{6});
    CHECK(lease.assetModels[0].acquisition == ModelAcquisition::Lease);
    CHECK_FALSE(lease.assetModels[0].supportEnd.has_value());
}

TEST_CASE("Export and import are inverse to each other") {
    CHECK(rc::check([](std::uint32_t seed) {
        const auto plan = test::randomPlan(seed);
        const auto text = planToJson(plan);
        const auto again = planFromJson(text, "plan.json");
        RC_ASSERT(again.has_value());
        RC_ASSERT(planToJson(*again) == text);
        RC_ASSERT(again->provenance == plan.provenance);
        RC_ASSERT(again->overrides == plan.overrides);
        for (const Kind kind : allKinds) {
            RC_ASSERT(itemsOf(*again, kind) == itemsOf(plan, kind));
            for (const auto item : itemsOf(plan, kind))
                for (const auto& field : fieldsOf(kind)) RC_ASSERT(valueOf(*again, item, field.key) == valueOf(plan, item, field.key));
        }
    }));
}

TEST_CASE("What was adopted stands with its adoption, and has no adopted plans of its own") {
    CHECK(rc::check([](std::uint32_t seed) {
        Plan plan = test::randomPlan(seed);
        const ItemRef adoption{Kind::Adoption, 7'000'000};
        addItem(plan, adoption);
        const std::vector<AdoptedPlan> adopted{{{adoption.id}, asAdopted(plan, {})}};
        const auto text = planToJson(plan, adopted);
        const auto again = planTextFromJson(text, "plan.json");
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->adopted.size() == std::size_t(1));
        RC_ASSERT(planToJson(again->plan, again->adopted) == text);
        RC_ASSERT(planToJson(again->adopted[0].plan) == planToJson(adopted[0].plan));
    }));
    auto root = json::parse(sample);
    root["adoptions"] = {{{"id", 1}, {"name", "Budget"}, {"plan", root}}};
    CHECK(planTextFromJson(root.dump(), "plan.json"));
    root["adoptions"][0]["plan"]["adoptions"] = root["adoptions"];
    CHECK(refusal(root.dump()) == "plan.json, adoptions, id 1, plan, adoptions, id 1, plan: what was adopted has no adopted plans of its own.");
    root["adoptions"][0]["plan"] = 5;
    CHECK(refusal(root.dump()) == "plan.json, adoptions, id 1, plan: an object in braces is expected here, not the number 5.");
}

TEST_CASE("Items come out by id, whatever order they were read in") {
    auto root = json::parse(sample);
    root["sites"] = {{{"id", 9}, {"name", "B"}}, {{"id", 2}, {"name", "A"}}};
    const auto plan = planFromJson(root.dump(), "plan.json");
    REQUIRE(plan);
    const auto out = json::parse(planToJson(*plan));
    CHECK(out["sites"][0]["id"] == 2);
    CHECK(out["sites"][1]["id"] == 9);
}

TEST_CASE("What a plan does not say keeps its default") {
    const auto plan =
        planFromJson(R"({"format":"district-tco-plan","version":1,"district":{"first_year":2027},"asset_models":[{"id":1,"name":"X"}]})", "plan.json");
    REQUIRE(plan);
    CHECK(plan->district.horizon == 5);
    CHECK(plan->assetModels[0].usefulLife == 5);
    CHECK_FALSE(plan->assumptions.discountRate.has_value());
}

TEST_CASE("A plan in which nothing is entered yet reads as it was written") {
    Plan plan;
    for (const Kind kind : allKinds)
        if (!infoOf(kind).single) addItem(plan, {kind, 1});
    const auto text = planToJson(plan);
    const auto again = planFromJson(text, "plan.json");
    REQUIRE(again);
    CHECK(planToJson(*again) == text);
    CHECK_FALSE(json::parse(text)["district"].contains("first_year"));
}

TEST_CASE("Values out of range are read, for the checks to name them") {
    const auto plan = planFromJson(changed("/cohorts/0/quantity", -5), "plan.json");
    REQUIRE(plan);
    CHECK(hasErrors(validate(*plan)));
}

TEST_CASE("Faults are refused with their place") {
    using Catch::Matchers::ContainsSubstring;
    CHECK(refusal(changed("/asset_models/0/unit_price", 399)) ==
          "plan.json, asset_models, id 3, unit_price: an amount in quotes, like \"399.00\", is expected, not the number 399.");
    CHECK(refusal(changed("/asset_models/0/unit_price", "$399")) == "plan.json, asset_models, id 3, unit_price: “$399” is not a number.");
    CHECK(refusal(changed("/asset_models/0/unit_price", "1.005")) == "plan.json, asset_models, id 3, unit_price: “1.005” has a fraction of a cent.");
    CHECK(refusal(changed("/asset_models/0/unit_prise", "1")) == "plan.json, asset_models, id 3: “unit_prise” is not a field of a model.");
    CHECK(refusal(changed("/asset_models/0/loss_price", nullptr)) == "plan.json, asset_models, id 3: leave “loss_price” out where it is blank.");
    CHECK(refusal(changed("/asset_models/0/acquisition", "steal")) ==
          "plan.json, asset_models, id 3, acquisition: “steal” is not one of: as_category, purchase, lease.");
    CHECK(refusal(changed("/asset_models/0/support_end", "6/30/2033")) ==
          "plan.json, asset_models, id 3, support_end: “6/30/2033” is not written like 2026-07-01.");
    CHECK(refusal(changed("/asset_models/0/support_end", "2033-02-30")) == "plan.json, asset_models, id 3, support_end: The date “2033-02-30” does not exist.");
    CHECK_THAT(refusal(changed("/cohorts/0/quantity", "12")), ContainsSubstring("cohorts, id 4, quantity: a whole number without quotes"));
    CHECK_THAT(refusal(changed("/cohorts/0/quantity", 1.5)), ContainsSubstring("not the number 1.5"));
    CHECK_THAT(refusal(changed("/cohorts/0/quantity", std::int64_t{3'000'000'000})), ContainsSubstring("too large"));
    CHECK_THAT(refusal(changed("/cohorts/0/quantity", std::uint64_t{18'000'000'000'000'000'000u})), ContainsSubstring("a whole number"));
    CHECK(refusal(changed("/cohorts/0/model", 99)) == "plan.json, cohorts, id 4, model: there is no model with the id 99.");
    CHECK_THAT(refusal(changed("/cohorts/0/model", 0)), ContainsSubstring("an id is a whole number from 1 to 9007199254740991"));
    CHECK_THAT(refusal(changed("/cohorts/0/id", maxRawId + 1)), ContainsSubstring("cohorts, entry 1, id: an id is"));
    CHECK(refusal(changed("/cohorts/1", {{"id", 4}})) == "plan.json, cohorts, entry 2: the id 4 is used twice; every cohort needs its own.");
    CHECK(refusal(changed("/cohorts/1", {{"quantity", 4}})) == "plan.json, cohorts, entry 2: it has no “id”.");
    CHECK_THAT(refusal(changed("/cohorts/1", 5)), ContainsSubstring("cohorts, entry 2: an object in braces is expected here, not the number 5."));
    CHECK_THAT(refusal(changed("/cohorts", json::object())), ContainsSubstring("cohorts: a list in square brackets"));
    CHECK(refusal(changed("/district/fiscal_year_start_month", 13)) ==
          "plan.json, district, fiscal_year_start_month: Fiscal year starts in month: 13 is outside 1 to 12.");
    CHECK_THAT(refusal(changed("/district/horizon", 2'000'000'000)), ContainsSubstring("outside 1 to 20"));
    CHECK(refusal(changed("/laptops", json::array())) == "plan.json: “laptops” is not a part of a plan.");
    CHECK(refusal(changed("/district/sources/name/confidence", "sure")) ==
          "plan.json, district, sources, name: “sure” is not one of: quote, record, price_book, estimate, guess.");
    CHECK(refusal(changed("/district/sources/colour", json::object())) == "plan.json, district, sources: “colour” is not a field of a district.");
    CHECK(refusal(changed("/district/sources/name/by", "me")) == "plan.json, district, sources, name: “by” is not a part of a source.");
    CHECK(refusal(changed("/scenarios/0/overrides/2/value", 99)) == "plan.json, scenarios, id 6, overrides, lease: there is no lease with the id 99.");
    CHECK(refusal(changed("/scenarios/0/overrides/2/id", 99)) == "plan.json, scenarios, id 6, overrides, entry 3: there is no model with the id 99.");
    CHECK(refusal(changed("/scenarios/0/overrides/2/field", "rent")) ==
          "plan.json, scenarios, id 6, overrides, entry 3, field: “rent” is not a field of a model.");
    CHECK(refusal(changed("/scenarios/0/overrides/2/kind", "pony")) == "plan.json, scenarios, id 6, overrides, entry 3, kind: “pony” is not a kind of item.");
    CHECK(refusal(changed("/scenarios/0/overrides/3", json::parse(sample)["scenarios"][0]["overrides"][0])) ==
          "plan.json, scenarios, id 6, overrides, entry 4: “support_end” of this item is overridden twice.");
    CHECK(refusal(changed("/format", "other")) == "plan.json: this is not a plan of District TCO: it must say \"format\": \"district-tco-plan\".");
    CHECK_THAT(refusal(changed("/version", "1")), ContainsSubstring("must say \"version\": 1."));
    CHECK_THAT(refusal(changed("/version", 0)), ContainsSubstring("there is no version 0"));
    CHECK(planFromJson(changed("/version", 2), "plan.json").error().code == ErrorCode::NewerVersion);
}

TEST_CASE("Text that is not proper JSON is refused") {
    CHECK(refusal("{\n\"format\": 1,\n oops}") == "plan.json, line 3: this is not correct JSON.");
    CHECK(refusal("") == "plan.json, line 1: this is not correct JSON.");
    CHECK(refusal("\"\xff\xfe\"") == "plan.json, line 1: this is not correct JSON.");
    CHECK(refusal(std::string(sample) + "x").find("is not correct JSON") != std::string::npos);
    CHECK(refusal(R"({"district":{"name":"A","name":"B"}})") == "plan.json, district: “name” appears twice.");
    CHECK(refusal(R"({"sites":[{"id":1},{"id":2,"id":3}]})") == "plan.json, sites, entry 2: “id” appears twice.");
    CHECK(refusal(std::string(1'000'000, '[')).find("nested too deeply") != std::string::npos);
    CHECK(refusal("[]") == "plan.json: an object in braces is expected here, not a list.");
}

TEST_CASE("A plan cut off anywhere is refused") {
    const auto end = sample.find_last_of('}');
    for (std::size_t length = 0; length <= end; length += 7) CHECK_FALSE(planFromJson(sample.substr(0, length), "plan.json").has_value());
}

TEST_CASE("No byte that is changed in a plan makes the reader fall over") {
    CHECK(rc::check([] {
        std::string text(sample);
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        text[at] = *rc::gen::arbitrary<char>();
        if (const auto plan = planFromJson(text, "plan.json")) RC_ASSERT(planFromJson(planToJson(*plan), "again").has_value());
    }));
}

TEST_CASE("No field bears the name of a part that JSON adds") {
    for (const Kind kind : allKinds)
        for (const char* name : {"id", "sources", "overrides", "plan"}) CHECK_FALSE(findField(kind, name));
}

TEST_CASE("The schema in resources is current") {
    const std::string path = TCO_SOURCE_DIR "/resources/schema/plan.schema.json";
    if (std::getenv("TCO_UPDATE_GOLDEN")) REQUIRE(writeFileAtomically(path, planJsonSchema()));
    const auto file = readFile(path);
    REQUIRE(file);
    INFO("Run test_exchange with TCO_UPDATE_GOLDEN=1 after a change of the field tables.");
    CHECK(*file == planJsonSchema());
}

TEST_CASE("An export uses the schema's names") {
    const auto schema = json::parse(planJsonSchema());
    checkNames(json::parse(planToJson(*planFromJson(sample, "plan.json"))), schema, schema, "");
    for (const Kind kind : allKinds) {
        const auto& part = schema["properties"][std::string(infoOf(kind).jsonKey)];
        const auto& properties = infoOf(kind).single ? part["properties"] : part["items"]["properties"];
        for (const auto& field : fieldsOf(kind)) {
            INFO(field.key);
            REQUIRE(properties.contains(std::string(field.key)));
            CHECK(properties[std::string(field.key)]["title"] == std::string(field.label));
        }
    }
}
