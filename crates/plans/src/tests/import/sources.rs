//! The sources' known truths: counts, names of bodies, kinds. Read from the folder that `TRYGGBAS_SOURCES` names.

use crate::import::{Action, Frequency, IndicatorKind, LeadBasis, Reading};

use super::{actions, pasted};

/// Reads the source whose file name starts so; none where the folder is not named.
#[expect(clippy::disallowed_methods, reason = "the sources are not part of the project; whoever has them says where")]
fn source(start: &str) -> Option<Reading> {
    let Ok(folder) = std::env::var("TRYGGBAS_SOURCES") else {
        println!("skipped: TRYGGBAS_SOURCES is not set");
        return None;
    };
    let mut files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let path = files.find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(start)).unwrap();
    Some(pasted(&std::fs::read_to_string(path).unwrap()))
}

fn counts(reading: &Reading) -> Vec<usize> {
    reading.goals.iter().map(|goal| goal.actions.len()).collect()
}

fn at_line(reading: &Reading, wanted: u32) -> &Action {
    actions(reading).find(|action| action.source == sheets::Place::Line { line: wanted }).unwrap()
}

fn numbered<'a>(reading: &'a Reading, number: &str) -> &'a Action {
    actions(reading).find(|action| action.number.as_deref() == Some(number)).unwrap()
}

fn named(action: &Action) -> (Option<&str>, LeadBasis, Vec<&str>) {
    (action.lead.as_deref(), action.lead_basis, action.co_responsible.iter().map(String::as_str).collect())
}

fn kinds(action: &Action) -> Vec<IndicatorKind> {
    action.indicators.iter().map(|indicator| indicator.kind).collect()
}

#[test]
fn the_county_plan_has_8_goals_and_55_actions() {
    let Some(reading) = source("s5") else { return };
    assert_eq!(counts(&reading), [7, 10, 9, 6, 4, 4, 9, 6]);
    assert!(reading.actions_without_goal.is_empty());
    assert_eq!(reading.goals.iter().map(|goal| goal.preconditions.len()).collect::<Vec<_>>(), [3, 3, 2, 3, 2, 1, 1, 2]);
    assert_eq!(
        reading.goals.iter().map(|goal| goal.development_areas.len()).collect::<Vec<_>>(),
        [1, 3, 4, 2, 6, 4, 2, 1]
    );
    let how_many = |frequency| actions(&reading).filter(|action| action.frequency == Some(frequency)).count();
    assert_eq!((how_many(Frequency::Yearly), how_many(Frequency::AtEnd)), (39, 16));
    assert_eq!(reading.plan.period.as_deref(), Some("2024–2027"));
    assert_eq!((reading.cells.not_understood, reading.cells.seen), (0, reading.cells.used));
    assert!(reading.warnings.is_empty());
}

#[test]
fn the_county_plans_goals_are_in_sentence_case() {
    let Some(reading) = source("s5") else { return };
    for (at, goal) in reading.goals.iter().enumerate() {
        assert_eq!(goal.number, Some((at + 1).to_string()));
        assert!(
            goal.title.starts_with(char::is_uppercase) && goal.title.chars().skip(1).all(|c| !c.is_uppercase()),
            "{}",
            goal.title
        );
        assert!(!goal.title.ends_with('.'));
    }
}

#[test]
fn the_county_plans_actions_have_numbers_in_order() {
    let Some(reading) = source("s5") else { return };
    for goal in &reading.goals {
        for (at, action) in goal.actions.iter().enumerate() {
            assert_eq!(action.number, Some(format!("{}.{}", goal.number.as_ref().unwrap(), at + 1)));
            assert!(
                action.text.starts_with(char::is_uppercase) && !action.text.contains(['<', '¹', '²', '³', '⁴']),
                "{}",
                action.text
            );
        }
    }
}

#[test]
fn the_county_plans_bodies_are_split() {
    use LeadBasis::{First, Only};
    let Some(reading) = source("s5") else { return };
    let read = |number| named(numbered(&reading, number));
    assert_eq!(read("1.1"), (Some("Länsstyrelsen"), Only, vec![]));
    assert_eq!(read("2.4"), (Some("Polismyndigheten"), First, vec!["Åklagarmyndigheten"]));
    assert_eq!(
        read("2.8"),
        (Some("Polismyndigheten"), First, vec!["kommunerna i länet", "Kriminalvården", "Region Stockholm"])
    );
    assert_eq!(
        read("4.3"),
        (Some("Länsstyrelsen"), First, vec!["Region Stockholm", "Regionskoordinatorer", "kommuner"])
    );
    assert_eq!(read("4.6"), (Some("Länets kommuner"), First, vec!["Region Stockholm"]));
    let long = read("3.7");
    assert_eq!((long.1, long.2.len(), long.0), (Only, 0, read("7.8").0));
    assert!(long.0.unwrap().ends_with(", Stockholm"));
    assert_eq!(reading.plan.bodies.len(), 14);
}

