//! What the pages of indicators are given.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::scheme::template::Template;
use crate::state::model::workspace::Workspace;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct IndicatorsProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// 指标库, once it was needed.
    pub library: Option<Rc<Vec<Template>>>,
}
