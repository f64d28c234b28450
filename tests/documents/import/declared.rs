//! A 绩效目标申报表 becomes the year's draft, and what it says stays beside it as approved.

use std::path::PathBuf;

use jiping::documents::import::compose::compose::declared;
use jiping::documents::import::compose::kept::Kept;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::reading::report_file;
use jiping::documents::import::recognised::Value;
use jiping::documents::passage::read_out;
use jiping::documents::project_file::project_file;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check;
use jiping::domain::draft::approved::Approved;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::indicator::target_text;
use jiping::domain::values::input::Input;

fn of(bytes: &[u8]) -> Draft {
    let reading = read(&report_file::of_file(bytes).unwrap().passages);
    let rows: Vec<Vec<Value>> = reading.items.iter().map(|item| item.values.clone()).collect();
    let kept: Vec<Kept> = reading.pieces.iter().map(Kept::from).collect();
    declared(&rows, &kept[..0])
}

fn fixture(name: &str) -> Draft {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/foreign")
        .join(name);
    of(&std::fs::read(path).unwrap())
}

/// What a draft holds as approved: the total, the tasks, the goals, the indicators.
fn told(approved: &Approved) -> Vec<String> {
    let mut lines = vec![format!("资金 {}", Input::text(&approved.total))];
    let tasks = approved.tasks.iter();
    lines.extend(tasks.map(|row| format!("任务 {} {}", row.name, Input::text(&row.budget))));
    lines.extend(approved.goals.iter().map(|row| format!("目标 {}", row.text)));
    lines.extend(approved.indicators.iter().map(|row| {
        let targets: Vec<String> = row
            .measures
            .iter()
            .filter(|own| own.target.value().is_some())
            .map(target_text)
            .collect();
        let target = match targets.is_empty() {
            true => row.standard.clone(),
            false => targets.join("，"),
        };
        let weight = row.weight.value().map(|weight| weight.printed()).unwrap_or_default();
        format!("{} {target} {weight}", row.name).trim().to_owned()
    }));
    lines
}

fn check_approved(draft: &Draft, expected: &[&str]) {
    let approved = draft.approved.as_ref().expect("the draft keeps what was approved");
    assert_eq!(told(approved), expected);
    let found = check(draft, &evaluate(draft));
    let differing: Vec<_> = found.iter().filter(|finding| finding.code == Code::D7).collect();
    assert!(differing.is_empty(), "nothing was changed yet: {differing:?}");
}

#[test]
fn a_department_s_form_as_text() {
    let draft = fixture("reading/23-zhujian-dept-declaration.txt");
    check_approved(
        &draft,
        &[
            "资金 4,295.50",
            "任务 城市照明提升 2,460.00",
            "任务 危旧房改造 1,835.50",
            "新增道路照明灯杆 ≥ 1200 基",
            "危旧房改造 ≥ 86 户",
            "工程质量一次验收合格率 100%",
            "重点工程按期开工率 ≥ 95%",
            "改善住房困难家庭 ≥ 86 户",
            "绿色建筑占新建建筑比例 ≥ 90%",
            "群众满意度 ≥ 90%",
        ],
    );
    assert_eq!(draft.basics.unit, "苏滨市住房和城乡建设局");
    assert_eq!(draft.basics.year.value().map(|year| year.get()), Some(2024));
    assert_eq!(
        draft.objectives.overall,
        "完善城市照明，消除危旧房安全隐患，推进绿色建筑发展。"
    );
    assert!(
        draft.projects.rows.iter().all(|row| row.amount.is_blank()),
        "nothing was spent yet"
    );
}

#[test]
fn a_project_s_form_as_text() {
    let draft = fixture("second/16-xumu-target-xinjiang.txt");
    let approved = draft.approved.as_ref().unwrap();
    let lines = told(approved);
    assert_eq!(lines[0], "资金 438.50");
    assert!(
        lines.contains(&"强制免疫牲畜数量 ≥ 85 万头只 10".to_owned()),
        "{lines:#?}"
    );
    assert!(
        lines.contains(&"每头（只）免疫补助标准 ≤ 2.6 元 10".to_owned()),
        "{lines:#?}"
    );
    assert_eq!(approved.indicators.len(), 9, "{lines:#?}");
    assert_eq!(draft.basics.project, "重大动物疫病防控经费");
}

#[test]
fn a_project_s_form_as_docx() {
    let draft = fixture("reading/22-nongye-declaration.docx");
    check_approved(
        &draft,
        &[
            "资金 218.00",
            "举办惠农科技培训班 ≥ 24 期 15",
            "推广优良品种面积 ≥ 3.5 万亩 15",
            "培训合格率 ≥ 90% 10",
            "项目完成时间 2025年11月底前 10",
            "项目总成本 ≤ 218 万元 10",
            "亩均增产 ≥ 35 公斤 15",
            "带动农户 ≥ 2800 户 15",
            "参训农户满意度 ≥ 92% 10",
        ],
    );
    assert_eq!(
        draft.objectives.overall,
        "通过项目实施，亩均增产35公斤以上，带动农户2800户以上。"
    );
    assert_eq!(draft.basics.unit, "琼岭市农业技术推广中心");
}

#[test]
fn what_was_approved_goes_along_in_the_file_and_is_let_go_when_the_user_says_so() {
    let mut draft = fixture("reading/23-zhujian-dept-declaration.txt");
    let again = project_file::read(project_file::write(&draft, "").as_bytes())
        .unwrap()
        .draft;
    assert_eq!(again, draft);
    let name = Field::Indicator(draft.indicators[0].id, IndicatorField::Name);
    draft.apply(&Edit::Set(name, "新装路灯".into()));
    let found = |draft: &Draft| {
        check(draft, &evaluate(draft))
            .iter()
            .filter(|own| own.code == Code::D7)
            .count()
    };
    assert_eq!(found(&draft), 1);
    assert!(draft.apply(&Edit::LetApprovedGo).changed);
    assert_eq!((draft.approved.is_none(), found(&draft)), (true, 0));
    assert!(
        fixture("reading/23-zhujian-dept-declaration.txt")
            .for_next_year()
            .approved
            .is_none()
    );
}

#[test]
fn words_over_several_columns_are_read_out_once() {
    let check = |row: &[&str], read: &[&str]| {
        let row: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
        assert_eq!(read_out(&row), read);
    };
    check(
        &["项目属性", "一次性项目", "一次性项目", "起止时间"],
        &["项目属性", "一次性项目", "起止时间"],
    );
    check(&["合计", "合计", "合计"], &["合计"]);
    // A target and its result, 分值 and 得分, and places that are blank.
    check(
        &["满意度", "≥95%", "≥95%", "10", "10"],
        &["满意度", "≥95%", "≥95%", "10", "10"],
    );
    check(
        &["里程", "15公里", "15公里", "", ""],
        &["里程", "15公里", "15公里", "", ""],
    );
}
