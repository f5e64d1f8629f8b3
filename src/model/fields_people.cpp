// SPDX-License-Identifier: Apache-2.0

// People: technology staff, and those whose time technology takes.

#include "field_makers.hpp"

namespace tco {
namespace {

using FieldType::Text, FieldType::Count, FieldType::Number, FieldType::Reference;

constexpr Choice peopleChoices[] = {
    {"students", "Students"}, {"teachers", "Teachers"}, {"other_staff", "Other staff"}, {"staff", "All staff"}, {"number", "A number"}};

} // namespace

const std::vector<BoundField<Position>>& boundFields(const Position*) {
    static const auto part = [](std::string_view key, std::string_view label) {
        return rateField(key, label, "% of time", "Share of the position’s time; the shares of a position add up to 100%.", share());
    };
    static const std::vector<BoundField<Position>> fields = {
        bind<&Position::title>({.key = "title", .label = "Position", .help = "Job title.", .type = Text, .required = true}),
        bind<&Position::site>(
            {.key = "site", .label = "Site", .help = "Where the person works; blank for the whole district.", .type = Reference, .target = Kind::Site}),
        bind<&Position::fte>({.key = "fte",
                              .label = "FTE",
                              .help = "Full-time equivalents: 0.5 is half a position, 3 are three.",
                              .type = Number,
                              .required = true,
                              .limits = between("0", "10000")}),
        bind<&Position::salary>({.key = "salary",
                                 .label = "Salary",
                                 .unit = "$/yr",
                                 .help = "Per year for one full-time position, in the first plan year.",
                                 .type = FieldType::Money,
                                 .limits = price()}),
        bind<&Position::benefits>({.key = "benefits",
                                   .label = "Benefits",
                                   .unit = "% of salary",
                                   .help = "Retirement, health and payroll taxes as a share of salary.",
                                   .type = FieldType::Rate,
                                   .limits = between("0", "3")}),
        bind<&Position::start>(dayField("start", "First day", "Blank: employed before the plan begins.")),
        bind<&Position::end>(dayField("end", "Last day", "Blank: stays beyond the plan.")),
        bind<&Position::helpDesk>(part("help_desk", "Help desk")),
        bind<&Position::devices>(part("devices", "Devices")),
        bind<&Position::network>(part("network", "Network")),
        bind<&Position::servers>(part("servers", "Servers")),
        bind<&Position::data>(part("data", "Data")),
        bind<&Position::security>(part("security", "Security")),
        bind<&Position::training>(part("training", "Training")),
        bind<&Position::management>(part("management", "Management")),
        bindIncluded<&Position::included>(),
    };
    return fields;
}

const std::vector<BoundField<UserGroup>>& boundFields(const UserGroup*) {
    static const auto hours = [](std::string_view key, std::string_view label, std::string_view help) {
        return numberField(key, label, "h/yr", help, between("0", "2000"));
    };
    static const std::vector<BoundField<UserGroup>> fields = {
        bind<&UserGroup::name>({.key = "name", .label = "Group", .help = "Who they are, for example teachers.", .type = Text, .required = true}),
        bindChoice<&UserGroup::people, peopleChoices>({.key = "people", .label = "People", .help = "Which head count they are, or a number of their own."}),
        bind<&UserGroup::number>({.key = "number",
                                  .label = "Number",
                                  .unit = "people",
                                  .help = "Where it is a number of its own.",
                                  .type = Count,
                                  .limits = between("0", "10000000")}),
        bind<&UserGroup::share>(rateField("share", "Who use it", "% of people", "Share of them who use computers; blank means all.", share())),
        bind<&UserGroup::salary>(moneyField("salary", "Salary", "$/yr", "Average per person; zero shows the hours without a price, as for students.")),
        bind<&UserGroup::benefits>(
            rateField("benefits", "Benefits", "% of salary", "Retirement, health and payroll taxes as a share of salary.", between("0", "3"))),
        bind<&UserGroup::paidHours>(numberField("paid_hours", "Paid hours", "h/yr", "Hours paid per person and year.", between("0", "4000"))),
        bind<&UserGroup::formalTraining>(hours("formal_training", "Formal training", "Hours per person and year in courses.")),
        bind<&UserGroup::casualLearning>(hours("casual_learning", "Casual learning", "Hours per person and year of learning by oneself.")),
        bind<&UserGroup::selfSupport>(hours("self_support", "Self-support", "Hours per person and year spent on one’s own computer problems.")),
        bind<&UserGroup::peerSupport>(hours("peer_support", "Helping others", "Hours per person and year spent on colleagues’ computer problems.")),
        bind<&UserGroup::files>(hours("files", "Files", "Hours per person and year for one’s own files and backups.")),
        bind<&UserGroup::downtime>(hours("downtime", "Downtime", "Hours per person and year in which nothing works.")),
        bind<&UserGroup::affectedShare>(
            rateField("affected_share", "Stopped by downtime", "% of people", "Share of them whose work stops in that time; blank means all.", share())),
        bindIncluded<&UserGroup::included>(),
    };
    return fields;
}

} // namespace tco
