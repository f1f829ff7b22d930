### Planer: vad en insamling frågar efter om åtgärder och mål.

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
