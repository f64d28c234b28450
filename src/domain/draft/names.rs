//! 官方用语: how fields and gaps are called, once for messages, explanations and labels.

use crate::domain::scheme::formula::TermPlace;
use crate::domain::scheme::review::ReviewRule;
use crate::domain::values::input::Choice;
use crate::domain::values::row::{Id, find};

use super::budget::Column;
use super::draft::Draft;
use super::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, ItemField, List, MeasureField, OutlineField, PartField,
    RuleField, SchemeField, TermField,
};
use super::fields::about;

/// The name of a field by itself, as its label says: "调整预算数".
pub fn short_name(field: Field) -> &'static str {
    if let Some(about) = about(field) {
        return about.name;
    }
    match field {
        Field::SectionHeading(_) => "标题",
        Field::SectionText(_) => "正文",
        Field::FundAmount(_, column) | Field::StatedTotal(column) | Field::NatureAmount(_, column) => column.label(),
        Field::Scheme(part) => scheme_part(part),
        Field::Outline(_, part) => match part {
            OutlineField::Level => "层次",
            OutlineField::Heading => "标题",
            OutlineField::Content => "写什么",
            OutlineField::Text => "正文",
        },
        Field::Part(_, part) => match part {
            PartField::Name => "评分内容",
            PartField::Weight => "权重",
            PartField::Rule => "凭什么计分",
            PartField::Source => "依据",
            PartField::Method => "各月怎样合成得分",
        },
        Field::Group(_, _, part) => match part {
            GroupField::Name => "二级指标",
            GroupField::Weight => "权重",
            GroupField::FirstLevel => "所属一级指标",
        },
        Field::CheckpointTarget(_, _, part) => match part {
            CheckpointTargetField::Month => "截至月份",
            CheckpointTargetField::Target => "进度目标",
            CheckpointTargetField::Points => "分值",
        },
        Field::Rule(_, part) => rule_part(part),
        Field::GradeBound(_) | Field::AttainmentBound(_) => "下限",
        Field::Indicator(_, part) => indicator_part(part),
        Field::Measure(_, _, part) => measure_part(part),
        Field::Item(_, _, part) => match part {
            ItemField::Text => "内容",
            ItemField::Points => "分值",
            ItemField::Answer => "做到没有",
            ItemField::Times => "次数",
        },
        Field::EvidenceName(..) => "材料名称",
        Field::EvidencePlace(..) => "存放处",
        Field::Wording(kind) => kind.label(),
        Field::FormText(text) => text.label(),
        Field::Rows(list) => list_name(list),
        // All others have a line in the table.
        _ => "",
    }
}

/// The name of a list.
pub fn list_name(list: List) -> &'static str {
    match list {
        List::Basis => "自评依据",
        List::Divisions => "内设机构",
        List::SubordinateUnits => "下属单位",
        List::Sections(_) => "重点工作",
        List::Funds => "资金来源",
        List::Objectives => "年度目标",
        List::Indicators => "指标",
        List::Measures(_) => "指标值与实际完成值",
        List::Evidence(_) => "佐证材料",
        List::Items(_) => "要点",
        List::Outline => "提纲",
        List::Parts => "评分内容",
        List::Groups(_) => "二级指标",
        List::CheckpointTargets(_) => "进度目标",
        List::Tiers(_) => "分档",
        List::Checkpoints => "监控节点",
        List::Forms => "项目自评表",
        List::Projects => "重点项目",
        List::Completions => "工作任务完成情况",
        List::Problems => "存在的问题",
        List::Improvements => "改进措施",
        List::SetAside => "不处理的检查结果",
    }
}

