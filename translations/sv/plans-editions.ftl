### Utgåvor av en plan, och planen som arbetsbok i Excel.

## Utgåvor
plans-editions-title = Ladda ner planen
plans-editions-lead = Samma plan i flera former. Välj den som passar för det du ska göra.
plans-editions-name-full = Hela planen
plans-editions-name-short = Kortversion
plans-editions-name-list = Åtgärdslista
plans-editions-name-actors = Per aktör
plans-editions-help-full = Allt som står i planen: texter, mål, åtgärder, indikatorer och aktörernas roller. För beslut, diariet och den som vill läsa allt.
plans-editions-help-short = Vad planen handlar om och varje åtgärd på en rad med vem som leder. För den som vill förstå planen på fem minuter.
plans-editions-help-list = Alla åtgärder på några få liggande sidor, med vem som leder, när och hur ofta. Att sätta upp på väggen.
plans-editions-help-actors = Vad var och en har lovat: det de leder och det de medverkar i. För aktörens egen verksamhetsplan.
plans-editions-format-html = Webbsida
plans-editions-format-pdf = PDF
plans-editions-format-docx = Word
plans-editions-format-xlsx = Excel
plans-editions-hint-html = Läs här
plans-editions-hint-pdf = Att skriva ut och arkivera
plans-editions-hint-docx = Att skriva vidare i
plans-editions-hint-xlsx = Att sortera och filtrera
plans-editions-pages-full = En sida om beslutet, innehåll och sedan ungefär en sida per två åtgärder.
plans-editions-pages-short = Högst fyra sidor.
plans-editions-pages-list = En till tre liggande sidor.
plans-editions-pages-actors = Ungefär en sida per aktör.
plans-editions-download = Ladda ner { $edition } som { $format }
plans-editions-one-actor = En aktör i taget
plans-editions-one-actor-help = Bara det som en aktör har lovat.
plans-editions-actor = Aktör
plans-editions-actor-open = Visa aktörens del
plans-editions-edit = Redigera i Excel
plans-editions-edit-help = Hämta planen som arbetsbok, ändra i Excel och läs tillbaka den. Du ser exakt vad som ändras innan något sparas.
plans-editions-workbook = Hämta arbetsboken
plans-editions-read-back = Läs tillbaka en arbetsbok
plans-editions-read-draft = Du ser ett utkast. Filerna märks som utkast.

plans-editions-file-full = hela planen
plans-editions-file-short = kortversion
plans-editions-file-list = åtgärdslista
plans-editions-file-actors = per aktör

## I dokumenten
plans-editions-subtitle-short = Kortversion, { $period }
plans-editions-subtitle-list = { $actions } { $period }
plans-editions-subtitle-actors = Vad var och en har lovat, { $period }
plans-editions-subtitle-actor = { $name }: vad vi har lovat, { $period }
plans-editions-contents = Innehåll
plans-editions-page = Sida { $page } av { $pages }
plans-editions-running = Version { $number }, beslutad { $date }
plans-editions-running-reference = Version { $number }, beslutad { $date }, dnr { $reference }
plans-editions-running-draft = Utkast, version { $number }, sparat { $date }
plans-editions-draft = Det här är ett utkast. Det är inte beslutat och kan ändras.
plans-editions-in-consultation = Det här är ett förslag som är på remiss. Det är inte beslutat.
plans-editions-closed = Planen gäller inte längre. Den avslutades { $day }.

plans-editions-fact-owner = Planens ägare
plans-editions-fact-period = Gäller
plans-editions-fact-decided-by = Beslutad av
plans-editions-fact-decided-on = Beslutad
plans-editions-fact-paragraph = Paragraf
plans-editions-fact-diary-number = Diarienummer
plans-editions-fact-in-force-from = Börjar gälla
plans-editions-fact-extended-to = Förlängd till och med
plans-editions-fact-closed-on = Avslutad
plans-editions-because = { $day }. { $reason }
plans-editions-fact-version = Version
plans-editions-version = { $number }
plans-editions-version-draft = { $number }, utkast sparat { $date }

