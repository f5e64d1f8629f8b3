// SPDX-License-Identifier: Apache-2.0

// What may go wrong, and what the money is for.

#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Reference;

} // namespace

const std::vector<BoundField<Incident>>& boundFields(const Incident*) {
    static const std::vector<BoundField<Incident>> fields = {
        bind<&Incident::name>({.key = "name", .label = "Incident", .help = "What may happen, for example ransomware.", .type = Text, .required = true}),
        bind<&Incident::probability>(rateField("probability", "Probability", "%/yr",
                                               "How likely it is in a year. No source gives a defensible figure: it is the district’s assumption.", share())),
        bind<&Incident::cost>({.key = "cost",
                               .label = "Cost",
                               .unit = "$",
                               .help = "What it costs each time: recovery, consultants, new software.",
                               .type = FieldType::Money,
                               .limits = between("0", "1000000000")}),
        bind<&Incident::insuranceCover>({.key = "insurance_cover",
                                         .label = "Insurance pays up to",
                                         .unit = "$",
                                         .help = "The most that the insurer pays each time. The premium is an agreement.",
                                         .type = FieldType::Money,
                                         .limits = between("0", "1000000000")}),
        bind<&Incident::deductible>(moneyField("deductible", "Deductible", "$", "What the district pays before the insurer does.")),
        bind<&Incident::start>(dayField("start", "From", "Blank: from the beginning of the plan.")),
        bind<&Incident::end>(dayField("end", "Until", "Blank: to the end of the plan.")),
        bindIncluded<&Incident::included>(),
        bind<&Incident::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<Goal>>& boundFields(const Goal*) {
    static const std::vector<BoundField<Goal>> fields = {
        bind<&Goal::name>({.key = "name", .label = "Goal", .help = "A goal of the district, from its strategic plan.", .type = Text, .required = true}),
        bind<&Goal::importance>(numberField("importance", "Importance", "0–10", "How much the goal matters to the district, 0 to 10.", between("0", "10"))),
        bind<&Goal::note>(noteField()),
    };
    return fields;
}

const std::vector<BoundField<Benefit>>& boundFields(const Benefit*) {
    static const std::vector<BoundField<Benefit>> fields = {
        bind<&Benefit::name>({.key = "name", .label = "Benefit", .help = "What gets better, in a few words.", .type = Text, .required = true}),
        bind<&Benefit::goal>({.key = "goal", .label = "Goal", .help = "The goal that it serves.", .type = Reference, .required = true, .target = Kind::Goal}),
        bind<&Benefit::influence>(
            numberField("influence", "Influence", "0–10", "How much it moves the goal, 0 to 10; a scenario can say otherwise.", between("0", "10"))),
        bind<&Benefit::measure>(
            {.key = "measure", .label = "Measured by", .help = "How the district will see it: what can be measured, and when.", .type = Text}),
        bindIncluded<&Benefit::included>(),
    };
    return fields;
}

} // namespace tco
