### Inloggning, startsida, sök, konto och organisation.

## Kapitel
chapter-work = Mitt arbete
chapter-organisation = Organisation

## Efter en ändring
said-signed-out = Du är utloggad.
said-password-chosen = Det nya lösenordet är sparat.
said-password-changed = Lösenordet är sparat. Du är utloggad överallt utom här.
said-second-factor-added = Appen är tillagd. Nästa gång du loggar in frågar vi efter en kod från den.
said-passkey-added = Passnyckeln är tillagd. Nästa gång kan du logga in med den.
said-passkey-removed = Passnyckeln är borttagen.
said-session-ended = Du är utloggad där.
said-sessions-ended = Du är utloggad överallt utom här.
said-unit-added = { $what } är tillagd.
said-unit-changed = { $what } är sparad.
said-unit-ended = { $what } är avslutad. Historiken finns kvar.
said-members-set = Medlemmarna i { $what } är sparade.
said-organisation-imported = { $what } är inläst.

## Ord för personer och enheter
accounts-somebody = någon
accounts-language-sv = Svenska
accounts-language-en = Engelska
accounts-person-name = Namn
accounts-person-email = E-post
accounts-person-role = Roll
accounts-person-function = Funktion
accounts-person-unit = Enhet
accounts-person-role-function = { $role }: { $function }
accounts-hit-unit = Organisation
accounts-read-plans = Läs planerna

## Byta roll i demonstrationen
accounts-picker-title = Välj vem du vill vara
accounts-picker-lead = Det här är en demonstration. Alla personer är påhittade, och du kan byta när du vill.
accounts-picker-first = Börja med en roll
accounts-picker-as = Fortsätt som { $name }
accounts-picker-all = Alla personer
accounts-picker-filter = Sök bland personerna
accounts-picker-find = Namn, roll, funktion eller enhet
accounts-picker-deed = Välj
accounts-picker-go = Välj
accounts-picker-none = Ingen person stämmer
accounts-picker-none-help = Prova med färre ord, till exempel bara rollen.
accounts-picker-everybody = Visa alla personer
accounts-picker-empty = Här finns inga personer än
accounts-picker-empty-help = Starta demonstrationen på nytt, så fylls den med exempel.
accounts-picker-what-administrator = Lägger upp organisationen, personer och behörigheter.
accounts-picker-what-coordinator = Äger planer, skickar dem på remiss och håller ihop uppföljningen.
accounts-picker-what-reporter = Svarar för det som en aktör har lovat.
accounts-picker-what-approver = Läser det som lämnas in, och godkänner det eller skickar tillbaka det.
accounts-picker-what-district-manager = Följer skolorna i ett område.
accounts-picker-what-principal = Leder en skola och ser vad som väntas av den.
accounts-picker-what-programme-coordinator = Håller i våldsförebyggande program på en skola.
accounts-picker-what-staff = Slår upp vad som gäller, och frågar.
accounts-picker-what-board-member = Läser det som rör nämnden.
accounts-picker-what-auditor = Läser loggen över vem som har gjort vad.
accounts-picker-what-statistics-reader = Läser siffror.

## Logga in med länk
accounts-sign-in-title = Logga in
accounts-sign-in-public = Publicerade planer kan du läsa utan att logga in.
accounts-link-title = Logga in
accounts-link-lead = Du loggar in som { $name }.
accounts-link-lead-founder = Tryggbas är nytt här. Logga in, så hjälps vi åt med de första stegen.
accounts-link-once = Länken gäller en gång. När du har loggat in går den inte att använda igen.

## Mitt arbete
accounts-work-title = Mitt arbete
accounts-work-lead =
    { $count ->
        [0] Hej { $name }! Ingenting väntar på dig just nu.
        [one] Hej { $name }! En sak väntar på dig.
       *[other] Hej { $name }! { $count } saker väntar på dig.
    }
accounts-work-by = Senast { $date }
accounts-work-today = I dag, { $date }
accounts-work-late = Försenat, skulle varit klart { $date }
accounts-work-late-count =
    { $count ->
        [one] En sak är försenad. Börja med den.
       *[other] { $count } saker är försenade. Börja med dem.
    }
