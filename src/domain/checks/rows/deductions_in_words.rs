//! B12 扣分的说法与得分不符: 扣 0.5 分 in the reason, and another number of points lost.

use rust_decimal::Decimal;

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::{excerpt, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::number::plain_number;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::values::rounding::trimmed;

/// Words of a rule, which says what would be taken off and not what was.
const RULES: WordList = WordList::of(&[
    "每",
    "凡",
    "最多",
    "至多",
    "扣完",
    "不超过",
    "以内",
    "未扣",
    "不扣",
    "不予扣",
    "规则",
    "标准",
    "如",
    "若",
    "上年",
    "去年",
    "拟",
    "应扣",
    "原",
    "满分",
]);

/// Finds B12 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow { row, score, .. } = *of;
    let (Ok(weight), Ok(points)) = (score.weight, score.score) else {
        return;
    };
    let lost = (weight.rounded().decimal() - points.decimal()).normalize();
    let texts = [
        (IndicatorField::DeviationReason, &row.deviation_reason),
        (IndicatorField::ManualReason, &row.manual_reason),
        (IndicatorField::Analysis, &row.analysis),
    ];
    let told: Vec<(IndicatorField, Vec<Decimal>, &str)> = texts
        .into_iter()
        .map(|(part, text)| (part, taken_off(text), text.as_str()))
        .filter(|(_, points, _)| !points.is_empty())
        .collect();
    for (part, points, text) in told {
        let sum: Decimal = points.iter().sum();
        // One of several deductions may be the sum of the others.
        let agrees = sum == lost || points.contains(&lost);
        if agrees {
            continue;
        }
        let lost_words = if lost.is_zero() {
            "得分是满分".to_owned()
        } else {
            format!("得分少了 {} 分", trimmed(lost, 2))
        };
        found.push(
            Finding::new(
                Code::B12,
                Field::Indicator(row.id, part),
                format!(
                    "{}写的是扣 {} 分，{lost_words}：“{}”。",
                    own_name(row),
                    trimmed(sum, 2),
                    excerpt(text, 24)
                ),
                "核对得分和扣分的说明，使两处一致。",
            )
            .resting_on(vec![
                Field::Indicator(row.id, IndicatorField::ManualScore),
                Field::Indicator(row.id, IndicatorField::Weight),
            ]),
        );
        return;
    }
}

/// The points that a text says were taken off, each within its own clause.
fn taken_off(text: &str) -> Vec<Decimal> {
    if !text.contains(['扣']) {
        return Vec::new();
    }
    // What would be taken off is said of the whole sentence: 若再延期，扣1分.
    const CONDITIONS: WordList = WordList::of(&["若", "如果", "如再", "假如", "每"]);
    let sentences = stops::pieces(text, Mark::Group).filter(|sentence| !CONDITIONS.any_in(sentence));
    let clauses = sentences.flat_map(|sentence| sentence.split(['，', ',', '（', '）', '、']));
    clauses
        .filter(|clause| !RULES.any_in(clause))
        .filter_map(in_clause)
        .collect()
}

/// 扣0.5分, 扣除0.5分, 扣减 0.5 分, 扣掉了0.5分.
fn in_clause(clause: &str) -> Option<Decimal> {
    let (_, after) = clause.split_once('扣')?;
    let after = after.trim_start_matches(['除', '减', '掉', '去', '了', '分', '为', '：', ':', ' ']);
    let end = after.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let unit = after.get(end..)?.trim_start();
    let is_points = unit.starts_with('分') && !unit.starts_with("分之") && !unit.starts_with("分点");
    plain_number(after.get(..end)?)
        .filter(|_| is_points)
        .map(|value| value.normalize())
}
