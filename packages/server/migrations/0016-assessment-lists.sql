-- How far each side has come with an assessment, and what a search looks through: lists read no whole tables for it.
ALTER TABLE assessment ADD COLUMN self_scored integer NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN self_lines integer NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN appraised_scored integer NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN appraised_lines integer NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN search_text text NOT NULL DEFAULT '';

-- The lines of a table that have to be scored: not its groups and formulas, not what is added to it or taken off.
CREATE FUNCTION pg_temp.counted_lines(rubric jsonb) RETURNS TABLE (id text, may_not_apply boolean) LANGUAGE sql AS $$
  WITH RECURSIVE node AS (
    SELECT child AS it FROM jsonb_array_elements(rubric -> 'criteria') AS child
    UNION ALL
    SELECT child FROM node, jsonb_array_elements(it -> 'children') AS child WHERE it ->> 'kind' = 'group'
  )
  SELECT it ->> 'id', coalesce((it ->> 'mayNotApply')::boolean, false)
  FROM node WHERE it ->> 'kind' NOT IN ('group', 'formula')
$$;

UPDATE assessment SET (self_scored, self_lines, appraised_scored, appraised_lines) = (
  SELECT
    count(*) FILTER (WHERE own NOT IN ('reserved', 'missing') AND (own <> 'no-data' OR may_not_apply)),
    count(*) FILTER (WHERE own <> 'reserved'),
    count(*) FILTER (WHERE given <> 'missing' AND (given <> 'no-data' OR may_not_apply)),
    count(*)
  FROM rubric
  CROSS JOIN LATERAL pg_temp.counted_lines(rubric.document) AS counted
  CROSS JOIN LATERAL (
    SELECT
      (SELECT line ->> 'state' FROM jsonb_array_elements(results -> 'self' -> 'lines') AS line
        WHERE line ->> 'criterionId' = counted.id) AS own,
      (SELECT line ->> 'state' FROM jsonb_path_query(results, '$.appraised.lines[*]') AS line
        WHERE line ->> 'criterionId' = counted.id) AS given
  ) AS state
  WHERE rubric.tenant = assessment.tenant AND rubric.id = rubric_id AND rubric.version = rubric_version
);
-- The names of models and units are folded there already.
UPDATE assessment SET search_text = concat_ws(' ',
  (SELECT search_text FROM model WHERE model.tenant = assessment.tenant AND model.id = subject_id),
  (SELECT search_text FROM unit WHERE unit.tenant = assessment.tenant AND unit.id = unit_id));

ALTER TABLE assessment ALTER COLUMN self_scored DROP DEFAULT;
ALTER TABLE assessment ALTER COLUMN self_lines DROP DEFAULT;
ALTER TABLE assessment ALTER COLUMN appraised_scored DROP DEFAULT;
ALTER TABLE assessment ALTER COLUMN appraised_lines DROP DEFAULT;
ALTER TABLE assessment ALTER COLUMN search_text DROP DEFAULT;
CREATE INDEX assessment_by_self_points ON assessment (tenant, self_points DESC, id DESC);
CREATE INDEX assessment_by_appraised_points ON assessment (tenant, appraised_points DESC, id DESC);
CREATE INDEX assessment_search ON assessment USING gin ((' ' || search_text) gin_trgm_ops) WITH (fastupdate = off);
