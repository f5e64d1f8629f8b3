// SPDX-License-Identifier: Apache-2.0

// Each sample's figures stand in tests/golden/<sample>.txt. When a change of the rules is meant, run
// TCO_UPDATE_GOLDEN=1 test_golden and read the difference before committing it.

#include <catch2/catch_all.hpp>

#include <cstdlib>

#include "statement.hpp"
#include "support/samples.hpp"
#include "tco/engine/coverage.hpp"

using namespace tco;

TEST_CASE("the samples calculate to the figures on file") {
    const std::string name(GENERATE(from_range(std::begin(test::sampleNames), std::end(test::sampleNames))));
    CAPTURE(name);
    const auto path = std::string(TCO_SOURCE_DIR "/tests/golden/") + name + ".txt";
    const auto text = test::statement(test::samplePlan(name));
    if (std::getenv("TCO_UPDATE_GOLDEN")) {
        REQUIRE(writeFileAtomically(path, text));
        WARN("wrote " << path);
        return;
    }
    const auto expected = readFile(path);
    REQUIRE(expected);
    CHECK(text == *expected);
}

TEST_CASE("the samples are sound and written the way an export writes them") {
    const std::string name(GENERATE(from_range(std::begin(test::sampleNames), std::end(test::sampleNames))));
    CAPTURE(name);
    const auto plan = test::samplePlan(name);
    for (const auto& scenario : plan.scenarios)
        for (const auto& finding : validate(applyScenario(plan, scenario.id))) {
            INFO(finding.message);
            CHECK(finding.severity == Severity::Note);
        }
    // Every number of consequence says where it comes from.
    CHECK(coverageOf(*calculate(plan, {})).noSource.isZero());
    CHECK(plan.provenance.contains({{Kind::Assumptions, singleId}, "discount_rate"}));
    for (const auto& model : plan.assetModels) CHECK(plan.provenance.contains({{Kind::AssetModel, model.id.value}, "unit_price"}));
    for (const auto& position : plan.positions) CHECK(plan.provenance.contains({{Kind::Position, position.id.value}, "salary"}));

    const auto path = std::string(TCO_SOURCE_DIR "/resources/samples/") + name + ".json";
    if (std::getenv("TCO_UPDATE_GOLDEN")) {
        REQUIRE(writeFileAtomically(path, planToJson(plan)));
        return;
    }
    CHECK(planToJson(plan) == readFile(path).value());
}
