//! What a mail says: a greeting, a sentence, what it lists, a link, and who sent it. Text and HTML say the same.

use std::collections::BTreeMap;

use i18n::{Argument, Language};
use mail::{Letter, Mailbox};
use minijinja::context;

use super::{Content, Line, Outgoing};
use crate::{App, Error, Result};

const TEMPLATE: &str = "mail/letter.html";

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What it is about.
    pub subject: String,
    /// What it says, as text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The mail in the receiver's language; none once its content is gone.
///
/// # Errors
/// When what is stored cannot be opened or the template fails.
pub fn written(app: &App, mail: &Outgoing) -> Result<Option<Written>> {
    match mail.content(app.db())? {
        Some(content) => write(app, mail, content).map(Some),
        None => Ok(None),
    }
}

/// The mail as it is handed over; none when its address is none or its content is gone.
pub(super) fn letter(app: &App, mail: &Outgoing) -> Result<Option<Letter>> {
    let (Some(to), Some(written)) = (Mailbox::new(&mail.receiver_name, &mail.receiver), written(app, mail)?) else {
        return Ok(None);
    };
    let Written { subject, text, html } = written;
    Ok(Some(Letter { id: mail.id.clone(), at: db::instant(mail.made_at).into(), to, subject, text, html }))
}

fn write(app: &App, mail: &Outgoing, content: Content) -> Result<Written> {
    let language = Language::from_tag(&mail.language).unwrap_or_default();
    let origin = app.settings().address.origin();
    let mut values: BTreeMap<String, Argument> =
        content.values.into_iter().map(|(name, value)| (name, Argument::Text(value))).collect();
    let until = crate::page::time_in(language, db::instant(mail.useful_until));
    let own = [("receiver", mail.receiver_name.as_str()), ("site", origin), ("until", until.as_str())];
    values.extend(own.map(|(name, value)| (name.to_owned(), Argument::Text(value.to_owned()))));
    let say = |key: &str| app.catalogue().text(language, key, &values);
    let lines = lines(app, language, &mail.kind, &content.lines);
    let of = |part: &str| say(&format!("mail-{}-{part}", mail.kind));
    let link = content.path.map(|path| format!("{origin}{path}"));
    let (subject, sentence, greeting) = (of("subject"), of("text"), say("mail-greeting"));
    let (deed, until, foot) = (link.as_ref().map(|_| of("deed")), link.as_ref().map(|_| of("until")), say("mail-foot"));
    let mut paragraphs = vec![greeting.clone(), sentence.clone()];
    if !lines.is_empty() {
        let listed: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
        paragraphs.push(listed.join("\n"));
    }
    if let (Some(deed), Some(link), Some(until)) = (&deed, &link, &until) {
        paragraphs.extend([format!("{deed}:\n{link}"), until.clone()]);
    }
    paragraphs.push(format!("-- \n{foot}"));
    let context = context! { lang => language.tag(), subject => subject.as_str(), greeting, sentence, lines, deed, link, until, foot };
    let html = app.templates().render(TEMPLATE, context)?;
    if html.contains('⟦') || subject.contains('⟦') {
        return Err(Error::Internal(format!("the words of the mail {} are missing", mail.kind)));
    }
    Ok(Written { subject, text: paragraphs.join("\n\n"), html })
}

/// What the mail lists, in words.
fn lines(app: &App, language: Language, kind: &str, lines: &[Line]) -> Vec<String> {
    #[expect(clippy::cast_precision_loss, reason = "nobody counts to nine quadrillions")]
    let say = |line: &Line| {
        let (what, count) = (Argument::Text(line.what.clone()), Argument::Number(line.count as f64));
        let values = BTreeMap::from([("what".to_owned(), what), ("count".to_owned(), count)]);
        app.catalogue().text(language, &format!("mail-{kind}-line"), &values)
    };
    lines.iter().map(say).collect()
}
