//! The program: holds the model, shows it, carries effects out. The only place where effects run.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Waker};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, KeyboardEvent, StorageEvent, VisibilityState};
use yew::prelude::*;

use crate::components::alarm::Toast;
use crate::components::dispatch::Dispatch;
use crate::components::icon::Sprite;
use crate::components::palette::Palette;
use crate::components::passphrase::AskPassphrase;
use crate::components::text_changes::TextChanges;
use crate::domain::draft::field::Field;
use crate::domain::values::row::Direction;
use crate::pages::editor::Editor;
use crate::pages::help::about::AboutPage;
use crate::pages::help::panel::HelpPanel;
use crate::pages::intake::page::IntakePage;
use crate::pages::new_report::NewReportPage;
use crate::pages::recovery::RecoveryPage;
use crate::pages::start::StartPage;
use crate::pages::verify::VerifyPage;
use crate::state::model::effect::Effect;
use crate::state::model::help::{Hints, Topic};
use crate::state::model::history::Step;
use crate::state::model::intake::IntakeMessage;
use crate::state::model::message::Message;
use crate::state::model::model::{Model, Overlay};
use crate::state::model::route::Route;
use crate::state::model::tables::Tables;
use crate::state::model::zoom::Zoom;
use crate::state::update::update::update;
use crate::storage::{files, hints, session};
use crate::world::alarms::Alarms;
use crate::world::pressing::Pressing;
use crate::world::window::World;
use crate::world::{inserting, pasting, rescue, screen};

/// The kinds of files that a report comes in, offered first by the browser's dialog.
const REPORTS: &str = ".docx,.xlsx,.pdf,.html,.htm,.csv,.txt,text/plain";

/// The program.
pub struct App {
    model: Model,
    dispatch: Dispatch,
    world: World,
    alarms: Alarms,
    /// What takes the focus after the next render.
    focus: Option<Focus>,
    _listeners: Vec<EventListener>,
}

/// What takes the focus.
enum Focus {
    Field(Field),
    Element(&'static str),
    Page,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        rescue::listen_for_panics();
        let link = ctx.link().clone();
        let pressing = Pressing::default();
        let held = pressing.clone();
        let dispatch = Dispatch(Callback::from(move |message| {
            let Some(message) = held.pass(message) else { return };
            link.send_message(message);
            // A microtask comes after the drawing that Yew does at once, and before any key. It is asked for here and
            // not where the message is taken in: that may itself wait behind drawing which gave the browser a turn.
            spawn_local(async { draw_to_the_end() });
        }));
        let mut app = App {
            model: Model::default(),
            dispatch: dispatch.clone(),
            world: World::new(&dispatch),
            alarms: Alarms::new(&dispatch),
            focus: None,
            _listeners: listeners(&dispatch, &pressing),
        };
        let hints = hints::kept().map_or(Hints::default(), |text| Hints::read(&text));
        app.take(Message::HintsRead(hints));
        let zoom = session::zoom().map_or(Zoom::default(), |code| Zoom::read(&code));
        app.take(Message::ZoomChosen(zoom));
        app.take(Message::SideChanged(screen::has_side()));
        app.take(Message::RouteChanged(screen::route()));
        app
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        let before = is_by_the_clock(&message).then(|| self.model.clone());
        self.take(message);
        before.is_none_or(|before| !before.looks_like(&self.model))
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let model = &self.model;
        let fault = model.fault();
        let step = |step: Option<&Step>| step.map(|step| AttrValue::from(step.name.clone()));
        let page = match (&model.route, &model.workspace) {
            (Route::Draft(_, page), Some(workspace)) => html! {
                <Editor workspace={workspace.clone()} {fault} page={*page} packs={model.packs.clone()} library={model.library.clone()} recovery={model.recovery.clone()} compared={model.compared.clone()} reports={model.reports.clone()} now={model.now.clone()} zoom={model.zoom} hint={hint(model)} undo={step(model.history.last())} redo={step(model.history.next())}
                    overlay={model.overlay.clone()} />
            },
            (Route::Draft(..), None) => {
                html! { <main class="sheet" id="main"><p class="sheet__wait" role="status">{ "正在打开……" }</p></main> }
            }
            (Route::Verify, _) => {
                html! { <VerifyPage checked={model.verified.clone()} {fault} /> }
            }
            (Route::Intake(purpose), _) => {
                html! { <IntakePage purpose={*purpose} intake={model.intake.clone()} {fault} /> }
            }
            (Route::New, _) => {
                html! { <NewReportPage {fault} asked={model.new_report.clone()} packs={model.packs.clone()} /> }
            }
            (Route::About, _) => html! { <AboutPage {fault} /> },
            (Route::Recovery, _) => {
                html! { <RecoveryPage {fault} recovery={model.recovery.clone()} compared={model.compared.clone()} now={model.now.clone()} /> }
            }
            (Route::Start, _) => {
                html! { <StartPage reports={model.reports.clone()} {fault} fullness={model.fullness} overlay={model.overlay.clone()} now={model.now.clone()} /> }
            }
        };
        html! {
            <ContextProvider<Dispatch> context={self.dispatch.clone()}>
                <Sprite />
                { page }
                { question(model) }
                if let Some(notice) = &model.notice {
                    <Toast notice={notice.clone()} />
                }
            </ContextProvider<Dispatch>>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        match self.focus.take() {
            // The address may still be on its way; the wish stands until the field's page is shown.
            Some(Focus::Field(field)) if self.model.route != screen::route() => self.focus = Some(Focus::Field(field)),
            Some(Focus::Field(field)) => {
                screen::focus(&field.key());
            }
            Some(Focus::Element(id)) => {
                screen::focus(id);
            }
            Some(Focus::Page) => screen::focus_page(),
            None => {}
        }
    }
}

impl App {
    /// Takes an event in and carries out what follows from it.
    fn take(&mut self, message: Message) {
        let watch = self.alarms.watch(&message);
        for effect in update(&mut self.model, message) {
            self.run(effect);
        }
        self.alarms.done(watch);
    }

    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::ScheduleSave => self.alarms.schedule_save(),
            Effect::ScheduleChecks => self.alarms.schedule_checks(),
            Effect::Focus(field) => self.focus = Some(Focus::Field(field)),
            // A field that is waiting for its page goes before the page's heading and what stands for it.
            Effect::FocusElement(id) => {
                self.focus.get_or_insert(Focus::Element(id));
            }
            Effect::FocusPage => {
                self.focus.get_or_insert(Focus::Page);
            }
            Effect::ChooseFile => {
                let dispatch = self.dispatch.clone();
                let answer = Rc::new(move |(name, content)| dispatch.send(Message::FileRead(name, content)));
                // A browser that offers no file dialog leaves everything as it is.
                let _ = files::choose(&format!(".json,.zip,application/json,{REPORTS}"), answer);
            }
            Effect::ChooseReport => {
                let dispatch = self.dispatch.clone();
                let answer =
                    move |(name, content)| dispatch.send(Message::Intake(IntakeMessage::FileRead(name, content)));
                let _ = files::choose(REPORTS, Rc::new(answer));
            }
            Effect::ChooseTable(wanted) => {
                let dispatch = self.dispatch.clone();
                let answer =
                    move |(name, content)| dispatch.send(Message::Tables(Tables::FileRead(name, content, wanted)));
                let _ = files::choose(".xlsx,.csv", Rc::new(answer));
            }
            other => self.world.run(other),
        }
    }
}

