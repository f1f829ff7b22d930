### Lägesrapporter: siffror som räknas ihop, text bredvid, frysta och publicerade.

chapter-status-reports = Lägesrapporter

## Listan och att börja
reports-title = Lägesrapport
reports-title-of = Lägesrapport { $year }: { $plan }
reports-list-title = Lägesrapporter
reports-list-lead = Hur det går med planerna, år för år: siffror, åtgärder och analys.
reports-list-open = Under arbete
reports-list-published = Publicerade
reports-none = Här finns inga lägesrapporter än
reports-none-help = Börja på en lägesrapport för en antagen plan. Siffrorna räknas ihop av det som aktörerna har rapporterat.
reports-none-reader = När en lägesrapport publiceras hittar du den här.
reports-new = Ny lägesrapport
reports-new-lead = Välj plan och år. Siffrorna räknas ihop av de rapporter som är godkända, och följer med tills du fryser rapporten.
reports-plan = Plan
reports-year = År
reports-year-help = Året som rapporten handlar om, till exempel 2024.
reports-begin = Börja på rapporten
reports-no-plans = Du har ingen antagen plan att rapportera om
reports-no-plans-help = En lägesrapport handlar om en antagen plan. Anta planen först.
reports-owner = Ägare
reports-state = Läge
reports-state-writing = Skrivs
reports-state-frozen = Fryst
reports-state-published = Publicerad
reports-published-on = Publicerad
reports-published-day = Publicerad { $day }.
reports-superseded = Rättad i en senare utgåva
reports-edition = Utgåva { $number }
reports-edition-day = publicerad { $day }
reports-editions = Utgåvor

## Att skriva
reports-whole = Hela rapporten
reports-section = Avsnitt
reports-saved-by = Sparad senast av
reports-sections-done = Klarmarkerade avsnitt
reports-section-done = Klar
reports-section-begun = Påbörjad
reports-section-empty = Inte påbörjad
reports-section-is-done = Avsnittet är klarmarkerat. Ta bort krysset om det ska öppnas igen.
reports-section-text = Text
reports-section-text-help = En tom rad ger nytt stycke. En rad som börjar med - blir en punkt.
reports-came-in =
    { $approved ->
        [one] { $approved } rapport av { $expected } är godkänd.
       *[other] { $approved } rapporter av { $expected } är godkända.
    }
reports-preview = Förhandsgranska
reports-preview-first = Se rapporten som läsarna kommer att se den
reports-preview-help = Så här ser läsarna rapporten. Än så länge ser bara du och de som arbetar med planen den.
reports-see-goal = Se målet som läsarna kommer att se det
reports-to-plan = Till planen
reports-to-desk = Till arbetet med rapporten
reports-files = Ladda ner
reports-figures-beside = Siffrorna
reports-write-summary = Hur går det? Skriv så att den som bara läser det här vet det viktigaste.
reports-write-assessment = Din samlade bedömning av målet, med skäl. Bredvid ser du hur aktörerna själva bedömer det.
reports-write-analysis = Vad betyder siffrorna? Vad beror det på?
reports-write-change = Vad är annorlunda än förra året, och varför? Listan över vad som har ändrats följer med av sig själv.
reports-write-needs = Vad behövs framöver för att nå målet?
reports-save-next = Spara och gå till nästa
reports-save = Spara
reports-section-mark-done = Klarmarkera avsnittet
reports-choice-needed = Behövs för att klarmarkera.
reports-figures-show = Visa siffrorna
reports-next-section = Gå till nästa avsnitt utan att spara
reports-own-title = Planägarens egen bedömning
reports-own-said = { $body } valde ”{ $assessment }” i rundan ”{ $round }”.
reports-own-waits = Svaret är inlämnat men inte godkänt än.
reports-own-chosen = Förvalt: så bedömde { $body } målet i årets runda. Välj ett annat steg om du vill. Inget sparas förrän du sparar.
reports-own-no-step = Ingen bedömning än
reports-own-reason = Skälet
reports-own-to-reason = Läs skälet och lägg till det i texten
reports-own-take = Lägg till skälet i texten
reports-own-taken = Skälet står sist i texten. Ändra det som du vill. Inget är sparat än.
reports-excerpts = Aktörernas egna ord
reports-excerpts-help = Ur godkända rapporter. De visas bara för er som skriver och publiceras inte.

