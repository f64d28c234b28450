//! Names of offices: what can be one, and where one ends before the name of a project.

use crate::domain::prose::words::WordList;

/// Ends of names of offices of which a place has one by that name, so that two names that differ by a character may be one.
pub const ONE_OF_A_NAME: WordList = WordList::of(&[
    "办事处",
    "管委会",
    "人民政府",
    "医院",
    "卫生院",
    "法院",
    "检察院",
    "研究院",
    "图书馆",
    "文化馆",
    "档案馆",
    "总工会",
    "学校",
    "财政局",
    "审计局",
]);

/// Ends of names of which a place has many, 小学, and of offices by themselves.
pub const MANY: WordList = WordList::of(&[
    "委员会",
    "管理局",
    "政府",
    "街道办",
    "中心",
    "小学",
    "中学",
    "幼儿园",
    "服务站",
    "服务所",
    "管理处",
    "联合会",
    "大队",
    "支队",
    "总队",
    "党校",
    "局",
    "厅",
]);

/// Ends of names of offices and of what an office has inside.
const INSIDE: WordList = WordList::of(&["办公室", "院", "委", "所", "站", "会", "馆", "部", "处", "社", "队"]);

const ALL: [WordList; 3] = [ONE_OF_A_NAME, MANY, INSIDE];

/// What money, people and results are of that are not those of the office: its projects, what stands below or above it.
pub const BESIDE: WordList = WordList::of(&[
    "专项",
    "工程",
    "经费",
    "课题",
    "补助",
    "债券",
    "科室",
    "二级单位",
    "事业单位",
    "中心",
    "服务站",
    "企业",
    "公司",
    "社区",
    "区级",
    "市级",
    "全区",
    "全市",
]);

/// Whether a text can be the name of an office.
pub fn is_unit(text: &str) -> bool {
    is_named(text) && ALL.iter().any(|ends| ends.ending(text).is_some())
}

/// The office that stands before the name of a project in one line: 某市第二医院重症监护病房能力提升项目. It is the first name of
/// an office that no other follows at once, as 党校 follows 市委.
pub fn office_before_project(words: &str) -> Option<&str> {
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut offices = ends.map(|end| &words[..end]).filter(|own| is_unit(own));
    let goes_on = |own: &&str| {
        let rest = &words[own.len()..];
        ALL.iter()
            .flat_map(|ends| ends.beginnings(rest))
            .any(|end| end.chars().count() > 1)
    };
    let own = offices.find(|own| !goes_on(own))?;
    let rest = words[own.len()..].chars().count();
    (rest >= 4).then_some(own)
}

/// Whether a text can be a name by its length and signs.
pub fn is_named(text: &str) -> bool {
    let count = text.chars().count();
    (4..=40).contains(&count)
        && !text.contains(['，', '。', '；', '：', '、', '“', '《', ' ', '\t', '|'])
        && !["本", "我", "该", "各", "其", "根据", "按照", "包括", "以及"]
            .iter()
            .any(|word| text.starts_with(word))
}
