### Planer: skriva mål, mått, indikatorer, avsnitt, roller, förväntningar och inställningar.

## Gemensamt
plans-conflict-choice = { $who } valde ”{ $choice }” medan du skrev. Välj vad som ska gälla.
plans-removal-title = Ta bort { $what }?
plans-removal-submit = Ta bort
plans-removal-fate = Vad ska hända med åtgärderna?
plans-removal-goes = Det här följer med

## Mål
plans-goal-number = Nummer
plans-goal-title = Formulering
plans-goal-title-help = Vad ni vill uppnå, i en mening.
plans-goal-text = Mer om målet
plans-goal-text-help = En tom rad skiljer stycken åt.
plans-goal-supports = Stödjer mål i planen ovanför
plans-goal-supports-help = Målet i { $plan } som det här bidrar till.
plans-goal-supports-none = Inget
plans-goal-supports-gone = Ett mål som inte finns kvar
plans-goal-preconditions = Det här behöver vara på plats
plans-goal-development-areas = Utvecklingsområden
plans-goal-new-lead = Målet hamnar sist. Du kan flytta det sedan.
plans-goal-measures-none = Inga än.
plans-goal-measure-indicators =
    { $count ->
        [0] inga indikatorer
        [one] 1 indikator
       *[other] { $count } indikatorer
    }
plans-goal-indicators = Indikatorer för målet som helhet
plans-goal-place = Plats { $number }, där { $goal } står
plans-goal-place-own = Plats { $number }, som nu
plans-goal-removal-measures =
    { $count ->
        [one] 1 mått försvinner.
       *[other] { $count } mått försvinner.
    }
plans-goal-removal-indicators =
    { $count ->
        [one] 1 indikator försvinner, med sitt faktablad.
       *[other] { $count } indikatorer försvinner, med sina faktablad.
    }
plans-goal-removal-items =
    { $count ->
        [one] 1 förutsättning eller utvecklingsområde försvinner.
       *[other] { $count } förutsättningar och utvecklingsområden försvinner.
    }
plans-goal-removal-actions =
    { $count ->
        [one] 1 åtgärd står under målet. Välj vad som ska hända med den.
       *[other] { $count } åtgärder står under målet. Välj vad som ska hända med dem.
    }
plans-goal-removal-move = Flytta till { $goal }
plans-goal-removal-loose = Behåll utan mål
plans-goal-removal-with = Ta bort tillsammans med målet
plans-goal-removal-choose = Välj vad som ska hända med åtgärderna.

## Mått
plans-measure-new = Lägg till { $measure }
plans-measure-edit = Ändra { $measure }
plans-measure-text = Formulering
plans-measure-text-help = Vad som ska bli bättre, så att det går att följa med indikatorer.
plans-measure-indicators = Indikatorer
plans-measure-indicators-none = Inga än.
plans-measure-removal-indicators =
    { $count ->
        [one] 1 indikator försvinner, med sitt faktablad.
       *[other] { $count } indikatorer försvinner, med sina faktablad.
    }

