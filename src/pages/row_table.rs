//! A list of short rows as a table: heads once, a line for each row, filled in as in Excel.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::{Bound, bind};
use crate::components::control::{Control, Kind};
use crate::components::dispatch::use_dispatch;
use crate::components::field::RowMessages;
use crate::components::grid::Grid;
use crate::components::icon::Symbol;
use crate::components::last_year::LastYear;
use crate::components::prose_tools::ProseTools;
use crate::components::rows::{AddRow, Tool};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::List;
use crate::domain::draft::names;
use crate::domain::draft::table::Table;
use crate::domain::values::row::{Direction, Id};
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::tables::bar::ListImport;

/// How a column is typed in, and the remark behind its head.
pub type Look = (Kind, &'static str);

/// What a table is told.
#[derive(Clone, PartialEq, Properties)]
pub struct RowTableProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// Which table.
    pub table: Table,
    /// The id of the heading that names it.
    pub heading: AttrValue,
    /// A class besides its own, for the widths of its columns.
    pub class: &'static str,
    /// What its rows are counted by.
    pub counter: &'static str,
    /// What is said where there are none.
    pub empty: &'static str,
    /// Its columns, from the left.
    pub looks: Vec<Look>,
    /// A column that is computed: its head, and what it says in each row.
    #[prop_or_default]
    pub computed: Option<(&'static str, Vec<String>)>,
}

/// The table with the button for a new row.
#[component]
pub fn RowTable(props: &RowTableProps) -> Html {
    let RowTableProps {
        workspace,
        table,
        looks,
        ..
    } = props;
    let Some(list) = table.list() else { return html! {} };
    let cells = table.cells(&workspace.draft);
    let heads: Vec<String> = table
        .heads()
        .into_iter()
        .zip(looks)
        .map(|(head, (_, remark))| named(head, remark))
        .collect();
    let last = cells.rows.len().saturating_sub(1);
    let rows = cells.rows.iter().enumerate().filter_map(|(place, row)| {
        let id = row.id?;
        let bounds: Vec<Bound> = row.cells.iter().flatten().map(|field| bind(workspace, *field)).collect();
        Some(html! {
            <RowLine key={id.0} {list} {id} {place} computed={props.computed.as_ref().map(|(head, said)| (*head, said.get(place).cloned().unwrap_or_default()))} is_last={place == last} counter={props.counter} heads={heads.clone()} kinds={looks.iter().map(|(kind, _)| *kind).collect::<Vec<_>>()} {bounds} />
        })
    });
    html! {
        <Grid workspace={workspace.clone()} table={*table}>
            if cells.rows.is_empty() {
                <p class="list-editor__empty">{ props.empty }</p>
            } else {
                <div class={classes!("grid", props.class)} role="grid" aria-labelledby={props.heading.clone()} aria-multiselectable="true">
                    <div class="grid__heads" role="rowgroup">
                        <div class="grid__row" role="row">
                            <div class="grid__order" role="columnheader"><span class="visually-hidden">{ "序号" }</span></div>
                            { for heads.iter().zip(looks).map(|(head, (kind, _))| html! {
                                <div class={classes!("grid__head", (*kind == Kind::Number).then_some("grid__head--number"))} role="columnheader">{ head }</div>
                            }) }
                            if let Some((head, _)) = &props.computed {
                                <div class="grid__head grid__head--number" role="columnheader">{ *head }</div>
                            }
                            <div class="grid__tools" role="columnheader"><span class="visually-hidden">{ "操作" }</span></div>
                        </div>
                    </div>
                    <div role="rowgroup">{ for rows }</div>
                </div>
            }
            <div class="list-editor__foot">
                <AddRow {list} />
                if let Some(kind) = table.imported().filter(|kind| kind.is_of_names()) {
                    <ListImport {kind} />
                }
            </div>
        </Grid>
    }
}

fn named(head: &str, remark: &str) -> String {
    match remark {
        "" => head.to_owned(),
        remark => format!("{head}（{remark}）"),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowLineProps {
    list: List,
    id: Id,
    place: usize,
    is_last: bool,
    counter: &'static str,
    heads: Vec<String>,
    computed: Option<(&'static str, String)>,
    kinds: Vec<Kind>,
    bounds: Vec<Bound>,
}

#[component]
fn RowLine(props: &RowLineProps) -> Html {
    let dispatch = use_dispatch();
    let RowLineProps {
        list,
        id,
        place,
        is_last,
        counter,
        heads,
        computed,
        kinds,
        bounds,
    } = props;
    let name = format!("第 {} {counter}{}", place + 1, names::list_name(*list));
    let edit = |edit| dispatch.on::<MouseEvent>(Message::Edited(edit));
    html! {
        <div class="grid__row" role="row">
            <div class="grid__order" role="rowheader">{ place + 1 }</div>
            { for bounds.iter().zip(heads).zip(kinds).map(|((bound, head), kind)| html! {
                <div class="grid__cell" role="gridcell" aria-selected={bound.selected.to_string()} data-label={head.clone()}>
                    <LastYear bound={bound.clone()} />
                    <Control bound={bound.clone()} kind={*kind} name={head.clone()} />
                    if bound.prose.is_some() {
                        <ProseTools bound={bound.clone()} />
                    }
                </div>
            }) }
            if let Some((head, said)) = computed {
                <div class="grid__cell grid__cell--computed" role="gridcell" data-label={*head}>{ said.clone() }</div>
            }
            <div class="grid__tools" role="gridcell">
                <Tool symbol={Symbol::Up} name={format!("上移{name}")} hint="上移（Alt+↑）" disabled={*place == 0} onclick={edit(Edit::Move(*list, *id, Direction::Up))} />
                <Tool symbol={Symbol::Down} name={format!("下移{name}")} hint="下移（Alt+↓）" disabled={*is_last} onclick={edit(Edit::Move(*list, *id, Direction::Down))} />
                <Tool symbol={Symbol::Trash} name={format!("删除{name}")} hint="删除（Ctrl+Delete）" onclick={edit(Edit::Remove(*list, *id))} />
            </div>
            <RowMessages bounds={bounds.clone()} />
        </div>
    }
}
