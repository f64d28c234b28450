//! What is said of a scheme where one is chosen: where it comes from, and what bears it out.

use crate::domain::scheme::scheme::Scheme;

/// Place, year and source in one line.
pub fn about(scheme: &Scheme) -> String {
    let parts = [&scheme.place, &scheme.year, &scheme.source];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// Whether a published form confirms it; none for a scheme without a source.
pub fn proof(scheme: &Scheme) -> Option<String> {
    let confirmed_by = scheme.confirmed_by.trim();
    if !confirmed_by.is_empty() {
        return Some(format!("已用公开的自评表试算：{confirmed_by}"));
    }
    if scheme.source.trim().is_empty() {
        return None;
    }
    Some(match scheme.reference {
        true => "参考：没有公布的办法逐条印证，请对照本地通知。".into(),
        false => "按公布的办法，还没有用公开的自评表试算过。".into(),
    })
}
