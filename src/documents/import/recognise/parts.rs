//! 评分内容: the parts of the score with their weights.

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::marks::mark;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::stops::{self, Mark};

use super::flat_rows::Flat;
use super::text::{Text, sentences};
use super::told_numbers::{Part as TellsPart, numbers};

/// The parts of a text: those of its tables, or else those of a sentence that gives the points of each.
pub fn recognise(text: &Text<'_>, tables: &[Flat], indicators: &[Recognised]) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    let sum: Decimal = indicators
        .iter()
        .filter_map(|row| plain_number(row.text(Slot::Weight)?))
        .sum();
    for flat in tables {
        for part in &flat.parts {
            let stated = (part.name.as_str(), part.weight.as_str(), part.score.as_deref());
            push_scored(&mut found, stated, Sure::High, "表里写明。", vec![part.source.clone()]);
        }
        let Some((name, sources)) = &flat.part_of_rows else {
            continue;
        };
        if sum.is_zero() {
            continue;
        }
        let others: Decimal = found
            .iter()
            .filter_map(|part| plain_number(part.text(Slot::PartWeight)?))
            .sum();
        let (sure, reason) = match sum + others == Decimal::ONE_HUNDRED {
            true => (
                Sure::High,
                format!("{} 项指标的权重相加，加上其余部分正好 100。", indicators.len()),
            ),
            false => (
                Sure::Medium,
                format!("{} 项指标的权重相加，文中没有写。", indicators.len()),
            ),
        };
        push(
            &mut found,
            name,
            &sum.normalize().to_string(),
            sure,
            &reason,
            sources.clone(),
        );
    }
    for (name, sum, sources) in of_rows(indicators) {
        // The first level of a table with cells: its weight is that of its rows.
        if tables.iter().any(|flat| !flat.parts.is_empty())
            && !found.iter().any(|part| part.text(Slot::PartName) == Some(&name))
        {
            push(
                &mut found,
                &name,
                &sum.normalize().to_string(),
                Sure::High,
                "这一部分各项指标的权重之和。",
                sources,
            );
        }
    }
    if found.is_empty() {
        found = in_prose(text);
    }
    if found.is_empty() {
        found = in_headings(text);
    }
    found.iter_mut().for_each(|part| score(text, part));
    found
}

/// The score that a text prints for a part: 部门支出进度权重30分，得29.10分；决策20.00分、管理9.89分.
fn score(text: &Text<'_>, part: &mut Recognised) {
    let weight = part.text(Slot::PartWeight).and_then(plain_number);
    let (Some(name), Some(weight), None) = (part.text(Slot::PartName), weight, part.text(Slot::PartScore)) else {
        return;
    };
    let told = text.paragraphs().find_map(|(place, words)| {
        stops::ranges(words, Mark::Group).find_map(|range| {
            let said = &words[range.clone()];
            let behind = &said[said.find(name)? + name.len()..];
            let all = numbers(behind);
            let score = all.iter().find(|number| number.part == TellsPart::Score)?;
            // Between the two stands no other part, and at most its own points.
            let between = all.iter().take_while(|number| number.range.start < score.range.start);
            let is_own = between.filter(|number| number.unit == "分").all(|number| {
                number.part == TellsPart::Weight && points(&behind[number.range.clone()]) == Some(weight)
            });
            let own = points(&behind[score.range.clone()]).filter(|own| is_own && *own <= weight)?;
            Some((own, Source::text(place, range)))
        })
    });
    if let Some((score, source)) = told {
        part.values.push(Value {
            slot: Slot::PartScore,
            text: score.normalize().to_string(),
        });
        part.sources.push(source);
    }
}

/// The number of 9.8分.
fn points(text: &str) -> Option<Decimal> {
    plain_number(text.trim_end_matches('分').trim())
}

fn push(found: &mut Vec<Recognised>, name: &str, weight: &str, sure: Sure, reason: &str, sources: Vec<Source>) {
    push_scored(found, (name, weight, None), sure, reason, sources);
}

fn push_scored(
    found: &mut Vec<Recognised>,
    (name, weight, score): (&str, &str, Option<&str>),
    sure: Sure,
    reason: &str,
    sources: Vec<Source>,
) {
    if found.iter().any(|part| part.text(Slot::PartName) == Some(name)) {
        return;
    }
    let value = |slot, text: &str| Value {
        slot,
        text: text.to_owned(),
    };
    found.push(Recognised {
        values: [value(Slot::PartName, name), value(Slot::PartWeight, weight)]
            .into_iter()
            .chain(score.map(|score| value(Slot::PartScore, score)))
            .collect(),
        sure,
        reason: reason.to_owned(),
        sources,
    });
}

