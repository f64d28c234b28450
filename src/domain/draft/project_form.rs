//! 项目自评表 within a report: each is a draft of its own, with its own money, scheme and indicators.

use serde::{Deserialize, Serialize};

use crate::domain::values::row::{Id, plain_row};
use crate::domain::values::shared::Shared;

use super::draft::Draft;

/// 一个项目的自评表.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectForm {
    /// Identity within the report.
    pub id: Id,
    /// The form. Its rows have identities of their own, apart from the report's.
    pub draft: Shared<Draft>,
}

plain_row!(ProjectForm);

impl ProjectForm {
    /// How the project is called, or its number while it has no name.
    pub fn title(&self, place: usize) -> String {
        match self.draft.basics.project.trim() {
            "" => format!("第 {} 个项目", place + 1),
            name => name.to_owned(),
        }
    }
}
