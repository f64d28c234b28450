//! Numbers in words that are quantities for certain: 三十场次, 九成以上, 完成三项, and not 一个中心, 四个意识.

use crate::domain::values::input::Value;
use crate::domain::values::rate::Rate;

use super::binding;
use super::found::What;
use super::number::{Number, digit_of_word, is_joint};
use super::unit;

/// The number after 百分之, with a point and more digits where there are any.
pub(super) fn percent_of_hundred(number: &Number, after: &str) -> Option<(What, usize)> {
    let mut digits = number.digits.clone();
    let mut length = 0;
    if let Some(point) = after.strip_prefix('点').filter(|_| number.in_words) {
        let places: String = point.chars().map_while(digit_of_word).map(|d| d.to_string()).collect();
        if !places.is_empty() {
            length = '点'.len_utf8() * (1 + places.len());
            digits = format!("{digits}.{places}");
        }
    }
    let next = after[length..].chars().next();
    // 百分之十几, 百分之五十多; 百分之三至百分之五.
    if next.is_some_and(|c| matches!(c, '几' | '多' | '余' | '来') || is_joint(c)) {
        return None;
    }
    Some((What::Percent(Rate::read(&digits).ok()?), length))
}

/// 一半, 三成, 九成五, 九成四: shares in words, and how many bytes stand after the number.
pub(super) fn share_in_words(digits: &str, before: &str, rest: &str) -> Option<(What, usize)> {
    let tens = digits.parse::<u8>().ok().filter(|tens| *tens < 10)?;
    let percent = |percent: u8| Some(What::Percent(Rate::from_percent(percent.into())));
    if let Some(after) = rest.strip_prefix('半') {
        let is_half = tens == 1
            && !before.ends_with(['前', '后', '上', '下', '每', '年', '月'])
            && !after.starts_with(['年', '天', '月', '个']);
        return is_half.then(|| percent(50)).flatten().zip(Some('半'.len_utf8()));
    }
    let after = rest.strip_prefix('成')?;
    // 九成五, 九成四.
    let more = after
        .chars()
        .next()
        .and_then(digit_of_word)
        .and_then(|digit| u8::try_from(digit).ok());
    let more = more.filter(|_| {
        !after
            .chars()
            .nth(1)
            .is_some_and(|c| c.is_alphabetic() && !"以左的".contains(c))
    });
    let after = more.map_or(after, |_| &after['五'.len_utf8()..]);
    let bound = ["以上", "以下", "以内", "左右"]
        .iter()
        .any(|word| after.starts_with(word));
    // 一成 is also the end of 统一成, the start of 一成不变.
    let ends = tens > 1 && !after.starts_with(|c: char| c.is_alphabetic() && c != '的');
    let length = '成'.len_utf8() * (1 + usize::from(more.is_some()));
    (bound || ends)
        .then(|| percent(tens * 10 + more.unwrap_or_default()))
        .flatten()
        .zip(Some(length))
}

/// Words right before a number that say something is reached or counted.
const COUNTING: [&str; 31] = [
    "完成", "开展", "举办", "组织", "新增", "建成", "建设", "达到", "共", "计", "为", "有", "召开", "举行", "新建",
    "改造", "设立", "打造", "创建", "成立", "购置", "配备", "培训", "发放", "印发", "整治", "种植", "超过", "设置",
    "排查", "化解",
];

/// Units that a small number in words numbers rather than counts: 三期工程, 一类, 二组.
const NUMBERING: [&str; 9] = ["期", "类", "大类", "批", "组", "部", "村", "社区", "方面"];

/// Names that begin with a number: 四个意识, 两项补贴.
const NAMES: [&str; 16] = [
    "意识", "自信", "维护", "确立", "全面", "中心", "代表", "务必", "必须", "坚持", "文明", "补贴", "清单", "服从",
    "能力", "作用",
];

/// Whether a number in words with this after it says how many.
pub(super) fn counts_for_certain(digits: &str, before: &str, rest: &str) -> bool {
    let after_unit = |unit: &str| rest[unit.len()..].trim_start();
    let unit = unit::money(rest).or_else(|| unit::unit(rest));
    let Some(unit) = unit else { return false };
    let after = after_unit(unit);
    // 一户一策; “四个意识”.
    if after.starts_with('一') || NAMES.iter().any(|name| after.starts_with(name)) {
        return false;
    }
    if digits.len() > 1 || rest.starts_with(['万', '亿']) {
        return true;
    }
    let before = before.trim_end();
    let before = before.strip_suffix(['了', '出']).unwrap_or(before);
    let stands = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match unit {
        "元" => false,
        unit if NUMBERING.contains(&unit) => false,
        _ if binding::limit_before(before).is_some() => true,
        // A lone 一 is counted behind few words; 开展一次 and 有一个 say nothing of how many.
        _ if digits == "1" => before.ends_with("完成"),
        _ => stands(&COUNTING),
    }
}
