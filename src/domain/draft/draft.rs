//! 草稿: everything that the user typed, and nothing that follows from it.

use serde::{Deserialize, Serialize};

use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::{Grade, ReportKind, Scheme};
use crate::domain::values::input::{Entry, choices};
use crate::domain::values::points::Points;
use crate::domain::values::row::{Id, NextId, Row, plain_row};
use crate::domain::values::shared::Shared;

use super::approved::Approved;
use super::budget::{Budget, Fund, FundSource, Projects};
use super::department::{Basics, Department};
use super::form_texts::FormTexts;
use super::last_year::LastYearText;
use super::narrative::{Monitoring, Remark, Results, Section, Work};
use super::objective::Objectives;
use super::own_wording::Wordings;
use super::set_aside::SetAside;
use super::source::ReportSource;
use super::working::Working;

choices! {
    /// 方案选定没有.
    #[derive(Default)]
    SchemeStanding {
        /// The scheme was chosen, or confirmed as it is.
        #[default]
        Chosen = "chosen" "已选定",
        /// A scheme stands in until one is chosen.
        Open = "open" "还没有选定",
    }
}

impl SchemeStanding {
    /// Whether it need not be written.
    fn is_default(&self) -> bool {
        *self == SchemeStanding::default()
    }
}

/// 一份部门整体支出绩效自评报告的草稿. Absent on purpose: computed fields, time, identity of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Where new rows get their identity.
    pub next_id: NextId,
    /// 草稿名称, for the list of drafts; blank where unit and year say enough.
    pub name: String,
    /// 示例: an example to look at, not the office's own report.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_sample: bool,
    /// 基本信息.
    pub basics: Basics,
    /// 部门概况.
    pub department: Department,
    /// 年度工作.
    pub work: Work,
    /// 资金收支.
    pub budget: Budget,
    /// 绩效目标.
    pub objectives: Objectives,
    /// 评分方案, the draft's own copy.
    pub scheme: Shared<Scheme>,
    /// Whether that scheme was chosen by the office.
    #[serde(skip_serializing_if = "SchemeStanding::is_default")]
    pub scheme_standing: SchemeStanding,
    /// 指标.
    pub indicators: Vec<Shared<Indicator>>,
    /// 运行监控.
    pub monitoring: Monitoring,
    /// 重点项目.
    pub projects: Projects,
    /// 项目自评表, annexes of the report.
    pub forms: Vec<ProjectForm>,
    /// 成效与完成情况.
    pub results: Results,
    /// 存在的主要问题.
    pub problems: Vec<Remark>,
    /// 改进措施及相关建议.
    pub improvements: Vec<Remark>,
    /// 已上报或已公开的总分, to be compared with the computed one.
    pub stated_score: Entry<Points>,
    /// 已上报或已公开的等级.
    pub stated_grade: Option<Grade>,
    /// 自己的写法 of paragraphs that the report writes by itself.
    #[serde(skip_serializing_if = "Wordings::is_empty")]
    pub wordings: Wordings,
    /// 表尾文字 of a form that asks for them.
    #[serde(skip_serializing_if = "FormTexts::is_empty")]
    pub form_texts: FormTexts,
    /// 去年的文字 that are not settled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub last_year: Vec<LastYearText>,
    /// 原文 that the draft was read from.
    #[serde(skip_serializing_if = "ReportSource::is_blank")]
    pub source: ReportSource,
    /// 申报表上批复的目标; none where the draft was not made of a 申报表.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<Shared<Approved>>,
    /// 不处理的检查结果, with the reasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// 算式 of numbers that were typed as calculations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub workings: Vec<Working>,
}

impl Draft {
    /// A blank report by a scheme, with the scheme's own indicators and the sources that nearly every
    /// office has.
    pub fn by(scheme: Scheme) -> Self {
        let mut ids = NextId::default();
        let mut scheme = scheme;
        scheme.renumber(&mut ids);
        let indicators = scheme.indicators.clone();
        let funds = match scheme.kind {
            ReportKind::Department => vec![
                Fund::new(ids.take(), FundSource::GeneralPublicBudget),
                Fund::new(ids.take(), FundSource::GovernmentManagedFunds),
                Fund::new(ids.take(), FundSource::Other),
            ],
            // The rows of the form for a project (财预〔2020〕10号).
            ReportKind::Project => vec![
                Fund::named(ids.take(), FundSource::GeneralPublicBudget, "当年财政拨款"),
                Fund::named(ids.take(), FundSource::Other, "上年结转资金"),
                Fund::named(ids.take(), FundSource::Other, "其他资金"),
            ],
        };
        let mut draft = Draft {
            scheme: Shared::new(scheme),
            budget: Budget {
                funds,
                ..Budget::default()
            },
            next_id: ids,
            ..Draft::default()
        };
        draft.take_indicators(&indicators);
        draft
    }

