//! 文中的数: which numbers in prose speak of a figure of the report.
//!
//! Only what can be read in one way is read: the name stands right before its number, nothing but known
//! words stands before the name, and the text has not been about something else.

use std::ops::Range;

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::evaluation::figure::Figure;
use crate::domain::prose::spending_part::begins_with_part;
use crate::domain::values::row::Id;

use super::figure_context::{
    is_bound, is_by_others, is_foreign, is_of_another_time, is_other_sense, is_rule, is_score_of_a_part, paragraph,
};
use super::figure_names::{
    Measure, Named, Owner, last_clause, name_at_end, opened_column, owner, part_at_end, source, without_links,
};
use super::figure_tokens::{QUOTES, Token};
use super::reference::Source;
use super::stated::Stated;
use crate::domain::prose::stops::{self, Mark};

/// A number that speaks of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The bytes that a reference would stand in for.
    pub range: Range<usize>,
    /// Of which figure.
    pub source: Source,
    /// What the text says.
    pub stated: Stated,
    /// 约, 左右: the last place may differ by one.
    pub about: bool,
}

/// What a field's text is about when it does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Whole,
    /// A task, an indicator, a project: only what names the whole counts.
    Narrow,
    Fund(Id),
}

fn about(field: Field) -> Option<About> {
    Some(match field {
        Field::FundReason(id) => About::Fund(id),
        Field::SectionText(_)
        | Field::CompletionText(_)
        | Field::CheckpointNote(_)
        | Field::ProjectsNote
        | Field::ObjectiveReason
        | Field::Indicator(
            _,
            IndicatorField::Analysis | IndicatorField::DeviationReason | IndicatorField::ManualReason,
        ) => About::Narrow,
        // Goals and measures say what shall be.
        Field::OverallObjective | Field::ObjectiveText(_) | Field::Improvement(_) | Field::Indicator(..) => {
            return None;
        }
        field if field.is_prose() => About::Whole,
        _ => return None,
    })
}

/// What the text has been about so far in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// The whole, as far as it says.
    Open,
    /// 其中: one source within the whole, up to the next semicolon.
    Within,
    /// One source, or something that is not in the report.
    Other,
}

/// The numbers of a text that speak of a figure, in their order.
pub fn mentions(field: Field, text: &str, tokens: &[Token], draft: &Draft) -> Vec<Mention> {
    let Some(about) = about(field) else {
        return Vec::new();
    };
    let mut mentions = Vec::new();
    let mut scope = Scope::Open;
    let mut column = None;
    // Whether the posts of a part of the office were counted: 机关编制38人、在职36人.
    let mut posts_of_others = false;
    // Up to where the text has been looked through for stops, and for what else it is about.
    let (mut last, mut seen) = (0, 0);
    for token in tokens {
        let from = std::mem::replace(&mut last, token.range.end);
        let between = text.get(from..token.range.start).unwrap_or_default();
        if let Some(line) = between.rfind('\n') {
            scope = Scope::Open;
            seen = seen.max(from + line);
        }
        if stops::is_cut(between, Mark::Sentence) {
            column = None;
        }
        if stops::is_cut(between, Mark::Group) {
            posts_of_others = false;
            if scope == Scope::Within {
                scope = Scope::Open;
            }
        }
        column = opened_column(between, draft).or(column);
        posts_of_others |= token.measure == Measure::Count && between.contains("其中");
        let paragraph = paragraph(text, token.range.start);
        let opened = match token.measure {
            Measure::Grade => paragraph.trim_end_matches(QUOTES),
            _ => paragraph,
        };
        let (before, approximately) = without_links(opened);
        let after = text.get(token.end..).unwrap_or_default();
        let after = match token.measure {
            Measure::Grade => after.trim_start_matches(QUOTES),
            _ => after,
        };
        let counts = |c: char| c.is_ascii_digit() || matches!(c, '有' | '占');
        let named = name_at_end(before, token.measure);
        let read = read(before, named, paragraph, after, token, column, draft);
        if read.is_none() && named.is_none() {
            continue;
        }
        // 自评等级“良”2个: how many have it.
        let is_class = token.measure == Measure::Grade && after.starts_with(counts);
        if is_class || is_other_sense(before, token.measure) {
            continue;
        }
        let since = text.get(seen..token.range.start).unwrap_or_default();
        seen = token.range.start;
        if is_foreign(since, draft) {
            scope = Scope::Other;
        }
        // "垃圾分类项目支出480万元，执行率96%": the rest of the paragraph is about that as well.
        if read.is_none() && named.is_some_and(|(_, rest)| owner(last_clause(rest), draft).is_none()) {
            column = opened_column(between, draft).or(column);
            posts_of_others |= token.measure == Measure::Count;
            scope = Scope::Other;
            continue;
        }
        if is_of_another_time(paragraph, draft) || is_bound(after) || is_rule(after) {
            continue;
        }
        let Some((named, owner)) = read else { continue };
        let is_of_part = match token.measure {
            Measure::Count => is_of_staff(named) && posts_of_others,
            Measure::Points | Measure::Grade if is_by_others(paragraph) => true,
            Measure::Points => owner == Owner::Unsaid && is_score_of_a_part(before, paragraph, token.stated, draft),
            _ => false,
        };
        if is_of_part {
            continue;
        }
        // Posts and divisions are nobody else's, unless the sentence itself speaks of others.
        let sentence = stops::last(paragraph, Mark::Sentence);
        if token.measure == Measure::Count && scope == Scope::Other && !is_foreign(sentence, draft) {
            scope = Scope::Open;
        }
        // 基本支出预算3918.70万元，执行3885.92万元，执行率99.16%: the rate is that of the part.
        if owner == Owner::Unsaid && begins_with_part(paragraph) {
            continue;
        }
        let owner = match (owner, about) {
            (Owner::Unsaid, About::Fund(id)) => Owner::Fund(id),
            (Owner::Unsaid, About::Narrow) => continue,
            (Owner::Unsaid | Owner::Fund(_) | Owner::Nature(_), _) if scope == Scope::Other => continue,
            (Owner::Unsaid, _) if scope == Scope::Within => continue,
            (owner, _) => owner,
        };
        scope = match owner {
            Owner::Whole | Owner::Unsaid => Scope::Open,
            Owner::Fund(_) | Owner::Nature(_) if scope == Scope::Within || since.contains("其中") => Scope::Within,
            Owner::Fund(_) | Owner::Nature(_) => Scope::Other,
        };
        if let (Named::Column(of), Owner::Whole | Owner::Unsaid) = (named, owner) {
            column = Some(of);
        }
        let Some(source) = source(named, owner) else { continue };
        mentions.push(Mention {
            range: token.range.clone(),
            source,
            stated: token.stated,
            about: approximately || after.starts_with("左右"),
        });
    }
    mentions
}

