//! The drawing of a page: the characters and the straight lines that it puts on paper, and where.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::characters::meant;
use super::file::{File, Page};
use super::fonts::Font;
use super::no_pdf::NoPdf;
use super::paths::{Path, Rule};
use super::space::{Fixed, Matrix, ONE, bounded, share, times};
use super::tokens::{Object, Tokens};

/// 字符数上限.
const MOST_GLYPHS: usize = 3_000_000;
/// How often drawings may be used within drawings, in one file.
const MOST_FORMS: usize = 20_000;
/// How deep drawings may stand in each other.
const DEEPEST: usize = 8;
/// How many states of the pen are kept.
const MOST_STATES: usize = 256;
/// How many values an operator may have before it.
const MOST_VALUES: usize = 64;

/// A character on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character.
    pub letter: char,
    /// Its left end.
    pub x: Fixed,
    /// The line it stands on; larger is higher.
    pub y: Fixed,
    /// Its width.
    pub width: Fixed,
    /// 字号.
    pub size: Fixed,
}

/// Which way text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// To the right, as most.
    Right,
    /// Up.
    Up,
    /// To the left, upside down.
    Left,
    /// Down, turned.
    Down,
}

/// What a page shows.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its characters, in the order drawn.
    pub glyphs: Vec<(Way, Glyph)>,
    /// Its straight lines.
    pub rules: Vec<Rule>,
    /// How many pictures.
    pub pictures: usize,
    /// How many characters could not be known.
    pub unknown: usize,
}

#[derive(Clone)]
struct Pen {
    space: Matrix,
    font: Option<Rc<Font>>,
    size: Fixed,
    between_letters: Fixed,
    between_words: Fixed,
    stretch: Fixed,
    leading: Fixed,
    rise: Fixed,
}

/// Draws pages, with what they have in common.
pub struct Drawer<'a> {
    file: &'a File<'a>,
    fonts: BTreeMap<u32, Rc<Font>>,
    forms: usize,
    glyphs: usize,
}

/// One drawing being gone through.
struct Run<'a> {
    pen: Pen,
    kept: Vec<Pen>,
    too_deep: usize,
    text: Matrix,
    line: Matrix,
    path: Path,
    resources: &'a Object,
}

impl<'a> Drawer<'a> {
    /// Nothing drawn yet.
    pub fn new(file: &'a File<'a>) -> Self {
        Drawer {
            file,
            fonts: BTreeMap::new(),
            forms: 0,
            glyphs: 0,
        }
    }

    /// Draws a page.
    pub fn sheet(&mut self, page: &Page) -> Result<Sheet, NoPdf> {
        let mut sheet = Sheet::default();
        let mut drawing = Vec::new();
        // A page may be drawn in pieces, which are cut anywhere.
        for piece in self.file.value(&page.dict, "Contents")?.members() {
            let piece = self.file.resolved(piece)?;
            drawing.extend(self.file.unpacked(&piece)?.unwrap_or_default());
            drawing.push(b'\n');
        }
        let pen = Pen {
            space: Matrix::SAME,
            font: None,
            size: 0,
            between_letters: 0,
            between_words: 0,
            stretch: ONE,
            leading: 0,
            rise: 0,
        };
        self.draw(&drawing, &page.resources, pen, 0, &mut sheet)?;
        let corners = self.file.numbers(&page.bounds)?;
        if let [x0, y0, x1, y1] = corners.as_slice()
            && x0 != x1
            && y0 != y1
        {
            // What lies beside the paper is seen by no one.
            let across = *x0.min(x1) - ONE..=*x0.max(x1) + ONE;
            let along = *y0.min(y1) - ONE..=*y0.max(y1) + ONE;
            let is_on = |glyph: &Glyph| across.contains(&glyph.x) && along.contains(&glyph.y);
            sheet.glyphs.retain(|(_, glyph)| is_on(glyph));
        }
        Ok(sheet)
    }

