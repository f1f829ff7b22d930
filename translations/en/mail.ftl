### Letters that go out by mail, and the outbox where an administrator sees them.

## What every letter has
mail-greeting = Hello { $receiver }!
mail-foot = This letter comes from Tryggbas, { $site }. It cannot be answered.

## The letters
mail-password-reset-subject = Choose a new password
mail-password-reset-text = Somebody has asked for a new password for your account. If it was not you, there is nothing to do: your password is still the same.
mail-password-reset-deed = Choose a new password
mail-password-reset-until = The link works until { $until }, and only once. Do not pass it on.
mail-password-none-subject = Your account has no password
mail-password-none-text = Somebody has asked for a new password for your account, but you sign in another way: with a passkey, with the invitation you were sent, or through your organisation. If you cannot get in, ask your administrator to reset the account. If it was not you, there is nothing to do.
mail-address-changed-subject = Your e-mail address has been changed
mail-address-changed-text = An administrator has changed the address of your account. From now on you sign in with the new one. If you did not expect it, tell your administrator at once.
mail-password-changed-subject = Your password has been changed
mail-password-changed-text = The password of your account has been changed. If it was not you, tell your administrator at once.
mail-credentials-reset-subject = Your account has been reset
mail-credentials-reset-text = An administrator has reset your account. What you signed in with works no longer, and the administrator gives you a link to begin anew. If you know nothing of this, tell your administrator at once.
mail-account-reset-subject = Choose anew how you sign in
mail-account-reset-text = An administrator has reset your account. What you signed in with works no longer. The link lets you choose anew how you sign in.
mail-account-reset-deed = Choose how you sign in
mail-account-reset-until = The link works until { $until }, and only once. Do not pass it on.
mail-second-factor-added-subject = An app for codes has been added to your account
mail-second-factor-added-text = An app for one-time codes has been added to your account. If it was not you, tell your administrator at once.
mail-recovery-codes-made-subject = You have new recovery codes
mail-recovery-codes-made-text = New recovery codes have been made for your account, and the old ones work no longer. If it was not you, tell your administrator at once.
mail-passkey-added-subject = A passkey has been added
mail-passkey-added-text = A new passkey has been added to your account. If it was not you, tell your administrator at once.
mail-passkey-removed-subject = A passkey has been removed
mail-passkey-removed-text = A passkey has been removed from your account. If it was not you, tell your administrator at once.
mail-invitation-subject = You are invited to Tryggbas
mail-invitation-text = { $inviter } invites you to Tryggbas, where municipalities and schools work together to prevent violence. The link lets you choose how you sign in.
mail-invitation-deed = Accept the invitation
mail-invitation-until = The link works until { $until }, and only once. Do not pass it on.
mail-answer-link-subject = You are asked to answer: { $what }
mail-answer-link-text = { $giver } asks you to answer for { $unit }: { $what }. You need no account. The link opens that and nothing else.
mail-answer-link-deed = Read and answer
mail-answer-link-until = The link works until { $until }. You can open it several times. Do not pass it on.
mail-round-reminder-subject = You have something left to hand in
mail-round-reminder-text = This is left for you to hand in:
mail-round-reminder-line = { $what }: { $count } left
mail-round-reminder-deed = Hand in
mail-round-reminder-until = You sign in as usual.

## The outbox
outbox-title = Outbox
outbox-lead = Mail that has gone out or waits, to people whose accounts you look after.
outbox-demo = This is an example: no mail is sent. Open a letter to read what it would have said.
outbox-off = No mail server is set up, so that nothing is sent. Whoever runs the service can set one up.
outbox-none = No mail
outbox-none-help = Invitations, links and notices stand here once they are written.
outbox-what = What
outbox-receiver = To
outbox-time = Written
outbox-state = State
outbox-attempts = Tries
outbox-to = To { $name }, { $email }
outbox-unsaid = What the letter says is not shown. It is erased as soon as the letter has gone out.
outbox-state-waiting = Waiting
outbox-state-sent = Sent
outbox-state-given-up = Did not arrive
outbox-failure-code = The mail server answered { $code }.
outbox-failure-connection = The mail server cannot be reached.
outbox-failure-timeout = The mail server did not answer in time.
outbox-failure-tls = The connection to the mail server could not be secured.
outbox-failure-address = The address cannot be written to.
outbox-failure-letter = The letter could not be written.
outbox-failure-internal = The letter could not be written this time.
outbox-failure-late = It became too old to be sent.
outbox-kind-password-reset = Link for a new password
outbox-kind-password-none = Notice: the account has no password
outbox-kind-address-changed = Notice: the address has been changed
outbox-kind-password-changed = Notice: the password has been changed
outbox-kind-credentials-reset = Notice: the account has been reset
outbox-kind-account-reset = Link after a reset
outbox-kind-second-factor-added = Notice: app for codes added
outbox-kind-recovery-codes-made = Notice: new recovery codes
outbox-kind-passkey-added = Notice: passkey added
outbox-kind-passkey-removed = Notice: passkey removed
outbox-kind-invitation = Invitation
outbox-kind-answer-link = Answer link
outbox-kind-round-reminder = Reminder: left to hand in

## A forgotten password
accounts-forgotten-title = Forgotten your password?
accounts-forgotten-lead = Write the e-mail address that you sign in with, and you get a link.
accounts-forgotten-send = Send the link
accounts-forgotten-back = To the sign-in page
accounts-forgotten-no-mail = This service sends no mail. Ask your administrator to reset the account.
accounts-forgotten-asked-title = Look in your mailbox
accounts-forgotten-asked-lead = If there is an account with the address { $email }, a letter is there within a minute or so.
accounts-forgotten-asked-once = The link in the letter works once, for { $count } minutes.
accounts-forgotten-asked-spam = If no letter arrives, it may lie with the junk mail. Also check that you wrote the right address.
accounts-forgotten-asked-help = Whoever asks for many links waits longer and longer for the next.
accounts-sign-in-help-mail = Do you have a new telephone? Ask the administrator of your organisation to reset the account.
accounts-new-password-title = Choose a new password
accounts-new-password-then = Once you have saved it, you are signed out everywhere. Then we ask for the code as always.

## Resetting how somebody signs in
said-person-reset = The sign-in is reset, and { $what } gets a link by mail.
accounts-reset-go = Reset sign-in
accounts-reset-of = Reset the sign-in of { $name }
accounts-reset-lead = Do this when somebody has lost their telephone or passkey, or when somebody else may have got into the account.
accounts-reset-taken = Password, app for codes, recovery codes and passkeys are taken away.
accounts-reset-sessions = The person is signed out everywhere.
accounts-reset-kept = Roles and all that the person has written remain.
accounts-reset-sure = Make sure that it really is the person who asks, for example by calling them.
accounts-reset-by = The link to begin anew with
accounts-reset-by-mail = Send it to { $email }
accounts-reset-by-hand = Show it to me
accounts-reset-by-hand-help = It is shown once. Give it to the person yourself.
accounts-reset-save = Reset
accounts-reset-made-title = The sign-in of { $name } is reset
accounts-reset-made-lead = Give the link to { $name } and nobody else: whoever opens it is signed in as the person.
accounts-reset-once =
    { $count ->
        [one] The link is shown only now. It works once, for one hour.
       *[other] The link is shown only now. It works once, for { $count } hours.
    }
problem-reset-of-oneself = You cannot reset yourself
problem-reset-of-oneself-help = Change how you sign in under My account, or ask another administrator.

## Invitations by mail
said-invitation-sent = The invitation is on its way to { $what }.
accounts-invitation-send = Send an invitation
accounts-invitation-send-again = Send a new link
