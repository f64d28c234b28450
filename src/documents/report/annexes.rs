//! 附件: the table of a scheme that wants one, and the forms of the projects, each evaluated by itself.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::ending::unended;
use crate::domain::references::quoting::quoted;
use crate::domain::scheme::tables_of::form_of;
use crate::domain::values::input::Choice;

use super::block::{Annex, Block, Origin};
use super::text::Text;
use super::written::written;
use super::{form, tables};

/// All annexes, in order.
pub(super) fn annexes(draft: &Draft, evaluation: &Evaluation, text: &mut Text<'_>) {
    let own = of_table(draft);
    let before = usize::from(own.is_some());
    if let Some(label) = own {
        let layout = form_of(&draft.scheme).layout();
        text.from(Origin::default());
        text.blocks.push(Block::Annex(Annex {
            label,
            title: "部门整体支出绩效自评表".into(),
            turn: form::turn(layout),
        }));
        if layout.unit_line {
            text.blocks.push(Block::UnitLine("单位：万元".into()));
        }
        text.blocks
            .extend(form::tables(text.quoted, evaluation, layout).map(Block::Table));
        text.blocks.extend(tables::reference_note(draft).map(Block::Note));
    }
    for (place, project) in draft.forms.iter().enumerate() {
        let evaluation = evaluate(&project.draft);
        let layout = form_of(&project.draft.scheme).layout();
        text.from(Origin {
            form: Some(project.id),
            field: None,
        });
        text.blocks.push(Block::Annex(Annex {
            label: format!("附件{}", before + place + 1),
            title: format!(
                "{}：{}",
                project.draft.scheme.kind.label(),
                unended(&project.title(place))
            ),
            turn: form::turn(layout),
        }));
        let (draft, evaluation) = written(&project.draft, &evaluation);
        text.blocks
            .extend(form::tables(&quoted(&draft, &evaluation), &evaluation, layout).map(Block::Table));
    }
}

/// 附件说明, with the titles as the annexes have them; none where there are no annexes.
pub fn list(annexes: &[Block]) -> Option<Block> {
    let titles = annexes.iter().filter_map(|block| match block {
        Block::Annex(annex) => Some(annex.title.clone()),
        _ => None,
    });
    let titles: Vec<String> = titles.collect();
    (!titles.is_empty()).then_some(Block::AnnexList(titles))
}

/// The label of the annex that holds indicators and scores; none where they stand in the text.
pub fn of_table(draft: &Draft) -> Option<String> {
    let in_annex = draft.scheme.table_form.is_annex() && !draft.indicators.is_empty();
    in_annex.then(|| "附件1".to_owned())
}
