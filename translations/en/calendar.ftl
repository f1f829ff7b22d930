### The year wheel: what comes back in an organisation's year, and the address of one's own calendar.

chapter-calendar = Year wheel

## The year
calendar-title = Year wheel { $year }
calendar-lead = What comes back in your organisation, and days to keep in mind in plans and collection rounds.
calendar-year = Year
calendar-years = Years
calendar-now = This month
calendar-in-month = Days in { $month }
calendar-when = When
calendar-what = What
calendar-over = Over
calendar-empty = Nothing stands in the year wheel this year
calendar-empty-write = Begin with our suggestions: tertials, annual report, end of the school year, plan review. You change them as you like.
calendar-empty-read = Once the coordinator has put in when you follow up, it stands here.
calendar-month-1 = January
calendar-month-2 = February
calendar-month-3 = March
calendar-month-4 = April
calendar-month-5 = May
calendar-month-6 = June
calendar-month-7 = July
calendar-month-8 = August
calendar-month-9 = September
calendar-month-10 = October
calendar-month-11 = November
calendar-month-12 = December
calendar-occasion = { $name }, { $owner }

## Occasions
calendar-occasions-title = Occasions that come back
calendar-occasions-lead = When you report, follow up and review. Each organisation has its own.
calendar-occasions-none = No occasions yet
calendar-name = Name
calendar-name-help = As you say yourselves, such as T1 or End of the school year.
calendar-next = Next time
calendar-recurrence = How often
calendar-every =
    { $count ->
        [1] Every year
        [2] Every second year
        [3] Every third year
        [4] Every fourth year
       *[other] Every { $count } years
    }
calendar-whom = Whom it concerns
calendar-whom-each = Every { $kind }
calendar-whom-function = { $function } at every { $kind }
calendar-whom-there = { $function } at { $unit }
calendar-whom-owner = Only the unit itself
calendar-whom-everybody = Everybody who answers for the unit
calendar-whom-help = They find the occasion in My work and mark it as done, each unit by itself.
calendar-owner = In whose year
calendar-owner-help = Everybody who works there, or at a unit below, sees the occasion in the year wheel.
calendar-occasion-new = New occasion
calendar-occasion-edit = Change the occasion
calendar-occasion-lead = Write when it is the first time, and the year wheel works out the rest.
calendar-field-what = What is to be done
calendar-field-days = The first time
calendar-field-days-help = The same days come back later. An occasion may last over the turn of the year.
calendar-field-from = From
calendar-field-to = To
calendar-field-unit-kind = Units
calendar-field-function = Function
calendar-field-days-ahead = Shown in My work this many days before
calendar-field-days-ahead-help = Counted from the first day.
calendar-field-minutes = It takes about
calendar-days = days
calendar-save = Save
calendar-edit = Change
calendar-conflict = Somebody else has saved the occasion while you wrote. What you wrote is kept here. Save again if yours is to count.
calendar-end = Take out of the year wheel
calendar-end-help = The occasion goes from the year wheel and from My work. What units have marked as done stays in the audit log.
calendar-done = Done for { $year }
calendar-done-on = Done { $day }
calendar-not-done = Not done
calendar-complete-help = Mark it when you are done for { $year }. It then goes from My work.
calendar-reopen = Not done after all
calendar-units = How far the units have come
calendar-units-done = { $done } of { $count } done
calendar-unit = Unit
calendar-state = State

## My work
calendar-work = { $name }: { $unit }
calendar-work-why = It stands in the year wheel of { $owner }.
calendar-work-deed = Mark as done

## Suggestions
calendar-suggestions-title = Our suggestions
calendar-suggestions-lead = Choose which you want to take over. They become your own, and you change names, days and whom they concern as you like.
calendar-suggestions-which = Occasions
calendar-suggestions-submit = Take over
calendar-suggestion-help = { $when }. { $every }. { $what }
calendar-suggestion-annual-report = Annual report (VB)
calendar-suggestion-annual-report-what = Sum up the year: what was done, what it led to and what remains.
calendar-suggestion-first-tertial = Tertial 1 (T1)
calendar-suggestion-first-tertial-what = Follow up January to April, and raise what does not go as planned.
calendar-suggestion-school-year = End of the school year
calendar-suggestion-school-year-what = Evaluate the year’s preventive work together with pupils and staff, and write the plan for the next school year.
calendar-suggestion-second-tertial = Tertial 2 (T2)
calendar-suggestion-second-tertial-what = Follow up January to August, and say how the year looks like ending.
calendar-suggestion-plan-review = Plan review
calendar-suggestion-plan-review-what = Go through the plan’s actions and indicators, and decide what is to change next year.
calendar-suggestion-evaluation = Evaluation
calendar-suggestion-evaluation-what = Find out whether the plan makes a difference, preferably with help from outside.

## One's own calendar
calendar-feed-title = Subscribe in your calendar
calendar-feed-lead = Have the days of the year wheel in Outlook, on your telephone or in another calendar.
calendar-feed-how = You get an address that is yours alone. Add it as a subscription to your calendar, and it keeps itself up to date. The calendar shows titles and links, nothing else. You see the same days as here, and only as long as you may see them.
calendar-feed-made = Your address was made { $at }.
calendar-feed-make = Make an address
calendar-feed-renew = Make a new address
calendar-feed-renew-help = The address is shown only when it is made. If you have lost it, or think that somebody else has it, make a new one. The old one then stops working.
calendar-feed-revoke = Remove the address
calendar-feed-made-title = Your address
calendar-feed-made-lead = Copy the address and add it as a subscription to your calendar.
calendar-feed-once = The address is shown only now. Whoever has it can read your days, so do not give it to anybody else.
calendar-feed-done = Done
calendar-feed-name = Tryggbas

## Said afterwards
said-occasion-added = The occasion is added.
said-occasion-saved = The occasion is saved.
said-occasion-ended = “{ $what }” is taken out of the year wheel.
said-occasion-completed = Marked as done.
said-occasion-reopened = It is no longer marked as done.
said-occasions-taken-over = Added: { $what } occasions. Change them as you like.
said-calendar-feed-revoked = The address is removed. It no longer works.
