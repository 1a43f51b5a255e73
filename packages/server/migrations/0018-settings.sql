-- Versions of the settings of a tenant. A version is never changed; the newest of those whose time it is holds.
CREATE TABLE setting (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  version     integer     NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  name        text        NOT NULL,
  edition     integer     NOT NULL,
  value       jsonb       NOT NULL,
  valid_from  date        NOT NULL,
  valid_to    date,
  basis       jsonb,
  reason      text        NOT NULL,
  provisional boolean     NOT NULL,
  changed_by  text,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, name, edition),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX setting_newest ON setting (tenant, created_at DESC, id DESC);
