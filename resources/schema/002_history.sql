-- SPDX-License-Identifier: Apache-2.0
-- Version 2: who changed what, when.

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
