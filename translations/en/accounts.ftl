### Sign-in, start page, search, account and organisation.

## Chapters
chapter-work = My work
chapter-organisation = Organisation

## After a change
said-signed-out = You are signed out.
said-password-chosen = The new password is saved.
said-password-changed = The password is saved. You are signed out everywhere but here.
said-second-factor-added = The app is added. Next time you sign in we will ask for a code from it.
said-passkey-added = The passkey is added. Next time you can sign in with it.
said-passkey-removed = The passkey is removed.
said-session-ended = You are signed out there.
said-sessions-ended = You are signed out everywhere but here.
said-unit-added = { $what } is added.
said-unit-changed = { $what } is saved.
said-unit-ended = { $what } has ended. Its history is kept.
said-members-set = The members of { $what } are saved.
said-organisation-imported = { $what } has been read in.

## Words for people and units
accounts-somebody = somebody
accounts-language-sv = Swedish
accounts-language-en = English
accounts-person-name = Name
accounts-person-email = E-mail
accounts-person-role = Role
accounts-person-function = Function
accounts-person-unit = Unit
accounts-person-role-function = { $role }: { $function }
accounts-hit-unit = Organisation
accounts-read-plans = Read the plans

## Switching roles in the demonstration
accounts-picker-title = Choose who you want to be
accounts-picker-lead = This is a demonstration. All people are invented, and you can switch whenever you like.
accounts-picker-first = Begin with a role
accounts-picker-as = Continue as { $name }
accounts-picker-all = Everybody
accounts-picker-filter = Search among the people
accounts-picker-find = Name, role, function or unit
accounts-picker-deed = Choose
accounts-picker-go = Choose
accounts-picker-none = Nobody matches
accounts-picker-none-help = Try fewer words, for example only the role.
accounts-picker-everybody = Show everybody
accounts-picker-empty = There is nobody here yet
accounts-picker-empty-help = Start the demonstration again, and it fills with examples.
accounts-picker-what-administrator = Sets up the organisation, people and permissions.
accounts-picker-what-coordinator = Owns plans, sends them out for comments and keeps the follow-up together.
accounts-picker-what-reporter = Answers for what a body has promised.
accounts-picker-what-approver = Reads what is handed in, and approves it or sends it back.
accounts-picker-what-district-manager = Follows the schools of a district.
accounts-picker-what-principal = Heads a school and sees what is expected of it.
accounts-picker-what-programme-coordinator = Runs prevention programmes at a school.
accounts-picker-what-staff = Looks up what applies, and asks.
accounts-picker-what-board-member = Reads what concerns the board.
accounts-picker-what-auditor = Reads the log of who has done what.
accounts-picker-what-statistics-reader = Reads figures.

## Signing in with a link
accounts-sign-in-title = Sign in
accounts-sign-in-public = Published plans can be read without signing in.
accounts-link-title = Sign in
accounts-link-lead = You sign in as { $name }.
accounts-link-lead-founder = Tryggbas is new here. Sign in, and we will take the first steps together.
accounts-link-once = The link works once. After you have signed in it cannot be used again.

## My work
accounts-work-title = My work
accounts-work-lead =
    { $count ->
        [0] Hello { $name }! Nothing is waiting for you right now.
        [one] Hello { $name }! One thing is waiting for you.
       *[other] Hello { $name }! { $count } things are waiting for you.
    }
accounts-work-by = By { $date }
accounts-work-today = Today, { $date }
accounts-work-late = Late, was due { $date }
accounts-work-late-count =
    { $count ->
        [one] One thing is late. Begin with that.
       *[other] { $count } things are late. Begin with them.
    }
accounts-work-none = Nothing is waiting for you
accounts-work-none-import = What you are to do is gathered here: comments to give, reviews, and what the plans ask for. Begin by reading in the plan you have today.
accounts-work-none-read = What you are to do is gathered here, with the day and how long it takes. Meanwhile you can read what the plans say.
accounts-work-import = Read in a plan

