//! 合计的说法: totals with their parts, behind 其中, 包括, 分别为, a colon or in brackets, and totals that come last.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::parts::{Listed, is_list_name, overlap, parts_from};
use super::products::OTHER_UNITS;
use super::rates::own_name;
use super::together::behind_parts;
use super::totals::may_be_total;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{digits, is_near, is_slip, is_swapped, looks_like};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::lists::{List, Opening, Whole, lists};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::facts::reading::wholes::is_whole_set;
use crate::domain::prose::stops::Mark;

/// Words that leave a list open.
const OPEN: WordList = WordList::of(&["等", "主要", "部分", "包括但不限于", "如", "含", "约"]);

/// Adds the sums that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for list in lists(text, tagged) {
        for relation in sum_of(text, tagged, &list, ledger) {
            if !ledger.relations.contains(&relation) {
                ledger.relations.push(relation);
            }
        }
    }
    for id in 0..tagged.tags.len() {
        let named = behind_parts(text, tagged, id, ledger);
        if let Some(relation) = named.or_else(|| total_last(text, tagged, id, ledger)) {
            ledger.relations.push(relation);
        }
    }
}

/// The sums of a list, one for each kind that its parts have in common: 项目2个、投资26亿元，….
fn sum_of(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger) -> Vec<Relation> {
    let totals = totals(text, tagged, list, ledger);
    let mut kinds: Vec<&Kind> = Vec::new();
    for total in &totals {
        let kind = &tagged.tags[*total].number.kind;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut sums: Vec<Relation> = Vec::new();
    let mut stated: Vec<Relation> = Vec::new();
    for kind in kinds {
        let alike = totals
            .iter()
            .copied()
            .filter(|id| tagged.tags[*id].number.kind == *kind);
        match sum(text, tagged, list, ledger, &alike.collect::<Vec<Id>>()) {
            Some(relation) if ledger.judge(&relation) == Verdict::Holds => sums.push(relation),
            other => stated.extend(other),
        }
    }
    // What is said beside a sum that holds is only a list of its own where it has as many parts.
    let parts = |relation: &Relation| relation.facts().len();
    if let Some(held) = sums.first().map(parts) {
        stated.retain(|relation| parts(relation) == held);
    }
    sums.extend(stated.into_iter().next());
    if sums.is_empty() {
        sums.extend(part_beyond(text, tagged, list));
    }
    sums
}

/// 参训120人，其中女性156人: a part that is more than the whole right before it.
fn part_beyond(text: &str, tagged: &Tagged, list: &List) -> Option<Relation> {
    let part = tagged.tags.partition_point(|tag| tag.range.start < list.from);
    let whole = part.checked_sub(1)?;
    let (own, all) = (tagged.tags.get(part)?, tagged.tags.get(whole)?);
    let is_next =
        own.piece <= list.piece + 1 && all.piece + 1 >= list.piece && tagged.sentence(own) == tagged.sentence(all);
    let is_alike = own.number.kind == all.number.kind && own.number.scale == all.number.scale;
    let is_plain = |tag: &Tag| {
        let is_other = matches!(
            tag.measure,
            Measure::Growth { .. }
                | Measure::Each
                | Measure::Target
                | Measure::Before
                | Measure::Share
                | Measure::Rate(_)
        );
        !is_other && !tag.bound && !tag.number.about && matches!(tag.number.kind, Kind::Money | Kind::Count(_))
    };
    let said = text.get(own.before.clone())?;
    let is_next = is_next
        && tagged
            .pieces
            .get(list.piece)
            .is_some_and(|piece| piece.mark < Mark::Group);
    let is_other = ["累计", "分别", "每", "均", "预算", "总", "结转"]
        .iter()
        .any(|word| said.contains(word));
    let is_meant = list.opening == Opening::Among && is_next && is_alike && is_plain(own) && is_plain(all) && !is_other;
    (is_meant && own.number.value > all.number.value).then_some(Relation::Bound {
        less: part,
        more: whole,
    })
}

/// The numbers that a list may name the parts of, the nearest first.
fn totals(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger) -> Vec<Id> {
    let before = (0..tagged.tags.partition_point(|tag| tag.range.end <= list.before)).rev();
    let may_be = |id: &Id| may_be_total(text, tagged, *id);
    if let Some(of) = &list.of {
        let line = tagged.pieces.get(list.piece).map_or(0, |piece| piece.line);
        let is_meant = |id: &Id| {
            let tag = &tagged.tags[*id];
            let called = text.get(tag.before.clone()).unwrap_or_default();
            match of {
                Whole::Named(name) => called.contains(name.as_str()),
                Whole::Office => {
                    matches!(tag.measure, Measure::Executed | Measure::Adjusted | Measure::Initial)
                        && own_name(text, tag).is_empty()
                }
            }
        };
        let is_part = |id: &Id| *of == Whole::Office && ledger.total_of(*id).is_some();
        let near = before.take_while(|id| tagged.line(&tagged.tags[*id]) == line);
        let near = near.filter(|id| !is_part(id));
        return near.filter(may_be).filter(is_meant).take(3).collect();
    }
    let at = tagged.pieces.partition_point(|piece| piece.range.start < list.before);
    let around = tagged.pieces.get(at..).unwrap_or_default().iter();
    let begins = around
        .take_while(|piece| piece.range.start == list.before)
        .any(|piece| piece.mark >= Mark::Sentence);
    before
        .take_while(|id| tagged.sentence(&tagged.tags[*id]) + usize::from(begins) >= list.sentence)
        .filter(may_be)
        .take(if list.opening == Opening::Bracket { 1 } else { 4 })
        .collect()
}

/// The sum of a list with one of some totals. Any of them that the parts make is the one that is meant; else the
/// nearest.
fn sum(text: &str, tagged: &Tagged, list: &List, ledger: &Ledger, totals: &[Id]) -> Option<Relation> {
    let mut stated = None;
    for total in totals.iter().copied() {
        // 满分100分，其中执行得9.2分: scores make no weight.
        let is_scored = text.get(list.from..).is_some_and(|said| {
            let lead = said.find(|c: char| c.is_ascii_digit()).map_or("", |at| &said[..at]);
            lead.ends_with(['得', '扣']) || lead.ends_with("得分")
        });
        let of_weight = text
            .get(tagged.tags[total].before.clone())
            .is_some_and(|said| said.contains("满分"));
        if is_scored && of_weight {
            continue;
        }
        let kind = &tagged.tags[total].number.kind;
        let listed = parts_from(text, tagged, list.piece, list.from, kind);
        // 5份，其中2份、2份、1份、1份: the first of a list of small numbers make the total by chance.
        let is_short = digits(tagged.tags[total].number.value).len() < 3;
        let goes_on = |length: usize| {
            let next = listed
                .parts
                .get(length)
                .filter(|_| is_short && length < listed.boundary);
            next.is_some_and(|part| tagged.mark(&tagged.tags[part.id]) == Mark::Item)
        };
        for length in (2..=listed.parts.len()).rev().filter(|length| !goes_on(*length)) {
            let relation = Relation::Sum {
                total,
                parts: listed.parts[..length].iter().map(|part| part.id).collect(),
                complete: true,
            };
            // 中央700万元、省级300万元、县级100万元: all of a set are meant, whatever some of them make.
            let names: Vec<&str> = listed.parts[..listed.boundary]
                .iter()
                .map(|part| &text[part.name.clone()])
                .collect();
            let is_short_of_set = length < listed.boundary && is_whole_set(&names) && !is_whole_set(&names[..length]);
            if ledger.judge(&relation) == Verdict::Holds && !is_short_of_set {
                return Some(relation);
            }
        }
        if stated.is_none() && listed.boundary > 1 {
            stated = Some((total, listed));
        }
    }
    let (total, listed) = stated?;
    by_words(text, tagged, list, total, &listed)
}

/// The sum that the words state, where the numbers do not fit it.
fn by_words(text: &str, tagged: &Tagged, list: &List, total: Id, listed: &Listed) -> Option<Relation> {
    if list.opening == Opening::Bracket && !stands_next(tagged, total, list) {
        return None;
    }
    let parts = &listed.parts[..listed.boundary];
    let value = |id: Id| tagged.tags[id].number.value;
    let values: Vec<Decimal> = parts.iter().map(|part| value(part.id)).collect();
    let names: Vec<&str> = parts.iter().map(|part| &text[part.name.clone()]).collect();
    let same = |one: &str, other: &str| {
        !one.is_empty() && !other.is_empty() && (one.starts_with(other) || other.starts_with(one))
    };
    let mut pairs = names.iter().enumerate();
    let is_twice = pairs.any(|(place, name)| names[..place].iter().any(|other| same(name, other)));
    // 男党员78名、女党员48名 are all of the members.
    let is_pair = names.len() == 2 && is_whole_set(&names);
    // 收入86亿元，其中税收62亿元；支出143亿元: what is greater than the whole is another thing.
    let said = text.get(list.from..listed.end).unwrap_or_default();
    let is_other = values.len() < 3 && said.contains(['；', ';']) && values.iter().any(|part| *part > value(total));
    // 结余269.44万元。其中基本支出预算3918.70万元,执行3885.92万元: none of it is a part of what is less than each.
    let is_other = is_other || values.iter().filter(|part| **part > value(total)).count() > 1;
    if is_twice || is_other || overlap(value(total), &values, &names) || !is_list_name(&names) && !is_pair {
        return None;
    }
    // 国家级2家、省级11家: the best of them, not all. Money comes from all levels.
    let of_rank = tagged.tags[total].number.kind != Kind::Money && names.iter().any(|name| name.ends_with('级'));
    let said = text.get(list.before..listed.end).unwrap_or_default();
    let among = list.opening == Opening::Among || said.contains("其中");
    // What 其中 leaves out would hardly be less than the least that it names; where it names two things in passing,
    // not less than a tenth of the whole.
    let short = value(total) - values.iter().sum::<Decimal>();
    let is_less_than_all = values.iter().min().is_some_and(|least| short < *least);
    let open = OPEN.any_in(said) || of_rank && (values.len() < 3 || !is_less_than_all);
    let in_passing = values.len() < 3
        && tagged
            .pieces
            .get(list.piece)
            .is_none_or(|piece| piece.mark != Mark::Colon);
    // One digit or two in another place, and the parts would make all of it.
    let seems_whole = slipped(value(total), &values)
        || is_whole_set(&names)
        || kind_is_points(tagged, total) && names.len() > 2
        || list.of == Some(Whole::Office) && values.len() > 1
        || is_less_than_all && (!in_passing || short * Decimal::TEN <= value(total) && !is_scale(&names));
    Some(Relation::Sum {
        total,
        parts: parts.iter().map(|part| part.id).collect(),
        complete: !open && (!among || seems_whole),
    })
}

/// Whether parts that fall short would make all of a total, were two digits of one of them, or of the total, the other
/// way round; or one digit another one, where there are three parts at least and they make four fifths of it.
fn slipped(total: Decimal, parts: &[Decimal]) -> bool {
    let sum: Decimal = parts.iter().sum();
    let short = total - sum;
    let is_most = parts.len() > 2 && short * Decimal::from(5) <= total;
    let would_fit = |stated: Decimal, meant: Decimal| {
        is_swapped(stated, meant) || is_most && looks_like(stated, meant) || is_in_other_unit(stated, meant)
    };
    short > Decimal::ZERO && (would_fit(total, sum) || parts.iter().any(|part| would_fit(*part, *part + short)))
}

/// 3,200元 for 3,200万元: the number that is meant, but for 元, 万元 or 亿元.
fn is_in_other_unit(stated: Decimal, meant: Decimal) -> bool {
    let mut factors = OTHER_UNITS.iter().map(|(many, places)| Decimal::new(*many, *places));
    factors.any(|factor| stated.checked_mul(factor) == Some(meant))
}

/// 非常满意171份、满意94份: degrees of one thing, of which the lower ones are seldom named.
fn is_scale(names: &[&str]) -> bool {
    const DEGREES: [&str; 5] = ["满意", "优秀", "良好", "合格", "达标"];
    DEGREES
        .iter()
        .any(|degree| names.iter().any(|name| name.contains(degree)))
}

/// The scores of the parts make the score.
fn kind_is_points(tagged: &Tagged, total: Id) -> bool {
    tagged.tags[total].number.kind == Kind::Points
}

/// Whether nothing but a noun stands between a total and the bracket behind it.
fn stands_next(tagged: &Tagged, total: Id, list: &List) -> bool {
    let tag = &tagged.tags[total];
    tag.piece + 1 == list.piece
        && tagged
            .tags
            .get(total + 1)
            .is_none_or(|next| next.range.start >= list.before)
}

/// A total that follows its parts: 甲400万元、乙200万元，合计600万元.
fn total_last(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Relation> {
    let total = tagged.tags.get(id)?;
    let is_all_of_list = text[total.before.clone()].trim() == "共";
    let named = total.measure == Measure::Total
        || is_all_of_list
        || total.number.kind == Kind::Points && is_total_score(text, total);
    if !named || total.bound {
        return None;
    }
    let (sentence, depth) = (tagged.sentence(total), tagged.depth(total));
    let mut before: Vec<Id> = (0..id)
        .rev()
        .take_while(|other| tagged.sentence(&tagged.tags[*other]) == sentence)
        .filter(|other| {
            let tag = &tagged.tags[*other];
            let may_be = may_be_total(text, tagged, *other) || is_all(total) && tag.number.kind == Kind::Percent;
            tagged.depth(tag) == depth && tag.number.kind == total.number.kind && may_be
        })
        .collect();
    before.reverse();
    let relation = |parts: &[Id]| Relation::Sum {
        total: id,
        parts: parts.to_vec(),
        complete: true,
    };
    for from in 0..before.len().saturating_sub(1) {
        let relation = relation(&before[from..]);
        if ledger.judge(&relation) == Verdict::Holds {
            return Some(relation);
        }
    }
    let is_part = |id: &Id| {
        let measure = &tagged.tags[*id].measure;
        let of_kind = match total.number.kind {
            Kind::Points => matches!(measure, Measure::Score),
            Kind::Percent => matches!(measure, Measure::Share | Measure::Weight),
            _ => false,
        };
        of_kind || matches!(measure, Measure::Plain | Measure::Executed | Measure::Adjusted)
    };
    // What stands before a semicolon is another list.
    let from = before.first().map_or(0, |first| tagged.tags[*first].piece);
    let groups = tagged.pieces.get(from + 1..=total.piece).unwrap_or_default();
    let in_one_group = groups.iter().all(|piece| piece.mark != Mark::Group);
    let start = before.first().map_or(0, |first| tagged.tags[*first].range.start);
    let is_open = text.get(start..total.range.start).is_some_and(|said| OPEN.any_in(said));
    // 一季度510万元、二季度680万元，全年累计1190万元; otherwise 累计 goes further back than the sentence.
    let by_time = |id: &Id| text[tagged.tags[*id].before.clone()].contains(['季', '月']);
    let runs_on = text[total.before.clone()].contains("累计") && !before.iter().all(by_time);
    let all = relation(&before);
    let value = |id: &Id| tagged.tags[*id].number.value;
    // 11个村、1个社区，共186个: of something else.
    if is_all_of_list && !is_near(total.number.value, before.iter().map(value).sum()) {
        return None;
    }
    // 基本支出合计2140.43万元: by a name of its own only where a slip keeps the parts from making it.
    let name = text[total.subject.clone()].trim();
    let is_bare = name.is_empty() || total.number.kind == Kind::Points || is_all(total);
    (before.len() > 1
        && !runs_on
        && in_one_group
        && !is_open
        && before.iter().all(is_part)
        && (is_bare || is_slip(&all, ledger)))
    .then_some(all)
}

/// 合计100%: all of it.
fn is_all(total: &Tag) -> bool {
    total.number.kind == Kind::Percent && total.number.value == Decimal::ONE_HUNDRED
}

/// 总分92.1分 behind the scores of the parts.
fn is_total_score(text: &str, total: &Tag) -> bool {
    const NAMES: WordList = WordList::of(&["总分", "总得分", "合计", "共计", "总计", "综合得分", "自评得分"]);
    let said = text[total.before.clone()].trim_end_matches(['为', '是', '得', '共', '扣', '失']);
    NAMES.ending(said).is_some()
}