/// Draws what is still to be drawn and runs its effects. Yew 0.23 gives the browser a turn when drawing took 16 ms,
/// with parts of the page still as they were and no effect run; on a slow computer the letters that follow Ctrl+K or
/// Enter would then go to where the focus was: into the field below the box, over the row before.
fn draw_to_the_end() {
    // The first poll does all of the work. To wait further would only be of use to tests.
    let _ = pin!(yew::scheduler::flush()).poll(&mut TaskContext::from_waker(Waker::noop()));
}

/// Whether an event comes by itself while somebody types, and often changes nothing on the screen.
fn is_by_the_clock(message: &Message) -> bool {
    matches!(
        message,
        Message::ChecksDue
            | Message::SaveDue
            | Message::SettleDue
            | Message::DraftSaved(..)
            | Message::FullnessMeasured(_)
    )
}

/// The question that lies over everything, if there is one.
fn question(model: &Model) -> Html {
    match &model.overlay {
        Some(Overlay::Lock(asking)) => html! { <AskPassphrase asking={*asking} /> },
        Some(Overlay::Unlock(asking, locked)) => {
            html! { <AskPassphrase asking={*asking} file={locked.name.clone()} /> }
        }
        Some(Overlay::Palette(entries)) => {
            html! { <Palette entries={Rc::clone(entries)} workspace={model.workspace.clone()} /> }
        }
        Some(Overlay::Help(topic)) => html! { <HelpPanel topic={*topic} /> },
        Some(Overlay::TextChanges(returned)) => {
            let open = model.workspace.as_ref().map(|workspace| &workspace.id);
            let is_open = returned.id.is_some() && returned.id.as_ref() == open;
            html! { <TextChanges returned={Rc::clone(returned)} {is_open} /> }
        }
        _ => html! {},
    }
}

/// The page whose hint of first use is shown.
fn hint(model: &Model) -> Option<Topic> {
    let topic = Topic::of(&model.route);
    model.hints.shows(topic).then_some(topic)
}

