-- Figures from outside, and where a plan's indicators take their figures from.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- A series of figures that somebody else keeps, such as one of Kolada's.
CREATE TABLE outside_series (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- Where it comes from, in words: Kolada N07403.
    origin TEXT NOT NULL,
    -- number, share, rate, mean.
    kind TEXT NOT NULL,
    -- Per how many a rate is told.
    per BIGINT,
    note TEXT NOT NULL,
    -- The day the figures were fetched, the last time.
    fetched_on TEXT NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX outside_series_owner ON outside_series (owner_id);

-- A year of such a series. A year without a row is a gap.
CREATE TABLE outside_value (
    series_id TEXT NOT NULL REFERENCES outside_series (id),
    year BIGINT NOT NULL,
    -- The value as it is told, where that is what was given.
    value DOUBLE PRECISION,
    -- The numerator of a share or rate.
    part BIGINT,
    -- The denominator; how many a mean is of.
    whole BIGINT,
    PRIMARY KEY (series_id, year)
);

-- Where an indicator takes its figures from. Without a row, from what bodies report on the plan.
CREATE TABLE indicator_source (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    -- The same over versions and in plans that follow on.
    indicator_id TEXT NOT NULL,
    -- bodies, outside, feed.
    kind TEXT NOT NULL,
    -- The outside series, or the series of a form; empty for bodies.
    source TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    set_by TEXT NOT NULL,
    PRIMARY KEY (plan_id, indicator_id)
);
CREATE INDEX indicator_source_source ON indicator_source (source);
