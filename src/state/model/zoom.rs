//! 显示比例 of the preview.

/// How large the pages of the preview are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// 自动: as large as there is room, and never larger than on paper.
    #[default]
    Fit,
    /// 适合宽度: as wide as there is room.
    Width,
    /// So many percent of the size on paper.
    Percent(u16),
}

impl Zoom {
    /// The sizes that 放大 and 缩小 go through, in percent.
    pub const STEPS: [u16; 10] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200];

    /// The next size above what is shown now.
    pub fn larger(shown: u16) -> Zoom {
        let next = Zoom::STEPS.into_iter().find(|step| *step > shown);
        Zoom::Percent(next.unwrap_or(shown.max(200)))
    }

    /// The next size below what is shown now.
    pub fn smaller(shown: u16) -> Zoom {
        let next = Zoom::STEPS.into_iter().rev().find(|step| *step < shown);
        Zoom::Percent(next.unwrap_or(shown.min(50)))
    }

    /// How large a page of a width is shown in a room, both in the same unit, in tenths of a percent.
    pub fn of_page(self, room: u32, page: u32) -> u32 {
        let fits = room
            .saturating_mul(1000)
            .checked_div(page)
            .unwrap_or(1000)
            .clamp(200, 3000);
        match self {
            Zoom::Fit => fits.min(1000),
            Zoom::Width => fits,
            Zoom::Percent(percent) => u32::from(percent) * 10,
        }
    }

    /// How it is kept: auto, width, 125.
    pub fn code(self) -> String {
        match self {
            Zoom::Fit => "auto".to_owned(),
            Zoom::Width => "width".to_owned(),
            Zoom::Percent(percent) => percent.to_string(),
        }
    }

    /// Reads what was kept; what cannot be read is 自动.
    pub fn read(code: &str) -> Zoom {
        match code {
            "width" => Zoom::Width,
            other => {
                let percent = other.parse().ok().filter(|percent| (20..=300).contains(percent));
                percent.map_or(Zoom::Fit, Zoom::Percent)
            }
        }
    }
}
