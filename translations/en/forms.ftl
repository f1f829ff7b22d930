### Questions of forms: filling in, answers and what is to be put right.

## Filling in
forms-input-number = Number
forms-input-of = Out of
forms-input-population = Population
forms-input-mean = Mean
forms-input-count = Number of answers
forms-input-state = Answer
forms-rate-help = Write the number and the population. We work out how many that is per { $per }.
forms-mean-help = The scale goes from { $least } to { $most }.
forms-yes = Yes
forms-no = No
forms-no-answer = No answer
forms-when = Fill this in if the answer to “{ $question }” is { $values }.
forms-when-or = {" "}or{" "}
forms-reason = Why is there no value?
forms-reason-summary = Is there no value?
forms-reason-help = Write why. Then you need not fill in anything else for this question.
forms-note = To be completed
forms-count = At most { $most } characters.
forms-count-left = Characters left:
forms-count-over = Characters too many:

## Tables
forms-grid-row = Row
forms-grid-breakdown = Broken down by { $name }
forms-grid-cell = { $row }, { $column }
forms-grid-answer = Answer
forms-paste = Cells from Excel
forms-paste-summary = Paste from Excel
forms-paste-help = Copy the column or the whole table, preferably with its headings, and paste it here. When you save, the numbers are put in their places.
forms-paste-left = We could not place this. Write the numbers in their places in the table and empty the box.
forms-pasted = The numbers are pasted. Check that they ended up in the right places.
forms-pasted-more = Not everything fitted in the table. Check that the numbers ended up in the right places.

## Answers
forms-value-share = { $share }% ({ $part } of { $whole })
forms-value-rate = { $rate } per { $per } ({ $count } of { $population })
forms-value-mean = { $mean } (mean of { $of } answers)
forms-value-gap = No value: { $reason }
forms-before = Last time
forms-before-of = The answer last time to “{ $question }”
forms-before-short = last: { $text }
forms-change-number = { $change } since last time
forms-change-share = { $change } percentage points since last time
forms-change-none = No change since last time

## To be put right
forms-fault-of = { $field } – { $error }
forms-fault-missing = Answer the question.
forms-fault-missing-or-reason = Answer the question, or write why there is no value.
forms-fault-half = Fill in both numbers. One of them is missing.
forms-fault-without-whole = Fill in the total too. There is only the breakdown now.
forms-fault-not-a-number = Write a number in digits, such as 12 or 12.5.
forms-fault-not-whole = Write a whole number, without decimals.
forms-fault-below-least = Write a number that is at least { $least }.
forms-fault-above-most = Write a number that is at most { $most }.
forms-fault-part-above-whole = The number is larger than the total. Check that the numbers are in the right places.
forms-fault-whole-is-zero = The total is zero. Write how many there are in total, or leave both empty.
forms-fault-not-a-date = Write a date such as 2025-03-12.
forms-fault-not-a-choice = Choose one of the options.
forms-fault-too-long = Shorten the text to at most { $most } characters.
forms-fault-categories-above-whole = The breakdown adds up to more than the total. Correct the breakdown or the total.
forms-fault-reason-beside-answer = You have both answered and written why there is no value. Remove one of them.
