//! 空白表 to hand out: an .xlsx whose heads the mapping reads back without a question. What the draft has
//! already stands in it, so that colleagues only add what is missing.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::documents::workbooks::number::{float, is_held};
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::taken::Meaning;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::project_columns::has_project_money;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Input};

use super::target;

/// How many blank rows follow what is there.
const BLANK_ROWS: usize = 30;

const ABOUT: [&str; 9] = [
    "填写说明",
    "1. 只填自己负责的行，填好后交回汇总人；汇总人在“绩评”里点“从表格导入”。",
    "2. 表头和工作表名不要改，列不要删，不要合并单元格；不用的行、列空着就行。",
    "3. “资金”“重点项目”两张表的金额都用万元，只填数字。",
    "4. “绩效指标”已列出的指标只补“实际完成值”“偏差原因”“佐证材料”；指标名称不要改，按名称对应。",
    "5. 实际完成值填数字，单位在“计量单位”一列；有几个要求的，按顺序用分号隔开，例如 12；2。",
    "6. 定性指标的实际完成值填：达成、部分达成、未达成。",
    "7. 没有完成的指标，写明偏差原因和改进措施。",
    "8. 佐证材料写名称，几份的用分号隔开；文件本身另外交。",
];

const FUNDS: [(Meaning, u32); 5] = [
    (Meaning::FundName, 28),
    (Meaning::Initial, 20),
    (Meaning::Adjusted, 20),
    (Meaning::Executed, 20),
    (Meaning::FundReason, 40),
];

const PROJECTS: [(Meaning, u32); 3] = [
    (Meaning::Task, 40),
    (Meaning::Project, 40),
    (Meaning::ProjectAmount, 20),
];

const PROJECTS_WITH_MONEY: [(Meaning, u32); 6] = [
    (Meaning::Task, 32),
    (Meaning::Project, 36),
    (Meaning::ProjectInitial, 18),
    (Meaning::ProjectBudget, 18),
    (Meaning::ProjectAmount, 18),
    (Meaning::ProjectCompletion, 40),
];

const INDICATORS: [(Meaning, u32); 14] = [
    (Meaning::FirstLevel, 18),
    (Meaning::SecondLevel, 16),
    (Meaning::Goal, 32),
    (Meaning::Name, 28),
    (Meaning::Nature, 10),
    (Meaning::Sign, 7),
    (Meaning::Target, 16),
    (Meaning::Unit, 10),
    (Meaning::Weight, 8),
    (Meaning::Actual, 16),
    (Meaning::Deviation, 32),
    (Meaning::Improvement, 32),
    (Meaning::Evidence, 32),
    (Meaning::Division, 16),
];

/// Writes the tables. The same draft gives the same bytes.
pub fn write(draft: &Draft) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A time of its own would make every file another one.
    let made = ExcelDateTime::from_ymd(2024, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    about(book.add_worksheet())?;
    let funds = draft.budget.funds.iter().map(|fund| {
        let amount = |column| Value::of(fund.amounts.get(column).value().map(|amount| amount.decimal()));
        let amounts = Column::ALL.iter().map(|column| amount(*column));
        let name = std::iter::once(Value::text(fund.label()));
        name.chain(amounts).chain([Value::text(&fund.reason)]).collect()
    });
    let sheet = table(&mut book, "资金", &FUNDS, funds)?;
    figures(sheet, 1, 3)?;
    let indicators = draft.indicators.iter().filter(|row| !row.name.is_blank());
    let indicators = indicators.map(|indicator| indicator_row(draft, indicator));
    let sheet = table(&mut book, "绩效指标", &INDICATORS, indicators)?;
    let natures = [IndicatorNature::Quantitative, IndicatorNature::Qualitative].map(Choice::label);
    let signs = [Comparator::AtLeast, Comparator::AtMost, Comparator::Exactly].map(Choice::label);
    let list = |words: &[&str]| DataValidation::new().allow_list_strings(words);
    // A wrong word is only warned of: other natures stand there already.
    sheet.add_data_validation(
        1,
        4,
        LAST_ROW,
        4,
        &list(&natures)?.ignore_blank(true).show_error_message(false),
    )?;
    sheet.add_data_validation(
        1,
        5,
        LAST_ROW,
        5,
        &list(&signs)?.ignore_blank(true).show_error_message(false),
    )?;
    let columns = match has_project_money(&draft.scheme) {
        true => &PROJECTS_WITH_MONEY[..],
        false => &PROJECTS,
    };
    let projects = draft.projects.rows.iter().map(|project| {
        let amount = |column: Column| Value::of(project.amount_of(column).value().map(|amount| amount.decimal()));
        let value = |(meaning, _): &(Meaning, u32)| match meaning {
            Meaning::Task => Value::text(&project.task),
            Meaning::ProjectInitial => amount(Column::Initial),
            Meaning::ProjectBudget => amount(Column::Adjusted),
            Meaning::ProjectAmount => amount(Column::Executed),
            Meaning::ProjectCompletion => Value::text(&project.completion),
            _ => Value::text(&project.name),
        };
        columns.iter().map(value).collect()
    });
    let sheet = table(&mut book, "重点项目", columns, projects)?;
    let money = (0_u16..).zip(columns).filter(|(_, (meaning, _))| meaning.is_money());
    let money: Vec<u16> = money.map(|(place, _)| place).collect();
    if let [first, .., last] | [first @ last] = money.as_slice() {
        figures(sheet, *first, *last)?;
    }
    book.save_to_buffer()
}

