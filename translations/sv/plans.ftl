### Planer: läsa, skriva, läsa in.

chapter-plans = Planer
chapter-actions = Åtgärder
chapter-bodies = Aktörer

## Listan
plan-list-lead = Alla planer du får läsa, oavsett vem som äger dem.
plan-list-filter = Filtrera planer
plan-list-search = Ord i titeln
plan-all-states = Alla lägen
plan-all-kinds = Alla slag
plan-kind = Slag av plan
plan-kind-local = Nämndens eller verksamhetens plan
plan-kind-municipal = Kommunövergripande plan
plan-kind-regional = Länsplan
plan-kind-school = Skolans plan mot kränkande behandling
plan-kind-crime-prevention = Lägesbild och åtgärdsplan mot brott
plan-kind-strategy = Strategi
plan-column-title = Plan
plan-column-owner = Ägare
plan-column-state = Läge
plan-column-period = Gäller
plan-column-actions = Åtgärder
plan-column-leads = Leder
plan-column-takes-part = Deltar
plan-published = Publicerad
plan-none = Här finns inga planer än
plan-none-help = Börja med planen ni har i dag. Klistra in texten eller ladda upp filen, så ser du vad som förstods innan något sparas.
plan-none-public = När en plan är antagen och publicerad syns den här.
plan-none-found = Ingen plan passar filtret
plan-none-found-help = Prova färre ord eller ett annat läge.

## Ny plan
plan-new = Ny plan
plan-new-lead = Du börjar med ett tomt utkast som bara ni som arbetar med det ser.
plan-new-import-title = Har ni redan en plan?
plan-new-import-text = Läs in den i stället. Det går från Word, Excel, CSV och text som du klistrar in från en PDF.
plan-begin = Börja skriva
plan-field-title = Titel
plan-field-period = Gäller
plan-field-period-help = År, till exempel 2024–2027 eller 2025.
plan-field-owner = Ägare
plan-field-owner-help = Nämnden, kommunen eller myndigheten som beslutar om planen.
plan-field-strategy = Strategi som planen genomför
plan-field-strategy-help = Planens mål kan peka på strategins mål.
plan-field-predecessor = Följer efter
plan-no-strategy = Ingen

## Läsa
plan-views = Planens vyer
plan-view-by-goal = Efter mål
plan-view-by-actor = Efter aktör
plan-view-indicators = Indikatorer
plan-view-versions = Versioner
plan-view-follow-up = Uppföljning
plan-follow-up-what = Namn
plan-follow-up-done = Inlämnat
plan-facts = Fakta
plan-plan = Plan
plan-version = Version
plan-standing = Läst
plan-decided-by = Beslutad av
plan-decided-on = Beslutsdatum
plan-decision-paragraph = Paragraf
plan-diary-number = Diarienummer
plan-extended-to = Förlängd till
plan-extension-why = Varför den förlängdes
plan-closed-on = Avslutad
plan-closing-why = Varför den avslutades
plan-as-adopted = Version { $number }, antagen { $date }
plan-as-written = Utkast, version { $number }, senast sparat { $time }
plan-number = Nr
plan-action = Åtgärd
plan-body = Aktör
plan-goal-supports = Stödjer målet ”{ $goal }” i { $plan }
plan-goal-elsewhere = { $owner }, { $plan }: { $goal }
plan-goal-supported =
    { $count ->
        [one] Stöds av 1 mål i en annan plan
       *[other] Stöds av { $count } mål i andra planer
    }
plan-part = Del
plan-part-leads = Leder
plan-part-takes-part = Deltar
plan-responsible = Ansvarig
plan-time = Tid
plan-with = med { $names }
plan-nobody = Ingen utpekad
plan-leads = Leder
plan-takes-part = Deltar i
plan-all-promises = Allt som { $name } har åtagit sig
plan-no-actors = Ingen är utpekad än
plan-no-actors-help = När åtgärderna får ansvariga syns de här, var och en med sin del.
plan-count-actions =
    { $count ->
        [one] 1 åtgärd
       *[other] { $count } åtgärder
    }
plan-empty = Planen är tom
plan-empty-help = Läs in det ni har, eller lägg till det första målet från menyn Arbeta med planen.
plan-download = Ladda ner
plan-forms = Alla utgåvor
plan-form-full = Hela planen
plan-form-short = Kortversion
plan-form-list = Aktivitetslista
plan-form-actors = Efter aktör

