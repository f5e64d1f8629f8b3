// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pages about who pays, how, and where it is charged. Each shows what is entered beside what follows from it for the scenario
// shown.

namespace tco {

class Page;
class Session;

Page* makeLeasesPage(Session& session);
Page* makeFundsPage(Session& session);
Page* makeBudgetPage(Session& session);
Page* makeEratePage(Session& session);

} // namespace tco
