//! 部门概况.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};

use super::page::{PageProps, head, row_list};

/// The page.
#[component]
pub fn DepartmentPage(props: &PageProps) -> Html {
    let department = &props.workspace.draft.department;
    html! {
        <>
            { head("部门概况", None) }
            <Section title="职能与人员" id="duties">
                <FormField bound={props.bind(Field::Duties)} kind={Kind::Lines(4)} flag="有内设机构的可不填" hint="一两段话，按“三定”规定写" />
                <div class="field-row">
                    <FormField class="span-3" bound={props.bind(Field::AuthorisedPosts)} kind={Kind::Number} flag="人，选填" />
                    <FormField class="span-3" bound={props.bind(Field::Staff)} kind={Kind::Number} flag="人，选填" />
                </div>
            </Section>
            <Section title="内设机构" id="divisions" note={html! { format!("{} 个", department.divisions.len()) }}>
                { row_list(List::Divisions, "个", &department.divisions, "还没有内设机构。", |id| html! {
                    <div class="field-row">
                        <FormField class="span-6" bound={props.bind(Field::DivisionName(id))} />
                        <FormField class="span-6" bound={props.bind(Field::DivisionSecondName(id))} flag="选填" />
                    </div>
                }) }
            </Section>
            <Section title="下属单位" id="units" note={html! { format!("{} 个", department.subordinate_units.len()) }}>
                { row_list(List::SubordinateUnits, "个", &department.subordinate_units, "没有下属单位的不用填。", |id| html! {
                    <FormField bound={props.bind(Field::SubordinateUnit(id))} />
                }) }
            </Section>
        </>
    }
}
