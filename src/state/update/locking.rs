//! 加密: locking a project file with a passphrase, and opening one.

use std::rc::Rc;

use crate::documents::project_file::locked_file;
use crate::documents::project_file::locked_file::{LockedFileError, OpenError, Passphrase};
use crate::state::model::effect::Effect;
use crate::state::model::locking::{Asking, Locked};
use crate::state::model::model::{Model, Overlay};
use crate::state::model::reports::StorageFault;

use super::editing::warn;
use super::recovery::is_newer;
use super::saving::before_export;

/// A shorter passphrase is found by trying.
const SHORTEST: usize = 8;

/// A passphrase was typed twice, to lock a project file with.
pub(super) fn lock_pressed(model: &mut Model, first: Passphrase, again: &Passphrase) -> Vec<Effect> {
    let refused = if first.0.chars().count() < SHORTEST {
        Some("密码太短。请用 8 个字以上，几个不相干的词连起来最好记。")
    } else if first != *again {
        Some("两次输入的密码不一样。请再输一遍。")
    } else {
        None
    };
    if let Some(reason) = refused {
        model.overlay = Some(Overlay::Lock(Asking::Refused(reason)));
        return vec![];
    }
    if is_newer(model) {
        model.overlay = None;
        return warn(model, StorageFault::Newer.sentence());
    }
    let mut effects = before_export(model, "下载加密文件时");
    model.overlay = Some(Overlay::Lock(Asking::Working));
    effects.extend(model.workspace.iter().map(|workspace| {
        let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
        Effect::DownloadLocked(workspace.id.clone(), draft, stamp, first.clone())
    }));
    effects
}

/// A project file was locked and handed over, or not.
pub(super) fn locked(model: &mut Model, result: Result<(), OpenError>) -> Vec<Effect> {
    model.overlay = None;
    match result {
        Ok(()) => vec![Effect::FocusElement("export")],
        Err(_) => warn(
            model,
            "这台电脑的内存不够，没有做成加密文件。请关掉一些窗口再试。".into(),
        ),
    }
}

/// A file that says it is locked; none where it does not.
pub(super) fn file_read(model: &mut Model, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
    match locked_file::read(bytes) {
        Ok(file) => {
            let name = name.to_owned();
            model.notice = None;
            model.overlay = Some(Overlay::Unlock(Asking::Open, Rc::new(Locked { name, file })));
            Some(vec![])
        }
        Err(LockedFileError::NotOurs) => None,
        Err(error) => Some(warn(model, format!("“{name}”打不开：{error}"))),
    }
}

/// The passphrase of a file was typed.
pub(super) fn unlock_pressed(model: &mut Model, passphrase: Passphrase) -> Vec<Effect> {
    let Some(Overlay::Unlock(asking, file)) = &mut model.overlay else {
        return vec![];
    };
    if passphrase.0.is_empty() {
        *asking = Asking::Refused("请输入加密时设的密码。");
        return vec![];
    }
    *asking = Asking::Working;
    vec![Effect::Unlock(Rc::clone(file), passphrase)]
}

/// A locked file was opened, or not: its name and what was in it, to be read like any file.
pub(super) fn unlocked(model: &mut Model, result: Result<String, OpenError>) -> Option<(String, Vec<u8>)> {
    // Somebody may have closed the question while the key was being made.
    let Some(Overlay::Unlock(asking, file)) = &mut model.overlay else {
        return None;
    };
    match result {
        Ok(text) => {
            let name = file.name.clone();
            model.overlay = None;
            Some((name, text.into_bytes()))
        }
        Err(error) => {
            *asking = Asking::Refused(error.sentence());
            None
        }
    }
}