## Indikatorer
plans-indicators-title = Indikatorer
plans-indicators-ready = Går att följa
plans-indicators-ready-note = Har en källa
plans-indicators-to-be-developed = Återstår att utveckla
plans-indicators-to-be-developed-help = De här är utlovade men saknar källa. Skriv varifrån uppgifterna kommer, så går de att följa.
plans-indicators-none = Planen har inga indikatorer än
plans-indicators-none-help = Lägg till indikatorer från ett mål, ett mått eller en åtgärd.
plans-indicator = Indikator
plans-indicator-of = Hör till
plans-indicator-new = Ny indikator
plans-indicator-edit = Ändra indikatorn
plans-indicator-edit-link = Ändra faktabladet
plans-indicator-text = Formulering
plans-indicator-text-help = Vad som räknas eller beskrivs, till exempel Andel personal som gått utbildningen.
plans-indicator-kind = Slag
plans-indicator-direction = Önskad riktning
plans-indicator-unit = Räknas i
plans-indicator-per = Per så många invånare
plans-indicator-per-help = Gäller slaget Per invånare. Lämnas det tomt blir det 100 000.
plans-indicator-scale = Skala
plans-indicator-scale-help = Gäller slaget Medelvärde, till exempel 1 till 5.
plans-indicator-scale-from = Lägsta steg
plans-indicator-scale-to = Högsta steg
plans-indicator-scale-error = Högsta steget måste vara högre än det lägsta.
plans-indicator-shape = Hur den räknas
plans-indicator-when-help = Till exempel 2024 eller 2024-12-31.
plans-indicator-figures-help = Skriv som du brukar: 45 %, 9 av 20, 1 234,5 eller ja.
plans-indicator-baseline = Utgångsvärde
plans-indicator-baseline-when = Utgångsvärdets år eller datum
plans-indicator-target = Målvärde
plans-indicator-target-when = Målvärdets år eller datum
plans-indicator-breakdowns = Redovisas uppdelat på
plans-indicator-breakdowns-help = Ett på varje rad. Räkna upp grupperna efter ett kolon, så frågas efter var och en: Kön: kvinnor, män. Kön och våldstyp behöver ingen uppräkning.
plans-indicator-asked-of = Vem lämnar siffran?
plans-indicator-asked-of-help = Välj bara den som leder när siffran gäller hela området, till exempel antalet kommuner som har något. Annars räknas allas siffror ihop.
plans-indicator-about-people = Räknar indikatorn personer?
plans-indicator-about-people-help = Svara ja om talen visar hur många personer något har hänt, till exempel utsatta barn. Då visas aldrig små tal i lägesrapporter och diagram, och inga uppdelningar.
plans-indicator-about-people-yes = Ja, små tal visas inte
plans-indicator-source = Källa
plans-indicator-source-help = Varifrån uppgifterna kommer. En indikator utan källa räknas som något som återstår att utveckla.
plans-indicator-no-source = Ingen källa än
plans-indicator-sheet = Faktablad
plans-indicator-definition = Definition
plans-indicator-definition-help = Vad som räknas med och vad som inte gör det.
plans-indicator-purpose = Syfte
plans-indicator-purpose-help = Varför ni följer det här.
plans-indicator-method = Metod
plans-indicator-method-help = Hur och av vem uppgifterna samlas in.
plans-indicator-limits = Att tänka på
plans-indicator-limits-help = Vad som gör siffran osäker eller svår att jämföra.
plans-indicator-history = Ändringar av vad indikatorn betyder
plans-indicator-history-none = Indikatorn betyder detsamma som från början.
plans-indicator-change = Vad ändras, och varför?
plans-indicator-change-help = En mening. Behövs när du ändrar slag, formulering eller definition. Den sparas med dagens datum i faktabladet, så att en kurva kan läsas rätt.
plans-indicator-change-missing = Du har ändrat vad indikatorn betyder. Skriv vad som ändras och varför.
plans-indicator-sheet-empty = Faktabladet är inte skrivet än.
plans-indicator-removal-title = Ta bort indikatorn?
plans-indicator-removal-sheet = Faktabladet, med definition, värden och historik, försvinner.
plans-figure-when = { $figure }, { $when }
plans-figure-share = { $percent } % ({ $part } av { $whole })
plans-figure-percent = { $percent } %
plans-figure-error-number = Skriv ett tal, till exempel 1 234 eller 12,5.
plans-figure-error-share = Skriv en andel: 45 % eller 9 av 20. Den kan inte vara mer än det hela.
plans-figure-error-rate = Skriv ett tal, till exempel 12,5. Hur många invånare det gäller skriver du i ett eget fält.
plans-figure-error-mean = Skriv ett tal på skalan, till exempel 3,4.
plans-figure-error-state = Skriv ja eller nej.
plans-figure-error-text = Texten går inte att läsa.
plans-figure-error-to-be-developed = Texten går inte att läsa.
plans-unit-percent = procent
plans-unit-per = per { $per } invånare
plans-unit-scale = skala { $low }–{ $high }
plans-unit-state = ja eller nej

## Inställningar
plans-settings-title = Titel
plans-settings-heading = Planens inställningar
plans-settings-period = Gäller
plans-settings-period-help = År, till exempel 2024–2027 eller 2025.
plans-settings-kind = Slag av plan
plans-settings-fixed-help = Planen är antagen. Slag och plan ovanför hör till beslutet och ändras inte.
plans-settings-strategy = Plan som den här genomför
plans-settings-strategy-help = En strategi eller en länsplan. Då kan målen här peka på målen där.
plans-settings-no-strategy = Ingen
plans-settings-summary = Sammanfattning
plans-settings-summary-help = Några meningar om vad planen handlar om.
plans-settings-owner = Ägare
plans-settings-levels = Planens egna ord
plans-settings-levels-help = Kallar ni mål för målbilder eller åtgärder för insatser? Skriv era ord, så används de överallt i planen. Lämna tomt där våra ord passar.
plans-settings-one = En, i stället för ”{ $word }”
plans-settings-many = Flera, i stället för ”{ $word }”
plans-settings-goal-one = Mål, en
plans-settings-goal-many = Mål, flera
plans-settings-precondition-one = Förutsättning, en
plans-settings-precondition-many = Förutsättning, flera
plans-settings-development-area-one = Utvecklingsområde, ett
plans-settings-development-area-many = Utvecklingsområde, flera
plans-settings-measure-one = Mått, ett
plans-settings-measure-many = Mått, flera
plans-settings-action-one = Åtgärd, en
plans-settings-action-many = Åtgärd, flera
plans-settings-rules = När planen ses över
plans-settings-rules-help = När planen är antagen blir det här uppgifter i Mitt arbete.
plans-settings-review-every = Ses över med så många år emellan
plans-settings-evaluate-every = Utvärderas med så många år emellan
plans-settings-first-revision = Får revideras första gången år
plans-settings-years = år
plans-settings-follow-up = När planen följs upp
plans-settings-follow-up-help = Det här styr vad en insamling frågar efter, och av vem.
plans-settings-report-every = Åtgärder som inte säger hur ofta de följs upp
plans-settings-report-every-help = Står det något annat på en åtgärd gäller det.
plans-settings-report-usual = Varje år, som vanligt
plans-settings-assessment-scale = Era ord för hur långt ett mål är nått
plans-settings-assessment-scale-help = Ett på varje rad, det bästa först, till exempel helt, delvis och inte alls. Lämna tomt för de vanliga fem: uppnått, kommer att uppnås, osäkert, kommer inte att uppnås, inte uppnått.
plans-settings-assessment-scale-error = Skriv mellan 2 och 10 olika ord eller uttryck, ett på varje rad, högst 60 tecken långa.

