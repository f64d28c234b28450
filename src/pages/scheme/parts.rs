//! 评分内容: the parts with their weights, rules and groups.

use yew::prelude::*;

use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::field::{CheckpointTargetField, Field, GroupField, List, PartField, RuleOwner};
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::explanation::rule::checkpoint_sentence;
use crate::domain::scheme::part::{CheckpointMethod, Part, PartRule};
use crate::domain::values::points::Points;
use crate::domain::values::row::{Id, find};
use crate::pages::page::{PageProps, row_list};
use crate::pages::rule::RuleEditor;

/// The parts.
#[component]
pub fn Parts(props: &PageProps) -> Html {
    let scheme = &props.workspace.draft.scheme;
    let full = scheme.full_points().map_or("缺权重".to_owned(), |full| full.printed());
    html! {
        <Section title="评分内容" id="parts" note={html! { <span class="scheme__sum">{ format!("权重合计 {full}，应为 100") }</span> }}>
            { row_list(List::Parts, "部分", &scheme.parts, "还没有评分内容。", |id| match find(&scheme.parts, id) {
                Some(part) => part_fields(props, part),
                None => html! {},
            }) }
        </Section>
    }
}

fn part_fields(props: &PageProps, part: &Part) -> Html {
    let workspace = &props.workspace;
    let field = |what| props.bind(Field::Part(part.id, what));
    let figure = Figure::PartScore(part.id);
    html! {
        <>
            <div class="field-row">
                <FormField class="span-4" bound={field(PartField::Name)} />
                <FormField class="span-3" bound={field(PartField::Weight)} kind={Kind::Number} flag="分" />
                <FormField class="span-3" bound={field(PartField::Rule)} options={options::<PartRule>()} />
                <div class="field span-2">
                    <p class="field__label">{ "得分" }</p>
                    <p class="field__computed"><FigureButton {figure} name={format!("{}得分", part.name)} text={printed(&workspace.evaluation, figure)} /></p>
                </div>
            </div>
            { match part.rule {
                PartRule::Progress => html! {
                    <RuleEditor workspace={workspace.clone()} owner={RuleOwner::Part(part.id)} rule={part.progress.clone()}
                        weight={part.weight.value().copied()} subject="执行率" />
                },
                PartRule::Checkpoints => checkpoints(props, part),
                PartRule::ObjectiveShare => html! {
                    <p class="rule__sentence">{ "权重 × 各项年度目标完成程度的平均；在“绩效目标”里填了评定得分的，以评定得分为准。" }</p>
                },
                PartRule::IndicatorSum => groups(props, part),
            } }
            <FormField bound={field(PartField::Source)} flag="选填" />
        </>
    }
}

fn checkpoints(props: &PageProps, part: &Part) -> Html {
    let id = part.id;
    let with_points = part.checkpoints.method != CheckpointMethod::Mean;
    html! {
        <>
            <FormField bound={props.bind(Field::Part(id, PartField::Method))} options={options::<CheckpointMethod>()} />
            { row_list(List::CheckpointTargets(id), "个", &part.checkpoints.targets, "还没有进度目标。12 月按全年执行率算，其他月份取“运行监控”里的监控节点。", |target: Id| {
                let field = |what| props.bind(Field::CheckpointTarget(id, target, what));
                html! {
                    <div class="field-row">
                        <FormField class="span-4" bound={field(CheckpointTargetField::Month)} kind={Kind::Number} flag="月底" />
                        <FormField class="span-4" bound={field(CheckpointTargetField::Target)} kind={Kind::Number} flag="%" />
                        if with_points {
                            <FormField class="span-4" bound={field(CheckpointTargetField::Points)} kind={Kind::Number} flag="分" />
                        }
                    </div>
                }
            }) }
            if !part.checkpoints.targets.is_empty() {
                <p class="rule__sentence">{ format!("{}。", checkpoint_sentence(&part.checkpoints)) }</p>
            }
        </>
    }
}

/// The groups, with the sum of their weights where they have any.
fn groups(props: &PageProps, part: &Part) -> Html {
    let id = part.id;
    let weights = part.groups.iter().filter_map(|group| group.weight.value().copied());
    let weighted = weights.clone().count();
    let sum: Points = weights.sum();
    html! {
        <>
            { row_list(List::Groups(id), "个", &part.groups, "没有二级指标的不用填，指标直接归入这一部分。", |group: Id| html! {
                <div class="field-row">
                    <FormField class="span-5" bound={props.bind(Field::Group(id, group, GroupField::Name))} />
                    <FormField class="span-4" bound={props.bind(Field::Group(id, group, GroupField::FirstLevel))} flag="选填" />
                    <FormField class="span-3" bound={props.bind(Field::Group(id, group, GroupField::Weight))} kind={Kind::Number} flag="选填" />
                </div>
            }) }
            if weighted > 0 {
                <p class="scheme__sum">{ format!("二级指标权重合计 {}", sum.printed()) }</p>
            }
        </>
    }
}
