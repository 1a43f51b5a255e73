-- Units are changed by administrators: renamed, moved, merged, split. What they were is kept.
ALTER TABLE unit
  ADD COLUMN version             integer     NOT NULL DEFAULT 1,
  ADD COLUMN created_at          timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at          timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN external_id         text,
  ADD COLUMN address             text,
  ADD COLUMN phone               text,
  ADD COLUMN email               text,
  ADD COLUMN identification_code jsonb,
  ADD COLUMN former_states       jsonb       NOT NULL DEFAULT '[]',
  ADD COLUMN successor_ids       uuid[]      NOT NULL DEFAULT '{}',
  ADD UNIQUE (tenant, external_id);
ALTER TABLE unit ALTER COLUMN created_at DROP DEFAULT, ALTER COLUMN updated_at DROP DEFAULT;
