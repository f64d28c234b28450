//! 年度工作: narrative sections, two levels deep.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::grid::Grid;
use crate::components::rows::{AddRow, RowFrame};
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::table::Table;
use crate::domain::values::row::Id;

use super::page::{PageProps, head};

/// The page.
#[component]
pub fn WorkPage(props: &PageProps) -> Html {
    html! {
        <>
            { head("年度工作", None) }
            <Section title="总体工作" id="overview">
                <FormField bound={props.bind(Field::WorkOverview)} kind={Kind::Lines(6)} hint="全年工作的总述，一段话" counted={true} />
            </Section>
            <Section title="重点工作任务" id="sections" note={html! { "标题前的序号自动编" }}>
                <Grid workspace={props.workspace.clone()} table={Table::WorkTasks} paragraphs={true}>
                    { sections(props, None) }
                </Grid>
            </Section>
        </>
    }
}

fn sections(props: &PageProps, parent: Option<Id>) -> Html {
    let work = &props.workspace.draft.work.sections;
    let below = parent.and_then(|id| crate::domain::draft::narrative::find_section(work, id));
    let rows = below.map_or(work, |section| &section.sections);
    let list = List::Sections(parent);
    let last = rows.len().saturating_sub(1);
    html! {
        <div class="list-editor">
            if rows.is_empty() && parent.is_none() {
                <p class="list-editor__empty">{ "还没有重点工作。每项写一个标题和一段话，可以再分小项。" }</p>
            }
            if !rows.is_empty() {
                <ol class="list-editor__list">
                    { for rows.iter().enumerate().map(|(place, row)| {
                        let id = row.id;
                        let number = place + 1;
                        let (class, label, name) = match parent {
                            None => ("", format!("{number}. 标题"), format!("第 {number} 项重点工作")),
                            Some(_) => ("list-editor__row--child", format!("（{number}）标题"), format!("第 {number} 个小项")),
                        };
                        html! {
                            <RowFrame key={id.0} {class} {list} {id} {name} first={place == 0} last={place == last}>
                                <FormField bound={props.bind(Field::SectionHeading(id))} {label} />
                                <FormField bound={props.bind(Field::SectionText(id))} kind={Kind::Lines(4)} counted={true} />
                                if parent.is_none() {
                                    { sections(props, Some(id)) }
                                }
                            </RowFrame>
                        }
                    }) }
                </ol>
            }
            <div class="list-editor__foot">
                if parent.is_none() {
                    <AddRow {list} />
                } else {
                    <AddRow {list} label="添加小项" />
                }
            </div>
        </div>
    }
}
