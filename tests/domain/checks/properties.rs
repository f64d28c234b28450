//! Properties of the checks: any text is read without harm, every finding says where and what to do, and a fix
//! takes its finding away.

use crate::drafts::{sample, set};
use jiping::domain::checks::findings::Findings;
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::evaluation::evaluate::evaluate;
use proptest::prelude::*;

/// Pieces of which reports are made, and of which checks take notice.
const PIECES: [&str; 64] = [
    "内设",
    "办公室",
    "、",
    "财务科",
    "等",
    "3",
    "个",
    "科室",
    "，",
    "。",
    "；",
    "：",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "2021年",
    "2022年",
    "度",
    "部门整体支出绩效",
    "自评",
    "报告",
    "现将",
    "情况如下",
    "一是",
    "二是",
    "三是",
    "万元",
    "其中",
    "（一）",
    "（三）",
    "1.",
    "2、",
    "执行率",
    "为",
    "98.5%",
    "12次",
    "15次",
    "每月",
    "不少于",
    "满意度",
    "\n",
    "\t",
    "【2022】2号",
    "云财",
    "{{执行率}}",
    "{{",
    "}}",
    "白云区教育局",
    "160户",
    "包括",
    "分别为",
    "得满分",
    "扣分",
    "权重3分",
    "全部完成",
    "垃圾分类宣传",
    "（200字以内）",
    "XX",
    "20,571.11",
    "亿元",
    "一半",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => (0..PIECES.len()).prop_map(|place| PIECES[place].to_owned()),
        1 => "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn draft(texts: &[String; 4]) -> Draft {
    let mut draft = sample();
    let row = draft.indicators[2].id;
    let fields = [
        Field::WorkOverview,
        Field::Achievements,
        Field::Indicator(row, IndicatorField::Goal),
        Field::Indicator(row, IndicatorField::Analysis),
    ];
    for (field, text) in fields.into_iter().zip(texts) {
        set(&mut draft, field, text);
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked_and_what_is_found_can_be_followed(texts in [text(), text(), text(), text()]) {
        let draft = draft(&texts);
        let findings = check(&draft, &evaluate(&draft));
        for finding in findings.iter() {
            prop_assert!(finding.message.ends_with('。') && finding.hint.ends_with('。'), "{:?}", finding);
            prop_assert!(!finding.message.contains(['\n', '\t']), "{:?}", finding);
            let reachable = matches!(finding.field, Field::Rows(_)) || draft.input(finding.field).is_some();
            prop_assert!(reachable, "{:?} leads nowhere", finding.field);
            if let Some(fix) = &finding.fix {
                let mut mended = draft.clone();
                mended.apply(&fix.edit);
                let left = check(&mended, &evaluate(&mended));
                let alike = |findings: &Findings| {
                    let own = findings.iter().filter(|other| (other.code, other.field) == (finding.code, finding.field));
                    own.map(|other| other.message.clone()).collect::<Vec<_>>()
                };
                let (before, after) = (alike(&findings), alike(&left));
                prop_assert!(!after.contains(&finding.message) || after.len() < before.len(), "{:?} is still there", finding);
            }
        }
    }
}
