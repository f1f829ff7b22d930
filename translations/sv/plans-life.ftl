### Planens liv: versioner, remiss, beslut, publicering, förlängning, avslut, uppgifter.

## Versioner
plan-version-adopted = Version { $number }, antagen { $date }
plan-version-draft = Version { $number }, utkast
plan-versions-number = Version { $number }
plan-versions-decision = Beslut
plan-versions-from = Gäller från
plan-versions-saved = Inte beslutad. Senast sparad { $time }.

plan-history = Det här har hänt
plan-happened-begun = Började på planen
plan-happened-imported = Läste in planen
plan-happened-import-merged = Läste in ändringar
plan-happened-edited = Skrev i planen
plan-happened-sent-out = Skickade planen på remiss
plan-happened-commented = Lämnade en synpunkt
plan-happened-comments-finished = Blev klar med sina synpunkter
plan-happened-comment-answered = Svarade på en synpunkt
plan-happened-consultation-closed = Avslutade remissen
plan-happened-adopted = Skrev in beslutet: planen är antagen
plan-happened-published = Publicerade planen
plan-happened-withdrawn = Drog tillbaka planen från publicering
plan-happened-extended = Förlängde planen
plan-happened-revision-begun = Började på en ny version
plan-happened-revision-given-up = Slängde utkastet till ny version
plan-happened-closed = Avslutade planen
plan-happened-own-activity-added = Lade till en egen aktivitet
plan-happened-own-activity-removed = Tog bort en egen aktivitet
plan-happened-task-done = Blev klar med en av planens uppgifter
plan-happened-times =
    { $count ->
        [one] En gång
       *[other] { $count } gånger samma dag
    }

## Jämföra
plan-compare = Jämför versioner
plan-compare-from = Från
plan-compare-to = Till
plan-compare-deed = Jämför
plan-compare-sides = Du ser vad som skiljer:
plan-compare-others = Jämför andra versioner
plan-compared = { $subject }: { $text }
plan-compared-numbered = { $subject } { $number }: { $text }
plan-compared-plan = Planen
plan-compared-section = Avsnitt
plan-compared-body = Aktörens roll
plan-compared-indicator = Indikator
plan-compared-text = Text
plan-compared-list = Ändringar
plan-compared-counts = Antal ändringar
plan-compared-words = Ord för ord
plan-compared-same = Versionerna säger samma sak
plan-compared-same-help = Inget har lagts till, tagits bort, ändrats eller flyttats.
plan-compared-count-added =
    { $count ->
        [one] 1 tillagd
       *[other] { $count } tillagda
    }
plan-compared-count-removed =
    { $count ->
        [one] 1 borttagen
       *[other] { $count } borttagna
    }
plan-compared-count-changed =
    { $count ->
        [one] 1 ändrad
       *[other] { $count } ändrade
    }
plan-compared-count-moved =
    { $count ->
        [one] 1 flyttad
       *[other] { $count } flyttade
    }

## Anta
plan-adoption-lead = Skriv in beslutet som det står i protokollet. Planen blir då antagen.
plan-adoption-body = Vem som beslutade
plan-adoption-body-help = Till exempel kommunfullmäktige, en nämnd eller en styrelse.
plan-adoption-reference = Var beslutet finns
plan-adoption-reference-help = Med paragraf och diarienummer hittar andra beslutet i protokoll och diarium.
plan-adoption-from = Gäller från och med
plan-adoption-from-help = Lämna tomt om planen gäller från beslutsdagen.
plan-adoption-then = Det här händer när du antar planen
plan-adoption-then-fixed = Version { $number } låses. Ingen kan ändra texten längre. Vill ni ändra något börjar ni på en ny version.
plan-adoption-then-bodies = Alla som ansvarar för något i planen kan läsa den och lägga till egna aktiviteter.
plan-adoption-then-private = Allmänheten ser den inte. Det bestämmer du för sig, genom att publicera.
plan-adoption-then-public = Planen är publicerad. Allmänheten läser den nya versionen direkt.
plan-adoption-then-tasks = Planens egna regler om översyn och utvärdering blir uppgifter med datum.
plan-adoption-deed = Anta version { $number }
plan-adoption-what = Det som antas
plan-adoption-look = Titta på det här först
plan-adoption-without-lead =
    { $count ->
        [one] 1 åtgärd saknar ansvarig.
       *[other] { $count } åtgärder saknar ansvarig.
    }