## Frysa, öppna, publicera, rätta
reports-freeze = Frys rapporten
reports-freeze-lead = Siffror och texter sparas som de är nu och ändras inte när fler rapporter godkänns. Du kan öppna rapporten igen tills den är publicerad.
reports-freeze-open = De här avsnitten är inte klarmarkerade
reports-freeze-confirm = Frys ändå, texterna är som de ska vara
reports-freeze-confirm-missing = Klarmarkera avsnitten eller kryssa i rutan
reports-frozen-help = Rapporten är fryst. Siffror och texter ändras inte. Nästa steg är att publicera den.
reports-thaw = Öppna rapporten igen
reports-thaw-lead = Texterna går att ändra igen och siffrorna räknas om.
reports-thaw-reason-help = De som skriver rapporten ser varför.
reports-thawed = Rapporten öppnades igen
reports-reason = Varför?
reports-publish = Publicera
reports-publish-lead = Vem som helst kan läsa rapporten, och den ändras aldrig mer. Blir något fel rättar du det i en ny utgåva.
reports-correct = Rätta i en ny utgåva
reports-correct-lead = Den publicerade rapporten ändras inte. Du börjar på en ny utgåva med samma texter; siffrorna räknas om. Den gamla går att läsa.
reports-correct-reason-help = Står överst i den nya utgåvan, så att läsaren vet vad som är rättat.
reports-correct-begin = Börja på den nya utgåvan
reports-corrects = Rättar utgåva { $number }

reports-removal = Ta bort rapporten
reports-removal-lead = Är rapporten påbörjad av misstag kan du ta bort den, så länge den inte är publicerad. Det går inte att ångra.
reports-removal-texts = { $count } avsnitt med text eller bedömning försvinner
reports-removal-by = { $count } avsnitt som { $who } sparade senast
reports-removal-by-others = { $count } avsnitt som någon annan sparade senast
reports-removal-no-texts = Ingen har skrivit något i rapporten än. Inga texter försvinner.
reports-removal-stays = Planen och det som aktörerna har rapporterat finns kvar. Du kan börja på en ny lägesrapport för samma år.
reports-removal-stays-edition = Utgåva { $number } är publicerad och finns kvar som den är. Planen och det som aktörerna har rapporterat finns också kvar.
reports-removal-deed = Ta bort rapporten för gott

said-status-report-begun = Rapporten är påbörjad. Siffrorna är redan på plats.
said-status-report-section-saved = Utkastet är sparat.
said-status-report-section-done = Avsnittet är sparat och klarmarkerat.
said-status-report-frozen = Rapporten är fryst.
said-status-report-thawed = Rapporten är öppen igen.
said-status-report-published = Rapporten är publicerad.
said-status-report-correction-begun = Den nya utgåvan är påbörjad.
said-status-report-removed = { $what } är borttagen.

problem-status-report-not-writing = Rapporten är fryst
problem-status-report-not-writing-help = Texterna går inte att ändra. Öppna rapporten igen, eller rätta den i en ny utgåva om den är publicerad.
problem-status-report-not-frozen = Rapporten är inte fryst
problem-status-report-not-frozen-help = Bara en fryst rapport kan publiceras eller öppnas igen. Frys den först.
problem-status-report-not-latest = Det går bara att rätta den senaste utgåvan
problem-status-report-not-latest-help = Rapporten är inte publicerad, eller så finns en senare utgåva. Gå till den.
problem-status-report-published = Rapporten är publicerad och kan inte tas bort
problem-status-report-published-help = Det som är publicerat finns kvar för den som har läst det. Är något fel rättar du det i en ny utgåva.
problem-status-report-sections-open = Alla avsnitt är inte klarmarkerade
problem-status-report-sections-open-help = Klarmarkera avsnitten eller bekräfta att de är som de ska vara.

