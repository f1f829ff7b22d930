### Plans: reading, writing, reading in.

chapter-plans = Plans
chapter-actions = Actions
chapter-bodies = Bodies

## The list
plan-list-lead = All plans you may read, whoever owns them.
plan-list-filter = Filter plans
plan-list-search = Words in the title
plan-all-states = All states
plan-all-kinds = All kinds
plan-kind = Kind of plan
plan-kind-local = A board's or unit's plan
plan-kind-municipal = Plan of the whole municipality
plan-kind-regional = County plan
plan-kind-school = School plan against degrading treatment
plan-kind-crime-prevention = Situation picture and plan against crime
plan-kind-strategy = Strategy
plan-column-title = Plan
plan-column-owner = Owner
plan-column-state = State
plan-column-period = In force
plan-column-actions = Actions
plan-column-leads = Leads
plan-column-takes-part = Takes part
plan-published = Published
plan-none = No plans here yet
plan-none-help = Begin with the plan you have today. Paste the text or upload the file and see what was understood before anything is saved.
plan-none-public = Plans appear here once they are adopted and published.
plan-none-found = No plan fits the filter
plan-none-found-help = Try fewer words or another state.

## New plan
plan-new = New plan
plan-new-lead = You begin with an empty draft that only those who work on it can see.
plan-new-import-title = Do you have a plan already?
plan-new-import-text = Read it in instead. Word, Excel, CSV and text pasted from a PDF all work.
plan-begin = Begin writing
plan-field-title = Title
plan-field-period = In force
plan-field-period-help = Years, such as 2024–2027 or 2025.
plan-field-owner = Owner
plan-field-owner-help = The board, municipality or authority that decides on the plan.
plan-field-strategy = Strategy the plan carries out
plan-field-strategy-help = The plan's goals can point to the strategy's goals.
plan-field-predecessor = Follows on
plan-no-strategy = None

## Reading
plan-views = Views of the plan
plan-view-by-goal = By goal
plan-view-by-actor = By actor
plan-view-indicators = Indicators
plan-view-versions = Versions
plan-view-follow-up = Follow-up
plan-follow-up-what = Name
plan-follow-up-done = Handed in
plan-facts = Facts
plan-plan = Plan
plan-version = Version
plan-standing = As read
plan-decided-by = Decided by
plan-decided-on = Date of decision
plan-decision-paragraph = Paragraph
plan-diary-number = Diary number
plan-extended-to = Extended to
plan-extension-why = Why it was extended
plan-closed-on = Closed
plan-closing-why = Why it was closed
plan-as-adopted = Version { $number }, adopted { $date }
plan-as-written = Draft, version { $number }, last saved { $time }
plan-number = No.
plan-action = Action
plan-body = Body
plan-goal-supports = Supports the goal “{ $goal }” of { $plan }
plan-goal-elsewhere = { $owner }, { $plan }: { $goal }
plan-goal-supported =
    { $count ->
        [one] Supported by 1 goal of another plan
       *[other] Supported by { $count } goals of other plans
    }
plan-part = Part
plan-part-leads = Leads
plan-part-takes-part = Takes part
plan-responsible = Responsible
plan-time = Time
plan-with = with { $names }
plan-nobody = Nobody named
plan-leads = Leads
plan-takes-part = Takes part in
plan-all-promises = Everything { $name } has promised
plan-no-actors = Nobody is named yet
plan-no-actors-help = Once actions have somebody responsible, each is shown here with their part.
plan-count-actions =
    { $count ->
        [one] 1 action
       *[other] { $count } actions
    }
plan-empty = The plan is empty
plan-empty-help = Read in what you have, or add the first goal from the menu Work on the plan.
plan-download = Download
plan-forms = All editions
plan-form-full = The full plan
plan-form-short = Short version
plan-form-list = Activity list
plan-form-actors = By actor

