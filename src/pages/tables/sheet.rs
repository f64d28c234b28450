//! The sheet on which a table is looked through before it is taken.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::dialog::Dialog;
use crate::components::dispatch::use_dispatch;
use crate::domain::draft::taken::{MoneyUnit, TableKind, Way};
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::tables::{TableImport, Tables, summary};

use super::columns::Columns;
use super::preview::Preview;
use super::props::TableSheetProps;

/// How many rows are offered as the head, besides the one that was found.
const HEADS: usize = 20;

/// The sheet.
#[component]
pub fn TableSheet(props: &TableSheetProps) -> Html {
    let dispatch = use_dispatch();
    let import = &props.import;
    let close = Message::OverlayClosed;
    let hindrance = import.hindrance();
    let title = match import.mapping.kind {
        TableKind::Funds => "从表格导入资金",
        TableKind::Indicators => "从表格导入绩效指标",
        TableKind::Projects => "从表格导入重点项目",
        TableKind::Divisions => "从表格导入内设机构",
        TableKind::Units => "从表格导入下属单位",
    };
    let is_cut = import.table().is_some_and(|table| table.cut);
    let hidden = import.table().map_or(0, |table| table.hidden_rows.len());
    let onhidden = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.send(Message::Tables(Tables::HiddenChosen(input.checked())));
            }
        })
    };
    html! {
        <Dialog {title} class="dialog--wide table-import" oncancel={dispatch.on::<Event>(close.clone())}>
            <p class="table-import__source">{ format!("来自{}。先核对下面各项，点“导入”之前报告不会改动。", import.source) }</p>
            if is_cut {
                <p class="dialog__warning" role="status">{ "表格太大，只读了前 20000 行、200 列、20 万格以内的内容，后面的没有读。" }</p>
            }
            <Ways import={import.clone()} />
            if hidden > 0 {
                <label class="choice">
                    <input class="choice__input" type="checkbox" checked={import.mapping.hidden.is_empty()} onchange={onhidden} />
                    { format!("表里有 {hidden} 行被隐藏或筛掉，也导入") }
                </label>
            }
            <Columns import={import.clone()} />
            <Preview plan={import.plan.clone()} columns={import.mapping.columns.clone()} />
            <div class="table-import__foot">
                <p class="table-import__summary" role="status">{ hindrance.map_or_else(|| format!("{}。", summary(&import.plan)), str::to_owned) }</p>
                <div class="button-row">
                    <button class="button button--primary" type="button" disabled={hindrance.is_some()} onclick={dispatch.on::<MouseEvent>(Message::Tables(Tables::Taken))}>{ format!("导入 {} 行", import.taken()) }</button>
                    <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(close)}>{ "取消" }</button>
                </div>
            </div>
        </Dialog>
    }
}

/// Which sheet, about what, where its head is, in which unit, and what becomes of the rows that are there.
#[component]
fn Ways(props: &TableSheetProps) -> Html {
    let dispatch = use_dispatch();
    let import = &props.import;
    let chosen = |read: fn(&str) -> Option<Tables>| {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(message) = select.and_then(|select| read(&select.value())) {
                dispatch.send(Message::Tables(message));
            }
        })
    };
    let sheets: Vec<(String, String)> = import
        .sheets
        .iter()
        .enumerate()
        .map(|(place, sheet)| {
            let name = match sheet.name.trim() {
                "" => format!("第 {} 张表", place + 1),
                name => name.to_owned(),
            };
            let hidden = if sheet.hidden { "（隐藏的工作表）" } else { "" };
            (place.to_string(), format!("{name}{hidden}"))
        })
        .collect();
    let kinds: Vec<(String, String)> = TableKind::ALL
        .iter()
        .map(|kind| (kind.code().into(), kind.label().into()))
        .collect();
    let mut units: Vec<(String, String)> = MoneyUnit::ALL
        .iter()
        .map(|unit| (unit.code().into(), unit.label().into()))
        .collect();
    if import.mapping.unit.is_none() {
        units.insert(0, (String::new(), "请选择".into()));
    }
    let has_money = import.mapping.columns.iter().any(|meaning| meaning.is_money());
    let way = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(way) = input.and_then(|input| Way::from_code(&input.value())) {
                dispatch.send(Message::Tables(Tables::WayChosen(way)));
            }
        })
    };
    html! {
        <>
            <div class="table-import__ways">
                if sheets.len() > 1 {
                    { select("table-sheet", "工作表", &sheets, &import.sheet.to_string(), chosen(|value| value.parse().ok().map(Tables::SheetChosen))) }
                }
                { select("table-kind", "导入到", &kinds, import.mapping.kind.code(), chosen(|value| TableKind::from_code(value).map(Tables::KindChosen))) }
                { select("table-head", "表头", &heads(import), &head_code(import.mapping.head), chosen(|value| Some(Tables::HeadChosen(read_head(value))))) }
                if has_money {
                    { select("table-unit", "金额单位", &units, import.mapping.unit.map_or("", MoneyUnit::code), chosen(|value| MoneyUnit::from_code(value).map(Tables::UnitChosen))) }
                }
            </div>
            <div class="choices" role="radiogroup" aria-label="现有的行怎么办">
                { for Way::ALL.iter().map(|choice| html! {
                    <label class="choice">
                        <input class="choice__input" type="radio" name="table-way" value={choice.code()} checked={*choice == import.way} onchange={way.clone()} />
                        { choice.label() }
                    </label>
                }) }
            </div>
        </>
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    options: &[(String, String)],
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ label }</label>
            <select class="control" {id} {onchange}>
                { for options.iter().map(|(code, word)| html! { <option value={code.clone()} selected={code == chosen}>{ word }</option> }) }
            </select>
        </div>
    }
}

/// The rows that could be the head.
fn heads(import: &TableImport) -> Vec<(String, String)> {
    let rows = import.table().map_or(0, |table| table.grid.len());
    let mut heads: Vec<Option<(usize, usize)>> = vec![None];
    heads.extend((0..rows.min(HEADS)).map(|row| Some((row, 1))));
    let found = import.mapping.head;
    if !heads.contains(&found) {
        heads.push(found);
    }
    heads.sort();
    let word = |head: Option<(usize, usize)>| match head {
        None => "没有表头".to_owned(),
        Some((row, 1)) => format!("第 {} 行", row + 1),
        Some((row, rows)) => format!("第 {} 到 {} 行", row + 1, row + rows),
    };
    heads.into_iter().map(|head| (head_code(head), word(head))).collect()
}

fn head_code(head: Option<(usize, usize)>) -> String {
    head.map_or_else(String::new, |(row, rows)| format!("{row}+{rows}"))
}

fn read_head(code: &str) -> Option<(usize, usize)> {
    let (row, rows) = code.split_once('+')?;
    Some((row.parse().ok()?, rows.parse().ok()?))
}
