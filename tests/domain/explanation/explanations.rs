//! Figures explain themselves: formula, working, exact value, what is missing.

use crate::drafts::sample;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::explanation::explain::explain;

#[test]
fn figures_explain_themselves() {
    let draft = sample();
    let evaluation = evaluate(&draft);
    let check = |figure: Figure, formula: &str, working: &str, exact: &str, note: &str| {
        let explained = explain(&draft, &evaluation, figure).expect("a figure of the sample");
        assert_eq!(
            (
                explained.formula.as_str(),
                explained.working.as_str(),
                explained.exact.as_str()
            ),
            (formula, working, exact)
        );
        assert_eq!(explained.result.ok(), printed(&evaluation, figure).ok(), "{figure:?}");
        assert!(
            explained.notes.concat().contains(note),
            "{:?} lacks {note}",
            explained.notes
        );
    };
    check(
        Figure::ExecutionRate,
        "执行数 ÷ 调整预算数 × 100%",
        "20,571.11 ÷ 21,015.64 × 100%",
        "97.884765822…%",
        "134.19%",
    );
    check(
        Figure::Adjustment,
        "调整预算数 − 年初预算数",
        "21,015.64 − 15,329.35",
        "",
        "",
    );
    check(
        Figure::AdjustmentRate,
        "预算调整数 ÷ 年初预算数 × 100%",
        "+5,686.29 ÷ 15,329.35 × 100%",
        "37.0941364115…%",
        "超过 30%",
    );
    check(
        Figure::PartScore(draft.scheme.parts[0].id),
        "权重 × 执行率（不超过 100%）",
        "30 × 97.884765822…%",
        "29.3654297466…",
        "29.36",
    );
    check(
        Figure::TotalScore,
        "部门支出进度 + 年度目标 + 年度主要支出计划",
        "29.37 + 30 + 40",
        "",
        "不再取舍",
    );
    check(
        Figure::IndicatorScore(draft.indicators[1].id),
        "权重 × 各行完成率的平均（每行不超过 100%）",
        "2 × 100%",
        "2",
        "公益性家政培训",
    );
    check(
        Figure::IndicatorScore(draft.indicators[10].id),
        "手工评分，最高不超过权重",
        "",
        "",
        "按规则计分：缺实际完成值",
    );
    // Every figure of a blank draft says what is missing instead.
    let blank = crate::drafts::new();
    let evaluation = evaluate(&blank);
    for figure in [
        Figure::ExecutionRate,
        Figure::TotalScore,
        Figure::Grade,
        Figure::PartScore(blank.scheme.parts[2].id),
    ] {
        assert!(
            explain(&blank, &evaluation, figure).expect("a figure").result.is_err(),
            "{figure:?}"
        );
    }
}
