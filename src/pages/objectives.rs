//! 绩效目标.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::Field;
use crate::domain::draft::table::Table;
use crate::domain::scheme::part::PartRule;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Input;

use super::page::{PageProps, head};
use super::row_table::RowTable;

/// The page.
#[component]
pub fn ObjectivesPage(props: &PageProps) -> Html {
    let draft = &props.workspace.draft;
    if draft.scheme.kind == ReportKind::Project {
        return project(props);
    }
    let part = draft
        .scheme
        .parts
        .iter()
        .find(|part| part.rule == PartRule::ObjectiveShare);
    html! {
        <>
            { head("绩效目标", None) }
            <Section title="部门整体绩效目标" id="overall">
                <FormField bound={props.bind(Field::OverallObjective)} kind={Kind::Lines(6)} hint="批复的总体目标，一段话" counted={true} />
                if draft.scheme.table_form.is_annex() {
                    <FormField bound={props.bind(Field::ObjectiveActual)} kind={Kind::Lines(6)} hint="对照总体目标写，印在部门整体自评表里" counted={true} />
                }
            </Section>
            <Section title="年度目标" id="objectives" note={html! { "逐项写，报告里自动连成“一是……；二是……”" }}>
                <RowTable workspace={props.workspace.clone()} table={Table::Objectives} heading="objectives-title" class="grid--objectives" counter="项"
                    empty="还没有年度目标。可以把几行文字一起粘贴进来，一行一项。" looks={vec![(Kind::Lines(2), ""), (Kind::Number, "%")]} />
            </Section>
            if let Some(part) = part {
                <Section title={format!("“{}”的得分", part.name)} id="objective-score" note={html! { format!("权重 {}", part.weight.text()) }}>
                    <p class="section__lead">{ "一般按各项完成程度的平均计分。另有评定结果的，填评定得分和理由，以评定得分为准。" }</p>
                    <div class="field-row">
                        <FormField class="span-3" bound={props.bind(Field::ObjectiveScore)} kind={Kind::Number} flag="选填" />
                        <FormField class="span-9" bound={props.bind(Field::ObjectiveReason)} flag="填了评定得分的必填" />
                    </div>
                </Section>
            }
        </>
    }
}

/// What was meant to be reached, and what was.
fn project(props: &PageProps) -> Html {
    html! {
        <>
            { head("绩效目标", None) }
            <Section title="年度总体目标" id="overall">
                <FormField bound={props.bind(Field::OverallObjective)} label="预期目标" kind={Kind::Lines(6)} hint="批复的项目绩效目标" counted={true} />
                <FormField bound={props.bind(Field::ObjectiveActual)} kind={Kind::Lines(6)} hint="对照预期目标逐条写" counted={true} />
            </Section>
        </>
    }
}
