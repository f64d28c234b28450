//! A report that is being taken in, as a text that outlives a reload: its passages and what was decided.

use serde_json::{Value as Json, json};

use crate::documents::passage::Passage;
use crate::state::model::intake::{Decision, Intake, Purpose};

/// Writes it. What was recognised follows from the passages and is not written.
pub fn write(intake: &Intake) -> String {
    let passages: Vec<Json> = intake
        .passages
        .iter()
        .map(|passage| match passage {
            Passage::Paragraph { text, level } => json!([level, text]),
            Passage::Table(grid) => json!(grid),
        })
        .map(|passage| json!({ "p": passage }))
        .collect();
    let decisions: Vec<Json> = intake
        .items
        .iter()
        .map(|item| {
            let decision = match item.decision {
                Decision::Open => 0,
                Decision::Taken => 1,
                Decision::Left => 2,
            };
            let texts: Vec<&str> = item.values.iter().map(|value| value.text.as_str()).collect();
            if item.is_corrected {
                json!([decision, texts])
            } else {
                json!([decision])
            }
        })
        .collect();
    let pieces: Vec<bool> = intake.pieces.iter().map(|(_, taken)| *taken).collect();
    let purpose = match intake.purpose {
        Purpose::LastYear => "report",
        Purpose::Declaration => "declaration",
    };
    json!({ "name": intake.name, "purpose": purpose, "furniture": intake.furniture, "passages": passages, "decisions": decisions, "pieces": pieces }).to_string()
}

/// Reads it again; none where it is damaged.
pub fn read(text: &str) -> Option<Intake> {
    let json: Json = serde_json::from_str(text).ok()?;
    let passages: Option<Vec<Passage>> = json
        .get("passages")?
        .as_array()?
        .iter()
        .map(|passage| crate::state::update::intake_kept::passage(passage.get("p")?))
        .collect();
    let furniture = usize::try_from(json.get("furniture")?.as_u64()?).ok()?;
    // What was kept by an older program was a report.
    let purpose = match json.get("purpose").and_then(Json::as_str) {
        Some("declaration") => Purpose::Declaration,
        _ => Purpose::LastYear,
    };
    let mut intake = Intake::of(json.get("name")?.as_str()?, purpose, passages?, furniture);
    let decisions = json.get("decisions")?.as_array()?;
    for (item, decision) in intake.items.iter_mut().zip(decisions) {
        item.decision = match decision.get(0)?.as_u64()? {
            1 => Decision::Taken,
            2 => Decision::Left,
            _ => Decision::Open,
        };
        let texts = decision.get(1).and_then(Json::as_array);
        for (value, text) in item.values.iter_mut().zip(texts.into_iter().flatten()) {
            value.text = text.as_str()?.to_owned();
            item.is_corrected = true;
        }
    }
    for (piece, taken) in intake.pieces.iter_mut().zip(json.get("pieces")?.as_array()?) {
        piece.1 = taken.as_bool()?;
    }
    Some(intake)
}

fn passage(json: &Json) -> Option<Passage> {
    let parts = json.as_array()?;
    if let [level, Json::String(text)] = parts.as_slice()
        && !level.is_array()
    {
        let level = level.as_u64().and_then(|level| u8::try_from(level).ok());
        return Some(Passage::Paragraph {
            text: text.clone(),
            level,
        });
    }
    let row = |row: &Json| -> Option<Vec<String>> {
        row.as_array()?
            .iter()
            .map(|cell| Some(cell.as_str()?.to_owned()))
            .collect()
    };
    parts.iter().map(row).collect::<Option<_>>().map(Passage::Table)
}
