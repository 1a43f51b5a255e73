-- Only its uploader may attach a file; an upload by a visitor, who has no name, whoever knows its id.
ALTER TABLE attachment
  ADD COLUMN uploader    text,
  ADD COLUMN loose_since timestamptz;  -- since when it belongs to nothing; NULL while it belongs to a record
DROP INDEX attachment_fresh;
CREATE INDEX attachment_loose ON attachment (loose_since) WHERE loose_since IS NOT NULL;
