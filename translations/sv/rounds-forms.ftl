### Organisationens egna formulär: skriva, prova, publicera.

## Listan
rounds-forms-title = Formulär
rounds-forms-lead = Frågor som ni ställer till era enheter varje år. Publicera ett formulär och öppna sedan en insamling om det.
rounds-forms-none = Inga formulär än
rounds-forms-none-help = Börja med ett färdigt formulär och ändra det som ni vill, eller skriv ett eget.
rounds-forms-none-reader = Här visas de formulär som din organisation har gjort.
rounds-form-title = Namn
rounds-form-owner = Ägare
rounds-form-owner-help = Ägaren öppnar insamlingar om formuläret och läser svaren.
rounds-form-unit-kind = Fylls i av
rounds-form-unit-kind-help = Alla enheter av det slaget, var för sig.
rounds-form-reach = Var
rounds-form-reach-below = Ägaren och dess egna enheter
rounds-form-reach-area = Alla i kommunen, regionen eller länet
rounds-form-no-units = Ingen får formuläret
rounds-form-no-units-help = Just nu finns det ingen enhet av det slaget där formuläret frågar. Välj ett annat slag, eller hela kommunen, regionen eller länet.
rounds-form-minutes = Minuter
rounds-form-minutes-help = Ungefär hur lång tid det tar att fylla i.
rounds-form-state = Läge
rounds-form-state-draft = Utkast
rounds-form-state-published = Publicerat
rounds-form-state-revised = Ny version skrivs
rounds-form-state-closed = Avslutat

## Börja
rounds-form-new = Nytt formulär
rounds-form-new-lead = Du kan ändra allt innan du publicerar.
rounds-form-from = Börja från
rounds-form-ready-help = Lämna tomt för att ta det färdiga formulärets.
rounds-form-begin = Skapa utkastet
rounds-ready-yearly-statistics = En förvaltnings siffror för året: ärenden, utbildningar, barn som befaras ha förts utomlands och rutiner. { $questions } frågor, ungefär { $time }.
rounds-ready-readiness = Hur en skola eller verksamhet är rustad: ansvar, rutiner, introduktion och stöd. { $questions } frågor, ungefär { $time }.
rounds-ready-empty = Ett tomt formulär
rounds-ready-empty-help = Skriv alla frågor själv.

## Formuläret
rounds-form-settings = Namn och vem som fyller i
rounds-form-save = Spara
rounds-form-back = Till formuläret
rounds-form-now = Just nu
rounds-form-size = Omfattning
rounds-form-time = Tid
rounds-form-version = Version
rounds-form-units =
    { $count ->
        [0] ingen enhet
        [one] 1 enhet
       *[other] { $count } enheter
    }
rounds-form-questions =
    { $count ->
        [0] inga frågor
        [one] 1 fråga
       *[other] { $count } frågor
    }
rounds-form-closed-on = Formuläret avslutades { $date }. Det går inte att öppna nya insamlingar om det.
rounds-form-revised = Du ser version { $version }, som skrivs nu. Version { $published } gäller tills den nya publiceras.
rounds-form-conflict = Någon annan sparade medan du skrev
rounds-form-conflict-text = Inget är överskrivet. Kontrollera vad som gäller och spara igen.
rounds-form-flaws = Det här behöver rättas innan formuläret kan publiceras
rounds-form-flaw-no-questions = Skriv minst en fråga.
rounds-form-flaw-key = Frågan har samma nyckel som en annan. Ta bort den och skriv den på nytt.
rounds-form-flaw-no-words = Skriv orden på svenska. Något står tomt.
rounds-form-flaw-no-choices = Skriv minst två alternativ.
rounds-form-flaw-no-cells = Skriv minst en rad, en kolumn eller en kategori.
rounds-form-flaw-shared-choice = Två rader betyder samma sak. Skriv dem olika.
rounds-form-flaw-not-a-figure = Bara siffror kan delas upp och följas över tid. Ta bort uppdelningen.
rounds-form-flaw-limits = Gränserna lämnar inget möjligt svar. Ändra dem.
rounds-form-flaw-condition-field = Villkoret gäller en fråga som inte kommer före. Flytta frågan eller ändra villkoret.
rounds-form-flaw-condition-answer = Villkoret gäller ett svar som inte går att välja längre. Ändra villkoret.
rounds-form-flaw-rule-field = En kontroll gäller en fråga som inte finns. Ändra eller ta bort kontrollen.
rounds-form-flaw-rule-number = En kontroll räknar med ett tal som inte finns. Ändra eller ta bort kontrollen.

