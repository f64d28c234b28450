//! References in prose: what can be referred to, what each says, what a text with them becomes.

use jiping::documents::project_file::project_file;
use jiping::documents::report::block::Block;
use jiping::documents::report::report::report;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::texts::references;
use jiping::domain::draft::budget::{Column, SpendingNature};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, IndicatorField, List};
use jiping::domain::draft::own_wording::WordingKind;
use jiping::domain::draft::prose_fields::prose_fields;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::references::quoting::{quoted, resolve, resolved};
use jiping::domain::references::reference::{references as all, value};
use jiping::domain::references::wording::{WordingStep, moved_on, template, word};
use jiping::domain::values::input::Choice;
use proptest::prelude::*;

use crate::drafts::{add, sample, set};

/// The sample with staff, natures and a checkpoint.
fn full() -> Draft {
    let mut draft = sample();
    set(&mut draft, Field::AuthorisedPosts, "45");
    set(
        &mut draft,
        Field::NatureAmount(SpendingNature::Basic, Column::Executed),
        "12000.5",
    );
    let row = add(&mut draft, List::Checkpoints);
    set(&mut draft, Field::CheckpointMonth(row), "7");
    set(&mut draft, Field::CheckpointExecuted(row), "12,345.678");
    draft
}

fn check(draft: &Draft, text: &str, expected: &str) {
    assert_eq!(resolved(text, draft, &evaluate(draft)), expected, "{text}");
}

fn prose(draft: &Draft) -> impl Iterator<Item = Field> {
    draft.fields().into_iter().filter(|field| field.is_prose())
}

#[test]
fn each_reference_says_its_value_as_documents_print_it() {
    let draft = full();
    for (name, expected) in [
        ("执行率", "97.88%"),
        ("年初预算数", "15,329.35"),
        ("调整预算数", "21,015.64"),
        ("全年预算数", "21,015.64"),
        ("执行数", "20,571.11"),
        ("预算调整数", "5,686.29"),
        ("预算净增减", "5,686.29"),
        ("预算调整率", "37.09%"),
        ("结转结余", "444.53"),
        ("结转结余率", "2.12%"),
        ("一般公共预算.执行数", "19,783.69"),
        ("政府性基金.年初预算数", "1,010.22"),
        ("其他收入.执行数", "0"),
        ("基本支出.执行数", "12,000.50"),
        ("总分", "99.37"),
        ("满分", "100"),
        ("等级", "优"),
        ("部门支出进度.得分", "29.37"),
        ("部门支出进度.权重", "30"),
        ("指标数", "14"),
        ("满分指标数", "14"),
        ("指标权重合计", "40"),
        ("重点项目数", "3"),
        ("重点项目金额", "1,954.96"),
        ("7月.累计执行数", "12,345.68"),
        ("7月.支出进度", "58.75%"),
        ("内设机构数", "8"),
        ("下属单位数", "4"),
        ("编制数", "45"),
        ("单位", "广州市白云区人民政府白云湖街道办事处"),
        ("单位简称", "白云湖街"),
        ("年度", "2022"),
    ] {
        check(&draft, &format!("前{{{{{name}}}}}后"), &format!("前{expected}后"));
    }
}

#[test]
fn what_is_missing_stands_as_a_gap_and_what_is_unknown_as_typed() {
    let mut draft = full();
    check(&draft, "在职{{在职人员数}}人", "在职〔缺在职人员数〕人");
    check(&draft, "基金执行率{{政府性基金.执行率}}", "基金执行率〔缺调整预算数〕");
    set(&mut draft, Field::StatedTotal(Column::Adjusted), "约两亿");
    check(&draft, "{{执行率}}", "〔调整预算数读不出〕");
    for text in [
        "{{执行力}}",
        "{{}}",
        "{{ }}",
        "{{执行数",
        "执行数}}",
        "{执行数}",
        "{{执行\n数}}",
        "｛{执行数}｝",
    ] {
        check(&draft, text, text);
    }
    check(
        &draft,
        "{{ 执行 数 }}、｛｛执行数｝｝、{{{执行数}}}",
        "20,571.11、20,571.11、{20,571.11}",
    );
    check(&draft, "{{执行力}}和{{执行数}}", "{{执行力}}和20,571.11");
}

