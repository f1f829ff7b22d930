### Planer: vad en insamling frågar efter om åtgärder och mål, och vad planer väntar av en enhet.

round-subject-plan = Plan

## Om en åtgärd
plan-report-status = Hur långt har ni kommit?
plan-report-narrative = Vad har ni gjort, och vad har det lett till?
plan-report-narrative-help = Några meningar räcker. De kan stå i lägesrapporten.
plan-report-obstacles = Vad har hindrat er?
plan-report-obstacles-help = Skriv också vad ni behöver för att komma vidare. Lämna tomt om inget står i vägen.

## Om ett mål
plan-report-assessment = Hur långt är målet nått, enligt er?
plan-report-reason = Varför bedömer ni så?
plan-report-reason-help = Berätta vad ni bygger det på: siffror, egna iakttagelser, vad andra säger.
plan-assessment-reached = Uppnått
plan-assessment-will-be-reached = Kommer att uppnås
plan-assessment-uncertain = Osäkert
plan-assessment-will-not = Kommer inte att uppnås
plan-assessment-not-reached = Inte uppnått

## Det här väntas av oss
chapter-expectations = Väntas av oss
plan-expected-title = Det här väntas av { $unit }
plan-expected-lead = Från alla planer som gäller den { $today } och som du får läsa.
plan-expected-choose = Välj en enhet, så samlas allt som planerna väntar av den på en sida: vad, när, varför och var hjälp finns.
plan-expected-filter = Visa för en funktion
plan-expected-everybody = Alla
plan-expected-addressed = Att göra
plan-expected-time = Ungefär { $time } sammanlagt
plan-expected-by = När
plan-expected-any-time = Ingen bestämd dag
plan-expected-each-year = varje år
plan-expected-what = Vad
plan-expected-who = Vem
plan-expected-why = Varför
plan-expected-actions = Åtgärder att leda eller delta i
plan-expected-plan = Plan
plan-expected-nothing = Inget väntas just nu
plan-expected-nothing-help = Ingen plan som gäller i dag, och som du får läsa, väntar något av enheten.
plan-expected-own = Dina enheter
plan-expected-other = En annan enhet
plan-expected-search = Namn eller kod
plan-expected-found = Välj enhet
plan-expected-not-found = Ingen enhet heter ”{ $text }”
plan-expected-not-found-help = Pröva en del av namnet, eller skolenhetens kod.
plan-expected-body = Allt som { $unit } har lovat

## Årshjulet
plan-date-end = { $plan } slutar gälla
