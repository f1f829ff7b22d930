//! The forms a plan is read in: which there are, and each of them as a page or a file.

use axum::extract::Path;
use axum::response::Response;
use base::{Id, Problem};
use documents::{Document, Fonts};
use serde::Serialize;
use tokio::sync::Semaphore;
use web::{Error, Fields, Here, Result, Route, Sample, download};

use super::choices::Choice;
use super::show::{Head, head, version};
use super::{READ, place, plan, samples};
use crate::actors::by_actor;
use crate::editions::{About, Edition, Format, Words, document, sheet};
use crate::plan::Plan;
use crate::version::Version;

/// How many files are set at once: each may take all of a processor for a second.
const AT_ONCE: usize = 2;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/plans/{id}/editions", READ, index), Route::get("/plans/{id}/editions/{file}", READ, show)]
}

/// The context of the page that lists them.
#[derive(Debug, Serialize)]
struct Index {
    plan: Head,
    editions: Vec<Form>,
    actors: Vec<Choice>,
    version: String,
}

/// An edition with its files.
#[derive(Debug, Serialize)]
struct Form {
    name: String,
    help: String,
    pages: String,
    files: Vec<File>,
}

/// A file of an edition.
#[derive(Debug, Serialize)]
struct File {
    href: String,
    text: String,
    hint: String,
    name: String,
    is_page: bool,
}

/// The context of an edition as a web page.
#[derive(Debug, Serialize)]
struct Show {
    plan: Head,
    title: String,
    html: String,
    files: Vec<File>,
}

async fn index(here: Here, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    let head = head(&here, &plan, &version).await?;
    let parts = by_actor(&version.content);
    let actors = parts.iter().filter_map(|part| Some(Choice::new(part.unit.as_ref()?.as_str(), part.name.clone())));
    let form = |edition: &Edition| {
        let name = edition.as_str();
        Form {
            name: here.text(&format!("plans-editions-name-{name}")),
            help: here.text(&format!("plans-editions-help-{name}")),
            pages: here.text(&format!("plans-editions-pages-{name}")),
            files: files(&here, edition, &head),
        }
    };
    let context = Index {
        editions: Edition::ALL.iter().map(form).collect(),
        actors: actors.collect(),
        version: fields.get("version").to_owned(),
        plan: head,
    };
    here.page("pages/plans/editions/index.html", &place(&here, Some(&plan)), &context)
}

async fn show(here: Here, Path((id, file)): Path<(String, String)>, fields: Fields) -> Result<Response> {
    let (edition, format) = file_of(&file, &fields).ok_or(Problem::NotFound)?;
    let plan = plan(&here, &id).await?;
    let version = version(&here, &plan, &fields).await?;
    if let Edition::Actors(Some(body)) = &edition {
        let has = by_actor(&version.content).iter().any(|part| part.unit.as_ref() == Some(body));
        has.then_some(()).ok_or(Problem::NotFound)?;
    }
    let about = about(&here, &plan, &version).await?;
    let words = Words::new(here.app().catalogue(), here.language());
    let name = edition.file_name(&version.content, format, words);
    let made = |document| made(document, format);
    let bytes = match format {
        Format::Html => return page(&here, &plan, &version, &about, &edition).await,
        Format::Xlsx => {
            let workbook = sheet(&version.content, &about, &edition, words).ok_or(Problem::NotFound)?;
            blocking(move || sheets::write::xlsx(&workbook).map_err(|error| error.to_string())).await?
        }
        Format::Pdf | Format::Docx => made(document(&version.content, &about, &edition, words)).await?,
    };
    Ok(download(&name, format.media_type(), bytes))
}

/// The edition as a page of the site.
async fn page(here: &Here, plan: &Plan, version: &Version, about: &About, edition: &Edition) -> Result<Response> {
    let words = Words::new(here.app().catalogue(), here.language());
    let html = documents::html(&document(&version.content, about, edition, words));
    let head = head(here, plan, version).await?;
    let others = files(here, edition, &head).into_iter().filter(|file| !file.is_page).collect();
    let title =
        format!("{}, {}", version.content.title, here.text(&format!("plans-editions-name-{}", edition.as_str())));
    let context = Show { title, html, files: others, plan: head };
    let mut way = place(here, Some(plan));
    way.push(web::Place::new(here.text("plans-editions-title"), format!("/plans/{}/editions", plan.id)));
    here.page("pages/plans/editions/show.html", &way, &context)
}

