//! 指标值与实际完成值: one row per quantity of a compound target.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::{Bound, bind};
use crate::components::choice::options;
use crate::components::control::{Control, Kind, Select};
use crate::components::dispatch::use_dispatch;
use crate::components::field::{TableMessages, tone};
use crate::components::figure::FigureButton;
use crate::components::icon::Symbol;
use crate::components::rows::{AddRow, Tool};
use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List, MeasureField};
use crate::domain::evaluation::completion::completion_rate;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::figure::Figure;
use crate::domain::scheme::indicator::{Indicator, Measure};
use crate::domain::scheme::scheme::Compound;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;
use crate::domain::values::shared::Shared;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

/// What the table is told.
#[derive(Clone, PartialEq, Properties)]
pub struct MeasuresProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The open indicator.
    pub indicator: Shared<Indicator>,
}

/// The table of measures.
#[component]
pub fn Measures(props: &MeasuresProps) -> Html {
    let id = props.indicator.id;
    let parts = [
        MeasureField::Name,
        MeasureField::Comparator,
        MeasureField::Target,
        MeasureField::Unit,
        MeasureField::Actual,
        MeasureField::Upper,
        MeasureField::Share,
    ];
    let scheme = &props.workspace.draft.scheme;
    let several = props.indicator.measures.len() > 1;
    let weighted = several && scheme.compound == Compound::Weighted;
    let bound = |measure: &Measure| parts.map(|part| bind(&props.workspace, Field::Measure(id, measure.id, part)));
    let rows: Vec<(&Measure, [Bound; 7])> = props
        .indicator
        .measures
        .iter()
        .map(|measure| (measure, bound(measure)))
        .collect();
    let bounds: Vec<Bound> = rows.iter().flat_map(|(_, bounds)| bounds.iter().cloned()).collect();
    let findings: Vec<Finding> = bounds.iter().flat_map(|bound| bound.findings.clone()).collect();
    html! {
        <fieldset class={classes!("field", tone(&findings))}>
            <legend class="field__label">{ "指标值与实际完成值" }</legend>
            <TableMessages {bounds} />
            <table class="table targets" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ "内容" }</th>
                        <th class="targets__sign" scope="col" role="columnheader">{ "符号" }</th>
                        <th class="targets__number table__number" scope="col" role="columnheader">{ "指标值" }</th>
                        <th class="targets__unit" scope="col" role="columnheader">{ "单位" }</th>
                        <th class="targets__number table__number" scope="col" role="columnheader">{ "实际完成值" }</th>
                        <th class="targets__rate table__number" scope="col" role="columnheader">{ "完成率（%）" }</th>
                        if weighted {
                            <th class="targets__number table__number" scope="col" role="columnheader">{ "比重" }</th>
                        }
                        <th class="targets__tool" scope="col" role="columnheader"><span class="visually-hidden">{ "操作" }</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for rows.into_iter().enumerate().map(|(place, (measure, bounds))| html! {
                        <MeasureRow key={measure.id.0} indicator={props.indicator.clone()} measure={measure.clone()} bounds={bounds.to_vec()} order={place + 1}
                            rate={completion_rate(&props.indicator, measure, scheme)} {weighted} />
                    }) }
                </tbody>
            </table>
            <p class="field__foot">
                <span>{ if several { format!("几行合成一个得分：{}，每行不超过 100%。参考。", scheme.compound.label()) } else { "目标有几个数量的，一个一行。".into() } }</span>
                <AddRow list={List::Measures(id)} label="再加一行" />
            </p>
        </fieldset>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MeasureRowProps {
    indicator: Shared<Indicator>,
    measure: Measure,
    bounds: Vec<Bound>,
    order: usize,
    /// 完成率.
    rate: Derived<Rate>,
    /// Whether the measures are weighed against each other.
    weighted: bool,
}

#[component]
fn MeasureRow(props: &MeasureRowProps) -> Html {
    let dispatch = use_dispatch();
    let MeasureRowProps {
        indicator,
        measure,
        bounds,
        order,
        rate,
        weighted,
    } = props;
    let [name, comparator, target, unit, actual, upper, share] = bounds.as_slice() else {
        return html! {};
    };
    let (id, measure_id) = (indicator.id, measure.id);
    let said = |what: &str| format!("第 {order} 行，{what}");
    let remove = dispatch.on::<MouseEvent>(Message::Edited(Edit::Remove(List::Measures(id), measure_id)));
    html! {
        <tr class="target" role="row">
            <td class="target__what" role="cell"><Control bound={name.clone()} name={said("内容")} /></td>
            <td class="target__sign" role="cell"><Select bound={comparator.clone()} options={options::<Comparator>()} name={said("符号")} /></td>
            <td class="target__number" data-label="指标值" role="cell"><Control bound={target.clone()} kind={Kind::Number} name={said("指标值")} />
                if measure.comparator == Comparator::Between {
                    <Control bound={upper.clone()} kind={Kind::Number} name={said("上限")} placeholder="到" />
                }
            </td>
            <td class="target__unit" role="cell"><Control bound={unit.clone()} name={said("单位")} /></td>
            <td class="target__actual" data-label="实际完成值" role="cell"><Control bound={actual.clone()} kind={Kind::Number} name={said("实际完成值")} /></td>
            <td class="targets__computed table__number" data-label="完成率（%）" role="cell">
                <FigureButton figure={Figure::CompletionRate(id, measure_id)} name={said("完成率")} text={rate.map(Rate::printed)} />
            </td>
            if *weighted {
                <td class="target__number" data-label="比重" role="cell"><Control bound={share.clone()} kind={Kind::Number} name={said("比重")} /></td>
            }
            <td class="target__tool" role="cell"><Tool symbol={Symbol::Trash} name={format!("删除第 {order} 行")} hint="删除这一行" onclick={remove} /></td>
        </tr>
    }
}
