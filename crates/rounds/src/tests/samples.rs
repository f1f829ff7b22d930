//! Every template is rendered, in both languages.

use std::collections::BTreeSet;

use web::testing::render_samples;

use super::fixture::Fixture;

#[tokio::test]
async fn every_template_has_a_sample_and_renders() {
    let fixture = Fixture::new(db::Engine::Sqlite).await;
    let rendered: BTreeSet<&str> = render_samples(&fixture.app).await.into_iter().collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/pages/rounds");
    for noun in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(noun.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.to_string_lossy().split("/ui/").nth(1).unwrap().to_owned();
            if text.starts_with("{% extends") {
                assert!(rendered.contains(name.as_str()), "{name} has no sample");
            }
        }
    }
}
