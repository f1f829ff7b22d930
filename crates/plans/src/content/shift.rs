//! Moving measures and indicators: a step among those beside them, or to the end of another list.

use base::Id;

use super::{Content, Measure, MoveError};

/// Where something is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shift {
    /// Before the one it stands after.
    Up,
    /// After the one it stands before.
    Down,
    /// Last under another goal, measure or action.
    Under(Id),
}

impl Shift {
    /// What a form sent: `up` or `down` in one field, or else an id in another.
    #[must_use]
    pub fn parse(step: &str, under: &str) -> Option<Self> {
        match step {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => Id::parse(under).map(Self::Under),
        }
    }
}

impl Content {
    /// Moves a measure, with its indicators. The first goes no further up and the last no further down.
    ///
    /// # Errors
    /// When the measure, or the goal it is to move to, is not in the plan.
    pub fn move_measure(&mut self, id: &Id, shift: &Shift) -> Result<(), MoveError> {
        let mut lists: Vec<(&Id, &mut Vec<Measure>)> =
            self.goals.iter_mut().map(|goal| (&goal.id, &mut goal.measures)).collect();
        move_in(&mut lists, |measure| measure.id == *id, shift)
    }

    /// Moves an indicator. The first goes no further up and the last no further down.
    ///
    /// # Errors
    /// When the indicator, or what it is to move to, is not in the plan.
    pub fn move_indicator(&mut self, id: &Id, shift: &Shift) -> Result<(), MoveError> {
        let mut lists: Vec<_> = self.indicator_lists_mut().collect();
        move_in(&mut lists, |indicator| indicator.id == *id, shift)
    }
}

/// Moves the one that is meant within its list, or to the end of that of another.
fn move_in<T>(lists: &mut [(&Id, &mut Vec<T>)], is_meant: impl Fn(&T) -> bool, shift: &Shift) -> Result<(), MoveError> {
    let place = |(which, (_, list)): (usize, &(&Id, &mut Vec<T>))| Some((which, list.iter().position(&is_meant)?));
    let (from, at) = lists.iter().enumerate().find_map(place).ok_or(MoveError::Missing)?;
    let to = match shift {
        Shift::Under(under) => lists.iter().position(|(id, _)| *id == under).ok_or(MoveError::NoPlace)?,
        Shift::Up | Shift::Down => from,
    };
    let item = lists[from].1.remove(at);
    let list = &mut *lists[to].1;
    let at = match shift {
        Shift::Up => at.saturating_sub(1),
        Shift::Down => (at + 1).min(list.len()),
        Shift::Under(_) if to == from => at,
        Shift::Under(_) => list.len(),
    };
    list.insert(at, item);
    Ok(())
}
