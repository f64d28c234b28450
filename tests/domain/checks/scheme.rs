//! Checks whose rules or limits are the scheme's, A10 B2 C5 S1: each with the smallest draft that triggers it and the nearest that does not.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, List, OutlineField, PartField, RuleField, RuleOwner,
    SchemeField,
};
use jiping::domain::scheme::indicator::Attainment;
use jiping::domain::scheme::scheme::Grade;

use crate::drafts::{add, check, indicator, indicator_field, set, totals};

/// Two groups with these weights under the part for indicators, and an indicator in each.
fn levels(weighting: &'static str, groups: [&'static str; 2], rows: [&'static str; 2]) -> impl FnOnce(&mut Draft) {
    move |draft| {
        set(draft, Field::Scheme(SchemeField::Weighting), weighting);
        let part = draft.scheme.parts[2].id;
        for (own, weight) in groups.into_iter().zip(rows) {
            let group = add(draft, List::Groups(part));
            set(draft, Field::Group(part, group, GroupField::Name), "数量指标");
            set(draft, Field::Group(part, group, GroupField::Weight), own);
            let id = indicator(draft, weight, &[("≥", "1", "1")]);
            indicator_field(draft, id, IndicatorField::Place, &group.0.to_string());
        }
    }
}

#[test]
fn b2_weights_of_the_levels() {
    check(Code::B2, 0, "", levels("points", ["15", "25"], ["15", "25"]));
    check(Code::B2, 0, "", levels("points", ["", ""], ["15", "25"]));
    check(Code::B2, 0, "", levels("points", ["15", "25"], ["", "25"]));
    check(
        Code::B2,
        1,
        "“数量指标”下各项指标的权重合计 14，应为 15",
        levels("points", ["15", "25"], ["14", "25"]),
    );
    check(
        Code::B2,
        1,
        "“年度主要支出计划”下各二级指标的权重合计 41，应为 40",
        levels("points", ["16", "25"], ["16", "25"]),
    );
    check(
        Code::B2,
        2,
        "合计 14，应为 16",
        levels("points", ["16", "25"], ["14", "25"]),
    );
    // Written as shares, each level adds up to 100.
    check(Code::B2, 0, "", levels("relative", ["40", "60"], ["100", "100"]));
    check(
        Code::B2,
        1,
        "合计 99，应为 100",
        levels("relative", ["40", "60"], ["99", "100"]),
    );
    check(
        Code::B2,
        1,
        "合计 101，应为 100",
        levels("relative", ["41", "60"], ["100", "100"]),
    );
}

