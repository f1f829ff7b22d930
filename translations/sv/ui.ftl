### Texter i ramen och i komponenterna.

## Ramen
ui-skip-main = Till innehållet
ui-chapters = Kapitel
ui-aside = Fakta och nästa steg
ui-breadcrumb = Du är här
ui-contents = Innehåll
ui-continue = Fortsätt där du var
ui-menu = Meny
ui-search = Sök
ui-search-everywhere = Sök i hela Tryggbas
ui-account = Mitt konto
ui-sign-in = Logga in
ui-sign-out = Logga ut
ui-switch-role = Byt roll
ui-other-language = In English
ui-appearance = Utseende
ui-theme-light = Ljust
ui-theme-dark = Mörkt
ui-theme-system = Som enheten
ui-demo-label = Demonstration
ui-demo = Demo: alla personer är påhittade.
ui-foot = Tryggbas – från plan till trygg vardag
ui-accessibility = Tillgänglighetsredogörelse

## Formulär
ui-optional = (frivilligt)
ui-error = Fel:
ui-errors-title =
    { $count ->
        [one] Rätta följande fel
       *[other] Rätta följande { $count } fel
    }
ui-cancel = Avbryt
ui-choose = Välj
ui-drop = Du kan också släppa filen här.
ui-unsaved = Du har ändringar som inte är sparade.
ui-draft-restored = Ett osparat utkast från tidigare är tillbaka. Läs igenom och spara.
ui-draft-saving = Sparar utkast …
ui-draft-saved = Utkastet är sparat.
ui-draft-not-saved = Utkastet finns bara i den här webbläsaren. Spara när nätet är tillbaka.

## Listor och tabeller
ui-filter = Visa
ui-filters = Aktiva filter
ui-filter-remove = Ta bort filtret
ui-filter-clear = Rensa alla
ui-copy-table = Kopiera tabellen
ui-table-copied = Tabellen är kopierad. Klistra in den i till exempel Excel.
ui-pager = Sidor
ui-pager-count = { $first }–{ $last } av { $total }
ui-pager-previous = Föregående sida
ui-pager-next = Nästa sida
ui-pager-page = Sida { $number }
ui-pager-size = Rader per sida
ui-pager-size-of = { $size } rader per sida
ui-of = { $value } av { $max }
ui-minutes =
    { $count ->
        [one] 1 minut
       *[other] { $count } minuter
    }
ui-hours =
    { $count ->
        [one] 1 timme
       *[other] { $count } timmar
    }
ui-about = ungefär { $time }
ui-takes = Tar ungefär { $time }
ui-minutes-short = min
ui-step = Steg { $number } av { $total }
ui-not-given = inte angivet
ui-facts = Fakta
ui-copied = Länken är kopierad.
ui-copy-link-to = Länk till { $what }

## Läge för åtgärder
ui-action-not-started = Ej påbörjad
ui-action-ongoing = Pågår
ui-action-done = Genomförd
ui-action-delayed = Försenad
ui-action-cancelled = Inställd

## Läge för planer
ui-plan-draft = Utkast
ui-plan-consultation = På remiss
ui-plan-adopted = Antagen
ui-plan-in-force = Gäller
ui-plan-extended = Förlängd
ui-plan-revised = Ersatt av reviderad plan
ui-plan-closed = Avslutad

## Läge i en omgång
ui-round-not-expected = Ej förväntad
ui-round-expected = Väntas
ui-round-draft = Utkast
ui-round-submitted = Inlämnad
ui-round-to-review = Väntar på din granskning
ui-round-returned = Åter för komplettering
ui-round-approved = Godkänd
ui-round-locked = Låst
ui-round-excused = Undantag
ui-round-missing = Saknas

## Versioner
ui-diff-added = Ny
ui-diff-removed = Borttagen
ui-diff-changed = Ändrad
ui-diff-moved = Flyttad
ui-diff-added-start = tillagt:
ui-diff-removed-start = borttaget:
ui-diff-end = slut.
ui-conflict-help = Någon annan hann spara medan du skrev. Båda texterna finns kvar. Välj vilken som ska gälla.
ui-conflict-mine = Din text
ui-conflict-theirs = Det som sparades av { $who }
ui-conflict-theirs-at = Det som sparades av { $who } { $when }
ui-passkey-failed = Passnyckeln gick inte att använda. Försök igen, eller välj ett annat sätt.
