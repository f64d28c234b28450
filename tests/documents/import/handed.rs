//! Reports and forms as people have them, copied out of browsers, PDFs, sheets and documents: what is read of each.
//!
//! `first` is how many of the lines were right when the input was measured for the first time, before anything was
//! mended for its sake.

use std::path::PathBuf;

use jiping::documents::archive::read as archive;
use jiping::documents::docx;
use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::tables::clipboard::of_file;
use jiping::documents::import::tables::header::{Mapping, likely_kind};
use jiping::documents::import::tables::plan::plan;
use jiping::documents::import::text::lines::lay;
use jiping::documents::passage::Passage;
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::checks::run::check as findings;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::taken::{MoneyUnit, TableKind, Way};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::{Choice, Input, Value};

fn passages(name: &str) -> Vec<Passage> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/handed")
        .join(name);
    let bytes = std::fs::read(path).unwrap();
    if archive::is_packed(&bytes) {
        return docx::read::passages(&archive::open(&bytes).unwrap()).unwrap();
    }
    lay(&String::from_utf8(bytes).unwrap()).passages
}

/// What a draft holds, a line for each figure, row and finding.
fn lines(draft: &Draft, at: &str) -> Vec<String> {
    let evaluation = evaluate(draft);
    let money = &evaluation.money;
    let mut lines = vec![
        format!("种类 {}", draft.scheme.kind.label()),
        format!("单位 {}", draft.basics.unit),
        format!("项目 {}", draft.basics.project),
        format!("主管部门 {}", draft.basics.competent_department),
        format!("年度 {}", draft.basics.year.text()),
        format!("目标 {}", draft.objectives.overall),
        format!("目标完成 {}", draft.objectives.achieved),
    ];
    let amounts = [
        ("年初", money.totals.initial.value),
        ("全年", money.totals.adjusted.value),
        ("执行", money.totals.executed.value),
    ];
    for (name, amount) in amounts {
        lines.push(format!(
            "{name} {}",
            amount.map(|amount| amount.written()).unwrap_or_default()
        ));
    }
    lines.push(format!(
        "执行率 {}",
        money
            .execution_rate
            .map(|rate| rate.printed_percent())
            .unwrap_or_default()
    ));
    lines.push(format!(
        "总分 {}",
        evaluation.total.map(|total| total.printed()).unwrap_or_default()
    ));
    lines.push(format!("报的总分 {}", draft.stated_score.text()));
    lines.push(format!(
        "报的等级 {}",
        draft.stated_grade.map_or("", |grade| grade.label())
    ));
    lines.push(format!("指标 {} 项", draft.indicators.len()));
    for (part, result) in draft.scheme.parts.iter().zip(&evaluation.parts) {
        let score = result.score.map(|score| score.printed()).unwrap_or_default();
        lines.push(format!("部分 {} {score}/{}", part.name, part.weight.text()));
    }
    for (row, result) in draft.indicators.iter().zip(&evaluation.indicators) {
        let measures = row
            .measures
            .iter()
            .filter(|measure| !measure.target.is_blank())
            .map(|measure| {
                let target = format!(
                    "{}{}{}",
                    measure.comparator.label(),
                    measure.target.text(),
                    measure.unit
                );
                format!("{}{target}→{}", measure.name, measure.actual.text())
            });
        let measures: Vec<String> = measures.collect();
        let score = result.score.map(|score| score.printed()).unwrap_or_default();
        lines.push(format!(
            "· {} {}{}{} {score}/{}",
            row.name,
            measures.join("、"),
            row.standard,
            row.analysis,
            row.weight.text()
        ));
    }
    for row in &draft.projects.rows {
        lines.push(format!("项目支出 {} {}", row.name, row.amount.text()));
    }
    for finding in findings(draft, &evaluation).iter() {
        let is_grave = finding.severity() == Severity::Error;
        lines.push(format!(
            "{}{} {}",
            finding.code.code(),
            if is_grave { "!" } else { "" },
            finding.message
        ));
    }
    let missing = findings(draft, &evaluation)
        .iter()
        .filter(|finding| finding.code == Code::E9)
        .count();
    lines.push(format!("还没有填 {missing} 处"));
    for (place, form) in draft.forms.iter().enumerate() {
        lines.extend(self::lines(&form.draft, &format!("{at}附表{} ", place + 1)));
    }
    lines.iter().map(|line| format!("{at}{line}")).collect()
}

/// Reads an input; `wanted` are lines that have to be there, `never` beginnings or parts of lines that must not.
fn check(name: &str, first: usize, wanted: &[&str], never: &[&str]) {
    let lines = lines(&whole(&read(&passages(name))), "");
    let missing: Vec<&&str> = wanted
        .iter()
        .filter(|line| !lines.iter().any(|own| own == *line))
        .collect();
    let wrong: Vec<&String> = lines
        .iter()
        .filter(|line| never.iter().any(|part| line.contains(part)))
        .collect();
    println!(
        "{name}: {} of {} (first {first})",
        wanted.len() - missing.len(),
        wanted.len()
    );
    assert!(
        missing.is_empty() && wrong.is_empty(),
        "{name}\nmissing {missing:#?}\nwrong {wrong:#?}\nread {lines:#?}"
    );
}

