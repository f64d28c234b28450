//! 附件说明 and the labels of annexes: lines that name annexes and belong to no section.

use crate::documents::passage::Passage;

/// A longer line is a paragraph that speaks of an annex.
const LONGEST: usize = 80;

/// The passages of 附件说明 (“附件：1.…”, then “2.…”), and those that are nothing but 附件1.
pub fn annex_lines(passages: &[Passage]) -> Vec<usize> {
    let mut found = Vec::new();
    // The number that the next line of the list has.
    let mut next = None;
    for (place, passage) in passages.iter().enumerate() {
        let text = match passage {
            Passage::Paragraph { text, .. } => text.trim(),
            Passage::Table(_) => "",
        };
        let is_short = text.chars().nth(LONGEST).is_none() && !text.ends_with('。');
        let named = text.strip_prefix("附件").filter(|_| is_short);
        let first = named.and_then(|rest| rest.strip_prefix(['：', ':']));
        let goes_on = next.filter(|next| is_short && is_numbered(text, *next));
        let is_label = named.is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit()));
        if first.is_some() || goes_on.is_some() || is_label {
            found.push(place);
        }
        next = match first {
            Some("") => Some(1),
            Some(_) => Some(2),
            None => goes_on.map(|number| number + 1),
        };
    }
    found
}

/// Whether a line has this number: 2.…
fn is_numbered(text: &str, number: u32) -> bool {
    let rest = text.strip_prefix(&number.to_string());
    rest.is_some_and(|rest| rest.starts_with(['.', '．', '、']))
}

#[cfg(test)]
mod tests {
    use crate::documents::import::text::annex_list::*;

    fn check(lines: &[&str], expected: &[usize]) {
        let passages: Vec<Passage> = lines.iter().map(|line| Passage::text(*line)).collect();
        assert_eq!(annex_lines(&passages), expected, "{lines:?}");
    }

    #[test]
    fn lines_that_name_annexes_are_told_from_the_text() {
        check(
            &["正文。", "附件：1.自评表", "2.材料清单", "某某街道办事处", "附件1"],
            &[1, 2, 4],
        );
        check(&["附件：自评表", "3.抓治理", "附件2"], &[0, 2]);
        check(&["附件：1.自评表", "2.抓治理。"], &[0]);
        check(&["附件：", "1.自评表", "2.2023年材料清单"], &[0, 1, 2]);
        check(&["附件材料已归档", "1.抓党建", "2.抓治理"], &[]);
    }
}
