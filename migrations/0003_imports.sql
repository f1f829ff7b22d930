-- What was read from a file or a pasted text and waits to be saved as a plan.

CREATE TABLE plan_import (
    id TEXT NOT NULL PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES unit (id),
    -- The plan it would change; null for a new plan.
    plan_id TEXT REFERENCES plan (id),
    file_name TEXT NOT NULL,
    -- What was understood, with the corrections made since, as JSON.
    reading TEXT NOT NULL,
    revision BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    saved_as TEXT REFERENCES plan (id)
);
CREATE INDEX plan_import_owner ON plan_import (owner_id, created_at);
