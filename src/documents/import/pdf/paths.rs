//! The straight lines of a drawing: what is drawn with the pen, and areas so thin that they are lines.

use super::space::{Fixed, Matrix, Step, points};

/// An area up to this thickness is a line.
const THICKEST: Fixed = points(4);
/// How far a line may lean and still be level or upright.
const LEANING: Fixed = points(1);
/// How many lines one page may have: beyond them it is a picture.
const MOST_RULES: usize = 20_000;
/// How many corners one path may have.
const MOST_CORNERS: usize = 20_000;

/// A level or upright line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Whether it is level.
    pub is_level: bool,
    /// Its height if it is level, else how far to the right it stands.
    pub at: Fixed,
    /// Where it begins.
    pub from: Fixed,
    /// Where it ends.
    pub to: Fixed,
}

impl Rule {
    /// Its ends.
    pub fn ends(self) -> [Step; 2] {
        match self.is_level {
            true => [(self.from, self.at), (self.to, self.at)],
            false => [(self.at, self.from), (self.at, self.to)],
        }
    }

    /// The line between two places; nothing where it leans.
    pub fn between(a: Step, b: Step) -> Option<Self> {
        let (across, along) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if along <= LEANING && across > along {
            let (at, from, to) = ((a.1 + b.1) / 2, a.0.min(b.0), a.0.max(b.0));
            return Some(Rule {
                is_level: true,
                at,
                from,
                to,
            });
        }
        if across <= LEANING && along > across {
            let (at, from, to) = ((a.0 + b.0) / 2, a.1.min(b.1), a.1.max(b.1));
            return Some(Rule {
                is_level: false,
                at,
                from,
                to,
            });
        }
        None
    }
}

/// A path being drawn: its parts, each with its corners on the page.
#[derive(Clone, Debug, Default)]
pub struct Path {
    parts: Vec<Vec<Step>>,
    corners: usize,
}

impl Path {
    /// Goes on by an operator; what it puts on paper goes to the rules.
    pub fn operate(&mut self, word: &[u8], numbers: &[Fixed], space: Matrix, rules: &mut Vec<Rule>) {
        match (word, numbers) {
            (b"m", [x, y, ..]) => self.begin(space.place(*x, *y)),
            (b"l", [x, y, ..]) => self.add(space.place(*x, *y)),
            // A bend is no line, but the path goes on where it ends.
            (b"c" | b"v" | b"y", [.., x, y]) => self.begin(space.place(*x, *y)),
            (b"h", _) => self.close(),
            (b"re", [x, y, width, height, ..]) => {
                let [right, top] = [x + width, y + height];
                self.begin(space.place(*x, *y));
                for corner in [(right, *y), (right, top), (*x, top)] {
                    self.add(space.place(corner.0, corner.1));
                }
                self.close();
            }
            (b"S", _) => self.stroke(rules),
            (b"s", _) => {
                self.close();
                self.stroke(rules);
            }
            (b"f" | b"F" | b"f*", _) => self.fill(rules),
            (b"B" | b"B*", _) => self.stroke(rules),
            (b"b" | b"b*", _) => {
                self.close();
                self.stroke(rules);
            }
            (b"n", _) => self.clear(),
            _ => {}
        }
    }

    fn begin(&mut self, corner: Step) {
        if self.corners < MOST_CORNERS {
            self.parts.push(vec![corner]);
            self.corners += 1;
        }
    }

    fn add(&mut self, corner: Step) {
        if self.corners < MOST_CORNERS
            && let Some(part) = self.parts.last_mut()
        {
            part.push(corner);
            self.corners += 1;
        }
    }

    fn close(&mut self) {
        if let Some(first) = self.parts.last().and_then(|part| part.first().copied()) {
            self.add(first);
        }
    }

    fn clear(&mut self) {
        self.parts.clear();
        self.corners = 0;
    }

    fn stroke(&mut self, rules: &mut Vec<Rule>) {
        for part in &self.parts {
            let drawn = part.windows(2).filter_map(|pair| Rule::between(pair[0], pair[1]));
            rules.extend(drawn.take(MOST_RULES.saturating_sub(rules.len())));
        }
        self.clear();
    }

    fn fill(&mut self, rules: &mut Vec<Rule>) {
        for part in &self.parts {
            let side = |of: fn(&Step) -> Fixed| {
                let least = part.iter().map(of).min().unwrap_or_default();
                (least, part.iter().map(of).max().unwrap_or_default())
            };
            let ((left, right), (low, high)) = (side(|corner| corner.0), side(|corner| corner.1));
            let (width, height) = (right - left, high - low);
            if width.min(height) > THICKEST || rules.len() >= MOST_RULES || part.len() < 3 {
                continue;
            }
            let is_level = width > height;
            let (at, from, to) = match is_level {
                true => ((low + high) / 2, left, right),
                false => ((left + right) / 2, low, high),
            };
            rules.push(Rule { is_level, at, from, to });
        }
        self.clear();
    }
}
