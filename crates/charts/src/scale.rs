//! From numbers to places: a scale with round steps.

/// A scale between two round numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scale {
    pub least: f64,
    pub most: f64,
    pub step: f64,
}

impl Scale {
    /// A scale that holds all the numbers and zero, or begins and ends where it is told to.
    pub fn over(numbers: impl IntoIterator<Item = f64>, least: Option<f64>, most: Option<f64>) -> Self {
        let numbers: Vec<f64> = numbers.into_iter().filter(|number| number.is_finite()).collect();
        let low = numbers.iter().copied().fold(least.unwrap_or(0.0), f64::min);
        let high = numbers.iter().copied().fold(least.unwrap_or(0.0).max(0.0), f64::max);
        let high = if high > low { high } else { low + 1.0 };
        let step = step((high - low) / 4.0);
        let most = most.filter(|most| *most >= high && *most < (high / step).ceil() * step);
        Self { least: (low / step).floor() * step, most: most.unwrap_or((high / step).ceil() * step), step }
    }

    /// The round numbers on it, the lowest first.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.most - self.least) / self.step + 1e-6).floor() as i32;
        (0..=count).map(|index| self.least + f64::from(index) * self.step).collect()
    }

    /// How many decimals its round numbers need.
    pub fn decimals(&self) -> usize {
        (0..6).find(|decimals| (self.step * 10_f64.powi(*decimals)).fract().abs() < 1e-9).unwrap_or(0) as usize
    }

    /// Where a number lies between least (0) and most (1).
    pub fn place(&self, number: f64) -> f64 {
        let place = (number - self.least) / (self.most - self.least);
        if place.is_finite() { place.clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// The round step nearest above: 1, 2, 2.5 or 5 times a power of ten.
fn step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|step| step * power)
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_hold_everything() {
        for (numbers, least, most, wanted) in [
            (vec![3.0, 17.0], None, None, (0.0, 20.0, 5.0)),
            (vec![45.0, 97.0], None, Some(100.0), (0.0, 100.0, 25.0)),
            (vec![-3.0, 8.0], None, None, (-5.0, 10.0, 5.0)),
            (vec![3.4, 4.1], Some(1.0), Some(5.0), (1.0, 5.0, 1.0)),
            (vec![0.0], None, None, (0.0, 1.0, 0.25)),
            (vec![f64::NAN, 1_200.0], None, None, (0.0, 1_500.0, 500.0)),
        ] {
            let scale = Scale::over(numbers.clone(), least, most);
            assert_eq!((scale.least, scale.most, scale.step), wanted, "{numbers:?}");
        }
        assert_eq!(Scale::over([0.9], None, None).decimals(), 2);
    }
}
