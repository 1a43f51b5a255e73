-- Systems that are told of events: their secrets sealed, the newest first. What each was told, and how that went.
CREATE TABLE webhook (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  version     integer     NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  name        text        NOT NULL,
  url         text        NOT NULL,
  kinds       text[]      NOT NULL,
  secrets     bytea       NOT NULL,
  overlap_until timestamptz,
  disabled_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX webhook_newest ON webhook (tenant, created_at DESC, id DESC);

CREATE TABLE webhook_delivery (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  webhook_id  uuid        NOT NULL,
  position    bigint,
  kind        text        NOT NULL,
  subject     text        NOT NULL,
  occurred_at timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  state       text        NOT NULL,
  attempts    integer     NOT NULL,
  last_status integer,
  last_error  text,
  ended_at    timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, webhook_id, position),
  FOREIGN KEY (tenant, webhook_id) REFERENCES webhook (tenant, id)
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (tenant, webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);
