//! 报告用语: sentences that are made from data, so that figures in prose cannot differ from tables.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, PartField};
use crate::domain::draft::own_wording::{OwnWording, WordingKind};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::Figure;
use crate::domain::prose::ending::unended;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Input};

use super::quoting::resolve;
use super::reference::{Reference, Source, references};
use super::span::Span;
use super::wording;

/// A sentence with its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(pub Vec<Span>);

impl Wording {
    /// A text with references, as the report says it.
    pub fn of(text: &str, draft: &Draft, evaluation: &Evaluation) -> Self {
        match text.trim() {
            "" => Wording::default(),
            text => Wording(resolve(text, draft, evaluation)),
        }
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

/// A paragraph as the report has it, with references for its figures: the office's own text, or else the
/// generated one.
pub fn paragraph(kind: WordingKind, draft: &Draft, evaluation: &Evaluation) -> String {
    match draft.wordings.get(kind).text.trim() {
        "" => template(kind, draft, evaluation),
        own => own.to_owned(),
    }
}

/// A paragraph as it is generated, with references for its figures; empty while nothing can be said.
pub fn template(kind: WordingKind, draft: &Draft, evaluation: &Evaluation) -> String {
    match kind {
        WordingKind::Money => money(draft, evaluation),
        WordingKind::Adjustment => adjustment(draft, evaluation),
        WordingKind::Conclusion => conclusion(draft, evaluation),
    }
}

/// What is done with a paragraph that the report writes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingStep {
    /// 自己写, 换成新句子: the sentence as it is generated now becomes the office's own text.
    Take,
    /// 保留我的: the text stays, and the structure of the data is as it should be.
    Keep,
    /// 恢复自动生成.
    Drop,
}

/// The edit that takes a step with a paragraph; it carries the sentence as it is generated now. Where nothing can
/// be said there is nothing to take over, and the edit leaves everything as it is.
pub fn word(kind: WordingKind, step: WordingStep, draft: &Draft, evaluation: &Evaluation) -> Edit {
    let now = match step {
        WordingStep::Drop => String::new(),
        WordingStep::Take | WordingStep::Keep => template(kind, draft, evaluation),
    };
    let own = draft.wordings.get(kind);
    let next = match step {
        WordingStep::Take | WordingStep::Keep if now.is_empty() => own.clone(),
        WordingStep::Keep => OwnWording {
            text: own.text.clone(),
            from: now,
        },
        WordingStep::Take | WordingStep::Drop => OwnWording {
            text: now.clone(),
            from: now,
        },
    };
    Edit::Word(kind, next)
}

/// 部门整体资金情况: budgets and spending by source, and the execution rate. What is not known is left
/// out; empty while no total is known.
fn money(draft: &Draft, evaluation: &Evaluation) -> String {
    let cited = Citing::of(draft);
    let totals = &evaluation.money.totals;
    let unit = if draft.basics.unit.is_blank() {
        "本部门".into()
    } else {
        cited.typed(Field::Unit)
    };
    let mut clauses: Vec<String> = Vec::new();
    for column in Column::ALL {
        if totals.get(*column).value.is_err() {
            continue;
        }
        let name = match column {
            Column::Initial => "年初预算",
            Column::Adjusted | Column::Executed => column.label(),
        };
        let suffix = if *column == Column::Executed { "支出" } else { "" };
        let mut clause = format!("{name}{}万元", cited.figure(Figure::Total(*column)));
        let known = draft.budget.funds.iter().filter(|fund| {
            let amount = fund.amounts.get(*column).value();
            // Before the year's end a source without money is not worth a word; what was spent is said in full.
            amount.is_some_and(|amount| *column == Column::Executed || *amount != Amount::ZERO)
        });
        for (place, fund) in known.enumerate() {
            let opening = if place == 0 { "，其中" } else { "，" };
            let amount = cited.typed(Field::FundAmount(fund.id, *column));
            clause += &format!("{opening}{}{suffix}{amount}万元", fund.label());
        }
        clauses.push(clause);
    }
    if clauses.is_empty() {
        return String::new();
    }
    let mut sentence = format!("{unit}{}{}。", cited.year(draft, ""), clauses.join("；"));
    if evaluation.money.execution_rate.is_ok() {
        sentence += &format!("总体支出执行率为{}。", cited.figure(Figure::ExecutionRate));
    }
    sentence
}

/// 预算调整: how far the budget was changed in the year, with the reason where one was given.
fn adjustment(draft: &Draft, evaluation: &Evaluation) -> String {
    let (Ok(change), Ok(_)) = (evaluation.money.adjustment, evaluation.money.adjustment_rate) else {
        return String::new();
    };
    if change == Amount::ZERO {
        return String::new();
    }
    let cited = Citing::of(draft);
    let direction = if change > Amount::ZERO {
        "净增加"
    } else {
        "净减少"
    };
    let size = cited.source(Source::AdjustmentSize);
    let rate = cited.figure(Figure::AdjustmentRate);
    let sentence = format!("年中预算{direction}{size}万元，预算调整率为{rate}");
    match draft.budget.adjustment_reason.trim() {
        "" => sentence + "。",
        reason => format!("{sentence}，主要原因是：{}", ended(reason)),
    }
}

/// 自评结论: the scores of the parts, the total and the grade. Empty while there is no total.
fn conclusion(draft: &Draft, evaluation: &Evaluation) -> String {
    if evaluation.total.is_err() || evaluation.grade.is_err() {
        return String::new();
    }
    let cited = Citing::of(draft);
    let basis: Vec<String> = draft.basics.basis.iter().filter_map(basis_document).collect();
    let basis = match basis.is_empty() {
        true => String::new(),
        false => format!("按照{}的要求，", basis.join("、")),
    };
    let parts = draft.scheme.parts.iter().map(|part| {
        let weight = cited.typed(Field::Part(part.id, PartField::Weight));
        format!(
            "{}（{weight}分）得{}分",
            part.name,
            cited.figure(Figure::PartScore(part.id))
        )
    });
    format!(
        "{basis}我单位{}部门整体支出绩效自评总分为{}分（满分{}分），自评结果为“{}”。其中：{}。",
        cited.year(draft, "本年度"),
        cited.figure(Figure::TotalScore),
        cited.source(Source::FullPoints),
        cited.figure(Figure::Grade),
        parts.collect::<Vec<_>>().join("，"),
    )
}

/// Writes references by what they stand for.
struct Citing(Vec<Reference>);

impl Citing {
    fn of(draft: &Draft) -> Self {
        Citing(references(draft))
    }

