//! A workbook as an Excel file.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Url, Worksheet, XlsxError,
};

use super::{Column, Sheet, Value, Workbook};
use crate::Run;

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A date or time lies outside what a workbook can hold (1900–9999).
    #[error("a date outside the years 1900–9999")]
    Date,
    /// There are more rows or columns than a sheet holds, or sheets without columns.
    #[error("the sheet {sheet} does not fit")]
    Size {
        /// The sheet.
        sheet: String,
    },
    /// The workbook cannot be written for another reason, for example a text of more than 32 767 characters.
    #[error(transparent)]
    Other(#[from] XlsxError),
}

/// Excel's own limits.
const LONGEST_NAME: usize = 31;
const LONGEST_LIST: usize = 255;
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Rows below the last that offer the lists too, for what someone adds.
const SPARE_ROWS: u32 = 200;

/// The sheet that holds lists too long to stand in a rule. Only a program can show it.
const LISTS: &str = "_lists";

/// Writes a workbook.
///
/// # Errors
/// When it holds what Excel cannot.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&properties(workbook)?);
    let mut names = Names::default();
    let mut lists = Lists::default();
    for sheet in &workbook.sheets {
        let page = file.add_worksheet();
        page.set_name(names.next(&sheet.name))?;
        write_sheet(page, sheet, &mut lists)?;
    }
    if !lists.columns.is_empty() {
        let page = file.add_worksheet();
        page.set_name(LISTS)?.set_very_hidden(true);
        for (column, list) in (0..).zip(&lists.columns) {
            for (row, choice) in (0..).zip(list) {
                page.write_string(row, column, choice)?;
            }
        }
    }
    Ok(file.save_to_buffer()?)
}

fn properties(workbook: &Workbook) -> Result<DocProperties, WriteError> {
    let moment = workbook.created;
    let year = u16::try_from(moment.year()).map_err(|_| WriteError::Date)?;
    let created = ExcelDateTime::from_ymd(year, moment.month().unsigned_abs(), moment.day().unsigned_abs())
        .and_then(|day| {
            day.and_hms(
                moment.hour().unsigned_abs().into(),
                moment.minute().unsigned_abs(),
                moment.second().unsigned_abs(),
            )
        })
        .map_err(|_| WriteError::Date)?;
    let author = workbook.author.as_deref().unwrap_or_default();
    Ok(DocProperties::new().set_title(&workbook.title).set_author(author).set_creation_datetime(&created))
}

/// Names of sheets as Excel allows them, no two alike.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn next(&mut self, wanted: &str) -> String {
        let clean: String =
            wanted.chars().map(|one| if "[]:*?/\\".contains(one) || one.is_control() { ' ' } else { one }).collect();
        let clean = clean.trim_matches(['\'', ' ']);
        let base = if clean.is_empty() { "1" } else { clean };
        let numbered = (1..).map(|number| match number {
            1 => cut(base, LONGEST_NAME),
            _ => {
                let end = format!(" ({number})");
                cut(base, LONGEST_NAME - end.len()) + &end
            }
        });
        let taken = |name: &String| self.0.contains(&name.to_lowercase()) || name.eq_ignore_ascii_case(LISTS);
        let name = numbered.into_iter().find(|name| !taken(name)).unwrap_or_default();
        self.0.push(name.to_lowercase());
        name
    }
}

/// Excel counts characters as UTF-16 does.
fn cut(text: &str, most: usize) -> String {
    let mut left = most;
    let fits = |one: &char| {
        let rest = left.checked_sub(one.len_utf16());
        left = rest.unwrap_or_default();
        rest.is_some()
    };
    text.chars().take_while(fits).collect()
}

