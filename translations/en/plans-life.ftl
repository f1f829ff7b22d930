### The life of a plan: versions, consultation, decision, publication, extension, closing, tasks.

## Versions
plan-version-adopted = Version { $number }, adopted { $date }
plan-version-draft = Version { $number }, draft
plan-versions-number = Version { $number }
plan-versions-decision = Decision
plan-versions-from = In force from
plan-versions-saved = Not decided. Last saved { $time }.

plan-history = What has happened
plan-happened-begun = Began the plan
plan-happened-imported = Read the plan in
plan-happened-import-merged = Read changes in
plan-happened-edited = Wrote in the plan
plan-happened-sent-out = Sent the plan out for comments
plan-happened-commented = Made a comment
plan-happened-comments-finished = Finished commenting
plan-happened-comment-answered = Answered a comment
plan-happened-consultation-closed = Ended the consultation
plan-happened-adopted = Recorded the decision: the plan is adopted
plan-happened-published = Published the plan
plan-happened-withdrawn = Withdrew the plan from the public
plan-happened-extended = Extended the plan
plan-happened-revision-begun = Began a new version
plan-happened-revision-given-up = Threw the draft of a new version away
plan-happened-closed = Closed the plan
plan-happened-own-activity-added = Added an activity of their own
plan-happened-own-activity-removed = Removed an activity of their own
plan-happened-task-done = Finished one of the plan’s tasks
plan-happened-times =
    { $count ->
        [one] Once
       *[other] { $count } times the same day
    }

## Comparing
plan-compare = Compare versions
plan-compare-from = From
plan-compare-to = To
plan-compare-deed = Compare
plan-compare-sides = You see what differs:
plan-compare-others = Compare other versions
plan-compared = { $subject }: { $text }
plan-compared-numbered = { $subject } { $number }: { $text }
plan-compared-plan = The plan
plan-compared-section = Section
plan-compared-body = Role of
plan-compared-indicator = Indicator
plan-compared-text = Text
plan-compared-list = Changes
plan-compared-counts = Number of changes
plan-compared-words = Word by word
plan-compared-same = The versions say the same
plan-compared-same-help = Nothing was added, removed, changed or moved.
plan-compared-count-added = { $count } added
plan-compared-count-removed = { $count } removed
plan-compared-count-changed = { $count } changed
plan-compared-count-moved = { $count } moved

## Adopting
plan-adoption-lead = Write down the decision as it stands in the minutes. The plan is then adopted.
plan-adoption-body = Who decided
plan-adoption-body-help = For example the municipal council or a board.
plan-adoption-reference = Where the decision is found
plan-adoption-reference-help = Item and diary number lead others to the decision in the minutes and the public register.
plan-adoption-from = In force from
plan-adoption-from-help = Leave this empty if the plan is in force from the day of the decision.
plan-adoption-then = What happens when you adopt the plan
plan-adoption-then-fixed = Version { $number } is locked. Nobody can change the text any more. To change something you begin a new version.
plan-adoption-then-bodies = Everybody who is responsible for something in the plan can read it and add activities of their own.
plan-adoption-then-private = The public does not see it. You decide that separately, by publishing.
plan-adoption-then-public = The plan is published. The public reads the new version at once.
plan-adoption-then-tasks = The plan’s own rules on review and evaluation become tasks with a date.
plan-adoption-deed = Adopt version { $number }
plan-adoption-what = What is adopted
plan-adoption-look = Look at this first
plan-adoption-without-lead =
    { $count ->
        [one] 1 action has nobody responsible.
       *[other] { $count } actions have nobody responsible.
    }
plan-adoption-to-be-developed =
    { $count ->
        [one] 1 indicator is still to be developed.
       *[other] { $count } indicators are still to be developed.
    }
plan-adoption-changes = What differs from version { $number }
plan-adoption-no-changes = Nothing differs from the version in force.
plan-adoption-to-consultation = To the consultation
plan-adoption-to-plan = To the plan

## Publishing
plan-publish-title = Publish the plan
plan-publish-lead = Everybody will be able to read the adopted version without signing in.
plan-publish-deed = Publish
plan-publish-not = Drafts, consultations and comments never become public.
plan-withdraw-title = Withdraw the plan
plan-withdraw-lead = The plan is public. Withdraw it if everybody should no longer be able to read it.
plan-withdraw-deed = Withdraw
plan-withdraw-copies = What somebody has downloaded already stays with them.
plan-readers-now = Can read it today
plan-readers-public = Everybody
plan-readers-concerned = Those who own the plan and those responsible for something in it
plan-readers-then = Who can read the plan afterwards
plan-reader-everybody = Everybody who has the address, also without signing in.
plan-reader-search = Everybody who searches or browses plans here.
plan-reader-versions = Earlier adopted versions of the plan as well.
plan-reader-owner = Those with a role at { $owner }.
plan-reader-bodies = Those responsible for something in the plan.
plan-reader-not-public = Not the public.

