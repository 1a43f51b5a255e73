-- What was uploaded during the last day, attached or not, so that nobody takes the room of all. Who sent it stands here
-- as a keyed hash, and only for that day.
CREATE TABLE upload_charge (
  tenant text        NOT NULL,
  id     uuid        NOT NULL,  -- of the attachment
  pool   text        NOT NULL,  -- whose room it takes: 'public' or 'staff'
  caller bytea,                 -- NULL: nobody could tell
  bytes  integer     NOT NULL,
  at     timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX upload_charge_recent ON upload_charge (tenant, pool, at);
CREATE INDEX upload_charge_age ON upload_charge (at);