/// The name of a field with the row that it stands in: "一般公共预算的调整预算数".
pub fn full_name(draft: &Draft, field: Field) -> String {
    let name = short_name(field);
    let numbered = |what: &str, place: Option<usize>| match place {
        Some(place) => format!("第 {} {what}的{name}", place + 1),
        None => name.to_owned(),
    };
    match field {
        Field::FundAmount(id, _) | Field::FundReason(id) | Field::FundSource(id) | Field::FundName(id) => {
            find(&draft.budget.funds, id).map_or(name.to_owned(), |fund| format!("{}的{name}", fund.label()))
        }
        Field::StatedTotal(_) => format!("{name}合计"),
        Field::NatureAmount(nature, _) => format!("{}的{name}", nature.label()),
        Field::Part(id, PartField::Weight | PartField::Rule | PartField::Source | PartField::Method) => {
            find(&draft.scheme.parts, id).map_or(name.to_owned(), |part| format!("“{}”的{name}", part.name))
        }
        Field::ObjectiveText(id) | Field::ObjectiveAchieved(id) => {
            numbered("项年度目标", draft.objectives.items.iter().position(|row| row.id == id))
        }
        Field::ProjectTask(id)
        | Field::ProjectName(id)
        | Field::ProjectAmount(id)
        | Field::ProjectBudget(id)
        | Field::ProjectInitial(id)
        | Field::ProjectCompletion(id) => {
            numbered("个重点项目", draft.projects.rows.iter().position(|row| row.id == id))
        }
        Field::CheckpointMonth(id) | Field::CheckpointExecuted(id) | Field::CheckpointNote(id) => numbered(
            "个监控节点",
            draft.monitoring.checkpoints.iter().position(|row| row.id == id),
        ),
        Field::Group(_, group, GroupField::Weight) => {
            let mut groups = draft.scheme.parts.iter().flat_map(|part| &part.groups);
            let group = groups.find(|row| row.id == group);
            group.map_or(name.to_owned(), |group| format!("“{}”的{name}", group.name))
        }
        Field::Rule(super::field::RuleOwner::Part(id), _) => {
            find(&draft.scheme.parts, id).map_or(name.to_owned(), |part| format!("“{}”的{name}", part.name))
        }
        Field::GradeBound(grade) => format!("等级“{}”的{name}", grade.label()),
        Field::AttainmentBound(attainment) => format!("定性档次“{}”的{name}", attainment.label()),
        Field::Indicator(id, IndicatorField::Term(place, TermField::Value)) => {
            let term = draft
                .indicator(id)
                .map(|row| row.formula.term(place).label().to_owned());
            let term = term
                .filter(|label| !label.is_empty())
                .unwrap_or_else(|| name.to_owned());
            format!("{}的{term}", indicator_name(draft, id))
        }
        Field::Measure(id, _, _)
        | Field::Indicator(id, _)
        | Field::Item(id, _, _)
        | Field::Rule(super::field::RuleOwner::Indicator(id), _)
        | Field::Rows(List::Items(id) | List::Measures(id)) => {
            format!("{}的{name}", indicator_name(draft, id))
        }
        _ => name.to_owned(),
    }
}

/// The part of the report in which a text stands, with the text's own name: "绩效目标·总体目标".
pub fn place_name(field: Field) -> String {
    format!("{}·{}", super::chapter::Chapter::of(field).label(), short_name(field))
}

/// How an indicator is called in a sentence: its name in quotes, or its number while it has none.
pub fn indicator_name(draft: &Draft, id: Id) -> String {
    let place = draft.indicators.iter().position(|row| row.id == id);
    let place = place.unwrap_or_default();
    numbered_name(place, draft.indicators.get(place).map_or("", |row| &row.name))
}

/// The same, where the place among the indicators is known.
pub fn numbered_name(place: usize, name: &str) -> String {
    match name.trim() {
        "" => format!("第 {} 项指标", place + 1),
        name => format!("“{name}”"),
    }
}

/// The three columns and what each means, for hints.
pub fn column_hint(column: Column) -> &'static str {
    match column {
        Column::Initial => "年初批复的预算",
        Column::Adjusted => "年初预算加年中追加、调减，也叫全年预算数",
        Column::Executed => "全年实际支出",
    }
}

