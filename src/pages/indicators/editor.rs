//! The editor of one indicator.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::bind;
use crate::components::choice::{Choices, options};
use crate::components::control::{Control, Kind};
use crate::components::dispatch::use_dispatch;
use crate::components::field::FormField;
use crate::components::icon::{Icon, Symbol};
use crate::components::rows::{AddRow, Tool};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField, List, RuleOwner};
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::{gap_words, scoring};
use crate::domain::explanation::explain::explain;
use crate::domain::review::review::loss_of;
use crate::domain::scheme::indicator::{Attainment, Core, Indicator, IndicatorNature, Scoring};
use crate::domain::scheme::layout::Shown;
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::Scheme;
use crate::domain::scheme::survey::SurveyField;
use crate::domain::scheme::tables_of::asks;
use crate::domain::scheme::template::Template;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::row::Direction;
use crate::domain::values::shared::Shared;
use crate::pages::rule::RuleEditor;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::checkup::CheckupCard;
use super::formula::formula;
use super::items::items;
use super::measures::Measures;

/// What the editor is told.
#[derive(Clone, PartialEq, Properties)]
pub struct EditorProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The open indicator.
    pub indicator: Shared<Indicator>,
    /// Its number in the list, from one.
    pub order: usize,
    /// 指标库, once it was needed.
    #[prop_or_default]
    pub library: Option<Rc<Vec<Template>>>,
}

/// The editor.
#[component]
pub fn IndicatorEditor(props: &EditorProps) -> Html {
    let id = props.indicator.id;
    let field = |part| bind(&props.workspace, Field::Indicator(id, part));
    let limit = props.workspace.draft.scheme.limits.over_achievement.text();
    let divisions = format!("divisions-{}", id.0);
    html! {
        <>
            <FormField bound={field(IndicatorField::Goal)} kind={Kind::Lines(3)} />
            <div class="field-row">
                <FormField class="span-6" bound={field(IndicatorField::Name)} />
                <FormField class="span-2" bound={field(IndicatorField::Weight)} kind={Kind::Number} />
                <FormField class="span-4" bound={field(IndicatorField::Division)} flag="选填" list={divisions.clone()} />
                <datalist id={divisions}>
                    { for props.workspace.draft.department.divisions.iter().map(|division| html! { <option value={division.full_name()} /> }) }
                </datalist>
            </div>
            if let Some(places) = places(&props.workspace.draft.scheme) {
                <FormField bound={field(IndicatorField::Place)} options={places} />
            }
            <div class="field"><Choices bound={field(IndicatorField::Nature)} options={options::<IndicatorNature>()} name="指标性质" /></div>
            { match props.indicator.nature {
                IndicatorNature::Quantitative => html! { <Measures workspace={props.workspace.clone()} indicator={props.indicator.clone()} /> },
                IndicatorNature::Qualitative => qualitative(props),
                IndicatorNature::Formula => formula(&props.workspace, &props.indicator),
                IndicatorNature::Checklist | IndicatorNature::Deductions => items(&props.workspace, &props.indicator),
            } }
            if asks(&props.workspace.draft.scheme, Shown::Core) {
                <div class="field-row">
                    <FormField class="span-6" bound={field(IndicatorField::InitialTarget)} flag="年中调整过指标值的填" />
                    <FormField class="span-6" bound={field(IndicatorField::Core)} options={chosen::<Core>()} flag="选填" />
                </div>
            }
            <FormField bound={field(IndicatorField::Analysis)} kind={Kind::Lines(4)} hint="写进报告里指标的“实现情况分析”" counted={true} />
            if props.indicator.is_of_satisfaction() || !props.indicator.survey.is_blank() {
                <div class="field-row" role="group" aria-label="满意度调查">
                    <FormField class="span-3" bound={field(IndicatorField::Survey(SurveyField::Date))} flag="选填" placeholder="例如：2025年11月" />
                    <FormField class="span-3" bound={field(IndicatorField::Survey(SurveyField::Method))} flag="选填" placeholder="例如：网上问卷" />
                    <FormField class="span-3" bound={field(IndicatorField::Survey(SurveyField::Asked))} kind={Kind::Number} flag="选填" />
                    <FormField class="span-3" bound={field(IndicatorField::Survey(SurveyField::Returned))} kind={Kind::Number} flag="选填" />
                </div>
            }
            { scoring_part(props) }
            <div class="field-row">
                <FormField class="span-6" bound={field(IndicatorField::DeviationReason)} kind={Kind::Lines(2)} flag={format!("低于目标或超过 {limit}% 时填")} />
                <FormField class="span-6" bound={field(IndicatorField::Improvement)} kind={Kind::Lines(2)} flag="选填" />
            </div>
            { evidence(props) }
            <CheckupCard workspace={props.workspace.clone()} indicator={props.indicator.clone()} library={props.library.clone()} />
            <EditorFoot workspace={props.workspace.clone()} indicator={props.indicator.clone()} order={props.order} />
        </>
    }
}

