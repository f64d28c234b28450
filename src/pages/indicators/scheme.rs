//! 评分方案: its parts with their rules, weights and scores.

use yew::prelude::*;

use crate::components::control::{Control, Kind};
use crate::components::field::{Messages, tone};
use crate::components::figure::FigureButton;
use crate::components::icon::{Icon, Symbol};
use crate::components::section::Section;
use crate::domain::explanation::{Figure, printed};
use crate::domain::field::{Field, List};
use crate::domain::finding::Finding;
use crate::domain::input::{Choice, Input};
use crate::domain::scheme::{Part, ScoringRule};
use crate::pages::page::PageProps;
use crate::state::workspace::Workspace;

/// The scheme of the open draft.
#[component]
pub fn SchemeTable(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let scheme = &workspace.draft.scheme;
    let reference = html! { <span class="tag">{ "参考" }</span> };
    let full = scheme.full_points().map_or("缺权重".to_owned(), |full| full.printed());
    let note = html! { <>{ &scheme.name }{ " " }if scheme.reference { { reference.clone() } }</> };
    let weights: Vec<Finding> = scheme
        .parts
        .iter()
        .flat_map(|part| props.bind(Field::PartWeight(part.id)).findings)
        .collect();
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
            if !list.findings.is_empty() {
                <div class={classes!("field", tone(&list.findings))}><Messages bound={list} /></div>
            }
            <details class="disclosure" open={!weights.is_empty()}>
                <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "修改名称和权重" }<span class="disclosure__note">{ &scheme.source }</span></summary>
                <div class="disclosure__body">
                    { for scheme.parts.iter().map(|part| {
                        let weight = props.bind(Field::PartWeight(part.id));
                        html! {
                            <div class={classes!("scheme__edit", tone(&weight.findings))} key={part.id.0}>
                                <Messages bound={weight.clone()} />
                                <div class="field-row">
                                    <div class="span-9"><Control bound={props.bind(Field::PartName(part.id))} name={format!("评分内容：{}", part.name)} /></div>
                                    <div class="span-3"><Control bound={weight} kind={Kind::Number} name={format!("{}的权重", part.name)} /></div>
                                </div>
                            </div>
                        }
                    }) }
                </div>
            </details>
        </Section>
    }
}

/// How a part is scored, with the numbers in it.
fn method(workspace: &Workspace, part: &Part) -> String {
    match part.rule {
        ScoringRule::LinearProgress => match printed(&workspace.evaluation, Figure::ExecutionRate) {
            Ok(rate) => format!("{} × 执行率 {rate}，按精确值线性计分", part.weight.text()),
            Err(_) => part.rule.label().into(),
        },
        ScoringRule::ObjectiveShare if !workspace.draft.objectives.stated_score.is_blank() => {
            match workspace.draft.objectives.stated_reason.trim() {
                "" => "评定得分，还没有写理由".into(),
                reason => format!("评定得分。理由：{reason}"),
            }
        }
        ScoringRule::ObjectiveShare => format!("{} 项年度目标完成程度的平均", workspace.draft.objectives.items.len()),
        ScoringRule::IndicatorSum => format!("下面 {} 个指标得分之和", workspace.draft.indicators.len()),
    }
}
