//! 新建报告: whose report, of which year, which document and by which scheme, on one page.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::form_choice::FormChoice;
use crate::components::icon::{Icon, Symbol};
use crate::components::plain_bar::PlainBar;
use crate::components::section::Section;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::scope::PROVINCES;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::new_report::{Asked, NewReport, NewReportMessage};
use crate::state::model::packs::{Pack, Suits, offered};
use crate::state::model::reports::StorageFault;
use crate::state::model::route::Route;

use super::scheme::about::{about, proof};

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct NewReportProps {
    /// What was answered so far; none until what is remembered was read.
    pub asked: Option<Rc<NewReport>>,
    /// The schemes that can be chosen, once they were read.
    pub packs: Option<Rc<Vec<Pack>>>,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The page.
#[component]
pub fn NewReportPage(props: &NewReportProps) -> Html {
    let dispatch = use_dispatch();
    let submitted = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.send(Message::NewReport(NewReportMessage::Begun));
    });
    let packs = props.packs.clone().unwrap_or_default();
    html! {
        <>
            <PlainBar here={Route::New} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "新建报告" }</h1>
                    <p class="page-head__lead">{ "先说清谁的报告、哪一年、按什么评。以后都能改，下次新建时还记得。" }</p>
                </div>
                if let Some(asked) = &props.asked {
                    <form onsubmit={submitted} novalidate=true>
                        <Office asked={asked.clone()} />
                        <Document kind={asked.kind} />
                        <Schemes asked={asked.clone()} packs={packs.clone()} />
                        <Forms asked={asked.clone()} {packs} />
                        <div class="button-row begin">
                            <button class="button button--primary" type="submit">{ "开始填写" }</button>
                            <a class="button button--quiet" href={Route::Start.hash()}>{ "返回" }</a>
                        </div>
                    </form>
                }
            </main>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AskedProps {
    asked: Rc<NewReport>,
}

/// 单位, 地区, 年度.
#[component]
fn Office(props: &AskedProps) -> Html {
    let dispatch = use_dispatch();
    let asked = &props.asked;
    let typed = |what: Asked| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.send(Message::NewReport(NewReportMessage::Typed(what, input.value())));
            }
        })
    };
    let wrong = asked.year_fault();
    let lacks_unit = asked.lacks_unit();
    html! {
        <Section title="谁的报告" id="new-office">
            <div class="field-row">
                <div class={classes!("field", "span-5", lacks_unit.then_some("field--error"))}>
                    <label class="field__label" for="new-unit">{ "单位全称" }</label>
                    <p class="field__hint" id="new-unit-hint">{ "报告题目里的名称" }</p>
                    <input class={classes!("control", lacks_unit.then_some("control--error"))} id="new-unit" type="text" autocomplete="off" spellcheck="false" placeholder="例如：某某县教育局" aria-describedby="new-unit-hint new-unit-wrong" aria-invalid={lacks_unit.then_some("true")} value={asked.unit.clone()} oninput={typed(Asked::Unit)} />
                    <p class="field__below" id="new-unit-wrong" role="status">{ if lacks_unit { "还没有填单位全称，报告题目和落款要用" } else { "" } }</p>
                </div>
                <div class="field span-4">
                    <label class="field__label" for="new-place">{ "地区" }</label>
                    <p class="field__hint" id="new-place-hint">{ "省、市、县，据此把本地的方案排在前面" }</p>
                    <input class="control" id="new-place" type="text" autocomplete="off" spellcheck="false" list="new-places" placeholder="例如：某某省某某市" aria-describedby="new-place-hint" value={asked.place.clone()} oninput={typed(Asked::Place)} />
                    <datalist id="new-places">{ for PROVINCES.iter().map(|name| html! { <option value={*name} /> }) }</datalist>
                </div>
                <div class={classes!("field", "span-3", wrong.map(|_| "field--error"))}>
                    <label class="field__label" for="new-year">{ "年度" }</label>
                    <p class="field__hint" id="new-year-hint">{ "评价哪一年的支出" }</p>
                    <input class={classes!("control", wrong.map(|_| "control--error"))} id="new-year" type="text" inputmode="numeric" autocomplete="off" aria-describedby="new-year-hint new-year-wrong" aria-invalid={wrong.map(|_| "true")} value={asked.year.clone()} oninput={typed(Asked::Year)} />
                    <p class="field__below" id="new-year-wrong" role="status">{ wrong.map(|fault| fault.sentence()).unwrap_or_default() }</p>
                </div>
            </div>
        </Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DocumentProps {
    kind: ReportKind,
}

/// Which document.
#[component]
fn Document(props: &DocumentProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <Section title="写哪一种" id="new-kind">
            <div class="offers offers--two" role="radiogroup" aria-labelledby="new-kind-title">
                { for ReportKind::ALL.iter().map(|kind| html! {
                    <Offer group="new-kind" name={kind.label()} notes={vec![AttrValue::from(what_it_is(*kind))]} chosen={*kind == props.kind}
                        onchosen={dispatch.on(Message::NewReport(NewReportMessage::KindChosen(*kind)))} />
                }) }
            </div>
        </Section>
    }
}