accounts-work-none = Inget väntar på dig
accounts-work-none-import = Här samlas det du ska göra: synpunkter att lämna, översyner och sådant som planerna kräver. Börja med att läsa in planen ni har i dag.
accounts-work-none-read = Här samlas det du ska göra, med dag och hur lång tid det tar. Under tiden kan du läsa vad planerna säger.
accounts-work-import = Läs in en plan

## Startsidan för alla
accounts-welcome-title = Från plan till trygg vardag
accounts-welcome-lead = Tryggbas hjälper skolor, kommuner och län att arbeta våldsförebyggande: planera tillsammans, göra det som är lovat och se om det hjälpte.
accounts-welcome-demo = Prova som någon
accounts-welcome-plan = Planera
accounts-welcome-plan-text = Planen finns på ett ställe. Varje åtgärd har en ansvarig, en tid och ett sätt att se om den blev av.
accounts-welcome-follow = Göra
accounts-welcome-follow-text = Den som har lovat något ser vad som väntas, när det ska vara klart och hur lång tid det tar.
accounts-welcome-learn = Följa upp
accounts-welcome-learn-text = Alla kan läsa vad som är beslutat, vem som ansvarar och hur det har gått.
accounts-welcome-search = Letar du efter något särskilt?
accounts-welcome-empty-title = Här är det tomt än
accounts-welcome-empty = Ingen organisation är upplagd. Den som driver tjänsten börjar med länken som skrevs ut på serverns konsol.

## Sök
accounts-search-title = Sök
accounts-search-title-of = Sök: { $q }
accounts-search-lead = Sök bland planer, åtgärder, skolor och andra enheter.
accounts-search-form = Din sökning
accounts-search-words = Vad letar du efter?
accounts-search-count =
    { $count ->
        [one] 1 träff på ”{ $q }”
       *[other] { $count } träffar på ”{ $q }”
    }
accounts-search-hits =
    { $count ->
        [one] 1 träff
       *[other] { $count } träffar
    }
accounts-search-none = Inget stämmer med ”{ $q }”
accounts-search-none-help = Kontrollera stavningen, prova ett kortare ord eller en kod. En del syns först när du har loggat in.

## Konto
accounts-account-title = Mitt konto
accounts-account-lead = Så här är du känd i Tryggbas.
accounts-account-language = Språk
accounts-account-session = Inloggad till
accounts-account-roles = Roller
accounts-account-no-roles = Du har ingen roll
accounts-account-no-roles-help = Utan roll kan du läsa det som är publicerat. Be administratören i din organisation om en roll.

## Första starten
accounts-first-title = Kom igång
accounts-first-organisation = Din organisation
accounts-first-organisation-lead = Börja med den kommun, region eller myndighet som ska använda Tryggbas. Skolor, nämnder och andra enheter läggs under den.
accounts-first-name-help = Som det står i era beslut, till exempel Exempelstads kommun.
accounts-first-organisation-save = Spara och fortsätt
accounts-first-yourself = Vem är du?
accounts-first-yourself-lead = Du blir administratör. Ditt namn syns på det du gör.
accounts-first-email-help = Hit går meddelanden, till exempel namn@exempel.se.
accounts-first-yourself-save = Spara och fortsätt
accounts-first-plan = Den första planen
accounts-first-plan-lead = Allt är klart. Ta in planen ni har, eller börja på en ny.
accounts-first-import = Ni har en plan
accounts-first-import-text = Klistra in den eller lämna den som Word, Excel eller CSV. Du ser vad som har förståtts innan något sparas.
accounts-first-new = Ni börjar från början
accounts-first-new-text = Skriv mål och åtgärder direkt här. Planen är ett utkast tills den antas.
accounts-first-new-go = Skriv en ny plan
accounts-first-units = Lägg upp hela organisationen
accounts-first-units-text = Läs in nämnder, förvaltningar och skolor från en fil, så känns de igen i planerna.

## Organisationen
accounts-organisation-lead = Nämnder, skolor och andra som har ansvar i planerna.
accounts-organisation-title-of = { $name } i organisationen
accounts-organisation-tree = Organisationen som träd
accounts-organisation-below =
    { $count ->
        [one] 1 enhet
       *[other] { $count } enheter
    }