    fn draw(
        &mut self,
        drawing: &[u8],
        resources: &Object,
        pen: Pen,
        depth: usize,
        sheet: &mut Sheet,
    ) -> Result<(), NoPdf> {
        let mut run = Run {
            pen,
            kept: Vec::new(),
            too_deep: 0,
            text: Matrix::SAME,
            line: Matrix::SAME,
            path: Path::default(),
            resources,
        };
        let mut tokens = Tokens::new(drawing, 0);
        let mut values: Vec<Object> = Vec::new();
        while let Some(piece) = tokens.next() {
            let Object::Word(word) = piece else {
                if values.len() < MOST_VALUES {
                    values.push(piece);
                }
                continue;
            };
            match word.as_slice() {
                b"Do" => self.place(&run, &values, depth, sheet)?,
                b"BI" => {
                    sheet.pictures += 1;
                    skip_picture(drawing, &mut tokens);
                }
                b"Tf" => self.choose_font(&mut run, &values)?,
                word => self.operate(&mut run, word, &values, sheet)?,
            }
            values.clear();
        }
        Ok(())
    }

    fn operate(&mut self, run: &mut Run, word: &[u8], values: &[Object], sheet: &mut Sheet) -> Result<(), NoPdf> {
        let numbers: Vec<Fixed> = values.iter().filter_map(Object::number).collect();
        let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
        match word {
            b"q" if run.kept.len() < MOST_STATES => run.kept.push(run.pen.clone()),
            b"q" => run.too_deep += 1,
            b"Q" if run.too_deep > 0 => run.too_deep -= 1,
            b"Q" => run.pen = run.kept.pop().unwrap_or_else(|| run.pen.clone()),
            b"cm" => run.pen.space = Matrix::of(&numbers).within(run.pen.space),
            b"BT" => (run.text, run.line) = (Matrix::SAME, Matrix::SAME),
            b"Tc" => run.pen.between_letters = at(0),
            b"Tw" => run.pen.between_words = at(0),
            b"Tz" => run.pen.stretch = at(0) / 100,
            b"TL" => run.pen.leading = at(0),
            b"Ts" => run.pen.rise = at(0),
            b"Td" => run.next_line(at(0), at(1)),
            b"TD" => {
                run.pen.leading = -at(1);
                run.next_line(at(0), at(1));
            }
            b"Tm" => (run.text, run.line) = (Matrix::of(&numbers), Matrix::of(&numbers)),
            b"T*" => run.next_line(0, -run.pen.leading),
            b"Tj" | b"TJ" => self.show(run, values, sheet)?,
            b"'" | b"\"" => {
                if word == b"\"" {
                    (run.pen.between_words, run.pen.between_letters) = (at(0), at(1));
                }
                run.next_line(0, -run.pen.leading);
                self.show(
                    run,
                    values.get(values.len().saturating_sub(1)..).unwrap_or_default(),
                    sheet,
                )?;
            }
            _ => run.path.operate(word, &numbers, run.pen.space, &mut sheet.rules),
        }
        Ok(())
    }

    fn choose_font(&mut self, run: &mut Run, values: &[Object]) -> Result<(), NoPdf> {
        let [Object::Name(name), size, ..] = values else {
            return Ok(());
        };
        run.pen.size = size.number().unwrap_or_default();
        let fonts = self.file.of(run.resources, "Font")?;
        let entry = fonts.dict().and_then(|fonts| fonts.get(&**name)).cloned();
        let kept = match entry {
            Some(Object::Reference(number)) => self.fonts.get(&number).cloned(),
            _ => None,
        };
        run.pen.font = match (kept, entry) {
            (Some(font), _) => Some(font),
            (None, Some(entry)) => match self.file.resolved(&entry)?.dict() {
                Some(dict) => {
                    let font = Rc::new(Font::read(self.file, dict)?);
                    if let Object::Reference(number) = entry {
                        self.fonts.insert(number, Rc::clone(&font));
                    }
                    Some(font)
                }
                None => None,
            },
            (None, None) => None,
        };
        Ok(())
    }

