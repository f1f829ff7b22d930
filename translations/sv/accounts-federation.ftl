# Inloggning genom den egna organisationens tjänst.

accounts-sign-in-with = Logga in med { $provider }

accounts-provider-again = Försök igen med { $provider }
accounts-provider-other = Logga in på ett annat sätt
accounts-provider-code = Kod för den som hjälper dig: { $code }
accounts-provider-unreachable = { $provider } svarar inte
accounts-provider-unreachable-help = Inloggningen hos { $provider } går inte att nå just nu. Vänta en stund och försök igen. Fortsätter det, tala med it-stödet i din organisation.
accounts-provider-settings = Inloggningen är inte färdigt inställd
accounts-provider-settings-help = { $provider } svarade, men något som Tryggbas behöver saknas eller är fel inställt. Ge koden här nedanför till den som driver tjänsten.
accounts-provider-answer = Svaret från { $provider } gick inte att lita på
accounts-provider-answer-help = Därför är du inte inloggad. Försök igen. Händer det flera gånger, ge koden här nedanför till den som driver tjänsten.
accounts-provider-denied = Du loggade inte in hos { $provider }
accounts-provider-denied-help = Inloggningen avbröts, eller så får ditt konto där inte användas i Tryggbas.
accounts-provider-over = Inloggningen gäller inte längre
accounts-provider-over-help = Den är redan använd, tog mer än tio minuter eller började i en annan webbläsare. Börja om från början.
accounts-provider-email = Din e-post hos { $provider } räcker inte
accounts-provider-email-help = Första gången känner vi igen dig på e-postadressen. { $provider } lämnade ingen adress, har inte bekräftat den eller svarar inte för den. Tala med administratören i din organisation.
accounts-provider-unknown = Du har inget konto i Tryggbas
accounts-provider-unknown-help = { $provider } känner dig, men du finns inte bland dem som har konto här. Be administratören i din organisation att lägga till dig med samma e-postadress.
accounts-provider-closed = Ditt konto är stängt
accounts-provider-closed-help = { $provider } känner dig, men kontot i Tryggbas är stängt. Tala med administratören i din organisation.
accounts-provider-no-role = Du har ingen roll i Tryggbas
accounts-provider-no-role-help = { $provider } känner dig, men inget där ger dig en roll här. Tala med administratören i din organisation.
accounts-farewell-title = Du är utloggad från Tryggbas
accounts-farewell-lead = Hos { $provider } är du fortfarande inloggad.
accounts-farewell-shared = Delar du datorn med andra, logga ut därifrån också. Annars kan nästa person komma in som du.
accounts-farewell-end = Logga ut från { $provider }

# Nycklar för SCIM.
accounts-scim-tokens-title = Nycklar för automatiska konton
accounts-scim-tokens-lead = Med en nyckel håller er katalogtjänst, till exempel Entra ID, kontona i Tryggbas uppdaterade (SCIM). Den lägger till, ändrar och stänger konton i er organisation.
accounts-scim-tokens-none = Ingen tjänst håller kontona uppdaterade
accounts-scim-tokens-none-help = Gör en nyckel och lämna den till den som sköter er katalogtjänst.
accounts-scim-token-new = Gör en nyckel
accounts-scim-token-new-lead = Nyckeln visas en gång. Den som har den kan lägga till och stänga konton i organisationen.
accounts-scim-token-name = Namn på nyckeln
accounts-scim-token-name-help = Till exempel tjänsten som ska använda den.
accounts-scim-token-organisation = Organisation
accounts-scim-token-organisation-help = Nyckeln gäller den och allt under den.
accounts-scim-token-length = Gäller i
accounts-scim-token-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagar
    }
accounts-scim-token-make = Gör nyckeln
accounts-scim-token-made = Gjord
accounts-scim-token-used = Senast använd
accounts-scim-token-never = Aldrig
accounts-scim-token-state = Läge
accounts-scim-token-until = Gäller till { $until }
accounts-scim-token-expired = Har gått ut
accounts-scim-token-revoked = Återkallad
accounts-scim-token-revoke = Återkalla
accounts-scim-token-made-title = Nyckeln { $name } är gjord
accounts-scim-token-made-lead = Skriv in adressen och nyckeln i er katalogtjänst nu.
accounts-scim-token-address = Adress
accounts-scim-token-secret = Nyckel
accounts-scim-token-once = Nyckeln visas bara nu. Går den förlorad, återkalla den och gör en ny.
said-scim-token-revoked = Nyckeln { $what } är återkallad. Den släpper inte in någon längre.
problem-scim-token-revoked = Nyckeln finns inte eller är redan återkallad
problem-scim-token-revoked-help = Den släpper inte in någon. Gå tillbaka till listan för att se vilka nycklar som gäller.
