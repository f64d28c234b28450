//! Last year's report comes in: everything that the fixture holds is recognised, and nothing else.

use std::collections::BTreeSet;

use jiping::documents::import::compose::compose::{next_year, whole};
use jiping::documents::import::compose::kept::Kept;
use jiping::documents::import::reading::reading::{Reading, read};
use jiping::documents::import::recognise::text::Text;
use jiping::documents::import::recognised::{Recognised, Slot, Sure, Value};
use jiping::documents::import::text::lines::lay;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::scheme::outline::Content;
use jiping::domain::values::input::{Choice, Input, Value as _};

/// The structure, figures, names and faults of a published report of 2022; its running prose is written anew.
const FIXTURE: &str = include_str!("../../fixtures/intake-2022.txt");

fn reading() -> Reading {
    read(&lay(FIXTURE).passages)
}

fn rows(reading: &Reading) -> Vec<Vec<Value>> {
    reading.items.iter().map(|item| item.values.clone()).collect()
}

fn narrative(reading: &Reading) -> Vec<Kept> {
    reading
        .pieces
        .iter()
        .filter(|piece| !piece.is_routine)
        .map(Kept::from)
        .collect()
}

/// The facts of the report as lines, in the same form in which items are written below.
const FACTS: &str = include_str!("../../fixtures/intake-2022-facts.txt");

/// An item as a line: slots and values, prose left out.
fn line(item: &Recognised) -> Option<String> {
    let values: Vec<String> = item
        .values
        .iter()
        .filter(|value| !value.slot.is_long() && !matches!(value.slot, Slot::WorkHeading | Slot::CompletionHeading))
        .map(|value| format!("{}={}", value.slot.label(), value.text))
        .collect();
    (!values.is_empty()).then(|| values.join(" "))
}

#[test]
fn precision_and_recall_on_the_fixture() {
    let reading = reading();
    let found: BTreeSet<String> = reading.items.iter().filter_map(line).collect();
    let expected: BTreeSet<String> = FACTS.lines().map(str::to_owned).collect();
    let right = found.intersection(&expected).count();
    println!("precision {right}/{}, recall {right}/{}", found.len(), expected.len());
    assert_eq!(found, expected);
    let count = |wanted: fn(Slot) -> bool| {
        reading
            .items
            .iter()
            .filter(|item| item.slot().is_some_and(wanted))
            .count()
    };
    assert_eq!(count(|slot| matches!(slot, Slot::Money(..))), 8, "budget figures");
    assert_eq!(count(|slot| slot == Slot::PartName), 3, "parts");
    assert_eq!(count(|slot| slot == Slot::IndicatorName), 14, "indicators");
    assert_eq!(count(|slot| slot == Slot::ProjectName), 3, "projects");
    assert_eq!(count(|slot| slot == Slot::SubordinateUnit), 4, "subordinate units");
    assert_eq!(count(|slot| slot == Slot::DivisionName), 8, "divisions");
    assert_eq!(count(|slot| matches!(slot, Slot::WorkHeading)), 6, "pieces of work");
    assert_eq!(count(|slot| matches!(slot, Slot::Objective)), 5, "objectives");
    assert_eq!(count(|slot| matches!(slot, Slot::CompletionHeading)), 5, "tasks");
    assert_eq!(count(|slot| matches!(slot, Slot::Problem)), 3, "problems");
    assert_eq!(count(|slot| matches!(slot, Slot::Improvement)), 3, "improvements");
    let unsure: Vec<_> = reading
        .items
        .iter()
        .filter(|item| item.sure != Sure::High)
        .filter_map(Recognised::slot)
        .collect();
    assert_eq!(unsure, [Slot::Conclusion], "all else is sure");
    let routine: Vec<bool> = reading.pieces.iter().map(|piece| piece.is_routine).collect();
    assert_eq!(
        routine,
        [true, true],
        "nothing but what leads to tables stays: {:?}",
        reading.pieces
    );
}