## Extending
plan-extension-title = Extend the plan
plan-extension-lead = The plan goes on past its period. The text does not change.
plan-extension-to = New last day
plan-extension-to-help = The plan is now in force until { $day }.
plan-extension-reason = Why
plan-extension-reason-help = Refer to the decision if there is one. Everyone who reads the plan sees what you write.
plan-extension-deed = Extend the plan
plan-last-day = Last day

## Revising
plan-abandon = Throw the draft away
plan-abandon-lead = The draft is removed. The adopted version stays in force.
plan-abandon-final = This cannot be undone.
plan-abandon-lost = What is lost
plan-abandon-deed = Throw the draft away
plan-delete = Remove the plan
plan-delete-lead = The plan was never adopted. The whole plan is removed, with its consultations and comments.
plan-delete-deed = Remove the plan

## Closing
plan-closing-title = Close the plan
plan-closing-lead = The plan ends today, { $day }.
plan-closing-reason = Why
plan-closing-reason-help = For example that another plan takes over. Everyone who reads the plan sees what you write.
plan-closing-then = What happens
plan-closing-then-kept = The plan is kept and can be read, marked as closed.
plan-closing-then-tasks = The plan’s tasks disappear from My work.
plan-closing-then-final = This cannot be undone.
plan-closing-deed = Close the plan

## Sending out
plan-send-out-lead = Choose who may comment, and until when.
plan-send-out-named = Those responsible for something in the plan
plan-send-out-others = Others
plan-send-out-nobody = Nobody in the register is responsible for anything in the plan yet. Search for those you want to ask.
plan-send-out-find = Ask more
plan-send-out-find-words = Name of a body or unit
plan-send-out-search = Search
plan-send-out-none-found = Nobody in the register has that name. Try a shorter word.
plan-send-out-last-day = Last day for comments
plan-send-out-message = Message
plan-send-out-message-help = What they should look at in particular, and who answers questions.
plan-send-out-deed = Send out for comments
plan-send-out-then = What happens
plan-send-out-then-fixed = The text as it is now is sent out. You can go on writing in the draft.
plan-send-out-then-own = Those asked only see their own comments while the consultation goes on.
plan-send-out-then-all = When the consultation has ended, all who were asked see how each comment was answered.
plan-send-out-then-adopt = The plan cannot be adopted until the consultation has ended.

## The consultation
plan-consultation-lead = Who was asked, what they say and how you answer.
plan-consultation-lead-asked = You are asked for comments. Read the plan, comment, and say when you are done.
plan-consultation-none = The plan has not been out for comments
plan-consultation-none-help = In a consultation others comment on the draft before the plan is adopted.
plan-consultation-of = The consultation of { $day }
plan-consultation-others = Other consultations
plan-consultation-until = Comments by { $day }
plan-consultation-ended = The consultation ended { $day }
plan-consultation-overdue = The last day was { $day }. Answer the comments and end the consultation.
plan-consultation-read = Read the plan as it was sent out { $day }
plan-consultation-opened = Sent out
plan-consultation-closed = Ended
plan-consultation-asked = Asked
plan-consultation-answered =
    { $count ->
        [one] { $answered } of 1 done
       *[other] { $answered } of { $count } done
    }
plan-consultation-state = Status
plan-consultation-done = Done { $day }
plan-consultation-waiting = Expected
plan-consultation-silent = Did not answer
plan-consultation-comments = Comments
plan-consultation-own = Your comments
plan-consultation-no-comments = No comments yet.
plan-consultation-unanswered = { $count } without an answer
plan-consultation-whole = The plan as a whole
plan-consultation-on-behalf = Write a comment for somebody who answered in another way
plan-consultation-close = End the consultation
plan-consultation-close-then = No more comments can be made. All who were asked see the comments and the answers, and the plan can be adopted.
plan-consultation-close-unanswered =
    { $count ->
        [one] 1 comment has no answer. You can answer it afterwards too.
       *[other] { $count } comments have no answer. You can answer them afterwards too.
    }
