//! 需要说明的原因: fields that appear when a figure crosses its limit, and stay as long as they hold text.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::reasons;
use crate::domain::values::input::{Choice, Entry, Input};
use crate::domain::values::rate::Rate;

use super::page::PageProps;

/// The section; nothing while no reason is asked for.
#[component]
pub fn Reasons(props: &PageProps) -> Html {
    let (draft, evaluation) = (&props.workspace.draft, &props.workspace.evaluation);
    let limits = &draft.scheme.limits;
    let is_adjusted = reasons::adjustment(draft, evaluation).is_some();
    let show_adjustment = is_adjusted || !draft.budget.adjustment_reason.is_blank();
    let show_execution = reasons::execution(draft, evaluation).is_some() || !draft.budget.execution_reason.is_blank();
    let sources: Vec<_> = reasons::sources(draft, evaluation).collect();
    if !show_adjustment && !show_execution && sources.is_empty() {
        return html! {};
    }
    let limit = |entry: &Entry<Rate>| entry.value().map_or(String::new(), |rate| rate.trimmed_percent());
    html! {
        <Section title="需要说明的原因" id="reasons" note={html! { "数字越过界限时才出现" }}>
            if show_adjustment {
                <FormField bound={props.bind(Field::AdjustmentReason)} kind={Kind::Lines(3)} label={format!("预算调整超过 {} 的原因", limit(&limits.adjustment))}
                    flag={is_adjusted.then_some("必填")} hint="写清追加或调减了什么、依据哪份文件、多少钱。" counted={true} />
            }
            if show_execution {
                <FormField bound={props.bind(Field::ExecutionReason)} kind={Kind::Lines(3)} label={format!("执行率低于 {} 的原因", limit(&limits.execution))}
                    hint="写清哪些项目没有按进度支出、为什么。" counted={true} />
            }
            { for sources.into_iter().map(|(fund, far)| {
                let hint = far.map(|far| format!("执行数是{}的 {}。", far.base.label(), far.beyond.rate.printed_percent()));
                html! {
                    <FormField key={fund.id.0} bound={props.bind(Field::FundReason(fund.id))} kind={Kind::Lines(2)}
                        label={format!("{}执行偏差的原因", fund.label())} hint={hint.map(AttrValue::from)} counted={true} />
                }
            }) }
        </Section>
    }
}
