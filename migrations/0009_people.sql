-- How far roles go, standing in for one another, invitations, and handing over.

-- 'own' unit, 'below' (the unit and all under it), 'all' units of the installation.
ALTER TABLE person_role ADD COLUMN reach TEXT NOT NULL DEFAULT 'below';
ALTER TABLE person ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
-- When the person first signed in with credentials of their own; none while only invited.
ALTER TABLE person ADD COLUMN joined_at BIGINT;
UPDATE person SET joined_at = (
    SELECT MIN(e.at) FROM audit_event e WHERE e.kind = 'session.started' AND e.subject_id = person.id
);

-- A deputy has the roles of somebody who is away, from one day to another.
CREATE TABLE delegation (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    deputy_id TEXT NOT NULL REFERENCES person (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL
);
CREATE INDEX delegation_person ON delegation (person_id);
CREATE INDEX delegation_deputy ON delegation (deputy_id, valid_to);

-- Invitations: only a hash of the link's token is stored.
CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    invited_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX invitation_person ON invitation (person_id);

-- What whoever leaves a role writes to whoever comes after.
CREATE TABLE handover_note (
    role_id TEXT NOT NULL PRIMARY KEY REFERENCES person_role (id),
    text TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Who has taken over after a role; until then it waits among their work.
CREATE TABLE handover_receipt (
    role_id TEXT NOT NULL REFERENCES person_role (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    received_on TEXT NOT NULL,
    PRIMARY KEY (role_id, person_id)
);
