-- SPDX-License-Identifier: Apache-2.0
-- District TCO file, schema version 1; docs/file-format.md explains it. Once released, a migration never
-- changes: the program compares the schema of a file with it, word for word. One table per kind of item; its
-- columns are the fields of src/model/fields_*.cpp. NULL is a blank entry. Money is INTEGER cents, rates and
-- other decimals are TEXT so that they stay exact, lists are TEXT with semicolons, dates are TEXT (2026-07-01), choices are their key.

CREATE TABLE district (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT,
  state TEXT,
  fiscal_year_start_month INTEGER,
  change_year INTEGER,
  new_start_month INTEGER,
  first_year INTEGER,
  horizon INTEGER,
  lease_limit INTEGER,
  lease_rules TEXT,
  prepared_by TEXT,
  question TEXT
) STRICT;

CREATE TABLE assumptions (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  discount_rate TEXT,
  discount_timing TEXT,
  borrowing_rate TEXT,
  inflation_devices TEXT,
  inflation_network TEXT,
  inflation_servers TEXT,
  inflation_software TEXT,
  inflation_services TEXT,
  inflation_energy TEXT,
  inflation_wages TEXT,
  inflation_benefits TEXT,
  energy_price TEXT,
  acquire_devices TEXT,
  lease_devices INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED,
  acquire_network TEXT,
  lease_network INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED,
  acquire_servers TEXT,
  lease_servers INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED,
  thin_support_above TEXT,
  thin_support_effect TEXT,
  capitalize_unit INTEGER,
  capitalize_group INTEGER,
  depreciation TEXT,
  erate_discount TEXT,
  erate_used INTEGER,
  erate_months INTEGER
) STRICT;
CREATE INDEX assumptions_lease_devices ON assumptions (lease_devices);
CREATE INDEX assumptions_lease_network ON assumptions (lease_network);
CREATE INDEX assumptions_lease_servers ON assumptions (lease_servers);

CREATE TABLE head_count (
  id INTEGER PRIMARY KEY,
  fiscal_year INTEGER,
  students INTEGER,
  staff INTEGER,
  teachers INTEGER
) STRICT;

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  name TEXT,
  site_kind TEXT,
  students INTEGER,
  staff INTEGER,
  lunch_share TEXT,
  rural TEXT
) STRICT;

CREATE TABLE lease (
  id INTEGER PRIMARY KEY,
  name TEXT,
  lessor TEXT,
  contract TEXT,
  pricing TEXT,
  annual_rate TEXT,
  residual TEXT,
  payment_per_device TEXT,
  rate_factor TEXT,
  payment_list TEXT,
  payments INTEGER,
  payments_per_year INTEGER,
  timing TEXT,
  term_months INTEGER,
  service_share TEXT,
  licence_share TEXT,
  end_of_term TEXT,
  return_cost INTEGER,
  missing_charge TEXT,
  buy_out TEXT,
  renewal_months INTEGER,
  renewal_share TEXT,
  notice_months INTEGER,
  evergreen_months INTEGER,
  non_appropriation TEXT,
  early_return_share TEXT,
  fee INTEGER,
  incentive INTEGER,
  quoted_total INTEGER,
  treatment TEXT,
  book_rate TEXT,
  extension_months INTEGER,
  extension_certain TEXT,
  cancellable_by TEXT,
  cancellable_after INTEGER,
  cancel_notice INTEGER,
  cancel_certain TEXT
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  name TEXT,
  vendor TEXT,
  agreement_kind TEXT,
  site INTEGER REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
  start TEXT,
  "end" TEXT,
  basis TEXT,
  amount TEXT,
  coverage TEXT,
  escalator TEXT,
  payments_per_year INTEGER,
  timing TEXT,
  payment_list TEXT,
  setup INTEGER,
  setup_stage TEXT,
  exit_cost INTEGER,
  quoted_total INTEGER,
  commitment_months INTEGER,
  treatment TEXT,
  book_rate TEXT,
  extension_months INTEGER,
  extension_certain TEXT,
  cancellable_by TEXT,
  cancellable_after INTEGER,
  cancel_notice INTEGER,
  cancel_certain TEXT,
  erate TEXT,
  erate_eligible TEXT,
  included TEXT,
  note TEXT
) STRICT;
CREATE INDEX agreement_site ON agreement (site);

CREATE TABLE contract_change (
  id INTEGER PRIMARY KEY,
  name TEXT,
  lease INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED,
  agreement INTEGER REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  change_kind TEXT,
  payment_change TEXT,
  share TEXT,
  rate TEXT,
  extra_months INTEGER,
  included TEXT,
  note TEXT
) STRICT;
CREATE INDEX contract_change_lease ON contract_change (lease);
CREATE INDEX contract_change_agreement ON contract_change (agreement);

