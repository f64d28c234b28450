//! 上一条, 下一条: the way from one finding to the next and into its field, by keys, buttons and links.

use crate::domain::checks::finding::finding::{Finding, FindingId};
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::row::Direction;
use crate::state::model::effect::Effect;
use crate::state::model::model::{Model, Overlay, Tone};
use crate::state::model::route::{Page, Route};
use crate::state::model::stepping::Stop;
use crate::state::model::workspace::Workspace;

use super::editing::{field_sought, open, tell};

/// The link of a finding was followed.
pub(super) fn sought(model: &mut Model, id: FindingId) -> Vec<Effect> {
    let field = id.field;
    let place = model.workspace.as_ref().and_then(|workspace| {
        workspace
            .findings
            .in_order()
            .iter()
            .position(|finding| finding.id() == id)
    });
    // What was said of the one before would lie over this one.
    model.notice = model.notice.take().filter(|notice| notice.tone != Tone::Plain);
    let effects = field_sought(model, field);
    open(model, |workspace| {
        // Whoever goes to what is missing is told so at its place.
        workspace.checked = true;
        workspace.stop = place.map(|place| Stop { id, place });
    });
    effects
}

/// 上一条, 下一条: from the finding that was gone to last, or else from the page that is shown.
pub(super) fn stepped(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let (Route::Draft(_, page), Some(workspace)) = (&model.route, &model.workspace) else {
        return vec![];
    };
    if model.overlay.as_ref().is_some_and(Overlay::is_dialog) {
        return vec![];
    }
    let order = workspace.findings.in_order();
    let Some(last) = order.len().checked_sub(1) else {
        tell(model, "没有要处理的检查结果。".into(), None);
        return vec![];
    };
    let gone = workspace.stop.as_ref().map(|stop| stop.place);
    let place = match (workspace.stop_place(), gone, direction) {
        (Some(place), _, Direction::Down) => place.saturating_add(1),
        (None, Some(place), Direction::Down) => place,
        (Some(place), ..) | (None, Some(place), Direction::Up) => place.checked_sub(1).unwrap_or(last),
        (None, None, _) => nearest(&order, *page, direction),
    };
    // After the last comes the first.
    let place = if place > last && direction == Direction::Down {
        0
    } else {
        place.min(last)
    };
    match order.get(place).map(|finding| finding.id()) {
        Some(id) => sought(model, id),
        None => vec![],
    }
}

/// The first finding from a page on, or the last one up to it.
fn nearest(order: &[&Finding], page: Page, direction: Direction) -> usize {
    let chapter = match page {
        Page::Chapter(chapter) => Some(chapter),
        Page::Overview | Page::Checks | Page::Preview | Page::Versions => None,
    };
    match (direction, chapter) {
        (Direction::Down, Some(chapter)) => {
            let after = |finding: &&Finding| Chapter::of(finding.field) >= chapter;
            order.iter().position(after).unwrap_or_default()
        }
        (Direction::Up, Some(chapter)) => {
            let before = |finding: &&Finding| Chapter::of(finding.field) <= chapter;
            order.iter().rposition(before).unwrap_or(usize::MAX)
        }
        (Direction::Down, None) => 0,
        (Direction::Up, None) => usize::MAX,
    }
}

/// Another page is shown: the stepping ends unless it led there.
pub(super) fn page_turned(workspace: &mut Workspace, route: &Route) {
    let led_here = |stop: &Stop| route.page() == Some(Page::of(stop.id.field));
    workspace.stop = workspace.stop.take().filter(led_here);
    workspace.list = None;
}