const LAST_ROW: u32 = 2_000;

/// What stands in a cell.
enum Value {
    Text(String),
    Number(Decimal),
}

impl Value {
    fn text(text: &str) -> Value {
        Value::Text(text.trim().to_owned())
    }

    fn of(number: Option<Decimal>) -> Value {
        number.map_or_else(|| Value::text(""), Value::Number)
    }
}

fn indicator_row(draft: &Draft, indicator: &Indicator) -> Vec<Value> {
    let home = draft.scheme.home(indicator.place);
    let first = home.map(|(part, _)| part.name.clone()).unwrap_or_default();
    let second = home
        .and_then(|(_, group)| group)
        .map(|group| group.name.clone())
        .unwrap_or_default();
    let single = match (indicator.nature, indicator.measures.as_slice()) {
        (IndicatorNature::Quantitative, [one]) if one.comparator != Comparator::Between => Some(one),
        _ => None,
    };
    let (sign, aim, unit) = match single {
        Some(measure) => {
            let target = measure.target.value().map(|target| target.decimal());
            let sign = target.map_or("", |_| measure.comparator.label());
            (Value::text(sign), Value::of(target), Value::text(&measure.unit))
        }
        None => (
            Value::text(""),
            Value::text(&target::written(indicator)),
            Value::text(""),
        ),
    };
    let evidence: Vec<&str> = indicator.evidence.iter().map(|evidence| evidence.name.trim()).collect();
    vec![
        Value::text(&first),
        Value::text(&second),
        Value::text(&indicator.goal),
        Value::text(&indicator.name),
        Value::text(indicator.nature.label()),
        sign,
        aim,
        unit,
        Value::of(indicator.weight.value().map(|weight| weight.decimal())),
        actual(indicator),
        Value::text(&indicator.deviation_reason),
        Value::text(&indicator.improvement),
        Value::text(&evidence.join("；")),
        Value::text(&indicator.division),
    ]
}

fn actual(indicator: &Indicator) -> Value {
    match indicator.nature {
        IndicatorNature::Quantitative => {
            let known = indicator.measures.iter().map(|measure| measure.actual.value());
            let known: Option<Vec<Decimal>> = known.map(|actual| actual.map(|actual| actual.decimal())).collect();
            match known.as_deref() {
                Some([one]) => Value::Number(*one),
                Some(several) => {
                    let texts: Vec<String> = several.iter().map(Decimal::to_string).collect();
                    Value::Text(texts.join("；"))
                }
                None => Value::text(""),
            }
        }
        IndicatorNature::Qualitative => Value::text(indicator.attainment.map_or("", Choice::label)),
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => Value::text(""),
    }
}

fn about(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(ABOUT[0])?;
    sheet.set_column_width(0, 96)?;
    let (title, line) = (
        Format::new().set_bold().set_font_size(14),
        Format::new().set_text_wrap(),
    );
    for (row, text) in (0..).zip(ABOUT) {
        sheet.write_string_with_format(row, 0, text, if row == 0 { &title } else { &line })?;
    }
    Ok(())
}

/// The words above a column: they name the unit, so that reading asks nothing.
fn head(meaning: Meaning) -> String {
    if meaning.is_money() {
        format!("{}（万元）", meaning.label())
    } else {
        meaning.label().to_owned()
    }
}

fn table<'a>(
    book: &'a mut Workbook,
    name: &str,
    columns: &[(Meaning, u32)],
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let cell = Format::new()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter);
    let top = cell
        .clone()
        .set_bold()
        .set_background_color(0xE8F0F9)
        .set_align(FormatAlign::Center);
    for (column, (meaning, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, head(*meaning), &top)?;
    }
    let mut row = 1;
    for values in rows {
        for (column, value) in (0..).zip(values) {
            match value {
                Value::Text(text) => sheet.write_string_with_format(row, column, text, &cell)?,
                Value::Number(number) if is_held(number) => {
                    sheet.write_number_with_format(row, column, float(number), &cell)?
                }
                // More digits than Excel keeps stand as text.
                Value::Number(number) => sheet.write_string_with_format(row, column, number.to_string(), &cell)?,
            };
        }
        row += 1;
    }
    for blank in (row..).take(BLANK_ROWS) {
        for (column, _) in (0..).zip(columns) {
            sheet.write_blank(blank, column, &cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape();
    sheet.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

/// Warns of what is no amount; letters are let through, because the reader says what is wrong with them.
fn figures(sheet: &mut Worksheet, first: u16, last: u16) -> Result<(), XlsxError> {
    let rule = DataValidation::new()
        .allow_decimal_number(rust_xlsxwriter::DataValidationRule::GreaterThanOrEqualTo(0.into()))
        .ignore_blank(true)
        .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning)
        .set_error_title("请核对")?
        .set_error_message("这里填数字，单位万元。")?;
    sheet.add_data_validation(1, first, LAST_ROW, last, &rule)?;
    Ok(())
}