fn indicator_part(part: IndicatorField) -> &'static str {
    match part {
        IndicatorField::Goal => "绩效目标",
        IndicatorField::Name => "指标名称",
        IndicatorField::Nature => "指标性质",
        IndicatorField::Standard => "定性标准",
        IndicatorField::Attainment => "完成情况",
        IndicatorField::Coefficient => "得分系数",
        IndicatorField::Weight => "权重",
        IndicatorField::Scoring => "计分方式",
        IndicatorField::ManualScore => "手工得分",
        IndicatorField::ManualReason => "手工评分的理由",
        IndicatorField::Analysis => "实现情况分析",
        IndicatorField::DeviationReason => "偏差原因",
        IndicatorField::Improvement => "改进措施",
        IndicatorField::Division => "责任科室",
        IndicatorField::Core => "是否核心指标",
        IndicatorField::InitialTarget => "年初指标值",
        IndicatorField::Survey(part) => part.label(),
        IndicatorField::Place => "所属评分内容",
        IndicatorField::Shape => "公式的形式",
        IndicatorField::Term(_, TermField::Name) => "名称",
        IndicatorField::Term(_, TermField::Source) => "取数来源",
        IndicatorField::Term(TermPlace::Numerator, TermField::Value) => "分子",
        IndicatorField::Term(TermPlace::Denominator, TermField::Value) => "分母",
        IndicatorField::Source => "依据",
    }
}

fn measure_part(part: MeasureField) -> &'static str {
    match part {
        MeasureField::Name => "内容",
        MeasureField::Comparator => "符号",
        MeasureField::Target => "指标值",
        MeasureField::Unit => "单位",
        MeasureField::Actual => "实际完成值",
        MeasureField::Upper => "上限",
        MeasureField::Share => "比重",
    }
}

fn scheme_part(part: SchemeField) -> &'static str {
    match part {
        SchemeField::Kind => "用于",
        SchemeField::Name => "方案名称",
        SchemeField::Place => "适用地区",
        SchemeField::Year => "适用年度",
        SchemeField::Source => "来源文件",
        SchemeField::Weighting => "指标权重的写法",
        SchemeField::Excess => "≤ 的指标超出后怎样计分",
        SchemeField::Compound => "一项指标有几个数量要求时",
        SchemeField::TableForm => "指标和得分的表样",
        SchemeField::AdjustmentLimit => "预算调整率超过多少要说明原因",
        SchemeField::ExecutionLimit => "执行率低于多少要说明原因",
        SchemeField::ProgressMargin => "支出进度比序时进度落后多少个百分点要说明原因",
        SchemeField::OverAchievementLimit => "完成率达到多少要说明原因",
        SchemeField::SourceLow => "一项资金的执行率低于多少要说明原因",
        SchemeField::SourceHigh => "一项资金的执行数达到年初预算的多少要说明原因",
        SchemeField::ReviewSource => "复核口径的来源",
        SchemeField::Review(ReviewRule::NoMaterial) => "没有佐证材料的，留分",
        SchemeField::Review(ReviewRule::NoSurvey) => "满意度没有调查的，留分",
        SchemeField::Review(ReviewRule::WrongClass) => "指标归错了类的，留分",
        SchemeField::Review(ReviewRule::NoValue) => "没有指标值的，留分",
        SchemeField::Review(ReviewRule::VagueValue) => "指标值含糊的，留分",
        SchemeField::Review(ReviewRule::NoFormula) => "没有写算法或来源的，留分",
        SchemeField::Review(ReviewRule::LateTask) => "没有按时完成的，留分",
        SchemeField::Review(ReviewRule::Twice) => "同一项列了两次，后一项留分",
        SchemeField::LowSpending => "执行率低于多少，产出全满分要说明",
        SchemeField::HandScore => "手工得分最多高出分值的",
        SchemeField::MissingEvidence => "缺佐证材料、满意度没调查，算",
    }
}

fn rule_part(part: RuleField) -> &'static str {
    match part {
        RuleField::Kind => "计分规则",
        RuleField::Side => "满分在界限的哪一边",
        RuleField::Bound => "满分界限",
        RuleField::Step => "每差几个百分点",
        RuleField::Points => "扣几分",
        RuleField::Counting => "不足一档的",
        RuleField::Otherwise => "各档之外得分",
        RuleField::TierBound(_) => "界限",
        RuleField::TierPoints(_) => "得分",
    }
}
