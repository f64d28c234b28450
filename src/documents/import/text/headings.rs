//! Where the sections of other reports stand in ours, by the words of their headings.

use crate::domain::scheme::outline::Content;

/// Words of headings, the most telling first. A heading is looked at from the top of the table down.
const WORDS: [(Content, &[&str]); 13] = [
    (
        Content::Problems,
        &[
            "存在的主要问题",
            "存在的问题",
            "存在问题",
            "主要问题",
            "问题及原因",
            "存在的不足",
            "不足之处",
        ],
    ),
    (
        Content::Improvements,
        &[
            "改进措施",
            "改进建议",
            "改进意见",
            "下一步",
            "整改措施",
            "相关建议",
            "有关建议",
            "对策建议",
            "意见建议",
            "改进方向",
            "改进情况",
        ],
    ),
    (Content::Monitoring, &["运行监控", "绩效监控", "跟踪监控"]),
    (
        Content::Completions,
        &[
            "任务绩效目标完成",
            "工作任务完成",
            "绩效目标完成",
            "绩效目标实现",
            "目标完成情况",
            "指标完成情况",
            "履职完成",
            "职责履行情况",
            "履职情况",
            "目标任务完成",
        ],
    ),
    (
        Content::Projects,
        &["项目支出完成", "重点任务项目", "重点项目", "任务项目支出", "主要项目"],
    ),
    (
        Content::Indicators,
        &["指标设定", "指标设置", "指标体系", "绩效指标情况", "指标分解"],
    ),
    (
        Content::OverallObjective,
        &[
            "部门整体绩效目标",
            "整体绩效目标",
            "总体绩效目标",
            "总体目标",
            "整体目标",
        ],
    ),
    (
        Content::Objectives,
        &[
            "支出绩效目标",
            "年度绩效目标",
            "年度目标",
            "绩效目标设立",
            "绩效目标设定",
            "绩效目标",
        ],
    ),
    (
        Content::Money,
        &[
            "资金情况",
            "收支情况",
            "预算执行",
            "资金使用",
            "支出情况",
            "预算安排",
            "预决算",
            "决算情况",
            "资金收支",
            "部门预算",
            "财务情况",
            "资金安排",
            "资金投入",
            "资金来源",
            "预算和支出",
            "预算及支出",
            "经费情况",
            "部门收支",
        ],
    ),
    (
        Content::Conclusion,
        &["自评结论", "评价结论", "自评结果", "评价结果", "自评得分", "自评情况"],
    ),
    (
        Content::Achievements,
        &[
            "工作成效",
            "主要成效",
            "取得的成效",
            "取得成效",
            "主要成绩",
            "履职效益",
            "效益情况",
            "绩效分析",
        ],
    ),
    (
        Content::Work,
        &[
            "年度总体工作",
            "总体工作",
            "重点工作",
            "主要工作",
            "工作任务",
            "工作开展情况",
            "年度工作",
            "工作完成情况",
        ],
    ),
    (
        Content::Department,
        &[
            "部门概况",
            "单位概况",
            "部门职责",
            "部门职能",
            "主要职能",
            "主要职责",
            "职能职责",
            "职责职能",
            "机构设置",
            "机构情况",
            "机构人员",
            "人员情况",
            "人员编制",
            "人员构成",
            "内设机构",
            "部门基本情况",
            "单位基本情况",
            "机构组成",
        ],
    ),
];

/// No heading is longer, in characters.
pub const LONGEST_HEADING: usize = 60;

/// What stands under a heading with these words, where the words tell.
pub fn home(heading: &str) -> Option<Content> {
    if heading.chars().nth(LONGEST_HEADING).is_some() {
        return None;
    }
    let plain: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    // "存在问题及改进措施" is named by what comes first.
    let hit = |words: &[&str]| words.iter().filter_map(|word| plain.find(word)).min();
    let mut best: Option<(usize, Content)> = None;
    for (content, words) in WORDS.iter().take(2) {
        if let Some(place) = hit(words)
            && best.is_none_or(|(before, _)| place < before)
        {
            best = Some((place, *content));
        }
    }
    let first = || {
        WORDS
            .iter()
            .find(|(_, words)| hit(words).is_some())
            .map(|(content, _)| *content)
    };
    best.map(|(_, content)| content).or_else(first)
}

/// What stands under a heading within a section that has its own. Paragraphs of a list have headings in
/// free words, which say nothing of other parts of the report.
pub fn home_within(parent: Option<Content>, depth: usize, heading: &str) -> Option<Content> {
    let own = home(heading);
    match parent {
        Some(Content::Work | Content::Completions | Content::Achievements) => parent,
        Some(Content::Problems | Content::Improvements) => match own {
            Some(Content::Problems | Content::Improvements) if heading.chars().count() <= 16 => own,
            _ => parent,
        },
        _ if depth == 1 => own,
        _ => own.or(parent),
    }
}
