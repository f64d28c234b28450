//! The texts of help as data, one file per topic in `src/help`, and how they are read.
//!
//! A file begins with 提示：, the one sentence for first use. `## ` begins a section, `- ` an item, and an item with
//! ｜ in it is a key and what it does.

use crate::domain::values::input::Choice;
use crate::state::model::help::Topic;

/// The help on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpText {
    /// The sentence for first use.
    pub hint: &'static str,
    /// What it says, section by section.
    pub sections: Vec<HelpSection>,
}

/// A section of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpSection {
    /// Its heading.
    pub heading: &'static str,
    /// What stands below.
    pub lines: Vec<HelpLine>,
}

/// A line of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// A paragraph.
    Text(&'static str),
    /// An item of a list.
    Item(&'static str),
    /// A key, and what it does.
    Key(&'static str, &'static str),
}

/// The help on a topic.
pub fn help(topic: Topic) -> HelpText {
    read(source(topic))
}

/// The topics that speak of all words of a search, each with the line that does, best first: those that bear a word
/// in their name. Without a word none.
pub fn found(wanted: &str) -> Vec<(Topic, &'static str)> {
    let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let has = |text: &str, word: &String| text.to_lowercase().contains(word.as_str());
    let mut found: Vec<(bool, Topic, &'static str)> = Vec::new();
    for topic in Topic::ALL {
        let text = source(*topic);
        let name = topic.label();
        if !words.iter().all(|word| has(text, word) || has(name, word)) {
            continue;
        }
        let lines = || text.lines().map(|line| line.trim_start_matches(['#', '-', ' ']));
        let count = |line: &str| words.iter().filter(|word| has(line, word)).count();
        let most = lines().map(count).max().unwrap_or_default();
        let line = lines().find(|line| count(line) == most).unwrap_or_default();
        let named = words.iter().any(|word| has(name, word));
        found.push((!named, *topic, line));
    }
    found.sort_by_key(|(unnamed, _, _)| *unnamed);
    found.into_iter().map(|(_, topic, line)| (topic, line)).collect()
}

fn read(source: &'static str) -> HelpText {
    let mut text = HelpText {
        hint: "",
        sections: Vec::new(),
    };
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(hint) = line.strip_prefix("提示：") {
            text.hint = hint;
        } else if let Some(heading) = line.strip_prefix("## ") {
            text.sections.push(HelpSection {
                heading,
                lines: Vec::new(),
            });
        } else if let Some(section) = text.sections.last_mut() {
            section.lines.push(match line.strip_prefix("- ") {
                Some(item) => match item.split_once('｜') {
                    Some((key, what)) => HelpLine::Key(key, what),
                    None => HelpLine::Item(item),
                },
                None => HelpLine::Text(line),
            });
        }
    }
    text
}

fn source(topic: Topic) -> &'static str {
    match topic {
        Topic::About => include_str!("../../help/about.txt"),
        Topic::Start => include_str!("../../help/start.txt"),
        Topic::New => include_str!("../../help/new.txt"),
        Topic::Intake => include_str!("../../help/intake.txt"),
        Topic::Overview => include_str!("../../help/overview.txt"),
        Topic::Basics => include_str!("../../help/basics.txt"),
        Topic::Department => include_str!("../../help/department.txt"),
        Topic::Work => include_str!("../../help/work.txt"),
        Topic::Budget => include_str!("../../help/budget.txt"),
        Topic::Objectives => include_str!("../../help/objectives.txt"),
        Topic::Scheme => include_str!("../../help/scheme.txt"),
        Topic::Indicators => include_str!("../../help/indicators.txt"),
        Topic::Monitoring => include_str!("../../help/monitoring.txt"),
        Topic::Projects => include_str!("../../help/projects.txt"),
        Topic::Results => include_str!("../../help/results.txt"),
        Topic::Problems => include_str!("../../help/problems.txt"),
        Topic::Checks => include_str!("../../help/checks.txt"),
        Topic::Preview => include_str!("../../help/preview.txt"),
        Topic::Versions => include_str!("../../help/versions.txt"),
        Topic::Keys => include_str!("../../help/keys.txt"),
    }
}
