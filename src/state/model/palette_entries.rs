//! What 查找 finds: pages, actions, inputs, indicators, figures, findings, other reports, help.

use std::rc::Rc;

use crate::documents::pinyin::query::Spelling;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::draft::names;
use crate::domain::evaluation::figure::Figure;
use crate::domain::references::reference::{Source, references};
use crate::domain::values::input::Choice;
use crate::domain::values::row::Id;

use super::effect::Export;
use super::help::Topic;
use super::history::History;
use super::indicator_rows::asked_first;
use super::intake::Purpose;
use super::model::Model;
use super::palette::{Action, Entry, Kind, Named, Target};
use super::palette_fields::{is_asked, label};
use super::reports;
use super::route::{Page, Route};
use super::workspace::Workspace;

/// The lists that a row can be added to, each at its place in the form.
const LISTS: [List; 14] = [
    List::Basis,
    List::Divisions,
    List::SubordinateUnits,
    List::Sections(None),
    List::Funds,
    List::Objectives,
    List::Indicators,
    List::Checkpoints,
    List::Projects,
    List::Forms,
    List::Completions,
    List::Problems,
    List::Improvements,
    List::Outline,
];

/// Everything that can be found from here: with a report open what is in it, else the other reports.
pub fn entries(model: &Model) -> Vec<Entry> {
    let mut all = Vec::new();
    if let Some(workspace) = model.workspace.as_deref() {
        pages(workspace, &mut all);
        actions(&model.history, &mut all);
        let places: Vec<(Chapter, Rc<Named>)> = Chapter::of_kind(workspace.draft.scheme.kind)
            .iter()
            .map(|chapter| (*chapter, Named::new(chapter.label())))
            .collect();
        fields(workspace, &places, &mut all);
        figures(&workspace.draft, &mut all);
        indicators(&workspace.draft, &mut all);
        let beside = Named::new("检查");
        let found = workspace.findings.iter();
        all.extend(found.map(|finding| {
            let label = format!("{} {}", finding.code.code(), finding.message);
            Entry::new(Kind::Finding, label, &beside, Target::Finding(finding.id()))
        }));
    }
    elsewhere(model.workspace.is_some(), &mut all);
    let beside = Named::new("报告");
    for entry in model.reports.iter().flat_map(|kept| kept.iter()) {
        if let reports::Entry::Kept(summary) = entry {
            let route = Route::Draft(summary.id.clone(), Page::Overview);
            let label = format!("{} {}", summary.title, summary.year);
            all.push(Entry::new(Kind::Report, label, &beside, Target::Route(route)));
        }
    }
    let beside = Named::new("帮助");
    let help = |topic: &Topic| {
        let target = Target::Action(Action::Help(*topic));
        Entry::new(Kind::Help, format!("{}的帮助", topic.label()), &beside, target)
    };
    all.extend(Topic::ALL.iter().map(help));
    all
}

fn pages(workspace: &Workspace, all: &mut Vec<Entry>) {
    let beside = Named::new("这份报告");
    let of_kind = Page::of_kind(workspace.draft.scheme.kind);
    let of_kind = std::iter::once(Page::Overview).chain(of_kind).chain([Page::Versions]);
    all.extend(of_kind.map(|page| {
        let route = Route::Draft(workspace.id.clone(), page);
        Entry::new(Kind::Page, page.label(), &beside, Target::Route(route))
    }));
}

fn act(label: impl Into<String>, key: &str, action: Action, all: &mut Vec<Entry>) {
    let target = Target::Action(action);
    all.push(Entry::new(Kind::Action, label, &Named::new(key), target));
}