plans-editions-summary = Sammanfattning
plans-editions-what = { $actions } i korthet
plans-editions-no-goal = Utan mål
plans-editions-goal-follow-up = Så följer vi målet
plans-editions-expectations = Det här väntas
plans-editions-bodies = Aktörerna och deras delar
plans-editions-rules = När planen ses över
plans-editions-fact-sheets = Så räknar vi
plans-editions-leads =
    { $count ->
        [one] Leder en åtgärd
       *[other] Leder { $count } åtgärder
    }
plans-editions-takes-part =
    { $count ->
        [one] Medverkar i en åtgärd
       *[other] Medverkar i { $count } åtgärder
    }
plans-editions-nothing = Planen nämner ingen åtgärd för den här aktören.
plans-editions-part-leads = Leder
plans-editions-part-takes-part = Medverkar

plans-editions-review-every =
    { $count ->
        [1] Planen ses över varje år.
        [2] Planen ses över vartannat år.
        [3] Planen ses över vart tredje år.
        [4] Planen ses över vart fjärde år.
       *[other] Planen ses över med { $count } års mellanrum.
    }
plans-editions-evaluate-every =
    { $count ->
        [1] Planen utvärderas varje år.
        [2] Planen utvärderas vartannat år.
        [3] Planen utvärderas vart tredje år.
        [4] Planen utvärderas vart fjärde år.
       *[other] Planen utvärderas med { $count } års mellanrum.
    }
plans-editions-first-revision = Planen får revideras första gången { $year }.
plans-editions-report-yearly = Åtgärderna följs upp varje år om inget annat står.
plans-editions-report-tertial = Åtgärderna följs upp varje tertial om inget annat står.
plans-editions-report-once = Åtgärderna följs upp en gång om inget annat står.
plans-editions-report-at-end = Åtgärderna följs upp när planen är slut om inget annat står.
plans-editions-assessment-scale = Hur långt ett mål är nått bedöms med orden: { $scale }.

plans-editions-column-number = Nr
plans-editions-column-responsible = Ansvariga
plans-editions-column-lead = Leder
plans-editions-column-with = Medverkar
plans-editions-column-follow-up = Uppföljning
plans-editions-column-followed-up-in = Följs upp i
plans-editions-column-frequency = Hur ofta
plans-editions-column-time = Tidplan
plans-editions-column-training = Utbildning
plans-editions-column-indicator = Indikator
plans-editions-column-baseline = Utgångsvärde
plans-editions-column-target = Målvärde
plans-editions-column-source = Källa
plans-editions-column-audience = Vem
plans-editions-column-what = Vad
plans-editions-column-by = Senast
plans-editions-column-help = Hjälp
plans-editions-column-body = Aktör
plans-editions-column-part = Del

plans-editions-target-group = Målgrupp: { $text }
plans-editions-level = Förebyggande nivå: { $text }
plans-editions-kinds = Våldstyper: { $text }
plans-editions-training = Utbildning: { $text }
plans-editions-baseline = Utgångsvärde: { $figure }
plans-editions-target = Målvärde: { $figure }
plans-editions-figure-when = { $figure }, { $when }
plans-editions-share = { $percent } % ({ $part } av { $whole })
plans-editions-percent = { $percent } %
plans-editions-rate = { $value } per { $per }
plans-editions-mean = { $value } på skalan { $low }–{ $high }
plans-editions-every-year = { $day } varje år
plans-editions-sheet-definition = Definition
plans-editions-sheet-purpose = Syfte
plans-editions-sheet-method = Metod
plans-editions-sheet-limits = Att tänka på
plans-editions-sheet-source = Källa

## Arbetsboken
plans-workbook-sheet-read-me = Läs mig
plans-workbook-sheet-goal = Mål
plans-workbook-sheet-action = Åtgärder
plans-workbook-sheet-indicator = Indikatorer
plans-workbook-sheet-measure = Mått
plans-workbook-sheet-expectation = Förväntningar
plans-workbook-yes = Ja
plans-workbook-subject = { $level } { $name }