## Working on the plan
plan-work = Work on the plan
plan-write = Write
plan-life = Decision and consultation
plan-goal-new = Add a goal
plan-goal-edit = Edit the goal
plan-sections = Introductory sections
plan-matchings = Match names to the register
plan-roles = The bodies' roles
plan-settings = Settings
plan-workbook = Edit in Excel
plan-import-into = Read into the plan
plan-consultation = Consultation
plan-send-out = Send out for comments
plan-adopt = Adopt the plan
plan-read-draft = Read the draft
plan-publication = Publication
plan-extend = Extend
plan-close = Close
plan-revise = Begin a new version
plan-tasks = The plan's own tasks
plan-standing-draft = This is a draft. Only those who work on the plan can see it.
plan-standing-consultation = The plan is out for comments. You can go on writing; those who were asked see the text as it was sent out.
plan-standing-revised = A new version is being written. The adopted one counts until the new one is adopted.
plan-standing-adopted = The adopted version never changes. To change something, begin a new version.
plan-standing-extended = The plan is extended up to and including { $day }
plan-standing-closed = The plan was closed on { $day }
plan-standing-over = The plan is no longer in force. It was in force up to and including { $day }.
plan-renumber = Renumber
plan-edit = Edit
plan-remove = Remove
plan-undo = Undo
plan-save = Save
plan-action-removed = The action is removed.

## Action
plan-action-new = Add an action
plan-action-edit = Edit the action
plan-who-and-when = Who and when
plan-lead = Responsible
plan-co-responsible = Co-responsible
plan-co-responsible-nth = Co-responsible { $number }
plan-others = Others co-responsible
plan-others-help = Names that are not in the list, one a line.
plan-nobody-yet = Nobody yet
plan-time-plan = Time plan
plan-time-plan-help = A year, a date or words, such as 2025, klart juni 2025 or hösten 2026.
plan-until = { $from } to { $to }
plan-by = by { $to }
plan-frequency = How often it is followed up
plan-frequency-none = Not decided
plan-frequency-yearly = Every year
plan-frequency-tertial = Each tertial
plan-frequency-once = Once
plan-frequency-at-end = At the plan's end
plan-followed-up-in = Followed up in
plan-level = Level of prevention
plan-level-none = Not stated
plan-level-universal = Universal: for everybody
plan-level-selective = Selective: for those at greater risk
plan-level-indicated = Indicated: where violence is known
plan-kinds-of-violence = Kinds of violence
plan-target-group = Target group
plan-training = Related training
plan-indicators = Indicators
plan-indicator-new = Add an indicator
plan-expectations = What is expected
plan-expectation-new = Add an expectation
plan-help-at = Help: { $help }
plan-every-year-by = every year by { $day }
plan-own-activities = Own activities
plan-own-activity-new = Add an own activity
plan-own-unit = For
plan-own-text = What you do
plan-own-add = Add
plan-move = Move
plan-move-to = New place
plan-move-deed = Move here
plan-move-up = Move up
plan-move-down = Move down
plan-move-under = Stands under
plan-place-first = First
plan-place-after = After { $action }
plan-no-goal = Without goal
plan-answers-each = each answers
plan-answers-one = one answers for all
plan-party-function = function
plan-party-named = not in the register
plan-party-every = { $function }, wherever the function exists
plan-neighbours = Neighbours in the plan
plan-previous = Previous:
plan-next = Next:
plan-field-text = What is to be done
plan-field-text-help = One action at a time. Write so that whoever is to do it understands without the plan at hand.
plan-field-number = Number
plan-field-section = Subheading
plan-field-goal-title = The goal
plan-field-supports = Supports the goal
plan-field-frequency-text = The plan's own words for how often
plan-one-a-line = One a line.
plan-group-place = Place in the plan
plan-group-who = Who
plan-group-when = When and follow-up
plan-group-what = About the action
plan-conflict-title = { $name } saved while you were writing
plan-conflict = Nothing is lost. Choose for each field which text is to stand, or write them together. Then save.
plan-indicator-kind-number = Number
plan-indicator-kind-share = Share
plan-indicator-kind-rate = Rate
plan-indicator-kind-mean = Mean
plan-indicator-kind-state = Yes or no
plan-indicator-kind-text = Description
plan-indicator-kind-to-be-developed = To be developed
plan-direction-up = Should rise
plan-direction-down = Should fall
plan-direction-neutral = Neither
plan-asked-of-all = All who are responsible
plan-asked-of-lead = Only the one who leads
plan-about-people-yes = Yes
plan-about-people-no = No
plan-level-name-goal = Goal
plan-level-names-goal = Goals
plan-level-name-precondition = What must be in place
plan-level-names-precondition = What must be in place
plan-level-name-development-area = Development area
plan-level-names-development-area = Development areas
plan-level-name-measure = Measure
plan-level-names-measure = Measures
plan-level-name-action = Action
plan-level-names-action = Actions

