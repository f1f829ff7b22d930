//! A block of cells, as it comes out of a spreadsheet, laid over a grid of inputs.

use swedish::fold;

use crate::number::number;
use crate::typed::Typed;

/// A grid of inputs as people see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// What the columns are called.
    pub columns: Vec<String>,
    /// Each row: what it is called, and the names of its inputs, one for each column.
    pub rows: Vec<(String, Vec<String>)>,
}

/// What a block came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The numbers by input, as they were written.
    pub typed: Typed,
    /// The lines of which something was not understood, with only that left in them.
    pub left: Vec<String>,
}

/// What stands in a spreadsheet where there is nothing.
const NOTHING: [&str; 5] = ["", "-", "–", "—", ".."];

impl Grid {
    /// The block's numbers at their inputs. Cells are parted by tabs, rows by line breaks. A first row of heads and a first
    /// column of heads decide where a number belongs; without them it is its place in the block.
    #[must_use]
    pub fn paste(&self, text: &str) -> Pasted {
        let text = text.trim_end().trim_start_matches(['\r', '\n']);
        let mut lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').map(str::trim).collect()).collect();
        let heads = self.heads(&lines);
        let mut pasted = Pasted::default();
        if let Some(heads) = &heads {
            let unknown: Vec<&str> = (lines.remove(0).into_iter().zip(heads))
                .skip(1)
                .filter_map(|(word, column)| (column.is_none() && !word.is_empty()).then_some(word))
                .collect();
            // Heads of which none is known are only in the way.
            if heads.iter().any(Option::is_some) && !unknown.is_empty() {
                pasted.left.push(unknown.join("\t"));
            }
        }
        let known = heads.filter(|heads| heads.iter().any(Option::is_some));
        // Where one row is named, no other is taken by its place.
        let named = lines.iter().any(|line| self.row(line[0]).is_some());
        for (place, line) in lines.into_iter().enumerate() {
            let place = (!named).then_some(place);
            self.line(place, line, known.as_deref(), &mut pasted);
        }
        pasted
    }

    /// The columns that the first line names, where it is a line of heads.
    fn heads(&self, lines: &[Vec<&str>]) -> Option<Vec<Option<usize>>> {
        let first = lines.first()?;
        let wordy = first.iter().all(|cell| number(cell).is_none());
        let names_a_row = first.first().is_some_and(|cell| self.row(cell).is_some());
        let heads: Vec<Option<usize>> = first.iter().map(|cell| self.column(cell)).collect();
        let names_columns = heads.iter().any(Option::is_some);
        (lines.len() > 1 && wordy && (names_columns || !names_a_row)).then_some(heads)
    }

    fn line(&self, place: Option<usize>, mut line: Vec<&str>, heads: Option<&[Option<usize>]>, pasted: &mut Pasted) {
        let headed = place.is_none() || (number(line[0]).is_none() && !NOTHING.contains(&line[0]));
        let row = match place.filter(|_| !headed) {
            Some(place) => self.rows.get(place).map(|(_, inputs)| inputs),
            None => self.row(line[0]),
        };
        let from = usize::from(headed || (line.len() > self.columns.len() && NOTHING.contains(&line[0])));
        let mut whole = true;
        for (at, cell) in line.iter_mut().enumerate().skip(from) {
            if NOTHING.contains(cell) {
                continue;
            }
            let column = heads.map_or(at.checked_sub(from), |heads| heads.get(at).copied().flatten());
            let input = column.and_then(|column| row?.get(column));
            match input.filter(|_| number(cell).is_some()) {
                Some(input) => {
                    pasted.typed.0.insert(input.clone(), std::mem::take(cell).to_owned());
                }
                // A column that its head does not name was told of with the heads.
                None if heads.is_some() && row.is_some() && column.is_none() => *cell = "",
                None => whole = false,
            }
        }
        if !whole || (headed && row.is_none() && !NOTHING.contains(&line[0])) {
            pasted.left.push(line.join("\t").trim_end().to_owned());
        }
    }

    fn row(&self, head: &str) -> Option<&Vec<String>> {
        self.rows.iter().find(|(name, _)| fold(name) == fold(head)).map(|(_, inputs)| inputs)
    }

    fn column(&self, head: &str) -> Option<usize> {
        self.columns.iter().position(|name| !head.is_empty() && fold(name) == fold(head))
    }
}
