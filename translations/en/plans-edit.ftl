### Plans: writing goals, measures, indicators, sections, roles, expectations and settings.

## Shared
plans-conflict-choice = { $who } chose “{ $choice }” while you were writing. Choose what is to hold.
plans-removal-title = Remove { $what }?
plans-removal-submit = Remove
plans-removal-fate = What should happen to the actions?
plans-removal-goes = This goes with it

## Goals
plans-goal-number = Number
plans-goal-title = Wording
plans-goal-title-help = What you want to reach, in one sentence.
plans-goal-text = More about the goal
plans-goal-text-help = An empty line parts paragraphs.
plans-goal-supports = Supports a goal of the plan above
plans-goal-supports-help = The goal of { $plan } that this one contributes to.
plans-goal-supports-none = None
plans-goal-supports-gone = A goal that is no longer there
plans-goal-preconditions = What must be in place
plans-goal-development-areas = Development areas
plans-goal-new-lead = The goal is put last. You can move it afterwards.
plans-goal-measures-none = None yet.
plans-goal-measure-indicators =
    { $count ->
        [0] no indicators
        [one] 1 indicator
       *[other] { $count } indicators
    }
plans-goal-indicators = Indicators of the goal as a whole
plans-goal-place = Place { $number }, where { $goal } stands
plans-goal-place-own = Place { $number }, as now
plans-goal-removal-measures =
    { $count ->
        [one] 1 measure goes.
       *[other] { $count } measures go.
    }
plans-goal-removal-indicators =
    { $count ->
        [one] 1 indicator goes, with its fact sheet.
       *[other] { $count } indicators go, with their fact sheets.
    }
plans-goal-removal-items =
    { $count ->
        [one] 1 precondition or development area goes.
       *[other] { $count } preconditions and development areas go.
    }
plans-goal-removal-actions =
    { $count ->
        [one] 1 action stands under the goal. Choose what should happen to it.
       *[other] { $count } actions stand under the goal. Choose what should happen to them.
    }
plans-goal-removal-move = Move to { $goal }
plans-goal-removal-loose = Keep without a goal
plans-goal-removal-with = Remove together with the goal
plans-goal-removal-choose = Choose what should happen to the actions.

## Measures
plans-measure-new = Add { $measure }
plans-measure-edit = Change { $measure }
plans-measure-text = Wording
plans-measure-text-help = What is to get better, so that indicators can follow it.
plans-measure-indicators = Indicators
plans-measure-indicators-none = None yet.
plans-measure-removal-indicators =
    { $count ->
        [one] 1 indicator goes, with its fact sheet.
       *[other] { $count } indicators go, with their fact sheets.
    }

