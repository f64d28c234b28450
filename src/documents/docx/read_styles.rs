//! What of `word/styles.xml` and `word/numbering.xml` tells headings and their numbers.

use std::collections::BTreeMap;

use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::report::numbering::chinese;

/// A paragraph style.
#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    level: Option<u8>,
    list: Option<ListPlace>,
}

/// Where a paragraph stands in a list that the program numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// `numId`; none where only the level is said.
    pub list: Option<String>,
    /// `ilvl`, from 0.
    pub level: Option<usize>,
}

/// The styles of a document.
#[derive(Clone, Debug, Default)]
pub struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// Reads them. A document without styles has none.
    pub fn read(archive: &Archive) -> Result<Self, ArchiveFault> {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        let Some(part) = archive.part("word/styles.xml") else {
            return Ok(styles);
        };
        parse(part, |node| match node {
            Node::Open("style", given) => open = given.get("styleId").map(|id| (id, Style::default())),
            Node::Close("style") => styles.0.extend(open.take()),
            Node::Open(name, given) => {
                let Some((_, style)) = &mut open else { return };
                match name {
                    "name" => style.name = given.get("val").unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = given.get("val"),
                    "outlineLvl" => style.level = level(given.number("val")),
                    "numId" => style.list.get_or_insert_default().list = given.get("val"),
                    "ilvl" => style.list.get_or_insert_default().level = given.number("val"),
                    _ => {}
                }
            }
            _ => {}
        })?;
        Ok(styles)
    }

    /// The heading level of a style, its own or that of the style it is based on.
    pub fn level(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| {
            let named = style.name.strip_prefix("heading ").or(style.name.strip_prefix("标题 "));
            style.level.or(named.and_then(|number| number.trim().parse().ok()))
        })
    }

    /// The list that paragraphs of a style belong to.
    pub fn list(&self, id: &str) -> Option<ListPlace> {
        self.chain(id).find_map(|style| style.list.clone())
    }

    /// Whether a style is one of the table of contents, which only repeats headings.
    pub fn is_contents(&self, id: &str) -> bool {
        let name = self.0.get(id).map(|style| style.name.as_str());
        name.is_some_and(|name| name.starts_with("toc ") || name == "toc heading" || name.starts_with("目录"))
    }

    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let mut next = Some(id);
        // Styles that are based on each other in a circle end here.
        (0..20).map_while(move |_| {
            let style = self.0.get(next?)?;
            next = style.based_on.as_deref();
            Some(style)
        })
    }
}

/// A heading level from `outlineLvl`; 9 stands for body text.
pub fn level(outline: Option<usize>) -> Option<u8> {
    let level = u8::try_from(outline?).ok()?;
    (level < 9).then_some(level + 1)
}

/// How a level of a list is numbered.
#[derive(Clone, Debug, Default)]
struct ListLevel {
    format: String,
    text: String,
    start: usize,
}

/// The lists of a document, which count on as their paragraphs are read.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    levels: BTreeMap<(String, usize), ListLevel>,
    kinds: BTreeMap<String, String>,
    counts: BTreeMap<(String, usize), usize>,
}

impl Lists {
    /// Reads them. A document without numbering has none.
    pub fn read(archive: &Archive) -> Result<Self, ArchiveFault> {
        let mut lists = Lists::default();
        let Some(part) = archive.part("word/numbering.xml") else {
            return Ok(lists);
        };
        let (mut kind, mut list, mut open) = (None, None, None::<(usize, ListLevel)>);
        parse(part, |node| match node {
            Node::Open("abstractNum", given) => kind = given.get("abstractNumId"),
            Node::Open("num", given) => list = given.get("numId"),
            Node::Open("abstractNumId", given) => lists.kinds.extend(list.clone().zip(given.get("val"))),
            Node::Open("lvl", given) => open = given.number("ilvl").map(|place| (place, ListLevel::default())),
            Node::Open(name, given) => {
                let Some((_, level)) = &mut open else { return };
                match name {
                    "numFmt" => level.format = given.get("val").unwrap_or_default(),
                    "lvlText" => level.text = given.get("val").unwrap_or_default(),
                    "start" => level.start = given.number("val").unwrap_or(1),
                    _ => {}
                }
            }
            Node::Close("lvl") => {
                if let (Some(kind), Some((place, level))) = (&kind, open.take()) {
                    lists.levels.insert((kind.clone(), place), level);
                }
            }
            Node::Close("abstractNum") => kind = None,
            _ => {}
        })?;
        Ok(lists)
    }

    /// The number that the program shows before the next paragraph at this place; bullets show none.
    pub fn next(&mut self, place: &ListPlace) -> Option<String> {
        let kind = self.kinds.get(place.list.as_ref()?)?.clone();
        let level = place.level.unwrap_or_default();
        let own = self.levels.get(&(kind.clone(), level))?;
        let count = match self.counts.get(&(kind.clone(), level)) {
            Some(count) => count.saturating_add(1),
            None => own.start,
        };
        self.counts.insert((kind.clone(), level), count);
        self.counts
            .retain(|(other, below), _| *other != kind || *below <= level);
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut text = own.text.clone();
        for place in 0..=level.min(8) {
            let format = self
                .levels
                .get(&(kind.clone(), place))
                .map(|level| level.format.as_str());
            let count = self.counts.get(&(kind.clone(), place)).copied().unwrap_or(1);
            text = text.replace(&format!("%{}", place + 1), &spelled(count, format.unwrap_or_default()));
        }
        Some(text)
    }
}

fn spelled(count: usize, format: &str) -> String {
    const CIRCLED: [&str; 10] = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"];
    match format {
        "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "ideographDigital" => chinese(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            let circled = count.checked_sub(1).and_then(|place| CIRCLED.get(place));
            circled.map_or_else(|| count.to_string(), |circled| (*circled).to_owned())
        }
        _ => count.to_string(),
    }
}