    fn source(&self, source: Source) -> String {
        let reference = self.0.iter().find(|reference| reference.source == source);
        reference.map(Reference::written).unwrap_or_default()
    }

    fn figure(&self, figure: Figure) -> String {
        self.source(Source::Figure(figure))
    }

    fn typed(&self, field: Field) -> String {
        self.source(Source::Typed(field))
    }

    fn year(&self, draft: &Draft, without: &str) -> String {
        if draft.basics.year.is_blank() {
            without.to_owned()
        } else {
            format!("{}年", self.typed(Field::Year))
        }
    }
}

/// A basis document as it is cited: 《名称》（文号）. None while it has no title.
pub fn basis_document(document: &crate::domain::draft::department::BasisDocument) -> Option<String> {
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

/// Texts as one, with a mark between them. Blank ones are left out; only the last keeps the mark at its end.
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, mark: &str) -> String {
    let texts = texts.into_iter().map(str::trim);
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let Some((last, before)) = texts.split_last() else {
        return String::new();
    };
    let before = before.iter().map(|text| format!("{}{mark}", unended(text)));
    before.collect::<String>() + last
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

/// The sentence that would be written now, where it is built otherwise than the one that the office's own
/// text was taken from: another source of money, another basis document, more instead of less.
pub fn moved_on(kind: WordingKind, draft: &Draft, evaluation: &Evaluation) -> Option<String> {
    let own = draft.wordings.get(kind);
    if own.from.is_empty() {
        return None;
    }
    let now = wording::template(kind, draft, evaluation);
    (!now.is_empty() && now != own.from).then_some(now)
}