## Indicators
plans-indicators-title = Indicators
plans-indicators-ready = Can be followed
plans-indicators-ready-note = Has a source
plans-indicators-to-be-developed = Still to be developed
plans-indicators-to-be-developed-help = These are promised but have no source. Write where the figures come from, and they can be followed.
plans-indicators-none = The plan has no indicators yet
plans-indicators-none-help = Add indicators from a goal, a measure or an action.
plans-indicator = Indicator
plans-indicator-of = Belongs to
plans-indicator-new = New indicator
plans-indicator-edit = Change the indicator
plans-indicator-edit-link = Change the fact sheet
plans-indicator-text = Wording
plans-indicator-text-help = What is counted or described, such as Share of staff who have been trained.
plans-indicator-kind = Kind
plans-indicator-direction = Wanted direction
plans-indicator-unit = Counted in
plans-indicator-per = Per this many inhabitants
plans-indicator-per-help = For the kind Per inhabitant. Left empty it is 100 000.
plans-indicator-scale = Scale
plans-indicator-scale-help = For the kind Mean, such as 1 to 5.
plans-indicator-scale-from = Lowest step
plans-indicator-scale-to = Highest step
plans-indicator-scale-error = The highest step must be above the lowest.
plans-indicator-shape = How it is counted
plans-indicator-when-help = Such as 2024 or 2024-12-31.
plans-indicator-figures-help = Write as you usually do: 45 %, 9 of 20, 1 234,5 or yes.
plans-indicator-baseline = Baseline
plans-indicator-baseline-when = Year or date of the baseline
plans-indicator-target = Target
plans-indicator-target-when = Year or date of the target
plans-indicator-breakdowns = Broken down by
plans-indicator-breakdowns-help = One on each line. List the groups after a colon, and each of them is asked for: Sex: women, men. Sex and kind of violence need no list.
plans-indicator-asked-of = Who provides the figure?
plans-indicator-asked-of-help = Choose only the one who leads where the figure is about the whole area, such as how many municipalities have something. Otherwise everybody's figures are added up.
plans-indicator-about-people = Does the indicator count people?
plans-indicator-about-people-help = Answer yes if the figures tell how many people something has happened to, such as children at risk. Then small numbers are never shown in status reports and charts, nor breakdowns.
plans-indicator-about-people-yes = Yes, small numbers are not shown
plans-indicator-source = Source
plans-indicator-source-help = Where the figures come from. An indicator without a source counts as still to be developed.
plans-indicator-no-source = No source yet
plans-indicator-sheet = Fact sheet
plans-indicator-definition = Definition
plans-indicator-definition-help = What counts and what does not.
plans-indicator-purpose = Purpose
plans-indicator-purpose-help = Why you follow this.
plans-indicator-method = Method
plans-indicator-method-help = How the figures are collected, and by whom.
plans-indicator-limits = To be careful about
plans-indicator-limits-help = What makes the figure uncertain or hard to compare.
plans-indicator-history = Changes of what the indicator means
plans-indicator-history-none = The indicator means the same as from the start.
plans-indicator-change = What changes, and why?
plans-indicator-change-help = One sentence. Needed when you change kind, wording or definition. It is kept in the fact sheet with today’s date, so that a curve can be read rightly.
plans-indicator-change-missing = You have changed what the indicator means. Write what changes and why.
plans-indicator-sheet-empty = The fact sheet is not written yet.
plans-indicator-removal-title = Remove the indicator?
plans-indicator-removal-sheet = The fact sheet, with definition, figures and history, goes with it.
plans-figure-when = { $figure }, { $when }
plans-figure-share = { $percent } % ({ $part } of { $whole })
plans-figure-percent = { $percent } %
plans-figure-error-number = Write a number, such as 1 234 or 12,5.
plans-figure-error-share = Write a share: 45 % or 9 of 20. It cannot be more than the whole.
plans-figure-error-rate = Write a number, such as 12,5. How many inhabitants it is per has a field of its own.
plans-figure-error-mean = Write a number on the scale, such as 3,4.
plans-figure-error-state = Write yes or no.
plans-figure-error-text = The text cannot be read.
plans-figure-error-to-be-developed = The text cannot be read.
plans-unit-percent = per cent
plans-unit-per = per { $per } inhabitants
plans-unit-scale = scale { $low }–{ $high }
plans-unit-state = yes or no

## Settings
plans-settings-title = Title
plans-settings-heading = The plan’s settings
plans-settings-period = Years
plans-settings-period-help = Years, such as 2024–2027 or 2025.
plans-settings-kind = Kind of plan
plans-settings-fixed-help = The plan is adopted. Its kind and the plan above belong to the decision and do not change.
plans-settings-strategy = Plan that this one carries out
plans-settings-strategy-help = A strategy or a regional plan. The goals here can then point to the goals there.
plans-settings-no-strategy = None
plans-settings-summary = Summary
plans-settings-summary-help = A few sentences on what the plan is about.
plans-settings-owner = Owner
plans-settings-levels = The plan’s own words
plans-settings-levels-help = Do you call goals visions, or actions activities? Write your words, and they are used throughout the plan. Leave empty where ours will do.
plans-settings-one = One, instead of “{ $word }”
plans-settings-many = Many, instead of “{ $word }”
plans-settings-goal-one = Goal, one
plans-settings-goal-many = Goal, many
plans-settings-precondition-one = Precondition, one
plans-settings-precondition-many = Precondition, many
plans-settings-development-area-one = Development area, one
plans-settings-development-area-many = Development area, many
plans-settings-measure-one = Measure, one
plans-settings-measure-many = Measure, many
plans-settings-action-one = Action, one
plans-settings-action-many = Action, many
plans-settings-rules = When the plan is looked at again
plans-settings-rules-help = Once the plan is adopted these become tasks in My work.
plans-settings-review-every = Reviewed with this many years between
plans-settings-evaluate-every = Evaluated with this many years between
plans-settings-first-revision = May be revised for the first time in
plans-settings-years = years
plans-settings-follow-up = When the plan is followed up
plans-settings-follow-up-help = This decides what a collection round asks for, and of whom.
plans-settings-report-every = Actions that do not say how often they are followed up
plans-settings-report-every-help = What an action says itself counts before this.
plans-settings-report-usual = Every year, as usual
plans-settings-assessment-scale = Your words for how far a goal is reached
plans-settings-assessment-scale-help = One on each line, the best first, such as wholly, partly and not at all. Leave empty for the usual five: reached, will be reached, uncertain, will not be reached, not reached.
plans-settings-assessment-scale-error = Write between 2 and 10 different words or phrases, one on each line, of at most 60 characters.

