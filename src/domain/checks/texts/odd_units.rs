//! A8 of single numbers whose unit cannot be right: 24.5人 where 万人 is meant, 固定资产168.40元 among amounts in 万元.

use rust_decimal::Decimal;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::reading::fact::Place;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// What there are only whole ones of.
const WHOLE: [&str; 8] = ["人", "户", "人次", "辆", "起", "名", "座", "所"];

/// Words that make a number one for each of something, or one of its kind.
const EACH: WordList = WordList::of(&[
    "每",
    "均",
    "单",
    "比",
    "标准",
    "价",
    "最高",
    "最低",
    "一次性",
    "率",
    "折合",
    "相当于",
    "当量",
    "百元",
    "万元",
    "万人",
    "千人",
]);

/// What an office has much of.
const MUCH: WordList = WordList::of(&[
    "资产", "支出", "预算", "收入", "资金", "投资", "拨款", "结余", "结转", "经费",
]);

/// Finds A8 of the numbers of one text.
pub fn check(of: &OfText<'_>, ledger: &Ledger, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let in_ten_thousand = ledger.facts.iter().filter(|fact| fact.number.kind == Kind::Money);
    let in_ten_thousand = in_ten_thousand.filter(|fact| fact.number.scale == Decimal::ONE).count();
    for fact in &ledger.facts {
        let Place::Text(_, range) = &fact.at else { continue };
        let before = text.get(..range.start).unwrap_or_default();
        let item = stops::last(before, Mark::Item);
        let clause = item.rsplit(['\t', '|', '｜']).next().unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        if clause.trim().is_empty() || EACH.any_in(clause) || after.starts_with(['/', '／', '每', '（', '(']) {
            continue;
        }
        let said = text.get(range.clone()).unwrap_or_default();
        let hint = match () {
            () if is_broken(&fact.number) => "核对单位，是不是漏了“万”。",
            () if in_ten_thousand > 1 && is_small(&fact.number) && MUCH.any_in(clause) => {
                "别处的金额用万元；核对是元还是万元。"
            }
            () => continue,
        };
        found.push(
            Finding::new(Code::A8, field, format!("“{}{said}”的单位不对。", clause.trim()), hint)
                .about([(field, range.clone())]),
        );
    }
}

/// A part of a person.
fn is_broken(number: &Printed) -> bool {
    let Kind::Count(unit) = &number.kind else { return false };
    WHOLE.contains(&unit.as_str())
        && number.scale == Decimal::ONE
        && number.places > 0
        && !number.value.fract().is_zero()
}

/// Less than a thousand 元, to the 分.
fn is_small(number: &Printed) -> bool {
    const MOST: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
    let in_yuan = number.scale == Decimal::new(1, 4) && number.places == 2;
    number.kind == Kind::Money && in_yuan && number.value < MOST
}
