//! What a round's reminders will be, and what they were.

use std::collections::BTreeMap;

use base::{Id, in_stockholm};
use db::{Db, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Person, Viewer};
use jiff::ToSpan;
use jiff::civil::Date;
use web::outbox::Outgoing;

use super::{KIND, Open, reminders};
use crate::round::Round;

/// For how many days it is told what will go out.
const DAYS: i32 = 14;

/// The reminders of a round, as it stands now: if nobody hands in anything more.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// What will go out, by day.
    pub coming: Vec<(Date, Vec<Coming>)>,
    /// What has gone out, the latest day first.
    pub told: Vec<(Date, Vec<Told>)>,
    /// Whom nobody can be reached for.
    pub unreached: Vec<Unreached>,
}

/// Somebody who will be reminded.
#[derive(Debug, Clone)]
pub struct Coming {
    /// Their name.
    pub name: String,
    /// The units they are reminded for.
    pub units: Vec<String>,
    /// How many reports are left.
    pub reports: i64,
}

/// Somebody who was reminded.
#[derive(Debug, Clone)]
pub struct Told {
    /// Their name.
    pub name: String,
    /// How many reports were left then.
    pub reports: i64,
    /// Where the mail is.
    pub state: String,
}

/// A unit that has not handed in and in which nobody gets reminders.
#[derive(Debug, Clone)]
pub struct Unreached {
    /// The unit.
    pub unit: Id,
    /// Its name.
    pub name: String,
    /// Its place in the tree.
    pub path: String,
    /// How many reports are left.
    pub reports: i64,
}

#[derive(FromQueryResult)]
struct ToldRow {
    name: String,
    reports: i64,
    state: String,
    made_at: i64,
}

impl Round {
    /// What the round's reminders will be and were.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn outlook(&self, db: &Db) -> Result<Outlook> {
        let (people, open) = (Person::viewers(db).await?, Open::list(db).await?);
        Ok(Outlook {
            coming: self.coming(db, &people, &open).await?,
            told: self.told(db).await?,
            unreached: self.unreached(db.clock().today(), &people, &open),
        })
    }

    async fn coming(&self, db: &Db, people: &[Viewer], open: &[Open]) -> Result<Vec<(Date, Vec<Coming>)>> {
        let today = db.clock().today();
        let had = Outgoing::people_told(db, KIND, base::day_begins(today)).await?;
        let own: Vec<Open> = open.iter().filter(|open| open.round == self.id).cloned().collect();
        let units: BTreeMap<&Id, &str> = own.iter().map(|open| (&open.unit, open.unit_name.as_str())).collect();
        let names: BTreeMap<&Id, &str> =
            people.iter().filter_map(|viewer| viewer.person.as_ref()).map(|one| (&one.id, one.name.as_str())).collect();
        let mut days = Vec::new();
        for day in (0..DAYS).filter_map(|ahead| today.checked_add(ahead.days()).ok()) {
            let due = reminders(day, people, &own).into_iter();
            let coming: Vec<Coming> = due
                .filter(|reminder| day > today || !had.contains(reminder.person.as_str()))
                .map(|reminder| Coming {
                    name: names.get(&reminder.person).copied().unwrap_or_default().to_owned(),
                    reports: reminder.lines.iter().map(|line| line.reports).sum(),
                    units: reminder
                        .lines
                        .iter()
                        .flat_map(|line| &line.units)
                        .filter_map(|unit| units.get(unit).map(|name| (*name).to_owned()))
                        .collect(),
                })
                .collect();
            if !coming.is_empty() {
                days.push((day, coming));
            }
        }
        Ok(days)
    }

    async fn told(&self, db: &Db) -> Result<Vec<(Date, Vec<Told>)>> {
        let sql = "SELECT m.receiver_name AS name, n.reports, m.state, m.made_at FROM round_reminder n \
            JOIN outgoing_mail m ON m.id = n.mail_id WHERE n.round_id = $1 \
            ORDER BY m.made_at DESC, m.id";
        let mut days: Vec<(Date, Vec<Told>)> = Vec::new();
        for row in db.all::<ToldRow>(sql, values![self.id.as_str()]).await? {
            let day = in_stockholm(db::instant(row.made_at)).date();
            let told = Told { name: row.name, reports: row.reports, state: row.state };
            match days.last_mut() {
                Some((last, all)) if *last == day => all.push(told),
                _ => days.push((day, vec![told])),
            }
        }
        for (_, told) in &mut days {
            told.sort_by_cached_key(|told| swedish::sort_key(&told.name));
        }
        Ok(days)
    }

    fn unreached(&self, today: Date, people: &[Viewer], open: &[Open]) -> Vec<Unreached> {
        let waits = |open: &&Open| open.round == self.id && today <= open.last;
        let alone = |open: &&Open| !people.iter().any(|viewer| open.reaches(viewer));
        let unreached = |open: &Open| Unreached {
            unit: open.unit.clone(),
            name: open.unit_name.clone(),
            path: open.unit_path.clone(),
            reports: open.reports,
        };
        open.iter().filter(waits).filter(alone).map(unreached).collect()
    }
}
