-- Programs that use the API, and their keys, of which only a keyed hash is known.
CREATE TABLE service_account (
  tenant       text        NOT NULL,
  id           uuid        NOT NULL,
  version      integer     NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  name         text        NOT NULL,
  role         text        NOT NULL,
  unit_id      uuid,
  with_subtree boolean     NOT NULL,
  scopes       text[]      NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
CREATE INDEX service_account_newest ON service_account (tenant, created_at DESC, id DESC);

CREATE TABLE service_key (
  tenant       text        NOT NULL,
  id           uuid        NOT NULL,
  account_id   uuid        NOT NULL,
  hash         bytea       NOT NULL,
  expires_on   date        NOT NULL,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, account_id) REFERENCES service_account (tenant, id)
);
CREATE INDEX service_key_account ON service_key (tenant, account_id, created_at);
