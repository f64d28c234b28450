//! How prose calls the figures of a report, and of whom it says so: the whole, one source of money, or
//! something else, of which nothing is known here.

use crate::domain::draft::budget::{Column, FundSource, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::figure::Figure;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Choice;
use crate::domain::values::row::Id;
use crate::domain::vocabulary::money::{self, Money, SOURCES};

use super::reference::Source;
use crate::domain::prose::stops::{self, Mark};

/// What a name is a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// 一列的数: of the whole, or of one source.
    Column(Column),
    /// 支出, which is said of one source or nature only.
    Spending,
    /// 执行率.
    Rate,
    /// Only of the whole.
    Only(Source),
}

/// What kind of quantity a name stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 金额.
    Money,
    /// 百分数.
    Percent,
    /// 个数.
    Count,
    /// 分.
    Points,
    /// 等级.
    Grade,
}

const fn only(figure: Figure) -> Named {
    Named::Only(Source::Figure(figure))
}

/// Names as they stand right before a number, the longest counts. Those of the amounts of the office are in
/// `vocabulary::money`.
const NAMES: [(WordList, Measure, Named); 16] = [
    (
        WordList::of(&["重点任务项目支出", "重点项目支出", "重点项目金额"]),
        Measure::Money,
        only(Figure::ProjectsTotal),
    ),
    (WordList::of(&["支出"]), Measure::Money, Named::Spending),
    (
        WordList::of(&["预算净增加", "预算净减少"]),
        Measure::Money,
        Named::Only(Source::AdjustmentSize),
    ),
    (WordList::of(&["预算调整数"]), Measure::Money, only(Figure::Adjustment)),
    (WordList::of(&["执行率"]), Measure::Percent, Named::Rate),
    (
        WordList::of(&["结转结余率"]),
        Measure::Percent,
        only(Figure::UnspentRate),
    ),
    (
        WordList::of(&["预算调整率"]),
        Measure::Percent,
        only(Figure::AdjustmentRate),
    ),
    (
        WordList::of(&["自评总得分", "自评总分", "自评得分", "综合得分", "总得分", "总分"]),
        Measure::Points,
        only(Figure::TotalScore),
    ),
    (
        WordList::of(&["自评结果", "自评等级", "自评结论", "评价等级", "评定等级", "绩效等级"]),
        Measure::Grade,
        only(Figure::Grade),
    ),
    (
        WordList::of(&["内设机构", "内设科室", "内设股室", "内设处室"]),
        Measure::Count,
        Named::Only(Source::Rows(List::Divisions)),
    ),
    (
        WordList::of(&["下属单位"]),
        Measure::Count,
        Named::Only(Source::Rows(List::SubordinateUnits)),
    ),
    (
        WordList::of(&["人员编制", "编制数", "编制"]),
        Measure::Count,
        Named::Only(Source::Typed(Field::AuthorisedPosts)),
    ),
    (
        WordList::of(&["在职人员", "在职"]),
        Measure::Count,
        Named::Only(Source::Typed(Field::Staff)),
    ),
    (
        WordList::of(&["任务关键性指标", "关键性指标"]),
        Measure::Count,
        Named::Only(Source::Rows(List::Indicators)),
    ),
    (
        WordList::of(&["绩效指标"]),
        Measure::Count,
        Named::Only(Source::Rows(List::Indicators)),
    ),
    (
        WordList::of(&["重点任务项目"]),
        Measure::Count,
        Named::Only(Source::Rows(List::Projects)),
    ),
];

/// Words that may stand between a name and its number.
const LINKS: WordList = WordList::of(&[
    "达到", "达", "共计", "合计", "总计", "共有", "共", "约为", "大约", "约", "为", "是", "有", "：", ":",
]);

/// A text without the words between a name and its number, and whether one of them says that the number is
/// not exact.
pub fn without_links(before: &str) -> (&str, bool) {
    let mut rest = before.trim_end();
    let mut about = false;
    while let Some(link) = LINKS.ending(rest) {
        about |= link.contains('约');
        rest = rest.strip_suffix(link).unwrap_or_default().trim_end();
    }
    (rest, about)
}

/// The name that a text ends with, and the text before it.
pub fn name_at_end(text: &str, measure: Measure) -> Option<(Named, &str)> {
    let text = without_remark(text);
    let names = NAMES.iter().filter(|(_, of, _)| *of == measure);
    let names = names.filter_map(|(words, _, named)| Some((*named, words.ending(text)?)));
    let named = names.max_by_key(|(_, name)| name.len());
    let named = named.and_then(|(named, name)| Some((named, text.strip_suffix(name)?)));
    // 实际支出 before 支出. What came in is no figure of a report.
    let amount = || {
        let (money, before) = money::name_at_end(text)?;
        let named = match money {
            Money::Unspent => only(Figure::Unspent),
            money => Named::Column(money.column()?),
        };
        Some((named, before))
    };
    let amount = (measure == Measure::Money).then(amount).flatten();
    amount
        .filter(|(_, before)| named.is_none_or(|(_, other)| before.len() <= other.len()))
        .or(named)
}

/// A text without a remark in brackets at its end: "执行率（执行数÷调整预算数）".
fn without_remark(text: &str) -> &str {
    let inner = text.strip_suffix(['）', ')']);
    let remark = inner.and_then(|inner| inner.rfind(['（', '(']));
    remark.and_then(|place| text.get(..place)).unwrap_or(text).trim_end()
}

/// Of whom a figure is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The whole office, said in so many words.
    Whole,
    /// Nothing is said: it depends on what the text has been about.
    Unsaid,
    /// 一项资金来源.
    Fund(Id),
    /// 基本支出, 项目支出.
    Nature(SpendingNature),
}

