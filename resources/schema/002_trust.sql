-- SPDX-License-Identifier: Apache-2.0
-- Version 2: who changed what, when; adopted plans and closed years.

CREATE TABLE history_edit (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  import TEXT NOT NULL,
  merged_by INTEGER
) STRICT;

-- Not journaled for undo: taking back an edit removes its row above, and a change without its edit does not count. Therefore no
-- foreign keys here. Contents are canonical text, '' for a blank value, NULL for an entry that is not there; those of a source are a JSON list.
CREATE TABLE history_change (
  id INTEGER PRIMARY KEY,
  edit INTEGER NOT NULL,
  part TEXT NOT NULL,
  item_kind TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  scenario INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX history_change_edit ON history_change (edit);

CREATE TABLE closed_year (
  id INTEGER PRIMARY KEY,
  fiscal_year INTEGER,
  closed_on TEXT,
  closed_by TEXT,
  total INTEGER,
  note TEXT
) STRICT;

CREATE TABLE adoption (
  id INTEGER PRIMARY KEY,
  name TEXT,
  scenario INTEGER REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  adopted_on TEXT,
  adopted_by TEXT,
  total INTEGER,
  note TEXT
) STRICT;
CREATE INDEX adoption_scenario ON adoption (scenario);

-- What an adopted plan said, entry by entry as in history_change. Not journaled for undo: it counts only with its adoption.
CREATE TABLE adopted_entry (
  id INTEGER PRIMARY KEY,
  adoption INTEGER NOT NULL,
  part TEXT NOT NULL,
  item_kind TEXT NOT NULL,
  item_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  scenario INTEGER NOT NULL,
  content TEXT
) STRICT;
CREATE INDEX adopted_entry_adoption ON adopted_entry (adoption);
