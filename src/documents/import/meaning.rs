//! Which words at the head of a column mean what: the one place where this is said.
//!
//! The words are those of the forms in use (财预〔2020〕10号, Baiyun, Chongqing, Sichuan, Hubei, Hebei, Yunnan)
//! and what clerks write themselves.

use crate::domain::draft::taken::{Meaning, MoneyUnit, TableKind};
use crate::domain::values::parse::half_width;

/// How a word has to stand in the head of a column.
enum Word {
    /// The head is this word.
    Is(&'static str),
    /// The head has this word in it.
    Has(&'static str),
}

use Meaning::*;
use Word::{Has, Is};

/// Words in the order in which they are tried. What is known and not taken stands among them, so that 执行率
/// is no 执行数 and 得分 is no 分值.
const FUNDS: &[(Word, Meaning)] = &[
    (Is("序号"), Skip),
    (Has("率"), Skip),
    (Has("得分"), Skip),
    (Has("分值"), Skip),
    (Has("权重"), Skip),
    (Has("年初"), Initial),
    (Has("全年预计"), Skip),
    (Has("执行数"), Executed),
    (Has("支出数"), Executed),
    (Has("决算"), Executed),
    (Has("实际支出"), Executed),
    (Has("执行金额"), Executed),
    (Has("调整"), Adjusted),
    (Has("全年预算"), Adjusted),
    (Is("预算数"), Adjusted),
    (Is("预算金额"), Adjusted),
    (Has("原因"), FundReason),
    (Is("说明"), FundReason),
    (Has("资金来源"), FundName),
    (Has("资金性质"), FundName),
    (Has("资金名称"), FundName),
    (Has("预算来源"), FundName),
    (Has("收入来源"), FundName),
    (Is("来源"), FundName),
    (Is("名称"), FundName),
    (Is("项目"), FundName),
];

const INDICATORS: &[(Word, Meaning)] = &[
    (Is("序号"), Skip),
    (Has("系数"), Skip),
    (Has("折算"), Skip),
    (Has("得分"), Skip),
    (Has("评分情况"), Skip),
    (Has("审核"), Skip),
    (Has("复核"), Skip),
    (Has("是否核心"), Skip),
    (Has("预计"), Skip),
    (Has("可能性"), Skip),
    (Has("备注"), Skip),
    (Has("权重占比"), Skip),
    (Has("评分内容"), FirstLevel),
    (Has("一级"), FirstLevel),
    (Has("二级"), SecondLevel),
    (Has("偏差"), Deviation),
    (Has("未完成原因"), Deviation),
    (Has("原因"), Deviation),
    (Has("改进"), Improvement),
    (Has("佐证"), Evidence),
    (Has("证明材料"), Evidence),
    (Has("责任"), Division),
    (Has("牵头"), Division),
    (Has("填报科室"), Division),
    (Has("性质"), Nature),
    (Has("符号"), Sign),
    (Has("权重"), Weight),
    (Has("分值"), Weight),
    (Has("情况分析"), Analysis),
    (Has("完成值"), Actual),
    (Has("完成情况"), Actual),
    (Has("实际值"), Actual),
    (Has("执行情况"), Actual),
    (Has("实现情况"), Actual),
    (Has("调整指标值"), AdjustedTarget),
    (Has("调整后指标值"), AdjustedTarget),
    (Has("调整后的指标值"), AdjustedTarget),
    (Has("指标值"), Target),
    (Has("目标值"), Target),
    (Has("预期值"), Target),
    (Has("计量单位"), Unit),
    (Has("度量单位"), Unit),
    (Is("单位"), Unit),
    (Has("三级"), Name),
    (Has("指标名称"), Name),
    (Has("关键性指标"), Name),
    (Has("绩效指标"), Name),
    (Has("考核指标"), Name),
    (Is("指标"), Name),
    (Is("指标内容"), Name),
    (Has("主要支出计划"), Goal),
    (Has("绩效目标"), Goal),
    (Is("目标"), Goal),
    (Is("任务"), Goal),
];

const PROJECTS: &[(Word, Meaning)] = &[
    (Is("序号"), Skip),
    (Has("率"), Skip),
    (Has("得分"), Skip),
    (Has("备注"), Skip),
    (Has("单位名称"), Skip),
    (Has("部门"), Skip),
    (Has("年初"), Skip),
    (Has("金额"), ProjectAmount),
    (Has("执行数"), ProjectAmount),
    (Has("支出数"), ProjectAmount),
    (Has("实际支出"), ProjectAmount),
    (Has("预算数"), ProjectAmount),
    (Has("项目名"), Project),
    (Has("主要任务"), Task),
    (Has("重点任务"), Task),
    (Has("任务"), Task),
    (Has("项目"), Project),
];

/// What the head of a column means; none where it is not known.
pub fn meaning(kind: TableKind, head: &str) -> Option<Meaning> {
    ranked(kind, head).map(|(_, meaning)| meaning)
}

/// The same with the place of the word in its table: of two columns the one with the earlier word is meant.
pub fn ranked(kind: TableKind, head: &str) -> Option<(usize, Meaning)> {
    let plain = without_brackets(&half_width(head));
    let words = match kind {
        TableKind::Funds => FUNDS,
        TableKind::Indicators => INDICATORS,
        TableKind::Projects => PROJECTS,
    };
    // A sentence is no head.
    if plain.is_empty() || plain.chars().count() > 24 {
        return None;
    }
    let place = words.iter().position(|(word, _)| match word {
        Is(word) => plain == *word,
        Has(word) => plain.contains(word),
    })?;
    words.get(place).map(|(_, meaning)| (place, *meaning))
}

/// The unit that a text names in brackets or behind 单位; none where it names none.
pub fn unit(text: &str) -> Option<MoneyUnit> {
    let plain = half_width(text);
    let named = match plain.split_once("单位:").or_else(|| plain.split_once("金额单位")) {
        Some((_, unit)) => unit.to_owned(),
        None => plain
            .split(['(', '['])
            .skip(1)
            .filter_map(|inside| inside.split([')', ']']).next())
            .collect(),
    };
    [
        ("万元", MoneyUnit::TenThousand),
        ("千元", MoneyUnit::Thousand),
        ("亿元", MoneyUnit::HundredMillion),
        ("元", MoneyUnit::Yuan),
    ]
    .into_iter()
    .find(|(word, _)| named.contains(word))
    .map(|(_, unit)| unit)
}

/// A head without what stands in brackets: 全年预算数（A）, 权重设置（%）.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            letter if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}
