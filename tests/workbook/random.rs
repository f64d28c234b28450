//! Drafts with every kind of rule and number, made from a seed.

use jiping::documents::project_file::pack;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::narrative::Checkpoint;
use jiping::domain::draft::objective::Objective;
use jiping::domain::scheme::formula::{Shape, Term, TermSource};
use jiping::domain::scheme::indicator::{Answer, Attainment, Indicator, IndicatorNature, Item, Measure, Scoring};
use jiping::domain::scheme::rule::{Counting, Deduction, Rule, Side, Tier, Tiers};
use jiping::domain::scheme::scheme::{Compound, ExcessRule, Weighting};
use jiping::domain::values::comparator::Comparator;
use jiping::domain::values::input::{Choice, Entry, Value};
use jiping::domain::values::row::Id;
use jiping::domain::values::shared::Shared;

/// A generator that gives the same on every machine (the constants of Knuth's MMIX).
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).expect("a place")]
    }

    /// A number with up to so many decimals; now and then none is typed, or none that can be read.
    fn number<T: Value>(&mut self, most: u64, places: u32) -> Entry<T> {
        match self.below(60) {
            0 => return Entry::Blank,
            1 => return Entry::read("约三成"),
            _ => {}
        }
        let scale = 10_u64.pow(u32::try_from(self.below(u64::from(places) + 1)).expect("small"));
        let digits = self.below(most * scale);
        let text = match scale {
            1 => digits.to_string(),
            _ => format!(
                "{}.{:0width$}",
                digits / scale,
                digits % scale,
                width = scale.ilog10() as usize
            ),
        };
        Entry::read(&text)
    }
}

/// A draft by one of the schemes of the program.
pub fn draft(seed: u64) -> Draft {
    let mut dice = Dice(seed);
    let schemes = pack::built_in();
    let mut scheme = schemes[usize::try_from(seed).expect("small") % schemes.len()].clone();
    scheme.compound = dice.of(Compound::ALL);
    scheme.excess = dice.of(ExcessRule::ALL);
    scheme.weighting = dice.of(&[Weighting::Points, Weighting::Points, Weighting::Relative]);
    for part in &mut scheme.parts {
        part.progress = rule(&mut dice);
    }
    let mut draft = Draft::by(scheme);
    draft.basics.unit = "测试街道办事处".into();
    for fund in &mut draft.budget.funds {
        fund.amounts.initial = dice.number(50_000, 2);
        fund.amounts.adjusted = dice.number(50_000, 4);
        fund.amounts.executed = dice.number(50_000, 6);
    }
    draft.budget.stated.adjusted = dice.number(90_000, 2);
    draft.budget.basic.initial = dice.number(9_000, 2);
    draft.budget.project.initial = dice.number(9_000, 2);
    draft.department.staff = dice.number(200, 0);
    draft.department.authorised_posts = dice.number(200, 0);
    let mut next = 1_000;
    let mut id = || {
        next += 1;
        Id(next)
    };
    for month in [7, 9, 11] {
        draft.monitoring.checkpoints.push(Checkpoint {
            id: id(),
            month: Entry::read(&month.to_string()),
            executed: dice.number(50_000, 2),
            note: String::new(),
        });
    }
    for _ in 0..dice.below(4) {
        let achieved = dice.number(120, 1);
        draft.objectives.items.push(Objective {
            id: id(),
            achieved,
            ..Objective::default()
        });
    }
    let places: Vec<Id> = draft
        .scheme
        .indicator_parts()
        .flat_map(|part| std::iter::once(part.id).chain(part.groups.iter().map(|group| group.id)))
        .collect();
    draft.indicators.clear();
    for _ in 0..24 {
        let mut row = indicator(&mut dice, &mut id);
        row.place = (!places.is_empty()).then(|| dice.of(&places));
        draft.indicators.push(Shared::new(row));
    }
    draft
}

fn rule(dice: &mut Dice) -> Rule {
    let side = dice.of(Side::ALL);
    match dice.below(4) {
        0 => Rule::Proportional,
        1 => Rule::AllOrNothing,
        2 => Rule::Deduction(Deduction {
            side,
            bound: dice.number(110, 1),
            step: Entry::read(dice.of(&["1", "2.5", "5", "10"])),
            points: Entry::read(dice.of(&["0.5", "1", "2"])),
            counting: dice.of(Counting::ALL),
        }),
        _ => {
            let mut bounds = ["100", "95", "90", "80", "60"];
            if side == Side::AtMost {
                bounds.reverse();
            }
            let tiers = bounds.iter().zip([10, 8, 6, 4, 2]).zip(1..);
            Rule::Tiers(Tiers {
                side,
                tiers: tiers
                    .map(|((bound, points), id)| Tier {
                        id: Id(id),
                        bound: Entry::read(bound),
                        points: Entry::read(&points.to_string()),
                    })
                    .collect(),
                otherwise: Entry::read("0"),
            })
        }
    }
}

fn indicator(dice: &mut Dice, id: &mut impl FnMut() -> Id) -> Indicator {
    let mut row = Indicator {
        id: id(),
        name: "完成数量".into(),
        nature: dice.of(IndicatorNature::ALL),
        rule: rule(dice),
        weight: dice.number(12, 1),
        attainment: Some(dice.of(Attainment::ALL)),
        coefficient: dice.number(100, 1),
        scoring: dice.of(&[Scoring::ByRule, Scoring::ByRule, Scoring::ByRule, Scoring::Manual]),
        manual_score: dice.number(10, 2),
        ..Indicator::default()
    };
    let count = dice.of(&[1, 1, 2, 3]);
    for _ in 0..count {
        row.measures.push(Measure {
            id: id(),
            name: "场次".into(),
            comparator: dice.of(Comparator::ALL),
            target: dice.number(100, 2),
            upper: dice.number(200, 0),
            unit: "场".into(),
            actual: dice.number(150, 2),
            share: dice.number(10, 0),
        });
        row.items.push(Item {
            id: id(),
            text: "制度健全".into(),
            points: dice.number(3, 1),
            answer: dice.of(&[Some(Answer::Met), Some(Answer::NotMet), Some(Answer::Met), None]),
            times: dice.number(3, 0),
        });
    }
    row.formula.shape = dice.of(Shape::ALL);
    row.formula.numerator = term(dice);
    row.formula.denominator = term(dice);
    row
}

fn term(dice: &mut Dice) -> Term {
    Term {
        name: "人数".into(),
        source: dice.of(TermSource::ALL),
        value: dice.number(300, 1),
    }
}
