//! 行的名称: what the rows of a report are called, typed ones and those of tables in texts, and which of them a sentence
//! speaks of by its number.

use std::collections::BTreeMap;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, MeasureField};
use crate::domain::evaluation::completion::is_reached;
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::facts::reading::table::{Column, Table};
use crate::domain::prose::binding;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Value;

/// A number that a row says, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The number.
    pub number: Printed,
    /// As it is written.
    pub words: String,
}

/// What a row says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the sentence calls it: 指标“新增学位数”.
    pub label: String,
    /// Where its number is typed; none of a row in a text.
    pub field: Option<Field>,
    /// Its whole name.
    name: Vec<char>,
    /// Its name without what any name may have.
    core: Vec<char>,
    /// 实际完成值, or the amount of a project.
    pub actual: Shown,
    /// 指标值.
    pub target: Option<Shown>,
    /// The upper end of a target.
    pub upper: Option<Printed>,
    /// Whether the target was reached, where its sign says when it is.
    pub is_reached: Option<bool>,
}

/// All rows, by the pairs of characters of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowNames {
    rows: Vec<Row>,
    pairs: BTreeMap<(char, char), Vec<usize>>,
}

/// Words at the head of a name or of what a text calls it that only say that something was done.
const DOING: WordList = WordList::of(&[
    "完成",
    "实现",
    "开展",
    "组织",
    "举办",
    "实际",
    "全年",
    "年末",
    "年底",
    "累计",
    "共",
    "已",
    "全县",
    "全市",
    "全区",
    "全镇",
    "全街",
    "本年",
    "当年",
    "年度",
    "今年",
    "其中",
    "目前",
    "截至年底",
    "经测算",
    "经调查",
    "达到",
    "使",
    "辖区",
    "我局",
    "我县",
    "我区",
    "我市",
    "我镇",
    "建成",
    "和",
]);

/// Words between a name and its number.
const LINKS: WordList = WordList::of(&[
    "达到",
    "提高到",
    "为",
    "是",
    "达",
    "共",
    "有",
    "仅",
    "了",
    "计",
    "到",
    "至",
]);

/// Ends of names of indicators that prose leaves out.
const ENDS: WordList = WordList::of(&[
    "数量",
    "个数",
    "次数",
    "人数",
    "户数",
    "数",
    "情况",
    "总数",
    "完成数",
    "场次",
    "人次",
    "台次",
    "批次",
    "里程",
    "面积",
    "长度",
    "建设",
    "任务",
]);

/// A shorter name may be that of anything.
const SHORTEST: usize = 4;

/// Rates of money are held against the figures of the report.
const OF_MONEY: WordList = WordList::of(&["执行率", "支出进度", "支付进度", "支出率"]);

/// A name without what says that something was done, and without 数量 at its end.
fn core(name: &[char]) -> Vec<char> {
    let plain: String = name.iter().collect();
    let mut core = without_doing(&plain);
    while let Some(word) = ENDS.ending(core) {
        core = &core[..core.len() - word.len()];
    }
    core.chars().collect()
}

fn without_doing(said: &str) -> &str {
    let mut plain = said.trim();
    while let Some(word) = DOING.beginning(plain) {
        plain = plain[word.len()..].trim_start();
    }
    plain
}

/// What a text calls the thing of a number: the words of its clause without those that say nothing.
pub fn called(text: &str, start: usize) -> &str {
    let before = text.get(..start).unwrap_or_default();
    let clause = before
        .rsplit(|c: char| c.is_ascii_digit() || "，。；、：:（）()\n\t%".contains(c))
        .next()
        .unwrap_or_default();
    let mut plain = clause.trim();
    while let Some(word) = LINKS.ending(plain) {
        plain = plain[..plain.len() - word.len()].trim_end();
    }
    without_doing(plain)
}

fn pairs(name: &[char]) -> impl Iterator<Item = (char, char)> + '_ {
    name.windows(2).map(|pair| (pair[0], pair[1]))
}

impl RowNames {
    /// The rows of a draft.
    pub fn of(draft: &Draft) -> Self {
        let mut names = RowNames::default();
        for row in &draft.indicators {
            names.add_indicator(row);
        }
        for row in &draft.projects.rows {
            if let Some(amount) = row.amount.value() {
                names.add(Row {
                    label: format!("项目“{}”的金额", row.name.trim()),
                    field: Some(Field::ProjectAmount(row.id)),
                    name: plain(&row.name),
                    core: Vec::new(),
                    actual: Shown {
                        number: Printed::of(Kind::Money, amount.decimal()),
                        words: format!("{} 万元", amount.shown()),
                    },
                    target: None,
                    upper: None,
                    is_reached: None,
                });
            }
        }
        names
    }

