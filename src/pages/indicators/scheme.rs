//! 评分方案: its parts with their rules, weights and scores.

use yew::prelude::*;

use crate::components::field::{Messages, tone};
use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::explanation::rule::{checkpoint_sentence, sentence};
use crate::domain::scheme::part::{Part, PartRule};
use crate::domain::scheme::rule::Rule;
use crate::domain::values::input::Input;
use crate::pages::page::PageProps;
use crate::state::model::route::{Page, Route};
use crate::state::model::workspace::Workspace;

/// The scheme of the open draft.
#[component]
pub fn SchemeTable(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let scheme = &workspace.draft.scheme;
    let reference = html! { <span class="tag">{ "参考" }</span> };
    let full = scheme.full_points().map_or("缺权重".to_owned(), |full| full.printed());
    let note = html! { <>{ &scheme.name }{ " " }if scheme.reference { { reference.clone() } }</> };
    let list = props.bind(Field::Rows(List::Indicators));
    html! {
        <Section title="评分方案" id="scheme" {note}>
            <table class="table table--flush scheme">
                <caption class="visually-hidden">{ "评分方案各部分的权重和得分" }</caption>
                <thead>
                    <tr>
                        <th class="scheme__part" scope="col">{ "评分内容" }</th>
                        <th scope="col">{ "计分方法" }</th>
                        <th class="table__number scheme__weight" scope="col">{ "权重（%）" }</th>
                        <th class="table__number scheme__score" scope="col">{ "得分" }</th>
                    </tr>
                </thead>
                <tbody>
                    { for scheme.parts.iter().map(|part| html! {
                        <tr key={part.id.0}>
                            <th scope="row">{ &part.name }</th>
                            <td>{ method(workspace, part) }{ " " }if part.reference { { reference.clone() } }</td>
                            <td class="table__number">{ part.weight.text() }</td>
                            <td class="table__number"><FigureButton figure={Figure::PartScore(part.id)} name={format!("{}得分", part.name)} text={printed(&workspace.evaluation, Figure::PartScore(part.id))} /></td>
                        </tr>
                    }) }
                </tbody>
                <tfoot>
                    <tr class="table__total">
                        <th scope="row">{ "合计" }</th>
                        <td></td>
                        <td class="table__number">{ full }</td>
                        <td class="table__number"><FigureButton figure={Figure::TotalScore} name="总分" text={printed(&workspace.evaluation, Figure::TotalScore)} /></td>
                    </tr>
                </tfoot>
            </table>
            <p class="scheme__link"><a href={Route::Draft(workspace.id.clone(), Page::Chapter(Chapter::Scheme)).hash()}>{ "修改方案" }</a></p>
            if !list.findings.is_empty() {
                <div class={classes!("field", tone(&list.findings))}><Messages bound={list} /></div>
            }
        </Section>
    }
}

/// How a part is scored, with the numbers in it.
fn method(workspace: &Workspace, part: &Part) -> String {
    let result = workspace.evaluation.parts.iter().find(|result| result.id == part.id);
    match part.rule {
        PartRule::Progress => match (&part.progress, printed(&workspace.evaluation, Figure::ExecutionRate)) {
            (Rule::Proportional, Ok(rate)) => format!("{} × 执行率 {rate}，按精确值线性计分", part.weight.text()),
            (rule, _) => sentence(rule, "执行率"),
        },
        PartRule::Checkpoints => checkpoint_sentence(&part.checkpoints),
        PartRule::ObjectiveShare if !workspace.draft.objectives.stated_score.is_blank() => {
            match workspace.draft.objectives.stated_reason.trim() {
                "" => "评定得分，还没有写理由".into(),
                reason => format!("评定得分。理由：{reason}"),
            }
        }
        PartRule::ObjectiveShare => format!("{} 项年度目标完成程度的平均", workspace.draft.objectives.items.len()),
        PartRule::IndicatorSum => format!("下面 {} 个指标得分之和", result.map_or(0, |result| result.indicators)),
    }
}
