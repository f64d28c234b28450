//! 部门概况.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::Field;
use crate::domain::draft::table::Table;

use super::page::{PageProps, head};
use super::row_table::RowTable;

/// The page.
#[component]
pub fn DepartmentPage(props: &PageProps) -> Html {
    let written = props.workspace.draft.without_blank_rows();
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
            <Section title="内设机构" id="divisions" note={html! { format!("{} 个", written.department.divisions.len()) }}>
                <RowTable workspace={props.workspace.clone()} table={Table::Divisions} heading="divisions-title" class="grid--divisions" counter="个"
                    empty="还没有内设机构。可以把名单整列粘贴进来，一行一个。" looks={vec![(Kind::Line, ""), (Kind::Line, "选填")]} />
            </Section>
            <Section title="下属单位" id="units" note={html! { format!("{} 个", written.department.subordinate_units.len()) }}>
                <RowTable workspace={props.workspace.clone()} table={Table::SubordinateUnits} heading="units-title" class="grid--units" counter="个"
                    empty="没有下属单位的不用填。可以把名单整列粘贴进来，一行一个。" looks={vec![(Kind::Line, "")]} />
            </Section>
        </>
    }
}
