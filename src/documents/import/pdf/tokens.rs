//! The smallest pieces of a PDF: numbers, names, strings, arrays and dictionaries. Its objects, the drawing of its
//! pages and the tables of its characters are written in the same ones.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::space::{Fixed, ONE, bounded};

/// How deep arrays and dictionaries may stand in each other.
const DEEPEST: usize = 64;

/// 字典, by the bytes of its names.
pub type Dict = BTreeMap<Vec<u8>, Object>;

/// A value. Copying one is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Object {
    /// Nothing, and what is of no use here.
    Null,
    /// A number.
    Number(Fixed),
    /// A name, without its stroke.
    Name(Rc<[u8]>),
    /// A string of bytes.
    Text(Rc<[u8]>),
    /// A list.
    Array(Rc<Vec<Object>>),
    /// A dictionary.
    Dict(Rc<Dict>),
    /// A dictionary with data behind it, and where in the file they stand, still packed.
    Stream(Rc<Dict>, Range<usize>),
    /// An object that stands elsewhere, by its number.
    Reference(u32),
    /// An operator, or a keyword of the file.
    Word(Vec<u8>),
}

impl Object {
    /// The whole part of a number.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Object::Number(value) => Some(value / ONE),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self) -> Option<Fixed> {
        match self {
            Object::Number(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether this is the name.
    pub fn is_name(&self, name: &str) -> bool {
        matches!(self, Object::Name(own) if **own == *name.as_bytes())
    }

    /// The dictionary, also that of a stream.
    pub fn dict(&self) -> Option<&Rc<Dict>> {
        match self {
            Object::Dict(dict) | Object::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    /// The members of a list; a value by itself is a list of one.
    pub fn members(&self) -> &[Object] {
        match self {
            Object::Array(members) => members,
            Object::Null => &[],
            one => std::slice::from_ref(one),
        }
    }
}

/// Reads pieces from bytes.
pub struct Tokens<'a> {
    bytes: &'a [u8],
    /// Where the next piece begins.
    pub at: usize,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0xc | b'\r' | b' ')
}

fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

impl<'a> Tokens<'a> {
    /// Reads from a place on.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Tokens { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over blanks and remarks.
    pub fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next piece; nothing at the end.
    pub fn next(&mut self) -> Option<Object> {
        self.piece(0)
    }

    fn piece(&mut self, depth: usize) -> Option<Object> {
        self.skip_blanks();
        let first = self.peek()?;
        let is_double = self.bytes.get(self.at + 1) == Some(&first);
        Some(match first {
            b'/' => {
                self.at += 1;
                Object::Name(self.name().into())
            }
            b'(' => Object::Text(self.text().into()),
            b'<' if is_double => {
                self.at += 2;
                Object::Dict(Rc::new(self.dict(depth + 1)))
            }
            b'<' => Object::Text(self.hex_text().into()),
            b'[' => {
                self.at += 1;
                Object::Array(Rc::new(self.array(depth + 1)))
            }
            b'>' if is_double => {
                self.at += 2;
                Object::Word(b">>".to_vec())
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number(),
            mark if is_mark(mark) => {
                self.at += 1;
                Object::Word(vec![mark])
            }
            _ => match self.regular() {
                b"null" | b"true" | b"false" => Object::Null,
                word => Object::Word(word.to_vec()),
            },
        })
    }

    fn regular(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest
            .iter()
            .take_while(|byte| !is_blank(**byte) && !is_mark(**byte))
            .count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn name(&mut self) -> Vec<u8> {
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let [first, tail @ ..] = rest {
            rest = tail;
            if let (b'#', [high, low, after @ ..]) = (first, tail)
                && let (Some(high), Some(low)) = (hex(*high), hex(*low))
            {
                name.push(high << 4 | low);
                rest = after;
                continue;
            }
            name.push(*first);
        }
        name
    }

    fn number(&mut self) -> Object {
        let start = self.at;
        let word = self.regular();
        let (mut value, mut scale, mut digits) = (0_i128, None, 0);
        for byte in word {
            match (byte, scale) {
                // More digits than these change nothing on paper.
                (b'0'..=b'9', _) if digits < 18 => {
                    value = value * 10 + i128::from(byte - b'0');
                    scale = scale.map(|scale: i128| scale * 10);
                    digits += 1;
                }
                (b'.', None) => scale = Some(1),
                _ => {}
            }
        }
        let value = bounded((value << 20) / scale.unwrap_or(1));
        if word.starts_with(b"-") {
            return Object::Number(-value);
        }
        if digits == word.len()
            && let Some(number) = self.reference(start)
        {
            return Object::Reference(number);
        }
        Object::Number(value)
    }

    /// 12 0 R, where the first number was just read.
    fn reference(&mut self, start: usize) -> Option<u32> {
        let number = std::str::from_utf8(self.bytes.get(start..self.at)?)
            .ok()?
            .parse()
            .ok()?;
        let mut ahead = Tokens::new(self.bytes, self.at);
        ahead.skip_blanks();
        let generation = ahead.regular();
        if generation.is_empty() || generation.len() > 5 || !generation.iter().all(u8::is_ascii_digit) {
            return None;
        }
        ahead.skip_blanks();
        if ahead.regular() != b"R" {
            return None;
        }
        self.at = ahead.at;
        Some(number)
    }

    fn text(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(next @ b'0'..=b'7') => value = value * 8 + u32::from(next - b'0'),
                        _ => break,
                    }
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            other => text.push(other),
        }
    }

    fn hex_text(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            match (hex(byte), high.take()) {
                (Some(low), Some(high)) => text.push(high << 4 | low),
                (first, None) => high = first,
                (None, kept) => high = kept,
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }

    fn array(&mut self, depth: usize) -> Vec<Object> {
        let mut members = Vec::new();
        // What stands deeper than any honest file is passed over flat.
        while depth <= DEEPEST
            && let Some(piece) = self.piece(depth)
        {
            match piece {
                Object::Word(word) if word == b"]" => break,
                Object::Word(word) if word == b"endobj" || word == b">>" => break,
                Object::Word(_) => {}
                member => members.push(member),
            }
        }
        members
    }

    fn dict(&mut self, depth: usize) -> Dict {
        let mut dict = Dict::new();
        while depth <= DEEPEST
            && let Some(key) = self.piece(depth)
        {
            match key {
                Object::Name(key) => match self.piece(depth) {
                    None | Some(Object::Word(_)) => break,
                    Some(value) => {
                        dict.insert(key.to_vec(), value);
                    }
                },
                Object::Word(_) => break,
                _ => {}
            }
        }
        dict
    }
}