    /// 下一年度的草稿: targets, names and wording stay, what belongs to the year past goes.
    pub fn for_next_year(&self) -> Self {
        let mut next = self.clone();
        next.basics.year = match self.basics.year.value() {
            Some(year) => Entry::Accepted(year.next()),
            None => Entry::Blank,
        };
        next.is_sample = false;
        next.basics.report_date = Entry::Blank;
        for fund in &mut next.budget.funds {
            *fund = Fund {
                name: std::mem::take(&mut fund.name),
                previous: std::mem::take(&mut fund.amounts),
                ..Fund::new(fund.id, fund.source)
            };
        }
        next.budget = Budget {
            funds: next.budget.funds,
            previous: next.budget.stated,
            ..Budget::default()
        };
        for objective in &mut next.objectives.items {
            objective.achieved = Entry::Blank;
        }
        next.objectives.achieved.clear();
        next.objectives.stated_score = Entry::Blank;
        next.objectives.stated_reason.clear();
        for indicator in &mut next.indicators {
            forget_results(indicator.make_mut());
        }
        for form in &mut next.forms {
            form.draft = Shared::new(form.draft.for_next_year());
        }
        next.monitoring = Monitoring::default();
        for project in &mut next.projects.rows {
            project.amount = Entry::Blank;
            project.budget = Entry::Blank;
            project.initial = Entry::Blank;
        }
        for completion in &mut next.results.completions {
            completion.text.clear();
        }
        next.stated_score = Entry::Blank;
        next.stated_grade = None;
        next.set_aside.clear();
        next.workings.clear();
        next.approved = None;
        next.mark_last_year();
        next
    }

    /// Puts indicators at the end, with identities of this draft; says whether there were any, and which is the first.
    pub fn take_indicators(&mut self, indicators: &[Indicator]) -> (bool, Option<Id>) {
        let mut first = None;
        for indicator in indicators {
            let mut indicator = indicator.clone();
            indicator.renumber(&mut self.next_id);
            first.get_or_insert(indicator.id);
            self.indicators.push(Shared::new(indicator));
        }
        (first.is_some(), first)
    }

    /// The indicator with this identity.
    pub fn indicator(&self, id: Id) -> Option<&Shared<Indicator>> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// Gives every row a fresh identity where a file from elsewhere has used one twice, or has counted so far
    /// that further rows could not be told apart.
    pub fn mend_identities(&mut self) {
        for form in &mut self.forms {
            form.draft.make_mut().mend_identities();
        }
        // A scheme from before outlines were data has the standard one, which has no identities yet.
        if self.scheme.outline.iter().any(|section| section.id == Id::default()) {
            let ids = &mut self.next_id;
            let outline = &mut self.scheme.make_mut().outline;
            outline.iter_mut().for_each(|section| section.renumber(ids));
        }
        let mut seen = std::collections::BTreeSet::new();
        let mut largest = 0;
        let mut twice = false;
        self.each_identity(&mut |id| {
            twice |= !seen.insert(id);
            largest = largest.max(id.0);
        });
        if twice || self.next_id.is_unsound(largest) {
            self.next_id = NextId::default();
            self.renumber();
        }
    }

    fn each_identity(&self, visit: &mut impl FnMut(Id)) {
        fn sections(rows: &[Section], visit: &mut impl FnMut(Id)) {
            for row in rows {
                visit(row.id);
                sections(&row.sections, visit);
            }
        }
        fn rows<T: Row>(rows: &[T], visit: &mut impl FnMut(Id)) {
            rows.iter().for_each(|row| visit(row.id()));
        }
        fn tiers(rule: &Rule, visit: &mut impl FnMut(Id)) {
            if let Rule::Tiers(rule) = rule {
                rows(&rule.tiers, visit);
            }
        }
        rows(&self.basics.basis, visit);
        rows(&self.department.divisions, visit);
        rows(&self.department.subordinate_units, visit);
        sections(&self.work.sections, visit);
        rows(&self.budget.funds, visit);
        rows(&self.objectives.items, visit);
        rows(&self.scheme.outline, visit);
        for part in &self.scheme.parts {
            visit(part.id);
            rows(&part.groups, visit);
            rows(&part.checkpoints.targets, visit);
            tiers(&part.progress, visit);
        }
        let own = self.scheme.indicators.iter();
        for indicator in own.chain(self.indicators.iter().map(|indicator| &**indicator)) {
            visit(indicator.id);
            rows(&indicator.measures, visit);
            rows(&indicator.items, visit);
            rows(&indicator.evidence, visit);
            tiers(&indicator.rule, visit);
        }
        rows(&self.monitoring.checkpoints, visit);
        rows(&self.projects.rows, visit);
        rows(&self.forms, visit);
        rows(&self.results.completions, visit);
        rows(&self.problems, visit);
        rows(&self.improvements, visit);
        rows(&self.last_year, visit);
        rows(&self.set_aside, visit);
    }

