//! What the words before an amount, or in the first cell of its row, say of it: its column and its source.

use crate::documents::import::recognised::Slot;
use crate::domain::draft::budget::{Column, FundSource, SpendingNature};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;
use crate::domain::values::input::Choice;
use crate::domain::vocabulary::money::{
    BEFORE_NUMBERS, BY_A_DAY, CHANGED_TO, GIVEN, Money, NAMES, NOUNS, SOURCES, SOURCES_BROADLY, SPENDING, SUMS,
    before_number,
};
use crate::domain::vocabulary::offices::BESIDE;

/// The words for a column with the column, also of what import takes for one.
fn columns() -> impl Iterator<Item = (&'static str, Column)> {
    let taken = |money: Money| match money {
        Money::Received => Some(Column::Adjusted),
        money => money.column(),
    };
    let names = NAMES
        .iter()
        .filter_map(move |(money, words)| Some((taken(*money)?, words)));
    let adjusted = [&SUMS, &CHANGED_TO].map(|words| (Column::Adjusted, words));
    let executed = [&SPENDING, &BY_A_DAY].map(|words| (Column::Executed, words));
    let all = names.chain(adjusted).chain(executed);
    all.flat_map(|(column, words)| words.words().iter().map(move |word| (*word, column)))
}

/// The words for a source with the source.
fn sources() -> impl Iterator<Item = (&'static str, FundSource)> {
    let all = SOURCES.iter().chain(&SOURCES_BROADLY);
    all.flat_map(|(source, words)| words.words().iter().map(|word| (*word, *source)))
}

fn is_one_of(words: &WordList, word: &str) -> bool {
    words.words().contains(&word)
}

/// What says that a budget was changed.
const CHANGED: [&str; 4] = ["调整", "全年", "追加", "调后"];

/// Words that make an amount something else than a budget or its execution.
const ELSE: [&str; 31] = [
    "追加",
    "增加",
    "减少",
    "增长",
    "下降",
    "上升",
    "结余",
    "同比",
    "比上年",
    "较上年",
    "上年度",
    "三公",
    "公用经费",
    "人员经费",
    "会议费",
    "培训费",
    "接待费",
    "公务用车",
    "出国",
    "采购",
    "资产",
    "调增",
    "调减",
    "核减",
    "压减",
    "收回",
    "人均",
    "项目名称",
    "节约",
    "增值",
    "税",
];

/// Whether words make an amount something else than a budget or its execution: 三公经费, 年末结余.
pub fn is_else(words: &str) -> bool {
    // 追加后全年预算 is what came of it.
    let is_done = |word: &str| {
        words
            .find(word)
            .is_some_and(|at| words[at + word.len()..].starts_with('后'))
    };
    ELSE.iter().any(|word| words.contains(word) && !is_done(word))
}

/// What the words before an amount say of it. The last column named counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The column, where one is named.
    pub column: Option<Column>,
    /// Whether the words for the column say nothing of when the budget was made.
    pub is_vague: bool,
    /// The source, where one is named after the column.
    pub source: Option<FundSource>,
    /// 基本支出 or 项目支出, where one is named after the column.
    pub nature: Option<SpendingNature>,
    /// Whether the amount is something else.
    pub is_else: bool,
}

