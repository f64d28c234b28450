//! The page: first the text, then what was recognised in it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::plain_bar::PlainBar;
use crate::components::section::Section;
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;
use crate::state::model::intake::{Decision, Intake, IntakeMessage, Item, Purpose, goes};
use crate::state::model::intake_excerpt::{around, excerpt};
use crate::state::model::message::Message;
use crate::state::model::reports::StorageFault;
use crate::state::model::route::Route;

use super::given::Given;
use super::item::ItemRow;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct IntakeProps {
    /// What the page reads documents for.
    pub purpose: Purpose,
    /// The report that is being taken in; none while there is no text.
    pub intake: Option<Rc<Intake>>,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The page.
#[component]
pub fn IntakePage(props: &IntakeProps) -> Html {
    // A document that waits to be decided on is shown wherever one comes from.
    let purpose = props.intake.as_ref().map_or(props.purpose, |intake| intake.purpose);
    let lead = match (&props.intake, purpose) {
        (None, Purpose::LastYear) => "读出去年报告里的金额、机构、指标和文字，由您决定采用哪些，再生成今年的草稿。",
        (None, Purpose::Declaration) => {
            "读出申报表里的任务、预算、目标和指标，填好今年的草稿。申报的值另存一份，以后写的和它不一样，检查时会指出。"
        }
        (Some(_), _) => "核对下面的内容，逐项采用、修改或不采用。都有了决定，才能生成草稿；不采用的不放进去。",
    };
    html! {
        <>
            <PlainBar here={Route::Intake(purpose)} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ purpose.title() }</h1>
                    <p class="page-head__lead">{ lead }</p>
                </div>
                if let Some(intake) = &props.intake {
                    <Review intake={intake.clone()} />
                } else {
                    <Given purpose={props.purpose} />
                }
            </main>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReviewProps {
    intake: Rc<Intake>,
}

/// What was recognised, and what becomes of it.
#[component]
fn Review(props: &ReviewProps) -> Html {
    let dispatch = use_dispatch();
    let intake = &props.intake;
    let open = intake.count(Decision::Open);
    let first = (0..intake.items.len()).find(|place| intake.is_visible(*place));
    html! {
        <>
            if intake.is_asked && open > 0 {
                <Summary intake={intake.clone()} />
            }
            <section class="intake-tally" aria-label="来源">
                <p class="intake-tally__name">{ &intake.name }</p>
                <p class="intake-tally__note">{ format!("标题、表头等 {} 处由程序自己写{}。", intake.build, if intake.furniture > 0 { format!("，页码和目录 {} 行不用", intake.furniture) } else { String::new() }) }</p>
                <p class="intake-tally__note">{ "键盘：回车采用，Delete 不采用，F2 修改，↑ ↓ 换一项。" }</p>
                <div class="button-row">
                    <button class="button button--small button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::Discarded))}>{ format!("换一份{}", if intake.purpose == Purpose::Declaration { "申报表" } else { "报告" }) }</button>
                </div>
            </section>
            { for Chapter::ALL.iter().map(|chapter| html! { <Group key={chapter.code()} intake={intake.clone()} chapter={*chapter} {first} /> }) }
            if open == 0 && intake.only_open {
                <p class="empty">{ "都已决定，可以生成草稿。" }</p>
            }
            if !intake.pieces.is_empty() && !intake.only_open {
                <Section title="留作文字" id="intake-pieces" note={html! { format!("{} 段没有认出数据的句子，原样保留", intake.pieces.len()) }}>
                    <ul class="intake-list">{ for intake.pieces.iter().enumerate().map(|(place, (piece, taken))| {
                        let heading = if piece.heading.is_empty() { "开头" } else { piece.heading.as_str() };
                        let toggle = { let dispatch = dispatch.clone(); let taken = *taken; Callback::from(move |_: Event| dispatch.send(Message::Intake(IntakeMessage::PieceTaken(place, !taken)))) };
                        html! {
                            <li class="intake-piece" key={place}>
                                <p class="intake-piece__text">{ &piece.text }</p>
                                <p class="intake-piece__note">{ format!("原在“{heading}”。{}", if piece.is_routine { "这类引导的话程序自己会写，一般不用留。" } else { "" }) }</p>
                                <label class="choice"><input class="choice__input" type="checkbox" checked={*taken} onchange={toggle} />{ goes(piece) }</label>
                            </li>
                        }
                    }) }</ul>
                </Section>
            }
            <p class="intake-end">{ match intake.purpose {
                Purpose::Declaration => "生成后：目标、指标和预算填进今年的草稿；申报的值另存一份，检查时逐项比对。",
                Purpose::LastYear => "今年的草稿：年度加一，目标、指标和文字留着，金额和完成情况清空，去年的金额在资金表里对照。",
            } }</p>
            <Foot intake={intake.clone()} />
        </>
    }
}

/// What is always in reach: how far it is, what is sure, the filter, and the draft.
#[component]
fn Foot(props: &ReviewProps) -> Html {
    let dispatch = use_dispatch();
    let intake = &props.intake;
    let send = |message: IntakeMessage| dispatch.on::<MouseEvent>(Message::Intake(message));
    let open = intake.count(Decision::Open);
    let sure = intake.sure_and_open(None);
    let filter = {
        let (dispatch, only) = (dispatch.clone(), intake.only_open);
        Callback::from(move |_: Event| dispatch.send(Message::Intake(IntakeMessage::OnlyOpen(!only))))
    };
    html! {
        <section class="intake-foot" aria-label="生成草稿">
            <p class="intake-foot__count" role="status">{ format!("认出 {} 项：采用 {}，不采用 {}，还没有决定 {open}。", intake.items.len(), intake.count(Decision::Taken), intake.count(Decision::Left)) }</p>
            <label class="choice"><input class="choice__input" type="checkbox" checked={intake.only_open} onchange={filter} />{ "只看未决定的" }</label>
            <div class="button-row">
                if sure > 0 {
                    <button class="button" type="button" onclick={send(IntakeMessage::SureTaken(None))}>{ format!("把握大的 {sure} 项全部采用") }</button>
                }
                if intake.purpose == Purpose::Declaration {
                    <button class="button button--primary" id="intake-make" type="button" onclick={send(IntakeMessage::DeclaredMade)}>{ "生成今年的草稿" }</button>
                } else {
                    <button class="button" type="button" onclick={send(IntakeMessage::LastYearMade)}>{ "作为去年的报告打开" }</button>
                    <button class="button button--primary" id="intake-make" type="button" onclick={send(IntakeMessage::NextYearMade)}>{ "生成今年的草稿" }</button>
                }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    intake: Rc<Intake>,
    chapter: Chapter,
    /// The first item on the page, to which the tab key leads.
    first: Option<usize>,
}

/// The items of one part of the report: those that want a decision, and below them the sure ones, folded.
#[component]
fn Group(props: &GroupProps) -> Html {
    let dispatch = use_dispatch();
    let GroupProps { intake, chapter, first } = props;
    let items: Vec<(usize, &Item)> = intake
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.chapter == *chapter)
        .collect();
    let open = items.iter().filter(|(_, item)| item.decision == Decision::Open).count();
    if items.is_empty() || open == 0 && intake.only_open && !items.iter().any(|(place, _)| intake.is_visible(*place)) {
        return html! {};
    }
    let row = |(place, item): &(usize, &Item)| {
        let place = *place;
        html! {
            <ItemRow key={place} {place} item={Item::clone(item)} excerpt={excerpt(intake, item)} is_shown={intake.shown == Some(place)} is_correcting={intake.correcting == Some(place)}
                is_first={intake.shown.is_none() && *first == Some(place)} original={(intake.original == Some(place)).then(|| around(intake, item))} />
        }
    };
    let (sure, doubtful): (Vec<_>, Vec<_>) = items.iter().partition(|(_, item)| item.is_sure());
    let left = intake.sure_and_open(Some(*chapter));
    let is_unfolded = intake.unfolded.contains(chapter);
    let is_seen = |(place, _): &&(usize, &Item)| intake.is_visible(*place);
    let name = chapter.label();
    let fold = {
        let (dispatch, chapter) = (dispatch.clone(), *chapter);
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Message::Intake(IntakeMessage::Unfolded(chapter, !is_unfolded)))
        })
    };
    html! {
        <Section title={name} id={format!("intake-{}", chapter.code())} note={html! {
            { format!("{} 项{}", items.len(), if open > 0 { format!("，{open} 项没有决定") } else { "，都已决定".into() }) }
        }}>
            <ul class="intake-list">{ for doubtful.iter().filter(is_seen).map(row) }</ul>
            if !sure.is_empty() {
                <div class="intake-fold">
                    <button class="intake-fold__button" type="button" aria-expanded={is_unfolded.to_string()} onclick={fold}>
                        <Icon symbol={if is_unfolded { Symbol::Up } else { Symbol::Down }} />
                        { format!("把握大的 {} 项{}", sure.len(), if left == 0 { "，都已决定" } else { "" }) }<span class="visually-hidden">{ format!("：{name}") }</span>
                    </button>
                    <span class="intake-fold__why">{ contents(sure.iter().map(|(_, item)| *item)) }</span>
                    if left > 0 {
                        <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::SureTaken(Some(*chapter))))}>{ format!("采用这 {left} 项") }<span class="visually-hidden">{ format!("：{name}") }</span></button>
                    }
                </div>
                <ul class="intake-list">{ for sure.iter().filter(is_seen).map(row) }</ul>
            }
        </Section>
    }
}

