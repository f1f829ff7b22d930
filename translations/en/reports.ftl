### Status reports: figures that compile themselves, text beside them, frozen and published.

chapter-status-reports = Status reports

## The list, and beginning
reports-title = Status report
reports-title-of = Status report { $year }: { $plan }
reports-list-title = Status reports
reports-list-lead = How the plans are going, year by year: figures, actions and analysis.
reports-list-open = In progress
reports-list-published = Published
reports-none = There are no status reports here yet
reports-none-help = Begin a status report on an adopted plan. Its figures are put together from what the bodies have reported.
reports-none-reader = You will find status reports here when they are published.
reports-new = New status report
reports-new-lead = Choose plan and year. The figures come from approved reports and keep up with them until you freeze the report.
reports-plan = Plan
reports-year = Year
reports-year-help = The year the report is about, such as 2024.
reports-begin = Begin the report
reports-no-plans = You have no adopted plan to report on
reports-no-plans-help = A status report is about an adopted plan. Adopt the plan first.
reports-owner = Owner
reports-state = State
reports-state-writing = Being written
reports-state-frozen = Frozen
reports-state-published = Published
reports-published-on = Published
reports-published-day = Published on { $day }.
reports-superseded = Corrected in a later edition
reports-edition = Edition { $number }
reports-edition-day = published on { $day }
reports-editions = Editions

## Writing
reports-whole = The whole report
reports-section = Section
reports-saved-by = Last saved by
reports-sections-done = Sections marked as done
reports-section-done = Done
reports-section-begun = Begun
reports-section-empty = Not begun
reports-section-is-done = The section is marked as done. Untick the box if it is to be opened again.
reports-section-text = Text
reports-section-text-help = An empty line begins a new paragraph. A line that begins with - becomes a bullet.
reports-came-in =
    { $approved ->
        [one] { $approved } report of { $expected } is approved.
       *[other] { $approved } reports of { $expected } are approved.
    }
reports-preview = Preview
reports-preview-first = See the report as its readers will
reports-preview-help = This is how readers will see the report. For now only you and those who work with the plan see it.
reports-see-goal = See the goal as readers will
reports-to-plan = To the plan
reports-to-desk = To the work on the report
reports-files = Download
reports-figures-beside = The figures
reports-write-summary = How is it going? Write so that somebody who reads only this knows what matters most.
reports-write-assessment = Your overall assessment of the goal, with reasons. Beside it you see how the bodies assess it themselves.
reports-write-analysis = What do the figures mean? What explains them?
reports-write-change = What is different from last year, and why? The list of what changed comes along by itself.
reports-write-needs = What is needed ahead to reach the goal?
reports-save-next = Save and go to the next
reports-save = Save
reports-section-mark-done = Mark the section as done
reports-choice-needed = Needed to mark it as done.
reports-figures-show = Show the figures
reports-next-section = Go to the next section without saving
reports-own-title = The owner's own assessment
reports-own-said = { $body } chose “{ $assessment }” in the round “{ $round }”.
reports-own-waits = The answer is handed in but not approved yet.
reports-own-chosen = Chosen for you: this is how { $body } assessed the goal in this year's round. Choose another step if you like. Nothing is saved until you save.
reports-own-no-step = No assessment yet
reports-own-reason = The reason
reports-own-to-reason = Read the reason and add it to the text
reports-own-take = Add the reason to the text
reports-own-taken = The reason stands at the end of the text. Edit it as you like. Nothing is saved yet.
reports-excerpts = The bodies' own words
reports-excerpts-help = From approved reports. They are shown only to you who write, and are not published.

