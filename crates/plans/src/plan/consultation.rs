//! A plan is sent out for comments (remiss): who was asked, what they said, and how each was answered.

use base::{FieldError, FormErrors, Id, Problem};
use db::{Db, Event, FromQueryResult, Queries, Result, sea_orm, values};
use identity::{Errand, Purpose, Unit, Verb, Viewer};
use jiff::civil::Date;

use super::Plan;
use crate::content::Content;

/// A round of comments.
#[derive(Debug, Clone)]
pub struct Consultation {
    /// The id.
    pub id: Id,
    /// The plan.
    pub plan: Id,
    /// The plan as it was sent out.
    pub content: Content,
    /// What the bodies are asked to look at.
    pub message: String,
    /// The day it was sent out.
    pub opened_on: String,
    /// The last day for comments.
    pub closes_on: String,
    /// The day it ended.
    pub closed_on: Option<String>,
}

/// A body that was asked.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Asked {
    /// The body.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// Its place in the tree.
    pub path: String,
    /// The day it said that it is done.
    pub answered_on: Option<String>,
    /// How many comments it made.
    pub comments: i64,
}

/// A comment.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Comment {
    /// The id.
    pub id: String,
    /// The body that made it.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The goal or action it is about; empty for the plan as a whole.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// What became of it; none until it is answered.
    pub outcome: Option<String>,
    /// The answer.
    pub answer: String,
}

/// To comment on what was sent out, on behalf of a body that was asked: what a link can be for.
pub const COMMENTS: Purpose = Purpose("consultation-comments");

/// What became of a comment.
pub const OUTCOMES: [&str; 4] = ["adopted", "partly", "noted", "declined"];

/// A round of comments to be.
#[derive(Debug, Clone, Default)]
pub struct NewConsultation {
    /// Who is asked.
    pub bodies: Vec<Id>,
    /// The last day.
    pub closes_on: String,
    /// What they are asked to look at.
    pub message: String,
}

#[derive(FromQueryResult)]
struct Stored {
    id: String,
    plan_id: String,
    content: String,
    message: String,
    opened_on: String,
    closes_on: String,
    closed_on: Option<String>,
}

impl Stored {
    fn consultation(self) -> Result<Consultation> {
        Ok(Consultation {
            id: Id::stored(self.id),
            plan: Id::stored(self.plan_id),
            content: serde_json::from_str(&self.content)?,
            message: self.message,
            opened_on: self.opened_on,
            closes_on: self.closes_on,
            closed_on: self.closed_on,
        })
    }
}

impl NewConsultation {
    /// What is wrong with it.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn check(&self, today: Date) -> std::result::Result<(), FormErrors> {
        let mut errors = FormErrors::default();
        if self.bodies.is_empty() {
            errors.add("bodies", FieldError::Missing);
        }
        match self.closes_on.trim().parse::<Date>() {
            Ok(day) if day < today => errors.add("closes_on", FieldError::TooEarly),
            Ok(_) => {}
            Err(_) if self.closes_on.trim().is_empty() => errors.add("closes_on", FieldError::Missing),
            Err(_) => errors.add("closes_on", FieldError::NotADate),
        }
        let _trimmed = errors.optional("message", &self.message, 2000);
        errors.check()
    }

    /// Sends the plan out.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write, something is wrong with the form, or the plan is
    /// out already.
    pub async fn open(&self, db: &Db, viewer: &Viewer, plan: &Id) -> Result<Id> {
        self.check(db.clock().today()).map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let (found, version) = Plan::claim(&change, viewer, Verb::Write, plan).await?;
        if found.is_in_consultation() {
            return Err(Problem::Refused("plan-in-consultation").into());
        }
        let id = change.new_id();
        let row = vec![
            ("id", id.as_str().into()),
            ("plan_id", plan.as_str().into()),
            ("content", serde_json::to_string(&version.content)?.into()),
            ("message", self.message.trim().into()),
            ("opened_on", db.clock().today().to_string().into()),
            ("closes_on", self.closes_on.trim().into()),
        ];
        change.insert("consultation", row).await?;
        for body in everybody(&change, &self.bodies).await? {
            let sql = "INSERT INTO consultation_body (consultation_id, unit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            change.execute(sql, values![id.as_str(), body.as_str()]).await?;
        }
        change.update("plan", plan, vec![("state", "consultation".into())]).await?;
        let detail = serde_json::json!({ "bodies": self.bodies.len() });
        change.commit(Event::new("plan.sent_out", "plan", plan).within(&found.owner).with(detail)).await?;
        Ok(id)
    }
}

