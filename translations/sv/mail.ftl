### Brev som går ut med e-post, och utkorgen där administratören ser dem.

## Brevens fasta delar
mail-greeting = Hej { $receiver }!
mail-foot = Brevet kommer från Tryggbas, { $site }. Det går inte att svara på det.

## Breven
mail-password-reset-subject = Välj ett nytt lösenord
mail-password-reset-text = Någon har bett om ett nytt lösenord till ditt konto. Var det inte du behöver du inte göra något: ditt lösenord är kvar.
mail-password-reset-deed = Välj ett nytt lösenord
mail-password-reset-until = Länken gäller till { $until } och bara en gång. Skicka den inte vidare.
mail-password-none-subject = Ditt konto har inget lösenord
mail-password-none-text = Någon har bett om ett nytt lösenord till ditt konto, men du loggar in på ett annat sätt: med en passnyckel, med inbjudan som du har fått eller genom din organisation. Kommer du inte in kan du be din administratör återställa kontot. Var det inte du behöver du inte göra något.
mail-address-changed-subject = Din e-postadress är bytt
mail-address-changed-text = Adressen till ditt konto är bytt av en administratör. Härefter loggar du in med den nya. Var det inte väntat: säg till din administratör genast.
mail-password-changed-subject = Ditt lösenord är bytt
mail-password-changed-text = Lösenordet till ditt konto är bytt. Var det inte du: säg till din administratör genast.
mail-credentials-reset-subject = Ditt konto är återställt
mail-credentials-reset-text = En administratör har återställt ditt konto. Det du loggade in med gäller inte längre, och du får en länk av administratören för att börja om. Känner du inte till det: säg till din administratör genast.
mail-account-reset-subject = Välj på nytt hur du loggar in
mail-account-reset-text = En administratör har återställt ditt konto. Det du loggade in med gäller inte längre. Med länken väljer du på nytt hur du loggar in.
mail-account-reset-deed = Välj hur du loggar in
mail-account-reset-until = Länken gäller till { $until } och bara en gång. Skicka den inte vidare.
mail-second-factor-added-subject = En app för koder är kopplad till ditt konto
mail-second-factor-added-text = En app för engångskoder är kopplad till ditt konto. Var det inte du: säg till din administratör genast.
mail-recovery-codes-made-subject = Du har nya återställningskoder
mail-recovery-codes-made-text = Nya återställningskoder är gjorda till ditt konto, och de gamla gäller inte längre. Var det inte du: säg till din administratör genast.
mail-passkey-added-subject = En passnyckel är tillagd
mail-passkey-added-text = En ny passnyckel är tillagd till ditt konto. Var det inte du: säg till din administratör genast.
mail-passkey-removed-subject = En passnyckel är borttagen
mail-passkey-removed-text = En passnyckel är borttagen från ditt konto. Var det inte du: säg till din administratör genast.
mail-invitation-subject = Du är inbjuden till Tryggbas
mail-invitation-text = { $inviter } bjuder in dig till Tryggbas, där kommuner och skolor arbetar tillsammans för att förebygga våld. Med länken väljer du hur du loggar in.
mail-invitation-deed = Ta emot inbjudan
mail-invitation-until = Länken gäller till { $until } och bara en gång. Skicka den inte vidare.
mail-answer-link-subject = Du är ombedd att svara: { $what }
mail-answer-link-text = { $giver } ber dig svara för { $unit }: { $what }. Du behöver inget konto. Länken öppnar bara det.
mail-answer-link-deed = Läs och svara
mail-answer-link-until = Länken gäller till { $until }. Du kan öppna den flera gånger. Skicka den inte vidare.
mail-round-reminder-subject = Du har kvar att lämna in
mail-round-reminder-text = Det här är kvar att lämna in för dig:
mail-round-reminder-line = { $what }: { $count } kvar
mail-round-reminder-deed = Lämna in
mail-round-reminder-until = Du loggar in som vanligt.

