//! The picture of a form: its page with the lines of its table, drawn from the layout itself.

use yew::prelude::*;

use crate::domain::scheme::layout::{Goals, Layout, LineColumn, Order, Page, Shown};
use crate::domain::scheme::layouts::{TASK_SCORES, TASK_WEIGHTS};
use crate::domain::scheme::table_form::TableForm;

/// What the picture is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FormPictureProps {
    /// The form.
    pub form: TableForm,
}

/// The picture. It says nothing that its name does not say, so screen readers pass over it.
#[component]
pub fn FormPicture(props: &FormPictureProps) -> Html {
    let form = props.form;
    let drawing = use_memo(form, |form| Drawing::of(*form));
    let rectangle = |class: &'static str, [x, y, width, height]: [u32; 4]| {
        html! { <rect {class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} /> }
    };
    html! {
        <svg class="form-picture" viewBox={format!("0 0 {} {}", drawing.width, drawing.height)} aria-hidden="true" focusable="false">
            { rectangle("form-picture__page", [4, 4, drawing.width - 8, drawing.height - 8]) }
            { for drawing.heads.iter().map(|area| rectangle("form-picture__head", *area)) }
            { for drawing.words.iter().map(|area| rectangle("form-picture__words", *area)) }
            <path class="form-picture__lines" d={drawing.lines.clone()} />
        </svg>
    }
}

/// How high a row is, how wide the margin of the page is.
const ROW: u32 = 64;
const MARGIN: u32 = 90;
/// Where a form's table begins, below its title.
const TABLE: u32 = MARGIN + 80;
/// How many indicators are drawn, and how many of them share a first level.
const INDICATORS: u32 = 6;
const OF_PART: u32 = 3;

/// Lines and areas of a picture, in its own units.
struct Drawing {
    width: u32,
    height: u32,
    row_height: u32,
    /// Grey areas behind heads.
    heads: Vec<[u32; 4]>,
    /// Bars that stand for words.
    words: Vec<[u32; 4]>,
    lines: String,
}

impl Drawing {
    fn of(form: TableForm) -> Drawing {
        let layout = form.layout();
        let (width, height) = match (form, layout.page) {
            (TableForm::Tasks, _) | (_, Page::Form) => (1000, 1414),
            (_, Page::Landscape) => (1414, 1000),
        };
        let blank = |row_height| Drawing {
            width,
            height,
            row_height,
            heads: Vec::new(),
            words: Vec::new(),
            lines: String::new(),
        };
        let mut drawing = blank(ROW);
        if form == TableForm::Tasks {
            drawing.within_text();
            return drawing;
        }
        let end = drawing.form(layout);
        let room = height - MARGIN / 2 - TABLE;
        if end - TABLE > room {
            // A long form has lower rows, so that it stays on its page.
            drawing = blank(ROW * room / (end - TABLE));
            drawing.form(layout);
        }
        drawing
    }

    /// Two tables between paragraphs.
    fn within_text(&mut self) {
        let mut y = MARGIN;
        for lines in [&TASK_WEIGHTS, &TASK_SCORES] {
            for place in 0..4 {
                let indent = if place == 0 { 80 } else { 0 };
                self.words
                    .push([MARGIN + indent, y, self.width - 2 * MARGIN - indent, 18]);
                y += 48;
            }
            let edges = self.edges(lines.columns);
            let merged = lines
                .columns
                .iter()
                .position(|column| matches!(column.shows, Shown::Part(_)));
            self.row(&edges, &ones(lines.columns.len()), y, true);
            for place in 1..=4 {
                let open = if place < 4 {
                    merged.map_or(0, |column| column + 1)
                } else {
                    0
                };
                self.below(&edges, y + place * self.row_height, open);
                self.row(&edges, &ones(lines.columns.len()), y + place * self.row_height, false);
            }
            self.frame(&edges, y, 5 * self.row_height);
            y += 5 * self.row_height + 60;
        }
    }

