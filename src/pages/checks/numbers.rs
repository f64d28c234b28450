//! 逐个数: the numbers of 标注稿 as a list, for the keyboard and for those who do not see the pages.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::icon::{Icon, Symbol};
use crate::documents::report::block::Report;
use crate::documents::report::marks::{Marks, Numbered, text_at};
use crate::domain::agreement::known::around;
use crate::domain::agreement::mark::Standing;
use crate::domain::values::input::Choice;
use crate::pages::paper_marks::{Chosen, key};

/// How many numbers are listed at once.
const PIECE: usize = 50;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct NumbersProps {
    /// The report.
    pub report: Rc<Report>,
    /// Its marks.
    pub marks: Rc<Marks>,
    /// The number that is looked at.
    pub chosen: Option<Chosen>,
    /// A number of the list was pressed.
    pub onchosen: Callback<Chosen>,
}

/// The list: what does not agree first, unless everything does.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let NumbersProps {
        report,
        marks,
        chosen,
        onchosen,
    } = props;
    let gravest = Standing::ALL
        .iter()
        .copied()
        .find(|standing| marks.count(*standing) > 0);
    let standing = use_state(|| None::<Standing>);
    let shown = use_state(|| PIECE);
    let Some(listed) = (*standing).filter(|own| marks.count(*own) > 0).or(gravest) else {
        return html! {};
    };
    let numbers: Vec<Numbered<'_>> = marks.all().filter(|number| number.mark.standing == listed).collect();
    let segment = |own: &Standing| {
        let (own, standing, shown) = (*own, standing.clone(), shown.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            standing.set(Some(own));
            shown.set(PIECE);
        });
        html! {
            <button class="segment" type="button" aria-pressed={(own == listed).to_string()} {onclick}>{ format!("{} {}", own.label(), marks.count(own)) }</button>
        }
    };
    let row = |number: &Numbered<'_>| {
        let own = (number.spot, number.place);
        let text = text_at(report, number.spot);
        let said = text
            .get(number.mark.range.clone())
            .unwrap_or_default()
            .trim()
            .to_owned();
        let onchosen = onchosen.clone();
        let onclick = Callback::from(move |_: MouseEvent| onchosen.emit(own));
        html! {
            <li class="numbers__row" key={key(own)}>
                <button class="numbers__number" type="button" aria-pressed={(*chosen == Some(own)).to_string()} {onclick}>{ said }</button>
                <span class="numbers__words">{ number.mark.witnesses.first().map_or_else(|| around(&text, &number.mark.range), |witness| witness.words.clone()) }</span>
            </li>
        }
    };
    let rest = numbers.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PIECE))
    };
    html! {
        <details class="disclosure numbers">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "逐个数" }<span class="disclosure__note">{ "点一个数，看它在报告的哪里、和什么核对" }</span></summary>
            <div class="disclosure__body">
                <div class="segments" role="group" aria-label="按核对的结果">{ for Standing::ALL.iter().filter(|own| marks.count(**own) > 0).map(segment) }</div>
                <ul class="numbers__list">{ for numbers.iter().take(*shown).map(row) }</ul>
                if rest > 0 {
                    <p class="checks__more"><button class="button button--small" type="button" onclick={more}>{ format!("再列 {} 个", rest.min(PIECE)) }</button>{ format!("还有 {rest} 个没有列出") }</p>
                }
            </div>
        </details>
    }
}
