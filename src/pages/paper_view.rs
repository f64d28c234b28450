//! The report as A4 pages on the screen.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::documents::report::block::{Block, Report};
use crate::documents::report::marks::Marks;
use crate::documents::report::pagination::{Measured, PageHeight, Slice, Turn, first_pages, paginate};

use super::leaves::{ENTRIES, Leaves, pages_of, parts_of};
use super::paper;
use super::paper_marks::{Chosen, Marker};

/// What the pages are told.
#[derive(Clone, PartialEq, Properties)]
pub struct PaperViewProps {
    /// The report.
    pub report: Rc<Report>,
    /// What is shown, for those who do not see it.
    pub label: &'static str,
    /// The pages, once they are cut, or the report's parts on a screen too narrow for pages.
    #[prop_or_default]
    pub onleaves: Callback<Leaves>,
    /// Where what is filled in at a field bears a mark, so that it can be pressed: the element around the pages,
    /// which also says how large they are.
    #[prop_or_default]
    pub desk: Option<NodeRef>,
    /// The marks of its numbers, where these are shown.
    #[prop_or_default]
    pub marks: Option<Rc<Marks>>,
    /// The number that is looked at.
    #[prop_or_default]
    pub chosen: Option<Chosen>,
    /// A marked number was pressed.
    #[prop_or_default]
    pub onmark: Callback<Chosen>,
}

impl PaperViewProps {
    /// What marks the block at a place, counted from 0.
    fn pen(&self, block: usize) -> Option<Marker<'_>> {
        Some(Marker {
            block,
            marks: self.marks.as_deref()?,
            chosen: self.chosen,
            onmark: &self.onmark,
        })
    }
}

/// The pages.
#[component]
pub fn PaperView(props: &PaperViewProps) -> Html {
    let report = &props.report;
    let flow = use_node_ref();
    let pages = use_state(Vec::<Vec<Slice>>::new);
    let has_room = use_room(&flow);
    {
        let (flow, pages, report, onleaves) = (flow.clone(), pages.clone(), report.clone(), props.onleaves.clone());
        use_effect_with((report.clone(), has_room), move |_| {
            if let Some(flow) = flow.cast::<Element>() {
                let page = page_height(&flow);
                if page.upright > 0 {
                    let cut = paginate(&measure(&flow, &report), page);
                    onleaves.emit(pages_of(&report, &cut));
                    pages.set(cut);
                } else {
                    onleaves.emit(parts_of(&report));
                }
            }
        });
    }
    let entries = report.contents();
    let numbers = first_pages(&pages, report.blocks.len() + 1);
    let turns = turns(report);
    let leads = props.desk.is_some();
    let desk = props.desk.clone().unwrap_or_default();
    // Where there is no room for pages the flow is what one sees.
    let flowing = |block: usize| props.pen(block).filter(|_| !has_room);
    html! {
        <div ref={desk} class={classes!("desk", pages.is_empty().then_some("desk--flowing"), leads.then_some("desk--zoomed"))} role="region" aria-label={props.label} tabindex="0">
            <div class="paper-flow" ref={flow}>
                <div class="paper-flow__page" aria-hidden="true"></div>
                <div class="paper-flow__page paper-flow__page--landscape" aria-hidden="true"></div>
                <div class="paper-flow__page paper-flow__page--form" aria-hidden="true"></div>
                <p class="paper__text paper-flow__line" aria-hidden="true">{ "\u{a0}" }</p>
                if let Some(cover) = &report.cover {
                    <div class="paper__front">{ paper::cover(cover) }</div>
                }
                if !entries.is_empty() {
                    <div class="paper__front"><h2 class="paper__title">{ "目　录" }</h2>{ paper::contents(&entries, &numbers) }</div>
                }
                <Title lines={report.title.clone()} turn={report.turn} {leads} />
                { for (1..).zip(report.blocks.iter().zip(turns.iter().skip(1))).map(|(place, (block, turn))| html! {
                    <div class={classes!("paper__block", touches(report, place), block_on(*turn))} data-lead={lead(report, place, leads)}>{ paper::block(block, leads.then_some(place), flowing(place - 1).as_ref()) }</div>
                }) }
            </div>
            // Screen readers read the flow, where no paragraph is cut; the pages are its picture.
            <div class="paper-pages" aria-hidden="true">
                if let Some(cover) = &report.cover {
                    <div class="paper" key="cover"><div class="paper__window">{ paper::cover(cover) }</div></div>
                }
                { for entries.chunks(ENTRIES).enumerate().map(|(place, entries)| html! {
                    <div class="paper" key={format!("contents-{place}")}><div class="paper__window">
                        if place == 0 {
                            <p class="paper__title">{ "目　录" }</p>
                        }
                        { paper::contents(entries, &numbers) }
                    </div></div>
                }) }
                { for pages.iter().enumerate().map(|(place, slices)| {
                    let number = place + 1;
                    let side = if number % 2 == 1 { "paper--odd" } else { "paper--even" };
                    let turn = slices.first().and_then(|slice| turns.get(slice.block())).copied().unwrap_or_default();
                    html! {
                        <div class={classes!("paper", side, page_of(turn))} key={place}>
                            <div class="paper__window">{ for slices.iter().map(|part| slice(props, *part, leads)) }</div>
                            <p class="paper__number">{ format!("— {number} —") }</p>
                        </div>
                    }
                }) }
            </div>
        </div>
    }
}

