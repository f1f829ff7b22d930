### An organisation's own forms: writing, trying out, publishing.

## The list
rounds-forms-title = Forms
rounds-forms-lead = Questions that you ask your units every year. Publish a form, then open a collection round about it.
rounds-forms-none = No forms yet
rounds-forms-none-help = Begin with a ready form and change it as you like, or write one of your own.
rounds-forms-none-reader = The forms that your organisation has made are shown here.
rounds-form-title = Name
rounds-form-owner = Owner
rounds-form-owner-help = The owner opens rounds about the form and reads the answers.
rounds-form-unit-kind = Filled in by
rounds-form-unit-kind-help = All units of that kind, each for itself.
rounds-form-reach = Where
rounds-form-reach-below = The owner and its own units
rounds-form-reach-area = All in the municipality, region or county
rounds-form-no-units = Nobody gets the form
rounds-form-no-units-help = At the moment there is no unit of that kind where the form asks. Choose another kind, or the whole municipality, region or county.
rounds-form-minutes = Minutes
rounds-form-minutes-help = About how long it takes to fill in.
rounds-form-state = State
rounds-form-state-draft = Draft
rounds-form-state-published = Published
rounds-form-state-revised = New version being written
rounds-form-state-closed = Closed

## Beginning
rounds-form-new = New form
rounds-form-new-lead = You can change everything before you publish.
rounds-form-from = Begin from
rounds-form-ready-help = Leave empty to take the ready form's.
rounds-form-begin = Create the draft
rounds-ready-yearly-statistics = An administration's figures for the year: cases, training, children feared to have been taken abroad, and routines. { $questions } questions, about { $time }.
rounds-ready-readiness = How well a school or service is prepared: responsibility, routines, introduction and support. { $questions } questions, about { $time }.
rounds-ready-empty = An empty form
rounds-ready-empty-help = Write all questions yourself.

## The form
rounds-form-settings = Name and who fills it in
rounds-form-save = Save
rounds-form-back = To the form
rounds-form-now = Right now
rounds-form-size = Size
rounds-form-time = Time
rounds-form-version = Version
rounds-form-units =
    { $count ->
        [0] no unit
        [one] 1 unit
       *[other] { $count } units
    }
rounds-form-questions =
    { $count ->
        [0] no questions
        [one] 1 question
       *[other] { $count } questions
    }
rounds-form-closed-on = The form was closed on { $date }. No new rounds can be opened about it.
rounds-form-revised = You see version { $version }, which is being written. Version { $published } counts until the new one is published.
rounds-form-conflict = Somebody else saved while you were writing
rounds-form-conflict-text = Nothing was overwritten. Check what is to count and save again.
rounds-form-flaws = This has to be put right before the form can be published
rounds-form-flaw-no-questions = Write at least one question.
rounds-form-flaw-key = The question has the same key as another. Remove it and write it anew.
rounds-form-flaw-no-words = Write the words in Swedish. Something is empty.
rounds-form-flaw-no-choices = Write at least two options.
rounds-form-flaw-no-cells = Write at least one row, one column or one category.
rounds-form-flaw-shared-choice = Two lines mean the same. Write them differently.
rounds-form-flaw-not-a-figure = Only figures can be broken down and followed over time. Remove the breakdown.
rounds-form-flaw-limits = The limits leave no possible answer. Change them.
rounds-form-flaw-condition-field = The condition is about a question that does not come before. Move the question or change the condition.
rounds-form-flaw-condition-answer = The condition is about an answer that can no longer be chosen. Change the condition.
rounds-form-flaw-rule-field = A check is about a question that does not exist. Change or remove the check.
rounds-form-flaw-rule-number = A check counts with a number that does not exist. Change or remove the check.

## Questions
rounds-question-new = New question
rounds-question-edit = Change the question
rounds-question-save = Save the question
rounds-question-remove = Remove the question
rounds-question-removal = Remove the question?
rounds-question-removal-goes = This goes with it
rounds-question-removal-freed = “{ $question }” is always asked.
rounds-question-removal-rule = The check “{ $rule }” disappears.
rounds-question-theirs = This is how the question is saved now
rounds-question-label = Question
rounds-question-label-en = The question in English
rounds-question-help = Help text
rounds-question-help-en = The help text in English
rounds-question-help-help = What is to be counted, and what is not.
rounds-question-part = Part
rounds-question-kind = Kind of answer
rounds-question-kind-number = Number
rounds-question-kind-decimal = Number with decimals
rounds-question-kind-share = Share: one number out of another
rounds-question-kind-rate = Number in relation to the population
rounds-question-kind-mean = Mean on a scale
rounds-question-kind-state = Yes or no
rounds-question-kind-choice = One of several options
rounds-question-kind-choices = Several options
rounds-question-kind-table = Table of numbers
rounds-question-kind-long = Longer text
rounds-question-kind-text = Short text
rounds-question-kind-date = Date
rounds-question-for-number = Fill this in if the answer is a number, with or without decimals.
rounds-question-for-rate = Fill this in if the answer is a number in relation to the population.
rounds-question-for-mean = Fill this in if the answer is a mean.
rounds-question-for-choice = Fill this in if the answer is one or several options.
rounds-question-for-table = Fill this in if the answer is a table.
rounds-question-for-text = Fill this in if the answer is a text.
rounds-question-for-figure = Fill this in if the answer is a figure, or yes or no.
rounds-question-least = At least
rounds-question-most = At most
rounds-question-per = Per so many
rounds-question-from = Lowest step
rounds-question-to = Highest step
rounds-question-characters = At most so many characters
rounds-question-options = Options
rounds-question-options-en = The options in English
rounds-question-rows = Rows
rounds-question-rows-en = The rows in English
rounds-question-columns = Columns
rounds-question-columns-en = The columns in English
rounds-question-lines-help = One on each line. The English text in the same order.
rounds-question-breakdown-summary = Break the answer down
rounds-question-breakdown = Broken down by
rounds-question-breakdown-en = Broken down by, in English
rounds-question-breakdown-help = Such as sex or age.
rounds-question-categories = Categories
rounds-question-categories-en = The categories in English
rounds-question-follow = Follow the answer over time
rounds-question-follow-help = The answers are shown as a series, year by year.
rounds-question-about-people = The figures count people
rounds-question-about-people-help = Small numbers are not shown to others.
rounds-question-need = Does the question have to be answered?
rounds-question-need-required = Yes
rounds-question-need-or-reason = Yes, or say why that cannot be done
rounds-question-need-optional = No, optional
rounds-question-when-summary = Ask the question only after certain answers
rounds-question-when = Ask the question if the answer is
rounds-question-when-help = Choose answers to one and the same question. If you choose none, the question is always asked.
rounds-question-answered = { $question } – { $answer }
rounds-question-answer-gone = An answer that can no longer be chosen
rounds-question-about-optional = Optional
rounds-question-about-or-reason = Answer or reason
rounds-question-after = Asked after certain answers to “{ $question }”
rounds-question-options-count =
    { $count ->
        [one] 1 option
       *[other] { $count } options
    }
