//! Words that files about an organisation use: of columns, kinds of unit and states.

use identity::UnitKind;
use swedish::fold;

use super::Status;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    SchoolUnitCode,
    MunicipalityCode,
    OrganisationNumber,
    Also,
    Parent,
    Status,
    Kind,
    ValidFrom,
    ValidTo,
    Role,
    Name,
    /// A column named after a kind of unit above, from the narrowest to the widest; the parent when no column says so better.
    Above(u8),
}

// tidy: words – headings of columns, folded; the first column whose phrase a heading holds as whole words is meant.
const COLUMNS: [(Column, &[&str]); 16] = [
    (Column::SchoolUnitCode, &["skolenhetskod", "skolkod", "skolenhets kod", "school unit code", "schoolunitcode"]),
    (Column::MunicipalityCode, &["kommunkod", "kommun kod", "kommunnummer", "municipality code", "municipalitycode"]),
    (
        Column::OrganisationNumber,
        &["organisationsnummer", "organisationsnr", "orgnr", "org nr", "org nummer", "organisation number"],
    ),
    (
        Column::Also,
        &[
            "alternativa namn",
            "alternativt namn",
            "andra namn",
            "annat namn",
            "kallas",
            "förkortning",
            "alias",
            "other names",
        ],
    ),
    (
        Column::Parent,
        &["tillhör", "hör till", "överordnad", "överordnad enhet", "ligger under", "förälder", "belongs to", "parent"],
    ),
    (Column::Status, &["status", "läge", "state"]),
    (Column::Kind, &["typ", "slag", "enhetstyp", "sort", "kategori", "skolenhetstyp", "kind", "type"]),
    (
        Column::ValidFrom,
        &[
            "från och med",
            "from om",
            "fr o m",
            "giltig från",
            "gäller från",
            "startdatum",
            "startade",
            "från",
            "valid from",
            "start",
        ],
    ),
    (
        Column::ValidTo,
        &[
            "till och med",
            "t o m",
            "giltig till",
            "gäller till",
            "slutdatum",
            "upphörde",
            "upphör",
            "till",
            "valid to",
            "end",
        ],
    ),
    (Column::Role, &["roll", "uppdrag", "beskrivning", "vad enheten gör", "role", "description"]),
    (
        Column::Name,
        &[
            "namn",
            "enhet",
            "enhetsnamn",
            "benämning",
            "skolenhet",
            "skola",
            "skolans namn",
            "skolnamn",
            "skolenhetsnamn",
            "name",
            "unit",
        ],
    ),
    (Column::Above(0), &["stadsdel", "område", "skolområde", "distrikt", "district"]),
    (Column::Above(1), &["förvaltning", "administration"]),
    (Column::Above(2), &["nämnd", "styrelse", "board"]),
    (Column::Above(3), &["huvudman", "kommun", "municipality", "organiser"]),
    (Column::Above(4), &["region", "län", "county"]),
];

// tidy: words – names of kinds of unit, folded.
const KINDS: [(UnitKind, &[&str]); 14] = [
    (UnitKind::County, &["län", "county"]),
    (UnitKind::Region, &["region"]),
    (UnitKind::Municipality, &["kommun", "stad", "municipality"]),
    (UnitKind::Board, &["nämnd", "styrelse", "kommunstyrelse", "utskott", "board"]),
    (UnitKind::Administration, &["förvaltning", "kontor", "avdelning", "administration"]),
    (UnitKind::District, &["stadsdel", "stadsdelsområde", "område", "skolområde", "distrikt", "district"]),
    (
        UnitKind::SchoolUnit,
        &[
            "skolenhet",
            "skola",
            "grundskola",
            "gymnasieskola",
            "gymnasium",
            "anpassad grundskola",
            "anpassad gymnasieskola",
            "specialskola",
            "sameskola",
            "school",
            "school unit",
        ],
    ),
    (UnitKind::LeisureCentre, &["fritidsgård", "ungdomsgård", "fritidsklubb", "leisure centre"]),
    (UnitKind::Company, &["bolag", "företag", "aktiebolag", "kommunalt bolag", "company"]),
    (UnitKind::Authority, &["myndighet", "statlig myndighet", "authority"]),
    (UnitKind::Association, &["förening", "ideell förening", "organisation", "association"]),
    (UnitKind::Platform, &["plattform", "samverkansplattform", "nätverk", "platform"]),
    (UnitKind::Group, &["grupp", "group"]),
    (UnitKind::Other, &["annat", "annan", "övrigt", "other"]),
];