#[test]
fn a_value_is_not_looked_through_again_and_names_are_told_apart() {
    let mut draft = full();
    set(&mut draft, Field::Unit, "{{执行数}}办");
    check(&draft, "{{单位}}", "{{执行数}}办");
    let row = add(&mut draft, List::Funds);
    set(&mut draft, Field::FundName(row), "其他 收入");
    set(&mut draft, Field::FundAmount(row, Column::Executed), "7");
    check(&draft, "{{其他收入.执行数}} {{其他收入（2）.执行数}}", "0 7.00");
    let mut names: Vec<String> = all(&draft).into_iter().map(|reference| reference.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn every_offered_reference_is_found_by_its_name() {
    for draft in [full(), Draft::default(), crate::drafts::new()] {
        let evaluation = evaluate(&draft);
        for reference in all(&draft) {
            let said = resolved(&reference.written(), &draft, &evaluation);
            match value(&reference, &draft, &evaluation) {
                Ok(value) => assert_eq!(said, value, "{}", reference.name),
                Err(_) => assert!(said.starts_with('〔') && said.ends_with('〕'), "{said}"),
            }
        }
    }
}

#[test]
fn unknown_names_are_found_with_the_nearest_one() {
    let draft = sample();
    for (text, fix) in [
        ("{{执行比率}}", Some("改为 {{执行率}}")),
        ("{{年初预算额}}万元", Some("改为 {{年初预算数}}")),
        ("{{一般公共预算执行数}}", Some("改为 {{一般公共预算.执行数}}")),
        ("{{天气}}", None),
    ] {
        let mut found = Vec::new();
        references::check(Field::Achievements, text, &draft, &mut found);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].code, Code::E3);
        assert_eq!(found[0].fix.as_ref().map(|fix| fix.label.as_str()), fix, "{text}");
    }
    let mut found = Vec::new();
    references::check(Field::Achievements, "{{执行率}}、没有引用、{{", &draft, &mut found);
    assert_eq!(found, []);
}

#[test]
fn all_prose_of_the_report_prints_values() {
    let mut draft = full();
    let fund = crate::drafts::fund(&draft, 0);
    let indicator = draft.indicators[0].id;
    let section = draft.work.sections[0].id;
    let fields = [
        Field::Duties,
        Field::WorkOverview,
        Field::SectionText(section),
        Field::AdjustmentReason,
        Field::ExecutionReason,
        Field::OverallObjective,
        Field::ObjectiveText(draft.objectives.items[0].id),
        Field::MonitoringText,
        Field::CheckpointNote(draft.monitoring.checkpoints[0].id),
        Field::ProjectsNote,
        Field::Conclusion,
        Field::CompletionText(draft.results.completions[0].id),
        Field::Achievements,
        Field::Problem(draft.problems[0].id),
        Field::Improvement(draft.improvements[0].id),
        Field::Indicator(indicator, IndicatorField::Goal),
        Field::Indicator(indicator, IndicatorField::Analysis),
    ];
    for (place, field) in fields.into_iter().enumerate() {
        set(&mut draft, field, &format!("第{place}处{{{{执行率}}}}。"));
    }
    let text = format!("{:?}", report(&draft, &evaluate(&draft)).blocks);
    assert!(!text.contains("{{"), "{text}");
    for place in 0..fields.len() {
        assert!(
            text.contains(&format!("第{place}处97.88%")) || text.contains(&format!("第{place}处\", figure: false")),
            "{place}"
        );
    }
    set(&mut draft, Field::FundReason(fund), "{{执行率}}");
    let evaluation = evaluate(&draft);
    let shown = quoted(&draft, &evaluation);
    assert!(prose(&shown).all(|field| !shown.text(field).contains("{{")));
    assert!(
        prose_fields(&draft)
            .iter()
            .all(|field| field.is_prose() && draft.input(*field).is_some())
    );
}

