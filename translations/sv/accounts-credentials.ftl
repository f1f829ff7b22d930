### Lösenord, koder, passnycklar och var man är inloggad.

accounts-picker-password = Logga in med e-post och lösenord i stället
accounts-password = Lösenord
accounts-sign-in-passkey = Logga in med passnyckel
accounts-sign-in-again = Du är på väg att ändra hur du loggar in. Logga in en gång till, så vet vi att det är du.
accounts-sign-in-help = Har du glömt lösenordet eller fått ny telefon? Be administratören i din organisation om en ny länk.
accounts-sign-in-wrong = E-post och lösenord stämmer inte med varandra. Kontrollera båda och försök igen.
accounts-sign-in-wait =
    { $count ->
        [one] Det har blivit för många försök. Vänta 1 sekund och försök igen.
       *[other] Det har blivit för många försök. Vänta { $count } sekunder och försök igen.
    }
accounts-code = Kod
accounts-code-title = Skriv koden från appen
accounts-code-lead = Öppna appen för engångskoder i din telefon och skriv de sex siffrorna som visas för Tryggbas.
accounts-code-other = Använd en återställningskod i stället
accounts-code-wrong = Koden stämmer inte, eller är redan använd. Vänta på nästa kod och försök igen.
accounts-recovery-code = Återställningskod
accounts-recovery-code-title = Skriv en återställningskod
accounts-recovery-code-lead = Du fick koderna när du valde hur du loggar in. Varje kod fungerar en gång.
accounts-recovery-code-other = Använd koden från appen i stället
accounts-account-ways = Så loggar du in
accounts-way = Sätt
accounts-way-state = Läge
accounts-way-deed = Ändra
accounts-way-none = Finns inte
accounts-way-since = Sedan { $at }
accounts-password-title = Byt lösenord
accounts-password-lead =
    { $count ->
        [one] Skriv minst 1 tecken. Längden är viktigast: några ord som inte hör ihop är lätta att minnas och svåra att gissa.
       *[other] Skriv minst { $count } tecken. Längden är viktigast: några ord som inte hör ihop är lätta att minnas och svåra att gissa.
    }
accounts-password-current = Lösenordet du har nu
accounts-password-new = Nytt lösenord
accounts-password-help = Alla tecken går bra, också mellanslag. Vanliga lösenord och ditt eget namn går inte.
accounts-password-help-signs-out = Du blir utloggad överallt utom här.
accounts-password-save = Spara lösenordet
accounts-factor-title = Kod i telefonen
accounts-factor-lead = Utöver lösenordet skriver du en kod som en app i din telefon visar. Då räcker det inte att någon har fått tag i lösenordet.
accounts-factor-app = Du behöver en app för engångskoder. Det finns många, och flera lösenordshanterare har en inbyggd. Fråga din it-avdelning om de har en som de rekommenderar.
accounts-factor-there = Du har en app sedan { $added }. Den fungerar tills den nya har visat en kod.
accounts-factor-begin = Lägg till en app
accounts-factor-replace = Byt app
accounts-factor-new-title = Lägg in Tryggbas i appen
accounts-factor-new-lead = Läs av QR-koden med appen, eller skriv in bokstäverna. Skriv sedan koden som appen visar.
accounts-factor-square = Fyrkant för appen. Samma sak står i bokstäver här under.
accounts-factor-letters = Går det inte att läsa av QR-koden? Skriv det här i appen:
accounts-factor-code-help = Sex siffror. De byts var trettionde sekund.
accounts-factor-save = Spara appen
accounts-codes-title = Återställningskoder
accounts-codes-lead = Med en återställningskod loggar du in om telefonen är borta. Varje kod fungerar en gång.
accounts-codes-left =
    { $count ->
        [0] Du har inga återställningskoder. Utan dem behöver du administratörens hjälp om du förlorar telefonen.
        [one] Du har 1 kod kvar.
       *[other] Du har { $count } koder kvar.
    }
accounts-codes-count =
    { $count ->
        [one] 1 kvar
       *[other] { $count } kvar
    }
accounts-codes-replace-help = Skapar du nya slutar de gamla att fungera.
accounts-codes-make = Skapa nya koder
accounts-codes-made-title = Dina återställningskoder
accounts-codes-made-lead = Skriv ut dem eller spara dem i en lösenordshanterare. Ha dem inte på samma ställe som telefonen.
accounts-codes-once = Koderna visas bara nu. När du lämnar sidan går de inte att se igen.
accounts-codes-kept = Jag har sparat koderna
accounts-passkey-title = Lägg till en passnyckel
accounts-passkey-lead = Med en passnyckel loggar du in med fingret, ansiktet eller koden till din dator eller telefon. Den fungerar bara här, så ingen kan lura den av dig.
accounts-passkey-of = Passnyckel: { $name }
accounts-passkey-name = Vad ska den heta?
accounts-passkey-name-help = Till exempel ”Jobbdatorn”, så att du känner igen den.
accounts-passkey-add = Lägg till
accounts-passkey-remove = Ta bort
accounts-passkey-used = Användes senast { $at }
accounts-passkey-script = Passnycklar behöver JavaScript. Lösenord och kod fungerar utan.
accounts-sessions-title = Här är du inloggad
accounts-sessions-lead = Känner du inte igen någon av inloggningarna? Logga ut där och byt lösenord.
accounts-session-device = Webbläsare
accounts-session-way = Inloggning
accounts-session-seen = Senast använd
accounts-session-deed = Logga ut
accounts-session-unknown = Okänd webbläsare
accounts-session-own = Den här
accounts-session-end = Logga ut där
accounts-sessions-end = Logga ut överallt utom här
accounts-session-by-password = Med lösenord { $at }
accounts-session-by-passkey = Med passnyckel { $at }
accounts-session-by-link = Med länk { $at }
accounts-session-by-example = I demonstrationen { $at }
accounts-session-by-provider = Med organisationens inloggning { $at }
accounts-set-up-title = Välj hur du loggar in
accounts-set-up-lead = Välkommen, { $name }. Länken gällde den här gången. Härefter loggar du in med { $email } och det du väljer här.
accounts-set-up-done = Klart
accounts-set-up-password = 1. Lösenord
accounts-set-up-password-text = Ett långt lösenord som du inte använder någon annanstans.
accounts-set-up-password-go = Välj lösenord
accounts-set-up-factor = 2. Kod i telefonen
accounts-set-up-factor-text = En app i telefonen visar en kod som du skriver efter lösenordet.
accounts-set-up-factor-go = Lägg till en app
accounts-set-up-codes = 3. Återställningskoder
accounts-set-up-codes-text = De hjälper dig in om du förlorar telefonen.
accounts-set-up-codes-go = Skapa koder
accounts-set-up-passkey = Har datorn eller telefonen fingeravtryck, ansiktsigenkänning eller kod? Då kan en passnyckel ersätta både lösenord och app.
accounts-set-up-go-on = Fortsätt till Tryggbas
