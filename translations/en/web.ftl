### Words that all pages share: error pages, errors in forms, roles, kinds of unit.

## The error page
error-start = To the start page
error-code = Error code: { $code } ({ $status })

## What can go wrong: what happened, and what you can do
problem-not-found = The page does not exist
problem-not-found-help = The address may be wrong, or you may not be allowed to see the page. Search, or begin again from the start page.
problem-not-allowed = You may not do this
problem-not-allowed-help = Your role is not enough. Ask your organisation’s administrator for help, or switch to another role.
problem-not-signed-in = You need to sign in
problem-not-signed-in-help = Sign in and try again.
problem-invalid = Something in the form needs correcting
problem-invalid-help = Go back, check the fields and send it again. What you wrote is still there.
problem-conflict = Somebody else was first
problem-conflict-help = What you wanted to change has changed since you opened the page. Nothing was overwritten. Go back, reload the page and make your change again.
problem-link-spent = The link cannot be used
problem-link-spent-help = It has been used, was replaced by a newer one, or is too old. If you have already chosen how you sign in, do so. Otherwise ask for a new link.
problem-ceremony-over = Too much time has passed
problem-ceremony-over-help = What you were doing has ended: it took more than ten minutes, or is done already. Begin again.
problem-passkey-refused = The passkey could not be used
problem-passkey-refused-help = It does not belong to this site, has been removed or has answered already. Try again, or sign in with password and code.
problem-passkeys-need-a-name = Passkeys cannot be used here
problem-passkeys-need-a-name-help = Browsers give passkeys only to addresses with a name, and this address consists of numbers. Ask whoever runs the service for an address with a name.
problem-last-way-to-sign-in = It is your only way to sign in
problem-last-way-to-sign-in-help = First add another passkey, or a password and an app for codes.
problem-too-large = What you sent is too large
problem-too-large-help = Divide the file or the text into smaller parts and try again.
problem-too-many = Too much in a short time
problem-too-many-help = Wait a minute and try again. Go back in the browser, and what you wrote is still there.
problem-malformed = What you sent could not be read
problem-malformed-help = Go back to the page, reload it and try again.
problem-foreign-origin = The request did not come from this site
problem-foreign-origin-help = For your safety we accept changes only from our own pages. Go to the start page and make the change from there.
problem-internal = Something went wrong on our side
problem-internal-help = The error has been logged. Wait a moment and try again. Tell whoever runs the service if it happens again.
problem-organisation-founded = The organisation exists already
problem-organisation-founded-help = Tryggbas is already running. Sign in and go on from the start page.
problem-unit-below-itself = A unit cannot lie below itself
problem-unit-below-itself-help = Choose another unit above it.
problem-unit-ended-already = The unit has ended
problem-unit-ended-already-help = A unit that has ended cannot be changed. It is kept for the sake of history.
problem-unit-has-units = The unit has other units below it
problem-unit-has-units-help = First move or end the units that lie below it.
problem-unit-no-group = The members cannot be changed
problem-unit-no-group-help = Only groups and platforms have members, and a group cannot be a member of itself.
problem-import-saved = The import is saved already
problem-import-saved-help = Read the file in again if you want to bring in more changes.

## What a plan's state does not allow
problem-goal-without-title = The goal has no title
problem-goal-without-title-help = Write what the goal is called and save again.
problem-plan-standing-adopted = This cannot be changed
problem-plan-standing-adopted-help = It belongs to an adopted plan. Begin a revision if it is to change.
problem-role-ended = The role has ended already
problem-role-ended-help = Load the page again. Give the person a new role if it is to begin anew.
problem-last-administrator = Nobody else is administrator there
problem-last-administrator-help = Give somebody else the role of administrator until further notice, and try again.
problem-person-is-you = You cannot close your own account
problem-person-is-you-help = Ask another administrator to do it.
problem-person-inactive = The account is closed
problem-person-inactive-help = Open the account first.
problem-person-active = The account is open already
problem-person-active-help = Load the page again to see how it is now.
problem-person-joined = The person has signed in already
problem-person-joined-help = An invitation is needed only the first time.
problem-invitation-over = The invitation cannot be withdrawn
problem-invitation-over-help = It has been used, has expired or is withdrawn already.

## Errors in fields
field-error-of = { $field }: { $error }
field-error-missing = Fill in this field.
field-error-too-long =
    { $count ->
        [one] Write at most 1 character.
       *[other] Write at most { $count } characters.
    }
field-error-too-short =
    { $count ->
        [one] Write at least 1 character.
       *[other] Write at least { $count } characters.
    }
field-error-too-easy = This password is among the first that somebody would try. Add a few words that do not belong together.
field-error-not-right = It is not right. Check it and write it again.
field-error-not-a-choice = Choose one of the alternatives.
field-error-not-a-date = Write a date, for example 2025-03-12.
field-error-not-a-period = Write one or two years, for example 2024–2027.
field-error-not-a-number = Write a number with digits.
field-error-too-early = The date is too early. It has to come after the beginning.
field-error-too-late = The date is too late. Choose an earlier day.
field-error-in-future = The date lies in the future. Write a date up to and including today.
field-error-taken = This is in use already. Check that it does not exist from before.
field-error-not-a-code = It is not written as it should be. Compare with the example and write it again.
field-error-unknown = It does not exist, or no longer does. Choose something else.
field-error-circular = A unit cannot lie below itself. Choose another.

## Roles
role-administrator = Administrator
role-coordinator = Coordinator
role-reporter = Reporter
role-approver = Approver
role-district-manager = District manager
role-principal = Principal
role-programme-coordinator = Programme coordinator
role-staff = Staff
role-board-member = Board member
role-auditor = Auditor
role-statistics-reader = Statistics reader

## Kinds of unit
unit-kind-county = County
unit-kind-region = Region
unit-kind-municipality = Municipality
unit-kind-board = Board
unit-kind-administration = Administration
unit-kind-district = District
unit-kind-school-unit = School unit
unit-kind-leisure-centre = Leisure centre
unit-kind-company = Company
unit-kind-authority = Authority
unit-kind-association = Association
unit-kind-platform = Platform
unit-kind-group = Group
unit-kind-other = Other

## A role that somebody has
role-held = { $role }, { $unit }
role-held-for = { $role }, { $unit } (for { $name })

## What a role may do
verb-see = Read
verb-see-help = Read also what is not published, such as drafts of plans.
verb-write = Write
verb-write-help = Write and change plans, read them in and send them out for comments.
verb-submit = Answer
verb-submit-help = Answer for a unit: leave comments, own activities and reports.
verb-approve = Decide
verb-approve-help = Enter decisions: adopt, extend and close plans, approve what is handed in.
verb-unlock = Unlock
verb-unlock-help = Open what is locked, giving a reason.
verb-export = Take data out
verb-export-help = Fetch many records at once as a file.
verb-publish = Publish
verb-publish-help = Make an adopted plan open to everybody, and withdraw it.
verb-administer = Administer
verb-administer-help = Change the organisation, add people and give them roles.
verb-audit = Audit
verb-audit-help = Read the log of who did what.
