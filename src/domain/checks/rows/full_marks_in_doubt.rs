//! C2, C6, C7, C8 and C10 满分存疑: whether what is written of an indicator bears out its marks.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::{excerpt, own_name};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::prose::number::plain_number;
use crate::domain::prose::quantified::is_measurable;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Input;

use crate::domain::checks::context::result_in_words::ResultInWords;

/// Finds C2, C6, C7, C8 and C10 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow {
        row,
        score,
        scheme,
        words,
        ..
    } = *of;
    let earns = matches!(score.score, Ok(points) if points > crate::domain::values::points::Points::ZERO);
    if earns {
        copied(row, words, found);
        left_out(row, words, found);
        satisfaction(row, words, found);
    }
    not_quantified(row, words, found);
    money_as_output(row, scheme, found);
}

/// Whether the result is known as numbers, so that words need not say it.
fn is_measured(row: &Indicator) -> bool {
    match row.nature {
        IndicatorNature::Quantitative => {
            !row.measures.is_empty() && row.measures.iter().all(|measure| measure.actual.value().is_some())
        }
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => true,
        IndicatorNature::Qualitative => false,
    }
}

/// C2: the result in words says no more than the goal did.
fn copied(row: &Indicator, words: &ResultInWords<'_>, found: &mut Vec<Finding>) {
    if is_measured(row) || !words.repeats_goal() {
        return;
    }
    found.push(
        Finding::new(
            Code::C2,
            Field::Indicator(row.id, IndicatorField::Analysis),
            format!(
                "{}的实现情况只是重复了绩效目标：“{}”。",
                own_name(row),
                excerpt(words.text(), 24)
            ),
            "写清做了什么、做了多少、什么时候做完、效果怎样，有数写数。",
        )
        .resting_on(vec![Field::Indicator(row.id, IndicatorField::Goal)]),
    );
}

/// C6: a clause of the goal without an answer.
fn left_out(row: &Indicator, words: &ResultInWords<'_>, found: &mut Vec<Finding>) {
    // A number by itself is the actual value, written in the wrong place.
    if plain_number(words.text()).is_some() {
        return;
    }
    let missing: Vec<&str> = words
        .open_clauses()
        .iter()
        .filter_map(|clause| row.goal.get(clause.range.clone()))
        .map(str::trim)
        // Satisfaction has a check of its own.
        .filter(|clause| !clause.contains("满意"))
        .collect();
    let Some(first) = missing.first() else { return };
    let more = if missing.len() > 1 {
        format!("等 {} 项要求", missing.len())
    } else {
        String::new()
    };
    found.push(
        Finding::new(
            Code::C6,
            Field::Indicator(row.id, IndicatorField::Analysis),
            format!(
                "{}的目标要求“{}”{more}，实现情况里没有交代。",
                own_name(row),
                excerpt(first, 30)
            ),
            "逐项写明完成情况；没有做到的，说明原因并扣分。",
        )
        .resting_on(vec![Field::Indicator(row.id, IndicatorField::Goal)]),
    );
}

/// C7: satisfaction that was scored without a value from a survey. "95%以上" is a target, no value.
fn satisfaction(row: &Indicator, words: &ResultInWords<'_>, found: &mut Vec<Finding>) {
    const SATISFACTION: WordList = WordList::of(&["满意度", "满意率"]);
    if row.has_points_only()
        || !SATISFACTION.any_in(&row.name) && !SATISFACTION.any_in(&row.goal)
        || (row.nature != IndicatorNature::Qualitative && is_measured(row))
    {
        return;
    }
    if words.states_share() || is_counted(words.text()) {
        return;
    }
    let measure = row.measures.iter().find(|measure| measure.actual.value().is_none());
    let field = match measure.filter(|_| row.nature == IndicatorNature::Quantitative) {
        Some(measure) => Field::Measure(row.id, measure.id, MeasureField::Actual),
        None => Field::Indicator(row.id, IndicatorField::Analysis),
    };
    found.push(
        Finding::new(
            Code::C7,
            field,
            format!("{}是满意度，却没有测得的数。", own_name(row)),
            "填调查得到的满意度（如 96.5%），写明发了多少份问卷、收回多少份；没有调查的，不应得满分。",
        )
        .resting_on(vec![Field::Indicator(row.id, IndicatorField::Analysis)]),
    );
}

