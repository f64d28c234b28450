//! 校验送审包: whether a package is as it was exported, and what is in it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::plain_bar::PlainBar;
use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::run::check;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::reports::{StorageFault, title};
use crate::state::model::route::Route;
use crate::state::model::verifying::Checked;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct VerifyProps {
    /// The package that was checked last.
    pub checked: Option<Rc<Checked>>,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The page.
#[component]
pub fn VerifyPage(props: &VerifyProps) -> Html {
    let dispatch = use_dispatch();
    let word = if props.checked.is_some() {
        "换一个送审包"
    } else {
        "选择送审包"
    };
    html! {
        <>
            <PlainBar here={Route::Verify} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "校验送审包" }</h1>
                    <p class="page-head__lead">{ "看一个送审包（.zip）导出以后有没有被改过，里面的 Word、Excel 和数据是不是同一份。把文件拖到这里也可以。" }</p>
                </div>
                <div class="button-row">
                    <button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::OpenFilePressed)}><Icon symbol={Symbol::File} />{ word }</button>
                </div>
                if let Some(checked) = &props.checked {
                    <Result checked={checked.clone()} />
                }
            </main>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ResultProps {
    checked: Rc<Checked>,
}

#[component]
fn Result(props: &ResultProps) -> Html {
    let dispatch = use_dispatch();
    let Checked { name, verified } = &*props.checked;
    let sound = verified.is_sound();
    html! {
        <>
            <section class={classes!("notice", "notice--apart", (!sound).then_some("notice--warning"))} role="status">
                <Icon symbol={if sound { Symbol::Check } else { Symbol::Warning }} class="notice__icon" />
                <div class="notice__body"><p><strong class="notice__title">{ format!("“{name}”") }</strong>{ verified.sentence() }</p></div>
            </section>
            <p class="section__note">{ "校验只能说明包里的文件互相对得上。谁导出的、是不是连数据一起重做了整个包、填的数是不是真的，校验看不出来，请核对来源、签章和佐证材料。" }</p>
            if !verified.conflicts.is_empty() {
                <section class="section" aria-labelledby="conflicts-title">
                    <h2 class="section__title section__title--spaced" id="conflicts-title">{ "对不上的地方" }</h2>
                    <ul class="reasons">{ for verified.conflicts.iter().map(|conflict| html! { <li class="reasons__item">{ conflict }</li> }) }</ul>
                </section>
            }
            <section class="section" aria-labelledby="files-title">
                <div class="section__head">
                    <h2 class="section__title" id="files-title">{ "包里的文件" }</h2>
                    <p class="section__note">{ format!("{} 个", verified.items.len()) }</p>
                </div>
                <table class="table table--flush" role="table">
                    <caption class="visually-hidden">{ "包里的文件" }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ "文件" }</th>
                        <th scope="col" role="columnheader">{ "和导出时比" }</th>
                    </tr></thead>
                    <tbody role="rowgroup">{ for verified.items.iter().map(|item| html! {
                        <tr role="row">
                            <th scope="row" role="rowheader">{ &item.name }</th>
                            <td data-label="和导出时比" role="cell">
                                if item.standing.is_same() {
                                    <span class="clear">{ item.standing.label() }</span>
                                } else {
                                    <span class="draft__fault"><Icon symbol={Symbol::Warning} />{ item.standing.label() }</span>
                                }
                            </td>
                        </tr>
                    }) }</tbody>
                </table>
            </section>
            { match &verified.draft {
                Ok(draft) => html! {
                    <section class="section" aria-labelledby="report-title">
                        <h2 class="section__title section__title--spaced" id="report-title">{ "里面的报告" }</h2>
                        { summary(draft) }
                        <div class="button-row">
                            <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::VerifiedOpened)}>{ "另存为新报告打开" }</button>
                        </div>
                    </section>
                },
                Err(reason) => html! { <section class="section"><p>{ reason }</p></section> },
            } }
        </>
    }
}

/// The main figures of the report, computed anew from its data.
fn summary(draft: &Draft) -> Html {
    let evaluation = evaluate(draft);
    let findings = check(draft, &evaluation);
    let figure = |figure| printed(&evaluation, figure).unwrap_or_else(gap_words::gap_note);
    let grade = evaluation.grade.map(Choice::label).unwrap_or_default();
    let rows = [
        ("执行率", figure(Figure::ExecutionRate)),
        (
            "自评总分",
            format!("{} {grade}", figure(Figure::TotalScore)).trim().to_owned(),
        ),
        (
            "检查",
            format!(
                "{} 个错误，{} 个警告",
                findings.count(Severity::Error),
                findings.count(Severity::Warning)
            ),
        ),
    ];
    html! {
        <>
        <p>{ title(draft) }</p>
        <dl class="facts">{ for rows.into_iter().map(|(name, value)| html! {
            <div class="fact"><dt class="fact__name">{ name }</dt><dd class="fact__value">{ value }</dd></div>
        }) }</dl>
        </>
    }
}
