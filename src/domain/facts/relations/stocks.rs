//! 存量: what there is in the end, from what there was at first, what came and what went: 年初结转12万元，拨入86万元，支出90万元，年末结转8万元;
//! 年初110家，新增13家，退库3家，年末120家.

use crate::domain::prose::words::WordList;

use super::rates::before;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{is_near, is_slip};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Words of what there was at first.
const START: WordList = WordList::of(&[
    "年初",
    "期初",
    "月初",
    "季初",
    "上年末",
    "上年底",
    "去年底",
    "去年末",
    "上年结转",
    "上年结余",
    "上期末",
    "原有",
    "旧存",
    "上年年末",
    "学年初",
    "由",
]);

/// Words of what there is in the end.
const END: WordList = WordList::of(&[
    "年末",
    "期末",
    "年底",
    "月末",
    "季末",
    "月底",
    "结转下年",
    "增加到",
    "增加至",
    "增至",
    "增长到",
    "减少到",
    "减少至",
    "减至",
    "降至",
    "下降到",
    "达到",
    "现有",
    "结存",
    "尚存",
    "余额",
    "未结",
    "在办",
    "库存",
    "在册",
    "保有量",
]);

/// Those of these that name the end itself.
const AT_END: [&str; 9] = ["年末", "期末", "年底", "月末", "季末", "月底", "结转下年", "到", "至"];

/// Words of what has come together up to the end, where none of the beginning stands beside them.
const SO_FAR: WordList = WordList::of(&["累计", "总数达", "总量达", "总数"]);

/// Words of what came.
const CAME: WordList = WordList::of(&[
    "新增",
    "增加",
    "收入",
    "拨入",
    "拨款",
    "到位",
    "下达",
    "新购",
    "购置",
    "购入",
    "引进",
    "入库",
    "调入",
    "招录",
    "新招",
    "接收",
    "追加",
    "新收",
    "受理",
    "新签",
    "新建",
    "新入",
    "采购",
    "捐赠",
    "转入",
    "迁入",
    "出生",
    "新立",
    "纳入",
    "补充",
    "新开工",
    "收到",
    "安排",
    "认定",
    "新办",
    "登记",
    "入职",
    "签约",
]);

/// Words of what went.
const WENT: WordList = WordList::of(&[
    "减少", "支出", "退库", "注销", "报废", "调出", "退休", "使用", "核销", "淘汰", "死亡", "迁出", "转出", "撤销",
    "退出", "出库", "办结", "结案", "审结", "执结", "发放", "支付", "核减", "处置", "损耗", "剔除", "离职", "辞职",
    "拆除", "关闭", "上缴", "收回", "领用", "化解", "清退", "毕业", "调减", "偿还", "吊销", "竣工", "完工", "解除",
]);

/// Words by which a number is none of those that came and went.
const OTHERWISE: WordList = WordList::of(&[
    "其中",
    "净增",
    "净减",
    "目标",
    "计划",
    "同比",
    "比上年",
    "较上年",
    "占",
    "平均",
    "每",
]);

/// Adds the balances that the words of a text state.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (end, tag) in tagged.tags.iter().enumerate() {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        let is_measured = matches!(tag.number.kind, Kind::Money | Kind::Count(_)) && !tag.number.about;
        let is_adjusted = tag.measure == Measure::Adjusted || tag.measure == Measure::Initial;
        if !is_measured || is_adjusted || tag.bound || !ends(said) {
            continue;
        }
        let Some((start, plus, minus, clear)) = flows(text, tagged, end, ledger) else {
            continue;
        };
        let balance = Relation::Balance {
            end,
            start,
            plus: plus.clone(),
            minus: minus.clone(),
        };
        match ledger.judge(&balance) {
            Verdict::Holds => ledger.relations.push(balance),
            Verdict::Broken { expected } => {
                let is_close = is_near(tag.number.value, expected.middle());
                if clear && (is_close || plus.len() + minus.len() > 1) || is_slip(&balance, ledger) {
                    ledger.relations.push(balance);
                }
            }
            Verdict::Unknown => {}
        }
    }
}

/// Whether words lead to what there is in the end.
fn ends(said: &str) -> bool {
    let says = END.any_in(said) || SO_FAR.any_in(said);
    says && (!START.any_in(said) || AT_END.iter().any(|word| said.contains(word)))
}

/// 2022年底, of which the year is said: what there was at first where another end follows.
fn is_end_of_other_year(said: &str) -> bool {
    ["年底", "年末"].iter().any(|word| {
        said.split_once(word).is_some_and(|(before, _)| {
            let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            digits == 4
        })
    })
}

/// The number of the beginning, what came and what went before the number of the end, and whether all numbers between
/// are one of these.
#[allow(clippy::type_complexity, reason = "said once, at its only caller")]
fn flows(text: &str, tagged: &Tagged, end: Id, ledger: &Ledger) -> Option<(Id, Vec<Id>, Vec<Id>, bool)> {
    let own = tagged.tags.get(end)?;
    let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default();
    let alike = |tag: &Tag| {
        tag.number.kind == own.number.kind && tagged.depth(tag) == tagged.depth(own) && !tag.bound && !tag.number.about
    };
    let near: Vec<(Id, &Tag)> = before(tagged, end).filter(|(_, tag)| alike(tag)).collect();
    let begins = |tag: &Tag| {
        let words = said(tag);
        let later = words
            .replace("截至", "")
            .replace("截止", "")
            .replace("上年末", "")
            .replace("上年底", "")
            .replace("去年底", "")
            .replace("去年末", "");
        let first =
            START.any_in(words) && !AT_END.iter().any(|word| later.contains(word)) || is_end_of_other_year(words);
        first && !matches!(tag.measure, Measure::Adjusted | Measure::Growth { .. })
    };
    let (start, first) = near.iter().find(|(_, tag)| begins(tag)).copied()?;
    let sentence = tagged.sentence(first);
    let (mut plus, mut minus, mut clear) = (Vec::new(), Vec::new(), true);
    for (id, tag) in near.iter().rev().filter(|(id, _)| *id != start) {
        // What stands before the beginning counts where its sentence says it.
        if *id < start && tagged.sentence(tag) != sentence {
            continue;
        }
        // 受案12,064件，其中旧存486件、新收11,578件: what both make together did not come besides.
        if ledger.total_of(start) == Some(*id) {
            continue;
        }
        let words = said(tag);
        let is_planned = matches!(tag.period, Period::Planned | Period::Last);
        if OTHERWISE.any_in(words) || is_planned {
            clear = false;
            continue;
        }
        // The word that stands last counts: 收回支出, 支出收回.
        let last = |list: &WordList| list.last_in(words).map(|(at, _)| at);
        match (last(&CAME), last(&WENT)) {
            (None, None) => clear = false,
            (came, went) if came > went => plus.push(*id),
            _ => minus.push(*id),
        }
    }
    (!plus.is_empty() || !minus.is_empty()).then_some((start, plus, minus, clear))
}
