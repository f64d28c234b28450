//! The frame of the editor: bar, task list, page, live figures.

use yew::prelude::*;

use crate::components::alarm::{Alarm, Onlooker};
use crate::components::before_departure::BeforeDeparture;
use crate::components::dispatch::use_dispatch;
use crate::components::dock::Dock;
use crate::components::explain::Explain;
use crate::components::live::{KeyFigure, LISTED, Live, ScoreLine};
use crate::components::page_turn::PageTurn;
use crate::components::skip_link::SkipLink;
use crate::components::stepper::Stepper;
use crate::components::tasks::{Task, Tasks};
use crate::components::topbar::TopBar;
use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::draft::chapter::Chapter;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::reasons;
use crate::domain::scheme::template::Template;
use crate::domain::values::calendar::Moment;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::rate::Rate;
use crate::state::model::help::Topic;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::model::Overlay;
use crate::state::model::packs::Pack;
use crate::state::model::recovery::{Comparison, Recovery};
use crate::state::model::reports::{Backup, Entry, StorageFault, title};
use crate::state::model::route::Page;
use crate::state::model::working_off::ChecksView;
use crate::state::model::workspace::{Saving, Workspace};
use crate::state::model::zoom::Zoom;

use super::basics::BasicsPage;
use super::budget::BudgetPage;
use super::checks::page::ChecksPage;
use super::department::DepartmentPage;
use super::forms::Back;
use super::help::hint::Hint;
use super::indicators::page::IndicatorsPage;
use super::monitoring::MonitoringPage;
use super::objectives::ObjectivesPage;
use super::overview::page::OverviewPage;
use super::preview::page::PreviewPage;
use super::problems::ProblemsPage;
use super::projects::ProjectsPage;
use super::replace::Replace;
use super::results::ResultsPage;
use super::scheme::page::SchemePage;
use super::tables::sheet::TableSheet;
use super::versions::VersionsPage;
use super::work::WorkPage;

/// What the editor is told.
#[derive(Clone, PartialEq, Properties)]
pub struct EditorProps {
    /// The open draft.
    pub workspace: std::rc::Rc<Workspace>,
    /// The page to show.
    pub page: Page,
    /// The schemes that can be chosen, once they were asked for.
    pub packs: Option<std::rc::Rc<Vec<Pack>>>,
    /// 指标库, once it was needed.
    pub library: Option<std::rc::Rc<Vec<Template>>>,
    /// The copies and versions of the draft, once they were asked for.
    pub recovery: Option<std::rc::Rc<Recovery>>,
    /// The drafts of this browser, once they were read.
    pub reports: Option<std::rc::Rc<Vec<Entry>>>,
    /// The version that is looked at.
    pub compared: Option<std::rc::Rc<Comparison>>,
    /// Why the work is not kept as it should be, whatever draft is open.
    pub fault: Option<StorageFault>,
    /// 显示比例 of the preview.
    pub zoom: Zoom,
    /// The page whose hint of first use is shown.
    pub hint: Option<Topic>,
    /// The time, for 今天.
    pub now: Moment,
    /// What undo would take back.
    pub undo: Option<AttrValue>,
    /// What redo would do again.
    pub redo: Option<AttrValue>,
    /// What lies over the page.
    pub overlay: Option<Overlay>,
}

