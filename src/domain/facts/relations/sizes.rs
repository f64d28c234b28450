//! 大致的说法: 超过九成, 近八成, 不足四成, 过半, held against the percentage that stands beside them, or that two counts make.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

const OVER: WordList = WordList::of(&[
    "超", "超过", "逾", "突破", "高于", "大于", "超出", "过", "多于", "达到", "达",
]);
const UNDER: WordList = WordList::of(&[
    "不足",
    "不到",
    "不满",
    "低于",
    "少于",
    "未达",
    "未达到",
    "未到",
    "不及",
    "没有达到",
]);
const NEAR: WordList = WordList::of(&["近", "接近", "将近"]);

/// So far may what is said roughly be from what it is said of, in percent.
const ROUGH: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
/// 近九成 leaves so much open below.
const BELOW: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// Adds what a text says roughly of a percentage.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let is_rough = tag.number.kind == Kind::Percent && tag.number.scale > Decimal::ONE && !is_multiple(&tag.number);
        if !is_rough || matches!(tag.measure, Measure::Growth { .. }) {
            continue;
        }
        let Some((range, lead)) = meant(text, tag) else {
            continue;
        };
        // 超九成受访者表示满意 has a name of its own; 不足四成 is said of what stands beside it.
        let after = text.get(tag.range.end..).unwrap_or_default();
        let ends = after
            .trim_start_matches(['以', '上', '下', '多', '的'])
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        let lead = lead
            .trim()
            .trim_end_matches(['仍', '也', '已', '均', '都', '仅', '占', '比', '就']);
        if !ends
            || !matches!(
                lead,
                "" | "其"
                    | "进度"
                    | "占比"
                    | "完成率"
                    | "执行率"
                    | "总体"
                    | "整体"
                    | "完成"
                    | "满意度"
                    | "满意率"
                    | "支出进度"
                    | "执行进度"
                    | "率"
            )
        {
            continue;
        }
        let sentence = tagged.sentence(tag);
        let mut near = [id.checked_sub(1), Some(id + 1)].into_iter().flatten();
        let beside = near.find(|other| {
            let Some(other) = tagged.tags.get(*other) else {
                return false;
            };
            let is_exact = other.number.kind == Kind::Percent && other.number.scale == Decimal::ONE;
            let is_near = other.piece.abs_diff(tag.piece) <= 1 && tagged.sentence(other) == sentence;
            is_exact && is_near && !other.bound && !matches!(other.measure, Measure::Growth { .. })
        });
        if let Some(of) = beside {
            ledger.relations.push(Relation::Within { said: id, of, range });
        } else if let Some((part, whole)) = counted(text, tagged, id) {
            ledger.relations.push(Relation::Portion {
                said: id,
                part,
                whole,
                range,
            });
        }
    }
}

/// 92个村中有41个村建成…，超过半数: two counts of one unit right before the words, the second out of the first.
fn counted(text: &str, tagged: &Tagged, id: Id) -> Option<(Id, Id)> {
    let (whole, part) = (id.checked_sub(2)?, id.checked_sub(1)?);
    let tag = |id: Id| &tagged.tags[id];
    let is_of_one = matches!(tag(part).number.kind, Kind::Count(_)) && tag(part).number.kind == tag(whole).number.kind;
    let is_near = tagged.sentence(tag(whole)) == tagged.sentence(tag(id)) && tag(id).piece <= tag(part).piece + 2;
    let between = text.get(tag(whole).range.end..tag(part).range.start)?;
    let is_out_of = ["中有", "中，有", "中已有", "里有", "中的"]
        .iter()
        .any(|word| between.contains(word))
        || between.ends_with('中')
        || between.contains("中，");
    let is_exact = |id: Id| !tag(id).number.about && !tag(id).bound;
    (is_of_one && is_near && is_out_of && is_exact(part) && is_exact(whole)).then_some((part, whole))
}

/// Between which bounds the words leave a percentage, and what stands before them.
fn meant<'a>(text: &'a str, tag: &Tag) -> Option<(Interval, &'a str)> {
    let said = text.get(tag.before.clone())?.trim_end();
    let after = text.get(tag.range.end..)?;
    let value = tag.number.value;
    let (low, high, lead) = if let Some(word) = UNDER.ending(said) {
        (Decimal::ZERO, value, said.strip_suffix(word)?)
    } else if let Some(word) = OVER.ending(said) {
        (value, Decimal::MAX, said.strip_suffix(word)?)
    } else if let Some(word) = NEAR.ending(said) {
        (value - BELOW, value, said.strip_suffix(word)?)
    } else if after.starts_with("以上") || after.starts_with('多') {
        (value, Decimal::MAX, said)
    } else if after.starts_with("以下") {
        (Decimal::ZERO, value, said)
    } else {
        (value - ROUGH, value + ROUGH, said.trim_end_matches('约'))
    };
    Some((Interval { low, high }, lead))
}
