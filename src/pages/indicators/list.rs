//! The list of indicators: compact rows under their levels, with the result, the score and the reason typed in the
//! row, one open editor, any number of rows.
//!
//! Rows stand in blocks of twenty. The style sheet lets the browser skip blocks that are out of sight,
//! so all rows stay in the page for find-in-page, the keyboard and screen readers, and a keystroke
//! renders and lays out only the block that it changes.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::grid::Grid;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::indicator_cells::MoreColumns;
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::template::Template;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;
use crate::state::model::indicator_rows::{Group, Head, cells_of, groups};
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::bulk::Bulk;
use super::editor::{IndicatorEditor, places};
use super::line::{LineView, ListRow, Open};
use super::props::IndicatorsProps;
use super::sheet_line::SheetLine;
use super::side_head::SideHead;
use super::view::ViewBar;

/// How long the hand rests in a row before the editor beside the list follows, milliseconds: a new editor costs more than
/// a key may, and who goes through the rows looks at none of those between.
const REST: u32 = 200;

/// How many rows a block holds.
const BLOCK: usize = 20;

/// The list.
#[component]
pub fn IndicatorList(props: &IndicatorsProps) -> Html {
    let dispatch = use_dispatch();
    let resting = use_mut_ref(|| None::<Timeout>);
    let workspace = &props.workspace;
    let draft = &workspace.draft;
    if draft.indicators.is_empty() {
        return html! { <p class="list-editor__empty">{ "还没有指标。按批复的绩效目标申报表逐项添加。" }</p> };
    }
    let weight = match workspace.evaluation.indicator_weight {
        Ok(weight) => weight.printed(),
        Err(gap) => gap_words::gap_note(gap),
    };
    let groups = groups(workspace);
    let is_flat = places(&draft.scheme).is_none();
    let is_bare = groups.iter().all(|group| group.rows.is_empty());
    let follows = workspace.open_indicator.filter(|_| workspace.edits_beside());
    let onrest = follows.map(|open| {
        let (dispatch, resting) = (dispatch.clone(), resting.clone());
        Callback::from(move |field: Field| {
            let dispatch = dispatch.clone();
            let follow = |id| Timeout::new(REST, move || dispatch.send(Message::IndicatorFollowed(open, id)));
            // Taking the place of the one before ends it.
            *resting.borrow_mut() = field.indicator().filter(|id| *id != open).map(follow);
        })
    });
    html! {
        <>
            <ViewBar workspace={workspace.clone()} />
            <Grid workspace={workspace.clone()} table={workspace.indicator_view.table()} {onrest} several={html! { <Bulk workspace={workspace.clone()} /> }}>
                <div class={classes!("indicators", is_flat.then_some("indicators--flat"))} role="grid" aria-label="指标" aria-multiselectable="true">
                    <div class="indicators__headgroup" role="rowgroup">
                        if workspace.indicator_view.whole {
                            { sheet_head(is_flat) }
                        } else {
                        <div class="indicators__head" role="row">
                            <div class="indicator__order" role="columnheader"><span aria-hidden="true">{ "#" }</span><span class="visually-hidden">{ "序号" }</span></div>
                            <div class="indicator__name" role="columnheader">{ "指标名称" }</div>
                            <div class="indicator__target" role="columnheader">{ "指标值" }</div>
                            <div class="indicator__actual" role="columnheader">{ "实际完成值" }</div>
                            <div class="indicator__weight" role="columnheader">{ "权重" }</div>
                            <div class="indicator__score" role="columnheader">{ "得分" }</div>
                            <div class="indicator__flags" role="columnheader">{ "检查" }</div>
                            <div class="indicator__toggle" role="columnheader"><span class="visually-hidden">{ "展开" }</span></div>
                        </div>
                        }
                    </div>
                    { for groups.iter().enumerate().map(|(place, group)| group_view(props, group, place)) }
                </div>
                if is_bare {
                    <p class="list-editor__empty">{ "没有这样的指标。" }</p>
                }
                <p class="indicators__foot">{ format!("{} 项，权重合计 {weight}", draft.written_indicators().count()) }</p>
            </Grid>
        </>
    }
}

fn group_view(props: &IndicatorsProps, group: &Group, order: usize) -> Html {
    let workspace = &props.workspace;
    let lines: Vec<ListRow> = group
        .rows
        .iter()
        .filter_map(|place| list_row(workspace, *place))
        .collect();
    let selected = workspace
        .selection
        .as_ref()
        .filter(|selection| selection.table.list() == Some(List::Indicators));
    let rows: BTreeSet<Id> = selected
        .iter()
        .flat_map(|selection| selection.fields.iter().filter_map(|field| field.indicator()))
        .collect();
    let typing = workspace.typing.as_ref();
    let places = workspace
        .indicator_view
        .whole
        .then(|| places(&workspace.draft.scheme))
        .flatten();
    let places: Option<Rc<[(AttrValue, AttrValue)]>> = places.map(Rc::from);
    let blocks = lines.chunks(BLOCK).enumerate().map(|(place, lines)| {
        let has = |id: Id| lines.iter().any(|line| line.indicator.id == id);
        let open = workspace.open_indicator.filter(|open| has(*open));
        let selected = selected.filter(|_| rows.iter().any(|id| has(*id))).map(|selection| selection.fields.clone());
        let typing = typing.filter(|(field, _)| field.indicator().is_some_and(has)).cloned();
        html! {
            <Block key={format!("{order} {place}")} lines={lines.to_vec()} {open} beside={workspace.edits_beside()} {selected} {typing} read_only={workspace.pen != Pen::Here}
                whole={workspace.indicator_view.whole} more={workspace.indicator_view.more} places={places.clone()}
                workspace={open.map(|_| workspace.clone())} library={open.and_then(|_| props.library.clone())} />
        }
    });
    html! {
        <>
            if !group.heads.is_empty() {
                <div role="rowgroup">{ for group.heads.iter().map(head_view) }</div>
            }
            { for blocks }
        </>
    }
}

