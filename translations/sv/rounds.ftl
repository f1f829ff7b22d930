# Insamlingar: vem som ska svara på vad, när och hur det går.

chapter-rounds = Uppföljning
round-hit = Insamling
round-item-action = Åtgärder
round-item-goal = Mål
round-item-form = Formulär
round-item-action-one = Åtgärd
round-item-goal-one = Bedömning av målet
round-item-form-one = Formulär
round-count-action = { $count ->
    [one] { $count } åtgärd
   *[other] { $count } åtgärder
}
round-count-goal = { $count ->
    [one] { $count } mål
   *[other] { $count } mål
}
round-count-form = { $count ->
    [one] { $count } formulär
   *[other] { $count } formulär
}

## Listan
round-list-lead = Här samlas redovisningar in: vem som ska svara, vad som har kommit och vad som saknas.
round-none = Inga insamlingar än
round-none-help = Öppna en insamling om en antagen plan. Programmet vet själv vem som ska svara på vad.
round-none-asked = När någon ber din enhet om en redovisning finns den här och i Mitt arbete.
round-column-title = Insamling
round-column-phase = Läge
round-column-due = Senast
round-column-received = Inlämnat
round-column-body = Aktör
round-column-section = Mål
round-column-item = Vad
round-column-state = Läge
round-column-minutes = Tar ungefär
round-received = { $received } av { $expected }
round-received-label = Inlämnade redovisningar
round-phase-planned = Inte öppnad än
round-phase-open = Pågår
round-phase-overdue = Sista dag har passerat
round-phase-closed = Stängd
round-phase-ended = Avslutad

## Öppna
round-new = Öppna en insamling
round-new-lead = Välj vad den gäller. Du ser vem som ska svara innan du öppnar den.
round-no-subjects = Det finns inget att samla in om än
round-no-subjects-help = En insamling gäller en antagen plan eller ett eget formulär. Anta en plan först.
round-step-what = Vad gäller den?
round-step-when = Vem svarar, och när?
round-subject = Gäller
round-year = År
round-preview = Visa vem som ska svara
round-usual-title = Uppföljning { $year }: { $subject }
round-nothing-expected = Ingenting ska redovisas för { $year }. Välj ett annat år.
round-nothing-expected-form = Det finns ingen enhet av det slaget där formuläret frågar. Ändra vem som fyller i det.
round-taken = Det finns redan en insamling om { $year }
round-taken-help = Den går att ändra. Vill ni fråga på nytt avslutar ni den först.
round-expected-who = Visa vilka
round-expected-count = { $count ->
    [one] 1 redovisning
   *[other] { $count } redovisningar
  }
round-expected-title = Det här väntas in
round-expected-reports = Redovisningar
round-expected-bodies = Aktörer
round-unknown = { $count ->
    [one] En part finns inte i registret och blir inte tillfrågad
   *[other] { $count } parter finns inte i registret och blir inte tillfrågade
}
round-unknown-help = Koppla namnen till registret i planen om de ska svara.
round-not-asked = { $count ->
    [one] En indikator frågas det inte efter
   *[other] { $count } indikatorer frågas det inte efter
  }
round-not-asked-help = Siffrorna finns redan. De hämtas därifrån när lägesrapporten skrivs.
round-related = Insamlingar
round-related-none = Planen har inte följts upp än.
round-related-planned = Öppnar { $day }
round-related-open = Pågår till { $day }
round-related-overdue = Sista dag var { $day }
round-related-closed = Stängde { $day }
round-related-ended = Avslutad { $day }
round-title = Insamlingens namn
round-message = Hälsning till alla som svarar
round-message-help = Det viktigaste att tänka på. Visas överst för den som svarar.
round-days = Dagar
round-days-help = Det som kommer senast sista dag är i tid. Efter stängning krävs längre tid, som du ger.
round-opens = Öppnar
round-due = Sista dag
round-closes = Stänger
round-closes-help = Efter den här dagen går det inte att lämna in.
round-locks = Låser
round-locks-help = Från den här dagen låses det som är godkänt. Lämna tomt om du låser själv.
round-open-deed = Öppna insamlingen
round-then = När du öppnar
round-then-frozen = Listan över vem som svarar på vad fryses. Ändringar efteråt görs med skäl.
round-then-work = Det syns i Mitt arbete hos dem som ska svara från den dag den öppnar.
round-then-before = Förra årets svar står bredvid de nya.

