-- Plans. A version's content is one document; the tables beside it are its index, written with it.

CREATE TABLE plan (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search TEXT NOT NULL,
    period_from BIGINT NOT NULL,
    period_to BIGINT NOT NULL,
    -- draft, consultation, adopted, extended, closed; whether it is in force follows from dates.
    state TEXT NOT NULL,
    -- The strategy this plan carries out, and the plan it follows on.
    strategy_id TEXT REFERENCES plan (id) DEFERRABLE INITIALLY IMMEDIATE,
    predecessor_id TEXT REFERENCES plan (id) DEFERRABLE INITIALLY IMMEDIATE,
    draft_version_id TEXT,
    adopted_version_id TEXT,
    extended_to TEXT,
    extension_reason TEXT,
    closed_on TEXT,
    closing_reason TEXT,
    published BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX plan_owner ON plan (owner_id);
CREATE INDEX plan_order ON plan (sort_key);

CREATE TABLE plan_version (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    -- 1, 2, 3 in the order they were begun.
    number BIGINT NOT NULL,
    -- draft while it may be edited; adopted and then never changed.
    state TEXT NOT NULL,
    -- The whole plan as JSON: goals, actions, indicators, bodies, texts.
    content TEXT NOT NULL,
    -- Grows with every save; a save that starts from an older one is refused.
    revision BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    decided_by TEXT,
    decided_on TEXT,
    decision_paragraph TEXT,
    diary_number TEXT,
    in_force_from TEXT,
    published_at BIGINT,
    UNIQUE (plan_id, number)
);

CREATE TABLE version_action (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    -- The same over versions and successor plans, so that figures keep their history.
    action_id TEXT NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    search TEXT NOT NULL,
    goal TEXT NOT NULL,
    frequency TEXT,
    time_plan TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (version_id, action_id)
);
CREATE INDEX version_action_action ON version_action (action_id);

CREATE TABLE version_action_body (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    action_id TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    leads BOOLEAN NOT NULL,
    PRIMARY KEY (version_id, action_id, unit_id)
);
CREATE INDEX version_action_body_unit ON version_action_body (unit_id, version_id);

-- What a body does of its own under an action, also while the plan is in force.
CREATE TABLE own_activity (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    action_id TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    text TEXT NOT NULL,
    time_plan TEXT NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX own_activity_action ON own_activity (action_id);

CREATE TABLE consultation (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    -- The plan as it was sent out.
    content TEXT NOT NULL,
    message TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    closed_on TEXT
);
CREATE INDEX consultation_plan ON consultation (plan_id);

CREATE TABLE consultation_body (
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    -- Set when the body has said that it is done, with or without comments.
    answered_on TEXT,
    PRIMARY KEY (consultation_id, unit_id)
);
CREATE INDEX consultation_body_unit ON consultation_body (unit_id);

CREATE TABLE consultation_comment (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultation (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    -- The goal or action it is about; empty for the plan as a whole.
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- adopted, partly, noted, declined; null until it is answered.
    outcome TEXT,
    answer TEXT NOT NULL DEFAULT '',
    answered_at BIGINT
);
CREATE INDEX consultation_comment_consultation ON consultation_comment (consultation_id);

-- Tasks that a plan's own rules create: review, evaluate, revise.
CREATE TABLE plan_task (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    kind TEXT NOT NULL,
    due TEXT NOT NULL,
    done_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (plan_id, kind, due)
);
CREATE INDEX plan_task_due ON plan_task (due);
