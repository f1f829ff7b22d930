-- How people prove who they are, and their sessions.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- Sessions are of the moment: whoever was signed in signs in anew.
DROP TABLE session;

-- Only a hash of the token is stored; the token changes, the id stays.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    -- How the person signed in: password, passkey, link, example, provider.
    way TEXT NOT NULL,
    -- What the browser calls itself, in a few words.
    device TEXT NOT NULL,
    -- A hash of what the person was allowed when the token was made: when that changes, so does the token.
    rights TEXT NOT NULL,
    -- False until the person has made credentials of their own: then only the pages for that are open.
    ready BOOLEAN NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expires ON session (expires_at);

-- What argon2id makes of a password, sealed with a key that does not lie here.
CREATE TABLE password (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- The secret of an app that shows one-time codes, sealed, and the last step whose code was used.
CREATE TABLE second_factor (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    added_at BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    code_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);

-- Public keys of people's devices.
CREATE TABLE passkey (
    id TEXT NOT NULL PRIMARY KEY,
    -- The id that the device gave it.
    credential_id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    -- What the person calls the device.
    name TEXT NOT NULL,
    -- The public key and its counter, as JSON.
    credential TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person_id);

-- Something of several steps that is under way: what the server remembers, sealed, until the one answer.
CREATE TABLE ceremony (
    token_hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX ceremony_expires ON ceremony (expires_at);

-- Tries to sign in that led nowhere. The subject is a keyed code: it tells neither an address nor whether there is such a person.
CREATE TABLE attempt (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX attempt_last ON attempt (last_at);
