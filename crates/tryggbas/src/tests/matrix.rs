//! W1: every route, by every role, at every place: what comes back is what was declared.

use std::collections::BTreeMap;

use db::testing::engines;
use identity::Role;
use web::{Permission, Route};

use super::declared::{About, about, address, fields, takes_files};
use super::things::{self, Owner};
use super::world::{Answer, Place, Visitor, World};
use crate::store::MODULES;

const A: Owner = Owner("a");

/// Whether the answer is that of somebody who got as far as the thing: a page, a way on, or a word about what was sent.
fn passed(answer: &Answer) -> bool {
    matches!(answer.status.as_u16(), 200 | 400 | 409 | 422)
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
        (_, None) => false,
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
        _ => visitor.post(path, &fields(route.path), takes_files(route.path)).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn w1_every_route_gives_every_role_at_every_place_what_was_declared() {
    for engine in engines() {
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
            let name = format!("{} {}", route.method, route.path);
            let Some(about) = about(route.method, route.path) else {
                faults.push(format!("{name} is not declared in declared.rs"));
                continue;
            };
            let shared = address(&world, A, route.path).await;
            let before = world.events().await;
            let (allowed, others): (Vec<_>, Vec<_>) =
                visitors.iter_mut().partition(|visitor| may(route, about, visitor.who));
            for visitor in others {
                let answer = ask(visitor, route, &shared).await;
                *counts.entry("refused").or_default() += 1;
                if !refused(&answer) {
                    faults.push(format!("{name}: {:?} was to be refused, got {}", visitor.who, answer.status));
                }
            }
            if world.events().await != before {
                faults.push(format!("{name}: a refusal left a trace"));
            }
            for visitor in allowed {
                *counts.entry("passed").or_default() += 1;
                // What changes something is asked for a thing and a session of its own.
                let answer = if route.method == "GET" {
                    ask(visitor, route, &shared).await
                } else {
                    let path = address(&world, A, route.path).await;
                    let mut fresh = match visitor.who {
                        Some((role, place)) => world.visitor(role, place).await,
                        None => world.nobody(),
                    };
                    ask(&mut fresh, route, &path).await
                };
                if !passed(&answer) {
                    faults.push(format!("{name}: {:?} was to pass, got {} {}", visitor.who, answer.status, answer.to));
                }
            }
        }
        println!("W1 {engine:?}: {} routes, {} visitors, {counts:?}", routes.len(), visitors.len());
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    }
}