/// Whether the window is wide enough for pages; said anew when it grows or shrinks.
#[hook]
fn use_room(flow: &NodeRef) -> bool {
    let has_room = use_state_eq(|| true);
    let (flow, set) = (flow.clone(), has_room.setter());
    use_effect_with((), move |()| {
        let look = move || {
            if let Some(flow) = flow.cast::<Element>() {
                set.set(page_height(&flow).upright > 0);
            }
        };
        // A window that is narrow from the start grows as well.
        look();
        let listener = web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| look()));
        move || drop(listener)
    });
    *has_room
}

/// The mark of a piece that leads to a field as a whole; the cells of a table have marks of their own.
fn lead(report: &Report, piece: usize, leads: bool) -> Option<String> {
    let is_table = matches!(
        piece.checked_sub(1).map(|place| report.blocks.get(place)),
        Some(Some(Block::Table(_)))
    );
    let leads = leads && !is_table && report.lead(piece, None).is_some();
    leads.then(|| paper::lead(piece, None))
}

/// What a page is, beside an upright one.
fn page_of(turn: Turn) -> Option<&'static str> {
    match turn {
        Turn::Upright => None,
        Turn::Landscape => Some("paper--landscape"),
        Turn::Form => Some("paper--form"),
    }
}

/// What a block is that is measured for such a page.
fn block_on(turn: Turn) -> Option<&'static str> {
    match turn {
        Turn::Upright => None,
        Turn::Landscape => Some("paper__block--wide"),
        Turn::Form => Some("paper__block--form"),
    }
}

/// How the page of each block lies; the title is block 0.
fn turns(report: &Report) -> Vec<Turn> {
    let mut turn = report.turn;
    let mut turns = vec![turn];
    for block in &report.blocks {
        turn = begins(block).unwrap_or(turn);
        turns.push(turn);
    }
    turns
}

