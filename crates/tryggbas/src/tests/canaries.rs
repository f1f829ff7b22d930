//! W2: nothing of one organisation is in any answer to another.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use db::Engine;
use db::testing::engines;
use identity::Role;

use super::declared::address;
use super::things::{self, Owner};
use super::world::{Answer, Place, Visitor, World};
use crate::store::MODULES;

const A: Owner = Owner("a");
const B: Owner = Owner("b");

/// Texts of which at least one answer to their own organisation must hold each: a search that finds nothing proves nothing.
const PLANTED: [&str; 15] = [
    "draft-title",
    "draft-action",
    "draft-summary",
    "draft-expectation",
    "sent-out-goal",
    "message",
    "comment",
    "own-activity",
    "task-note",
    "import-action",
    "organisation-import",
    "person-answers",
    "handover-note",
    "decision",
    "occasion",
];

/// Lists and searches that ask for the canaries by name. The word itself is in the answer; what follows it is not asked for.
const SEARCHES: [&str; 8] = [
    "/search?q=KANARIE",
    "/plans?q=KANARIE",
    "/actions?q=KANARIE",
    "/bodies?q=KANARIE",
    "/organisation/units?q=KANARIE",
    "/organisation/people?q=KANARIE&state=all",
    "/organisation/units/a-board",
    "/organisation/permissions?unit=a-board",
];

/// The canaries of A in an answer, also in the parts of a workbook or a document.
fn found(answer: &Answer) -> BTreeSet<String> {
    let mut texts = vec![String::from_utf8_lossy(&answer.bytes).into_owned()];
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(&answer.bytes)) {
        for index in 0..archive.len() {
            let mut part = Vec::new();
            archive.by_index(index).unwrap().read_to_end(&mut part).unwrap();
            texts.push(String::from_utf8_lossy(&part).into_owned());
        }
    }
    let mark = A.canary("");
    let word = |text: &str| text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>();
    let loud = |text: &String| text.replace(&mark.to_lowercase(), &mark);
    texts.iter().map(loud).flat_map(|text| text.split(&mark).skip(1).map(word).collect::<Vec<_>>()).collect()
}

/// Fetches everything and gives what was found, and how many answers were searched.
async fn replay(visitor: &mut Visitor, addresses: &[String]) -> (BTreeSet<String>, Vec<String>) {
    let (mut words, mut places) = (BTreeSet::new(), Vec::new());
    for address in addresses {
        let here = found(&visitor.get(address).await);
        if !here.is_empty() {
            places.push(format!("{:?} {address}: {here:?}", visitor.who));
        }
        words.extend(here);
    }
    (words, places)
}

#[tokio::test(flavor = "multi_thread")]
async fn w2_nothing_of_one_organisation_is_in_any_answer_to_another() {
    let runs: Vec<_> = engines().into_iter().map(|engine| tokio::spawn(run(engine))).collect();
    for run in runs {
        run.await.unwrap();
    }
}

async fn run(engine: Engine) {
    let world = World::new(engine).await;
    let mut addresses: Vec<String> = SEARCHES.iter().map(|search| (*search).to_owned()).collect();
    for owner in [A, B] {
        things::people(&world, owner).await;
        for route in web::routes(&MODULES).iter().filter(|route| route.method == "GET") {
            // A one-time link says whom it is for to whoever has it.
            if !route.path.contains("{token}") {
                addresses.push(address(&world, owner, route.path).await);
            }
        }
        // The same pages of plans in other states of their life show other things.
        for plan in [things::sent_out(&world, owner).await.0, things::adopted(&world, owner).await.0] {
            let rest = ["", "?version=1", "/versions", "/consultations", "/actions/action", "/tasks", "/actors"];
            addresses.extend(rest.map(|rest| format!("/plans/{plan}{rest}")));
        }
    }
    let mut own = BTreeSet::new();
    for role in [Role::Administrator, Role::Coordinator] {
        own.extend(replay(&mut world.visitor(role, Place::Own).await, &addresses).await.0);
    }
    let silent: Vec<&&str> = PLANTED.iter().filter(|planted| !own.contains(**planted)).collect();
    assert!(silent.is_empty(), "no answer to their own people held {silent:?}: {own:?}");
    let mut searched = 0;
    let mut leaks = Vec::new();
    let mut visitors = vec![world.nobody()];
    for role in Role::ALL {
        visitors.push(world.visitor(role, Place::OtherOrganisation).await);
    }
    for visitor in &mut visitors {
        leaks.extend(replay(visitor, &addresses).await.1);
        searched += addresses.len();
    }
    println!("W2 {engine:?}: {searched} answers searched, {} canaries heard by their own", own.len());
    assert!(leaks.is_empty(), "{} leaks\n{}", leaks.len(), leaks.join("\n"));
}
