//! 画了线的表: cells from the lines around them.

use std::collections::BTreeMap;

use super::drawing::Glyph;
use super::paths::Rule;
use super::rows::{join, text};
use super::space::{Fixed, points, share};

/// How far ends may miss each other and still meet; double lines are one.
const NEAR: Fixed = points(3);
/// Level lines that go on so far beyond the last upright one close a table that is open at its sides.
const OPEN: Fixed = points(8);
/// How many lines of each kind one page may have after joining: beyond them it is a drawing.
const MOST_LINES: usize = 2_000;
/// 单元格数上限.
const MOST_CELLS: usize = 100_000;

/// A cell of a table; one that covers several places stands in each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which cell of the table it is.
    pub region: usize,
    /// Its text.
    pub text: String,
}

/// A table on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// Its upper end.
    pub top: Fixed,
    /// Where its columns begin and end, from the left.
    pub edges: Vec<Fixed>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Lines in one direction, joined where they touch.
fn joined(rules: &[Rule], is_level: bool) -> Vec<Rule> {
    let mut own: Vec<Rule> = rules.iter().filter(|rule| rule.is_level == is_level).copied().collect();
    own.sort_by_key(|rule| rule.at);
    let mut lines = Vec::new();
    let mut rest = own.as_mut_slice();
    while let Some(first) = rest.first() {
        let limit = first.at + NEAR / 2;
        let count = rest.iter().take_while(|rule| rule.at <= limit).count();
        let (together, after) = rest.split_at_mut(count);
        together.sort_by_key(|rule| rule.from);
        let mut line: Option<Rule> = None;
        for rule in together.iter() {
            line = match line {
                Some(line) if rule.from <= line.to + NEAR => Some(Rule {
                    to: line.to.max(rule.to),
                    ..line
                }),
                other => {
                    lines.extend(other);
                    Some(*rule)
                }
            };
        }
        lines.extend(line);
        rest = after;
    }
    // What is shorter than a character is a sign, not a line.
    lines.retain(|line| line.to - line.from > points(5));
    lines
}

/// Which are one with which.
struct Groups(Vec<usize>);

impl Groups {
    fn of(count: usize) -> Self {
        Groups((0..count).collect())
    }

