//! Texts found by what was typed: characters, full pinyin, initials, or a mixture: 执行率 by 执行, zhixinglv, zxl, 执xl.
//!
//! Each character is met by itself or by the beginning of one of its readings. Where a text can be read in several
//! ways all are followed at once: a set of bits has how much of what was typed is met so far.

use crate::domain::values::parse::half_width;

use super::readings::readings;

/// So much of what is typed is looked at; the bits of a set, but for the one that stands for the end.
const LONGEST: usize = 127;

/// How many breaks what was typed may have: 执行原因 finds 执行率偏低的原因.
const BREAKS: usize = 2;

/// A text made ready to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Its letters, digits and characters; marks and spaces are not typed.
    signs: Vec<char>,
    /// The letters that any of them begins with.
    initials: u32,
    /// The letters that occur in any reading.
    letters: u32,
}

/// What was typed to find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    whole: Vec<char>,
    words: Vec<Vec<char>>,
}

/// How well a text meets what was typed; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// All of the text.
    Whole,
    /// Its beginning.
    Beginning,
    /// A piece of it.
    Piece,
    /// Pieces of it, in their order.
    Pieces,
    /// The words that were typed, in any order, in it or in what stands beside it.
    Words,
}

impl Spelling {
    /// Makes a text ready.
    pub fn of(text: &str) -> Spelling {
        let signs = signs(text);
        let (mut initials, mut letters) = (0, 0);
        for sign in &signs {
            initials |= bit(*sign);
            letters |= bit(*sign);
            for reading in readings(*sign) {
                initials |= reading.initial().map_or(0, bit);
                letters |= reading.letters().fold(0, |bits, letter| bits | bit(letter.into()));
            }
        }
        Spelling {
            signs,
            initials,
            letters,
        }
    }

    /// This text with another behind it, cheaper than made anew where many texts share a beginning.
    pub fn followed_by(&self, other: &Spelling) -> Spelling {
        let mut signs = Vec::with_capacity(self.signs.len() + other.signs.len());
        signs.extend_from_slice(&self.signs);
        signs.extend_from_slice(&other.signs);
        Spelling {
            signs,
            initials: self.initials | other.initials,
            letters: self.letters | other.letters,
        }
    }