plan-adoption-to-be-developed =
    { $count ->
        [one] 1 indikator ska utvecklas.
       *[other] { $count } indikatorer ska utvecklas.
    }
plan-adoption-changes = Det här skiljer från version { $number }
plan-adoption-no-changes = Inget skiljer från den version som gäller.
plan-adoption-to-consultation = Till remissen
plan-adoption-to-plan = Till planen

## Publicera
plan-publish-title = Publicera planen
plan-publish-lead = Den antagna versionen blir läsbar för alla, utan inloggning.
plan-publish-deed = Publicera
plan-publish-not = Utkast, remisser och synpunkter blir aldrig publika.
plan-withdraw-title = Dra tillbaka planen
plan-withdraw-lead = Planen är publicerad. Dra tillbaka den om den inte längre ska vara läsbar för alla.
plan-withdraw-deed = Dra tillbaka
plan-withdraw-copies = Det som någon redan har laddat ner finns kvar hos dem.
plan-readers-now = Kan läsa i dag
plan-readers-public = Alla
plan-readers-concerned = De som äger planen och de som ansvarar för något i den
plan-readers-then = Sedan kan de här läsa planen
plan-reader-everybody = Alla som har adressen, också utan att logga in.
plan-reader-search = Alla som söker eller bläddrar bland planer här.
plan-reader-versions = Även äldre antagna versioner av planen.
plan-reader-owner = De som har en roll hos { $owner }.
plan-reader-bodies = De som ansvarar för något i planen.
plan-reader-not-public = Inte allmänheten.

## Förlänga
plan-extension-title = Förläng planen
plan-extension-lead = Planen fortsätter att gälla efter sin period. Texten ändras inte.
plan-extension-to = Ny sista dag
plan-extension-to-help = Planen gäller nu till och med { $day }.
plan-extension-reason = Varför
plan-extension-reason-help = Hänvisa till beslutet om det finns ett. Alla som läser planen ser det du skriver.
plan-extension-deed = Förläng planen
plan-last-day = Sista dag

## Revidera
plan-abandon = Släng utkastet
plan-abandon-lead = Utkastet tas bort. Den antagna versionen fortsätter att gälla.
plan-abandon-final = Det går inte att ångra.
plan-abandon-lost = Det här försvinner
plan-abandon-deed = Släng utkastet
plan-delete = Ta bort planen
plan-delete-lead = Planen är aldrig antagen. Hela planen tas bort, med sina remisser och synpunkter.
plan-delete-deed = Ta bort planen

## Avsluta
plan-closing-title = Avsluta planen
plan-closing-lead = Planen slutar gälla i dag, { $day }.
plan-closing-reason = Varför
plan-closing-reason-help = Till exempel att en annan plan tar vid. Alla som läser planen ser det du skriver.
plan-closing-then = Det här händer
plan-closing-then-kept = Planen finns kvar och går att läsa, märkt som avslutad.
plan-closing-then-tasks = Planens uppgifter försvinner från Mitt arbete.
plan-closing-then-final = Det går inte att ångra.
plan-closing-deed = Avsluta planen

