//! 年度与日期. Absent on purpose: a clock. Today comes in from outside.

use super::input::Value;
use super::parse::{Fault, Limits, number};

/// 年度: the year whose spending is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The year's number.
    pub fn get(self) -> u16 {
        self.0
    }

    /// The year after.
    pub fn next(self) -> Year {
        Year((self.0 + 1).min(GREATEST_YEAR))
    }
}

const LEAST_YEAR: u16 = 2000;
const GREATEST_YEAR: u16 = 2099;

impl Value for Year {
    fn read(text: &str) -> Result<Self, Fault> {
        let digits = text.trim_end_matches("年度").trim_end_matches('年');
        let value = number(digits, Limits { digits: 12, places: 6 }).unwrap_or_default();
        u16::try_from(value)
            .ok()
            .filter(|year| value.is_integer() && (LEAST_YEAR..=GREATEST_YEAR).contains(year))
            .map(Year)
            .ok_or(Fault::OutOfRange {
                least: LEAST_YEAR.into(),
                greatest: GREATEST_YEAR.into(),
            })
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}

/// 日期, for example the day of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A date of the Gregorian calendar; none when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => return None,
        };
        let known_year = (LEAST_YEAR..=GREATEST_YEAR).contains(&year);
        (known_year && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }

    /// As an official document prints it, without leading zeros: 2023年3月18日.
    pub fn printed(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }
}

impl Value for Date {
    /// Reads 2023年3月18日, 2023-3-18, 2023.03.18 and 2023/3/18.
    fn read(text: &str) -> Result<Self, Fault> {
        let plain = text.trim_end_matches('日').replace(['年', '月', '.', '/'], "-");
        let mut parts = plain.split('-').map(str::parse::<u16>);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) => {
                let small = |n: u16| u8::try_from(n).unwrap_or(0);
                Date::new(year, small(month), small(day)).ok_or(Fault::NotADate)
            }
            _ => Err(Fault::NotADate),
        }
    }

    fn written(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn shown(&self) -> String {
        self.printed()
    }
}

/// 时刻 in the user's own time, as kept in files: 2023-03-18T10:32:05.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(String);

impl Moment {
    /// A moment as written in a file. Anything else is kept and shown as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Moment(text.into())
    }

    /// What a file says of a time; blank where it is none, because it is shown and may be of any length.
    pub fn told(text: &str) -> &str {
        let is_moment = text.len() <= 40 && Moment::new(text).minutes().is_some();
        if is_moment { text } else { "" }
    }

    /// As written in a file.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its year; none where the text is no moment.
    pub fn year(&self) -> Option<u16> {
        self.minutes()?;
        self.0.get(..4)?.parse().ok()
    }

    /// Minutes since the year 0, to tell how far two moments lie apart; none where the text is no moment.
    pub fn minutes(&self) -> Option<i64> {
        let number = |range: std::ops::Range<usize>| self.0.get(range)?.parse::<i64>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute) = (number(11..13)?, number(14..16)?);
        if !(1..=12).contains(&month) {
            return None;
        }
        // Counting from March puts the leap day last, and 153 days make five months.
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let days = days + (153 * month + 2) / 5 + day;
        Some((days * 24 + hour) * 60 + minute)
    }

    /// Hours and minutes: "10:32".
    pub fn time(&self) -> &str {
        self.0.get(11..16).unwrap_or(&self.0)
    }

    /// "今天 10:32" on the same day, "3月18日 10:32" in the same year, else the date.
    pub fn since(&self, now: &Moment) -> String {
        let Some(day) = self.0.get(..10) else {
            return self.0.clone();
        };
        let today = now.0.get(..10).unwrap_or_default();
        if day == today {
            return format!("今天 {}", self.time());
        }
        let number = |range: std::ops::Range<usize>| self.0.get(range).unwrap_or_default().trim_start_matches('0');
        let date = format!("{}月{}日", number(5..7), number(8..10));
        if day.get(..4) == today.get(..4) {
            format!("{date} {}", self.time())
        } else {
            format!("{}年{date}", number(0..4))
        }
    }
}

/// 月份: a monitoring checkpoint stands at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u8);

impl Month {
    /// 1 to 12.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl Value for Month {
    fn read(text: &str) -> Result<Self, Fault> {
        let digits = text.trim_end_matches('份').trim_end_matches('月');
        digits
            .parse::<u8>()
            .ok()
            .filter(|month| (1..=12).contains(month))
            .map(Month)
            .ok_or(Fault::OutOfRange { least: 1, greatest: 12 })
    }

    fn written(&self) -> String {
        self.0.to_string()
    }

    fn shown(&self) -> String {
        self.written()
    }
}
