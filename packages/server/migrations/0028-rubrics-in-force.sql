-- When a version of a rubric holds. Without a first day it holds since ever: it came with the installation.
ALTER TABLE rubric ADD COLUMN valid_from date, ADD COLUMN valid_to date;
ALTER TABLE rubric ADD CHECK (valid_to IS NULL OR (valid_from IS NOT NULL AND valid_to >= valid_from));

-- Who put a version of a rubric in force or took it out, and why; none for what came with the installation and stays.
CREATE TABLE rubric_decision (
  tenant          text        NOT NULL,
  id              uuid        NOT NULL,
  version         integer     NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  rubric_id       text        COLLATE "C" NOT NULL,
  rubric_version  text        COLLATE "C" NOT NULL,
  reason          text,
  published_by    text,
  withdrawn_at    timestamptz,
  withdraw_reason text,
  withdrawn_by    text,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, rubric_id, rubric_version),
  FOREIGN KEY (tenant, rubric_id, rubric_version) REFERENCES rubric (tenant, id, version)
);