## Arbeta med planen
plan-work = Arbeta med planen
plan-write = Skriva
plan-life = Beslut och remiss
plan-goal-new = Lägg till mål
plan-goal-edit = Ändra målet
plan-sections = Inledande avsnitt
plan-matchings = Koppla namn till registret
plan-roles = Aktörernas roller
plan-settings = Inställningar
plan-workbook = Redigera i Excel
plan-import-into = Läs in i planen
plan-consultation = Remiss
plan-send-out = Skicka på remiss
plan-adopt = Anta planen
plan-read-draft = Läs utkastet
plan-publication = Publicering
plan-extend = Förläng
plan-close = Avsluta
plan-revise = Börja på en ny version
plan-tasks = Planens egna uppgifter
plan-standing-draft = Det här är ett utkast. Bara ni som arbetar med planen ser det.
plan-standing-consultation = Planen är på remiss. Du kan fortsätta skriva; de som tillfrågats ser texten som den skickades ut.
plan-standing-revised = En ny version skrivs. Den antagna gäller tills den nya är antagen.
plan-standing-adopted = Den antagna versionen ändras aldrig. Vill du ändra något börjar du på en ny version.
plan-standing-extended = Planen är förlängd till och med { $day }
plan-standing-closed = Planen avslutades { $day }
plan-standing-over = Planen gäller inte längre. Den gällde till och med { $day }.
plan-renumber = Numrera om
plan-edit = Ändra
plan-remove = Ta bort
plan-undo = Ångra
plan-save = Spara
plan-action-removed = Åtgärden är borttagen.

## Åtgärd
plan-action-new = Lägg till åtgärd
plan-action-edit = Ändra åtgärden
plan-who-and-when = Vem och när
plan-lead = Ansvarig
plan-co-responsible = Medansvariga
plan-co-responsible-nth = Medansvarig { $number }
plan-others = Andra medansvariga
plan-others-help = Namn som inte finns i listan, ett på varje rad.
plan-nobody-yet = Ingen än
plan-time-plan = Tidplan
plan-time-plan-help = År, datum eller ord, till exempel 2025, klart juni 2025 eller hösten 2026.
plan-until = { $from } till { $to }
plan-by = senast { $to }
plan-frequency = Hur ofta det följs upp
plan-frequency-none = Inte bestämt
plan-frequency-yearly = Varje år
plan-frequency-tertial = Varje tertial
plan-frequency-once = En gång
plan-frequency-at-end = Vid planens slut
plan-followed-up-in = Följs upp i
plan-level = Förebyggande nivå
plan-level-none = Inte angiven
plan-level-universal = Universell: för alla
plan-level-selective = Selektiv: för dem som löper större risk
plan-level-indicated = Indikerad: där våld är känt
plan-kinds-of-violence = Slag av våld
plan-target-group = Målgrupp
plan-training = Utbildning som hör till
plan-indicators = Indikatorer
plan-indicator-new = Lägg till indikator
plan-expectations = Vad som förväntas
plan-expectation-new = Lägg till förväntan
plan-help-at = Hjälp: { $help }
plan-every-year-by = varje år senast { $day }
plan-own-activities = Egna aktiviteter
plan-own-activity-new = Lägg till en egen aktivitet
plan-own-unit = För
plan-own-text = Vad ni gör
plan-own-add = Lägg till
plan-move = Flytta
plan-move-to = Ny plats
plan-move-deed = Flytta hit
plan-move-up = Flytta upp
plan-move-down = Flytta ner
plan-move-under = Står under
plan-place-first = Först
plan-place-after = Efter { $action }
plan-no-goal = Utan mål
plan-answers-each = var och en svarar
plan-answers-one = en svarar för alla
plan-party-function = funktion
plan-party-named = finns inte i registret
plan-party-every = { $function }, överallt där funktionen finns
plan-neighbours = Grannar i planen
plan-previous = Föregående:
plan-next = Nästa:
plan-field-text = Vad som ska göras
plan-field-text-help = En åtgärd i taget. Skriv så att den som ska göra den förstår utan planen bredvid sig.
plan-field-number = Nummer
plan-field-section = Underrubrik
plan-field-goal-title = Målet
plan-field-supports = Stödjer målet
plan-field-frequency-text = Planens egna ord för hur ofta
plan-one-a-line = Ett på varje rad.
plan-group-place = Plats i planen
plan-group-who = Vem
plan-group-when = När och uppföljning
plan-group-what = Om åtgärden
plan-conflict-title = { $name } sparade medan du skrev
plan-conflict = Inget är förlorat. Välj för varje fält vilken text som ska gälla, eller skriv ihop dem. Spara sedan.
plan-indicator-kind-number = Antal
plan-indicator-kind-share = Andel
plan-indicator-kind-rate = Per invånare
plan-indicator-kind-mean = Medelvärde
plan-indicator-kind-state = Ja eller nej
plan-indicator-kind-text = Beskrivning
plan-indicator-kind-to-be-developed = Utvecklas
plan-direction-up = Ska öka
plan-direction-down = Ska minska
plan-direction-neutral = Varken eller
plan-asked-of-all = Alla som ansvarar
plan-asked-of-lead = Bara den som leder
plan-about-people-yes = Ja
plan-about-people-no = Nej
plan-level-name-goal = Mål
plan-level-names-goal = Mål
plan-level-name-precondition = Det här behöver vara på plats
plan-level-names-precondition = Det här behöver vara på plats
plan-level-name-development-area = Utvecklingsområde
plan-level-names-development-area = Utvecklingsområden
plan-level-name-measure = Mått
plan-level-names-measure = Mått
plan-level-name-action = Åtgärd
plan-level-names-action = Åtgärder

