//! How a goal could be written better, by rule. What only the office knows stays blank: （　）.

use std::ops::Range;

use crate::domain::prose::ending::unended;
use crate::domain::prose::in_time::KEPT;
use crate::domain::scheme::indicator::Indicator;

use super::demands::{CLAUSE, ITEM, clause, marks};

/// Words that tell how people feel, which only asking them can measure.
const FEELINGS: [&str; 4] = ["满意", "获得感", "荣誉感", "幸福感"];

/// Words before a verb that say nothing.
const ADVERBS: [&str; 10] = [
    "持续",
    "继续",
    "进一步",
    "不断",
    "全面",
    "深入",
    "大力",
    "切实",
    "扎实",
    "着力",
];

/// Verbs that can be done a little or a lot.
const ACTIVITIES: [&str; 9] = ["加强", "强化", "做好", "推进", "抓好", "深化", "落实", "推动", "规范"];
/// Verbs of doing something again and again.
const EVENTS: [&str; 3] = ["开展", "组织", "举办"];
/// Verbs of making something better.
const GAINS: [&str; 4] = ["提升", "提高", "增强", "改善"];
/// Verbs of making rules.
const RULES: [&str; 3] = ["完善", "健全", "建立"];
/// Further verbs that begin something of their own after 、.
const OTHERS: [&str; 9] = ["预防", "防止", "确保", "保障", "维护", "促进", "营造", "减少", "降低"];

/// Words of a work that is finished on a day.
const WORKS: [&str; 12] = [
    "建设", "建成", "创建", "改造", "升级", "修复", "工程", "完工", "验收", "竣工", "出台", "制定",
];

/// Whether a text tells how people feel: such an indicator is measured by asking them.
pub fn is_felt(text: &str) -> bool {
    FEELINGS.iter().any(|word| text.contains(word))
}

/// The goal with a number to be filled in; none where there is no goal to begin with.
pub fn with_number(row: &Indicator) -> Option<String> {
    let goal = row.goal.trim();
    if is_felt(&row.name) || is_felt(goal) {
        return Some(surveyed(goal, row.name.trim()));
    }
    if goal.is_empty() {
        return None;
    }
    in_share(goal).or_else(|| in_number(goal)).or_else(|| {
        let (text, end) = goal.strip_suffix('。').map_or((goal, ""), |text| (text, "。"));
        Some(format!("{text}，不少于（　）（写明单位）{end}"))
    })
}

/// "…感、…感" becomes what a questionnaire asks; a goal without such a clause gets it at its end.
fn surveyed(goal: &str, name: &str) -> String {
    let whose = name.split("满意").next().unwrap_or_default().trim();
    let whose = if name.contains("满意") && !whose.is_empty() {
        whose
    } else {
        "服务对象"
    };
    let asked = format!("通过问卷调查，{whose}满意度不低于（　）%，样本不少于（　）份");
    let felt = FEELINGS.iter().filter_map(|word| goal.find(word)).min();
    match felt {
        Some(place) => replaced(goal, clause(goal, &(place..place), CLAUSE), &asked),
        None if goal.is_empty() => format!("{asked}。"),
        None => format!("{}；{asked}。", unended(goal)),
    }
}

/// "验收全部合格" and "发放及时" are shares that nobody has written down.
fn in_share(goal: &str) -> Option<String> {
    const ALL: [(&str, &str); 4] = [
        ("全部合格", "合格率达到100%"),
        ("均合格", "合格率达到100%"),
        ("全部达标", "达标率达到100%"),
        ("均达标", "达标率达到100%"),
    ];
    if let Some((word, share)) = ALL.iter().find(|(word, _)| goal.contains(word)) {
        return Some(goal.replacen(word, share, 1));
    }
    for clause in clauses(goal) {
        let words = &goal[clause.clone()];
        let limit = words.contains("不超过") && ["时间", "工期", "期限"].iter().any(|end| words.contains(end));
        let text = if words.ends_with("及时") {
            format!("{words}率达到（　）%")
        } else if limit {
            format!("{words}，按期完工率达到（　）%")
        } else if KEPT.any_in(words) {
            format!("{words}，于（　）月底前完成（　）项")
        } else {
            continue;
        };
        return Some(replaced(goal, clause, &text));
    }
    None
}

/// A clause with a verb that says nothing of how much gets a number.
fn in_number(goal: &str) -> Option<String> {
    let found = |verbs: &[&'static str], words: &str| verbs.iter().find(|verb| words.starts_with(**verb)).copied();
    for clause in clauses(goal) {
        let words = &goal[clause.clone()];
        let plain = words.trim_start();
        let bare = ADVERBS
            .iter()
            .find_map(|word| plain.strip_prefix(word))
            .unwrap_or(plain);
        let year = |text: &str| {
            if goal.contains("全年") {
                text.to_owned()
            } else {
                format!("全年{text}")
            }
        };
        let text = if let Some(verb) = found(&ACTIVITIES, bare) {
            let what = bare.strip_prefix(verb).unwrap_or_default();
            year(&format!("开展{what}不少于（　）次"))
        } else if found(&EVENTS, bare).is_some() {
            year(&format!("{bare}不少于（　）次"))
        } else if bare.starts_with("完成") {
            format!("{plain}不少于（　）项")
        } else if found(&GAINS, bare).is_some() {
            format!("{plain}，比上年提高（　）%")
        } else if found(&RULES, bare).is_some() {
            format!("于（　）月底前{bare}，出台制度不少于（　）项")
        } else {
            continue;
        };
        return Some(replaced(goal, clause, &text));
    }
    None
}

/// The goal with a time to be kept.
pub fn with_time(row: &Indicator) -> Option<String> {
    let (goal, name) = (row.goal.trim(), row.name.trim());
    let said = |text: &str| text.chars().any(|c| c.is_alphabetic());
    let text = match (said(goal), said(name)) {
        (true, _) => goal.to_owned(),
        (false, true) => format!("{name}{goal}"),
        (false, false) => return None,
    };
    let is_work = WORKS.iter().any(|word| text.contains(word));
    Some(if is_work {
        format!("于（　）月底前{text}")
    } else {
        format!("全年{text}")
    })
}

/// The clauses of a goal; 、 ends one only where a verb follows.
fn clauses(goal: &str) -> Vec<Range<usize>> {
    let all = [&ACTIVITIES[..], &EVENTS, &GAINS, &RULES, &OTHERS].concat();
    let mut start = 0;
    let mut clauses = Vec::new();
    for (mark, strength) in marks(goal) {
        let ends = strength > ITEM || all.iter().any(|verb| goal[mark.end..].starts_with(verb));
        if ends {
            clauses.push(start..mark.start);
            start = mark.end;
        }
    }
    clauses.push(start..goal.len());
    clauses.retain(|clause| !goal[clause.clone()].trim().is_empty());
    clauses
}

/// How many things of its own a goal sets out to do, as its clauses and verbs tell.
pub fn tasks(goal: &str) -> usize {
    let verbs = [&ACTIVITIES[..], &EVENTS, &GAINS, &RULES, &OTHERS, &["完成"]].concat();
    let begins = |words: &str| {
        let words = ADVERBS
            .iter()
            .find_map(|word| words.strip_prefix(word))
            .unwrap_or(words);
        verbs.iter().any(|verb| words.starts_with(verb))
    };
    clauses(goal)
        .into_iter()
        .filter(|clause| begins(goal[clause.clone()].trim_start()))
        .count()
}

fn replaced(text: &str, place: Range<usize>, words: &str) -> String {
    format!("{}{words}{}", &text[..place.start], &text[place.end..])
}
