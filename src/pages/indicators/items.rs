//! 要点和扣分项: one row each.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::bind;
use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::domain::draft::field::{Field, ItemField, List};
use crate::domain::scheme::indicator::{Answer, Indicator, IndicatorNature};
use crate::pages::page::row_list;
use crate::state::model::workspace::Workspace;

/// The rows.
pub fn items(workspace: &Rc<Workspace>, row: &Indicator) -> Html {
    let deductions = row.nature == IndicatorNature::Deductions;
    let answers: Vec<(AttrValue, AttrValue)> = std::iter::once(("".into(), "还没有选".into()))
        .chain(options::<Answer>())
        .collect();
    let empty = if deductions {
        "还没有扣分项。"
    } else {
        "还没有要点。"
    };
    row_list(List::Items(row.id), "个", &row.items, empty, |id| {
        let field = |part| bind(workspace, Field::Item(row.id, id, part));
        html! {
            <div class="field-row">
                <FormField class="span-6" bound={field(ItemField::Text)} />
                if deductions {
                    <FormField class="span-3" bound={field(ItemField::Points)} kind={Kind::Number} label="每次扣分" />
                    <FormField class="span-3" bound={field(ItemField::Times)} kind={Kind::Number} flag="没有的填 0" />
                } else {
                    <FormField class="span-2" bound={field(ItemField::Points)} kind={Kind::Number} />
                    <FormField class="span-4" bound={field(ItemField::Answer)} options={answers.clone()} />
                }
            </div>
        }
    })
}
