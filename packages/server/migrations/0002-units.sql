CREATE TABLE unit (
  tenant                   text NOT NULL,
  id                       uuid NOT NULL,
  code                     text NOT NULL,
  name                     text NOT NULL,
  kind                     text NOT NULL,
  party_parent_id          uuid,
  administrative_parent_id uuid,
  place_code               text,
  valid_from               date NOT NULL,
  valid_to                 date,
  search_text              text NOT NULL,              -- name and code, folded
  sort_key                 text COLLATE "C" NOT NULL,  -- Vietnamese alphabetical order of the name
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code),
  FOREIGN KEY (tenant, party_parent_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, administrative_parent_id) REFERENCES unit (tenant, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX unit_order ON unit (tenant, sort_key, id);
CREATE INDEX unit_search ON unit USING gin (search_text gin_trgm_ops);
