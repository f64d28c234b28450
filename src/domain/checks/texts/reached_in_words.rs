//! D4 of one sentence: told as reached where its own numbers say that it was not: 目标≥95%，实际92.6%，达到预期目标.

use rust_decimal::Decimal;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::reading::fact::Place;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::prose::binding;
use crate::domain::prose::words::WordList;
use crate::domain::values::comparator::Comparator;

/// Words that tell it as reached.
const REACHED: WordList = WordList::of(&[
    "达到预期目标",
    "达到目标",
    "达到了目标",
    "达到年度目标",
    "达到指标值",
    "完成目标",
    "完成年度目标",
    "完成了目标",
    "实现目标",
    "实现预期目标",
    "达到预期",
    "均达标",
    "已达标",
    "全部达标",
    "，达标",
    "得满分",
    "无偏差",
    "超额完成",
    "全面完成",
    "全部完成",
    "控制在目标",
    "未超标",
    "控制在标准",
    "完成了年度目标",
    "完成预期",
    "完成任务",
    "完成年度任务",
    "达到要求",
    "圆满完成",
    "顺利完成",
    "如期完成",
    "超额实现",
    "达到年度任务",
    "达到考核要求",
    "达到了预期",
    "达到了年度目标",
    "完成指标",
    "完成控制目标",
    "按计划完成",
    "如数完成",
    "提前办结",
    "提前完成",
    "提前完工",
    "按时办结",
    "按期办结",
]);

/// Words that tell it as not reached.
const MISSED: WordList = WordList::of(&[
    "未达到目标",
    "未达到预期",
    "未达目标",
    "未达预期",
    "未完成目标",
    "未完成年度目标",
    "未完成任务",
    "没有达到目标",
    "没有完成目标",
    "未能达到目标",
    "未能完成",
    "未达标",
    "未达到年度目标",
    "未达到指标值",
]);

/// Words of money that stayed within what was granted.
const KEPT: WordList = WordList::of(&[
    "未超预算",
    "没有超预算",
    "控制在预算",
    "控制在年初预算",
    "未突破预算",
    "未超支",
    "未超过预算",
    "未超出预算",
    "未超标准",
    "未超过标准",
    "控制在限额",
    "未超限额",
    "未超过限额",
    "控制在核定",
    "低于预算",
    "控制在标准",
    "在预算范围内",
    "控制在控制数",
    "未突破控制目标",
    "未突破目标",
    "未超出目标",
    "未超过目标",
    "未超目标",
    "未超出控制目标",
    "未超过控制目标",
    "未突破上限",
    "未突破限额",
    "控制在目标范围",
    "控制在规定范围",
]);

/// What should rather be less.
const LESS: WordList = WordList::of(&[
    "成本", "费用", "支出", "时限", "时长", "时间", "投诉", "事故", "能耗", "排放", "逾期", "超期", "控制", "单价",
    "造价", "死亡", "差错", "违规", "流失", "下降", "上限", "限额", "标准",
]);

/// What a sentence, or the rest of one, says of a target: whether it was reached.
pub fn says_reached(said: &str) -> Option<bool> {
    if MISSED.any_in(said) {
        return Some(false);
    }
    (tells_reached(said, said.len()) && !OTHERWISE.any_in(said)).then_some(true)
}

/// Whether one of the words stands before some place of a text; 完成年度任务的95% and 完成任务1,500座 say how much.
pub fn tells_reached(said: &str, to: usize) -> bool {
    let goes_on =
        |rest: &str| rest.starts_with(['的', '数', '量', '值', '约']) || rest.starts_with(|c: char| c.is_ascii_digit());
    let mut places = said.char_indices().take_while(|(at, _)| *at < to);
    places.any(|(at, _)| {
        let longest = REACHED.beginnings(&said[at..]).map(str::len).max();
        longest.is_some_and(|length| !goes_on(&said[at + length..]))
    })
}

/// Words that take it back, or speak of other numbers.
const OTHERWISE: WordList = WordList::of(&[
    "未达",
    "未完成",
    "未能",
    "没有达",
    "不达标",
    "低于",
    "基本达到",
    "差距",
    "其余",
    "其他",
    "除",
    "上年",
    "去年",
    "将",
    "力争",
    "确保",
    "尚差",
    "还差",
    "但",
    "后",
    "提高到",
    "增加到",
    "分别",
]);

/// Words of no staff beyond the posts, with those for posts and for staff.
const WITHIN: WordList = WordList::of(&[
    "无超编",
    "未超编",
    "没有超编",
    "不超编",
    "编制以内",
    "编制内",
    "未突破编制",
]);