## Fields that two people wrote differently
plan-field-goal = Goal
plan-field-lead = Responsible
plan-field-frequency = How often it is followed up
plan-field-time-plan = Time plan
plan-field-followed-up-in = Followed up in
plan-field-level = Level of prevention
plan-field-kinds-of-violence = Kinds of violence
plan-field-target-group = Target group
plan-field-training = Training
plan-field-co-responsible = Co-responsible
plan-field-expectations = What is expected
plan-field-summary = Summary
plan-field-heading = Heading
plan-field-role = Role
plan-field-kind = Kind
plan-field-direction = Direction
plan-field-baseline = Baseline
plan-field-target = Target
plan-field-breakdowns = Breakdowns
plan-field-asked-of = Who provides the figure
plan-field-about-people = Counts people
plan-field-source = Source
plan-field-definition = Definition
plan-field-purpose = Purpose
plan-field-method = Method
plan-field-limits = Limits
plan-field-review-every = Reviewed, years between
plan-field-evaluate-every = Evaluated, years between
plan-field-first-revision = First revision
plan-field-report-every = Actions are followed up, unless they say otherwise
plan-field-assessment-scale = Words for how far a goal is reached
plan-subject-plan = The plan
plan-subject-section = Section
plan-subject-body = Role of
plan-subject-goal = Goal
plan-subject-precondition = Precondition
plan-subject-development-area = Development area
plan-subject-measure = Measure
plan-subject-action = Action
plan-subject-indicator = Indicator

## Actions of all plans, and bodies
plan-actions-lead = Search the actions of all plans you may read.
plan-actions-filter = Filter actions
plan-actions-search = Words in the action
plan-all-bodies = All
plan-all-frequencies = Any
plan-no-action-found = No action fits the filter
plan-no-action-found-help = Try fewer words, or the beginning of a word.
plan-no-actions = No actions here yet
plan-bodies-lead = Who has promised what, in all plans you may read.
plan-bodies-filter = Filter bodies
plan-bodies-search = Name
plan-no-bodies = No body to show
plan-no-bodies-help = Bodies appear here when a plan names them.
plan-body-views = The body's part
plan-body-all = All
plan-body-unit = The unit
plan-body-groups = Also answers through
plan-body-nothing = No promise to show
plan-body-nothing-help = The body is named in no plan you may read.

## Reading in
plan-import = Read in a plan
plan-import-lead = Paste or upload the plan you have. You see what was understood, correct it, and save only when you are satisfied.
plan-import-step-read = Choose
plan-import-step-review = Review and correct
plan-import-step-save = Save
plan-import-file = File
plan-import-file-help = Word (.docx), Excel (.xlsx) or CSV, at most 20 MB.
plan-import-text = Or pasted text
plan-import-text-help = Select the whole plan in the PDF or on the web page, copy it and paste it here. Headings and page numbers do no harm.
plan-import-plan = Plan to change
plan-import-plan-help = Choose a draft if the file is a new version of it. Actions are known by number and words.
plan-import-plan-none = None, it becomes a new plan
plan-import-read = Read in and review
plan-import-promise-title = Nothing vanishes
plan-import-promise = Every cell of a table ends up either in the plan or in the list of what was not understood.
plan-import-review-title = This is what we understood
plan-import-review-lead = Correct what went wrong. Nothing is saved as a plan yet.
plan-import-figures = The reading in figures
plan-import-goals =
    { $count ->
        [one] goal
       *[other] goals
    }
