### Frågor i formulär: inmatning, svar och vad som ska rättas.

## Inmatning
forms-input-number = Antal
forms-input-of = Av totalt
forms-input-population = Befolkning
forms-input-mean = Medelvärde
forms-input-count = Antal svar
forms-input-state = Svar
forms-rate-help = Skriv antalet och befolkningen. Vi räknar ut hur många det är per { $per }.
forms-mean-help = Skalan går från { $least } till { $most }.
forms-yes = Ja
forms-no = Nej
forms-no-answer = Inget svar
forms-when = Fyll i om svaret på ”{ $question }” är { $values }.
forms-when-or = {" "}eller{" "}
forms-reason = Varför finns inget värde?
forms-reason-summary = Finns inget värde?
forms-reason-help = Skriv varför. Då behöver du inte fylla i något annat på frågan.
forms-note = Att komplettera
forms-count = Högst { $most } tecken.
forms-count-left = Tecken kvar:
forms-count-over = För många tecken:

## Tabeller
forms-grid-row = Rad
forms-grid-breakdown = Uppdelat på { $name }
forms-grid-cell = { $row }, { $column }
forms-grid-answer = Svar
forms-paste = Celler från Excel
forms-paste-summary = Klistra in från Excel
forms-paste-help = Kopiera kolumnen eller hela tabellen, gärna med rubriker, och klistra in den här. När du sparar läggs talen på sina platser.
forms-paste-left = Det här kunde vi inte placera. Skriv talen på sina platser i tabellen och töm rutan.
forms-pasted = Talen är inklistrade. Kontrollera att de hamnade rätt.
forms-pasted-more = Allt fick inte plats i tabellen. Kontrollera att talen hamnade rätt.

## Svar
forms-value-share = { $share } % ({ $part } av { $whole })
forms-value-rate = { $rate } per { $per } ({ $count } av { $population })
forms-value-mean = { $mean } (medelvärde av { $of } svar)
forms-value-gap = Inget värde: { $reason }
forms-before = Förra gången
forms-before-of = Svaret förra gången på ”{ $question }”
forms-before-short = förra: { $text }
forms-change-number = { $change } sedan förra gången
forms-change-share = { $change } procentenheter sedan förra gången
forms-change-none = Ingen förändring sedan förra gången

## Det här ska rättas
forms-fault-of = { $field } – { $error }
forms-fault-missing = Svara på frågan.
forms-fault-missing-or-reason = Svara på frågan, eller skriv varför det inte finns något värde.
forms-fault-half = Fyll i båda talen. Det ena saknas.
forms-fault-without-whole = Fyll i totalen också. Nu finns bara uppdelningen.
forms-fault-not-a-number = Skriv ett tal med siffror, till exempel 12 eller 12,5.
forms-fault-not-whole = Skriv ett heltal, utan decimaler.
forms-fault-below-least = Skriv ett tal som är minst { $least }.
forms-fault-above-most = Skriv ett tal som är högst { $most }.
forms-fault-part-above-whole = Antalet är större än totalen. Kontrollera att talen står på rätt plats.
forms-fault-whole-is-zero = Totalen är noll. Skriv hur många det är totalt, eller lämna båda tomma.
forms-fault-not-a-date = Skriv ett datum som 2025-03-12.
forms-fault-not-a-choice = Välj ett av alternativen.
forms-fault-too-long = Korta texten till högst { $most } tecken.
forms-fault-categories-above-whole = Uppdelningen blir tillsammans mer än totalen. Rätta uppdelningen eller totalen.
forms-fault-reason-beside-answer = Du har både svarat och skrivit varför det inte finns något värde. Ta bort det ena.
