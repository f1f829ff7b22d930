# Collection rounds: who is to answer what, when, and how it goes.

chapter-rounds = Follow-up
round-hit = Collection round
round-item-action = Actions
round-item-goal = Goals
round-item-form = Forms
round-item-action-one = Action
round-item-goal-one = Assessment of the goal
round-item-form-one = Form
round-count-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
round-count-goal = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
round-count-form = { $count ->
    [one] { $count } form
   *[other] { $count } forms
}

## The list
round-list-lead = Reports are collected here: who is to answer, what has come and what is missing.
round-none = No collection rounds yet
round-none-help = Open a round about an adopted plan. The program knows by itself who is to answer what.
round-none-asked = When somebody asks your unit for a report, it is found here and in My work.
round-column-title = Collection round
round-column-phase = Status
round-column-due = Due
round-column-received = Handed in
round-column-body = Body
round-column-section = Goal
round-column-item = What
round-column-state = Status
round-column-minutes = Takes about
round-received = { $received } of { $expected }
round-received-label = Reports handed in
round-phase-planned = Not open yet
round-phase-open = Open
round-phase-overdue = Past due
round-phase-closed = Closed
round-phase-ended = Ended

## Opening
round-new = Open a collection round
round-new-lead = Choose what it is about. You see who is to answer before you open it.
round-no-subjects = There is nothing to collect about yet
round-no-subjects-help = A round is about an adopted plan or a form of your own. Adopt a plan first.
round-step-what = What is it about?
round-step-when = Who answers, and when?
round-subject = About
round-year = Year
round-preview = Show who is to answer
round-usual-title = Follow-up { $year }: { $subject }
round-nothing-expected = Nothing is to be reported for { $year }. Choose another year.
round-nothing-expected-form = There is no unit of that kind where the form asks. Change who fills it in.
round-taken = There is a round about { $year } already
round-taken-help = It can be changed. To ask anew, end it first.
round-expected-who = Show who
round-expected-count = { $count ->
    [one] 1 report
   *[other] { $count } reports
  }
round-expected-title = This is expected
round-expected-reports = Reports
round-expected-bodies = Bodies
round-unknown = { $count ->
    [one] One party is not in the register and will not be asked
   *[other] { $count } parties are not in the register and will not be asked
}
round-unknown-help = Match the names to the register in the plan if they are to answer.
round-not-asked = { $count ->
    [one] One indicator is not asked about
   *[other] { $count } indicators are not asked about
  }
round-not-asked-help = The figures are there already. They are taken from there when the status report is written.
round-related = Collection rounds
round-related-none = The plan has not been followed up yet.
round-related-planned = Opens { $day }
round-related-open = Open until { $day }
round-related-overdue = Was due { $day }
round-related-closed = Closed { $day }
round-related-ended = Ended { $day }
round-title = Name of the round
round-message = A few words to all who answer
round-message-help = The most important things to think of. Shown on top to those who answer.
round-days = Days
round-days-help = What comes by the due day is on time. After closing, more time is needed, which you give.
round-opens = Opens
round-due = Due
round-closes = Closes
round-closes-help = After this day nothing can be handed in.
round-locks = Locks
round-locks-help = From this day what is approved is locked. Leave it empty to lock by yourself.
round-open-deed = Open the round
round-then = When you open it
round-then-frozen = The list of who answers what is frozen. Later changes are made with a reason.
round-then-work = It is found in My work of those who are to answer, from the day it opens.
round-then-before = Last year's answers stand beside the new ones.