## Fält där två har skrivit olika
plan-field-goal = Mål
plan-field-lead = Ansvarig
plan-field-frequency = Hur ofta det följs upp
plan-field-time-plan = Tidplan
plan-field-followed-up-in = Följs upp i
plan-field-level = Förebyggande nivå
plan-field-kinds-of-violence = Slag av våld
plan-field-target-group = Målgrupp
plan-field-training = Utbildning
plan-field-co-responsible = Medansvariga
plan-field-expectations = Vad som förväntas
plan-field-summary = Sammanfattning
plan-field-heading = Rubrik
plan-field-role = Roll
plan-field-kind = Slag
plan-field-direction = Riktning
plan-field-baseline = Utgångsläge
plan-field-target = Målvärde
plan-field-breakdowns = Uppdelning
plan-field-asked-of = Vem lämnar siffran
plan-field-about-people = Räknar personer
plan-field-source = Källa
plan-field-definition = Definition
plan-field-purpose = Syfte
plan-field-method = Metod
plan-field-limits = Att tänka på
plan-field-review-every = Ses över, år emellan
plan-field-evaluate-every = Utvärderas, år emellan
plan-field-first-revision = Första revidering
plan-field-report-every = Åtgärder följs upp, om de inte säger annat
plan-field-assessment-scale = Ord för hur långt ett mål är nått
plan-subject-plan = Planen
plan-subject-section = Avsnittet
plan-subject-body = Rollen för
plan-subject-goal = Målet
plan-subject-precondition = Förutsättningen
plan-subject-development-area = Utvecklingsområdet
plan-subject-measure = Måttet
plan-subject-action = Åtgärden
plan-subject-indicator = Indikatorn

## Åtgärder i alla planer, och aktörer
plan-actions-lead = Sök bland åtgärderna i alla planer du får läsa.
plan-actions-filter = Filtrera åtgärder
plan-actions-search = Ord i åtgärden
plan-all-bodies = Alla
plan-all-frequencies = Oavsett
plan-no-action-found = Ingen åtgärd passar filtret
plan-no-action-found-help = Prova färre ord, eller början av ett ord.
plan-no-actions = Här finns inga åtgärder än
plan-bodies-lead = Vem som har åtagit sig vad, i alla planer du får läsa.
plan-bodies-filter = Filtrera aktörer
plan-bodies-search = Namn
plan-no-bodies = Ingen aktör att visa
plan-no-bodies-help = Aktörer syns här när en plan pekar ut dem.
plan-body-views = Aktörens del
plan-body-all = Allt
plan-body-unit = Enheten
plan-body-groups = Svarar också genom
plan-body-nothing = Inget åtagande att visa
plan-body-nothing-help = Aktören är inte utpekad i någon plan som du får läsa.

## Läsa in
plan-import = Läs in en plan
plan-import-lead = Klistra in eller ladda upp planen ni har. Du ser vad som förstods, rättar det och sparar först när du är nöjd.
plan-import-step-read = Välj
plan-import-step-review = Granska och rätta
plan-import-step-save = Spara
plan-import-file = Fil
plan-import-file-help = Word (.docx), Excel (.xlsx) eller CSV, högst 20 MB.
plan-import-text = Eller klistrad text
plan-import-text-help = Markera hela planen i PDF:en eller webbsidan, kopiera och klistra in här. Rubriker och sidnummer gör inget.
plan-import-plan = Plan att ändra
plan-import-plan-help = Välj ett utkast om filen är en ny version av det. Åtgärder känns igen på nummer och ord.
plan-import-plan-none = Ingen, det blir en ny plan
plan-import-read = Läs in och granska
plan-import-promise-title = Inget försvinner
plan-import-promise = Varje cell i en tabell hamnar antingen i planen eller i listan över det som inte förstods.
plan-import-review-title = Det här förstod vi
plan-import-review-lead = Rätta det som blev fel. Inget är sparat som plan än.
plan-import-figures = Inläsningen i siffror
plan-import-goals =
    { $count ->
        [one] mål
       *[other] mål
    }
