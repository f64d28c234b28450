//! 复核预计得分 in words: each rule with how often it applies and what it costs.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::names;
use crate::domain::evaluation::gap_words::gap_note;
use crate::domain::scheme::review::ReviewRule;
use crate::domain::values::input::Choice;
use crate::domain::values::points::Points;

use super::materials::Materials;
use super::review::{Loss, Review};

/// What one rule costs: “缺 3 份材料，约失 12 分”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The rule.
    pub rule: ReviewRule,
    /// How many indicators it applies to as their heaviest.
    pub count: usize,
    /// What they lose together.
    pub lost: Points,
}

impl Line {
    /// The sentence, without a full stop.
    pub fn sentence(&self) -> String {
        let count = self.count;
        let what = match self.rule {
            ReviewRule::NoMaterial => format!("缺 {count} 份材料"),
            ReviewRule::NoSurvey => format!("{count} 项满意度没有调查"),
            ReviewRule::WrongClass => format!("{count} 项指标归错了类"),
            ReviewRule::NoValue => format!("{count} 项没有指标值"),
            ReviewRule::VagueValue => format!("{count} 项指标值含糊"),
            ReviewRule::NoFormula => format!("{count} 项没有写算法或来源"),
            ReviewRule::LateTask => format!("{count} 项任务没有按时完成"),
            ReviewRule::Twice => format!("{count} 项指标列了两次"),
        };
        format!("{what}，约失 {} 分", self.lost.printed())
    }
}

impl Review {
    /// 失分 rule by rule, the dearest first.
    pub fn lines(&self) -> Vec<Line> {
        let of = |rule: &ReviewRule| {
            let own = || self.losses.iter().filter(|loss| loss.rule == *rule);
            let lost: Points = own().map(Loss::lost).sum();
            let line = Line {
                rule: *rule,
                count: own().count(),
                lost,
            };
            (line.count > 0).then_some(line)
        };
        let mut lines: Vec<Line> = ReviewRule::ALL.iter().filter_map(of).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.lost));
        lines
    }

    /// All that is lost.
    pub fn lost(&self) -> Points {
        self.losses.iter().map(Loss::lost).sum()
    }

    /// The whole in one sentence.
    pub fn sentence(&self) -> String {
        let lost = self.lost();
        match (self.total, self.expected) {
            (Ok(_), Ok(expected)) if self.losses.is_empty() => {
                format!("按复核口径没有要扣的，预计仍得 {} 分。", expected.printed())
            }
            (Ok(total), Ok(expected)) => format!(
                "自评 {} 分，复核预计 {} 分，约失 {} 分。",
                total.printed(),
                expected.printed(),
                lost.printed()
            ),
            (Err(gap), _) | (_, Err(gap)) if self.losses.is_empty() => {
                format!("自评总分还算不出（{}），已有得分的指标里没有要扣的。", gap_note(gap))
            }
            (Err(gap), _) | (_, Err(gap)) => format!(
                "自评总分还算不出（{}），已有得分的指标约失 {} 分。",
                gap_note(gap),
                lost.printed()
            ),
        }
    }

    /// What could not be reckoned, and why; none where all could.
    pub fn proviso(&self) -> Option<&'static str> {
        match self.materials {
            Materials::Registered => None,
            Materials::NoneNamed => {
                Some("没有一项指标登记了佐证材料，缺材料的失分还算不出。逐项登记以后，这里会算出缺几份、约失几分。")
            }
            Materials::KeptElsewhere => Some("佐证材料已说明另有存放，没有按缺材料扣分。"),
        }
    }
}

/// Why an indicator loses: its name, the rule, and what is left.
pub fn reason(draft: &Draft, loss: &Loss) -> String {
    format!(
        "{}：{}，{} 分预计剩 {} 分",
        names::indicator_name(draft, loss.indicator),
        loss.rule.label(),
        loss.score.printed(),
        loss.left.printed()
    )
}