## En insamling
round-lead-due = Sista dag { $due }
round-owner = Samlar in
round-facts = Fakta
round-message-title = Till dig som svarar
round-export = Hämta i Excel
round-changes = Ändra insamlingen
round-tally = Läget
round-percent = { $percent } %
round-tile-received = Inlämnat
round-tile-missing = Saknas
round-tile-missing-note = { $drafts ->
    [one] 1 utkast är påbörjat
   *[other] { $drafts } utkast är påbörjade
}
round-tile-late = Kom sent
round-tile-late-note = { $count } kom i tid
round-tile-approved = Godkända
round-tile-approved-note = { $returned } åter för komplettering, { $excused } undantag
round-tile-returned-note = { $returned } åter för komplettering
round-tile-excused-note = { $excused } undantag
round-returned = Åter
round-filter = Visa
round-filter-state = Läge
round-filter-all-states = Alla lägen
round-filter-section = Mål
round-filter-all-sections = Alla mål
round-filter-kind = Slag
round-filter-all-kinds = Allt
round-no-bodies = Ingen aktör passar
round-no-bodies-help = Välj ett annat läge eller mål.
round-bodies = Aktörer
round-bodies-shown = { $shown } av { $all }
round-matrix = Aktör för aktör och punkt för punkt
round-matrix-help = Rutan leder till redovisningen
round-matrix-by-goal-help = Mål för mål: hur många redovisningar som är inlämnade av dem som väntas. Välj ett mål för att se åtgärd för åtgärd.
round-square = { $body }, { $goal }: { $received } av { $expected } inlämnade, { $missing } saknas, { $returned } åter för komplettering
round-order = Ordning
round-order-name = Efter namn
round-order-missing = Flest saknas först
round-filter-all-items = Alla mål, åtgärd för åtgärd
round-until-too-early = Välj en dag efter { $day }.
round-legend = Så läser du rutorna
round-by-section = Mål för mål
round-abolished = { $count ->
    [one] En aktör som ska svara finns inte längre
   *[other] { $count } aktörer som ska svara finns inte längre
}
round-abolished-do = Bestäm vem som tar över
round-export-file = Läge i { $round }
round-export-body = Aktör
round-export-matrix = Översikt
round-export-list = Lista
round-export-section = Mål
round-export-number = Nummer
round-export-item = Vad
round-export-leads = Leder
round-export-state = Läge
round-export-submitted = Inlämnad
round-export-yes = ja
round-export-answers = Svar
round-export-question = Fråga
round-export-answer = Svar

## En aktörs uppgifter
round-body-lead = Sista dag { $due }. Det som är kvar tar ungefär { $time }.
round-body-next = Svara på nästa
round-review-next = Granska nästa
round-body-missing = { $count ->
    [one] En redovisning skulle ha kommit { $due }.
   *[other] { $count } redovisningar skulle ha kommit { $due }.
}
round-body-extended = Ni har längre tid, till { $day }.
round-approve-all = { $count ->
    [one] Godkänn den inlämnade
   *[other] Godkänn alla { $count } inlämnade
}
round-approvals-title = Godkänn det som är inlämnat?
round-approvals-lead = Det här har { $unit } lämnat in. Det väntar på din granskning. Öppna en redovisning om du vill läsa den först.
round-section-none = Utan mål
round-leads = Leder
round-unchanged = Oförändrat sedan förra gången

## En punkt
round-item-lead = { $count ->
    [one] En aktör svarar.
   *[other] { $count } aktörer svarar.
}
round-item-nothing = Inget inlämnat än.
round-item-about = Läs mer om det

