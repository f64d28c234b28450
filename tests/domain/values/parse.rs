//! Reads what people type: money, rates, points, counts, dates.

use jiping::domain::values::amount::Amount;
use jiping::domain::values::calendar::{Date, Moment, Month, Year};
use jiping::domain::values::input::{Entry, Input, Value, clean};
use jiping::domain::values::points::Points;
use jiping::domain::values::quantity::{Count, Quantity};
use jiping::domain::values::rate::Rate;

/// What was typed, and the value as kept in files, or a part of the sentence that says what is wrong.
fn check<T: Value>(table: &[(&str, Result<&str, &str>)]) {
    for (typed, expected) in table {
        let entry = Entry::<T>::read(typed);
        match (expected, &entry) {
            (Ok(""), Entry::Blank) => {}
            (Ok(written), Entry::Accepted(value)) => {
                assert_eq!(value.written(), *written, "{typed:?}");
                assert_eq!(
                    Entry::<T>::read(&entry.text()).value().map(Value::written).as_deref(),
                    Some(*written),
                    "{typed:?} shown and read again"
                );
            }
            (Err(part), Entry::Unread(text, fault)) => {
                assert_eq!(text, typed, "what could not be read is kept as typed");
                assert!(
                    fault.sentence().contains(part),
                    "{typed:?}: {} lacks {part}",
                    fault.sentence()
                );
            }
            _ => panic!("{typed:?}: expected {expected:?}, found {}", entry.text()),
        }
    }
}

#[test]
fn amounts() {
    check::<Amount>(&[
        ("", Ok("")),
        ("　 ", Ok("")),
        ("0", Ok("0")),
        ("15329.35", Ok("15329.35")),
        ("15,329.35", Ok("15329.35")),
        ("15，329.35", Ok("15329.35")),
        ("１５，３２９．３５", Ok("15329.35")),
        ("15329。35", Ok("15329.35")),
        (" 15 329.35 ", Ok("15329.35")),
        ("15,329.35万元", Ok("15329.35")),
        ("15,329.35 万", Ok("15329.35")),
        ("1.5亿", Ok("15000")),
        ("1.5 亿元", Ok("15000")),
        ("3,000元", Ok("0.3")),
        ("¥3,000", Ok("0.3")),
        ("￥3,000元", Err("填数字")),
        ("5千元", Ok("0.5")),
        ("0.000001", Ok("0.000001")),
        ("0.01元", Ok("0.000001")),
        ("12.", Ok("12")),
        (".5", Ok("0.5")),
        ("007", Ok("7")),
        ("1.50", Ok("1.5")),
        ("+3", Ok("3")),
        ("-0", Ok("0")),
        ("999999999999.999999", Ok("999999999999.999999")),
        ("7,00.0,77", Err("千分位")),
        ("1,2345", Err("千分位")),
        (",123", Err("千分位")),
        ("1,,234", Err("千分位")),
        ("12a", Err("填数字")),
        ("abc", Err("填数字")),
        ("1e3", Err("填数字")),
        ("1.2.3", Err("填数字")),
        (".", Err("填数字")),
        ("-", Err("填数字")),
        ("万元", Err("填数字")),
        ("-5", Err("负数")),
        ("－5", Err("负数")),
        ("0.0000001", Err("小数最多 6 位")),
        ("0.001元", Err("小数最多")),
        ("1000000000000", Err("位")),
        ("1234567890123456789012345678901234567890", Err("位")),
        ("99999999亿亿", Err("填数字")),
    ]);
}

#[test]
fn rates_points_and_quantities() {
    check::<Rate>(&[
        ("97.88%", Ok("97.88")),
        ("97.88", Ok("97.88")),
        ("９７．８８％", Ok("97.88")),
        ("100", Ok("100")),
        ("130", Ok("130")),
        ("-1", Err("负数")),
        ("很好", Err("填数字")),
    ]);
    check::<Points>(&[
        ("3", Ok("3")),
        ("3.5分", Ok("3.5")),
        ("-1", Ok("-1")),
        ("3.12345", Err("小数最多 4 位")),
        ("三", Err("填数字")),
    ]);
    check::<Quantity>(&[
        ("95%", Ok("95")),
        ("-2.5", Ok("-2.5")),
        ("12 ", Ok("12")),
        ("至少12", Err("填数字")),
    ]);
    check::<Count>(&[
        ("35", Ok("35")),
        ("35人", Ok("35")),
        ("3.5", Err("整数")),
        ("-3", Err("负数")),
        ("99999999", Err("位")),
    ]);
}

#[test]
fn dates() {
    check::<Year>(&[
        ("2022", Ok("2022")),
        ("2022年度", Ok("2022")),
        ("２０２２年", Ok("2022")),
        ("22", Err("2000 到 2099")),
        ("2022.5", Err("2000")),
    ]);
    check::<Month>(&[
        ("7", Ok("7")),
        ("7月", Ok("7")),
        ("12月份", Ok("12")),
        ("0", Err("1 到 12")),
        ("13", Err("1 到 12")),
    ]);
    check::<Date>(&[
        ("2023年3月18日", Ok("2023-03-18")),
        ("2023-3-18", Ok("2023-03-18")),
        ("2023.03.18", Ok("2023-03-18")),
        ("2023/3/18", Ok("2023-03-18")),
        ("2024-2-29", Ok("2024-02-29")),
        ("2023-2-29", Err("日期")),
        ("2023-13-1", Err("日期")),
        ("2023年3月", Err("日期")),
        ("2023-3-18-1", Err("日期")),
        ("昨天", Err("日期")),
    ]);
}

#[test]
fn printed_forms() {
    let amount = |text: &str| Amount::read(text).unwrap();
    for (typed, shown, printed) in [
        ("15329.35", "15,329.35", "15,329.35"),
        ("0", "0.00", "0"),
        ("502", "502.00", "502.00"),
        ("0.123456", "0.123456", "0.12"),
        ("0.125", "0.125", "0.13"),
        ("1234567.5", "1,234,567.50", "1,234,567.50"),
    ] {
        assert_eq!(
            (amount(typed).shown().as_str(), amount(typed).printed().as_str()),
            (shown, printed)
        );
    }
    assert_eq!((amount("3") - amount("5")).printed_change(), "-2.00");
    assert_eq!((amount("5") - amount("3")).printed_change(), "+2.00");
}

#[test]
fn text_is_cleaned_of_what_no_document_can_hold() {
    for (typed, kept) in [
        ("一\u{b}二", "一\n二"),
        ("一\r\n二", "一\n二"),
        ("一\u{0}二\u{c}", "一二"),
        ("一\u{ffff}\t二", "一\t二"),
        ("😀", "😀"),
    ] {
        assert_eq!(clean(typed), kept);
    }
}

#[test]
fn moments_are_told_as_people_tell_them() {
    let now = Moment::new("2023-03-18T15:00:00");
    for (moment, told) in [
        ("2023-03-18T10:32:05", "今天 10:32"),
        ("2023-03-01T09:05:00", "3月1日 09:05"),
        ("2022-12-31T23:59:00", "2022年12月31日"),
        ("", ""),
        ("乱码乱码乱码乱码", "乱码乱码乱码乱码"),
    ] {
        assert_eq!(Moment::new(moment).since(&now), told);
    }
    // Where nobody has said which day it is, the date is written out.
    let unknown = Moment::default();
    assert_eq!(Moment::new("2023-03-18T10:32:00").since(&unknown), "2023年3月18日");
}
