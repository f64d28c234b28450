//! The library of indicators: what is in it, how it is searched, what is inserted.

use jiping::documents::project_file::library::entries;
use jiping::domain::draft::edit::Edit;
use jiping::domain::scheme::indicator::IndicatorNature;
use jiping::domain::values::comparator::Comparator;
use jiping::domain::values::input::Input;
use jiping::state::model::palette::templates_found;

#[test]
fn the_library_is_searched_by_words_and_by_initials() {
    let library = entries();
    let check = |query: &str, count: usize, first: &str| {
        let found: Vec<&str> = templates_found(&library, query)
            .into_iter()
            .map(|template| template.indicator.name.as_str())
            .collect();
        assert_eq!(found.len(), count, "{query}: {found:?}");
        assert_eq!(found.first().copied().unwrap_or_default(), first, "{query}");
    };
    check("", 119, "开展宣传活动场次");
    check("群众满意度", 1, "群众满意度");
    check("qzmyd", 1, "群众满意度");
    check("QZMYD", 1, "群众满意度");
    check("满意度", 9, "群众满意度");
    check("时效 及时", 4, "资金拨付及时率");
    check("三公", 4, "“三公经费”变动率");
    check("sgjf", 4, "“三公经费”变动率");
    check("指标框架 预算执行", 8, "预算完成率");
    check("生态", 6, "空气质量优良天数比例");
    check("qunzhongmyd", 1, "群众满意度");
    check("火星", 0, "");
}

#[test]
fn an_inserted_indicator_brings_what_the_library_knows() {
    let check = |name: &str, nature: IndicatorNature, comparator: Comparator, target: &str, unit: &str, hint: &str| {
        let library = entries();
        let template = library.iter().find(|template| template.indicator.name == name).unwrap();
        let mut draft = crate::drafts::new();
        let applied = draft.apply(&Edit::TakeIndicators(vec![template.indicator.clone()]));
        let row = draft.indicator(applied.row.unwrap()).unwrap().clone();
        assert_eq!(
            (row.name.as_str(), row.nature, row.evidence_hint.as_str()),
            (name, nature, hint)
        );
        let measure = &row.measures[0];
        assert_eq!(
            (
                measure.comparator,
                measure.target.text().as_str(),
                measure.unit.as_str()
            ),
            (comparator, target, unit)
        );
        assert!(row.weight.is_blank() && row.place.is_none());
        let mut ids = vec![row.id];
        ids.extend(row.measures.iter().map(|measure| measure.id));
        assert!(ids.iter().all(|id| id.0 > 0));
    };
    let quantitative = IndicatorNature::Quantitative;
    check(
        "群众满意度",
        quantitative,
        Comparator::AtLeast,
        "90",
        "%",
        "满意度调查问卷和统计表",
    );
    check(
        "安全生产事故起数",
        quantitative,
        Comparator::AtMost,
        "0",
        "起",
        "事故统计表",
    );
    check(
        "培训人次",
        quantitative,
        Comparator::AtLeast,
        "",
        "人次",
        "培训签到表、结业名单",
    );
    check(
        "长效机制建立情况",
        IndicatorNature::Qualitative,
        Comparator::AtLeast,
        "",
        "",
        "制度文件",
    );
    check("预算调整率", IndicatorNature::Formula, Comparator::AtMost, "0", "%", "");
}