    /// Takes in the rows of a table that stands in a text.
    pub fn add_table(&mut self, text: &str, table: &Table) {
        let Some(place) = table.place(Column::Name) else { return };
        for row in table.rows.iter().filter(|row| !Table::is_total(text, row)) {
            let unit = table.cell(text, row, Column::Unit).unwrap_or_default();
            let shown = |column| {
                let cell = table.cell(text, row, column)?;
                let bare = cell.trim_start_matches(['≥', '≤', '>', '<', '=', '＝', ' ']);
                let words = format!("{bare}{unit}");
                let number = Printed::read(&words).filter(|number| number.kind != Kind::Bare)?;
                Some(Shown { number, words })
            };
            if let (Some(name), Some(actual)) = (row.get(place), shown(Column::Actual)) {
                let name = text.get(name.clone()).unwrap_or_default();
                let target = shown(Column::Target);
                let cell = table.cell(text, row, Column::Target).unwrap_or_default();
                let sign = &cell[..cell.find(|c: char| c.is_ascii_digit()).unwrap_or_default()];
                let alike = target
                    .as_ref()
                    .filter(|target| target.number.kind == actual.number.kind);
                let is_reached = alike.and_then(|target| match binding::limit_before(sign.trim_end())?.0 {
                    Comparator::AtLeast => Some(actual.number.value >= target.number.value),
                    Comparator::AtMost => Some(actual.number.value <= target.number.value),
                    Comparator::Exactly | Comparator::Between => None,
                });
                self.add(Row {
                    label: format!("表中“{name}”的实际完成值"),
                    field: None,
                    name: plain(name),
                    core: Vec::new(),
                    actual,
                    target,
                    upper: None,
                    is_reached,
                });
            }
        }
    }

    fn add_indicator(&mut self, row: &Indicator) {
        if row.nature != IndicatorNature::Quantitative {
            return;
        }
        for measure in &row.measures {
            let unit = measure.unit.trim();
            let shown = |value: String| {
                let number = Printed::read(&format!("{value}{}", if unit == "％" { "%" } else { unit }))?;
                let words = measure.in_unit(&value);
                Some(Shown { number, words })
            };
            let Some(actual) = measure.actual.value().and_then(|value| shown(value.written())) else {
                continue;
            };
            let of = measure.name.trim();
            let of = if of.is_empty() || row.measures.len() < 2 {
                String::new()
            } else {
                format!("（{of}）")
            };
            let name = format!("{}{}", row.name, if row.measures.len() < 2 { "" } else { of.as_str() });
            self.add(Row {
                label: format!("指标“{}”{of}的实际完成值", row.name.trim()),
                field: Some(Field::Measure(row.id, measure.id, MeasureField::Actual)),
                name: plain(&name),
                core: Vec::new(),
                actual,
                target: measure.target.value().and_then(|value| shown(value.written())),
                upper: measure
                    .upper
                    .value()
                    .and_then(|value| shown(value.written()))
                    .map(|shown| shown.number),
                is_reached: measure
                    .target
                    .value()
                    .zip(measure.actual.value())
                    .map(|(target, actual)| is_reached(measure, *target, *actual)),
            });
        }
    }

    fn add(&mut self, mut row: Row) {
        row.core = core(&row.name);
        let name: String = row.name.iter().collect();
        let has_digit_unit = row.actual.number.kind == Kind::Bare;
        if row.core.len() < SHORTEST && row.name.len() < SHORTEST || OF_MONEY.any_in(&name) || has_digit_unit {
            return;
        }
        for pair in pairs(&row.name) {
            let places = self.pairs.entry(pair).or_default();
            if places.last() != Some(&self.rows.len()) {
                places.push(self.rows.len());
            }
        }
        self.rows.push(row);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows of a kind that a sentence speaks of: all words of the clause stand in the name, and all of the name in
    /// the sentence. Those with the longest names only.
    pub fn named(&self, clause: &str, sentence: &str, kind: &Kind) -> Vec<&Row> {
        let said = plain(clause);
        let rarest = pairs(&said)
            .filter_map(|pair| self.pairs.get(&pair))
            .min_by_key(|places| places.len());
        let Some(places) = rarest.filter(|_| said.len() > 1) else {
            return Vec::new();
        };
        let around = plain(sentence);
        let rows = places.iter().filter_map(|place| self.rows.get(*place));
        let fits = |row: &&Row| {
            row.actual.number.kind == *kind
                && said.iter().all(|c| row.name.contains(c))
                && match (&row.field, kind) {
                    (Some(Field::ProjectAmount(_)), _) | (_, Kind::Money) => row.core == said || row.name == said,
                    _ => {
                        row.is_all_said(&said) || row.is_said_around(&said, sentence) && is_covered(&row.core, &around)
                    }
                }
        };
        let rows: Vec<&Row> = rows.filter(fits).collect();
        let longest = rows.iter().map(|row| row.core.len()).max().unwrap_or_default();
        rows.into_iter().filter(|row| row.core.len() == longest).collect()
    }
}

impl Row {
    /// Whether a clause says the whole name, in whatever order.
    pub fn is_all_said(&self, clause: &[char]) -> bool {
        self.core.iter().all(|c| clause.contains(c))
    }

    /// Whether the rest of the name may stand before a clause: 新增公交车40辆，其中公交车430辆 says two things.
    fn is_said_around(&self, clause: &[char], sentence: &str) -> bool {
        const NEW: [&str; 4] = ["新增", "新建", "净增", "累计"];
        let name: String = self.name.iter().collect();
        let core: String = self.core.iter().collect();
        let clause: String = clause.iter().collect();
        let is_new = |word: &&str| name.contains(*word) && !clause.contains(*word);
        !NEW.iter().any(is_new) && !sentence.contains(&core)
    }
}

/// Whether each character of a name stands in a sentence beside one that it stands beside in the name.
fn is_covered(name: &[char], sentence: &[char]) -> bool {
    let has = |pair: &[char]| sentence.windows(2).any(|two| two == pair);
    (0..name.len()).all(|place| {
        let before = place.checked_sub(1).and_then(|from| name.get(from..=place));
        let after = name.get(place..place + 2);
        before.is_some_and(has) || after.is_some_and(has)
    })
}

/// The characters of a name without blanks and quotes.
pub fn plain(name: &str) -> Vec<char> {
    let said = name.chars();
    said.filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '（' | '）'))
        .collect()
}
