//! Finding one thing in a plan.

use base::Id;

use super::{Action, Content, Goal, Indicator, Subject};

impl Content {
    /// All actions in reading order, each with its goal.
    pub fn actions(&self) -> impl Iterator<Item = (Option<&Goal>, &Action)> {
        let under_goals =
            self.goals.iter().flat_map(|goal| goal.actions.iter().map(move |action| (Some(goal), action)));
        under_goals.chain(self.actions.iter().map(|action| (None, action)))
    }

    /// All actions, to be changed.
    pub fn actions_mut(&mut self) -> impl Iterator<Item = &mut Action> {
        self.goals.iter_mut().flat_map(|goal| goal.actions.iter_mut()).chain(self.actions.iter_mut())
    }

    /// The action with this id and its goal.
    #[must_use]
    pub fn action(&self, id: &Id) -> Option<(Option<&Goal>, &Action)> {
        self.actions().find(|(_, action)| action.id == *id)
    }

    /// The action with this id, to be changed.
    pub fn action_mut(&mut self, id: &Id) -> Option<&mut Action> {
        self.actions_mut().find(|action| action.id == *id)
    }

    /// The goal with this id.
    #[must_use]
    pub fn goal(&self, id: &Id) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == *id)
    }

    /// The goal with this id, to be changed.
    pub fn goal_mut(&mut self, id: &Id) -> Option<&mut Goal> {
        self.goals.iter_mut().find(|goal| goal.id == *id)
    }

    /// All indicators in reading order, each with what it stands under.
    pub fn indicators(&self) -> impl Iterator<Item = (Subject<'_>, &Indicator)> {
        let of_goals = self.goals.iter().flat_map(|goal| {
            let own = goal.indicators.iter().map(move |indicator| (Subject::Goal(goal), indicator));
            let measured = goal.measures.iter().flat_map(move |measure| {
                measure.indicators.iter().map(move |indicator| (Subject::Measure(goal, measure), indicator))
            });
            own.chain(measured)
        });
        let of_actions = self.actions().flat_map(|(goal, action)| {
            action.indicators.iter().map(move |indicator| (Subject::Action(goal, action), indicator))
        });
        of_goals.chain(of_actions)
    }

    /// The indicator with this id and what it stands under.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> Option<(Subject<'_>, &Indicator)> {
        self.indicators().find(|(_, indicator)| indicator.id == *id)
    }

    /// All indicators, to be changed.
    pub fn indicators_mut(&mut self) -> impl Iterator<Item = &mut Indicator> {
        self.indicator_lists_mut().flat_map(|(_, list)| list)
    }

    /// Every list of indicators with the id of the goal, measure or action it stands under, to be changed.
    pub fn indicator_lists_mut(&mut self) -> impl Iterator<Item = (&Id, &mut Vec<Indicator>)> {
        let under_goals = self.goals.iter_mut().flat_map(|goal| {
            let measured = goal.measures.iter_mut().map(|measure| (&measure.id, &mut measure.indicators));
            let acted = goal.actions.iter_mut().map(|action| (&action.id, &mut action.indicators));
            std::iter::once((&goal.id, &mut goal.indicators)).chain(measured).chain(acted)
        });
        under_goals.chain(self.actions.iter_mut().map(|action| (&action.id, &mut action.indicators)))
    }

    /// How many actions there are.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.actions().count()
    }
}
