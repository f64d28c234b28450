//! 原因 that stand in the text: why the budget was changed, why money was left, why an indicator stayed below its
//! target where the table has no column for it.

use std::ops::Range;

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::labels::filled;
use crate::domain::prose::similarity::shared_pairs;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::outline::Content;

use super::text::{Text, sentences};

/// Words that lead to a reason.
const LEADING: WordList = WordList::of(&["原因", "主要是", "主要为", "主要系", "由于", "所致"]);

/// Words for a budget that was changed, and for money that was left.
const CHANGED: WordList = WordList::of(&["调整", "追加", "增加", "调增", "调减", "核减", "减少", "变动"]);
const LEFT: WordList = WordList::of(&["执行率", "结转", "结余", "未支出", "未支付", "未完成", "剩余"]);

/// Words for what is another matter.
const OTHERS: WordList = WordList::of(&["三公", "上年", "去年", "人员", "资产", "收入增加", "收入减少"]);

/// The reasons of the part about money, or of a paragraph that tells both budgets: the first sentence for each.
pub fn of_money(text: &Text<'_>) -> Vec<Recognised> {
    let (mut changed, mut left) = (None, None);
    let is_own = |(place, paragraph): &(usize, &str)| {
        matches!(text.home(*place), Some(Content::Money)) || paragraph.contains("年初预算")
    };
    for (place, paragraph) in text.paragraphs().filter(is_own) {
        for range in sentences(paragraph) {
            let said = paragraph.get(range.clone()).unwrap_or_default();
            if !LEADING.any_in(said) || OTHERS.any_in(said) {
                continue;
            }
            let (slot, first) = if CHANGED.any_in(said) {
                (Slot::AdjustmentReason, &mut changed)
            } else if LEFT.any_in(said) {
                (Slot::ExecutionReason, &mut left)
            } else {
                continue;
            };
            first.get_or_insert_with(|| {
                let source = Source::text(place, range.clone());
                Recognised::one(slot, said.trim(), Sure::Medium, "资金一节里说明原因的一句。", source)
            });
        }
    }
    changed.into_iter().chain(left).collect()
}

/// Gives the indicators that lack one the reasons that stand below the table: 未完成原因分析：（1）…；（2）…, or in a row of it
/// behind such a label.
pub fn below_tables(text: &Text<'_>, rows: &mut [Recognised]) {
    for (place, paragraph) in text.paragraphs() {
        let Some((head, reasons)) = paragraph.split_once(['：', '\t']) else {
            continue;
        };
        let from = paragraph.len() - reasons.len();
        if head.chars().count() <= LONGEST_HEAD && heads_reasons(head) {
            give(rows, reasons, |piece| {
                Source::text(place, from + piece.start..from + piece.end)
            });
        }
    }
    for (place, grid) in text.grids() {
        for (row, cells) in grid.iter().enumerate() {
            if let Some((_, reasons)) = labelled_text(cells).filter(|(label, _)| heads_reasons(label)) {
                give(rows, reasons, |_| Source::row(place, row));
            }
        }
    }
}

/// 偏差大或目标未完成原因分析: a label of why something was not reached.
fn heads_reasons(label: &str) -> bool {
    label.contains("原因") || ["偏差", "未完成"].iter().any(|word| label.contains(word)) && label.contains("分析")
}

/// The label and the text of a row that is nothing else.
pub(super) fn labelled_text(cells: &[String]) -> Option<(&str, &str)> {
    let distinct = filled(cells);
    let [label, text] = distinct[..] else { return None };
    let is_label = label.chars().count() <= LONGEST_HEAD && !label.contains(['，', '。', '；']);
    (is_label && text.chars().count() >= SHORTEST_TEXT).then_some((label, text))
}

/// A shorter text is a figure or a name.
const SHORTEST_TEXT: usize = 6;

/// Gives each piece of a text to the indicator without a reason whose name it has most of.
fn give(rows: &mut [Recognised], reasons: &str, source: impl Fn(&Range<usize>) -> Source) {
    for piece in pieces(reasons) {
        let said = reasons.get(piece.clone()).unwrap_or_default();
        let open = rows.iter_mut().filter(|row| row.text(Slot::DeviationReason).is_none());
        let named = open.filter_map(|row| Some((shared(row.text(Slot::IndicatorName)?, said)?, row)));
        let Some((_, row)) = named.max_by_key(|(shared, _)| *shared) else {
            continue;
        };
        row.values.push(Value {
            slot: Slot::DeviationReason,
            text: said.trim().to_owned(),
        });
        row.sources.push(source(&piece));
    }
}

/// A longer beginning is a sentence, no heading of reasons.
const LONGEST_HEAD: usize = 20;

/// Between （1）, ；, 。 and the end.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '；' | '。' | ';')) {
        pieces.push(start..at);
        start = at + c.len_utf8();
    }
    pieces.push(start..text.len());
    let unnumbered = pieces.into_iter().map(|piece| {
        let said = &text[piece.clone()];
        let number = said.trim_start_matches(|c: char| c.is_ascii_digit() || "（）() 、.．①②③④⑤⑥⑦⑧⑨".contains(c));
        piece.end - number.len()..piece.end
    });
    unnumbered.filter(|piece| !piece.is_empty()).collect()
}

/// How much of a name a text has, in thousandths; none where it is too little to be meant.
fn shared(name: &str, said: &str) -> Option<usize> {
    let (common, all) = shared_pairs(name, said);
    (common >= 2 && common * 6 >= all).then(|| common * 1000 / all)
}