/// What the sure items are, and why they are sure: "单位全称、年度等。文中原话。".
fn contents<'a>(items: impl Iterator<Item = &'a Item> + Clone) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in items.clone().filter_map(|item| Some(item.slot()?.label())) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = if names.len() > NAMED { "等" } else { "" };
    names.truncate(NAMED);
    format!("{}{more}。{}", names.join("、"), reasons(items))
}

/// So many kinds of sure items are named.
const NAMED: usize = 6;

/// Why the sure items are so: the reasons that most of them have, figures that bear each other out first.
fn reasons<'a>(items: impl Iterator<Item = &'a Item>) -> String {
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for reason in items.map(|item| item.reason.trim_end_matches('。')) {
        match reasons.iter_mut().find(|(own, _)| *own == reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason, 1)),
        }
    }
    let bears_out = |reason: &str| {
        ["等于", "相符", "合计", "对得上"]
            .iter()
            .any(|word| reason.contains(word))
    };
    reasons.sort_by_key(|(reason, count)| (!bears_out(reason), std::cmp::Reverse(*count)));
    let shown: Vec<&str> = reasons.iter().take(2).map(|(reason, _)| *reason).collect();
    shown.join("；")
}

/// What is still to be decided before a draft can be made.
#[component]
fn Summary(props: &ReviewProps) -> Html {
    let dispatch = use_dispatch();
    let open: Vec<_> = props.intake.open().collect();
    html! {
        <div class="error-summary" id="intake-summary" tabindex="-1" role="alert" aria-labelledby="intake-summary-title">
            <h2 class="error-summary__title" id="intake-summary-title">{ format!("还有 {} 项没有决定，请先逐项采用或不采用", open.len()) }</h2>
            <ul>{ for open.iter().take(12).map(|(place, item)| html! {
                <li><button class="link-button" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::Sought(*place)))}>{ format!("{}，{}", item.chapter.label(), item.title()) }</button></li>
            }) }</ul>
            if open.len() > 12 {
                <p>{ format!("还有 {} 项，见下面各部分。", open.len() - 12) }</p>
            }
            <div class="button-row">
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::OpenLeft))}>{ format!("这 {} 项都不采用", open.len()) }</button>
            </div>
        </div>
    }
}
