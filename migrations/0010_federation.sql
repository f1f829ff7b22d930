-- People who come by way of a provider of their organisation, roles that its claims give, and accounts that another system keeps.

-- What a provider knows somebody by, as a hash: the claims themselves are not kept.
CREATE TABLE outside_identity (
    key_hash TEXT NOT NULL PRIMARY KEY,
    -- The id of the provider in the settings.
    provider TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    linked_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX outside_identity_person ON outside_identity (person_id);

-- Roles that a provider's claims gave: they are taken away at a sign-in whose claims no longer give them.
CREATE TABLE mapped_role (
    role_id TEXT NOT NULL PRIMARY KEY REFERENCES person_role (id),
    provider TEXT NOT NULL
);

-- Through which provider somebody signed in, so that they can sign out there too.
ALTER TABLE session ADD COLUMN provider TEXT;

-- What lets another system keep the accounts of an organisation; only a hash of it is stored.
CREATE TABLE scim_token (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    organisation_id TEXT NOT NULL REFERENCES unit (id),
    -- What its maker calls it.
    name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX scim_token_organisation ON scim_token (organisation_id);

-- What another system calls somebody whose account it keeps.
CREATE TABLE scim_user (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    organisation_id TEXT NOT NULL REFERENCES unit (id),
    -- In lower case: it is compared without case.
    user_name TEXT NOT NULL,
    external_id TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX scim_user_name ON scim_user (organisation_id, user_name);
CREATE UNIQUE INDEX scim_user_external ON scim_user (organisation_id, external_id);
