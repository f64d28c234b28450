//! D3 同一件事前后数字不同: one fact with different numbers in two texts.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::facts;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::reading::fact::Place;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::prose::binding;
use crate::domain::prose::bound::is_limit;
use crate::domain::prose::words::WordList;
use crate::domain::values::shared::Shared;

use super::aims;
use super::fact::Fact;
use super::reading::Reading;
use crate::domain::prose::stops::{self, Mark};

/// What a number is of: the words right before it within its clause, where the clause begins, and whether they end
/// with a name of a figure.
fn subject<'a>(text: &'a str, start: usize, unit: &str) -> Option<(&'a str, usize, bool)> {
    let before = text.get(..start)?.trim_end();
    let clause = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| {
            !matches!(
                c,
                '，' | '。' | '；' | '、' | '：' | '\n' | '（' | '）' | '(' | ')' | '“' | '”' | ':' | ',' | ';'
            )
        })
        .last()
        .map(|(place, _)| place)?;
    let words = before.get(clause..)?;
    // "从 680 元提高到 720 元": the first is what it was before, and no part of what it is called.
    let mut plain = match words.split_once('从') {
        Some((_, after)) if !after.contains(['到', '至']) => return None,
        Some((before, _)) => before,
        None => words,
    };
    while let Some(rest) = TRAILING.ending(plain).and_then(|word| plain.strip_suffix(word)) {
        plain = rest;
    }
    while let Some(rest) = LEADING.beginning(plain).and_then(|word| plain.strip_prefix(word)) {
        plain = rest;
    }
    // A number or a time before it makes another fact: "一季度开展培训3次".
    let name = NAMES.ending(plain);
    let stem = name.and_then(|name| plain.strip_suffix(name)).unwrap_or(plain);
    // A share is a fact only where it has a name of its own: 覆盖率, not 完成98%; and one that says of what.
    let shortest = match (name, unit) {
        (Some(_), "%") => 7,
        (Some(_), _) => 4,
        (None, "%") => return None,
        (None, _) => 8,
    };
    let is_fact = plain.chars().count() >= shortest
        && !plain.contains(|c: char| c.is_ascii_digit())
        && !TIMES.any_in(plain)
        && binding::last_limit(plain).is_none()
        && !ANYONES.contains(&stem)
        && !CLASSES.contains(&plain);
    is_fact.then_some((plain, clause, name.is_some()))
}

/// What stands as it is all year, said with its noun behind the number: 辖17个社区, 内设机构 are others' business.
/// Gives whose it is where that is not the office itself, the words, and where the clause begins.
fn standing(text: &str, range: &Range<usize>) -> Option<(String, usize)> {
    const STANDING: WordList = WordList::of(&["下辖", "管辖", "辖", "辖区有", "现有", "共有", "户籍人口", "常住人口"]);
    const OWN: [&str; 11] = [
        "",
        "全街",
        "全区",
        "全县",
        "全市",
        "全镇",
        "全乡",
        "街道",
        "全街道",
        "本街道",
        "我街道",
    ];
    const LONGEST: usize = 8;
    let before = text.get(..range.start)?.trim_end();
    let word = STANDING.ending(before)?;
    let after = text.get(range.end..)?.trim_start();
    let end = after
        .find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
        .unwrap_or(after.len());
    let noun = after.get(..end)?;
    let is_noun = (2..=LONGEST).contains(&noun.chars().count()) && !ANYONES.contains(&noun);
    is_noun.then_some(())?;
    let owner = before.get(..before.len() - word.len())?;
    let owner = stops::last(owner, Mark::Item);
    let start = before.len() - word.len() - owner.len();
    let whose = if OWN.contains(&owner) { "" } else { owner };
    let word = word.trim_start_matches(['下', '管']);
    Some((format!("{whose}{word}{noun}"), start))
}

