-- Status reports: text written beside figures that compile themselves, frozen and published as editions.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- One edition of the report on a plan's year. What was published never changes; a correction is a new edition.
CREATE TABLE status_report (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    owner_id TEXT NOT NULL REFERENCES unit (id),
    year BIGINT NOT NULL,
    -- The plan's title when the edition was begun.
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- writing, frozen, published.
    state TEXT NOT NULL,
    -- 1, 2, 3 within plan and year.
    edition BIGINT NOT NULL,
    -- The edition that this one corrects, and why.
    correction_of TEXT REFERENCES status_report (id) DEFERRABLE INITIALLY IMMEDIATE,
    reason TEXT NOT NULL DEFAULT '',
    -- Why it was opened again after it was frozen, the last time.
    thaw_reason TEXT NOT NULL DEFAULT '',
    -- Figures and texts as JSON, from when it was frozen.
    snapshot TEXT,
    revision BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    frozen_at BIGINT,
    published_at BIGINT,
    UNIQUE (plan_id, year, edition)
);
CREATE INDEX status_report_owner ON status_report (owner_id);

-- A text of a report. There is a row from when it was first saved.
CREATE TABLE status_report_section (
    report_id TEXT NOT NULL REFERENCES status_report (id),
    -- summary, goal:<id>:assessment, goal:<id>:analysis, goal:<id>:change, goal:<id>:needs.
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    -- A step of the plan's scale, for an assessment.
    choice TEXT NOT NULL DEFAULT '',
    -- Whether its writers say that it is done.
    done BOOLEAN NOT NULL DEFAULT FALSE,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (report_id, key)
);
