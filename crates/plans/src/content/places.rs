//! Adding, moving, renumbering and removing actions and goals.

use base::Id;
use serde::{Deserialize, Serialize};

use super::{Action, Content, Goal, Removed};

/// Where an action is put.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The goal; none for the actions without goal.
    pub goal: Option<Id>,
    /// The action it is put after; none for the first place.
    pub after: Option<Id>,
}

/// Why something cannot be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveError {
    /// It is not in the plan (any more).
    Missing,
    /// The place is not in the plan (any more).
    NoPlace,
}

impl Content {
    /// Takes an action out.
    pub fn remove_action(&mut self, id: &Id) -> Option<Action> {
        self.lists_mut().find_map(|list| {
            let at = list.iter().position(|action| action.id == *id)?;
            Some(list.remove(at))
        })
    }

    /// Where an action stands.
    #[must_use]
    pub fn place_of(&self, id: &Id) -> Option<Destination> {
        let under = |goal: Option<&Goal>, list: &[Action]| {
            let at = list.iter().position(|action| action.id == *id)?;
            let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|action| action.id.clone());
            Some(Destination { goal: goal.map(|goal| goal.id.clone()), after })
        };
        self.goals.iter().find_map(|goal| under(Some(goal), &goal.actions)).or_else(|| under(None, &self.actions))
    }

    /// Takes an action away so that it can be put back.
    ///
    /// # Errors
    /// When it is not in the plan.
    pub fn take_away(&mut self, id: &Id) -> Result<(), MoveError> {
        let place = self.place_of(id).ok_or(MoveError::Missing)?;
        let action = self.remove_action(id).ok_or(MoveError::Missing)?;
        self.removed.push(Removed { action, place });
        Ok(())
    }

    /// Puts an action back where it stood, or last among what stands there now.
    ///
    /// # Errors
    /// When it was not taken away.
    pub fn put_back(&mut self, id: &Id) -> Result<(), MoveError> {
        let at = self.removed.iter().position(|removed| removed.action.id == *id).ok_or(MoveError::Missing)?;
        let Removed { action, place } = self.removed.remove(at);
        if let Err(action) = self.insert_action(action, &place) {
            let list = match place.goal.and_then(|goal| self.goals.iter().position(|other| other.id == goal)) {
                Some(at) => &mut self.goals[at].actions,
                None => &mut self.actions,
            };
            list.push(*action);
        }
        Ok(())
    }

    /// Puts an action in.
    ///
    /// # Errors
    /// The action itself, when the place is not there.
    pub fn insert_action(&mut self, action: Action, to: &Destination) -> Result<(), Box<Action>> {
        let list = match &to.goal {
            Some(goal) => self.goal_mut(goal).map(|goal| &mut goal.actions),
            None => Some(&mut self.actions),
        };
        let Some(list) = list else { return Err(Box::new(action)) };
        let at = match &to.after {
            Some(after) => list.iter().position(|other| other.id == *after).map(|at| at + 1),
            None => Some(0),
        };
        match at {
            Some(at) => {
                list.insert(at, action);
                Ok(())
            }
            None => Err(Box::new(action)),
        }
    }

    /// Moves an action. When the place is not there, it stays where it was.
    ///
    /// # Errors
    /// What is missing.
    pub fn move_action(&mut self, id: &Id, to: &Destination) -> Result<(), MoveError> {
        if to.after.as_ref() == Some(id) {
            return Ok(());
        }
        let before = self.clone();
        let action = self.remove_action(id).ok_or(MoveError::Missing)?;
        if self.insert_action(action, to).is_err() {
            *self = before;
            return Err(MoveError::NoPlace);
        }
        Ok(())
    }

    /// Moves a goal to a place among the goals, counted from 0.
    ///
    /// # Errors
    /// When it is not in the plan.
    pub fn move_goal(&mut self, id: &Id, to: usize) -> Result<(), MoveError> {
        let from = self.goals.iter().position(|goal| goal.id == *id).ok_or(MoveError::Missing)?;
        let goal = self.goals.remove(from);
        self.goals.insert(to.min(self.goals.len()), goal);
        Ok(())
    }

    /// Numbers goals 1, 2, 3 and their actions 1.1, 1.2; actions without goal 1, 2, 3. Tells how many numbers changed.
    pub fn renumber(&mut self) -> usize {
        let mut changed = 0;
        for (index, goal) in self.goals.iter_mut().enumerate() {
            let number = (index + 1).to_string();
            changed += usize::from(set(&mut goal.number, &mut goal.revision, number.clone()));
            for (index, action) in goal.actions.iter_mut().enumerate() {
                changed +=
                    usize::from(set(&mut action.number, &mut action.revision, format!("{number}.{}", index + 1)));
            }
        }
        for (index, action) in self.actions.iter_mut().enumerate() {
            changed += usize::from(set(&mut action.number, &mut action.revision, (index + 1).to_string()));
        }
        changed
    }

    /// A number for an action that is put last under a goal.
    #[must_use]
    pub fn next_number(goal: Option<&Goal>, others: &[Action]) -> String {
        let count = others.len() + 1;
        goal.map_or_else(|| count.to_string(), |goal| format!("{}.{count}", goal.number))
    }

    fn lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<Action>> {
        self.goals.iter_mut().map(|goal| &mut goal.actions).chain(std::iter::once(&mut self.actions))
    }
}

fn set(number: &mut String, revision: &mut u32, new: String) -> bool {
    let changes = *number != new;
    if changes {
        *number = new;
        *revision += 1;
    }
    changes
}