/// Reads the words before an amount.
pub fn label(words: &str) -> Label {
    // 支出金额：371.04万元.
    let words = words.trim_end().trim_end_matches(['：', ':']);
    // 转移支付 is a kind of money, no spending; 完成调整预算的97.42% says of which a share is, not what comes next.
    let is_share = |end: usize| {
        let of = words[end..].trim_start_matches(['数', '总', '额']).strip_prefix('的');
        of.is_some_and(|of| of.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    // 全年支出预算 is a budget.
    let is_word = |word: &str, at: usize, column: Column| {
        let is_budget = column == Column::Executed && words[at + word.len()..].starts_with("预算");
        (word != "支付" || !words[..at].ends_with("转移")) && !is_budget && !is_share(at + word.len())
    };
    let columns = columns().filter_map(|(word, column)| {
        let at = words.rfind(word).filter(|at| is_word(word, *at, column))?;
        Some((at + word.len(), word.len(), column))
    });
    let clause_of = |end: usize| stops::last(words.get(..end).unwrap_or_default(), Mark::Clause);
    let given = GIVEN.words().iter().filter_map(|word| {
        let end = words.rfind(word)? + word.len();
        let is_changed = CHANGED.iter().any(|word| clause_of(end).contains(word));
        Some((
            end,
            word.len(),
            if is_changed { Column::Adjusted } else { Column::Initial },
        ))
    });
    let column = columns.chain(given).max_by_key(|(end, length, _)| (*end, *length));
    // 年初预算总额, 年初批复的年度预算: what says when is more than the word for the sum behind it.
    let is_initial = |end: usize| clause_of(end).contains("年初") || clause_of(end).contains("期初");
    let is_vague = column.is_some_and(|(end, length, _)| is_one_of(&SUMS, &words[end - length..end]));
    // 预算安排900万元: where no other budget is told it is the one of the whole year as well.
    let is_given = column.is_some_and(|(end, length, column)| {
        column == Column::Initial && is_one_of(&GIVEN, &words[end - length..end]) && !is_initial(end)
    });
    let end_of_column = column.map(|(end, ..)| end);
    let column = column.map(|(end, _, column)| {
        if is_vague && is_initial(end) {
            Column::Initial
        } else {
            column
        }
    });
    // What stands before the column belongs to it: "一般公共预算年初预算数" names both.
    let near = stops::last(words, Mark::Clause);
    let before = words[..words.len() - near.len()].chars().next_back();
    // 预算100万元，支出95万元: the clause says nothing else.
    // 2022年支出95万元.
    let bare = near
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(['年', '度', '已']);
    let is_bare = matches!(bare, "支出" | "共支出" | "支出为");
    let last = |word: &str| near.rfind(word);
    // 预算数及决算数如下：预算数18,240万元: the clause of the amount says itself which it is.
    let own = named_alone(bare);
    let is_before = end_of_column.is_some_and(|end| end + near.len() <= words.len());
    let (column, is_vague) = match own {
        Some(own) if is_before && column != Some(own) => (Some(own), own == Column::Adjusted),
        _ => (column, is_vague),
    };
    // 财政拨款支出95万元, where no column of the clause before goes on.
    let is_of_source = || {
        let source = near.trim().trim_end_matches('为').strip_suffix("支出");
        matches!(before, None | Some('；' | ';' | '。'))
            && source.is_some_and(|own| sources().any(|(word, _)| word == own))
    };
    let column = column.or((is_bare || is_of_source()).then_some(Column::Executed));
    let source = sources()
        .filter_map(|(word, source)| last(word).map(|at| (at, word.len(), source)))
        .max_by_key(|(at, length, _)| (*at, *length));
    let nature = [
        ("基本支出", SpendingNature::Basic),
        ("项目支出", SpendingNature::Project),
    ]
    .into_iter()
    .filter_map(|(word, nature)| last(word).map(|at| (at, nature)))
    .max_by_key(|(at, _)| *at);
    // 项目预算100万元 says nothing of when it was made.
    let budget = near
        .trim_end_matches(['为', '是', '共'])
        .trim_end()
        .strip_suffix("预算");
    let is_budget = column.is_none() && source.is_none() && budget.is_some_and(|before| !BESIDE.any_in(before));
    // 较预算3.5万元节约: what is compared with is another's.
    let is_compared = budget.is_some_and(|before| before.ends_with(['较', '比']));
    let column = column.or(is_budget.then_some(Column::Adjusted));
    let is_vague = is_vague || is_budget;
    Label {
        column,
        is_vague: is_vague && column == Some(Column::Adjusted) || is_given,
        source: source.map(|(.., source)| source),
        nature: nature.map(|(_, nature)| nature),
        is_else: is_compared || is_else(near),
    }
}

/// The column of a clause that has nothing but the name of one: 预算数, 决算, 支出为.
fn named_alone(clause: &str) -> Option<Column> {
    let plain = clause.trim().trim_end_matches(['为', '是', '共']);
    let plain = NOUNS.iter().find_map(|noun| plain.strip_suffix(noun)).unwrap_or(plain);
    let (money, word) = before_number(plain)?;
    money.column().filter(|_| word == plain)
}

/// The column that a label with an amount of its own behind it is of: 预算安排情况（调整后）, 资金到位情况, 资金执行情况; none for
/// rates and points.
pub fn column_of_label(label: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&["率", "进度", "分", "结余", "结转", "差额", "增减"]) {
        return None;
    }
    if has(&["年初", "期初"]) {
        return Some(Column::Initial);
    }
    // 支出预算 has a verb of spending and is none.
    let is_spent = |word: &&str| *word != "支出" && label.contains(*word);
    let spent = NAMES
        .iter()
        .chain(&BEFORE_NUMBERS)
        .filter(|(money, _)| *money == Money::Executed);
    let mut spent = spent
        .map(|(_, words)| words)
        .chain([&SPENDING])
        .flat_map(|words| words.words());
    if spent.any(is_spent) || has(&["支出数", "支出金额", "支出情况"]) {
        return Some(Column::Executed);
    }
    has(&["到位", "调整", "全年", "预算", "安排", "下达"]).then_some(Column::Adjusted)
}

/// What the row of a table of money is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// 合计.
    Total,
    /// 一项资金来源.
    Source(FundSource),
    /// 基本支出, 项目支出.
    Nature(SpendingNature),
}

