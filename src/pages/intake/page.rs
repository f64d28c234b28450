//! The page: first the text, then what was recognised in it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::plain_bar::PlainBar;
use crate::components::section::Section;
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;
use crate::state::model::intake::{Decision, Intake, IntakeMessage, goes};
use crate::state::model::intake_excerpt::excerpt;
use crate::state::model::message::Message;
use crate::state::model::reports::StorageFault;
use crate::state::model::route::Route;

use super::given::Given;
use super::item::ItemRow;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct IntakeProps {
    /// The report that is being taken in; none while there is no text.
    pub intake: Option<Rc<Intake>>,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The page.
#[component]
pub fn IntakePage(props: &IntakeProps) -> Html {
    html! {
        <>
            <PlainBar here={Route::Intake} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "用去年的报告开头" }</h1>
                    <p class="page-head__lead">{ match props.intake {
                        None => "读出去年报告里的金额、机构、指标和文字，一项一项由您决定，再生成今年的草稿。",
                        Some(_) => "逐项核对，采用、修改或不采用。没有点过的都不会放进草稿。",
                    } }</p>
                </div>
                if let Some(intake) = &props.intake {
                    <Review intake={intake.clone()} />
                } else {
                    <Given />
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
    let send = |message: IntakeMessage| dispatch.on::<MouseEvent>(Message::Intake(message));
    let open = intake.count(Decision::Open);
    let sure = intake.sure_and_open(None);
    html! {
        <>
            if intake.is_asked && open > 0 {
                <Summary intake={intake.clone()} />
            }
            <section class="intake-tally" aria-label="进度">
                <p class="intake-tally__name">{ &intake.name }</p>
                <p role="status">{ format!("认出 {} 项：采用 {}，不采用 {}，还没有决定 {}。留作文字 {} 段。", intake.items.len(), intake.count(Decision::Taken), intake.count(Decision::Left), open, intake.pieces.len()) }</p>
                <p class="intake-tally__note">{ format!("标题、表头等 {} 处由程序自己写{}。", intake.build, if intake.furniture > 0 { format!("，页码和目录 {} 行不用", intake.furniture) } else { String::new() }) }</p>
                <div class="button-row">
                    if sure > 0 {
                        <button class="button" type="button" onclick={send(IntakeMessage::SureTaken(None))}>{ format!("把握大的 {sure} 项全部采用") }</button>
                    }
                    <button class="button button--quiet" type="button" onclick={send(IntakeMessage::Discarded)}>{ "换一份报告" }</button>
                </div>
            </section>
            { for Chapter::ALL.iter().map(|chapter| group(intake, *chapter, &send)) }
            if !intake.pieces.is_empty() {
                <Section title="留作文字" id="intake-pieces" note={html! { "没有认出数据的句子，原样保留" }}>
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
            <Section title="生成草稿" id="intake-make">
                <p>{ "今年的草稿：年度加一，目标、指标和文字留着，金额和完成情况清空，去年的金额在资金表里对照。" }</p>
                <div class="button-row">
                    <button class="button button--primary" type="button" onclick={send(IntakeMessage::NextYearMade)}>{ "生成今年的草稿" }</button>
                    <button class="button" type="button" onclick={send(IntakeMessage::LastYearMade)}>{ "作为去年的报告打开" }</button>
                </div>
            </Section>
        </>
    }
}

/// The items of one part of the report.
fn group(intake: &Rc<Intake>, chapter: Chapter, send: &impl Fn(IntakeMessage) -> Callback<MouseEvent>) -> Html {
    let items: Vec<_> = intake
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.chapter == chapter)
        .collect();
    if items.is_empty() {
        return html! {};
    }
    let open = items.iter().filter(|(_, item)| item.decision == Decision::Open).count();
    let sure = intake.sure_and_open(Some(chapter));
    let name = chapter.label();
    html! {
        <Section key={chapter.code()} title={name} id={format!("intake-{}", chapter.code())} note={html! {
            <>
                { format!("{} 项{}", items.len(), if open > 0 { format!("，{open} 项没有决定") } else { "，都已决定".into() }) }
                if sure > 0 {
                    <button class="button button--small button--quiet" type="button" onclick={send(IntakeMessage::SureTaken(Some(chapter)))}>{ format!("采用把握大的 {sure} 项") }<span class="visually-hidden">{ format!("：{name}") }</span></button>
                }
            </>
        }}>
            <ul class="intake-list">{ for items.into_iter().map(|(place, item)| html! {
                <ItemRow key={place} {place} item={item.clone()} excerpt={excerpt(intake, item)} is_shown={intake.shown == Some(place)} is_correcting={intake.correcting == Some(place)} />
            }) }</ul>
        </Section>
    }
}

/// What is still to be decided before a draft can be made.
#[component]
fn Summary(props: &ReviewProps) -> Html {
    let dispatch = use_dispatch();
    let open: Vec<_> = props.intake.open().collect();
    html! {
        <div class="error-summary" id="intake-summary" tabindex="-1" role="alert" aria-labelledby="intake-summary-title">
            <h2 class="error-summary__title" id="intake-summary-title"><Icon symbol={Symbol::Error} />{ format!("还有 {} 项没有决定，请先逐项采用或不采用", open.len()) }</h2>
            <ul>{ for open.iter().take(12).map(|(place, item)| html! {
                <li><button class="link-button" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::Sought(*place)))}>{ format!("{}，{}", item.chapter.label(), item.title()) }</button></li>
            }) }</ul>
            if open.len() > 12 {
                <p>{ format!("还有 {} 项，见下面各部分。", open.len() - 12) }</p>
            }
        </div>
    }
}
