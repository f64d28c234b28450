//! D1 of names: offices whose names differ from the report's own by a character or two, as they do where a text of
//! another office is copied, and a year of the report that is another.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::words::WordList;

use super::of_reading::OfReading;
use crate::domain::prose::stops::{self, Mark};

/// Words before another office that is rightly named.
pub(super) const BESIDE: WordList = WordList::of(&[
    "学习", "借鉴", "与", "和", "赴", "会同", "向", "同", "、", "参照", "对口", "联合", "邻", "外地", "兄弟", "比如",
    "例如", "及",
]);

/// What the report is about, behind its year.
const SUBJECTS: [&str; 4] = ["部门整体支出", "部门整体绩效", "整体支出绩效", "单位整体支出"];

/// What an office sets itself for a year.
const AIMS: [&str; 4] = ["各项绩效目标", "绩效目标", "各项目标", "目标任务"];

/// Finds D1 of names and years in one text.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading { reading, draft, .. } = *of;
    let unit: Vec<char> = draft.basics.unit.trim().chars().collect();
    if let Some(name) = similar_name(&reading.text, &unit)
        .or_else(|| similar_place(&reading.text, &unit))
        .or_else(|| acting(&reading.text, &unit))
    {
        let own: String = unit.iter().collect();
        found.push(
            Finding::new(
                Code::D1,
                reading.field,
                format!("这里写的是“{name}”，报告的单位是“{own}”。"),
                "抄自别的地方的，改成本地的；确实是另一个单位的，写明关系。",
            )
            .resting_on(vec![Field::Unit]),
        );
    }
    let year = draft.basics.year.value().map(|year| year.get());
    if let Some((said, year)) = year.and_then(|year| Some((own_year(&reading.text, &unit, year)?, year))) {
        found.push(
            Finding::new(
                Code::D1,
                reading.field,
                format!("这里写的是本单位 {said} 年度的自评，报告的年度是 {year}。"),
                "抄自上年的，改成今年；其余各处也看一遍。",
            )
            .resting_on(vec![Field::Year]),
        );
    }
}

/// 县卫生健康局将把自评结果…: another office that does with the results what is the own one's to do.
fn acting(text: &str, unit: &[char]) -> Option<String> {
    const RESULTS: WordList = WordList::of(&["自评结果", "绩效结果", "评价结果", "绩效自评", "自评工作"]);
    const OTHERS: WordList = WordList::of(&["财政", "审计", "人民政府", "主管部门", "第三方", "评价机构", "各"]);
    const ENDS: [&str; 12] = [
        "局",
        "委员会",
        "法院",
        "检察院",
        "办事处",
        "管委会",
        "中心",
        "支队",
        "大队",
        "医院",
        "学校",
        "图书馆",
    ];
    let own: String = unit.iter().collect();
    // Most texts speak of no results, and need not be cut.
    if !RESULTS.any_in(text) {
        return None;
    }
    stops::pieces(text, Mark::Clause)
        .filter(|clause| RESULTS.any_in(clause))
        .find_map(|clause| {
            let (subject, _) = clause.split_once("将")?;
            let subject = subject
                .trim()
                .trim_start_matches(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c));
            // 区人民检察院 in a report of 秦川市渭原区人民法院: without the place.
            let bare = subject.trim_start_matches(['省', '市', '县', '区', '州', '旗']);
            let is_office = ENDS.iter().any(|end| subject.ends_with(end)) && (3..=16).contains(&bare.chars().count());
            let is_own = own.ends_with(bare) || bare.ends_with(&own) || own.contains(bare);
            (is_office && !is_own && !OTHERS.any_in(subject) && !own.is_empty()).then(|| subject.to_owned())
        })
}

/// Words of one character that lead to a name and are not of it: 实施单位为县林业局.
const NO_NAME: &str = "为由是对向经在于的从到给请按据受将把";

/// A name as long as the own one, with the same end, that differs in a character or two.
fn similar_name(text: &str, unit: &[char]) -> Option<String> {
    const SHORTEST: usize = 6;
    const END: usize = 3;
    let end: String = unit.get(unit.len().checked_sub(END)?..)?.iter().collect();
    let most = if unit.len() < 9 { 1 } else { 2 };
    if unit.len() < SHORTEST {
        return None;
    }
    text.match_indices(&end).find_map(|(at, _)| {
        let before: Vec<char> = text[..at].chars().rev().take(unit.len() - END + 2).collect();
        let name: Vec<char> = before.iter().take(unit.len() - END).rev().copied().collect();
        let apart = name.iter().zip(unit).filter(|(one, other)| one != other).count();
        let lead: String = before.iter().skip(unit.len() - END).rev().collect();
        let is_letter = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c) && !NO_NAME.contains(*c);
        let is_name = name.len() + END == unit.len() && name.iter().all(is_letter);
        let other = is_name && (1..=most).contains(&apart) && !BESIDE.any_in(&lead);
        other.then(|| format!("{}{end}", name.iter().collect::<String>()))
    })
}

/// 根据《川南市财政局…》 in a report of 川北市: a place whose name differs from the own one in one character, of whom
/// the rules are taken.
fn similar_place(text: &str, unit: &[char]) -> Option<String> {
    const LEVELS: [char; 5] = ['省', '市', '县', '区', '州'];
    const RULED: [&str; 6] = ["根据《", "按照《", "依据《", "按《", "执行《", "根据"];
    const LEAST: usize = 3;
    let length = unit.iter().take(8).position(|c| LEVELS.contains(c))? + 1;
    let place = unit.get(..length).filter(|place| place.len() >= LEAST)?;
    text.match_indices("财政局").find_map(|(at, _)| {
        let before: Vec<char> = text[..at].chars().rev().take(length).collect();
        let name: String = before.iter().rev().collect();
        let apart = name.chars().zip(place).filter(|(one, other)| one != *other).count();
        let lead = &text[..at.checked_sub(name.len())?];
        let ruled = RULED.iter().any(|word| lead.ends_with(word));
        (before.len() == length && apart == 1 && before.first() == place.last() && ruled)
            .then(|| format!("{name}财政局"))
    })
}

/// 我局2021年度部门整体支出…自评: the year before the report's own, said of the office itself.
fn own_year(text: &str, unit: &[char], year: u16) -> Option<u16> {
    const OWN: WordList = WordList::of(&[
        "我局",
        "我委",
        "我单位",
        "本单位",
        "本部门",
        "我镇",
        "我街",
        "我院",
        "我校",
        "我部门",
        "我馆",
        "我中心",
        "我乡",
        "我所",
        "我站",
    ]);
    let name: String = unit.iter().collect();
    let said = format!("{}年", year.checked_sub(1)?);
    let mut years = text.match_indices(&said).map(|(at, word)| (at, word.len()));
    let is_own = |(at, length): &(usize, usize)| {
        let before = &text[..*at];
        let after = text[at + length..].trim_start_matches('度');
        let sentence = stops::first(after, Mark::Group);
        let is_ours = OWN.ending(before).is_some() || !name.is_empty() && before.ends_with(&name);
        // 完成了2022年度各项绩效目标: what was done is of the report's own year.
        const DONE: WordList = WordList::of(&["完成", "完成了", "实现了", "超额完成了"]);
        let is_done = DONE.ending(before).is_some() && AIMS.iter().any(|aim| after.starts_with(aim));
        is_done
            || is_ours
                && SUBJECTS.iter().any(|subject| after.starts_with(subject))
                && sentence.contains("自评")
                && (sentence.contains("得分") || sentence.contains("小组"))
                && !sentence.contains("结果应用")
    };
    years.any(|place| is_own(&place)).then(|| year - 1)
}