#[test]
fn the_sections_are_those_of_the_report() {
    let passages = lay(FIXTURE).passages;
    let text = Text::new(&passages);
    let tree: Vec<String> = text
        .sections
        .iter()
        .skip(1)
        .map(|section| {
            let heading: String = text.slice(section.passage, &section.heading).chars().take(12).collect();
            format!("{}{heading}", "-".repeat(section.depth))
        })
        .collect();
    let expected = [
        "-基本情况",
        "--部门概况",
        "--年度总体工作和重点工作任",
        "---抓党建、带队伍，基层组织",
        "---守防线、保平安，应对疫情",
        "---促招商、建项目，经济运行",
        "---补弱项、强治理，中心城区",
        "---抓整改、重落实，城市建设",
        "---惠民生、办实事，居民生活",
        "--部门整体收支情况",
        "---部门整体支出绩效目标",
        "---部门整体资金情况",
        "--部门整体绩效管理情况",
        "---部门整体绩效目标",
        "---部门整体绩效指标设定",
        "---部门整体绩效运行监控",
        "-综合评价分析",
        "--自评结论综述",
        "--各项工作任务绩效目标完成",
        "---落实基层党建责任制，建好",
        "---办好公共服务和民生实事，",
        "---加强城市管理，改善居住环",
        "---做好社会治安综合治理，保",
        "---统筹社区建设，完善基层治",
        "--各重点任务项目支出完成情",
        "--主要工作成效",
        "-存在的主要问题",
        "--",
        "--预算资金支出进度未达满分",
        "--预算绩效指标设计需进一步",
        "-改进措施及相关建议",
        "--",
        "--",
        "--",
    ];
    assert_eq!(tree, expected);
}

fn totals(draft: &Draft) -> Vec<String> {
    let money = evaluate(draft).money;
    Column::ALL
        .iter()
        .map(|column| {
            money
                .totals
                .get(*column)
                .value
                .map_or("—".into(), |amount| amount.printed())
        })
        .collect()
}

#[test]
fn last_years_draft_is_the_report_as_it_was() {
    let reading = reading();
    let draft = whole(&reading);
    assert_eq!(draft.basics.unit, "广州市白云区人民政府白云湖街道办事处");
    assert_eq!(draft.basics.year.text(), "2022");
    assert_eq!(totals(&draft), ["15,329.35", "21,015.64", "20,571.11"]);
    let evaluation = evaluate(&draft);
    assert_eq!(evaluation.money.execution_rate.unwrap().printed_percent(), "97.88%");
    let scores: Vec<String> = evaluation
        .indicators
        .iter()
        .map(|row| row.score.unwrap().printed())
        .collect();
    assert_eq!(scores.join(" "), "3 2 3 2 2 3 2 3 4 4 4 4 2 2");
    assert_eq!(draft.indicators.len(), 14);
    assert_eq!(
        (
            draft.work.sections.len(),
            draft.problems.len(),
            draft.improvements.len()
        ),
        (6, 3, 3)
    );
    assert_eq!(draft.projects.rows.len(), 3);
    assert_eq!(draft.department.divisions.len(), 8);
    assert_eq!(draft.scheme.parts.len(), 3);
    assert!(
        draft
            .scheme
            .outline
            .iter()
            .all(|section| section.content != Content::Text)
    );
}

#[test]
fn this_years_draft_keeps_targets_and_last_years_money_beside_the_new() {
    let reading = reading();
    let next = next_year(&rows(&reading), &narrative(&reading));
    assert_eq!(next.basics.year.text(), "2023");
    assert_eq!(totals(&next), ["—", "—", "—"]);
    let funds = &next.budget.funds;
    assert!(funds.iter().all(|fund| fund.amounts.is_blank()));
    assert_eq!(funds[0].previous.initial.text(), "14,319.13");
    assert_eq!(funds[0].previous.executed.text(), "19,783.69");
    assert_eq!(next.budget.previous.adjusted.text(), "21,015.64");
    let measure = &next.indicators[1].measures[1];
    assert_eq!(
        (
            measure.target.text().as_str(),
            measure.unit.as_str(),
            measure.actual.text().as_str()
        ),
        ("45", "场次", "")
    );
    assert_eq!(next.indicators[0].weight.value().unwrap().written(), "3");
    assert!(
        next.indicators
            .iter()
            .all(|row| row.analysis.is_empty() && row.manual_score.is_blank())
    );
}
