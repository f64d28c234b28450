//! 名称表: the rates, differences and roles of the field with the words that say them. Import and checks share it.

use std::ops::Range;

use crate::domain::prose::words::WordList;
use crate::domain::vocabulary::money;

use super::fact::{Measure, Period};
use super::printed::Kind;
use super::rate_names::RATES;

/// Words at the end of what stands before a number, and the measure that they make of it; those of money are in
/// `vocabulary::money`.
const ENDS: [(WordList, Measure); 5] = [
    (
        WordList::of(&[
            "计划",
            "目标",
            "目标值",
            "任务",
            "应",
            "应完成",
            "计划完成",
            "计划任务",
            "任务数",
            "编制",
            "编制总数",
            "核定编制",
            "年度目标",
            "年度计划",
        ]),
        Measure::Target,
    ),
    (
        WordList::of(&[
            "完成",
            "实际完成",
            "实际",
            "已完成",
            "实",
            "完成值",
            "实现",
            "办结",
            "建成",
        ]),
        Measure::Actual,
    ),
    (
        WordList::of(&["上年", "去年", "上年度", "同期", "上年同期", "去年同期", "上年数"]),
        Measure::Before,
    ),
    (
        WordList::of(&[
            "每人",
            "每户",
            "人均",
            "户均",
            "每亩",
            "每个",
            "每人每年",
            "每人每月",
            "每月",
            "单价",
            "亩均",
            "每套",
            "每台",
            "每平方米",
        ]),
        Measure::Each,
    ),
    (
        WordList::of(&["合计", "共计", "总计", "小计", "总共", "累计"]),
        Measure::Total,
    ),
];

/// Words of growth, and of decline.
const UP: WordList = WordList::of(&[
    "增长",
    "增加",
    "上升",
    "提高",
    "提升",
    "上涨",
    "增幅",
    "增幅为",
    "增长率",
    "多",
    "增收",
    "净增",
    "净增加",
    "调增",
    "追加",
    "核增",
    "调增幅度",
    "追加幅度",
    "增长幅度",
    "调增比例",
    "追加比例",
    "延长",
    "扩大",
    "上浮",
    "增产",
    "增效",
]);
const DOWN: WordList = WordList::of(&[
    "下降",
    "减少",
    "降低",
    "压减",
    "缩减",
    "降幅",
    "下降率",
    "少",
    "减收",
    "净减少",
    "回落",
    "节约",
    "节省",
    "节支",
    "节水",
    "节电",
    "节能",
    "调减",
    "核减",
    "缩短",
    "压缩",
    "调减幅度",
    "下降幅度",
    "调减比例",
    "下浮",
    "减产",
]);

/// Words between a name and its number.
const LINKS: WordList = WordList::of(&[
    "为", "是", "达", "达到", "共", "了", "有", "约", "约为", "大约", "近", "仅", "仅为", "已达", "至", "到", "：", ":",
]);

/// Nouns at the end of a name that leave open what it is a name of.
const NOUNS: WordList = WordList::of(&[
    "资金", "经费", "金额", "总额", "数", "总数", "数额", "款项", "规模", "总量", "数量",
]);

/// Words at the head of a name that are no part of it.
const HEADS: WordList = WordList::of(&[
    "其中",
    "分别为",
    "分别是",
    "分别",
    "包括",
    "具体为",
    "含",
    "即",
    "全年",
    "本年",
    "本年度",
    "当年",
    "年度",
    "度",
    "年",
    "年末",
    "年底",
    "实际",
    "累计",
    "已",
    "共",
    "共计",
    "合计",
    "主要用于",
    "用于",
    "和",
    "及",
    "以及",
    "与",
    "同时",
    "目前",
    "截至年底",
    "另",
    "由",
]);

/// What the words before a number make of it: its measure, what else they say, and whether the number is not exact.
pub fn measure_of(text: &str, before: Range<usize>, kind: &Kind) -> (Measure, Range<usize>, bool) {
    let said = &text[before.clone()];
    let (plain, about) = unlinked(said);
    let (measure, name) = measured(plain, kind);
    let name = without_noun(name);
    // The name is a part of the words before the number.
    let mut start = before.start + said.find(name).unwrap_or_default();
    let end = start + name.len();
    while let Some(length) = head(&text[start..end]) {
        start += length;
    }
    (measure, start..end, about)
}

/// A text without the words between a name and its number at its end, and whether one of them says 约.
fn unlinked(said: &str) -> (&str, bool) {
    // 签约12,640人: these end with a word that is no link.
    const OWN_ENDS: WordList = WordList::of(&["节约", "签约", "集约", "预约", "履约", "续约", "邻近", "附近", "临近"]);
    let mut plain = said.trim_end();
    let mut about = false;
    while let Some(rest) = LINKS.ending(plain).and_then(|word| plain.strip_suffix(word)) {
        // 下达 and 收到 end with no link either. 增加到 and 提高至 lead to the number itself, 增加 to the difference.
        if OWN_ENDS.ending(plain).is_some()
            || money::before_number(plain).is_some()
            || plain.ends_with(['到', '至']) && (UP.ending(rest).is_some() || DOWN.ending(rest).is_some())
        {
            break;
        }
        about |= plain.ends_with('约') || plain.ends_with('近');
        plain = rest.trim_end();
    }
    (plain, about)
}