/// The parts and groups that an indicator can belong to; none where there is nothing to choose.
pub fn places(scheme: &Scheme) -> Option<Vec<(AttrValue, AttrValue)>> {
    let mut places: Vec<(AttrValue, AttrValue)> = Vec::new();
    for part in scheme.indicator_parts() {
        if part.groups.is_empty() {
            places.push((part.id.0.to_string().into(), part.name.clone().into()));
        }
        for group in &part.groups {
            places.push((group.id.0.to_string().into(), scheme.place_name(group.id).into()));
        }
    }
    (places.len() > 1).then(|| {
        let first = scheme.indicator_part().map_or("", |part| part.name.as_str());
        std::iter::once(("".into(), format!("还没有选，先算在“{first}”里").into()))
            .chain(places)
            .collect()
    })
}

/// The options of a choice that may be left open.
fn chosen<T: Choice>() -> Vec<(AttrValue, AttrValue)> {
    let open = (AttrValue::from(""), AttrValue::from("还没有选"));
    std::iter::once(open).chain(options::<T>()).collect()
}

fn qualitative(props: &EditorProps) -> Html {
    let id = props.indicator.id;
    let field = |part| bind(&props.workspace, Field::Indicator(id, part));
    let band = props
        .indicator
        .attainment
        .and_then(|attainment| props.workspace.draft.scheme.attainment_band(attainment));
    let hint = band.map(AttrValue::from);
    html! {
        <div class="field-row">
            <FormField class="span-6" bound={field(IndicatorField::Standard)} flag="选填" placeholder="例如：验收全部合格" />
            <FormField class="span-3" bound={field(IndicatorField::Attainment)} options={chosen::<Attainment>()} />
            <FormField class="span-3" bound={field(IndicatorField::Coefficient)} kind={Kind::Number} flag="%，达成的可不填" {hint} />
        </div>
    }
}

fn scoring_part(props: &EditorProps) -> Html {
    let row = &props.indicator;
    let field = |part| bind(&props.workspace, Field::Indicator(row.id, part));
    let result = scoring::indicator(row, &props.workspace.draft, &props.workspace.evaluation.money);
    let by_rule = match result.by_rule {
        Ok(points) => html! { <>{ "按规则得 " }<strong>{ points.rounded().printed() }</strong>{ " 分" }</> },
        Err(gap) => html! { <>{ "按规则还算不出：" }<span class="missing">{ gap_words::gap_note(gap) }</span></> },
    };
    let explanation = explain(
        &props.workspace.draft,
        &props.workspace.evaluation,
        Figure::IndicatorScore(row.id),
    );
    let formula = explanation
        .filter(|_| row.scoring == Scoring::ByRule)
        .map(|explanation| explanation.formula);
    let ruled = matches!(row.nature, IndicatorNature::Quantitative | IndicatorNature::Formula);
    let subject = match row.nature {
        IndicatorNature::Formula if !row.name.trim().is_empty() => row.name.trim().to_owned(),
        _ => "完成率".to_owned(),
    };
    html! {
        <fieldset class="scoring">
            <legend class="field__label">{ "评分" }</legend>
            <div class="scoring__grid">
                <div class="scoring__inputs">
                    <Choices bound={field(IndicatorField::Scoring)} options={options::<Scoring>()} name="计分方式" />
                    if row.scoring == Scoring::Manual {
                        <FormField bound={field(IndicatorField::ManualScore)} kind={Kind::Number} />
                        <FormField bound={field(IndicatorField::ManualReason)} flag="必填" />
                    }
                </div>
                <div class="working">
                    <h3 class="working__title">{ "按规则算出来是多少" }</h3>
                    if let Some(formula) = formula {
                        <p class="working__step">{ formula }</p>
                    }
                    <p class="working__result">{ by_rule }</p>
                    if row.scoring == Scoring::Manual {
                        <p class="working__step">{ format!("现在用手工得分 {}。", result.score.map_or_else(gap_words::gap_note, Points::printed)) }</p>
                    }
                    <Reviewed workspace={props.workspace.clone()} indicator={props.indicator.clone()} order={props.order} />
                </div>
            </div>
            if ruled {
                <details class="disclosure" open={row.rule != Rule::Proportional || !row.source.is_blank()}>
                    <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "计分规则" }<span class="disclosure__note">{ row.rule.kind().label() }</span></summary>
                    <div class="disclosure__body">
                        <RuleEditor workspace={props.workspace.clone()} owner={RuleOwner::Indicator(row.id)} rule={row.rule.clone()} weight={result.weight.ok()} {subject} />
                        <FormField bound={field(IndicatorField::Source)} flag="选填" />
                    </div>
                </details>
            }
        </fieldset>
    }
}