#[test]
fn the_county_plans_indicators_have_their_kinds() {
    use IndicatorKind::{Number, Rate, Share, State, Text, ToBeDeveloped};
    let Some(reading) = source("s5") else { return };
    let read = |number| kinds(numbered(&reading, number));
    assert_eq!(read("1.6"), [Number, Number, Number]);
    assert_eq!(read("1.7"), [State]);
    assert_eq!(read("2.1"), [State]);
    assert_eq!(read("2.4"), [Rate, Share, Share]);
    assert_eq!(read("2.7"), [Number, Number]);
    assert_eq!(read("2.8"), [Text]);
    assert_eq!(read("3.6"), [Number, Share]);
    assert_eq!(read("4.3"), [Number, Number, State]);
    assert_eq!(read("5.1"), [ToBeDeveloped]);
    assert_eq!(read("5.3"), [Text, Number]);
    assert_eq!(read("6.3"), [Number, Text]);
    assert_eq!(read("7.7"), [State]);
    assert_eq!(actions(&reading).map(|action| action.indicators.len()).min(), Some(1));
}

#[test]
fn the_county_plans_roles_are_found() {
    let Some(reading) = source("s5") else { return };
    let described: Vec<&str> =
        reading.plan.bodies.iter().filter(|body| body.role.is_some()).map(|body| body.name.as_str()).collect();
    let expected = [
        "Länsstyrelsen",
        "Polismyndigheten",
        "Operation kvinnofrid",
        "Åklagarmyndigheten",
        "Kriminalvården",
        "Region Stockholm",
        "Storsthlm",
        "Stockholms stad",
    ];
    assert_eq!(described, expected);
}

#[test]
fn words_broken_by_a_line_are_whole_again() {
    let Some(reading) = source("s5") else { return };
    assert!(numbered(&reading, "4.3").text.contains("Kvinnofridssamordnarnätverket"));
    assert!(numbered(&reading, "4.3").text.contains("Mika-mottagningen"));
    assert!(numbered(&reading, "3.5").text.contains("journalsystemet"));
}

#[test]
fn the_honour_plan_has_4_goals_6_measures_18_activities() {
    let Some(reading) = source("s4") else { return };
    assert_eq!(counts(&reading), [6, 5, 3, 4]);
    assert!(reading.actions_without_goal.is_empty());
    assert_eq!(reading.goals.iter().map(|goal| goal.measures.len()).collect::<Vec<_>>(), [1, 2, 2, 1]);
    assert_eq!(reading.goals.iter().map(|goal| goal.preconditions.len()).collect::<Vec<_>>(), [3, 3, 5, 1]);
    assert!(
        reading
            .goals
            .iter()
            .flat_map(|goal| &goal.measures)
            .all(|measure| measure.indicators[0].kind == IndicatorKind::Share)
    );
    assert!(actions(&reading).all(|action| action.section.is_none() && action.lead.is_some()));
    assert_eq!(reading.cells.not_understood, 0);
}

#[test]
fn the_honour_plans_boards_are_split() {
    use LeadBasis::{First, Only};
    let Some(reading) = source("s4") else { return };
    let read = |goal: usize, at: usize| named(&reading.goals[goal].actions[at]);
    let (work, culture) = ("Arbetsmarknads- och vuxenutbildningsnämnden", "Kultur- och fritidsnämnden");
    let (city, social, school) = ("Kommunstyrelsen", "Socialnämnden", "Utbildningsnämnden");
    assert_eq!(read(0, 0), (Some(social), First, vec![city]));
    assert_eq!(read(0, 1), (Some(city), First, vec![social, school, culture]));
    assert_eq!(read(0, 2), (Some(school), First, vec![city, "MVP", "Tåget"]));
    assert_eq!(read(0, 3), (Some(work), First, vec![school]));
    assert_eq!(read(0, 4), (Some(work), Only, vec![]));
    assert_eq!(read(0, 5), (Some(city), First, vec![culture, social]));
    assert_eq!(read(1, 0), (Some(work), First, vec![culture, social, "Bostadsbolagen"]));
    assert_eq!(read(1, 1), (Some(school), First, vec![social, culture, "regionen"]));
    assert_eq!(read(1, 2), (Some(social), First, vec![work, culture, school]));
    assert_eq!(read(1, 3), (Some(city), First, vec!["VPC", "arbetsgruppen för framtagandet av handlingsplanen"]));
    assert_eq!(read(1, 4), (Some(school), First, vec![social]));
    assert_eq!(read(2, 1), (Some("Arbetsmarknad och utbildningsnämnden"), First, vec![social, school, culture]));
    assert_eq!(read(3, 0), (Some(city), First, vec![school]));
    assert_eq!(read(3, 1), (Some(city), First, vec!["samtliga nämnder"]));
}