## Skicka på remiss
plan-send-out-lead = Välj vilka som ska få lämna synpunkter, och till när.
plan-send-out-named = De som ansvarar för något i planen
plan-send-out-others = Andra
plan-send-out-nobody = Ingen i registret ansvarar för något i planen än. Sök efter dem du vill fråga.
plan-send-out-find = Fråga fler
plan-send-out-find-words = Namn på enhet eller myndighet
plan-send-out-search = Sök
plan-send-out-none-found = Ingen i registret har det namnet. Prova ett kortare ord.
plan-send-out-last-day = Sista dag för synpunkter
plan-send-out-message = Meddelande
plan-send-out-message-help = Vad de särskilt ska titta på, och vem som svarar på frågor.
plan-send-out-deed = Skicka på remiss
plan-send-out-then = Det här händer
plan-send-out-then-fixed = Texten som den är nu skickas ut. Ni kan fortsätta skriva i utkastet.
plan-send-out-then-own = De tillfrågade ser bara sina egna synpunkter så länge remissen pågår.
plan-send-out-then-all = När remissen är avslutad ser alla tillfrågade hur varje synpunkt besvarades.
plan-send-out-then-adopt = Planen kan inte antas förrän remissen är avslutad.

## Remissen
plan-consultation-lead = Vilka som tillfrågats, vad de tycker och hur ni svarar.
plan-consultation-lead-asked = Ni är tillfrågade. Läs planen, lämna synpunkter och säg till när ni är klara.
plan-consultation-none = Planen har inte varit på remiss
plan-consultation-none-help = På en remiss får andra lämna synpunkter på utkastet innan planen antas.
plan-consultation-of = Remissen { $day }
plan-consultation-others = Andra remisser
plan-consultation-until = Synpunkter senast { $day }
plan-consultation-ended = Remissen avslutades { $day }
plan-consultation-overdue = Sista dagen var { $day }. Svara på synpunkterna och avsluta remissen.
plan-consultation-read = Läs planen som den skickades ut { $day }
plan-consultation-opened = Skickad
plan-consultation-closed = Avslutad
plan-consultation-asked = Tillfrågade
plan-consultation-answered =
    { $count ->
        [one] { $answered } av 1 klar
       *[other] { $answered } av { $count } klara
    }
plan-consultation-state = Läge
plan-consultation-done = Klar { $day }
plan-consultation-waiting = Väntas
plan-consultation-silent = Svarade inte
plan-consultation-comments = Synpunkter
plan-consultation-own = Era synpunkter
plan-consultation-no-comments = Inga synpunkter än.
plan-consultation-unanswered =
    { $count ->
        [one] 1 utan svar
       *[other] { $count } utan svar
    }
plan-consultation-whole = Planen som helhet
plan-consultation-on-behalf = Skriv in en synpunkt åt någon som svarat på annat sätt
plan-consultation-close = Avsluta remissen
plan-consultation-close-then = Inga fler synpunkter kan lämnas. Alla tillfrågade ser synpunkterna och svaren, och planen kan antas.
plan-consultation-close-unanswered =
    { $count ->
        [one] 1 synpunkt saknar svar. Du kan svara på den också efteråt.
       *[other] { $count } synpunkter saknar svar. Du kan svara på dem också efteråt.
    }
plan-consultation-close-deed = Avsluta remissen
plan-consultation-export = Synpunkter i Excel
plan-consultation-file = Synpunkter på { $plan }
plan-consultation-column-body = Vem
plan-consultation-column-about = Gäller
plan-consultation-column-comment = Synpunkt
plan-consultation-column-outcome = Vad det blev
plan-consultation-column-answer = Svar
plan-as-sent-out = Som den skickades på remiss { $day }
plan-sent-out-standing = Det här är texten som skickades på remiss. Den är inte beslutad.
plan-comment-new = Lämna en synpunkt
plan-comment-goal = Lämna en synpunkt på målet
plan-comment-for = Från
plan-comment-about = Vad den gäller
plan-comment-on = om
plan-comment-text = Synpunkt
plan-comment-text-help = En sak i taget, så kan varje sak få ett svar.
plan-comment-deed = Lämna synpunkten
plan-comment-finish = Klar för { $unit }?
plan-comment-finish-help = Klarmarkera när ni har sagt ert, också om ni inte har några synpunkter. Ni kan lägga till mer så länge remissen pågår.
plan-comment-finish-deed = Klarmarkera
plan-comment-outcome = Vad det blir
plan-comment-answer = Svar
plan-comment-answer-help = Varför, och vad som ändrades i planen. Den som lämnade synpunkten läser svaret när remissen är avslutad.
plan-comment-answer-new = Svara
plan-comment-answer-change = Ändra svaret
plan-comment-answer-deed = Spara svaret
plan-comment-unanswered = Inget svar än.
plan-outcome-adopted = Infört i planen
plan-outcome-partly = Delvis infört
plan-outcome-noted = Tas med i det fortsatta arbetet
plan-outcome-declined = Inte infört