/// The measure that a name says, and what of the name is left.
fn measured<'a>(plain: &'a str, kind: &Kind) -> (Measure, &'a str) {
    let cut = |word: &str| plain[..plain.len() - word.len()].trim_end();
    if *kind == Kind::Percent {
        let rates = RATES.iter().filter(|rate| plain.ends_with(rate.word));
        if let Some(rate) = rates.max_by_key(|rate| rate.word.len()) {
            return (Measure::Rate(rate.word), cut(rate.word));
        }
        if plain.ends_with('的') || plain.ends_with("占比") || plain.rfind('占').is_some_and(|at| at + 40 > plain.len())
        {
            return (Measure::Share, plain);
        }
    }
    if let Some(word) = UP.ending(plain) {
        return (Measure::Growth { down: false }, cut(word));
    }
    if let Some(word) = DOWN.ending(plain) {
        return (Measure::Growth { down: true }, cut(word));
    }
    // 比上年的93.21%提高, 由上年82.7%提高到.
    let compares = plain.ends_with('的') && plain.contains(['比', '较', '由', '从']);
    if compares || plain.starts_with(['由', '从']) && !plain.contains(['到', '至']) {
        return (Measure::Before, plain);
    }
    let name = without_noun(plain);
    let longest = ENDS
        .iter()
        .filter_map(|(words, measure)| Some((words.ending(name)?, measure.clone())))
        .chain(money::before_number(name).map(|(money, word)| (word, Measure::from(money))))
        .max_by_key(|(word, _)| word.len());
    match longest {
        // 行政编制 and 事业编制 are kinds, and not 行政 and 事业.
        Some((word, measure)) if word.contains("编制") => (measure, name),
        Some((word, measure)) => (measure, name[..name.len() - word.len()].trim_end()),
        None => begun(plain),
    }
}

/// The measure that the head of a name says: 计划新建道路, 实际检查.
fn begun(plain: &str) -> (Measure, &str) {
    const AIMED: WordList = WordList::of(&["计划", "目标", "应检", "应到", "应收", "应发", "应完成", "应", "拟"]);
    const NO_AIM: WordList = WordList::of(&["应急", "应用", "应对", "应届", "目标责任"]);
    const REACHED: WordList = WordList::of(&["实际", "实检", "实到", "实收", "实发", "实有", "在编", "在职", "已完成"]);
    const HELD: WordList = WordList::of(&["实有", "在编", "在职"]);
    if let Some(word) = AIMED.beginning(plain).filter(|_| NO_AIM.beginning(plain).is_none()) {
        return (Measure::Target, &plain[word.len()..]);
    }
    match REACHED.beginning(plain) {
        // 在职, 实有: those who are there, a name like any other.
        Some(_) if HELD.beginning(plain).is_some() => (Measure::Actual, plain),
        Some(word) => (Measure::Actual, &plain[word.len()..]),
        None => (Measure::Plain, plain),
    }
}

/// A name without a noun at its end that says nothing.
fn without_noun(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) = NOUNS.ending(name).and_then(|word| name.strip_suffix(word)) {
        if rest.is_empty() {
            break;
        }
        name = rest;
    }
    name.trim_end()
}

/// How many bytes at the head of a name say nothing: 其中, 2023年.
fn head(name: &str) -> Option<usize> {
    let blank = name.len() - name.trim_start_matches([' ', '\u{3000}', '的']).len();
    if blank > 0 {
        return Some(blank);
    }
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 4 && name[4..].starts_with('年') {
        return Some(digits + '年'.len_utf8());
    }
    HEADS.beginnings(name).map(str::len).max()
}

/// Of which time the words before a number say it is.
pub fn period_of(said: &str) -> Period {
    const LAST: WordList = WordList::of(&["上年", "去年", "同期", "往年", "上一年", "前年"]);
    const PART: WordList = WordList::of(&["上半年", "下半年", "季度", "月"]);
    const PLANNED: WordList = WordList::of(&["计划", "力争", "预计", "拟", "将", "目标", "争取", "明年", "下年"]);
    if LAST.any_in(said) {
        return Period::Last;
    }
    if PLANNED.any_in(said) {
        return Period::Planned;
    }
    // 截至12月底 is the whole year.
    const WHOLE: WordList = WordList::of(&["截至", "截止", "月底", "年底", "年末"]);
    if PART.any_in(said) && !WHOLE.any_in(said) {
        return Period::Part;
    }
    let named = crate::domain::prose::year::years(said);
    named.last().map_or(Period::Own, |year| Period::Year(year.year))
}