## En redovisning
round-report-lead = { $unit } svarar senast { $due }. Det tar ungefär { $time }.
round-report-kept = Det du skrev är sparat som utkast. Rätta punkterna ovan och lämna in igen.
round-report-returned = Åter för komplettering
round-report-returned-fields = Se kommentarerna vid fälten.
round-report-waits = { $unit } har inte lämnat in än. Sista dag är { $due }.
round-withdraw-title = Inlämnad och inte granskad än
round-withdraw-help = Vill du ändra något kan du ta tillbaka svaret. Det blir ett utkast igen och räknas inte som inlämnat förrän du lämnar in det på nytt.
round-withdraw-late = Sista dag har passerat. Svaret kom i tid, men räknas som sent om du tar tillbaka det och lämnar in igen.
round-withdraw = Ta tillbaka
round-before-title = Svaret för { $year } finns
round-before-help = Det står bredvid varje fråga. Är allt som då kan du bekräfta det direkt.
round-before-unchanged = Bekräfta att inget har ändrats
round-before-take-over = Utgå från förra svaret
round-submit = Lämna in
round-save = Spara utkast
round-conflict-by = någon annan
round-unchanged-since = Bekräftat oförändrat sedan { $year }.
round-excused-because = Undantag: { $reason }
round-report-nav = Redovisningar
round-report-all = Alla uppgifter för { $unit }
round-report-previous = Föregående
round-report-next = Nästa
round-answers = Svaret
round-reason = Skäl
round-review = Granska
round-approve = Godkänn
round-review-waiting = { $count ->
    [one] En redovisning till väntar på din granskning.
   *[other] { $count } redovisningar till väntar på din granskning.
}
round-return = Skicka tillbaka för komplettering
round-return-note = Vad behöver kompletteras?
round-return-note-help = Skriv så att den som svarar vet vad som fattas. Du kan också kommentera fält för fält.
round-return-field = Om: { $field }
round-return-deed = Skicka tillbaka med kommentar
round-evidence = Underlag
round-evidence-help = Lägg till en fil eller en länk som visar vad som är gjort. Inga uppgifter om enskilda personer.
round-evidence-add = Lägg till underlag
round-evidence-change = Lägg till eller ta bort underlag
round-evidence-saves = Det du har skrivit i svaret sparas först.
round-evidence-back = Tillbaka till svaret
round-evidence-none = Det finns inget underlag.
round-evidence-title = Vad underlaget heter
round-evidence-title-help = Lämna tomt för att ta filens namn eller länken.
round-evidence-file = Fil
round-evidence-file-help = PDF, Word, Excel, PowerPoint, OpenDocument eller bild. Högst 10 MB.
round-evidence-href = Länk
round-evidence-href-help = I stället för en fil. Skriv hela adressen, som https://exempel.se/rapport.
round-evidence-deed = Lägg till
round-evidence-remove = Ta bort
round-evidence-size = { $kilobytes } kB
round-evidence-not-taken = Filtypen går inte att ta emot, eller så är filen inte vad namnet säger. Använd PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), OpenDocument (odt, ods), PNG eller JPEG.
round-evidence-no-address = Skriv hela adressen. Den börjar med https:// och har inga mellanslag.
round-evidence-nothing = Välj en fil, eller skriv en länk.
round-evidence-both = Lägg till filen och länken var för sig. Ta bort länken först, och välj filen igen.
round-others = De andra som svarar
round-others-help = Ni leder och ser vad de andra har lämnat in
round-others-gather = Hämta de andras texter
round-others-gather-help = Det de har lämnat in läggs under din egen text, med namn. Det du har skrivit sparas först.
round-others-open = Öppna { $unit }
round-history = Historik
round-history-none = Inget har hänt än.
round-comment = Skriv en kommentar
round-comment-text = Kommentar
round-comment-unsent = Din kommentar är inte skickad än. Det andra är sparat. Skicka kommentaren, eller töm rutan.
round-comment-help = Syns för den som svarar och den som granskar.
round-comment-deed = Skicka kommentaren
round-deeds = Mer
round-lock = Lås
round-unlock = Lås upp
round-unlock-help = Redovisningen går åter för komplettering. Skälet syns för den som svarar.
round-unlock-deed = Lås upp med skäl
round-excuse = Undanta
round-excuse-help = Aktören behöver inte svara den här gången. Skälet syns för alla som ser redovisningen.
round-excuse-deed = Undanta med skäl
round-expect = Ta bort undantaget
round-step-submitted = Lämnade in
round-step-withdrawn = Tog tillbaka
round-step-returned = Skickade tillbaka
round-step-approved = Godkände
round-step-locked = Låste
round-step-unlocked = Låste upp
round-step-excused = Undantog
round-step-expected = Tog bort undantaget
round-step-commented = Kommenterade

