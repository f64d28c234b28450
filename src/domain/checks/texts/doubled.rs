//! E14 叠字: a character of grammar that stands twice by mistake: 财经法规和和财务制度, 未未发生.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;

/// Characters that are never doubled, and the words that end, or begin, with one, where two of it may meet.
const CHARACTERS: [(char, &[&str], &[&str]); 20] = [
    (
        '和',
        &["饱和", "共和", "总和", "温和", "缓和", "祥和", "柔和"],
        &["和谐", "和平", "和美", "和睦", "和解"],
    ),
    ('的', &["目的", "有的", "标的"], &["的确", "的士"]),
    ('未', &[], &["未来"]),
    ('与', &["参与"], &["与会", "与时", "与众"]),
    (
        '及',
        &["普及", "以及", "涉及", "顾及", "危及", "触及", "波及"],
        &["及时", "及格", "及早"],
    ),
    (
        '在',
        &["存在", "现在", "所在", "实在", "内在", "潜在", "正在", "旨在", "自在"],
        &[
            "在职", "在编", "在建", "在校", "在册", "在岗", "在线", "在地", "在读", "在场",
        ],
    ),
    (
        '为',
        &[
            "作为", "成为", "行为", "因为", "认为", "以为", "较为", "更为", "最为", "极为", "尤为", "分为", "人为",
            "为人", "转为", "改为",
        ],
        &["为民", "为主", "为期", "为例", "为了", "为人", "为农", "为老"],
    ),
    (
        '对',
        &["应对", "面对", "针对", "核对", "绝对", "相对", "比对", "查对", "校对"],
        &[
            "对象", "对口", "对标", "对比", "对外", "对接", "对策", "对账", "对此", "对照",
        ],
    ),
    ('已', &["而已", "不已"], &["已经"]),
    ('将', &["即将"], &["将来", "将军", "将近"]),
    (
        '并',
        &["合并", "归并", "兼并"],
        &["并且", "并网", "并轨", "并行", "并联", "并重"],
    ),
    ('由', &["自由", "理由", "缘由", "事由", "经由"], &["由于", "由此"]),
    (
        '于',
        &[
            "由于", "关于", "对于", "属于", "用于", "便于", "基于", "鉴于", "处于", "大于", "小于", "位于",
        ],
        &["于是", "于法"],
    ),
    (
        '以',
        &["可以", "予以", "加以", "得以", "难以", "足以", "所以"],
        &["以上", "以下", "以内", "以来", "以及", "以前", "以后", "以外", "以人"],
    ),
    (
        '从',
        &["服从", "跟从", "听从", "自从"],
        &["从事", "从业", "从严", "从而", "从优", "从紧", "从快"],
    ),
    ('被', &["棉被", "植被"], &["被动"]),
    (
        '向',
        &["方向", "面向", "导向", "意向", "定向", "去向", "投向", "转向"],
        &["向上", "向好", "向导"],
    ),
    ('或', &["抑或"], &["或者", "或许"]),
    ('但', &["非但", "不但"], &["但是"]),
    (
        '是',
        &[
            "但是",
            "还是",
            "就是",
            "凡是",
            "于是",
            "特别是",
            "尤其是",
            "一是",
            "二是",
            "三是",
        ],
        &["是否", "是非"],
    ),
];

/// Finds E14 of doubled characters in one text, one for each character.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let mut told: Vec<char> = Vec::new();
    let pairs = text.char_indices().zip(text.chars().skip(1));
    for ((place, character), _) in pairs.filter(|((_, one), other)| one == other) {
        let row = CHARACTERS.iter().find(|(other, ..)| *other == character);
        let Some((_, ending, beginning)) = row.filter(|_| !told.contains(&character)) else {
            continue;
        };
        let middle = place + character.len_utf8();
        let (first, second) = (&text[..middle], &text[middle..]);
        let meets =
            ending.iter().any(|word| first.ends_with(word)) || beginning.iter().any(|word| second.starts_with(word));
        // Three of it are a row of signs or a cry.
        let is_more = text[..place].ends_with(character) || second[character.len_utf8()..].starts_with(character);
        if meets || is_more {
            continue;
        }
        told.push(character);
        let mut mended = text.to_owned();
        mended.replace_range(place..middle, "");
        found.push(
            Finding::new(
                Code::E14,
                field,
                format!("“{character}{character}”像是“{character}”多写了一个字。"),
                "去掉多出的一个字。",
            )
            .about([(field, place..middle + character.len_utf8())])
            .with_fix(format!("改为“{character}”"), Edit::Set(field, mended)),
        );
    }
}
