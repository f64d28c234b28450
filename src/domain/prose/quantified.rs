//! Says whether a target can be measured: by a number, a time, or a standard.

use super::found::{Found, What};
use super::frequency::frequencies;
use super::in_time::KEPT;
use super::number::{is_digit, next_number, spaces};
use super::range::ranges;
use super::stops::{self, Mark};
use super::words::WordList;

const TIMES: WordList = WordList::of(&[
    "年内",
    "年底前",
    "年底之前",
    "月底前",
    "月底之前",
    "日前",
    "日之前",
    "季度前",
    "每月",
    "每季",
    "每半年",
    "每年",
    "每周",
    "每日",
    "每天",
    "逐月",
    "按月",
    "按季",
    "按年",
    "时限",
    "限期",
    "期限",
    "及时率",
    "序时进度",
    "规定时间",
    "约定时间",
    "约定工期",
    "约定完工时间",
    "合同工期",
    "常年",
]);

const STANDARDS: WordList = WordList::of(&[
    "合格",
    "达标",
    "不达标",
    "等级",
    "优秀",
    "良好以上",
    "优良",
    "星级",
    "A级",
    "国家标准",
    "行业标准",
    "地方标准",
    "规范要求",
    "技术规范",
    "标准要求",
    "质量标准",
    "国标",
    "符合规定",
    "符合要求",
    "符合标准",
    "符合国家",
    "符合相关",
    "达到国家",
    "不低于国家",
    "达到标准",
    "全覆盖",
    "无死角",
    "全部完成",
    "零事故",
    "零发生",
    "零差错",
    "零投诉",
    "零增长",
    "零报告",
    "无重大",
    "无较大",
    "无安全",
    "不发生",
    "零容忍",
    "通过验收",
    "验收通过",
    "清零",
    "只减不增",
    "零上访",
]);

/// Whether a target, with its quantities, has a number, a time or a standard by which it can be measured.
pub fn is_measurable(text: &str, quantities: &[Found]) -> bool {
    has_number(text, quantities) || has_time(text, quantities) || has_standard(text)
}

/// 数量: a count, a percent, an amount, a range.
pub fn has_number(text: &str, quantities: &[Found]) -> bool {
    let is_count = |found: &Found| !matches!(found.what, What::Date(_));
    quantities.iter().any(is_count) || !ranges(text).is_empty() || !frequencies(text).is_empty() || is_bare_number(text)
}

/// 时限: 按时, 年底前, 每月, a date, so many days.
pub fn has_time(text: &str, quantities: &[Found]) -> bool {
    let is_date = |found: &Found| matches!(found.what, What::Date(_));
    TIMES.any_in(text) || KEPT.any_in(text) || quantities.iter().any(is_date) || has_deadline(text)
}

/// 标准: 合格, 达标, a grade, a norm that is named.
pub fn has_standard(text: &str) -> bool {
    STANDARDS.any_in(text) || has_norm(text)
}

/// A value without a unit, as it stands in a column of values.
fn is_bare_number(text: &str) -> bool {
    text.chars().any(is_digit) && text.chars().all(|c| is_digit(c) || !c.is_alphanumeric())
}

/// 12月前, 6月30日前, 30个工作日内, 3个月内.
fn has_deadline(text: &str) -> bool {
    let mut place = 0;
    while let Some(number) = next_number(text, place) {
        place = number.range.end;
        let rest = text[place + spaces(&text[place..])..].trim_start();
        let units = [
            "月底",
            "月末",
            "月",
            "日",
            "个工作日",
            "工作日",
            "天",
            "小时",
            "分钟",
            "个月",
            "年",
        ];
        let ends = units.iter().filter_map(|unit| rest.strip_prefix(unit));
        let within = |after: &str| {
            ["前", "之前", "以前", "内", "以内", "之内"]
                .iter()
                .any(|word| after.trim_start().starts_with(word))
        };
        if ends.into_iter().any(within) {
            return true;
        }
    }
    false
}

/// 按…标准, 达到…标准, 符合…要求 within one clause.
fn has_norm(text: &str) -> bool {
    let ends = ["标准", "要求", "规范", "规程", "等级"];
    stops::pieces(text, Mark::Clause).any(|clause| {
        let starts = ["按照", "按", "达到", "符合", "不低于", "满足", "依照"];
        starts
            .iter()
            .filter_map(|word| clause.find(word).map(|at| &clause[at + word.len()..]))
            .any(|after| ends.iter().any(|end| after.find(end).is_some_and(|at| at > 0)))
    })
}
