-- What a case tells its sender besides: who took each step, and the terms that a reopening ended. Both are empty where they
-- were not recorded.
ALTER TABLE case_step ADD COLUMN by text;
ALTER TABLE citizen_case ADD COLUMN earlier_terms jsonb;

-- Where the sender's device was, rounded to about ten metres, if they wished it.
ALTER TABLE citizen_case ADD COLUMN location jsonb;
