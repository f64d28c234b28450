//! What the program does by itself so that nothing is lost, played without a browser.

use jiping::documents::copies::versions::Origin;
use jiping::documents::project_file::pack;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::{Effect, Export};
use jiping::state::model::locking::{Asking, Passphrase};
use jiping::state::model::message::Message;
use jiping::state::model::model::Overlay;
use jiping::state::model::storage_space::Fullness;
use jiping::state::update::update::update;

use crate::drafts::opened;

#[test]
fn storage_that_fills_up_is_told_once_for_each_step() {
    let mut model = opened();
    let mut check = |percent: usize, expected: Option<&str>| {
        model.notice = None;
        update(&mut model, Message::FullnessMeasured(Fullness(percent)));
        let told = model.notice.as_ref().map(|notice| notice.text.as_str());
        match expected {
            Some(expected) => assert!(told.is_some_and(|told| told.contains(expected)), "{percent}: {told:?}"),
            None => assert_eq!(told, None, "{percent}"),
        }
    };
    check(0, None);
    check(59, None);
    check(60, Some("用了 60%"));
    check(61, None);
    check(89, None);
    check(90, Some("快满了，用了 90%"));
    check(100, None);
    // Fullness was made, and used up again.
    check(40, None);
    check(95, Some("快满了，用了 95%"));
}

#[test]
fn handing_on_and_changing_the_scheme_leave_versions() {
    let mut model = opened();
    let mut check = |message: Message, expected: &str| {
        let mut effects = update(&mut model, message);
        // What the check finds in the sample is said before the first document leaves.
        effects.extend(update(&mut model, Message::DepartureConfirmed));
        let versions = effects.iter().filter_map(|effect| match effect {
            Effect::KeepVersion(_, draft, _, name, Origin::Event) => Some((name.as_str(), draft.scheme.name.clone())),
            _ => None,
        });
        // What is kept is the state before the change.
        assert_eq!(
            versions.collect::<Vec<_>>(),
            [(expected, "白云区 30 / 30 / 40".to_owned())]
        );
    };
    check(Message::ExportPressed(Export::Word), "导出 Word 时");
    check(Message::ExportPressed(Export::Excel), "导出 Excel 时");
    check(Message::ExportPressed(Export::ProjectFile), "下载项目文件时");
    let long = || Passphrase("白云湖 2022".into());
    check(Message::LockPressed(long(), long()), "下载加密文件时");
    let hubei = pack::built_in()
        .into_iter()
        .find(|scheme| scheme.name.contains("湖北"))
        .unwrap();
    check(Message::SchemeChosen(Shared::new(hubei)), "更换方案之前");
}

#[test]
fn a_passphrase_is_refused_or_taken() {
    let check = |first: &str, again: &str, refused: Option<&str>| {
        let mut model = opened();
        model.overlay = Some(Overlay::Lock(Asking::Open));
        let pass = |text: &str| Passphrase(text.into());
        let effects = update(&mut model, Message::LockPressed(pass(first), pass(again)));
        let locks = effects
            .iter()
            .any(|effect| matches!(effect, Effect::DownloadLocked(..)));
        match (&model.overlay, refused) {
            (Some(Overlay::Lock(Asking::Refused(reason))), Some(part)) => {
                assert!(reason.contains(part) && !locks, "{first}")
            }
            (Some(Overlay::Lock(Asking::Working)), None) => assert!(locks, "{first}"),
            (overlay, _) => panic!("{first}: {overlay:?}"),
        }
        update(&mut model, Message::FileLocked(Ok(())));
        assert_eq!(model.overlay, None);
    };
    check("", "", Some("太短"));
    check("七个字太短了", "七个字太短了", Some("太短"));
    check("白云湖街道办事处", "白云湖街道办事初", Some("不一样"));
    check("白云湖街道办事处", "白云湖街道办事处", None);
}