    /// The identities that a 申报表 may speak of, in the order of the draft.
    fn promised(&self) -> Vec<Id> {
        let rows = self.indicators.iter();
        let rows = rows.flat_map(|row| std::iter::once(row.id).chain(row.measures.iter().map(|own| own.id)));
        let projects = self.projects.rows.iter().map(|row| row.id);
        rows.chain(projects)
            .chain(self.objectives.items.iter().map(|row| row.id))
            .collect()
    }

    fn renumber(&mut self) {
        fn rows<T: Row>(rows: &mut [T], ids: &mut NextId) {
            rows.iter_mut().for_each(|row| row.renumber(ids));
        }
        let earlier = self.promised();
        // They name fields by identities that are given anew.
        self.workings.clear();
        let projects: Vec<Id> = self.projects.rows.iter().map(|row| row.id).collect();
        let ids = &mut self.next_id;
        rows(&mut self.basics.basis, ids);
        rows(&mut self.department.divisions, ids);
        rows(&mut self.department.subordinate_units, ids);
        rows(&mut self.work.sections, ids);
        rows(&mut self.budget.funds, ids);
        rows(&mut self.objectives.items, ids);
        let before = self.scheme.clone();
        self.scheme.make_mut().renumber(ids);
        for indicator in &mut self.indicators {
            indicator.renumber(ids);
            let place = self.scheme.same_place(&before, indicator.place);
            indicator.make_mut().place = place;
        }
        rows(&mut self.monitoring.checkpoints, ids);
        rows(&mut self.projects.rows, ids);
        rows(&mut self.forms, ids);
        rows(&mut self.results.completions, ids);
        rows(&mut self.problems, ids);
        rows(&mut self.improvements, ids);
        rows(&mut self.last_year, ids);
        rows(&mut self.set_aside, ids);
        for form in &mut self.forms {
            let place = projects.iter().position(|id| Some(*id) == form.project);
            form.project = place.and_then(|place| self.projects.rows.get(place)).map(|row| row.id);
        }
        let now = self.promised();
        if let Some(approved) = &mut self.approved {
            approved.make_mut().renumber(&earlier, &now);
        }
    }
}

/// Takes the year's results out of an indicator; goal, target, unit, weight and division stay.
fn forget_results(indicator: &mut Indicator) {
    for measure in &mut indicator.measures {
        measure.actual = Entry::Blank;
    }
    for item in &mut indicator.items {
        item.answer = None;
        item.times = Entry::Blank;
    }
    indicator.formula.numerator.value = Entry::Blank;
    indicator.formula.denominator.value = Entry::Blank;
    indicator.attainment = None;
    indicator.coefficient = Entry::Blank;
    indicator.scoring = crate::domain::scheme::indicator::Scoring::ByRule;
    indicator.manual_score = Entry::Blank;
    indicator.manual_reason.clear();
    indicator.analysis.clear();
    indicator.initial_target.clear();
    indicator.deviation_reason.clear();
    indicator.improvement.clear();
    indicator.evidence.clear();
    indicator.survey = Default::default();
}

/// 一个项目的自评表.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectForm {
    /// Identity within the report.
    pub id: Id,
    /// The project of the list that it was made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Id>,
    /// The form. Its rows have identities of their own, apart from the report's.
    pub draft: Shared<Draft>,
}

plain_row!(ProjectForm);

impl ProjectForm {
    /// How the project is called, or its number while it has no name.
    pub fn title(&self, place: usize) -> String {
        match self.draft.basics.project.trim() {
            "" => format!("第 {} 个项目", place + 1),
            name => name.to_owned(),
        }
    }
}
