//! 附图: 各部分得分与权重 and 各项资金的预算与执行, below what they show, for reports that want them.

use rust_decimal::Decimal;

use crate::domain::draft::department::Inclusion;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::overview::money::sources;
use crate::domain::overview::standing::standings;
use crate::domain::values::amount::Amount;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::block::{Bars, Block, Chart};
use super::text::Text;

/// One column is no picture.
const LEAST: usize = 2;

/// A number as it is and as tables print it.
type Number = Option<(Decimal, String)>;

/// 各部分得分与权重.
pub(super) fn scores(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    let points = |points: Points| (points.decimal(), points.printed());
    let parts = standings(draft, evaluation);
    let rows = parts.into_iter().map(|part| {
        let (weight, score) = (part.weight.ok(), part.score.ok());
        (part.name, [weight.map(points), score.map(points)])
    });
    let kind = Kind {
        title: "各部分得分与权重",
        series: ["权重", "得分"],
        format: "General",
    };
    put(draft, text, kind, rows.collect());
}

/// 各项资金的预算与执行, 万元.
pub(super) fn money(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    let amount = |amount: Amount| (amount.decimal(), amount.printed());
    let rows = sources(draft, evaluation).rows.into_iter();
    let rows = rows.map(|source| (source.name, [source.budget.map(amount), source.executed.map(amount)]));
    let kind = Kind {
        title: "各项资金的预算与执行（万元）",
        series: ["预算数", "执行数"],
        format: "#,##0.00",
    };
    put(draft, text, kind, rows.collect());
}

/// What a chart is of.
struct Kind {
    title: &'static str,
    series: [&'static str; 2],
    format: &'static str,
}

fn put(draft: &Draft, text: &mut Text<'_>, kind: Kind, rows: Vec<(String, [Number; 2])>) {
    if draft.basics.charts == Inclusion::Without || rows.len() < LEAST {
        return;
    }
    let numbers = rows.iter().flat_map(|(_, numbers)| numbers).flatten();
    let highest = numbers.map(|(value, _)| *value).max().unwrap_or_default();
    let reach = |number: &Number| {
        let share = number.as_ref().and_then(|(value, _)| Rate::of(*value, highest));
        share.unwrap_or_default().capped()
    };
    let bars = rows.into_iter().map(|(name, numbers)| Bars {
        name,
        reach: [reach(&numbers[0]), reach(&numbers[1])],
        values: [0, 1].map(|place: usize| numbers.get(place).and_then(|number| Some(number.as_ref()?.0))),
        printed: numbers.map(|number| number.map(|(_, printed)| printed)),
    });
    let number = text.next_chart();
    let Kind { title, series, format } = kind;
    let caption = format!("图{number} {}{title}", draft.basics.caption_name());
    let bars = bars.collect();
    text.blocks.push(Block::Chart(Chart {
        number,
        caption,
        series,
        format,
        bars,
    }));
}
