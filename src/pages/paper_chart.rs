//! 附图 on the pages of the preview: the same columns as in Word. Lengths are attributes, because the page's policy
//! forbids inline styles.

use yew::prelude::*;

use crate::documents::report::block::{Bars, Chart};

/// The drawing in its own units: how wide it is, where its columns stand and end, how high the highest is.
const WIDE: u32 = 590;
const HIGH: u32 = 238;
const FLOOR: u32 = 176;
const HIGHEST: u32 = 150;
/// The widest column, and how many characters of a name stand in a line of a pair's width of so many units.
const WIDEST: u32 = 40;
const CHARACTER: u32 = 12;
/// How many lines of a name there is room for.
const LINES: usize = 3;

/// The chart with its caption. A screen reader is told the pairs.
pub fn chart(chart: &Chart) -> Html {
    let count = u32::try_from(chart.bars.len()).unwrap_or(u32::MAX).max(1);
    let pair = WIDE / count;
    html! {
        <>
            <svg class="paper__chart" viewBox={format!("0 0 {WIDE} {HIGH}")} role="img" aria-label={chart.said()}>
                <line class="paper__chart-floor" x1="0" x2={WIDE.to_string()} y1={FLOOR.to_string()} y2={FLOOR.to_string()} />
                { for chart.bars.iter().zip(0..).map(|(bars, place)| columns(bars, place * pair, pair)) }
                { for chart.series.iter().zip(0_u32..).map(|(name, place)| legend(name, place)) }
            </svg>
            <p class="paper__caption">{ &chart.caption }</p>
        </>
    }
}

fn columns(bars: &Bars, left: u32, pair: u32) -> Html {
    let wide = (pair * 3 / 10).min(WIDEST);
    let middle = left + pair / 2;
    let places = [middle.saturating_sub(wide), middle];
    html! {
        <>
            { for places.iter().zip(&bars.reach).zip(&bars.printed).zip(0_u32..).map(|(((x, reach), printed), which)| html! {
                if let Some(printed) = printed {
                    <g transform={format!("translate({x} {})", FLOOR - HIGHEST)}>
                        <rect class={fill(which)} y={reach.rest().along(HIGHEST)} width={wide.to_string()} height={reach.along(HIGHEST)} />
                        <text class="paper__chart-number" x={(wide / 2).to_string()} y={reach.rest().along(HIGHEST)} dy="-4">{ printed }</text>
                    </g>
                }
            }) }
            { for lines(&bars.name, pair).into_iter().zip(1_u32..).map(|(line, place)| html! {
                <text class="paper__chart-name" x={middle.to_string()} y={(FLOOR + 14 * place).to_string()}>{ line }</text>
            }) }
        </>
    }
}

fn legend(name: &str, place: u32) -> Html {
    let left = WIDE / 2 - 84 + 92 * place;
    html! {
        <g transform={format!("translate({left} {})", HIGH - 11)}>
            <rect class={fill(place)} width="10" height="10" /><text class="paper__chart-legend" x="16" y="9">{ name.to_owned() }</text>
        </g>
    }
}

fn fill(which: u32) -> &'static str {
    if which == 0 {
        "paper__chart-planned"
    } else {
        "paper__chart-reached"
    }
}

/// A name in lines as wide as its pair; what the last has no room for is left away.
fn lines(name: &str, pair: u32) -> Vec<String> {
    let most = usize::try_from(pair / CHARACTER).unwrap_or_default().max(2);
    let characters: Vec<char> = name.chars().collect();
    let mut lines: Vec<String> = characters.chunks(most).map(|line| line.iter().collect()).collect();
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}
