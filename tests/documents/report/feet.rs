//! 表尾文字 and the money of projects: what forms ask for besides the columns of their indicators.

use crate::drafts::{amounts, built_in, findings, sample, set, totals};
use jiping::documents::report::block::{Block, Cell, Table};
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as all_findings;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List, SchemeField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::references::quoting::quoted;
use jiping::domain::scheme::form_text::FormText;
use jiping::domain::scheme::table_form::TableForm;
use jiping::domain::values::input::Choice;
use jiping::domain::values::shared::Shared;

fn last_table(draft: &Draft) -> Table {
    let blocks = report(draft, &evaluate(draft)).blocks.into_iter();
    let mut tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.next_back().unwrap()
}

/// The rows of a table that have so many cells, as text.
fn rows(table: &Table, cells: usize) -> Vec<String> {
    let rows = table.body.iter().filter(|row| row.len() == cells);
    let text = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>().join("|");
    rows.map(text).collect()
}

#[test]
fn a_form_prints_the_texts_that_it_asks_for() {
    let check = |scheme: &str, typed: &[(FormText, &str)], expected: &[&str]| {
        let mut draft = Draft::by(built_in(scheme));
        for (text, words) in typed {
            set(&mut draft, Field::FormText(*text), words);
        }
        assert_eq!(rows(&last_table(&draft), 2), expected, "{scheme}");
    };
    check(
        "四川项目支出 20 / 10 / 70",
        &[
            (FormText::Conclusion, "完成较好。"),
            (FormText::Improvements, "早编预算。"),
        ],
        &["评价结论|完成较好。", "存在问题|", "改进措施|早编预算。"],
    );
    check("云南 20 / 80", &[], &["其他需要说明的事项|—"]);
    check(
        "云南 20 / 80",
        &[(FormText::Notes, "雨季停工两周。")],
        &["其他需要说明的事项|雨季停工两周。"],
    );
    check("国家项目支出 10 / 50 / 30 / 10", &[], &[]);
}

#[test]
fn what_a_section_of_the_report_says_is_printed_in_the_form_and_not_asked_again() {
    let mut draft = sample();
    let field = Field::Scheme(SchemeField::TableForm);
    set(&mut draft, field, TableForm::SichuanProject.code());
    let said = rows(&last_table(&draft), 2);
    assert!(
        said.iter().any(|row| row.starts_with("存在问题|1. 辖区支柱产业")),
        "{said:?}"
    );
    let asked = |draft: &Draft| -> Vec<Field> {
        let found = all_findings(draft, &evaluate(draft));
        let fields = found.iter().map(|finding| finding.field);
        fields.filter(|field| matches!(field, Field::FormText(_))).collect()
    };
    assert_eq!(asked(&draft), [Field::FormText(FormText::Conclusion)]);
    set(&mut draft, Field::FormText(FormText::Conclusion), "完成较好。");
    assert_eq!(asked(&draft), []);
}

#[test]
fn a_text_longer_than_the_form_allows_is_found() {
    let check = |count: usize, expected: bool| {
        let mut draft = Draft::by(built_in("四川项目支出 20 / 10 / 70"));
        set(&mut draft, Field::FormText(FormText::Problems), &"好".repeat(count));
        let found = findings(&draft, Code::E13);
        let is_found = found.iter().any(|finding| finding.message.contains("限 200 字"));
        assert_eq!(is_found, expected, "{count}");
    };
    check(200, false);
    check(201, true);
}

/// A report of a place that asks for the money of each project, with one project.
fn with_project() -> (Draft, jiping::domain::values::row::Id) {
    let mut draft = Draft::by(built_in("部门整体支出 10 / 50 / 30 / 10"));
    totals(&mut draft, ["500", "480", "470"]);
    let id = draft.apply(&Edit::Add(List::Projects, None)).row.unwrap();
    for (field, text) in [
        (Field::ProjectName(id), "校舍维修"),
        (Field::ProjectInitial(id), "200"),
        (Field::ProjectBudget(id), "200"),
        (Field::ProjectAmount(id), "195.5"),
        (Field::ProjectCompletion(id), "3栋全部完工。"),
    ] {
        set(&mut draft, field, text);
    }
    (draft, id)
}