accounts-organisation-open = Öppna enhetens sida
accounts-organisation-list = Visa allt under som lista
accounts-organisation-more = Visa alla enheter under { $name }
accounts-organisation-none = Här finns ingen organisation än
accounts-organisation-none-help = Börja med organisationen som ska använda Tryggbas.
accounts-organisation-none-visitor = Den som driver tjänsten lägger upp den första organisationen.
accounts-organisation-start = Lägg upp organisationen
accounts-groups-title = Grupper
accounts-groups-note = Flera enheter under ett namn
accounts-groups-members = Medlemmar
accounts-functions-title = Funktioner
accounts-functions-lead = Vad människor är på sin enhet. En uppgift hör till funktionen och enheten, inte till personen.
accounts-functions-none = Här finns inga funktioner än
accounts-functions-none-help = Funktioner är till exempel rektor, kurator och samordnare.

## Listan över enheter
accounts-units-title = Alla enheter
accounts-units-lead = Sök på namn, tidigare och andra namn, eller kod.
accounts-units-all = Visa alla enheter
accounts-units-filter = Sök bland enheterna
accounts-units-find = Namn eller kod
accounts-units-every-kind = Alla slag
accounts-units-which = Visa
accounts-units-living = Enheter som finns
accounts-units-ended = Också de som har upphört
accounts-units-below = Under { $name }
accounts-units-kind-ended = { $kind }, upphörde { $date }
accounts-units-none = Ingen enhet stämmer
accounts-units-none-help = Prova med ett annat ord, eller ta bort ett filter.
accounts-units-count =
    { $count ->
        [one] 1 enhet
       *[other] { $count } enheter
    }

## En enhet
accounts-unit-name = Namn
accounts-unit-kind = Slag
accounts-unit-parent = Hör till
accounts-unit-parent-help = Enheten hamnar närmast under den du väljer. Du kan bara välja där du är administratör.
accounts-unit-code = Kod
accounts-unit-codes = Koder
accounts-unit-codes-help = Fyll i dem som finns. Då känns enheten igen när filer läses in.
accounts-unit-school-unit-code = Skolenhetskod
accounts-unit-school-unit-code-help = Åtta siffror.
accounts-unit-municipality-code = Kommunkod
accounts-unit-municipality-code-help = Fyra siffror, till exempel 0180.
accounts-unit-organisation-number = Organisationsnummer
accounts-unit-organisation-number-help = Tio siffror.
accounts-unit-also = Andra namn
accounts-unit-also-help = Ett namn på varje rad: förkortningar och sådant som står i planer.
accounts-unit-role-text = Vad enheten gör
accounts-unit-role-text-help = Några meningar i klartext. De syns för alla.
accounts-unit-answers = Vem som svarar
accounts-unit-answers-help = Gäller bara grupper och plattformar.
accounts-unit-answers-each = Varje medlem svarar
accounts-unit-answers-one = En svarar för alla
accounts-unit-valid-from = Finns från
accounts-unit-valid-from-help = Lämna tomt om enheten alltid har funnits.
accounts-unit-member-of = Medlem i
accounts-unit-children = Enheter under
accounts-unit-no-children = Inga enheter ligger under den här.
accounts-unit-people = Personer med roll här
accounts-unit-people-note = Syns bara för administratörer
accounts-unit-no-people = Ingen har en roll här. Roller högre upp gäller också här.
accounts-unit-former = Tidigare namn
accounts-unit-until = till { $date }
accounts-unit-ended = Upphörde { $date }
accounts-unit-successor = Uppgifterna togs över av
accounts-unit-no-successor = Ingen annan enhet tog över.
accounts-unit-promises = Se vad enheten har lovat
accounts-unit-new = Ny enhet
accounts-unit-new-lead = En nämnd, en skola, en grupp eller någon annan som har ansvar i en plan.
accounts-unit-new-below = Ny enhet under den här
accounts-unit-add = Lägg till enheten
accounts-unit-edit = Ändra
accounts-unit-edit-of = Ändra { $name }
accounts-unit-edit-lead = Ett tidigare namn finns kvar, så att gamla planer fortfarande leder rätt.
accounts-unit-save = Spara
accounts-unit-end = Avsluta eller slå ihop
accounts-conflict-title = Två har ändrat { $name }
accounts-conflict-lead = Välj vad som ska gälla i varje fält. Inget är sparat än, och inget är borta.
accounts-conflict-alike = Ni skrev samma sak. Spara, så är det klart.
accounts-members-title = Medlemmar i { $name }
accounts-members-lead = Bocka för dem som är med. Det du inte ser på sidan ändras inte.
accounts-members-find = Hitta fler enheter
accounts-members-now = Är med i dag
accounts-members-more = Lägg till
accounts-members-more-help = Sök ovanför om du inte ser enheten. Spara först det du har bockat för.
accounts-members-no-candidates = Ingen fler enhet stämmer med sökningen.
accounts-members-none = Gruppen har inga medlemmar
accounts-members-none-help = Lägg till enheterna som ska räknas in.
accounts-members-edit = Ändra medlemmar
accounts-members-save = Spara medlemmarna
accounts-closure-title = Avsluta { $name }
accounts-closure-lead = Enheten finns kvar i historiken men går inte att välja längre. Välj vem som tar över om den slås ihop med en annan.
accounts-closure-last-day = Sista dag
accounts-closure-future = Dagen har inte kommit än. Avsluta enheten när dagen är här.
accounts-closure-successor = Tar över
accounts-closure-successor-help = Det som enheten har lovat leder sedan hit.
accounts-closure-nobody = Ingen
accounts-closure-below =
    { $count ->
        [one] En enhet ligger under den här. Flytta eller avsluta den först.
       *[other] { $count } enheter ligger under den här. Flytta eller avsluta dem först.
    }