fn what_it_is(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Department => "一个单位全年的支出：公文格式的报告，附评分表和项目自评表",
        ReportKind::Project => "一个项目的支出：一张表，资金、目标和三级指标",
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SchemesProps {
    asked: Rc<NewReport>,
    packs: Rc<Vec<Pack>>,
}

/// Which scheme, those for the document and the place first.
#[component]
fn Schemes(props: &SchemesProps) -> Html {
    let dispatch = use_dispatch();
    let asked = &props.asked;
    let chosen = asked.chosen(&props.packs).map(Pack::key);
    let choose = |key| dispatch.on(Message::NewReport(NewReportMessage::SchemeChosen(key)));
    let option = |pack: &&Pack| {
        let key = pack.key();
        let notes = [Some(about(&pack.scheme)), proof(&pack.scheme)];
        let notes = notes.into_iter().flatten().filter(|note| !note.is_empty());
        html! {
            <Offer key={key.as_str()} group="new-scheme" name={pack.name().to_owned()} notes={notes.map(AttrValue::from).collect::<Vec<_>>()}
                mark={pack.scheme.reference.then_some("参考")} chosen={chosen.as_ref() == Some(&key)} onchosen={choose(Some(key.clone()))} />
        }
    };
    let groups = offered(&props.packs, asked.kind, asked.whereabouts());
    let (elsewhere, near): (Vec<_>, Vec<_>) = groups.iter().partition(|(suits, _)| *suits == Suits::Elsewhere);
    html! {
        <Section title="按哪个评分方案" id="new-scheme" note={html! { "权重、计分办法和表样由它定" }}>
            <div role="radiogroup" aria-labelledby="new-scheme-title">
                { for near.iter().map(|(suits, packs)| html! {
                    <div class="offer-group" key={suits.code()}>
                        <h3 class="offer-group__title">{ suits.label() }</h3>
                        <div class="offers">{ for packs.iter().map(option) }</div>
                    </div>
                }) }
                { for elsewhere.iter().map(|(suits, packs)| {
                    let has_chosen = packs.iter().any(|pack| chosen.as_ref() == Some(&pack.key()));
                    html! {
                        <details class="disclosure offer-group" key={suits.code()} open={has_chosen}>
                            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ format!("{}方案，{} 个", suits.label(), packs.len()) }<span class="disclosure__note">{ "各地权重和计分办法不同" }</span></summary>
                            <div class="disclosure__body offers">{ for packs.iter().map(option) }</div>
                        </details>
                    }
                }) }
                <div class="offer-group">
                    <h3 class="offer-group__title">{ "还不知道" }</h3>
                    <div class="offers">
                        <Offer group="new-scheme" name="以后再选" notes={vec![AttrValue::from("先按全国通用的摆出各部分；选定之前，“评分方案”不算填完")]}
                            chosen={chosen.is_none()} onchosen={choose(None)} />
                    </div>
                </div>
            </div>
        </Section>
    }
}

/// In which table, shown as a small picture of its page; the scheme's own is chosen until another is.
#[component]
fn Forms(props: &SchemesProps) -> Html {
    let dispatch = use_dispatch();
    let of_scheme = props.asked.form_of_scheme(&props.packs);
    let chosen = props.asked.form.unwrap_or(of_scheme);
    let onchosen = Callback::from(move |form| dispatch.send(Message::NewReport(NewReportMessage::FormChosen(form))));
    html! {
        <Section title="用哪种表样" id="new-form" note={html! { "指标和得分表的样子，预览时还能换" }}>
            <FormChoice kind={props.asked.kind} {chosen} {of_scheme} {onchosen} />
        </Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OfferProps {
    /// The name of the group of buttons.
    group: &'static str,
    name: AttrValue,
    /// What is said below the name, a line each.
    notes: Vec<AttrValue>,
    /// A word behind the name.
    #[prop_or_default]
    mark: Option<&'static str>,
    chosen: bool,
    onchosen: Callback<Event>,
}

/// One of several, with what there is to know before choosing it.
#[component]
fn Offer(props: &OfferProps) -> Html {
    html! {
        <label class={classes!("offer", props.chosen.then_some("offer--chosen"))}>
            <input class="offer__input" type="radio" name={props.group} checked={props.chosen} onchange={props.onchosen.clone()} />
            <span class="offer__text">
                <span class="offer__name">{ &props.name }if let Some(mark) = props.mark { <span class="tag">{ mark }</span> }</span>
                { for props.notes.iter().map(|note| html! { <span class="offer__note">{ note }</span> }) }
            </span>
        </label>
    }
}