plans-workbook-read-me-title = Så redigerar du planen här
plans-workbook-read-me-cells = Ändra i cellerna på de andra bladen. Där det finns en lista i cellen väljer du ur den.
plans-workbook-read-me-add = Lägg till genom att skriva på en ny rad. Lämna cellen i den sista kolumnen tom på nya rader.
plans-workbook-read-me-remove = Ta bort genom att välja Ja i kolumnen Ta bort. Att bara radera raden tar inte bort något ur planen.
plans-workbook-read-me-lines = Skriv en per rad i celler med flera namn, till exempel medansvariga. Ny rad i cellen: Alt och Enter.
plans-workbook-read-me-ids = Ändra inte den sista kolumnen. Den håller ihop raden med planen, också när du flyttar rader eller kolumner.
plans-workbook-read-me-back = Läs tillbaka filen där du hämtade den. Du ser exakt vad som ändras innan något sparas.
plans-workbook-basis = Gjord från version { $version }, sparad { $revision } gånger [{ $version }.{ $revision }]

plans-workbook-column-goal = Hör till mål
plans-workbook-column-subject = Hör till
plans-workbook-column-action = Hör till åtgärd
plans-workbook-column-number = Nummer
plans-workbook-column-goal-text = Mål
plans-workbook-column-action-text = Åtgärd
plans-workbook-column-indicator-text = Indikator
plans-workbook-column-measure-text = Mått
plans-workbook-column-expectation-text = Vad som ska göras
plans-workbook-column-description = Beskrivning
plans-workbook-column-preconditions = Det som behöver vara på plats
plans-workbook-column-development-areas = Utvecklingsområden
plans-workbook-column-section = Avsnitt
plans-workbook-column-lead = Ansvarig
plans-workbook-column-with = Medansvariga
plans-workbook-column-frequency = Hur ofta
plans-workbook-column-frequency-text = Hur ofta, med planens ord
plans-workbook-column-time-plan = Tidplan
plans-workbook-column-from = Första dag
plans-workbook-column-to = Sista dag
plans-workbook-column-followed-up-in = Följs upp i
plans-workbook-column-level = Förebyggande nivå
plans-workbook-column-kinds-of-violence = Våldstyper
plans-workbook-column-target-group = Målgrupp
plans-workbook-column-training = Utbildning
plans-workbook-column-kind = Slag
plans-workbook-column-direction = Riktning
plans-workbook-column-baseline = Utgångsvärde
plans-workbook-column-baseline-when = Utgångsvärde från
plans-workbook-column-target = Målvärde
plans-workbook-column-target-when = Målvärde till
plans-workbook-column-per = Per
plans-workbook-column-scale = Skala
plans-workbook-column-breakdowns = Redovisas uppdelat på
plans-workbook-column-asked-of = Vem lämnar siffran
plans-workbook-column-about-people = Räknar personer
plans-workbook-column-source = Källa
plans-workbook-column-function = Funktion
plans-workbook-column-unit-kind = Vid varje
plans-workbook-column-by = Senast (datum, eller månad-dag för varje år)
plans-workbook-column-minutes = Minuter
plans-workbook-column-help = Hjälp
plans-workbook-column-removal = Ta bort
plans-workbook-column-goal-id = Målets id (ändra inte)
plans-workbook-column-action-id = Åtgärdens id (ändra inte)
plans-workbook-column-indicator-id = Indikatorns id (ändra inte)
plans-workbook-column-measure-id = Måttets id (ändra inte)
plans-workbook-column-expectation-id = Förväntans id (ändra inte)

## Läsa tillbaka
plans-workbook-title = Läs tillbaka en arbetsbok
plans-workbook-lead = Välj den Excel-fil som du har hämtat från planen och ändrat i. Först ser du vad som skulle ändras. Inget sparas förrän du säger till.
plans-workbook-file = Excel-fil
plans-workbook-file-help = Högst 20 MB.
plans-workbook-show = Visa vad som ändras
plans-workbook-how = Så gör du
plans-workbook-how-get = Hämta planen som arbetsbok.
plans-workbook-how-edit = Ändra i Excel. Bladet Läs mig berättar hur.
plans-workbook-how-back = Läs tillbaka filen här.

