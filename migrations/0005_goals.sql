-- The goals of a version, so that goals of other plans are found by what they support.

CREATE TABLE version_goal (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    -- The same over versions and successor plans.
    goal_id TEXT NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position BIGINT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    -- The goal of the plan above that it supports.
    supports TEXT,
    PRIMARY KEY (version_id, goal_id)
);
CREATE INDEX plan_strategy ON plan (strategy_id);
