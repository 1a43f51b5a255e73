-- One version of a rubric. It never changes: a correction is a new version.
CREATE TABLE rubric (
  tenant         text        COLLATE "C" NOT NULL,
  id             text        COLLATE "C" NOT NULL,
  version        text        COLLATE "C" NOT NULL,
  subject        text        NOT NULL,
  criteria_count integer     NOT NULL,
  document       jsonb       NOT NULL,
  added_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant, id, version)
);
CREATE FUNCTION refuse_rubric_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a rubric never changes';
END $$;
CREATE TRIGGER rubric_never_changes BEFORE UPDATE ON rubric
  FOR EACH ROW EXECUTE FUNCTION refuse_rubric_change();

CREATE TABLE assessment (
  tenant           text        NOT NULL,
  id               uuid        NOT NULL,
  version          integer     NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  rubric_id        text        COLLATE "C" NOT NULL,
  rubric_version   text        COLLATE "C" NOT NULL,
  subject_kind     text        NOT NULL,
  subject_id       uuid        NOT NULL,
  subject_name     text        NOT NULL,
  unit_id          uuid        NOT NULL,
  unit_name        text        NOT NULL,
  period           text        NOT NULL,
  status           text        NOT NULL,
  status_reason    text,
  lines            jsonb       NOT NULL,
  conditions       jsonb       NOT NULL,
  results          jsonb       NOT NULL,
  -- From the results, for lists and statistics.
  self_points      integer,
  self_out_of      integer     NOT NULL,
  appraised_points integer,
  appraised_out_of integer     NOT NULL,
  final_band       text,
  eligible         boolean,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, subject_id, period, rubric_id, rubric_version, subject_kind),
  FOREIGN KEY (tenant, rubric_id, rubric_version) REFERENCES rubric (tenant, id, version),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
CREATE INDEX assessment_latest ON assessment (tenant, updated_at DESC, id DESC);
CREATE INDEX assessment_of_unit ON assessment (tenant, unit_id, updated_at DESC, id DESC);
