//! The tree of the organisation, a level at a time, and the groups across it.

use axum::response::Response;
use base::{Id, Problem};
use identity::{Unit, Verb};
use serde::Serialize;
use web::{Fields, Here, Result, Sample};

use crate::unit_list::{self, Branch, MOST_OF_A_LEVEL};

const TEMPLATE: &str = "pages/accounts/organisation.html";

#[derive(Serialize)]
struct OrganisationPage {
    tree: Vec<Node>,
    open: Option<Opened>,
    groups: Vec<GroupRow>,
    may_administer: bool,
    may_start: bool,
}

/// A unit in the tree, as the tree component takes it.
#[derive(Serialize)]
struct Node {
    text: String,
    href: String,
    note: String,
    current: bool,
    inner: Vec<Node>,
}

/// The unit whose level is shown.
#[derive(Serialize)]
struct Opened {
    name: String,
    kind: String,
    role_text: String,
    href: String,
    list: String,
    more: bool,
}

#[derive(Serialize)]
struct GroupRow {
    name: String,
    href: String,
    kind: String,
    members: i64,
}

/// The tree, open down to the unit that the address names; the only root is open from the start.
pub(super) async fn index(here: Here, fields: Fields) -> Result<Response> {
    let roots = unit_list::branches(here.db(), None).await?;
    let open = match (fields.get("open"), roots.as_slice()) {
        ("", [only]) => Unit::find(here.db(), &Id::stored(only.id.clone())).await?,
        ("", _) => None,
        (id, _) => {
            Some(Unit::find(here.db(), &Id::parse(id).ok_or(Problem::NotFound)?).await?.ok_or(Problem::NotFound)?)
        }
    };
    let mut tree: Vec<Node> = roots.iter().map(|branch| node(&here, branch)).collect();
    let mut opened = None;
    if let Some(unit) = &open {
        let more = grow(&here, &mut tree, unit).await?;
        opened = Some(opened_unit(&here, unit, more));
    }
    let groups = unit_list::groups(here.db()).await?.into_iter().map(|group| group_row(&here, group)).collect();
    let may_administer = here.viewer().may_somewhere(Verb::Administer);
    let may_start = tree.is_empty() && here.viewer().is_signed_in();
    let place = if fields.get("open").is_empty() { Vec::new() } else { vec![super::organisation_place(&here)] };
    here.page(TEMPLATE, &place, &OrganisationPage { tree, open: opened, groups, may_administer, may_start })
}

/// Opens the tree along the way to the unit and tells whether its level holds more than is shown.
async fn grow(here: &Here, roots: &mut Vec<Node>, unit: &Unit) -> Result<bool> {
    let way: Vec<&str> = unit.path.split('/').filter(|id| !id.is_empty()).collect();
    let mut level = roots;
    let mut more = false;
    for id in way {
        let Some(at) = level.iter().position(|node| node.is(id)) else { return Ok(more) };
        let branches = unit_list::branches(here.db(), Some(id)).await?;
        more = branches.len() > MOST_OF_A_LEVEL;
        let node = &mut level[at];
        node.current = id == unit.id.as_str();
        node.inner = branches.iter().take(MOST_OF_A_LEVEL).map(|branch| self::node(here, branch)).collect();
        level = &mut node.inner;
    }
    Ok(more)
}

impl Node {
    fn is(&self, id: &str) -> bool {
        self.href.rsplit(['/', '=']).next() == Some(id)
    }
}

/// A unit with something below opens; one without leads to its page.
fn node(here: &Here, branch: &Branch) -> Node {
    let count = usize::try_from(branch.below).unwrap_or_default();
    let kind = super::kind_text(here, &branch.kind);
    let (href, note) = match count {
        0 => (format!("/organisation/units/{}", branch.id), kind),
        _ => (format!("/organisation?open={}", branch.id), here.count_text("accounts-organisation-below", count)),
    };
    Node { text: branch.name.clone(), href, note, current: false, inner: Vec::new() }
}

fn opened_unit(here: &Here, unit: &Unit, more: bool) -> Opened {
    Opened {
        name: unit.name.clone(),
        kind: super::kind_text(here, unit.kind.as_str()),
        role_text: unit.role_text.clone(),
        href: super::unit_href(&unit.id),
        list: format!("/organisation/units?below={}", unit.id),
        more,
    }
}

fn group_row(here: &Here, group: Branch) -> GroupRow {
    GroupRow {
        href: format!("/organisation/units/{}", group.id),
        kind: super::kind_text(here, &group.kind),
        name: group.name,
        members: group.below,
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let node = |text: &str, current, inner| Node {
        text: text.to_owned(),
        href: "/organisation?open=a".to_owned(),
        note: "3 enheter".to_owned(),
        current,
        inner,
    };
    let open = Opened {
        name: "Björkhamra kommun".to_owned(),
        kind: "Kommun".to_owned(),
        role_text: "En påhittad kommun.".to_owned(),
        href: "/organisation/units/bjorkhamra".to_owned(),
        list: "/organisation/units?below=bjorkhamra".to_owned(),
        more: true,
    };
    let group = GroupRow {
        name: "Länets kommuner".to_owned(),
        href: "/organisation/units/lanets-kommuner".to_owned(),
        kind: "Grupp".to_owned(),
        members: 26,
    };
    let tree = vec![node("Mälarskärs län", false, vec![node("Björkhamra kommun", true, Vec::new())])];
    let filled =
        OrganisationPage { tree, open: Some(open), groups: vec![group], may_administer: true, may_start: false };
    let empty =
        OrganisationPage { tree: Vec::new(), open: None, groups: Vec::new(), may_administer: false, may_start: true };
    [filled, empty].iter().map(|page| Sample::new(TEMPLATE, page)).collect()
}
