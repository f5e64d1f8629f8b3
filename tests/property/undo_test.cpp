// SPDX-License-Identifier: Apache-2.0

// Undo is right when it is right for any sequence of edits: all of them undone give the file of the start, all
// of them done again the file of the end, and each step on the way is the state that was there before.

#include <map>

#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_edit.hpp"
#include "support/random_plan.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/merge_copies.hpp"

using namespace tco;
using test::between, test::chance, test::Random, test::randomValue;

namespace {

std::string stateOf(const Document& document) {
    auto text = test::planText(document.plan());
    for (const auto& cohort : document.plan().cohorts)
        for (const auto& device : document.devicesOf(cohort.id)) text += "device " + device.serial + " in " + std::to_string(cohort.id.value) + '\n';
    return text + std::to_string(document.deviceSerials().size()) + " devices\n";
}

std::string fileOf(Document& document, const std::filesystem::path& path) {
    REQUIRE(document.saveAs(path));
    return test::dumpOf(path);
}

ItemRef randomItem(Random& random, const Plan& plan) {
    std::vector<ItemRef> items;
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind)) items.push_back(item);
    return items[std::size_t(between(random, 0, int(items.size()) - 1))];
}

const Field& randomField(Random& random, Kind kind) {
    const auto& fields = fieldsOf(kind);
    return fields[std::size_t(between(random, 0, int(fields.size()) - 1))];
}

InventoryImport randomInventory(Random& random, RawId firstId) {
    InventoryImport inventory;
    inventory.source = test::randomText(random);
    inventory.format = "gam-chromeos";
    inventory.sites.push_back({.id = {firstId}, .name = test::randomText(random)});
    inventory.assetModels.push_back({.id = {firstId + 1}, .name = test::randomText(random)});
    inventory.cohorts.push_back({.id = {firstId + 2}, .model = {firstId + 1}, .site = {firstId}, .inService = Date::of(2025, 8, 1), .quantity = 5});
    for (int i = between(random, 0, 5); i > 0; --i)
        inventory.devices.push_back({.serial = std::to_string(firstId) + test::randomText(random), .inService = Date::of(2025, 8, 1), .cohort = {firstId + 2}});
    inventory.provenance[{{Kind::Cohort, firstId + 2}, "quantity"}] = {test::randomText(random), "", Confidence::Record};
    return inventory;
}

SurveyImport randomSurvey(Random& random, const Plan& plan) {
    SurveyImport survey;
    survey.source = test::randomText(random);
    for (const auto item : itemsOf(plan, Kind::UserGroup))
        survey.results.push_back(
            {.field = {item, "formal_training"}, .mean = Decimal(between(random, 0, 40)), .provenance = {"survey", "", Confidence::Record}});
    return survey;
}

/// Knows every command that an Editor has: one that is new does not compile here, and so comes into the test. Counts what was done.
class KnownCommands final : public Editor {
  public:
    KnownCommands(Editor& editor, std::map<std::string_view, int>& done) : m_editor(editor), m_done(done) {}

    const Plan& plan() const override { return m_editor.plan(); }
    Expected<void> set(ItemRef item, std::string_view field, const Value& value) override { return count("set", m_editor.set(item, field, value)); }
    Expected<ItemRef> add(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields) override {
        return count("add", m_editor.add(kind, fields));
    }
    Expected<void> remove(ItemRef item) override { return count("remove", m_editor.remove(item)); }
    Expected<void> setProvenance(const FieldRef& field, const Provenance& source) override {
        return count("set source", m_editor.setProvenance(field, source));
    }
    Expected<void> clearProvenance(const FieldRef& field) override { return count("clear source", m_editor.clearProvenance(field)); }
    Expected<void> setOverride(ScenarioId scenario, const FieldRef& field, const Value& value) override {
        return count("set override", m_editor.setOverride(scenario, field, value));
    }
    Expected<void> clearOverride(ScenarioId scenario, const FieldRef& field) override {
        return count("clear override", m_editor.clearOverride(scenario, field));
    }
    Expected<void> addInventory(const InventoryImport& inventory) override { return count("inventory", m_editor.addInventory(inventory)); }
    Expected<void> addSurvey(const SurveyImport& survey) override { return count("survey", m_editor.addSurvey(survey)); }
    Expected<ItemRef> adopt(ScenarioId scenario, const std::vector<std::pair<std::string_view, Value>>& noted) override {
        return count("adopt", m_editor.adopt(scenario, noted));
    }
    Expected<ItemRef> close(const std::vector<std::pair<std::string_view, Value>>& noted) override { return count("close", m_editor.close(noted)); }
    Expected<void> replacePlan(const Plan& plan, std::span<const AdoptedPlan> adopted, std::string_view source) override {
        return count("replace", m_editor.replacePlan(plan, adopted, source));
    }

  private:
    template <class Result> Result count(std::string_view command, Result result) {
        m_done[command] += result.has_value();
        return result;
    }

    Editor& m_editor;
    std::map<std::string_view, int>& m_done;
};
constexpr std::size_t commandCount = 13; // with the merge, which is no command of an Editor

