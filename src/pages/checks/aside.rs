//! 不处理的: the findings that were set aside, with their reasons, and those that are listed again.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::bind;
use crate::components::control::Kind;
use crate::components::dispatch::use_dispatch;
use crate::components::field::FormField;
use crate::components::finding::FindingLink;
use crate::components::icon::{Icon, symbol};
use crate::domain::draft::field::{Field, List};
use crate::domain::values::input::Choice;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::working_off::{AsideRow, Standing};
use crate::state::model::workspace::Workspace;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct AsideListProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The rows.
    pub rows: Vec<AsideRow>,
}

/// The list; nothing where nothing was set aside.
#[component]
pub fn AsideList(props: &AsideListProps) -> Html {
    let dispatch = use_dispatch();
    if props.rows.is_empty() {
        return html! {};
    }
    let row = |AsideRow { row, finding, standing }: &AsideRow| {
        let removed = dispatch.on::<MouseEvent>(Message::FindingRestored(row.id));
        let (again, word) = match standing {
            Standing::Held => (None, "恢复"),
            Standing::Changed => (Some("已变化，重新列出"), "删除"),
            Standing::Unexplained => (Some("没有理由，重新列出"), "删除"),
        };
        html! {
            <li class="check check--aside" key={row.id.0}>
                <p class="check__mark"><Icon symbol={symbol(finding.severity())} />{ finding.severity().label() }</p>
                <div class="check__body">
                    <p class="check__text">
                        if let Some(again) = again {
                            { &row.message }<span class="tag tag--warning">{ again }</span>
                        } else {
                            <FindingLink finding={finding.clone()} class="check__link" />
                        }
                    </p>
                    <FormField bound={bind(&props.workspace, Field::SetAsideReason(row.id))} kind={Kind::Lines(2)} flag={finding.code.code()} />
                </div>
                if props.workspace.pen == Pen::Here {
                    <div class="check__tools">
                        <button class="button button--quiet button--small" type="button" onclick={removed}>{ word }<span class="visually-hidden">{ format!("：{}", row.message) }</span></button>
                    </div>
                }
            </li>
        }
    };
    html! {
        <section class="section" aria-labelledby={Field::Rows(List::SetAside).key()}>
            <div class="section__head">
                <h2 class="section__title" id={Field::Rows(List::SetAside).key()} tabindex="-1">{ format!("不处理的 {} 条", props.rows.len()) }</h2>
                <p class="section__note">{ "内容一变就会重新列出；理由写进复核清单" }</p>
            </div>
            <ul class="checks checks--aside">{ for props.rows.iter().map(row) }</ul>
        </section>
    }
}
