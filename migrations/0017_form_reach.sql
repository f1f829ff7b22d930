-- Where a form's units are looked for: `below` its owner, itself among them, or in the `area`: the whole municipality, region or county.
ALTER TABLE form ADD COLUMN reach TEXT NOT NULL DEFAULT 'below';
