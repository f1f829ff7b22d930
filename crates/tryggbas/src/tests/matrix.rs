//! W1: every route, by every role, at every place: what comes back is what was declared.

use std::collections::BTreeMap;

use db::testing::engines;
use db::{Engine, Queries, values};
use identity::{Purpose, Role};
use rounds::report::errand::REPORTS;
use web::access_link::AccessLink;
use web::{Permission, Route};

use super::declared::{About, about, address, fields, takes_files};
use super::follow_up;
use super::things::{self, Owner};
use super::world::{Answer, Place, Visitor, World, person};
use crate::store::MODULES;

const A: Owner = Owner("a");

/// Whether the answer is that of somebody who got as far as the thing: a page, a way on, or a word about what was sent. The world's
/// provider does not answer.
fn passed(route: &Route, answer: &Answer) -> bool {
    matches!(answer.status.as_u16(), 200 | 400 | 409 | 422)
        || (matches!(answer.status.as_u16(), 303 | 503) && route.path.starts_with("/sign-in/with/"))
        || (answer.status == 303 && !answer.to.starts_with("/sign-in"))
}

/// Whether the answer gives nothing away: not signed in, not allowed, or not there.
fn refused(answer: &Answer) -> bool {
    matches!(answer.status.as_u16(), 401 | 403 | 404)
}

/// What is to come of it, from the route's own declaration and the table of rights.
fn may(route: &Route, about: About, who: Option<(Role, Place)>) -> bool {
    let gate = match (route.permission, who) {
        (Permission::Public(_), _) | (Permission::SignedIn, Some(_)) => true,
        (Permission::Somewhere(verb), Some((role, _))) => role.allows(verb),
        // Whoever is signed in has no token for other systems.
        (Permission::Bearer(_), _) | (_, None) => false,
    };
    gate && match (about, who) {
        (About::Nothing, _) => true,
        (About::Thing(verb), Some((role, Place::Own))) => role.allows(verb),
        (About::Thing(_) | About::SomebodyElse, _) => false,
    }
}

