-- Numbers within a scope, e.g. the cases of one day.
CREATE TABLE serial_number (
  tenant text    NOT NULL,
  scope  text    NOT NULL,
  last   integer NOT NULL,
  PRIMARY KEY (tenant, scope)
);

-- A stored file. The bytes are in the file store under `sha256`; without a subject it is a fresh upload.
CREATE TABLE attachment (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  name        text        NOT NULL,
  media_type  text        NOT NULL,
  size        integer     NOT NULL,
  sha256      text        NOT NULL,
  uploaded_at timestamptz NOT NULL,
  subject     text,                   -- '<area>/<id>' it belongs to
  place       integer,                -- order within the subject
  PRIMARY KEY (tenant, id)
);
CREATE INDEX attachment_subject ON attachment (tenant, subject, place);
CREATE INDEX attachment_fresh ON attachment (uploaded_at) WHERE subject IS NULL;

CREATE TABLE model (
  tenant             text        NOT NULL,
  id                 uuid        NOT NULL,
  version            integer     NOT NULL DEFAULT 1,
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  code               text        NOT NULL,
  status             text        NOT NULL,
  status_reason      text,
  owner_unit_id      uuid,                   -- the unit that registered it: sees it and works on it
  registrant_kind    text        NOT NULL,
  registrant_name    text,
  intake_kind        text        NOT NULL,
  unit_id            uuid,
  unit_name          text        NOT NULL,
  name               text        NOT NULL,
  field              text        NOT NULL,
  tags               text[]      NOT NULL,
  province_code      text        NOT NULL,
  commune_code       text        NOT NULL,
  address            text,
  content            jsonb       NOT NULL,
  budget             bigint,
  responsible_person text        NOT NULL,
  start_date         date        NOT NULL,
  assessment_date    date        NOT NULL,
  end_date           date        NOT NULL,
  search_text        text        NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, owner_unit_id) REFERENCES unit (tenant, id)
);
CREATE INDEX model_newest ON model (tenant, created_at DESC, id DESC);
CREATE INDEX model_of_owner ON model (tenant, owner_unit_id, created_at DESC, id DESC);
CREATE INDEX model_search ON model USING gin (search_text gin_trgm_ops);

CREATE TABLE citizen_case (
  tenant           text        NOT NULL,
  id               uuid        NOT NULL,
  version          integer     NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  code             text        NOT NULL,
  secret_hash      bytea       NOT NULL,  -- keyed hash: the secret itself is kept nowhere
  kind             text        NOT NULL,
  topic            text        NOT NULL,
  channel          text        NOT NULL,
  title            text        NOT NULL,
  content          text        NOT NULL,
  province_code    text        NOT NULL,
  commune_code     text        NOT NULL,
  address          text,
  status           text        NOT NULL,
  status_reason    text,
  unit_id          uuid,
  unit_name        text,
  received_at      timestamptz NOT NULL,
  due_at           timestamptz NOT NULL,
  due_explanation  jsonb       NOT NULL,
  due_provisional  boolean     NOT NULL,
  calendar_id      text        NOT NULL,
  calendar_version text        NOT NULL,
  extensions       jsonb       NOT NULL,
  answer           jsonb,
  answered_at      timestamptz,
  rating           jsonb,
  reopen_count     integer     NOT NULL DEFAULT 0,
  search_text      text        NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
CREATE INDEX citizen_case_newest ON citizen_case (tenant, received_at DESC, id DESC);
CREATE INDEX citizen_case_of_unit ON citizen_case (tenant, unit_id, received_at DESC, id DESC);
CREATE INDEX citizen_case_open ON citizen_case (tenant, due_at) WHERE answered_at IS NULL;
CREATE INDEX citizen_case_search ON citizen_case USING gin (search_text gin_trgm_ops);

-- Who sent a case, sealed: only the server's key opens it.
CREATE TABLE case_sender (
  tenant  text  NOT NULL,
  case_id uuid  NOT NULL,
  sealed  bytea NOT NULL,
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES citizen_case (tenant, id)
);

-- What the sender may read about the way of a case.
CREATE TABLE case_step (
  tenant    text        NOT NULL,
  case_id   uuid        NOT NULL,
  sequence  integer     NOT NULL,
  action    text        NOT NULL,
  status    text        NOT NULL,
  at        timestamptz NOT NULL,
  unit_name text,
  note      text,
  PRIMARY KEY (tenant, case_id, sequence),
  FOREIGN KEY (tenant, case_id) REFERENCES citizen_case (tenant, id)
);

CREATE TABLE plan (
  tenant     text        NOT NULL,
  id         uuid        NOT NULL,
  title      text        NOT NULL,
  motto      text,
  directive  text        NOT NULL,
  from_date  date        NOT NULL,
  to_date    date        NOT NULL,
  tasks      jsonb       NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
