-- What people are told. A recipient is a person of the list, somebody whom tokens alone name, or who sent a case: never a name or an
-- address. One event tells each of them once, in the list on the portal (shown) and by mail.
CREATE TABLE notice_mail (
  tenant     text        NOT NULL,
  id         uuid        NOT NULL,
  recipient  text        NOT NULL,
  key        text        NOT NULL,
  state      text        NOT NULL,
  reason     text,
  created_at timestamptz NOT NULL,
  send_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, recipient, key)
);
CREATE INDEX notice_mail_age ON notice_mail (created_at);

CREATE TABLE notice (
  tenant     text        NOT NULL,
  id         uuid        NOT NULL,
  recipient  text        NOT NULL,
  key        text        NOT NULL,
  occasion   text        NOT NULL,
  subject    text,
  title      jsonb       NOT NULL,
  text       jsonb       NOT NULL,
  created_at timestamptz NOT NULL,
  shown      boolean     NOT NULL,
  read_at    timestamptz,
  in_digest  boolean     NOT NULL,
  mail_id    uuid,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, recipient, key),
  FOREIGN KEY (tenant, mail_id) REFERENCES notice_mail (tenant, id)
);
CREATE INDEX notice_newest ON notice (tenant, recipient, created_at DESC, id DESC) WHERE shown;
CREATE INDEX notice_unread ON notice (tenant, recipient, created_at DESC, id DESC) WHERE shown AND read_at IS NULL;
CREATE INDEX notice_for_digest ON notice (tenant, recipient) WHERE in_digest AND mail_id IS NULL;
CREATE INDEX notice_of_mail ON notice (tenant, mail_id);
CREATE INDEX notice_age ON notice (created_at);

-- Which notices somebody wishes, and how; without a row as usual.
CREATE TABLE notice_wishes (
  tenant     text        NOT NULL,
  recipient  text        NOT NULL,
  version    integer     NOT NULL,
  wishes     jsonb       NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, recipient)
);

-- The rights of those whom tokens alone name, as of their last visit: so that they can be told of what concerns them.
CREATE TABLE notice_reader (
  tenant    text        NOT NULL,
  recipient text        NOT NULL,
  subject   bytea       NOT NULL,
  rights    jsonb       NOT NULL,
  seen_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant, recipient)
);
CREATE INDEX notice_reader_age ON notice_reader (seen_at);
