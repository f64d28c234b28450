//! 每一项: every input of a draft has a name, a part of the report and a place.

use std::collections::BTreeSet;

use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::Field;
use jiping::domain::draft::names::short_name;

use crate::drafts::sample;

#[test]
fn every_field_has_a_name_and_an_input() {
    for draft in [sample(), Draft::default()] {
        let fields = draft.fields();
        for field in &fields {
            assert!(!short_name(*field).is_empty(), "{field:?}");
            assert!(draft.input(*field).is_some(), "{field:?}");
        }
        // What has no line anywhere would fall into the first part.
        let first: BTreeSet<String> = fields
            .into_iter()
            .filter(|field| Chapter::of(*field) == Chapter::Basics)
            .map(|field| match field {
                Field::BasisTitle(_) | Field::BasisNumber(_) => "自评依据".to_owned(),
                field => short_name(field).to_owned(),
            })
            .collect();
        let own = [
            "自评依据",
            "草稿名称",
            "项目全称",
            "主管部门",
            "单位全称",
            "单位简称",
            "地区",
            "原文",
            "读成数的原文",
            "年度",
            "报告日期",
            "封面",
            "目录",
            "附图",
        ];
        let own: BTreeSet<String> = own.into_iter().map(str::to_owned).collect();
        assert!(first.is_subset(&own), "{first:?}");
    }
}

#[test]
fn no_two_fields_have_one_key() {
    let fields = sample().fields();
    let keys: BTreeSet<String> = fields.iter().map(|field| field.key()).collect();
    assert_eq!(keys.len(), fields.len());
}
