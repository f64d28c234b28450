//! Reports and forms of other offices as people have them, read as they come: how many figures, indicators and names
//! are right. `cargo test --test whole read_foreign -- --nocapture` prints each. The inputs were written by people who
//! had not seen the program; what was right before anything was mended for their sake stands in their README.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::reading::report_file;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::evaluation::Evaluation;
use jiping::domain::prose::number::plain_number;
use jiping::domain::values::parse::half_width;
use rust_decimal::Decimal;
use serde::Deserialize;

/// What an input says.
#[derive(Deserialize)]
struct Expected {
    unit: Option<String>,
    year: Option<u16>,
    #[serde(default)]
    money: BTreeMap<String, Option<String>>,
    score: Option<String>,
    #[serde(default)]
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
struct Indicator {
    name: String,
    weight: Option<String>,
    score: Option<String>,
    target: Option<String>,
    actual: Option<String>,
}

/// What was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Right {
    money: usize,
    /// Another figure than the input has, which nobody would notice.
    wrong: usize,
    scores: usize,
    indicators: usize,
    names: usize,
    /// “还没有填”.
    unfilled: usize,
    unread: usize,
}

fn bare(text: &str) -> String {
    let plain = half_width(text);
    plain
        .chars()
        .filter(|c| !c.is_whitespace() && !"“”\"'（）()《》,".contains(*c))
        .collect()
}

fn number(text: &str) -> Option<Decimal> {
    plain_number(half_width(text).replace(',', "").trim_end_matches(['%', '分']).trim())
}

/// The numbers of a text, without zeros behind their decimals.
fn numbers(text: &str) -> Vec<String> {
    let plain = half_width(text).replace(',', "");
    let parts = plain
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|part| part.trim_matches('.'));
    let short = |part: &str| match part.contains('.') {
        true => part.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => part.to_owned(),
    };
    parts.filter(|part| !part.is_empty()).map(short).collect()
}

fn same_name(own: &str, wanted: &str) -> bool {
    let (own, wanted) = (bare(own), bare(wanted));
    own.contains(&wanted) && !wanted.is_empty() || own.chars().count() > 3 && wanted.contains(&own)
}

/// Whether a row is a part of the score of its own, as the execution rate is in many forms.
fn is_part(draft: &Draft, evaluation: &Evaluation, wanted: &Indicator) -> bool {
    let mut parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let (weight, score) = (wanted.weight.as_deref(), wanted.score.as_deref());
    parts.any(|(part, result)| {
        same_name(&part.name, &wanted.name)
            && weight.is_some()
            && part.weight.value().map(|own| own.decimal()) == weight.and_then(number)
            && result.score.ok().map(|own| own.decimal()) == score.and_then(number)
    })
}

fn whole_indicators(draft: &Draft, evaluation: &Evaluation, wanted: &[Indicator]) -> usize {
    let holds = |indicator: &&Indicator| {
        let rows = draft.indicators.iter().zip(&evaluation.indicators);
        let own = rows.filter(|(row, _)| same_name(&row.name, &indicator.name));
        own.into_iter().any(|(row, result)| {
            let text = format!("{:?}", serde_json::to_value(&**row).unwrap());
            if std::env::var("OWN_ROWS").is_ok() {
                println!("       row {}", text);
            }
            let has = numbers(&text);
            let says = |wanted: &Option<String>| {
                wanted.as_deref().is_none_or(|wanted| match numbers(wanted) {
                    own if own.is_empty() => bare(&text).contains(&bare(wanted)),
                    own => own.iter().all(|number| has.contains(number)),
                })
            };
            let weight = indicator.weight.as_deref().and_then(number);
            let score = indicator.score.as_deref().and_then(number);
            let own_score = result
                .score
                .ok()
                .map(|score| score.decimal())
                .or(row.manual_score.value().map(|score| score.decimal()));
            weight.is_none_or(|weight| row.weight.value().map(|own| own.decimal()) == Some(weight))
                && score.is_none_or(|score| own_score == Some(score))
                && says(&indicator.target)
                && says(&indicator.actual)
        })
    };
    let (right, missing): (Vec<_>, Vec<_>) = wanted
        .iter()
        .partition(|wanted| holds(wanted) || is_part(draft, evaluation, wanted));
    for indicator in missing {
        println!("    not whole: {}", indicator.name);
        for row in draft
            .indicators
            .iter()
            .filter(|row| same_name(&row.name, &indicator.name))
        {
            let Ok(serde_json::Value::Object(o)) = serde_json::to_value(&**row) else {
                continue;
            };
            let short: Vec<String> = o
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .filter(|t| {
                    !t.ends_with("=\"\"")
                        && !t.ends_with("null")
                        && !t.contains("[]")
                        && !t.contains("ref=")
                        && !t.contains("place=")
                })
                .collect();
            println!("        {}", short.join(" "));
        }
    }
    right.len()
}

