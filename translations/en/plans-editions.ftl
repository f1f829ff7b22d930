### Editions of a plan, and the plan as an Excel workbook.

## Editions
plans-editions-title = Download the plan
plans-editions-lead = The same plan in several forms. Choose the one that suits what you are going to do.
plans-editions-name-full = Full plan
plans-editions-name-short = Short version
plans-editions-name-list = Activity list
plans-editions-name-actors = By actor
plans-editions-help-full = Everything in the plan: texts, goals, actions, indicators and the roles of the bodies. For the decision, the register and whoever wants to read it all.
plans-editions-help-short = What the plan is about, and each action on one line with who leads. For whoever wants to understand the plan in five minutes.
plans-editions-help-list = All actions on a few landscape pages, with who leads, when and how often. To pin on the wall.
plans-editions-help-actors = What each has promised: what they lead and what they take part in. For the body's own plan of work.
plans-editions-format-html = Web page
plans-editions-format-pdf = PDF
plans-editions-format-docx = Word
plans-editions-format-xlsx = Excel
plans-editions-hint-html = Read here
plans-editions-hint-pdf = To print and archive
plans-editions-hint-docx = To go on writing
plans-editions-hint-xlsx = To sort and filter
plans-editions-pages-full = A page about the decision, contents, then about a page for every two actions.
plans-editions-pages-short = Four pages at most.
plans-editions-pages-list = One to three landscape pages.
plans-editions-pages-actors = About a page for each actor.
plans-editions-download = Download { $edition } as { $format }
plans-editions-one-actor = One actor at a time
plans-editions-one-actor-help = Only what one actor has promised.
plans-editions-actor = Actor
plans-editions-actor-open = Show the actor’s part
plans-editions-edit = Edit in Excel
plans-editions-edit-help = Get the plan as a workbook, edit it in Excel and read it back. You see exactly what will change before anything is saved.
plans-editions-workbook = Get the workbook
plans-editions-read-back = Read a workbook back
plans-editions-read-draft = You are looking at a draft. The files are marked as drafts.

plans-editions-file-full = full plan
plans-editions-file-short = short version
plans-editions-file-list = activity list
plans-editions-file-actors = by actor

## In the documents
plans-editions-subtitle-short = Short version, { $period }
plans-editions-subtitle-list = { $actions } { $period }
plans-editions-subtitle-actors = What each has promised, { $period }
plans-editions-subtitle-actor = { $name }: what we have promised, { $period }
plans-editions-contents = Contents
plans-editions-page = Page { $page } of { $pages }
plans-editions-running = Version { $number }, decided { $date }
plans-editions-running-reference = Version { $number }, decided { $date }, ref. { $reference }
plans-editions-running-draft = Draft, version { $number }, saved { $date }
plans-editions-draft = This is a draft. It has not been decided and may change.
plans-editions-in-consultation = This is a proposal out for comments. It has not been decided.
plans-editions-closed = The plan is no longer in force. It was closed on { $day }.

plans-editions-fact-owner = Owner of the plan
plans-editions-fact-period = Period
plans-editions-fact-decided-by = Decided by
plans-editions-fact-decided-on = Decided
plans-editions-fact-paragraph = Paragraph
plans-editions-fact-diary-number = Diary number
plans-editions-fact-in-force-from = In force from
plans-editions-fact-extended-to = Extended up to and including
plans-editions-fact-closed-on = Closed
plans-editions-because = { $day }. { $reason }
plans-editions-fact-version = Version
plans-editions-version = { $number }
plans-editions-version-draft = { $number }, draft saved { $date }

plans-editions-summary = Summary
plans-editions-what = { $actions } in brief
plans-editions-no-goal = Without a goal
plans-editions-goal-follow-up = How we follow the goal
plans-editions-expectations = What is expected
plans-editions-bodies = The actors and their parts
plans-editions-rules = When the plan is reviewed
plans-editions-fact-sheets = How we count
plans-editions-leads =
    { $count ->
        [one] Leads one action
       *[other] Leads { $count } actions
    }
plans-editions-takes-part =
    { $count ->
        [one] Takes part in one action
       *[other] Takes part in { $count } actions
    }
plans-editions-nothing = The plan names no action for this actor.
plans-editions-part-leads = Leads
plans-editions-part-takes-part = Takes part

plans-editions-review-every =
    { $count ->
        [1] The plan is reviewed every year.
        [2] The plan is reviewed every second year.
        [3] The plan is reviewed every third year.
        [4] The plan is reviewed every fourth year.
       *[other] The plan is reviewed every { $count } years.
    }
