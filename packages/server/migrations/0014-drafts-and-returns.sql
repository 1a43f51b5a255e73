-- What signed-in people have written and not yet sent, sealed; only its owner reads it. Deleted after 90 days without a change.
CREATE TABLE draft (
  tenant     text        NOT NULL,
  id         uuid        NOT NULL,
  version    integer     NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  owner      text        NOT NULL,
  form       text        NOT NULL,
  sealed     bytea       NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX draft_of_owner ON draft (tenant, owner, updated_at);
CREATE INDEX draft_age ON draft (updated_at);

-- Since when a model is in its state, and what is to be corrected in one that was returned. Empty where it was not recorded.
ALTER TABLE model ADD COLUMN status_since timestamptz;
ALTER TABLE model ADD COLUMN remarks jsonb;
ALTER TABLE model ADD COLUMN correct_by date;