plan-import-actions =
    { $count ->
        [one] action
       *[other] actions
    }
plan-import-bodies =
    { $count ->
        [one] body named
       *[other] bodies named
    }
plan-import-uncertain =
    { $count ->
        [0] all are in the register
        [one] 1 to be matched
       *[other] { $count } to be matched
    }
plan-import-cells-used = cells understood
plan-import-cells-of = of { $seen }, { $not_understood } not understood
plan-import-warnings =
    { $count ->
        [one] 1 thing to look at
       *[other] { $count } things to look at
    }
plan-import-more-warnings = Show { $count } more
plan-import-understood = Line by line
plan-import-goal-correct = Correct the goal. Under it: { $preconditions } preconditions, { $areas } development areas, { $measures } measures
plan-import-actions-in = Actions under { $goal }
plan-import-source = Source
plan-import-follow-up = Follow-up
plan-import-lead-guessed = (stands first)
plan-import-no-lead = Nobody responsible
plan-import-correct = Correct
plan-import-correct-title = Correct the action
plan-import-correct-save = Save the correction
plan-import-nothing = We found no actions. Go back and make sure that the tables came along when you copied.
plan-import-unread =
    { $count ->
        [one] 1 cell was not understood
       *[other] { $count } cells were not understood
    }
plan-import-unread-help = Make the cell an action, or leave it out of the plan.
plan-import-cell = The cell says
plan-import-cell-deed = What is it to become?
plan-import-cell-goal = Under which goal
plan-import-cell-action = Make it an action
plan-import-cell-leave = Leave it out
plan-import-cell-left = Left out
plan-import-names = Who is meant?
plan-import-names-help = Match the plan's names to the register, and everything a body has promised is gathered in one place. It can be done later, too.
plan-import-name-written = In the plan
plan-import-name-register = In the register
plan-import-name-certain = Known
plan-import-name-none = Keep the name only
plan-import-name-suggestions = Does the plan mean?
plan-import-name-all = Everybody in the register
plan-import-save = Save as draft
plan-import-save-into = Make the changes in the plan
plan-import-changes =
    { $count ->
        [0] Nothing changes in the plan
        [one] 1 thing changes in the plan
       *[other] { $count } things change in the plan
    }
plan-import-changes-to = The plan that changes:
plan-import-changes-kept = What is not in the file stays as it is.
plan-source-line = line { $line }
plan-source-paragraph = paragraph { $paragraph }
plan-source-cell = { $sheet }, row { $row }, column { $column }

## What the reading wants somebody to look at
plan-import-warning-duplicate-number = Two actions have the same number:
plan-import-warning-no-responsible = The action has nobody responsible:
plan-import-warning-unknown-column = The column was not understood:
plan-import-warning-table-not-understood = The table has no actions, goals or measures:
plan-import-warning-header-guessed = The table has no headings. Its columns were told by what they hold.
plan-import-warning-no-actions = No actions were found.
plan-import-warning-no-goal = The action stands under no goal:
plan-import-warning-more-not-understood = More cells than the list holds were not understood.
plan-import-warning-no-title = The title was not found. Write it before you save.
plan-import-warning-no-period = The period was not found. Write it before you save.
plan-import-warning-image = An image was not read.
plan-import-warning-formula = A formula was read as its value.
plan-import-warning-formula-without-value = A formula has no stored value and was not read. Open the file in Excel, save it and upload it again.
plan-import-warning-hidden = Something hidden in the file was read all the same.
plan-import-warning-windows1252 = The file has an older character encoding. Check å, ä and ö.
plan-import-warning-control-characters = Invisible characters were removed.
plan-import-warning-tracked-deletion = Text deleted with tracked changes was not read.
plan-import-warning-annotation = A comment or footnote was not read.
plan-import-warning-unreachable-sheet = A fully hidden sheet was not read.
plan-import-warning-embedded = An embedded object was not read.
plan-import-warning-more = The file has more of the same.

