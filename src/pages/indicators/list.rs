//! The list of indicators: compact rows of text, one open editor, any number of rows.
//!
//! Rows stand in blocks of twenty. The style sheet lets the browser skip blocks that are out of sight,
//! so all rows stay in the page for find-in-page, the keyboard and screen readers, and a keystroke
//! renders and lays out only the block that it changes.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::figure::FigureButton;
use crate::components::finding::{Flags, counts};
use crate::components::icon::{Icon, Symbol};
use crate::domain::checks::finding::finding::Finding;
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::scheme::indicator::{Indicator, Scoring};
use crate::domain::scheme::template::Template;
use crate::domain::values::input::Input;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::editor::IndicatorEditor;
use super::props::IndicatorsProps;

/// How many rows a block holds.
const BLOCK: usize = 20;

/// The list.
#[component]
pub fn IndicatorList(props: &IndicatorsProps) -> Html {
    let workspace = &props.workspace;
    let draft = &workspace.draft;
    if draft.indicators.is_empty() {
        return html! { <p class="list-editor__empty">{ "还没有指标。按批复的绩效目标申报表逐项添加。" }</p> };
    }
    // Each has as many rows as the draft, in the same order.
    let indicators = draft.indicators.chunks(BLOCK);
    let evaluations = workspace.evaluation.indicators.chunks(BLOCK);
    let blocks = indicators
        .zip(evaluations)
        .zip(workspace.findings.indicators.chunks(BLOCK));
    let weight = match workspace.evaluation.indicator_weight {
        Ok(weight) => weight.printed(),
        Err(gap) => crate::domain::evaluation::gap_words::gap_note(gap),
    };
    html! {
        <div class="indicators" role="table" aria-label="指标" aria-rowcount={(draft.indicators.len() + 1).to_string()}>
            <div class="indicators__headgroup" role="rowgroup">
                <div class="indicators__head" role="row">
                    <div class="indicator__order" role="columnheader"><span aria-hidden="true">{ "#" }</span><span class="visually-hidden">{ "序号" }</span></div>
                    <div class="indicator__name" role="columnheader">{ "关键性指标" }</div>
                    <div class="indicator__target" role="columnheader">{ "指标值" }</div>
                    <div class="indicator__actual" role="columnheader">{ "实际完成值" }</div>
                    <div class="indicator__weight" role="columnheader">{ "权重" }</div>
                    <div class="indicator__score" role="columnheader">{ "得分" }</div>
                    <div class="indicator__flags" role="columnheader">{ "检查" }</div>
                    <div class="indicator__toggle" role="columnheader"><span class="visually-hidden">{ "展开" }</span></div>
                </div>
            </div>
            { for blocks.enumerate().map(|(place, ((indicators, evaluations), findings))| {
                let lines = indicators.iter().zip(evaluations).zip(findings);
                let lines: Vec<ListRow> = lines
                    .map(|((indicator, evaluation), findings)| ListRow {
                        indicator: indicator.clone(),
                        evaluation: *evaluation,
                        findings: findings.clone(),
                    })
                    .collect();
                let open = workspace.open_indicator.filter(|open| lines.iter().any(|line| line.indicator.id == *open));
                html! {
                    <Block key={place} first={place * BLOCK} {lines} {open} workspace={open.map(|_| workspace.clone())}
                        library={open.and_then(|_| props.library.clone())} />
                }
            }) }
            <p class="indicators__foot">{ format!("{} 项，权重合计 {weight}", workspace.draft.written_indicators().count()) }</p>
        </div>
    }
}

/// One indicator with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ListRow {
    indicator: Shared<Indicator>,
    evaluation: IndicatorEvaluation,
    findings: Shared<Vec<Finding>>,
}

#[derive(Clone, PartialEq, Properties)]
struct BlockProps {
    /// The number of rows before the block.
    first: usize,
    lines: Vec<ListRow>,
    /// The indicator whose editor is open, if it is in this block.
    open: Option<Id>,
    /// The open draft, only where an editor needs it.
    workspace: Option<Rc<Workspace>>,
    /// 指标库, where there is an editor.
    library: Option<Rc<Vec<Template>>>,
}

#[component]
fn Block(props: &BlockProps) -> Html {
    html! {
        <div class={classes!("indicators__block", props.open.map(|_| "indicators__block--open"))} role="rowgroup">
            { for props.lines.iter().enumerate().map(|(place, line)| {
                let open = props.open == Some(line.indicator.id);
                let order = props.first + place + 1;
                html! {
                    <key={line.indicator.id.0}>
                        <LineView line={line.clone()} {order} {open} />
                        if open {
                            if let Some(workspace) = &props.workspace {
                                <div class="indicator-editor" role="row">
                                    <div class="indicator-editor__cell" role="cell">
                                        <IndicatorEditor workspace={workspace.clone()} indicator={line.indicator.clone()} {order} library={props.library.clone()} />
                                    </div>
                                </div>
                            }
                        }
                    </>
                }
            }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    line: ListRow,
    order: usize,
    open: bool,
}

#[component]
fn LineView(props: &LineProps) -> Html {
    let dispatch = use_dispatch();
    let ListRow {
        indicator,
        evaluation,
        findings,
    } = &props.line;
    let id = indicator.id;
    let name = if indicator.name.trim().is_empty() {
        "未命名的指标".to_owned()
    } else {
        indicator.name.clone()
    };
    let (target, actual) = (targets(indicator), actuals(indicator, evaluation.value));
    let toggle = dispatch.on::<MouseEvent>(Message::IndicatorToggled(id));
    let (symbol, word) = if props.open {
        (Symbol::Up, "收起")
    } else {
        (Symbol::Down, "展开填写")
    };
    html! {
        <div class={classes!("indicator", props.open.then_some("indicator--open"))} role="row" aria-rowindex={(props.order + 1).to_string()}>
            <div class="indicator__order" role="cell">{ props.order }</div>
            <div class="indicator__name" role="rowheader">{ &name }</div>
            <div class="indicator__target" data-label="指标值" role="cell">{ lines(&target) }</div>
            <div class="indicator__actual" data-label="实际" role="cell">{ lines(&actual) }</div>
            <div class="indicator__weight" data-label="权重" role="cell">{ indicator.weight.text() }</div>
            <div class="indicator__score" data-label="得分" role="cell">
                if indicator.scoring == Scoring::Manual {
                    <span class="tag">{ "手工" }</span>{ " " }
                }
                <FigureButton figure={Figure::IndicatorScore(id)} name={format!("第 {} 项得分", props.order)} text={evaluation.score.map(Points::printed)} />
            </div>
            <div class="indicator__flags" role="cell"><Flags counts={counts(findings.iter())} /></div>
            <div class="indicator__toggle" role="cell">
                <button class="button button--icon" type="button" aria-expanded={props.open.to_string()} title={word} onclick={toggle}>
                    <Icon {symbol} /><span class="visually-hidden">{ format!("{word}：{name}") }</span>
                </button>
            </div>
        </div>
    }
}

fn lines(values: &[Option<String>]) -> Html {
    values
        .iter()
        .map(|value| match value {
            Some(value) => html! { <span class="indicator__line">{ value }</span> },
            None => html! { <span class="indicator__line missing">{ "未填" }</span> },
        })
        .collect()
}
