### Plans: what a collection round asks about actions and goals, and what plans expect of a unit.

round-subject-plan = Plan

## About an action
plan-report-status = How far have you come?
plan-report-narrative = What have you done, and what has it led to?
plan-report-narrative-help = A few sentences are enough. They may stand in the status report.
plan-report-obstacles = What has stood in your way?
plan-report-obstacles-help = Also write what you need to get on. Leave empty if nothing stands in the way.

## About a goal
plan-report-assessment = How far is the goal reached, in your view?
plan-report-reason = Why is that your assessment?
plan-report-reason-help = Tell what you base it on: figures, what you have seen yourselves, what others say.
plan-assessment-reached = Reached
plan-assessment-will-be-reached = Will be reached
plan-assessment-uncertain = Uncertain
plan-assessment-will-not = Will not be reached
plan-assessment-not-reached = Not reached

## What is expected of us
chapter-expectations = Expected of us
plan-expected-title = What is expected of { $unit }
plan-expected-lead = From all plans that are in force on { $today } and that you may read.
plan-expected-choose = Choose a unit, and all that the plans expect of it stands on one page: what, when, why and where help is.
plan-expected-filter = Show for one function
plan-expected-everybody = Everybody
plan-expected-addressed = To do
plan-expected-time = About { $time } altogether
plan-expected-by = When
plan-expected-any-time = No set day
plan-expected-each-year = every year
plan-expected-what = What
plan-expected-who = Who
plan-expected-why = Why
plan-expected-actions = Actions to lead or take part in
plan-expected-plan = Plan
plan-expected-nothing = Nothing is expected at present
plan-expected-nothing-help = No plan that is in force today, and that you may read, expects anything of the unit.
plan-expected-own = Your units
plan-expected-other = Another unit
plan-expected-search = Name or code
plan-expected-found = Choose a unit
plan-expected-not-found = No unit is called “{ $text }”
plan-expected-not-found-help = Try a part of the name, or the code of the school unit.
plan-expected-body = All that { $unit } has promised

## The year wheel
plan-date-end = { $plan } ends
