//! 表尾文字: what was written below the indicators of a form, where no section of the report says it.

use serde::{Deserialize, Serialize};

use crate::domain::scheme::form_text::FormText;
use crate::domain::scheme::layout::Foot;
use crate::domain::scheme::outline::Content;
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::scheme::tables_of::layout_of;

/// 表尾各栏文字.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FormTexts {
    /// 评价结论.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub conclusion: String,
    /// 存在问题.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub problems: String,
    /// 改进措施.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub improvements: String,
    /// 其他需要说明的事项.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

impl FormTexts {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        *self == FormTexts::default()
    }

    /// One of them.
    pub fn get(&self, text: FormText) -> &String {
        match text {
            FormText::Conclusion => &self.conclusion,
            FormText::Problems => &self.problems,
            FormText::Improvements => &self.improvements,
            FormText::Notes => &self.notes,
        }
    }

    /// One of them, for editing.
    pub fn get_mut(&mut self, text: FormText) -> &mut String {
        match text {
            FormText::Conclusion => &mut self.conclusion,
            FormText::Problems => &mut self.problems,
            FormText::Improvements => &mut self.improvements,
            FormText::Notes => &mut self.notes,
        }
    }
}

/// The texts that the form of a document asks for and that no section of it says already; in the form's order.
pub fn form_texts_asked(scheme: &Scheme) -> impl Iterator<Item = &'static Foot> {
    let feet = layout_of(scheme).map_or(&[][..], |layout| layout.feet);
    feet.iter().filter(|foot| section_of(scheme, foot.shows).is_none())
}

/// The part of the report that says what a text of its form asks for, so that nobody writes it twice.
pub fn section_of(scheme: &Scheme, text: FormText) -> Option<Content> {
    let content = match text {
        FormText::Problems => Content::Problems,
        FormText::Improvements => Content::Improvements,
        FormText::Conclusion | FormText::Notes => return None,
    };
    let is_said = scheme.outline.iter().any(|section| section.content == content);
    (scheme.kind == ReportKind::Department && is_said).then_some(content)
}
