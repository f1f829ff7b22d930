//! A form is changed: questions move, are replaced and taken away, with what hangs on them.

use crate::form::{Field, Form, Words};
use crate::rule::{Check, Rule};

/// What went with a question that was taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The question.
    pub field: Field,
    /// The questions that were asked only after certain answers to it, and are asked always now.
    pub freed: Vec<Words>,
    /// The rules that counted with it.
    pub rules: Vec<Rule>,
}

impl Form {
    /// Where a field stands: its part, and its place there.
    #[must_use]
    pub fn position(&self, key: &str) -> Option<(usize, usize)> {
        let place = |part: &crate::Part| part.fields.iter().position(|field| field.key == key);
        self.parts.iter().enumerate().find_map(|(number, part)| Some((number, place(part)?)))
    }

    /// Puts a field where the one of that key stands; in another part it comes last. Nothing where there is no such field or part.
    pub fn replace(&mut self, key: &str, part: usize, field: Field) -> Option<()> {
        let (from, place) = self.position(key)?;
        if from == part {
            self.parts[from].fields[place] = field;
            return Some(());
        }
        self.parts.get_mut(part)?.fields.push(field);
        self.parts[from].fields.remove(place);
        Some(())
    }

    /// Moves a field one step up or down, over the edge of its part into the next. Nothing where there is no such field; the first
    /// and the last stay.
    pub fn shift(&mut self, key: &str, up: bool) -> Option<()> {
        let (part, place) = self.position(key)?;
        let last = self.parts[part].fields.len() - 1;
        match (up, place) {
            (true, 0) if part > 0 => {
                let field = self.parts[part].fields.remove(0);
                self.parts[part - 1].fields.push(field);
            }
            (false, place) if place == last && part + 1 < self.parts.len() => {
                let field = self.parts[part].fields.remove(place);
                self.parts[part + 1].fields.insert(0, field);
            }
            (true, 0) => {}
            (true, place) => self.parts[part].fields.swap(place, place - 1),
            (false, place) if place < last => self.parts[part].fields.swap(place, place + 1),
            (false, _) => {}
        }
        Some(())
    }

    /// Takes a field away, with the rules that count with it; what was asked only after certain answers to it is asked always.
    pub fn remove(&mut self, key: &str) -> Option<Removed> {
        let (part, place) = self.position(key)?;
        let field = self.parts[part].fields.remove(place);
        let mut freed = Vec::new();
        for part in &mut self.parts {
            if part.when.take_if(|when| when.field == key).is_some() {
                freed.push(part.title.clone());
            }
            for field in &mut part.fields {
                if field.when.take_if(|when| when.field == key).is_some() {
                    freed.push(field.label.clone());
                }
            }
        }
        let rules = self.rules.extract_if(.., |rule| rule.names(key)).collect();
        Some(Removed { field, freed, rules })
    }
}

impl Rule {
    /// Whether it is shown at a field or counts with it.
    #[must_use]
    pub fn names(&self, key: &str) -> bool {
        let (Check::AtMost { lesser: one, greater: other } | Check::Equal { one, other }) = &self.check;
        let of = |name: &String| name.split('@').next() == Some(key);
        self.field == key || one.iter().chain(other).any(of)
    }
}
