//! The forms of an organisation's own: what each of their routes is about, and a form that it can be about.

use base::Id;
use forms::{Field, Form, Kind, Part, Words};
use identity::UnitKind;
use identity::Verb::{See, Write};
use rounds::OwnForm;
use rounds::form::Reach;
use rounds::form::creation::{NewForm, Settings};

use super::declared::About::{self, Nothing, Thing};
use super::things::Owner;
use super::world::World;

/// What the route is about; none where it is about something else.
pub(super) fn about(method: &str, path: &str) -> Option<About> {
    Some(match (method, path) {
        (_, "/forms" | "/forms/new") => Nothing,
        ("GET", "/forms/{id}") => Thing(See),
        // Whoever reads a form may try it out; nothing is kept.
        (_, "/forms/{id}/trials/new" | "/forms/{id}/trials") => Thing(See),
        (_, path) if path.starts_with("/forms/{id}/") => Thing(Write),
        _ => return None,
    })
}

/// The address with a form of the owner's in it, made anew.
pub(super) async fn address(world: &World, owner: Owner, path: &str) -> Option<String> {
    if !path.starts_with("/forms/{id}") {
        return None;
    }
    let form = draft(world, owner).await;
    if ["/revisions", "/closings"].iter().any(|deed| path.contains(deed)) {
        OwnForm::publish(world.db(), &world.viewer(&owner.writer()).await, &form, 1).await.unwrap();
    }
    Some(path.replace("{id}", form.as_str()).replace("{key}", "cases").replace("{number}", "1"))
}

/// A form that is being written.
async fn draft(world: &World, owner: Owner) -> Id {
    let text = |end: &str| Words::own(owner.canary(&format!("form-{end}")));
    let mut cases = Field::new("cases", text("question"), Kind::Number { least: None, most: None, whole: true });
    cases.help = Some(text("help"));
    let check = forms::Check::AtMost { lesser: vec!["cases".to_owned()], greater: vec!["cases".to_owned()] };
    let rule = forms::Rule { field: "cases".to_owned(), words: text("rule"), check };
    let part = Part { title: text("part"), when: None, fields: vec![cases] };
    let title = owner.canary("form-title");
    let new = NewForm {
        id: None,
        owner: owner.unit("board"),
        settings: Settings { title, unit_kind: Some(UnitKind::Administration), reach: Reach::Below, minutes: Some(5) },
        definition: Form { parts: vec![part], rules: vec![rule] },
    };
    new.begin(world.db(), &world.viewer(&owner.writer()).await).await.unwrap()
}