## Delar av rapporten
reports-part-summary = Sammanfattning
reports-part-assessment = Bedömning
reports-part-analysis = Analys
reports-part-indicators = Indikatorer
reports-part-actions = Åtgärder
reports-part-change = Vad har ändrats sedan förra året
reports-part-needs = Behov framåt
reports-how-it-goes = Hur går det?
reports-goals = Målen
reports-goal = Mål
reports-overview-title = Målen i korthet
reports-overview-chart = Åtgärder efter mål och status
reports-overview-chart-description = En ruta för varje mål och status med antalet åtgärder. Mörkare ruta betyder fler. Målens bedömning och antal står i tabellen.
reports-completeness-title = Vilka har svarat
reports-completeness = { $approved } av { $expected } väntade rapporter är godkända. Bara de räknas här.
reports-completeness-waiting = { $waiting } är inlämnade och väntar på att godkännas.
reports-nothing-asked = Inga rapporter har begärts in för det här året.
reports-changes-title = Vad har ändrats sedan förra året
reports-developing-title = Indikatorer som ska utvecklas
reports-developing-all-title = Indikatorer som ska utvecklas
reports-developing-lead = De här indikatorerna finns i planen men har ännu ingen källa. De går inte att redovisa.
reports-other-actions = Åtgärder utan mål
reports-gone-actions = Åtgärder som inte längre står i planen
reports-indicators-count =
    { $count ->
        [0] Inga indikatorer med källa
        [one] { $count } indikator
       *[other] { $count } indikatorer
    }
reports-pick = Välj indikator
reports-as-table = Som tabell
reports-as-table-of = { $what }, som tabell
reports-led-by = Leds av { $who }.

## Siffror
reports-of = { $part } av { $whole }
reports-of-bodies = { $part } av { $whole } aktörer
reports-of-one-body = { $part } av { $whole } aktör
reports-year-bodies = { $year }: { $bodies }
reports-now-partial = { $value }, från { $bodies }
reports-share-of = { $share } ({ $part } av { $whole })
reports-mean-of = { $mean } (medel av { $of })
reports-rate-per = { $rate } per { $per }
reports-few = visas inte (för få)
reports-no-value = uppgift saknas
reports-value = Värde
reports-bodies = Aktörer
reports-body = Aktör
reports-approved = Godkända
reports-expected = Väntade
reports-answered = { $part } av { $whole } har svarat
reports-answer = { $count } svarar { $status }
reports-answer-of = { $count } av { $whole } svarar { $status }
reports-answers-lead = { $status } enligt { $who }; { $others }
reports-nobody-asked = Ingen tillfrågad
reports-number = Nr
reports-action = Åtgärd
reports-actions = Åtgärder
reports-lead = Leder
reports-leads = leder
reports-status = Status
reports-statuses = Hur åtgärderna står
reports-status-before = Status förra året
reports-status-moved-from = Ändrad från
reports-all-bodies = Alla som svarat
reports-standing-differs = Olika svar
reports-standing-unknown = Inte redovisad
reports-standing-count-not-started =
    { $count ->
        [one] { $count } ej påbörjad
       *[other] { $count } ej påbörjade
    }
reports-standing-count-ongoing =
    { $count ->
        [one] { $count } pågår
       *[other] { $count } pågår
    }
reports-standing-count-done =
    { $count ->
        [one] { $count } genomförd
       *[other] { $count } genomförda
    }
reports-standing-count-delayed =
    { $count ->
        [one] { $count } försenad
       *[other] { $count } försenade
    }
reports-standing-count-cancelled =
    { $count ->
        [one] { $count } inställd
       *[other] { $count } inställda
    }
reports-standing-count-differs =
    { $count ->
        [one] { $count } med olika svar
       *[other] { $count } med olika svar
    }
reports-standing-count-unknown =
    { $count ->
        [one] { $count } inte redovisad
       *[other] { $count } inte redovisade
    }
reports-actions-stand =
    { $count ->
        [one] { $count } åtgärd: { $statuses }
       *[other] { $count } åtgärder: { $statuses }
    }
