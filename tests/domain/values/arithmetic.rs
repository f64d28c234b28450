//! 算式 in number fields: exact, or refused with a sentence.

use jiping::domain::values::amount::Amount;
use jiping::domain::values::input::{Entry, Value};
use jiping::domain::values::points::Points;
use jiping::domain::values::quantity::{Count, Quantity};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// What was typed, and the value as kept in files, or a part of the sentence that says what is wrong.
fn check<T: Value>(table: &[(&str, Result<&str, &str>)]) {
    for (typed, expected) in table {
        match (expected, Entry::<T>::read(typed)) {
            (Ok(written), Entry::Accepted(value)) => assert_eq!(value.written(), *written, "{typed}"),
            (Err(part), Entry::Unread(text, fault)) => {
                assert_eq!(text, *typed, "what could not be read is kept as typed");
                assert!(fault.sentence().contains(part), "{typed}: {}", fault.sentence());
            }
            (expected, found) => panic!(
                "{typed}: expected {expected:?}, found {:?}",
                found.value().map(Value::written)
            ),
        }
    }
}

#[test]
fn amounts() {
    check::<Amount>(&[
        ("=38000+500", Ok("38500")),
        ("＝３８０００＋５００", Ok("38500")),
        ("=38,000 + 500", Ok("38500")),
        ("=1.1+2.2", Ok("3.3")),
        ("=0.1*3-0.3", Ok("0")),
        ("=2+3*4", Ok("14")),
        ("=(2+3)*4", Ok("20")),
        ("=100/3*3", Ok("100")),
        ("=1÷8", Ok("0.125")),
        ("=12×5%", Ok("0.6")),
        ("=-5+8", Ok("3")),
        ("=7", Ok("7")),
        ("=100/3", Err("除不尽")),
        ("=1/0", Err("除数是 0")),
        ("=1/(2-2)", Err("除数是 0")),
        ("=5-8", Err("不能填负数")),
        ("=", Err("算式不完整")),
        ("=38000+", Err("算式不完整")),
        ("=(1+2", Err("算式不完整")),
        ("=1+2)", Err("算式不完整")),
        ("=SUM(A1:A2)", Err("算式不完整")),
        ("=1+1亿", Err("算式不完整")),
        ("=7,00.0+1", Err("千分位逗号")),
        ("=1.1234567+0", Err("小数最多 6 位")),
        ("=99999999999999*99999999999999*99999999999999", Err("算式")),
        ("==1", Err("算式不完整")),
    ]);
}

#[test]
fn other_numbers() {
    check::<Points>(&[("=40-3*2", Ok("34")), ("=3-5", Ok("-2"))]);
    check::<Count>(&[("=12+3", Ok("15")), ("=5/2", Err("整数"))]);
    check::<Quantity>(&[("=12*4", Ok("48")), ("=9/10%", Ok("90"))]);
    let deep = format!("={}1{}", "(".repeat(150), ")".repeat(150));
    check::<Quantity>(&[(&deep, Err("算式不完整"))]);
    let near = format!("={}1{}", "(".repeat(90), ")".repeat(90));
    check::<Quantity>(&[(&near, Ok("1"))]);
}

proptest! {
    #[test]
    fn sums_are_those_of_the_decimals(left in 0_i64..9_000_000_000, right in 0_i64..9_000_000_000, places in 0_u32..5) {
        let (left, right) = (Decimal::new(left, places), Decimal::new(right, places));
        let read = Entry::<Amount>::read(&format!("={left}+{right}"));
        prop_assert_eq!(read.value().map(|value| value.decimal()), Some((left + right).normalize()));
    }

    #[test]
    fn nothing_typed_behind_an_equals_sign_breaks_anything(text in "[-+*/()0-9.,%×÷ =]{0,40}") {
        let typed = format!("={text}");
        let read = Entry::<Quantity>::read(&typed);
        // A value is shown as a number that is the same value again.
        if let Some(value) = read.value() {
            let again = Entry::<Quantity>::read(&value.shown());
            prop_assert_eq!(again.value(), Some(value));
        }
    }
}
