-- Pages of lists of one state, unit, year …, however few or old these are among the rest; counts from an index alone.
CREATE INDEX model_of_unit ON model (tenant, unit_id, created_at DESC, id DESC);
CREATE INDEX model_of_status ON model (tenant, status, created_at DESC, id DESC);
CREATE INDEX model_of_field ON model (tenant, field, created_at DESC, id DESC);
CREATE INDEX model_of_registrant_kind ON model (tenant, registrant_kind, created_at DESC, id DESC);
CREATE INDEX model_counted ON model (tenant, status, registrant_kind, field);

CREATE INDEX assessment_of_status ON assessment (tenant, status, updated_at DESC, id DESC);
CREATE INDEX assessment_of_period ON assessment (tenant, period, status, updated_at DESC, id DESC);
CREATE INDEX assessment_of_rubric ON assessment (tenant, rubric_id, updated_at DESC, id DESC);
CREATE INDEX assessment_of_subject_kind ON assessment (tenant, subject_kind, updated_at DESC, id DESC);
CREATE INDEX assessment_counted ON assessment (tenant, status, subject_kind, period, rubric_id);

CREATE INDEX person_of_unit ON person (tenant, unit_id, sort_key, id);
CREATE INDEX person_invited ON person (tenant, sort_key, id) WHERE subject IS NULL AND left_on IS NULL;
CREATE INDEX person_active ON person (tenant, sort_key, id) WHERE subject IS NOT NULL AND left_on IS NULL;
CREATE INDEX person_left ON person (tenant, sort_key, id) WHERE left_on IS NOT NULL;
CREATE INDEX person_search ON person USING gin ((' ' || search_text) gin_trgm_ops) WITH (fastupdate = off);

-- Units below one, or that once were; units that another continues; names written in one word.
CREATE INDEX unit_of_kind ON unit (tenant, kind, sort_key, id);
CREATE INDEX unit_below_party ON unit (tenant, party_parent_id, sort_key, id);
CREATE INDEX unit_below_administrative ON unit (tenant, administrative_parent_id, sort_key, id);
CREATE INDEX unit_once_below_party ON unit
  USING gin ((jsonb_path_query_array(former_states, '$[*].partyParentId')));
CREATE INDEX unit_once_below_administrative ON unit
  USING gin ((jsonb_path_query_array(former_states, '$[*].administrativeParentId')));
CREATE INDEX unit_successors ON unit USING gin (successor_ids);
CREATE INDEX unit_joined ON unit USING gin (replace(search_text, ' ', '') gin_trgm_ops) WITH (fastupdate = off);
