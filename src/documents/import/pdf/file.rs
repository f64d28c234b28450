//! The objects of a PDF. They are found by going through the file, not by its table of places: the table is what is
//! wrong first in a file that was mended by hand or cut, and what stands later replaces what stands earlier either way.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::filters::unpack;
use super::no_pdf::NoPdf;
use super::tokens::{Dict, Object, Tokens};

/// 对象数上限.
const MOST_OBJECTS: usize = 300_000;
/// 页数上限.
const MOST_PAGES: usize = 2_000;
/// 解压与解析的字节数上限: what a file may cost in all, however its parts refer to each other.
const MOST_WORK: usize = 256 << 20;
/// How far a reference may lead to another.
const LONGEST_CHAIN: usize = 16;

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// In the file.
    Plain(usize),
    /// In one of the packed lots of objects.
    Packed(usize, usize),
}

/// An opened PDF.
pub struct File<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    /// The data of the object that begins at a place.
    data: BTreeMap<usize, Range<usize>>,
    lots: Vec<Vec<u8>>,
    root: Object,
    left: Cell<usize>,
}

/// A page: its drawing, and what it uses.
#[derive(Clone, Debug)]
pub struct Page {
    /// The page itself.
    pub dict: Rc<Dict>,
    /// Fonts and the like, its own or those of the pages above it.
    pub resources: Object,
    /// 页面范围: two corners.
    pub bounds: Object,
}

fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(word.len())
        .position(|window| window == word)
        .map(|place| from + place)
}

impl<'a> File<'a> {
    /// Finds all objects.
    pub fn open(bytes: &'a [u8]) -> Result<Self, NoPdf> {
        let mut file = File {
            bytes,
            places: BTreeMap::new(),
            data: BTreeMap::new(),
            lots: Vec::new(),
            root: Object::Null,
            left: Cell::new(MOST_WORK),
        };
        file.scan()?;
        Ok(file)
    }

    fn scan(&mut self) -> Result<(), NoPdf> {
        let mut at = 0;
        let mut object = None;
        while let Some(rest) = self.bytes.get(at..)
            && let Some(first) = rest.first()
        {
            at += match first {
                b'o' if rest.starts_with(b"obj") => {
                    if let Some(number) = self.number_before(at) {
                        self.put(number, Place::Plain(at + 3))?;
                        object = Some(at + 3);
                    }
                    3
                }
                b'e' if rest.starts_with(b"endobj") => 6,
                b's' if rest.starts_with(b"stream") => match object.take() {
                    Some(start) => self.take_stream(start, at)?.saturating_sub(at).max(6),
                    None => 6,
                },
                b't' if rest.starts_with(b"trailer") => {
                    let mut tokens = Tokens::new(self.bytes, at + 7);
                    if let Some(Object::Dict(trailer)) = tokens.next() {
                        self.take_trailer(&trailer)?;
                    }
                    tokens.at - at
                }
                _ => 1,
            };
        }
        Ok(())
    }

    fn put(&mut self, number: u32, place: Place) -> Result<(), NoPdf> {
        self.places.insert(number, place);
        match self.places.len() > MOST_OBJECTS {
            true => Err(NoPdf::TooLarge),
            false => Ok(()),
        }
    }

    /// The number in “12 0 obj”, from the place of the last word.
    fn number_before(&self, at: usize) -> Option<u32> {
        let head = self.bytes.get(at.saturating_sub(24)..at)?;
        let mut words = head
            .rsplit(|byte| byte.is_ascii_whitespace() || *byte == 0)
            .filter(|word| !word.is_empty());
        let generation = words.next()?;
        let number = words.next()?;
        if !generation.iter().all(u8::is_ascii_digit) {
            return None;
        }
        // The end of the object before may stand right in front of the number.
        let digits = number.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        std::str::from_utf8(number.get(number.len() - digits..)?)
            .ok()?
            .parse()
            .ok()
    }