/// Words that mean the whole office.
const WHOLE: [&str; 17] = [
    "部门整体",
    "总体",
    "整体",
    "本部门",
    "部门",
    "我单位",
    "本单位",
    "我街道",
    "街道",
    "本街道",
    "我街",
    "全街",
    "本街",
    "我局",
    "本局",
    "我镇",
    "我办",
];

/// Words that leave it open of whom a figure is said.
const NEUTRAL: [&str; 27] = [
    "本次",
    "支出",
    "预算",
    "资金",
    "全年",
    "年度",
    "本年",
    "本年度",
    "当年",
    "今年",
    "年末",
    "年中",
    "累计",
    "实际",
    "绩效",
    "自评",
    "安排",
    "核定",
    "实有",
    "现有",
    "任务",
    "单位",
    "（本级）",
    "下设",
    "的",
    "总",
    "年",
];

/// The words that a text ends with, up to which nothing is cut and no name is quoted.
pub fn last_clause(text: &str) -> &str {
    let item = stops::last(text, Mark::Item);
    item.rsplit(['“', '”', '《', '》']).next().unwrap_or_default()
}

/// Of whom the figure is said whose name stood after this clause; none where it is something else.
pub fn owner(clause: &str, draft: &Draft) -> Option<Owner> {
    let mut rest = clause.trim();
    let mut owner = Owner::Unsaid;
    let year = draft.basics.year.value().map(|year| year.get().to_string());
    let own = [draft.basics.unit.trim(), draft.basics.short_name.trim()];
    while !rest.is_empty() {
        let (part, before) = part_at_end(rest, draft).unzip();
        if let (Some(part), Some(before), Owner::Unsaid) = (part, before, owner) {
            owner = part;
            rest = before;
        } else if let Some(before) = own
            .iter()
            .filter(|name| !name.is_empty())
            .find_map(|name| rest.strip_suffix(name))
        {
            owner = whole(owner);
            rest = before;
        } else if let Some(before) = WHOLE.iter().find_map(|word| rest.strip_suffix(word)) {
            owner = whole(owner);
            rest = before;
        } else if let Some(before) = NEUTRAL.iter().find_map(|word| rest.strip_suffix(word)) {
            rest = before;
        } else if let Some(before) = year.as_ref().and_then(|year| rest.strip_suffix(year.as_str())) {
            rest = before;
        } else if let (Some(before), Owner::Fund(_) | Owner::Nature(_)) = (rest.strip_suffix("其中"), owner) {
            rest = before;
        } else if let (Some(before), ReportKind::Project) = (rest.strip_suffix("项目"), draft.scheme.kind) {
            rest = before;
        } else {
            return None;
        }
        rest = rest.trim_end();
    }
    Some(owner)
}

fn whole(owner: Owner) -> Owner {
    match owner {
        Owner::Unsaid => Owner::Whole,
        part => part,
    }
}

/// The column that words open for the sources after them: 年初预算中，一般公共预算….
pub fn opened_column(between: &str, draft: &Draft) -> Option<Column> {
    // Hardly any text has one of them.
    if !between.contains(['中']) {
        return None;
    }
    between.match_indices('中').rev().find_map(|(at, _)| {
        let (money, before) = money::name_at_end(&between[..at])?;
        let is_whole = matches!(owner(last_clause(before), draft), Some(Owner::Whole | Owner::Unsaid));
        money.column().filter(|_| is_whole)
    })
}

/// The source of money or nature of spending that a text ends with, by its longest name; none where two
/// have the same.
pub fn part_at_end<'a>(text: &'a str, draft: &Draft) -> Option<(Owner, &'a str)> {
    let mut names: Vec<(&str, Owner)> = Vec::new();
    for fund in &draft.budget.funds {
        let owner = Owner::Fund(fund.id);
        names.push((fund.label().trim(), owner));
        let by_source = SOURCES.iter().filter(|(source, _)| *source == fund.source);
        names.extend(by_source.filter_map(|(_, words)| Some((words.ending(text)?, owner))));
        // Of other texts than those of money this is anything.
        if fund.source == FundSource::GovernmentManagedFunds {
            names.push(("基金", owner));
        }
    }
    for nature in SpendingNature::ALL {
        names.push((nature.label(), Owner::Nature(*nature)));
    }
    names.retain(|(name, _)| !name.is_empty() && text.ends_with(name));
    let longest = names.iter().map(|(name, _)| name.len()).max()?;
    names.retain(|(name, _)| name.len() == longest);
    names.dedup();
    match &names[..] {
        [(name, owner)] => Some((*owner, text.strip_suffix(name)?)),
        _ => None,
    }
}

/// Where the figure comes from that a name means of an owner; none where it is not said clearly enough.
pub fn source(named: Named, owner: Owner) -> Option<Source> {
    Some(match (named, owner) {
        (Named::Only(source), Owner::Whole | Owner::Unsaid) => source,
        (Named::Column(column), Owner::Whole | Owner::Unsaid) => Source::Figure(Figure::Total(column)),
        (Named::Rate, Owner::Whole | Owner::Unsaid) => Source::Figure(Figure::ExecutionRate),
        (Named::Column(column), Owner::Fund(id)) => Source::Typed(Field::FundAmount(id, column)),
        (Named::Spending, Owner::Fund(id)) => Source::Typed(Field::FundAmount(id, Column::Executed)),
        (Named::Rate, Owner::Fund(id)) => Source::Figure(Figure::FundRate(id)),
        (Named::Column(column), Owner::Nature(nature)) => Source::Typed(Field::NatureAmount(nature, column)),
        (Named::Spending, Owner::Whole | Owner::Unsaid | Owner::Nature(_))
        | (Named::Rate, Owner::Nature(_))
        | (Named::Only(_), Owner::Fund(_) | Owner::Nature(_)) => return None,
    })
}