/// What the sentence has said before the clause of a number, as far as it makes the number one of something else:
/// 城区，满意度93%; none where it is about another year, or about a part of what went before.
fn frame(text: &str, clause: usize) -> Option<(&str, Option<u16>)> {
    const ELSEWHERE: WordList = WordList::of(&["其中", "上年", "去年", "同期", "往年"]);
    const SAYING_NOTHING: [&str; 12] = [
        "经核对",
        "经核实",
        "经统计",
        "据统计",
        "全年",
        "目前",
        "年末",
        "年底",
        "截至年底",
        "截至年末",
        "同时",
        "此外",
    ];
    let before = text.get(..clause)?;
    let sentence = stops::last(before, Mark::Group);
    if ELSEWHERE.any_in(sentence) {
        return None;
    }
    let year = sentence.rfind('年').and_then(|place| {
        let digits = sentence.get(..place)?.trim_end();
        let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        digits.get(start..)?.parse().ok()
    });
    let said = sentence.trim_end_matches(['，', ',', '：', ':', '、', '（', '(', '“', ' ']);
    let label = stops::last(said, Mark::Clause).trim();
    let is_label = label.chars().count() <= LONGEST_LABEL
        && !label.contains(|c: char| c.is_ascii_digit())
        && !SAYING_NOTHING.contains(&label);
    Some((if is_label { label } else { "" }, year))
}

/// A clause that has more characters is a statement, not a heading.
const LONGEST_LABEL: usize = 8;

/// What may be said of anything: 建筑面积, 补助标准, 受益人数.
const ANYONES: [&str; 29] = [
    "建筑", "占地", "补助", "补贴", "奖励", "发放", "收费", "资助", "救助", "慰问", "供养", "受益", "参训", "参加",
    "参与", "接待", "服务", "覆盖", "使用", "投资", "建设", "项目", "资金", "预算", "专项", "财政", "配套", "自筹",
    "其他",
];

/// Kinds of spending and revenue, which each part of a budget has.
const CLASSES: [&str; 9] = [
    "工资福利支出",
    "商品和服务支出",
    "对个人和家庭的补助",
    "对个人和家庭的补助支出",
    "资本性支出",
    "财政拨款收入",
    "财政拨款支出",
    "公务用车运行维护费",
    "公务用车运行费",
];

/// Words that say nothing of what is counted.
const LEADING: WordList = WordList::of(&[
    "投入", "发放", "争取", "落实", "安排", "下达", "拨付", "支付", "使用", "筹集", "整合", "支出", "追加", "获得",
    "全年", "全街", "全区", "全县", "全市", "全镇", "全乡", "共计", "共", "已", "组织", "开展", "举办", "完成", "进行",
    "建成",
]);

/// Words between a fact and its number.
const TRAILING: WordList = WordList::of(&[
    "达到",
    "提高到",
    "增加到",
    "提高至",
    "增加至",
    "降低到",
    "减少到",
    "每人每月",
    "每人每年",
    "每月",
    "每人",
    "为",
    "是",
    "达",
    "约",
    "共",
    "到",
]);

/// Ends of words that name a figure by themselves.
const NAMES: WordList = WordList::of(&[
    "率", "度", "比重", "占比", "标准", "量", "面积", "里程", "长度", "全长", "总长", "总数", "人数", "规模", "总值",
    "总额", "资金",
]);

/// Words that make a number one of several of its kind.
const TIMES: WordList = WordList::of(&[
    "季度",
    "上半年",
    "下半年",
    "月",
    "每",
    "各",
    "去年",
    "上年",
    "同比",
    "其中",
    "新增",
    "累计",
    "平均",
    "人均",
    "计划",
    "目标",
    "年均",
    "占",
    "增长",
    "下降",
]);

