//! The years a sentence speaks of.

use std::fmt;
use std::str::FromStr;

/// A year, or a run of years with both ends in it (`2016-2020`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First year.
    pub first: u16,
    /// Last year; the same as the first for a single year.
    pub last: u16,
}

impl Period {
    /// A single year.
    pub fn year(year: u16) -> Self {
        Self { first: year, last: year }
    }

    /// The years from `first` to `last`.
    pub fn years(first: u16, last: u16) -> Self {
        Self { first: first.min(last), last: first.max(last) }
    }

    /// The years of the `n`th Five-Year Plan (1st: 1953–1957; 3rd: 1966–1970; 十三五, the
    /// 13th: 2016–2020). `None` below 1 and above 30.
    pub fn five_year_plan(n: u16) -> Option<Self> {
        match n {
            1 => Some(Self::years(1953, 1957)),
            2 => Some(Self::years(1958, 1962)),
            3..=30 => Some(Self::years(1951 + 5 * n, 1955 + 5 * n)),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}-{}", self.first, self.last) }
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| {
            part.parse::<u16>().map_err(|_| format!("“{text}” is not a year or years: write 2020 or 2016-2020"))
        };
        match text.split_once(['-', '–', '—']) {
            Some((first, last)) => Ok(Self::years(number(first)?, number(last)?)),
            None => Ok(Self::year(number(text)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_year_plans_follow_the_calendar() {
        assert_eq!(Period::five_year_plan(13), Some(Period::years(2016, 2020)));
        assert_eq!(Period::five_year_plan(14), Some(Period::years(2021, 2025)));
        assert_eq!(Period::five_year_plan(10), Some(Period::years(2001, 2005)));
    }

    #[test]
    fn text_and_back() {
        for text in ["2020", "2016-2020"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_string()));
        }
    }
}
