//! Tables that were copied without their head, and lists of names.

use jiping::documents::import::tables::clipboard::of_clipboard;
use jiping::documents::import::tables::header::Mapping;
use jiping::domain::draft::taken::{TableKind, Way};
use jiping::domain::values::input::Choice;

use super::tables_in::check_in;

#[test]
fn tables_of_indicators_without_a_head() {
    let check = |pasted: &str, expected: &str| {
        let sheet = of_clipboard("", &pasted.trim_matches('\n').replace('|', "\t"))
            .expect("a table")
            .remove(0);
        let mapping = Mapping::suggested(TableKind::Indicators, &sheet.grid);
        let columns: Vec<&str> = mapping.columns.iter().map(|meaning| meaning.label()).collect();
        assert_eq!(
            (columns.join("|"), mapping.head),
            (expected.to_owned(), None),
            "{pasted}"
        );
    };
    // As the form has it: levels, name, target, result, points, score, reason.
    check(
        "
产出指标|数量指标|新建校舍|≥6所|6所|20|20|
产出指标|质量指标|验收合格率|≥95%|94%|30|29.68|一栋返工
效益指标|社会效益指标|新增学位|≥900个|960个|30|30|
满意度指标|服务对象满意度指标|家长满意度|≥90%|93%|10|10|",
        "一级指标|二级指标|指标名称|指标值|实际完成值|权重|不导入|偏差原因",
    );
    // Sign and unit in columns of their own, the weight before the result.
    check(
        "
清运垃圾|≥|1200|吨|40|1350|40
办结投诉|≥|98|%|30|99.2|30
日常巡查|≥|360|次|30|365|30",
        "指标名称|符号|指标值|计量单位|权重|实际完成值|不导入",
    );
    // Words as target and result.
    check(
        "
公共服务水平|明显提升|明显提升|50
服务窗口数量|≥12个|12个|30
群众满意度|≥90%|95%|20",
        "指标名称|指标值|实际完成值|权重",
    );
    // Nothing that could be names.
    check("12|13|14\n15|16|17", "不导入|不导入|不导入");
}

#[test]
fn lists_of_names_take_the_column_of_the_names() {
    let mut draft = crate::drafts::new();
    check_in(
        &mut draft,
        TableKind::Units,
        Way::Add,
        "某某县水利局下属单位情况表\n序号|单位名称|编制数|单位性质\n1|县水库管理所|12|公益一类\n2|县水利工程质量监督站|8|公益一类\n合计||20|",
        &[
            "不导入|单位名称|不导入|不导入 ？",
            "5行：合计行",
            "新2 改0 删0",
            "县水库管理所",
            "县水利工程质量监督站",
        ],
    );
    // Without a head the column of words that differ is that of the names; a known name is no new one.
    check_in(
        &mut draft,
        TableKind::Units,
        Way::Add,
        "1|县水库管理所|公益一类\n2|县河道管理所|公益一类",
        &[
            "不导入|单位名称|不导入 ？",
            "新1 改1 删0",
            "县水库管理所",
            "县水利工程质量监督站",
            "县河道管理所",
        ],
    );
    check_in(
        &mut draft,
        TableKind::Divisions,
        Way::Add,
        "科室|加挂牌子|负责人\n办公室|信访办|张某\n财务股||李某",
        &["机构名称|加挂牌子|不导入 ？", "新2 改0 删0", "办公室/信访办", "财务股/"],
    );
}
