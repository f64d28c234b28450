//! 数的称呼: the words around a number of a text, by which two numbers are known as those of one thing.

use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::facts::table::Table;

/// Pairs of characters that the words of any number may have.
static ANYONES: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let words = "完成 数量 工作 项目 全年 年度 开展 实施 建设 人数 次数 个数 情况 资金 预算 支出 累计 实际 \
        补助 投入 共计 收入 各类 人次 指标 万元 合计 其中 分别 本年 当年 达到 提高 增加 减少 较上 \
        上年 占总 共有 产出 效益 质量 时效 社会 得分 分值 比上 为了 行率 成率 执行 算执 算完";
    let pair = |word: &str| {
        let mut chars = word.chars();
        chars.next().zip(chars.next())
    };
    words.split(' ').filter_map(pair).collect()
});

/// What stands around a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Its clause, or its row and the head of its column: pairs of characters.
    pub near: Vec<(char, char)>,
    /// Its sentence, or its row.
    pub wide: Vec<(char, char)>,
    /// What the last words before it call it, with the noun behind it.
    pub called: Vec<(char, char)>,
    /// The head of the column that it stands in, or what stands before it in its clause.
    pub head: String,
}

impl Around {
    /// Of a number that stands at some bytes of a text, in a table of it or in none.
    pub fn of(text: &str, table: Option<&Table>, range: &Range<usize>) -> Self {
        match table.and_then(|table| in_table(text, table, range)) {
            Some(around) => around,
            None => in_prose(text, range),
        }
    }

    /// Of a number that is typed into a row.
    pub fn of_row(name: &str) -> Self {
        Around {
            near: pairs(name),
            wide: pairs(name),
            called: pairs(name),
            head: String::new(),
        }
    }
}

fn in_prose(text: &str, range: &Range<usize>) -> Around {
    const LONGEST: usize = 360;
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let since = |marks: &[char]| before.rsplit(marks).next().unwrap_or_default();
    let until = |marks: &[char]| after.split(marks).next().unwrap_or_default();
    let clause = since(&['，', '。', '；', '：', '\n', ',', ';', ':', '（', '(']);
    let noun: String = until(&['，', '。', '；', '、', '\n', ',', ';', '（', '）', '('])
        .chars()
        .take_while(|c| !c.is_ascii_digit())
        .take(8)
        .collect();
    let sentence = since(&['。', '\n']);
    let sentence = &sentence[sentence.ceil_char_boundary(sentence.len().saturating_sub(LONGEST))..];
    let last = clause
        .rsplit(|c: char| c.is_ascii_digit() || "、%".contains(c))
        .next()
        .unwrap_or_default();
    Around {
        near: pairs(&format!("{clause} {noun}")),
        wide: pairs(&format!("{sentence} {}", until(&['。', '；', '\n']))),
        called: pairs(&format!("{last} {noun}")),
        head: clause.to_owned(),
    }
}

fn in_table(text: &str, table: &Table, range: &Range<usize>) -> Option<Around> {
    let row = table.rows.iter().find(|row| {
        let (first, last) = (row.first(), row.last());
        first
            .zip(last)
            .is_some_and(|(first, last)| first.start <= range.start && range.end <= last.end)
    })?;
    let place = row
        .iter()
        .position(|cell| cell.start <= range.start && range.end <= cell.end)?;
    let own = &text[row[place].clone()];
    let is_words = |cell: &&Range<usize>| {
        text[(*cell).clone()]
            .chars()
            .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    };
    let words: Vec<&str> = row.iter().filter(is_words).map(|cell| &text[cell.clone()]).collect();
    let head = table.head(text, place).unwrap_or_default();
    let name = words.iter().take(4).copied().collect::<Vec<&str>>().join(" ");
    let called = match own.len() > range.len() {
        true => own.to_owned(),
        false => name.clone(),
    };
    Some(Around {
        near: pairs(&format!("{name} {own} {head}")),
        wide: pairs(&format!("{} {head}", words.join(" "))),
        called: pairs(&called),
        head: head.to_owned(),
    })
}

/// The pairs of neighbouring characters of words that tell something, each once.
fn pairs(words: &str) -> Vec<(char, char)> {
    let mut found: Vec<(char, char)> = Vec::new();
    let next = words.chars().skip(1);
    for pair in words.chars().zip(next) {
        let is_word = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) && !"的和及与了在是为个有".contains(c);
        if is_word(pair.0) && is_word(pair.1) && !found.contains(&pair) && !ANYONES.contains(&pair) {
            found.push(pair);
        }
    }
    found
}

/// How many pairs two lists share.
pub fn shared(one: &[(char, char)], other: &[(char, char)]) -> usize {
    one.iter().filter(|pair| other.contains(pair)).count()
}

/// Whether nearly all that the shorter list has stands in the longer, with at least so many.
pub fn covers(one: &[(char, char)], other: &[(char, char)], least: usize) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let both = shared(short, long);
    both >= least && both * 4 >= short.len() * 3
}

/// Whether two lists name two things of a kind: 抽检食品 and 抽检药品 are alike but for a word, which has two pairs of its own.
pub fn are_parallel(one: &[(char, char)], other: &[(char, char)]) -> bool {
    let alike = one.iter().zip(other).filter(|(one, other)| one == other).count();
    one.len() == other.len() && alike > 0 && alike + 2 <= one.len() && shared(one, other) == alike
}