## The start page for everybody
accounts-welcome-title = From plan to a safe everyday
accounts-welcome-lead = Tryggbas helps schools, municipalities and counties to prevent violence: to plan together, to do what was promised and to see whether it helped.
accounts-welcome-demo = Try it as somebody
accounts-welcome-plan = Plan
accounts-welcome-plan-text = The plan is in one place. Every action has somebody responsible, a time and a way to see whether it was done.
accounts-welcome-follow = Do
accounts-welcome-follow-text = Whoever has promised something sees what is expected, by when, and how long it takes.
accounts-welcome-learn = Follow up
accounts-welcome-learn-text = Everybody can read what was decided, who is responsible and how it went.
accounts-welcome-search = Are you looking for something in particular?
accounts-welcome-empty-title = It is still empty here
accounts-welcome-empty = No organisation has been set up. Whoever runs the service begins with the link that was printed on the server’s console.

## Search
accounts-search-title = Search
accounts-search-title-of = Search: { $q }
accounts-search-lead = Search among plans, actions, schools and other units.
accounts-search-form = Your search
accounts-search-words = What are you looking for?
accounts-search-count =
    { $count ->
        [one] 1 hit for “{ $q }”
       *[other] { $count } hits for “{ $q }”
    }
accounts-search-hits =
    { $count ->
        [one] 1 hit
       *[other] { $count } hits
    }
accounts-search-none = Nothing matches “{ $q }”
accounts-search-none-help = Check the spelling, try a shorter word or a code. Some things show only when you have signed in.

## Account
accounts-account-title = My account
accounts-account-lead = This is how Tryggbas knows you.
accounts-account-language = Language
accounts-account-session = Signed in until
accounts-account-roles = Roles
accounts-account-no-roles = You have no role
accounts-account-no-roles-help = Without a role you can read what is published. Ask your organisation’s administrator for a role.

## The first start
accounts-first-title = Getting started
accounts-first-organisation = Your organisation
accounts-first-organisation-lead = Begin with the municipality, region or authority that will use Tryggbas. Schools, boards and other units are placed below it.
accounts-first-name-help = As in your decisions, for example Exempelstads kommun.
accounts-first-organisation-save = Save and continue
accounts-first-yourself = Who are you?
accounts-first-yourself-lead = You become the administrator. Your name shows on what you do.
accounts-first-email-help = Notices go here, for example name@example.se.
accounts-first-yourself-save = Save and continue
accounts-first-plan = The first plan
accounts-first-plan-lead = All is ready. Bring in the plan you have, or begin a new one.
accounts-first-import = You have a plan
accounts-first-import-text = Paste it, or hand it over as Word, Excel or CSV. You see what was understood before anything is saved.
accounts-first-new = You begin from the beginning
accounts-first-new-text = Write goals and actions right here. The plan is a draft until it is adopted.
accounts-first-new-go = Write a new plan
accounts-first-units = Set up the whole organisation
accounts-first-units-text = Read in boards, administrations and schools from a file, and they are recognised in the plans.

## The organisation
accounts-organisation-lead = Boards, schools and others with responsibility in the plans.
accounts-organisation-title-of = { $name } in the organisation
accounts-organisation-tree = The organisation as a tree
accounts-organisation-below =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    }
accounts-organisation-open = Open the unit’s page
accounts-organisation-list = List everything below
accounts-organisation-more = Show all units below { $name }
accounts-organisation-none = There is no organisation here yet
accounts-organisation-none-help = Begin with the organisation that will use Tryggbas.
accounts-organisation-none-visitor = Whoever runs the service sets up the first organisation.
accounts-organisation-start = Set up the organisation
accounts-groups-title = Groups
accounts-groups-note = Several units under one name
accounts-groups-members = Members
accounts-functions-title = Functions
accounts-functions-lead = What people are at their unit. A task belongs to the function and the unit, not to the person.
accounts-functions-none = There are no functions here yet
accounts-functions-none-help = Functions are for example principal, counsellor and coordinator.

## The list of units
accounts-units-title = All units
accounts-units-lead = Search by name, former and other names, or code.
accounts-units-all = Show all units
accounts-units-filter = Search among the units
accounts-units-find = Name or code
accounts-units-every-kind = All kinds
accounts-units-which = Show
accounts-units-living = Units that exist
accounts-units-ended = Also those that have ended
accounts-units-below = Below { $name }
accounts-units-kind-ended = { $kind }, ended { $date }
accounts-units-none = No unit matches
accounts-units-none-help = Try another word, or remove a filter.
accounts-units-count =
    { $count ->
        [one] 1 unit
       *[other] { $count } units
    }

