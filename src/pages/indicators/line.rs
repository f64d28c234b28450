//! One indicator in the list: what it is, and its result, score and reason to be typed.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::Bound;
use crate::components::choice::options;
use crate::components::control::{Control, Kind, Select};
use crate::components::dispatch::use_dispatch;
use crate::components::field::RowMessages;
use crate::components::figure::FigureButton;
use crate::components::finding::{Flags, counts};
use crate::components::icon::{Icon, Symbol};
use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField};
use crate::domain::draft::indicator_cells::{BEHIND, MoreColumns};
use crate::domain::draft::names;
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::TableRow;
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::scheme::indicator::{Attainment, Indicator, Measure, Scoring};
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::shared::Shared;
use crate::state::model::indicator_rows::cells_of;
use crate::state::model::message::Message;

/// One indicator with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Its number in the draft, from one.
    pub order: usize,
    /// The indicator.
    pub indicator: Shared<Indicator>,
    /// Its score.
    pub evaluation: IndicatorEvaluation,
    /// What is wrong with it.
    pub findings: Shared<Vec<Finding>>,
    /// Whether what is merely not written is told, too.
    pub checked: bool,
    /// 算式 of its numbers.
    pub workings: Vec<(Field, String)>,
}

/// Where the editor of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nowhere.
    Shut,
    /// Below the row, which then only shows what the editor has.
    Below,
    /// Beside the list, whose rows stay as they are.
    Beside,
}

/// What a row is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LineProps {
    /// The indicator with what follows from it.
    pub line: ListRow,
    /// Where its editor is.
    pub open: Open,
    /// The field that is being typed in, if it is one of the indicator's.
    pub typing: Option<(Field, String)>,
    /// The selected cells, if some are in the row.
    pub selected: Option<Rc<BTreeSet<Field>>>,
    /// Whether the draft can only be looked at.
    pub read_only: bool,
    /// The columns that were chosen besides.
    pub more: MoreColumns,
    /// 所属: where an indicator can belong, in the table that has them to choose.
    #[prop_or_default]
    pub places: Option<Rc<[(AttrValue, AttrValue)]>>,
}

/// The row.
#[component]
pub fn LineView(props: &LineProps) -> Html {
    let dispatch = use_dispatch();
    let ListRow {
        order,
        indicator,
        evaluation,
        findings,
        ..
    } = &props.line;
    let id = indicator.id;
    let name = match indicator.name.trim() {
        "" => "未命名的指标".to_owned(),
        name => name.to_owned(),
    };
    let shown = (targets(indicator), actuals(indicator, evaluation.value));
    let cells = match props.open {
        Open::Below => Vec::new(),
        Open::Shut | Open::Beside => cells_of(indicator, Some(evaluation), Table::Indicators, props.more),
    };
    let field = |line: usize, column: usize| cells.get(line).and_then(|row| row.cells.get(column).copied().flatten());
    let actuals_typed: Vec<Field> = (0..cells.len()).filter_map(|line| field(line, 0)).collect();
    let toggle = dispatch.on::<MouseEvent>(Message::IndicatorToggled(id));
    let (symbol, word) = props.toggle();
    let is_selected = |field: Option<Field>| field.map(|field| props.is_selected(field).to_string());
    let typed: Vec<Bound> = cells
        .iter()
        .flat_map(|row| row.cells.iter().flatten())
        .map(|field| props.bound(*field))
        .collect();
    html! {
        <div class={classes!("indicator", (props.open != Open::Shut).then_some("indicator--open"))} role="row">
            <div class="indicator__order" role="gridcell">{ order }</div>
            <div class="indicator__name" role="rowheader">{ &name }</div>
            <div class="indicator__target" data-label="指标值" role="gridcell">{ lines(&shown.0) }</div>
            <div class="indicator__actual" data-label="实际" role="gridcell" aria-selected={is_selected(actuals_typed.first().copied())}>
                if actuals_typed.is_empty() {
                    { lines(&shown.1) }
                } else {
                    { for actuals_typed.iter().map(|field| result(props, *field, &name)) }
                }
            </div>
            <div class="indicator__weight" data-label="权重" role="gridcell">{ indicator.weight.text() }</div>
            <div class="indicator__score" data-label="得分" role="gridcell" aria-selected={is_selected(field(0, 1))}>
                if indicator.scoring == Scoring::Manual {
                    <span class="tag">{ "手工" }</span>{ " " }
                }
                if let Some(field) = field(0, 1) {
                    <Control bound={props.bound(field)} kind={Kind::Number} name={format!("{name}，手工得分")} />
                } else {
                    <FigureButton figure={Figure::IndicatorScore(id)} name={format!("第 {order} 项得分")} text={evaluation.score.map(Points::printed)} />
                }
            </div>
            <div class="indicator__flags" role="gridcell"><Flags counts={counts(findings.iter())} /></div>
            <div class="indicator__toggle" role="gridcell">
                <button class="button button--icon" type="button" aria-expanded={(props.open != Open::Shut).to_string()} title={word} onclick={toggle}>
                    <Icon {symbol} /><span class="visually-hidden">{ format!("{word}：{name}") }</span>
                </button>
            </div>
            if let Some(field) = field(0, 2) {
                <div class="indicator__reason" role="gridcell" aria-selected={is_selected(Some(field))}>
                    <span class="indicator__reason-word" aria-hidden="true">{ "偏差原因" }</span>
                    <Control bound={props.bound(field)} name={format!("{name}，偏差原因")} />
                </div>
            }
            { props.more_cells(&cells, &name) }
            <RowMessages bounds={typed} />
        </div>
    }
}