#[test]
fn projects_have_their_money_from_budget_to_execution() {
    let (draft, _) = with_project();
    let table = jiping::documents::report::tables::projects(&quoted(&draft, &evaluate(&draft)), &evaluate(&draft));
    assert_eq!(rows(&table, 7), ["|校舍维修|200.00|200.00|195.50|97.75%|3栋全部完工。"]);
    assert_eq!(rows(&table, 6), ["合计|200.00|200.00|195.50|97.75%|"]);
    // 白云 asks for one amount of each.
    let sample = sample();
    let table = jiping::documents::report::tables::projects(&quoted(&sample, &evaluate(&sample)), &evaluate(&sample));
    assert_eq!(table.columns.len(), 3);
}

#[test]
fn budgets_of_projects_are_held_against_the_whole() {
    let (mut draft, id) = with_project();
    let check = |draft: &Draft, expected: Option<Field>| {
        let found = findings(draft, Code::A7);
        assert_eq!(found.first().map(|finding| finding.field), expected);
    };
    check(&draft, None);
    set(&mut draft, Field::ProjectInitial(id), "500.01");
    check(&draft, Some(Field::ProjectInitial(id)));
    set(&mut draft, Field::ProjectInitial(id), "500");
    check(&draft, None);
}

#[test]
fn a_project_and_its_form_stay_in_step() {
    let (mut draft, id) = with_project();
    let mut form = Draft::by(built_in("国家项目支出 10 / 50 / 30 / 10"));
    draft.fill_form(id, &mut form);
    let form_id = draft.apply(&Edit::TakeForm(Some(id), Shared::new(form))).row.unwrap();
    let of_form = |draft: &Draft| {
        let form = &draft.forms[0].draft;
        let total = |column| form.budget.total(column).map(|amount| amount.printed());
        (
            form.basics.project.clone(),
            total(Column::Initial),
            total(Column::Executed),
        )
    };
    let is = |name: &str, initial: &str, executed: &str| {
        (name.to_owned(), Some(initial.to_owned()), Some(executed.to_owned()))
    };
    assert_eq!(of_form(&draft), is("校舍维修", "200.00", "195.50"));
    // The list goes before.
    set(&mut draft, Field::ProjectAmount(id), "196");
    set(&mut draft, Field::ProjectName(id), "校舍修缮");
    assert_eq!(of_form(&draft), is("校舍修缮", "200.00", "196.00"));
    // The form goes before: its only source takes the money.
    let before = Draft::clone(&draft.forms[0].draft);
    amounts(draft.forms[0].draft.make_mut(), 0, ["210", "210", "205"]);
    draft.carry_from_form(form_id, &before);
    assert_eq!(draft.text(Field::ProjectAmount(id)), "205.00");
    assert_eq!(draft.text(Field::ProjectInitial(id)), "210.00");
    set(&mut draft, Field::ProjectAmount(id), "207");
    assert_eq!(of_form(&draft).2, Some("207.00".into()));
    // Between two sources nobody can share it: that is told.
    let told = |draft: &Draft| !findings(draft, Code::D3).is_empty();
    assert!(!told(&draft));
    amounts(draft.forms[0].draft.make_mut(), 1, ["0", "0", "1"]);
    set(&mut draft, Field::ProjectAmount(id), "209");
    assert!(told(&draft));
    // A copy of the form is for another project.
    draft.apply(&Edit::Duplicate(List::Forms, form_id));
    assert_eq!(draft.forms[1].project, None);
    // Fresh identities keep the two together.
    draft.forms[1].id = draft.forms[0].id;
    draft.mend_identities();
    assert_eq!(draft.forms[0].project, Some(draft.projects.rows[0].id));
}
