-- The audit log as a chain that shows every tampering: each event carries a code over itself and the code of the event before
-- it, made with a key that lies outside the database.

ALTER TABLE audit_event ADD COLUMN position BIGINT;
-- The code of the event before this one.
ALTER TABLE audit_event ADD COLUMN previous TEXT;
-- The name of the master key the code was made with.
ALTER TABLE audit_event ADD COLUMN key_name TEXT;
ALTER TABLE audit_event ADD COLUMN code TEXT;
CREATE UNIQUE INDEX audit_event_position ON audit_event (position);
CREATE INDEX audit_event_organisation ON audit_event (organisation_id, position);
CREATE INDEX audit_event_kind ON audit_event (kind, position);
CREATE INDEX audit_event_actor ON audit_event (actor, position);

-- Where the log ends, and what it begins after: what came before was removed by rule. Two rows, each with a code of its own, so
-- that neither can be moved.
CREATE TABLE audit_end (
    -- 'first' or 'last'.
    place TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    -- The code of the event at this position.
    code TEXT NOT NULL,
    key_name TEXT NOT NULL,
    seal TEXT NOT NULL
);

-- Signed statements of how far the log had come. Copies of them lie outside the database.
CREATE TABLE audit_checkpoint (
    position BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    code TEXT NOT NULL,
    key_name TEXT NOT NULL,
    signature TEXT NOT NULL
);

-- Names of the master keys that something here was sealed with: the program does not start without them.
CREATE TABLE master_key (
    name TEXT NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL
);

-- How long things are kept, where somebody has decided other than what is usual.
CREATE TABLE retention_rule (
    kind TEXT NOT NULL PRIMARY KEY,
    days BIGINT NOT NULL
);