## A round
round-lead-due = Due { $due }
round-owner = Collected by
round-facts = Facts
round-message-title = To you who answer
round-export = Download as Excel
round-changes = Change the round
round-tally = How it stands
round-percent = { $percent } %
round-tile-received = Handed in
round-tile-missing = Missing
round-tile-missing-note = { $drafts ->
    [one] 1 draft has been begun
   *[other] { $drafts } drafts have been begun
}
round-tile-late = Came late
round-tile-late-note = { $count } came on time
round-tile-approved = Approved
round-tile-approved-note = { $returned } returned for completion, { $excused } excused
round-tile-returned-note = { $returned } returned for completion
round-tile-excused-note = { $excused } excused
round-returned = Returned
round-filter = Show
round-filter-state = Status
round-filter-all-states = Any status
round-filter-section = Goal
round-filter-all-sections = All goals
round-filter-kind = Kind
round-filter-all-kinds = Everything
round-no-bodies = No body fits
round-no-bodies-help = Choose another status or goal.
round-bodies = Bodies
round-bodies-shown = { $shown } of { $all }
round-matrix = Body by body and item by item
round-matrix-help = A square leads to the report
round-matrix-by-goal-help = Goal by goal: how many reports have been handed in of those that are expected. Choose a goal to see action by action.
round-square = { $body }, { $goal }: { $received } of { $expected } handed in, { $missing } missing, { $returned } sent back
round-order = Order
round-order-name = By name
round-order-missing = Most missing first
round-filter-all-items = All goals, action by action
round-until-too-early = Choose a day after { $day }.
round-legend = How to read the squares
round-by-section = Goal by goal
round-abolished = { $count ->
    [one] A body that is to answer exists no more
   *[other] { $count } bodies that are to answer exist no more
}
round-abolished-do = Decide who takes over
round-export-file = Status of { $round }
round-export-body = Body
round-export-matrix = Overview
round-export-list = List
round-export-section = Goal
round-export-number = Number
round-export-item = What
round-export-leads = Leads
round-export-state = Status
round-export-submitted = Handed in
round-export-yes = yes
round-export-answers = Answers
round-export-question = Question
round-export-answer = Answer

## What a body has to do
round-body-lead = Due { $due }. What is left takes about { $time }.
round-body-next = Answer the next
round-review-next = Review the next
round-body-missing = { $count ->
    [one] One report was due { $due }.
   *[other] { $count } reports were due { $due }.
}
round-body-extended = You have more time, until { $day }.
round-approve-all = { $count ->
    [one] Approve the one handed in
   *[other] Approve all { $count } handed in
}
round-approvals-title = Approve what is handed in?
round-approvals-lead = { $unit } has handed this in, and it waits for your review. Open a report if you want to read it first.
round-section-none = Under no goal
round-leads = Leads
round-unchanged = Unchanged since last time

## An item
round-item-lead = { $count ->
    [one] One body answers.
   *[other] { $count } bodies answer.
}
round-item-nothing = Nothing handed in yet.
round-item-about = Read more about it