fn of_rows(indicators: &[Recognised]) -> Vec<(String, Decimal, Vec<Source>)> {
    let mut sums: Vec<(String, Decimal, Vec<Source>)> = Vec::new();
    for row in indicators {
        let (Some(name), Some(weight)) = (
            row.text(Slot::FirstLevel),
            row.text(Slot::Weight).and_then(plain_number),
        ) else {
            continue;
        };
        if let Some((_, sum, _)) = sums.iter_mut().find(|(known, ..)| known == name) {
            *sum += weight;
        } else if sums.len() < 40 {
            sums.push((name.to_owned(), weight, row.sources.clone()));
        }
    }
    sums
}

/// Words that lead to the first part: 指标体系设置预算执行10分.
const LEADS: [&str; 5] = ["其中", "按照", "设置", "包括", "分为"];

/// "部门支出进度30分、年度目标30分、年度主要支出计划40分": parts whose points sum to a hundred.
fn in_prose(text: &Text<'_>) -> Vec<Recognised> {
    for (place, paragraph) in text.paragraphs() {
        if !paragraph.contains('分') {
            continue;
        }
        for sentence in sentences(paragraph) {
            let said = &paragraph[sentence.clone()];
            let mut found = Vec::new();
            let mut from = 0;
            for (at, _) in said.match_indices('分').take(60) {
                let before = &said[from..at];
                let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
                let (words, digits) = (number, &before[number.len()..]);
                let weight = plain_number(digits);
                let name = words.trim_end_matches(['（', '(', ' ', '占', '为', '值', '计']);
                let name = stops::last(name, Mark::Item)
                    .rsplit(['）', ')', '“'])
                    .next()
                    .unwrap_or_default();
                let led = LEADS.iter().filter_map(|word| name.rsplit_once(word));
                let name = led
                    .map(|(_, name)| name)
                    .find(|name| !name.is_empty())
                    .unwrap_or(name)
                    .trim();
                let name = ["权重", "满分", "标准分"]
                    .iter()
                    .fold(name, |name, word| name.trim_end_matches(word))
                    .trim();
                from = at + '分'.len_utf8();
                if let Some(weight) = weight.filter(|weight| *weight < Decimal::ONE_HUNDRED)
                    && (2..=16).contains(&name.chars().count())
                {
                    let end = sentence.start + at + '分'.len_utf8();
                    let start = sentence.start + at - before.len()
                        + (words.len() - words.trim_start_matches(['、', '，', ',', '；', ';', '：', ':']).len());
                    found.push((name.to_owned(), weight, start..end));
                }
            }
            let sum: Decimal = found.iter().map(|(_, weight, _)| *weight).sum();
            if found.len() >= 2 && sum == Decimal::ONE_HUNDRED {
                let mut parts = Vec::new();
                for (name, weight, range) in found {
                    push(
                        &mut parts,
                        &name,
                        &weight.normalize().to_string(),
                        Sure::High,
                        "各部分相加正好 100 分。",
                        vec![Source::text(place, range)],
                    );
                }
                return parts;
            }
        }
    }
    Vec::new()
}

/// "1.预算执行情况（20分，自评得19.8分）": paragraphs that begin with a name and its points, one after another,
/// whose points sum to a hundred.
fn in_headings(text: &Text<'_>) -> Vec<Recognised> {
    let named: Vec<_> = text
        .paragraphs()
        .filter_map(|(place, words)| heading(place, words))
        .collect();
    for first in 0..named.len() {
        let mut sum = Decimal::ZERO;
        for (last, (_, weight, _)) in named.iter().enumerate().skip(first) {
            sum += weight;
            if sum >= Decimal::ONE_HUNDRED {
                if sum > Decimal::ONE_HUNDRED || last == first {
                    break;
                }
                let mut parts = Vec::new();
                for (name, weight, source) in named.get(first..=last).unwrap_or_default() {
                    let weight = weight.normalize().to_string();
                    push(
                        &mut parts,
                        name,
                        &weight,
                        Sure::High,
                        "各部分相加正好 100 分。",
                        vec![source.clone()],
                    );
                }
                return parts;
            }
        }
    }
    Vec::new()
}

/// The name and the points with which a paragraph begins.
fn heading(place: usize, words: &str) -> Option<(&str, Decimal, Source)> {
    let start = mark(words).map_or(0, |mark| mark.length);
    let (name, rest) = words.get(start..)?.split_once(['（', '('])?;
    let digits = &rest[..rest.find(|c: char| !c.is_ascii_digit() && c != '.')?];
    let weight = plain_number(digits).filter(|weight| !weight.is_zero() && *weight < Decimal::ONE_HUNDRED)?;
    let is_name = (2..=16).contains(&name.chars().count()) && !name.contains(['，', '。', '；', '：']);
    let end = words.len() - rest.len() + digits.len() + '分'.len_utf8();
    (is_name && rest[digits.len()..].starts_with('分')).then(|| (name.trim(), weight, Source::text(place, start..end)))
}
