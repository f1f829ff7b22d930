//! Names that the register did not have when the plan was written, and whom they turned out to mean.

use super::{Content, Party};

impl Content {
    /// Every name that stands for nobody of the register, once, in reading order, with how many actions it answers for.
    #[must_use]
    pub fn unmatched(&self) -> Vec<(String, usize)> {
        let mut names: Vec<(String, usize)> = Vec::new();
        let mut note = |name: &str, count: usize| match names.iter_mut().find(|(other, _)| other == name) {
            Some((_, sum)) => *sum += count,
            None => names.push((name.to_owned(), count)),
        };
        for (_, action) in self.actions() {
            for (party, _) in action.parties() {
                if let Party::Named { name } = party {
                    note(name, 1);
                }
            }
        }
        for body in self.bodies.iter().filter(|body| body.unit.is_none()) {
            note(&body.name, 0);
        }
        names
    }

    /// Lets a name stand for a party wherever it stands alone. Whoever then answers twice for an action answers once.
    /// Tells how many actions changed.
    pub fn match_name(&mut self, name: &str, party: &Party) -> usize {
        let meant = |other: &Party| matches!(other, Party::Named { name: other } if other == name);
        let mut changed = 0;
        for action in self.actions_mut() {
            if !action.parties().any(|(party, _)| meant(party)) {
                continue;
            }
            let matched = |other: &mut Party| {
                if meant(other) {
                    *other = party.clone();
                }
            };
            action.lead.iter_mut().for_each(matched);
            action.co_responsible.iter_mut().for_each(matched);
            let mut seen: Vec<Party> = action.lead.iter().cloned().collect();
            action.co_responsible.retain(|party| {
                let first = !seen.contains(party);
                seen.push(party.clone());
                first
            });
            action.revision += 1;
            changed += 1;
        }
        if let Party::Unit { unit, .. } = party {
            self.match_body(name, unit, party.name());
        }
        changed
    }

    /// The role text under the name goes to the unit; where the unit has one of its own, both are kept.
    fn match_body(&mut self, name: &str, unit: &base::Id, unit_name: &str) {
        let Some(at) = self.bodies.iter().position(|body| body.unit.is_none() && body.name == name) else { return };
        if let Some(own) = self.bodies.iter().position(|body| body.unit.as_ref() == Some(unit)) {
            let role = self.bodies[at].role.clone();
            if self.bodies[own].role != role {
                self.bodies[own].role = format!("{}\n\n{role}", self.bodies[own].role).trim().to_owned();
            }
            self.bodies.remove(at);
        } else {
            self.bodies[at].unit = Some(unit.clone());
            unit_name.clone_into(&mut self.bodies[at].name);
        }
    }
}
