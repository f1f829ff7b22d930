-- Mail that goes out, passwords that were forgotten, and links that open one thing to somebody without an account.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- Written in the same change as the deed it tells of, so that there is a mail exactly if there was a deed.
CREATE TABLE outgoing_mail (
    id TEXT NOT NULL PRIMARY KEY,
    -- What it tells of: of one deed there is one mail.
    deed TEXT NOT NULL UNIQUE,
    -- The end of its translation keys.
    kind TEXT NOT NULL,
    -- Whom it is for: a person, or somebody without an account who was given a link by a unit.
    person_id TEXT REFERENCES person (id),
    unit_id TEXT REFERENCES unit (id),
    receiver_name TEXT NOT NULL,
    receiver TEXT NOT NULL,
    language TEXT NOT NULL,
    -- What goes into its text, the link among it, sealed; none once it was sent or given up.
    content TEXT,
    -- 'waiting', 'sent' or 'given_up'.
    state TEXT NOT NULL,
    -- Why the latest try led nowhere, in a word or the number that the mail server gave.
    failure TEXT,
    attempts BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- Not tried before; while somebody tries, when that claim ends.
    due_at BIGINT NOT NULL,
    -- Who has claimed it.
    claim TEXT,
    -- After this it is of no use to anybody.
    useful_until BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (state, due_at);
CREATE INDEX outgoing_mail_made ON outgoing_mail (made_at);

-- Somebody has asked for a new password. Whether there is such an account is looked up later, in the background.
CREATE TABLE password_reset_request (
    id TEXT NOT NULL PRIMARY KEY,
    -- The address as it was typed, sealed.
    email TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

-- Links for a new password: only a hash of the token is stored.
CREATE TABLE password_reset (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX password_reset_person ON password_reset (person_id, made_at);

-- Links for somebody without an account. The link itself is signed: nothing of it is stored.
CREATE TABLE access_link (
    id TEXT NOT NULL PRIMARY KEY,
    -- What it opens, and for which thing.
    purpose TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- On whose behalf its holder acts.
    unit_id TEXT NOT NULL REFERENCES unit (id),
    holder_name TEXT NOT NULL,
    holder_email TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    last_used_at BIGINT
);
CREATE INDEX access_link_subject ON access_link (purpose, subject_id);

-- A browser that was let in by such a link: only a hash of its token is stored.
CREATE TABLE access_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    link_id TEXT NOT NULL REFERENCES access_link (id),
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX access_session_expires ON access_session (expires_at);