## Sections
plans-sections-title = Introductory sections
plans-sections-lead = The texts before the goals, in the order they are read.
plans-sections-none = The plan has no introduction yet
plans-sections-none-help = Tell why the plan exists and what it builds on.
plans-section-new = New section
plans-section-edit = Change the section
plans-section-heading = Heading
plans-section-text = Text
plans-section-text-help = An empty line parts paragraphs.
plans-section-beginning = How it begins
plans-section-deeds = Order
plans-section-removal-title = Remove the section?

## Roles
plans-roles-title = The roles of the bodies
plans-roles-lead = What the plan says about each body that answers for something. Leave it empty where the plan says nothing in particular.
plans-roles-suggested = A suggestion from the register. Change it freely or take it away; it becomes the plan’s when you save.
plans-roles-part = Leads { $leads }, takes part in { $takes_part }.
plans-roles-none = Nobody answers for anything yet
plans-roles-none-help = Once the actions have somebody responsible, you describe their roles here.

## Expectations
plans-expectation-new = New expectation
plans-expectation-edit = Change the expectation
plans-expectation-lead = This meets whoever is to do something, in My work. Write to that person.
plans-expectation-audience = Whom it addresses
plans-expectation-function = Function
plans-expectation-function-help = Choose a function, a kind of unit or both.
plans-expectation-any-function = The unit itself
plans-expectation-unit-kind = At every
plans-expectation-any-unit = All kinds of units
plans-expectation-area = Within
plans-expectation-whole-area = The whole area of the plan
plans-expectation-what = What is to be done
plans-expectation-by = At the latest
plans-expectation-yearly = How often
plans-expectation-yearly-true = The same day every year
plans-expectation-yearly-false = That day only
plans-expectation-minutes = About how long it takes
plans-expectation-help = Help
plans-expectation-help-help = Where there is support: a template, a person, a page.
plans-expectation-when = When and how long
plans-expectation-removal-title = Remove the expectation?

## Names to match
plans-matchings-title = Names that the register does not have
plans-matchings-lead = Choose who is meant. All that a body has promised is then found in one place.
plans-matchings-actions =
    { $count ->
        [0] Stands with its role only.
        [one] Answers for 1 action.
       *[other] Answers for { $count } actions.
    }
plans-matchings-suggestions = Probably meant
plans-matchings-all = Everybody in the register
plans-matchings-keep = Keep the name only
plans-matchings-submit = Match
plans-matchings-none = All names are in the register
plans-matchings-none-help = There is nothing to match in this plan.
plans-matchings-back = To the plan

## Said afterwards
said-goal-added = The goal is added.
said-goal-saved = The goal is saved.
said-goal-moved = The goal is moved.
said-goal-removed = “{ $what }” is removed.
said-measure-added = The measure is added.
said-measure-saved = The measure is saved.
said-measure-moved = The measure is moved.
said-measure-removed = “{ $what }” is removed.
said-indicator-added = The indicator is added.
said-indicator-saved = The indicator is saved.
said-indicator-moved = The indicator is moved.
said-indicator-removed = “{ $what }” is removed.
said-settings-saved = The settings are saved.
said-section-added = The section is added.
said-section-saved = The section is saved.
said-section-moved = The section is moved.
said-section-removed = “{ $what }” is removed.
said-roles-saved = The roles are saved.
said-expectation-added = The expectation is added.
said-expectation-saved = The expectation is saved.
said-expectation-removed = “{ $what }” is removed.
said-names-matched = Matched to the register: { $what }.