    fn root(&mut self, mut place: usize) -> usize {
        while self.0[place] != place {
            self.0[place] = self.0[self.0[place]];
            place = self.0[place];
        }
        place
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// Places that are near each other, as one each.
fn distinct(mut places: Vec<Fixed>) -> Vec<Fixed> {
    places.sort_unstable();
    let mut kept: Vec<Fixed> = Vec::new();
    for place in places {
        if kept.last().is_none_or(|last| place - last > NEAR) {
            kept.push(place);
        }
    }
    kept
}

/// The tables that these lines make. The characters in them are taken out of the others.
pub fn tables(rules: &[Rule], glyphs: &mut Vec<Glyph>) -> Vec<Ruled> {
    let (level, upright) = (joined(rules, true), joined(rules, false));
    if level.len() > MOST_LINES || upright.len() > MOST_LINES {
        return Vec::new();
    }
    let mut groups = Groups::of(level.len() + upright.len());
    for (place, line) in level.iter().enumerate() {
        for (other, post) in upright.iter().enumerate() {
            let meets = |line: &Rule, post: &Rule| post.at >= line.from - NEAR && post.at <= line.to + NEAR;
            if meets(line, post) && meets(post, line) {
                groups.unite(place, level.len() + other);
            }
        }
    }
    let mut together: BTreeMap<usize, (Vec<Rule>, Vec<Rule>)> = BTreeMap::new();
    for (place, line) in level.iter().enumerate() {
        together.entry(groups.root(place)).or_default().0.push(*line);
    }
    for (place, post) in upright.iter().enumerate() {
        together
            .entry(groups.root(level.len() + place))
            .or_default()
            .1
            .push(*post);
    }
    // A table within a cell is taken first; its characters are no longer there for the one around it.
    let mut frames: Vec<(Vec<Rule>, Vec<Rule>)> = together.into_values().collect();
    frames.sort_by_key(|(level, _)| level.iter().map(|line| line.to - line.from).max());
    let mut tables: Vec<Ruled> = frames
        .iter()
        .filter_map(|(level, upright)| table(level, upright, glyphs))
        .collect();
    tables.sort_by_key(|table| -table.top);
    tables
}

/// Where lines of one direction stand, and where the others end beyond them.
fn edges(posts: &[Rule], lines: &[Rule]) -> Vec<Fixed> {
    let mut places: Vec<Fixed> = posts.iter().map(|post| post.at).collect();
    let (Some(first), Some(last)) = (places.iter().min().copied(), places.iter().max().copied()) else {
        return Vec::new();
    };
    let before: Vec<Fixed> = lines
        .iter()
        .map(|line| line.from)
        .filter(|from| *from < first - OPEN)
        .collect();
    let beyond: Vec<Fixed> = lines
        .iter()
        .map(|line| line.to)
        .filter(|to| *to > last + OPEN)
        .collect();
    if before.len() > 1 {
        places.extend(before.iter().min());
    }
    if beyond.len() > 1 {
        places.extend(beyond.iter().max());
    }
    distinct(places)
}

fn table(level: &[Rule], upright: &[Rule], glyphs: &mut Vec<Glyph>) -> Option<Ruled> {
    let across = edges(upright, level);
    // From the top.
    let down: Vec<Fixed> = edges(level, upright).into_iter().rev().collect();
    let (columns, rows) = (across.len().checked_sub(1)?, down.len().checked_sub(1)?);
    if columns * rows < 2 || columns * rows > MOST_CELLS {
        return None;
    }
    let mut groups = Groups::of(columns * rows);
    // The lines at each edge, so that only those are looked at.
    let at = |lines: &[Rule], edges: &[Fixed]| -> Vec<Vec<Rule>> {
        let near = |edge: &Fixed| {
            lines
                .iter()
                .filter(|line| (line.at - edge).abs() <= NEAR)
                .copied()
                .collect()
        };
        edges.iter().map(near).collect()
    };
    let (posts, lines) = (at(upright, &across), at(level, &down));
    let is_drawn = |lines: &[Rule], at: Fixed| lines.iter().any(|line| line.from <= at && at <= line.to);
    for row in 0..rows {
        for column in 0..columns {
            let middle = (across[column] + across[column + 1]) / 2;
            let height = (down[row] + down[row + 1]) / 2;
            if column + 1 < columns && !is_drawn(&posts[column + 1], height) {
                groups.unite(row * columns + column, row * columns + column + 1);
            }
            if row + 1 < rows && !is_drawn(&lines[row + 1], middle) {
                groups.unite(row * columns + column, (row + 1) * columns + column);
            }
        }
    }
    let regions: Vec<usize> = (0..columns * rows).map(|place| groups.root(place)).collect();
    if regions.iter().all(|region| *region == regions[0]) {
        return None;
    }
    let mut inside: BTreeMap<usize, Vec<Glyph>> = BTreeMap::new();
    glyphs.retain(|glyph| {
        let (x, y) = (glyph.x + glyph.width / 2, glyph.y + share(glyph.size, 35));
        let column = across.partition_point(|edge| *edge <= x).checked_sub(1);
        let row = down.partition_point(|edge| *edge >= y).checked_sub(1);
        match (column, row) {
            (Some(column), Some(row)) if column < columns && row < rows => {
                inside.entry(regions[row * columns + column]).or_default().push(*glyph);
                false
            }
            _ => true,
        }
    });
    if inside.is_empty() {
        return None;
    }
    let texts: BTreeMap<usize, String> = inside.into_iter().map(|(region, own)| (region, text(own))).collect();
    let cell = |place: usize| Cell {
        region: regions[place],
        text: texts.get(&regions[place]).cloned().unwrap_or_default(),
    };
    let mut rows: Vec<Vec<Cell>> = (0..rows)
        .map(|row| (0..columns).map(|column| cell(row * columns + column)).collect())
        .collect();
    // A line that no cell ends at parts nothing.
    rows.dedup_by(|next, row| next.iter().zip(row.iter()).all(|(a, b)| a.region == b.region));
    let parts = |column: &usize| rows.iter().any(|row| row[*column].region != row[*column - 1].region);
    let kept: Vec<usize> = (0..columns).filter(|column| *column == 0 || parts(column)).collect();
    let mut edges: Vec<Fixed> = kept.iter().map(|column| across[*column]).collect();
    edges.extend(across.last());
    Some(Ruled {
        top: *down.first()?,
        edges,
        rows: rows
            .into_iter()
            .map(|row| kept.iter().filter_map(|column| row.get(*column).cloned()).collect())
            .collect(),
    })
}

/// Puts the rest of a row that was cut by the end of its page back into it: such a rest has few words.
fn finish(last: &mut [Cell], rows: &mut Vec<Vec<Cell>>) {
    let Some(first) = rows.first() else { return };
    let filled = || first.iter().zip(last.iter()).filter(|(cell, _)| !cell.text.is_empty());
    let is_rest = filled().count() * 3 <= first.len() && filled().count() > 0;
    if !is_rest || filled().any(|(_, above)| above.text.is_empty()) {
        return;
    }
    let rest = rows.remove(0);
    for (cell, more) in last.iter_mut().zip(rest) {
        join(&mut cell.text, &more.text);
    }
}

/// A cell that goes on over the page says its word only where it began.
fn repeat(above: Option<&[Cell]>, last: &[Cell], rows: &mut [Vec<Cell>]) {
    let Some(first) = rows.first().cloned() else { return };
    let leading = first.iter().take_while(|cell| cell.text.is_empty()).count();
    for (place, cell) in first.iter().enumerate().filter(|(_, cell)| cell.text.is_empty()) {
        let is_tall = rows.get(1).is_some_and(|row| row[place].region == cell.region);
        let was_tall = above.is_some_and(|above| above[place].region == last[place].region);
        if leading < first.len() && (place < leading || is_tall && was_tall) {
            let same = rows.iter_mut().flatten().filter(|other| other.region == cell.region);
            for other in same {
                other.text.clone_from(&last[place].text);
            }
        }
    }
}

impl Ruled {
    /// Whether it begins and ends at the same places as another, as what goes on over a page does.
    pub fn is_as_wide_as(&self, other: &Ruled) -> bool {
        let near = |a: Option<&Fixed>, b: Option<&Fixed>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= NEAR);
        near(self.edges.first(), other.edges.first()) && near(self.edges.last(), other.edges.last())
    }

    /// Goes on with what stands on the next page.
    pub fn go_on(&mut self, next: Ruled) {
        let edges = distinct(self.edges.iter().chain(&next.edges).copied().collect());
        let (mut own, mut rows) = (self.rows_at(&edges), next.rows_at(&edges));
        let texts = |row: &[Cell]| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        let heads = own.iter().zip(&rows).take_while(|(a, b)| texts(a) == texts(b)).count();
        rows.drain(..heads);
        if let Some((last, above)) = own.split_last_mut() {
            finish(last, &mut rows);
            repeat(above.last().map(Vec::as_slice), last, &mut rows);
        }
        let taken = own
            .iter()
            .flatten()
            .map(|cell| cell.region + 1)
            .max()
            .unwrap_or_default();
        for cell in rows.iter_mut().flatten() {
            cell.region += taken;
        }
        self.edges = edges;
        self.rows = own;
        self.rows.extend(rows);
    }

    fn rows_at(&self, edges: &[Fixed]) -> Vec<Vec<Cell>> {
        let places: Vec<usize> = edges
            .windows(2)
            .map(|pair| {
                let middle = (pair[0] + pair[1]) / 2;
                let place = self.edges.partition_point(|edge| *edge <= middle).saturating_sub(1);
                place.min(self.edges.len().saturating_sub(2))
            })
            .collect();
        let row = |row: &Vec<Cell>| places.iter().filter_map(|place| row.get(*place).cloned()).collect();
        self.rows.iter().map(row).collect()
    }
}
