//! Every template renders in both languages, and every expected obstacle has its words.

use std::collections::BTreeSet;
use std::path::Path;

use db::Engine;
use i18n::Language;
use regex::Regex;
use web::testing::render_samples;

use super::stage::stage;
use crate::MODULE;

#[tokio::test]
async fn every_template_has_a_sample_that_renders_in_both_languages() {
    let stage = stage(Engine::Sqlite, true).await;
    let rendered: BTreeSet<&str> = render_samples(&stage.app).await.into_iter().collect();
    let mut templates = BTreeSet::from(["pages/error.html".to_owned()]);
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui");
    collect(&ui.join("pages/accounts"), "html", &mut |path| {
        templates.insert(path.strip_prefix(&ui).unwrap().to_str().unwrap().to_owned());
    });
    // What pages share is rendered with them.
    templates.remove("pages/accounts/units/fields.html");
    templates.remove("pages/accounts/people/fields.html");
    templates.remove("pages/accounts/outbox/state.html");
    let missing: Vec<&String> = templates.iter().filter(|template| !rendered.contains(template.as_str())).collect();
    assert!(missing.is_empty(), "without a sample: {missing:?}");
}

#[test]
fn every_refusal_of_every_crate_has_words_in_both_languages() {
    let rule = Regex::new(r#"Refused\(\s*"([a-z-]+)""#).unwrap();
    let mut codes =
        BTreeSet::from(["not-found", "not-allowed", "not-signed-in", "invalid", "conflict"].map(str::to_owned));
    codes.extend(["link-spent", "too-large", "malformed", "foreign-origin", "internal"].map(str::to_owned));
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    collect(&crates, "rs", &mut |path| {
        let text = std::fs::read_to_string(path).unwrap();
        codes.extend(rule.captures_iter(&text).map(|found| found[1].to_owned()));
    });
    assert!(codes.len() > 15, "the rules were not found");
    let catalogue = web::catalogue().unwrap();
    for code in codes {
        for (language, end) in Language::ALL.into_iter().flat_map(|language| [(language, ""), (language, "-help")]) {
            let key = format!("problem-{code}{end}");
            let text = catalogue.find(language, &key, &std::collections::BTreeMap::new());
            assert!(text.is_some(), "{key} is missing in {}", language.tag());
        }
    }
}

#[test]
fn each_route_says_who_may_call_it_and_why_anybody_may() {
    for route in (MODULE.routes)() {
        if let web::Permission::Public(because) = route.permission {
            assert!(because.len() > 20, "{} {}", route.method, route.path);
        }
    }
}

fn collect(folder: &Path, ending: &str, visit: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, visit);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            visit(&path);
        }
    }
}
