-- Notes of the offices on a case. Nothing is changed or taken away.
CREATE TABLE case_note (
  tenant      text        NOT NULL,
  id          uuid        NOT NULL,
  case_id     uuid        NOT NULL,
  at          timestamptz NOT NULL,
  author      jsonb       NOT NULL,  -- who wrote it: subject, roles, unit
  author_name text,
  text        text        NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES citizen_case (tenant, id)
);
CREATE INDEX case_note_newest ON case_note (tenant, case_id, at DESC, id DESC);
CREATE FUNCTION refuse_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a note never changes';
END $$;
CREATE TRIGGER case_note_never_changes BEFORE UPDATE ON case_note
  FOR EACH ROW EXECUTE FUNCTION refuse_note_change();

-- The extension that a unit asks for, until it is decided.
ALTER TABLE citizen_case ADD COLUMN extension_request jsonb;
-- The reason of a step that only the offices read.
ALTER TABLE case_step ADD COLUMN inner_note text;