/// Whether satisfaction is told otherwise than in percent: 发放200份，满意196份; 0.968; 九成七.
fn is_counted(analysis: &str) -> bool {
    let counted = analysis.split("满意").skip(1).any(|after| {
        after
            .trim_start_matches(['的', '有', '为', '：'])
            .starts_with(|c: char| c.is_ascii_digit())
    });
    let tenths = analysis
        .split('成')
        .any(|before| before.ends_with(|c: char| "五六七八九".contains(c)));
    counted || tenths || analysis.contains("0.")
}

/// Words that promise something without saying how much of it.
const VAGUE: [&str; 25] = [
    "加强",
    "提升",
    "完善",
    "推进",
    "促进",
    "提高",
    "优化",
    "强化",
    "继续",
    "进一步",
    "有效",
    "不断",
    "持续",
    "确保",
    "做好",
    "改善",
    "增强",
    "推动",
    "保障",
    "落实",
    "深化",
    "维护",
    "巩固",
    "及时",
    "顺利",
];

/// C8: a goal without number, time or standard.
fn not_quantified(row: &Indicator, words: &ResultInWords<'_>, found: &mut Vec<Finding>) {
    let is_typed = match row.nature {
        IndicatorNature::Quantitative => row.measures.iter().any(|measure| !measure.target.is_blank()),
        IndicatorNature::Qualitative => !row.standard.is_blank(),
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => true,
    };
    let goal = row.goal.trim();
    if is_typed || goal.is_empty() || is_measurable(&row.goal, words.asked()) {
        return;
    }
    if let Some(word) = VAGUE.iter().find(|word| goal.contains(**word)) {
        found.push(Finding::new(
            Code::C8,
            Field::Indicator(row.id, IndicatorField::Goal),
            format!("{}的目标只说“{word}”，没有数量、时限或标准。", own_name(row)),
            "写成能比的目标，如“全年不少于 12 次”“6 月底前完成”“验收合格率 100%”；定性的，写清达成的标准。",
        ));
    }
}

/// Words for money that is no spending of the office.
const BROUGHT: WordList = WordList::of(&[
    "收入",
    "税收",
    "产值",
    "节约",
    "成本",
    "营收",
    "招商",
    "增加值",
    "补助标准",
    "人均",
    "引资",
    "总额",
    "争取",
    "追回",
    "追缴",
    "追赃",
    "挽回",
    "收回",
    "清欠",
    "欠薪",
    "盘活",
    "贷款",
    "融资",
    "带动",
    "撬动",
    "吸引",
    "社会资本",
    "减免",
    "降费",
    "罚没",
    "募集",
    "消费",
    "交易",
]);

/// Words for money that it spends.
const SPENT: WordList = WordList::of(&["支出", "投入", "经费", "资金", "发放金额"]);

/// C10: money spent, as if it were what was done with it.
fn money_as_output(row: &Indicator, scheme: &Scheme, found: &mut Vec<Finding>) {
    let Some(measure) = row
        .measures
        .iter()
        .find(|measure| ["元", "万元", "亿元"].contains(&measure.unit.trim()))
        .filter(|_| row.nature == IndicatorNature::Quantitative)
    else {
        return;
    };
    let group = scheme
        .home(row.place)
        .and_then(|(_, group)| group)
        .map_or("", |group| group.name.trim());
    let named = |words: &WordList| words.any_in(&row.name) || words.any_in(&measure.name);
    let is_quantity =
        group.contains("数量") || (group.is_empty() && measure.comparator != Comparator::AtMost && named(&SPENT));
    // What the money brings in, brings back, saves or keeps within a limit is a result.
    let is_result = named(&BROUGHT);
    if is_quantity && !is_result {
        found.push(Finding::new(
            Code::C10,
            Field::Measure(row.id, measure.id, MeasureField::Unit),
            format!("{}用花了多少钱作数量指标。", own_name(row)),
            "改成用这笔钱做了多少事，如“改造道路 3 条”；花了多少钱由执行率反映，控制在多少以内属于成本指标。",
        ));
    }
}
