-- People who may sign in, and the roles that were given to them. A grant is never changed, only ended.
CREATE TABLE person (
  tenant          text        NOT NULL,
  id              uuid        NOT NULL,
  version         integer     NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  name            text        NOT NULL,
  title           text        NOT NULL,
  unit_id         uuid,
  invitation      text        NOT NULL,
  issuer          text,
  subject         text,
  left_on         date,
  last_sign_in_at timestamptz,
  search_text     text        NOT NULL,
  sort_key        text        COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, issuer, subject),
  UNIQUE (tenant, invitation),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  CHECK ((issuer IS NULL) = (subject IS NULL))
);
CREATE INDEX person_order ON person (tenant, sort_key, id);

CREATE TABLE role_grant (
  tenant       text        NOT NULL,
  id           uuid        NOT NULL,
  version      integer     NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  person_id    uuid        NOT NULL,
  role         text        NOT NULL,
  unit_id      uuid,
  with_subtree boolean     NOT NULL,
  from_date    date        NOT NULL,
  to_date      date,
  reason       text        NOT NULL,
  delegated_by uuid,
  basis_id     uuid,
  ended_at     timestamptz,
  end_reason   text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, delegated_by) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, basis_id) REFERENCES role_grant (tenant, id),
  CHECK (to_date IS NULL OR to_date >= from_date),
  CHECK ((delegated_by IS NULL) = (basis_id IS NULL))
);
CREATE INDEX role_grant_newest ON role_grant (tenant, person_id, created_at DESC, id DESC);
CREATE INDEX role_grant_basis ON role_grant (tenant, basis_id);

-- Another number after each transaction that changes a unit, so that every server knows when the trees it has read are old.
CREATE TABLE unit_trees (
  tenant  text   PRIMARY KEY,
  version bigint NOT NULL
);
CREATE FUNCTION note_unit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.tenant ELSE NEW.tenant END;
  this_transaction bigint := pg_current_xact_id()::text::bigint;
BEGIN
  INSERT INTO unit_trees AS known (tenant, version) VALUES (changed, this_transaction)
  ON CONFLICT (tenant) DO UPDATE SET version = this_transaction WHERE known.version <> this_transaction;
  RETURN NULL;
END $$;
CREATE TRIGGER unit_changed AFTER INSERT OR UPDATE OR DELETE ON unit
  FOR EACH ROW EXECUTE FUNCTION note_unit_change();
