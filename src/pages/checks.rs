//! 检查: every finding, gravest first, each a link to its field.

use yew::prelude::*;

use crate::components::field::symbol;
use crate::components::finding::{FindingLink, counts};
use crate::components::icon::Icon;
use crate::domain::finding::{Finding, Severity};
use crate::domain::input::Choice;
use crate::domain::outline::Chapter;

use super::page::{PageProps, head};

/// The page.
#[component]
pub fn ChecksPage(props: &PageProps) -> Html {
    let shown = use_state(|| None::<Severity>);
    let all: Vec<&Finding> = props.workspace.findings.iter().collect();
    let counts = counts(all.iter().copied());
    let errors: Vec<&&Finding> = all
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .collect();
    let segment = |severity: Option<Severity>, word: &str, count: usize| {
        let pressed = (*shown == severity).to_string();
        let shown = shown.clone();
        html! {
            <button class="segment" type="button" aria-pressed={pressed} onclick={Callback::from(move |_| shown.set(severity))}>{ format!("{word} {count}") }</button>
        }
    };
    html! {
        <>
            { head("检查", None) }
            if all.is_empty() {
                <div class="notice" role="status"><div class="notice__body"><p><strong class="notice__title">{ "没有发现问题。" }</strong>{ "数字、得分和必写部分都核对过，可以导出了。" }</p></div></div>
            }
            if !errors.is_empty() {
                <section class="error-summary" aria-labelledby="summary-title" tabindex="-1">
                    <h2 class="error-summary__title" id="summary-title">{ format!("送审前要改的 {} 个错误", errors.len()) }</h2>
                    <ul class="error-summary__list">
                        { for errors.iter().map(|finding| html! {
                            <li><FindingLink finding={(**finding).clone()} class="error-summary__link error-summary__link--error" /></li>
                        }) }
                    </ul>
                </section>
            }
            if !all.is_empty() {
                <section class="section" aria-labelledby="list-title">
                    <div class="section__head">
                        <h2 class="section__title" id="list-title">{ "逐条处理" }</h2>
                        <div class="segments" role="group" aria-label="只看">
                            { segment(None, "全部", all.len()) }
                            { for counts.iter().filter(|(_, count)| *count > 0).map(|(severity, count)| segment(Some(*severity), severity.label(), *count)) }
                        </div>
                    </div>
                    { for Chapter::ALL.iter().map(|chapter| group(*chapter, &all, *shown)) }
                </section>
            }
        </>
    }
}

fn group(chapter: Chapter, all: &[&Finding], shown: Option<Severity>) -> Html {
    let own = |finding: &&&Finding| {
        Chapter::of(finding.field) == chapter && shown.is_none_or(|severity| finding.severity() == severity)
    };
    let findings: Vec<&&Finding> = all.iter().filter(own).collect();
    if findings.is_empty() {
        return html! {};
    }
    let title_id = format!("checks-{}", chapter.code());
    html! {
        <section class="check-group" aria-labelledby={title_id.clone()}>
            <h3 class="check-group__title" id={title_id}>{ chapter.label() }<span class="check-group__tally">{ format!("{} 条", findings.len()) }</span></h3>
            <ul class="checks">
                { for findings.iter().map(|finding| check(finding)) }
            </ul>
        </section>
    }
}

fn check(finding: &Finding) -> Html {
    let severity = finding.severity();
    html! {
        <li class={format!("check check--{}", severity.code())}>
            <p class="check__mark"><Icon symbol={symbol(severity)} />{ severity.label() }</p>
            <div class="check__body">
                <p class="check__text"><FindingLink finding={finding.clone()} class="check__text" /></p>
                <p class="check__hint">{ &finding.hint }</p>
            </div>
            <p class="check__code" title={finding.code.label()}>{ finding.code.code() }</p>
        </li>
    }
}