plans-editions-evaluate-every =
    { $count ->
        [1] The plan is evaluated every year.
        [2] The plan is evaluated every second year.
        [3] The plan is evaluated every third year.
        [4] The plan is evaluated every fourth year.
       *[other] The plan is evaluated every { $count } years.
    }
plans-editions-first-revision = The plan may be revised for the first time in { $year }.
plans-editions-report-yearly = Actions are followed up every year unless they say otherwise.
plans-editions-report-tertial = Actions are followed up each tertial unless they say otherwise.
plans-editions-report-once = Actions are followed up once unless they say otherwise.
plans-editions-report-at-end = Actions are followed up when the plan ends unless they say otherwise.
plans-editions-assessment-scale = How far a goal is reached is assessed in these words: { $scale }.

plans-editions-column-number = No.
plans-editions-column-responsible = Responsible
plans-editions-column-lead = Lead
plans-editions-column-with = With
plans-editions-column-follow-up = Follow-up
plans-editions-column-followed-up-in = Followed up in
plans-editions-column-frequency = How often
plans-editions-column-time = Time plan
plans-editions-column-training = Training
plans-editions-column-indicator = Indicator
plans-editions-column-baseline = Baseline
plans-editions-column-target = Target
plans-editions-column-source = Source
plans-editions-column-audience = Who
plans-editions-column-what = What
plans-editions-column-by = By when
plans-editions-column-help = Help
plans-editions-column-body = Actor
plans-editions-column-part = Part

plans-editions-target-group = Target group: { $text }
plans-editions-level = Prevention level: { $text }
plans-editions-kinds = Kinds of violence: { $text }
plans-editions-training = Training: { $text }
plans-editions-baseline = Baseline: { $figure }
plans-editions-target = Target: { $figure }
plans-editions-figure-when = { $figure }, { $when }
plans-editions-share = { $percent } % ({ $part } of { $whole })
plans-editions-percent = { $percent } %
plans-editions-rate = { $value } per { $per }
plans-editions-mean = { $value } on the scale { $low }–{ $high }
plans-editions-every-year = { $day } every year
plans-editions-sheet-definition = Definition
plans-editions-sheet-purpose = Purpose
plans-editions-sheet-method = Method
plans-editions-sheet-limits = What to be careful about
plans-editions-sheet-source = Source

## The workbook
plans-workbook-sheet-read-me = Read me
plans-workbook-sheet-goal = Goals
plans-workbook-sheet-action = Actions
plans-workbook-sheet-indicator = Indicators
plans-workbook-sheet-measure = Measures
plans-workbook-sheet-expectation = Expectations
plans-workbook-yes = Yes
plans-workbook-subject = { $level } { $name }

plans-workbook-read-me-title = How to edit the plan here
plans-workbook-read-me-cells = Change the cells on the other sheets. Where a cell has a list, choose from it.
plans-workbook-read-me-add = Add by writing on a new row. Leave the cell in the last column empty on new rows.
plans-workbook-read-me-remove = Remove by choosing Yes in the column Remove. Deleting the row alone removes nothing from the plan.
plans-workbook-read-me-lines = Write one per line in cells with several names, such as co-responsible. A new line in the cell: Alt and Enter.
plans-workbook-read-me-ids = Leave the last column as it is. It ties the row to the plan, also when you move rows or columns.
plans-workbook-read-me-back = Read the file back where you got it. You see exactly what will change before anything is saved.
plans-workbook-basis = Made from version { $version }, saved { $revision } times [{ $version }.{ $revision }]

plans-workbook-column-goal = Under goal
plans-workbook-column-subject = Belongs to
plans-workbook-column-action = Belongs to action
plans-workbook-column-number = Number
plans-workbook-column-goal-text = Goal
plans-workbook-column-action-text = Action
plans-workbook-column-indicator-text = Indicator
plans-workbook-column-measure-text = Measure
plans-workbook-column-expectation-text = What is to be done
plans-workbook-column-description = Description
plans-workbook-column-preconditions = What must be in place
plans-workbook-column-development-areas = Development areas
plans-workbook-column-section = Section
plans-workbook-column-lead = Lead
plans-workbook-column-with = Co-responsible
plans-workbook-column-frequency = How often
plans-workbook-column-frequency-text = How often, in the plan’s words
plans-workbook-column-time-plan = Time plan
plans-workbook-column-from = First day
plans-workbook-column-to = Last day
plans-workbook-column-followed-up-in = Followed up in
plans-workbook-column-level = Prevention level
plans-workbook-column-kinds-of-violence = Kinds of violence
plans-workbook-column-target-group = Target group
plans-workbook-column-training = Training
plans-workbook-column-kind = Kind
plans-workbook-column-direction = Direction
plans-workbook-column-baseline = Baseline
plans-workbook-column-baseline-when = Baseline from
plans-workbook-column-target = Target
plans-workbook-column-target-when = Target by
plans-workbook-column-per = Per
plans-workbook-column-scale = Scale
plans-workbook-column-breakdowns = Broken down by
plans-workbook-column-asked-of = Who provides the figure
plans-workbook-column-about-people = Counts people
plans-workbook-column-source = Source
plans-workbook-column-function = Function
plans-workbook-column-unit-kind = At each
plans-workbook-column-by = By (a date, or month-day for every year)
plans-workbook-column-minutes = Minutes
plans-workbook-column-help = Help
plans-workbook-column-removal = Remove
plans-workbook-column-goal-id = Goal’s id (leave as it is)
plans-workbook-column-action-id = Action’s id (leave as it is)
plans-workbook-column-indicator-id = Indicator’s id (leave as it is)
plans-workbook-column-measure-id = The measure’s id (do not change)
plans-workbook-column-expectation-id = The expectation’s id (do not change)