    /// How many signs it has.
    pub fn len(&self) -> usize {
        self.signs.len()
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// Whether it can meet these signs at all: most texts are out at this look.
    fn may_meet(&self, typed: &[char]) -> bool {
        let first = typed.first().is_none_or(|first| lacks_nothing(*first, self.initials));
        first && typed.iter().all(|sign| lacks_nothing(*sign, self.letters))
    }

    fn has(&self, typed: &[char]) -> bool {
        self.may_meet(typed) && self.met(typed, 0).is_some()
    }

    /// The fewest breaks with which what was typed is met, up to so many.
    fn met(&self, typed: &[char], breaks: usize) -> Option<usize> {
        // A single letter that something begins with is met there.
        if let [letter @ 'a'..='z'] = typed
            && self.initials & bit(*letter) != 0
        {
            return Some(0);
        }
        let end = 1_u128 << typed.len();
        // What is met so far, by how many breaks it has: with the last sign, or with a break behind it.
        let (mut running, mut broken) = ([0_u128; BREAKS + 1], [0_u128; BREAKS + 1]);
        broken[0] = 1;
        let mut best = None;
        for sign in &self.signs {
            let mut next = [0_u128; BREAKS + 1];
            for (next, (running, broken)) in next.iter_mut().zip(running.iter().zip(&broken)) {
                *next = advanced(running | broken, *sign, typed);
            }
            for count in 1..=BREAKS {
                broken[count] |= running[count - 1] & !1;
            }
            running = next;
            let found = running.iter().take(breaks + 1).position(|set| set & end != 0);
            best = match (best, found) {
                (Some(best), Some(found)) => Some(found.min(best)),
                (best, found) => best.or(found),
            };
            if best == Some(0) {
                break;
            }
        }
        best
    }

    /// Whether what was typed is met from the first sign on, and whether up to the last.
    fn met_from_start(&self, typed: &[char]) -> Option<Fit> {
        let end = 1_u128 << typed.len();
        let mut set = 1;
        let mut met = None;
        for (place, sign) in self.signs.iter().enumerate() {
            set = advanced(set, *sign, typed);
            if set & end != 0 {
                met = Some(Fit::Beginning);
                if place + 1 == self.signs.len() {
                    return Some(Fit::Whole);
                }
            }
            if set == 0 {
                break;
            }
        }
        met
    }
}

impl Query {
    /// Takes what was typed.
    pub fn of(typed: &str) -> Query {
        let words = typed.split_whitespace().map(signs).filter(|word| !word.is_empty());
        let mut whole = signs(typed);
        whole.truncate(LONGEST);
        Query {
            whole,
            words: words
                .map(|mut word| {
                    word.truncate(LONGEST);
                    word
                })
                .collect(),
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// How well a text meets what was typed, where it does; each word may also stand beside the text, where `beside`
    /// says so. What a longer query finds, a shorter one that it begins with finds too.
    pub fn fit(&self, text: &Spelling, beside: WordsMet) -> Option<Fit> {
        let typed = &self.whole;
        if text.may_meet(typed) {
            if let Some(fit) = text.met_from_start(typed) {
                return Some(fit);
            }
            match text.met(typed, BREAKS) {
                Some(0) => return Some(Fit::Piece),
                Some(_) => return Some(Fit::Pieces),
                None => {}
            }
        }
        self.has_words(text, beside).then_some(Fit::Words)
    }

    /// Whether each word stands in the text or beside it.
    pub fn has_words(&self, text: &Spelling, beside: WordsMet) -> bool {
        let mut words = self.words.iter().enumerate();
        words.all(|(place, word)| beside.has(place) || text.has(word))
    }

    /// Which of the words stand in a text: asked once for what many texts have beside them.
    pub fn words_met(&self, text: &Spelling) -> WordsMet {
        let words = self.words.iter().take(WordsMet::MOST).enumerate();
        let met = words.filter(|(_, word)| text.has(word));
        WordsMet(met.fold(0, |set, (place, _)| set | 1 << place))
    }
}

/// Which words of a query stand in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordsMet(u32);

impl WordsMet {
    /// No more words are looked for beside a text.
    const MOST: usize = 32;

    fn has(self, place: usize) -> bool {
        place < Self::MOST && self.0 & 1 << place != 0
    }
}

/// What is met after a sign: by itself, or by the beginning of one of its readings.
fn advanced(set: u128, sign: char, typed: &[char]) -> u128 {
    let mut next = 0;
    let mut rest = set;
    while rest != 0 {
        let place = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let Some(ahead) = typed.get(place..).filter(|ahead| !ahead.is_empty()) else {
            continue;
        };
        if ahead.first() == Some(&sign) {
            next |= 1 << (place + 1);
        }
        if !ahead.first().is_some_and(char::is_ascii_lowercase) {
            continue;
        }
        for reading in readings(sign) {
            let letters = reading.letters().zip(ahead);
            let same = letters.take_while(|(letter, typed)| is_typed(*letter, **typed)).count();
            for length in 1..=same {
                next |= 1 << (place + length);
            }
        }
    }
    next
}

/// Whether a letter of a reading is what was typed: ü has no key, so v and u both stand for it.
fn is_typed(letter: u8, typed: char) -> bool {
    char::from(letter) == typed || letter == b'v' && typed == 'u'
}

/// The signs of a text that are typed: letters as small ones, digits, characters.
fn signs(text: &str) -> Vec<char> {
    let plain = half_width(text);
    let typed = plain.chars().filter(|sign| sign.is_alphanumeric());
    typed
        .flat_map(|sign| match sign {
            'ü' | 'Ü' => 'v'.to_lowercase(),
            sign => sign.to_lowercase(),
        })
        .collect()
}

fn bit(sign: char) -> u32 {
    match sign {
        'a'..='z' => 1 << (u32::from(sign) - u32::from('a')),
        _ => 0,
    }
}

/// Whether a letter is among these; of other signs nothing is known yet.
fn lacks_nothing(sign: char, among: u32) -> bool {
    let wanted = bit(sign);
    wanted == 0 || among & wanted != 0 || sign == 'u' && among & bit('v') != 0
}
