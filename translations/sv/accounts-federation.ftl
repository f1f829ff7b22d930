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