accounts-closure-see-below = Visa enheterna
accounts-closure-save = Avsluta enheten

## Läsa in en organisation
accounts-import-go = Läs in från fil
accounts-import-title = Läs in organisationen
accounts-import-lead = Lämna en fil med nämnder, skolor och andra enheter. Du ser först vad som skulle ändras. Inget sparas innan du säger till.
accounts-import-file = Fil
accounts-import-file-help = Excel (.xlsx), CSV eller JSON från Skolenhetsregistret, högst 20 MB.
accounts-import-parent = Lägg enheterna under
accounts-import-parent-help = Filen jämförs med det som redan finns under den här enheten.
accounts-import-read = Läs filen
accounts-import-columns = Så kan en tabell se ut
accounts-import-columns-text = Rubrikerna får heta på flera sätt. Bara kolumnen med namn måste finnas.
accounts-import-columns-name = Vad enheten heter. Rubrik: Namn, Enhet eller Skola.
accounts-import-columns-kind = Nämnd, förvaltning, stadsdel, skolenhet och så vidare. Rubrik: Typ eller Slag.
accounts-import-columns-parent = Namn eller kod på enheten ovanför. Rubrik: Tillhör eller Överordnad.
accounts-import-columns-codes = Skolenhetskod, kommunkod och organisationsnummer. Då känns enheten igen även om den har bytt namn.
accounts-import-columns-rest = Alternativa namn, Roll, Status, Från och med och Till och med läses också.
accounts-import-no-file = Välj en fil.
accounts-import-too-many =
    { $count ->
        [one] Filen har fler enheter än vi tar emot på en gång. Dela upp den.
       *[other] Filen har fler än { $count } enheter. Dela upp den.
    }
accounts-import-too-much-else = Filen har fler än { $count } kolumner och blad som vi inte förstår. Spara bara bladet med enheterna och försök igen.
accounts-import-no-units = Ingen enhet hittades i filen. Kontrollera att första raden har rubriker och att en kolumn heter Namn.
accounts-import-not-register = Filen är JSON men ser inte ut som Skolenhetsregistrets. Hämta den på nytt, eller lämna en tabell.
accounts-import-of = Inläsning av { $file }
accounts-import-of-lead = Så här skulle filen ändra det som ligger under { $parent }. Inget är sparat än.
accounts-import-of-saved = Filen är inläst under { $parent }. Listan visar vad som skulle ändras om den lästes in en gång till.
accounts-import-saved = Inläsningen är sparad.
accounts-import-nothing = Ingenting behöver ändras. Allt i filen finns redan.
accounts-import-save =
    { $count ->
        [one] Spara 1 enhet
       *[other] Spara { $count } enheter
    }
