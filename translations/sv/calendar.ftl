### Årshjulet: när något återkommer i en organisations år, och adressen till ens egen kalender.

chapter-calendar = Årshjul

## Året
calendar-title = Årshjul { $year }
calendar-lead = Det som återkommer i din organisation, och dagar att hålla reda på i planer och insamlingar.
calendar-year = År
calendar-years = År
calendar-now = Den här månaden
calendar-in-month = Dagar i { $month }
calendar-when = När
calendar-what = Vad
calendar-over = Har varit
calendar-empty = Inget står i årshjulet det här året
calendar-empty-write = Börja med våra förslag: delår, verksamhetsberättelse, läsårsslut, planuppföljning. Ni ändrar dem som ni vill.
calendar-empty-read = När samordnaren har lagt in när ni följer upp står det här.
calendar-month-1 = Januari
calendar-month-2 = Februari
calendar-month-3 = Mars
calendar-month-4 = April
calendar-month-5 = Maj
calendar-month-6 = Juni
calendar-month-7 = Juli
calendar-month-8 = Augusti
calendar-month-9 = September
calendar-month-10 = Oktober
calendar-month-11 = November
calendar-month-12 = December
calendar-occasion = { $name }, { $owner }

## Tillfällen
calendar-occasions-title = Tillfällen som återkommer
calendar-occasions-lead = När ni rapporterar, följer upp och ser över. Varje organisation har sina egna.
calendar-occasions-none = Inga tillfällen än
calendar-name = Namn
calendar-name-help = Som ni själva säger, till exempel T1 eller Läsårsslut.
calendar-next = Nästa gång
calendar-recurrence = Hur ofta
calendar-every =
    { $count ->
        [1] Varje år
        [2] Vartannat år
        [3] Vart tredje år
        [4] Vart fjärde år
       *[other] Med { $count } års mellanrum
    }
calendar-whom = Vem det gäller
calendar-whom-each = Varje { $kind }
calendar-whom-function = { $function } vid varje { $kind }
calendar-whom-there = { $function } vid { $unit }
calendar-whom-owner = Bara enheten själv
calendar-whom-everybody = Alla som svarar för enheten
calendar-whom-help = De här får tillfället i Mitt arbete och klarmarkerar det, var enhet för sig.
calendar-owner = I vems år
calendar-owner-help = Alla som arbetar där, eller på en enhet under, ser tillfället i årshjulet.
calendar-occasion-new = Nytt tillfälle
calendar-occasion-edit = Ändra tillfället
calendar-occasion-lead = Skriv när det är första gången, så räknar årshjulet ut resten.
calendar-field-what = Vad som ska göras
calendar-field-days = Första gången
calendar-field-days-help = Samma dagar återkommer sedan. Ett tillfälle kan gå över ett årsskifte.
calendar-field-from = Från och med
calendar-field-to = Till och med
calendar-field-unit-kind = Enheter
calendar-field-function = Funktion
calendar-field-days-ahead = Visas i Mitt arbete så många dagar före
calendar-field-days-ahead-help = Räknat från den första dagen.
calendar-field-minutes = Ungefär så lång tid tar det
calendar-days = dagar
calendar-save = Spara
calendar-edit = Ändra
calendar-conflict = Någon annan har sparat tillfället medan du skrev. Det du skrev står kvar här. Spara igen om det är ditt som ska gälla.
calendar-end = Ta bort ur årshjulet
calendar-end-help = Tillfället försvinner ur årshjulet och ur Mitt arbete. Vad enheter har klarmarkerat finns kvar i granskningsloggen.
calendar-done = Klart för { $year }
calendar-done-on = Klart { $day }
calendar-not-done = Inte klart
calendar-complete-help = Markera när ni är klara för { $year }. Då försvinner det ur Mitt arbete.
calendar-reopen = Inte klart ändå
calendar-units = Så långt har enheterna kommit
calendar-units-done = { $done } av { $count } klara
calendar-unit = Enhet
calendar-state = Läge

## Mitt arbete
calendar-work = { $name }: { $unit }
calendar-work-why = Det står i årshjulet för { $owner }.
calendar-work-deed = Klarmarkera

## Förslag
calendar-suggestions-title = Våra förslag
calendar-suggestions-lead = Välj vilka ni vill ta över. De blir era egna, och ni ändrar namn, dagar och vem det gäller som ni vill.
calendar-suggestions-which = Tillfällen
calendar-suggestions-submit = Ta över
calendar-suggestion-help = { $when }. { $every }. { $what }
calendar-suggestion-annual-report = Verksamhetsberättelse (VB)
calendar-suggestion-annual-report-what = Sammanfatta året: vad som blev gjort, vad det ledde till och vad som återstår.
calendar-suggestion-first-tertial = Delår 1 (T1)
calendar-suggestion-first-tertial-what = Följ upp januari till april, och lyft det som inte går som planerat.
calendar-suggestion-school-year = Läsårsslut
calendar-suggestion-school-year-what = Utvärdera läsårets förebyggande arbete tillsammans med elever och personal, och skriv planen för nästa läsår.
calendar-suggestion-second-tertial = Delår 2 (T2)
calendar-suggestion-second-tertial-what = Följ upp januari till augusti, och säg hur året ser ut att sluta.
calendar-suggestion-plan-review = Planuppföljning
calendar-suggestion-plan-review-what = Gå igenom planens åtgärder och indikatorer, och bestäm vad som ska ändras nästa år.
calendar-suggestion-evaluation = Utvärdering
calendar-suggestion-evaluation-what = Ta reda på om planen gör skillnad, gärna med hjälp utifrån.

## Egen kalender
calendar-feed-title = Prenumerera i din kalender
calendar-feed-lead = Få årshjulets dagar i Outlook, i telefonen eller i en annan kalender.
calendar-feed-how = Du får en adress som bara är din. Lägg in den som en prenumeration i kalendern, så uppdateras den av sig själv. I kalendern syns titlar och länkar, inget annat. Du ser samma dagar som här, och bara så länge du får se dem.
calendar-feed-made = Din adress gjordes { $at }.
calendar-feed-make = Gör en adress
calendar-feed-renew = Gör en ny adress
calendar-feed-renew-help = Adressen visas bara när den görs. Har du tappat bort den, eller tror att någon annan har den, gör du en ny. Då slutar den gamla att fungera.
calendar-feed-revoke = Ta bort adressen
calendar-feed-made-title = Din adress
calendar-feed-made-lead = Kopiera adressen och lägg in den som en prenumeration i din kalender.
calendar-feed-once = Adressen visas bara nu. Den som har adressen kan läsa dina dagar, så ge den inte till någon annan.
calendar-feed-done = Klar
calendar-feed-name = Tryggbas

## Sagt efteråt
said-occasion-added = Tillfället är tillagt.
said-occasion-saved = Tillfället är sparat.
said-occasion-ended = ”{ $what }” är borttaget ur årshjulet.
said-occasion-completed = Klarmarkerat.
said-occasion-reopened = Det är inte längre klarmarkerat.
said-occasions-taken-over = Tillagda: { $what } tillfällen. Ändra dem som ni vill.
said-calendar-feed-revoked = Adressen är borttagen. Den fungerar inte längre.