## Reading back
plans-workbook-title = Read a workbook back
plans-workbook-lead = Choose the Excel file that you got from the plan and have edited. First you see what would change. Nothing is saved until you say so.
plans-workbook-file = Excel file
plans-workbook-file-help = 20 MB at most.
plans-workbook-show = Show what changes
plans-workbook-how = How to do it
plans-workbook-how-get = Get the plan as a workbook.
plans-workbook-how-edit = Edit it in Excel. The sheet Read me tells how.
plans-workbook-how-back = Read the file back here.

plans-workbook-error-missing = Choose a file.
plans-workbook-error-no-workbook = The file has no rows of the plan. Choose a workbook that you got from here, with its column of ids.
plans-workbook-error-too-many = The file has more than { $count } rows. No plan has so many. Take only the rows of the plan and try again.

plans-workbook-review-title = What would change
plans-workbook-review-lead = From the file { $file }. Nothing is saved yet.
plans-workbook-review-none = The file changes nothing in the plan.
plans-workbook-changes =
    { $count ->
        [one] One change
       *[other] { $count } changes
    }
plans-workbook-unread =
    { $count ->
        [one] One thing was not understood
       *[other] { $count } things were not understood
    }
plans-workbook-unread-help = These change nothing. Correct the file and read it again if they were meant to.
plans-workbook-missing =
    { $count ->
        [one] One row is missing from the file
       *[other] { $count } rows are missing from the file
    }
plans-workbook-missing-help = What is missing stays in the plan. To remove something, choose Yes in the column Remove.
plans-workbook-stale = The plan has been saved since the file was made. Read the changes with care, so that you do not write over what somebody else has done.
plans-workbook-meanwhile = Somebody saved the plan while you were reading. None of it has been written over. Here are the changes against the plan as it is now. Read through and save again.
plans-workbook-save = Save the changes
plans-workbook-again = Read another file
plans-workbook-column-where = Where
plans-workbook-column-what = What it says
plans-workbook-column-why = Why
plans-workbook-place-cell = { $sheet }, row { $row }, column { $column }
plans-workbook-place-line = Line { $line }
plans-workbook-why-column = The workbook has no such column.
plans-workbook-why-sheet = The sheet does not belong to the workbook.
plans-workbook-why-choice = It is none of the choices in the list.
plans-workbook-why-goal = There is no such goal, or several with that name.
plans-workbook-why-action = There is no such action, or several of that name.
plans-workbook-why-subject = It does not say which goal, measure or action it belongs to.
plans-workbook-why-date = It is not a date. Write it as 2025-03-12. A day of every year is written as 10-15.
plans-workbook-why-number = It is not a number.
plans-workbook-why-figure = It is no value of the indicator’s kind. Write for example 9 av 20, 45 % or 12.5.
plans-workbook-why-scale = It is not a scale. Write it as 1–5.
plans-workbook-why-empty = The text must not be empty.
plans-workbook-why-duplicate = The same id stands on two rows. Empty the id on the row that is new.
plans-workbook-why-unknown = The row has an id that is not in the plan, or not any more.
plans-workbook-why-in-use = Something still stands under it. Move or remove that first.
plans-workbook-why-conflict = Somebody else has changed the same thing. What they wrote stays.
plans-workbook-kind-goal = Goal
plans-workbook-kind-action = Action
plans-workbook-kind-indicator = Indicator
plans-workbook-kind-measure = Measure
plans-workbook-kind-expectation = Expectation
plans-workbook-tile-rows = rows read
plans-workbook-tile-changes = changes
plans-workbook-tile-unread = not understood
plans-workbook-tile-missing = missing from the file
plans-workbook-no-changes = No changes
plans-workbook-words = Word by word
said-workbook-saved = The changes from the workbook are saved.
