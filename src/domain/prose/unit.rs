//! 计量单位: the units that are counted in, and words that only begin like one.

use rust_decimal::Decimal;

/// Units of money in prose, longest first. A bare 万 or 亿 counts anything.
const MONEY: [&str; 4] = ["亿元", "万元", "千元", "元"];

/// Units of counts, longest first where one begins another. 万 or 亿 may stand before each.
const UNITS: [&str; 94] = [
    "平方公里",
    "平方千米",
    "平方米",
    "公里",
    "千米",
    "立方米",
    "公顷",
    "公斤",
    "千克",
    "千瓦时",
    "个百分点",
    "人次",
    "人份",
    "剂次",
    "场次",
    "批次",
    "次数",
    "班次",
    "车次",
    "例次",
    "家次",
    "户次",
    "处次",
    "台次",
    "艘次",
    "架次",
    "个工作日",
    "工作日",
    "小时",
    "分钟",
    "个月",
    "方面",
    "大类",
    "社区",
    "课时",
    "学时",
    "标段",
    "点位",
    "张",
    "门",
    "轮",
    "栋",
    "幢",
    "盏",
    "头",
    "眼",
    "口",
    "艘",
    "架",
    "幅",
    "块",
    "个",
    "场",
    "次",
    "项",
    "户",
    "人",
    "名",
    "家",
    "件",
    "宗",
    "条",
    "座",
    "处",
    "份",
    "期",
    "篇",
    "批",
    "套",
    "台",
    "辆",
    "棵",
    "株",
    "亩",
    "吨",
    "米",
    "起",
    "位",
    "间",
    "所",
    "支",
    "村",
    "例",
    "本",
    "册",
    "只",
    "天",
    "类",
    "部",
    "组",
    "剂",
    "片",
    "对",
    "节",
];

/// Words that begin like a unit: the unit, and what may not follow it.
const WORDS: [(&str, &str); 34] = [
    ("次", "性"),
    ("部", "门分署队"),
    ("本", "级年部单地次街区市县"),
    ("所", "有在属"),
    ("位", "于列居"),
    ("起", "来"),
    ("例", "如"),
    ("只", "有要"),
    ("天", "然河津"),
    ("台", "账风"),
    ("处", "理置于罚"),
    ("期", "间"),
    ("支", "出付持部"),
    ("场", "所地"),
    ("组", "织建成合"),
    ("门", "诊"),
    ("口", "径"),
    ("头", "等"),
    ("对", "于应照比口"),
    ("节", "约能省点气日"),
    ("片", "区"),
    ("人", "民大均力才"),
    ("名", "称单"),
    ("条", "件例"),
    ("张", "贴"),
    ("轮", "换岗"),
    ("块", "状"),
    ("项", "目"),
    ("村", "级民社居"),
    ("家", "长"),
    ("件", "数"),
    ("架", "构"),
    ("套", "取"),
    ("份", "额"),
];

/// The unit of money that a text begins with.
pub(super) fn money(text: &str) -> Option<&'static str> {
    MONEY.into_iter().find(|unit| text.starts_with(unit))
}

/// The unit of counts that a text begins with, with its 万 or 亿.
pub(super) fn unit(text: &str) -> Option<&str> {
    let plain = text.strip_prefix(['万', '亿']).unwrap_or(text);
    // Every unit begins with a character of three bytes; comparing those first spares most comparisons.
    let first = plain.as_bytes().first_chunk::<3>()?;
    let mut alike = UNITS
        .iter()
        .filter(|unit| unit.as_bytes().first_chunk::<3>() == Some(first));
    let unit = alike.find(|unit| plain.starts_with(**unit))?;
    let after = plain[unit.len()..].chars().next();
    let is_word = |(begins, follow): &(&str, &str)| begins == unit && after.is_some_and(|c| follow.contains(c));
    (!WORDS.iter().any(is_word)).then(|| &text[..text.len() - plain.len() + unit.len()])
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