## A unit
accounts-unit-name = Name
accounts-unit-kind = Kind
accounts-unit-parent = Belongs to
accounts-unit-parent-help = The unit is placed right below the one you choose. You can only choose where you are administrator.
accounts-unit-code = Code
accounts-unit-codes = Codes
accounts-unit-codes-help = Fill in those that exist. Then the unit is recognised when files are read in.
accounts-unit-school-unit-code = School unit code
accounts-unit-school-unit-code-help = Eight digits.
accounts-unit-municipality-code = Municipality code
accounts-unit-municipality-code-help = Four digits, for example 0180.
accounts-unit-organisation-number = Organisation number
accounts-unit-organisation-number-help = Ten digits.
accounts-unit-also = Other names
accounts-unit-also-help = One name a line: abbreviations and what stands in plans.
accounts-unit-role-text = What the unit does
accounts-unit-role-text-help = A few sentences in plain words. Everybody sees them.
accounts-unit-answers = Who answers
accounts-unit-answers-help = Only for groups and platforms.
accounts-unit-answers-each = Each member answers
accounts-unit-answers-one = One answers for all
accounts-unit-valid-from = Exists from
accounts-unit-valid-from-help = Leave it empty when the unit has always existed.
accounts-unit-member-of = Member of
accounts-unit-children = Units below
accounts-unit-no-children = No units lie below this one.
accounts-unit-people = People with a role here
accounts-unit-people-note = Only administrators see this
accounts-unit-no-people = Nobody has a role here. Roles further up apply here too.
accounts-unit-former = Former names
accounts-unit-until = until { $date }
accounts-unit-ended = Ended { $date }
accounts-unit-successor = Its tasks were taken over by
accounts-unit-no-successor = No other unit took over.
accounts-unit-promises = See what the unit has promised
accounts-unit-new = New unit
accounts-unit-new-lead = A board, a school, a group or somebody else with responsibility in a plan.
accounts-unit-new-below = New unit below this one
accounts-unit-add = Add the unit
accounts-unit-edit = Change
accounts-unit-edit-of = Change { $name }
accounts-unit-edit-lead = A former name is kept, so that old plans still lead to the right place.
accounts-unit-save = Save
accounts-unit-end = End or merge
accounts-conflict-title = Two people have changed { $name }
accounts-conflict-lead = Choose what is to hold in each field. Nothing is saved yet, and nothing is lost.
accounts-conflict-alike = You wrote the same. Save, and it is done.
accounts-members-title = Members of { $name }
accounts-members-lead = Tick those that belong. What you do not see on the page does not change.
accounts-members-find = Find more units
accounts-members-now = Members today
accounts-members-more = Add
accounts-members-more-help = Search above when you do not see the unit. First save what you have ticked.
accounts-members-no-candidates = No more units match the search.
accounts-members-none = The group has no members
accounts-members-none-help = Add the units that are to be counted in.
accounts-members-edit = Change members
accounts-members-save = Save the members
accounts-closure-title = End { $name }
accounts-closure-lead = The unit stays in the history but can no longer be chosen. Choose who takes over when it is merged with another.
accounts-closure-last-day = Last day
accounts-closure-future = The day has not come yet. End the unit when it has.
accounts-closure-successor = Takes over
accounts-closure-successor-help = What the unit has promised leads here afterwards.
accounts-closure-nobody = Nobody
accounts-closure-below =
    { $count ->
        [one] One unit lies below this one. Move or end it first.
       *[other] { $count } units lie below this one. Move or end them first.
    }
accounts-closure-see-below = Show the units
accounts-closure-save = End the unit

