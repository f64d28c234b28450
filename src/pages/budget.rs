//! 资金收支: the funds table, what follows from it, reasons, wording.

use yew::prelude::*;

use crate::components::bound::Bound;
use crate::components::choice::options;
use crate::components::control::{Control, Kind, Select};
use crate::components::dispatch::use_dispatch;
use crate::components::field::{FormField, TableMessages};
use crate::components::figure::FigureButton;
use crate::components::grid::Grid;
use crate::components::icon::{Icon, Symbol};
use crate::components::rows::{AddRow, Tool};
use crate::components::section::Section;
use crate::domain::draft::budget::{Column, Fund, FundSource, SpendingNature};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::names;
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::draft::table::Table;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::reasons::Beyond;
use crate::domain::evaluation::{gap_words, reasons};
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::rate::Rate;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::page::{PageProps, head};
use super::previous_money::PreviousMoney;
use super::reasons::Reasons;
use super::tables::bar::TableBar;
use super::wording::Paragraph;

/// The page.
#[component]
pub fn BudgetPage(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    html! {
        <>
            { head("资金收支", None) }
            <TableBar />
            <Section title="资金来源与执行" id="funds" note={html! { "单位：万元" }}>
                <FundsTable workspace={workspace.clone()} />
                { facts(workspace) }
            </Section>
            <PreviousMoney budget={workspace.draft.budget.clone()} />
            <Reasons workspace={workspace.clone()} />
            <Section title="报告里会这样写" id="wording" note={html! { "数字取自上表，不用再抄" }}>
                <Paragraph workspace={workspace.clone()} kind={WordingKind::Money} empty="填了合计以后，这里会写出资金情况一段。" />
                <Paragraph workspace={workspace.clone()} kind={WordingKind::Adjustment} />
            </Section>
            <Section title="选填" id="optional">
                { natures(props) }
                { stated(props) }
            </Section>
        </>
    }
}

#[component]
fn FundsTable(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let funds = &workspace.draft.budget.funds;
    html! {
        <div class="money">
            <Grid workspace={workspace.clone()} table={Table::Funds}>
            <table class="table money__table" aria-labelledby="funds-title" role="grid" aria-multiselectable="true">
                <thead role="rowgroup">
                    <tr role="row">
                        <th class="money__source" scope="col" role="columnheader">{ "资金来源" }</th>
                        { for Column::ALL.iter().map(|column| html! {
                            <th class="table__number" scope="col" role="columnheader" title={names::column_hint(*column)}>{ column.label() }</th>
                        }) }
                        <th class="table__number money__rate" scope="col" role="columnheader">{ "执行率（%）" }</th>
                        <td class="money__tools" role="gridcell"></td>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for funds.iter().enumerate().map(|(place, fund)| fund_row(props, fund, place)) }
                </tbody>
                <tfoot role="rowgroup">
                    <tr class="money__row table__total" role="row">
                        <th class="money__name" scope="row" role="rowheader">{ "合计" }</th>
                        { for Column::ALL.iter().map(|column| html! { <TotalCell workspace={workspace.clone()} column={*column} /> }) }
                        <td class="money__computed" data-label="执行率（%）" role="gridcell">
                            <FigureButton figure={Figure::ExecutionRate} name="执行率" text={workspace.evaluation.money.execution_rate.map(Rate::printed)} />
                        </td>
                        <td class="money__tools" role="gridcell"></td>
                    </tr>
                </tfoot>
            </table>
            </Grid>
            <TableMessages bounds={amounts(props)} class="money__message" />
            <div class="money__foot">
                <p class="money__key"><span class="money__swatch"></span>{ "带框的填写" }<span class="money__swatch money__swatch--computed"></span>{ "灰底的自动算" }</p>
                <AddRow list={List::Funds} />
            </div>
        </div>
    }
}

/// The inputs of the table; what is wrong in them stands below it.
fn amounts(props: &PageProps) -> Vec<Bound> {
    let funds = &props.workspace.draft.budget.funds;
    let of_funds = funds
        .iter()
        .flat_map(|fund| Column::ALL.iter().map(|column| Field::FundAmount(fund.id, *column)));
    let totals = Column::ALL.iter().map(|column| Field::StatedTotal(*column));
    of_funds.chain(totals).map(|field| props.bind(field)).collect()
}

