//! 检查: what reviewers look for, one module per group of codes.

pub mod evidence;
pub mod figures;
pub mod form;
pub mod money;
pub mod references;
pub mod run;
pub mod scoring;
pub mod weights;