## Reading an organisation in
accounts-import-go = Read in from a file
accounts-import-title = Read in the organisation
accounts-import-lead = Hand over a file with boards, schools and other units. First you see what would change. Nothing is saved before you say so.
accounts-import-file = File
accounts-import-file-help = Excel (.xlsx), CSV or JSON from the Swedish register of school units, at most 20 MB.
accounts-import-parent = Place the units below
accounts-import-parent-help = The file is compared with what there is below this unit already.
accounts-import-read = Read the file
accounts-import-columns = What a table can look like
accounts-import-columns-text = Headings may be worded in several ways, in Swedish or English. Only the column with names is needed.
accounts-import-columns-name = What the unit is called. Heading: Namn, Enhet, Skola or Name.
accounts-import-columns-kind = Nämnd, förvaltning, stadsdel, skolenhet and so on. Heading: Typ, Slag or Kind.
accounts-import-columns-parent = Name or code of the unit above. Heading: Tillhör, Överordnad or Belongs to.
accounts-import-columns-codes = School unit code, municipality code and organisation number. With them a unit is recognised even if its name has changed.
accounts-import-columns-rest = Other names, role, status, first and last day are read too.
accounts-import-no-file = Choose a file.
accounts-import-too-many =
    { $count ->
        [one] The file holds more units than we take at once. Divide it.
       *[other] The file holds more than { $count } units. Divide it.
    }
accounts-import-too-much-else = The file has more than { $count } columns and sheets that we do not understand. Save only the sheet with the units and try again.
accounts-import-no-units = No unit was found in the file. Check that the first row holds headings and that a column is called Name.
accounts-import-not-register = The file is JSON but does not look like the register of school units. Fetch it again, or hand over a table.
accounts-import-of = Reading in { $file }
accounts-import-of-lead = This is how the file would change what lies below { $parent }. Nothing is saved yet.
accounts-import-of-saved = The file has been read in below { $parent }. The list shows what would change if it were read in once more.
accounts-import-saved = The import is saved.
accounts-import-nothing = Nothing needs to change. All of the file is there already.
accounts-import-save =
    { $count ->
        [one] Save 1 unit
       *[other] Save { $count } units
    }
accounts-import-see = See the organisation
accounts-import-another = Choose another file
accounts-import-remarks = This was not read
accounts-import-where = Place
accounts-import-what = What
accounts-import-sum-new = new
accounts-import-sum-changed = changed
accounts-import-sum-ended = end
accounts-import-sum-unchanged = as before
accounts-import-sum-refused = with errors
accounts-import-refused = Not taken in
accounts-import-refused-text = Correct the rows in the file and read it in again, or save the rest meanwhile.
accounts-import-changed = Changed
accounts-import-changed-text = Former names are kept in the history.
accounts-import-ended = Ended
accounts-import-ended-text = They are kept in the history.
accounts-import-new = New
accounts-import-new-text = They are added.
accounts-import-left-out = Passed over
accounts-import-left-out-text = They have ended by the file, and are not among the units here.
accounts-import-unchanged = As before
accounts-import-unchanged-text = They are right already.
accounts-import-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
accounts-import-record = record { $number }
accounts-import-line = line { $number }
accounts-import-row = { $sheet }, row { $number }
accounts-import-change = { $field }: from { $before } to { $after }
accounts-import-new-below = { $kind }, belongs to { $parent }
accounts-import-last-day = Last day: { $date }
accounts-unit-details = Other information
accounts-import-remark-leading-zero = The municipality code was read as { $text }. The spreadsheet had removed the zero it begins with.
accounts-import-remark-guessed-kind = The file does not say the kind. Our guess is { $text }.
accounts-import-remark-unknown-kind = We do not know the kind “{ $text }”.
accounts-import-remark-unknown-status = We do not know the status “{ $text }”.
accounts-import-remark-unread-column = The column “{ $text }”.
accounts-import-remark-unread-table = A table or sheet without a column for names: “{ $text }”.
accounts-import-fault-name-missing = The name is missing. Fill it in.
accounts-import-fault-name-too-long = The name is too long. Write at most 200 characters.
accounts-import-fault-personal-number = The number looks like a personal identity number. Remove it: such numbers must not be here.
accounts-import-fault-circular = The unit would lie below itself. Change what it belongs to.
accounts-import-fault-has-units = The unit has ended by the file, but other units lie below it. Move them first.
accounts-import-fault-not-a-code = “{ $text }” does not have the right shape. A school unit code has 8 digits, a municipality code 4 and an organisation number 10.
accounts-import-fault-not-a-date = “{ $text }” cannot be read as a date. Write for example 2025-03-12.
accounts-import-fault-duplicate = “{ $text }” stands several times in the file. Remove one of the rows.
accounts-import-fault-unknown-parent = “{ $text }” is neither in the file nor in the organisation. Add it to the file or correct the name.
accounts-import-fault-ambiguous-parent = There are several “{ $text }”. Write the code instead of the name.
accounts-import-fault-refused-parent = The unit belongs to “{ $text }”, which is not taken in.
accounts-import-fault-ambiguous = There are several units called “{ $text }”. Fill in a code or what the unit belongs to.
accounts-import-fault-elsewhere = The code { $text } is used by a unit in another part of the organisation.