plan-import-actions =
    { $count ->
        [one] åtgärd
       *[other] åtgärder
    }
plan-import-bodies =
    { $count ->
        [one] namngiven aktör
       *[other] namngivna aktörer
    }
plan-import-uncertain =
    { $count ->
        [0] alla finns i registret
        [one] 1 att koppla
       *[other] { $count } att koppla
    }
plan-import-cells-used = celler förstådda
plan-import-cells-of = av { $seen }, { $not_understood } inte förstådda
plan-import-warnings =
    { $count ->
        [one] 1 sak att titta på
       *[other] { $count } saker att titta på
    }
plan-import-more-warnings = Visa { $count } till
plan-import-understood = Rad för rad
plan-import-goal-correct = Rätta målet. Under det: { $preconditions } förutsättningar, { $areas } utvecklingsområden, { $measures } mått
plan-import-actions-in = Åtgärder under { $goal }
plan-import-source = Källa
plan-import-follow-up = Uppföljning
plan-import-lead-guessed = (står först)
plan-import-no-lead = Ingen ansvarig
plan-import-correct = Rätta
plan-import-correct-title = Rätta åtgärden
plan-import-correct-save = Spara rättelsen
plan-import-nothing = Vi hittade inga åtgärder. Gå tillbaka och kontrollera att tabellerna kom med när du kopierade.
plan-import-unread =
    { $count ->
        [one] 1 cell förstods inte
       *[other] { $count } celler förstods inte
    }
plan-import-unread-help = Gör cellen till en åtgärd, eller lämna den utanför planen.
plan-import-cell = Cellen säger
plan-import-cell-deed = Vad ska den bli?
plan-import-cell-goal = Under vilket mål
plan-import-cell-action = Gör till åtgärd
plan-import-cell-leave = Lämna utanför
plan-import-cell-left = Lämnas utanför
plan-import-names = Vem menas?
plan-import-names-help = Koppla planens namn till registret, så samlas allt som en aktör har åtagit sig på ett ställe. Det går att göra senare också.
plan-import-name-written = I planen
plan-import-name-register = I registret
plan-import-name-certain = Känd
plan-import-name-none = Behåll bara namnet
plan-import-name-suggestions = Menar planen?
plan-import-name-all = Alla i registret
plan-import-save = Spara som utkast
plan-import-save-into = Gör ändringarna i planen
plan-import-changes =
    { $count ->
        [0] Inget ändras i planen
        [one] 1 sak ändras i planen
       *[other] { $count } saker ändras i planen
    }
plan-import-changes-to = Planen som ändras:
plan-import-changes-kept = Det som inte står i filen lämnas som det är.
plan-source-line = rad { $line }
plan-source-paragraph = stycke { $paragraph }
plan-source-cell = { $sheet }, rad { $row }, kolumn { $column }

## Vad inläsningen vill att någon tittar på
plan-import-warning-duplicate-number = Två åtgärder har samma nummer:
plan-import-warning-no-responsible = Åtgärden har ingen ansvarig:
plan-import-warning-unknown-column = Kolumnen förstods inte:
plan-import-warning-table-not-understood = Tabellen har inga åtgärder, mål eller mått:
plan-import-warning-header-guessed = Tabellen saknar rubriker. Kolumnerna tolkades efter innehållet.
plan-import-warning-no-actions = Inga åtgärder hittades.
plan-import-warning-no-goal = Åtgärden står inte under något mål:
plan-import-warning-more-not-understood = Fler celler än listan rymmer förstods inte.
plan-import-warning-no-title = Titeln hittades inte. Skriv den innan du sparar.
plan-import-warning-no-period = Perioden hittades inte. Skriv den innan du sparar.
plan-import-warning-image = En bild lästes inte.
plan-import-warning-formula = En formel lästes som sitt värde.
plan-import-warning-formula-without-value = En formel saknar sparat värde och lästes inte. Öppna filen i Excel, spara och ladda upp den igen.
plan-import-warning-hidden = Något som är dolt i filen lästes ändå.
plan-import-warning-windows1252 = Filen är sparad med en äldre teckenkodning. Kontrollera å, ä och ö.
plan-import-warning-control-characters = Osynliga tecken togs bort.
plan-import-warning-tracked-deletion = Text som är struken med spårade ändringar lästes inte.
plan-import-warning-annotation = En kommentar eller fotnot lästes inte.
plan-import-warning-unreachable-sheet = Ett helt dolt blad lästes inte.
plan-import-warning-embedded = Ett inbäddat objekt lästes inte.
plan-import-warning-more = Fler saker av samma slag finns i filen.

