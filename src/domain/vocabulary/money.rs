//! 资金的叫法: the words by which texts call the amounts of a report and the sources of money.
//!
//! Names say which amount it is wherever they stand. What is less is in a list of its own: verbs of spending tell the
//! money of a project as often as that of the office, and a budget that was 批复 may have been changed since.

use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// An amount of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// 年初预算数.
    Initial,
    /// 调整预算数.
    Adjusted,
    /// 执行数.
    Executed,
    /// 到位数: of no column. Where a form has no other budget, import takes it for 调整预算数.
    Received,
    /// 结转结余: what is left.
    Unspent,
}

impl Money {
    /// The column that holds the amount.
    pub fn column(self) -> Option<Column> {
        match self {
            Money::Initial => Some(Column::Initial),
            Money::Adjusted => Some(Column::Adjusted),
            Money::Executed => Some(Column::Executed),
            Money::Received | Money::Unspent => None,
        }
    }
}

/// Names of an amount.
pub const NAMES: [(Money, WordList); 5] = [
    (
        Money::Initial,
        WordList::of(&[
            "年初预算",
            "年初部门预算",
            "年初批复",
            "年初批复预算",
            "年初安排",
            "年初预算安排",
            "年初下达",
            "年初下达预算",
            "年初收入预算",
            "年初支出预算",
            "年初收支预算",
            "年初部门收支预算",
            "期初预算",
        ]),
    ),
    (
        Money::Adjusted,
        WordList::of(&[
            "调整预算",
            "调整后预算",
            "调整后的预算",
            "调整后",
            "全年预算",
            "全年（调整）预算",
            "全年调整预算",
        ]),
    ),
    (
        Money::Executed,
        WordList::of(&[
            "执行数",
            "全年执行数",
            "预算执行数",
            "实际执行数",
            "决算数",
            "支出决算",
            "决算支出",
            "部门决算",
            "实际支出",
            "累计支出",
            "全年支出",
            "本年支出",
            "年度支出",
            "部门支出",
            "全部支出",
            "总支出",
            "总体支出",
            "支出总额",
            "支出总计",
            "支出合计",
            "支出共计",
        ]),
    ),
    (Money::Received, WordList::of(&["实际到位", "到位资金"])),
    (Money::Unspent, WordList::of(&["结转结余", "结余结转"])),
];

/// Budgets without a word of when they were made: the last amount that a text gives, where no other is.
pub const SUMS: WordList = WordList::of(&["年度预算", "预算总额"]);

/// A budget as it was given, unless something says that it was changed since.
pub const GIVEN: WordList = WordList::of(&[
    "批复预算",
    "预算批复",
    "批准预算",
    "核定预算",
    "下达预算",
    "预算下达",
    "安排预算",
    "预算安排",
    "申报预算",
]);

/// Said of the office or of anything else: a name only where the text has been about the office.
pub const SPENDING: WordList = WordList::of(&[
    "支付",
    "已支出",
    "共支出",
    "完成支出",
    "实际完成支出",
    "实际使用",
    "实际执行",
    "累计执行",
    "全年执行",
]);

/// What was changed goes before its number, 预算调整为80万元; a target may be changed so as well.
pub const CHANGED_TO: WordList = WordList::of(&[
    "调整为",
    "预算调整为",
    "调整至",
    "调增为",
    "调增至",
    "调减为",
    "调减至",
    "核减为",
    "追加至",
]);

/// A date and a verb, 截至12月31日支出, of which only import takes an amount: elsewhere the verb is enough.
pub const BY_A_DAY: WordList = WordList::of(&["日支出", "底支出"]);

/// Words that say which amount a number is right before it only: 支出95万元, but 支出结构. Which money it is, of the
/// office or of a purchase, they leave open; so import takes none by them.
pub const BEFORE_NUMBERS: [(Money, WordList); 4] = [
    (Money::Adjusted, WordList::of(&["预算", "批复", "安排", "预算总计"])),
    (
        Money::Executed,
        WordList::of(&["支出", "执行", "使用", "列支", "报账", "决算"]),
    ),
    (
        Money::Received,
        WordList::of(&["到位", "下达", "拨付", "收到", "拨入", "收回"]),
    ),
    (
        Money::Unspent,
        WordList::of(&[
            "结余",
            "结转",
            "剩余",
            "未支出",
            "未执行",
            "未使用",
            "未支付",
            "结转下年",
        ]),
    ),
];

/// 预算执行率 by its names.
pub const EXECUTION_RATES: WordList = WordList::of(&["执行率", "预算完成率", "总体支出率"]);

/// Rates that are 预算执行率 where they are that of what was spent and its budget, and of something else otherwise.
pub const OTHER_RATES: WordList = WordList::of(&["支出率", "执行进度", "支出进度", "使用率", "预算完成"]);

/// What is done to a budget that makes it more.
pub const ADDED: WordList = WordList::of(&[
    "追加", "增加", "调增", "核增", "净增", "新增", "增拨", "下达", "补助", "增补",
]);

