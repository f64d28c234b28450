//! 平均数和最高、最低: of numbers that are listed, 四个街道得分分别为91分、88分、94分、87分，平均90分; 接诉量依次为320件、285件、410件，最高的是3月.

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// Words before the first of a row of numbers.
const IN_TURN: WordList = WordList::of(&["分别", "依次"]);

/// Words of an average of what is listed; 人均 and 户均 are of something else.
const MEAN: WordList = WordList::of(&["平均", "均值", "年均", "月均", "季均", "均为"]);
const OF_EACH: WordList = WordList::of(&[
    "人均", "户均", "亩均", "每", "加权", "日均", "次均", "校均", "村均", "台均",
]);

/// Words of the greatest and of the least; what is quickest took the least time.
const GREATEST: WordList = WordList::of(&["最高", "最多", "最大", "最慢", "最长"]);
const LEAST: WordList = WordList::of(&["最低", "最少", "最小", "最快", "最短"]);

/// So many bytes behind the sentence of a row are still said of it.
const REACH: usize = 60;

/// Adds the averages and the greatest and least of the rows of a text.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    let mut first = 0;
    while first < tagged.tags.len() {
        let row = row(text, tagged, first);
        if row.len() > 2 {
            mean(text, tagged, &row, ledger);
            extreme(text, tagged, &row, ledger);
        }
        first += row.len().max(1);
    }
}

/// The numbers in a row that begins here: of one kind, parted by 、 or 和, with nothing else between them.
fn row(text: &str, tagged: &Tagged, first: Id) -> Vec<Id> {
    let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default();
    let Some(tag) = tagged
        .tags
        .get(first)
        .filter(|tag| IN_TURN.any_in(said(tag)) && !tag.number.about)
    else {
        return Vec::new();
    };
    let goes_on = |id: &Id| {
        let (last, next) = (&tagged.tags[*id - 1], &tagged.tags[*id]);
        let between = text.get(last.range.end..next.range.start).unwrap_or_default();
        let is_joined = matches!(between.trim(), "、" | "和" | "及" | "与" | "，" | ",");
        is_joined && next.number.kind == tag.number.kind && !next.number.about
    };
    let rest = (first + 1..tagged.tags.len()).take_while(goes_on);
    std::iter::once(first).chain(rest).collect()
}

/// The average behind the row, in its sentence.
fn mean(text: &str, tagged: &Tagged, row: &[Id], ledger: &mut Ledger) {
    let Some(last) = row.last() else { return };
    let (kind, sentence) = (&tagged.tags[*last].number.kind, tagged.sentence(&tagged.tags[*last]));
    let next = tagged.tags.iter().enumerate().skip(last + 1);
    let mut own = next.take_while(|(_, tag)| tagged.sentence(tag) == sentence);
    // Only what stands right behind the row is clearly of it.
    let Some((id, tag)) = own.find(|(_, tag)| tag.number.kind == *kind) else {
        return;
    };
    let said = text.get(tag.before.clone()).unwrap_or_default();
    if MEAN.any_in(said) && !OF_EACH.any_in(said) && !tag.bound && !ledger.is_explained(id) {
        let relation = Relation::Mean {
            mean: id,
            of: row.to_vec(),
        };
        ledger.relations.push(relation);
    }
}

/// What is called the greatest or the least behind the row: a name of the row, whose number is held against the others.
fn extreme(text: &str, tagged: &Tagged, row: &[Id], ledger: &mut Ledger) {
    let (Some(first), Some(last)) = (row.first(), row.last()) else {
        return;
    };
    let names = names(text, tagged, *first, row.len());
    let end = tagged.sentence_range(tagged.sentence(&tagged.tags[*last])).end;
    let from = tagged.tags[*last].range.end;
    // 。 may part the row from what is said of it.
    let said = text.get(from..).unwrap_or_default();
    let reach = said
        .get(..said.floor_char_boundary(end.saturating_sub(from) + REACH))
        .unwrap_or(said);
    let reach = reach.lines().next().unwrap_or_default();
    let Some(at) = reach
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| GREATEST.beginning(&reach[*at..]).is_some() || LEAST.beginning(&reach[*at..]).is_some())
    else {
        return;
    };
    // Another number between them is one of another matter.
    if reach[..at].contains(|c: char| c.is_ascii_digit()) && !reach[..at].ends_with('月') {
        return;
    }
    let is_greatest = GREATEST.beginning(&reach[at..]).is_some();
    // 乙片区最低, or 最低的是乙片区.
    let behind = reach[at..].trim_start_matches(|c: char| "最高低多少大小快慢长短".contains(c));
    let behind = stops::first(behind, Mark::Item);
    let before = stops::last(&reach[..at], Mark::Item);
    let is_of = |words: &str, name: &str| {
        let own = words
            .trim()
            .trim_start_matches("其中")
            .trim_start_matches(['的', '是', '为', '在']);
        name.chars().count() > 1 && words.contains(name) || !name.is_empty() && own.starts_with(name)
    };
    let named = |words: &str| {
        let mut found = names.iter().enumerate().filter(|(_, name)| is_of(words, name));
        found.next().filter(|_| found.next().is_none()).map(|(place, _)| place)
    };
    let Some(place) = named(before).or_else(|| named(behind)) else {
        return;
    };
    let Some(own) = row.get(place).copied() else { return };
    for other in row.iter().copied().filter(|other| *other != own) {
        let (more, less) = if is_greatest { (own, other) } else { (other, own) };
        let relation = Relation::Beyond { more, less, said: own };
        if matches!(ledger.judge(&relation), Verdict::Broken { .. }) {
            ledger.relations.push(relation);
            return;
        }
    }
}

/// The names of a row of so many numbers: 甲、乙、丙三个片区, or 1—4月.
fn names(text: &str, tagged: &Tagged, first: Id, many: usize) -> Vec<String> {
    let tag = &tagged.tags[first];
    let start = tagged.sentence_range(tagged.sentence(tag)).start;
    let before = text.get(start..tag.range.start).unwrap_or_default();
    if let Some(months) = months(before).filter(|months| months.len() == many) {
        return months;
    }
    let items: Vec<&str> = stops::pieces(before, Mark::Item).collect();
    let Some(from) = items.len().checked_sub(many) else {
        return Vec::new();
    };
    let items = items.get(from..).unwrap_or_default().iter().enumerate();
    let name = |(place, item): (usize, &&str)| {
        let own = item.trim().to_owned();
        // 丙三个片区的回收率分别为: the last name goes on with what they all are.
        let is_last = place + 1 == many;
        match own
            .find(|c| "一二两三四五六七八九十".contains(c))
            .filter(|at| is_last && *at > 0)
        {
            Some(at) => own[..at].to_owned(),
            None => own,
        }
    };
    items.map(name).collect()
}

/// 1—4月, 1至6月: each month by its name.
fn months(before: &str) -> Option<Vec<String>> {
    let end = before.find('月')?;
    let head = &before[..end];
    let digits = |text: &str| -> Option<u32> {
        let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        text.get(start..)?.parse().ok()
    };
    let last = digits(head)?;
    let head = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let head = ["—", "－", "-", "至", "~", "～", "到"]
        .iter()
        .find_map(|sign| head.strip_suffix(sign))?;
    let first = digits(head.trim_end_matches('月').trim_end_matches('—'))?;
    (first < last && last <= 12).then(|| (first..=last).map(|month| format!("{month}月")).collect())
}
