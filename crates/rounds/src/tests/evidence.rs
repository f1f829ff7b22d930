//! Evidence: what is taken, what is not, and that files come back as they were.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, SOCIAL};

const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n";

#[tokio::test]
async fn a_file_comes_back_as_it_was() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let large: Vec<u8> = PDF.iter().copied().chain((0..500_000_u32).map(|byte| byte.to_le_bytes()[0])).collect();
        let mut reporter = fixture.browser("reporter").await;
        let path = format!("{report}/evidence");
        let page = reporter
            .upload(&path, &[("evidence_title", "Utvärdering")], ("evidence_file", "utvärdering.pdf", &large))
            .await;
        assert_eq!(page.status, 200, "{}", page.words());
        let href = page.attributes("main ul a[href*='/evidence/']", "href");
        let file = reporter.get(&href[0]).await;
        assert_eq!(file.bytes, large);
        assert_eq!(fixture.browser("schools").await.get(&href[0]).await.status, 404);
        reporter.post(&format!("{}/removals", href[0]), &[]).await;
        assert_eq!(reporter.get(&href[0]).await.status, 404);
        assert_eq!(fixture.number("SELECT COUNT(*) FROM file_piece").await, 0);
    }
}

#[tokio::test]
async fn what_is_no_such_file_is_refused_with_a_sentence() {
    let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
    let report = fixture.report(&round, "ett", SOCIAL).await;
    let mut reporter = fixture.browser("reporter").await;
    let path = format!("{report}/evidence");
    for (name, bytes) in [
        ("program.exe", b"MZ\x90".as_slice()),
        ("sida.pdf", b"<html><script>alert(1)</script>".as_slice()),
        ("bild.svg", b"<svg onload='x'>".as_slice()),
        ("namnlos", PDF),
    ] {
        let page = reporter.upload(&path, &[("evidence_title", "Något")], ("evidence_file", name, bytes)).await;
        assert_eq!(page.status, 422, "{name}");
        let error = page.all("#evidence_file-error").join(" ");
        assert!(
            error.contains("Filtypen går inte att ta emot") && error.contains("PDF, Word (docx)"),
            "{name}: {error}"
        );
    }
    for href in ["javascript:alert(1)", "ftp://exempel.se", "https://", "https://exempel.se/två ord"] {
        let page = reporter.upload(&path, &[("evidence_href", href)], ("evidence_file", "", b"")).await;
        assert_eq!(page.status, 422, "{href}");
        assert!(page.all("#evidence_href-error")[0].contains("Den börjar med https://"), "{href}");
    }
    let page = reporter.upload(&path, &[("evidence_href", "")], ("evidence_file", "", b"")).await;
    assert!(page.all("#evidence_href-error")[0].contains("Välj en fil, eller skriv en länk."), "{}", page.words());
    let link = [("evidence_href", "https://exempel.se/rapport")];
    let page = reporter.upload(&path, &link, ("evidence_file", "bevis.pdf", PDF)).await;
    assert_eq!(page.status, 422, "neither of the two is dropped in silence");
    let page = reporter
        .upload(
            &path,
            &[("evidence_title", ""), ("evidence_href", "https://exempel.se/rapport")],
            ("evidence_file", "", b""),
        )
        .await;
    assert_eq!(page.status, 200);
    assert_eq!(page.attributes("a[rel~=noopener]", "href"), ["https://exempel.se/rapport"]);
    assert_eq!(fixture.number("SELECT COUNT(*) FROM report_evidence").await, 1);
}

#[tokio::test]
async fn a_file_of_200_megabytes_is_refused_and_the_draft_is_there() {
    let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
    let report = fixture.report(&round, "ett", SOCIAL).await;
    let mut reporter = fixture.browser("reporter").await;
    reporter.post(&report, &[("text", "Utkast."), ("deed", "save")]).await;
    let mut large = PDF.to_vec();
    large.resize(200 * 1024 * 1024, b'x');
    let page = reporter.upload(&format!("{report}/evidence"), &[], ("evidence_file", "stor.pdf", &large)).await;
    assert_eq!(page.status, 413, "{}", page.words());
    let page = reporter.get(&report).await;
    assert_eq!(page.all("textarea#text"), ["Utkast."]);
}

#[tokio::test]
async fn what_was_handed_in_keeps_its_evidence() {
    let (fixture, round) = Fixture::with_round(db::Engine::Sqlite).await;
    let report = fixture.report(&round, "ett", SOCIAL).await;
    let path = format!("{report}/evidence");
    let mut reporter = fixture.browser("reporter").await;
    reporter.upload(&path, &[], ("evidence_file", "bevis.pdf", PDF)).await;
    fixture.submit("reporter", &report, &COMPLETE).await;
    let page = reporter.upload(&path, &[], ("evidence_file", "mer.pdf", PDF)).await;
    assert_eq!(page.status, 409, "{}", page.words());
    let manager = fixture.browser("manager").await.get(&report).await;
    assert!(manager.words().contains("bevis.pdf"));
}

#[tokio::test]
async fn the_way_to_the_evidence_saves_what_is_typed_and_leads_back() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&report).await;
        assert_eq!(page.attributes("button[value=evidence]", "form"), ["answer"], "it sends the answer along");
        let page = reporter.post(&report, &[("text", "Inte sparat än."), ("deed", "evidence")]).await;
        assert_eq!(page.path, format!("{report}/evidence"), "{}", page.words());
        let page = reporter.upload(&page.path, &[], ("evidence_file", "bevis.pdf", PDF)).await;
        assert_eq!(page.path, format!("{report}/evidence"));
        assert!(page.attributes("main a", "href").contains(&report), "there is a way back");
        let page = reporter.get(&report).await;
        assert_eq!(page.all("textarea#text"), ["Inte sparat än."]);
        assert!(page.words().contains("bevis.pdf"));
        assert!(
            page.all("form[action$='/removals'], form[action$='/evidence']").is_empty(),
            "no form beside the answer"
        );
        let schools = fixture.browser("schools").await.get(&format!("{report}/evidence")).await;
        assert_eq!(schools.status, 404);
        fixture.submit("reporter", &report, &[&COMPLETE[..], &[("was-text", "Inte sparat än.")]].concat()).await;
        let page = fixture.browser("manager").await.get(&format!("{report}/evidence")).await;
        assert!(page.words().contains("bevis.pdf") && page.all("input[type=file]").is_empty(), "{}", page.words());
    }
}