/// A result that is typed: a number with its unit, or how far a quality was attained.
fn result(props: &LineProps, field: Field, name: &str) -> Html {
    let indicator = &props.line.indicator;
    let bound = props.bound(field);
    let Field::Measure(_, id, _) = field else {
        let open = std::iter::once(("".into(), "未填".into()));
        let options: Vec<(AttrValue, AttrValue)> = open.chain(options::<Attainment>()).collect();
        return html! { <Select {bound} {options} name={format!("{name}，完成情况")} /> };
    };
    let measure = indicator.measures.iter().find(|measure| measure.id == id);
    let (what, unit) = measure.map_or(("", ""), |measure| (measure.name.trim(), measure.unit.trim()));
    let what = if what.is_empty() {
        String::new()
    } else {
        format!("{what}，")
    };
    html! {
        <div class="indicator__result">
            <Control {bound} kind={Kind::Number} name={format!("{name}，{what}实际完成值")} />
            <span class="indicator__unit">{ unit.to_owned() }</span>
        </div>
    }
}

impl LineProps {
    /// The cells of the columns that were chosen besides, each with its name: they are as long as sentences are.
    pub fn more_cells(&self, cells: &[TableRow], name: &str) -> Html {
        let first = cells.first().map_or(&[][..], |row| row.cells.as_slice());
        let chosen = first.iter().rev().take(BEHIND.len()).rev().flatten();
        let fields: Vec<Field> = chosen.copied().collect();
        if fields.is_empty() {
            return html! {};
        }
        html! {
            <div class="indicator__more" role="none">
                { for fields.into_iter().map(|field| {
                    let head = names::short_name(field);
                    let kind = match field {
                        Field::Indicator(_, IndicatorField::Division) => Kind::Line,
                        _ => Kind::Lines(1),
                    };
                    html! {
                        <div class="indicator__more-cell" role="gridcell" aria-selected={self.is_selected(field).to_string()}>
                            <span class="indicator__reason-word" aria-hidden="true">{ head }</span>
                            <Control bound={self.bound(field)} {kind} name={format!("{name}，{head}")} />
                        </div>
                    }
                }) }
            </div>
        }
    }

    /// The mark and the word of the button that opens and closes the editor.
    pub fn toggle(&self) -> (Symbol, &'static str) {
        match self.open {
            Open::Shut => (Symbol::Down, "展开填写"),
            Open::Below | Open::Beside => (Symbol::Up, "收起"),
        }
    }

    /// Whether a field is among several selected cells.
    pub fn is_selected(&self, field: Field) -> bool {
        self.selected.as_ref().is_some_and(|fields| fields.contains(&field))
    }

    /// A field of the row with what it shows. It is read from the row itself: to look for it in the draft would cost
    /// each row as much as there are rows.
    pub fn bound(&self, field: Field) -> Bound {
        let ListRow {
            indicator,
            findings,
            checked,
            workings,
            ..
        } = &self.line;
        let typing = self.typing.as_ref().filter(|(typing, _)| *typing == field);
        let told = findings
            .iter()
            .filter(|finding| finding.field == field && typing.is_none() && (*checked || !finding.code.is_of_blanks()));
        Bound {
            field,
            text: typing.map_or_else(|| text(indicator, field), |(_, raw)| raw.clone()),
            // The editor beside the list says it in full.
            findings: if self.open == Open::Beside {
                Vec::new()
            } else {
                told.cloned().collect()
            },
            traced: false,
            read_only: self.read_only,
            last_year: None,
            working: workings
                .iter()
                .find(|(own, _)| *own == field)
                .map(|(_, working)| working.clone()),
            selected: self.is_selected(field),
            prose: None,
            stands_twice: self.open == Open::Beside,
        }
    }
}

fn text(row: &Indicator, field: Field) -> String {
    match field {
        Field::Measure(_, id, part) => {
            let measure = row.measures.iter().find(|measure| measure.id == id);
            let text = |measure: &Measure| match part {
                MeasureField::Comparator => measure.comparator.code().to_owned(),
                MeasureField::Target => measure.target.text(),
                MeasureField::Unit => measure.unit.clone(),
                MeasureField::Actual => measure.actual.text(),
                MeasureField::Name | MeasureField::Upper | MeasureField::Share => String::new(),
            };
            measure.map(text).unwrap_or_default()
        }
        Field::Indicator(_, part) => match part {
            IndicatorField::Name => row.name.clone(),
            IndicatorField::Nature => row.nature.code().to_owned(),
            IndicatorField::Standard => row.standard.clone(),
            IndicatorField::Attainment => row.attainment.text(),
            IndicatorField::Weight => row.weight.text(),
            IndicatorField::ManualScore => row.manual_score.text(),
            IndicatorField::DeviationReason => row.deviation_reason.clone(),
            IndicatorField::Goal => row.goal.clone(),
            IndicatorField::Analysis => row.analysis.clone(),
            IndicatorField::Improvement => row.improvement.clone(),
            IndicatorField::Division => row.division.clone(),
            IndicatorField::Place => row.place.map(|place| place.0.to_string()).unwrap_or_default(),
            _ => String::new(),
        },
        _ => String::new(),
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