## Freezing, opening, publishing, correcting
reports-freeze = Freeze the report
reports-freeze-lead = Figures and texts are kept as they are now and do not change when more reports are approved. You can open the report again until it is published.
reports-freeze-open = These sections are not marked as done
reports-freeze-confirm = Freeze anyway, the texts are as they should be
reports-freeze-confirm-missing = Mark the sections as done or tick the box
reports-frozen-help = The report is frozen. Figures and texts do not change. The next step is to publish it.
reports-thaw = Open the report again
reports-thaw-lead = Its texts can be edited again and its figures are counted anew.
reports-thaw-reason-help = Those who write the report see why.
reports-thawed = The report was opened again
reports-reason = Why?
reports-publish = Publish
reports-publish-lead = Anybody can read the report, and it never changes again. What turns out to be wrong is corrected in a new edition.
reports-correct = Correct in a new edition
reports-correct-lead = The published report does not change. You begin a new edition with the same texts; the figures are counted anew. The old one can still be read.
reports-correct-reason-help = Stands at the top of the new edition, so that readers know what was corrected.
reports-correct-begin = Begin the new edition
reports-corrects = Corrects edition { $number }

reports-removal = Remove the report
reports-removal-lead = If the report was begun by mistake you can remove it, as long as it is not published. This cannot be undone.
reports-removal-texts =
    { $count ->
        [one] { $count } section with a text or an assessment goes with it
       *[other] { $count } sections with a text or an assessment go with it
    }
reports-removal-by =
    { $count ->
        [one] { $count } section that { $who } saved last
       *[other] { $count } sections that { $who } saved last
    }
reports-removal-by-others =
    { $count ->
        [one] { $count } section that somebody else saved last
       *[other] { $count } sections that somebody else saved last
    }
reports-removal-no-texts = Nobody has written anything in the report yet. No texts are lost.
reports-removal-stays = The plan and what bodies have reported stay. You can begin a new status report on the same year.
reports-removal-stays-edition = Edition { $number } is published and stays as it is. So do the plan and what bodies have reported.
reports-removal-deed = Remove the report for good

said-status-report-begun = The report is begun. Its figures are in place already.
said-status-report-section-saved = The draft is saved.
said-status-report-section-done = The section is saved and marked as done.
said-status-report-frozen = The report is frozen.
said-status-report-thawed = The report is open again.
said-status-report-published = The report is published.
said-status-report-correction-begun = The new edition is begun.
said-status-report-removed = { $what } is removed.

problem-status-report-not-writing = The report is frozen
problem-status-report-not-writing-help = Its texts cannot be edited. Open the report again, or correct it in a new edition if it is published.
problem-status-report-not-frozen = The report is not frozen
problem-status-report-not-frozen-help = Only a frozen report can be published or opened again. Freeze it first.
problem-status-report-not-latest = Only the latest edition can be corrected
problem-status-report-not-latest-help = The report is not published, or there is a later edition. Go to that one.
problem-status-report-published = The report is published and cannot be removed
problem-status-report-published-help = What is published stays for those who have read it. If something is wrong, correct it in a new edition.
problem-status-report-sections-open = Not all sections are marked as done
problem-status-report-sections-open-help = Mark the sections as done, or confirm that they are as they should be.

## Parts of the report
reports-part-summary = Summary
reports-part-assessment = Assessment
reports-part-analysis = Analysis
reports-part-indicators = Indicators
reports-part-actions = Actions
reports-part-change = What has changed since last year
reports-part-needs = Needs ahead
reports-how-it-goes = How is it going?
reports-goals = The goals
reports-goal = Goal
reports-overview-title = The goals in brief
reports-overview-chart = Actions by goal and status
reports-overview-chart-description = A cell for each goal and status with the number of actions. A darker cell means more. The goals’ assessments and numbers are in the table.
reports-completeness-title = Who has answered
reports-completeness = { $approved } of { $expected } expected reports are approved. Only those count here.
reports-completeness-waiting = { $waiting } are handed in and wait for approval.
reports-nothing-asked = No reports were asked for on this year.
reports-changes-title = What has changed since last year
reports-developing-title = Indicators to be developed
reports-developing-all-title = Indicators to be developed
reports-developing-lead = These indicators stand in the plan but have no source yet. They cannot be reported on.
reports-other-actions = Actions under no goal
reports-gone-actions = Actions that are no longer in the plan
reports-indicators-count =
    { $count ->
        [0] No indicators with a source
        [one] { $count } indicator
       *[other] { $count } indicators
    }
