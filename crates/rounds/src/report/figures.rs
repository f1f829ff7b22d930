//! The figures of a report as rows, so that they are found across reports.

use db::{Change, Result, Value, values};
use forms::{Answer, Answers, Figure};

use super::Seen;

impl Seen {
    /// Writes the figures of what was handed in, in place of those before.
    pub(super) async fn write_figures(&self, change: &Change, answers: &Answers) -> Result<()> {
        let report = self.report.id.as_str();
        change.execute("DELETE FROM report_figure WHERE report_id = $1", values![report]).await?;
        let mut rows = Vec::new();
        for field in self.item.form.fields() {
            let Some(series) = &field.series else { continue };
            match answers.get(&field.key) {
                Some(Answer::Figure { whole, by }) => {
                    rows.push(self.row(series, "", "", *whole));
                    for (breakdown, categories) in by {
                        rows.extend(categories.iter().map(|(category, of)| self.row(series, breakdown, category, *of)));
                    }
                }
                Some(Answer::Table { cells }) => {
                    for (row, columns) in cells {
                        let count = |(column, count): (&String, &u64)| {
                            self.row(series, row, column, Figure::Number { value: float(*count) })
                        };
                        rows.extend(columns.iter().map(count));
                    }
                }
                _ => {}
            }
        }
        change.insert_all("report_figure", rows).await
    }

    fn row(&self, series: &str, breakdown: &str, category: &str, figure: Figure) -> Vec<(&'static str, Value)> {
        let (kind, value, part, whole) = match figure {
            Figure::Number { value } => ("number", Some(value), None, None),
            Figure::Share { part, whole } => ("share", None, Some(part), Some(whole)),
            Figure::Rate { count, population } => ("rate", None, Some(count), Some(population)),
            Figure::Mean { mean, of } => ("mean", Some(mean), Some(of), None),
            Figure::State { holds } => ("state", Some(if holds { 1.0 } else { 0.0 }), None, None),
        };
        let integer = |count: Option<u64>| count.and_then(|count| i64::try_from(count).ok());
        vec![
            ("report_id", self.report.id.as_str().into()),
            ("slot", format!("{series}@{breakdown}@{category}").into()),
            ("round_id", self.round.id.as_str().into()),
            ("series", series.into()),
            ("breakdown", breakdown.into()),
            ("category", category.into()),
            ("kind", kind.into()),
            ("value", value.into()),
            ("part", integer(part).into()),
            ("whole", integer(whole).into()),
        ]
    }
}

/// A count of a table, which is below 2^53.
fn float(count: u64) -> f64 {
    count.to_string().parse().unwrap_or(f64::MAX)
}
