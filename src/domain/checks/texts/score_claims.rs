//! D4 正文与得分说法相反: clauses that say that marks were lost or not, and the marks.

use crate::domain::checks::finding::excerpt::{excerpt, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List, PartField};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::words::{WordList, find};
use crate::domain::scheme::part::PartRule;
use crate::domain::values::points::Points;

use super::of_reading::OfReading;
use crate::domain::prose::stops::{self, Mark};

/// Words that say that marks were lost.
const NOT_FULL: WordList = WordList::of(&[
    "未达满分",
    "未得满分",
    "没有得满分",
    "没得满分",
    "未获满分",
    "没有达到满分",
    "未达到满分",
    "未能得满分",
    "被扣分",
    "扣了",
    "失了",
]);

/// Words that say that none were.
const FULL: WordList = WordList::of(&[
    "均为满分",
    "均得满分",
    "都得满分",
    "全部满分",
    "全部得满分",
    "得了满分",
    "得满分",
    "为满分",
    "没有失分",
    "未失分",
    "无失分",
    "没有扣分",
    "未扣分",
    "无扣分",
]);

/// Whether a text speaks of marks that were or were not lost.
pub fn speaks_of_marks(text: &str) -> bool {
    const MARKS: WordList = WordList::of(&["满分", "失分", "扣分", "扣了", "失了"]);
    MARKS.any_in(text)
}

/// Finds D4: a clause that says that marks were lost or not, and the marks of what it is about.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading {
        reading,
        draft,
        evaluation,
        ..
    } = *of;
    if !reading.speaks_of_marks {
        return;
    }
    for claim in stops::pieces(&reading.text, Mark::Group).flat_map(claims) {
        let subjects = Some(subjects_of(draft, evaluation, claim.said))
            .filter(|subjects| !subjects.is_empty())
            .unwrap_or_else(|| subjects_of(draft, evaluation, claim.clause));
        for subject in subjects {
            if subject.is_full == claim.denies {
                let says = if claim.denies { "失了分" } else { "没有失分" };
                found.push(
                    Finding::new(
                        Code::D4,
                        reading.field,
                        format!(
                            "这里说{says}，评分表里{}：“{}”。",
                            subject.marks,
                            excerpt(claim.clause, 30)
                        ),
                        "核对得分；得分没错的，改这句话。",
                    )
                    .resting_on(vec![subject.field]),
                );
                break;
            }
        }
    }
}

/// That marks were lost, or that none were.
struct Claim<'a> {
    /// The words between two commas that say so.
    said: &'a str,
    /// The same, with what stands before them and has no marks of its own.
    clause: &'a str,
    denies: bool,
}

/// What a sentence says of marks, each within its own commas: 甲得9.8分，乙得满分、丙没有得满分.
fn claims(sentence: &str) -> Vec<Claim<'_>> {
    // "其余各项均得满分": which ones cannot be told by words; "每低1个百分点扣…" is a rule and no result.
    const OTHERWISE: WordList = WordList::of(&[
        "其余",
        "其他",
        "除",
        "外均",
        "外都",
        "以外",
        "之外",
        "每",
        "的得满分",
        "以上得满分",
        "不得分",
        "得0分",
        "=",
        "＝",
        "≥",
    ]);
    if !speaks_of_marks(sentence) || OTHERWISE.any_in(sentence) {
        return Vec::new();
    }
    let mut claims = Vec::new();
    let mut start = 0;
    for piece in stops::ranges(sentence, Mark::Item) {
        let said = sentence.get(piece.clone()).unwrap_or_default();
        let denies = NOT_FULL.any_in(said);
        let affirms = FULL.any_in(said) && !said.contains("分为满分");
        let has_marks = said
            .split('得')
            .any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        if denies || affirms && !has_marks {
            let clause = sentence.get(start..piece.end).unwrap_or_default();
            // 甲、乙均得满分: both.
            let both = || stops::last(clause, Mark::Clause);
            let of_all = said.contains('均') || said.contains('都');
            claims.push(Claim {
                said: if of_all { both() } else { said },
                clause,
                denies,
            });
        }
        if denies || affirms || has_marks {
            start = piece.end;
        }
    }
    claims
}

/// Something with marks that a clause speaks of.
struct Subject {
    field: Field,
    is_full: bool,
    /// Its marks, in words.
    marks: String,
}

/// What a clause about marks is about: the parts that it names, else all indicators, else nothing.
fn subjects_of(draft: &Draft, evaluation: &Evaluation, clause: &str) -> Vec<Subject> {
    const PROGRESS: WordList = WordList::of(&["支出进度", "执行率", "执行进度", "部门支出"]);
    const ALL: WordList = WordList::of(&["各项指标", "所有指标", "全部指标", "各指标", "项指标"]);
    let parts = draft
        .scheme
        .parts
        .iter()
        .zip(&evaluation.parts)
        .filter_map(|(part, result)| {
            let (score, weight) = (result.score.ok()?, result.weight.ok()?);
            let name = part.name.trim();
            let by_words = part.rule == PartRule::Progress && PROGRESS.any_in(clause);
            let is_named = (!name.is_empty() && clause.contains(name)) || by_words;
            is_named.then(|| Subject {
                field: Field::Part(part.id, PartField::Weight),
                is_full: score == weight.rounded(),
                marks: format!("“{name}”得 {} 分，满分 {} 分", score.printed(), weight.printed()),
            })
        });
    let mut parts: Vec<Subject> = parts.collect();
    let rows = draft
        .indicators
        .iter()
        .zip(&evaluation.indicators)
        .filter_map(|(row, result)| {
            let (score, weight) = (result.score.ok()?, result.weight.ok()?);
            let name = row.name.trim();
            (name.chars().nth(3).is_some() && find(clause, name).is_some()).then(|| Subject {
                field: Field::Indicator(row.id, IndicatorField::Weight),
                is_full: score == weight.rounded(),
                marks: format!("“{name}”得 {} 分，权重 {}", score.printed(), weight.printed()),
            })
        });
    parts.extend(rows);
    if !parts.is_empty() || !ALL.any_in(clause) {
        return parts;
    }
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let lost =
        rows.filter(|(_, row)| matches!((row.weight, row.score), (Ok(weight), Ok(score)) if score < weight.rounded()));
    let lost: Vec<_> = lost.collect();
    let known = evaluation.indicators.iter().all(|row| row.score.is_ok());
    let subject = match lost.first() {
        Some((row, result)) => Some(Subject {
            field: Field::Indicator(row.id, IndicatorField::Weight),
            is_full: false,
            marks: format!(
                "{}得 {} 分，权重 {}",
                own_name(row),
                result.score.map(Points::printed).unwrap_or_default(),
                result.weight.map(Points::printed).unwrap_or_default()
            ),
        }),
        None if known && !draft.indicators.is_empty() => Some(Subject {
            field: Field::Rows(List::Indicators),
            is_full: true,
            marks: format!("{} 项指标都是满分", draft.indicators.len()),
        }),
        None => None,
    };
    subject.into_iter().collect()
}
