//! 查找: one box for everything that can be gone to or done, found by characters, pinyin, initials or a mixture.

use std::rc::Rc;

use crate::documents::pinyin::query::{Fit, Query, Spelling, WordsMet};
use crate::domain::checks::finding::finding::FindingId;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::figure::Figure;
use crate::domain::scheme::template::Template;
use crate::domain::values::input::choices;

use super::effect::Export;
use super::help::Topic;
use super::route::Route;

choices! {
    /// What kind of thing is found; of things that are met as well, the earlier kind comes first.
    Kind {
        /// 页面.
        Page = "page" "页面",
        /// 操作.
        Action = "action" "操作",
        /// 指标, before what is said of it.
        Indicator = "indicator" "指标",
        /// 数, with how it comes about.
        Figure = "figure" "数",
        /// 填写项.
        Field = "field" "填写项",
        /// 检查结果.
        Finding = "finding" "检查结果",
        /// 其他报告.
        Report = "report" "报告",
        /// 帮助.
        Help = "help" "帮助",
    }
}

/// Where something that was found leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page.
    Route(Route),
    /// An input.
    Field(Field),
    /// A finding.
    Finding(FindingId),
    /// How a figure comes about.
    Figure(Figure),
    /// Something is done.
    Action(Action),
}

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// An export.
    Export(Export),
    /// An export as a locked file.
    Lock,
    /// 打印报告.
    Print,
    /// 查找和替换.
    Replace,
    /// 下一条检查结果.
    NextFinding,
    /// 撤销.
    Undo,
    /// 重做.
    Redo,
    /// 打开文件.
    OpenFile,
    /// 打开示例.
    Sample,
    /// 帮助 on a topic.
    Help(Topic),
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// What it is called.
    pub label: String,
    /// What stands beside it: the part of the report, the key.
    pub beside: Rc<Named>,
    /// Where it leads.
    pub target: Target,
    spelling: Spelling,
}

/// A text that many entries stand beside, made ready once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The text.
    pub text: String,
    spelling: Spelling,
}

impl Named {
    /// Makes a text ready.
    pub fn new(text: impl Into<String>) -> Rc<Named> {
        let text = text.into();
        Rc::new(Named {
            spelling: Spelling::of(&text),
            text,
        })
    }
}

impl Entry {
    /// Something that is found by its label.
    pub fn new(kind: Kind, label: impl Into<String>, beside: &Rc<Named>, target: Target) -> Entry {
        let label = label.into();
        let spelling = Spelling::of(&label);
        Entry::spelled(kind, label, spelling, beside, target)
    }

    /// The same, where it is known how the label is spelled.
    pub fn spelled(kind: Kind, label: String, spelling: Spelling, beside: &Rc<Named>, target: Target) -> Entry {
        Entry {
            kind,
            spelling,
            label,
            beside: Rc::clone(beside),
            target,
        }
    }
}

/// What a query finds among all entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What was typed.
    typed: String,
    /// Everything that is found, by place.
    all: Vec<usize>,
    /// The best of it, best first, by place.
    pub best: Vec<usize>,
}

impl Found {
    /// How many entries are found.
    pub fn count(&self) -> usize {
        self.all.len()
    }
}

/// Finds what was typed, the best first, as many as are listed. While more is typed behind what was found before, only
/// that is looked at again. Without a query the entries stand in their own order.
pub fn found(entries: &[Entry], typed: &str, before: &Found, listed: usize) -> Found {
    let query = Query::of(typed);
    if query.is_empty() {
        return Found {
            typed: typed.to_owned(),
            all: (0..entries.len()).collect(),
            best: (0..entries.len().min(listed)).collect(),
        };
    }
    let goes_on = !Query::of(&before.typed).is_empty() && typed.starts_with(&before.typed);
    let everything: Vec<usize> = match goes_on {
        true => Vec::new(),
        false => (0..entries.len()).collect(),
    };
    let candidates = if goes_on { &before.all } else { &everything };
    let mut ranked: Vec<((Fit, Kind, usize), usize)> = Vec::new();
    // Many entries stand beside few texts.
    let mut known: Vec<(&Rc<Named>, WordsMet)> = Vec::new();
    for place in candidates {
        let Some(entry) = entries.get(*place) else { continue };
        let same = known.iter().find(|(beside, _)| Rc::ptr_eq(beside, &entry.beside));
        let beside = same.map_or_else(|| query.words_met(&entry.beside.spelling), |(_, met)| *met);
        if same.is_none() {
            known.push((&entry.beside, beside));
        }
        if let Some(fit) = query.fit(&entry.spelling, beside) {
            ranked.push(((fit, entry.kind, entry.spelling.len()), *place));
        }
    }
    let all = ranked.iter().map(|(_, place)| *place).collect();
    if ranked.len() > listed {
        ranked.select_nth_unstable(listed);
        ranked.truncate(listed);
    }
    ranked.sort_unstable();
    Found {
        typed: typed.to_owned(),
        all,
        best: ranked.into_iter().map(|(_, place)| place).collect(),
    }
}

/// Whether a name is found by what was typed, in characters or pinyin; any is without.
pub fn is_named(name: &str, typed: &str) -> bool {
    let query = Query::of(typed);
    query.is_empty()
        || query
            .fit(&Spelling::of(name), query.words_met(&Spelling::of("")))
            .is_some()
}

/// The indicators of 指标库 that each word of a query occurs in, in the name or the category.
pub fn templates_found<'a>(library: &'a [Template], typed: &str) -> Vec<&'a Template> {
    let query = Query::of(typed);
    let has = |template: &&Template| {
        let name = Spelling::of(&template.indicator.name);
        query.has_words(&name, query.words_met(&Spelling::of(&template.category)))
    };
    library.iter().filter(has).collect()
}
