//! Paragraphs that the report writes by itself, and references put into texts.

use jiping::domain::draft::field::Field;
use jiping::domain::draft::own_wording::WordingKind;
use jiping::domain::references::wording::{WordingStep, word};
use jiping::state::model::effect::Effect;
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::update::update::update;

use crate::drafts::{opened, type_keys, workspace};

#[test]
fn a_generated_paragraph_is_taken_over_and_given_back_step_by_step() {
    let mut model = opened();
    let field = Field::Wording(WordingKind::Money);
    let step = |model: &Model, step| {
        let open = workspace(model);
        Message::Edited(word(WordingKind::Money, step, &open.draft, &open.evaluation))
    };
    let take = step(&model, WordingStep::Take);
    update(&mut model, take);
    let taken = workspace(&model).text(field);
    assert!(
        taken.starts_with("{{单位}}{{年度}}年年初预算{{年初预算数}}万元"),
        "{taken}"
    );
    type_keys(&mut model, field, &["全年执行{{执行数}}万元"]);
    let drop = step(&model, WordingStep::Drop);
    assert!(!update(&mut model, drop).is_empty());
    assert_eq!(workspace(&model).text(field), "");
    for (message, text, last) in [
        (Message::UndoPressed, "全年执行{{执行数}}万元", Some("修改资金情况一段")),
        (Message::UndoPressed, taken.as_str(), Some("自己写资金情况一段")),
        (Message::UndoPressed, "", None),
        (Message::RedoPressed, taken.as_str(), Some("自己写资金情况一段")),
    ] {
        update(&mut model, message);
        assert_eq!(workspace(&model).text(field), text);
        assert_eq!(model.history.last().map(|step| step.name.as_str()), last);
    }
    // Keeping what is as it should be changes nothing.
    let keep = step(&model, WordingStep::Keep);
    assert!(update(&mut model, keep).is_empty());
}

#[test]
fn the_list_of_data_opens_at_one_field_and_escape_leads_back() {
    let mut model = opened();
    let picking = |model: &Model| workspace(model).picking;
    for (field, open) in [
        (Field::Achievements, Some(Field::Achievements)),
        (Field::Conclusion, Some(Field::Conclusion)),
        (Field::Conclusion, None),
        (Field::Conclusion, Some(Field::Conclusion)),
    ] {
        update(&mut model, Message::PickerToggled(field));
        assert_eq!(picking(&model), open);
    }
    assert_eq!(
        update(&mut model, Message::EscapePressed),
        [Effect::Focus(Field::Conclusion)]
    );
    assert_eq!(picking(&model), None);
}