    /// A picture, or a drawing within this one.
    fn place(&mut self, run: &Run, values: &[Object], depth: usize, sheet: &mut Sheet) -> Result<(), NoPdf> {
        let Some(Object::Name(name)) = values.first() else {
            return Ok(());
        };
        let all = self.file.of(run.resources, "XObject")?;
        let Some(entry) = all.dict().and_then(|all| all.get(&**name)) else {
            return Ok(());
        };
        let form = self.file.resolved(entry)?;
        if self.file.of(&form, "Subtype")?.is_name("Image") {
            sheet.pictures += 1;
            return Ok(());
        }
        self.forms += 1;
        if self.forms > MOST_FORMS {
            return Err(NoPdf::TooLarge);
        }
        if depth >= DEEPEST {
            return Ok(());
        }
        let Some(drawing) = self.file.unpacked(&form)? else {
            return Ok(());
        };
        let mut pen = run.pen.clone();
        let own = self.file.numbers(&self.file.of(&form, "Matrix")?)?;
        if own.len() == 6 {
            pen.space = Matrix::of(&own).within(pen.space);
        }
        match self.file.of(&form, "Resources")? {
            Object::Null => self.draw(&drawing, run.resources, pen, depth + 1, sheet),
            resources => self.draw(&drawing, &resources, pen, depth + 1, sheet),
        }
    }

    fn show(&mut self, run: &mut Run, values: &[Object], sheet: &mut Sheet) -> Result<(), NoPdf> {
        let Some(font) = run.pen.font.clone() else {
            return Ok(());
        };
        for value in values.iter().flat_map(Object::members) {
            match value {
                Object::Number(back) => run.advance(&font, -times(*back, run.pen.size) / 1000),
                Object::Text(codes) => {
                    self.glyphs += codes.len();
                    if self.glyphs > MOST_GLYPHS {
                        return Err(NoPdf::TooLarge);
                    }
                    for shown in font.shown(codes) {
                        let width = times(shown.width, run.pen.size);
                        match &shown.text {
                            Some(text) => run.put(&font, text, width, sheet),
                            None => sheet.unknown += 1,
                        }
                        let words = if shown.is_blank { run.pen.between_words } else { 0 };
                        let step = if font.is_vertical { -run.pen.size } else { width };
                        run.advance(&font, step + run.pen.between_letters + words);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Run<'_> {
    fn next_line(&mut self, x: Fixed, y: Fixed) {
        self.line = self.line.moved(x, y);
        self.text = self.line;
    }

    fn advance(&mut self, font: &Font, step: Fixed) {
        self.text = match font.is_vertical {
            true => self.text.moved(0, step),
            false => self.text.moved(times(step, self.pen.stretch), 0),
        };
    }

    fn put(&self, font: &Font, text: &str, width: Fixed, sheet: &mut Sheet) {
        let space = self.text.within(self.pen.space);
        let (x, y) = match font.is_vertical {
            // Downwards, a character hangs from the middle of its upper edge.
            true => space.place(-self.pen.size / 2, -share(self.pen.size, 88)),
            false => space.place(0, self.pen.rise),
        };
        let along = space.direction(times(width, self.pen.stretch), 0);
        let (right, up) = space.direction(ONE, 0);
        // A stamp across the page is no text of it.
        if right.abs().min(up.abs()) * 4 > right.abs().max(up.abs()) {
            return;
        }
        let way = match (right.abs() >= up.abs(), right >= 0, up >= 0) {
            (true, true, _) => Way::Right,
            (true, false, _) => Way::Left,
            (false, _, true) => Way::Up,
            (false, _, false) => Way::Down,
        };
        let tall = space.direction(0, self.pen.size);
        let size = tall.0.abs().max(tall.1.abs());
        let count = i64::try_from(text.chars().count()).unwrap_or(1).max(1);
        let width = along.0.abs().max(along.1.abs()) / count;
        for (place, letter) in (0..).zip(text.chars()) {
            let ahead = bounded(i128::from(width) * i128::from(place));
            let (x, y) = match way {
                Way::Right => (x + ahead, y),
                Way::Left => (x - ahead, y),
                Way::Up => (x, y + ahead),
                Way::Down => (x, y - ahead),
            };
            let letter = meant(letter);
            sheet.glyphs.push((
                way,
                Glyph {
                    letter,
                    x,
                    y,
                    width,
                    size,
                },
            ));
        }
    }
}

/// Passes over a picture that is written into the drawing.
fn skip_picture(drawing: &[u8], tokens: &mut Tokens) {
    let rest = drawing.get(tokens.at..).unwrap_or_default();
    let is_blank = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let ends = rest.windows(4).position(
        |window| matches!(window, [before, b'E', b'I', after] if is_blank(Some(before)) && is_blank(Some(after))),
    );
    tokens.at = ends.map_or(drawing.len(), |place| tokens.at + place + 3);
}
