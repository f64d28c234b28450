//! C13 指标归错了类: 支付进度 as a quantity, 满意度 as quality, by what an indicator's name ends with and the class of
//! the scheme that it stands in.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::prose::words::WordList;

/// 指标的类, as schemes name them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Quantity,
    Quality,
    Time,
    Cost,
    Satisfaction,
    Benefit,
}

/// The words that a group is named by. One that has the words of several is of none.
const CLASSES: [(Class, &str); 9] = [
    (Class::Quantity, "数量"),
    (Class::Quality, "质量"),
    (Class::Time, "时效"),
    (Class::Cost, "成本"),
    (Class::Satisfaction, "满意"),
    (Class::Benefit, "经济效益"),
    (Class::Benefit, "社会效益"),
    (Class::Benefit, "生态效益"),
    (Class::Benefit, "可持续"),
];

/// Where an indicator with such a name cannot stand, and where it belongs.
struct Rule {
    endings: WordList,
    not_in: &'static [Class],
    belongs: &'static str,
    class: Option<Class>,
}

const RULES: [Rule; 5] = [
    Rule {
        endings: WordList::of(&["满意度", "满意率"]),
        not_in: &[
            Class::Quantity,
            Class::Quality,
            Class::Time,
            Class::Cost,
            Class::Benefit,
        ],
        belongs: "满意度指标",
        class: Some(Class::Satisfaction),
    },
    Rule {
        endings: WordList::of(&[
            "支付进度",
            "支出进度",
            "执行进度",
            "预算执行率",
            "资金执行率",
            "支出执行率",
            "资金支付率",
            "资金到位率",
            "资金使用率",
            "资金支出率",
        ]),
        not_in: &[Class::Quantity, Class::Satisfaction, Class::Benefit],
        belongs: "预算执行或时效指标",
        class: None,
    },
    Rule {
        endings: WordList::of(&[
            "及时率",
            "及时性",
            "按时完成率",
            "按期完成率",
            "完成时间",
            "完工时间",
            "完成时限",
        ]),
        not_in: &[Class::Quantity, Class::Cost, Class::Satisfaction],
        belongs: "时效指标",
        class: Some(Class::Time),
    },
    Rule {
        endings: WordList::of(&["合格率", "达标率", "优良率", "准确率", "正确率", "差错率", "完好率"]),
        not_in: &[Class::Quantity, Class::Time, Class::Cost, Class::Satisfaction],
        belongs: "质量指标",
        class: Some(Class::Quality),
    },
    Rule {
        endings: WordList::of(&[
            "项目成本",
            "总成本",
            "建设成本",
            "单位成本",
            "人均成本",
            "采购成本",
            "运行成本",
        ]),
        not_in: &[Class::Quantity, Class::Quality, Class::Time, Class::Satisfaction],
        belongs: "成本指标",
        class: Some(Class::Cost),
    },
];

/// Finds C13 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow { row, scheme, .. } = *of;
    let Some((_, Some(group))) = scheme.home(row.place) else {
        return;
    };
    let Some(own) = class(&group.name) else { return };
    let name = row.name.trim();
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    let name = name.strip_suffix("指标").unwrap_or(name);
    let rule = RULES.iter().find(|rule| rule.endings.ending(name).is_some());
    let Some(rule) = rule.filter(|rule| rule.not_in.contains(&own)) else {
        return;
    };
    // A scheme that has no such class leaves no better place.
    let groups = || scheme.parts.iter().flat_map(|part| &part.groups);
    let has_place = rule
        .class
        .is_none_or(|wanted| groups().any(|group| class(&group.name) == Some(wanted)));
    if !has_place {
        return;
    }
    let ending = rule.endings.ending(name).unwrap_or_default();
    found.push(Finding::new(
        Code::C13,
        Field::Indicator(row.id, IndicatorField::Place),
        format!(
            "{}放在“{}”下，“{ending}”属于{}。",
            own_name(row),
            group.name.trim(),
            rule.belongs
        ),
        format!("移到{}下；确实要放在这里的，换成这一类的指标。", rule.belongs),
    ));
}

/// The class that a group is of; none where its name has the words of none or of several.
fn class(name: &str) -> Option<Class> {
    let mut classes = CLASSES.iter().filter(|(_, word)| name.contains(word));
    let (first, _) = classes.next()?;
    classes.all(|(other, _)| other == first).then_some(*first)
}
