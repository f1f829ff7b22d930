# Reminders in a round: who gets them, when, and who cannot be reached.

round-reminders = Reminders
round-reminders-lead = Whoever has not handed in gets an e-mail: a summary every Monday, and reminders three days before the due day and one and seven days after it. Nobody gets more than one a day.
round-reminders-pause = Turn reminders off
round-reminders-resume = Turn reminders on
round-reminders-off = Reminders are turned off. Nobody gets e-mail about this round.
round-reminders-ended = The round has ended. No more reminders go out.
round-reminders-no-mail = No mail server is set up, so no reminders go out. Whoever runs the service can set one up.
round-reminders-unreached = Call them, or give somebody an account
round-reminders-unreached-help = These bodies have not handed in, and nobody there has an account that can answer. They get no reminders.
round-reminders-add-person = Add a person
round-reminders-coming = What goes out in the next 14 days
round-reminders-coming-help = If nobody hands in anything more. The e-mails go out from 7 o’clock. Whoever has something left in several rounds gets a single one.
round-reminders-none = No reminders go out
round-reminders-none-help = Nobody who can be reached has anything left to hand in during the next 14 days, or the round has not opened yet or has closed.
round-reminders-monday =
    { $count ->
        [one] Monday { $day }: summary to { $count } person
       *[other] Monday { $day }: summary to { $count } people
    }
round-reminders-extra =
    { $count ->
        [one] { $day }: reminder to { $count } person
       *[other] { $day }: reminder to { $count } people
    }
round-reminders-told = What has gone out
round-reminders-told-day =
    { $count ->
        [one] { $day }: { $count } person
       *[other] { $day }: { $count } people
    }
round-reminders-person = Person
round-reminders-left = Left to hand in
round-reminders-left-then = Left then
round-reminders-state = E-mail
said-round-reminders-paused = Reminders are turned off.
said-round-reminders-resumed = Reminders are on.
event-round-reminded = Reminded somebody who had not handed in
event-round-reminders-paused = Turned off a round’s reminders
event-round-reminders-resumed = Turned on a round’s reminders