/// Lists that are too long for a rule, one in each column of a sheet of their own.
#[derive(Default)]
struct Lists {
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// The range that holds a list.
    fn range(&mut self, choices: &[String]) -> Formula {
        let position = self.columns.iter().position(|list| list == choices).unwrap_or_else(|| {
            self.columns.push(choices.to_vec());
            self.columns.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(position as u16);
        Formula::new(format!("='{LISTS}'!${column}$1:${column}${}", choices.len()))
    }
}

/// The looks of a sheet.
struct Looks {
    note: Format,
    header: Format,
    text: Format,
    number: Format,
    date: Format,
    link: Format,
    bold: Format,
    plain: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            note: top.clone().set_text_wrap().set_italic(),
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin)
                .set_background_color(Color::RGB(0x00E8_EEF2)),
            // `@` makes the cell stay text when someone edits it.
            text: top.clone().set_text_wrap().set_num_format("@"),
            number: top.clone(),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            link: top.set_text_wrap().set_hyperlink(),
            bold: Format::new().set_bold(),
            plain: Format::new(),
        }
    }
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet, lists: &mut Lists) -> Result<(), WriteError> {
    let looks = Looks::new();
    let width = sheet.columns.len();
    if width == 0 || width > MOST_COLUMNS || sheet.rows.len() + 2 + SPARE_ROWS as usize > MOST_ROWS {
        return Err(WriteError::Size { sheet: sheet.name.clone() });
    }
    // Both fit by the check above.
    let (last_column, count) = ((width - 1) as u16, sheet.rows.len() as u32);
    let header = u32::from(sheet.note.is_some());
    if let Some(note) = &sheet.note {
        match last_column {
            0 => drop(page.write_string_with_format(0, 0, note, &looks.note)?),
            _ => drop(page.merge_range(0, 0, 0, last_column, note, &looks.note)?),
        }
    }
    for (number, column) in (0..).zip(&sheet.columns) {
        page.write_string_with_format(header, number, &column.title, &looks.header)?;
        page.set_column_width(number, f64::from(column.width.clamp(4, 255)))?;
        if is_text(sheet, number) {
            page.set_column_format(number, &looks.text)?;
        }
        if !column.choices.is_empty() {
            page.add_data_validation(
                header + 1,
                number,
                header + count + SPARE_ROWS,
                number,
                &choices(column, lists)?,
            )?;
        }
    }
    for (row, values) in (header + 1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(values.iter().take(width)) {
            write_value(page, row, column, value, &looks)?;
        }
    }
    page.set_freeze_panes(header + 1, 0)?;
    page.autofilter(header, 0, header + count, last_column)?;
    Ok(())
}

/// Whether a column holds text and nothing else: then what someone adds below is text too, and a code keeps its zeros.
fn is_text(sheet: &Sheet, column: u16) -> bool {
    let mut values =
        sheet.rows.iter().filter_map(|row| row.get(column as usize)).filter(|value| **value != Value::Empty);
    let mut any = false;
    values.all(|value| {
        any = true;
        matches!(value, Value::Text(_) | Value::Rich(_))
    }) && any
}

/// The rule that offers a list: within the rule when it is short, from the sheet of lists when it is not.
fn choices(column: &Column, lists: &mut Lists) -> Result<DataValidation, WriteError> {
    let length: usize = column.choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum();
    // A comma parts choices, and a quotation mark is doubled where the rule holds the list itself.
    let marked = column.choices.iter().any(|choice| choice.contains([',', '"']));
    let rule = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
    if length > LONGEST_LIST || marked {
        return Ok(rule.allow_list_formula(lists.range(&column.choices)));
    }
    Ok(rule.allow_list_strings(&column.choices)?)
}

fn write_value(page: &mut Worksheet, row: u32, column: u16, value: &Value, looks: &Looks) -> Result<(), WriteError> {
    match value {
        Value::Empty => return Ok(()),
        Value::Text(text) => page.write_string_with_format(row, column, text, &looks.text)?,
        Value::Rich(runs) => return write_rich(page, row, column, runs, looks),
        Value::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, column, *number, &looks.number)?
        }
        Value::Number(number) => page.write_string_with_format(row, column, number.to_string(), &looks.text)?,
        Value::Date(date) => {
            let year = u16::try_from(date.year()).map_err(|_| WriteError::Date)?;
            let day = ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs());
            let day = day.map_err(|_| WriteError::Date)?;
            page.write_datetime_with_format(row, column, &day, &looks.date)?
        }
        Value::Bool(value) => page.write_boolean_with_format(row, column, *value, &looks.number)?,
        Value::Link { text, url } => {
            match page.write_url_with_format(row, column, Url::new(url).set_text(text), &looks.link) {
                // What is no address that Excel follows is written as the text it has.
                Err(_) => page.write_string_with_format(row, column, text, &looks.text)?,
                Ok(page) => page,
            }
        }
    };
    Ok(())
}

/// Writes text of which some is bold.
fn write_rich(page: &mut Worksheet, row: u32, column: u16, runs: &[Run], looks: &Looks) -> Result<(), WriteError> {
    let runs: Vec<&Run> = runs.iter().filter(|run| !run.text.is_empty()).collect();
    match runs.as_slice() {
        [] => {}
        [one] if one.bold => {
            page.write_string_with_format(row, column, &one.text, &looks.text.clone().set_bold())?;
        }
        [one] => {
            page.write_string_with_format(row, column, &one.text, &looks.text)?;
        }
        several => {
            let look = |run: &Run| if run.bold { &looks.bold } else { &looks.plain };
            let pieces: Vec<_> = several.iter().map(|run| (look(run), run.text.as_str())).collect();
            page.write_rich_string_with_format(row, column, &pieces, &looks.text)?;
        }
    }
    Ok(())
}