    /// Takes in the data of an object that begins at a place; gives where they end.
    fn take_stream(&mut self, start: usize, word: usize) -> Result<usize, NoPdf> {
        let mut tokens = Tokens::new(self.bytes, start);
        let Some(Object::Dict(dict)) = tokens.next() else {
            return Ok(word);
        };
        tokens.skip_blanks();
        if tokens.at != word {
            return Ok(word);
        }
        let mut from = word + 6;
        from += usize::from(self.bytes.get(from) == Some(&b'\r'));
        from += usize::from(self.bytes.get(from) == Some(&b'\n'));
        let length = self.value(&dict, "Length")?.whole();
        let stated = length.and_then(|length| from.checked_add(usize::try_from(length).ok()?));
        let is_end = |end: &usize| {
            let rest = self.bytes.get(*end..).unwrap_or_default();
            let blanks = rest
                .iter()
                .take(4)
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
            rest.get(blanks..).is_some_and(|rest| rest.starts_with(b"endstream"))
        };
        let end = stated
            .filter(is_end)
            .or_else(|| find(self.bytes, from, b"endstream"))
            .unwrap_or(self.bytes.len());
        self.data.insert(start, from..end);
        match dict.get(b"Type".as_slice()) {
            Some(kind) if kind.is_name("XRef") => self.take_trailer(&dict)?,
            Some(kind) if kind.is_name("ObjStm") => self.take_lot(&dict, from..end)?,
            _ => {}
        }
        Ok(end)
    }

    fn take_trailer(&mut self, trailer: &Dict) -> Result<(), NoPdf> {
        if trailer.contains_key(b"Encrypt".as_slice()) {
            return Err(NoPdf::Locked);
        }
        if let Some(root) = trailer.get(b"Root".as_slice()) {
            self.root = root.clone();
        }
        Ok(())
    }

    /// Takes in the objects that are packed together: pairs of number and place, and then the objects.
    fn take_lot(&mut self, dict: &Rc<Dict>, data: Range<usize>) -> Result<(), NoPdf> {
        let Some(lot) = self.unpacked(&Object::Stream(Rc::clone(dict), data))? else {
            return Ok(());
        };
        let whole = |name: &str| -> Result<usize, NoPdf> {
            let value = self.value(dict, name)?.whole().unwrap_or_default();
            Ok(usize::try_from(value).unwrap_or_default())
        };
        let (count, first) = (whole("N")?, whole("First")?);
        let mut tokens = Tokens::new(lot.get(..first.min(lot.len())).unwrap_or_default(), 0);
        let mut found = Vec::new();
        for _ in 0..count {
            let (Some(number), Some(place)) = (tokens.next(), tokens.next()) else {
                break;
            };
            let number = number.whole().and_then(|number| u32::try_from(number).ok());
            let place = place.whole().and_then(|place| usize::try_from(place).ok());
            found.extend(number.zip(place));
        }
        for (number, place) in found {
            self.put(number, Place::Packed(self.lots.len(), first.saturating_add(place)))?;
        }
        self.lots.push(lot);
        Ok(())
    }

    fn pay(&self, work: usize) -> Result<(), NoPdf> {
        let left = self.left.get().checked_sub(work).ok_or(NoPdf::TooLarge)?;
        self.left.set(left);
        Ok(())
    }

    fn object(&self, number: u32) -> Result<Object, NoPdf> {
        let (bytes, start) = match self.places.get(&number) {
            Some(Place::Plain(start)) => (self.bytes, *start),
            Some(Place::Packed(lot, start)) => (self.lots.get(*lot).map_or(&[][..], Vec::as_slice), *start),
            None => return Ok(Object::Null),
        };
        let mut tokens = Tokens::new(bytes, start);
        let object = tokens.next().unwrap_or(Object::Null);
        self.pay(tokens.at.saturating_sub(start) + 16)?;
        Ok(match (object, self.places.get(&number)) {
            (Object::Dict(dict), Some(Place::Plain(start))) => match self.data.get(start) {
                Some(data) => Object::Stream(dict, data.clone()),
                None => Object::Dict(dict),
            },
            (object, _) => object,
        })
    }

    /// The object itself where this one refers to another.
    pub fn resolved(&self, object: &Object) -> Result<Object, NoPdf> {
        let mut object = object.clone();
        for _ in 0..LONGEST_CHAIN {
            match object {
                Object::Reference(number) => object = self.object(number)?,
                other => return Ok(other),
            }
        }
        Ok(Object::Null)
    }

