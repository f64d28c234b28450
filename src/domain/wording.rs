//! 报告用语: sentences that are made from data, so that figures in prose cannot differ from tables.

use super::amount::Amount;
use super::budget::Column;
use super::draft::Draft;
use super::evaluation::Evaluation;
use super::explanation::{Figure, printed};
use super::input::{Choice, Input};
use super::points::Points;

/// A piece of a sentence: words, or a figure that comes from data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it is a figure.
    pub figure: bool,
}

/// A sentence in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(pub Vec<Span>);

impl Wording {
    fn words(mut self, text: &str) -> Self {
        self.0.push(Span {
            text: text.into(),
            figure: false,
        });
        self
    }

    fn figure(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span {
            text: text.into(),
            figure: true,
        });
        self
    }

    fn amount(self, name: &str, amount: Amount) -> Self {
        self.words(name).figure(amount.printed()).words("万元")
    }

    /// The sentence as plain text.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether nothing can be said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// 部门整体资金情况: budgets and spending by source, and the execution rate. What is not known is left
/// out; empty while no total is known.
pub fn money(draft: &Draft, evaluation: &Evaluation) -> Wording {
    let totals = &evaluation.money.totals;
    let unit = if draft.basics.unit.is_blank() {
        "本部门"
    } else {
        draft.basics.unit.as_str()
    };
    let year = if draft.basics.year.is_blank() {
        String::new()
    } else {
        format!("{}年", draft.basics.year.text())
    };
    let mut clauses: Vec<Wording> = Vec::new();
    for column in Column::ALL {
        let Ok(total) = totals.get(*column).value else { continue };
        let name = match column {
            Column::Initial => "年初预算",
            Column::Adjusted | Column::Executed => column.label(),
        };
        let suffix = if *column == Column::Executed { "支出" } else { "" };
        let mut clause = Wording::default().amount(name, total);
        let funds = draft.budget.funds.iter();
        let known: Vec<(String, Amount)> = funds
            .filter_map(|fund| Some((format!("{}{suffix}", fund.label()), *fund.amounts.get(*column).value()?)))
            // Before the year's end a source without money is not worth a word; what was spent is said in full.
            .filter(|(_, amount)| *column == Column::Executed || *amount != Amount::ZERO)
            .collect();
        for (place, (name, amount)) in known.into_iter().enumerate() {
            clause = clause
                .words(if place == 0 { "，其中" } else { "，" })
                .amount(&name, amount);
        }
        clauses.push(clause);
    }
    if clauses.is_empty() {
        return Wording::default();
    }
    let mut sentence = Wording::default().words(&format!("{unit}{year}"));
    for (place, clause) in clauses.into_iter().enumerate() {
        if place > 0 {
            sentence = sentence.words("；");
        }
        sentence.0.extend(clause.0);
    }
    sentence = sentence.words("。");
    if let Ok(rate) = printed(evaluation, Figure::ExecutionRate) {
        sentence = sentence.words("总体支出执行率为").figure(rate).words("。");
    }
    sentence
}

/// 预算调整: how far the budget was changed in the year, with the reason where one was given.
pub fn adjustment(draft: &Draft, evaluation: &Evaluation) -> Wording {
    let (Ok(change), Ok(rate)) = (evaluation.money.adjustment, evaluation.money.adjustment_rate) else {
        return Wording::default();
    };
    if change == Amount::ZERO {
        return Wording::default();
    }
    let more = change > Amount::ZERO;
    let size = if more { change } else { Amount::ZERO - change };
    let sentence = Wording::default()
        .words(if more {
            "年中预算净增加"
        } else {
            "年中预算净减少"
        })
        .figure(size.printed())
        .words("万元，预算调整率为")
        .figure(rate.printed_percent());
    match draft.budget.adjustment_reason.trim() {
        "" => sentence.words("。"),
        reason => sentence.words("，主要原因是：").words(&ended(reason)),
    }
}

/// 自评结论: the scores of the parts, the total and the grade. Empty while there is no total.
pub fn conclusion(draft: &Draft, evaluation: &Evaluation) -> Wording {
    let (Ok(total), Ok(grade)) = (evaluation.total, evaluation.grade) else {
        return Wording::default();
    };
    let year = if draft.basics.year.is_blank() {
        "本年度".into()
    } else {
        format!("{}年", draft.basics.year.text())
    };
    let mut sentence = Wording::default();
    let basis: Vec<String> = draft.basics.basis.iter().filter_map(basis_document).collect();
    if !basis.is_empty() {
        sentence = sentence.words(&format!("按照{}的要求，", basis.join("、")));
    }
    let full = draft.scheme.full_points().unwrap_or_default();
    sentence = sentence
        .words(&format!("我单位{year}部门整体支出绩效自评总分为"))
        .figure(total.printed())
        .words(&format!("分（满分{}分），自评结果为“", full.printed()))
        .figure(grade.label())
        .words("”。其中：");
    for (place, (part, result)) in draft.scheme.parts.iter().zip(&evaluation.parts).enumerate() {
        let weight = part.weight.value().copied().unwrap_or_default();
        let score = result.score.map(Points::printed).unwrap_or_default();
        sentence = sentence
            .words(if place == 0 { "" } else { "，" })
            .words(&format!("{}（{}分）得", part.name, weight.printed()))
            .figure(score)
            .words("分");
    }
    sentence.words("。")
}

/// A basis document as it is cited: 《名称》（文号）. None while it has no title.
pub fn basis_document(document: &super::department::BasisDocument) -> Option<String> {
    let title = document.title.trim();
    let cited = if title.starts_with('《') {
        title.to_owned()
    } else {
        format!("《{title}》")
    };
    let number = document.number.trim();
    (!title.is_empty()).then(|| {
        if number.is_empty() {
            cited.clone()
        } else {
            format!("{cited}（{number}）")
        }
    })
}

/// The text with a full stop at its end.
pub fn ended(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['。', '！', '？', '；', '.', '”', '）']) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}