fn one(path: &PathBuf, expected: &Expected) -> Right {
    let Ok(laid) = report_file::of_file(&std::fs::read(path).unwrap()) else {
        return Right {
            unread: 1,
            ..Right::default()
        };
    };
    let draft = whole(&read(&laid.passages));
    let evaluation = evaluate(&draft);
    let money = &evaluation.money;
    let own = [
        (
            "initial",
            money.totals.initial.value.ok().map(|amount| amount.decimal()),
        ),
        (
            "adjusted",
            money.totals.adjusted.value.ok().map(|amount| amount.decimal()),
        ),
        (
            "executed",
            money.totals.executed.value.ok().map(|amount| amount.decimal()),
        ),
        ("rate", money.execution_rate.ok().map(|rate| rate.percent())),
    ];
    let mut right = Right::default();
    println!("  money {own:?} wanted {:?}", expected.money);
    let near = Decimal::new(6, 3);
    for (key, own) in own {
        let wanted = expected.money.get(key).and_then(|text| number(text.as_deref()?));
        match (wanted, own) {
            (Some(wanted), Some(own)) if (wanted - own).abs() < near => right.money += 1,
            (Some(_), Some(_)) => right.wrong += 1,
            _ => {}
        }
    }
    let score = expected.score.as_deref().and_then(number);
    let own = [
        draft.stated_score.value().map(|score| score.decimal()),
        evaluation.total.ok().map(|total| total.decimal()),
    ];
    right.scores = usize::from(score.is_some() && own.contains(&score));
    right.indicators = whole_indicators(&draft, &evaluation, &expected.indicators);
    let unit = expected
        .unit
        .as_deref()
        .is_some_and(|unit| same_name(&draft.basics.unit, unit));
    let year = expected.year.is_some() && draft.basics.year.value().map(|year| year.get()) == expected.year;
    right.names = usize::from(unit) + usize::from(year);
    right.unfilled = check(&draft, &evaluation)
        .iter()
        .filter(|finding| finding.code == Code::E9)
        .inspect(|finding| println!("    E9 {}", finding.message))
        .count();
    right
}

fn measure(folder: &str) -> Right {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/foreign")
        .join(folder);
    let expected = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: BTreeMap<String, Expected> = serde_json::from_str(&expected).unwrap();
    let mut all = Right::default();
    for (name, expected) in &expected {
        let own = one(&folder.join(name), expected);
        println!("{name:<42} {own:?} of {} indicators", expected.indicators.len());
        all.money += own.money;
        all.wrong += own.wrong;
        all.scores += own.scores;
        all.indicators += own.indicators;
        all.names += own.names;
        all.unfilled += own.unfilled;
        all.unread += own.unread;
    }
    println!("{all:?}");
    all
}

/// No less is right than was, and no more is wrong.
fn check_floor(folder: &str, floor: Right) {
    let own = measure(folder);
    let holds = own.money >= floor.money
        && own.wrong <= floor.wrong
        && own.scores >= floor.scores
        && own.indicators >= floor.indicators
        && own.names >= floor.names
        && own.unfilled <= floor.unfilled
        && own.unread <= floor.unread;
    assert!(holds, "{folder}: {own:?}, at least {floor:?}");
}

#[test]
fn forty_one_inputs_of_2026() {
    let floor = Right {
        money: 144,
        wrong: 0,
        scores: 34,
        indicators: 275,
        names: 77,
        unfilled: 17,
        unread: 0,
    };
    check_floor("reading", floor);
}

#[test]
fn twenty_more_inputs() {
    let floor = Right {
        money: 73,
        wrong: 0,
        scores: 18,
        indicators: 180,
        names: 39,
        unfilled: 12,
        unread: 0,
    };
    check_floor("second", floor);
}

#[test]
fn twenty_five_inputs_of_a_third_hand() {
    let floor = Right {
        money: 93,
        wrong: 0,
        scores: 21,
        indicators: 263,
        names: 48,
        unfilled: 5,
        unread: 0,
    };
    check_floor("third", floor);
}

#[test]
fn twenty_four_inputs_of_a_fourth_hand() {
    let floor = Right {
        money: 85,
        wrong: 0,
        scores: 17,
        indicators: 215,
        names: 24,
        unfilled: 9,
        unread: 0,
    };
    check_floor("fourth", floor);
}

#[test]
fn twenty_four_inputs_of_a_fifth_hand() {
    let floor = Right {
        money: 81,
        wrong: 0,
        scores: 17,
        indicators: 175,
        names: 48,
        unfilled: 1,
        unread: 0,
    };
    check_floor("fifth", floor);
}

#[test]
fn twenty_four_inputs_of_a_sixth_hand() {
    let floor = Right {
        money: 93,
        wrong: 0,
        scores: 23,
        indicators: 136,
        names: 48,
        unfilled: 3,
        unread: 0,
    };
    check_floor("sixth", floor);
}

#[test]
fn twenty_inputs_of_a_seventh_hand() {
    let floor = Right {
        money: 67,
        wrong: 0,
        scores: 17,
        indicators: 177,
        names: 40,
        unfilled: 9,
        unread: 0,
    };
    check_floor("seventh", floor);
}

#[test]
fn sixteen_inputs_of_an_eighth_hand() {
    let floor = Right {
        money: 57,
        wrong: 0,
        scores: 13,
        indicators: 133,
        names: 29,
        unfilled: 7,
        unread: 0,
    };
    check_floor("eighth", floor);
}

#[test]
fn eighteen_inputs_of_a_ninth_hand() {
    let floor = Right {
        money: 67,
        wrong: 0,
        scores: 16,
        indicators: 128,
        names: 35,
        unfilled: 6,
        unread: 0,
    };
    check_floor("ninth", floor);
}
