### Ord som alla sidor delar: felsidor, fel i formulär, roller, slag av enheter.

## Felsidan
error-start = Till startsidan
error-code = Felkod: { $code } ({ $status })

## Vad som kan gå fel: vad som hände, och vad du kan göra
problem-not-found = Sidan finns inte
problem-not-found-help = Adressen kan vara fel, eller så har du inte behörighet att se sidan. Sök, eller börja om från startsidan.
problem-not-allowed = Du får inte göra det här
problem-not-allowed-help = Din roll räcker inte. Be administratören i din organisation om hjälp, eller byt till en annan roll.
problem-not-signed-in = Du behöver logga in
problem-not-signed-in-help = Logga in och försök igen.
problem-invalid = Något i formuläret behöver rättas
problem-invalid-help = Gå tillbaka, kontrollera fälten och skicka igen. Det du skrev finns kvar.
problem-conflict = Någon annan hann före
problem-conflict-help = Det du ville ändra har ändrats sedan du öppnade sidan. Inget har skrivits över. Gå tillbaka, läs in sidan på nytt och gör om din ändring.
problem-link-spent = Länken går inte att använda
problem-link-spent-help = Den är redan använd, har ersatts av en nyare eller är för gammal. Har du redan valt hur du loggar in kan du göra det. Annars ber du om en ny länk.
problem-ceremony-over = Det har gått för lång tid
problem-ceremony-over-help = Det du höll på med är avslutat: det tog mer än tio minuter, eller är redan gjort. Börja om från början.
problem-passkey-refused = Passnyckeln gick inte att använda
problem-passkey-refused-help = Den hör inte till den här webbplatsen, är borttagen eller har redan svarat. Försök igen, eller logga in med lösenord och kod.
problem-passkeys-need-a-name = Här går det inte att använda passnycklar
problem-passkeys-need-a-name-help = Webbläsare ger bara passnycklar till adresser med namn, och den här adressen består av siffror. Be den som driver tjänsten om en adress med namn.
problem-last-way-to-sign-in = Det är ditt enda sätt att logga in
problem-last-way-to-sign-in-help = Lägg först till en annan passnyckel, eller ett lösenord och en app för koder.
problem-too-large = Det du skickade är för stort
problem-too-large-help = Dela upp filen eller texten i mindre delar och försök igen.
problem-too-many = För mycket på kort tid
problem-too-many-help = Vänta en minut och försök igen. Gå tillbaka i webbläsaren, så finns det du skrev kvar.
problem-malformed = Det du skickade gick inte att läsa
problem-malformed-help = Gå tillbaka till sidan, läs in den på nytt och försök igen.
problem-foreign-origin = Anropet kom inte från den här webbplatsen
problem-foreign-origin-help = För din säkerhet tar vi bara emot ändringar från våra egna sidor. Gå till startsidan och gör om ändringen därifrån.
problem-internal = Något gick fel hos oss
problem-internal-help = Felet är loggat. Vänta en stund och försök igen. Hör av dig till den som driver tjänsten om felet kommer tillbaka.
problem-organisation-founded = Organisationen finns redan
problem-organisation-founded-help = Tryggbas är redan igång. Logga in och fortsätt från startsidan.
problem-unit-below-itself = En enhet kan inte ligga under sig själv
problem-unit-below-itself-help = Välj en annan överordnad enhet.
problem-unit-ended-already = Enheten har upphört
problem-unit-ended-already-help = En enhet som har upphört går inte att ändra. Den finns kvar för historiens skull.
problem-unit-has-units = Enheten har andra enheter under sig
problem-unit-has-units-help = Flytta eller avsluta först enheterna som ligger under den.
problem-unit-no-group = Det går inte att ändra medlemmarna
problem-unit-no-group-help = Bara grupper och plattformar har medlemmar, och en grupp kan inte vara medlem i sig själv.
problem-import-saved = Inläsningen är redan sparad
problem-import-saved-help = Läs in filen på nytt om du vill ta med fler ändringar.