## Ändra
round-changes-lead = Allt som ändras efter öppningen har ett skäl och syns i listan längst ner.
round-days-deed = Ändra dagarna
round-until = Till och med
round-extension = Längre tid för en aktör
round-extension-help = Aktören får en egen sista dag: till dess är inget sent, och påminnelserna följer den dagen.
round-extension-until = { $unit } har till { $day }.
round-extension-deed = Ge längre tid
round-addition = Fråga en aktör till
round-addition-deed = Lägg till
round-reconcile = Planen har ändrats
round-reconcile-help = Det som väntas nu är inte samma som när insamlingen öppnades. Det som redan är skrivet finns kvar.
round-reconcile-added = { $count ->
    [one] En ny redovisning
   *[other] { $count } nya redovisningar
}
round-reconcile-removed = { $count ->
    [one] En redovisning som inte väntas längre
   *[other] { $count } redovisningar som inte väntas längre
}
round-reconcile-deed = Stäm av mot planen
round-transfer = Aktörer som inte finns längre
round-transfer-help = { $unit } upphörde { $day } och har saker kvar att svara på. Utkasten följer med.
round-transfer-to = Tar över
round-transfer-deed = Flytta
round-end = Avsluta insamlingen
round-end-help = Det som är godkänt låses. Ingenting kan lämnas in efteråt.
round-end-deed = Avsluta
round-notes = Ändringar
round-notes-none = Inget har ändrats sedan den öppnades.
round-note-rescheduled = Ändrade dagarna
round-note-added = Lade till { $unit } på { $item }
round-note-excused = Gav { $unit } undantag från { $item }
round-note-expected = Väntar sig åter svar av { $unit } på { $item }
round-note-extended = Gav längre tid till { $unit }
round-note-transferred = Flyttade det som { $unit } skulle svara på
round-note-reconciled = Stämde av mot planen

## Mitt arbete
round-date-due = Sista dag: { $round }
round-date-closes = Stänger: { $round }
round-work-answer = Redovisa för { $unit }: { $round }
round-work-returned = Komplettera för { $unit }: { $round }
round-work-answer-why = { $count } kvar att svara på.
round-work-returned-why = { $count } att komplettera.
round-work-both-why = { $count } kvar, varav { $returned } att komplettera.
round-work-answer-deed = Svara
round-work-review = Granska { $unit }: { $round }
round-work-review-why = { $count } inlämnade väntar på dig.
round-work-review-deed = Granska