/// How pages lie from a block on that begins a new one.
fn begins(block: &Block) -> Option<Turn> {
    match block {
        Block::Annex(annex) => Some(annex.turn),
        _ => None,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TitleProps {
    lines: Vec<String>,
    turn: Turn,
    leads: bool,
}

#[component]
fn Title(props: &TitleProps) -> Html {
    html! { <div class={classes!("paper__block", block_on(props.turn))} data-lead={props.leads.then(|| paper::lead(0, None))}><p class="paper__title">{ for props.lines.iter().map(|line| html! { <span class="paper__title-line">{ line }</span> }) }</p></div> }
}

/// The part of a block that stands on a page. The title is block 0.
fn slice(props: &PaperViewProps, part: Slice, leads: bool) -> Html {
    let report = &props.report;
    let pen = |place: usize| place.checked_sub(1).and_then(|block| props.pen(block));
    let whole = |place: usize| match place.checked_sub(1).and_then(|place| report.blocks.get(place)) {
        Some(block) => {
            html! { <div class={classes!("paper__block", touches(report, place))} data-lead={lead(report, place, leads)}>{ paper::block(block, leads.then_some(place), pen(place).as_ref()) }</div> }
        }
        None => html! { <Title lines={report.title.clone()} turn={report.turn} {leads} /> },
    };
    match part {
        Slice::Whole(place) => whole(place),
        Slice::Lines(place, from, height) => html! { <Cut {from} {height}>{ whole(place) }</Cut> },
        Slice::Rows(place, from, to) => match place.checked_sub(1).and_then(|place| report.blocks.get(place)) {
            Some(Block::Table(table)) => {
                let goes_on = if to < table.body.len() {
                    Some(GOES_ON)
                } else {
                    touches(report, place)
                };
                html! { <div class={classes!("paper__block", goes_on)}>{ paper::table(table, from, to, leads.then_some(place), pen(place).as_ref()) }</div> }
            }
            _ => html! {},
        },
    }
}

/// A table without space below it.
const GOES_ON: &str = "paper__block--goes-on";

/// What a table is that the next one touches. The title is block 0.
fn touches(report: &Report, place: usize) -> Option<&'static str> {
    let next = report.blocks.get(place);
    matches!(next, Some(Block::Table(_))).then_some(GOES_ON)
}

#[derive(Clone, PartialEq, Properties)]
struct CutProps {
    /// How much of the block stands on pages before, in tenths of a pixel.
    from: i32,
    /// How much stands on this page.
    height: i32,
    children: Html,
}

/// A window on some lines of a paragraph.
#[component]
fn Cut(props: &CutProps) -> Html {
    let window = use_node_ref();
    {
        let window = window.clone();
        use_effect_with((props.from, props.height), move |(from, height)| {
            if let Some(window) = window.cast::<HtmlElement>() {
                let pixels = |tenths: i32| format!("{}.{}px", tenths / 10, tenths % 10);
                // CSSOM, because the CSP forbids style attributes.
                let _ = window.style().set_property("--cut-height", &pixels(*height));
                let _ = window
                    .style()
                    .set_property("--cut-from", &format!("-{}", pixels(*from)));
            }
        });
    }
    html! { <div class="paper__cut" ref={window}><div class="paper__cut-inner">{ props.children.clone() }</div></div> }
}

/// The height of a page's type area; 0 where pages are not shown.
fn page_height(flow: &Element) -> PageHeight {
    PageHeight {
        upright: height_of(flow, ".paper-flow__page"),
        landscape: height_of(flow, ".paper-flow__page--landscape"),
        form: height_of(flow, ".paper-flow__page--form"),
    }
}

/// The heights of the flow's blocks, in tenths of a pixel.
fn measure(flow: &Element, report: &Report) -> Vec<Measured> {
    let Ok(found) = flow.query_selector_all(":scope > .paper__block") else {
        return Vec::new();
    };
    // Measured, because what a style says of a line is not what the browser makes of it.
    let line = height_of(flow, ".paper-flow__line");
    let elements = (0..found.length())
        .filter_map(|place| found.item(place))
        .filter_map(|node| wasm_bindgen::JsCast::dyn_into::<Element>(node).ok());
    elements
        .enumerate()
        .map(|(place, element)| {
            let block = place.checked_sub(1).and_then(|place| report.blocks.get(place));
            let heights = |selector: &str| -> Vec<i32> {
                let Ok(rows) = element.query_selector_all(selector) else {
                    return Vec::new();
                };
                (0..rows.length())
                    .filter_map(|row| rows.item(row))
                    .filter_map(|node| wasm_bindgen::JsCast::dyn_into::<Element>(node).ok())
                    .map(|row| height(&row))
                    .collect()
            };
            let is_text = matches!(block, Some(Block::Paragraph(_)));
            let (whole, head) = (height(&element), heights("thead > tr").into_iter().sum());
            let mut rows = heights("tbody > tr");
            let rest = whole - head - rows.iter().sum::<i32>();
            // The space after a table goes with its last row.
            if let Some(last) = rows.last_mut() {
                *last += rest;
            }
            Measured {
                height: whole,
                line: is_text.then_some(line),
                rows,
                head,
                clings: matches!(
                    block,
                    None | Some(
                        Block::Heading(..)
                            | Block::Caption(_)
                            | Block::UnitLine(_)
                            | Block::AnnexList(_)
                            | Block::Annex(_)
                    )
                ),
                turn: block.map_or(Some(report.turn), begins),
            }
        })
        .collect()
}

/// The height of what a selector finds; 0 where it finds nothing.
fn height_of(flow: &Element, selector: &str) -> i32 {
    let found = flow.query_selector(selector).ok().flatten();
    found.map_or(0, |element| height(&element))
}

fn height(element: &Element) -> i32 {
    // Tenths of a pixel are finer than any screen; whole numbers keep the cutting exact.
    (element.get_bounding_client_rect().height() * 10.0).round() as i32
}
