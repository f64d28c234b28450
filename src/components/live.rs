//! The live figures: always in sight, each with its explanation.

use yew::prelude::*;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::gap_words;
use crate::state::model::message::Message;

use super::dispatch::use_dispatch;
use super::figure::FigureButton;
use super::finding::FindingList;
use super::icon::{Icon, Symbol};
use super::meter::Meter;

/// One part of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreLine {
    /// Which figure.
    pub figure: Figure,
    /// What it is called.
    pub name: String,
    /// 得分.
    pub score: Derived<String>,
    /// 权重, as text.
    pub weight: String,
    /// The score as a share of the weight, with a percent sign.
    pub share: String,
}

/// One of the key figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// Which figure.
    pub figure: Figure,
    /// What it is called.
    pub name: &'static str,
    /// Its text.
    pub text: Derived<String>,
    /// Whether it is beyond a limit.
    pub flagged: bool,
}

/// What the panel is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LiveProps {
    /// 总分.
    pub total: Derived<String>,
    /// 满分.
    pub full: String,
    /// 等级.
    pub grade: Derived<String>,
    /// 各部分.
    pub parts: Vec<ScoreLine>,
    /// 关键数字.
    pub figures: Vec<KeyFigure>,
    /// The gravest findings of the page that is shown, no more than [`LISTED`].
    pub findings: Vec<Finding>,
    /// How many findings the page has.
    pub count: usize,
    /// What the findings are about.
    pub scope: &'static str,
    /// Whether they are listed: not beside the page that lists them itself.
    pub listed: bool,
    /// Whether it is open as a drawer.
    pub open: bool,
}

/// How many findings the panel lists before it refers to the page of findings.
pub const LISTED: usize = 6;

/// The panel at the right.
#[component]
pub fn Live(props: &LiveProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <aside class={classes!("live", props.open.then_some("live--open"))} id="live" aria-label="实时数字与检查">
            <div class="live__inner">
                <button class="drawer-close drawer-close--live" type="button" onclick={dispatch.on(Message::OverlayClosed)}>
                    <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭" }</span>
                </button>
                <section class="live__block" aria-labelledby="live-score">
                    <h2 class="live__heading" id="live-score">{ "自评总分" }</h2>
                    <div class="score">
                        <p class="score__total">
                            <FigureButton figure={Figure::TotalScore} name="总分" text={props.total.clone()} />
                            if props.total.is_ok() {
                                <span class="score__of">{ format!(" / {}", props.full) }</span>
                            }
                        </p>
                        if let Ok(grade) = &props.grade {
                            <p class="seal"><span class="visually-hidden">{ "等级：" }</span>{ grade }</p>
                        }
                    </div>
                    <dl class="score-parts">{ for props.parts.iter().map(score_line) }</dl>
                </section>
                <section class="live__block" aria-labelledby="live-rates">
                    <h2 class="live__heading" id="live-rates">{ "关键数字" }</h2>
                    <dl class="rates">
                        { for props.figures.iter().map(|key| html! {
                            <div class={classes!("rate", key.flagged.then_some("rate--flag"))}>
                                <dt class="rate__name">{ key.name }</dt>
                                <dd class="rate__value"><FigureButton figure={key.figure} name={key.name} text={key.text.clone()} /></dd>
                            </div>
                        }) }
                    </dl>
                </section>
                <section class="live__block" aria-labelledby="live-findings">
                    <h2 class="live__heading" id="live-findings">
                        { props.scope }
                        <span class="live__tally">{ format!("{} 条", props.count) }</span>
                    </h2>
                    if !props.listed && props.count > 0 {
                        <p class="live__note">{ "都列在这一页上。" }</p>
                    } else if props.findings.is_empty() {
                        <p class="live__note">{ "没有发现问题。" }</p>
                    } else {
                        <FindingList findings={props.findings.clone()} />
                        if props.count > LISTED {
                            <p class="live__note">{ format!("另有 {} 条，在“检查”里逐条处理。", props.count - LISTED) }</p>
                        }
                    }
                </section>
            </div>
        </aside>
    }
}

fn score_line(line: &ScoreLine) -> Html {
    let said = line.score.clone().unwrap_or_else(gap_words::gap_note);
    html! {
        <div class="score-part">
            <dt class="score-part__name">{ &line.name }</dt>
            <dd class="score-part__value">
                <FigureButton figure={line.figure} name={line.name.clone()} text={line.score.clone()} />
                <span class="score-part__of">{ format!(" / {}", line.weight) }</span>
                <Meter share={line.share.clone()} name={format!("{} {said}，满分 {}", line.name, line.weight)} />
            </dd>
        </div>
    }
}
