// SPDX-License-Identifier: Apache-2.0
#pragma once

// An inventory read from another program's export, ready to be added to a plan in one edit. Cohorts carry the
// costs; the single devices behind them are kept in the file for reconciling, never in the Plan. Names of
// students and users are not part of it, by design.

#include <map>
#include <string>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// One imported device. `serial` identifies it across imports.
struct Device {
    std::string serial;
    std::string assetTag;
    std::string status; ///< as the export says it
    std::string orderNumber;
    Date inService;
    bool inServiceEstimated = false; ///< taken from the date of manufacture
    CohortId cohort;
    std::int64_t sourceLine = 0; ///< line in the imported file, the header is line 1
};

struct InventoryImport {
    std::string source;                  ///< file name without folder
    std::string format;                  ///< "gam-chromeos"
    std::vector<Site> sites;             ///< new ones only
    std::vector<AssetModel> assetModels; ///< new ones only
    std::vector<Cohort> cohorts;         ///< always new
    std::map<FieldRef, Provenance> provenance;
    std::vector<Device> devices;

    std::int64_t rowsRead = 0;
    std::int64_t alreadyKnown = 0;           ///< serial is in the plan already
    std::int64_t outOfService = 0;           ///< deprovisioned or disabled, left out
    std::int64_t refused = 0;                ///< with a finding each
    std::vector<std::string> droppedColumns; ///< names of student and user columns that were not read
    Findings findings;
};

} // namespace tco
