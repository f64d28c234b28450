//! Checks of spending beyond sums and rates, A6 A7 A8 A11: the smallest draft that triggers each and the nearest that does not.

use crate::drafts::{add, amounts, check, fund, set, totals};
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, List, SchemeField};

/// Key projects of these amounts beside totals of 100.
fn projects(amounts: &'static [&'static str], spent_on_projects: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| {
        totals(draft, ["90", "100", "95"]);
        let nature = Field::NatureAmount(SpendingNature::Project, Column::Executed);
        set(draft, nature, spent_on_projects);
        for amount in amounts {
            let id = add(draft, List::Projects);
            set(draft, Field::ProjectAmount(id), amount);
        }
    }
}

#[test]
fn a7_projects_beyond_the_whole() {
    check(Code::A7, 0, "", projects(&["60", "40"], ""));
    check(
        Code::A7,
        1,
        "2 个重点项目金额合计 100.01 万元，大于部门整体支出 100.00 万元",
        projects(&["60", "40.01"], ""),
    );
    // With a blank amount nothing can be said; a row in which nothing was written is no project.
    check(Code::A7, 0, "", |draft| {
        projects(&["160", ""], "")(draft);
        set(draft, Field::ProjectName(draft.projects.rows[1].id), "道路养护");
    });
    check(
        Code::A7,
        1,
        "1 个重点项目金额合计 160.00 万元",
        projects(&["160", ""], ""),
    );
    check(Code::A7, 0, "", projects(&["30", "20"], "50"));
    check(Code::A7, 1, "大于项目支出 50.00 万元", projects(&["30", "20.5"], "50"));
}

#[test]
fn a8_thousands_of_times_apart() {
    check(Code::A8, 0, "", |draft| amounts(draft, 0, ["1000", "1200", "1100"]));
    check(Code::A8, 0, "", |draft| amounts(draft, 0, ["1", "1999", "1500"]));
    check(Code::A8, 0, "", |draft| amounts(draft, 0, ["0", "12000000", ""]));
    check(
        Code::A8,
        1,
        "一般公共预算的执行数 11,000,000.00 万元，是年初预算数 1,000.00 万元的几千倍",
        |draft| amounts(draft, 0, ["1000", "1200", "11000000"]),
    );
}

#[test]
fn a8_a_project_in_yuan() {
    check(
        Code::A8,
        1,
        "金额 326,000.00 万元，比部门整体支出 100.00 万元还大",
        projects(&["60", "326000"], ""),
    );
    check(Code::A7, 0, "", projects(&["60", "326000"], ""));
    check(Code::A8, 0, "", projects(&["60", "40.01"], ""));
}

/// One source with these amounts and this reason.
fn source(columns: [&'static str; 3], reason: &'static str) -> impl FnOnce(&mut Draft) {
    move |draft| {
        amounts(draft, 1, columns);
        let id = fund(draft, 1);
        set(draft, Field::FundReason(id), reason);
    }
}

#[test]
fn a11_a_source_far_from_its_budget() {
    check(Code::A11, 0, "", source(["100", "100", "80"], ""));
    check(
        Code::A11,
        1,
        "政府性基金执行数是调整预算数的 79.99%，低于 80%",
        source(["100", "100", "79.99"], ""),
    );
    check(Code::A11, 0, "", source(["100", "100", "79.99"], "工程跨年，尾款未付"));
    // Where the adjusted budget is not split by source, the initial one stands for it.
    check(
        Code::A11,
        1,
        "执行数是年初预算数的 77.95%",
        source(["1010.22", "", "787.42"], ""),
    );
    check(Code::A11, 0, "", source(["100", "", "119.99"], ""));
    check(
        Code::A11,
        1,
        "年初预算数的 120.00%，达到 120%",
        source(["100", "", "120"], ""),
    );
    check(Code::A11, 0, "", source(["100", "150", "140"], ""));
    check(Code::A11, 0, "", source(["0", "", "140"], ""));
    // Taken away altogether in mid-year.
    check(Code::A11, 0, "", source(["60", "0", "0"], ""));
    check(Code::A11, 0, "", |draft| {
        set(draft, Field::Scheme(SchemeField::SourceLow), "");
        source(["100", "100", "10"], "")(draft);
    });
}

#[test]
fn spending_beyond_the_initial_budget_is_merely_advice() {
    let severity = |columns| {
        let mut draft = crate::drafts::new();
        source(columns, "")(&mut draft);
        crate::drafts::findings(&draft, Code::A11)[0].severity()
    };
    assert_eq!(severity(["100", "", "120"]), Severity::Advice);
    assert_eq!(severity(["100", "", "70"]), Severity::Warning);
}
