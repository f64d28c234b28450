//! B6 正文里的等级与得分不符: a score and a grade that one sentence says together, by the bands of the scheme.

use crate::domain::values::input::Choice;
use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::reading::fact::{Fact, Period, Place};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::points::Points;

use super::of_reading::OfReading;

/// Words that lead from a score to its grade.
const LEADING: WordList = WordList::of(&[
    "等级",
    "评级",
    "等次",
    "评为",
    "评定为",
    "属于",
    "结果为",
    "结论为",
    "级别",
    "档次",
    "为",
]);

/// Words that name the grade itself.
const NAMED: WordList = WordList::of(&[
    "等级为",
    "等级是",
    "等次为",
    "评级为",
    "结论为",
    "评定为",
    "评为",
    "结果为",
    "评定等级",
    "评价等级",
    "属于",
]);

/// Marks between such words and the grade.
const OPENED: [char; 7] = ['“', '"', '‘', '「', '：', ':', ' '];

/// Names of a score that is that of the whole.
const TOTALS: WordList = WordList::of(&["得分", "总分", "评分", "自评分", "综合分"]);

/// Finds B6 in one text.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    // Where the draft has a grade of its own, a grade in words is held against that.
    if of.evaluation.grade.is_ok() {
        return;
    }
    let (reading, scheme) = (of.reading, &of.draft.scheme);
    let (field, text, ledger) = (reading.field, reading.text.as_str(), &reading.ledger);
    for fact in &ledger.facts {
        let Some((points, grade, said)) = pair(text, fact) else {
            continue;
        };
        let expected = match bands(text).as_slice() {
            // One alone may be an example.
            [] | [_] => scheme.grade(points),
            bands => band_of(bands, fact.number.value),
        };
        let Some(expected) = expected.filter(|expected| *expected != grade) else {
            continue;
        };
        let finding = Finding::new(
            Code::B6,
            field,
            format!(
                "这里得分 {} 分、等级“{said}”，{} 分对应的等级是“{}”。",
                points.printed(),
                points.printed(),
                expected.label()
            ),
            "按评分方案的分数段更正等级，或核对得分。",
        );
        let place = match &fact.at {
            Place::Text(field, range) => Some((*field, range.clone())),
            Place::Typed(_) | Place::Cell(..) => None,
        };
        found.push(finding.about(place));
    }
}

/// A grade from one score on, up to below another.
type Band = (Decimal, Decimal, Grade);

/// The bands of the grades that a text states: 90分（含）以上为“优”，80（含）—90分为“良”; 得分≥90为优，80≤得分＜90为良.
fn bands(text: &str) -> Vec<Band> {
    const FROM: WordList = WordList::of(&["以上", "≥", ">=", "不低于"]);
    const BELOW: WordList = WordList::of(&["以下", "＜", "<", "低于", "不足"]);
    let mut found = Vec::new();
    if !FROM.any_in(text) {
        return found;
    }
    for piece in text.split(['，', '、', '；', ';', '。', '\n', ',', '”']) {
        // 80至90分为良的标准.
        let piece = piece.split_once('的').map_or(piece, |(piece, _)| piece);
        // 80—90分（含80分）为良.
        let bracket = piece.find(['（', '(']).zip(piece.find(['）', ')']));
        let piece = match bracket.filter(|(open, close)| open < close) {
            Some((open, close)) => format!("{}{}", &piece[..open], &piece[close..]),
            None => piece.to_owned(),
        };
        let piece = piece.as_str();
        let Some(grade) = Grade::ALL.iter().find(|grade| {
            piece
                .trim_end_matches(['级', '秀', '好', '等', '）', ')'])
                .ends_with(grade.label())
        }) else {
            continue;
        };
        let digits = piece.split(|c: char| !c.is_ascii_digit());
        let numbers: Vec<Decimal> = digits.filter_map(|digits| digits.parse().ok()).collect();
        // 自评得分92分，为优 states no band.
        let band = match numbers.as_slice() {
            [low] if FROM.any_in(piece) => (*low, Decimal::MAX),
            [high] if BELOW.any_in(piece) => (Decimal::ZERO, *high),
            [low, high] if low < high => (*low, *high),
            _ => continue,
        };
        found.push((band.0, band.1, *grade));
    }
    found
}

/// The grade of a score by stated bands. The upper end of one is the lower end of the next, or the last of its own (75分至89分),
/// so that the highest band that begins at or below a score counts.
fn band_of(bands: &[Band], score: Decimal) -> Option<Grade> {
    let from = bands.iter().filter(|(low, ..)| *low <= score);
    from.max_by_key(|(low, ..)| *low).map(|(.., grade)| *grade)
}

/// The score that a fact says of the whole, and the grade that its sentence goes on to say.
fn pair<'a>(text: &'a str, fact: &Fact) -> Option<(Points, Grade, &'a str)> {
    const REACH: usize = 48;
    // A score below this is hardly one of a hundred points.
    const LEAST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
    let Place::Text(_, range) = &fact.at else { return None };
    let is_score = fact.number.kind == Kind::Points
        && fact.number.value >= LEAST
        && fact.number.value <= Decimal::ONE_HUNDRED
        && !matches!(fact.when, Period::Last | Period::Planned);
    is_score.then_some(())?;
    let before = text.get(..range.start)?;
    let clause = stops::last(before, Mark::Item);
    TOTALS.any_in(clause).then_some(())?;
    let after = text.get(range.end..)?;
    let sentence = stops::first(after, Mark::Group);
    let near = &sentence[..sentence.floor_char_boundary(REACH)];
    let first = |text: &'a str| {
        let mut places = text.char_indices();
        places.find_map(|(at, _)| Some((at, grade_at(&text[at..])?)))
    };
    let is_led = |lead: &str, words: WordList| words.ending(lead.trim_end_matches(OPENED)).is_some();
    let points = Points::new(fact.number.value);
    // 自评得分92.6分，按照90分（含）以上为优……的标准，评价等级为“良”: behind the bands, the sentence or the next one has it at its end.
    let at_end = |sentence: &'a str| {
        let clause = stops::last(sentence, Mark::Clause);
        let (at, (grade, said)) = first(clause).filter(|_| clause.len() < sentence.len())?;
        let is_clean = !clause[..at].contains(|c: char| c.is_ascii_digit());
        (is_clean && !bands(sentence).is_empty() && is_led(&clause[..at], NAMED)).then_some((points, grade, said))
    };
    if let Some((at, (grade, said))) = first(near) {
        let has_number = near[..at].contains(|c: char| c.is_ascii_digit());
        if has_number {
            return at_end(sentence);
        }
        return is_led(&near[..at], LEADING).then_some((points, grade, said));
    }
    if let Some(found) = at_end(sentence) {
        return Some(found);
    }
    let next = stops::first(
        after.get(sentence.len()..)?.trim_start_matches(['。', '；', '\n']),
        Mark::Group,
    );
    at_end(next)
}

/// The grade that a text begins with: 优, 优秀, 良好, 中等, and nothing that goes on.
fn grade_at(text: &str) -> Option<(Grade, &str)> {
    Grade::ALL.iter().find_map(|grade| {
        let rest = text.strip_prefix(grade.label())?;
        let rest = ["秀", "好", "等", "级"]
            .iter()
            .find_map(|more| rest.strip_prefix(more))
            .unwrap_or(rest);
        let rest = rest.strip_prefix('级').unwrap_or(rest);
        let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
        ends.then(|| (*grade, &text[..text.len() - rest.len()]))
    })
}
