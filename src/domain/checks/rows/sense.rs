//! C12 符号与指标的意思相反: 成本 ≥ and 满意度 ≤, by how the name of what is measured ends.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure, target_text};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Choice;

/// What is the better the less of it there is.
const LESS: WordList = WordList::of(&[
    "成本",
    "成本指标",
    "费用",
    "经费支出",
    "超支率",
    "投诉率",
    "投诉数",
    "投诉量",
    "投诉次数",
    "投诉件数",
    "事故率",
    "事故数",
    "事故起数",
    "事故发生率",
    "发案率",
    "差错率",
    "错误率",
    "故障率",
    "死亡率",
    "死亡人数",
    "伤亡人数",
    "失业率",
    "流失率",
    "返工率",
    "逾期率",
    "超期率",
    "违规率",
    "违法率",
    "复发率",
    "返贫率",
    "辍学率",
    "漏报率",
    "误报率",
    "损耗率",
    "漏损率",
    "能耗",
    "排放量",
    "负债率",
    "不良率",
    "结转结余率",
    "响应时间",
    "办理时限",
    "办结时限",
    "等待时间",
    "等候时间",
    "候诊时间",
    "到场时间",
    "出警时间",
    "停电时间",
    "处置时间",
]);

/// What is the better the more of it there is.
const MORE: WordList = WordList::of(&[
    "满意度",
    "满意率",
    "合格率",
    "完成率",
    "及时率",
    "覆盖率",
    "达标率",
    "知晓率",
    "就业率",
    "到位率",
    "通过率",
    "参保率",
    "入学率",
    "巩固率",
    "优良率",
    "准确率",
    "正确率",
    "办结率",
    "回复率",
    "成活率",
    "存活率",
    "完好率",
    "普及率",
    "受益率",
    "签约率",
    "治愈率",
    "增长率",
    "支持率",
    "信任度",
    "安全感",
    "获得感",
    "幸福感",
    "节约率",
    "知晓度",
    "好评率",
    "供水保证率",
    "入库率",
    "兑现率",
    "发放率",
    "支付率",
    "执行率",
]);

/// Words that turn what ends so into its contrary, or into something of which either may be wanted.
const TURNED: [&str; 13] = [
    "不",
    "未",
    "非",
    "无",
    "零",
    "逾期",
    "超",
    "超额",
    "降低",
    "减少",
    "节约",
    "社会平均",
    "控制",
];

/// Finds C12 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let row = of.row;
    if row.nature != IndicatorNature::Quantitative {
        return;
    }
    for measure in &row.measures {
        let Some((name, is_cost, right)) = contrary(row, measure) else {
            continue;
        };
        let wanted = if is_cost { "越少越好" } else { "越高越好" };
        found.push(
            Finding::new(
                Code::C12,
                Field::Measure(row.id, measure.id, MeasureField::Comparator),
                format!(
                    "{}的指标值写的是“{}”，“{name}”{wanted}，符号反了。",
                    own_name(row),
                    target_text(measure)
                ),
                format!("符号改成“{}”，再核对完成值和得分。", right.label()),
            )
            .with_fix(
                format!("改为 {}", right.label()),
                Edit::Set(
                    Field::Measure(row.id, measure.id, MeasureField::Comparator),
                    right.code().to_owned(),
                ),
            )
            .resting_on(vec![Field::Measure(row.id, measure.id, MeasureField::Target)]),
        );
    }
}

/// The word that a measure's sign contradicts, whether it is of what should be little, and the sign that fits.
fn contrary(row: &Indicator, measure: &Measure) -> Option<(&'static str, bool, Comparator)> {
    measure.target.value()?;
    let own = measure.name.trim();
    let name = if own.is_empty() { row.name.trim() } else { own };
    // 平均响应时间（分钟）: what stands in brackets at the end is a unit.
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    let name = name.strip_suffix("指标").unwrap_or(name);
    let (word, is_cost, right) = match measure.comparator {
        Comparator::AtLeast => (LESS.ending(name)?, true, Comparator::AtMost),
        Comparator::AtMost => (MORE.ending(name)?, false, Comparator::AtLeast),
        _ => return None,
    };
    let before = name.strip_suffix(word)?;
    let is_turned = TURNED.iter().any(|turn| before.ends_with(turn));
    (!is_turned).then_some((word, is_cost, right))
}