/// 复核预计: what a reviewer would leave of the score, where it is less, and the way to the whole.
#[component]
fn Reviewed(props: &EditorProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let loss = loss_of(
        &workspace.draft,
        &workspace.evaluation,
        &workspace.findings,
        props.indicator.id,
    );
    let Some(loss) = loss else { return html! {} };
    html! {
        <p class="working__step working__step--review">
            { format!("复核预计 {} 分：{}。", loss.left.printed(), loss.rule.label()) }
            <button class="button button--quiet button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::CheckPressed)}>{ "看全部" }<span class="visually-hidden">{ "复核预计得分" }</span></button>
        </p>
    }
}

fn evidence(props: &EditorProps) -> Html {
    let row = &props.indicator;
    html! {
        <div class="field" role="group" aria-label="佐证材料">
            <p class="field__label">{ "佐证材料" }<span class="field__flag">{ if row.evidence_hint.is_blank() { "只记名称和存放处，不上传文件".to_owned() } else { format!("通常有：{}", row.evidence_hint) } }</span></p>
            <ul class="evidence">
                { for row.evidence.iter().enumerate().map(|(place, evidence)| html! {
                    <li class="evidence__item" key={evidence.id.0}>
                        <Control bound={bind(&props.workspace, Field::EvidenceName(row.id, evidence.id))} name={format!("第 {} 份材料名称", place + 1)} placeholder="名称" />
                        <Control bound={bind(&props.workspace, Field::EvidencePlace(row.id, evidence.id))} name={format!("第 {} 份材料存放处", place + 1)} placeholder="存放处" />
                        <RemoveEvidence list={List::Evidence(row.id)} id={evidence.id} order={place + 1} />
                    </li>
                }) }
                <li><AddRow list={List::Evidence(row.id)} label="添加材料" /></li>
            </ul>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RemoveEvidenceProps {
    list: List,
    id: crate::domain::values::row::Id,
    order: usize,
}

#[component]
fn RemoveEvidence(props: &RemoveEvidenceProps) -> Html {
    let dispatch = use_dispatch();
    let remove = dispatch.on::<MouseEvent>(Message::Edited(Edit::Remove(props.list, props.id)));
    html! { <Tool symbol={Symbol::Close} name={format!("删除第 {} 份佐证材料", props.order)} hint="删除" onclick={remove} /> }
}

/// Moving, copying, deleting, and the way to the indicators before and after.
#[component]
fn EditorFoot(props: &EditorProps) -> Html {
    let dispatch = use_dispatch();
    let id = props.indicator.id;
    let list = List::Indicators;
    let rows = &props.workspace.draft.indicators;
    let edit = |edit| dispatch.on::<MouseEvent>(Message::Edited(edit));
    let button = |symbol, word: &str, danger: bool, disabled: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button class={classes!("button", "button--small", danger.then_some("button--danger"))} type="button" {disabled} {onclick}><Icon {symbol} />{ word.to_owned() }</button>
        }
    };
    let previous = props.order.checked_sub(2).and_then(|place| rows.get(place));
    let next = rows.get(props.order);
    let turn = |row: &Shared<Indicator>| dispatch.on::<MouseEvent>(Message::IndicatorToggled(row.id));
    html! {
        <div class="indicator-editor__foot">
            <div class="button-row">
                { button(Symbol::Up, "上移", false, previous.is_none(), edit(Edit::Move(list, id, Direction::Up))) }
                { button(Symbol::Down, "下移", false, next.is_none(), edit(Edit::Move(list, id, Direction::Down))) }
                { button(Symbol::Copy, "复制", false, false, edit(Edit::Duplicate(list, id))) }
                { button(Symbol::Trash, "删除", true, false, edit(Edit::Remove(list, id))) }
            </div>
            <div class="button-row">
                if let Some(row) = previous {
                    <button class="button button--small" type="button" onclick={turn(row)}>{ "上一项" }</button>
                }
                if let Some(row) = next {
                    <button class="button button--small button--primary" type="button" onclick={turn(row)}>
                        { if row.name.is_blank() { "下一项".to_owned() } else { format!("下一项：{}", row.name) } }
                    </button>
                }
            </div>
        </div>
    }
}