reports-statuses-title = Målets åtgärder efter status
reports-assessment = Bedömning
reports-assessments-title = Aktörernas egna bedömningar
reports-not-assessed = Inte bedömt
reports-overall = Samlad bedömning: { $assessment }
reports-assessed = { $part } aktörer av { $whole } bedömer ”{ $assessment }”.
reports-assessed-one = 1 aktör av { $whole } bedömer ”{ $assessment }”.
reports-under = { $what } ({ $under })
reports-under-actions = åtgärd { $numbers }
reports-broken-down = { $what }, uppdelat på { $by }
reports-in-year = { $what }, { $year }
reports-source-bodies = Aktörernas rapporter
reports-moved-action = { $what }: från { $before } till { $now }.
reports-moved-figure = { $what }. { $change }
reports-change-right = Från { $before } ({ $since }) till { $now }. Åt rätt håll.
reports-change-wrong = Från { $before } ({ $since }) till { $now }. Åt fel håll.
reports-change-same = Samma som { $since }.
reports-change-neither = Från { $before } ({ $since }) till { $now }.
reports-change-broken = { $before } ({ $since }) och { $now } går inte att jämföra: { $why }
reports-change-bodies =
    { $count ->
        [one] Den aktör som har svarat båda åren
       *[other] De { $count } aktörer som har svarat båda åren
    }
reports-change-of-bodies-right = { $who }: från { $before } ({ $since }) till { $now }. Åt rätt håll.
reports-change-of-bodies-wrong = { $who }: från { $before } ({ $since }) till { $now }. Åt fel håll.
reports-change-of-bodies-same = { $who }: { $now }, samma som { $since }.
reports-change-of-bodies-neither = { $who }: från { $before } ({ $since }) till { $now }.
reports-change-unanswered = Kan inte jämföras: { $part } av { $whole } har svarat.
reports-change-others = Kan inte jämföras: { $part } av { $whole } har svarat båda åren.
reports-change-few = Kan inte jämföras utan att visa siffror om för få.

reports-chart-series = { $what }, { $first }–{ $last }. { $first }: { $from }. { $last }: { $to }.
reports-chart-breakdown = { $what }. En kurva för varje: { $categories }. Värdena står i tabellen.
reports-chart-year = { $what }, { $year }: { $value }. Jämför med: { $levels }.
reports-chart-bars = { $what }. { $bars }.
reports-chart-target = Mål { $value }
reports-chart-at-most = Mål högst { $value }
reports-chart-baseline = Utgångsvärde { $value }
reports-chart-hollow = Ihålig punkt: alla har inte svarat. { $years }.
reports-chart-gap = –
reports-chart-few = för få

reports-fact-now = Nu
reports-fact-change = Sedan sist
reports-fact-baseline = Utgångsvärde
reports-fact-target = Målvärde
reports-fact-break = Ändrad definition
reports-fact-source = Källa
reports-fact-under = Hör till
reports-fact-plan = I planen
reports-fact-definition = Definition
reports-fact-owner = Ägare
reports-fact-of-plan = Plan
reports-fact-period = Planen gäller
reports-fact-version = Planens version
reports-fact-year = Rapporten gäller
reports-fact-published = Publicerad
reports-fact-made = Framställd
reports-fact-reports = Godkända rapporter
reports-fact-carried-out-by = Genomförs av
reports-fact-edition = Utgåva

## Dokumentet
reports-description = Hur det gick under { $year } med målen i { $plan }: indikatorer över åren, åtgärder efter status, analys och behov.
reports-running = Lägesrapport { $year }, { $date }
reports-note-draft = Utkast. Rapporten är inte publicerad och kan ändras.
reports-note-correction = Den här utgåvan rättar en tidigare: { $reason }
reports-format-html = Hela rapporten på en sida
reports-format-pdf = PDF
reports-format-docx = Word
reports-format-xlsx = Excel
reports-format-json = JSON
reports-hint-html = Läs här
reports-hint-pdf = Att skriva ut och arkivera
reports-hint-docx = Att klippa ur
reports-hint-xlsx = Alla siffror
reports-hint-json = Öppna data

