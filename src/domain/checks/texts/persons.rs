//! D1 of a person's name that is written in two ways: 负责人王立群 here and 王群立主持 there.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::words::WordList;

/// Offices and roles that stand right before a name.
const ROLES: WordList = WordList::of(&[
    "负责人",
    "联系人",
    "组长",
    "局长",
    "主任",
    "院长",
    "校长",
    "书记",
    "科长",
    "经办人",
    "站长",
    "所长",
    "馆长",
    "处长",
    "主席",
    "镇长",
    "乡长",
    "县长",
    "主持人",
    "填报人",
    "审核人",
    "成员",
    "法人代表",
    "理事长",
    "厅长",
    "股长",
    "会计",
    "出纳",
]);

/// Words right behind a name.
const DOING: WordList = WordList::of(&[
    "主持",
    "作为",
    "同志",
    "负责",
    "任组长",
    "任副组长",
    "带队",
    "牵头",
    "担任",
    "签字",
    "签发",
    "审核",
    "召开",
    "组织",
    "带领",
    "为组长",
    "汇报",
]);

/// The most usual family names.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Finds D1 of one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !ROLES.any_in(text) {
        return;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let name_at = |place: usize| -> Option<[char; 3]> {
        let own = chars.get(place..place + 3)?;
        let name = [own[0].1, own[1].1, own[2].1];
        let is_name = FAMILIES.contains(name[0]) && name.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        is_name.then_some(name)
    };
    let ends = |place: usize| {
        let after = chars.get(place + 3).map_or("", |(at, _)| &text[*at..]);
        after.is_empty()
            || after.starts_with(['，', '、', '。', '；', '）', ')', '\n', ' ', ',', '和', '：'])
            || DOING.beginning(after).is_some()
    };
    let mut named: Vec<([char; 3], usize)> = Vec::new();
    let mut doing: Vec<([char; 3], usize)> = Vec::new();
    for place in 0..chars.len() {
        let Some(name) = name_at(place).filter(|_| ends(place)) else {
            continue;
        };
        let before = &text[..chars[place].0];
        let said = before.trim_end_matches(['：', ':', ' ', '为', '是']);
        let after = chars.get(place + 3).map_or("", |(at, _)| &text[*at..]);
        if ROLES.ending(said).is_some() {
            named.push((name, place));
        }
        if DOING.beginning(after).is_some() {
            doing.push((name, place));
        }
    }
    for (name, place) in &doing {
        // 副组长张立国负责 names another.
        let is_known = named.contains(&(*name, *place))
            || named
                .iter()
                .chain(&doing)
                .any(|(other, at)| other == name && at != place);
        if is_known {
            continue;
        }
        if let Some((other, _)) = named.iter().find(|(other, at)| at != place && is_slip(*name, *other)) {
            let (own, other): (String, String) = (name.iter().collect(), other.iter().collect());
            let start = chars[*place].0;
            found.push(
                Finding::new(
                    Code::D1,
                    field,
                    format!("这里写的是“{own}”，别处写的是“{other}”，像是同一个人。"),
                    "是同一个人的，把姓名写一致；确实是两个人的，不用改。",
                )
                .about([(field, start..start + own.len())]),
            );
            return;
        }
    }
}

/// Whether two names are of the same characters in another order, or differ in the last that sounds or looks alike.
fn is_slip(one: [char; 3], other: [char; 3]) -> bool {
    let turned = one[0] == other[0] && one[1] == other[2] && one[2] == other[1] && one[1] != one[2];
    let moved = one[1] == other[0] && one[0] == other[1] && one[2] == other[2];
    let rest = one[0] == other[0] && one[1] == other[1] && one[2] != other[2];
    turned || moved || rest
}