## Frågor
rounds-question-new = Ny fråga
rounds-question-edit = Ändra frågan
rounds-question-save = Spara frågan
rounds-question-remove = Ta bort frågan
rounds-question-removal = Ta bort frågan?
rounds-question-removal-goes = Det här följer med
rounds-question-removal-freed = ”{ $question }” ställs alltid.
rounds-question-removal-rule = Kontrollen ”{ $rule }” försvinner.
rounds-question-theirs = Så här är frågan sparad nu
rounds-question-label = Fråga
rounds-question-label-en = Frågan på engelska
rounds-question-help = Hjälptext
rounds-question-help-en = Hjälptexten på engelska
rounds-question-help-help = Vad som ska räknas med, och vad som inte ska det.
rounds-question-part = Del
rounds-question-kind = Slags svar
rounds-question-kind-number = Antal
rounds-question-kind-decimal = Tal med decimaler
rounds-question-kind-share = Andel: ett antal av ett annat
rounds-question-kind-rate = Antal i förhållande till befolkningen
rounds-question-kind-mean = Medelvärde på en skala
rounds-question-kind-state = Ja eller nej
rounds-question-kind-choice = Ett av flera alternativ
rounds-question-kind-choices = Flera alternativ
rounds-question-kind-table = Tabell med antal
rounds-question-kind-long = Längre text
rounds-question-kind-text = Kort text
rounds-question-kind-date = Datum
rounds-question-for-number = Fyll i om svaret är ett antal eller ett tal med decimaler.
rounds-question-for-rate = Fyll i om svaret är ett antal i förhållande till befolkningen.
rounds-question-for-mean = Fyll i om svaret är ett medelvärde.
rounds-question-for-choice = Fyll i om svaret är ett eller flera alternativ.
rounds-question-for-table = Fyll i om svaret är en tabell.
rounds-question-for-text = Fyll i om svaret är en text.
rounds-question-for-figure = Fyll i om svaret är en siffra, eller ja eller nej.
rounds-question-least = Minst
rounds-question-most = Högst
rounds-question-per = Per så många
rounds-question-from = Lägsta steget
rounds-question-to = Högsta steget
rounds-question-characters = Högst så många tecken
rounds-question-options = Alternativ
rounds-question-options-en = Alternativen på engelska
rounds-question-rows = Rader
rounds-question-rows-en = Raderna på engelska
rounds-question-columns = Kolumner
rounds-question-columns-en = Kolumnerna på engelska
rounds-question-lines-help = Ett på varje rad. Den engelska texten i samma ordning.
rounds-question-breakdown-summary = Dela upp svaret
rounds-question-breakdown = Uppdelat på
rounds-question-breakdown-en = Uppdelat på, på engelska
rounds-question-breakdown-help = Till exempel kön eller ålder.
rounds-question-categories = Kategorier
rounds-question-categories-en = Kategorierna på engelska
rounds-question-follow = Följ svaret över tid
rounds-question-follow-help = Svaren visas som en serie, år för år.
rounds-question-about-people = Siffrorna räknar personer
rounds-question-about-people-help = Små antal visas inte för andra.
rounds-question-need = Måste frågan besvaras?
rounds-question-need-required = Ja
rounds-question-need-or-reason = Ja, eller skriva varför det inte går
rounds-question-need-optional = Nej, frivillig
rounds-question-when-summary = Ställ frågan bara efter vissa svar
rounds-question-when = Ställ frågan om svaret är
rounds-question-when-help = Välj svar på en och samma fråga. Väljer du inget ställs frågan alltid.
rounds-question-answered = { $question } – { $answer }
rounds-question-answer-gone = Ett svar som inte går att välja längre
rounds-question-about-optional = Frivillig
rounds-question-about-or-reason = Svar eller skäl
rounds-question-after = Ställs efter vissa svar på ”{ $question }”
rounds-question-options-count =
    { $count ->
        [one] 1 alternativ
       *[other] { $count } alternativ
    }
rounds-question-size = { $rows } × { $columns }
rounds-move-up = Flytta upp
rounds-move-down = Flytta ner

## Delar
rounds-part-new = Ny del
rounds-part-edit = Ändra rubriken
rounds-part-title = Rubrik
rounds-part-title-en = Rubriken på engelska
rounds-part-unnamed = Del { $number }
rounds-part-empty = Inga frågor i den här delen än.
rounds-part-remove = Ta bort delen