reports-sheet-figures = Indikatorer
reports-sheet-actions = Åtgärder
reports-sheet-bodies = Aktörernas status
reports-sheet-assessments = Bedömningar
reports-sheet-completeness = Svar
reports-indicator = Indikator
reports-kind = Slag
reports-breakdown = Uppdelning
reports-category = Kategori
reports-part = Täljare
reports-whole-number = Nämnare
reports-remark = Anmärkning
reports-kind-number = antal
reports-kind-share = andel, procent
reports-kind-rate = per invånare
reports-kind-mean = medelvärde
reports-kind-state = ja eller nej

## Mitt arbete och sökning
reports-work-write = Skriv lägesrapporten { $year } för { $plan }
reports-work-publish = Publicera lägesrapporten { $year } för { $plan }
reports-work-why = Rapporten är påbörjad och inte publicerad.
reports-work-write-deed = Skriv
reports-work-publish-deed = Granska och publicera
reports-hit = Lägesrapport
reports-series-hit = Serie utifrån

## Serier utifrån
reports-series-title = Serier utifrån
reports-series-one = Serie utifrån
reports-series-lead = Siffror som någon annan för, till exempel i Kolada. Läs in dem en gång och låt planernas indikatorer hämta dem härifrån.
reports-series-to-list = Serier utifrån: siffror från Kolada och andra källor
reports-series-none = Här finns inga serier än
reports-series-none-help = Läs in en fil eller klistra in siffror, ett år på varje rad.
reports-series-none-reader = När någon läser in en serie hittar du den här.
reports-series-new = Läs in en serie
reports-series-new-outside = Läs in en serie utifrån
reports-series-new-lead = Välj en fil eller klistra in siffrorna. Du ser hur de har lästs innan något sparas.
reports-series-renew = Läs in nya år
reports-series-renew-lead = Nya år läggs till. År som redan finns får det nya värdet. Övriga år står kvar. Du ser hur det blir innan något sparas.
reports-series-name = Serie
reports-series-name-help = Vad siffrorna mäter, till exempel "Elever i årskurs 5 som känner sig trygga i skolan".
reports-series-origin = Kommer från
reports-series-origin-help = Till exempel "Kolada N07403". Lämnar du fältet tomt och läser in data från Kolada fylls det i.
reports-series-fetched = Hämtad
reports-series-per = Per hur många
reports-series-per-help = Bara för siffror per invånare. Lämnar du fältet tomt räknas de per 100 000.
reports-series-note = Bra att veta
reports-series-note-help = Till exempel vilka som ingår, eller när siffrorna uppdateras.
reports-series-file = Fil
reports-series-file-help = CSV, Excel eller JSON från Kolada.
reports-series-text = Eller klistra in
reports-series-text-help = Ett år på varje rad. Det går bra med decimalkomma och att klistra in från Excel.
reports-series-look = Visa hur det blir
reports-series-shape = Så kan det se ut
reports-series-shape-value = År och värde:
reports-series-shape-parts = År, täljare och nämnare:
reports-series-review = Så här blir serien
reports-series-review-lead = Inget är sparat än. Stämmer siffrorna?
reports-series-years = Åren i serien
reports-series-before = Före
reports-series-now = Nu
reports-series-becomes = Vad händer
reports-series-becomes-new = läggs till
reports-series-becomes-changed = ändras
reports-series-becomes-same = är som förut
reports-series-save = Spara serien
reports-series-unread = Rader som inte har lästs
reports-series-unread-note = De tas inte med. Rätta dem i filen och läs in den igen, om de ska vara med.
reports-series-line = Rad
reports-series-stands = Så står det
reports-series-why = Varför
reports-series-unread-year = Raden börjar inte med ett år. Skriv året med fyra siffror.
reports-series-unread-number = Något på raden är inte ett tal. Skriv bara siffror, till exempel 78,4.
reports-series-unread-empty = Året saknar värde och blir en lucka i serien.
reports-series-unread-duplicate = Året står redan på en tidigare rad. Den raden gäller.
reports-series-unread-count = Täljare, nämnare och antal ska vara hela tal som är noll eller mer.
reports-series-unread-more = Andelen är mer än allt. Täljaren får inte vara större än nämnaren, och procent inte över 100.
reports-series-unread-columns = Raden har andra kolumner än den här sortens siffror har.
reports-series-error-none = Ingen rad gick att läsa. Skriv ett år och ett värde på varje rad.
reports-series-error-file = Filen gick inte att läsa. Spara den som CSV eller Excel, eller klistra in siffrorna.
reports-series-error-not-kolada = Det är data, men inte som Kolada lämnar dem. Hämta en svarslista med kpi, municipality, period och values.
reports-series-error-several = Filen har flera nyckeltal eller kommuner. Hämta ett nyckeltal för en kommun åt gången.
reports-series-error-too-many =
    { $count ->
        [one] Filen har mer än { $count } rad. En serie har en rad för varje år.
       *[other] Filen har mer än { $count } rader. En serie har en rad för varje år.
    }
