### Personer, roller, inbjudningar, ersättare och överlämning.

## Efter en ändring av personer
said-person-added = { $what } är tillagd.
said-person-changed = { $what } är sparad.
said-person-deactivated = Kontot för { $what } är stängt.
said-person-reactivated = Kontot för { $what } är öppet igen.
said-role-given = { $what } har fått rollen.
said-role-ended = Rollen för { $what } är avslutad eller har fått en sista dag.
said-invitation-withdrawn = Inbjudan till { $what } är tillbakatagen.
said-welcome = Välkommen! Du är inloggad.
said-delegation-made = Ersättaren är sparad.
said-delegation-ended = { $what } är inte ersättare längre.
said-handover-written = Det du skrev är sparat.
said-handover-received = Du har tagit över efter { $what }.
said-function-added = { $what } är tillagd.
said-function-renamed = Funktionen heter nu { $what }.

## Personer
accounts-people-title = Personer
accounts-people-lead = De som har en roll i din del av organisationen, vad de får göra och om de kan logga in.
accounts-people-filter = Sök bland personerna
accounts-people-find = Namn, e-post, roll eller enhet
accounts-people-every-role = Alla roller
accounts-people-which = Konton
accounts-people-open = Öppna konton
accounts-people-account = Konto
accounts-people-state-active = Kan logga in
accounts-people-state-invited = Har inte loggat in än
accounts-people-state-closed = Stängt
accounts-people-state-all = Alla konton
accounts-people-role = { $role }, { $unit }
accounts-people-role-function = { $role } ({ $function }), { $unit }
accounts-people-all = Visa alla personer
accounts-people-none-found = Ingen person stämmer
accounts-people-none-found-help = Prova med färre ord, eller ta bort ett filter.
accounts-people-none = Här finns inga personer än
accounts-people-none-help = Lägg till den första, så kan du bjuda in henne eller honom.
accounts-person-new = Ny person
accounts-person-new-lead = Skriv vem det är och vilken roll personen får. Sedan kan du göra en inbjudan.
accounts-person-add = Lägg till personen
accounts-person-edit-of = Ändra { $name }
accounts-person-edit-lead = Namnet syns på det personen gör. Till adressen går meddelanden.
accounts-person-closed = Kontot är stängt. Personen kan inte logga in. Det personen har gjort finns kvar.
accounts-person-not-joined = Personen har inte loggat in än
accounts-person-elsewhere = Personen har också roller utanför din del av organisationen. Du kan ge och avsluta roller här, men inte ändra kontot.
accounts-person-roles-note = I din del av organisationen
accounts-person-no-roles = Ingen roll
accounts-person-no-roles-help = Utan roll kan personen bara läsa det som är publicerat.
accounts-person-reach = Räckvidd
accounts-person-days = Tid
accounts-person-days-help = Lämna sista dagen tom om rollen gäller tills vidare.
accounts-person-valid-from = Första dag
accounts-person-valid-to = Sista dag
accounts-person-deeds = Ändra
accounts-person-unit-help = Du ser de enheter där du är administratör.
accounts-person-unit-help-more = Sök ovanför om du inte ser enheten. Sök innan du fyller i resten.
accounts-person-unit-find = Hitta enheten
accounts-person-function-help = Vad personen är på enheten, till exempel rektor. Uppgifter går till funktionen.
accounts-person-no-function = Ingen funktion
accounts-person-no-deputies = Ingen ersätter personen.
accounts-person-deactivate = Stäng kontot
accounts-person-reactivate = Öppna kontot igen
accounts-reach-own = Bara enheten
accounts-reach-own-help = Rollen gäller den valda enheten, inte de som ligger under.
accounts-reach-below = Enheten och allt under
accounts-reach-below-help = Det vanliga. En roll i kommunen gäller också kommunens skolor.
accounts-reach-all = Hela installationen
accounts-reach-all-help = Alla organisationer. Bara för administratörer, granskare och statistikläsare, och bara den som själv har den räckvidden kan ge den.
accounts-reach-own-most = bara på enheten
accounts-reach-below-most = på enheten och allt under den
accounts-reach-all-most = på enheten och allt under den, eller i hela installationen
accounts-days-always = Tills vidare
accounts-days-from = Från { $from }
accounts-days-to = Till { $to }
accounts-days-between = { $from } – { $to }
accounts-role-new = Ge en roll
accounts-role-new-of = Ge { $name } en roll
accounts-role-new-lead = Rollen säger vad personen får göra. Du kan inte ge mer än du själv har.
accounts-role-give = Ge rollen
accounts-role-later = Har inte börjat
accounts-role-ended = Har upphört
accounts-role-end = Avsluta
accounts-role-end-of = Avsluta en roll för { $name }
accounts-role-end-lead = { $role }, { $unit }. Uppgifterna stannar på enheten och går till den som tar över.
accounts-role-end-help = Rollen gäller till och med den dagen. Personen kan då skriva till den som tar över.
accounts-role-end-save = Spara sista dagen
accounts-role-end-now = Avsluta genast
accounts-deactivation-of = Stäng kontot för { $name }
accounts-deactivation-lead = Personen kan inte logga in längre. Du kan öppna kontot igen.
accounts-deactivation-sessions = Personen loggas ut genast, överallt.
accounts-deactivation-invitations = Inbjudningar och länkar slutar gälla.
accounts-deactivation-kept = Det personen har gjort finns kvar, med namn.
accounts-deactivation-save = Stäng kontot

