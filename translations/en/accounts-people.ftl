### People, roles, invitations, deputies and handing over.

## After a change of people
said-person-added = { $what } has been added.
said-person-changed = { $what } has been saved.
said-person-deactivated = The account of { $what } is closed.
said-person-reactivated = The account of { $what } is open again.
said-role-given = { $what } has been given the role.
said-role-ended = The role of { $what } has ended or has a last day now.
said-invitation-withdrawn = The invitation to { $what } has been withdrawn.
said-welcome = Welcome! You are signed in.
said-delegation-made = The deputy has been saved.
said-delegation-ended = { $what } is deputy no longer.
said-handover-written = What you wrote has been saved.
said-handover-received = You have taken over after { $what }.
said-function-added = { $what } has been added.
said-function-renamed = The function is called { $what } now.

## People
accounts-people-title = People
accounts-people-lead = Those who have a role in your part of the organisation, what they may do and whether they can sign in.
accounts-people-filter = Search the people
accounts-people-find = Name, e-mail, role or unit
accounts-people-every-role = All roles
accounts-people-which = Accounts
accounts-people-open = Open accounts
accounts-people-account = Account
accounts-people-state-active = Can sign in
accounts-people-state-invited = Has not signed in yet
accounts-people-state-closed = Closed
accounts-people-state-all = All accounts
accounts-people-role = { $role }, { $unit }
accounts-people-role-function = { $role } ({ $function }), { $unit }
accounts-people-all = Show all people
accounts-people-none-found = Nobody matches
accounts-people-none-found-help = Try fewer words, or remove a filter.
accounts-people-none = There are no people here yet
accounts-people-none-help = Add the first one, and you can invite them.
accounts-person-new = New person
accounts-person-new-lead = Write who it is and which role the person gets. Then you can make an invitation.
accounts-person-add = Add the person
accounts-person-edit-of = Change { $name }
accounts-person-edit-lead = The name is shown on what the person does. Messages go to the address.
accounts-person-closed = The account is closed. The person cannot sign in. What the person did remains.
accounts-person-not-joined = The person has not signed in yet
accounts-person-elsewhere = The person also has roles outside your part of the organisation. You can give and end roles here, but not change the account.
accounts-person-roles-note = In your part of the organisation
accounts-person-no-roles = No role
accounts-person-no-roles-help = Without a role the person can read only what is published.
accounts-person-reach = Reach
accounts-person-days = Time
accounts-person-days-help = Leave the last day empty if the role holds until further notice.
accounts-person-valid-from = First day
accounts-person-valid-to = Last day
accounts-person-deeds = Change
accounts-person-unit-help = You see the units where you are administrator.
accounts-person-unit-help-more = Search above if you do not see the unit. Search before you fill in the rest.
accounts-person-unit-find = Find the unit
accounts-person-function-help = What the person is at the unit, such as principal. Tasks go to the function.
accounts-person-no-function = No function
accounts-person-no-deputies = Nobody stands in for the person.
accounts-person-deactivate = Close the account
accounts-person-reactivate = Open the account again
accounts-reach-own = The unit alone
accounts-reach-own-help = The role holds at the chosen unit, not at those below it.
accounts-reach-below = The unit and all below
accounts-reach-below-help = The usual one. A role in the municipality also holds at its schools.
accounts-reach-all = The whole installation
accounts-reach-all-help = All organisations. Only for administrators, auditors and statistics readers, and only whoever has that reach can give it.
accounts-reach-own-most = at the unit alone
accounts-reach-below-most = at the unit and all below it
accounts-reach-all-most = at the unit and all below it, or in the whole installation
accounts-days-always = Until further notice
accounts-days-from = From { $from }
accounts-days-to = Until { $to }
accounts-days-between = { $from } – { $to }
accounts-role-new = Give a role
accounts-role-new-of = Give { $name } a role
accounts-role-new-lead = The role says what the person may do. You cannot give more than you have yourself.
accounts-role-give = Give the role
accounts-role-later = Has not begun
accounts-role-ended = Has ended
accounts-role-end = End
accounts-role-end-of = End a role of { $name }
accounts-role-end-lead = { $role }, { $unit }. The tasks stay with the unit and go to whoever takes over.
accounts-role-end-help = The role holds until and including that day. The person can write to whoever takes over.
accounts-role-end-save = Save the last day
accounts-role-end-now = End at once
accounts-deactivation-of = Close the account of { $name }
accounts-deactivation-lead = The person can no longer sign in. You can open the account again.
accounts-deactivation-sessions = The person is signed out at once, everywhere.
accounts-deactivation-invitations = Invitations and links stop working.
accounts-deactivation-kept = What the person did remains, with their name.
accounts-deactivation-save = Close the account

