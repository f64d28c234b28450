//! 这个数怎么来的: every derived figure as formula, inputs, exact value, rounding and source.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::{Derived, Gap};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::values::input::Input;

/// Where an input of a formula comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Typed by the user.
    Field(Field),
    /// Itself derived.
    Figure(Figure),
    /// Fixed by the scheme.
    Scheme,
}

/// One input of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What it is.
    pub name: String,
    /// Its value, or what is missing.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// 一个数的来历.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which figure.
    pub figure: Figure,
    /// What it is called.
    pub name: String,
    /// The formula in words: "执行数 ÷ 调整预算数 × 100%".
    pub formula: String,
    /// The formula with the numbers in it; blank while one is missing.
    pub working: String,
    /// The inputs in the order of the formula.
    pub operands: Vec<Operand>,
    /// The value before rounding; blank where nothing was rounded.
    pub exact: String,
    /// How it was rounded; blank where nothing was.
    pub rounding: String,
    /// The value as printed, or what is missing.
    pub result: Result<String, Gap>,
    /// 依据 of the rule.
    pub source: String,
    /// What else one should know.
    pub notes: Vec<String>,
}

/// The rounding that all rates and scores end with.
pub const TWO_DECIMALS: &str = "四舍五入，保留两位小数";

/// An operand that was typed.
pub fn typed(draft: &Draft, name: impl Into<String>, field: Field, value: Derived<String>) -> Operand {
    let value = value.unwrap_or_else(|gap| gap_words::gap_sentence(draft, gap));
    Operand {
        name: name.into(),
        value,
        origin: Origin::Field(field),
    }
}

/// An operand that is itself derived.
pub fn derived(evaluation: &Evaluation, name: impl Into<String>, figure: Figure) -> Operand {
    let value = printed(evaluation, figure).unwrap_or_else(gap_words::gap_note);
    Operand {
        name: name.into(),
        value,
        origin: Origin::Figure(figure),
    }
}

/// The rule's usual source, where the indicator does not name its own.
pub fn source(explained: &mut Explanation, usual: &str) {
    if explained.source.trim().is_empty() {
        explained.source = usual.into();
    }
}

/// An explanation with nothing in it yet.
pub fn blank(figure: Figure, name: impl Into<String>, result: Derived<String>) -> Explanation {
    Explanation {
        figure,
        name: name.into(),
        formula: String::new(),
        working: String::new(),
        operands: Vec::new(),
        exact: String::new(),
        rounding: String::new(),
        result,
        source: String::new(),
        notes: Vec::new(),
    }
}

/// A reason as written, or that there is none yet.
pub fn written(reason: &str) -> &str {
    if Input::is_blank(&reason.to_owned()) {
        "还没有写"
    } else {
        reason
    }
}