reports-series-edit = Ändra uppgifter
reports-series-edit-lead = Vad serien heter, varifrån den kommer och vem som äger den. Siffrorna ändrar du genom att läsa in åren på nytt.
reports-series-edit-origin-help = Till exempel "Kolada N07403", eller adressen där siffrorna finns.
reports-series-kind-stays = Slaget går inte att ändra, för åren är inlästa som det och indikatorer hämtar dem som det. Blev det fel läser du in serien på nytt och tar bort den här.
reports-series-edit-save = Spara uppgifterna
reports-series-remove = Ta bort serien
reports-series-remove-lead = Serien och alla dess år tas bort. Lägesrapporter som är frysta eller publicerade ändras inte.
reports-series-takers = Används av
reports-series-takers-count =
    { $count ->
        [0] Ingen indikator än
        [one] { $count } indikator
       *[other] { $count } indikatorer
    }
said-outside-series-begun = Serien { $what } är sparad.
said-outside-series-begun-for = Serien { $what } är sparad och vald nedan. Välj Spara källan om indikatorn ska hämta sina siffror där.
said-outside-series-edited = Uppgifterna är sparade.
said-outside-series-renewed = De nya åren är sparade.
said-outside-series-removed = Serien { $what } är borttagen.
problem-outside-series-taken = Serien används
problem-outside-series-taken-help = En indikator hämtar sina siffror från serien. Välj en annan källa för indikatorn först.

## Indikatorn över tid
reports-over-time = Indikatorn över tid
reports-over-time-lead = I { $plan }. Siffrorna är ögonblickets och inte publicerade.
reports-over-time-sheet = Faktablad
reports-over-time-link = Se indikatorn över tid
reports-over-time-and-source = Se över tid och välj källa
reports-over-time-none = Det finns inga siffror än
reports-over-time-none-help = De kommer när aktörerna rapporterar, eller när indikatorn får en källa med siffror.
reports-source = Varifrån siffrorna hämtas
reports-source-note = Finns siffrorna redan ska ingen behöva skriva dem en gång till.
reports-source-help = Här står det som passar indikatorns slag: aktörernas rapporter, serier utifrån och frågor i era egna formulär.
reports-source-save = Spara källan
reports-source-outside = { $origin }, hämtad { $day }
reports-source-feed = { $form }: { $question }
reports-source-gone = Källan finns inte längre
reports-known-outside = { $title } ({ $origin })
reports-known-feed = formuläret { $form }
reports-related = Lägesrapporter
reports-related-none = Det finns ingen lägesrapport än.
reports-taken = Det finns redan en lägesrapport om det året
reports-related-writing = Skrivs
reports-related-frozen = Fryst { $day }, inte publicerad
reports-related-published = Publicerad { $day }
said-indicator-source-set = Källan är sparad.
said-indicator-source-taken = Källan är sparad. Det som aktörerna har rapporterat finns kvar, men visas inte så länge siffrorna hämtas härifrån.
