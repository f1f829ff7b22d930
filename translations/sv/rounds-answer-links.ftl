# Svarslänkar i en insamling: någon utan konto svarar för en aktör.

answer-link-purpose-round-report = Svara på en insamling: fylla i och lämna in redovisningar
round-answer-links-lead = Den som saknar konto, till exempel en polis, kan svara för en aktör med en länk. Länken öppnar aktörens redovisningar i den här insamlingen och inget annat.
round-answer-links-none-ended = Insamlingen är avslutad. Nya länkar behövs inte.
round-answer-link-unit-help = Aktören som personen svarar för.
round-answer-link-for = Gör en svarslänk
