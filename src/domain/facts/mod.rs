//! 事实账: every number that a text says, of what it says it, and whether the numbers agree with each other.
//!
//! A reviewer reads with a pocket calculator: each sum, rate, share and change that a sentence states is reckoned again
//! from the other numbers of the same sentence, and each thing that is said twice is compared. Take
//! “2023年总支出1,250.6万元，其中：基本支出830.2万元，项目支出430.4万元，执行率97.88%。”
//!
//! 1. `prose::quantity` has found four quantities and `cut` has cut the text at its marks, but not at the point or the
//!    comma of a number, nor within quotes and titles of documents.
//! 2. `tag` puts to each number the words before and behind it, and by the tables of `names` and `rate_names` what they
//!    make of it: an amount spent, an amount spent, another, a rate; and of which year.
//! 3. `sums` sees that 其中： opens a list (`lists`), takes its parts (`parts`) and enters the relation
//!    total = part + part. The files beside it do the same for rates, shares, changes, products and balances; they know
//!    forms of speech, no values. What 等, 主要 or 部分 leave open may fall short; `wholes` knows the kinds that leave
//!    nothing open whatever the words, as 基本支出 and 项目支出 do.
//! 4. `relation` judges by intervals of rounding: 1,250.6 stands for all between 1,250.55 and 1,250.65. The parts make
//!    1,260.6 and no rounding bridges ten: broken. 97.88% lacks the budget it is a rate of, so nothing is said of it.
//! 5. `cause` names the number to blame. Were 项目支出430.4 confirmed by a table and 基本支出830.2 by its share, the
//!    total would be blamed; as it is, all three places are named.
//!
//! The numbers of tables that stay in texts (`table`) enter the same ledger by `table_relations`. What can be read in
//! two ways enters no relation.

pub mod judging;
pub mod reading;
pub mod relations;
pub mod text;
