//! What stands on the first page and below the last line, wherever a form puts it; and what a form has no place for.

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::text::lines::lay;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as look_through;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::Input;

/// Unit, year, project, 主管部门 and date of a text.
fn check(text: &str, expected: [&str; 5]) {
    let draft = whole(&read(&lay(text).passages));
    let basics = &draft.basics;
    let date = basics.report_date.text();
    let own = [
        basics.unit.clone(),
        basics.year.text(),
        basics.project.clone(),
        basics.competent_department.clone(),
        date,
    ];
    assert_eq!(own, expected, "{text}");
}

const ROWS: &str = "一级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n产出指标\t新建水厂\t≥2座\t2座\t100\t100\n";

#[test]
fn labels_with_empty_cells_sections_of_offices_and_names_in_titles() {
    check(
        &format!(
            "项目支出绩效自评表\n（2023年度）\n项目名称\t\t新建水厂项目\t\n主管部门\t\t青河县水利局\t\t实施单位\t\t供水管理科\n{ROWS}"
        ),
        ["供水管理科", "2023", "新建水厂项目", "青河县水利局", ""],
    );
    check(
        &format!(
            "项目支出绩效自评表\n（2023年度）\n项目名称\t新建水厂项目\n主管部门\t青河县水利局\t实施单位\t青河县水利局（本级）\n{ROWS}"
        ),
        ["青河县水利局", "2023", "新建水厂项目", "青河县水利局", ""],
    );
    check(
        &format!("农村公路养护工程项目支出绩效自评表（2023年度）\n填报单位：青河县交通局\n{ROWS}"),
        ["青河县交通局", "2023", "农村公路养护工程", "", ""],
    );
    // Whose projects they are names none.
    check(
        &format!("财政项目支出绩效自评表（2023年度）\n填报单位：青河县交通局\n{ROWS}"),
        ["青河县交通局", "2023", "", "", ""],
    );
}

#[test]
fn the_date_below_the_signature_or_behind_its_label() {
    let title = "青河县水利局2023年度部门整体支出绩效自评报告\n一、部门概况\n负责全县水利工作。\n";
    check(
        &format!("{title}青河县水利局\n2024年3月22日\n附件1\n部门整体支出绩效自评表\n{ROWS}"),
        ["青河县水利局", "2023", "", "", "2024年3月22日"],
    );
    check(
        &format!("{title}附表\n{ROWS}填报人：王某 联系电话：0793 填报日期：2024年4月18日\n"),
        ["青河县水利局", "2023", "", "", "2024年4月18日"],
    );
    // A day of the text is no signature.
    check(
        &format!("{title}2024年3月11日成立了自评小组。\n{ROWS}"),
        ["青河县水利局", "2023", "", "", ""],
    );
}

/// What is still to be filled in.
fn unfilled(draft: &Draft) -> Vec<String> {
    let findings = look_through(draft, &evaluate(draft));
    let own = findings.iter().filter(|finding| finding.code == Code::E9);
    own.map(|finding| finding.message.clone()).collect()
}

#[test]
fn what_a_form_has_no_place_for_is_not_missing() {
    let form = |head: &str, rows: &str| {
        format!(
            "项目支出绩效自评表\n（2023年度）\n项目名称\t新建水厂项目\n{head}资金\t年初预算数\t全年预算数\t全年执行数\n\
             年度资金总额\t100\t100\t95\n{rows}"
        )
    };
    let of = |text: &str| unfilled(&whole(&read(&lay(text).passages)));
    let unit = "实施单位\t青河县水利局\n";
    assert_eq!(of(&form(unit, ROWS)), [""; 0]);
    // The place is there, and empty.
    assert_eq!(
        of(&form(&format!("{unit}主管部门\t\n"), ROWS)),
        ["“基本信息”还没有填主管部门。"]
    );
    // Indicators without points, in a form that has none; and in one whose column is empty.
    let bare = "一级指标\t三级指标\t指标值\t实际完成值\n产出指标\t新建水厂\t≥2座\t2座\n";
    assert_eq!(of(&form(unit, bare)), [""; 0]);
    let empty = "一级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n产出指标\t新建水厂\t≥2座\t2座\t\t\n";
    assert!(!of(&form(unit, empty)).is_empty());
    // What was typed is asked for all of it.
    let mut typed = whole(&read(&lay(&form(unit, ROWS)).passages));
    typed.source = Default::default();
    assert_eq!(unfilled(&typed), ["“基本信息”还没有填主管部门。"]);
}
