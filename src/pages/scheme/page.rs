//! The page 评分方案.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::field::FormField;
use crate::components::icon::{Icon, Symbol};
use crate::components::section::Section;
use crate::domain::draft::draft::SchemeStanding;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::draft::scheme_change::missing;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Choice;
use crate::pages::page::{PageProps, head};
use crate::state::model::message::Message;
use crate::state::model::packs::Pack;
use crate::state::model::workspace::Workspace;

use super::about::proof;
use super::choose::Choose;
use super::details::Details;
use super::document::Document;
use super::outline::Outline;
use super::parts::Parts;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct SchemePageProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The schemes that can be chosen, once they were asked for.
    pub packs: Option<Rc<Vec<Pack>>>,
}

/// The page.
#[component]
pub fn SchemePage(props: &SchemePageProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let page = PageProps {
        workspace: workspace.clone(),
    };
    let scheme = &workspace.draft.scheme;
    let brought = missing(&workspace.draft, scheme).count();
    let send = |message: Message| dispatch.on::<MouseEvent>(message);
    html! {
        <>
            { head("评分方案", Some("方案是报告的一部分，随报告保存。这里改的只影响这份报告。")) }
            if workspace.draft.scheme_standing == SchemeStanding::Open {
                <div class="notice notice--warning notice--apart">
                    <Icon symbol={Symbol::Warning} class="notice__icon" />
                    <div class="notice__body">
                        <p>{ format!("还没有选定方案，现在先按“{}”摆着。对照本地财政部门的通知选一个，或者就用它。", scheme.name.trim()) }</p>
                        <div class="button-row">
                            <button class="button button--small" type="button" id={Field::SchemeStanding.key()} onclick={send(Message::Edited(Edit::Set(Field::SchemeStanding, SchemeStanding::Chosen.code().into())))}>{ "就用这个方案" }</button>
                        </div>
                    </div>
                </div>
            }
            <Section title="现用的方案" id="scheme" note={html! { if scheme.reference { <span class="tag">{ "参考" }</span> } }}>
                <div class="field-row">
                    <FormField class="span-6" bound={page.bind(Field::Scheme(SchemeField::Name))} />
                    <FormField class="span-3" bound={page.bind(Field::Scheme(SchemeField::Place))} flag="选填" />
                    <FormField class="span-3" bound={page.bind(Field::Scheme(SchemeField::Year))} flag="选填" />
                </div>
                <FormField bound={page.bind(Field::Scheme(SchemeField::Source))} />
                { for proof(scheme).map(|proof| html! { <p class="section__lead">{ proof }</p> }) }
                <div class="button-row scheme__tools">
                    <button class="button button--small" type="button" onclick={send(Message::SchemeKept)}><Icon symbol={Symbol::Copy} />{ "存为我的方案" }</button>
                    <button class="button button--small" type="button" onclick={send(Message::SchemeDownloaded(scheme.clone()))}><Icon symbol={Symbol::Export} />{ "下载方案文件" }</button>
                    <button class="button button--small" type="button" onclick={send(Message::OpenFilePressed)}><Icon symbol={Symbol::File} />{ "导入方案文件" }</button>
                    if brought > 0 {
                        <button class="button button--small" type="button" onclick={send(Message::SchemeIndicatorsTaken)}><Icon symbol={Symbol::Plus} />{ format!("加入方案自带的 {brought} 项指标") }</button>
                    }
                </div>
                <Choose workspace={workspace.clone()} packs={props.packs.clone()} />
                // A form within a report stays the form of a project.
                if workspace.form().is_none() {
                    <Document workspace={workspace.clone()} />
                }
            </Section>
            <Parts workspace={workspace.clone()} />
            <Details workspace={workspace.clone()} />
            if scheme.kind == ReportKind::Department {
                <Outline workspace={workspace.clone()} />
            }
        </>
    }
}