fn fund_row(props: &PageProps, fund: &Fund, place: usize) -> Html {
    let id = fund.id;
    let rate = props
        .workspace
        .evaluation
        .money
        .funds
        .get(place)
        .map(|row| row.execution_rate.map(Rate::printed));
    let name = fund.label().to_owned();
    html! {
        <FundRow key={id.0} {name} fund={id} source={props.bind(Field::FundSource(id))} alias={props.bind(Field::FundName(id))}
            amounts={Column::ALL.iter().map(|column| props.bind(Field::FundAmount(id, *column))).collect::<Vec<_>>()}
            {rate} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FundRowProps {
    fund: crate::domain::values::row::Id,
    name: String,
    source: Bound,
    alias: Bound,
    amounts: Vec<Bound>,
    rate: Option<Derived<String>>,
}

#[component]
fn FundRow(props: &FundRowProps) -> Html {
    let dispatch = use_dispatch();
    let FundRowProps {
        fund,
        name,
        source,
        alias,
        amounts,
        rate,
    } = props;
    let other = source.text == FundSource::Other.code() || !alias.text.is_empty();
    let edit = |edit| dispatch.on::<MouseEvent>(Message::Edited(edit));
    html! {
        <tr class="money__row" role="row">
            <th class="money__name" scope="row" role="rowheader">
                <Select bound={source.clone()} options={options::<FundSource>()} name={format!("{name}，资金来源")} />
                if other {
                    <Control bound={alias.clone()} name={format!("{name}，本单位的叫法")} placeholder="本单位的叫法，选填" />
                }
            </th>
            { for Column::ALL.iter().zip(amounts).map(|(column, bound)| html! {
                <td class="money__cell" data-label={column.label()} role="gridcell" aria-selected={bound.selected.to_string()}>
                    <Control bound={bound.clone()} kind={Kind::Number} name={format!("{name}，{}（万元）", column.label())} />
                </td>
            }) }
            <td class="money__computed" data-label="执行率（%）" role="gridcell">
                if let Some(rate) = rate {
                    <FigureButton figure={Figure::FundRate(*fund)} name={format!("{name}的执行率")} text={rate.clone()} />
                }
            </td>
            <td class="money__tools" role="gridcell">
                <Tool symbol={Symbol::Trash} name={format!("删除{name}")} hint="删除这一行" onclick={edit(Edit::Remove(List::Funds, *fund))} />
            </td>
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TotalCellProps {
    workspace: std::rc::Rc<Workspace>,
    column: Column,
}

/// A total: computed and locked when its parts are all known, typed when they are not.
#[component]
fn TotalCell(props: &TotalCellProps) -> Html {
    let dispatch = use_dispatch();
    let TotalCellProps { workspace, column } = props;
    let field = Field::StatedTotal(*column);
    let bound = crate::components::bound::bind(workspace, field);
    let total = workspace.evaluation.money.totals.get(*column);
    let name = format!("合计，{}（万元）", column.label());
    if !total.is_locked() {
        return html! {
            <td class="money__cell" data-label={column.label()} role="gridcell" aria-selected={bound.selected.to_string()}><Control {bound} kind={Kind::Number} {name} /></td>
        };
    }
    let clear = dispatch.on::<MouseEvent>(Message::Edited(Edit::Set(field, String::new())));
    let differs = !bound.findings.is_empty();
    html! {
        <td class="money__computed" data-label={column.label()} role="gridcell">
            <span class={classes!("money__total", bound.traced.then_some("control--traced"))} id={field.key()} tabindex="-1">
                <FigureButton figure={Figure::Total(*column)} name={format!("{}合计", column.label())} text={printed(&workspace.evaluation, Figure::Total(*column))} />
            </span>
            if differs {
                <button class="button button--quiet button--small" type="button" onclick={clear}>{ "清空填写的合计" }</button>
            }
        </td>
    }
}

fn facts(workspace: &Workspace) -> Html {
    let evaluation = &workspace.evaluation;
    let beyond = reasons::adjustment(&workspace.draft, evaluation);
    let adjusted = match (beyond, evaluation.money.adjustment_rate) {
        (Some(Beyond { rate, limit }), _) => {
            format!("调整率 {}，超过 {}", rate.printed_percent(), limit.trimmed_percent())
        }
        (None, Ok(rate)) => format!("调整率 {}", rate.printed_percent()),
        (None, Err(gap)) => gap_words::gap_note(gap),
    };
    let unspent = match evaluation.money.unspent_rate {
        Ok(rate) => format!("占调整预算数 {}", rate.printed_percent()),
        Err(gap) => gap_words::gap_note(gap),
    };
    let progress = workspace
        .draft
        .scheme
        .parts
        .iter()
        .find(|part| part.rule == crate::domain::scheme::part::PartRule::Progress);
    let fact = |flag: bool, figure: Figure, name: String, unit: String, note: String| {
        html! {
            <div class={classes!("fact", flag.then_some("fact--flag"))}>
                <dt class="fact__name">{ &name }</dt>
                <dd>
                    <p class="fact__value"><FigureButton {figure} name={name.clone()} text={printed(evaluation, figure)} />{ " " }<span class="unit">{ unit }</span></p>
                    <p class="fact__note">{ note }</p>
                </dd>
            </div>
        }
    };
    html! {
        <dl class="facts">
            { fact(beyond.is_some(), Figure::Adjustment, "预算调整数".into(), "万元".into(), adjusted) }
            { fact(false, Figure::Unspent, "结转结余".into(), "万元".into(), unspent) }
            if let Some(part) = progress {
                { fact(false, Figure::PartScore(part.id), format!("{}得分", part.name), format!("/ {} 分", part.weight.text()),
                    format!("按执行率线性计分{}", if part.reference { "（参考）" } else { "" })) }
            }
        </dl>
    }
}

fn natures(props: &PageProps) -> Html {
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "按支出性质分列" }<span class="disclosure__note">{ "基本支出、项目支出" }</span></summary>
            <div class="disclosure__body">
                <p class="section__lead">{ "填了以后，会核对两项之和与合计是否相等。单位：万元。" }</p>
                <Grid workspace={props.workspace.clone()} table={Table::Natures}>
                <table class="table money__table" role="grid" aria-multiselectable="true">
                    <caption class="visually-hidden">{ "按支出性质分列" }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th class="money__source" scope="col" role="columnheader">{ "支出性质" }</th>
                        { for Column::ALL.iter().map(|column| html! { <th class="table__number" scope="col" role="columnheader">{ column.label() }</th> }) }
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for SpendingNature::ALL.iter().map(|nature| html! {
                            <tr class="money__row" role="row">
                                <th class="money__name" scope="row" role="rowheader">{ nature.label() }</th>
                                { for Column::ALL.iter().map(|column| {
                                    let bound = props.bind(Field::NatureAmount(*nature, *column));
                                    html! {
                                        <td class="money__cell" data-label={column.label()} role="gridcell" aria-selected={bound.selected.to_string()}>
                                            <Control {bound} kind={Kind::Number} name={format!("{}，{}（万元）", nature.label(), column.label())} />
                                        </td>
                                    }
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
                </Grid>
                <TableMessages class="money__message" bounds={SpendingNature::ALL.iter()
                    .flat_map(|nature| Column::ALL.iter().map(|column| props.bind(Field::NatureAmount(*nature, *column))))
                    .collect::<Vec<_>>()} />
            </div>
        </details>
    }
}

fn stated(props: &PageProps) -> Html {
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "已上报的执行率" }<span class="disclosure__note">{ "用来核对" }</span></summary>
            <div class="disclosure__body">
                <div class="field-row">
                    <FormField class="span-4" bound={props.bind(Field::StatedExecutionRate)} kind={Kind::Number} flag="%"
                        hint="决算或别的报表上已经报过的数，会与算出来的核对" />
                </div>
            </div>
        </details>
    }
}