accounts-import-see = Se organisationen
accounts-import-another = Välj en annan fil
accounts-import-remarks = Det här lästes inte
accounts-import-where = Ställe
accounts-import-what = Vad
accounts-import-sum-new = nya
accounts-import-sum-changed = ändrade
accounts-import-sum-ended = upphör
accounts-import-sum-unchanged = som förut
accounts-import-sum-refused = med fel
accounts-import-refused = Tas inte in
accounts-import-refused-text = Rätta raderna i filen och läs in den igen, eller spara resten så länge.
accounts-import-changed = Ändras
accounts-import-changed-text = Tidigare namn finns kvar i historiken.
accounts-import-ended = Upphör
accounts-import-ended-text = De finns kvar i historiken.
accounts-import-new = Nya
accounts-import-new-text = De läggs till.
accounts-import-left-out = Hoppas över
accounts-import-left-out-text = De har upphört enligt filen, och finns inte bland enheterna här.
accounts-import-unchanged = Som förut
accounts-import-unchanged-text = De stämmer redan.
accounts-import-more =
    { $count ->
        [one] och 1 till
       *[other] och { $count } till
    }
accounts-import-record = post { $number }
accounts-import-line = rad { $number }
accounts-import-row = { $sheet }, rad { $number }
accounts-import-change = { $field }: från { $before } till { $after }
accounts-import-new-below = { $kind }, hör till { $parent }
accounts-import-last-day = Sista dag: { $date }
accounts-unit-details = Övriga uppgifter
accounts-import-remark-leading-zero = Kommunkoden lästes som { $text }. Kalkylprogrammet hade tagit bort nollan först i koden.
accounts-import-remark-guessed-kind = Slaget står inte i filen. Vi gissar på { $text }.
accounts-import-remark-unknown-kind = Vi känner inte igen slaget ”{ $text }”.
accounts-import-remark-unknown-status = Vi känner inte igen statusen ”{ $text }”.
accounts-import-remark-unread-column = Kolumnen ”{ $text }”.
accounts-import-remark-unread-table = En tabell eller ett blad utan kolumn för namn: ”{ $text }”.
accounts-import-fault-name-missing = Namnet saknas. Fyll i det.
accounts-import-fault-name-too-long = Namnet är för långt. Skriv högst 200 tecken.
accounts-import-fault-personal-number = Numret ser ut som ett personnummer. Ta bort det: personnummer får inte finnas här.
accounts-import-fault-circular = Enheten skulle hamna under sig själv. Ändra vad den tillhör.
accounts-import-fault-has-units = Enheten har upphört enligt filen, men andra enheter ligger under den. Flytta dem först.
accounts-import-fault-not-a-code = ”{ $text }” har inte rätt form. En skolenhetskod har 8 siffror, en kommunkod 4 och ett organisationsnummer 10.
accounts-import-fault-not-a-date = ”{ $text }” går inte att läsa som datum. Skriv till exempel 2025-03-12.
accounts-import-fault-duplicate = ”{ $text }” står flera gånger i filen. Ta bort den ena raden.
accounts-import-fault-unknown-parent = ”{ $text }” finns varken i filen eller i organisationen. Lägg till den i filen eller rätta namnet.
accounts-import-fault-ambiguous-parent = Det finns flera ”{ $text }”. Skriv koden i stället för namnet.
accounts-import-fault-refused-parent = Enheten hör till ”{ $text }”, som inte tas in.
accounts-import-fault-ambiguous = Det finns flera enheter som heter ”{ $text }”. Fyll i en kod eller vad enheten tillhör.
accounts-import-fault-elsewhere = Koden { $text } används av en enhet i en annan del av organisationen.

