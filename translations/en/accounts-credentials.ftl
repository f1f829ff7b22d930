### Passwords, codes, passkeys and where one is signed in.

accounts-picker-password = Sign in with e-mail and password instead
accounts-password = Password
accounts-sign-in-passkey = Sign in with a passkey
accounts-sign-in-again = You are about to change how you sign in. Sign in once more, so that we know it is you.
accounts-sign-in-help = Have you forgotten your password or changed your telephone? Ask your organisation’s administrator for a new link.
accounts-sign-in-wrong = E-mail and password do not match. Check both and try again.
accounts-sign-in-wait =
    { $count ->
        [one] There have been too many tries. Wait 1 second and try again.
       *[other] There have been too many tries. Wait { $count } seconds and try again.
    }
accounts-code = Code
accounts-code-title = Enter the code from your app
accounts-code-lead = Open the app for one-time codes on your telephone and enter the six digits it shows for Tryggbas.
accounts-code-other = Use a recovery code instead
accounts-code-wrong = The code is not right, or was used already. Wait for the next one and try again.
accounts-recovery-code = Recovery code
accounts-recovery-code-title = Enter a recovery code
accounts-recovery-code-lead = You were given the codes when you chose how to sign in. Each code works once.
accounts-recovery-code-other = Use the code from the app instead
accounts-account-ways = How you sign in
accounts-way = Way
accounts-way-state = State
accounts-way-deed = Change
accounts-way-none = None
accounts-way-since = Since { $at }
accounts-password-title = Change password
accounts-password-lead =
    { $count ->
        [one] Write at least 1 character. Length matters most: a few words that do not belong together are easy to remember and hard to guess.
       *[other] Write at least { $count } characters. Length matters most: a few words that do not belong together are easy to remember and hard to guess.
    }
accounts-password-current = Your password now
accounts-password-new = New password
accounts-password-help = Any characters will do, spaces too. Common passwords and your own name will not.
accounts-password-help-signs-out = You will be signed out everywhere but here.
accounts-password-save = Save the password
accounts-factor-title = Code on your telephone
accounts-factor-lead = Besides the password you enter a code that an app on your telephone shows. Then it is not enough that somebody has got hold of your password.
accounts-factor-app = You need an app for one-time codes. There are many, and several password managers have one built in. Ask your IT department whether there is one they recommend.
accounts-factor-there = You have had an app since { $added }. It works until the new one has shown a code.
accounts-factor-begin = Add an app
accounts-factor-replace = Change app
accounts-factor-new-title = Put Tryggbas into the app
accounts-factor-new-lead = Scan the QR code with the app, or type the letters. Then enter the code that the app shows.
accounts-factor-square = A square for the app. The same stands in letters below.
accounts-factor-letters = Can the QR code not be scanned? Type this into the app:
accounts-factor-code-help = Six digits. They change every thirty seconds.
accounts-factor-save = Save the app
accounts-codes-title = Recovery codes
accounts-codes-lead = With a recovery code you can sign in when your telephone is gone. Each code works once.
accounts-codes-left =
    { $count ->
        [0] You have no recovery codes. Without them you need the administrator’s help if you lose your telephone.
        [one] You have 1 code left.
       *[other] You have { $count } codes left.
    }
accounts-codes-count =
    { $count ->
        [one] 1 left
       *[other] { $count } left
    }
accounts-codes-replace-help = If you make new ones, the old ones stop working.
accounts-codes-make = Make new codes
accounts-codes-made-title = Your recovery codes
accounts-codes-made-lead = Print them or keep them in a password manager. Do not keep them in the same place as your telephone.
accounts-codes-once = The codes are shown only now. When you leave this page they cannot be seen again.
accounts-codes-kept = I have kept the codes
accounts-passkey-title = Add a passkey
accounts-passkey-lead = With a passkey you sign in with your finger, your face or the code of your computer or telephone. It works only here, so nobody can trick it out of you.
accounts-passkey-of = Passkey: { $name }
accounts-passkey-name = What is it to be called?
accounts-passkey-name-help = For example “Work computer”, so that you know it again.
accounts-passkey-add = Add
accounts-passkey-remove = Remove
accounts-passkey-used = Last used { $at }
accounts-passkey-script = Passkeys need JavaScript. Password and code work without.
accounts-sessions-title = Where you are signed in
accounts-sessions-lead = Is there a sign-in that you do not recognise? Sign out there and change your password.
accounts-session-device = Browser
accounts-session-way = Sign-in
accounts-session-seen = Last used
accounts-session-deed = Sign out
accounts-session-unknown = Unknown browser
accounts-session-own = This one
accounts-session-end = Sign out there
accounts-sessions-end = Sign out everywhere but here
accounts-session-by-password = With password { $at }
accounts-session-by-passkey = With passkey { $at }
accounts-session-by-link = With a link { $at }
accounts-session-by-example = In the demonstration { $at }
accounts-session-by-provider = With the organisation’s sign-in { $at }
accounts-set-up-title = Choose how you sign in
accounts-set-up-lead = Welcome, { $name }. The link was for this once. From now on you sign in with { $email } and what you choose here.
accounts-set-up-done = Done
accounts-set-up-password = 1. Password
accounts-set-up-password-text = A long password that you use nowhere else.
accounts-set-up-password-go = Choose a password
accounts-set-up-factor = 2. Code on your telephone
accounts-set-up-factor-text = An app on your telephone shows a code that you enter after the password.
accounts-set-up-factor-go = Add an app
accounts-set-up-codes = 3. Recovery codes
accounts-set-up-codes-text = They help you in if you lose your telephone.
accounts-set-up-codes-go = Make codes
accounts-set-up-passkey = Does your computer or telephone have a fingerprint reader, face recognition or a code? Then a passkey can take the place of both password and app.
accounts-set-up-go-on = Go on to Tryggbas
