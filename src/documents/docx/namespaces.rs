//! The namespaces of WordprocessingML.

/// The namespace of WordprocessingML.
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of relationships.
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