## Vad en plans läge inte tillåter
problem-goal-without-title = Målet saknar titel
problem-goal-without-title-help = Skriv vad målet heter och spara igen.
problem-plan-standing-adopted = Uppgifterna går inte att ändra
problem-plan-standing-adopted-help = De hör till en antagen plan. Börja en revidering om de ska ändras.
problem-role-ended = Rollen har redan upphört
problem-role-ended-help = Läs in sidan igen. Ge personen en ny roll om den ska börja om.
problem-last-administrator = Ingen annan är administratör där
problem-last-administrator-help = Ge någon annan rollen administratör tills vidare, och försök igen.
problem-person-is-you = Du kan inte stänga ditt eget konto
problem-person-is-you-help = Be en annan administratör om det.
problem-person-inactive = Kontot är stängt
problem-person-inactive-help = Öppna kontot först.
problem-person-active = Kontot är redan öppet
problem-person-active-help = Läs in sidan igen, så ser du hur det är nu.
problem-person-joined = Personen har redan loggat in
problem-person-joined-help = En inbjudan behövs bara första gången.
problem-invitation-over = Inbjudan går inte att ta tillbaka
problem-invitation-over-help = Den är använd, har gått ut eller är redan tillbakatagen.

## Fel i fält
field-error-of = { $field }: { $error }
field-error-missing = Fyll i det här fältet.
field-error-too-long =
    { $count ->
        [one] Skriv högst 1 tecken.
       *[other] Skriv högst { $count } tecken.
    }
field-error-too-short =
    { $count ->
        [one] Skriv minst 1 tecken.
       *[other] Skriv minst { $count } tecken.
    }
field-error-too-easy = Det här lösenordet är bland de första som någon provar. Lägg till några ord som inte hör ihop.
field-error-not-right = Det stämmer inte. Kontrollera och skriv igen.
field-error-not-a-choice = Välj ett av alternativen.
field-error-not-a-date = Skriv ett datum, till exempel 2025-03-12.
field-error-not-a-period = Skriv ett eller två årtal, till exempel 2024–2027.
field-error-not-a-number = Skriv ett tal med siffror.
field-error-too-early = Datumet är för tidigt. Det måste komma efter början.
field-error-too-late = Datumet är för sent. Välj en tidigare dag.
field-error-in-future = Datumet ligger i framtiden. Skriv ett datum till och med i dag.
field-error-taken = Det här används redan. Kontrollera att det inte finns sedan tidigare.
field-error-not-a-code = Det är inte skrivet som det ska. Jämför med exemplet och skriv om.
field-error-unknown = Det finns inte, eller finns inte längre. Välj något annat.
field-error-circular = En enhet kan inte ligga under sig själv. Välj en annan.

## Roller
role-administrator = Administratör
role-coordinator = Samordnare
role-reporter = Rapportör
role-approver = Godkännare
role-district-manager = Områdeschef
role-principal = Rektor
role-programme-coordinator = Programsamordnare
role-staff = Personal
role-board-member = Ledamot
role-auditor = Granskare
role-statistics-reader = Statistikläsare

## Slag av enheter
unit-kind-county = Län
unit-kind-region = Region
unit-kind-municipality = Kommun
unit-kind-board = Nämnd
unit-kind-administration = Förvaltning
unit-kind-district = Stadsdel eller område
unit-kind-school-unit = Skolenhet
unit-kind-leisure-centre = Fritidsgård
unit-kind-company = Bolag
unit-kind-authority = Myndighet
unit-kind-association = Förening
unit-kind-platform = Plattform
unit-kind-group = Grupp
unit-kind-other = Annat

## En roll som någon har
role-held = { $role }, { $unit }
role-held-for = { $role }, { $unit } (för { $name })

## Vad en roll får göra
verb-see = Läsa
verb-see-help = Läsa också det som inte är publicerat, till exempel utkast till planer.
verb-write = Skriva
verb-write-help = Skriva och ändra planer, läsa in dem och skicka dem på remiss.
verb-submit = Svara
verb-submit-help = Svara för en enhet: lämna synpunkter, egna aktiviteter och redovisningar.
verb-approve = Besluta
verb-approve-help = Skriva in beslut: anta, förlänga och avsluta planer, godkänna det som lämnas in.
verb-unlock = Låsa upp
verb-unlock-help = Öppna det som är låst, med ett skäl.
verb-export = Ta ut uppgifter
verb-export-help = Hämta många uppgifter på en gång som fil.
verb-publish = Publicera
verb-publish-help = Göra en antagen plan öppen för alla, och dra tillbaka den.
verb-administer = Administrera
verb-administer-help = Ändra organisationen, lägga till personer och ge dem roller.
verb-audit = Granska
verb-audit-help = Läsa loggen över vem som har gjort vad.
