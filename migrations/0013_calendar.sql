-- The year wheel: occasions on which an organisation reports, reviews and decides, and the addresses of people's calendar feeds.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- Each organisation's own: when something comes back, what is to be done then, and by whom.
CREATE TABLE occasion (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    -- What is to be done.
    what TEXT NOT NULL,
    -- Whom it concerns: units of this kind at or below the owner; empty for the owner alone.
    unit_kind TEXT NOT NULL,
    -- By name, whoever holds this function there; empty for everybody who answers for the unit.
    job_function TEXT NOT NULL,
    -- The days it lasted, or lasts, the first time.
    first_from TEXT NOT NULL,
    first_to TEXT NOT NULL,
    -- It comes back after so many years.
    every_years BIGINT NOT NULL,
    -- So many days before it begins it stands in people's work.
    days_ahead BIGINT NOT NULL,
    -- About how many minutes it takes.
    minutes BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    -- The day it was taken out of the wheel.
    ended_on TEXT
);
CREATE INDEX occasion_owner ON occasion (owner_id);

-- That a unit has done what an occasion asks for.
CREATE TABLE occasion_completion (
    id TEXT NOT NULL PRIMARY KEY,
    occasion_id TEXT NOT NULL REFERENCES occasion (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    -- The year in which that time began.
    year BIGINT NOT NULL,
    done_on TEXT NOT NULL,
    UNIQUE (occasion_id, unit_id, year)
);
CREATE INDEX occasion_completion_unit ON occasion_completion (unit_id, year);

-- The one address at which somebody's own dates are read; only a hash of its secret is stored.
CREATE TABLE calendar_feed (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL
);
