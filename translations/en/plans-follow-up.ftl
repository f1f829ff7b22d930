### Plans: what a collection round asks about actions and goals.

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
