//! 重点项目.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::table::Table;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::project_columns::has_project_money;
use crate::domain::values::row::Id;

use super::forms::Forms;
use super::page::{PageProps, head, row_list};
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
                    { row_list(List::Projects, "个", rows, "还没有重点项目。", |id| with_money(props, id)) }
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

/// A project with its money from budget to execution.
fn with_money(props: &PageProps, id: Id) -> Html {
    let rows = &props.workspace.draft.projects.rows;
    let place = rows.iter().position(|row| row.id == id);
    let rate = place.and_then(|place| props.workspace.evaluation.money.project_rates.get(place));
    let rate = rate.map_or(String::new(), |rate| {
        rate.map_or_else(gap_words::gap_note, |rate| rate.printed_percent())
    });
    html! {
        <>
            <div class="field-row">
                <FormField class="span-6" bound={props.bind(Field::ProjectTask(id))} kind={Kind::Lines(2)} />
                <FormField class="span-6" bound={props.bind(Field::ProjectName(id))} kind={Kind::Lines(2)} />
            </div>
            <div class="field-row">
                <FormField class="span-3" bound={props.bind(Field::ProjectInitial(id))} kind={Kind::Number} flag="万元" />
                <FormField class="span-3" bound={props.bind(Field::ProjectBudget(id))} kind={Kind::Number} label="调整预算数" flag="万元" />
                <FormField class="span-3" bound={props.bind(Field::ProjectAmount(id))} kind={Kind::Number} label="执行数" flag="万元" />
                <p class="span-3 project-rate"><span class="project-rate__name">{ "执行率" }</span><span class="project-rate__value">{ rate }</span></p>
            </div>
            <FormField bound={props.bind(Field::ProjectCompletion(id))} kind={Kind::Lines(2)} counted={true} />
        </>
    }
}
