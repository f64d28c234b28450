//! 重点项目.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::field::Field;
use crate::domain::draft::table::Table;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::project_columns::has_project_money;
use crate::state::model::workspace::Workspace;

use super::forms::Forms;
use super::page::{PageProps, head};
use super::row_table::RowTable;
use super::tables::bar::TableBar;

/// The page.
#[component]
pub fn ProjectsPage(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let rows = &workspace.draft.projects.rows;
    html! {
        <>
            { head("重点项目", None) }
            <TableBar />
            <Section title="重点项目支出" id="projects" note={html! { "单位：万元" }}>
                if has_project_money(&workspace.draft.scheme) {
                    <RowTable workspace={workspace.clone()} table={Table::ProjectMoney} heading="projects-title" class="grid--project-money" counter="个"
                        empty="还没有重点项目。" computed={Some(("执行率", rates(workspace)))}
                        looks={vec![(Kind::Lines(2), ""), (Kind::Lines(2), ""), (Kind::Number, ""), (Kind::Number, ""), (Kind::Number, ""), (Kind::Lines(2), "")]} />
                } else {
                    <RowTable workspace={workspace.clone()} table={Table::Projects} heading="projects-title" class="grid--projects" counter="个"
                        empty="还没有重点项目。" looks={vec![(Kind::Lines(2), ""), (Kind::Lines(2), ""), (Kind::Number, "选填"), (Kind::Number, "万元")]} />
                }
                if !rows.is_empty() {
                    <dl class="facts facts--single">
                        <div class="fact">
                            <dt class="fact__name">{ "重点项目金额合计" }</dt>
                            <dd><p class="fact__value"><FigureButton figure={Figure::ProjectsTotal} name="重点项目金额合计" text={printed(&workspace.evaluation, Figure::ProjectsTotal)} />{ " " }<span class="unit">{ "万元" }</span></p></dd>
                        </div>
                    </dl>
                }
            </Section>
            <Forms workspace={workspace.clone()} />
            <Section title="说明" id="projects-note">
                <FormField bound={props.bind(Field::ProjectsNote)} kind={Kind::Lines(2)} flag="选填" hint="没有重点项目的，在这里写明原因" />
            </Section>
        </>
    }
}

/// 执行率 of each project, or what it lacks.
fn rates(workspace: &Workspace) -> Vec<String> {
    let rates = workspace.evaluation.money.project_rates.iter();
    rates
        .map(|rate| rate.map_or_else(gap_words::gap_note, |rate| rate.printed_percent()))
        .collect()
}