/// Finds D4 of the sentences of one text.
pub fn check(of: &OfText<'_>, ledger: &Ledger, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !REACHED.any_in(text) && !WITHIN.any_in(text) && !MISSED.any_in(text) && !KEPT.any_in(text) {
        return;
    }
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '；', '\n']) {
        let range = start..start + sentence.len();
        start = range.end;
        let (reached, within) = (says_reached(sentence), WITHIN.any_in(sentence));
        let kept = KEPT.any_in(sentence) && !OTHERWISE.any_in(sentence);
        if reached.is_none() && !within && !kept || sentence.contains(['\t', '|', '｜']) {
            continue;
        }
        let facts: Vec<_> = ledger
            .facts
            .iter()
            .filter_map(|fact| match &fact.at {
                Place::Text(_, place) if range.contains(&place.start) => Some((fact, place)),
                _ => None,
            })
            .collect();
        for pair in facts.windows(2) {
            let [(one, first), (other, second)] = pair else {
                continue;
            };
            let said = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
            let lead = said(range.start, first.start);
            let lead = lead.rsplit(['，', '：', '、']).next().unwrap_or_default();
            let between = said(first.end, second.start);
            if one.number.kind != other.number.kind || one.number.scale != other.number.scale {
                continue;
            }
            let is_day = matches!(&one.number.kind, Kind::Count(unit) if unit.ends_with(['天', '日']));
            let (one, other) = (one.number.value, other.number.value);
            let told = if within {
                let is_over = lead.contains("编制")
                    && ["在编", "实有", "在职"].iter().any(|word| between.contains(word))
                    && other > one;
                is_over.then_some(Told::Staff)
            } else if kept && is_money_over(lead, between, (one, other)) {
                Some(Told::Kept)
            } else {
                let clause = said(range.start, second.start);
                of_aim(lead, between, clause, (one, other), is_day).and_then(|is_reached| match reached {
                    Some(true) if !is_reached => Some(Told::Missed),
                    Some(true) if other == one && sentence.contains("超额") => Some(Told::NotBeyond),
                    Some(false) if is_reached => Some(Told::Reached),
                    _ => None,
                })
            };
            if let Some(told) = told {
                let words = (said(first.start, first.end), said(second.start, second.end));
                found.push(
                    Finding::new(
                        Code::D4,
                        field,
                        told.message(words),
                        "核对两个数；确实没有达到的，改写结论，并写明原因。",
                    )
                    .about([(field, (*second).clone())]),
                );
                return;
            }
        }
    }
}

/// What is told of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// No staff beyond the posts.
    Staff,
    /// Within the budget.
    Kept,
    /// Told as reached, and it is not.
    Missed,
    /// Told as more than reached, and it is just reached.
    NotBeyond,
    /// Told as not reached, and it is.
    Reached,
}

impl Told {
    fn message(self, (one, other): (&str, &str)) -> String {
        match self {
            Told::Staff => format!("这里说没有超编，编制是 {one}，实有 {other}。"),
            Told::Kept => format!("这里说没有超过，限额是 {one}，实际是 {other}。"),
            Told::Missed => format!("这里说达到了目标，目标是 {one}，实际是 {other}。"),
            Told::NotBeyond => format!("这里说超额完成，目标是 {one}，实际是 {other}，正好完成。"),
            Told::Reached => format!("这里说没有达到目标，目标是 {one}，实际是 {other}。"),
        }
    }
}

/// 预算10万元，实际支出12万元: whether more was spent than there was.
fn is_money_over(lead: &str, between: &str, (one, other): (Decimal, Decimal)) -> bool {
    const LIMITS: WordList = WordList::of(&[
        "预算",
        "限额",
        "标准",
        "控制数",
        "核定",
        "控制价",
        "概算",
        "指标",
        "目标",
        "上限",
    ]);
    const SPENT: WordList = WordList::of(&["支出", "实际", "列支", "发生", "使用", "决算", "结算", "执行"]);
    LIMITS.any_in(lead) && SPENT.any_in(between) && !LIMITS.any_in(between) && other > one
}

/// Whether the second of two numbers reaches the first, where the words make the first an aim and the second what was
/// done. `clause` is the sentence up to the second number.
fn of_aim(lead: &str, between: &str, clause: &str, (one, other): (Decimal, Decimal), is_day: bool) -> Option<bool> {
    const AIMS: WordList = WordList::of(&[
        "目标",
        "指标值",
        "计划",
        "标准",
        "任务",
        "指标为",
        "指标是",
        "要求",
        "预期",
        "应完成",
        "控制在",
        "承诺",
        "时限",
        "工期",
        "≥",
        "≤",
    ]);
    const DONE: WordList = WordList::of(&[
        "实际",
        "完成值",
        "达到",
        "实现",
        "测算",
        "完成",
        "全年为",
        "达",
        "用时",
        "历时",
        "培训",
        "平均",
    ]);
    let lead = lead.trim_end();
    let between = between.trim_start();
    if !AIMS.any_in(lead) || !DONE.any_in(between) {
        return None;
    }
    let bound = binding::behind(between).or_else(|| binding::before(lead));
    match bound.map(|(comparator, _)| comparator) {
        Some(Comparator::AtLeast) => return Some(other >= one),
        Some(Comparator::AtMost) => return Some(other <= one),
        _ => {}
    }
    // 目标3天，实际2天: fewer days are better, more people are.
    if is_day && ["承诺", "时限", "工期"].iter().any(|word| lead.contains(word)) {
        return Some(other <= one);
    }
    (!LESS.any_in(clause) && !is_day).then_some(other >= one)
}