plan-consultation-close-deed = End the consultation
plan-consultation-export = Comments in Excel
plan-consultation-file = Comments on { $plan }
plan-consultation-column-body = Who
plan-consultation-column-about = About
plan-consultation-column-comment = Comment
plan-consultation-column-outcome = What became of it
plan-consultation-column-answer = Answer
plan-as-sent-out = As it was sent out for comments { $day }
plan-sent-out-standing = This is the text that was sent out for comments. It is not decided.
plan-comment-new = Make a comment
plan-comment-goal = Comment on the goal
plan-comment-for = From
plan-comment-about = What it is about
plan-comment-on = on
plan-comment-text = Comment
plan-comment-text-help = One thing at a time, so that each can get an answer.
plan-comment-deed = Send the comment
plan-comment-finish = Done for { $unit }?
plan-comment-finish-help = Mark as done when you have said what you want to, also if you have no comments. You can add more as long as the consultation goes on.
plan-comment-finish-deed = Mark as done
plan-comment-outcome = What becomes of it
plan-comment-answer = Answer
plan-comment-answer-help = Why, and what was changed in the plan. Whoever made the comment reads the answer when the consultation has ended.
plan-comment-answer-new = Answer
plan-comment-answer-change = Change the answer
plan-comment-answer-deed = Save the answer
plan-comment-unanswered = No answer yet.
plan-outcome-adopted = Taken into the plan
plan-outcome-partly = Partly taken in
plan-outcome-noted = Kept for the work ahead
plan-outcome-declined = Not taken in

## Own activities
plan-own-text-help = What you do to carry the action out where you are. Others who read the plan see it.

## The plan’s own tasks
plan-tasks-lead = What the plan itself says is to be done with it, and when.
plan-tasks-none = Nothing to do right now
plan-tasks-none-help = Rules on review and evaluation are written in the plan’s settings and become tasks when the next version is adopted.
plan-tasks-none-draft = Once the plan is adopted, its rules on review and evaluation become tasks here.
plan-tasks-done = Done
plan-task = Task
plan-task-due = Was due
plan-task-done-on = Was done
plan-task-came-of-it = What came of it
plan-task-review = Review the plan
plan-task-evaluate = Evaluate the plan
plan-task-revise = Decide whether the plan needs a revision
plan-task-replace = Prepare what comes after the plan
plan-task-by = By { $day }
plan-task-late = Late since { $day }
plan-task-finish = Mark as done
plan-task-note = What came of it
plan-task-note-help = For example what you concluded, or where the material is.
plan-task-deed = Mark the task as done

## Said afterwards
said-plan-adopted = The plan is adopted. The public sees it once you have published it.
said-plan-adopted-public = The new version is adopted. Everybody can read it.
said-plan-published = The plan is published. Everybody can read it.
said-plan-withdrawn = The plan is no longer public.
said-plan-extended = The plan is extended until { $what }.
said-plan-closed = The plan is closed.
said-plan-deleted = “{ $what }” is removed.
said-revision-begun = You are now writing a new version. The adopted one is in force until the new one is adopted.
said-revision-given-up = The draft is removed. The adopted version is in force.
said-consultation-opened = The plan is out for comments.
said-consultation-closed = The consultation has ended. All who were asked see the answers.
said-comment-added = The comment is made.
said-comment-answered = The answer is saved.
said-comments-finished = { $what } is done commenting.
said-own-activity-added = The activity is added.
said-own-activity-removed = The activity is removed.
said-task-done = The task is done.

## What stands in the way
problem-version-adopted = The version is adopted
problem-version-adopted-help = An adopted version never changes. Begin a new version of the plan to change something.
problem-version-being-written = A new version is being written already
problem-version-being-written-help = Go on in the draft there is, or throw it away first.
problem-plan-in-consultation = The plan is out for comments
problem-plan-in-consultation-help = Answer the comments and end the consultation first.
problem-plan-empty = The plan is empty
problem-plan-empty-help = Add at least one goal or action first.
problem-plan-not-adopted = The plan is not adopted
problem-plan-not-adopted-help = Write down the decision on the plan first.
problem-plan-not-in-force = The plan is not in force
problem-plan-not-in-force-help = Only an adopted plan that is not closed can be extended or closed.
problem-plan-closed = The plan is closed
problem-plan-closed-help = A closed plan is kept as it is. Begin a new plan instead.
problem-consultation-closed = The consultation has ended
problem-consultation-closed-help = No more comments can be made. Contact the owner of the plan.
