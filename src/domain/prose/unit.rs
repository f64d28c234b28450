//! 计量单位: the units that are counted in, and words that only begin like one.

use rust_decimal::Decimal;

use super::words::WordList;

/// Units of money in prose, longest first. A bare 万 or 亿 counts anything.
pub const MONEY: [&str; 4] = ["亿元", "万元", "千元", "元"];

/// Units of counts, longest first where one begins another. 万 or 亿 may stand before each.
const UNITS: WordList = WordList::of(&[
    "个工作日",
    "个百分点",
    "个月",
    "个",
    "亩",
    "人份",
    "人次",
    "人",
    "件",
    "份",
    "位",
    "例次",
    "例",
    "公斤",
    "公里",
    "公顷",
    "册",
    "分钟",
    "剂次",
    "剂",
    "千瓦时",
    "千克",
    "千米",
    "口",
    "只",
    "台次",
    "台",
    "名",
    "吨",
    "场次",
    "场",
    "块",
    "处次",
    "处",
    "大类",
    "天",
    "头",
    "套",
    "学时",
    "宗",
    "家次",
    "家",
    "对",
    "小时",
    "工作日",
    "幅",
    "幢",
    "微克",
    "平方公里",
    "平方千米",
    "平方米",
    "座",
    "张",
    "户次",
    "户",
    "所",
    "批次",
    "批",
    "支",
    "方面",
    "期",
    "本",
    "村",
    "条",
    "架次",
    "架",
    "标段",
    "栋",
    "株",
    "棵",
    "次数",
    "次",
    "点位",
    "片",
    "班次",
    "盏",
    "眼",
    "社区",
    "立方米",
    "篇",
    "米",
    "类",
    "组",
    "艘次",
    "艘",
    "节",
    "课时",
    "起",
    "车次",
    "轮",
    "辆",
    "部",
    "门",
    "间",
    "项",
]);

/// Words that begin like a unit: the unit, and what may not follow it.
const WORDS: [(char, &str); 34] = [
    ('次', "性"),
    ('部', "门分署队"),
    ('本', "级年部单地次街区市县"),
    ('所', "有在属"),
    ('位', "于列居"),
    ('起', "来"),
    ('例', "如"),
    ('只', "有要"),
    ('天', "然河津"),
    ('台', "账风"),
    ('处', "理置于罚"),
    ('期', "间"),
    ('支', "出付持部"),
    ('场', "所地"),
    ('组', "织建成合"),
    ('门', "诊"),
    ('口', "径"),
    ('头', "等"),
    ('对', "于应照比口"),
    ('节', "约能省点气日"),
    ('片', "区"),
    ('人', "民大均力才"),
    ('名', "称单"),
    ('条', "件例"),
    ('张', "贴"),
    ('轮', "换岗"),
    ('块', "状"),
    ('项', "目"),
    ('村', "级民社居"),
    ('家', "长"),
    ('件', "数"),
    ('架', "构"),
    ('套', "取"),
    ('份', "额"),
];

/// The unit of money that a text begins with.
pub fn money(text: &str) -> Option<&'static str> {
    MONEY.into_iter().find(|unit| text.starts_with(unit))
}

/// The unit of counts that a text begins with, with its 万 or 亿.
pub fn unit(text: &str) -> Option<&str> {
    let plain = text.strip_prefix(['万', '亿']).unwrap_or(text);
    let first = plain.chars().next()?;
    let unit = UNITS.beginning(plain)?;
    let after = plain[unit.len()..].chars().next();
    let is_word = |(begins, follow): &(char, &str)| {
        *begins == first && unit.len() == first.len_utf8() && after.is_some_and(|c| follow.contains(c))
    };
    (!WORDS.iter().any(is_word)).then(|| &text[..text.len() - plain.len() + unit.len()])
}

/// Whether a text is a unit and nothing else, or one per another: 万元/公里.
pub fn is_unit(text: &str) -> bool {
    let is_one = |part: &str| money(part) == Some(part) || unit(part) == Some(part);
    text.split(['/', '／']).all(|part| !part.is_empty() && is_one(part))
}

/// A unit without its 万 or 亿, and how many of it the unit is: 万人次 is 10,000 人次.
pub fn plain(unit: &str) -> (&str, Decimal) {
    let many = match unit.chars().next() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => return (unit, Decimal::ONE),
    };
    (unit.trim_start_matches(['万', '亿']), Decimal::from(many))
}
