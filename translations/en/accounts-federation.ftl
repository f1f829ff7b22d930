# Signing in through one's own organisation.

accounts-sign-in-with = Sign in with { $provider }

accounts-provider-again = Try again with { $provider }
accounts-provider-other = Sign in some other way
accounts-provider-code = Code for whoever helps you: { $code }
accounts-provider-unreachable = { $provider } does not answer
accounts-provider-unreachable-help = Signing in at { $provider } cannot be reached just now. Wait a while and try again. If it goes on, talk to the IT support of your organisation.
accounts-provider-settings = This way to sign in is not set up completely
accounts-provider-settings-help = { $provider } answered, but something that Tryggbas needs is missing or set up wrongly. Give the code below to whoever runs the service.
accounts-provider-answer = The answer from { $provider } could not be trusted
accounts-provider-answer-help = Therefore you are not signed in. Try again. If it happens several times, give the code below to whoever runs the service.
accounts-provider-denied = You did not sign in at { $provider }
accounts-provider-denied-help = Signing in was broken off, or your account there may not be used in Tryggbas.
accounts-provider-over = This sign-in is over
accounts-provider-over-help = It has been used, took more than ten minutes or began in another browser. Begin again.
accounts-provider-email = Your e-mail at { $provider } is not enough
accounts-provider-email-help = The first time we know you by your address. { $provider } gave none, has not verified it or does not answer for it. Talk to the administrator of your organisation.
accounts-provider-unknown = You have no account in Tryggbas
accounts-provider-unknown-help = { $provider } knows you, but you are not among those with an account here. Ask the administrator of your organisation to add you with the same address of e-mail.
accounts-provider-closed = Your account is closed
accounts-provider-closed-help = { $provider } knows you, but the account in Tryggbas is closed. Talk to the administrator of your organisation.
accounts-provider-no-role = You have no role in Tryggbas
accounts-provider-no-role-help = { $provider } knows you, but nothing there gives you a role here. Talk to the administrator of your organisation.
accounts-farewell-title = You are signed out from Tryggbas
accounts-farewell-lead = At { $provider } you are still signed in.
accounts-farewell-shared = If you share the computer with others, sign out from there too. Otherwise the next person may come in as you.
accounts-farewell-end = Sign out from { $provider }

# Tokens for SCIM.
accounts-scim-tokens-title = Tokens for automatic accounts
accounts-scim-tokens-lead = With a token your directory, such as Entra ID, keeps the accounts in Tryggbas up to date (SCIM). It adds, changes and closes accounts of your organisation.
accounts-scim-tokens-none = No system keeps the accounts up to date
accounts-scim-tokens-none-help = Make a token and give it to whoever looks after your directory.
accounts-scim-token-new = Make a token
accounts-scim-token-new-lead = The token is shown once. Whoever has it can add and close accounts of the organisation.
accounts-scim-token-name = Name of the token
accounts-scim-token-name-help = Such as the system that is to use it.
accounts-scim-token-organisation = Organisation
accounts-scim-token-organisation-help = The token is for it and all below.
accounts-scim-token-length = Good for
accounts-scim-token-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
accounts-scim-token-make = Make the token
accounts-scim-token-made = Made
accounts-scim-token-used = Last used
accounts-scim-token-never = Never
accounts-scim-token-state = State
accounts-scim-token-until = Good until { $until }
accounts-scim-token-expired = Has expired
accounts-scim-token-revoked = Taken back
accounts-scim-token-revoke = Take back
accounts-scim-token-made-title = The token { $name } is made
accounts-scim-token-made-lead = Enter the address and the token in your directory now.
accounts-scim-token-address = Address
accounts-scim-token-secret = Token
accounts-scim-token-once = The token is shown only now. If it is lost, take it back and make another.
said-scim-token-revoked = The token { $what } is taken back. It lets nobody in any more.
problem-scim-token-revoked = The token is not there or was taken back before
problem-scim-token-revoked-help = It lets nobody in. Go back to the list to see which tokens are good.