/// The form of a project that most of the inputs are, in its many spellings.
const FORM: [&str; 21] = [
    "种类 项目支出绩效自评表",
    "单位 禁毒支队",
    "项目 禁毒经费",
    "主管部门 某市公安局",
    "年度 2021",
    "目标 保障禁毒业务开支",
    "目标完成 打击了毒品犯罪",
    "年初 100",
    "全年 120",
    "执行 90",
    "执行率 75.00%",
    "总分 97.5",
    "报的总分 97.5",
    "指标 4 项",
    "部分 预算执行率 7.5/10",
    "部分 产出指标 50/50",
    "部分 效益指标 30/30",
    "部分 满意度指标 10/10",
    "· 宣传场次 ≥1场→1 25/25",
    "· 知晓率 ≥90%→95 30/30",
    "· 群众满意度 ≥90%→95 10/10",
];

/// What must not be found in it.
const NEVER: [&str; 6] = ["A1!", "A2!", "B1!", "B2!", "C7", "·  "];

#[test]
fn the_form_of_a_project_in_every_spelling() {
    check("f01a-chromium-copy-ragged.txt", 7, &FORM, &NEVER);
    check("f02a-spaces-funds.txt", 9, &FORM, &NEVER);
    check("f04a-form.docx", 14, &FORM, &NEVER);
    check("f04c-spaces-head.txt", 4, &FORM, &NEVER);
    check("f04e-header-broken.txt", 4, &FORM, &NEVER);
    check("f05a-dots.txt", 9, &FORM, &NEVER);
    check("f06a-total-row.txt", 13, &FORM, &NEVER);
    check("f08a-title-trailing-tabs.txt", 10, &FORM, &NEVER);
    check("f15a-one-cell-a-line.txt", 2, &FORM, &NEVER);
}

#[test]
fn heads_broken_over_lines() {
    check(
        "f01c-header-aligned.txt",
        4,
        &[
            "单位 禁毒支队",
            "年初 100",
            "全年 120",
            "执行 90",
            "执行率 75.00%",
            "目标 保障禁毒业务开支,打击毒品犯罪",
            "目标完成 打击了毒品犯罪",
            "指标 6 项",
            "· 禁毒舞台剧宣传的场次 ≥1场→1 12/12",
            "· 毛发检查试剂数量 ≥2400份→3200 12/12",
            "· 经费支出合规性 严格执行相关财经制度严格执行相关财经制度 13/13",
            "· 经费支付及时率 =100%→100 13/13",
            "· 禁毒知识知晓率 ≥90%→95 30/30",
            "· 群众满意度 ≥90%→95 10/10",
        ],
        &["……"],
    );
}

#[test]
fn strokes_between_cells() {
    check(
        "f03a-pipes.txt",
        0,
        &[
            "指标 3 项",
            "· 培训场次 ≥4场→5 50/50",
            "· 合格率 ≥95%→96 30/30",
            "· 知晓率 ≥90%→92 20/20",
        ],
        &[],
    );
    check(
        "a05-university-tianjin.txt",
        0,
        &[
            "指标 9 项",
            "· 购置仪器设备 =31→42 /",
            "· 改造实验室 =2间→2 /",
            "· 师生对实验室改造满意度 ≥95%→95 /",
        ],
        &[],
    );
}

#[test]
fn an_annexed_form_is_a_form_of_its_own() {
    let mut wanted = vec![
        "年初 1500".to_owned(),
        "全年 1620".to_owned(),
        "执行 1580".to_owned(),
        "执行率 97.53%".to_owned(),
        "报的总分 96.8".to_owned(),
        "报的等级 优".to_owned(),
    ];
    wanted.extend(FORM.iter().map(|line| format!("附表1 {line}")));
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    check("f11a-annex-overrides.txt", 2, &wanted, &["A1!", "A2!", "B5!", "D1!"]);
}

#[test]
fn forms_as_published() {
    check(
        "a01-police-anhui.txt",
        2,
        &[
            "种类 项目支出绩效自评表",
            "项目 禁毒经费",
            "单位 禁毒支队",
            "年初 100",
            "全年 100",
            "执行 100",
            "执行率 100.00%",
            "目标 保障禁毒业务开支,打击毒品犯罪,增强禁毒意识",
            "目标完成 打击了毒品犯罪,禁毒意识有所增强",
            "指标 4 项",
            "· 禁毒舞台剧宣传的场次 ≥1场→1 12/12",
            "· 毛发检查试剂数量 ≥2400份→3200 12/12",
            "· 经费支出合规性 严格执行相关财经制度严格执行相关财经制度 13/13",
            "· 经费支付及时率 =100%→100 13/13",
        ],
        &["……"],
    );
}

/// What comes of the rows of a list of projects, pasted or read from a file.
#[test]
fn a_list_of_projects_keeps_budget_and_spending_apart() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/handed/f20a-projects.csv");
    let sheet = of_file(&std::fs::read(path).unwrap()).unwrap().remove(0);
    let kind = likely_kind(&sheet.grid).unwrap();
    assert_eq!(kind, TableKind::Projects);
    let mut mapping = Mapping::suggested(kind, &sheet.grid);
    assert!(mapping.asks_unit());
    mapping.unit = Some(MoneyUnit::TenThousand);
    let mut draft = Draft::default();
    let taken = plan(&draft, &sheet.grid, &mapping, Way::Add);
    draft.apply(&Edit::TakeRows(taken.result));
    let rows = draft.projects.rows.iter();
    let rows: Vec<String> = rows
        .map(|row| format!("{} {} {}", row.name, row.budget.text(), row.amount.text()))
        .collect();
    assert_eq!(rows, ["学生资助-甲 1,537.45 1,528.47", "学生资助-乙 11.00 0.00"]);
}

#[test]
fn headings_of_a_level_that_ours_does_not_have() {
    check("f22a-third-level.txt", 0, &[], &["S1"]);
    check("a07-zhejiang-key.txt", 0, &[], &["S1"]);
}