CREATE TABLE asset_model (
  id INTEGER PRIMARY KEY,
  name TEXT,
  maker TEXT,
  asset_type TEXT,
  unit_price INTEGER,
  price_change TEXT,
  useful_life INTEGER,
  support_end TEXT,
  warranty INTEGER,
  warranty_share TEXT,
  deployment INTEGER,
  licence_once INTEGER,
  licence_yearly INTEGER,
  support_yearly INTEGER,
  supplies_yearly INTEGER,
  energy_yearly TEXT,
  repair_rate TEXT,
  repair_price INTEGER,
  loss_rate TEXT,
  loss_price INTEGER,
  spares TEXT,
  resale TEXT,
  disposal INTEGER,
  erate_eligible TEXT,
  acquisition TEXT,
  lease INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX asset_model_lease ON asset_model (lease);

CREATE TABLE cohort (
  id INTEGER PRIMARY KEY,
  name TEXT,
  model INTEGER REFERENCES asset_model (id) DEFERRABLE INITIALLY DEFERRED,
  site INTEGER REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
  in_service TEXT,
  quantity INTEGER,
  purchase_total INTEGER,
  acquisition TEXT,
  lease INTEGER REFERENCES lease (id) DEFERRABLE INITIALLY DEFERRED,
  agreement INTEGER REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  refresh TEXT,
  extra_years INTEGER,
  refresh_years INTEGER,
  last_day TEXT,
  grows_with TEXT,
  funding TEXT,
  included TEXT,
  note TEXT
) STRICT;
CREATE INDEX cohort_agreement ON cohort (agreement);
CREATE INDEX cohort_model ON cohort (model);
CREATE INDEX cohort_site ON cohort (site);
CREATE INDEX cohort_lease ON cohort (lease);

CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  title TEXT,
  site INTEGER REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
  fte TEXT,
  salary INTEGER,
  benefits TEXT,
  start TEXT,
  "end" TEXT,
  help_desk TEXT,
  devices TEXT,
  network TEXT,
  servers TEXT,
  data TEXT,
  security TEXT,
  training TEXT,
  management TEXT,
  included TEXT
) STRICT;
CREATE INDEX position_site ON position (site);

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  name TEXT,
  probability TEXT,
  cost INTEGER,
  insurance_cover INTEGER,
  deductible INTEGER,
  start TEXT,
  "end" TEXT,
  included TEXT,
  note TEXT
) STRICT;

CREATE TABLE user_group (
  id INTEGER PRIMARY KEY,
  name TEXT,
  people TEXT,
  number INTEGER,
  share TEXT,
  salary INTEGER,
  benefits TEXT,
  paid_hours TEXT,
  formal_training TEXT,
  casual_learning TEXT,
  self_support TEXT,
  peer_support TEXT,
  files TEXT,
  downtime TEXT,
  affected_share TEXT,
  included TEXT
) STRICT;

CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  name TEXT,
  importance TEXT,
  note TEXT
) STRICT;

CREATE TABLE benefit (
  id INTEGER PRIMARY KEY,
  name TEXT,
  goal INTEGER REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED,
  influence TEXT,
  measure TEXT,
  included TEXT
) STRICT;
CREATE INDEX benefit_goal ON benefit (goal);

CREATE TABLE fund (
  id INTEGER PRIMARY KEY,
  name TEXT,
  code TEXT,
  fund_kind TEXT,
  first_year INTEGER,
  amounts TEXT,
  last_year INTEGER,
  carries_over TEXT,
  category TEXT,
  "use" TEXT,
  certainty TEXT,
  included TEXT,
  note TEXT
) STRICT;

CREATE TABLE funding_rule (
  id INTEGER PRIMARY KEY,
  name TEXT,
  rank INTEGER,
  fund INTEGER REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT,
  "use" TEXT,
  site INTEGER REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
  cohort INTEGER REFERENCES cohort (id) DEFERRABLE INITIALLY DEFERRED,
  agreement INTEGER REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER REFERENCES position (id) DEFERRABLE INITIALLY DEFERRED,
  share TEXT,
  included TEXT
) STRICT;
CREATE INDEX funding_rule_fund ON funding_rule (fund);
CREATE INDEX funding_rule_site ON funding_rule (site);
CREATE INDEX funding_rule_cohort ON funding_rule (cohort);
CREATE INDEX funding_rule_agreement ON funding_rule (agreement);
CREATE INDEX funding_rule_position ON funding_rule (position);

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT,
  category TEXT,
  "use" TEXT,
  element TEXT,
  function TEXT,
  object TEXT
) STRICT;

CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY,
  fiscal_year INTEGER,
  function TEXT,
  object TEXT,
  fund INTEGER REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
  adopted INTEGER,
  actual INTEGER,
  note TEXT
) STRICT;
CREATE INDEX budget_line_fund ON budget_line (fund);

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT,
  parent INTEGER REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  description TEXT,
  status TEXT
) STRICT;
CREATE INDEX scenario_parent ON scenario (parent);

-- Where the value of a field comes from.
CREATE TABLE provenance (
  id INTEGER PRIMARY KEY,
  item_kind TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  confidence TEXT NOT NULL,
  author TEXT NOT NULL,
  noted TEXT,
  UNIQUE (item_kind, item_id, field)
) STRICT;

-- What a scenario says instead of the plan: canonical text, NULL for blank.
CREATE TABLE override (
  id INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  item_kind TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  UNIQUE (scenario, item_kind, item_id, field)
) STRICT;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  format TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  already_known INTEGER NOT NULL,
  out_of_service INTEGER NOT NULL,
  refused INTEGER NOT NULL
) STRICT;

-- Single devices are not journaled for undo: taking back an import removes its batch, and a device without its
-- batch or its cohort does not count. Therefore no foreign keys here.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  serial TEXT NOT NULL,
  asset_tag TEXT NOT NULL,
  status TEXT NOT NULL,
  order_number TEXT NOT NULL,
  in_service TEXT NOT NULL,
  in_service_estimated INTEGER NOT NULL,
  cohort INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  batch INTEGER NOT NULL
) STRICT;
CREATE INDEX device_serial ON device (serial);
CREATE INDEX device_cohort ON device (cohort);
