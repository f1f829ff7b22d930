//! Nothing that was typed is lost: whatever button is pressed, and whatever is wrong.

use db::testing::engines;

use super::fixture::{COMPLETE, Fixture, SCHOOLS, SOCIAL};

const GATHERED: &str = "Vi leder.\n\nSkolnämnden i Lindhamn: Två kurser.";

#[tokio::test]
async fn taking_in_the_others_texts_saves_what_is_typed_first() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let (lead, part) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "ett", SCHOOLS).await);
        let gather = format!("{lead}/gatherings");
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&lead).await;
        let button = format!("button[formaction='{gather}']");
        assert_eq!(page.attributes(&button, "form"), ["answer"], "it sends the answer along");
        let page = reporter.post(&gather, &[("text", "Vi leder.")]).await;
        assert!(page.words().contains("De andra har inte lämnat in"), "{}", page.words());
        assert_eq!((page.status.as_u16(), page.all("textarea#text")), (200, vec!["Vi leder.".to_owned()]));
        fixture.submit("schools", &part, &COMPLETE).await;
        let typed = [("text", "Vi leder."), ("was-text", "Vi leder."), ("status", "done")];
        let page = reporter.post(&gather, &typed).await;
        assert_eq!(page.all("textarea#text"), ["Vi leder. Skolnämnden i Lindhamn: Två kurser."], "{}", page.words());
        assert_eq!(page.attributes("input[name=status][checked]", "value"), ["done"], "and what was just typed");
        let again = [("text", GATHERED), ("was-text", GATHERED), ("status", "done"), ("was-status", "done")];
        let page = reporter.post(&gather, &[&again[..], &[("andel.part", "1")]].concat()).await;
        assert_eq!(page.status, 200, "a second time there is nothing new");
        assert!(page.words().contains("De andra har inte lämnat in"), "{}", page.words());
        assert_eq!(page.attributes("[name='andel.part']", "value"), ["1"]);
        let page = fixture.browser("second").await.post(&gather, &[("text", "Tvåans text.")]).await;
        assert_eq!(page.status, 422, "two who write differently choose, as when a draft is saved");
        assert!(page.words().contains("Tvåans text.") && page.words().contains("Vi leder."), "{}", page.words());
        let schools = fixture.browser("schools").await.get(&part).await;
        assert!(schools.all("button[formaction$='/gatherings']").is_empty(), "who takes part sees nobody else's");
    }
}

#[tokio::test]
async fn the_last_answer_is_taken_over_and_confirmed_beside_what_is_typed() {
    for engine in engines() {
        let fixture = Fixture::new(engine).await;
        let before = fixture.open(2023).await;
        for item in ["ett", "tre"] {
            let report = fixture.report(&before, item, SOCIAL).await;
            fixture.submit("reporter", &report, &COMPLETE).await;
        }
        let round = fixture.open(2024).await;
        let (first, third) = (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "tre", SOCIAL).await);
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&first).await;
        assert!(page.words().contains("Svaret för 2023 finns"), "{}", page.words());
        for deed in ["takeovers", "confirmations"] {
            assert_eq!(page.all(&format!("form#answer button[formaction$='/{deed}']")).len(), 1, "{deed}");
        }
        let page = reporter.post(&format!("{first}/takeovers"), &[("text", "Tre kurser.")]).await;
        assert_eq!(page.all("textarea#text"), ["Tre kurser."], "{}", page.words());
        assert_eq!(page.attributes("input[name=status][checked]", "value"), ["ongoing"], "the rest is taken over");
        let page = reporter.post(&format!("{third}/confirmations"), &[("text", "Tre kurser.")]).await;
        assert!(page.words().contains("allt är inte oförändrat"), "{}", page.words());
        assert_eq!(page.all("textarea#text"), ["Tre kurser."]);
        let handed = "SELECT COUNT(*) FROM report_step s JOIN report x ON x.id = s.report_id JOIN round r ON r.id = x.round_id \
            WHERE r.year = 2024";
        assert_eq!(fixture.number(handed).await, 0, "what has changed is not handed in as unchanged");
    }
}