plans-workbook-error-missing = Välj en fil.
plans-workbook-error-no-workbook = Filen har inga rader ur planen. Välj en arbetsbok som är hämtad härifrån, med kvar kolumnen för id.
plans-workbook-error-too-many = Filen har fler än { $count } rader. Så många har ingen plan. Ta bara med raderna ur planen och försök igen.

plans-workbook-review-title = Det här skulle ändras
plans-workbook-review-lead = Från filen { $file }. Inget är sparat än.
plans-workbook-review-none = Filen ändrar ingenting i planen.
plans-workbook-changes =
    { $count ->
        [one] En ändring
       *[other] { $count } ändringar
    }
plans-workbook-unread =
    { $count ->
        [one] En sak förstods inte
       *[other] { $count } saker förstods inte
    }
plans-workbook-unread-help = Det här ändrar ingenting. Rätta i filen och läs in den igen om det skulle med.
plans-workbook-missing =
    { $count ->
        [one] En rad saknas i filen
       *[other] { $count } rader saknas i filen
    }
plans-workbook-missing-help = Det som saknas blir kvar i planen. Vill du ta bort något väljer du Ja i kolumnen Ta bort.
plans-workbook-stale = Planen har sparats sedan filen hämtades. Läs igenom ändringarna noga, så att du inte skriver över vad någon annan har gjort.
plans-workbook-meanwhile = Någon hann spara i planen medan du läste. Inget av det är överskrivet. Här är ändringarna mot planen som den är nu. Läs igenom och spara igen.
plans-workbook-save = Spara ändringarna
plans-workbook-again = Läs in en annan fil
plans-workbook-column-where = Var
plans-workbook-column-what = Vad som står
plans-workbook-column-why = Varför
plans-workbook-place-cell = { $sheet }, rad { $row }, kolumn { $column }
plans-workbook-place-line = Rad { $line }
plans-workbook-why-column = Kolumnen finns inte i arbetsboken.
plans-workbook-why-sheet = Bladet hör inte till arbetsboken.
plans-workbook-why-choice = Det är inget av valen i listan.
plans-workbook-why-goal = Det finns inget sådant mål, eller flera som heter så.
plans-workbook-why-action = Det finns ingen sådan åtgärd, eller flera som heter så.
plans-workbook-why-subject = Det framgår inte vilket mål, mått eller vilken åtgärd det hör till.
plans-workbook-why-date = Det är inget datum. Skriv som 2025-03-12. En dag varje år skrivs som 10-15.
plans-workbook-why-number = Det är inget tal.
plans-workbook-why-figure = Det är inget värde av indikatorns slag. Skriv till exempel 9 av 20, 45 % eller 12,5.
plans-workbook-why-scale = Det är ingen skala. Skriv som 1–5.
plans-workbook-why-empty = Texten får inte vara tom.
plans-workbook-why-duplicate = Samma id står på två rader. Töm id-cellen på den rad som är ny.
plans-workbook-why-unknown = Raden har ett id som inte finns i planen, eller inte längre.
plans-workbook-why-in-use = Något står kvar under det. Flytta eller ta bort det först.
plans-workbook-why-conflict = Någon annan har ändrat samma sak. Det de skrev står kvar.
plans-workbook-kind-goal = Mål
plans-workbook-kind-action = Åtgärd
plans-workbook-kind-indicator = Indikator
plans-workbook-kind-measure = Mått
plans-workbook-kind-expectation = Förväntan
plans-workbook-tile-rows = rader lästa
plans-workbook-tile-changes = ändringar
plans-workbook-tile-unread = inte förstått
plans-workbook-tile-missing = saknas i filen
plans-workbook-no-changes = Inga ändringar
plans-workbook-words = Ord för ord
said-workbook-saved = Ändringarna från arbetsboken är sparade.
