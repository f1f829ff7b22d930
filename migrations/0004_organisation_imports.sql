-- What was read from a file with an organisation and waits to be saved.

CREATE TABLE organisation_import (
    id TEXT NOT NULL PRIMARY KEY,
    -- Everything in the file is compared with what lies at or below this unit, and placed there.
    parent_id TEXT NOT NULL REFERENCES unit (id),
    file_name TEXT NOT NULL,
    -- What was understood, as JSON.
    reading TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    saved_at BIGINT
);
CREATE INDEX organisation_import_created ON organisation_import (created_at);
