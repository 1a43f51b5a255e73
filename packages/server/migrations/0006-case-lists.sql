-- Words are found by their beginning: with a space before each, even a word of two letters has a trigram of its own. New
-- rows go straight into the index: searching a list of pending ones takes longer than that, and emptying it holds one up.
DROP INDEX unit_search, model_search, citizen_case_search;
CREATE INDEX unit_search ON unit USING gin ((' ' || search_text) gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX model_search ON model USING gin ((' ' || search_text) gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX citizen_case_search ON citizen_case USING gin ((' ' || search_text) gin_trgm_ops) WITH (fastupdate = off);

-- Lists of one state, of one topic, and of what is not answered yet, newest first: however few these are among the rest.
DROP INDEX citizen_case_open;
CREATE INDEX citizen_case_of_status ON citizen_case (tenant, status, received_at DESC, id DESC);
CREATE INDEX citizen_case_of_topic ON citizen_case (tenant, topic, received_at DESC, id DESC);
CREATE INDEX citizen_case_unanswered ON citizen_case (tenant, received_at DESC, id DESC) WHERE answered_at IS NULL;