## Inbjudningar
accounts-invitations-title = Inbjudningar
accounts-invitations-lead = Vem som är inbjuden, och vilka länkar som fortfarande gäller.
accounts-invitations-none = Ingen är inbjuden
accounts-invitations-none-help = Lägg till en person, så kan du göra en inbjudan på personens sida.
accounts-invitation-make = Gör en inbjudan
accounts-invitation-renew = Ny länk
accounts-invitation-withdraw = Ta tillbaka
accounts-invitation-none-mail = Skicka en inbjudan med e-post, eller gör en inbjudan och lämna länken själv.
accounts-invitation-none = Gör en inbjudan, så får du en länk att skicka till personen.
accounts-invitation-waits = Inbjudan gäller till { $until }.
accounts-invitation-made = Inbjuden
accounts-invitation-made-by = { $time } av { $name }
accounts-invitation-state = Läge
accounts-invitation-until = Gäller till { $until }
accounts-invitation-used = Använd
accounts-invitation-expired = Har gått ut
accounts-invitation-withdrawn = Tillbakatagen
accounts-invitation-made-title = Inbjudan till { $name }
accounts-invitation-made-lead = Kopiera länken och skicka den till { $email }. Skicka den inte till någon annan: den som öppnar länken loggas in som personen.
accounts-invitation-once = Länken visas bara nu. Den kan användas en gång och gäller i { $count } dagar. Behöver du den igen gör du en ny.
accounts-invitation-done = Klar
accounts-invited-title = Välkommen till Tryggbas
accounts-invited-lead = { $name }, du är inbjuden.
accounts-invited-roles = Du får de här rollerna:
accounts-invited-accept = Tacka ja och logga in

## Ersättare
accounts-delegations-title = Ersättare
accounts-delegations-lead = När du är borta kan en kollega göra det du brukar. Det syns att det är för din räkning.
accounts-delegations-deputies = Ersättare
accounts-delegations-mine = De som ersätter dig
accounts-delegations-mine-none = Ingen ersätter dig.
accounts-delegations-others = De du ersätter
accounts-delegations-others-none = Du ersätter ingen just nu.
accounts-delegation-deputy = Ersättare
accounts-delegation-away = Borta
accounts-delegation-new = Välj ersättare
accounts-delegation-new-for = Välj ersättare för { $name }
accounts-delegation-new-lead = Ersättaren får rollerna under tiden. Rollerna administratör och granskare följer inte med: dem ger en administratör.
accounts-delegation-deputy-email = Ersättarens e-post
accounts-delegation-deputy-help = En kollega med konto i samma organisation.
accounts-delegation-days-help = Högst ett år. Båda dagarna räknas.
accounts-delegation-save = Spara ersättaren
accounts-delegation-end = Avsluta
accounts-account-for = { $role } (för { $name })

## Överlämning
accounts-handover-link = Överlämning
accounts-handover-receive = Ta över efter { $name }
accounts-handover-receive-why = Du har börjat på { $unit }. Här är det som väntar, planerna och det din företrädare skrev.
accounts-handover-receive-deed = Läs överlämningen
accounts-handover-write = Skriv till den som tar över efter dig
accounts-handover-write-why = Din roll på { $unit } upphör. Några rader hjälper den som kommer.
accounts-handover-write-deed = Skriv överlämningen
accounts-handover-title = Överlämning: { $role }, { $unit }
accounts-handover-lead-successor = { $name } lämnar { $date }. Det här tar du över.
accounts-handover-lead-predecessor = Din sista dag är { $date }. Det här ser den som tar över.
accounts-handover-lead-administrator = { $name } lämnar { $date }. Det här ser den som tar över.
accounts-handover-note = Till den som tar över
accounts-handover-note-from = Från { $name }
accounts-handover-no-note = { $name } har inte skrivit något.
accounts-handover-text = Vad behöver den som tar över veta?
accounts-handover-text-help = Var saker finns, vem man frågar, vad som är på gång. Skriv inget om enskilda barn eller elever.
accounts-handover-work = Väntar på att göras
accounts-handover-work-count =
    { $count ->
        [one] 1 sak
       *[other] { $count } saker
    }
accounts-handover-no-work = Inget väntar just nu.
accounts-handover-plans = Enhetens planer
accounts-handover-no-plans = { $unit } har ingen egen plan här.
accounts-handover-promises = Se vad { $unit } har lovat
accounts-handover-done = Jag har tagit över
accounts-handover-received = Du har tagit över.

## Vem får göra vad
accounts-permissions-title = Vem får göra vad
accounts-permissions-lead = Vad varje roll får göra, och hur långt den når.
accounts-permissions-at = Vem som når { $name }
accounts-permissions-held-at = Roll på
accounts-permissions-may = Får
accounts-permissions-nobody = Ingen i din del av organisationen når enheten.
accounts-permissions-above = Personer med en roll ovanför din del av organisationen kan också nå enheten. De visas inte här.
accounts-permissions-roles = Roller
accounts-permissions-how = En roll ges på en enhet. Den når så långt som det står här, eller kortare om den gavs med kortare räckvidd.
accounts-permissions-find = Öppna en enhet för att se vilka personer som når just den.
accounts-permissions-find-go = Hitta enheten
accounts-permissions-right = { $verbs } – { $reach }
accounts-permissions-what = Vad rollen är till för
accounts-permissions-not-delegated = Rollen följer inte med till en ersättare.
accounts-permissions-words = Vad orden betyder

## Funktioner
accounts-function-new = Ny funktion
accounts-function-new-lead = Vad någon är på sin enhet. Uppgifter kan gå till alla som har funktionen.
accounts-function-name = Namn
accounts-function-name-help = Till exempel Rektor eller Kurator.
accounts-function-kind = Finns på
accounts-function-edit = Byt namn på { $name }
accounts-function-edit-lead = Roller och uppgifter som hör till funktionen följer med.
accounts-functions-rename-help = Du kan byta namn på funktioner som bara används i din del av organisationen.
