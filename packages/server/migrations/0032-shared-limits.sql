-- How many requests each caller may still make, counted by all servers together. Who it is stands here as a keyed hash, and only for a
-- day. Nothing of it is worth a line in the log of the database: after a crash everybody begins with a full bucket.
CREATE UNLOGGED TABLE rate_limit (
  tenant text             NOT NULL,
  caller bytea            NOT NULL,
  tokens double precision NOT NULL,
  at     timestamptz      NOT NULL,
  PRIMARY KEY (tenant, caller)
) WITH (fillfactor = 50);
