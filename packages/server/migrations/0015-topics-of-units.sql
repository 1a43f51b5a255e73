-- Subjects of reports and proposals that a unit is responsible for.
ALTER TABLE unit ADD COLUMN topics text[] NOT NULL DEFAULT '{}';
