-- How much each body has promised in a version, so that lists over all plans need not count every action.

CREATE TABLE version_body (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    -- Actions it leads, and actions it takes part in without leading.
    leads BIGINT NOT NULL,
    takes_part BIGINT NOT NULL,
    PRIMARY KEY (version_id, unit_id)
);
CREATE INDEX version_body_unit ON version_body (unit_id);

INSERT INTO version_body (version_id, unit_id, leads, takes_part)
SELECT version_id, unit_id, SUM(CASE WHEN leads THEN 1 ELSE 0 END), SUM(CASE WHEN leads THEN 0 ELSE 1 END)
FROM version_action_body
GROUP BY version_id, unit_id;