/// The editor.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let dispatch = use_dispatch();
    let EditorProps {
        workspace,
        page,
        undo,
        redo,
        overlay,
        ..
    } = props;
    let draft = &workspace.draft;
    // What keeping the draft changes is said in the bar; the page is not made anew for it.
    let shown = use_memo(workspace.but_for_keeping(), Workspace::clone);
    let year = if draft.basics.year.is_blank() {
        String::new()
    } else {
        format!("{} 年度", draft.basics.year.text())
    };
    let (findings, count) = page_findings(workspace, *page);
    let drawer = matches!(overlay, Some(Overlay::Tasks | Overlay::Live));
    let live_open = *overlay == Some(Overlay::Live);
    html! {
        <>
            <SkipLink />
            <TopBar unit={title(draft)} report={format!("{}{year}{}", if draft.is_sample { "示例 · " } else { "" }, draft.scheme.kind.label())} saving={workspace.saving.clone()} id={workspace.id.clone()} backup={backup_note(props)}
                undo={undo.clone()} redo={redo.clone()} overlay={overlay.clone()}
                errors={workspace.findings.errors()} file_name={crate::state::model::workspace::file_name(draft)} />
            if let Some(fault) = alarm(props) {
                <Alarm {fault} download={true} />
            }
            <div class={classes!("frame", is_beside(workspace, *page).then_some("frame--beside"))}>
                <Tasks id={workspace.id.clone()} page={*page} tasks={tasks(workspace)} done={workspace.done()} open={*overlay == Some(Overlay::Tasks)} />
                <Onlooker pen={workspace.pen} contested={workspace.contest.is_on()} />
                <main class={classes!("page", shows_paper(workspace, *page).then_some("page--preview"), (workspace.list.is_some() || *page == Page::Overview).then_some("page--printed"))} id="main" tabindex="-1">
                    <Back workspace={shown.clone()} />
                    if let Some(topic) = props.hint {
                        <Hint {topic} />
                    }
                    { page_body(props, &shown) }
                    if matches!(page, Page::Chapter(_)) {
                        <Stepper id={workspace.id.clone()} count={workspace.findings.iter().count()} walking={workspace.stop.is_some()} place={workspace.stop_place()} />
                    }
                    if matches!(page, Page::Chapter(_) | Page::Checks) {
                        <PageTurn id={workspace.id.clone()} page={*page} kind={draft.scheme.kind} />
                    }
                </main>
                <p class="print-instead">{ "这一页不打印。要打印报告，请按 Ctrl+P，或到“预览与导出”点“打印”。" }</p>
                <Live total={printed(&workspace.evaluation, Figure::TotalScore)} full={full_points(workspace)} grade={printed(&workspace.evaluation, Figure::Grade)}
                    parts={score_lines(workspace)} figures={key_figures(workspace)} {findings} {count}
                    scope={if matches!(page, Page::Chapter(_)) { "本部分检查" } else { "全部检查" }} listed={*page != Page::Checks} open={live_open} />
            </div>
            if drawer {
                <div class="backdrop" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}></div>
            }
            <Dock total={printed(&workspace.evaluation, Figure::TotalScore)} grade={printed(&workspace.evaluation, Figure::Grade)}
                execution_rate={printed(&workspace.evaluation, Figure::ExecutionRate)} findings={count} open={live_open} />
            if let Some(Overlay::BeforeDeparture(departure)) = overlay {
                <BeforeDeparture departure={*departure} findings={workspace.concerns().into_iter().cloned().collect::<Vec<_>>()} />
            }
            if let Some(Overlay::Tables(import)) = overlay {
                <TableSheet import={import.clone()} />
            }
            if let Some(Overlay::Replace(words)) = overlay {
                <Replace workspace={workspace.clone()} words={words.clone()} />
            }
            if let (Some(explanation), Some(place)) = (workspace.explanation(), workspace.explained) {
                <Explain {explanation} {place} />
            }
        </>
    }
}

/// What keeps the draft from being kept. It stays while a single save is under way.
fn alarm(props: &EditorProps) -> Option<StorageFault> {
    match &props.workspace.saving {
        Saving::Failed(fault) => Some(fault.clone()),
        _ => props.fault.clone().filter(|_| props.workspace.pen == Pen::Here),
    }
}

/// Whether the editor of an indicator stands in the place of the live figures.
fn is_beside(workspace: &Workspace, page: Page) -> bool {
    let open = workspace.open_indicator.and_then(|id| workspace.draft.indicator(id));
    page == Page::Chapter(Chapter::Indicators) && open.is_some() && workspace.edits_beside()
}

/// Whether the page is the report's own pages: 预览, and 检查 as 标注稿.
fn shows_paper(workspace: &Workspace, page: Page) -> bool {
    page == Page::Preview || (page == Page::Checks && workspace.checks_view == ChecksView::Marked)
}

fn page_body(props: &EditorProps, shown: &std::rc::Rc<Workspace>) -> Html {
    let EditorProps {
        page, packs, library, ..
    } = props;
    let workspace = shown.clone();
    match page {
        Page::Chapter(chapter) => match chapter {
            Chapter::Basics => html! { <BasicsPage {workspace} /> },
            Chapter::Department => html! { <DepartmentPage {workspace} /> },
            Chapter::Work => html! { <WorkPage {workspace} /> },
            Chapter::Budget => html! { <BudgetPage {workspace} /> },
            Chapter::Objectives => html! { <ObjectivesPage {workspace} /> },
            Chapter::Scheme => html! { <SchemePage {workspace} packs={packs.clone()} /> },
            Chapter::Indicators => html! { <IndicatorsPage {workspace} library={library.clone()} /> },
            Chapter::Monitoring => html! { <MonitoringPage {workspace} /> },
            Chapter::Projects => html! { <ProjectsPage {workspace} /> },
            Chapter::Results => html! { <ResultsPage {workspace} /> },
            Chapter::Problems => html! { <ProblemsPage {workspace} /> },
        },
        Page::Overview => {
            html! { <OverviewPage {workspace} recovery={props.recovery.clone()} compared={props.compared.clone()} reports={props.reports.clone()} now={props.now.clone()} /> }
        }
        // The marked report needs what was read in the texts.
        Page::Checks => html! { <ChecksPage workspace={props.workspace.clone()} /> },
        Page::Preview => html! { <PreviewPage {workspace} zoom={props.zoom} /> },
        Page::Versions => {
            html! { <VersionsPage {workspace} recovery={props.recovery.clone()} compared={props.compared.clone()} now={props.now.clone()} /> }
        }
    }
}

