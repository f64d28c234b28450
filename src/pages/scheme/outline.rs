//! 报告提纲: headings, their order, and what stands under each.

use yew::prelude::*;

use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List, OutlineField};
use crate::domain::scheme::outline::{Content, Level};
use crate::domain::values::row::find;
use crate::pages::page::{PageProps, row_list};

/// The outline.
#[component]
pub fn Outline(props: &PageProps) -> Html {
    let outline = &props.workspace.draft.scheme.outline;
    html! {
        <Section title="报告提纲" id="outline" note={html! { format!("{} 节，预览和导出按这个顺序", outline.len()) }}>
            <p class="section__lead">{ "标题不用写序号。删除一节只是不写进报告，已填的内容不会丢。" }</p>
            { row_list(List::Outline, "节", outline, "提纲是空的。", |id| {
                let field = |part| props.bind(Field::Outline(id, part));
                let own = find(outline, id).is_some_and(|section| section.content == Content::Text);
                html! {
                    <>
                        <div class="field-row">
                            <FormField class="span-2" bound={field(OutlineField::Level)} options={options::<Level>()} />
                            <FormField class="span-7" bound={field(OutlineField::Heading)} />
                            <FormField class="span-3" bound={field(OutlineField::Content)} options={options::<Content>()} />
                        </div>
                        if own {
                            <FormField bound={field(OutlineField::Text)} kind={Kind::Lines(3)} counted={true} />
                        }
                    </>
                }
            }) }
        </Section>
    }
}
