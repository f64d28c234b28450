//! Names of offices: what can be one, and where one ends before the name of a project.

/// The ends of names of offices.
const SUFFIXES: [&str; 40] = [
    "办事处",
    "委员会",
    "办公室",
    "管理局",
    "人民政府",
    "政府",
    "街道办",
    "中心",
    "学校",
    "小学",
    "中学",
    "幼儿园",
    "医院",
    "法院",
    "检察院",
    "研究院",
    "服务站",
    "服务所",
    "管理处",
    "联合会",
    "总工会",
    "图书馆",
    "文化馆",
    "档案馆",
    "大队",
    "支队",
    "总队",
    "党校",
    "局",
    "厅",
    "院",
    "委",
    "所",
    "站",
    "会",
    "馆",
    "部",
    "处",
    "社",
    "队",
];

/// Whether a text can be the name of an office.
pub fn is_unit(text: &str) -> bool {
    is_named(text) && SUFFIXES.iter().any(|suffix| text.ends_with(suffix))
}

/// The office that stands before the name of a project in one line: 某市第二医院重症监护病房能力提升项目. It is the first name of
/// an office that no other follows at once, as 党校 follows 市委.
pub(super) fn office_before_project(words: &str) -> Option<&str> {
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut offices = ends.map(|end| &words[..end]).filter(|own| is_unit(own));
    let goes_on = |own: &&str| {
        let rest = &words[own.len()..];
        SUFFIXES
            .iter()
            .any(|suffix| suffix.chars().count() > 1 && rest.starts_with(suffix))
    };
    let own = offices.find(|own| !goes_on(own))?;
    let rest = words[own.len()..].chars().count();
    (rest >= 4).then_some(own)
}

/// Whether a text can be a name by its length and signs.
pub(super) fn is_named(text: &str) -> bool {
    let count = text.chars().count();
    (4..=40).contains(&count)
        && !text.contains(['，', '。', '；', '：', '、', '“', '《', ' ', '\t', '|'])
        && !["本", "我", "该", "各", "其", "根据", "按照", "包括", "以及"]
            .iter()
            .any(|word| text.starts_with(word))
}
