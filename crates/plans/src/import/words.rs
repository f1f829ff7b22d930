//! Words by which a text is told to name a body, a function or a group of them.

// tidy: words: the words that patterns are made of

use std::sync::LazyLock;

/// Ends of words that name an organisation, a function or a group.
static ENDINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "nämnden nämnd nämnder nämnderna förvaltningen förvaltning förvaltningar förvaltningarna styrelsen styrelse \
     styrelserna fullmäktige myndigheten myndighet myndigheter myndigheterna polisen polis regionen region \
     regionerna kommunen kommun kommuner kommunerna kontoret kontor enheten enhet enheter enheterna avdelningen \
     avdelning avdelningar avdelningarna sektionen sektorn sektor rektor rektorer rektorerna chef chefer cheferna \
     chefen samordnare samordnaren samordnarna direktör direktörer direktören koordinator koordinatorer koordinatorn \
     bolaget bolag bolagen stiftelsen föreningen förening föreningar föreningarna föreningslivet jouren jour jourer \
     jourerna samhället verket kassan förmedlingen kriminalvården frivården sjukvården tandvården tjänsten tjänst \
     gruppen grupper grupp teamet team rådet råd råden skolan skola skolor skolorna centret centrum center \
     mottagningen mottagning mottagningar byggen stad staden plattformen nätverket ombud strateg strateger \
     utvecklare kurator kuratorer elevhälsan elevhälsa personal ledning ledningen organisationer organisationerna"
        .split_whitespace()
        .collect()
});

/// Whole words of the same kind that are too short or too common to be an ending.
static WHOLE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "ab kyrkan aktörer aktörerna parter handläggare lärare pedagoger fritidsledare ledare utskottet biblioteken \
     biblioteket näringslivet bostäder fastighetsägare sdf sdn kommunalförbundet förbundet räddningstjänst \
     länsstyrelserna ordförande trossamfund"
        .split_whitespace()
        .collect()
});

/// Prepositions that end the words which tell what a name is.
const PREPOSITIONS: [&str; 12] = ["mot", "för", "i", "vid", "på", "av", "inom", "från", "med", "som", "till", "under"];

/// Whether the text names a body or a group: told by the words before the first preposition.
pub(super) fn is_body(text: &str) -> bool {
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/' | ',' | '.'))
        .filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    if PREPOSITIONS.contains(&first.to_lowercase().as_str()) {
        return false;
    }
    std::iter::once(first).chain(words).take_while(|word| !PREPOSITIONS.contains(word)).any(is_body_word)
}

/// Whether a single word names a body or a group.
pub(super) fn is_body_word(word: &str) -> bool {
    if word.len() > 80 {
        return false;
    }
    if is_acronym(word) {
        return true;
    }
    let lower = word.to_lowercase();
    let bare = lower.trim_end_matches(['.', ':', '*']);
    let stem = bare.strip_suffix('s').unwrap_or(bare);
    WHOLE.contains(&bare) || [bare, stem].iter().any(|form| ENDINGS.iter().any(|ending| form.ends_with(ending)))
}

/// `KS`, `BUN`, `SLK`: two to six capitals.
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().count();
    (2..=6).contains(&letters) && word.chars().all(char::is_uppercase)
}

/// First halves of names such as `Kultur och fritidsnämnden`, which often lack their hyphen.
static HALVES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "kultur barn vård miljö arbetsmarknad arbetsmarknads utbildning utbildnings individ plan teknik hälsa stöd kost \
     park gatu ungdom familj demokrati näringsliv bygg byggnads omsorg fritid fritids samhälle grund trygghet äldre \
     idrott"
        .split_whitespace()
        .collect()
});

/// Endings that a second half has: then the two halves are one body.
static SHARED: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "nämnden nämnd förvaltningen förvaltning avdelningen avdelning kontoret utskottet direktör direktören chef \
     chefen omsorgen sektorn"
        .split_whitespace()
        .collect()
});

/// Whether `left och right` is the name of one body although no hyphen says so.
pub(super) fn is_one_name(left: &str, right: &str) -> bool {
    let left = left.trim().to_lowercase();
    let right = right.trim().to_lowercase();
    let second = right.split(' ').next().unwrap_or_default().trim_end_matches(['.', ',']);
    let pair = matches!(
        (left.as_str(), second),
        ("kultur", "fritid")
            | ("individ", "familj")
            | ("vård" | "stöd", "omsorg")
            | ("barn", "utbildning" | "unga" | "ungdom")
            | ("teknik", "service")
    );
    HALVES.contains(&left.as_str()) && (pair || SHARED.iter().any(|ending| second.ends_with(ending)))
}

/// The form by which two spellings of a name are told to be the same: small letters, no hyphens, no spaces.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