/// The rule of the first part, with these parameters.
fn rule(kind: &'static str, parts: &'static [(RuleField, &'static str)]) -> impl FnOnce(&mut Draft) {
    move |draft| {
        let owner = RuleOwner::Part(draft.scheme.parts[0].id);
        set(draft, Field::Rule(owner, RuleField::Kind), kind);
        for (part, text) in parts {
            set(draft, Field::Rule(owner, *part), text);
        }
    }
}

/// Tiers for the first part, which has 30 points.
fn tiers(side: &'static str, rows: &'static [(&'static str, &'static str)]) -> impl FnOnce(&mut Draft) {
    move |draft| {
        let owner = RuleOwner::Part(draft.scheme.parts[0].id);
        set(draft, Field::Rule(owner, RuleField::Kind), "tiers");
        set(draft, Field::Rule(owner, RuleField::Side), side);
        for (bound, points) in rows {
            let tier = add(draft, List::Tiers(owner));
            set(draft, Field::Rule(owner, RuleField::TierBound(tier)), bound);
            set(draft, Field::Rule(owner, RuleField::TierPoints(tier)), points);
        }
    }
}

#[test]
fn s1_rules_that_cannot_compute() {
    use RuleField::{Bound, Points, Step};
    check(Code::S1, 0, "", |_| {});
    check(Code::S1, 0, "", rule("deduction", &[]));
    check(
        Code::S1,
        1,
        "“部门支出进度”的一档大小是 0",
        rule("deduction", &[(Step, "0")]),
    );
    check(Code::S1, 1, "满分界限还没有填", rule("deduction", &[(Bound, "")]));
    check(Code::S1, 1, "每档扣分小于 0", rule("deduction", &[(Points, "-1")]));
    check(Code::S1, 1, "还没有分档", rule("tiers", &[]));
    check(Code::S1, 0, "", tiers("at_least", &[("95", "30"), ("90", "20")]));
    check(
        Code::S1,
        1,
        "第 2 档的界限 95% 与前一档 95% 重叠，应低于前一档",
        tiers("at_least", &[("95", "30"), ("95", "20")]),
    );
    check(
        Code::S1,
        1,
        "应低于前一档",
        tiers("at_least", &[("90", "20"), ("95", "30")]),
    );
    check(Code::S1, 0, "", tiers("at_most", &[("0", "30"), ("10", "20")]));
    check(
        Code::S1,
        1,
        "应高于前一档",
        tiers("at_most", &[("10", "20"), ("0", "30")]),
    );
    check(
        Code::S1,
        1,
        "得 31 分，不在 0 到权重之间",
        tiers("at_least", &[("95", "31")]),
    );
    check(Code::S1, 1, "第 1 档的得分还没有填", tiers("at_least", &[("95", "")]));
}

#[test]
fn s1_bands_with_gaps_or_overlaps() {
    check(
        Code::S1,
        1,
        "等级“良”的下限 95% 应低于上一档的 90%",
        |draft| {
            set(draft, Field::GradeBound(Grade::Good), "95");
        },
    );
    check(
        Code::S1,
        1,
        "等级“差”的下限是 10%，更低的得分没有档次",
        |draft| {
            set(draft, Field::GradeBound(Grade::Poor), "10");
        },
    );
    check(
        Code::S1,
        1,
        "定性档次“部分达成”的下限还没有填",
        |draft| {
            set(draft, Field::AttainmentBound(Attainment::PartlyAchieved), "");
        },
    );
}

#[test]
fn s1_outlines_that_jump_or_have_no_heading() {
    let section = |place: usize, part: OutlineField, text: &'static str| {
        move |draft: &mut Draft| {
            let id = draft.scheme.outline[place].id;
            set(draft, Field::Outline(id, part), text);
        }
    };
    check(Code::S1, 0, "", section(2, OutlineField::Heading, "年度重点工作"));
    check(
        Code::S1,
        1,
        "提纲第 3 节还没有标题",
        section(2, OutlineField::Heading, " "),
    );
    check(
        Code::S1,
        1,
        "提纲第 1 节用了“（一）”，前面没有上一层的标题",
        section(0, OutlineField::Level, "2"),
    );
    check(
        Code::S1,
        1,
        "提纲第 12 节用了“1.”，前面没有上一层的标题",
        section(11, OutlineField::Level, "3"),
    );
    check(Code::S1, 1, "报告提纲是空的", |draft| {
        draft.scheme.make_mut().outline.clear()
    });
}

#[test]
fn s1_parts_and_checkpoints() {
    check(Code::S1, 1, "的权重 -1 小于 0", |draft| {
        let part = draft.scheme.parts[0].id;
        set(draft, Field::Part(part, PartField::Weight), "-1");
    });
    check(Code::S1, 1, "“完成数量”的权重 -1 小于 0", |draft| {
        indicator(draft, "-1", &[("≥", "1", "1")]);
    });
    check(
        Code::S1,
        1,
        "“数量指标”的权重 -1 小于 0",
        levels("points", ["-1", ""], ["1", "1"]),
    );
    check(Code::S1, 1, "还没有进度目标", |draft| {
        let part = draft.scheme.parts[0].id;
        set(draft, Field::Part(part, PartField::Rule), "checkpoints");
    });
    check(Code::S1, 1, "又是 7 月，与前面重复", |draft| {
        let part = draft.scheme.parts[0].id;
        set(draft, Field::Part(part, PartField::Rule), "checkpoints");
        for _ in 0..2 {
            let row = add(draft, List::CheckpointTargets(part));
            let field = |what| Field::CheckpointTarget(part, row, what);
            set(draft, field(CheckpointTargetField::Month), "7");
            set(draft, field(CheckpointTargetField::Target), "40");
            set(draft, field(CheckpointTargetField::Points), "15");
        }
    });
    check(Code::S1, 1, "评分方案还没有评分内容", |draft| {
        draft.scheme.make_mut().parts.clear();
    });
    check(Code::S1, 1, "“完成数量”的一档大小是 0", |draft| {
        let id = indicator(draft, "40", &[("≥", "1", "1")]);
        let owner = RuleOwner::Indicator(id);
        set(draft, Field::Rule(owner, RuleField::Kind), "deduction");
        set(draft, Field::Rule(owner, RuleField::Step), "0");
    });
}

#[test]
fn a10_slow_spending_without_a_reason() {
    let year = |executed: &'static str, reason: &'static str, limit: &'static str| {
        move |draft: &mut Draft| {
            totals(draft, ["100", "100", executed]);
            set(draft, Field::ExecutionReason, reason);
            set(draft, Field::Scheme(SchemeField::ExecutionLimit), limit);
        }
    };
    check(Code::A10, 0, "", year("90", "", "90"));
    check(Code::A10, 1, "执行率 89.99%，低于 90%", year("89.99", "", "90"));
    check(Code::A10, 0, "", year("89.99", "项目跨年实施", "90"));
    check(Code::A10, 0, "", year("89.99", "", "85"));
    check(Code::A10, 0, "", year("50", "", ""));
    let month = |month: &'static str, executed: &'static str, note: &'static str| {
        move |draft: &mut Draft| {
            totals(draft, ["220", "220", ""]);
            let row = add(draft, List::Checkpoints);
            set(draft, Field::CheckpointMonth(row), month);
            set(draft, Field::CheckpointExecuted(row), executed);
            set(draft, Field::CheckpointNote(row), note);
        }
    };
    check(Code::A10, 0, "", month("6", "88", ""));
    check(
        Code::A10,
        1,
        "6 月底支出进度 39.80%，比序时进度 50.00% 慢 10.20 个百分点",
        month("6", "87.57", ""),
    );
    check(Code::A10, 0, "", month("6", "87.57", "招标推迟"));
    check(Code::A10, 0, "", month("12", "100", ""));
}

#[test]
fn c5_far_beyond_the_target_without_a_reason() {
    let far = |sign: &'static str, actual: &'static str, reason: &'static str, limit: &'static str| {
        move |draft: &mut Draft| {
            set(draft, Field::Scheme(SchemeField::OverAchievementLimit), limit);
            let id = indicator(draft, "40", &[(sign, "100", actual)]);
            indicator_field(draft, id, IndicatorField::DeviationReason, reason);
        }
    };
    check(Code::C5, 0, "", far("≥", "129.99", "", "130"));
    check(
        Code::C5,
        1,
        "完成率 130.00%，达到 130% 以上",
        far("≥", "130", "", "130"),
    );
    check(Code::C5, 0, "", far("≥", "130", "年中增加了任务", "130"));
    check(Code::C5, 1, "达到 120% 以上", far("=", "120", "", "120"));
    check(Code::C5, 0, "", far("≥", "900", "", ""));
    check(Code::C5, 0, "", far("≤", "20", "", "130"));
}