/// The heads of 填整张表.
fn sheet_head(is_flat: bool) -> Html {
    let head = |class: &'static str, word: &'static str| html! { <div {class} role="columnheader">{ word }</div> };
    html! {
        <div class="indicators__head indicators__head--sheet" role="row">
            <div class="indicator__order" role="columnheader"><span aria-hidden="true">{ "#" }</span><span class="visually-hidden">{ "序号" }</span></div>
            { head("sheet__name", "指标名称") }
            { head("sheet__sign", "符号") }
            { head("sheet__target", "指标值") }
            { head("sheet__unit", "单位") }
            { head("sheet__weight", "权重") }
            { head("sheet__actual", "实际完成值") }
            { head("indicator__score", "得分") }
            if !is_flat {
                { head("sheet__place", "所属") }
            }
            { head("indicator__flags", "检查") }
            <div class="indicator__toggle" role="columnheader"><span class="visually-hidden">{ "展开" }</span></div>
        </div>
    }
}

/// A level of the form with what its rows come to: "产出 49.79/50".
fn head_view(head: &Head) -> Html {
    let shown = |points: Option<Points>| points.map_or("—".to_owned(), Points::printed);
    let class = if head.is_first_level {
        "indicators__level"
    } else {
        "indicators__level indicators__level--second"
    };
    html! {
        <div {class} role="row">
            <div role="rowheader">{ &head.name }</div>
            <div class="indicators__subtotal" role="gridcell">
                <span class="visually-hidden">{ "得分和权重小计 " }</span>{ format!("{}/{}", shown(head.score), shown(head.weight)) }
            </div>
        </div>
    }
}

fn list_row(workspace: &Workspace, place: usize) -> Option<ListRow> {
    let indicator = workspace.draft.indicators.get(place)?;
    let evaluation = workspace.evaluation.indicators.get(place)?;
    let findings = workspace.findings.indicators.get(place)?;
    let workings = match workspace.draft.workings.is_empty() {
        true => Vec::new(),
        false => {
            let cells = cells_of(
                indicator,
                Some(evaluation),
                workspace.indicator_view.table(),
                workspace.indicator_view.more,
            );
            let fields = cells.iter().flat_map(|row| row.cells.iter().copied().flatten());
            fields
                .filter_map(|field| Some((field, workspace.working(field)?)))
                .collect()
        }
    };
    Some(ListRow {
        order: place + 1,
        indicator: indicator.clone(),
        evaluation: *evaluation,
        findings: findings.clone(),
        checked: workspace.checked,
        workings,
    })
}

#[derive(Clone, PartialEq, Properties)]
struct BlockProps {
    lines: Vec<ListRow>,
    /// The indicator whose editor is open, if it is in this block.
    open: Option<Id>,
    /// Whether the editor stands beside the list.
    beside: bool,
    /// The selected cells, if some are in this block.
    selected: Option<Rc<BTreeSet<Field>>>,
    /// The field that is being typed in, if it is in this block.
    typing: Option<(Field, String)>,
    read_only: bool,
    /// 填整张表.
    whole: bool,
    /// The columns that were chosen besides.
    more: MoreColumns,
    /// 所属, to choose.
    places: Option<Rc<[(AttrValue, AttrValue)]>>,
    /// The open draft, only where an editor needs it.
    workspace: Option<Rc<Workspace>>,
    /// 指标库, where there is an editor.
    library: Option<Rc<Vec<Template>>>,
}

#[component]
fn Block(props: &BlockProps) -> Html {
    html! {
        <div class={classes!("indicators__block", props.open.map(|_| "indicators__block--open"))} role="rowgroup">
            { for props.lines.iter().map(|line| {
                let id = line.indicator.id;
                let open = match props.open == Some(id) {
                    true if props.beside => Open::Beside,
                    true => Open::Below,
                    false => Open::Shut,
                };
                let typing = props.typing.clone().filter(|(field, _)| field.indicator() == Some(id));
                let selected = props.selected.clone().filter(|fields| fields.iter().any(|field| field.indicator() == Some(id)));
                html! {
                    <key={id.0}>
                        if props.whole {
                            <SheetLine line={line.clone()} {open} {typing} {selected} read_only={props.read_only} more={props.more} places={props.places.clone()} />
                        } else {
                            <LineView line={line.clone()} {open} {typing} {selected} read_only={props.read_only} more={props.more} />
                        }
                        if open != Open::Shut {
                            if let Some(workspace) = &props.workspace {
                                <div class={classes!("indicator-editor", props.beside.then_some("indicator-editor--beside"))} role="row">
                                    <div class="indicator-editor__cell" role="gridcell">
                                        if props.beside {
                                            <SideHead workspace={workspace.clone()} {id} />
                                        }
                                        <IndicatorEditor workspace={workspace.clone()} indicator={line.indicator.clone()} order={line.order} library={props.library.clone()} />
                                    </div>
                                </div>
                            }
                        }
                    </>
                }
            }) }
        </div>
    }
}
