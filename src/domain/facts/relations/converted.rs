//! 折合: one amount or measure written twice, in two units: 68.5万元（即685,000元）, 0.58亿元，折合5,800万元, 3,600亩（240公顷）.

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{digits, looks_like};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tagged;

/// Words before an amount that is written once more in another unit.
const WORDS: [&str; 9] = [
    "折合",
    "折合约",
    "约合",
    "合计折合",
    "合",
    "即",
    "也就是",
    "相当于",
    "约",
];

/// Adds the amounts that a text writes twice: right behind each other, in two units, with a word or a bracket before
/// the second. Behind 即 only where their digits are alike. The second one is bound to the
/// first, so that nothing else is reckoned by it.
pub fn add(text: &str, tagged: &mut Tagged, ledger: &mut Ledger) {
    for id in 1..tagged.tags.len() {
        let (one, other) = (&tagged.tags[id - 1], &tagged.tags[id]);
        let between = text.get(one.range.end..other.range.start).unwrap_or_default();
        let is_bracketed = between.trim_end_matches('约').ends_with(['（', '(']);
        let between = between.trim_matches(['（', '(', '，', ',', ' ']);
        let measures = matches!(one.number.kind, Kind::Money | Kind::Count(_));
        // 九成四（94%）, 增长三分之一，即33%.
        let is_share = one.number.kind == Kind::Percent && is_in_words(text, &one.range);
        let is_one = (measures || is_share)
            && one.number.kind == other.number.kind
            && (one.number.scale != other.number.scale || is_share);
        // Behind a measure a bracket alone has it once more; an amount in a bracket may be a part.
        let is_alone = is_bracketed && between.is_empty() && one.number.kind != Kind::Money;
        // 12.6万元（12,600元）: the same digits, and nothing else in the bracket.
        let is_closed = text
            .get(other.range.end..)
            .is_some_and(|rest| rest.starts_with(['）', ')']));
        let is_alone = is_alone
            || is_bracketed
                && between.is_empty()
                && is_closed
                && digits(one.number.value) == digits(other.number.value);
        if !is_one || !(is_alone || WORDS.contains(&between) && (between != "约" || is_bracketed)) {
            continue;
        }
        let pair: (Id, Id) = (id, id - 1);
        let relation = Relation::Same(pair.0, pair.1);
        let holds = ledger.judge(&relation) == Verdict::Holds;
        // 即 may lead to something else; 折合 says that both are one amount.
        let is_alike = holds
            || is_alone
            || is_share
            || between.contains(['合', '当'])
            || looks_like(one.number.value, other.number.value);
        if is_alike {
            ledger.relations.push(relation);
        }
        if let Some(other) = tagged.tags.get_mut(id).filter(|_| is_alike) {
            other.bound = true;
        }
    }
}

/// Whether a number is written without digits.
fn is_in_words(text: &str, range: &std::ops::Range<usize>) -> bool {
    let said = text.get(range.clone()).unwrap_or_default();
    !said.contains(|c: char| c.is_ascii_digit())
}
