//! What holds for every page, whatever a test fetched it for.

use std::collections::BTreeSet;

use axum::http::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// Panics with the path and what is wrong.
#[expect(clippy::expect_used, reason = "selectors below are constants")]
pub(super) fn check(path: &str, text: &str, headers: &HeaderMap) {
    let html = Html::parse_document(text);
    let select = |selector: &str| -> Vec<ElementRef<'_>> {
        html.select(&Selector::parse(selector).expect("a constant selector")).collect()
    };
    let mut faults: Vec<String> = Vec::new();
    for key in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
        if !headers.contains_key(key) {
            faults.push(format!("no header {key}"));
        }
    }
    if text.contains('⟦') {
        let from = text.find('⟦').unwrap_or_default();
        faults.push(format!("a missing translation: {}", text[from..].chars().take(60).collect::<String>()));
    }
    let heads: Vec<String> =
        select("h1").iter().map(|head| head.text().collect::<String>().trim().to_owned()).collect();
    if heads.len() != 1 || heads[0].is_empty() {
        faults.push(format!("needs one h1, has {heads:?}"));
    }
    if select("title").iter().all(|title| title.text().collect::<String>().trim().is_empty()) {
        faults.push("no title".to_owned());
    }
    let mut ids = BTreeSet::new();
    for element in select("[id]") {
        let id = element.attr("id").unwrap_or_default().to_owned();
        if !ids.insert(id.clone()) {
            faults.push(format!("two elements with id {id}"));
        }
    }
    for reference in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        for element in select(&format!("[{reference}]")) {
            for id in element.attr(reference).unwrap_or_default().split_whitespace().filter(|id| !ids.contains(*id)) {
                faults.push(format!("{reference} points at {id}, which is not there"));
            }
        }
    }
    for element in select("[style], script:not([src]), style, [onclick], [onchange], [onsubmit]") {
        faults.push(format!("inline style or script: {}", element.html()));
    }
    for form in select("form") {
        let action = form.attr("action").unwrap_or_default();
        if !action.starts_with('/') && !action.is_empty() {
            faults.push(format!("a form that leads away: {action}"));
        }
    }
    for field in select("input:not([type=hidden]):not([type=submit]), select, textarea") {
        let named = field.attr("aria-label").is_some()
            || field.attr("aria-labelledby").is_some()
            || field.attr("id").is_some_and(|id| !select(&format!("label[for='{id}']")).is_empty())
            || field.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == "label");
        if !named {
            faults.push(format!("a field without label: {}", field.html()));
        }
    }
    for image in select("img:not([alt])") {
        faults.push(format!("an image without text: {}", image.html()));
    }
    for link in select("a[href^='#']") {
        let to = link.attr("href").unwrap_or_default().trim_start_matches('#');
        if !to.is_empty() && !ids.contains(to) {
            faults.push(format!("a link to #{to}, which is not there"));
        }
    }
    assert!(faults.is_empty(), "{path}: {}\n{text}", faults.join("\n"));
}