## A report
round-report-lead = { $unit } answers by { $due }. It takes about { $time }.
round-report-kept = What you wrote is saved as a draft. Put the points above right and hand it in again.
round-report-returned = Returned for completion
round-report-returned-fields = See the comments by the fields.
round-report-waits = { $unit } has not handed in yet. It is due { $due }.
round-withdraw-title = Handed in and not reviewed yet
round-withdraw-help = If you want to change something, take the answer back. It is a draft again, and does not count as handed in until you hand it in anew.
round-withdraw-late = It was due already. The answer came on time, but counts as late if you take it back and hand it in again.
round-withdraw = Take back
round-before-title = There is an answer for { $year }
round-before-help = It stands beside each question. If all is as it was, confirm it at once.
round-before-unchanged = Confirm that nothing has changed
round-before-take-over = Start from the last answer
round-submit = Hand in
round-save = Save draft
round-conflict-by = somebody else
round-unchanged-since = Confirmed unchanged since { $year }.
round-excused-because = Excused: { $reason }
round-report-nav = Reports
round-report-all = All tasks of { $unit }
round-report-previous = Previous
round-report-next = Next
round-answers = The answer
round-reason = Reason
round-review = Review
round-approve = Approve
round-review-waiting = { $count ->
    [one] One more report waits for your review.
   *[other] { $count } more reports wait for your review.
}
round-return = Return for completion
round-return-note = What is to be completed?
round-return-note-help = Write so that whoever answers knows what is missing. You can also comment field by field.
round-return-field = About: { $field }
round-return-deed = Return with a comment
round-evidence = Evidence
round-evidence-help = Add a file or a link that shows what was done. Nothing about individual persons.
round-evidence-add = Add evidence
round-evidence-change = Add or remove evidence
round-evidence-saves = What you have written in the answer is saved first.
round-evidence-back = Back to the answer
round-evidence-none = There is no evidence.
round-evidence-title = What the evidence is called
round-evidence-title-help = Leave it empty to take the name of the file, or the link.
round-evidence-file = File
round-evidence-file-help = PDF, Word, Excel, PowerPoint, OpenDocument or a picture. At most 10 MB.
round-evidence-href = Link
round-evidence-href-help = Instead of a file. Write the whole address, such as https://example.org/report.
round-evidence-deed = Add
round-evidence-remove = Remove
round-evidence-size = { $kilobytes } kB
round-evidence-not-taken = This kind of file cannot be taken, or the file is not what its name says. Use PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), OpenDocument (odt, ods), PNG or JPEG.
round-evidence-no-address = Write the whole address. It begins with https:// and has no spaces.
round-evidence-nothing = Choose a file, or write a link.
round-evidence-both = Add the file and the link one at a time. Remove the link first, and choose the file again.
round-others = The others who answer
round-others-help = You lead and see what the others have handed in
round-others-gather = Take in the others' texts
round-others-gather-help = What they have handed in is put below your own text, with names. What you have written is saved first.
round-others-open = Open { $unit }
round-history = History
round-history-none = Nothing has happened yet.
round-comment = Write a comment
round-comment-text = Comment
round-comment-unsent = Your comment has not been sent yet. The rest is saved. Send the comment, or empty the box.
round-comment-help = Seen by those who answer and those who review.
round-comment-deed = Send the comment
round-deeds = More
round-lock = Lock
round-unlock = Unlock
round-unlock-help = The report is returned for completion. The reason is seen by those who answer.
round-unlock-deed = Unlock with a reason
round-excuse = Excuse
round-excuse-help = The body need not answer this time. The reason is seen by all who see the report.
round-excuse-deed = Excuse with a reason
round-expect = Take the exemption back
round-step-submitted = Handed in
round-step-withdrawn = Took back
round-step-returned = Returned
round-step-approved = Approved
round-step-locked = Locked
round-step-unlocked = Unlocked
round-step-excused = Excused
round-step-expected = Took the exemption back
round-step-commented = Commented

## Changing
round-changes-lead = All that is changed after the opening has a reason and is listed at the bottom.
round-days-deed = Change the days
round-until = Until
round-extension = More time for a body
round-extension-help = The body gets a last day of its own: until then nothing is late, and reminders go by that day.
round-extension-until = { $unit } has until { $day }.
round-extension-deed = Give more time
round-addition = Ask one more body
round-addition-deed = Add
round-reconcile = The plan has changed
round-reconcile-help = What is expected now is not what it was when the round was opened. What has been written is kept.
round-reconcile-added = { $count ->
    [one] One new report
   *[other] { $count } new reports
}
round-reconcile-removed = { $count ->
    [one] One report that is not expected any more
   *[other] { $count } reports that are not expected any more
}
round-reconcile-deed = Bring in line with the plan
round-transfer = Bodies that exist no more
round-transfer-help = { $unit } ended on { $day } and has things left to answer. Its drafts go along.
round-transfer-to = Takes over
round-transfer-deed = Move
round-end = End the round
round-end-help = What is approved is locked. Nothing can be handed in afterwards.
round-end-deed = End
round-notes = Changes
round-notes-none = Nothing has changed since it was opened.
round-note-rescheduled = Changed the days
round-note-added = Added { $unit } to { $item }
round-note-excused = Excused { $unit } from { $item }
round-note-expected = Expects an answer of { $unit } to { $item } after all
round-note-extended = Gave more time to { $unit }
round-note-transferred = Moved what { $unit } was to answer
round-note-reconciled = Brought it in line with the plan

## My work
round-date-due = Due: { $round }
round-date-closes = Closes: { $round }
round-work-answer = Report for { $unit }: { $round }
round-work-returned = Complete for { $unit }: { $round }
round-work-answer-why = { $count } left to answer.
round-work-returned-why = { $count } to complete.
round-work-both-why = { $count } left, of which { $returned } to complete.
round-work-answer-deed = Answer
round-work-review = Review { $unit }: { $round }
round-work-review-why = { $count } handed in and waiting for you.
round-work-review-deed = Review

