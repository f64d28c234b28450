//! The core without a page, as WebAssembly: what `cargo xtask bench` measures evaluation and documents with.

use jiping::documents::project_file;
use jiping::documents::xlsx::workbook;
use jiping::domain::checks::run::check;
use jiping::domain::draft::Draft;
use jiping::domain::evaluation::evaluate;
use wasm_bindgen::prelude::wasm_bindgen;

/// An open draft.
#[wasm_bindgen]
pub struct Core(Draft);

#[wasm_bindgen]
impl Core {
    /// Opens a project file; none where it is not one.
    pub fn open(text: &str) -> Option<Core> {
        let opened = project_file::read(text.as_bytes()).ok()?;
        Some(Core(opened.draft))
    }

    /// Derives every figure, and gives the total as printed.
    pub fn total(&self) -> String {
        evaluate(&self.0).total.map(|total| total.printed()).unwrap_or_default()
    }

    /// Derives every figure and runs every check, and gives how many findings there are.
    pub fn findings(&self) -> usize {
        check(&self.0, &evaluate(&self.0)).iter().count()
    }

    /// Derives every figure, runs every check, and writes the workbook.
    pub fn excel(&self) -> Vec<u8> {
        let evaluation = evaluate(&self.0);
        let findings = check(&self.0, &evaluation);
        workbook::write(&self.0, &evaluation, &findings, None).unwrap_or_default()
    }

    /// Derives every figure and writes the Word document.
    pub fn word(&self) -> Vec<u8> {
        jiping::documents::exports::word(&self.0, &evaluate(&self.0))
    }
}
