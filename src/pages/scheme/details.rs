//! 计分细则: weighting, compound targets, bands, limits.

use yew::prelude::*;

use crate::components::choice::options;
use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::scheme::review::{MissingEvidence, ReviewRule};
use crate::domain::scheme::scheme::{Compound, ExcessRule, Weighting};
use crate::domain::scheme::tables_of::{form_of, forms_of};
use crate::domain::values::input::Choice;
use crate::pages::page::PageProps;

/// The details.
#[component]
pub fn Details(props: &PageProps) -> Html {
    let scheme = &props.workspace.draft.scheme;
    let field = |what| props.bind(Field::Scheme(what));
    html! {
        <>
            <Section title="计分细则" id="details">
                <div class="field-row">
                    <FormField class="span-4" bound={field(SchemeField::Weighting)} options={options::<Weighting>()} />
                    <FormField class="span-4" bound={field(SchemeField::Excess)} options={options::<ExcessRule>()} />
                    <FormField class="span-4" bound={field(SchemeField::Compound)} options={options::<Compound>()} />
                </div>
                <FormField bound={field(SchemeField::TableForm)} options={forms_of(scheme.kind, form_of(scheme)).map(|form| (form.code().into(), form.label().into())).collect::<Vec<(AttrValue, AttrValue)>>()} />
            </Section>
            <Section title="等级和定性档次" id="bands" note={html! { "下限含本数，占满分的百分比" }}>
                <div class="field-row">
                    { for scheme.grades.iter().map(|band| html! {
                        <FormField class="span-3" bound={props.bind(Field::GradeBound(band.value))} kind={Kind::Number} flag="%" label={format!("“{}”不低于", band.value.label())} />
                    }) }
                </div>
                <div class="field-row">
                    { for scheme.attainments.iter().map(|band| html! {
                        <FormField class="span-4" bound={props.bind(Field::AttainmentBound(band.value))} kind={Kind::Number} flag="%" label={format!("“{}”不低于", band.value.label())} />
                    }) }
                </div>
            </Section>
            <Section title="要说明原因的界限" id="limits">
                <div class="field-row">
                    <FormField class="span-4" bound={field(SchemeField::AdjustmentLimit)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::ExecutionLimit)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::OverAchievementLimit)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::SourceLow)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::SourceHigh)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::ProgressMargin)} kind={Kind::Number} />
                </div>
            </Section>
            <Section title="复核口径" id="review-rules" note={html! { "“复核预计得分”按它算；留空的那条不用" }}>
                <div class="field-row">
                    <FormField class="span-8" bound={field(SchemeField::ReviewSource)} flag="本地有规定的换成本地的" />
                    <FormField class="span-4" bound={field(SchemeField::MissingEvidence)} options={options::<MissingEvidence>()} />
                </div>
                <div class="field-row">
                    { for ReviewRule::ALL.iter().map(|rule| html! {
                        <FormField key={rule.code()} class="span-3" bound={field(SchemeField::Review(*rule))} kind={Kind::Number} flag="%" />
                    }) }
                </div>
                <div class="field-row">
                    <FormField class="span-4" bound={field(SchemeField::LowSpending)} kind={Kind::Number} flag="%" />
                    <FormField class="span-4" bound={field(SchemeField::HandScore)} kind={Kind::Number} flag="%" />
                </div>
            </Section>
        </>
    }
}