    /// Draws the one table that holds everything, and says where it ends.
    fn form(&mut self, layout: &Layout) -> u32 {
        let columns = layout.lines.columns;
        let edges = self.edges(columns);
        self.words.push([self.width / 4, MARGIN, self.width / 2, 34]);
        let top = TABLE;
        let mut y = top;
        let mut put = |drawing: &mut Drawing, spans: &[usize], filled: bool| {
            drawing.row(&edges, spans, y, filled);
            y += drawing.row_height;
            drawing.below(&edges, y, 0);
        };
        put(self, &layout.heads, false);
        if let Some(money) = &layout.money {
            let spans: Vec<usize> = std::iter::once(money.name)
                .chain(money.columns.iter().map(|column| column.across))
                .collect();
            put(self, &spans, true);
            for _ in 0..if money.by_source { 2 } else { 1 } {
                put(self, &spans, false);
            }
        }
        match &layout.goals {
            Some(Goals::Below(spans)) => put(self, spans, false),
            Some(Goals::Beside(spans)) => put(self, spans, false),
            None => {}
        }
        put(self, &ones(columns.len()), true);
        let merged = match layout.lines.order {
            Order::AsTyped => 0,
            Order::ByLevel | Order::AllParts => {
                let levels = columns
                    .iter()
                    .take_while(|column| !matches!(column.shows, Shown::Name(_)));
                levels.filter(|column| !matches!(column.shows, Shown::Group(_))).count()
            }
        };
        for place in 1..=INDICATORS {
            self.row(&edges, &ones(columns.len()), y, false);
            y += self.row_height;
            self.below(&edges, y, if place % OF_PART == 0 { 0 } else { merged });
        }
        let points = |column: &LineColumn| matches!(column.shows, Shown::Weight | Shown::Score | Shown::Share);
        let name = columns.iter().position(points).unwrap_or(1).max(1);
        let spans: Vec<usize> = std::iter::once(name).chain(ones(columns.len() - name)).collect();
        self.row(&edges, &spans, y, true);
        y += self.row_height;
        for foot in layout.feet {
            self.below(&edges, y, 0);
            self.row(&edges, &[foot.name, columns.len() - foot.name], y, false);
            y += self.row_height;
        }
        self.frame(&edges, top, y - top);
        y
    }

    /// Where columns end: those with words are wider.
    fn edges(&self, columns: &[LineColumn]) -> Vec<u32> {
        let share = |column: &LineColumn| match column.shows {
            Shown::Name(_) | Shown::Goal | Shown::Analysis | Shown::Standard | Shown::Meaning | Shown::Reasons => 5,
            Shown::Word(_) => 2,
            _ => 3,
        };
        let all: u32 = columns.iter().map(share).sum::<u32>().max(1);
        let across = self.width - 2 * MARGIN;
        let mut sum = 0;
        let ends = columns.iter().map(|column| {
            sum += share(column);
            MARGIN + across * sum / all
        });
        std::iter::once(MARGIN).chain(ends).collect()
    }

    /// The lines between the cells of a row.
    fn row(&mut self, edges: &[u32], spans: &[usize], y: u32, filled: bool) {
        let (Some(left), Some(right)) = (edges.first(), edges.last()) else {
            return;
        };
        if filled {
            self.heads.push([*left, y, right - left, self.row_height]);
        }
        let mut column = 0;
        for span in spans {
            column += span;
            if let Some(x) = edges.get(column) {
                self.lines += &format!("M{x} {y}v{}", self.row_height);
            }
        }
    }

    /// The line below a row, which does not cross the first columns where those go on.
    fn below(&mut self, edges: &[u32], y: u32, open: usize) {
        if let (Some(from), Some(to)) = (edges.get(open), edges.last()) {
            self.lines += &format!("M{from} {y}H{to}");
        }
    }

    fn frame(&mut self, edges: &[u32], y: u32, height: u32) {
        if let (Some(left), Some(right)) = (edges.first(), edges.last()) {
            self.lines += &format!("M{left} {y}H{right}v{height}H{left}z");
        }
    }
}

fn ones(count: usize) -> Vec<usize> {
    vec![1; count]
}