## What was said
said-round-opened = { $what } is open.
said-round-rescheduled = The days are changed.
said-round-extended = The body has more time.
said-round-added = Added.
said-round-reconciled = The round is in line with the plan.
said-round-transferred = Moved.
said-round-ended = { $what } has ended.
said-report-saved = The draft is saved.
said-report-submitted = Handed in: { $what }
said-report-withdrawn = The answer is a draft again. Change it and hand it in anew.
said-report-not-unchanged = You have written something new, so not all is unchanged. It is saved as a draft. Hand it in when you are done.
said-report-taken-over = The last answer is filled in. Change what is new.
said-report-nothing-taken-over = What you wrote is saved. There was nothing more to take from the last answer.
said-report-gathered = The others' texts are now in your answer. Make them one.
said-report-nothing-gathered = What you wrote is saved. The others have handed in no text that you do not have already.
said-report-returned = Returned to { $what }.
said-report-approved = Approved: { $what }
said-report-approved-next = Approved: { $what }. Here is the next that waits for you.
said-report-locked = Locked.
said-report-unlocked = Unlocked. { $what } can complete it.
said-report-excused = { $what } is excused.
said-report-expected = The exemption is taken back.
said-report-commented = The comment is saved.
said-reports-approved = { $what } approved.
said-reports-approved-one = One report is approved.
said-reports-approved-none = None of it waits for review any more.
said-evidence-added = The evidence is added.
said-evidence-removed = The evidence is removed.

## Obstacles
problem-round-exists = There is a round for that year already
problem-round-exists-help = End it first, or choose another year.
problem-round-nothing-expected = Nothing is to be reported
problem-round-nothing-expected-help = The plan expects nothing of anybody in the register that year. Choose another year or match the names to the register.
problem-round-ended = The round has ended
problem-round-ended-help = Nothing can be changed any more.
problem-round-not-open = The round is not open yet
problem-round-not-open-help = Come back when it has opened. The day stands on the round's page.
problem-round-closed = The round has closed
problem-round-closed-help = What you wrote is saved as a draft. Ask whoever collects for more time, then hand it in.
problem-report-expected-already = The body is to answer that already
problem-report-expected-already-help = Choose another body or another item.
problem-report-handed-in = The report has been handed in
problem-report-handed-in-help = Whoever reviews it can return it if something is to be changed.
problem-report-not-handed-in = The report has not been handed in
problem-report-not-handed-in-help = It can be reviewed once it is.
problem-report-not-withdrawn = The report cannot be taken back
problem-report-not-withdrawn-help = It has been reviewed already, or the round has closed for you. Ask whoever reviews to return it if something is to be changed.
problem-report-approved = The report is approved
problem-report-approved-help = Unlock it with a reason if something is to be changed.
problem-report-locked = The report is locked
problem-report-locked-help = Whoever reviews it can unlock it with a reason.
problem-report-excused = The body is excused
problem-report-excused-help = Take the exemption back first.
problem-report-nothing-before = There is no answer from last time
problem-report-nothing-before-help = Fill in the answer.
problem-evidence-full = There are 20 pieces of evidence already
problem-evidence-full-help = Remove something, or put the files together.

## The audit log
event-round-opened = Opened a collection round
event-round-rescheduled = Changed the days of a round
event-round-extended = Gave a body more time
event-round-report-added = Added a report
event-round-reconciled = Brought a round in line
event-round-transferred = Moved reports to another body
event-round-ended = Ended a round
event-report-saved = Saved a report
event-report-submitted = Handed in a report
event-report-withdrawn = Took a report back that was handed in
event-report-returned = Returned a report
event-report-approved = Approved a report
event-report-locked = Locked a report
event-report-unlocked = Unlocked a report
event-report-excused = Excused from a report
event-report-expected = Took an exemption back
event-report-commented = Commented on a report
event-report-evidence-added = Added evidence
event-report-evidence-removed = Removed evidence