#[test]
fn generated_paragraphs_are_templates_of_references() {
    let draft = sample();
    let evaluation = evaluate(&draft);
    for kind in WordingKind::ALL {
        let template = template(*kind, &draft, &evaluation);
        let plain: String = template
            .split("{{")
            .map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest))
            .collect();
        assert!(
            plain.contains("2022年度部门整体支出绩效自评工作") || !plain.contains(|c: char| c.is_ascii_digit()),
            "{plain}"
        );
        let blocks = report(&draft, &evaluation).blocks;
        let said = resolve(&template, &draft, &evaluation);
        assert!(blocks.contains(&Block::Paragraph(said)), "{template}");
    }
    check(
        &draft,
        &template(WordingKind::Adjustment, &draft, &evaluation),
        "年中预算净增加5,686.29万元，预算调整率为37.09%。",
    );
}

#[test]
fn own_wording_prints_instead_and_notices_when_the_structure_moves_on() {
    let mut draft = sample();
    let before = project_file::write(&draft, "");
    let said = |draft: &Draft| format!("{:?}", report(draft, &evaluate(draft)).blocks);
    let moved = |draft: &Draft| moved_on(WordingKind::Money, draft, &evaluate(draft));
    let field = Field::Wording(WordingKind::Money);
    let word = |draft: &mut Draft, step| {
        let edit = word(WordingKind::Money, step, draft, &evaluate(draft));
        draft.apply(&edit).changed
    };
    assert_eq!(moved(&draft), None);
    assert!(word(&mut draft, WordingStep::Take));
    assert_eq!(
        draft.text(field),
        template(WordingKind::Money, &draft, &evaluate(&draft))
    );
    set(&mut draft, field, "全年花了{{执行数}}万元。\n执行率{{执行率}}");
    assert!(said(&draft).contains("全年花了") && said(&draft).contains("20,571.11"));
    assert!(!said(&draft).contains("总体支出执行率为"));
    // Other figures are no other structure.
    crate::drafts::amounts(&mut draft, 1, ["1,010.22", "", "800"]);
    assert_eq!(moved(&draft), None);
    // A source that now has money is.
    crate::drafts::amounts(&mut draft, 2, ["5", "", "0"]);
    assert!(moved(&draft).is_some_and(|now| now.contains("其他收入{{其他收入.年初预算数}}万元")));
    let kept = project_file::read(project_file::write(&draft, "").as_bytes())
        .expect("our own file")
        .draft;
    assert_eq!(kept, draft);
    let own = draft.text(field);
    assert!(word(&mut draft, WordingStep::Keep));
    assert_eq!((moved(&draft), draft.text(field)), (None, own));
    assert!(word(&mut draft, WordingStep::Drop));
    assert!(said(&draft).contains("总体支出执行率为"));
    crate::drafts::amounts(&mut draft, 1, ["1,010.22", "", "787.42"]);
    crate::drafts::amounts(&mut draft, 2, ["0", "", "0"]);
    assert_eq!(
        project_file::write(&draft, ""),
        before,
        "a file without own wording is as before"
    );
    assert!(!word(&mut Draft::default(), WordingStep::Take));
}

proptest! {
    #[test]
    fn a_text_without_braces_stays(text in "[^{｛]*") {
        let draft = sample();
        prop_assert_eq!(resolved(&text, &draft, &evaluate(&draft)), text);
    }

    #[test]
    fn any_text_is_resolved_and_nothing_but_references_changes(text in "([{}｛｝]|执行率|\n|\\PC){0,40}") {
        let draft = sample();
        let once = resolved(&text, &draft, &evaluate(&draft));
        prop_assert_eq!(resolved(&once, &draft, &evaluate(&draft)), once.clone());
        let mut found = Vec::new();
        references::check(Field::Achievements, &text, &draft, &mut found);
        for finding in found {
            if let Some(fix) = finding.fix {
                prop_assert!(matches!(fix.edit, Edit::Set(Field::Achievements, _)));
            }
        }
    }
}