/// The bodies, with the members in place of a group in which each answers.
async fn everybody(change: &db::Change, bodies: &[Id]) -> Result<Vec<Id>> {
    let mut all = Vec::new();
    for body in bodies {
        let unit = Unit::find(change, body).await?.ok_or(Problem::NotFound)?;
        if unit.answers == Some(identity::Answers::Each) {
            all.extend(unit.members(change).await?.into_iter().map(|member| member.id));
        } else {
            all.push(unit.id);
        }
    }
    Ok(all)
}

impl Consultation {
    /// The plan's rounds of comments, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn of_plan(db: &impl Queries, plan: &Id) -> Result<Vec<Self>> {
        let sql = "SELECT id, plan_id, content, message, opened_on, closes_on, closed_on FROM consultation \
            WHERE plan_id = $1 ORDER BY opened_on DESC, id DESC";
        db.all::<Stored>(sql, values![plan.as_str()]).await?.into_iter().map(Stored::consultation).collect()
    }

    /// Who was asked, in Swedish order.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn asked(&self, db: &impl Queries) -> Result<Vec<Asked>> {
        let sql = "SELECT b.unit_id, u.name, u.path, b.answered_on, (SELECT COUNT(*) FROM consultation_comment c \
            WHERE c.consultation_id = b.consultation_id AND c.unit_id = b.unit_id) AS comments \
            FROM consultation_body b JOIN unit u ON u.id = b.unit_id WHERE b.consultation_id = $1 ORDER BY u.sort_key";
        db.all(sql, values![self.id.as_str()]).await
    }

    /// The comments that the viewer sees: all of them for the plan's writers, and once it has ended for everybody who was
    /// asked; before that only those of the viewer's own units.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn comments(&self, db: &impl Queries, viewer: &Viewer, plan: &Plan) -> Result<Vec<Comment>> {
        let sql = "SELECT c.id, c.unit_id, u.name AS unit_name, c.subject, c.text, c.outcome, c.answer \
            FROM consultation_comment c JOIN unit u ON u.id = c.unit_id WHERE c.consultation_id = $1 ORDER BY c.created_at, c.id";
        let mut comments: Vec<Comment> = db.all(sql, values![self.id.as_str()]).await?;
        if plan.shows_draft_to(viewer) {
            return Ok(comments);
        }
        if let Some(errand) = viewer.errand_for(COMMENTS, &self.id) {
            comments.retain(|comment| comment.unit_id == errand.unit.as_str());
            return Ok(comments);
        }
        let asked = self.asked(db).await?;
        let is_asked = asked.iter().any(|body| viewer.may(Verb::See, &body.path));
        if self.closed_on.is_none() || !is_asked {
            let own = viewer.units(Verb::See);
            comments.retain(|comment| own.iter().any(|unit| unit.as_str() == comment.unit_id));
        }
        Ok(comments)
    }

    /// The asked bodies that the viewer may answer for, by a role or by a link.
    #[must_use]
    pub fn answerable<'a>(&self, viewer: &Viewer, asked: &'a [Asked]) -> Vec<&'a Asked> {
        let linked = viewer.errand_for(COMMENTS, &self.id).map(|errand| errand.unit.as_str());
        let may = |body: &&Asked| viewer.may(Verb::Submit, &body.path) || linked == Some(body.unit_id.as_str());
        asked.iter().filter(may).collect()
    }

    /// The round that a link is about, with the title of its plan.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn of_errand(db: &impl Queries, errand: &Errand) -> Result<Option<(Id, String)>> {
        #[derive(FromQueryResult)]
        struct Row {
            plan_id: String,
            title: String,
        }
        let sql = "SELECT c.plan_id, p.title FROM consultation c JOIN plan p ON p.id = c.plan_id \
            JOIN consultation_body b ON b.consultation_id = c.id WHERE c.id = $1 AND b.unit_id = $2";
        let row = db.optional::<Row>(sql, values![errand.subject.as_str(), errand.unit.as_str()]).await?;
        Ok(row.map(|row| (Id::stored(row.plan_id), row.title)))
    }

    /// Adds a comment for a body that was asked.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the body was not asked or is not the viewer's, when the round is over, or
    /// the text is missing.
    pub async fn comment(&self, db: &Db, viewer: &Viewer, unit: &Id, subject: &str, text: &str) -> Result<()> {
        self.check_open(db, viewer, unit).await?;
        let mut errors = FormErrors::default();
        let text = errors.required("text", text, 5000);
        errors.check().map_err(Problem::Invalid)?;
        let known = |id: &Id| self.content.goal(id).is_some() || self.content.action(id).is_some();
        let subject = Id::parse(subject).filter(known).map(|id| id.to_string()).unwrap_or_default();
        let change = db.change(viewer.actor()?).await?;
        let row = vec![
            ("id", change.new_id().as_str().into()),
            ("consultation_id", self.id.as_str().into()),
            ("unit_id", unit.as_str().into()),
            ("subject", subject.into()),
            ("text", text.into()),
            ("created_at", change.at().as_microsecond().into()),
        ];
        change.insert("consultation_comment", row).await?;
        change.commit(Event::new("plan.commented", "plan", &self.plan).within(unit)).await
    }

    /// Says that a body has said what it has to say.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] as for a comment.
    pub async fn finish(&self, db: &Db, viewer: &Viewer, unit: &Id) -> Result<()> {
        self.check_open(db, viewer, unit).await?;
        let change = db.change(viewer.actor()?).await?;
        let sql = "UPDATE consultation_body SET answered_on = $1 WHERE consultation_id = $2 AND unit_id = $3";
        change.execute(sql, values![db.clock().today().to_string(), self.id.as_str(), unit.as_str()]).await?;
        change.commit(Event::new("plan.comments_finished", "plan", &self.plan).within(unit)).await
    }

    async fn check_open(&self, db: &Db, viewer: &Viewer, unit: &Id) -> Result<()> {
        if self.closed_on.is_some() {
            return Err(Problem::Refused("consultation-closed").into());
        }
        let asked = self.asked(db).await?;
        let own = self.answerable(viewer, &asked).into_iter().any(|body| body.unit_id == unit.as_str());
        let known = Unit::exists(db, unit).await?;
        if own && known { Ok(()) } else { Err(Problem::NotAllowed.into()) }
    }

    /// Answers a comment.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write the plan, or outcome or answer is missing.
    pub async fn answer(
        &self,
        db: &Db,
        viewer: &Viewer,
        plan: &Plan,
        comment: &Id,
        outcome: &str,
        answer: &str,
    ) -> Result<()> {
        plan.check(viewer, Verb::Write)?;
        let mut errors = FormErrors::default();
        let answer = errors.required("answer", answer, 5000);
        if !OUTCOMES.contains(&outcome) {
            errors.add("outcome", FieldError::NotAChoice);
        }
        errors.check().map_err(Problem::Invalid)?;
        let change = db.change(viewer.actor()?).await?;
        let sql = "UPDATE consultation_comment SET outcome = $1, answer = $2, answered_at = $3 WHERE id = $4 AND consultation_id = $5";
        let now = change.at().as_microsecond();
        if change.execute(sql, values![outcome, answer, now, comment.as_str(), self.id.as_str()]).await? == 0 {
            return Err(Problem::NotFound.into());
        }
        change.commit(Event::new("plan.comment_answered", "plan", &self.plan).within(&plan.owner)).await
    }

    /// Ends the round; the plan can be adopted from now on.
    ///
    /// # Errors
    /// When the database refuses; a [`Problem`] when the viewer may not write the plan or the round has ended.
    pub async fn close(&self, db: &Db, viewer: &Viewer, plan: &Plan) -> Result<()> {
        plan.check(viewer, Verb::Write)?;
        let change = db.change(viewer.actor()?).await?;
        let sql = "UPDATE consultation SET closed_on = $1 WHERE id = $2 AND closed_on IS NULL";
        if change.execute(sql, values![db.clock().today().to_string(), self.id.as_str()]).await? == 0 {
            return Err(Problem::Refused("consultation-closed").into());
        }
        let state = if plan.adopted.is_some() { "adopted" } else { "draft" };
        change.update("plan", &self.plan, vec![("state", state.into())]).await?;
        change.commit(Event::new("plan.consultation_closed", "plan", &self.plan).within(&plan.owner)).await
    }
}

/// A plan that waits for comments from one of the viewer's bodies.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Waiting {
    /// The plan.
    pub plan_id: String,
    /// Its title.
    pub title: String,
    /// The body that was asked.
    pub unit: String,
    /// The last day, ISO.
    pub closes_on: String,
}

impl Waiting {
    /// What waits for the viewer, by date.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn list(db: &impl Queries, viewer: &Viewer) -> Result<Vec<Self>> {
        let mut values = values![];
        let reach = viewer.reach(Verb::Submit, "u.path", &mut values);
        let sql = format!(
            "SELECT c.plan_id, p.title, u.name AS unit, c.closes_on FROM consultation c JOIN plan p ON p.id = c.plan_id \
             JOIN consultation_body b ON b.consultation_id = c.id JOIN unit u ON u.id = b.unit_id \
             WHERE c.closed_on IS NULL AND b.answered_on IS NULL AND {reach} ORDER BY c.closes_on, u.sort_key LIMIT 50"
        );
        db.all(&sql, values).await
    }
}
