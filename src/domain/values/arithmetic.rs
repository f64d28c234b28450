//! 算式: what is typed behind an equals sign, `=38000+500`, computed exactly.
//!
//! Absent on purpose: rounding, names, functions. A result that no decimal can hold is refused, because how many
//! places are kept is for the office to say.

use rust_decimal::Decimal;

use super::parse::{Fault, Limits, number};

/// A longer text is no sum that anybody types; it bounds how deep brackets can go.
const LONGEST: usize = 200;

/// Operands are as long as any amount, with room for the steps between.
const OPERAND: Limits = Limits { digits: 14, places: 8 };

/// More decimals than this are those of a division that goes on; a decimal holds 28.
const EXACT: u32 = 20;

/// Whether half-width text is meant as a calculation.
pub fn is_calculation(text: &str) -> bool {
    text.starts_with('=')
}

/// The value of a calculation in half-width text without white space; none where the text is not meant as one.
pub fn computed(text: &str) -> Option<Result<Decimal, Fault>> {
    let body = text.strip_prefix('=')?;
    if body.chars().count() > LONGEST {
        return Some(Err(Fault::Calculation));
    }
    let mut reader = Reader { rest: body };
    let value = reader.sum().and_then(|value| match reader.rest {
        "" => value.decimal(),
        _ => Err(Fault::Calculation),
    });
    Some(value)
}

/// A quotient that was not divided yet, so that `=100/3*3` is 100.
#[derive(Clone, Copy)]
struct Ratio {
    over: Decimal,
    under: Decimal,
}

impl Ratio {
    fn whole(value: Decimal) -> Ratio {
        Ratio {
            over: value,
            under: Decimal::ONE,
        }
    }

    fn plus(self, other: Ratio) -> Option<Ratio> {
        let left = self.over.checked_mul(other.under)?;
        let right = other.over.checked_mul(self.under)?;
        Some(Ratio {
            over: left.checked_add(right)?.normalize(),
            under: self.under.checked_mul(other.under)?.normalize(),
        })
    }

    fn times(self, other: Ratio) -> Option<Ratio> {
        Some(Ratio {
            over: self.over.checked_mul(other.over)?.normalize(),
            under: self.under.checked_mul(other.under)?.normalize(),
        })
    }

    fn negated(self) -> Ratio {
        Ratio {
            over: -self.over,
            under: self.under,
        }
    }

    /// The quotient, where a decimal holds it exactly.
    fn decimal(self) -> Result<Decimal, Fault> {
        let quotient = self.over.checked_div(self.under).ok_or(Fault::Calculation)?;
        match quotient.checked_mul(self.under) {
            // A quotient that fills all its places was cut off, even where multiplying rounds it back.
            Some(back) if back == self.over && quotient.normalize().scale() <= EXACT => Ok(quotient.normalize()),
            _ => Err(Fault::Unending),
        }
    }
}

/// Reads a calculation from left to right.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Takes the next sign, if it is one of these.
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.rest.chars().next().filter(|sign| signs.contains(sign))?;
        self.rest = &self.rest[sign.len_utf8()..];
        Some(sign)
    }

    fn sum(&mut self) -> Result<Ratio, Fault> {
        let mut sum = self.product()?;
        while let Some(sign) = self.sign(&['+', '-']) {
            let next = self.product()?;
            let next = if sign == '-' { next.negated() } else { next };
            sum = sum.plus(next).ok_or(Fault::Calculation)?;
        }
        Ok(sum)
    }

    fn product(&mut self) -> Result<Ratio, Fault> {
        let mut product = self.operand()?;
        while let Some(sign) = self.sign(&['*', '×', 'x', 'X', '/', '÷']) {
            let next = self.operand()?;
            let next = match sign {
                '/' | '÷' if next.over.is_zero() => return Err(Fault::DividedByZero),
                '/' | '÷' => Ratio {
                    over: next.under,
                    under: next.over,
                },
                _ => next,
            };
            product = product.times(next).ok_or(Fault::Calculation)?;
        }
        Ok(product)
    }

    fn operand(&mut self) -> Result<Ratio, Fault> {
        if let Some(sign) = self.sign(&['-', '+']) {
            let operand = self.operand()?;
            return Ok(if sign == '-' { operand.negated() } else { operand });
        }
        let value = match self.sign(&['(']) {
            Some(_) => {
                let inner = self.sum()?;
                self.sign(&[')']).ok_or(Fault::Calculation)?;
                inner
            }
            None => {
                let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
                let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
                let (digits, rest) = self.rest.split_at(end);
                let value = number(digits, OPERAND).map_err(|fault| match fault {
                    Fault::NotANumber => Fault::Calculation,
                    fault => fault,
                })?;
                self.rest = rest;
                Ratio::whole(value)
            }
        };
        match self.sign(&['%']) {
            Some(_) => value.times(Ratio::whole(Decimal::new(1, 2))).ok_or(Fault::Calculation),
            None => Ok(value),
        }
    }
}
