//! Renders every template that a module has a sample for, in each language.

use axum::body::Body;
use axum::http::Request;
use i18n::Language;

use crate::App;

/// Renders all samples and panics on the first that fails. Returns the names of the templates that were rendered.
///
/// # Panics
/// When a template fails or a translation is missing.
pub async fn render_samples(app: &App) -> Vec<&'static str> {
    let mut rendered = Vec::new();
    for sample in app.modules().iter().flat_map(|module| (module.samples)()) {
        for language in Language::ALL {
            let here = here(app, language).await;
            let html = here.render(sample.template, &[], sample.context.clone());
            let html = html.unwrap_or_else(|error| panic!("{} in {}: {error:?}", sample.template, language.tag()));
            assert!(!html.contains('⟦'), "{}: a translation is missing in {}\n{html}", sample.template, language.tag());
        }
        rendered.push(sample.template);
    }
    rendered
}

#[expect(clippy::expect_used, reason = "a request without cookies always has a viewer: anybody")]
async fn here(app: &App, language: Language) -> crate::Here {
    let cookie = format!("language={}", language.tag());
    let request = Request::builder().uri("/").header("cookie", cookie).body(Body::empty()).expect("a constant request");
    crate::request::look(app, request.headers(), request.uri()).await.expect("anybody may look")
}
