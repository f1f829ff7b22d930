-- Who there is: bodies and units as a tree, functions, people, and the log of what they did.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.
-- References within a table can be deferred, so that a backup is restored whatever the order of its rows.

CREATE TABLE unit (
    id TEXT NOT NULL PRIMARY KEY,
    parent_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY IMMEDIATE,
    -- The ids from the root down to this unit, each between slashes: what lies below is found by prefix.
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Swedish order, as a hexadecimal collation key.
    sort_key TEXT NOT NULL,
    -- Name, other names and codes in lower case, for finding.
    search TEXT NOT NULL,
    -- Other names it is known by, as a JSON list.
    also TEXT NOT NULL DEFAULT '[]',
    role_text TEXT NOT NULL DEFAULT '',
    school_unit_code TEXT,
    municipality_code TEXT,
    organisation_number TEXT,
    -- What the register knows besides, as JSON: school forms, grades, organiser, place.
    details TEXT NOT NULL DEFAULT '{}',
    -- Groups only: 'each' member answers, or 'one' answers for all.
    answers TEXT,
    valid_from TEXT,
    valid_to TEXT,
    -- The unit that took over when this one was merged or replaced.
    successor_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY IMMEDIATE,
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX unit_parent ON unit (parent_id, sort_key);
CREATE INDEX unit_kind ON unit (kind, sort_key);
CREATE INDEX unit_order ON unit (sort_key);
CREATE INDEX unit_path ON unit (path);
CREATE UNIQUE INDEX unit_school_unit_code ON unit (school_unit_code) WHERE valid_to IS NULL;
CREATE INDEX unit_organisation_number ON unit (organisation_number);

-- Former names, so that an old plan's words still lead to the unit.
CREATE TABLE unit_name (
    unit_id TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    PRIMARY KEY (unit_id, name, valid_to)
);

-- Members of a group such as the municipalities of a county, or a platform.
CREATE TABLE unit_member (
    group_id TEXT NOT NULL REFERENCES unit (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (group_id, unit_id)
);
CREATE INDEX unit_member_unit ON unit_member (unit_id);

-- Functions that people hold at units: rektor at a school, samordnare at an administration.
CREATE TABLE job_function (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- The kind of unit it sits at.
    unit_kind TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL DEFAULT 'sv',
    active BOOLEAN NOT NULL DEFAULT TRUE
);

-- What a person is, where, and for how long. Tasks belong to the unit and the role, never to the person.
CREATE TABLE person_role (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    role TEXT NOT NULL,
    function_id TEXT REFERENCES job_function (id),
    valid_from TEXT,
    valid_to TEXT
);
CREATE INDEX person_role_person ON person_role (person_id);
CREATE INDEX person_role_unit ON person_role (unit_id);

-- Sessions: only a hash of the token is stored.
CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_expires ON session (expires_at);

-- One-time links: only a hash of the token is stored.
CREATE TABLE sign_in_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE audit_event (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    organisation_id TEXT,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_id, at);
CREATE INDEX audit_event_at ON audit_event (at);
