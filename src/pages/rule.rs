//! A scoring rule: its parameters, what it says in words, and a place to try it out.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::bound::bind;
use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::domain::draft::field::{Field, List, RuleField, RuleOwner};
use crate::domain::evaluation::gap_words;
use crate::domain::evaluation::rule_points::rule_points;
use crate::domain::explanation::rule::{applied, sentence};
use crate::domain::scheme::rule::{Counting, Rule, RuleKind, Side};
use crate::domain::values::input::Entry;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;
use crate::state::model::workspace::Workspace;

use super::page::row_list;

/// What the editor of a rule is told.
#[derive(Clone, PartialEq, Properties)]
pub struct RuleProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// Whose rule.
    pub owner: RuleOwner,
    /// The rule.
    pub rule: Rule,
    /// The points that it can give; none while the weight is missing.
    pub weight: Option<Points>,
    /// What the ratio is called: 执行率.
    pub subject: AttrValue,
}

/// The parameters of a rule with its sentence and the trial.
#[component]
pub fn RuleEditor(props: &RuleProps) -> Html {
    let field = |part| bind(&props.workspace, Field::Rule(props.owner, part));
    html! {
        <div class="rule">
            <div class="rule__inputs">
                <FormField bound={field(RuleField::Kind)} options={options::<RuleKind>()} />
                { parameters(props) }
                <p class="rule__sentence">{ format!("{}。", sentence(&props.rule, &props.subject)) }</p>
            </div>
            <Trial owner={props.owner} rule={props.rule.clone()} weight={props.weight} subject={props.subject.clone()} />
        </div>
    }
}

fn parameters(props: &RuleProps) -> Html {
    let field = |part| bind(&props.workspace, Field::Rule(props.owner, part));
    match &props.rule {
        Rule::Proportional | Rule::AllOrNothing => html! {},
        Rule::Deduction(_) => html! {
            <div class="field-row">
                <FormField class="span-6" bound={field(RuleField::Side)} options={options::<Side>()} />
                <FormField class="span-6" bound={field(RuleField::Bound)} kind={Kind::Number} flag="%" />
                <FormField class="span-3" bound={field(RuleField::Step)} kind={Kind::Number} />
                <FormField class="span-3" bound={field(RuleField::Points)} kind={Kind::Number} flag="分" />
                <FormField class="span-6" bound={field(RuleField::Counting)} options={options::<Counting>()} />
            </div>
        },
        Rule::Tiers(rule) => html! {
            <>
                <div class="field-row">
                    <FormField class="span-6" bound={field(RuleField::Side)} options={options::<Side>()} />
                    <FormField class="span-6" bound={field(RuleField::Otherwise)} kind={Kind::Number} />
                </div>
                { row_list(List::Tiers(props.owner), "个", &rule.tiers, "还没有分档。最好的一档写在最前面。", |id| html! {
                    <div class="field-row">
                        <FormField class="span-6" bound={field(RuleField::TierBound(id))} kind={Kind::Number} flag="%" />
                        <FormField class="span-6" bound={field(RuleField::TierPoints(id))} kind={Kind::Number} flag="分" />
                    </div>
                }) }
            </>
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TrialProps {
    owner: RuleOwner,
    rule: Rule,
    weight: Option<Points>,
    subject: AttrValue,
}

/// 试算: a ratio in, the score and its explanation out, above a plot of all scores. What is typed here is
/// not part of the draft.
#[component]
fn Trial(props: &TrialProps) -> Html {
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
            }
        })
    };
    let ratio = Entry::<Rate>::read(&typed);
    let result = match (&ratio, props.weight) {
        (_, None) => "先填权重，才能试算。".to_owned(),
        (Entry::Blank, _) => String::new(),
        (Entry::Unread(_, fault), _) => fault.sentence(),
        (Entry::Accepted(ratio), Some(weight)) => match rule_points(&props.rule, props.owner, weight, *ratio) {
            Ok(points) => {
                let applied = applied(&props.rule, props.owner, weight, *ratio, &props.subject);
                format!("得 {} 分。{}", points.rounded().printed(), applied.note)
            }
            Err(gap) => format!("还算不出：{}。", gap_words::gap_note(gap)),
        },
    };
    let id = format!("trial-{}", Field::Rule(props.owner, RuleField::Kind).key());
    html! {
        <div class="trial">
            <label class="field__label" for={id.clone()}>{ "试算" }<span class="field__flag">{ format!("{} %，不存进报告", props.subject) }</span></label>
            <input class="control control--number" {id} type="text" inputmode="decimal" autocomplete="off" value={(*typed).clone()} {oninput} placeholder="例如 87.5" />
            <output class="trial__result" aria-live="polite">{ result }</output>
            { plot(props, ratio.value().copied()) }
        </div>
    }
}

/// The largest ratio that the plot shows, percent.
const WIDEST: i64 = 150;
/// The size of the plot, in its own units.
const WIDTH: i64 = 300;
const HEIGHT: i64 = 100;

/// Scores against ratios from 0 to 150%, with the tried one marked.
fn plot(props: &TrialProps, tried: Option<Rate>) -> Html {
    let Some(weight) = props.weight.filter(|weight| *weight > Points::ZERO) else {
        return html! {};
    };
    let place = |ratio: Rate| {
        let points = rule_points(&props.rule, props.owner, weight, ratio).ok()?;
        let x = ratio.percent() * Decimal::from(WIDTH) / Decimal::from(WIDEST);
        let share = points.decimal().checked_div(weight.decimal())?;
        let y = Decimal::from(HEIGHT) * (Decimal::ONE - share);
        Some((rounding::trimmed(x, 1), rounding::trimmed(y, 1)))
    };
    let ratios = (0..=WIDEST).map(|percent| Rate::from_percent(Decimal::from(percent)));
    let points: Option<Vec<String>> = ratios
        .map(|ratio| place(ratio).map(|(x, y)| format!("{x},{y}")))
        .collect();
    let Some(points) = points else {
        return html! {};
    };
    let mark = tried
        .filter(|ratio| ratio.percent() <= Decimal::from(WIDEST))
        .and_then(place);
    html! {
        <figure class="plot">
            <svg class="plot__area" viewBox={format!("-4 -4 {} {}", WIDTH + 8, HEIGHT + 8)} role="img" aria-label={format!("{}从 0 到 {WIDEST}% 的得分曲线", props.subject)}>
                <path class="plot__axis" d={format!("M0 0V{HEIGHT}H{WIDTH}M{0} {HEIGHT}v-4", WIDTH * 100 / WIDEST)} />
                <polyline class="plot__line" points={points.join(" ")} />
                if let Some((x, y)) = mark {
                    <circle class="plot__mark" cx={x} cy={y} r="4" />
                }
            </svg>
            <figcaption class="plot__caption"><span>{ "0" }</span><span>{ "100%" }</span><span>{ format!("{WIDEST}%") }</span></figcaption>
        </figure>
    }
}