## Filer som inte kan läsas
plan-read-error-empty = Filen är tom. Välj en annan fil.
plan-read-error-too-large = Filen är för stor. Ta bort bilder eller dela upp den, högst 20 MB.
plan-read-error-too-many-cells = Det är fler celler och stycken än vi läser. Ta bara med bladet eller delen med planen och försök igen.
plan-read-error-too-many-sheets = Filen har fler blad än vi läser. Spara bara bladet med planen och försök igen.
plan-read-error-too-much-text = Det är mer text än vi läser. Ta bara med delen med planen och försök igen.
plan-read-error-compression-bomb = Filen växer till något orimligt stort när den packas upp och lästes inte. Spara om den från Word eller Excel.
plan-read-error-too-slow = Det tog för lång tid att läsa. Ta bara med delen med planen och försök igen.
plan-read-error-busy = Många läser in filer just nu. Vänta en minut och försök igen.
plan-read-error-gave-up = Filen gick inte att läsa. Spara om den från Word eller Excel och försök igen.
plan-read-error-damaged = Filen är skadad. Öppna den i programmet den kommer från, spara den på nytt och försök igen.
plan-read-error-encrypted = Filen är skyddad med lösenord. Ta bort lösenordet, spara och försök igen.
plan-read-error-legacy-office = Filen är i ett äldre format (.doc eller .xls). Spara den som .docx eller .xlsx och försök igen.
plan-read-error-binary-workbook = Filen är en binär arbetsbok (.xlsb). Spara den som .xlsx och försök igen.
plan-read-error-presentation = Filen är en presentation. Kopiera texten och klistra in den i stället.
plan-read-error-open-document = Filen är i OpenDocument-format. Spara den som .docx eller .xlsx och försök igen.
plan-read-error-pdf = En PDF går inte att läsa direkt. Öppna den, markera allt, kopiera och klistra in texten i stället.
plan-read-error-html = Filen är en webbsida. Kopiera texten och klistra in den i stället.
plan-read-error-rich-text = Filen är i RTF-format. Spara den som .docx och försök igen.
plan-read-error-image = Filen är en bild. Vi läser text, inte bilder.
plan-read-error-unknown-type = Vi känner inte igen filen. Välj Word, Excel eller CSV, eller klistra in texten.
plan-import-too-many-parts = Det är mer än en plan rymmer: fler än { $count } mål, åtgärder och indikatorer. Ta bara med delen med planen och försök igen.
plan-import-too-many-names = Det är mer än en plan rymmer: fler än { $count } olika ansvariga. Ta bara med delen med planen och försök igen.
plan-import-too-many-unread = Det är fler än { $count } celler som vi inte förstår. Ta bara med bladet eller delen med planen och försök igen.

## Mitt arbete och sökning
plan-work-review = Se över { $plan }
plan-work-review-why = Planen säger att den ska ses över.
plan-work-evaluate = Utvärdera { $plan }
plan-work-evaluate-why = Planen säger att den ska utvärderas.
plan-work-revise = Avgör om { $plan } behöver revideras
plan-work-revise-why = Planen säger när den första revideringen kan göras.
plan-work-replace = Förbered det som kommer efter { $plan }
plan-work-replace-why = Planen löper ut vid årets slut.
plan-work-deed = Till uppgiften
plan-work-times = Planens egna dagar för det har passerat eller närmar sig: { $times } gånger.
plan-work-expected = { $what }
plan-work-expected-why = { $plan } väntar sig det av { $unit }.
plan-work-expected-deed = Läs mer
plan-work-comment = Lämna synpunkter på { $plan }
plan-work-comment-why = { $unit } är tillfrågad i en remiss.
plan-work-comment-deed = Till remissen
plan-hit-plan = Planer
plan-hit-action = Åtgärder

## Sagt efteråt
said-plan-begun = Utkastet ”{ $what }” är skapat.
said-plan-imported = ”{ $what }” är sparad som utkast.
said-plan-changed = Ändringarna är gjorda i ”{ $what }”.
said-plan-renumbered = { $what } nummer ändrades.
said-action-added = Åtgärden är tillagd.
said-action-saved = Åtgärden är sparad.
said-action-moved = Åtgärden är flyttad.
said-action-restored = Åtgärden är tillbaka.
said-import-corrected = Rättelsen är sparad.
