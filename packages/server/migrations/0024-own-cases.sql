-- Cases that their sender wishes to find again by signing in: known by a keyed hash of who that is, which no one reads back.
CREATE TABLE case_owner (
  tenant  text  NOT NULL,
  case_id uuid  NOT NULL,
  owner   bytea NOT NULL,
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES citizen_case (tenant, id)
);
CREATE INDEX case_owner_cases ON case_owner (tenant, owner);