// tidy: words – ends of names that tell what a unit is, the longest first where one ends as another.
const ENDINGS: [(&str, UnitKind); 15] = [
    ("nämnden", UnitKind::Board),
    ("nämnd", UnitKind::Board),
    ("styrelsen", UnitKind::Board),
    ("styrelse", UnitKind::Board),
    ("förvaltningen", UnitKind::Administration),
    ("förvaltning", UnitKind::Administration),
    ("kontoret", UnitKind::Administration),
    ("skolan", UnitKind::SchoolUnit),
    ("skola", UnitKind::SchoolUnit),
    ("gymnasium", UnitKind::SchoolUnit),
    ("fritidsgård", UnitKind::LeisureCentre),
    ("myndigheten", UnitKind::Authority),
    ("kommun", UnitKind::Municipality),
    ("län", UnitKind::County),
    (" ab", UnitKind::Company),
];

// tidy: words – states of a unit, folded.
const STATUSES: [(Status, &[&str]); 4] = [
    (Status::Active, &["aktiv", "i drift", "finns", "active"]),
    (Status::Dormant, &["vilande", "vilar", "dormant"]),
    (Status::Ended, &["upphort", "upphört", "upphörd", "nedlagd", "avslutad", "stängd", "ended", "closed"]),
    (Status::Planned, &["planerad", "planeras", "planned"]),
];

/// What a column with this heading holds.
pub(super) fn column(heading: &str) -> Option<Column> {
    let heading = plain(heading);
    let whole = COLUMNS.iter().find(|(_, phrases)| phrases.contains(&heading.as_str()));
    let within = |(_, phrases): &&(Column, &[&str])| phrases.iter().any(|phrase| holds(&heading, phrase));
    whole.or_else(|| COLUMNS.iter().find(within)).map(|(column, _)| *column)
}

/// The kind of unit that a column of names is named after.
pub(super) fn kind_of_heading(heading: &str) -> Option<UnitKind> {
    let heading = plain(heading);
    ["skola", "skolenhet", "skolans namn", "skolnamn", "skolenhetsnamn"]
        .contains(&heading.as_str())
        .then_some(UnitKind::SchoolUnit)
}

/// The kind of unit of that name.
pub(super) fn kind(word: &str) -> Option<UnitKind> {
    let word = plain(word);
    let named = KINDS.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(kind, _)| *kind);
    named.or_else(|| UnitKind::parse(&word.replace(' ', "_")))
}

/// What a unit of this name most likely is.
pub(super) fn kind_of_name(name: &str) -> Option<UnitKind> {
    let name = fold(name);
    ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| *kind)
}

/// The state of that name.
pub(super) fn status(word: &str) -> Option<Status> {
    let word = plain(word);
    STATUSES.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(status, _)| *status)
}

/// Letters and digits in lower case, everything else as one space.
fn plain(text: &str) -> String {
    let spaced: String =
        text.chars().map(|character| if character.is_alphanumeric() { character } else { ' ' }).collect();
    fold(&spaced)
}

/// Whether a text holds a phrase as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    format!(" {text} ").contains(&format!(" {phrase} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_by_meaning() {
        for (heading, meant) in [
            ("Namn", Column::Name),
            ("ENHET", Column::Name),
            ("Skolenhetskod (8 siffror)", Column::SchoolUnitCode),
            ("Kommun-kod", Column::MunicipalityCode),
            ("Org.nr", Column::OrganisationNumber),
            ("Överordnad enhet", Column::Parent),
            ("Typ av enhet", Column::Kind),
            ("Fr.o.m.", Column::ValidFrom),
            ("Alternativa namn", Column::Also),
            ("Stadsdel", Column::Above(0)),
            ("Kommun", Column::Above(3)),
        ] {
            assert_eq!(column(heading), Some(meant), "{heading}");
        }
        assert_eq!(column("Antal elever"), None);
    }

    #[test]
    fn kinds_and_states() {
        assert_eq!(kind("Skolenhet"), Some(UnitKind::SchoolUnit));
        assert_eq!(kind("leisure_centre"), Some(UnitKind::LeisureCentre));
        assert_eq!(kind("rymdstation"), None);
        assert_eq!(kind_of_name("Kultur- och fritidsnämnden"), Some(UnitKind::Board));
        assert_eq!(status("UPPHORT"), Some(Status::Ended));
        assert_eq!(status("kanske"), None);
    }
}