/// The edition and kind of file that an address asks for; only pairs that there are.
fn file_of(file: &str, fields: &Fields) -> Option<(Edition, Format)> {
    let (name, ending) = file.rsplit_once('.')?;
    let (edition, format) = (Edition::parse(name)?, Format::parse(ending)?);
    let edition = match (edition, fields.get("body")) {
        (Edition::Actors(_), body) if !body.is_empty() => Edition::Actors(Some(Id::parse(body)?)),
        (edition, _) => edition,
    };
    edition.formats().contains(&format).then_some((edition, format))
}

/// The files of an edition, of the same version and body as the page that lists them.
fn files(here: &Here, edition: &Edition, head: &Head) -> Vec<File> {
    let name = edition.as_str();
    let mut query = Fields::read(head.query.trim_start_matches('?').as_bytes()).unwrap_or_default();
    let asked = here.path().split_once('?').map(|(_, query)| query).unwrap_or_default();
    let body = Fields::read(asked.as_bytes()).unwrap_or_default();
    if name == "actors" && !body.get("body").is_empty() {
        query = query.with("body", body.get("body"));
    }
    let query = Some(query.query()).filter(|query| !query.is_empty()).map(|query| format!("?{query}"));
    let edition_name = here.text(&format!("plans-editions-name-{name}"));
    let file = |format: &Format| {
        let text = here.text(&format!("plans-editions-format-{}", format.as_str()));
        let values = [("edition", edition_name.as_str()), ("format", text.as_str())];
        File {
            href: format!("{}/editions/{name}.{}{}", head.href, format.as_str(), query.as_deref().unwrap_or_default()),
            hint: here.text(&format!("plans-editions-hint-{}", format.as_str())),
            name: here.text_with("plans-editions-download", &values),
            is_page: *format == Format::Html,
            text,
        }
    };
    edition.formats().iter().map(file).collect()
}

/// What an edition says about the plan besides its content.
pub(super) async fn about(here: &Here, plan: &Plan, version: &Version) -> Result<About> {
    Ok(About::load(here.db(), here.viewer(), plan, version).await?)
}

/// The file of a document, set on a thread of its own when it is its turn.
async fn made(document: Document, format: Format) -> Result<Vec<u8>> {
    blocking(move || match format {
        Format::Pdf => {
            documents::pdf(&document, &Fonts::embedded()).map(|pdf| pdf.bytes).map_err(|error| error.to_string())
        }
        _ => documents::docx(&document).map(|docx| docx.bytes).map_err(|error| error.to_string()),
    })
    .await
}

/// Does what takes long when it is its turn, without holding up other requests.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, String> + Send + 'static,
) -> Result<T> {
    let internal = |error: String| Error::Internal(format!("an edition: {error}"));
    let turn = TURNS.acquire().await.map_err(|error| internal(error.to_string()))?;
    let work = move || {
        // Whoever asked may have gone: the turn ends with the work, not with them.
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(error.to_string()))?.map_err(internal)
}

pub(super) fn samples() -> Vec<Sample> {
    let file = |is_page: bool| File {
        href: "/plans/p/editions/short.pdf".to_owned(),
        text: "PDF".to_owned(),
        hint: "Att skriva ut".to_owned(),
        name: "Ladda ner kortversionen som PDF".to_owned(),
        is_page,
    };
    let form = Form {
        name: "Kortversion".to_owned(),
        help: "Vad planen handlar om.".to_owned(),
        pages: "Högst fyra sidor.".to_owned(),
        files: vec![file(true), file(false)],
    };
    let index = Index {
        plan: samples::head(),
        editions: vec![form],
        actors: vec![Choice::new("socialnamnden", "Socialnämnden")],
        version: "2".to_owned(),
    };
    let show = Show {
        plan: samples::head(),
        title: "Trygg i Lindhamn, kortversion".to_owned(),
        html: documents::html(&Document { title: "Trygg i Lindhamn".to_owned(), ..Document::default() }),
        files: vec![file(false)],
    };
    vec![Sample::new("pages/plans/editions/index.html", &index), Sample::new("pages/plans/editions/show.html", &show)]
}
