//! Reads 指标值 and 实际完成值 as people write them: “≥95%”, “不少于12次”, “100个”, “95%以上”.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::prose::binding;
use crate::domain::scheme::indicator::{Attainment, Indicator, IndicatorNature, Measure, target_text};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Entry, Input, Value};
use crate::domain::values::parse::half_width;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::row::Id;

/// What a word in the column 符号 says.
pub fn sign(text: &str) -> Option<Comparator> {
    binding::sign(&half_width(text))
}

/// The measures of a target, one for each of its clauses; none where a clause has no number or several, and
/// the target is a matter of words. `sign` and `unit` are what other columns say.
pub fn measures(text: &str, sign: Option<Comparator>, unit: &str) -> Option<Vec<Measure>> {
    let clauses: Vec<&str> = clauses(text);
    let alone = clauses.len() == 1;
    let read = clauses.into_iter().map(|clause| measure(clause, sign, unit, alone));
    read.collect::<Option<Vec<Measure>>>()
        .filter(|measures| !measures.is_empty())
}

fn clauses(text: &str) -> Vec<&str> {
    let parts = text.split(['，', '；', ';', '\n', '。', '、']).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

fn measure(clause: &str, sign: Option<Comparator>, unit: &str, alone: bool) -> Option<Measure> {
    let plain = half_width(clause);
    let (start, end) = only_number(&plain)?;
    let target = Quantity::read(plain[start..end].trim_end_matches('%')).ok()?;
    let (mut before, mut behind) = (&plain[..start], &plain[end..]);
    let mut comparator = sign;
    if let Some((found, length)) = binding::limit_before(before).or_else(|| binding::before(before)) {
        comparator = match binding::is_arrival(before) {
            true => comparator.or(Some(found)),
            false => Some(found),
        };
        before = &before[..before.len() - length];
    }
    if let Some((found, length)) = binding::at_end(behind) {
        comparator = comparator.or(Some(found));
        behind = &behind[..behind.len() - length];
    }
    // 20个工作日内公开: a time that must not be exceeded.
    if ["日内", "天内", "时内", "月内"]
        .iter()
        .any(|word| behind.contains(word))
    {
        comparator = comparator.or(Some(Comparator::AtMost));
    }
    let name = before.trim_end_matches([':', '达', '到', '为']);
    // Words before the only number say how it is meant; where they are more than a name, all of it is words.
    let is_date = behind.starts_with(['年', '月', '日', '号']) && behind.chars().count() > 1;
    if name.chars().count() > 12 || behind.chars().count() > 8 || is_date {
        return None;
    }
    let percent = if plain[start..end].ends_with('%') { "%" } else { "" };
    let own = format!("{percent}{behind}");
    Some(Measure {
        name: if alone && name.is_empty() {
            String::new()
        } else {
            name.to_owned()
        },
        // A number by itself is just that, and printed as it was written.
        comparator: comparator.unwrap_or(Comparator::Exactly),
        target: Entry::Accepted(target),
        unit: if own.is_empty() { unit.trim().to_owned() } else { own },
        ..Measure::default()
    })
}

/// The actual values for so many measures; none where the text has not one number for each.
pub fn actuals(text: &str, count: usize) -> Option<Vec<Quantity>> {
    let parts = if count == 1 { vec![text.trim()] } else { clauses(text) };
    if parts.len() != count {
        return None;
    }
    let read = parts.into_iter().map(|part| {
        let plain = half_width(part);
        let (start, end) = only_number(&plain)?;
        Quantity::read(plain[start..end].trim_end_matches('%')).ok()
    });
    read.collect()
}

/// What a text means that is put into a cell of an indicator: “≥95%” is sign, number and unit, words are a quality;
/// “96%” beside a unit of its own is the number. None where the text is what the cell takes.
pub fn edits(draft: &Draft, field: Field, text: &str) -> Option<Vec<Edit>> {
    let set = |field, text: String| Edit::Set(field, text);
    let plain = text.trim();
    let id = field.indicator()?;
    let own = |part| Field::Indicator(id, part);
    let row = draft.indicator(id)?;
    let of_row = |id: Id| row.measures.iter().find(|measure| measure.id == id);
    match field {
        // A blank beside “95%” takes nothing away.
        Field::Measure(_, _, MeasureField::Unit) if plain.is_empty() => Some(vec![]),
        _ if plain.is_empty() => None,
        Field::Measure(_, measure, MeasureField::Target) if !is_number(plain) => {
            let of = |part| Field::Measure(id, measure, part);
            let sign = of_row(measure)?.comparator;
            if !plain.contains(char::is_numeric) {
                let nature = set(
                    own(IndicatorField::Nature),
                    IndicatorNature::Qualitative.code().to_owned(),
                );
                return Some(vec![nature, set(own(IndicatorField::Standard), plain.to_owned())]);
            }
            let read = measures(plain, Some(sign), "").filter(|read| read.len() == 1)?;
            let read = read.into_iter().next().filter(|read| read.name.is_empty())?;
            let mut edits = vec![
                set(of(MeasureField::Comparator), read.comparator.code().to_owned()),
                set(of(MeasureField::Target), read.target.text()),
            ];
            if !read.unit.is_empty() {
                edits.push(set(of(MeasureField::Unit), read.unit));
            }
            Some(edits)
        }
        Field::Measure(_, _, MeasureField::Actual) if !is_number(plain) => {
            let number = *actuals(plain, 1)?.first()?;
            is_bare(plain, "").then(|| vec![set(field, Entry::Accepted(number).text())])
        }
        // A quality that was reached is told in the words of its target.
        Field::Indicator(_, IndicatorField::Attainment) if half_width(plain) == half_width(&row.standard) => {
            Some(vec![set(field, Attainment::Achieved.code().to_owned())])
        }
        _ => None,
    }
}

fn is_number(plain: &str) -> bool {
    Quantity::read(plain).is_ok() && !half_width(plain).ends_with('%')
}

/// The targets of an indicator in one cell.
pub fn written(indicator: &Indicator) -> String {
    let named = |measure: &Measure| format!("{}{}", measure.name.trim(), target_text(measure));
    match indicator.nature {
        IndicatorNature::Quantitative => {
            let known = indicator.measures.iter().filter(|measure| !measure.target.is_blank());
            known.map(named).collect::<Vec<_>>().join("；")
        }
        IndicatorNature::Qualitative => indicator.standard.trim().to_owned(),
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => String::new(),
    }
}

/// Whether a text is a number with a unit and nothing else to tell.
pub fn is_bare(text: &str, unit: &str) -> bool {
    let plain = half_width(text);
    let Some((start, end)) = only_number(&plain) else {
        return false;
    };
    let behind = plain[end..].trim();
    start == 0 && (behind.is_empty() || behind == half_width(unit) || behind.chars().count() <= 2)
}

/// Where the only number of a text stands; none where there is no number, or more than one.
fn only_number(text: &str) -> Option<(usize, usize)> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let length = text[start..]
        .find(|letter| !is_part(letter))
        .unwrap_or(text.len() - start);
    let mut end = start + text[start..start + length].trim_end_matches(['.', ',']).len();
    if text[end..].starts_with('%') {
        end += 1;
    }
    if text[end..].contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let start = if text[..start].ends_with('-') { start - 1 } else { start };
    Some((start, end))
}
