//! 示例: a published street office's report as a full draft, its prose written anew.

use crate::domain::draft::draft::Draft;

use super::project_file;
use super::project_file::ProjectFileError;

/// The reference report of 2022.
pub fn reference() -> Result<Draft, ProjectFileError> {
    project_file::read(include_bytes!("../../samples/reference-2022.json")).map(|opened| opened.draft)
}