## Det som sades
said-round-opened = { $what } är öppnad.
said-round-rescheduled = Dagarna är ändrade.
said-round-extended = Aktören har längre tid.
said-round-added = Tillagt.
said-round-reconciled = Insamlingen stämmer med planen.
said-round-transferred = Flyttat.
said-round-ended = { $what } är avslutad.
said-report-saved = Utkastet är sparat.
said-report-submitted = Inlämnat: { $what }
said-report-withdrawn = Svaret är ett utkast igen. Ändra det och lämna in på nytt.
said-report-not-unchanged = Du har skrivit något nytt, så allt är inte oförändrat. Det är sparat som utkast. Lämna in det när du är klar.
said-report-taken-over = Förra svaret är ifyllt. Ändra det som är nytt.
said-report-nothing-taken-over = Det du skrev är sparat. Det fanns inget mer att hämta ur förra svaret.
said-report-gathered = De andras texter ligger nu i ditt svar. Skriv ihop dem.
said-report-nothing-gathered = Det du skrev är sparat. De andra har inte lämnat in någon text som du inte redan har.
said-report-returned = Skickat tillbaka till { $what }.
said-report-approved = Godkänt: { $what }
said-report-approved-next = Godkänt: { $what }. Här är nästa som väntar på dig.
said-report-locked = Låst.
said-report-unlocked = Upplåst. { $what } kan komplettera.
said-report-excused = { $what } är undantagen.
said-report-expected = Undantaget är borttaget.
said-report-commented = Kommentaren är sparad.
said-reports-approved = { $what } godkända.
said-reports-approved-one = En redovisning är godkänd.
said-reports-approved-none = Inget av det väntar på granskning längre.
said-evidence-added = Underlaget är tillagt.
said-evidence-removed = Underlaget är borttaget.

## Hinder
problem-round-exists = Det finns redan en insamling för det året
problem-round-exists-help = Avsluta den först, eller välj ett annat år.
problem-round-nothing-expected = Ingenting ska redovisas
problem-round-nothing-expected-help = Planen väntar sig inget av någon i registret det året. Välj ett annat år eller koppla namnen till registret.
problem-round-ended = Insamlingen är avslutad
problem-round-ended-help = Inget kan ändras längre.
problem-round-not-open = Insamlingen har inte öppnat
problem-round-not-open-help = Kom tillbaka när den har öppnat. Dagen står på insamlingens sida.
problem-round-closed = Insamlingen har stängt
problem-round-closed-help = Det du skrev är sparat som utkast. Be den som samlar in om längre tid, och lämna in sedan.
problem-report-expected-already = Aktören ska redan svara på det
problem-report-expected-already-help = Välj en annan aktör eller en annan punkt.
problem-report-handed-in = Redovisningen är inlämnad
problem-report-handed-in-help = Den som svarade kan ta tillbaka den tills någon har granskat den. Därefter kan den som granskar skicka tillbaka den.
problem-report-not-handed-in = Redovisningen är inte inlämnad
problem-report-not-handed-in-help = Den kan granskas när den är inlämnad.
problem-report-not-withdrawn = Redovisningen kan inte tas tillbaka
problem-report-not-withdrawn-help = Den är redan granskad, eller så har insamlingen stängt för er. Be den som granskar att skicka tillbaka den om något ska ändras.
problem-report-approved = Redovisningen är godkänd
problem-report-approved-help = Lås upp den med skäl om något ska ändras.
problem-report-locked = Redovisningen är låst
problem-report-locked-help = Den kan låsas upp med skäl av den som granskar.
problem-report-excused = Aktören är undantagen
problem-report-excused-help = Ta bort undantaget först.
problem-report-nothing-before = Det finns inget svar från förra gången
problem-report-nothing-before-help = Fyll i svaret.
problem-evidence-full = Det finns redan 20 underlag
problem-evidence-full-help = Ta bort något, eller samla filerna i en.

## Granskningsloggen
event-round-opened = Öppnade en insamling
event-round-rescheduled = Ändrade en insamlings dagar
event-round-extended = Gav en aktör längre tid
event-round-report-added = Lade till en redovisning
event-round-reconciled = Stämde av en insamling
event-round-transferred = Flyttade redovisningar till en annan aktör
event-round-ended = Avslutade en insamling
event-report-saved = Sparade en redovisning
event-report-submitted = Lämnade in en redovisning
event-report-withdrawn = Tog tillbaka en inlämnad redovisning
event-report-returned = Skickade tillbaka en redovisning
event-report-approved = Godkände en redovisning
event-report-locked = Låste en redovisning
event-report-unlocked = Låste upp en redovisning
event-report-excused = Undantog från en redovisning
event-report-expected = Tog bort ett undantag
event-report-commented = Kommenterade en redovisning
event-report-evidence-added = Lade till underlag
event-report-evidence-removed = Tog bort underlag
