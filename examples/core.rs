//! The core without a page, as WebAssembly: what `cargo xtask bench` measures evaluation and documents with.

use jiping::documents::exchange::exports;
use jiping::documents::project_file::project_file;
use jiping::domain::checks::run::{check, check_after};
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::{evaluate, evaluate_after};
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

    /// As many keys typed into 主要工作成效, one after another; each derives and checks anew what follows
    /// from it. Gives how many findings there are at the end.
    pub fn typed(&self, keys: u32) -> usize {
        let mut draft = self.0.clone();
        let mut evaluation = evaluate(&draft);
        let mut findings = check(&draft, &evaluation);
        for _ in 0..keys {
            let mut next = draft.clone();
            let text = format!("{}字", next.text(Field::Achievements));
            next.apply(&Edit::Set(Field::Achievements, text));
            let evaluated = evaluate_after(&next, Some((&draft, &evaluation)));
            findings = check_after(&next, &evaluated, Some((&draft, &findings)));
            (draft, evaluation) = (next, evaluated);
        }
        findings.iter().count()
    }

    /// Derives every figure, runs every check, and writes the workbook with the draft in it.
    pub fn excel(&self) -> Vec<u8> {
        let evaluation = evaluate(&self.0);
        let findings = check(&self.0, &evaluation);
        exports::excel(&self.0, &evaluation, &findings).unwrap_or_default()
    }

    /// Derives every figure and writes the Word document with the draft in it.
    pub fn word(&self) -> Vec<u8> {
        exports::word(&self.0, &evaluate(&self.0))
    }
}
