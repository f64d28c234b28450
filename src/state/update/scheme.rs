//! What happens around the scoring scheme: choosing another, keeping it, taking one from a file.

use crate::documents::project_file::pack;
use crate::documents::project_file::pack::PackError;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::scheme_change::missing;
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::values::input::Choice;
use crate::domain::values::shared::Shared;
use crate::state::model::effect::Effect;
use crate::state::model::model::{Model, Remedy};

use super::editing::{edited, tell, warn};
use super::recovery::version_of_event;

/// Another scheme for the open draft; undo takes it back.
pub fn chosen(model: &mut Model, scheme: Shared<Scheme>) -> Vec<Effect> {
    let name = scheme.name.trim().to_owned();
    let before = version_of_event(model, "更换方案之前");
    let mut effects = edited(model, Edit::TakeScheme(scheme));
    if !effects.is_empty() {
        effects.extend(before);
    }
    if model.workspace.is_some() {
        tell(
            model,
            format!("已换成“{name}”，指标和完成值都保留着。"),
            Some(Remedy::Undo),
        );
    }
    effects
}

/// 换一种文书: another kind of document for the open draft, by a scheme that stands in until one is chosen.
pub fn kind_changed(model: &mut Model, kind: ReportKind) -> Vec<Effect> {
    let before = version_of_event(model, "更换文书之前");
    let scheme = Shared::new(pack::standing_in(kind));
    let mut effects = edited(model, Edit::ChangeKind(scheme));
    if !effects.is_empty() {
        effects.extend(before);
        let told = format!("已改成{}，请选定评分方案。写过的都留着。", kind.label());
        tell(model, told, Some(Remedy::Undo));
    }
    effects
}

/// The scheme's own indicators that the draft does not have yet.
pub fn indicators_taken(model: &mut Model) -> Vec<Effect> {
    let Some(workspace) = &model.workspace else {
        return vec![];
    };
    let draft = &workspace.draft;
    let rows: Vec<_> = missing(draft, &draft.scheme).cloned().collect();
    let count = rows.len();
    let effects = edited(model, Edit::TakeIndicators(rows));
    tell(model, format!("已加入方案自带的 {count} 项指标。"), Some(Remedy::Undo));
    effects
}

/// 存为我的方案.
pub fn kept(model: &mut Model) -> Vec<Effect> {
    let Some(workspace) = &model.workspace else {
        return vec![];
    };
    let scheme = workspace.draft.scheme.clone();
    keep(model, scheme)
}

/// A copy of a scheme among one's own, under a name that tells the two apart.
pub fn copied(model: &mut Model, scheme: &Scheme) -> Vec<Effect> {
    let mut copy = scheme.clone();
    copy.name = format!("{}（副本）", copy.name.trim());
    keep(model, Shared::new(copy))
}

/// A file that says it is a rule pack; none where it does not.
pub fn file_read(model: &mut Model, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
    match pack::read(bytes) {
        Ok(scheme) => Some(keep(model, Shared::new(scheme))),
        Err(PackError::NotOurs | PackError::Unreadable(_)) => None,
        Err(error) => Some(warn(model, format!("“{name}”打不开：{error}"))),
    }
}

fn keep(model: &mut Model, scheme: Shared<Scheme>) -> Vec<Effect> {
    let name = match scheme.name.trim() {
        "" => "未命名的方案",
        name => name,
    };
    tell(
        model,
        format!("“{name}”已存进“我的方案”，在报告的“评分方案”里选用。"),
        None,
    );
    vec![Effect::KeepPack(scheme)]
}