## Avsnitt
plans-sections-title = Inledande avsnitt
plans-sections-lead = Texterna som står före målen, i den ordning de läses.
plans-sections-none = Planen har ingen inledning än
plans-sections-none-help = Berätta varför planen finns och vad den bygger på.
plans-section-new = Nytt avsnitt
plans-section-edit = Ändra avsnittet
plans-section-heading = Rubrik
plans-section-text = Text
plans-section-text-help = En tom rad skiljer stycken åt.
plans-section-beginning = Börjar så här
plans-section-deeds = Ordning
plans-section-removal-title = Ta bort avsnittet?

## Roller
plans-roles-title = Aktörernas roller
plans-roles-lead = Vad planen säger om var och en som svarar för något. Lämna tomt om planen inte säger något särskilt.
plans-roles-suggested = Förslag från registret. Ändra fritt eller ta bort; det sparas i planen när du sparar.
plans-roles-part = Leder { $leads }, deltar i { $takes_part }.
plans-roles-none = Ingen svarar för något än
plans-roles-none-help = När åtgärderna får ansvariga beskriver du deras roller här.

## Förväntningar
plans-expectation-new = Ny förväntan
plans-expectation-edit = Ändra förväntan
plans-expectation-lead = Det här möter den som förväntas göra något, i Mitt arbete. Skriv till den personen.
plans-expectation-audience = Vem det gäller
plans-expectation-function = Funktion
plans-expectation-function-help = Välj en funktion, en sorts enhet eller båda.
plans-expectation-any-function = Enheten själv
plans-expectation-unit-kind = Vid varje
plans-expectation-any-unit = Alla sorters enheter
plans-expectation-area = Inom
plans-expectation-whole-area = Hela planens område
plans-expectation-what = Vad som ska göras
plans-expectation-by = Senast
plans-expectation-yearly = Hur ofta
plans-expectation-yearly-true = Samma dag varje år
plans-expectation-yearly-false = Bara den dagen
plans-expectation-minutes = Ungefär så lång tid tar det
plans-expectation-help = Hjälp
plans-expectation-help-help = Var det finns stöd: en mall, en person, en sida.
plans-expectation-when = När och hur länge
plans-expectation-removal-title = Ta bort förväntan?

## Namn att koppla
plans-matchings-title = Namn som inte finns i registret
plans-matchings-lead = Välj vem som menas. Då samlas allt som en aktör har åtagit sig på ett ställe.
plans-matchings-actions =
    { $count ->
        [0] Står bara med sin roll.
        [one] Svarar för 1 åtgärd.
       *[other] Svarar för { $count } åtgärder.
    }
plans-matchings-suggestions = Menas troligen
plans-matchings-all = Alla i registret
plans-matchings-keep = Behåll bara namnet
plans-matchings-submit = Koppla
plans-matchings-none = Alla namn finns i registret
plans-matchings-none-help = Det finns inget att koppla i den här planen.
plans-matchings-back = Till planen

## Sagt efteråt
said-goal-added = Målet är tillagt.
said-goal-saved = Målet är sparat.
said-goal-moved = Målet är flyttat.
said-goal-removed = ”{ $what }” är borttaget.
said-measure-added = Måttet är tillagt.
said-measure-saved = Måttet är sparat.
said-measure-moved = Måttet är flyttat.
said-measure-removed = ”{ $what }” är borttaget.
said-indicator-added = Indikatorn är tillagd.
said-indicator-saved = Indikatorn är sparad.
said-indicator-moved = Indikatorn är flyttad.
said-indicator-removed = ”{ $what }” är borttagen.
said-settings-saved = Inställningarna är sparade.
said-section-added = Avsnittet är tillagt.
said-section-saved = Avsnittet är sparat.
said-section-moved = Avsnittet är flyttat.
said-section-removed = ”{ $what }” är borttaget.
said-roles-saved = Rollerna är sparade.
said-expectation-added = Förväntan är tillagd.
said-expectation-saved = Förväntan är sparad.
said-expectation-removed = ”{ $what }” är borttagen.
said-names-matched = Kopplade till registret: { $what } namn.