## Filer som inte går att läsa
accounts-file-empty = Filen är tom. Välj en annan fil.
accounts-file-too-large = Filen är för stor. Spara bara bladet med enheterna och försök igen.
accounts-file-damaged = Filen är skadad. Öppna den i programmet den kommer från, spara den på nytt och försök igen.
accounts-file-encrypted = Filen är skyddad med lösenord. Ta bort lösenordet, spara och försök igen.
accounts-file-old = Filen är i ett format vi inte läser. Spara den som .xlsx eller CSV och försök igen.
accounts-file-busy = Många läser in filer just nu. Vänta en minut och försök igen.
accounts-file-gave-up = Filen gick inte att läsa. Spara bara bladet med enheterna och försök igen.
accounts-file-type = Filen är ingen tabell. Välj Excel, CSV eller JSON från Skolenhetsregistret.

## Tillgänglighetsredogörelse
accounts-accessibility-title = Tillgänglighetsredogörelse
accounts-accessibility-lead = { $provider } står bakom den här webbplatsen, Tryggbas på { $address }. Vi vill att så många som möjligt ska kunna använda den. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka problem vi känner till och hur du kan säga till.
accounts-accessibility-lead-nobody = Det här är Tryggbas på { $address }. Vi vill att så många som möjligt ska kunna använda webbplatsen. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka problem vi känner till och hur du kan säga till.
accounts-accessibility-how = Hur tillgänglig är webbplatsen?
accounts-accessibility-full = Webbplatsen är helt förenlig med lagen. Den är bedömd mot { $standard }.
accounts-accessibility-partial = Webbplatsen är delvis förenlig med lagen. Den är bedömd mot { $standard }. Bristerna står längre ner.
accounts-accessibility-none = Webbplatsen är inte förenlig med lagen. Den är bedömd mot { $standard }. Bristerna står längre ner.
accounts-accessibility-help = Om du inte kan använda något
accounts-accessibility-help-text = Kontakta den organisation som äger planen du läser, så får du innehållet på ett annat sätt, till exempel som uppläst text, punktskrift eller Word-fil. Varje plan går också att ladda ner som märkt PDF och som Word.
accounts-accessibility-report = Berätta om brister
accounts-accessibility-report-text = Säg till organisationen som driver webbplatsen om du hittar något som inte står här. Då kan det rättas.
accounts-accessibility-supervision = Tillsyn
accounts-accessibility-supervision-text = Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med svaret du får kan du anmäla det till Digg.
accounts-accessibility-supervision-link = Anmäl bristande tillgänglighet till Digg
accounts-accessibility-defects = Brister vi känner till
accounts-accessibility-defects-text = Det här uppfyller ännu inte kraven eller är inte prövat. Vi arbetar med att rätta det.
accounts-accessibility-no-defects = Vi känner inte till några brister.
accounts-accessibility-defect-screen-readers = Sidorna är byggda för skärmläsare och prövade automatiskt, men alla sidor är inte prövade med alla vanliga skärmläsare. Därför lovar vi inte att allt läses upp som det ska.
accounts-accessibility-defect-imported-language = Planer som har lästs in kan ha ord på andra språk utan att språket är utmärkt. Texten visas som den är beslutad.
accounts-accessibility-defect-wide-tables = Några breda tabeller behöver rullas i sidled på små skärmar eller vid stor förstoring. Samma innehåll finns som lista eller som fil.
accounts-accessibility-burden = Oskäligt betungande anpassning
accounts-accessibility-burden-text = Vi hänvisar inte till undantaget för oskäligt betungande anpassning i 12 § lagen om tillgänglighet till digital offentlig service.
accounts-accessibility-exempt = Innehåll som inte omfattas av lagen
accounts-accessibility-exempt-text = Filer som någon annan har gjort och som vi inte har beställt omfattas inte av lagen (9 §). Planer som finns som text i Tryggbas omfattas.
accounts-accessibility-tested = Hur vi har prövat
accounts-accessibility-tested-own-review = Vi har själva gått igenom webbplatsen, med automatiska prov av sidorna och med tangentbord. Den senaste bedömningen gjordes { $date }.
accounts-accessibility-tested-external-review = En utomstående har granskat webbplatsen. Den senaste bedömningen gjordes { $date }.
accounts-accessibility-updated = Redogörelsen uppdaterades senast { $date }.
