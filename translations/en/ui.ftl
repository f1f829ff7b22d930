### Texts of the frame and the components.

## The frame
ui-skip-main = Skip to content
ui-chapters = Chapters
ui-aside = Facts and next steps
ui-breadcrumb = You are here
ui-contents = Contents
ui-continue = Continue where you were
ui-menu = Menu
ui-search = Search
ui-search-everywhere = Search all of Tryggbas
ui-account = My account
ui-sign-in = Sign in
ui-sign-out = Sign out
ui-switch-role = Switch role
ui-other-language = På svenska
ui-appearance = Appearance
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-system = As the device
ui-demo-label = Demonstration
ui-demo = Demo: all people are invented.
ui-foot = Tryggbas – from plan to safe everyday life
ui-accessibility = Accessibility statement

## Forms
ui-optional = (optional)
ui-error = Error:
ui-errors-title =
    { $count ->
        [one] Correct the following error
       *[other] Correct the following { $count } errors
    }
ui-cancel = Cancel
ui-choose = Choose
ui-drop = You can also drop the file here.
ui-unsaved = You have changes that are not saved.
ui-draft-restored = An unsaved draft from earlier is back. Read it through and save.
ui-draft-saving = Saving draft …
ui-draft-saved = The draft is saved.
ui-draft-not-saved = The draft is kept in this browser only. Save when you are online again.

## Lists and tables
ui-filter = Show
ui-filters = Filters in use
ui-filter-remove = Remove the filter
ui-filter-clear = Clear all
ui-copy-table = Copy the table
ui-table-copied = The table is copied. Paste it into Excel, for example.
ui-pager = Pages
ui-pager-count = { $first }–{ $last } of { $total }
ui-pager-previous = Previous page
ui-pager-next = Next page
ui-pager-page = Page { $number }
ui-pager-size = Rows per page
ui-pager-size-of = { $size } rows per page
ui-of = { $value } of { $max }
ui-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
ui-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
ui-about = about { $time }
ui-takes = Takes about { $time }
ui-minutes-short = min
ui-step = Step { $number } of { $total }
ui-not-given = not given
ui-facts = Facts
ui-copied = The link is copied.
ui-copy-link-to = Link to { $what }

## State of actions
ui-action-not-started = Not started
ui-action-ongoing = Ongoing
ui-action-done = Done
ui-action-delayed = Delayed
ui-action-cancelled = Cancelled

## State of plans
ui-plan-draft = Draft
ui-plan-consultation = Out for comments
ui-plan-adopted = Adopted
ui-plan-in-force = In force
ui-plan-extended = Extended
ui-plan-revised = Replaced by a revised plan
ui-plan-closed = Closed

## State in a round
ui-round-not-expected = Not expected
ui-round-expected = Expected
ui-round-draft = Draft
ui-round-submitted = Handed in
ui-round-to-review = Waits for your review
ui-round-returned = Returned for completion
ui-round-approved = Approved
ui-round-locked = Locked
ui-round-excused = Excused
ui-round-missing = Missing

## Versions
ui-diff-added = New
ui-diff-removed = Removed
ui-diff-changed = Changed
ui-diff-moved = Moved
ui-diff-added-start = added:
ui-diff-removed-start = removed:
ui-diff-end = end.
ui-conflict-help = Somebody else saved while you were writing. Both texts are kept. Choose the one that is to stand.
ui-conflict-mine = Your text
ui-conflict-theirs = What { $who } saved
ui-conflict-theirs-at = What { $who } saved { $when }
ui-passkey-failed = The passkey could not be used. Try again, or choose another way.
