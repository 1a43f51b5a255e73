-- People who signed in through this server: what the browser has is known by a keyed hash alone, what the sign-in service said is sealed.
CREATE TABLE sign_in_session (
  tenant           text        NOT NULL,
  hash             bytea       NOT NULL,
  issuer           text        NOT NULL,
  subject          text        NOT NULL,
  sid              text,
  claims           bytea       NOT NULL,
  id_token         bytea       NOT NULL,
  authenticated_at timestamptz,
  created_at       timestamptz NOT NULL,
  used_at          timestamptz NOT NULL,
  ends_at          timestamptz NOT NULL,
  PRIMARY KEY (tenant, hash)
);
CREATE INDEX sign_in_session_of_subject ON sign_in_session (tenant, issuer, subject);
CREATE INDEX sign_in_session_age ON sign_in_session (ends_at);