#[test]
fn the_honour_plans_chapter_on_bodies_gives_their_roles() {
    let Some(reading) = source("s4") else { return };
    let described: Vec<&str> =
        reading.plan.bodies.iter().filter(|body| body.role.is_some()).map(|body| body.name.as_str()).collect();
    let expected = [
        "Socialnämnden",
        "Kommunstyrelsen",
        "Utbildningsnämnden",
        "Kultur- och fritidsnämnden",
        "Arbetsmarknads- och vuxenutbildningsnämnden",
        "Polisen i Botkyrka kommun",
        "Botkyrkabyggen",
        "Botkyrka kvinnojour",
        "Arbetsgruppen för handlingsplanen",
    ];
    assert_eq!(described, expected);
}

#[test]
fn the_school_plan_has_three_tables_of_activities() {
    let Some(reading) = source("s3") else { return };
    assert!(reading.goals.is_empty());
    let mut sections: Vec<(&str, usize)> = Vec::new();
    for action in actions(&reading) {
        let section = action.section.as_deref().unwrap();
        match sections.last_mut() {
            Some((last, count)) if *last == section => *count += 1,
            _ => sections.push((section, 1)),
        }
    }
    assert_eq!(sections.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [13, 2, 5]);
    assert_eq!(actions(&reading).filter(|action| action.lead.is_none()).count(), 1);
    assert_eq!(named(at_line(&reading, 234)), (None, LeadBasis::None, vec![]));
    assert_eq!(reading.plan.period.as_deref(), Some("2019"));
}

#[test]
fn the_school_plans_figures_are_not_understood() {
    let Some(reading) = source("s3") else { return };
    assert_eq!((reading.cells.not_understood, reading.not_understood.len()), (16, 16));
    assert!(
        reading.not_understood.iter().all(|unread| matches!(unread.source, sheets::Place::Line { line: 102..=105 }))
    );
}

#[test]
fn the_school_plans_functions_are_split() {
    use LeadBasis::{First, Only};
    let Some(reading) = source("s3") else { return };
    let read = |line| named(at_line(&reading, line));
    assert_eq!(read(212).1, Only);
    assert_eq!(read(213), (Some("SIG (socialinsatsgrupp)"), First, vec!["SST (skolsociala team)"]));
    assert_eq!(read(215), (Some("Grundskole- och gymnasiedirektörer"), Only, vec![]));
    assert_eq!(
        read(216),
        (Some("Förvaltningens samordnare för våldsprevention"), First, vec!["socialförvaltningen", "SLK"])
    );
    assert_eq!(read(217), (Some("Skoljuridiska gruppen"), First, vec!["Grundskole- och gymnasieavdelning"]));
    assert_eq!(read(220), (Some("Kommunikationsenheten"), First, vec!["Förvaltningens samordnare"]));
    assert_eq!(read(223), (Some("Förvaltningens samordnare"), First, vec!["Grund- och gymnasiechefer"]));
    assert_eq!(read(233), (Some("SLK"), First, vec!["centrala samordnaren mot våldsbejakande extremism"]));
    assert_eq!(
        read(249),
        (
            Some("Utbildningsdirektör"),
            First,
            vec!["Grund- och gymnasiedirektör", "Grund- och gymnasiechefer", "Avdelningschefer", "Rektorer"]
        )
    );
    assert_eq!(read(253).0, Some("Utbildningsförvaltningen"));
    assert_eq!(read(253).2.len(), 1);
}

#[test]
fn the_school_plans_times_and_occasions_are_read() {
    let Some(reading) = source("s3") else { return };
    let days = |line| at_line(&reading, line).time_plan.clone().map(|time| (time.from, time.to)).unwrap();
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(days(212), (day("2019-01-01"), day("2019-12-31")));
    assert_eq!(days(233), (None, day("2019-06-30")));
    assert_eq!(days(234), (None, day("2019-09-01")));
    assert_eq!(days(250), (day("2019-08-01"), day("2019-12-31")));
    assert_eq!(days(252), (day("2019-01-01"), day("2019-06-30")));
    assert_eq!(at_line(&reading, 213).followed_up_in, ["VB"]);
    assert_eq!(at_line(&reading, 214).followed_up_in, ["VB", "handlingsplan mot VBE 2020"]);
    assert_eq!(at_line(&reading, 252).followed_up_in[0], "T2");
    assert!(actions(&reading).all(|action| action.indicators.is_empty() && !action.followed_up_in.is_empty()));
}

#[test]
fn reports_without_actions_are_read_as_such() {
    for start in ["s1", "s2"] {
        let Some(reading) = source(start) else { return };
        assert_eq!((actions(&reading).count(), reading.goals.len()), (0, 0));
        assert_eq!(reading.cells.seen, reading.cells.used + reading.cells.not_understood);
    }
}