## Files that cannot be read
plan-read-error-empty = The file is empty. Choose another one.
plan-read-error-too-large = The file is too large. Remove images or divide it, at most 20 MB.
plan-read-error-too-many-cells = There are more cells and paragraphs than we read. Take only the sheet or the part with the plan and try again.
plan-read-error-too-many-sheets = The file has more sheets than we read. Save only the sheet with the plan and try again.
plan-read-error-too-much-text = There is more text than we read. Take only the part with the plan and try again.
plan-read-error-compression-bomb = The file grows unreasonably large when unpacked and was not read. Save it anew from Word or Excel.
plan-read-error-too-slow = It took too long to read. Take only the part with the plan and try again.
plan-read-error-busy = Many files are being read just now. Wait a minute and try again.
plan-read-error-gave-up = The file could not be read. Save it anew from Word or Excel and try again.
plan-read-error-damaged = The file is damaged. Open it in the program it comes from, save it anew and try again.
plan-read-error-encrypted = The file is protected by a password. Remove the password, save it and try again.
plan-read-error-legacy-office = The file is in an older format (.doc or .xls). Save it as .docx or .xlsx and try again.
plan-read-error-binary-workbook = The file is a binary workbook (.xlsb). Save it as .xlsx and try again.
plan-read-error-presentation = The file is a presentation. Copy the text and paste it instead.
plan-read-error-open-document = The file is an OpenDocument file. Save it as .docx or .xlsx and try again.
plan-read-error-pdf = A PDF cannot be read directly. Open it, select all, copy, and paste the text instead.
plan-read-error-html = The file is a web page. Copy the text and paste it instead.
plan-read-error-rich-text = The file is an RTF file. Save it as .docx and try again.
plan-read-error-image = The file is an image. We read text, not images.
plan-read-error-unknown-type = We do not know this kind of file. Choose Word, Excel or CSV, or paste the text.
plan-import-too-many-parts = There is more than a plan holds: more than { $count } goals, actions and indicators. Take only the part with the plan and try again.
plan-import-too-many-names = There is more than a plan holds: more than { $count } different bodies responsible. Take only the part with the plan and try again.
plan-import-too-many-unread = More than { $count } cells were not understood. Take only the sheet or the part with the plan and try again.

## My work and search
plan-work-review = Review { $plan }
plan-work-review-why = The plan says that it is to be reviewed.
plan-work-evaluate = Evaluate { $plan }
plan-work-evaluate-why = The plan says that it is to be evaluated.
plan-work-revise = Decide whether { $plan } needs a revision
plan-work-revise-why = The plan says when it can first be revised.
plan-work-replace = Prepare what comes after { $plan }
plan-work-replace-why = The plan ends with the year.
plan-work-deed = To the task
plan-work-times = The plan's own days for it have passed or come near: { $times } times.
plan-work-expected = { $what }
plan-work-expected-why = { $plan } expects it of { $unit }.
plan-work-expected-deed = Read more
plan-work-comment = Comment on { $plan }
plan-work-comment-why = { $unit } is asked for comments.
plan-work-comment-deed = To the consultation
plan-hit-plan = Plans
plan-hit-action = Actions

## Said afterwards
said-plan-begun = The draft “{ $what }” is begun.
said-plan-imported = “{ $what }” is saved as a draft.
said-plan-changed = The changes are made in “{ $what }”.
said-plan-renumbered = { $what } numbers changed.
said-action-added = The action is added.
said-action-saved = The action is saved.
said-action-moved = The action is moved.
said-action-restored = The action is back.
said-import-corrected = The correction is saved.
