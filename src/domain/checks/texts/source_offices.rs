//! D1 and D8 of a report that was read: offices of other places, as they stay where a text was copied.
//!
//! Whose report it is is known by its unit: 云岭县文化广电和旅游局. An office of the same name in another place signs
//! nothing here, and a place that is named once, with an office, where the own place of that level is named throughout,
//! was left standing.

use std::collections::BTreeMap;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::words::WordList;

use super::other_offices::BESIDE;
use crate::domain::prose::stops::{self, Mark};

/// Characters that a place's own name does not have: they say which place, or are of another word.
const NO_NAME: &str = "我本全各该两同邻外每其跨县区省市州旗的由对经以为是在于从到向给报请按照据受与和及或等年月日号个上下所有级镇乡村街城都";

/// Words of two characters that stand before 县 and 市 and are no names: 委托县统计局, 建议县财政.
const NO_PLACES: WordList = WordList::of(&[
    "委托", "已商", "经商", "会商", "函商", "函请", "请示", "报请", "商得", "建议", "配合", "召开", "报送", "提请",
    "商请", "邀请", "组织", "协调", "协助", "争取", "通过", "经过", "接受", "纳入", "隶属", "提交", "呈报", "上报",
    "报经", "成立", "参加", "列入", "获得", "荣获", "落实", "执行", "完成", "支持", "联系", "对接", "汇报", "印发",
    "转发", "依据", "遵照", "贯彻", "承办", "服务", "推动", "推进", "要求", "加强", "出具", "作为", "来自", "目前",
    "当前", "年度", "安排", "拨付", "下达", "收到", "位于", "覆盖", "部分", "重点", "取得", "受到", "拟定", "制定",
    "审议", "批准", "根据", "按照", "开展", "结合", "围绕", "立足", "提升", "助力", "构建", "建设", "打造", "直属",
    "下属", "所属", "原为", "划转",
]);

/// The levels of places whose names can be told from other words, each with the words that follow a place.
const LEVELS: [char; 3] = ['市', '县', '旗'];

/// What an office's name begins with or is, right behind its place.
const OFFICES: [&str; 24] = [
    "人民政府",
    "政府",
    "财政局",
    "财政",
    "委",
    "人大",
    "政协",
    "教育局",
    "卫生健康",
    "农业农村",
    "水利局",
    "住房",
    "交通运输",
    "民政局",
    "审计局",
    "统计",
    "发展和改革",
    "发展改革",
    "人民法院",
    "人民检察院",
    "公安局",
    "自然资源",
    "生态环境",
    "文化",
];

/// Finds both in the lines of the source.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let text = draft.source.whole.as_str();
    let unit = draft.basics.unit.trim();
    if text.is_empty() || unit.is_empty() {
        return;
    }
    let own = own_place(unit);
    if let Some(name) = own.and_then(|place| same_office(text, unit, place)) {
        let is_told = found
            .iter()
            .any(|told| told.code == Code::D1 && told.message.contains(&name));
        if !is_told {
            found.push(
                Finding::new(
                    Code::D1,
                    Field::SourceText,
                    format!("这里写的是“{name}”，报告的单位是“{unit}”。"),
                    "抄自别的地方的，改成本地的；确实是另一个单位的，写明关系。",
                )
                .resting_on(vec![Field::Unit]),
            );
        }
        return;
    }
    for (other, usual) in strangers(text, own) {
        found.push(
            Finding::new(
                Code::D8,
                Field::SourceText,
                format!("这里写的是“{other}”，报告里别处都是“{usual}”。"),
                "抄自别的地方的，改成本地的；确实是另一处的，写明关系。",
            )
            .resting_on(vec![Field::Unit]),
        );
    }
}

/// The place that an office's name begins with: 云岭县.
fn own_place(unit: &str) -> Option<&str> {
    let (at, level) = unit.char_indices().skip(2).take(4).find(|(_, c)| LEVELS.contains(c))?;
    let place = unit.get(..at + level.len_utf8())?;
    (!place.contains('省')).then_some(place)
}

/// The own office's name with another place of the same level before it.
fn same_office(text: &str, unit: &str, place: &str) -> Option<String> {
    let rest = unit.strip_prefix(place).filter(|rest| rest.chars().count() > 2)?;
    let level = place.chars().next_back()?;
    let ending = format!("{level}{rest}");
    text.match_indices(ending.as_str()).find_map(|(at, _)| {
        let name = name_before(&text[..at], place.chars().count() - 1)?;
        let lead = &text[..at - name.len()];
        let is_other = !place.starts_with(name) && !ends_in_relation(lead);
        is_other.then(|| format!("{name}{ending}"))
    })
}

/// The characters of a place's name before its level; none where they are no name.
fn name_before(text: &str, many: usize) -> Option<&str> {
    let (at, _) = text.char_indices().rev().nth(many.checked_sub(1)?)?;
    let name = text.get(at..)?;
    let is_name = name
        .chars()
        .all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !NO_NAME.contains(c));
    (is_name && !NO_PLACES.any_in(name)).then_some(name)
}

/// Whether the words right before a name relate it to the own office: 与邻近的平川县.
fn ends_in_relation(lead: &str) -> bool {
    const REACH: usize = 24;
    let near = &lead[lead.ceil_char_boundary(lead.len().saturating_sub(REACH))..];
    let clause = stops::last(near, Mark::Clause);
    BESIDE.any_in(clause.rsplit(['《', '“']).next().unwrap_or_default())
}

/// Offices of places that are named once, each with the place of that level that the report names throughout.
fn strangers(text: &str, own: Option<&str>) -> Vec<(String, String)> {
    const OFTEN: usize = 3;
    let mut found = Vec::new();
    for level in LEVELS {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, sign) in text.match_indices(level) {
            let after = &text[at + sign.len()..];
            let is_office = OFFICES.iter().any(|office| after.starts_with(office));
            if let Some(name) = name_before(&text[..at], 2).filter(|_| is_office) {
                places.entry(name).or_default().push(at);
            }
        }
        let is_own =
            |name: &str| own.is_some_and(|own| own.ends_with(level) && own.trim_end_matches(level).ends_with(name));
        let usual = places
            .iter()
            .map(|(name, at)| (*name, at.len() + usize::from(is_own(name)) * OFTEN))
            .max_by_key(|(_, many)| *many)
            .filter(|(_, many)| *many >= OFTEN);
        let Some((usual, _)) = usual else { continue };
        for (name, at) in places.iter().filter(|(name, at)| **name != usual && at.len() == 1) {
            let at = at[0];
            let lead = &text[..at - name.len()];
            // A name of three characters whose last two were taken is the usual one's neighbour only by chance.
            if ends_in_relation(lead) {
                continue;
            }
            let after = &text[at + level.len_utf8()..];
            let office: String = after
                .chars()
                .take_while(|c| !"，。；：、》（）“”\n\t ".contains(*c))
                .take(8)
                .collect();
            found.push((format!("{name}{level}{office}"), format!("{usual}{level}")));
        }
    }
    found
}