fn actions(history: &History, all: &mut Vec<Entry>) {
    for (label, export) in [
        ("导出 Word 文档", Export::Word),
        ("导出 Excel 工作簿", Export::Excel),
        ("导出送审包", Export::Package),
        ("导出复核清单", Export::ReviewList),
        ("导出项目文件", Export::ProjectFile),
    ] {
        act(label, "", Action::Export(export), all);
    }
    act("导出加密的项目文件", "", Action::Lock, all);
    act("打印报告", "Ctrl+P", Action::Print, all);
    act("查找和替换", "Ctrl+H", Action::Replace, all);
    act("下一条检查结果", "F8", Action::NextFinding, all);
    if let Some(step) = history.last() {
        act(format!("撤销：{}", step.name), "Ctrl+Z", Action::Undo, all);
    }
    if let Some(step) = history.next() {
        act(format!("重做：{}", step.name), "Ctrl+Shift+Z", Action::Redo, all);
    }
}

/// What can be gone to and done without a report.
fn elsewhere(is_open: bool, all: &mut Vec<Entry>) {
    let beside = Named::new("绩评");
    for (label, route) in [
        ("全部报告", Route::Start),
        ("新建报告", Route::New),
        ("用去年的报告开头", Route::Intake(Purpose::LastYear)),
        ("用申报表建报告", Route::Intake(Purpose::Declaration)),
        ("恢复中心", Route::Recovery),
        ("校验送审包", Route::Verify),
        ("这是什么", Route::About),
    ] {
        all.push(Entry::new(Kind::Page, label, &beside, Target::Route(route)));
    }
    act("打开文件", "", Action::OpenFile, all);
    if !is_open {
        act("打开示例", "", Action::Sample, all);
    }
    act("按键一览", "?", Action::Help(Topic::Keys), all);
}

fn fields(workspace: &Workspace, places: &[(Chapter, Rc<Named>)], all: &mut Vec<Entry>) {
    let draft = &workspace.draft;
    let mut add = |field: Field, label: String| {
        let place = places.iter().find(|(chapter, _)| *chapter == Chapter::of(field));
        if let Some((_, place)) = place {
            all.push(Entry::new(Kind::Field, label, place, Target::Field(field)));
        }
    };
    for list in LISTS {
        add(Field::Rows(list), names::list_name(list).to_owned());
    }
    for field in draft.fields_apart_from_indicators() {
        if is_asked(workspace, field)
            && let Some(label) = label(draft, field)
        {
            add(field, label);
        }
    }
}

fn figures(draft: &Draft, all: &mut Vec<Entry>) {
    let beside = Named::new("怎么来的");
    for reference in references(draft) {
        if let Source::Figure(figure) = reference.source {
            let label = reference.name.replace('.', "的");
            all.push(Entry::new(Kind::Figure, label, &beside, Target::Figure(figure)));
        }
    }
}

fn indicators(draft: &Draft, all: &mut Vec<Entry>) {
    let place = Named::new(Chapter::Indicators.label());
    let figure = Named::new("怎么来的");
    let part = |word, target: fn(Id) -> Target| (word, Spelling::of(word), target);
    let parts = [
        part("的权重", |id| {
            Target::Field(Field::Indicator(id, IndicatorField::Weight))
        }),
        part("的实现情况分析", |id| {
            Target::Field(Field::Indicator(id, IndicatorField::Analysis))
        }),
        part("的偏差原因", |id| {
            Target::Field(Field::Indicator(id, IndicatorField::DeviationReason))
        }),
        part("的改进措施", |id| {
            Target::Field(Field::Indicator(id, IndicatorField::Improvement))
        }),
        part("的佐证材料", |id| Target::Field(Field::Rows(List::Evidence(id)))),
        part("的得分", |id| Target::Figure(Figure::IndicatorScore(id))),
    ];
    for (number, row) in draft.indicators.iter().enumerate() {
        let name = names::numbered_name(number, &row.name).replace(['“', '”'], "");
        let spelling = Spelling::of(&name);
        for (word, behind, target) in &parts {
            let target = target(row.id);
            let (kind, beside) = match target {
                Target::Figure(_) => (Kind::Figure, &figure),
                _ => (Kind::Indicator, &place),
            };
            let spelling = spelling.followed_by(behind);
            all.push(Entry::spelled(kind, format!("{name}{word}"), spelling, beside, target));
        }
        let target = Target::Field(asked_first(row));
        all.push(Entry::spelled(Kind::Indicator, name, spelling, &place, target));
    }
}
