//! 公式指标: its terms, its value, its target.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::bind;
use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::domain::draft::field::{Field, IndicatorField, MeasureField, TermField};
use crate::domain::evaluation::formula_value::{ratio, term_value};
use crate::domain::evaluation::gap_words;
use crate::domain::scheme::formula::{Shape, TermPlace, TermSource, term_text};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::rule::Rule;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::rate::Rate;
use crate::state::model::workspace::Workspace;

/// The form of a formula indicator.
pub fn formula(workspace: &Rc<Workspace>, row: &Indicator) -> Html {
    let field = |part| bind(workspace, Field::Indicator(row.id, part));
    let (draft, money) = (&workspace.draft, &workspace.evaluation.money);
    let value = ratio(row, draft, money).map_or_else(gap_words::gap_note, Rate::printed_percent);
    let compared = matches!(row.rule, Rule::Proportional | Rule::AllOrNothing);
    let term = |place, name: &'static str| {
        let own = row.formula.term(place).source == TermSource::Own;
        let part = |part| field(IndicatorField::Term(place, part));
        html! {
            <div class="field-row">
                <FormField class="span-5" bound={part(TermField::Name)} label={format!("{name}的名称")} />
                <FormField class="span-4" bound={part(TermField::Source)} label={format!("{name}取自")} options={options::<TermSource>()} />
                if own {
                    <FormField class="span-3" bound={part(TermField::Value)} kind={Kind::Number} label={format!("{name}的数")} />
                } else {
                    <div class="field span-3">
                        <p class="field__label">{ format!("{name}的数") }</p>
                        <p class="field__computed">{ term_value(row, place, draft, money).map_or_else(gap_words::gap_note, term_text) }</p>
                    </div>
                }
            </div>
        }
    };
    html! {
        <>
            <FormField bound={field(IndicatorField::Shape)} options={options::<Shape>()} />
            { term(TermPlace::Numerator, "分子") }
            { term(TermPlace::Denominator, "分母") }
            <div class="field-row">
                <div class="field span-4">
                    <p class="field__label">{ "算得的值" }</p>
                    <p class="field__computed">{ value }</p>
                </div>
                if let Some(measure) = row.measures.first().filter(|_| compared) {
                    <FormField class="span-4" bound={bind(workspace, Field::Measure(row.id, measure.id, MeasureField::Comparator))} options={options::<Comparator>()} />
                    <FormField class="span-4" bound={bind(workspace, Field::Measure(row.id, measure.id, MeasureField::Target))} kind={Kind::Number} flag="%" />
                    if measure.comparator == Comparator::Between {
                        <FormField class="span-4" bound={bind(workspace, Field::Measure(row.id, measure.id, MeasureField::Upper))} kind={Kind::Number} flag="%" />
                    }
                }
            </div>
        </>
    }
}
