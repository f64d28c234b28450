//! 基本信息.

use yew::prelude::*;

use crate::components::choice::options;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::draft::department::Inclusion;
use crate::domain::draft::field::{Field, List};
use crate::domain::scheme::scheme::ReportKind;

use super::page::{PageProps, head, row_list};
use super::read_from::{approved, source};

/// The page.
#[component]
pub fn BasicsPage(props: &PageProps) -> Html {
    let basics = &props.workspace.draft.basics;
    if props.workspace.draft.scheme.kind == ReportKind::Project {
        return project(props);
    }
    html! {
        <>
            { head("基本信息", None) }
            <Section title="单位与年度" id="unit">
                <FormField bound={props.bind(Field::Unit)} hint="报告题目和正文用的全称" placeholder="例如：某某县教育局" />
                <div class="field-row">
                    <FormField class="span-6" bound={props.bind(Field::ShortName)} flag="选填" hint="表题用，例如“县教育局”；不填就用全称" />
                    <FormField class="span-6" bound={props.bind(Field::Place)} flag="选填" hint="省、市、县，用来核对评分方案" placeholder="例如：某某省某某市" />
                    <FormField class="span-3" bound={props.bind(Field::Year)} hint="评价哪一年的支出" />
                    <FormField class="span-3" bound={props.bind(Field::ReportDate)} hint="落款日期" placeholder={example_date(props)} />
                </div>
            </Section>
            <Section title="成文" id="paper" note={html! { "预览和导出的文件里" }}>
                <div class="field-row">
                    <FormField class="span-3" bound={props.bind(Field::Cover)} options={options::<Inclusion>()} />
                    <FormField class="span-3" bound={props.bind(Field::Contents)} options={options::<Inclusion>()} />
                    <FormField class="span-3" bound={props.bind(Field::Charts)} options={options::<Inclusion>()} flag="得分和资金" />
                </div>
            </Section>
            <Section title="自评依据" id="basis" note={html! { "写进自评结论的开头" }}>
                { row_list(List::Basis, "份", &basics.basis, "还没有依据文件。一般是财政部门布置自评工作的通知。", |id| html! {
                    <div class="field-row">
                        <FormField class="span-8" bound={props.bind(Field::BasisTitle(id))} placeholder="不用加书名号" />
                        <FormField class="span-4" bound={props.bind(Field::BasisNumber(id))} placeholder="例如：财预〔2020〕10号" />
                    </div>
                }) }
            </Section>
            { approved(&props.workspace) }
            { source(props) }
        </>
    }
}

/// A date of the spring in which the report of the draft's year is written.
fn example_date(props: &PageProps) -> AttrValue {
    let year = props.workspace.draft.basics.year.value();
    year.map_or(AttrValue::default(), |year| {
        format!("例如：{}年3月20日", year.next().get()).into()
    })
}

/// The first lines of the form for a project.
fn project(props: &PageProps) -> Html {
    html! {
        <>
            { head("基本信息", None) }
            <Section title="项目与年度" id="unit">
                <FormField bound={props.bind(Field::ProjectTitle)} hint="预算批复里的项目全称" />
                <div class="field-row">
                    <FormField class="span-6" bound={props.bind(Field::CompetentDepartment)} hint="项目的主管部门" />
                    <FormField class="span-6" bound={props.bind(Field::Unit)} label="实施单位" hint="用钱、做事的单位" />
                    <FormField class="span-6" bound={props.bind(Field::Place)} flag="选填" hint="省、市、县，用来核对评分方案" placeholder="例如：某某省某某市" />
                    <FormField class="span-3" bound={props.bind(Field::Year)} hint="评价哪一年的支出" />
                </div>
            </Section>
            { approved(&props.workspace) }
            { source(props) }
        </>
    }
}