rounds-question-size = { $rows } × { $columns }
rounds-move-up = Move up
rounds-move-down = Move down

## Parts
rounds-part-new = New part
rounds-part-edit = Change the heading
rounds-part-title = Heading
rounds-part-title-en = The heading in English
rounds-part-unnamed = Part { $number }
rounds-part-empty = No questions in this part yet.
rounds-part-remove = Remove the part

## Checks
rounds-rules-title = Checks between answers
rounds-rules-none = No checks yet.
rounds-rule-new = New check
rounds-rule-edit = Change the check
rounds-rule-lead = A check compares numbers of the form. Whoever answers is told when they do not add up.
rounds-rule-one = This number
rounds-rule-check = Has to be
rounds-rule-at-most = at most as large as
rounds-rule-equal = as large as
rounds-rule-other = This number to compare with
rounds-rule-sum-help = If you choose several, they are added up.
rounds-rule-words = This is what whoever answers is told
rounds-rule-words-en = The same in English
rounds-rule-words-help = Write what does not add up and what to do.
rounds-rule-remove = Remove the check
rounds-rule-no-numbers = There are no numbers to compare yet. First write a question that is answered with a number.

## Trying out, publishing, closing
rounds-form-try = Try the form out
rounds-form-try-lead = Fill it in like somebody who answers. Nothing is saved.
rounds-form-try-submit = Check the answers
rounds-form-try-complete = The answers add up. This is how they are read:
rounds-form-publish = Publish the form
rounds-form-publish-text = Version { $version } cannot be changed once it is published. To change something later, you begin a new version.
rounds-form-publish-units = Filled in by the kind { $kind }: right now { $units }.
rounds-form-publish-then = Nobody has anything to do yet. They will when you open a collection round about the form.
rounds-form-revise = Begin a new version
rounds-form-abandon = Throw the draft away
rounds-form-abandon-revision = What is written in the new version disappears. Version { $published } goes on counting.
rounds-form-abandon-whole = The form has never been published. It disappears altogether.
rounds-form-ask = Open a round about the form
rounds-form-close = Close the form
rounds-form-close-text = The answers that have come in stay. No new rounds can be opened about the form.

## What is said
said-form-begun = The draft “{ $what }” is created.
said-form-settings-saved = The change is saved.
said-form-published = The form is published. Now you can open a round about it.
said-form-revised = A new version is begun.
said-form-given-up = The draft is thrown away.
said-form-deleted = The form “{ $what }” is removed.
said-form-closed = The form is closed.
said-question-added = The question is added.
said-question-saved = The question is saved.
said-question-moved = The question is moved.
said-question-removed = The question “{ $what }” is removed.
said-part-added = The part is added.
said-part-saved = The heading is saved.
said-part-removed = The part is removed.
said-rule-added = The check is added.
said-rule-saved = The check is saved.
said-rule-removed = The check is removed.
problem-form-published = The form is published
problem-form-published-help = What is published does not change. Begin a new version.
problem-form-closed = The form is closed
problem-form-closed-help = A closed form stays as it is. Create a new one instead.
problem-form-flawed = The form cannot be published yet
problem-form-flawed-help = Something in it has to be put right. Go to the form: it says what.
problem-form-being-written = A new version is being written already
problem-form-being-written-help = Go to the form and go on with it.
problem-form-full = The form is full
problem-form-full-help = A form holds 200 questions. Divide it in two.
problem-part-in-use = The part cannot be removed
problem-part-in-use-help = Move or remove the questions in it first. One part has to stay.
event-form-begun = Began a form
event-form-settings-changed = Changed a form's name or who fills it in
event-form-question-added = Added a question to a form
event-form-question-changed = Changed a question of a form
event-form-question-moved = Moved a question of a form
event-form-question-removed = Removed a question from a form
event-form-part-added = Added a part to a form
event-form-part-changed = Changed the heading of a form's part
event-form-part-removed = Removed a part from a form
event-form-rule-added = Added a check to a form
event-form-rule-changed = Changed a check of a form
event-form-rule-removed = Removed a check from a form
event-form-published = Published a form
event-form-revision-begun = Began a new version of a form
event-form-revision-given-up = Threw a form's new version away
event-form-deleted = Threw away a form that had never been published
event-form-closed = Closed a form