## Utkorgen
outbox-title = Utkorg
outbox-lead = E-post som har gått ut eller väntar, till personer vars konton du har hand om.
outbox-demo = Det här är ett exempel: ingen e-post skickas. Öppna ett brev för att läsa vad det skulle ha sagt.
outbox-off = Ingen e-postserver är inställd, så inget skickas. Den som driver tjänsten kan ställa in en.
outbox-none = Ingen e-post
outbox-none-help = Här står inbjudningar, länkar och meddelanden när de har skrivits.
outbox-what = Vad
outbox-receiver = Till
outbox-time = Skrivet
outbox-state = Läge
outbox-attempts = Försök
outbox-to = Till { $name }, { $email }
outbox-unsaid = Vad brevet säger visas inte. Det raderas så snart brevet har gått ut.
outbox-state-waiting = Väntar
outbox-state-sent = Skickat
outbox-state-given-up = Gick inte fram
outbox-failure-code = E-postservern svarade { $code }.
outbox-failure-connection = E-postservern går inte att nå.
outbox-failure-timeout = E-postservern svarade inte i tid.
outbox-failure-tls = Anslutningen till e-postservern gick inte att säkra.
outbox-failure-address = Adressen går inte att skicka till.
outbox-failure-letter = Brevet gick inte att skriva.
outbox-failure-internal = Brevet gick inte att skriva den här gången.
outbox-failure-late = Det hann bli för gammalt för att skickas.
outbox-kind-password-reset = Länk till nytt lösenord
outbox-kind-password-none = Besked: kontot har inget lösenord
outbox-kind-address-changed = Besked: adressen är bytt
outbox-kind-password-changed = Besked: lösenordet är bytt
outbox-kind-credentials-reset = Besked: kontot är återställt
outbox-kind-account-reset = Länk efter återställning
outbox-kind-second-factor-added = Besked: app för koder kopplad
outbox-kind-recovery-codes-made = Besked: nya återställningskoder
outbox-kind-passkey-added = Besked: passnyckel tillagd
outbox-kind-passkey-removed = Besked: passnyckel borttagen
outbox-kind-invitation = Inbjudan
outbox-kind-answer-link = Svarslänk
outbox-kind-round-reminder = Påminnelse: kvar att lämna in

## Glömt lösenord
accounts-forgotten-title = Glömt lösenordet?
accounts-forgotten-lead = Skriv e-postadressen som du loggar in med, så får du en länk.
accounts-forgotten-send = Skicka länken
accounts-forgotten-back = Till inloggningen
accounts-forgotten-no-mail = Den här tjänsten skickar ingen e-post. Be din administratör återställa kontot.
accounts-forgotten-asked-title = Titta i din e-post
accounts-forgotten-asked-lead = Finns det ett konto med adressen { $email } får du ett brev inom någon minut.
accounts-forgotten-asked-once = Länken i brevet gäller en gång, i { $count } minuter.
accounts-forgotten-asked-spam = Kommer inget brev kan det ligga bland skräpposten. Kontrollera också att du skrev rätt adress.
accounts-forgotten-asked-help = Den som ber om många länkar får vänta allt längre på nästa.
accounts-sign-in-help-mail = Har du fått ny telefon? Be administratören i din organisation återställa kontot.
accounts-new-password-title = Välj ett nytt lösenord
accounts-new-password-then = När du har sparat loggas du ut överallt. Sedan frågar vi efter koden som vanligt.

## Återställa någons inloggning
said-person-reset = Inloggningen är återställd, och { $what } får en länk med e-post.
accounts-reset-go = Återställ inloggning
accounts-reset-of = Återställ inloggningen för { $name }
accounts-reset-lead = Gör det när någon har tappat sin telefon eller sin passnyckel, eller när någon annan kan ha kommit åt kontot.
accounts-reset-taken = Lösenord, app för koder, återställningskoder och passnycklar tas bort.
accounts-reset-sessions = Personen loggas ut överallt.
accounts-reset-kept = Roller och allt som personen har skrivit finns kvar.
accounts-reset-sure = Förvissa dig om att det verkligen är personen som ber om det, till exempel genom att ringa upp.
accounts-reset-by = Länken för att börja om
accounts-reset-by-mail = Skicka den till { $email }
accounts-reset-by-hand = Visa den för mig
accounts-reset-by-hand-help = Den visas en gång. Lämna den själv till personen.
accounts-reset-save = Återställ
accounts-reset-made-title = Inloggningen för { $name } är återställd
accounts-reset-made-lead = Lämna länken till { $name } och ingen annan: den som öppnar den loggas in som personen.
accounts-reset-once =
    { $count ->
        [one] Länken visas bara nu. Den gäller en gång, i en timme.
       *[other] Länken visas bara nu. Den gäller en gång, i { $count } timmar.
    }
problem-reset-of-oneself = Du kan inte återställa dig själv
problem-reset-of-oneself-help = Ändra hur du loggar in under Mitt konto, eller be en annan administratör.

## Inbjudan med e-post
said-invitation-sent = Inbjudan är på väg till { $what }.
accounts-invitation-send = Skicka en inbjudan
accounts-invitation-send-again = Skicka en ny länk
