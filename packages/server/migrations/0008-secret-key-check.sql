-- What the secret key makes of a fixed text: a server with another key must not start on this database.
CREATE TABLE secret_key_check (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  value    bytea   NOT NULL
);

-- Codes stand in the first events of cases and models, too: a code is not given again after its row was lost.
CREATE INDEX event_code ON event (tenant, (data ->> 'code')) WHERE data ->> 'code' IS NOT NULL;