reports-pick = Choose an indicator
reports-as-table = As a table
reports-as-table-of = { $what }, as a table
reports-led-by = Led by { $who }.

## Figures
reports-of = { $part } of { $whole }
reports-of-bodies = { $part } of { $whole } bodies
reports-of-one-body = { $part } of { $whole } body
reports-year-bodies = { $year }: { $bodies }
reports-now-partial = { $value }, from { $bodies }
reports-share-of = { $share } ({ $part } of { $whole })
reports-mean-of = { $mean } (mean of { $of })
reports-rate-per = { $rate } per { $per }
reports-few = not shown (too few)
reports-no-value = no figure
reports-value = Value
reports-bodies = Bodies
reports-body = Body
reports-approved = Approved
reports-expected = Expected
reports-answered = { $part } of { $whole } have answered
reports-answer = { $count } answer { $status }
reports-answer-of = { $count } of { $whole } answer { $status }
reports-answers-lead = { $status } according to { $who }; { $others }
reports-nobody-asked = Nobody was asked
reports-number = No.
reports-action = Action
reports-actions = Actions
reports-lead = Leads
reports-leads = leads
reports-status = Status
reports-statuses = How the actions stand
reports-status-before = Status last year
reports-status-moved-from = Changed from
reports-all-bodies = All who answered
reports-standing-differs = Different answers
reports-standing-unknown = Not reported
reports-standing-count-not-started = { $count } not started
reports-standing-count-ongoing = { $count } under way
reports-standing-count-done = { $count } done
reports-standing-count-delayed = { $count } delayed
reports-standing-count-cancelled = { $count } cancelled
reports-standing-count-differs = { $count } with different answers
reports-standing-count-unknown = { $count } not reported
reports-actions-stand =
    { $count ->
        [one] { $count } action: { $statuses }
       *[other] { $count } actions: { $statuses }
    }
reports-statuses-title = The goal’s actions by status
reports-assessment = Assessment
reports-assessments-title = The bodies' own assessments
reports-not-assessed = Not assessed
reports-overall = Overall assessment: { $assessment }
reports-assessed = { $part } of { $whole } bodies assess it as “{ $assessment }”.
reports-assessed-one = 1 of { $whole } bodies assesses it as “{ $assessment }”.
reports-under = { $what } ({ $under })
reports-under-actions = action { $numbers }
reports-broken-down = { $what }, by { $by }
reports-in-year = { $what }, { $year }
reports-source-bodies = The bodies' reports
reports-moved-action = { $what }: from { $before } to { $now }.
reports-moved-figure = { $what }. { $change }
reports-change-right = From { $before } ({ $since }) to { $now }. The right way.
reports-change-wrong = From { $before } ({ $since }) to { $now }. The wrong way.
reports-change-same = The same as { $since }.
reports-change-neither = From { $before } ({ $since }) to { $now }.
reports-change-broken = { $before } ({ $since }) and { $now } cannot be compared: { $why }
reports-change-bodies =
    { $count ->
        [one] The body that answered in both years
       *[other] The { $count } bodies that answered in both years
    }
reports-change-of-bodies-right = { $who }: from { $before } ({ $since }) to { $now }. The right way.
reports-change-of-bodies-wrong = { $who }: from { $before } ({ $since }) to { $now }. The wrong way.
reports-change-of-bodies-same = { $who }: { $now }, the same as { $since }.
reports-change-of-bodies-neither = { $who }: from { $before } ({ $since }) to { $now }.
reports-change-unanswered = Cannot be compared: { $part } of { $whole } have answered.
reports-change-others = Cannot be compared: { $part } of { $whole } answered in both years.
reports-change-few = Cannot be compared without showing figures about too few.

reports-chart-series = { $what }, { $first }–{ $last }. { $first }: { $from }. { $last }: { $to }.
reports-chart-breakdown = { $what }. A curve for each: { $categories }. The values stand in the table.
reports-chart-year = { $what }, { $year }: { $value }. Compare with: { $levels }.
reports-chart-bars = { $what }. { $bars }.
reports-chart-target = Target { $value }
reports-chart-at-most = Target at most { $value }
reports-chart-baseline = Baseline { $value }
reports-chart-hollow = Hollow point: not all have answered. { $years }.
reports-chart-gap = –
reports-chart-few = too few

