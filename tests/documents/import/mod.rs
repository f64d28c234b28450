//! Tests of `documents::import`.

mod copied;
mod declared;
mod first_page;
mod forms_of_places;
mod handed;
mod in_sentences;
mod intake;
mod laid_out;
mod other_words;
mod pdf;
mod pdf_made;
mod pdf_unruled;
mod properties;
mod sheets_as_kept;
mod side_by_side;
mod tables_headless;
mod tables_hostile;
mod tables_in;
mod tables_mutated;
mod variants;
mod whose_money;