async fn ask(visitor: &mut Visitor, route: &Route, path: &str) -> Answer {
    match route.method {
        "GET" => visitor.get(path).await,
        method if matches!(route.permission, Permission::Bearer(_)) => visitor.with_cookie_only(method, path).await,
        _ if route.path == "/sign-in" => {
            // Tries for one address would soon have to wait for each other.
            let email = visitor.who.map_or("nobody".to_owned(), |(role, place)| person(role, place));
            visitor.post(path, &[("email", &email), ("password", "x")], false).await
        }
        _ => visitor.post(path, &fields(route.path), takes_files(route.path)).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn w1_every_route_gives_every_role_at_every_place_what_was_declared() {
    // The engines side by side: one waits for its server while the other reckons.
    let runs: Vec<_> = engines().into_iter().map(|engine| tokio::spawn(run(engine))).collect();
    for run in runs {
        run.await.unwrap();
    }
}

async fn run(engine: Engine) {
    let world = World::new(engine).await;
    things::people(&world, A).await;
    let mut visitors = vec![world.nobody()];
    for place in Place::ALL {
        for role in Role::ALL {
            visitors.push(world.visitor(role, place).await);
        }
    }
    let mut faults = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let routes = web::routes(&MODULES);
    for route in &routes {
        let Some(about) = about(route.method, route.path) else {
            faults.push(format!("{} {} is not declared in declared.rs", route.method, route.path));
            continue;
        };
        let shared = address(&world, A, route.path).await;
        let (allowed, others): (Vec<_>, Vec<_>) =
            visitors.iter_mut().partition(|visitor| may(route, about, visitor.who));
        *counts.entry("refused").or_default() += others.len();
        *counts.entry("passed").or_default() += allowed.len();
        faults.extend(refuse(&world, route, &shared, others).await);
        faults.extend(admit(&world, route, &shared, allowed).await);
    }
    println!("W1 {engine:?}: {} routes, {} visitors, {counts:?}", routes.len(), visitors.len());
    assert!(faults.is_empty(), "{engine:?}: {} faults\n{}", faults.len(), faults.join("\n"));
}

/// Asks as everybody who is to be refused; none of it leaves a trace.
async fn refuse(world: &World, route: &Route, path: &str, visitors: Vec<&mut Visitor>) -> Vec<String> {
    let name = format!("{} {}", route.method, route.path);
    let before = world.events().await;
    let mut faults = Vec::new();
    for visitor in visitors {
        let answer = ask(visitor, route, path).await;
        if !refused(&answer) {
            faults.push(format!("{name}: {:?} was to be refused, got {}", visitor.who, answer.status));
        }
    }
    if world.events().await != before {
        faults.push(format!("{name}: a refusal left a trace"));
    }
    faults
}

/// Asks as everybody who is to pass. What changes something is asked for a thing and in a session of its own.
async fn admit(world: &World, route: &Route, path: &str, visitors: Vec<&mut Visitor>) -> Vec<String> {
    let mut faults = Vec::new();
    for visitor in visitors {
        let answer = if route.method == "GET" {
            ask(visitor, route, path).await
        } else {
            let path = address(world, A, route.path).await;
            let mut fresh = match visitor.who {
                Some((role, place)) => world.visitor(role, place).await,
                None => world.nobody(),
            };
            let answer = ask(&mut fresh, route, &path).await;
            if route.path == "/account/sessions/endings" {
                // It has ended the session that the next route would be asked in.
                *visitor = fresh;
            }
            answer
        };
        if !passed(route, &answer) {
            let name = format!("{} {}", route.method, route.path);
            faults.push(format!("{name}: {:?} was to pass, got {} {}", visitor.who, answer.status, answer.to));
        }
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn w1_a_link_opens_its_purpose_and_nothing_else() {
    let runs: Vec<_> = engines().into_iter().map(|engine| tokio::spawn(run_links(engine))).collect();
    for run in runs {
        run.await.unwrap();
    }
}

/// A link, and what the addresses of the very thing hold that it is about.
struct Linked {
    link: AccessLink,
    own: Vec<(&'static str, String)>,
}

impl Linked {
    async fn new(world: &World, purpose: Purpose) -> Self {
        if purpose == REPORTS {
            let (round, report) = follow_up::round(world, A).await;
            let link = follow_up::link(world, A, &round, "lead").await;
            let sql = "SELECT id FROM report_evidence WHERE report_id = $1";
            let evidence = world.db().texts(sql, values![report.as_str()]).await.unwrap().remove(0);
            let unit = A.unit("lead").to_string();
            return Self {
                link,
                own: vec![("{id}", round), ("{report}", report), ("{unit}", unit), ("{evidence}", evidence)],
            };
        }
        let (plan, round, link) = things::linked(world, A).await;
        Self { link, own: vec![("{id}", plan.to_string()), ("{round}", round.to_string())] }
    }

    fn address(&self, path: &str) -> String {
        self.own.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    }
}

/// Asks for everything with links for each purpose.
async fn run_links(engine: Engine) {
    let world = World::new(engine).await;
    things::people(&world, A).await;
    let (mut faults, mut counts) = (Vec::new(), BTreeMap::<&str, usize>::new());
    for purpose in MODULES.iter().flat_map(|module| module.purposes).map(|one| one.purpose) {
        let shared = Linked::new(&world, purpose).await;
        for route in &web::routes(&MODULES) {
            // What becomes of the link itself is asked in `links.rs`.
            if route.path.starts_with("/answer-links") {
                continue;
            }
            faults.extend(follow(&world, route, &shared, purpose, &mut counts).await);
        }
    }
    println!("W1 links {engine:?}: {counts:?}");
    assert!(faults.is_empty(), "{engine:?}: {} faults\n{}", faults.len(), faults.join("\n"));
}

/// Asks for the very thing, where the route is open to the link, and for another of the same kind and owner.
async fn follow(
    world: &World,
    route: &Route,
    shared: &Linked,
    purpose: Purpose,
    counts: &mut BTreeMap<&str, usize>,
) -> Vec<String> {
    let fresh = if route.purposes.contains(&purpose) { Some(Linked::new(world, purpose).await) } else { None };
    let linked = fresh.as_ref().unwrap_or(shared);
    let mut asked = vec![(address(world, A, route.path).await, false)];
    asked.extend(fresh.as_ref().map(|fresh| (fresh.address(route.path), true)));
    let mut faults = Vec::new();
    for (path, own) in asked {
        let answer = ask(&mut world.holder(&linked.link).await, route, &path).await;
        let public = matches!(route.permission, Permission::Public(_));
        let may = public || (own && route.is_opened_by(&linked.link.errand()));
        *counts.entry(if may { "passed" } else { "refused" }).or_default() += 1;
        let right = if may { public || passed(route, &answer) } else { refused(&answer) };
        if !right {
            let (method, purpose) = (route.method, purpose.0);
            faults.push(format!("{purpose}: {method} {path}: own {own}, got {} {}", answer.status, answer.to));
        }
        // On public pages a link shows what nobody sees, to the letter of what is theirs.
        if public && route.method == "GET" {
            let nobody = ask(&mut world.nobody(), route, &path).await;
            if (nobody.status, things::canaries(&nobody.bytes)) != (answer.status, things::canaries(&answer.bytes)) {
                faults.push(format!("GET {path}: a link shows something else than nobody sees"));
            }
        }
    }
    faults
}