reports-fact-now = Now
reports-fact-change = Since last time
reports-fact-baseline = Baseline
reports-fact-target = Target
reports-fact-break = Change of definition
reports-fact-source = Source
reports-fact-under = Belongs to
reports-fact-plan = In the plan
reports-fact-definition = Definition
reports-fact-owner = Owner
reports-fact-of-plan = Plan
reports-fact-period = Period of the plan
reports-fact-version = Version of the plan
reports-fact-year = Year of the report
reports-fact-published = Published
reports-fact-made = Made
reports-fact-reports = Approved reports
reports-fact-carried-out-by = Carried out by
reports-fact-edition = Edition

## The document
reports-description = How the goals of { $plan } went in { $year }: indicators over the years, actions by status, analysis and needs.
reports-running = Status report { $year }, { $date }
reports-note-draft = Draft. The report is not published and may change.
reports-note-correction = This edition corrects an earlier one: { $reason }
reports-format-html = The whole report on one page
reports-format-pdf = PDF
reports-format-docx = Word
reports-format-xlsx = Excel
reports-format-json = JSON
reports-hint-html = Read here
reports-hint-pdf = To print and archive
reports-hint-docx = To quote from
reports-hint-xlsx = All figures
reports-hint-json = Open data

reports-sheet-figures = Indicators
reports-sheet-actions = Actions
reports-sheet-bodies = Bodies' status
reports-sheet-assessments = Assessments
reports-sheet-completeness = Answers
reports-indicator = Indicator
reports-kind = Kind
reports-breakdown = Breakdown
reports-category = Category
reports-part = Numerator
reports-whole-number = Denominator
reports-remark = Remark
reports-kind-number = number
reports-kind-share = share, per cent
reports-kind-rate = per inhabitant
reports-kind-mean = mean
reports-kind-state = yes or no

## My work and search
reports-work-write = Write the status report { $year } on { $plan }
reports-work-publish = Publish the status report { $year } on { $plan }
reports-work-why = The report is begun and not published.
reports-work-write-deed = Write
reports-work-publish-deed = Check and publish
reports-hit = Status report
reports-series-hit = Series from outside

## Series from outside
reports-series-title = Series from outside
reports-series-one = Series from outside
reports-series-lead = Figures that somebody else keeps, such as in Kolada. Read them in once and let the plans' indicators take them from here.
reports-series-to-list = Series from outside: figures from Kolada and other sources
reports-series-none = There are no series yet
reports-series-none-help = Read in a file or paste figures, one year on each line.
reports-series-none-reader = When somebody reads in a series, you find it here.
reports-series-new = Read in a series
reports-series-new-outside = Read in a series from outside
reports-series-new-lead = Choose a file or paste the figures. You see how they were read before anything is saved.
reports-series-renew = Read in new years
reports-series-renew-lead = New years are added. Years that are there already get the new value. Other years stay. You see what becomes of it before anything is saved.
reports-series-name = Series
reports-series-name-help = What the figures measure, such as "Pupils in year 5 who feel safe at school".
reports-series-origin = Comes from
reports-series-origin-help = Such as "Kolada N07403". If you leave it empty and read in data from Kolada, it is filled in.
reports-series-fetched = Fetched
reports-series-per = Per how many
reports-series-per-help = Only for figures per inhabitants. If you leave it empty, they are per 100,000.
reports-series-note = Good to know
reports-series-note-help = Such as who is included, or when the figures are updated.
reports-series-file = File
reports-series-file-help = CSV, Excel or JSON from Kolada.
reports-series-text = Or paste
reports-series-text-help = One year on each line. Decimal commas are fine, and so is pasting from Excel.
reports-series-look = Show what becomes of it
reports-series-shape = It can look like this
reports-series-shape-value = Year and value:
reports-series-shape-parts = Year, numerator and denominator:
reports-series-review = What the series becomes
reports-series-review-lead = Nothing is saved yet. Are the figures right?
reports-series-years = The years of the series
reports-series-before = Before
reports-series-now = Now
reports-series-becomes = What happens
reports-series-becomes-new = is added
reports-series-becomes-changed = is changed
reports-series-becomes-same = is as before
reports-series-save = Save the series
reports-series-unread = Lines that were not read
reports-series-unread-note = They are left out. Put them right in the file and read it in again if they are to be included.
reports-series-line = Line
reports-series-stands = What it says
reports-series-why = Why
reports-series-unread-year = The line does not begin with a year. Write the year with four digits.
reports-series-unread-number = Something on the line is not a number. Write digits only, such as 78.4.
reports-series-unread-empty = The year has no value and becomes a gap in the series.
reports-series-unread-duplicate = The year stands on an earlier line already. That line counts.
reports-series-unread-count = Numerators, denominators and counts are whole numbers that are zero or more.
reports-series-unread-more = The share is more than all. The numerator may not exceed the denominator, nor a percentage 100.
reports-series-unread-columns = The line has other columns than figures of this kind have.
reports-series-error-none = No line could be read. Write a year and a value on each line.
reports-series-error-file = The file could not be read. Save it as CSV or Excel, or paste the figures.
reports-series-error-not-kolada = It is data, but not as Kolada gives it. Fetch a list of answers with kpi, municipality, period and values.
reports-series-error-several = The file has several indicators or municipalities. Fetch one indicator for one municipality at a time.
reports-series-error-too-many =
    { $count ->
        [one] The file has more than { $count } line. A series has one line for each year.
       *[other] The file has more than { $count } lines. A series has one line for each year.
    }
