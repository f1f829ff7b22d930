//! Writing the reminders of a day into the outbox: each person's in a change of its own, so that a run that dies has written whole
//! mails only, and the next goes on where it ended.

use base::in_stockholm;
use db::{Actor, Db, Event, Result};
use identity::Person;
use jiff::SignedDuration;
use jiff::civil::Date;
use web::outbox::{Mail, Outgoing};

use super::{Line, Open, Reminder, reminders};

/// The end of a reminder's translation keys.
pub const KIND: &str = "round-reminder";

const WORKER: Actor = Actor::Command("worker");

/// From which hour of the day in Sweden people are reminded.
const FIRST_HOUR: i8 = 7;

/// Writes what is to go out today and has not, and answers with how many mails that was. Before the morning it writes none.
///
/// # Errors
/// When the database refuses.
pub async fn remind(db: &Db) -> Result<usize> {
    let now = in_stockholm(db.clock().now());
    if now.hour() < FIRST_HOUR {
        return Ok(0);
    }
    let mut written = 0;
    for reminder in due(db, now.date()).await? {
        written += usize::from(reminder.write(db, now.date()).await?);
    }
    Ok(written)
}

/// Who is to be reminded of what on this day and was not.
pub(crate) async fn due(db: &Db, day: Date) -> Result<Vec<Reminder>> {
    let open: Vec<Open> = Open::list(db).await?.into_iter().filter(|open| open.is_told_on(day)).collect();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let told = Outgoing::people_told(db, KIND, base::day_begins(day)).await?;
    let mut reminders = reminders(day, &Person::viewers(db).await?, &open);
    reminders.retain(|reminder| !told.contains(reminder.person.as_str()));
    Ok(reminders)
}

impl Reminder {
    /// Writes the mail, unless the person has that day's already; tells whether it did.
    pub(crate) async fn write(&self, db: &Db, day: Date) -> Result<bool> {
        let change = db.change(WORKER).await?;
        let Some(id) = self.mail(db, day).put(db, &change).await? else { return Ok(false) };
        let mut events = Vec::new();
        for Line { round, owner, reports, .. } in &self.lines {
            let row = vec![
                ("mail_id", id.as_str().into()),
                ("round_id", round.as_str().into()),
                ("reports", (*reports).into()),
            ];
            change.insert("round_reminder", row).await?;
            let detail = serde_json::json!({ "person": self.person, "reports": reports });
            events.push(Event::new("round.reminded", "round", round).within(owner).with(detail));
        }
        change.commit_all(events).await?;
        Ok(true)
    }

    /// The mail: of use as long as it is the same day, so that one that could not go out never comes together with the next.
    fn mail(&self, db: &Db, day: Date) -> Mail {
        let ends = day.tomorrow().map(base::day_begins).unwrap_or_default();
        let useful = ends.duration_since(db.clock().now()).max(SignedDuration::ZERO);
        let mail = Mail::to_person(&self.person, KIND, &format!("{} {day}", self.person));
        let mail = self.lines.iter().fold(mail, |mail, line| mail.listing(&line.title, line.reports));
        mail.linking(self.path(), useful)
    }
}