/// 编制, 在职人员.
fn is_of_staff(named: Named) -> bool {
    matches!(named, Named::Only(Source::Typed(Field::AuthorisedPosts | Field::Staff)))
}

/// What the number is called, and of whom: by the name before it, by the noun after it, or as one source
/// among the sources of a sum.
fn read(
    before: &str,
    named: Option<(Named, &str)>,
    paragraph: &str,
    after: &str,
    token: &Token,
    column: Option<Column>,
    draft: &Draft,
) -> Option<(Named, Owner)> {
    if let Some((named, rest)) = named {
        let said = is_of_staff(named);
        let fits = match token.measure {
            Measure::Count if said => matches!(token.unit.as_str(), "人" | "名"),
            Measure::Count => matches!(token.unit.as_str(), "个" | "家" | "项"),
            _ => true,
        };
        // "基本支出" ends with "支出", and is a name of its own.
        let of = owner(last_clause(rest), draft);
        if of.is_some() || part_at_end(before, draft).is_none() {
            return fits.then_some((named, of?));
        }
    }
    match token.measure {
        Measure::Money => {
            let (part, rest) = part_at_end(before, draft)?;
            let clause = last_clause(rest).trim();
            (clause.is_empty() || clause == "其中").then_some((Named::Column(column?), part))
        }
        Measure::Count => noun_after(paragraph, after, token, draft),
        Measure::Points => {
            let before = before.strip_suffix("得分").or(before.strip_suffix("得"))?;
            let before = before.trim_end();
            let before = before
                .strip_suffix('）')
                .and_then(|rest| rest.rsplit_once('（'))
                .map_or(before, |(name, _)| name);
            let mut parts = draft.scheme.parts.iter();
            let part =
                parts.find(|part| !part.name.trim().is_empty() && last_clause(before).trim() == part.name.trim())?;
            Some((Named::Only(Source::Figure(Figure::PartScore(part.id))), Owner::Whole))
        }
        Measure::Percent | Measure::Grade => None,
    }
}

/// Counts whose noun follows: "设8个内设机构", "《…申报表》的14个任务关键性指标".
fn noun_after(paragraph: &str, after: &str, token: &Token, draft: &Draft) -> Option<(Named, Owner)> {
    const NOUNS: [(&str, List); 9] = [
        ("内设机构", List::Divisions),
        ("内设科室", List::Divisions),
        ("内设股室", List::Divisions),
        ("内设处室", List::Divisions),
        ("下属单位", List::SubordinateUnits),
        ("任务关键性指标", List::Indicators),
        ("关键性指标", List::Indicators),
        ("绩效指标", List::Indicators),
        ("指标", List::Indicators),
    ];
    const VERBS: [&str; 9] = ["共设置", "共设", "设置了", "设置", "设定", "设有", "下设", "共有", "设"];
    if !matches!(token.unit.as_str(), "个" | "项" | "家") {
        return None;
    }
    let after = after.trim_start();
    let (rest, list) = NOUNS
        .iter()
        .find_map(|(noun, list)| Some((after.strip_prefix(noun)?, *list)))?;
    // "有2个绩效指标未完成" counts some of them.
    if rest.starts_with(['未', '没', '不', '失', '扣', '得', '完', '达', '偏', '低', '超']) {
        return None;
    }
    let named = Named::Only(Source::Rows(list));
    let before = paragraph.trim_end();
    if list == List::Indicators && ["》的", "表的"].iter().any(|end| before.ends_with(end)) {
        return Some((named, Owner::Whole));
    }
    let rest = VERBS.iter().find_map(|verb| before.strip_suffix(verb))?;
    Some((named, owner(last_clause(rest), draft)?))
}