## Egna aktiviteter
plan-own-text-help = Det ni gör för att genomföra åtgärden hos er. Andra som läser planen ser det.

## Planens egna uppgifter
plan-tasks-lead = Det som planen själv säger ska göras med den, och när.
plan-tasks-none = Inget att göra just nu
plan-tasks-none-help = Regler om översyn och utvärdering skrivs i planens inställningar och blir uppgifter när nästa version antas.
plan-tasks-none-draft = När planen är antagen blir dess regler om översyn och utvärdering uppgifter här.
plan-tasks-done = Gjort
plan-task = Uppgift
plan-task-due = Skulle göras
plan-task-done-on = Gjordes
plan-task-came-of-it = Vad det ledde till
plan-task-review = Se över planen
plan-task-evaluate = Utvärdera planen
plan-task-revise = Avgör om planen behöver revideras
plan-task-replace = Förbered det som kommer efter planen
plan-task-by = Senast { $day }
plan-task-late = Försenad sedan { $day }
plan-task-finish = Klarmarkera
plan-task-note = Vad det ledde till
plan-task-note-help = Till exempel vad ni kom fram till, eller var underlaget finns.
plan-task-deed = Klarmarkera uppgiften

## Sagt efteråt
said-plan-adopted = Planen är antagen. Allmänheten ser den när du har publicerat den.
said-plan-adopted-public = Den nya versionen är antagen. Alla kan läsa den.
said-plan-published = Planen är publicerad. Alla kan läsa den.
said-plan-withdrawn = Planen är inte längre publik.
said-plan-extended = Planen är förlängd till { $what }.
said-plan-closed = Planen är avslutad.
said-plan-deleted = ”{ $what }” är borttagen.
said-revision-begun = Du skriver nu på en ny version. Den antagna gäller tills den nya är antagen.
said-revision-given-up = Utkastet är borttaget. Den antagna versionen gäller.
said-consultation-opened = Planen är på remiss.
said-consultation-closed = Remissen är avslutad. Alla tillfrågade ser svaren.
said-comment-added = Synpunkten är lämnad.
said-comment-answered = Svaret är sparat.
said-comments-finished = { $what } är klar med sina synpunkter.
said-own-activity-added = Aktiviteten är tillagd.
said-own-activity-removed = Aktiviteten är borttagen.
said-task-done = Uppgiften är klar.

## Vad som står i vägen
problem-version-adopted = Versionen är antagen
problem-version-adopted-help = En antagen version ändras aldrig. Börja på en ny version av planen för att ändra något.
problem-version-being-written = En ny version skrivs redan
problem-version-being-written-help = Fortsätt i utkastet som finns, eller släng det först.
problem-plan-in-consultation = Planen är på remiss
problem-plan-in-consultation-help = Svara på synpunkterna och avsluta remissen först.
problem-plan-empty = Planen är tom
problem-plan-empty-help = Lägg till minst ett mål eller en åtgärd först.
problem-plan-not-adopted = Planen är inte antagen
problem-plan-not-adopted-help = Skriv in beslutet om planen först.
problem-plan-not-in-force = Planen gäller inte
problem-plan-not-in-force-help = Bara en antagen plan som inte är avslutad kan förlängas eller avslutas.
problem-plan-closed = Planen är avslutad
problem-plan-closed-help = En avslutad plan står kvar som den är. Börja på en ny plan i stället.
problem-consultation-closed = Remissen är avslutad
problem-consultation-closed-help = Inga fler synpunkter kan lämnas. Kontakta den som äger planen.