/// The gravest findings of a page, as many as the panel shows, and how many there are.
fn page_findings(workspace: &Workspace, page: Page) -> (Vec<Finding>, usize) {
    let mut findings: Vec<&Finding> = match page {
        Page::Chapter(chapter) => workspace.found_in(chapter),
        Page::Overview | Page::Checks | Page::Preview | Page::Versions => workspace.findings.iter().collect(),
    };
    findings.sort_by_key(|finding| finding.severity());
    (
        findings.iter().take(LISTED).map(|finding| (*finding).clone()).collect(),
        findings.len(),
    )
}

fn tasks(workspace: &Workspace) -> Vec<Task> {
    // As many as the panel and the page say, in the colour of the gravest; counted in one pass.
    let mut all: Option<(Severity, usize)> = None;
    let mut of_chapters: Vec<(Chapter, Option<(Severity, usize)>)> = Vec::new();
    let add = |sum: &mut Option<(Severity, usize)>, severity: Severity| {
        let (gravest, count) = sum.unwrap_or((severity, 0));
        *sum = Some((gravest.min(severity), count + 1));
    };
    for finding in workspace.findings.iter() {
        let (chapter, severity) = (Chapter::of(finding.field), finding.severity());
        add(&mut all, severity);
        match of_chapters.iter_mut().find(|(known, _)| *known == chapter) {
            Some((_, sum)) => add(sum, severity),
            None => of_chapters.push((chapter, Some((severity, 1)))),
        }
    }
    let told_in = |chapter: Chapter| {
        let found = of_chapters.iter().find(|(known, _)| *known == chapter);
        found.and_then(|(_, sum)| *sum)
    };
    let completeness = |chapter| {
        let parts = Chapter::of_kind(workspace.draft.scheme.kind)
            .iter()
            .zip(workspace.completeness.iter());
        parts
            .into_iter()
            .find(|(part, _)| **part == chapter)
            .map(|(_, completeness)| *completeness)
    };
    let line = |page| match page {
        Page::Chapter(chapter) => Task {
            page,
            completeness: completeness(chapter),
            findings: told_in(chapter),
        },
        Page::Checks => Task {
            page,
            completeness: None,
            findings: all,
        },
        Page::Overview | Page::Preview | Page::Versions => Task {
            page,
            completeness: None,
            findings: None,
        },
    };
    let all = std::iter::once(Page::Overview).chain(Page::of_kind(workspace.draft.scheme.kind));
    all.map(line).collect()
}

/// What the bar says of backups: something only where one is due.
fn backup_note(props: &EditorProps) -> Option<AttrValue> {
    let workspace = &props.workspace;
    let backup = workspace.backup.as_ref();
    let is_due = workspace.pen == Pen::Here && Backup::is_due(backup, workspace.stamp.sequence, &props.now);
    is_due.then(|| Backup::note(backup, &props.now).into())
}

fn full_points(workspace: &Workspace) -> String {
    workspace.draft.scheme.full_points().unwrap_or_default().printed()
}

fn score_lines(workspace: &Workspace) -> Vec<ScoreLine> {
    let parts = workspace.draft.scheme.parts.iter().zip(&workspace.evaluation.parts);
    parts
        .map(|(part, result)| {
            let share = result
                .score
                .ok()
                .zip(result.weight.ok())
                .and_then(|(score, weight)| Rate::of(score.decimal(), weight.decimal()));
            ScoreLine {
                figure: Figure::PartScore(part.id),
                name: part.name.clone(),
                score: result.score.map(|score| score.printed()),
                weight: part.weight.text(),
                share: share.unwrap_or_default().capped().printed_percent(),
            }
        })
        .collect()
}

fn key_figures(workspace: &Workspace) -> Vec<KeyFigure> {
    let adjusted = reasons::adjustment(&workspace.draft, &workspace.evaluation).is_some();
    let slow = reasons::execution(&workspace.draft, &workspace.evaluation).is_some();
    [
        (Figure::ExecutionRate, "执行率", slow),
        (Figure::AdjustmentRate, "预算调整率", adjusted),
        (Figure::UnspentRate, "结转结余率", false),
    ]
    .map(|(figure, name, flagged)| KeyFigure {
        figure,
        name,
        text: printed(&workspace.evaluation, figure),
        flagged,
    })
    .into()
}
