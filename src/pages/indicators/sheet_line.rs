//! One indicator in 填整张表: every cell of its row is typed as in Excel.

use yew::prelude::*;

use crate::components::bound::Bound;
use crate::components::choice::options;
use crate::components::control::{Control, Kind, Select};
use crate::components::dispatch::{Dispatch, use_dispatch};
use crate::components::field::RowMessages;
use crate::components::figure::FigureButton;
use crate::components::finding::{Flags, counts};
use crate::components::icon::Icon;
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::draft::table::Table;
use crate::domain::evaluation::figure::Figure;
use crate::domain::scheme::indicator::{Attainment, IndicatorNature, Scoring};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::state::model::indicator_rows::cells_of;
use crate::state::model::message::Message;

use super::line::{LineProps, Open};

/// The row.
#[component]
pub fn SheetLine(props: &LineProps) -> Html {
    let dispatch = use_dispatch();
    let line = &props.line;
    let (indicator, evaluation) = (&line.indicator, &line.evaluation);
    let id = indicator.id;
    let name = match indicator.name.trim() {
        "" => format!("第 {} 项", line.order),
        name => name.to_owned(),
    };
    let toggle = dispatch.on::<MouseEvent>(Message::IndicatorToggled(id));
    let (symbol, word) = props.toggle();
    let is_open = props.open != Open::Shut;
    let lines = match is_open {
        true => Vec::new(),
        false => cells_of(indicator, Some(evaluation), Table::IndicatorSheet, props.more),
    };
    let of_line = |line: usize, column: usize| lines.get(line)?.cells.get(column).copied().flatten();
    let column = |column: usize, class: &'static str, label: &'static str, open: String| {
        let fields: Vec<Field> = (0..lines.len()).filter_map(|line| of_line(line, column)).collect();
        let selected = fields.first().map(|field| props.is_selected(*field).to_string());
        html! {
            <div class={classes!("sheet__cell", class)} data-label={label} role="gridcell" aria-selected={selected}>
                if is_open {
                    { open }
                } else {
                    { for fields.iter().map(|field| cell(props, *field, &name, &dispatch)) }
                }
            </div>
        }
    };
    let reason = of_line(0, 8);
    let typed: Vec<Bound> = lines
        .iter()
        .flat_map(|line| line.cells.iter().flatten())
        .map(|field| props.bound(*field))
        .collect();
    html! {
        <div class={classes!("indicator", "indicator--sheet", is_open.then_some("indicator--open"))} role="row">
            <div class="indicator__order" role="gridcell">{ line.order }</div>
            { column(0, "sheet__name", "指标名称", indicator.name.clone()) }
            { column(1, "sheet__sign", "符号", String::new()) }
            { column(2, "sheet__target", "指标值", String::new()) }
            { column(3, "sheet__unit", "单位", String::new()) }
            { column(4, "sheet__weight", "权重", indicator.weight.text()) }
            { column(5, "sheet__actual", "实际完成值", String::new()) }
            <div class="indicator__score" data-label="得分" role="gridcell">
                if let Some(field) = of_line(0, 6) {
                    <Control bound={props.bound(field)} kind={Kind::Number} name={format!("{name}，手工得分")} />
                } else {
                    if indicator.scoring == Scoring::Manual {
                        <span class="tag">{ "手工" }</span>{ " " }
                    }
                    <FigureButton figure={Figure::IndicatorScore(id)} name={format!("第 {} 项得分", line.order)} text={evaluation.score.map(Points::printed)} />
                }
            </div>
            if props.places.is_some() {
                { column(7, "sheet__place", "所属", String::new()) }
            }
            <div class="indicator__flags" role="gridcell"><Flags counts={counts(line.findings.iter())} /></div>
            <div class="indicator__toggle" role="gridcell">
                <button class="button button--icon" type="button" aria-expanded={is_open.to_string()} title={word} onclick={toggle}>
                    <Icon {symbol} /><span class="visually-hidden">{ format!("{word}：{name}") }</span>
                </button>
            </div>
            if let Some(field) = reason {
                <div class="indicator__reason" role="gridcell" aria-selected={props.is_selected(field).to_string()}>
                    <span class="indicator__reason-word" aria-hidden="true">{ "偏差原因" }</span>
                    <Control bound={props.bound(field)} name={format!("{name}，偏差原因")} />
                </div>
            }
            { props.more_cells(&lines, &name) }
            <RowMessages bounds={typed} />
        </div>
    }
}

/// A cell that is typed or chosen in.
fn cell(props: &LineProps, field: Field, name: &str, dispatch: &Dispatch) -> Html {
    let bound = props.bound(field);
    let said = |what: &str| -> AttrValue { format!("{name}，{what}").into() };
    let open = || std::iter::once(("".into(), "未填".into()));
    match field {
        Field::Measure(_, _, MeasureField::Comparator) | Field::Indicator(_, IndicatorField::Nature) => {
            sign(bound, said("符号"), dispatch)
        }
        Field::Measure(_, _, MeasureField::Target) => {
            html! { <Control {bound} kind={Kind::Number} name={said("指标值")} /> }
        }
        Field::Measure(_, _, MeasureField::Actual) => {
            html! { <Control {bound} kind={Kind::Number} name={said("实际完成值")} /> }
        }
        Field::Measure(..) => html! { <Control {bound} name={said("单位")} /> },
        Field::Indicator(_, IndicatorField::Weight) => {
            html! { <Control {bound} kind={Kind::Number} name={said("权重")} /> }
        }
        Field::Indicator(_, IndicatorField::Standard) => {
            html! { <Control {bound} kind={Kind::Lines(1)} name={said("指标值")} /> }
        }
        Field::Indicator(_, IndicatorField::Attainment) => {
            let options: Vec<(AttrValue, AttrValue)> = open().chain(options::<Attainment>()).collect();
            html! { <Select {bound} {options} name={said("完成情况")} /> }
        }
        Field::Indicator(_, IndicatorField::Place) => match &props.places {
            Some(places) => html! { <Select {bound} options={places.to_vec()} name={said("所属")} /> },
            None => html! {},
        },
        _ => html! { <Control {bound} kind={Kind::Lines(1)} name={said("指标名称")} /> },
    }
}

/// The sign of a number, or what the target is instead of one: both in one list, as 指标性质 is in the forms.
fn sign(bound: Bound, name: AttrValue, dispatch: &Dispatch) -> Html {
    let field = bound.field;
    let Some(id) = field.indicator() else {
        return html! {};
    };
    let nature = Field::Indicator(id, IndicatorField::Nature);
    let natures = IndicatorNature::ALL
        .iter()
        .filter(|nature| **nature != IndicatorNature::Quantitative)
        .map(|nature| (AttrValue::from(nature.code()), AttrValue::from(nature.label())));
    let options: Vec<(AttrValue, AttrValue)> = options::<Comparator>().into_iter().chain(natures).collect();
    let dispatch = dispatch.clone();
    let chosen = Callback::from(move |code: String| {
        let is_sign = Comparator::ALL.iter().any(|sign| sign.code() == code);
        // From words to a number: the sign is chosen once there is a number.
        let edit = match (is_sign, field) {
            (true, Field::Measure(..)) => Edit::Set(field, code),
            (true, _) => Edit::Together(Together {
                name: "改成定量指标".into(),
                at: nature,
                edits: vec![Edit::Set(nature, IndicatorNature::Quantitative.code().into())],
            }),
            (false, _) => Edit::Set(nature, code),
        };
        dispatch.send(Message::Edited(edit));
    });
    html! { <Select {bound} {options} {name} {chosen} /> }
}
