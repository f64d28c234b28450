//! 运行监控.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::figure::Figure;
use crate::domain::values::rate::Rate;

use super::page::{PageProps, head, row_list};

/// The page.
#[component]
pub fn MonitoringPage(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    html! {
        <>
            { head("运行监控", None) }
            <Section title="运行监控情况" id="monitoring">
                <FormField bound={props.bind(Field::MonitoringText)} kind={Kind::Lines(5)} hint="何时做了监控、支出进度如何、发现了什么、怎样纠正" counted={true} />
            </Section>
            <Section title="监控节点" id="checkpoints" note={html! { "选填，单位：万元" }}>
                { row_list(List::Checkpoints, "个", &workspace.draft.monitoring.checkpoints, "没有分节点监控的不用填。", |id| {
                    let row = workspace.evaluation.money.checkpoints.iter().find(|row| row.id == id);
                    html! {
                        <div class="field-row">
                            <FormField class="span-2" bound={props.bind(Field::CheckpointMonth(id))} kind={Kind::Number} flag="月底" />
                            <FormField class="span-3" bound={props.bind(Field::CheckpointExecuted(id))} kind={Kind::Number} flag="万元" />
                            <div class="field span-2">
                                <p class="field__label">{ "支出进度" }</p>
                                if let Some(row) = row {
                                    <p class="field__computed"><FigureButton figure={Figure::CheckpointRate(id)} name="支出进度" text={row.spending_progress.map(Rate::printed_percent)} /></p>
                                    if let Ok(time) = row.time_progress {
                                        <p class="field__foot">{ format!("序时进度 {}", time.printed_percent()) }</p>
                                    }
                                }
                            </div>
                            <FormField class="span-5" bound={props.bind(Field::CheckpointNote(id))} flag="选填" />
                        </div>
                    }
                }) }
            </Section>
        </>
    }
}
