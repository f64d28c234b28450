//! 上限: numbers that cannot be greater than another of the same sentence: what came back than what was sent out, what
//! passed than what was examined.

use crate::domain::prose::words::WordList;

use super::fact::Measure;
use super::ledger::Ledger;
use super::printed::Kind;
use super::rates::{before, states};
use super::relation::{Id, Relation};
use super::tag::{Tag, Tagged};

/// What is a part, and of what.
const PARTS: [(WordList, WordList); 6] = [
    (
        WordList::of(&["收回", "回收", "有效问卷", "有效"]),
        WordList::of(&["发放", "发出", "发"]),
    ),
    (
        WordList::of(&["合格", "达标", "通过"]),
        WordList::of(&["检测", "抽检", "抽查", "送检", "监测", "检查", "验收"]),
    ),
    (
        WordList::of(&["办结", "结案", "审结"]),
        WordList::of(&["受理", "收案", "接收", "收到", "交办"]),
    ),
    (
        WordList::of(&["已整改", "完成整改", "整改"]),
        WordList::of(&["发现问题", "发现", "排查"]),
    ),
    (
        WordList::of(&["满意", "认可"]),
        WordList::of(&["收回", "回收", "有效问卷", "有效"]),
    ),
    (
        WordList::of(&["出勤", "实到", "参训"]),
        WordList::of(&["应到", "应训", "应参训"]),
    ),
];

/// Adds what a text says of a part and its whole, in either order.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let fits = |tag: &Tag| {
            matches!(tag.number.kind, Kind::Count(_))
                && states(tag)
                && tag.measure != Measure::Each
                && !tag.number.about
                // 6个乡镇各发放问卷40份，共240份: what each has is not the whole.
                && !text.get(tag.before.clone()).unwrap_or_default().contains(['各', '每'])
        };
        if !fits(tag) {
            continue;
        }
        let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default().to_owned();
        let own = said(tag);
        let sentence = tagged.sentence(tag);
        let near = || {
            before(tagged, id)
                .take(6)
                .take_while(|(_, other)| tagged.sentence(other) == sentence)
        };
        for (part, whole) in &PARTS {
            let find = |words: &WordList| -> Option<Id> {
                let mut alike = near().filter(|(_, other)| fits(other) && other.number.kind == tag.number.kind);
                alike
                    .find(|(_, other)| words.any_in(&said(other)))
                    .map(|(other, _)| other)
            };
            // 满意862个；经营者有效样本250个: what is asked of others comes behind.
            let either = !part.any_in("满意");
            let pair = if part.any_in(&own) {
                find(whole).map(|whole| (id, whole))
            } else if either && whole.any_in(&own) {
                find(part).map(|part| (part, id))
            } else {
                None
            };
            // 发放1500份和1000份: the whole is two numbers.
            let is_joined = |id: Id| {
                let after = text.get(tagged.tags[id].range.end..).unwrap_or_default();
                after.starts_with(['和', '、', '及', '与'])
            };
            if let Some((less, more)) = pair.filter(|(less, more)| !is_joined(*less) && !is_joined(*more)) {
                ledger.relations.push(Relation::Bound { less, more });
                break;
            }
        }
    }
}