## Invitations
accounts-invitations-title = Invitations
accounts-invitations-lead = Who is invited, and which links still work.
accounts-invitations-none = Nobody is invited
accounts-invitations-none-help = Add a person, and you can make an invitation on their page.
accounts-invitation-make = Make an invitation
accounts-invitation-renew = New link
accounts-invitation-withdraw = Withdraw
accounts-invitation-none-mail = Send an invitation by mail, or make one and hand over the link yourself.
accounts-invitation-none = Make an invitation to get a link that you send to the person.
accounts-invitation-waits = The invitation can be used until { $until }.
accounts-invitation-made = Invited
accounts-invitation-made-by = { $time } by { $name }
accounts-invitation-state = State
accounts-invitation-until = Can be used until { $until }
accounts-invitation-used = Used
accounts-invitation-expired = Has expired
accounts-invitation-withdrawn = Withdrawn
accounts-invitation-made-title = Invitation to { $name }
accounts-invitation-made-lead = Copy the link and send it to { $email }. Do not send it to anybody else: whoever opens the link is signed in as the person.
accounts-invitation-once = The link is shown only now. It can be used once, for { $count } days. If you need it again, make a new one.
accounts-invitation-done = Done
accounts-invited-title = Welcome to Tryggbas
accounts-invited-lead = { $name }, you are invited.
accounts-invited-roles = You get these roles:
accounts-invited-accept = Accept and sign in

## Deputies
accounts-delegations-title = Deputies
accounts-delegations-lead = When you are away a colleague can do what you usually do. It shows that it is on your behalf.
accounts-delegations-deputies = Deputies
accounts-delegations-mine = Those who stand in for you
accounts-delegations-mine-none = Nobody stands in for you.
accounts-delegations-others = Those you stand in for
accounts-delegations-others-none = You stand in for nobody just now.
accounts-delegation-deputy = Deputy
accounts-delegation-away = Away
accounts-delegation-new = Choose a deputy
accounts-delegation-new-for = Choose a deputy for { $name }
accounts-delegation-new-lead = The deputy has the roles meanwhile. The roles of administrator and auditor do not follow: an administrator gives those.
accounts-delegation-deputy-email = The deputy's e-mail
accounts-delegation-deputy-help = A colleague with an account in the same organisation.
accounts-delegation-days-help = A year at most. Both days count.
accounts-delegation-save = Save the deputy
accounts-delegation-end = End
accounts-account-for = { $role } (for { $name })

## Hand-over
accounts-handover-link = Hand-over
accounts-handover-receive = Take over after { $name }
accounts-handover-receive-why = You have begun at { $unit }. Here is what waits, the plans and what your predecessor wrote.
accounts-handover-receive-deed = Read the hand-over
accounts-handover-write = Write to whoever takes over after you
accounts-handover-write-why = Your role at { $unit } ends. A few lines help whoever comes.
accounts-handover-write-deed = Write the hand-over
accounts-handover-title = Hand-over: { $role }, { $unit }
accounts-handover-lead-successor = { $name } leaves on { $date }. This is what you take over.
accounts-handover-lead-predecessor = Your last day is { $date }. This is what whoever takes over sees.
accounts-handover-lead-administrator = { $name } leaves on { $date }. This is what whoever takes over sees.
accounts-handover-note = To whoever takes over
accounts-handover-note-from = From { $name }
accounts-handover-no-note = { $name } has not written anything.
accounts-handover-text = What does whoever takes over need to know?
accounts-handover-text-help = Where things are, whom to ask, what is under way. Write nothing about individual children or pupils.
accounts-handover-work = Waits to be done
accounts-handover-work-count =
    { $count ->
        [one] 1 thing
       *[other] { $count } things
    }
accounts-handover-no-work = Nothing waits just now.
accounts-handover-plans = The unit's plans
accounts-handover-no-plans = { $unit } has no plan of its own here.
accounts-handover-promises = See what { $unit } has promised
accounts-handover-done = I have taken over
accounts-handover-received = You have taken over.

## Who may do what
accounts-permissions-title = Who may do what
accounts-permissions-lead = What each role may do, and how far it goes.
accounts-permissions-at = Who gets to { $name }
accounts-permissions-held-at = Role at
accounts-permissions-may = May
accounts-permissions-nobody = Nobody in your part of the organisation gets to the unit.
accounts-permissions-above = People with a role above your part of the organisation may also get to the unit. They are not shown here.
accounts-permissions-roles = Roles
accounts-permissions-how = A role is given at a unit. It goes as far as it says here, or less far if it was given with a shorter reach.
accounts-permissions-find = Open a unit to see which people get to it.
accounts-permissions-find-go = Find the unit
accounts-permissions-right = { $verbs } – { $reach }
accounts-permissions-what = What the role is for
accounts-permissions-not-delegated = The role does not pass to a deputy.
accounts-permissions-words = What the words mean

## Functions
accounts-function-new = New function
accounts-function-new-lead = What somebody is at their unit. Tasks can go to all who have the function.
accounts-function-name = Name
accounts-function-name-help = Such as Principal or Counsellor.
accounts-function-kind = Sits at
accounts-function-edit = Rename { $name }
accounts-function-edit-lead = Roles and tasks that belong to the function follow.
accounts-functions-rename-help = You can rename functions that are used only in your part of the organisation.
