-- The ledger is read by what happened and by who did it, newest first.
CREATE INDEX event_newest ON event (tenant, at DESC, position DESC);
CREATE INDEX event_of_kind ON event (tenant, kind, at DESC, position DESC);
CREATE INDEX event_of_actor ON event (tenant, (actor ->> 'subject'), at DESC, position DESC);

-- Checks of the whole ledger: asked for, or of each night.
CREATE TABLE ledger_check (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  asked_by    text,
  asked_at    timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz,
  events      integer     NOT NULL,
  records     integer     NOT NULL,
  faults      integer     NOT NULL,
  found       jsonb       NOT NULL,
  anchor      jsonb,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX ledger_check_newest ON ledger_check (tenant, asked_at DESC, id DESC);