/// What is done to a budget that makes it less.
pub const TAKEN: WordList = WordList::of(&[
    "收回", "收缴", "调减", "核减", "压减", "压缩", "减少", "净减", "扣减", "缴回", "调出", "统筹",
]);

/// Nouns of a budget that no verb stands with: 可用指标, 财政拨入资金.
const BUDGET_NOUNS: WordList = WordList::of(&["预算", "指标", "资金", "经费", "核定", "总额", "收入"]);

/// Whether the words before an amount tell it as a budget of the year (`Adjusted`) or as what was spent, and not as the
/// other of the two. They leave open whose money it is.
pub fn is_told_as(words: &str, wanted: Money) -> bool {
    let words = stops::last(words.trim_end().trim_end_matches(['：', ':']), Mark::Clause);
    let of = |money: Money| {
        let own = BEFORE_NUMBERS.iter().filter(move |(own, _)| *own == money);
        own.filter_map(|(_, list)| {
            list.words()
                .iter()
                .filter_map(|word| Some(words.rfind(word)? + word.len()))
                .max()
        })
        .max()
    };
    let spent = of(Money::Executed);
    let nouns = BUDGET_NOUNS
        .words()
        .iter()
        .filter_map(|word| Some(words.rfind(word)? + word.len()));
    let budget = [of(Money::Adjusted), of(Money::Received), nouns.max()]
        .into_iter()
        .flatten()
        .max();
    let left = of(Money::Unspent);
    match wanted {
        // 预算执行数 is spent, 预算支出 either.
        Money::Executed => spent.is_some() && left.is_none(),
        _ => budget.is_some() && left.is_none() && (budget > spent || words.contains("预算")),
    }
}

/// 占调整后预算的, 完成全年预算的, 为拨入资金的 before a percent: of which budget it is a share.
pub fn is_share_of_budget(words: &str) -> bool {
    let whole = stops::last(words, Mark::Clause).trim_end().strip_suffix('的');
    let ways = ["占", "完成", "为", "达到", "执行"];
    let of = |whole: &str| ways.iter().any(|way| whole.contains(way));
    whole.is_some_and(|whole| of(whole) && is_told_as(whole, Money::Adjusted))
}

/// Nouns behind a name that leave it what it is, the longer first.
pub const NOUNS: [&str; 6] = ["总额", "金额", "资金", "经费", "数", "额"];

/// The amount whose name a text ends with, and the text before; nouns behind the name belong to it.
pub fn name_at_end(text: &str) -> Option<(Money, &str)> {
    let mut text = text.trim_end();
    loop {
        let names = NAMES
            .iter()
            .filter_map(|(money, words)| Some((*money, words.ending(text)?)));
        if let Some((money, name)) = names.max_by_key(|(_, name)| name.len()) {
            return Some((money, text.strip_suffix(name)?));
        }
        text = NOUNS.iter().find_map(|noun| text.strip_suffix(noun))?;
    }
}

/// What a text ends with and has right before its number: a name, or less than one.
pub fn before_number(text: &str) -> Option<(Money, &'static str)> {
    let given = [
        (Money::Adjusted, SUMS),
        (Money::Adjusted, GIVEN),
        (Money::Adjusted, CHANGED_TO),
        (Money::Executed, SPENDING),
    ];
    let all = NAMES.iter().chain(&BEFORE_NUMBERS).chain(&given);
    all.filter_map(|(money, words)| Some((*money, words.ending(text)?)))
        .max_by_key(|(_, word)| word.len())
}

/// Names of one source of money.
pub const SOURCES: [(FundSource, WordList); 6] = [
    (
        FundSource::GeneralPublicBudget,
        WordList::of(&["一般公共预算", "公共预算", "公共财政预算"]),
    ),
    (
        FundSource::GovernmentManagedFunds,
        WordList::of(&["政府性基金", "政府性基金预算", "基金预算"]),
    ),
    (
        FundSource::StateCapitalOperations,
        WordList::of(&["国有资本经营", "国有资本经营预算"]),
    ),
    (
        FundSource::SpecialAccount,
        WordList::of(&["财政专户", "财政专户资金", "财政专户管理资金", "专户管理资金"]),
    ),
    (
        FundSource::OwnFunds,
        WordList::of(&["单位资金", "自有资金", "单位自筹"]),
    ),
    (FundSource::Other, WordList::of(&["其他资金", "其他来源"])),
];

/// Words for more than one source or a part of one, which import takes for that to which it mostly belongs: 财政拨款 may have
/// 政府性基金 in it, and 事业收入 is not all 单位资金, so that nothing disagrees with them.
pub const SOURCES_BROADLY: [(FundSource, WordList); 3] = [
    (FundSource::GeneralPublicBudget, WordList::of(&["财政拨款", "财政资金"])),
    (FundSource::OwnFunds, WordList::of(&["事业收入", "经营收入"])),
    (
        FundSource::Other,
        WordList::of(&["其他收入", "其他支出", "上年结转", "结转资金"]),
    ),
];