/// The facts of a text. What is aimed at need not be what was reached, and is none.
pub fn facts(field: Field, text: &str, ledger: &Ledger) -> Vec<Fact> {
    if matches!(
        field,
        Field::OverallObjective | Field::ObjectiveText(_) | Field::Improvement(_)
    ) {
        return Vec::new();
    }
    let aims = aims::sections(text);
    let fact = |known: &facts::reading::fact::Fact| {
        let Place::Text(_, range) = &known.at else { return None };
        if aims.iter().any(|aims| aims.contains(&range.start)) {
            return None;
        }
        let unit = match &known.number.kind {
            Kind::Percent => "%",
            Kind::Money | Kind::Count(_) => "",
            Kind::PercentPoints | Kind::Points | Kind::Bare => return None,
        };
        if is_limit(text, range) || known.number.about {
            return None;
        }
        let plain = subject(text, range.start, unit);
        let plain = plain.map(|(subject, clause, is_named)| (subject.to_owned(), clause, is_named));
        let (subject, clause, is_named) =
            plain.or_else(|| standing(text, range).map(|(subject, clause)| (subject, clause, true)))?;
        let (label, year) = frame(text, clause)?;
        let after = text.get(range.end..)?;
        // 6,215.08万元（不含基金）: of another extent.
        if ["（不含", "（含", "（不包括", "（仅"]
            .iter()
            .any(|words| after.starts_with(words))
        {
            return None;
        }
        Some(Fact {
            subject: format!("{label}{subject}"),
            year,
            number: known.number.clone(),
            range: range.clone(),
            is_named,
        })
    };
    ledger.facts.iter().filter_map(fact).collect()
}

/// A fact with the text that it stands in.
type Said<'a> = (&'a Fact, &'a Reading);

/// Finds D3: the same words and unit with two numbers in two texts, or in two sentences of one. With a third number
/// the words are those of something that happens again and again: 召开会议3次.
pub fn check(readings: &[Shared<Reading>], year: Option<u16>, found: &mut Vec<Finding>) {
    let mut said: BTreeMap<(&str, &Kind), Vec<Said<'_>>> = BTreeMap::new();
    for reading in readings {
        for fact in reading
            .facts
            .iter()
            .filter(|fact| fact.year.is_none() || fact.year == year)
        {
            let places = said.entry((&fact.subject, &fact.number.kind)).or_default();
            if places.iter().all(|(other, _)| differ(&other.number, &fact.number)) {
                places.push((fact, reading));
            }
        }
    }
    for ((subject, _), places) in said {
        let [one, other] = places.as_slice() else { continue };
        let ((first, before), (second, reading)) = (one, other);
        if before.field == reading.field && !is_said_anew(one, other) {
            continue;
        }
        let shown = |(fact, reading): &Said<'_>| reading.text.get(fact.range.clone()).unwrap_or_default().to_owned();
        debug_assert!(differ(&first.number, &second.number));
        found.push(
            Finding::new(
                Code::D3,
                reading.field,
                format!("“{subject}”这里是 {}，前面写的是 {}。", shown(other), shown(one)),
                "核对哪个对，全文写一样的数；说的不是一回事的，写清时间或范围。",
            )
            .resting_on(vec![before.field])
            .about([
                (reading.field, second.range.clone()),
                (before.field, first.range.clone()),
            ]),
        );
    }
}

/// Whether two numbers cannot be the same one, as far as they are rounded.
fn differ(one: &Printed, other: &Printed) -> bool {
    match (one.interval(), other.interval()) {
        (Some(one), Some(other)) => !one.meets(other),
        _ => false,
    }
}

/// Whether a text says a figure with a name of its own once more, in another sentence.
fn is_said_anew((first, _): &Said<'_>, (second, reading): &Said<'_>) -> bool {
    let between = reading
        .text
        .get(first.range.end..second.range.start)
        .unwrap_or_default();
    // Money of one source is spent on many things; within a paragraph it is one amount.
    let is_fund = first.subject.ends_with("资金");
    first.is_named && stops::is_cut(between, Mark::Sentence) && !(is_fund && between.contains('\n'))
}
