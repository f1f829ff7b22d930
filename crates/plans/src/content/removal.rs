//! Taking away goals, measures and indicators, and what becomes of what stands under them.

use base::Id;

use super::{Content, Destination, Goal, Indicator, Measure, MoveError};

/// What becomes of the actions of a goal that is taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// They move, in their order, to the end of another goal, or of the actions without goal.
    Move(Option<Id>),
    /// They are taken away as well, and can be put back one by one.
    Remove,
}

impl Content {
    /// Takes a goal away with its measures and indicators. Goals of other plans that point at it point at nothing then.
    ///
    /// # Errors
    /// When the goal, or the goal its actions are to move to, is not in the plan.
    pub fn remove_goal(&mut self, id: &Id, fate: &Fate) -> Result<Goal, MoveError> {
        let at = self.goals.iter().position(|goal| goal.id == *id).ok_or(MoveError::Missing)?;
        if let Fate::Move(Some(to)) = fate
            && (to == id || self.goal(to).is_none())
        {
            return Err(MoveError::NoPlace);
        }
        let actions: Vec<Id> = self.goals[at].actions.iter().map(|action| action.id.clone()).collect();
        for action in &actions {
            match fate {
                Fate::Remove => self.take_away(action)?,
                Fate::Move(goal) => self.move_action(action, &self.end_of(goal.as_ref()))?,
            }
        }
        Ok(self.goals.remove(at))
    }

    /// Takes a measure away with its indicators.
    ///
    /// # Errors
    /// When it is not in the plan.
    pub fn remove_measure(&mut self, goal: &Id, id: &Id) -> Result<Measure, MoveError> {
        let measures = &mut self.goal_mut(goal).ok_or(MoveError::Missing)?.measures;
        let at = measures.iter().position(|measure| measure.id == *id).ok_or(MoveError::Missing)?;
        Ok(measures.remove(at))
    }

    /// Takes an indicator away, wherever it stands.
    ///
    /// # Errors
    /// When it is not in the plan.
    pub fn remove_indicator(&mut self, id: &Id) -> Result<Indicator, MoveError> {
        let taken = self.indicator_lists_mut().find_map(|(_, list)| {
            let at = list.iter().position(|indicator| indicator.id == *id)?;
            Some(list.remove(at))
        });
        taken.ok_or(MoveError::Missing)
    }

    /// The place after the last action of a goal, or of the actions without goal.
    #[must_use]
    pub fn end_of(&self, goal: Option<&Id>) -> Destination {
        let list = goal.and_then(|goal| self.goal(goal)).map_or(&self.actions, |goal| &goal.actions);
        Destination { goal: goal.cloned(), after: list.last().map(|action| action.id.clone()) }
    }
}