impl RowKind {
    /// Where the amount of such a row goes.
    pub fn slot(self, column: Column) -> Slot {
        match self {
            RowKind::Total => Slot::Money(None, column),
            RowKind::Source(source) => Slot::Money(Some(source), column),
            RowKind::Nature(nature) => Slot::Nature(nature, column),
        }
    }
}

/// What the first cell of a row says that the row is; none where it is nothing of the funds table.
pub fn row_kind(cell: &str) -> Option<RowKind> {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.chars().count() > 24 {
        return None;
    }
    // 其中：中央补助, 1.财政拨款, 1.资金来源：（1）财政性资金: what stands behind the colon is the row's own name.
    let own = plain.rsplit(['：', ':']).next().filter(|own| !own.is_empty());
    let plain = own
        .unwrap_or(plain.trim_end_matches(['：', ':']))
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '、' | '.' | '．' | '（' | '(' | '）' | ')'))
        .trim_start_matches("其中")
        .to_owned();
    let total = [
        "合计",
        "年度资金总额",
        "资金总额",
        "总计",
        "支出总额",
        "年度预算总额",
        "预算总额",
        "部门整体支出",
        "总额",
    ];
    if total.iter().any(|word| plain.contains(word)) {
        return Some(RowKind::Total);
    }
    if let Some(nature) = SpendingNature::ALL.iter().find(|nature| plain == nature.label()) {
        return Some(RowKind::Nature(*nature));
    }
    // 政府性基金预算财政拨款 begins with what it is.
    let named = sources().filter_map(|(word, source)| Some((plain.find(word)?, source)));
    let first = named.min_by_key(|(at, _)| *at).map(|(_, source)| source);
    let source = first.or_else(|| is_of_a_level(&plain).then_some(FundSource::GeneralPublicBudget));
    source.map(RowKind::Source)
}

/// 中央补助, 省级转移支付, 区级配套: money of the public budget by the level that it comes from.
fn is_of_a_level(plain: &str) -> bool {
    const LEVELS: [&str; 8] = ["中央", "省", "市", "区", "县", "镇", "上级", "本级"];
    const MONEY: [&str; 5] = ["补助", "转移支付", "配套", "资金", "财政"];
    LEVELS.iter().any(|level| plain.starts_with(level)) && MONEY.iter().any(|word| plain.contains(word))
}

/// Whether the rows below this head are projects, or what was bought.
pub fn names_projects(head: &str) -> bool {
    ["项目名称", "子项目", "项目类别", "支出内容", "科目", "任务", "用途"]
        .iter()
        .any(|word| head.contains(word))
}
