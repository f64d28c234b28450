//! D1 of names in all texts: an office, firm or place that is called otherwise once, by one character: 华信建设有限公司
//! and 华兴建设有限公司, 江州市财政局 and 江阳市财政局.

use std::collections::BTreeMap;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::values::shared::Shared;
use crate::domain::vocabulary::offices::ONE_OF_A_NAME;

use super::reading::Reading;

/// What names of firms end with.
const FIRMS: [&str; 4] = ["有限公司", "有限责任公司", "集团公司", "事务所"];

/// Characters by which things that belong together are told apart: 东区 and 西区, 第一 and 第二.
const TELLS_APART: &str = "东西南北中上下左右前后一二三四五六七八九十甲乙丙丁大小新老男女省市县区镇乡村我本该各全原第";

/// So many characters before the end may belong to a name.
const LONGEST: usize = 14;

/// A name at a place: its characters from the last to the first, and where it stands.
struct Standing<'a> {
    backwards: Vec<char>,
    reading: &'a Reading,
}

/// Trades in the names of firms: 水务 and 水电 are two.
const TRADES: [&str; 20] = [
    "水务", "水电", "水利", "电力", "电气", "电子", "建设", "建筑", "建工", "工程", "工贸", "科技", "信息", "环境",
    "环保", "园林", "市政", "路桥", "交通", "物业",
];

/// Finds D1 of names that are called otherwise once.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    for &end in FIRMS.iter().chain(ONE_OF_A_NAME.words()) {
        let mut standing: Vec<Standing<'_>> = Vec::new();
        for reading in readings {
            for (at, _) in reading.text.match_indices(end) {
                let before = reading.text[..at].chars().rev();
                let backwards: Vec<char> = before
                    .take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
                    .take(LONGEST)
                    .collect();
                standing.push(Standing { backwards, reading });
            }
        }
        if standing.len() > 1 {
            pairs(end, &standing, found);
        }
    }
}

fn pairs(end: &str, standing: &[Standing<'_>], found: &mut Vec<Finding>) {
    // How often each name of a pair that differs by a character stands in the texts.
    let mut told: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (place, one) in standing.iter().enumerate() {
        for other in &standing[..place] {
            let Some(length) = apart_by_one(&one.backwards, &other.backwards, end.chars().count()) else {
                continue;
            };
            let name = |of: &Standing<'_>| -> String {
                let head: String = of.backwards[..length].iter().rev().collect();
                format!("{head}{end}")
            };
            let often = |name: &str| {
                let places = standing.iter().map(|of| {
                    let head: String = of.backwards.iter().rev().collect();
                    usize::from(format!("{head}{end}").ends_with(name))
                });
                places.sum::<usize>()
            };
            let (own, others) = (name(one), name(other));
            let (rare, usual, at) = if often(&own) <= often(&others) {
                (own, others, one)
            } else {
                (others, own, other)
            };
            // Two that both come again are two.
            if often(&rare) > 1 || told.contains_key(&(rare.clone(), usual.clone())) {
                continue;
            }
            told.insert((rare.clone(), usual.clone()), place);
            found.push(Finding::new(
                Code::D1,
                at.reading.field,
                format!("这里写的是“{rare}”，别处写的是“{usual}”，只差一个字。"),
                "是同一个的，改成一样；确实是两个的，不用改。",
            ));
        }
    }
}

/// How long two names are that differ by one character, which is not one that tells things apart; none where they are
/// the same or differ by more.
fn apart_by_one(one: &[char], other: &[char], end: usize) -> Option<usize> {
    const SAME: usize = 5;
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (first, second) = (one.get(same)?, other.get(same)?);
    if TELLS_APART.contains(*first) || TELLS_APART.contains(*second) {
        return None;
    }
    let (rest, others) = (&one[same + 1..], &other[same + 1..]);
    // Backwards: the character before comes next.
    let trade = |last: char, rest: &[char]| {
        rest.first()
            .is_some_and(|first| TRADES.contains(&format!("{first}{last}").as_str()))
    };
    if trade(*first, rest) && trade(*second, others) {
        return None;
    }
    let more = rest.iter().zip(others).take_while(|(one, other)| one == other).count();
    let both_begin = rest.is_empty() && others.is_empty();
    (same + end + more >= SAME && (more > 0 || both_begin && same > 0)).then_some(same + 1 + more)
}
