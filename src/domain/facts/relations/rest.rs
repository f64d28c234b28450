//! 其余: the last part of a whole, which is what the parts before it leave: 藏品6,318件，一级12件、二级87件，其余6,219件;
//! 发现问题182个，已整改179个，其余3个.

use crate::domain::prose::stops::Mark;
use crate::domain::prose::words::WordList;

use super::rates::before;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{is_near, is_slip};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

const REST: WordList = WordList::of(&[
    "其余",
    "剩余",
    "余下",
    "剩下",
    "尚余",
    "还剩",
    "仍有",
    "尚有",
    "尾款",
    "尚欠",
    "待付",
    "未付",
    "余款",
    "净资产",
    "净值",
    "净额",
    "空编",
    "缺编",
]);

/// Words of what is left where one number before it is what was done.
const UNDONE: WordList = WordList::of(&[
    "未完成",
    "未整改",
    "未办结",
    "未通过",
    "未达标",
    "不合格",
    "未开工",
    "未完工",
    "未收回",
    "未结",
    "未到位",
    "未拨付",
    "不满意",
    "未参保",
    "未就业",
    "尚未",
    "未付",
    "欠付",
    "未使用",
    "未安装",
    "未签约",
    "未建成",
    "未投入",
    "未发放",
    "未脱贫",
    "未入住",
    "未接种",
    "未验收",
    "未履行",
    "没有完成",
    "没有办结",
]);

/// So many numbers before the rest are tried.
const MOST: usize = 7;

/// Adds the wholes that the rests of a text complete.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (rest, tag) in tagged.tags.iter().enumerate() {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        let is_measured = matches!(tag.number.kind, Kind::Money | Kind::Count(_)) && !tag.number.about && !tag.bound;
        // 年末剩余 is of a balance; 其余各县共3个 as well as 其余3个.
        // 年检率88.2%；对连续两年未年检的6家: of another matter.
        let is_in_group = tagged.mark(tag) < Mark::Group;
        let is_undone = UNDONE.any_in(said) || is_in_group && is_not_yet(said) || is_opposed(text, tagged, rest);
        if !is_measured
            || !(is_undone || REST.any_in(said))
            || ["年末", "年底", "结转", "结余", "每", "平均", "上年"]
                .iter()
                .any(|word| said.contains(word))
        {
            continue;
        }
        // What a list says of it already.
        let is_told = |known: &Relation| match known {
            Relation::Sum { parts, .. } => parts.contains(&rest),
            Relation::Balance { .. } => known.facts().contains(&rest),
            // 尚未办结16件 is not more than 620件: that says nothing of what is left.
            Relation::Bound { .. } => false,
            _ => ledger.judge(known) == Verdict::Holds && known.facts().contains(&rest),
        };
        if ledger.relations.iter().chain(&ledger.agreeing).any(is_told) {
            continue;
        }
        let alike = |other: &Tag| {
            let is_other = matches!(other.measure, Measure::Growth { .. } | Measure::Each | Measure::Before)
                || text
                    .get(other.before.clone())
                    .unwrap_or_default()
                    .contains(['均', '每'])
                || text.get(other.before.clone()).unwrap_or_default().contains("单价");
            let is_alike = other.number.kind == tag.number.kind && other.number.scale == tag.number.scale;
            is_alike && !is_other && !other.number.about && !other.bound
        };
        let sentence = tagged.sentence(tag);
        let mut near: Vec<Id> = before(tagged, rest)
            .filter(|(_, other)| alike(other) && tagged.sentence(other) + 1 >= sentence)
            .map(|(id, _)| id)
            .take(MOST)
            .collect();
        near.reverse();
        if let Some(found) = held(&near, rest, ledger) {
            ledger.agreeing.push(found);
        } else if let Some(stated) =
            stated(text, tagged, &near, rest, ledger).filter(|own| !is_undone || own.facts().len() == 3)
        {
            ledger.relations.push(stated);
        }
    }
}

/// 未上架, 未报到: what follows 未 near the number is what was done of the others.
fn is_not_yet(said: &str) -> bool {
    const REACH: usize = 6;
    const OTHERWISE: &str = "来成必经知尽免曾然";
    let Some(at) = said.rfind('未') else { return false };
    let rest = &said[at + '未'.len_utf8()..];
    let many = rest.chars().count();
    (2..=REACH).contains(&many) && !rest.starts_with(|c| OTHERWISE.contains(c))
}

