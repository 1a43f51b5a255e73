-- What people ask for about their personal data: who asked and in which words is sealed, in a table of its own, so that it can
-- be erased while the request stays. What of a case was erased, and who alone reads it. What was erased because it was kept
-- long enough, night by night.
ALTER TABLE citizen_case ADD COLUMN erased text, ADD COLUMN erased_at timestamptz, ADD COLUMN restricted_to text;
CREATE INDEX citizen_case_ended ON citizen_case (tenant, updated_at, id)
  WHERE status IN ('ineligible', 'answered', 'closed') AND erased IS DISTINCT FROM 'all';

CREATE TABLE data_request (
  tenant           text        NOT NULL,
  id               uuid        NOT NULL,
  version          integer     NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  code             text        NOT NULL,
  kind             text        NOT NULL,
  channel          text        NOT NULL,
  status           text        NOT NULL,
  status_reason    text,
  basis            jsonb,
  case_ids         uuid[]      NOT NULL,
  identity_method  text,
  received_at      timestamptz NOT NULL,
  respond_due_at   timestamptz NOT NULL,
  responded_at     timestamptz,
  due_at           timestamptz NOT NULL,
  due_explanation  jsonb       NOT NULL,
  due_provisional  boolean     NOT NULL,
  calendar_id      text        NOT NULL,
  calendar_version text        NOT NULL,
  term_basis       jsonb       NOT NULL,
  extension        jsonb,
  ended_at         timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code)
);
CREATE INDEX data_request_newest ON data_request (tenant, received_at DESC, id DESC);
CREATE INDEX data_request_due ON data_request (tenant, due_at, id) WHERE status IN ('received', 'identity-checked');
CREATE INDEX data_request_cases ON data_request USING gin (case_ids);

CREATE TABLE data_request_subject (
  tenant     text  NOT NULL,
  request_id uuid  NOT NULL,
  sealed     bytea NOT NULL,
  PRIMARY KEY (tenant, request_id),
  FOREIGN KEY (tenant, request_id) REFERENCES data_request (tenant, id)
);

CREATE TABLE retention_run (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  key         text        NOT NULL,  -- the time at which it was due: an attempt that was interrupted is gone on with
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, key)
);
CREATE INDEX retention_run_newest ON retention_run (tenant, started_at DESC, id DESC);

CREATE TABLE retention_item (
  tenant  text NOT NULL,
  id      uuid NOT NULL,
  run_id  uuid NOT NULL,
  kind    text NOT NULL,
  subject text NOT NULL,
  code    text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, run_id) REFERENCES retention_run (tenant, id)
);
CREATE INDEX retention_item_of_run ON retention_item (tenant, run_id, id);
