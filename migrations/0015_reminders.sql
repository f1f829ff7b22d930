-- Reminders: whether a round sends them, and which rounds a mail was about.

ALTER TABLE round ADD COLUMN reminds BOOLEAN NOT NULL DEFAULT TRUE;

-- It goes when its mail goes.
CREATE TABLE round_reminder (
    mail_id TEXT NOT NULL REFERENCES outgoing_mail (id) ON DELETE CASCADE,
    round_id TEXT NOT NULL REFERENCES round (id),
    -- How many reports were left then.
    reports BIGINT NOT NULL,
    PRIMARY KEY (mail_id, round_id)
);
CREATE INDEX round_reminder_round ON round_reminder (round_id);
