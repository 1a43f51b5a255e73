-- Folded search text is matched by trigrams; the extension is trusted, so the database owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Everything that ever happened: audit trail, outbox and replay are this one table.
CREATE TABLE event (
  tenant        text        NOT NULL,
  subject       text        NOT NULL,  -- what it happened to: 'model/<id>', 'case/<id>' …
  sequence      integer     NOT NULL,  -- 1, 2, 3 … within the subject
  position      bigint      GENERATED ALWAYS AS IDENTITY,
  kind          text        NOT NULL,
  at            timestamptz NOT NULL,
  actor         jsonb       NOT NULL,
  data          jsonb       NOT NULL,
  previous_hash bytea       NOT NULL,
  hash          bytea       NOT NULL,
  PRIMARY KEY (tenant, subject, sequence)
);
CREATE INDEX event_position ON event (tenant, position);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Answers already given to keyed requests, to be given again. Neither the key nor the answer can be read from here.
CREATE TABLE idempotent_answer (
  tenant      text        NOT NULL,
  scope       bytea       NOT NULL,  -- keyed hash of principal, route and key
  fingerprint bytea       NOT NULL,  -- keyed hash of the request body
  answer      bytea       NOT NULL,  -- sealed
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant, scope)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);