Expected<void> randomOperation(Random& random, Editor& editor, RawId& importId) {
    const auto item = randomItem(random, editor.plan());
    const auto& field = randomField(random, item.kind);
    const FieldRef ref{item, std::string(field.key)};
    const auto scenarios = itemsOf(editor.plan(), Kind::Scenario);
    const int dice = between(random, 1, 100);
    if (dice <= 30) return editor.set(item, field.key, randomValue(random, editor.plan(), field));
    if (dice <= 50) {
        const Kind kind = allKinds[std::size_t(between(random, 2, int(std::size(allKinds)) - 1))];
        std::vector<std::pair<std::string_view, Value>> fields;
        for (const auto& each : fieldsOf(kind))
            if (each.required || chance(random, 40)) fields.emplace_back(each.key, randomValue(random, editor.plan(), each));
        const auto added = editor.add(kind, fields);
        return added ? Expected<void>() : failFrom(added);
    }
    if (dice <= 70) return editor.remove(item);
    if (dice <= 78) return editor.setProvenance(ref, {test::randomText(random), "", Confidence(between(random, 0, 4))});
    if (dice <= 80) return editor.clearProvenance(ref);
    if (dice <= 90 && !scenarios.empty())
        return editor.setOverride({scenarios[std::size_t(between(random, 0, int(scenarios.size()) - 1))].id}, ref, randomValue(random, editor.plan(), field));
    if (dice <= 95 && !editor.plan().overrides.empty()) {
        const auto [scenario, where] = editor.plan().overrides.begin()->first;
        return editor.clearOverride(scenario, where);
    }
    if (dice <= 96) {
        const auto adopted = editor.adopt(scenarios.empty() ? ScenarioId{} : ScenarioId{scenarios.front().id}, {{"name", test::randomText(random)}});
        return adopted ? Expected<void>() : failFrom(adopted);
    }
    if (dice <= 97) return editor.addSurvey(randomSurvey(random, editor.plan()));
    if (dice <= 99) return editor.addInventory(randomInventory(random, importId += 10));
    if (chance(random, 50)) {
        const auto closed = editor.close({{"fiscal_year", std::int64_t(between(random, 2020, 2060))}});
        return closed ? Expected<void>() : failFrom(closed);
    }
    Plan other = editor.plan();
    RawId nextId = importId += 1000;
    test::editRandomly(random, other, nextId, 5);
    return editor.replacePlan(other, {}, "plan.json");
}

/// Somebody else edits a copy, and it is merged in, whatever is chosen.
void mergeRandomly(Random& random, Document& document, const std::filesystem::path& path, RawId& importId) {
    REQUIRE(document.saveAs(path));
    auto copyPath = path;
    copyPath.replace_filename("copy.tco");
    std::filesystem::copy_file(path, copyPath, std::filesystem::copy_options::overwrite_existing);
    const Plan base = document.plan();
    auto copy = std::move(*Document::open(copyPath));
    REQUIRE(copy.edit("Import", [&](Editor& editor) { return editor.addInventory(randomInventory(random, importId += 10)); }));
    REQUIRE(copy.edit("Adopt", [&](Editor& editor) -> Expected<void> {
        const auto adopted = editor.adopt({}, {{"name", test::randomText(random)}});
        return adopted ? Expected<void>() : failFrom(adopted);
    }));
    REQUIRE(document.edit("Rename", [&](Editor& editor) {
        return editor.set({Kind::District, singleId}, "name", std::string("Mine ") + std::to_string(importId));
    }));
    REQUIRE(copy.edit("Rename", [&](Editor& editor) {
        return editor.set({Kind::District, singleId}, "name", std::string("Theirs ") + std::to_string(importId));
    }));
    const auto merge = mergeCopies(base, document, copy);
    REQUIRE(merge);
    std::vector<MergeSide> choices;
    for (std::size_t i = 0; i < merge->result.conflicts.size(); ++i) choices.push_back(chance(random, 50) ? MergeSide::Mine : MergeSide::Theirs);
    REQUIRE(document.merge(copy, resolved(merge->result, choices)));
}

} // namespace

TEST_CASE("thousands of random edits can all be undone and done again, step by step") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    const auto seed = static_cast<std::uint32_t>(GENERATE(1, 2));
    Random random(seed);
    RawId importId = 1000;
    auto document = Document::create();
    REQUIRE(document.edit("Start", [&](Editor& editor) { return editor.replacePlan(randomPlan(seed)); }));
    REQUIRE(document.saveAs(path));
    document = std::move(*Document::open(path)); // so that there is nothing to undo yet

    const auto fileAtStart = fileOf(document, path);
    std::vector<std::string> states{stateOf(document)};
    int failed = 0;
    std::map<std::string_view, int> commands;
    for (int i = 0; i < 1000; ++i) {
        if (i % 100 == 50) {
            mergeRandomly(random, document, path, importId);
            ++commands["merge"];
            REQUIRE(document.undo()); // the merge, to see the state between both steps
            states.push_back(stateOf(document));
            REQUIRE(document.redo());
            states.push_back(stateOf(document));
        }
        const auto done = document.edit("Edit", [&](Editor& editor) -> Expected<void> {
            KnownCommands known(editor, commands);
            for (int n = between(random, 1, 3); n > 0; --n)
                if (auto result = randomOperation(random, known, importId); !result) return result;
            return {};
        });
        failed += !done;
        auto state = stateOf(document);
        if (!done) REQUIRE(state == states.back());
        if (state != states.back()) states.push_back(std::move(state));
    }
    CHECK(failed > 50); // both ways are taken
    CHECK(commands.size() == commandCount);
    CHECK(states.size() > 300);
    const auto fileAtEnd = fileOf(document, path);

    std::size_t at = states.size() - 1;
    while (document.canUndo()) {
        REQUIRE(document.undo());
        if (stateOf(document) != states[at]) REQUIRE(stateOf(document) == states[--at]);
    }
    CHECK(at == 0);
    CHECK(fileOf(document, path) == fileAtStart);
    while (document.canRedo()) {
        REQUIRE(document.redo());
        if (stateOf(document) != states[at]) REQUIRE(stateOf(document) == states[++at]);
    }
    CHECK(at == states.size() - 1);
    CHECK(fileOf(document, path) == fileAtEnd);
    CHECK_FALSE(document.isModified());
}
