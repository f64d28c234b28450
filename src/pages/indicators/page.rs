//! The page 指标与评分.

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::field::FormField;
use crate::components::rows::AddRow;
use crate::components::section::Section;
use crate::domain::draft::field::{Field, List};
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::input::Choice;
use crate::pages::page::{PageProps, head};
use crate::pages::tables::bar::TableBar;

use super::form_texts::FormTexts;
use super::library::Library;
use super::list::IndicatorList;
use super::props::IndicatorsProps;
use super::scheme::SchemeTable;

/// The page.
#[component]
pub fn IndicatorsPage(props: &IndicatorsProps) -> Html {
    let workspace = &props.workspace;
    let page = PageProps {
        workspace: workspace.clone(),
    };
    let draft = &workspace.draft;
    let mut parts = draft.scheme.indicator_parts();
    let title = match (parts.next(), parts.next()) {
        (Some(only), None) => format!("“{}”的指标", only.name),
        _ => "指标".to_owned(),
    };
    let grades = std::iter::once((AttrValue::from(""), AttrValue::from("没有上报")))
        .chain(
            Grade::ALL
                .iter()
                .map(|grade| (grade.code().into(), grade.label().into())),
        )
        .collect::<Vec<(AttrValue, AttrValue)>>();
    html! {
        <>
            { head("指标与评分", None) }
            <TableBar />
            <SchemeTable workspace={workspace.clone()} />
            <Section {title} id="list" note={html! { <AddRow list={List::Indicators} /> }}>
                <IndicatorList workspace={workspace.clone()} library={props.library.clone()} />
                if let Some(library) = &props.library {
                    <Library library={library.clone()} />
                }
            </Section>
            <FormTexts workspace={workspace.clone()} />
            <Section title="已上报的结果" id="stated" note={html! { "选填，用来核对" }}>
                <div class="field-row">
                    <FormField class="span-3" bound={page.bind(Field::StatedScore)} kind={Kind::Number} flag="分" />
                    <FormField class="span-3" bound={page.bind(Field::StatedGrade)} options={grades} />
                </div>
            </Section>
        </>
    }
}