## Files that cannot be read
accounts-file-empty = The file is empty. Choose another.
accounts-file-too-large = The file is too large. Save only the sheet with the units and try again.
accounts-file-damaged = The file is damaged. Open it in the program it comes from, save it again and try once more.
accounts-file-encrypted = The file is protected with a password. Remove the password, save and try again.
accounts-file-old = The file is in a format we do not read. Save it as .xlsx or CSV and try again.
accounts-file-busy = Many files are being read right now. Wait a minute and try again.
accounts-file-gave-up = The file could not be read. Save only the sheet with the units and try again.
accounts-file-type = The file is no table. Choose Excel, CSV or JSON from the register of school units.

## Accessibility statement
accounts-accessibility-title = Accessibility statement
accounts-accessibility-lead = { $provider } is behind this site, Tryggbas at { $address }. We want as many as possible to be able to use it. Here you read how it meets the Swedish act on accessibility to digital public services, which faults we know of and how you can tell us.
accounts-accessibility-lead-nobody = This is Tryggbas at { $address }. We want as many as possible to be able to use the site. Here you read how it meets the Swedish act on accessibility to digital public services, which faults we know of and how you can tell us.
accounts-accessibility-how = How accessible is the site?
accounts-accessibility-full = The site conforms fully to the act. It was assessed against { $standard }.
accounts-accessibility-partial = The site conforms partly to the act. It was assessed against { $standard }. The faults are listed below.
accounts-accessibility-none = The site does not conform to the act. It was assessed against { $standard }. The faults are listed below.
accounts-accessibility-help = If you cannot use something
accounts-accessibility-help-text = Contact the organisation that owns the plan you are reading, and you get the content in another way, for example read aloud, in braille or as a Word file. Every plan can also be downloaded as tagged PDF and as Word.
accounts-accessibility-report = Tell us about faults
accounts-accessibility-report-text = Tell the organisation that runs the site when you find something that is not listed here. Then it can be mended.
accounts-accessibility-supervision = Supervision
accounts-accessibility-supervision-text = The Agency for Digital Government (Digg) supervises the act. If you are not content with the answer you get, you can report it to Digg.
accounts-accessibility-supervision-link = Report poor accessibility to Digg
accounts-accessibility-defects = Faults we know of
accounts-accessibility-defects-text = This does not meet the requirements yet, or has not been tested. We are working on it.
accounts-accessibility-no-defects = We know of no faults.
accounts-accessibility-defect-screen-readers = The pages are built for screen readers and tested automatically, but not every page has been tested with every common screen reader. So we do not promise that everything is read out as it should be.
accounts-accessibility-defect-imported-language = Plans that were read in may hold words in other languages without the language being marked. The text is shown as it was decided.
accounts-accessibility-defect-wide-tables = Some wide tables have to be scrolled sideways on small screens or when enlarged. The same content is there as a list or as a file.
accounts-accessibility-burden = Disproportionate burden
accounts-accessibility-burden-text = We do not invoke the exception for a disproportionate burden in section 12 of the act.
accounts-accessibility-exempt = Content the act does not cover
accounts-accessibility-exempt-text = Files that somebody else has made and that we have not ordered are not covered by the act (section 9). Plans that are text in Tryggbas are.
accounts-accessibility-tested = How we have tested
accounts-accessibility-tested-own-review = We have gone through the site ourselves, with automatic tests of the pages and by keyboard. The last assessment was made on { $date }.
accounts-accessibility-tested-external-review = Somebody independent has reviewed the site. The last assessment was made on { $date }.
accounts-accessibility-updated = The statement was last updated on { $date }.