/// What the program listens to besides its own components.
fn listeners(dispatch: &Dispatch, pressing: &Pressing) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let Some(document) = window.document() else {
        return Vec::new();
    };
    let send = |make: fn() -> Message| {
        let dispatch = dispatch.clone();
        move |_: &web_sys::Event| dispatch.send(make())
    };
    let hidden = {
        let (dispatch, document) = (dispatch.clone(), document.clone());
        move |_: &web_sys::Event| {
            if document.visibility_state() == VisibilityState::Hidden {
                dispatch.send(Message::PageHidden);
            }
        }
    };
    let pressed = {
        let dispatch = dispatch.clone();
        move |event: &web_sys::Event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(message) = shortcut(event)
            {
                event.prevent_default();
                dispatch.send(message);
            }
        }
    };
    let stored = {
        let dispatch = dispatch.clone();
        move |event: &web_sys::Event| {
            if event.dyn_ref::<StorageEvent>().is_some() {
                dispatch.send(Message::StorageChanged);
            }
        }
    };
    let dropped = {
        let dispatch = dispatch.clone();
        move |event: &web_sys::Event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else {
                return;
            };
            let file = event
                .data_transfer()
                .and_then(|data| data.files())
                .and_then(|files| files.get(0));
            if let Some(file) = file {
                event.prevent_default();
                let dispatch = dispatch.clone();
                files::read(
                    file,
                    Rc::new(move |(name, content)| dispatch.send(Message::FileRead(name, content))),
                );
            }
        }
    };
    let pasted = {
        let dispatch = dispatch.clone();
        move |event: &web_sys::Event| {
            if let Some((page, text)) = pasting::table(event) {
                event.prevent_default();
                dispatch.send(Message::Tables(Tables::Pasted(page, text, None)));
            }
        }
    };
    let inserted = |event: &web_sys::Event| {
        if inserting::lines(event) {
            event.prevent_default();
        }
    };
    let dragged = |event: &web_sys::Event| event.prevent_default();
    let active = EventListenerOptions::enable_prevent_default();
    let drawn = |_: &web_sys::Event| draw_to_the_end();
    let sized = {
        let (dispatch, before) = (dispatch.clone(), Cell::new(screen::has_side()));
        move |_: &web_sys::Event| {
            let now = screen::has_side();
            if before.replace(now) != now {
                dispatch.send(Message::SideChanged(now));
            }
        }
    };
    let freed = dispatch.clone();
    let mut listeners = pressing.listeners(&window, move |message| freed.send(message));
    let first = EventListenerOptions::run_in_capture_phase;
    listeners.extend([
        // What was typed before is drawn before a key or a press is taken: Enter means what is first in the list now.
        EventListener::new_with_options(&window, "keydown", first(), drawn),
        EventListener::new_with_options(&window, "click", first(), drawn),
        EventListener::new(&window, "hashchange", send(|| Message::RouteChanged(screen::route()))),
        EventListener::new(&window, "pagehide", send(|| Message::PageHidden)),
        EventListener::new(&document, "visibilitychange", hidden),
        EventListener::new(&window, "storage", stored),
        EventListener::new(&window, "resize", sized),
        EventListener::new_with_options(&document, "keydown", active, pressed),
        EventListener::new_with_options(&document, "paste", active, pasted),
        EventListener::new_with_options(&document, "beforeinput", active, inserted),
        EventListener::new_with_options(&document, "dragover", active, dragged),
        EventListener::new_with_options(&document, "drop", active, dropped),
    ]);
    listeners
}

/// Keys that mean something everywhere. None of them while an input method is composing.
fn shortcut(event: &KeyboardEvent) -> Option<Message> {
    if event.is_composing() {
        return None;
    }
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "z" | "Z" if command && event.shift_key() => Some(Message::RedoPressed),
        "z" | "Z" if command => Some(Message::UndoPressed),
        "y" | "Y" if command => Some(Message::RedoPressed),
        // A page of the form is of no use on paper; outside a report the browser prints as ever.
        "p" | "P" if command && !event.shift_key() && screen::route().page().is_some() => Some(Message::PrintSought),
        // Only where a report is open is there anything to look through; elsewhere the key is the browser's.
        "h" | "H" if command && !event.shift_key() && screen::route().page().is_some() => {
            Some(Message::WordsSought(String::new()))
        }
        "k" | "K" if command && !event.shift_key() && !event.alt_key() => Some(Message::PaletteSought),
        "F8" if command || event.alt_key() => None,
        "F8" if event.shift_key() => Some(Message::FindingStepped(Direction::Up)),
        "F8" => Some(Message::FindingStepped(Direction::Down)),
        "F1" if !command => Some(Message::HelpPressed(false)),
        "?" | "？" if !command && !screen::is_typing() => Some(Message::HelpPressed(true)),
        "Escape" => Some(Message::EscapePressed),
        _ => None,
    }
}
