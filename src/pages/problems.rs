//! 问题与改进.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::grid::Grid;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::table::Table;

use super::page::{PageProps, head, row_list};

/// The page.
#[component]
pub fn ProblemsPage(props: &PageProps) -> Html {
    let draft = &props.workspace.draft;
    html! {
        <>
            { head("问题与改进", None) }
            <Section title="存在的主要问题" id="problems" note={html! { "每条一段，序号自动编" }}>
                <Grid workspace={props.workspace.clone()} table={Table::Problems} paragraphs={true}>
                { row_list(List::Problems, "条", &draft.problems, "还没有写。扣分的地方、预算执行和指标设置的不足，都写在这里。", |id| html! {
                    <FormField bound={props.bind(Field::Problem(id))} kind={Kind::Lines(3)} counted={true} />
                }) }
                </Grid>
            </Section>
            <Section title="改进措施及相关建议" id="improvements" note={html! { "最好与问题一一对应" }}>
                <Grid workspace={props.workspace.clone()} table={Table::Improvements} paragraphs={true}>
                { row_list(List::Improvements, "条", &draft.improvements, "还没有写。", |id| html! {
                    <FormField bound={props.bind(Field::Improvement(id))} kind={Kind::Lines(3)} counted={true} />
                }) }
                </Grid>
            </Section>
        </>
    }
}