## Kontroller
rounds-rules-title = Kontroller mellan svar
rounds-rules-none = Inga kontroller än.
rounds-rule-new = Ny kontroll
rounds-rule-edit = Ändra kontrollen
rounds-rule-lead = En kontroll jämför tal i formuläret. Den som svarar får veta när de inte går ihop.
rounds-rule-one = Det här talet
rounds-rule-check = Ska vara
rounds-rule-at-most = högst lika stort som
rounds-rule-equal = lika stort som
rounds-rule-other = Det här talet att jämföra med
rounds-rule-sum-help = Väljer du flera räknas de ihop.
rounds-rule-words = Det här får den som svarar veta
rounds-rule-words-en = Samma sak på engelska
rounds-rule-words-help = Skriv vad som inte går ihop och vad man ska göra.
rounds-rule-remove = Ta bort kontrollen
rounds-rule-no-numbers = Det finns inga tal att jämföra än. Skriv en fråga som besvaras med ett tal först.

## Prova, publicera, avsluta
rounds-form-try = Prova formuläret
rounds-form-try-lead = Fyll i som den som svarar. Inget sparas.
rounds-form-try-submit = Kontrollera svaren
rounds-form-try-complete = Svaren går ihop. Så här läses de:
rounds-form-publish = Publicera formuläret
rounds-form-publish-text = Version { $version } kan inte ändras när den är publicerad. Vill du ändra något senare börjar du på en ny version.
rounds-form-publish-units = Fylls i av slaget { $kind }: just nu { $units }.
rounds-form-publish-then = Ingen får något att göra ännu. Det får de när du öppnar en insamling om formuläret.
rounds-form-revise = Börja på en ny version
rounds-form-abandon = Släng utkastet
rounds-form-abandon-revision = Det som är skrivet i den nya versionen försvinner. Version { $published } fortsätter att gälla.
rounds-form-abandon-whole = Formuläret har aldrig publicerats. Det försvinner helt.
rounds-form-ask = Öppna en insamling om formuläret
rounds-form-close = Avsluta formuläret
rounds-form-close-text = Svaren som har kommit in finns kvar. Det går inte att öppna nya insamlingar om formuläret.

## Besked
said-form-begun = Utkastet ”{ $what }” är skapat.
said-form-settings-saved = Ändringen är sparad.
said-form-published = Formuläret är publicerat. Nu kan du öppna en insamling om det.
said-form-revised = En ny version är påbörjad.
said-form-given-up = Utkastet är slängt.
said-form-deleted = Formuläret ”{ $what }” är borttaget.
said-form-closed = Formuläret är avslutat.
said-question-added = Frågan är tillagd.
said-question-saved = Frågan är sparad.
said-question-moved = Frågan är flyttad.
said-question-removed = Frågan ”{ $what }” är borttagen.
said-part-added = Delen är tillagd.
said-part-saved = Rubriken är sparad.
said-part-removed = Delen är borttagen.
said-rule-added = Kontrollen är tillagd.
said-rule-saved = Kontrollen är sparad.
said-rule-removed = Kontrollen är borttagen.
problem-form-published = Formuläret är publicerat
problem-form-published-help = Det som är publicerat ändras inte. Börja på en ny version.
problem-form-closed = Formuläret är avslutat
problem-form-closed-help = Ett avslutat formulär står kvar som det är. Skapa ett nytt i stället.
problem-form-flawed = Formuläret kan inte publiceras än
problem-form-flawed-help = Något i det behöver rättas. Gå till formuläret: där står vad.
problem-form-being-written = En ny version skrivs redan
problem-form-being-written-help = Gå till formuläret och fortsätt på den.
problem-form-full = Formuläret är fullt
problem-form-full-help = Ett formulär rymmer 200 frågor. Dela det i två.
problem-part-in-use = Delen kan inte tas bort
problem-part-in-use-help = Flytta eller ta bort frågorna i den först. En del måste finnas kvar.
event-form-begun = Började på ett formulär
event-form-settings-changed = Ändrade ett formulärs namn eller vem som fyller i
event-form-question-added = Lade till en fråga i ett formulär
event-form-question-changed = Ändrade en fråga i ett formulär
event-form-question-moved = Flyttade en fråga i ett formulär
event-form-question-removed = Tog bort en fråga ur ett formulär
event-form-part-added = Lade till en del i ett formulär
event-form-part-changed = Ändrade en dels rubrik i ett formulär
event-form-part-removed = Tog bort en del ur ett formulär
event-form-rule-added = Lade till en kontroll i ett formulär
event-form-rule-changed = Ändrade en kontroll i ett formulär
event-form-rule-removed = Tog bort en kontroll ur ett formulär
event-form-published = Publicerade ett formulär
event-form-revision-begun = Började på en ny version av ett formulär
event-form-revision-given-up = Slängde ett formulärs nya version
event-form-deleted = Slängde ett formulär som aldrig hade publicerats
event-form-closed = Avslutade ett formulär