reports-series-edit = Edit details
reports-series-edit-lead = What the series is called, where it comes from and who owns it. To change its figures, read in the years again.
reports-series-edit-origin-help = For example "Kolada N07403", or the address where the figures are.
reports-series-kind-stays = The kind cannot be changed: the years were read as figures of it, and indicators take them as such. If it is wrong, read in the series again and remove this one.
reports-series-edit-save = Save the details
reports-series-remove = Remove the series
reports-series-remove-lead = The series and all its years are removed. Status reports that are frozen or published do not change.
reports-series-takers = Used by
reports-series-takers-count =
    { $count ->
        [0] No indicator yet
        [one] { $count } indicator
       *[other] { $count } indicators
    }
said-outside-series-begun = The series { $what } is saved.
said-outside-series-begun-for = The series { $what } is saved and chosen below. Choose Save the source if the indicator is to take its figures there.
said-outside-series-edited = The details are saved.
said-outside-series-renewed = The new years are saved.
said-outside-series-removed = The series { $what } is removed.
problem-outside-series-taken = The series is in use
problem-outside-series-taken-help = An indicator takes its figures from the series. Choose another source for the indicator first.

## The indicator over time
reports-over-time = The indicator over time
reports-over-time-lead = In { $plan }. The figures are those of the moment and not published.
reports-over-time-sheet = Fact sheet
reports-over-time-link = See the indicator over time
reports-over-time-and-source = See over time and choose source
reports-over-time-none = There are no figures yet
reports-over-time-none-help = They come when bodies report, or when the indicator gets a source with figures.
reports-source = Where the figures are taken from
reports-source-note = If the figures are there already, nobody should have to write them once more.
reports-source-help = Here stands what fits the kind of indicator: reports of bodies, series from outside and questions in your own forms.
reports-source-save = Save the source
reports-source-outside = { $origin }, fetched { $day }
reports-source-feed = { $form }: { $question }
reports-source-gone = The source is not there any more
reports-known-outside = { $title } ({ $origin })
reports-known-feed = the form { $form }
reports-related = Status reports
reports-related-none = There is no status report yet.
reports-taken = There is a status report on that year already
reports-related-writing = Being written
reports-related-frozen = Frozen { $day }, not published
reports-related-published = Published { $day }
said-indicator-source-set = The source is saved.
said-indicator-source-taken = The source is saved. What bodies have reported is kept, and is not shown as long as the figures are taken from here.
