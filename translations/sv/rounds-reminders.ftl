# Påminnelser i en insamling: vem som får dem, när, och vem som inte går att nå.

round-reminders = Påminnelser
round-reminders-lead = Den som inte har lämnat in får e-post: en sammanställning varje måndag, och påminnelser tre dagar före sista dagen och en och sju dagar efter. Ingen får mer än ett brev om dagen.
round-reminders-pause = Stäng av påminnelser
round-reminders-resume = Slå på påminnelser
round-reminders-off = Påminnelserna är avstängda. Ingen får e-post om den här insamlingen.
round-reminders-ended = Insamlingen är avslutad. Inga fler påminnelser går ut.
round-reminders-no-mail = Ingen e-postserver är inställd, så inga påminnelser går ut. Den som driver tjänsten kan ställa in en.
round-reminders-unreached = Ring eller ge någon ett konto
round-reminders-unreached-help = De här aktörerna har inte lämnat in, och ingen där har ett konto som kan svara. De får inga påminnelser.
round-reminders-add-person = Lägg till en person
round-reminders-coming = Det här går ut de närmaste 14 dagarna
round-reminders-coming-help = Om ingen lämnar in något mer. Breven går ut från klockan 7. Den som har kvar att lämna in i flera insamlingar får ett enda brev.
round-reminders-none = Inga påminnelser går ut
round-reminders-none-help = Ingen som går att nå har något kvar att lämna in de närmaste 14 dagarna, eller så har insamlingen inte öppnat eller redan stängt.
round-reminders-monday =
    { $count ->
        [one] Måndag { $day }: sammanställning till { $count } person
       *[other] Måndag { $day }: sammanställning till { $count } personer
    }
round-reminders-extra =
    { $count ->
        [one] { $day }: påminnelse till { $count } person
       *[other] { $day }: påminnelse till { $count } personer
    }
round-reminders-told = Det här har gått ut
round-reminders-told-day =
    { $count ->
        [one] { $day }: { $count } person
       *[other] { $day }: { $count } personer
    }
round-reminders-person = Person
round-reminders-left = Kvar att lämna in
round-reminders-left-then = Kvar då
round-reminders-state = Brevet
said-round-reminders-paused = Påminnelserna är avstängda.
said-round-reminders-resumed = Påminnelserna är på.
event-round-reminded = Påminde någon som inte hade lämnat in
event-round-reminders-paused = Stängde av en insamlings påminnelser
event-round-reminders-resumed = Slog på en insamlings påminnelser