#[tokio::test]
async fn cells_without_a_place_and_reasons_beside_figures_are_put_right_before_handing_in() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let pasted = [&COMPLETE[..], &[("andel@kon.paste", "kvinnor\t4\t9\nokänt\t1\t2")]].concat();
        let page = fixture.submit("reporter", &report, &pasted).await;
        assert_eq!(page.status, 422, "{}", page.words());
        assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#andel@kon.paste"]);
        assert_eq!(page.all("[id='andel@kon.paste']"), ["okänt 1 2"], "it stands where it was pasted");
        assert_eq!(page.attributes("[name='andel@kon@kvinnor.part']", "value"), ["4"]);
        // Put right: the box is emptied. A reason beside the figure is one too much.
        let was = page.attributes("form#answer input[name^='was-']", "name");
        let values = page.attributes("form#answer input[name^='was-']", "value");
        let was: Vec<(&str, &str)> =
            was.iter().zip(&values).map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let of = [("andel@kon@kvinnor.part", "4"), ("andel@kon@kvinnor.of", "9"), ("andel@kon.paste", "")];
        let typed = [&was[..], &COMPLETE[..], &of[..], &[("andel.reason", "Vi räknar om.")]].concat();
        let page = fixture.submit("reporter", &report, &typed).await;
        assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#andel.reason"], "{}", page.words());
        assert!(page.words().contains("Ta bort det ena."));
        assert_eq!(page.all("[id='andel.reason']"), ["Vi räknar om."]);
        assert_eq!(page.all("[id='andel@kon.paste']"), [""], "what was emptied is gone");
        let was: Vec<(&str, &str)> = was.into_iter().filter(|(name, _)| !name.ends_with(".paste")).collect();
        let typed = [&was[..], &COMPLETE[..], &of[..2], &[("was-andel.reason", "Vi räknar om.")]].concat();
        let page = fixture.submit("reporter", &report, &typed).await;
        assert_eq!(page.status, 200, "{}", page.words());
    }
}

#[tokio::test]
async fn a_small_form_that_lacks_something_comes_again_with_all_that_was_typed() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let (first, other) =
            (fixture.report(&round, "ett", SOCIAL).await, fixture.report(&round, "ett", SCHOOLS).await);
        fixture.submit("reporter", &first, &COMPLETE).await;
        let long = "x".repeat(2001);
        let cases = [
            ("manager", format!("{first}/returns"), ("note", " "), "return-note"),
            ("manager", format!("{first}/returns"), ("note", long.as_str()), "return-note"),
            ("reporter", format!("{first}/comments"), ("comment", ""), "comment-text"),
            ("reporter", format!("{first}/comments"), ("comment", long.as_str()), "comment-text"),
            ("coordinator", format!("{other}/exemptions"), ("reason", ""), "reason-excuse"),
            ("coordinator", format!("{other}/exemptions"), ("reason", long.as_str()), "reason-excuse"),
        ];
        for (who, path, field, id) in cases {
            refused(&fixture, who, &path, field, id).await;
        }
        let notes = [("note", long.as_str()), ("note-andel", "Gäller det alla?")];
        let page = fixture.browser("manager").await.post(&format!("{first}/returns"), &notes).await;
        assert_eq!(page.all("textarea[name='note-andel']"), ["Gäller det alla?"], "{}", page.words());
        fixture.browser("manager").await.post(&format!("{first}/approvals"), &[]).await;
        refused(&fixture, "manager", &format!("{first}/unlockings"), ("reason", ""), "reason-unlock").await;
    }
}

#[tokio::test]
async fn a_comment_saves_the_answer_that_is_being_written() {
    for engine in engines() {
        let (fixture, round) = Fixture::with_round(engine).await;
        let report = fixture.report(&round, "ett", SOCIAL).await;
        let comments = format!("{report}/comments");
        let mut reporter = fixture.browser("reporter").await;
        let page = reporter.get(&report).await;
        assert_eq!(page.attributes(&format!("button[formaction='{comments}']"), "form"), ["answer"]);
        let page = reporter.post(&comments, &[("text", "Vi har börjat."), ("comment", "Får vi längre tid?")]).await;
        assert!(page.all(".timeline")[0].contains("Får vi längre tid?"), "{}", page.words());
        assert_eq!(page.all("textarea#text"), ["Vi har börjat."]);
        let page = reporter.post(&comments, &[("text", "Mer."), ("was-text", "Vi har börjat."), ("comment", "")]).await;
        assert_eq!(
            (page.status.as_u16(), page.all("textarea#text")),
            (422, vec!["Mer.".to_owned()]),
            "{}",
            page.words()
        );
        let page = fixture.browser("second").await.post(&comments, &[("text", "Annat."), ("comment", "Hej.")]).await;
        assert_eq!((page.status.as_u16(), page.all("textarea#comment-text")), (422, vec!["Hej.".to_owned()]));
        assert!(page.words().contains("Annat.") && page.words().contains("Mer."), "{}", page.words());
    }
}

/// The form comes again: open, with the error at the field, a line that leads there, and what was typed.
async fn refused(fixture: &Fixture, who: &str, path: &str, field: (&str, &str), id: &str) {
    let page = fixture.browser(who).await.post(path, &[field]).await;
    assert_eq!(page.status, 422, "{who} {path}");
    assert_eq!(page.attributes("[data-error-summary] a", "href"), [format!("#{id}")], "{path}: {}", page.words());
    assert_eq!(page.all(&format!("details[open] #{id}-error")).len(), 1, "{path}");
    let typed = [page.attributes(&format!("input#{id}"), "value"), page.all(&format!("textarea#{id}"))].concat();
    assert_eq!(typed, [field.1.trim()], "{path}");
}
