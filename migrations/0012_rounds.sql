-- Collection rounds: who owes what by when, what was handed in, and how it was reviewed. They know nothing of what they are about.
-- One text for SQLite and PostgreSQL: ids and dates are text, instants microseconds UTC, numbers BIGINT.

-- Forms that rounds of their own are opened about: each version once published never changes.
CREATE TABLE form (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- Who fills it in: a kind of unit at or below the owner.
    unit_kind TEXT NOT NULL,
    -- About how many minutes it takes.
    minutes BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_on TEXT
);
CREATE INDEX form_owner ON form (owner_id);

CREATE TABLE form_version (
    id TEXT NOT NULL PRIMARY KEY,
    form_id TEXT NOT NULL REFERENCES form (id),
    number BIGINT NOT NULL,
    -- draft while it may be edited; published and then never changed.
    state TEXT NOT NULL,
    -- The whole form as JSON.
    definition TEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (form_id, number)
);

CREATE TABLE round (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    -- What it is about: the word of a source, and the thing.
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- The year it asks about.
    year BIGINT NOT NULL,
    -- A few words to all who answer.
    message TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    -- From this day approved reports are locked.
    locks_on TEXT,
    -- The round of the period before, whose answers are shown beside the new ones.
    previous_id TEXT REFERENCES round (id) DEFERRABLE INITIALLY IMMEDIATE,
    revision BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    -- Set when it was ended; all that was approved is locked then.
    ended_on TEXT
);
CREATE INDEX round_subject ON round (subject_kind, subject_id, year);
CREATE INDEX round_owner ON round (owner_id);

-- What is asked about, frozen when the round was opened.
CREATE TABLE round_item (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round (id),
    position BIGINT NOT NULL,
    -- What the answer is about; the same in every round.
    item_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    section_key TEXT NOT NULL,
    section TEXT NOT NULL,
    href TEXT,
    minutes BIGINT NOT NULL,
    -- The form as JSON.
    form TEXT NOT NULL,
    UNIQUE (round_id, item_key)
);
CREATE INDEX round_item_key ON round_item (item_key);

-- One for each item and unit that owes an answer, or was excused from it or taken out.
CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round (id),
    item_id TEXT NOT NULL REFERENCES round_item (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    leads BOOLEAN NOT NULL,
    -- expected, draft, submitted, returned, approved, locked, excused, removed.
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    -- What was typed, by input, as JSON.
    typed TEXT NOT NULL,
    -- What was confirmed as it was the period before.
    unchanged BOOLEAN NOT NULL DEFAULT FALSE,
    changed_at BIGINT,
    -- When it was handed in the first time; what was on time stays so when it is returned.
    first_submitted_on TEXT,
    submitted_at BIGINT,
    -- Why it was excused, taken out, or added after the opening.
    reason TEXT NOT NULL DEFAULT '',
    -- What is to be completed, by field, as JSON, while it is returned.
    notes TEXT NOT NULL DEFAULT '{}',
    UNIQUE (item_id, unit_id)
);
CREATE INDEX report_round ON report (round_id, unit_id);
CREATE INDEX report_unit ON report (unit_id, state);

-- What has been done with a report, and what was handed in then.
CREATE TABLE report_step (
    id TEXT NOT NULL PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES report (id),
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    -- submitted, returned, approved, locked, unlocked, excused, added, removed, commented …
    kind TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    -- What was handed in, as JSON; kept as it was.
    typed TEXT
);
CREATE INDEX report_step_report ON report_step (report_id, at);

-- The figures of a report as it stands, so that they are found across reports.
CREATE TABLE report_figure (
    report_id TEXT NOT NULL REFERENCES report (id),
    -- Series, breakdown and category, each between @.
    slot TEXT NOT NULL,
    round_id TEXT NOT NULL REFERENCES round (id),
    -- The indicator or the like.
    series TEXT NOT NULL,
    -- Both empty for the whole.
    breakdown TEXT NOT NULL,
    category TEXT NOT NULL,
    -- number, share, rate, mean, state.
    kind TEXT NOT NULL,
    -- The value of a number or mean, 1 or 0 of a state.
    value DOUBLE PRECISION,
    -- The numerator of a share or rate; how many a mean is of.
    part BIGINT,
    -- The denominator.
    whole BIGINT,
    PRIMARY KEY (report_id, slot)
);
CREATE INDEX report_figure_series ON report_figure (series, round_id);
CREATE INDEX report_figure_round ON report_figure (round_id, series);

-- What shows that something was done: a file kept here, or an address.
CREATE TABLE report_evidence (
    id TEXT NOT NULL PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES report (id),
    title TEXT NOT NULL,
    href TEXT,
    file_name TEXT,
    media_type TEXT,
    bytes BIGINT,
    sha256 TEXT,
    added_at BIGINT NOT NULL
);
CREATE INDEX report_evidence_report ON report_evidence (report_id);

-- A file in pieces, each as base 64.
CREATE TABLE file_piece (
    file_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (file_id, position)
);

-- A unit that may hand in after the round has closed, until a day, and why.
CREATE TABLE round_extension (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    until TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    UNIQUE (round_id, unit_id)
);

-- What has been changed in a round after its opening, and why.
CREATE TABLE round_note (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round (id),
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    -- rescheduled, added, removed, extended, transferred.
    kind TEXT NOT NULL,
    unit_id TEXT REFERENCES unit (id),
    item_id TEXT REFERENCES round_item (id),
    reason TEXT NOT NULL
);
CREATE INDEX round_note_round ON round_note (round_id, at);