/// 全年365天，闭馆53天，开馆312天: two numbers in a row of which each is what the other is not.
fn is_opposed(text: &str, tagged: &Tagged, id: Id) -> bool {
    const OPPOSITES: [(WordList, WordList); 3] = [
        (
            WordList::of(&["开馆", "开放", "运行", "营业", "运营", "供水", "供暖", "开园"]),
            WordList::of(&["闭馆", "停", "休", "检修", "闭园", "关闭", "故障"]),
        ),
        (
            WordList::of(&["出勤", "到岗", "上课", "到会", "参会"]),
            WordList::of(&["请假", "缺勤", "缺席", "缺课"]),
        ),
        (WordList::of(&["优良天数", "达标天数"]), WordList::of(&["污染", "超标"])),
    ];
    let said = |id: Id| text.get(tagged.tags[id].before.clone()).unwrap_or_default();
    let Some(last) = id.checked_sub(1) else { return false };
    OPPOSITES.iter().any(|(one, other)| {
        let calls = |id: Id, words: &WordList| words.any_in(said(id));
        calls(id, one) && calls(last, other) || calls(id, other) && calls(last, one) && !calls(last, other)
    })
}

fn sum(total: Id, parts: &[Id], rest: Id) -> Relation {
    Relation::Sum {
        total,
        parts: parts.iter().copied().chain([rest]).collect(),
        complete: true,
    }
}

/// Any of the numbers before that some in a row behind it make with the rest.
fn held(near: &[Id], rest: Id, ledger: &Ledger) -> Option<Relation> {
    let ways = (0..near.len()).flat_map(|total| {
        let behind = total + 1..near.len();
        behind.flat_map(move |from| (from + 1..=near.len()).map(move |to| (total, from..to)))
    });
    ways.map(|(total, parts)| sum(near[total], &near[parts], rest))
        .find(|relation| ledger.judge(relation) == Verdict::Holds)
}

/// The whole that the words name: the first number of the sentence of the rest, with all of its kind behind it, where it
/// is the greatest, and these come near to it.
fn stated(text: &str, tagged: &Tagged, near: &[Id], rest: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = |id: Id| &tagged.tags[id];
    let sentence = tagged.sentence(tag(rest));
    let own: Vec<Id> = near
        .iter()
        .copied()
        .filter(|id| tagged.sentence(tag(*id)) == sentence)
        .collect();
    let is_across = own.len() < 2;
    let own = if is_across { near.to_vec() } else { own };
    let value = |id: Id| tag(id).number.value;
    let greatest = own.iter().copied().map(value).max()?;
    // 资产1,560万元，负债390万元，净资产1,710万元: what is left cannot be more.
    let is_more = value(rest) >= greatest && own.len() == 2 && value(own[0]) > value(own[1]);
    let place = own.iter().position(|id| value(*id) == greatest)?;
    let (total, parts) = (own[place], &own[place + 1..]);
    let is_clear = |id: &Id| {
        let said = text.get(tag(*id).before.clone()).unwrap_or_default();
        !["其中", "目标", "计划", "含", "累计"]
            .iter()
            .any(|word| said.contains(word))
            || *id == parts[0]
    };
    if parts.is_empty() || !parts.iter().all(is_clear) || value(rest) >= greatest && !is_more {
        return None;
    }
    // 投向：道路620万元、环境385万元，其余145万元: what stands in one row with the parts is a part itself.
    let between = text.get(tag(total).range.end..tag(parts[0]).range.start)?;
    if parts.len() > 1 && between.starts_with('、') {
        return None;
    }
    let relation = sum(total, parts, rest);
    let Verdict::Broken { expected } = ledger.judge(&relation) else {
        return None;
    };
    // Of one number and the rest both are named; with more, others may be of something else.
    let is_close =
        (is_near(greatest, expected.middle()) || is_more) && (parts.len() == 1 || !is_across && listed(tagged, parts));
    (is_close || is_slip(&relation, ledger)).then_some(relation)
}

/// Whether numbers stand in pieces right behind each other.
fn listed(tagged: &Tagged, parts: &[Id]) -> bool {
    parts
        .windows(2)
        .all(|pair| tagged.tags[pair[1]].piece <= tagged.tags[pair[0]].piece + 1)
}
