-- Imports of units: a table that was looked through, what it did when it was carried out, and what it needs to be taken back.
CREATE TABLE unit_import (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  version     integer     NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  status      text        NOT NULL,
  mode        text,
  file_name   text        NOT NULL,
  sha256      text        NOT NULL,
  row_count   integer     NOT NULL,
  since       date,
  reason      text,
  basis       jsonb,
  counts      jsonb       NOT NULL,
  unread      jsonb       NOT NULL,
  sent_by     text,
  kept        jsonb       NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX unit_import_newest ON unit_import (tenant, created_at DESC, id DESC);

-- The rows of an import, apart, because they are many: as they were sent, what became of them, and what was written.
CREATE TABLE unit_import_content (
  tenant  text    NOT NULL,
  id      uuid    NOT NULL,
  rows    jsonb   NOT NULL,
  results jsonb   NOT NULL,
  written jsonb   NOT NULL,
  done    integer NOT NULL,
  total   integer NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, id) REFERENCES unit_import (tenant, id)
);