    /// The value of a name, wherever it stands; nothing where there is none.
    pub fn value(&self, dict: &Dict, name: &str) -> Result<Object, NoPdf> {
        self.resolved(dict.get(name.as_bytes()).unwrap_or(&Object::Null))
    }

    /// The value of a name in a dictionary that may be none.
    pub fn of(&self, dict: &Object, name: &str) -> Result<Object, NoPdf> {
        match dict.dict() {
            Some(dict) => self.value(dict, name),
            None => Ok(Object::Null),
        }
    }

    /// The numbers of a list.
    pub fn numbers(&self, list: &Object) -> Result<Vec<i64>, NoPdf> {
        let mut numbers = Vec::new();
        for member in list.members() {
            numbers.push(self.resolved(member)?.number().unwrap_or_default());
        }
        Ok(numbers)
    }

    /// The data of a stream; nothing for pictures and for other objects.
    pub fn unpacked(&self, stream: &Object) -> Result<Option<Vec<u8>>, NoPdf> {
        let Object::Stream(dict, range) = stream else {
            return Ok(None);
        };
        let raw = self.bytes.get(range.clone()).unwrap_or_default();
        let filters = self.value(dict, "Filter")?;
        let mut data: Option<Vec<u8>> = None;
        for filter in filters.members().iter().take(4) {
            let Object::Name(name) = self.resolved(filter)? else {
                return Ok(None);
            };
            let packed = data.as_deref().unwrap_or(raw);
            let Some(unpacked) = unpack(&name, packed, self.left.get())? else {
                return Ok(None);
            };
            self.pay(unpacked.len())?;
            data = Some(unpacked);
        }
        match data {
            Some(data) => Ok(Some(data)),
            None => {
                self.pay(raw.len())?;
                Ok(Some(raw.to_vec()))
            }
        }
    }

    /// The pages in their order.
    pub fn pages(&self) -> Result<Vec<Page>, NoPdf> {
        let mut pages = Vec::new();
        let root = self.resolved(&self.root)?;
        let mut seen = BTreeSet::new();
        let top = root.dict().and_then(|root| root.get(b"Pages".as_slice())).cloned();
        let mut waiting: Vec<(Object, Object, Object)> =
            top.map(|top| (top, Object::Null, Object::Null)).into_iter().collect();
        while let Some((node, resources, bounds)) = waiting.pop() {
            if let Object::Reference(number) = node
                && !seen.insert(number)
            {
                continue;
            }
            let node = self.resolved(&node)?;
            let Some(dict) = node.dict() else { continue };
            let own = |name: &str, above: Object| -> Result<Object, NoPdf> {
                Ok(match self.value(dict, name)? {
                    Object::Null => above,
                    value => value,
                })
            };
            let resources = own("Resources", resources)?;
            let bounds = own("MediaBox", bounds)?;
            let kids = self.value(dict, "Kids")?;
            if kids == Object::Null {
                pages.push(Page {
                    dict: Rc::clone(dict),
                    resources: resources.clone(),
                    bounds: bounds.clone(),
                });
            }
            self.pay(kids.members().len())?;
            let below = kids.members().iter().rev();
            waiting.extend(below.map(|kid| (kid.clone(), resources.clone(), bounds.clone())));
            if pages.len() > MOST_PAGES {
                return Err(NoPdf::TooLarge);
            }
        }
        if pages.is_empty() {
            self.stray_pages(&mut pages)?;
        }
        Ok(pages)
    }

    /// The pages of a file whose root was cut off.
    fn stray_pages(&self, pages: &mut Vec<Page>) -> Result<(), NoPdf> {
        for number in self.places.keys() {
            let object = self.object(*number)?;
            let Some(dict) = object.dict() else { continue };
            if self.value(dict, "Type")?.is_name("Page") && pages.len() < MOST_PAGES {
                pages.push(Page {
                    dict: Rc::clone(dict),
                    resources: self.value(dict, "Resources")?,
                    bounds: self.value(dict, "MediaBox")?,
                });
            }
        }
        Ok(())
    }
}
