//! What a draft of last year's report takes from the office's own newest one.

use jiping::documents::project_file::pack;
use jiping::domain::draft::draft::{Draft, SchemeStanding};
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::scheme::scheme::{ReportKind, Scheme};

fn by(name: &str, unit: &str, place: &str) -> Draft {
    let scheme = pack::built_in().into_iter().find(|scheme| scheme.name == name).unwrap();
    let mut draft = Draft::by(scheme);
    draft.basics.unit = unit.into();
    draft.basics.place = place.into();
    draft.scheme_standing = SchemeStanding::Chosen;
    draft
}

/// A draft whose report told no scheme.
fn untold(unit: &str, place: &str) -> Draft {
    let mut draft = Draft::by(Scheme {
        parts: Vec::new(),
        indicators: Vec::new(),
        ..pack::standing_in(ReportKind::Department)
    });
    draft.basics.unit = unit.into();
    draft.basics.place = place.into();
    draft
}

#[test]
fn an_office_goes_on_as_it_did() {
    let hunan = "湖南部门整体支出 10 / 60 / 30";
    let own = by(hunan, "某某县水利局", "湖南省某某县");
    let check = |draft: Draft, place: &str, scheme: Option<&str>| {
        let (before, outline) = (draft.scheme.name.clone(), draft.scheme.outline.len());
        let mut draft = draft;
        draft.settle_like(&own);
        assert_eq!(draft.basics.place, place);
        assert_eq!(draft.scheme.name, scheme.unwrap_or(&before));
        assert_eq!(draft.scheme.outline.len(), outline);
        assert!(draft.indicators.is_empty() || scheme.is_none());
    };
    check(untold("某某县水利局", ""), "湖南省某某县", Some(hunan));
    check(untold(" 某某县水利局 ", "湖南省"), "湖南省", Some(hunan));
    // Another office, or none that is named.
    check(untold("某某县林业局", ""), "", None);
    check(untold("", ""), "", None);
    // What the report told of its scheme stays.
    assert!(!own.clone().settle_like(&own));
    let mut told = untold("某某县水利局", "");
    told.apply(&Edit::Add(List::Indicators, None));
    check(told, "湖南省某某县", None);
    check(
        by("部门整体支出 10 / 50 / 30 / 10", "某某县水利局", ""),
        "湖南省某某县",
        None,
    );
    // Another document has another scheme, and a place of its own.
    check(by("湖北 20 / 80", "某某县水利局", ""), "", None);
    let mut taken = untold("某某县水利局", "");
    assert!(taken.settle_like(&own));
    assert_eq!(taken.scheme_standing, SchemeStanding::Open);
    assert_eq!(taken.text(Field::Place), "湖南省某某县");
}
