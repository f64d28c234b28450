//! Computes what an explanation writes down, so that its arithmetic can be held against the score.

use rust_decimal::Decimal;

/// The value of a sum of products, with brackets, percent signs and cut-off digits.
pub fn value(text: &str) -> Decimal {
    let mut rest: Vec<char> = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '…'))
        .collect();
    rest.reverse();
    let value = sum(&mut rest);
    assert!(rest.is_empty(), "{text} is not arithmetic");
    value
}

fn sum(rest: &mut Vec<char>) -> Decimal {
    let mut value = product(rest);
    while let Some(sign @ ('+' | '−')) = rest.last().copied() {
        rest.pop();
        let next = product(rest);
        value = if sign == '+' { value + next } else { value - next };
    }
    value
}

fn product(rest: &mut Vec<char>) -> Decimal {
    let mut value = factor(rest);
    while let Some(sign @ ('×' | '÷')) = rest.last().copied() {
        rest.pop();
        let next = factor(rest);
        value = if sign == '×' { value * next } else { value / next };
    }
    value
}

fn factor(rest: &mut Vec<char>) -> Decimal {
    let mut value = if rest.last() == Some(&'(') {
        rest.pop();
        let value = sum(rest);
        assert_eq!(rest.pop(), Some(')'));
        value
    } else {
        let mut digits = String::new();
        while let Some(c) = rest.last().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')) {
            digits.push(*c);
            rest.pop();
        }
        Decimal::from_str_exact(&digits).unwrap_or_else(|_| panic!("{digits:?} is no number"))
    };
    if rest.last() == Some(&'%') {
        rest.pop();
        value /= Decimal::ONE_HUNDRED;
    }
    value
}
