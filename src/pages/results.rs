//! 成效与完成情况.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::grid::Grid;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::draft::table::Table;

use super::page::{PageProps, head, row_list};
use super::wording::Paragraph;

/// The page.
#[component]
pub fn ResultsPage(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    html! {
        <>
            { head("成效与完成情况", None) }
            <Section title="自评结论" id="conclusion" note={html! { "开头一段按得分自动写" }}>
                <Paragraph workspace={workspace.clone()} kind={WordingKind::Conclusion} empty="总分算出以后，这里会写出结论一段。" />
                <FormField bound={props.bind(Field::Conclusion)} kind={Kind::Lines(3)} flag="选填" hint="接在上面一段之后" counted={true} />
            </Section>
            <Section title="各项工作任务完成情况" id="completions" note={html! { "标题前的序号自动编" }}>
                <Grid workspace={workspace.clone()} table={Table::Completions} paragraphs={true}>
                { row_list(List::Completions, "项", &workspace.draft.results.completions, "还没有写。一般对应每项年度目标写一段。", |id| html! {
                    <>
                        <FormField bound={props.bind(Field::CompletionHeading(id))} />
                        <FormField bound={props.bind(Field::CompletionText(id))} kind={Kind::Lines(4)} counted={true} />
                    </>
                }) }
                </Grid>
            </Section>
            <Section title="主要工作成效" id="achievements">
                <FormField bound={props.bind(Field::Achievements)} kind={Kind::Lines(6)} counted={true} />
            </Section>
        </>
    }
}
