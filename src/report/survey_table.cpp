// SPDX-License-Identifier: Apache-2.0
#include "tco/report/survey.hpp"

#include "tco/model/field.hpp"
#include "tco/money/text.hpp"

namespace tco {

Table surveyTable(const Plan& plan, const SurveyImport& survey) {
    Table table;
    table.caption = "What the survey says, in hours per person and year";
    table.columns = {{"Group", TextAlign::Left, 1.4}, {"Activity", TextAlign::Left, 1.2}, {"Mean"}, {"Answers"}, {"Lowest"}, {"Highest"}, {"In the plan now"}};
    for (const auto& result : survey.results) {
        const auto& [item, key] = result.field;
        const auto* field = findField(item.kind, key);
        table.rows.push_back({{{nameOf(plan, item)},
                               {std::string(field->label)},
                               {display(result.mean)},
                               {displayCount(result.answers)},
                               {display(result.lowest)},
                               {display(result.highest)},
                               {displayText(plan, *field, valueOf(plan, item, key))}}});
    }
    table.note = survey.assumption;
    return table;
}

} // namespace tco
