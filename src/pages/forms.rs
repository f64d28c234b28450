//! 项目支出绩效自评表 of a report: the list of them, and the way back from one.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::rows::Tool;
use crate::components::section::Section;
use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::run::check;
use crate::domain::draft::budget::Project;
use crate::domain::draft::draft::ProjectForm;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::values::row::Id;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::page::PageProps;

/// The list, on the page of key projects.
#[component]
pub fn Forms(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let draft = &props.workspace.draft;
    let forms = &draft.forms;
    let has_form = |row: &&Project| forms.iter().any(|form| form.project == Some(row.id));
    let named = draft.projects.rows.iter().filter(|row| !row.name.trim().is_empty());
    let without: Vec<(Id, AttrValue)> = named
        .filter(|row| !has_form(row))
        .map(|row| (row.id, row.name.trim().to_owned().into()))
        .collect();
    html! {
        <Section title="项目支出绩效自评表" id="forms" note={html! { "作为附件印在报告后面" }}>
            <div class="list-editor">
                if forms.is_empty() {
                    <p class="list-editor__empty">{ "要求逐个项目填自评表的，在这里添加。" }</p>
                } else {
                    <ul class="packs" aria-label="项目支出绩效自评表">
                        { for forms.iter().enumerate().map(|(place, form)| html! { <Line key={form.id.0} form={form.clone()} {place} /> }) }
                    </ul>
                }
                <div class="list-editor__foot">
                    if !without.is_empty() {
                        <OfProject rows={without} />
                    }
                    <button class="button button--quiet button--small" type="button" id={Field::Rows(List::Forms).key()} onclick={dispatch.on::<MouseEvent>(Message::FormAdded(None))}>
                        <Icon symbol={Symbol::Plus} />{ "添加项目自评表" }
                    </button>
                </div>
            </div>
        </Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OfProjectProps {
    /// The projects of the list that have no form yet.
    rows: Vec<(Id, AttrValue)>,
}

/// 用重点项目建表: name and money of the project stand in its form, and the two stay in step.
#[component]
fn OfProject(props: &OfProjectProps) -> Html {
    let dispatch = use_dispatch();
    let chosen = use_state_eq(|| None::<Id>);
    let now = chosen.filter(|id| props.rows.iter().any(|(row, _)| row == id));
    let now = now.or_else(|| props.rows.first().map(|(id, _)| *id));
    let onchange = {
        let (chosen, rows) = (chosen.setter(), props.rows.clone());
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let found = rows.iter().find(|(id, _)| id.0.to_string() == select.value());
                chosen.set(found.map(|(id, _)| *id));
            }
        })
    };
    html! {
        <div class="form-of-project">
            <select class="control form-of-project__choice" aria-label="哪个重点项目" {onchange}>
                { for props.rows.iter().map(|(id, name)| html! { <option value={id.0.to_string()} selected={Some(*id) == now}>{ name }</option> }) }
            </select>
            <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::FormAdded(now))}><Icon symbol={Symbol::Table} />{ "用这个项目建表" }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    form: ProjectForm,
    place: usize,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let dispatch = use_dispatch();
    let LineProps { form, place } = props;
    let title = form.title(*place);
    let evaluation = evaluate(&form.draft);
    let errors = check(&form.draft, &evaluation).count(Severity::Error);
    let said = |figure| printed(&evaluation, figure).unwrap_or_else(gap_words::gap_note);
    let edit = |edit| dispatch.on::<MouseEvent>(Message::Edited(edit));
    html! {
        <li class="pack">
            <div class="pack__head">
                <div class="pack__text">
                    <p class="pack__name">{ &title }</p>
                    <p class="pack__note">{ format!("总分 {}，执行率 {}{}", said(Figure::TotalScore), said(Figure::ExecutionRate), if form.project.is_some() { "；名称和金额与重点项目一起改" } else { "" }) }</p>
                </div>
                if errors > 0 {
                    <button class="button button--quiet button--small" type="button" aria-label={format!("{errors} 个错误，去检查：{title}")} onclick={dispatch.on::<MouseEvent>(Message::FormChecked(form.id))}>
                        <span class="flag flag--error"><Icon symbol={Symbol::Error} /></span>{ format!("{errors} 个错误") }
                    </button>
                }
                <button class="button button--small" type="button" aria-label={format!("填写：{title}")} onclick={dispatch.on::<MouseEvent>(Message::FormOpened(form.id))}>{ "填写" }</button>
                <Tool symbol={Symbol::Copy} name={format!("复制：{title}")} hint="复制" onclick={edit(Edit::Duplicate(List::Forms, form.id))} />
                <Tool symbol={Symbol::Trash} name={format!("删除：{title}")} hint="删除" onclick={edit(Edit::Remove(List::Forms, form.id))} />
            </div>
        </li>
    }
}

/// What the way back is told.
#[derive(Clone, PartialEq, Properties)]
pub struct BackProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
}

/// The way back from a form to its report.
#[component]
pub fn Back(props: &BackProps) -> Html {
    let dispatch = use_dispatch();
    let Some((whole, id)) = &props.workspace.whole else {
        return html! {};
    };
    let place = whole.forms.iter().position(|form| form.id == *id).unwrap_or_default();
    let title = whole.forms.get(place).map(|form| form.title(place)).unwrap_or_default();
    html! {
        <div class="notice form-bar" role="status">
            <div class="notice__body"><p>{ format!("正在填项目自评表：{title}") }</p></div>
            <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::FormClosed)}><Icon symbol={Symbol::Left} />{ "返回报告" }</button>
        </div>
    }
}
